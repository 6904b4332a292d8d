"""Aligned units -> Difference: where the reports do not tell one point alike, slot by slot."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import combinations

from ..records import Difference, Reading
from .causes import cause_difference
from .counts import number_difference
from .slots import (
    actor_difference,
    date_difference,
    place_difference,
    recipient_difference,
    status_difference,
)
from .tellings import Telling, telling_of
from .units import Unit
from .voices import attribution_difference

SURE = 0.18  # least score of a difference: that of its rule times the likeness of the two sentences
Judge = Callable[[Telling, Telling], Difference | None]
JUDGES: tuple[Judge, ...] = (
    number_difference,
    date_difference,
    place_difference,
    actor_difference,
    recipient_difference,
    status_difference,
    cause_difference,
    attribution_difference,
)


def find_differences(
    units: Sequence[Unit], readings: Sequence[Reading], group: Sequence[int], pairs: Mapping[tuple[int, int], float]
) -> tuple[Difference, ...]:
    """The differences of one point: of each slot one, from the two reports that differ most surely, with the others' words
    for it beside. Pairs of sentences that resemble one another most are looked at first."""
    if len({units[i].report for i in group}) < 2:
        return ()
    tellings = {i: telling_of(units[i], readings[units[i].report]) for i in group}
    across = [(i, j) for i, j in combinations(group, 2) if units[i].report != units[j].report]
    across.sort(key=lambda pair: -pairs.get(pair, 0.0))
    return tuple(d for judge in JUDGES if (d := _first(judge, tellings, across, pairs)) is not None)


def _first(
    judge: Judge, tellings: Mapping[int, Telling], across: Sequence[tuple[int, int]], pairs: Mapping[tuple[int, int], float]
) -> Difference | None:
    """The surest difference of one slot, and what the other reports have in its place."""
    found = list(_judged(judge, tellings, across, pairs))
    if not found:
        return None
    best = max(found, key=lambda d: (d.hard, d.score))
    variants = {v.document: v for v in best.variants}
    for other in found:
        if any(variants.get(v.document) == v for v in other.variants):
            for variant in other.variants:
                variants.setdefault(variant.document, variant)
    return replace(best, variants=tuple(variants.values()))


def _judged(
    judge: Judge, tellings: Mapping[int, Telling], across: Sequence[tuple[int, int]], pairs: Mapping[tuple[int, int], float]
) -> Iterator[Difference]:
    for i, j in across:
        difference = judge(tellings[i], tellings[j])
        if difference is not None:
            score = difference.score * pairs.get((i, j), 0.0)
            if score >= SURE:
                yield replace(difference, score=round(score, 3))
