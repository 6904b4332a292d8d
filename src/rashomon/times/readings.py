"""What a reading of a time is, and what it is read against: the document's day, the verb, the times told before."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from ..records import TimexType
from .lexicon import MONTHS, WEEKDAYS
from .tenses import Tenses
from .values import days_of, shift

DOCUMENT, TEXT, EXPLICIT = "document date", "text anchor", "explicit"


_SAME = frozenset(("that", "same"))
_UNTIL = re.compile(r"\b(?:until|till|by)\s+$", re.IGNORECASE)  # "they have until Monday"
_ENDS = re.compile(r"\bend(ing|ed)\s+(?:in\s+|on\s+)?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Reading:
    """What one expression means. `known` are days known although the value does not tell them; `ends` the two spans and values
    of a range; `part` narrows ("START", "MID", "END")."""

    type: TimexType
    value: str
    basis: str = EXPLICIT
    known: tuple[date | None, date | None] = (None, None)
    score: float = 1.0
    part: str = ""
    ends: tuple[tuple[int, int, str], ...] = ()


@dataclass(slots=True)
class Moment:
    """Where in the text we are. `now` is the document's day (None: unknown); `point` the last value told ("" none; "XXXX..." one
    that is not known), `day` the last one that is a day, `reached` where it ended; `quarter` the last quarter told."""

    text: str
    tenses: Tenses
    now: date | None
    point: str = ""
    day: str = ""
    quarter: str = ""
    reached: int = 0

    def direction(self, offset: int) -> int:
        """-1, 0 or 1: back, untold, ahead."""
        ends = _ENDS.search(self.text, max(0, offset - 14), offset)
        if ends is not None:  # "the fiscal year ending in June"
            return 1 if ends[1].lower() == "ing" else -1
        told = self.tenses.direction(offset)
        return 1 if not told and _UNTIL.search(self.text, max(0, offset - 8), offset) else told

    def clock_day(self, offset: int) -> tuple[date | None, str]:
        """The day of a time of day: the last one told, unless the verb points to the other side of today, or that day is far off
        and another paragraph's."""
        on, basis = self.anchor("D")
        if on is None or self.now is None:
            return on or self.now, DOCUMENT
        away = (on - self.now).days
        if away * self.direction(offset) < 0 or (abs(away) > 7 and "\n" in self.text[self.reached : offset]):
            return self.now, DOCUMENT
        return on, basis

    def anchor(self, letter: str) -> tuple[date | None, str]:
        """The last time that the text itself told, else the document's day. Days (letter "D") are counted from days only: what
        was "the next day" after nothing but "in 2019" is not known."""
        point = self.day if letter == "D" else self.point
        days = days_of(point) if point else None
        if days is None:
            return (None, TEXT) if self.point else (self.now, DOCUMENT)
        return days[0], TEXT


def a_date(value: str, basis: str = EXPLICIT, **more: object) -> Reading:
    """A day or a longer part of the calendar: `value` in TIMEX3; `more` are other fields of the reading."""
    return Reading(TimexType.DATE, value, basis, **more)  # type: ignore[arg-type]


def a_length(value: str, **more: object) -> Reading:
    """A length of time: `value` such as "P3W"."""
    return Reading(TimexType.DURATION, value, **more)  # type: ignore[arg-type]


def a_set(value: str) -> Reading:
    """What comes again: `value` such as "P1W" or "XXXX-WXX-1"."""
    return Reading(TimexType.SET, value)


def a_time(value: str, basis: str = EXPLICIT) -> Reading:
    """A time of day: `value` such as "2022-04-05T14:30" or "2022-04-05TMO"."""
    return Reading(TimexType.TIME, value, basis)


def nearest(now: date, direction: int, options: list[date]) -> date:
    """Of the dates that an open one may mean: the last one up to now, the first one from now on, or the closest."""
    before = [d for d in options if d <= now]
    after = [d for d in options if d >= now]
    if direction < 0 and before:
        return max(before)
    if direction > 0 and after:
        return min(after)
    return min(options, key=lambda d: (abs((d - now).days), d > now))


def week_value(on: date) -> str:
    """The ISO week of a day: "2022-W14"."""
    year, week, _ = on.isocalendar()
    return f"{year:04d}-W{week:02d}"


def quarter_value(on: date, months: int = 3) -> str:
    """The quarter of a day, "2022-Q2"; with six `months` the half, "2022-H1"."""
    return f"{on.year:04d}-{'Q' if months == 3 else 'H'}{(on.month - 1) // months + 1}"


def moved(now: date, unit: str, steps: int) -> str | None:
    """The value of the calendar unit (TIMEX3 letter) that lies `steps` units from that of `now`: ("M", -1) is last month."""
    years = {"Y": steps}.get(unit, 0)
    months = {"M": steps, "Q": 3 * steps}.get(unit, 0)
    days = {"D": steps, "W": 7 * steps}.get(unit, 0)
    on = shift(now, years, months, days)
    if on is None:
        return None
    return {"Y": f"{on.year:04d}", "M": f"{on:%Y-%m}", "Q": quarter_value(on), "W": week_value(on), "D": on.isoformat()}.get(unit)


UNDERSPECIFIED = {"Y": "XXXX", "M": "XXXX-XX", "Q": "XXXX-QX", "W": "XXXX-WXX", "D": "XXXX-XX-XX"}


_SIDES = {"last": -1, "past": -1, "previous": -1, "prior": -1, "preceding": -1, "next": 1, "coming": 1, "following": 1}


def month_of(word: str) -> int:
    """1 to 12, of a month's name or abbreviation; KeyError for any other word."""
    return MONTHS[word.lower().rstrip(".")]


def weekday_of(word: str) -> int:
    """1 (Monday) to 7, of a weekday's name or abbreviation; KeyError for any other word."""
    return WEEKDAYS[word.lower().rstrip(".")]


def side_of(m: re.Match[str], group: str = "side") -> int | None:
    """-1, 0 or 1 for last, this, next; None where nothing is said."""
    side = m.groupdict().get(group)
    return None if side is None else _SIDES.get(side.lower().split()[-1], 0)


def year_of(m: re.Match[str], moment: Moment) -> int | None:
    """The year that the match tells, in digits or as "last year"; "that year" is the one told last."""
    told = m.groupdict().get("year")
    if told:
        return int(told)
    side = side_of(m)
    if side is not None and m["side"].lower().split()[-1] in _SAME and (days := days_of(moment.point)):
        return days[0].year
    return moment.now.year + side if side is not None and moment.now else None
