"""Pairs with a likeness -> groups, by average linkage; the same groups whatever the order of the pairs."""

from __future__ import annotations

import heapq
from collections.abc import Hashable, Mapping, Sequence

Pairs = Mapping[tuple[int, int], float]


def link(
    size: int, pairs: Pairs, threshold: float, sides: Sequence[Hashable] | None = None, most: int | None = None
) -> tuple[tuple[int, ...], ...]:
    """Groups of 0..size-1 in the order of their first members: the two most alike groups are joined as long as their mean
    likeness is `threshold`. A pair (i < j) that is not in `pairs` counts as 0. With `sides`, a mean is taken over pairs of
    different sides only (of one side where there are no others); with `most`, over at most so many partners of each member of
    the smaller group, because nobody was compared with more."""
    sums: list[dict[int, float]] = [{} for _ in range(size)]
    for (i, j), likeness in pairs.items():
        sums[i][j] = sums[j][i] = likeness
    members = [[i] for i in range(size)]
    counts: list[dict[Hashable, int]] = [{} if sides is None else {sides[i]: 1} for i in range(size)]

    def mean(total: float, i: int, j: int) -> float:
        few, many = sorted((len(members[i]), len(members[j])))
        within = sum(count * counts[j].get(side, 0) for side, count in counts[i].items())
        across = few * (many if most is None else min(many, most)) - within
        return total / (across or within)

    heap = [(-likeness, i, j) for (i, j), likeness in pairs.items() if likeness >= threshold]
    heapq.heapify(heap)
    while heap:
        minus, i, j = heapq.heappop(heap)
        if not members[i] or not members[j] or -minus != mean(sums[i].get(j, 0.0), i, j):
            continue
        _join(i, j, members, counts, sums)
        for k, total in sums[i].items():
            value = mean(total, i, k)
            if value >= threshold:
                heapq.heappush(heap, (-value, min(i, k), max(i, k)))
    return tuple(sorted(tuple(sorted(m)) for m in members if m))


def _join(i: int, j: int, members: list[list[int]], counts: list[dict[Hashable, int]], sums: list[dict[int, float]]) -> None:
    members[i] += members[j]
    members[j] = []
    for side, count in counts[j].items():
        counts[i][side] = counts[i].get(side, 0) + count
    for k, total in sums[j].items():
        sums[k].pop(j, None)
        if k != i:
            sums[i][k] = sums[k][i] = sums[i].get(k, 0.0) + total
    sums[i].pop(j, None)
    sums[j] = {}
