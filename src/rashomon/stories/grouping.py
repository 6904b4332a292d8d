"""Gists -> Group: a stream of reports, in whatever order, parted into stories in one pass."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from ..records import content_id
from .gists import Gist
from .neighbours import Neighbours
from .partings import Pairs, part_stories

LINK = 0.12  # likeness from which a story is linked with another's report


@dataclass(frozen=True, slots=True)
class Group:
    """The gists of one story by key, the earliest first, and the documents of other stories that come near it, the nearest
    first. `score`: mean likeness of the pairs that were compared; 1 for a report alone."""

    id: str
    members: tuple[tuple[str, int], ...]
    linked: tuple[str, ...]
    score: float

    @property
    def documents(self) -> tuple[str, ...]:
        """The members' documents, each once."""
        return tuple(dict.fromkeys(document for document, _ in self.members))


class Grouping:
    """Takes gists one at a time; `groups` parts all that came so far. The groups and their ids depend on the reports, not on
    their order, and an id stays as long as the story's earliest report is its earliest."""

    def __init__(self) -> None:
        self._near = Neighbours()
        self._numbers: dict[tuple[str, int], int] = {}
        self._keys: list[tuple[str, int]] = []
        self._days: list[date | None] = []
        self._others: list[NDArray[np.int32]] = []
        self._likenesses: list[NDArray[np.float32]] = []
        self._together: list[NDArray[np.bool_]] = []

    def add(self, gists: Iterable[Gist]) -> None:
        """Takes the gists of a document; what came before is passed over."""
        for gist in gists:
            if gist.key not in self._numbers:
                self._numbers[gist.key] = len(self._keys)
                self._keys.append(gist.key)
                self._days.append(gist.day)
                others, likenesses, together = self._near.add(gist)
                self._others.append(others)
                self._likenesses.append(likenesses)
                self._together.append(together)

    def groups(self) -> tuple[Group, ...]:
        """All stories, in the order of their first reports."""
        pairs = self._pairs()
        parted = part_stories(sorted(range(len(self._keys)), key=self._order), pairs)
        home = np.zeros(len(self._keys), np.int32)
        for number, members in enumerate(parted):
            home[list(members)] = number
        inside = home[pairs.one] == home[pairs.other]
        linked = self._linked(home, len(parted), pairs.where(~inside & (pairs.likeness >= LINK)))
        scores = _scores(home, len(parted), pairs.where(inside))
        return tuple(self._group(m, linked[n], scores[n]) for n, m in enumerate(parted))

    def _pairs(self) -> Pairs:
        if not self._others:
            return Pairs(np.zeros(0, np.int32), np.zeros(0, np.int32), np.zeros(0, np.float32), np.zeros(0, np.bool_))
        later = np.repeat(np.arange(len(self._others), dtype=np.int32), [len(o) for o in self._others])
        return Pairs(np.concatenate(self._others), later, np.concatenate(self._likenesses), np.concatenate(self._together))

    def _order(self, number: int) -> tuple[date, tuple[str, int]]:
        return self._days[number] or date.max, self._keys[number]

    def _group(self, members: Sequence[int], linked: Sequence[int], score: float) -> Group:
        keys = tuple(self._keys[i] for i in members)
        inside = {document for document, _ in keys}
        others = dict.fromkeys(d for i in linked if (d := self._keys[i][0]) not in inside)
        document, section = keys[0]
        identity = content_id("sto", document, section) if section else content_id("sto", document)
        return Group(identity, keys, tuple(others), round(score, 3))

    def _linked(self, home: NDArray[np.int32], count: int, pairs: Pairs) -> list[tuple[int, ...]]:
        """For each group the reports of other groups that come near it: background, a sequel, a neighbour."""
        near: list[dict[int, float]] = [{} for _ in range(count)]
        for a, b, p in zip(pairs.one.tolist(), pairs.other.tolist(), pairs.likeness.tolist(), strict=True):
            for inside, outside in ((a, b), (b, a)):
                own = near[home[inside]]
                own[outside] = max(p, own.get(outside, 0.0))
        return [tuple(sorted(own, key=lambda i: (-own[i], self._order(i)))) for own in near]


def _scores(home: NDArray[np.int32], count: int, pairs: Pairs) -> list[float]:
    sums = np.bincount(home[pairs.one], pairs.likeness, count)
    numbers = np.bincount(home[pairs.one], minlength=count)
    return [float(s / n) if n else 1.0 for s, n in zip(sums, numbers, strict=True)]
