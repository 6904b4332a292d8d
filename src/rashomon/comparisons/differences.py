"""Aligned units -> Difference: where the reports do not tell one point alike, slot by slot."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from itertools import combinations

from ..records import Difference
from .alignment import BOUNDS
from .causes import cause_difference
from .chances import PHRASES, rate
from .choices import chosen
from .circumstances import date_difference, place_difference
from .counts import number_difference, plural_difference, toll_difference
from .exactness import time_exactness, times_apart
from .likeness import Encode, likest_first
from .parties import actor_difference, recipient_difference
from .stages import status_difference
from .substitutions import substitution
from .tellings import Telling
from .titles import title_difference
from .units import Unit
from .voices import attribution_difference

PHRASED = frozenset({"number", "date", "actor", "cause", "attribution"})  # of other slots mere phrases are hardly ever noted
MOST = 400  # pairs of sentences of one point that are held against one another, the likest: few differences are told of it
_WORD = re.compile(r"\w+")
Judge = Callable[[Telling, Telling, float], Difference | None]


def _plain(judge: Callable[[Telling, Telling], Difference | None]) -> Judge:
    """A judge that does not ask how alike the two sentences are."""
    return lambda left, right, likeness: judge(left, right)


JUDGES: tuple[Judge, ...] = (
    _plain(number_difference),
    _plain(toll_difference),
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
    units: Sequence[Unit],
    telling: Callable[[int], Telling],
    groups: Sequence[Sequence[int]],
    likeness: Mapping[tuple[int, int], float],
    encode: Encode,
    retold: Set[frozenset[int]] = frozenset(),
) -> list[tuple[Difference, ...]]:
    """The differences of each point, at most choices.MOST of a slot: each from the two reports that differ most surely, with the
    others' words for it beside. `telling(i)` is what unit i tells. `retold`: two reports of which one has the other's
    text, in its own words perhaps."""
    asked = sorted({pair for group in groups for pair in likest_first(across(units, group), likeness)[:MOST]})
    found = {(i, j): heard(telling(i), telling(j), likeness.get((i, j), 0.0)) for i, j in asked}
    rated = rate(units, telling, groups, likeness, found, encode)
    worth = {
        (i, j): [d for d in own if d.rule != PHRASES or _is_worth(d, {units[i].report, units[j].report} in retold)]
        for (i, j), own in rated.items()
    }
    return [chosen(group, worth) for group in groups]


def _is_worth(difference: Difference, retold: bool) -> bool:
    """Whether phrases that no judge names are shown: a doer in other words is the same where one report retells the other."""
    return difference.slot in PHRASED and not (retold and difference.slot == "actor")


def across(units: Sequence[Unit], group: Sequence[int]) -> Iterator[tuple[int, int]]:
    """The pairs of sentences of two reports in a group. Sentences of the same words never differ."""
    for i, j in combinations(sorted(group), 2):
        if units[i].report != units[j].report and _wording(units[i].text) != _wording(units[j].text):
            yield i, j


def heard(left: Telling, right: Telling, likeness: float) -> list[Difference]:
    """What the judges see between two sentences of one point."""
    found = (judge(left, right, max(likeness, BOUNDS.join)) for judge in JUDGES)
    return [d for d in found if d is not None and len({_wording(v.text) for v in d.variants}) > 1]


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
