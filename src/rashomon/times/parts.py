"""A unit of a larger one: "the first week of May", "the last Friday in March", "the first Monday of each month" -> Reading."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from .lexicon import WEEKDAYS
from .numbers import read_ordinal
from .readings import DOCUMENT, EXPLICIT, Moment, Reading, a_date, a_set, month_of, nearest, side_of, week_value
from .values import Days, days_of

Match = re.Match[str]
_LAST, _FIRST = {"last", "final", "closing"}, {"opening"}


def unit_of(m: Match, moment: Moment) -> Reading | None:
    """ "the first week of May", "the last day of the year", "each Monday of ...": the part of a whole; None where the whole is
    not known."""
    inner = m["inner"].lower()
    if (m["side"] or "").lower() in {"each", "every"}:
        return a_set(f"XXXX-WXX-{WEEKDAYS[inner]}") if inner in WEEKDAYS else None
    outer = _outer(m, moment)
    rank = m["rank"].lower()
    number = -1 if rank in _LAST else 1 if rank in _FIRST else read_ordinal(rank)
    value = _part(inner, number, outer) if outer is not None else None
    basis = EXPLICIT if m["year"] or m["year2"] else DOCUMENT
    return a_date(value, basis, score=0.8) if value else None


def _outer(m: Match, moment: Moment) -> Days | None:
    """The days of the larger unit."""
    if m["year2"]:
        return days_of(m["year2"])
    if m["month"]:
        number = month_of(m["month"])
        if m["year"]:
            return days_of(f"{m['year']}-{number:02d}")
        if moment.now is None:
            return None
        here = moment.now.replace(day=1)
        options = [date(y, number, 1) for y in range(here.year - 1, here.year + 2) if 0 < y < 10000]
        return days_of(f"{nearest(here, moment.direction(m.start()), options):%Y-%m}")
    if moment.now is None:
        return None
    steps, unit = side_of(m) or 0, m["outer"].lower()
    if unit == "year":
        return days_of(f"{moment.now.year + steps:04d}")
    if unit == "week":
        return days_of(week_value(moment.now + timedelta(days=7 * steps)))
    year, month = divmod(moment.now.year * 12 + moment.now.month - 1 + steps, 12)
    return days_of(f"{year:04d}-{month + 1:02d}")


def _part(inner: str, number: int, outer: Days) -> str | None:
    """The value of the n-th (-1: the last) such unit within the days."""
    first, last = outer
    if inner == "month":
        months = 12 if (last - first).days > 300 else 0
        at = number if number > 0 else months
        return f"{first.year:04d}-{at:02d}" if 1 <= at <= months else None
    if inner == "week":
        on = first + timedelta(days=7 * number - 4) if number > 0 else last - timedelta(days=3)
        return week_value(on) if first <= on <= last else None
    if inner == "day":
        on = first + timedelta(days=number - 1) if number > 0 else last
        return on.isoformat() if first <= on <= last else None
    wanted = 6 if inner == "weekend" else WEEKDAYS[inner]
    if number > 0:
        on = first + timedelta(days=(wanted - first.isoweekday()) % 7 + 7 * (number - 1))
    else:
        on = last - timedelta(days=(last.isoweekday() - wanted) % 7)
    if not first <= on <= last:
        return None
    return f"{week_value(on)}-WE" if inner == "weekend" else on.isoformat()


READERS: dict[str, Callable[[Match, Moment], Reading | None]] = {"unit_of": unit_of}
