"""Rated differences of the pairs of sentences of a point -> those that are told."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import combinations

from ..records import Difference

LEAST = 0.15  # chance that a difference is noted from which it is told
FIT = "fit together"  # how the reason of a difference ends that is none but in exactness
MOST = 3  # differences of one slot of a point


def chosen(
    group: Sequence[int], rated: Mapping[tuple[int, int], Sequence[Difference]], least: float = LEAST
) -> tuple[Difference, ...]:
    """The likeliest differences of a point that have no words in common, at most MOST of a slot, each with what other reports have
    in its place; what cannot both hold comes first, however unlikely it is noted, and figures that fit together last, lest they
    take in what do not."""
    found = [d for pair in combinations(sorted(group), 2) for d in rated.get(pair, ()) if d.hard or d.score >= least]
    out: list[Difference] = []
    for difference in sorted(found, key=lambda d: (not d.hard, d.slot == "number" and d.reason.endswith(FIT), -d.score)):
        place = next((k for k, other in enumerate(out) if meet(difference, other)), None)
        if place is None and sum(d.slot == difference.slot for d in out) < MOST:
            out.append(difference)
        elif place is not None and out[place].slot == difference.slot:
            out[place] = _joined(out[place], difference)
    return tuple(out)


def meet(one: Difference, other: Difference) -> bool:
    """Whether two differences have words in common."""
    return any(v.document == w.document and v.span.overlaps(w.span) for v in one.variants for w in other.variants)


def _joined(one: Difference, other: Difference) -> Difference:
    known = {v.document for v in one.variants}
    return replace(one, variants=(*one.variants, *(v for v in other.variants if v.document not in known)))
