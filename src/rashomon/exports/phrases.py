"""Records -> short phrases in plain English for the dossier."""

from __future__ import annotations

from datetime import date

from ..records import Attribution, Hop, Precision, When

MONTHS = "January February March April May June July August September October November December".split()


def when_phrase(when: When | None) -> str:
    """ "6-7 April 2022", "February 2022", "between 21 and 28 February 2022"; the TIMEX3 value where no day is known."""
    if when is None:
        return "no date"
    first, last = when.earliest, when.latest
    if first is None and last is None:
        return when.value or "no date"
    if first is None or last is None:
        return f"from {_day(first)}" if first is not None else f"until {_day(last)}" if last is not None else "no date"
    if first == last:
        return _day(first)
    if when.precision is Precision.MONTH and (first.year, first.month) == (last.year, last.month):
        return f"{MONTHS[first.month - 1]} {first.year}"
    if when.precision is Precision.YEAR and first.year == last.year:
        return str(first.year)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{last.day} {MONTHS[first.month - 1]} {first.year}"
    return f"{_day(first)} – {_day(last)}"


def _day(day: date | None) -> str:
    return "" if day is None else f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def force_phrase(attribution: Attribution) -> str:
    """ "says", "does not say", "believes" ... as a label."""
    word = attribution.force.value
    return f"not: {word}" if attribution.negated else word


def hop_phrase(hop: Hop) -> str:
    """ "list Forum, 6 April 2022"."""
    parts = [f"{hop.kind.value} {hop.name}".strip()]
    if hop.when is not None:
        parts.append(when_phrase(hop.when))
    return ", ".join(parts)
