"""Unit -> groups of units that tell the same point, by average linkage over a learnt likeness."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np

from ..stories.linkage import link
from ..stories.weights import Logistic
from .likeness import Array, Measures, pair_features
from .units import Unit
from .weights import ALIGNMENT


@dataclass(frozen=True, slots=True)
class Bounds:
    """Least likeness: `join`, mean of two groups that are still one point; `alone`, of two sentences that are a point by
    themselves; `also`, of a sentence with one of another point from which it tells that point too."""

    join: float
    alone: float
    also: float


# Between two reports no third one can speak against a pair, nor bring it about by chance: less is asked.
OF_TWO = Bounds(0.30, 0.30, 0.30)
OF_MANY = Bounds(0.45, 0.50, 0.60)
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
    units: Sequence[Unit], pairs: Mapping[tuple[int, int], float], bounds: Bounds | None = None
) -> tuple[tuple[int, ...], ...]:
    """Groups of unit numbers, in the order of their first units; `bounds` by the number of reports. Pairs of one report do not
    count in a mean, but for those that say the same thing twice. Two sentences that nothing else joins need more; one that
    resembles no other of its group leaves it. Every unit is in one group; a sentence that tells several things is in others
    too, each time with sentences of one other group."""
    if bounds is None:
        bounds = OF_TWO if len({u.report for u in units}) <= 2 else OF_MANY
    linked = link(len(units), pairs, bounds.join, [u.report for u in units])
    groups = [part for group in linked for part in _parts(group, pairs, bounds.alone, units)]
    return tuple(sorted([*groups, *_second_groups(units, pairs, groups, bounds.also)]))


def _second_groups(
    units: Sequence[Unit], pairs: Mapping[tuple[int, int], float], groups: Sequence[tuple[int, ...]], also: float
) -> list[tuple[int, ...]]:
    """Groups that cut across the others: a unit with all those of one other group that it resembles by `also`."""
    home = {i: number for number, group in enumerate(groups) for i in group}
    stars: dict[tuple[int, int], set[int]] = {}
    for (i, j), likeness in pairs.items():
        if home[i] == home[j] or units[i].report == units[j].report or likeness < _needed(also, units[i], units[j]):
            continue
        stars.setdefault((i, home[j]), set()).add(j)
        stars.setdefault((j, home[i]), set()).add(i)
    out, told = [], set()
    for (middle, _), others in sorted(stars.items(), key=lambda star: (-len(star[1]), star[0])):
        fresh = sorted(j for j in others if (min(middle, j), max(middle, j)) not in told)
        told |= {(min(middle, j), max(middle, j)) for j in fresh}
        if fresh:
            out.append(tuple(sorted((middle, *fresh))))
    return out


def _needed(least: float, left: Unit, right: Unit) -> float:
    return max(least, BRIEF_ALONE) if min(len(left.matter), len(right.matter)) <= BRIEF else least


def _parts(
    group: tuple[int, ...], pairs: Mapping[tuple[int, int], float], alone: float, units: Sequence[Unit]
) -> tuple[tuple[int, ...], ...]:
    if len(group) == 2 and pairs[group[0], group[1]] < _needed(alone, units[group[0]], units[group[1]]):
        return (group[:1], group[1:])
    if len(group) > 2:
        nearest = {i: max(pairs.get((min(i, j), max(i, j)), 0.0) for j in group if j != i) for i in group}
        loosest = min(group, key=lambda i: (nearest[i], i))
        if nearest[loosest] < LOOSE:
            return ((loosest,), *_parts(tuple(i for i in group if i != loosest), pairs, alone, units))
    return (group,)
