"""Aligned units -> Difference: where the reports do not tell one point alike, slot by slot."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import combinations, islice

from ..records import Difference
from .alignment import BOUNDS
from .causes import cause_difference
from .circumstances import date_difference, place_difference
from .counts import number_difference, plural_difference
from .exactness import time_exactness, times_apart
from .parties import actor_difference, recipient_difference
from .stages import status_difference
from .substitutions import substitution
from .tellings import Telling
from .titles import title_difference
from .units import Unit
from .voices import attribution_difference

_WORD = re.compile(r"\w+")
SURE = 0.18  # least score of a difference: that of its rule times the likeness of the two sentences
MOST = 3  # differences of one slot of a point; of sources one is told, with all who tell it on other words
Judge = Callable[[Telling, Telling, float], Difference | None]


def _plain(judge: Callable[[Telling, Telling], Difference | None]) -> Judge:
    """A judge that does not ask how alike the two sentences are."""
    return lambda left, right, likeness: judge(left, right)


JUDGES: tuple[Judge, ...] = (
    _plain(number_difference),
    _plain(plural_difference),
    date_difference,
    _plain(time_exactness),
    _plain(times_apart),
    _plain(place_difference),
    _plain(actor_difference),
    _plain(recipient_difference),
    _plain(status_difference),
    _plain(cause_difference),
    _plain(substitution),
    _plain(title_difference),
    attribution_difference,
)


def find_differences(
    units: Sequence[Unit], telling: Callable[[int], Telling], group: Sequence[int], pairs: Mapping[tuple[int, int], float]
) -> tuple[Difference, ...]:
    """The differences of one point, at most MOST of a slot: each from the two reports that differ most surely, with the others'
    words for it beside. Sentences of the same words never differ. `telling(i)` is what unit i tells."""
    if len({units[i].report for i in group}) < 2:
        return ()
    across = [
        (telling(i), telling(j), max(pairs.get((i, j), 0.0), BOUNDS.join))
        for i, j in combinations(group, 2)
        if units[i].report != units[j].report and _wording(units[i].text) != _wording(units[j].text)
    ]
    across.sort(key=lambda pair: -pair[2])
    found: dict[str, list[Difference]] = {}
    for judge in JUDGES:
        for difference in _judged(judge, across):
            found.setdefault(difference.slot, []).append(difference)
    return tuple(d for slot, own in found.items() for d in islice(_merged(own), 1 if slot == "attribution" else MOST))


def _judged(judge: Judge, across: Sequence[tuple[Telling, Telling, float]]) -> Iterator[Difference]:
    for left, right, likeness in across:
        difference = judge(left, right, likeness)
        if difference is not None and len({_wording(v.text) for v in difference.variants}) > 1:
            score = difference.score * likeness
            if score >= SURE:
                yield replace(difference, score=round(score, 3))


def _merged(found: Sequence[Difference]) -> Iterator[Difference]:
    """The surest differences of one slot that have no words in common, each with what other reports have in its place."""
    rest = sorted(found, key=lambda d: (not d.hard, -d.score))
    while rest:
        best, *rest = rest
        variants = {v.document: v for v in best.variants}
        for other in rest:
            if any(variants.get(v.document) == v for v in other.variants):
                for variant in other.variants:
                    variants.setdefault(variant.document, variant)
        yield replace(best, variants=tuple(variants.values()))
        rest = [
            d
            for d in rest
            if not any(v.document == w.document and v.span.overlaps(w.span) for v in d.variants for w in variants.values())
        ]


def told_once(points: Sequence[tuple[Difference, ...]]) -> list[tuple[Difference, ...]]:
    """The differences of all points without those that say again what another of the slot says: points may have sentences in
    common, and reports say one thing twice. Of two between the same reports, one of which has the same words in both, the surer
    is kept; what cannot both hold is told once, whoever says it again."""
    kept: set[tuple[int, int]] = set()
    told: list[tuple[str, set[str], set[tuple[str, str]]]] = []
    hard: list[set[str]] = []
    order = sorted((not d.hard, -d.score, n, k) for n, own in enumerate(points) for k, d in enumerate(own))
    for _, _, n, k in order:
        d = points[n][k]
        words = {(v.document, _wording(v.text)) for v in d.variants}
        reports, said = {document for document, _ in words}, {f"{d.slot} {wording}" for _, wording in words}
        again = any(d.slot == slot and reports <= others and words & theirs for slot, others, theirs in told)
        if not again and not (d.hard and any(said <= h for h in hard)):
            told.append((d.slot, reports, words))
            hard += [said] if d.hard else []
            kept.add((n, k))
    return [tuple(d for k, d in enumerate(own) if (n, k) in kept) for n, own in enumerate(points)]


def _wording(text: str) -> str:
    return " ".join(_WORD.findall(text.lower()))
