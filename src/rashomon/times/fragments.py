"""Pieces of which the patterns of the grammar are made: months, days, years, counts, clocks, as text of regular expressions."""

from __future__ import annotations

import re
from collections.abc import Iterable

from .lexicon import DAYPARTS, MONTHS, PLURALS, SEASONS, UNITS, WEEKDAYS
from .numbers import CARDINAL, COUPLE, OPEN


def any_of(words: Iterable[str]) -> str:
    """An alternative of words, the longest first."""
    return "|".join(re.escape(w) for w in sorted(words, key=len, reverse=True))


# Short forms want their full stop or a number beside them; "May", "March" a capital (see `_miswritten` in search).
LONG = [m for m in MONTHS if len(m) > 4 or m in {"june", "july", "may"}]
_SHORT = [m for m in MONTHS if m not in LONG]
MONTH = rf"(?P<month>(?:{any_of(LONG)})\b|(?:{any_of(_SHORT)})\b\.?)"
SAFE_MONTH = rf"(?P<month>(?:{any_of(LONG)})\b|(?:{any_of(_SHORT)})\.)"
LONG_DAY = any_of(w for w in WEEKDAYS if w.endswith("day"))
_SHORT_DAY = any_of(w for w in WEEKDAYS if not w.endswith("day"))
SAFE_WEEKDAY = rf"(?P<weekday>(?:{LONG_DAY})\b|(?:{_SHORT_DAY})\.)"
WEEKDAY = rf"(?P<weekday>(?:{LONG_DAY})\b|(?:{_SHORT_DAY})\b\.?)"
YEAR = r"(?P<year>1\d{3}|20\d\d)(?![\d%]|,\d|\.\d)"
DAY = r"(?P<day>3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?\b(?![.:,]\d|%)"
DAY2 = DAY.replace("<day>", "<day2>")
SEASON = rf"(?P<season>{any_of(SEASONS)})"
SIDE = r"(?P<side>this\s+past|this\s+coming|this|last|past|previous|prior|next|coming|current|following|preceding|that|the\s+same)"
UNIT = rf"(?P<unit>{any_of(UNITS)})"
UNITS_ = rf"(?P<unit>{any_of([*PLURALS, *UNITS])})"
COUNT = rf"(?P<count>{COUPLE}|{OPEN}|{CARDINAL})"
OF_YEAR = r"(?:\s?,?\s+(?:of\s+)?(?:(?P<year>1\d{3}|20\d\d)\b(?!%|,\d|\.\d)|(?P<side>this|last|next|the\s+same|that)\s+year))?"
DAYPART = rf"(?:\s+(?P<daypart>{any_of(DAYPARTS)}))?"
DASH = r"\s*(?:-|–|—|to|through|until|till|and|or)\s*"
THE = r"(?:the\s+)?"
NEAR = (
    r"(?:about|around|some|nearly|almost|roughly|approximately|barely|just|over(?!\s+(?:the|its|their|his|her|our)\b)"
    r"|more\s+than|less\s+than|at\s+least|at\s+most|up\s+to|only)\s+"
)


_DIGIT = "(?:one|two|three|four|five|six|seven|eight|nine)"
_TENS = rf"(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[ -]{_DIGIT})?"
_TEENS = "(?:ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen)"
SPELLED_CENTURY = rf"(?:nineteen|eighteen|twenty)[ -](?:hundred|oh[ -]{_DIGIT}|{_TEENS}|{_TENS})"
SPELLED_YEAR = rf"(?:{SPELLED_CENTURY}|two\s+thousand(?:\s+and)?(?:[ -](?:{_DIGIT}|{_TEENS}|{_TENS}))?)"


# "for a week" is a length, "a week" alone mostly a rate ("four flights a week").
_LEADS = (
    "for in within after over took take takes lasted lasts lasting last than least by spent spend about around nearly almost "
    "roughly barely just offered allowed gave given needs need wait waited"
).split()
AFTER_LEAD = "(?:" + "|".join(rf"(?<=\b{lead} )" for lead in _LEADS) + ")"


_ZONES = (
    r"GMT|UTC|[ECMP][SDE]?T|[BJKIP]ST|CEST|EEST|MSK|WET|AEST|AEDT|NZ[SD]T|SGT|HKT"
    r"|(?:Eastern|Central|Mountain|Pacific|[A-Z][a-z]+\s+standard|local|Moscow|Kyiv|Beijing|Tokyo|London|Greenwich\s+Mean)(?:\s+time)?"
)
CLOCK = (
    r"(?:(?P<hour>[01]?\d|2[0-4])(?:[:.](?P<minute>[0-5]\d)(?::[0-5]\d)?)?\s*(?P<half>[ap]\.?m\b\.?)|(?P<word>noon|midnight)"
    r"|(?P<oclock>\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\s+o'clock"
    r"(?:\s+(?:in\s+the\s+(?P<of_day>morning|afternoon|evening)|at\s+night))?"
    r"|(?P<hour_of>\d\d?)(?:[:.](?P<minute_of>[0-5]\d))?\s+(?:in\s+the\s+(?P<half_of>morning|afternoon|evening)|at\s+night)"
    rf"|(?P<hour24>[01]?\d|2[0-4])(?::|\.(?=\d\d\s*(?:{_ZONES}|hrs|hours)\b))(?P<minute24>[0-5]\d)(?::[0-5]\d)?|(?P<military>[0-2]\d[0-5]\d)(?=\s*(?:GMT|UTC|hours)))"
    rf"(?:\s*\(?(?P<zone>{_ZONES})\b\)?)?"
    r"(?:\s*\((?:\d{4}|\d{1,2}(?:[:.]\d\d)?(?:\s*[ap]\.?m\.?)?)\s*(?:GMT|UTC|[ECMP][SD]?T)\))?"
)

OPEN_UNITS = any_of(u for u in PLURALS if u not in {"seconds", "nights", "quarters", "weekends"})
