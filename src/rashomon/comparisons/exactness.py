"""Telling x Telling -> one time told in two ways: more exactly ("in June" / "earlier this year"), as seen from another day ("on
Sunday" / "New Year's Eve"), or as two years or months of which one must be wrong."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import product

from ..records import Difference, Precision, Timex, When
from ..sentences.trees import ancestors, token_at
from .acts import one_act
from .choices import FIT
from .dated import CALENDAR, SAYING, is_day, same_time
from .frames import LIGHT, VERBS, act_name
from .tellings import Telling
from .twins import make

BESIDE = 7  # tokens on either side of a time that tell what it is the time of
FAR = 3 * 366  # days between two months that may be of one act
BETWEEN = 366  # days between the end of one and the beginning of the other, of which one is told more exactly
SLIPS = {1, 2, 10}  # years by which two years of one act differ; others are mostly of two acts
SHARED = 2  # telling words beside two times of one act
STEPS = 2  # steps of exactness between two tellings of one time: a day and its month, not a day and its year
_STEPS = {
    step: n
    for n, group in enumerate(
        (
            (Precision.TIME,),
            (Precision.DAY,),
            (Precision.WEEK,),
            (Precision.MONTH, Precision.QUARTER, Precision.SEASON, Precision.INTERVAL),
            (Precision.YEAR,),
            (Precision.DECADE,),
            (Precision.CENTURY,),
        )
    )
    for step in group
}
# Words by which a time is told from the day of the report.
_SEEN_FROM = re.compile(
    r"\b(?:today|tomorrow|yesterday|tonight|this|last|next|ago|earlier|later|past|coming|recent\w*|weekend|previous|following)\b",
    re.I,
)
_CLOCK = re.compile(r"T(\d\d):(\d\d)")
_PARTS = {
    "MO": ((0, 12 * 60),),
    "MI": ((11 * 60, 13 * 60),),
    "AF": ((12 * 60, 18 * 60),),
    "EV": ((16 * 60, 24 * 60),),
    "NI": ((0, 6 * 60), (18 * 60, 24 * 60)),
}
_WORD = re.compile(r"[a-z]+|\d+")
_LOOSE = {"early", "late", "on", "local", "time", "the", "of"}
_CONTENT = {"NOUN", "PROPN", "VERB", "ADJ", "NUM"}
_EMPTY = LIGHT | SAYING
_DATES = {Precision.DAY, Precision.MONTH, Precision.YEAR, Precision.DECADE}


@dataclass(frozen=True, slots=True)
class Dating:
    """A time of a sentence: the verb above it (lemma), and the telling words beside it."""

    timex: Timex
    words: str
    verb: str
    beside: frozenset[str]


def time_exactness(left: Telling, right: Telling) -> Difference | None:
    """The time of one thing that either report tells in other words; times that exclude one another are no such thing."""
    ours, theirs = list(datings(left)), list(datings(right))
    found = [
        (len(a.beside & b.beside) + one_act(a.verb, b.verb), a, b)
        for a, b in product(ours, theirs)
        if of_one_thing(a, b) and _told_otherwise(a, b, left, right)
    ]
    # A time that the other report has too is told alike, whatever else stands beside it.
    alike = {a.words for a in ours} & {b.words for b in theirs}
    found = [(score, a, b) for score, a, b in found if not {a.words, b.words} & alike]
    if not found:
        return None
    _, a, b = max(found, key=lambda match: match[0])
    reason = f"{left.words(a.timex.span)} / {right.words(b.timex.span)}: the times {FIT}"
    return make("date", left, a.timex.span, right, b.timex.span, reason, 0.6)


def times_apart(left: Telling, right: Telling) -> Difference | None:
    """Two times of one act, one of them a month, a year or longer, of which neither report has the other's. Days are told apart
    by circumstances.py."""
    if any(f.value != g.value and f.unit == g.unit for f in left.figures for g in right.figures):
        return None  # what is counted otherwise at another time is another act
    ours, theirs = list(datings(left)), list(datings(right))
    for a, b in product(ours, theirs):
        if not _excluded(a.timex.when, b.timex.when) or not _of_one_act(a, b):
            continue
        if any(same_time(a.timex.when, d.timex.when) for d in theirs) or any(same_time(d.timex.when, b.timex.when) for d in ours):
            continue
        act = f"{a.verb}: " if a.verb == b.verb else ""
        reason = f"{act}{a.timex.when.value} / {b.timex.when.value}: only one of them can be"
        return make("date", left, a.timex.span, right, b.timex.span, reason, 0.7, hard=True)
    return None


def _of_one_act(a: Dating, b: Dating) -> bool:
    """Whether two times that exclude one another are yet of one act: years by the words beside them, others by the act too."""
    shared, act = len(a.beside & b.beside), one_act(a.verb, b.verb) and a.verb not in _EMPTY
    if a.timex.when.precision is b.timex.when.precision is Precision.YEAR:
        return shared > SHARED or (act and shared > 0)
    return act and shared >= SHARED


def _excluded(one: When, other: When) -> bool:
    """Whether two times are two, but near enough to be of one act: two years, two months, or two that are told more and less
    exactly ("June 27" / "July"; "October 1950" / "the 1940s")."""
    if same_time(one, other) or not {one.precision, other.precision} <= _DATES:
        return False
    (first, ended), (second, _) = sorted((w.earliest or date.min, w.latest or date.min) for w in (one, other))
    if one.precision is not other.precision:
        return (second - ended).days <= BETWEEN
    if one.precision is Precision.YEAR:
        return second.year - first.year in SLIPS
    return one.precision is Precision.MONTH and (second - first).days <= FAR


def datings(telling: Telling) -> Iterator[Dating]:
    """The days, months, years and times of day of a sentence; none that is left open ("recently")."""
    sentence = telling.unit.sentence
    tokens = sentence.tokens
    for timex in telling.shelf.timexes.get(sentence.index, ()):
        when, i = timex.when, token_at(sentence, timex.span.start)
        if i is None or timex.type not in CALENDAR or not (when.earliest and when.latest) or when.precision not in _STEPS:
            continue
        verb = next((act_name(sentence, k) for k in (i, *ancestors(sentence, i)) if tokens[k].pos in VERBS), "")
        near = [t for t in tokens[max(0, i - BESIDE) : i + BESIDE + 1] if t.pos in _CONTENT and not timex.span.overlaps(t.span)]
        yield Dating(timex, telling.words(timex.span).lower(), verb, frozenset(t.lemma.lower() for t in near) - _EMPTY)


def of_one_thing(a: Dating, b: Dating) -> bool:
    """Whether the times hang on one act, or on verbs that say little, and words beside them are the same."""
    if (a.verb in SAYING) != (b.verb in SAYING):
        return False
    return bool(a.beside & b.beside) or (a.verb not in LIGHT and one_act(a.verb, b.verb))


def _told_otherwise(a: Dating, b: Dating, left: Telling, right: Telling) -> bool:
    one, other = a.timex.when, b.timex.when
    if not same_time(one, other) or (_of_report(a, left) and _of_report(b, right)):
        return False
    if one.value == other.value or (one.precision is other.precision is Precision.TIME):
        return not _names(a) & _names(b) and _of_one_hour(one, other)
    if (one.earliest, one.latest) == (other.earliest, other.latest):
        return False  # a time of day beside its day
    if abs(_STEPS[one.precision] - _STEPS[other.precision]) > STEPS:
        return False
    return (is_day(one) and is_day(other)) or any(_SEEN_FROM.search(t.words) for t in (a, b))


def _of_one_hour(one: When, other: When) -> bool:
    """Whether two times of one day are near one another, or one part of the day holds the other ("6:10" / "the morning")."""
    return any(a <= d and c <= b for (a, b), (c, d) in product(_minutes(one.value), _minutes(other.value)))


def _minutes(value: str) -> tuple[tuple[int, int], ...]:
    """From which to which minutes of its day a time can be: a clock time may be told rounded to the half hour."""
    clock = _CLOCK.search(value)
    if clock is not None:
        minute = 60 * int(clock[1]) + int(clock[2])
        return ((minute - 30, minute + 30),)
    return _PARTS.get(value[-2:], ((0, 24 * 60),))


def _names(dating: Dating) -> set[str]:
    """The words of a time, without those that leave it as it is: "6am" and "6 a.m." have both in common."""
    return set(_WORD.findall(dating.words.replace(".", ""))) - _LOOSE


def _of_report(dating: Dating, telling: Telling) -> bool:
    """Whether it is but the day on which the report came out."""
    published = telling.reading.document.published
    when = dating.timex.when
    return published is not None and is_day(when) and published.earliest == when.earliest and when.precision is Precision.DAY
