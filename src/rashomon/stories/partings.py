"""Pairs of reports with their likeness -> the stories: average linkage, then the reports left over to the nearest story."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from .linkage import link
from .neighbours import MOST

MERGE = 0.30  # mean likeness of two groups that are still one story
NEAREST = 3  # members of a story that a report which stands alone must be like to join it
JOIN, CLEARLY = 0.25, 1.3  # mean likeness with these from which it joins, if it is so many times that with the next best story
FAINTLY, BY_FAR = 0.10, 3.0  # the same for news of the same days


@dataclass(frozen=True, slots=True)
class Pairs:
    """The pairs that were compared, as four arrays: numbers of two reports, their likeness, and whether both are news of the
    same days, as far as that is known."""

    one: NDArray[np.int32]
    other: NDArray[np.int32]
    likeness: NDArray[np.float32]
    together: NDArray[np.bool_]

    def where(self, kept: NDArray[np.bool_]) -> Pairs:
        return Pairs(self.one[kept], self.other[kept], self.likeness[kept], self.together[kept])


def part_stories(order: Sequence[int], pairs: Pairs) -> list[tuple[int, ...]]:
    """Members of each story; they, and the stories by their first members, in the order of `order` (all numbers, each once).

    No two groups are joined without one pair as like as MERGE, so that what such pairs do not connect is parted each by
    itself.
    """
    place = np.zeros(len(order), np.int32)
    place[list(order)] = np.arange(len(order))
    ranked = Pairs(place[pairs.one], place[pairs.other], pairs.likeness, pairs.together)
    clusters = _connected(len(order), ranked.where(ranked.likeness >= MERGE))
    groups = _attached(_linked(clusters, ranked), ranked, len(order))
    return [tuple(order[i] for i in group) for group in sorted(groups)]


def _linked(clusters: NDArray[np.int32], pairs: Pairs) -> list[tuple[int, ...]]:
    """The groups that average linkage makes within each connected part."""
    position = np.zeros(len(clusters), np.int32)
    members: dict[int, list[int]] = {}
    for i, cluster in enumerate(clusters.tolist()):
        own = members.setdefault(cluster, [])
        position[i] = len(own)
        own.append(i)
    within = pairs.where(clusters[pairs.one] == clusters[pairs.other])
    firsts, seconds = np.sort(np.stack([position[within.one], position[within.other]]), axis=0)
    known: dict[int, dict[tuple[int, int], float]] = {}
    columns = (clusters[within.one], firsts, seconds, within.likeness)
    for cluster, a, b, value in zip(*(column.tolist() for column in columns), strict=True):
        known.setdefault(cluster, {})[a, b] = value
    return [
        tuple(own[i] for i in group)
        for cluster, own in members.items()
        for group in link(len(own), known.get(cluster, {}), MERGE, most=MOST)
    ]


def _attached(groups: list[tuple[int, ...]], pairs: Pairs, size: int) -> list[tuple[int, ...]]:
    """A report that stands alone may be like a few members of a story that has many sides, and not like the rest; or tell it
    from the other side, in other words, and be like nothing else. It joins the story of these days whose nearest members it is
    most like, if it is so clearly: the less like, the more clearly."""
    home = np.zeros(size, np.int32)
    for number, group in enumerate(groups):
        home[list(group)] = number
    large = np.array([len(group) for group in groups])
    near: dict[int, dict[int, list[tuple[float, bool]]]] = {}
    for one, other in ((pairs.one, pairs.other), (pairs.other, pairs.one)):
        kept = (large[home[one]] == 1) & (home[one] != home[other])
        columns = (one[kept], home[other[kept]], pairs.likeness[kept], pairs.together[kept])
        for alone, story, value, together in zip(*(column.tolist() for column in columns), strict=True):
            near.setdefault(alone, {}).setdefault(story, []).append((value, together))
    joined: dict[int, list[int]] = {}
    for alone, stories in near.items():
        nearest = {story: sorted(found)[-NEAREST:] for story, found in stories.items()}
        means = sorted(((sum(v for v, _ in n) / min(NEAREST, large[story]), story) for story, n in nearest.items()), reverse=True)
        (best, story), second = means[0], means[1][0] if len(means) > 1 else 0.0
        of_these_days = all(together for _, together in nearest[story])
        if large[story] > 1 and (
            (best >= JOIN and best >= CLEARLY * second) or (of_these_days and best >= FAINTLY and best >= BY_FAR * second)
        ):
            joined.setdefault(story, []).append(alone)
    gone = {home[alone] for members in joined.values() for alone in members}
    return [tuple(sorted((*group, *joined.get(n, ())))) for n, group in enumerate(groups) if n not in gone]


def _connected(size: int, pairs: Pairs) -> NDArray[np.int32]:
    """The number of the connected part that each of 0..size-1 belongs to."""
    home = list(range(size))

    def top(i: int) -> int:
        while home[i] != i:
            home[i] = home[home[i]]
            i = home[i]
        return i

    for a, b in zip(pairs.one.tolist(), pairs.other.tolist(), strict=True):
        first, second = sorted((top(a), top(b)))
        home[second] = first
    return np.array([top(i) for i in range(size)], np.int32)
