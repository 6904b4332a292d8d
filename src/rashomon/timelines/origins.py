"""Kept steps -> Origins: how many independent reports tell a line, by how their reports derive from one another."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache

from ..records import Derivation, KeptStep, Relation
from ..stories.origins import find_origins_of_words
from .issues import content

Derive = Callable[[Sequence[str]], Iterable[Derivation]]  # ids of documents -> how each two of them hang together
WORD = re.compile(r"[^\W_]+")
QUOTED = re.compile(r"[\"“][^\"”]{0,600}[\"”]")
RUN = 5  # words of a run
COMMON = 0.5  # share of the runs of the report with fewer, from which both have one origin, where no derivation is known
WORDY = 0.4  # share of the words of the sentence with fewer, from which the reports of two sentences on one affair are compared
MANY = 50  # reports: a run or an affair that more have says nothing
TEXTS = 6  # reports that one page reads again for their derivations, so that nobody waits for it; of more the words decide


class Origins:
    """Which of the reports behind some steps hang together. With `derive` as `rashomon origins` has it; without it by runs of
    words outside quotations."""

    def __init__(self, kept: Iterable[KeptStep], derive: Derive | None = None) -> None:
        steps = list(kept)
        runs: dict[str, set[tuple[str, ...]]] = {}
        for one in steps:
            runs.setdefault(one.header.document, set()).update(_runs(one.words))
        shared = set(_sharing(((run, document) for document, found in runs.items() for run in found)))
        found = [_by_words(pair) for pair in sorted(shared) if _common(runs[pair[0]], runs[pair[1]]) >= COMMON]
        if derive is not None:
            left = TEXTS
            for group in sorted(_joined(shared | set(_wordy(steps))), key=len, reverse=True):
                if len(group) > left:
                    continue
                left -= len(group)
                known = set(group)
                found = [d for d in found if not set(d.documents) <= known]
                found += derive(group)
        self._derivations: dict[str, list[Derivation]] = {}
        for derivation in found:
            self._derivations.setdefault(derivation.documents[0], []).append(derivation)

    def count(self, told: Iterable[KeptStep]) -> int:
        """The number of independent origins of the reports that tell some steps."""
        words: dict[str, str] = {}
        for one in told:
            words[one.header.document] = f"{words.get(one.header.document, '')} {one.words}"
        if len(words) < 2:
            return len(words)
        return len(find_origins_of_words(words, (d for document in words for d in self._derivations.get(document, ()))))


def _by_words(pair: tuple[str, str]) -> Derivation:
    return Derivation(pair, Relation.COPY, None, ("the same runs of words",), COMMON)


@lru_cache(maxsize=5_000)
def _runs(words: str) -> frozenset[tuple[str, ...]]:
    """The runs of five words outside quotations."""
    found = WORD.findall(QUOTED.sub(" ", words).casefold())
    return frozenset(zip(*(found[i:] for i in range(RUN)), strict=False))


def _common(one: set[tuple[str, ...]], other: set[tuple[str, ...]]) -> float:
    return len(one & other) / max(1, min(len(one), len(other)))


def _sharing(marks: Iterable[tuple[object, str]]) -> Iterator[tuple[str, str]]:
    """Pairs of documents with a mark in common."""
    holders: dict[object, list[str]] = {}
    for mark, document in marks:
        holders.setdefault(mark, []).append(document)
    for those in holders.values():
        if 1 < len(those) <= MANY:
            yield from ((a, b) for a in those for b in those if a < b)


def _wordy(steps: Sequence[KeptStep]) -> Iterator[tuple[str, str]]:
    """Pairs of documents that tell of one affair of one actor in much the same words."""
    marked: dict[tuple[object, ...], list[KeptStep]] = {}
    for one in steps:
        marked.setdefault((one.step.affair, one.step.stance, one.step.actors), []).append(one)
    for those in marked.values():
        if len(those) <= MANY:
            for n, one in enumerate(those):
                for other in those[n + 1 :]:
                    first, second = one.header.document, other.header.document
                    left, right = content(one.words), content(other.words)
                    if first != second and len(left & right) >= WORDY * max(1, min(len(left), len(right))):
                        yield (min(first, second), max(first, second))


def _joined(pairs: Iterable[tuple[str, str]]) -> list[tuple[str, ...]]:
    """The documents that hang together by pairs, each group in order."""
    home: dict[str, str] = {}

    def top(document: str) -> str:
        while home.setdefault(document, document) != document:
            document = home[document]
        return document

    for first, second in sorted(pairs):
        home[top(second)] = top(first)
    groups: dict[str, list[str]] = {}
    for document in sorted(home):
        groups.setdefault(top(document), []).append(document)
    return [tuple(group) for group in groups.values()]
