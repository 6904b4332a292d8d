"""Telling x Telling -> a difference of when or where."""

from __future__ import annotations

import re

from ..records import Difference, Precision, ZoneKind
from .frames import near_places
from .parties import apart
from .stages import STAGE
from .tellings import Telling, of_one_week
from .twins import make, same_time, twins, verb_of

_DAYS = {Precision.DAY, Precision.TIME}
ALIKE = 0.7  # likeness of two sentences whose only dates are those of one thing
_PICTURE = re.compile(r"\b(?:file photo|photo shows|image shows|file picture)\b", re.IGNORECASE)


def date_difference(left: Telling, right: Telling, likeness: float) -> Difference | None:
    """One act on days that exclude one another; the only dates of two sentences where these are very like (`likeness` 0..1)."""
    for a, b in twins(left, right):
        if a.when is None or b.when is None or a.when_span is None or b.when_span is None or same_time(a.when, b.when):
            continue
        if verb_of(a, left) == verb_of(b, right) and a.when.precision in _DAYS and b.when.precision in _DAYS:
            hard = STAGE[a.status] == STAGE[b.status] == "done"
            return make("date", left, a.when_span, right, b.when_span, f"{a.when.value} / {b.when.value}", 0.6, hard)
    ours, theirs = left.dates(), right.dates()
    if (
        len(ours) == len(theirs) == 1
        and likeness >= ALIKE
        and of_one_week(left, right)
        and not same_time(ours[0].when, theirs[0].when)
        and not _pictures(left, right)
    ):
        reason = f"{ours[0].when.value} / {theirs[0].when.value}"
        return make("date", left, ours[0].span, right, theirs[0].span, reason, 0.4)
    return None


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
