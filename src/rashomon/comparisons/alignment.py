"""Unit -> groups of units that tell the same point, by average linkage over a learnt likeness."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np

from ..stories.linkage import link
from ..stories.weights import Logistic
from .likeness import Array, Measures, pair_features
from .opinions import POINT, Judge
from .units import Unit
from .weights import ALIGNMENT, JUDGED

Pairs = dict[tuple[int, int], float]


@dataclass(frozen=True, slots=True)
class Bounds:
    """Least likeness: `join`, mean of two groups that are still one point; `alone`, of two sentences that are a point by
    themselves; `also`, of a sentence with one of another point from which it tells that point too."""

    join: float
    alone: float
    also: float


BOUNDS = Bounds(0.35, 0.35, 0.35)
RELATED = 0.50  # likeness of the most alike sentences, below which reports tell nothing in common
FLOOR = 0.03  # a pair below this counts as nothing in a mean
REPEATED = 0.88  # cosine at which a report says the same thing twice
A_SENTENCE = 3  # pairs a sentence that are judged again: reading both sentences at once takes some milliseconds a pair
MOST = 450  # and in all


def likenesses(units: Sequence[Unit], measures: Measures, model: Logistic = ALIGNMENT) -> Pairs:
    """Probability that two units tell one point, for all pairs worth keeping (i < j)."""
    of_report: dict[int, list[int]] = {}
    for i, unit in enumerate(units):
        of_report.setdefault(unit.report, []).append(i)
    out: Pairs = {}
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


def judged(units: Sequence[Unit], pairs: Pairs, judge: Judge, model: Logistic = JUDGED) -> Pairs:
    """The pairs, of which the likeliest between two reports are judged anew by both sentences read at once."""
    chosen = likeliest(units, pairs)
    if not chosen:
        return pairs
    after = model.probability(judged_features(units, pairs, chosen, judge))
    return pairs | dict(zip(chosen, map(float, after), strict=True))


def likeliest(units: Sequence[Unit], pairs: Pairs) -> list[tuple[int, int]]:
    """The pairs between two reports that are worth reading, the likeliest first."""
    across = sorted((-likeness, pair) for pair, likeness in pairs.items() if units[pair[0]].report != units[pair[1]].report)
    return [pair for _, pair in across[: min(MOST, A_SENTENCE * len(units))]]


def judged_features(units: Sequence[Unit], pairs: Pairs, chosen: Sequence[tuple[int, int]], judge: Judge) -> Array:
    """Array (pairs, 2): the log odds of each by the numbers of likeness.py, and the judge's score."""
    before = np.clip([pairs[pair] for pair in chosen], FLOOR, 1 - FLOOR)
    scores = judge([(units[i].text, units[j].text) for i, j in chosen])[:, POINT]
    return np.stack([np.log(before / (1 - before)), scores], axis=-1).astype(np.float32)


def align(units: Sequence[Unit], pairs: Mapping[tuple[int, int], float], bounds: Bounds = BOUNDS) -> tuple[tuple[int, ...], ...]:
    """Groups of unit numbers, in the order of their first units. Pairs of one report do not count in a mean, but for those that
    say the same thing twice. Two sentences that nothing else joins need more; one that resembles no other of its group leaves
    it. Every unit is in one group; a sentence that tells several things is in others too, each time with sentences of one other
    group. Reports of which no two sentences are much alike share nothing."""
    if all(likeness < RELATED for (i, j), likeness in pairs.items() if units[i].report != units[j].report):
        return tuple((i,) for i in range(len(units)))
    linked = link(len(units), pairs, bounds.join, [u.report for u in units])
    groups = [part for group in linked for part in _parts(group, pairs, bounds)]
    return tuple(sorted([*groups, *_second_groups(units, pairs, groups, bounds.also)]))


def _second_groups(
    units: Sequence[Unit], pairs: Mapping[tuple[int, int], float], groups: Sequence[tuple[int, ...]], also: float
) -> list[tuple[int, ...]]:
    """Groups that cut across the others: a unit with all those of one other group that it resembles by `also`."""
    home = {i: number for number, group in enumerate(groups) for i in group}
    stars: dict[tuple[int, int], set[int]] = {}
    for (i, j), likeness in pairs.items():
        if home[i] == home[j] or units[i].report == units[j].report or likeness < also:
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


def _parts(group: tuple[int, ...], pairs: Mapping[tuple[int, int], float], bounds: Bounds) -> tuple[tuple[int, ...], ...]:
    """The group without the sentences that resemble no other of it; two that are not alike enough to be a point alone."""
    if len(group) == 2 and pairs[group[0], group[1]] < bounds.alone:
        return (group[:1], group[1:])
    if len(group) > 2:
        nearest = {i: max(pairs.get((min(i, j), max(i, j)), 0.0) for j in group if j != i) for i in group}
        loosest = min(group, key=lambda i: (nearest[i], i))
        if nearest[loosest] < bounds.join:
            return ((loosest,), *_parts(tuple(i for i in group if i != loosest), pairs, bounds))
    return (group,)


def sureness(group: Sequence[int], pairs: Mapping[tuple[int, int], float]) -> float:
    """How sure it is that the units tell one point: mean over the pairs that were looked at; 1 for a single unit."""
    known = [pairs[pair] for pair in combinations(group, 2) if pair in pairs]
    return sum(known) / len(known) if known else 1.0
