"""Unit -> groups of units that tell the same point, by average linkage over a learnt likeness."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

import numpy as np

from ..stories.linkage import link
from ..stories.weights import Logistic
from .likeness import Array, Measures, pair_features
from .units import Unit
from .weights import ALIGNMENT

THRESHOLD = 0.28  # mean likeness of two groups that are still one point
ALONE = 0.40  # likeness of two sentences that are a point by themselves
BRIEF = 3  # words of matter of a sentence that has little to go by
BRIEF_ALONE = 0.55  # likeness that it needs to make a point with one other
LOOSE = 0.40  # likeness that a sentence of a larger group has with one at least of its others
FLOOR = 0.03  # a pair below this counts as nothing in a mean
REPEATED = 0.88  # cosine at which a report says the same thing twice


def likenesses(units: Sequence[Unit], measures: Measures, model: Logistic = ALIGNMENT) -> dict[tuple[int, int], float]:
    """Probability that two units tell one point, for all pairs worth keeping (i < j)."""
    of_report: dict[int, list[int]] = {}
    for i, unit in enumerate(units):
        of_report.setdefault(unit.report, []).append(i)
    out: dict[tuple[int, int], float] = {}
    for own in of_report.values():
        out.update(_kept(own, own, measures.vectors[own] @ measures.vectors[own].T, REPEATED))
    for first, second in combinations(sorted(of_report), 2):
        rows, columns = of_report[first], of_report[second]
        out.update(_kept(rows, columns, model.probability(pair_features(measures, rows, columns)), FLOOR))
    return out


def _kept(rows: list[int], columns: list[int], values: Array, least: float) -> Iterator[tuple[tuple[int, int], float]]:
    for x, y in zip(*np.nonzero(values >= least), strict=True):
        if rows[x] < columns[y]:
            yield (rows[x], columns[y]), min(1.0, float(values[x, y]))


def align(
    units: Sequence[Unit], pairs: dict[tuple[int, int], float], threshold: float = THRESHOLD, alone: float = ALONE
) -> tuple[tuple[int, ...], ...]:
    """Groups of unit numbers, each unit in one, in the order of their first units. Pairs of one report do not count in a
    mean, but for those that say the same thing twice. Two sentences that nothing else joins need the likeness `alone`; one
    that resembles no other of its group leaves it."""
    groups = link(len(units), pairs, threshold, [u.report for u in units])
    return tuple(sorted(part for group in groups for part in _parts(group, pairs, alone, units)))


def _parts(
    group: tuple[int, ...], pairs: dict[tuple[int, int], float], alone: float, units: Sequence[Unit]
) -> tuple[tuple[int, ...], ...]:
    if len(group) == 2:
        brief = min(len(units[i].matter) for i in group) <= BRIEF
        if pairs[group[0], group[1]] < (max(alone, BRIEF_ALONE) if brief else alone):
            return (group[:1], group[1:])
    if len(group) > 2:
        nearest = {i: max(pairs.get((min(i, j), max(i, j)), 0.0) for j in group if j != i) for i in group}
        loosest = min(group, key=lambda i: (nearest[i], i))
        if nearest[loosest] < LOOSE:
            return ((loosest,), *_parts(tuple(i for i in group if i != loosest), pairs, alone, units))
    return (group,)
