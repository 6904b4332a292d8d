"""Telling x Telling -> a difference of when or where."""

from __future__ import annotations

import re
from itertools import product

from ..records import Difference, Timex, ZoneKind
from .acts import one_act
from .frames import happened, near_places
from .parties import apart
from .tellings import Telling, of_one_week
from .twins import make, same_time, twins

ALIKE = 0.7  # likeness of two sentences whose only dates are those of one thing
DAYS = 7  # days between two dates that may be of one thing
_PICTURE = re.compile(r"\b(?:file photo|photo shows|image shows|file picture)\b", re.IGNORECASE)


def date_difference(left: Telling, right: Telling, likeness: float) -> Difference | None:
    """One act on days that exclude one another; the only dates of two sentences where these are very like (`likeness` 0..1)."""
    if _pictures(left, right) or not of_one_week(left, right):
        return None
    for (i, one), (j, other) in product(left.acts_dated(), right.acts_dated()):
        if i is None or j is None or not (_is_day(one) and _is_day(other)):
            continue
        verbs = [t.unit.sentence.tokens[k].lemma.lower() for t, k in ((left, i), (right, j))]
        if one_act(*verbs) and _rivals(one, other) and not _both_days(left, right, one, other):
            # What was planned for one day and was done on another did not go as told.
            hard = happened(left.unit.sentence, i) or happened(right.unit.sentence, j)
            reason = f"{verbs[0]}: {one.when.value} / {other.when.value}"
            return make("date", left, one.span, right, other.span, reason, 0.7 if hard else 0.6, hard)
    ours, theirs = left.dates(), right.dates()
    if len(ours) == len(theirs) == 1 and likeness >= ALIKE and _rivals(ours[0], theirs[0]):
        hard = _is_day(ours[0]) and _is_day(theirs[0]) and _done(left) and _done(right)
        reason = f"{ours[0].when.value} / {theirs[0].when.value}"
        return make("date", left, ours[0].span, right, theirs[0].span, reason, 0.5 if hard else 0.4, hard)
    return None


def _done(telling: Telling) -> bool:
    """Whether all that the sentence dates has happened."""
    acts = [i for i, _ in telling.acts_dated()]
    return all(i is not None and happened(telling.unit.sentence, i) for i in acts)


def _is_day(timex: Timex) -> bool:
    return timex.when.earliest == timex.when.latest


def _rivals(one: Timex, other: Timex) -> bool:
    """Times that exclude one another; days far from one another are of two things."""
    if same_time(one.when, other.when):
        return False
    return not (_is_day(one) and _is_day(other)) or abs(_first(one) - _first(other)) <= DAYS


def _first(timex: Timex) -> int:
    return timex.when.earliest.toordinal() if timex.when.earliest is not None else 0


def _both_days(left: Telling, right: Telling, one: Timex, other: Timex) -> bool:
    """Whether either sentence names the other's day too: then it tells of both."""
    named = [*((t, other) for t in left.dates()), *((t, one) for t in right.dates())]
    return any(_is_day(t) and same_time(t.when, their.when) for t, their in named)


def _pictures(*tellings: Telling) -> bool:
    """Whether one of them stands under a picture, which has a day of its own."""
    return any(t.unit.sentence.zone is ZoneKind.CAPTION or _PICTURE.search(t.unit.text) for t in tellings)


def place_difference(left: Telling, right: Telling) -> Difference | None:
    """One act at places of which neither is the other."""
    for a, b in twins(left, right):
        if a.place is not None and b.place is not None and a.place.id and b.place.id and a.place.id != b.place.id:
            return make("place", left, a.place.span, right, b.place.span, f"{a.place.id} / {b.place.id}", 0.5)
    for thing, one in near_places(left.unit.sentence):
        for same, other in near_places(right.unit.sentence):
            if thing == same and apart(one, left, other, right):
                reason = f"{thing} near {left.words(one.span)} / {right.words(other.span)}"
                return make("place", left, one.span, right, other.span, reason, 0.5)
    return None
