"""Unit -> groups of units that tell the same point, by average linkage over a learnt likeness."""

from __future__ import annotations

import heapq
from collections.abc import Iterator, Sequence
from itertools import combinations

import numpy as np

from .likeness import Array, Measures, pair_features
from .units import Unit
from .weights import ALIGNMENT

THRESHOLD = 0.30  # mean likeness of two groups that are still one point
FLOOR = 0.03  # a pair below this counts as nothing in a mean
REPEATED = 0.88  # cosine at which a report says the same thing twice


def likenesses(units: Sequence[Unit], measures: Measures) -> dict[tuple[int, int], float]:
    """Probability that two units tell one point, for all pairs worth keeping (i < j)."""
    of_report: dict[int, list[int]] = {}
    for i, unit in enumerate(units):
        of_report.setdefault(unit.report, []).append(i)
    out: dict[tuple[int, int], float] = {}
    for own in of_report.values():
        out.update(_kept(own, own, measures.vectors[own] @ measures.vectors[own].T, REPEATED))
    for first, second in combinations(sorted(of_report), 2):
        rows, columns = of_report[first], of_report[second]
        out.update(_kept(rows, columns, ALIGNMENT.probability(pair_features(measures, rows, columns)), FLOOR))
    return out


def _kept(rows: list[int], columns: list[int], values: Array, least: float) -> Iterator[tuple[tuple[int, int], float]]:
    for x, y in zip(*np.nonzero(values >= least), strict=True):
        if rows[x] < columns[y]:
            yield (rows[x], columns[y]), min(1.0, float(values[x, y]))


def align(units: Sequence[Unit], pairs: dict[tuple[int, int], float]) -> tuple[tuple[int, ...], ...]:
    """Groups of unit numbers, each unit in one, in the order of their first units. Pairs of one report do not count in a
    mean, but for those that say the same thing twice."""
    sums: list[dict[int, float]] = [{} for _ in units]
    for (i, j), p in pairs.items():
        sums[i][j] = sums[j][i] = p
    members = [[i] for i in range(len(units))]
    reports = [{u.report: 1} for u in units]
    heap = [(-p, i, j) for (i, j), p in pairs.items() if p >= THRESHOLD]
    heapq.heapify(heap)
    alive = [True] * len(units)
    while heap:
        minus, i, j = heapq.heappop(heap)
        if not (alive[i] and alive[j]) or -minus != _mean(sums[i].get(j, 0.0), reports[i], reports[j]):
            continue
        alive[j] = False
        members[i] += members[j]
        for report, count in reports[j].items():
            reports[i][report] = reports[i].get(report, 0) + count
        for k, total in sums[j].items():
            sums[k].pop(j, None)
            if k != i:
                sums[i][k] = sums[k][i] = sums[i].get(k, 0.0) + total
        sums[i].pop(j, None)
        for k, total in sums[i].items():
            mean = _mean(total, reports[i], reports[k])
            if alive[k] and mean >= THRESHOLD:
                heapq.heappush(heap, (-mean, i, k))
    return tuple(sorted(tuple(sorted(m)) for i, m in enumerate(members) if alive[i]))


def _mean(total: float, left: dict[int, int], right: dict[int, int]) -> float:
    """Mean over the pairs of different reports; where all pairs are of one report, over these."""
    within = sum(count * right.get(report, 0) for report, count in left.items())
    across = sum(left.values()) * sum(right.values()) - within
    return total / (across or within)
