"""Records -> short phrases in plain English, for the dossier and the terminal."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from ..records import Attribution, Hop, Precision, When

MONTHS = "January February March April May June July August September October November December".split()
_ISO = re.compile(r"\b(\d{4})-(\d\d)(?:-(\d\d)(?:T(\d\d:\d\d|MO|MI|AF|EV|NI|DT))?)?\b")
_PARTS = {"MO": "morning", "MI": "midday", "AF": "afternoon", "EV": "evening", "NI": "night", "DT": "daytime"}
_ACTOR = re.compile(r"\b(?:iso3|org|fmt|person|group|place|outlet):[\w-]+")


def when_phrase(when: When | None) -> str:
    """ "6–7 April 2022", "February 2022", "28 February 2022 – 2 March 2022", "between 2014 and 2026"; the TIMEX3 value where
    no day is known, but words for a day of which nothing is ("the next day", "31 April 2023")."""
    if when is None:
        return "no date"
    first, last = when.earliest, when.latest
    if first is None and last is None:
        return "day not known" if when.value == "XXXX-XX-XX" else when.value or "no date"
    if first is None or last is None:
        return f"from {day_phrase(first)}" if first is not None else f"until {day_phrase(last)}" if last is not None else "no date"
    if first == last:
        return day_phrase(first)
    if when.precision is Precision.MONTH and (first.year, first.month) == (last.year, last.month):
        return f"{MONTHS[first.month - 1]} {first.year}"
    if when.precision is Precision.YEAR and first.year == last.year:
        return str(first.year)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{last.day} {MONTHS[first.month - 1]} {first.year}"
    if is_wide(when):
        return f"between {first.year} and {last.year}"
    return f"{day_phrase(first)} – {day_phrase(last)}"


def is_wide(when: When) -> bool:
    """Whether so little is known that days would only feign precision: an interval of more than two years."""
    return when.earliest is not None and when.latest is not None and when.latest - when.earliest > timedelta(days=731)


def day_phrase(day: date | None) -> str:
    return "" if day is None else f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def force_phrase(attribution: Attribution) -> str:
    """ "says", "does not say", "believes" ... as a label."""
    word = attribution.force.value
    return f"not: {word}" if attribution.negated else word


def reason_phrase(reason: str, name: Callable[[str], str]) -> str:
    """A reason with names for ids and days for dates: "reject by Jens Stoltenberg / NATO", "30 May 2016 / 29 May 2016, evening"."""
    return _ISO.sub(_in_words, _ACTOR.sub(lambda found: name(found.group()), reason))


def _in_words(found: re.Match[str]) -> str:
    year, month, day, part = found.groups()
    if not 1 <= int(month) <= len(MONTHS):
        return found.group()
    words = f"{int(day)} {MONTHS[int(month) - 1]} {year}" if day else f"{MONTHS[int(month) - 1]} {year}"
    return f"{words}, {_PARTS.get(part, part)}" if part else words


def hop_phrase(hop: Hop) -> str:
    """ "list Forum, 6 April 2022"."""
    parts = [f"{hop.kind.value} {hop.name}".strip()]
    if hop.when is not None:
        parts.append(when_phrase(hop.when))
    return ", ".join(parts)
