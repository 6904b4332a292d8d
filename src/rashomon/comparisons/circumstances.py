"""Telling x Telling -> a difference of when or where."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import product

from ..records import Difference, Timex, ZoneKind
from .acts import one_act
from .dated import is_day, of_one_night, same_time
from .deeds import Deed, Fit, Where, circumstances_fit, fit, places_fit, surely_one
from .exactness import datings, of_one_thing
from .figures import compatible
from .frames import LIGHT, act_name, happened, near_places
from .kinds import same_unit
from .parties import apart
from .tellings import Telling, of_one_day, of_one_week
from .twins import make

ALIKE = 0.7  # likeness of two sentences whose only dates are those of one thing
ONCE = "take effect"  # what happens but once, be it planned for days far from one another
DAYS = 7  # days between two dates that may be of one thing
_REPEATED = re.compile(r"\b(?:again|once more|(?:second|third|fourth) time|another|repeated(?:ly)?|since then)\b", re.IGNORECASE)
# What the same people may do again the next day.
_SERIAL = set(
    "meet talk discuss speak visit hold convene gather negotiate call phone attack strike shell bomb fire launch hit raid clash "
    "protest march rally demonstrate warn urge vote test post tweet write play beat win fly travel arrive leave appear "
    "testify kill die wound injure destroy".split()
)
_GRADUAL = set("rise fall increase decrease drop grow climb jump slip gain".split())  # what a toll or a price does on every day
_PICTURE = re.compile(r"\b(?:file photo|photo shows|image shows|file picture)\b", re.IGNORECASE)


def date_difference(left: Telling, right: Telling, likeness: float) -> Difference | None:
    """One act on days that exclude one another; the only dates of two sentences where these are very like (`likeness` 0..1)."""
    if _pictures(left, right) or _again(left, right) or not of_one_week(left, right):
        return None
    for (i, one), (j, other) in product(left.dated, right.dated):
        if i is None or j is None or not (is_day(one.when) and is_day(other.when)) or _of_page(one, left) or _of_page(other, right):
            continue
        verbs = [act_name(t.unit.sentence, k) for t, k in ((left, i), (right, j))]
        if not one_act(*verbs) or _of_two_acts(left, i, right, j) or _counted_otherwise(left, verbs[0], right, verbs[1]):
            continue
        if _rivals(one, other, ever=verbs[0] == ONCE) and not _both_days(left, right, one, other):
            # What was planned for one day and was done on another did not go as told.
            hard = (happened(left.unit.sentence, i) or happened(right.unit.sentence, j)) and not _of_series(verbs[0], left, right)
            hard = hard and _beside_alike(one, left, other, right) and not _at_other_places(left, i, right, j)
            reason = f"{verbs[0]}: {one.when.value} / {other.when.value}"
            return make("date", left, one.span, right, other.span, reason, 0.7 if hard else 0.6, hard)
    ours, theirs = left.dates(), right.dates()
    if len(ours) == len(theirs) == 1 and likeness >= ALIKE and _rivals(ours[0], theirs[0]):
        if _two_things(left, right) or not _beside_alike(ours[0], left, theirs[0], right):
            return None
        reason = f"{ours[0].when.value} / {theirs[0].when.value}"
        return make("date", left, ours[0].span, right, theirs[0].span, reason, 0.4)
    return None


def _beside_alike(one: Timex, left: Telling, other: Timex, right: Telling) -> bool:
    """Whether the words beside two times speak for one thing."""
    ours = [d for d in datings(left) if d.timex == one]
    theirs = [d for d in datings(right) if d.timex == other]
    return any(of_one_thing(a, b) for a in ours for b in theirs)


def _of_two_acts(left: Telling, i: int, right: Telling, j: int) -> bool:
    """Whether the deeds at two verbs have others who act, other objects, or other places, unless it must be one all the same."""
    pairs = _deeds_at(left, i, right, j)
    return bool(pairs) and all(Fit.APART in circumstances_fit(a, b, "times") and not _once(a, b) for a, b in pairs)


def _at_other_places(left: Telling, i: int, right: Telling, j: int) -> bool:
    return any(places_fit(a.places, b.places) is Fit.APART for a, b in _deeds_at(left, i, right, j))


def _deeds_at(left: Telling, i: int, right: Telling, j: int) -> list[tuple[Deed, Deed]]:
    return [(a, b) for a in left.deeds if a.at == i for b in right.deeds if b.at == j]


def _once(one: Deed, other: Deed) -> bool:
    """Whether two deeds are so surely one that reports which tell it of another day and another place both differ: neither then
    speaks against the other, nor can both be sure."""
    return one.verb not in _SERIAL | _GRADUAL | LIGHT and surely_one(one, other, "times", "places")


def _counted_otherwise(left: Telling, verb: str, right: Telling, other: str) -> bool:
    """Whether so many here and so many there are what is done at two verbs: on two days, two acts."""
    ours, theirs = ([f for f in t.figures if f.verb == v] for t, v in ((left, verb), (right, other)))
    return any(same_unit(a.unit, b.unit) and not compatible(a, b) for a, b in product(ours, theirs))


def _two_things(left: Telling, right: Telling) -> bool:
    """Whether what the sentences date are acts of others, or two acts on one object by those who may be the same ("began the
    strike", "ended the strike")."""
    ours, theirs = ([d for d in t.deeds if any(i == d.at for i, _ in t.dated)] for t in (left, right))
    return any(
        Fit.APART in circumstances_fit(a, b, "times")
        if one_act(a.verb, b.verb)
        else fit(a.theme, b.theme) is Fit.ONE and fit(a.agent, b.agent) is not Fit.APART
        for a, b in product(ours, theirs)
    )


def _of_page(timex: Timex, telling: Telling) -> bool:
    """Whether it is the day of the report itself, written with its year: the page's date, run into the sentence."""
    published = telling.reading.document.published
    if published is None or timex.when.earliest is None or published.earliest != timex.when.earliest:
        return False
    return str(timex.when.earliest.year) in telling.words(timex.span)


def _rivals(one: Timex, other: Timex, ever: bool = False) -> bool:
    """Times that exclude one another; days far from one another are of two things, unless it happens but once, `ever`."""
    if same_time(one.when, other.when) or of_one_night(one.when, other.when):
        return False
    return ever or not (is_day(one.when) and is_day(other.when)) or abs(_first(one) - _first(other)) <= DAYS


def _first(timex: Timex) -> int:
    return timex.when.earliest.toordinal() if timex.when.earliest is not None else 0


def _of_series(verb: str, left: Telling, right: Telling) -> bool:
    """Whether reports of two days tell of what people do day after day, or any of what goes on by degrees."""
    return verb in _GRADUAL or (verb in _SERIAL and not of_one_day(left, right))


def _both_days(left: Telling, right: Telling, one: Timex, other: Timex) -> bool:
    """Whether either sentence names the other's day too: then it tells of both."""
    named = [*((t, other) for t in left.dates()), *((t, one) for t in right.dates())]
    return any(is_day(t.when) and same_time(t.when, their.when) for t, their in named)


def _again(*tellings: Telling) -> bool:
    """Whether one of them tells of an act done more than once."""
    return any(_REPEATED.search(t.unit.text) for t in tellings)


def _pictures(*tellings: Telling) -> bool:
    """Whether one of them stands under a picture, which has a day of its own."""
    return any(t.unit.sentence.zone is ZoneKind.CAPTION or _PICTURE.search(t.unit.text) for t in tellings)


def place_difference(left: Telling, right: Telling) -> Difference | None:
    """One act at places of which neither is the other, nor named by the other report; or one thing near two places."""
    for one, other in product(left.deeds, right.deeds):
        if one.state or other.state or one.verb in LIGHT or not one_act(one.verb, other.verb):
            continue
        if places_fit(one.places, other.places) is not Fit.APART or _knows(left, other.places) or _knows(right, one.places):
            continue
        sure = surely_one(one, other, "places")
        if sure or _once(one, other):
            ours, theirs = one.places[0], other.places[0]
            hard = bool(sure and one.done and other.done and of_one_week(left, right))
            reason = f"{one.verb}: in {ours.name} / in {theirs.name}"
            return make("place", left, ours.span, right, theirs.span, reason, 0.7 if hard else 0.5, hard)
    for thing, place in near_places(left.unit.sentence):
        for same, there in near_places(right.unit.sentence):
            if thing == same and apart(place, left, there, right):
                reason = f"{thing} near {left.words(place.span)} / {right.words(there.span)}"
                return make("place", left, place.span, right, there.span, reason, 0.5)
    return None


def _knows(telling: Telling, places: Sequence[Where]) -> bool:
    """Whether the report names one of the places anywhere."""
    text = telling.reading.document.text.lower()
    return any(place.name in text for place in places)
