"""Days and times of day that name themselves: whole dates, weekdays, holidays, clocks -> Reading."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from .feasts import calendar_year, feast_days
from .lexicon import DAYPARTS, HOLIDAYS, NATIONAL
from .numbers import read_cardinal, read_ordinal, read_short_year
from .readings import (
    DOCUMENT,
    EXPLICIT,
    TEXT,
    Moment,
    Reading,
    a_date,
    a_set,
    a_time,
    month_of,
    nearest,
    side_of,
    weekday_of,
    year_of,
)
from .values import days_of, shift

Match = re.Match[str]
_CLOCK_BEFORE = re.compile(
    r"(?:\b(?:at|by|until|till|from|to|around|about|before|after|between|and|since)|\d{4},?|day,?)\s+$", re.IGNORECASE
)
_TO_HALF = re.compile(r"\s*(?:and|to|until|till|-|–)\s*(\d\d?)(?:[:.][0-5]\d)?\s*([ap])\.?m\b", re.IGNORECASE)
_NAMED_AFTER = re.compile(r"\s+(?:Islands?|Isle|Rising|Seals?|Carol)\b")  # "Christmas Island", "the Easter Rising"
_ATTACKS = re.compile(r",?\s+(?:terror\w*\s+)?(?:attack|hijack|terror)", re.IGNORECASE)
_COORDINATED = re.compile(r"\s*(?:,|and|or|to|through|-|–|, and)\s*(?:on\s+)?", re.IGNORECASE)
_OTHER_COUNTRY = re.compile(
    r"(?<!\bAmerica)(?<!\bStates)(?<!\bU\.S\.)['’]s?\s+$|\b(?!American\b|Russian\b|Roman\b)[A-Z][a-z]+(?:an|ian|ish|ese|i|ch)\s+$"
)
_IN_SET = re.compile(r"\b(?:every|each)\s+[A-Z][a-z]+day(?:,\s+[A-Z][a-z]+day)*,?\s+(?:and|or)\s+$", re.IGNORECASE)
FAR = 300  # days: a day and month this far off in the direction of the verb is rather the near one on the other side
_HOLIDAYS = {name.replace("'", ""): rule for name, rule in HOLIDAYS.items()}


def _valid(year: int, number: int, day: int) -> str | None:
    try:
        return date(year, number, day).isoformat()
    except ValueError:
        return None


def _whole(year: int, number: int, day: int, score: float = 1.0) -> Reading | None:
    value = _valid(year, number, day)
    return a_date(value, score=score) if value else None


def iso_date(m: Match, moment: Moment) -> Reading | None:
    """ "2022-04-05", "2022-04-05T14:30Z": a day, or a time of day, without its zone."""
    value = _valid(int(m["year"]), int(m["number"]), int(m["day"])) if m["year"] > "0000" else None
    if value is None or not m.groupdict().get("clock"):
        return a_date(value) if value else None
    return a_time(f"{value}T{m['clock']}")


def year_first_date(m: Match, moment: Moment) -> Reading | None:
    """ "2022/4/5": a day."""
    return _whole(int(m["year"]), int(m["number"]), int(m["day"]))


def numeric_date(m: Match, moment: Moment) -> Reading | None:
    """4/5/2022: the month first as Americans write it unless the first number is a day's; dots mean the day first."""
    first, second, year = int(m["first"]), int(m["second"]), int(m["year"])
    if m["sep"] == "-" and len(m["year"]) == 2:
        return None
    if year < 100:
        year = read_short_year(m["year"])
    day_first = m["sep"] == "." or first > 12
    number, day = (second, first) if day_first else (first, second)
    return _whole(year, number, day, 1.0 if max(first, second) > 12 or first == second else 0.6)


def _open_day(number: int, day: int, m: Match, moment: Moment) -> Reading | None:
    """Month and day, the year told or found from the verb and the document's date."""
    year = read_short_year(m["short"]) if m.groupdict().get("short") else year_of(m, moment)
    if year is None and (number, day) == (9, 11) and _ATTACKS.match(moment.text, m.end()):
        return attack_date(m, moment)
    if year is not None:
        value = _valid(year, number, day)
        told = m.groupdict().get("year") or m.groupdict().get("short")
        return _with_daypart(value, m, EXPLICIT if told else DOCUMENT) if value else None
    if moment.now is None:
        return a_date(f"XXXX-{number:02d}-{day:02d}", score=0.7) if _valid(2000, number, day) else None
    years = range(moment.now.year - 1, moment.now.year + 2)
    options = [date.fromisoformat(v) for y in years if 0 < y < 10000 and (v := _valid(y, number, day))]
    wanted = m.groupdict().get("weekday")
    told = [d for d in options if wanted and d.isoweekday() == weekday_of(wanted)]
    options = told or options  # "Tuesday, Jan. 11" tells its year
    if not options:
        return None
    on = nearest(moment.now, moment.direction(m.start()), options)
    if abs((on - moment.now).days) > FAR and not told:  # "extended its offer to Nov. 20", on November 1
        on = nearest(moment.now, 0, options)
    return _with_daypart(on.isoformat(), m, DOCUMENT)


def month_day(m: Match, moment: Moment) -> Reading | None:
    """ "April 5", "5 April" without a year: the day nearest to the document's in the direction of the tense."""
    number, day = month_of(m["month"]), int(m["day"])
    return _open_day(number, day, m, moment) or _no_day(number, day, m)


def month_ordinal(m: Match, moment: Moment) -> Reading | None:
    """ "the fifth of April": as `month_day`."""
    number, day = month_of(m["month"] or m["month2"]), read_ordinal(m["ordinal"] or m["ordinal2"])
    return _open_day(number, day, m, moment) or _no_day(number, day, m)


def _no_day(number: int, day: int, m: Match) -> Reading | None:
    """ "31 April 2023", "February 29, 2023": a day that no calendar has is not known, not even its month. "In June 31 people died"
    is none."""
    told = m.groupdict().get("year") or m.groupdict().get("short")
    year = read_short_year(told) if told and len(told) == 2 else int(told or 2000)
    surely = told or "day" not in m.groupdict() or m.start("day") < m.start("month")
    if day > 31 or _valid(year, number, day) is not None or not surely:
        return None
    return a_date("XXXX-XX-XX", score=0.1)


def weekday_ordinal(m: Match, moment: Moment) -> Reading | None:
    """ "Tuesday the 5th", "Friday the 13th": the nearest month in which that day is that weekday."""
    if re.match(
        r"[ -]+(?!(?:at|in|of|and|or|to|for|when|while|as|but|with|after|before)\b)[a-z]", moment.text[m.end() : m.end() + 12]
    ):
        return None  # "Friday, the fourth decline in five days"
    wanted, day = weekday_of(m["weekday"]), read_ordinal(m["ordinal"])
    if moment.now is None:
        return a_date(f"XXXX-XX-{day:02d}", score=0.6) if day < 32 else None
    months = [shift(moment.now.replace(day=1), months=k) for k in range(-14, 15)]
    days = [date.fromisoformat(v) for on in months if on and (v := _valid(on.year, on.month, day))]
    options = [d for d in days if d.isoweekday() == wanted]
    return a_date(nearest(moment.now, moment.direction(m.start()), options).isoformat(), DOCUMENT) if options else None


def day_alone(m: Match, moment: Moment) -> Reading | None:
    """ "On the 24th", "by the 5th of next month": in the month told, else the nearest such day in the verb's direction."""
    day = int(m["day"])
    if moment.now is None or not 1 <= day <= 31:
        return a_date(f"XXXX-XX-{day:02d}", score=0.5) if 1 <= day <= 31 else None
    side = {"last": -1, "this": 0, "next": 1}.get((m["side"] or "").lower())
    months = [shift(moment.now.replace(day=1), months=k) for k in ((-2, -1, 0, 1, 2) if side is None else (side,))]
    options = [date.fromisoformat(v) for on in months if on and (v := _valid(on.year, on.month, day))]
    if not options:
        return None
    on = nearest(moment.now, moment.direction(m.start()), options)
    return a_date(on.isoformat(), DOCUMENT, score=0.7 if side is None else 0.9)


def day_range(m: Match, moment: Moment) -> Reading | None:
    """ "6-7 April", "April 6 to 7"."""
    number = month_of(m["month"])
    first, last = _open_day(number, int(m["day"]), m, moment), _open_day(number, int(m["day2"]), m, moment)
    if first is None or last is None or int(m["day"]) >= int(m["day2"]):
        return None
    last_value = first.value[:8] + last.value[-2:]
    order = sorted([(m.start("month"), m.end("month")), m.span("day")])
    ends = ((order[0][0], order[1][1], first.value), (*m.span("day2"), last_value))
    if m.start("day") < m.start("month"):
        ends = ((*m.span("day"), first.value), (m.start("day2"), m.end(), last_value))
    return a_date(f"{first.value}/{last_value}", first.basis, score=first.score, ends=ends)


def weekday_side(m: Match, moment: Moment) -> Reading | None:
    """ "last Friday", "Tuesday next week", "Monday week"."""
    wanted = weekday_of(m["weekday"] or m["weekday2"] or m["weekday3"] or m["weekday4"])
    if moment.now is None:
        return a_date(f"XXXX-WXX-{wanted}", score=0.7)
    monday = moment.now - timedelta(days=moment.now.weekday()) if moment.now.toordinal() > 7 else moment.now
    side = side_of(m) if m["weekday"] else side_of(m, "side2")
    told = days_of(moment.day) if moment.day and (m["side"] or "").lower() in {"previous", "preceding", "following"} else None
    if told is not None and side:  # counted from the day that the text told
        steps = (wanted - told[0].isoweekday()) % 7
        on = shift(told[0], days=(steps or 7) if side > 0 else steps - 7)
        return _with_daypart(on.isoformat(), m, TEXT) if on else None
    if m["weekday3"] or m["weekday4"]:  # "a week from Monday", "Monday week": seven days after the coming one
        on = shift(moment.now, days=((wanted - moment.now.isoweekday()) % 7 or 7) + 7)
    elif m["weekday2"]:
        on = shift(monday, days=7 * (side or 0) + wanted - 1)
    elif side:
        ahead = (wanted - moment.now.isoweekday()) % 7
        on = shift(moment.now, days=(ahead or 7) if side > 0 else (ahead or 7) - 7 if ahead else -7)
    else:
        on = shift(monday, days=wanted - 1)
    return _with_daypart(on.isoformat(), m, DOCUMENT) if on else None


def weekday_set(m: Match, moment: Moment) -> Reading | None:
    """ "every Monday", "Mondays": a set, "XXXX-WXX-1"."""
    return a_set(f"XXXX-WXX-{weekday_of(m['weekday'] or m['plural'])}")


def weekday_alone(m: Match, moment: Moment) -> Reading | None:
    """The verb tells whether "Tuesday" has been or is to come; told nothing, it has been."""
    wanted = weekday_of(m["weekday"])
    if m["plural"]:
        return a_set(f"XXXX-WXX-{wanted}T{DAYPARTS[m['daypart'].lower()]}")
    if moment.now is None:
        return _with_daypart(f"XXXX-WXX-{wanted}", m, DOCUMENT)
    if _IN_SET.search(moment.text, max(0, m.start() - 40), m.start()):
        return a_set(f"XXXX-WXX-{wanted}")  # "every Tuesday and Thursday"
    beside = _beside(m, moment)
    if beside is not None:
        steps = (wanted - beside[0].isoweekday()) % 7
        on = shift(beside[0], days=steps - 7 if beside[1] and steps > 3 else steps)
        return _with_daypart(on.isoformat(), m, DOCUMENT) if on else None
    ahead = (wanted - moment.now.isoweekday()) % 7
    on = shift(moment.now, days=ahead if moment.direction(m.start("weekday")) > 0 else -((7 - ahead) % 7))
    return _with_daypart(on.isoformat(), m, DOCUMENT) if on else None


def _beside(m: Match, moment: Moment) -> tuple[date, bool] | None:
    """The day that "Wednesday" is coordinated with ("next Tuesday and Wednesday"), and whether it may lie before that day."""
    between = _COORDINATED.fullmatch(moment.text, moment.reached, m.start()) if m.start() - moment.reached < 12 else None
    days = days_of(moment.point) if between and moment.reached else None
    if not between or not days or days[0] != days[1] or moment.now is None or abs((days[0] - moment.now).days) > 10:
        return None
    return days[0], between[0].strip().lower() not in {"to", "through", "-", "–"}


def _with_daypart(value: str, m: Match, basis: str) -> Reading:
    part = m.groupdict().get("daypart")
    return a_time(f"{value}T{DAYPARTS[part.lower()]}", basis) if part else a_date(value, basis, score=0.9)


def holiday(m: Match, moment: Moment) -> Reading | None:
    """ "Christmas 2021", "Easter": the feast's day, of a year that is named or near the document's; None for another country's
    feast."""
    if _NAMED_AFTER.match(moment.text, m.end()):
        return None
    name = " ".join(m["holiday"].lower().split())
    rule = _HOLIDAYS[re.sub("['’]", "", name)]
    if name in NATIONAL and _OTHER_COUNTRY.search(moment.text, max(0, m.start() - 24), m.start()):
        return None  # "Ukraine's Independence Day"
    year = year_of(m, moment)
    if year is None and moment.now is None:
        return _with_daypart(f"XXXX-{rule}" if re.fullmatch(r"\d\d-\d\d", rule) else "XXXX-XX-XX", m, DOCUMENT)
    years = [year] if year is not None else range(moment.now.year - 1, moment.now.year + 2) if moment.now else []
    options = [on for y in years if 1 < y < 9990 for on in feast_days(rule, y)]
    if not options:
        return None
    on = options[0]
    if year is None and moment.now is not None:
        on = nearest(moment.now, moment.direction(m.start()), options)
        if abs((on - moment.now).days) > FAR:  # "was held the week before Christmas", two days before it
            on = nearest(moment.now, 0, options)
    reading = _with_daypart(on.isoformat(), m, EXPLICIT if m["year"] else DOCUMENT)
    if name == "ramadan":
        reading = replace(reading, value=f"{on}/{on + timedelta(days=29)}")
    return replace(reading, part="ABOUT", score=0.6) if rule.startswith("islamic") else reading


def other_calendar(m: Match, moment: Moment) -> Reading | None:
    """ "The Hebrew year 5774", "1434 AH", "2005 in the Ethiopian calendar": the days of ours that it covers."""
    name = (m["calendar"] or m["calendar3"] or "islamic").lower()
    days = calendar_year(name, int(m["number"] or m["number2"] or m["number3"]))
    exact = name in {"hebrew", "jewish", "ethiopian"}
    return a_date(f"{days[0]}/{days[1]}", score=0.8, part="" if exact else "ABOUT") if days else None


def attack_date(m: Match, moment: Moment) -> Reading | None:
    """ "9/11": the day of 2001."""
    return a_date("2001-09-11", score=0.9)


def clock(m: Match, moment: Moment) -> Reading | None:
    """A time of day; its day is joined later, else it is the document's or the last told."""
    before = moment.text[max(0, m.start() - 12) : m.start()]
    half = _TO_HALF.match(moment.text, m.end()) if m["hour24"] and not m["zone"] else None
    if m["hour24"] and not m["zone"] and not half and not _CLOCK_BEFORE.search(before):
        return None  # "a 2:45 video", "won 21:15"
    told = clock_value(m)
    if told and half and half[2].lower() == "p" and int(m["hour24"]) % 12 <= int(half[1]) % 12:
        told = f"{int(m['hour24']) % 12 + 12:02d}:{m['minute24']}"  # "between 1:30 and 4:00 p.m."
    anchor, basis = moment.clock_day(m.start())
    return a_time(f"{anchor.isoformat() if anchor else 'XXXX-XX-XX'}T{told}", basis) if told else None


def clock_value(m: Match) -> str | None:
    """ "14:30", "2.30 p.m.", "noon", "1400 hours" -> "14:30" of 24 hours; None where the figures are no time of day."""
    if m["word"]:
        return "12:00" if m["word"].lower() == "noon" else "24:00"
    if m["military"]:
        hour, minute = int(m["military"][:2]), m["military"][2:]
    elif m["oclock"]:
        hour, minute = int(read_cardinal(m["oclock"]) or 0), "00"
        late = (m["of_day"] or ("night" if m[0].lower().endswith("night") else "morning")).lower() != "morning"
        hour = hour % 12 + 12 if late and hour < 12 else hour
    elif m["hour_of"]:
        hour, minute = int(m["hour_of"]), m["minute_of"] or "00"
        hour = hour % 12 + 12 if (m["half_of"] or "night").lower() != "morning" and hour < 12 else hour
    elif m["hour24"]:
        hour, minute = int(m["hour24"]), m["minute24"]
    else:
        hour, minute = int(m["hour"]), m["minute"] or "00"
        if hour > 12 and m["half"]:
            return None
        hour = hour % 12 + (12 if m["half"].lower().startswith("p") else 0)
    return f"{hour:02d}:{minute}" + ("Z" if (m["zone"] or "").upper() in {"GMT", "UTC"} else "") if hour <= 24 else None


READERS: dict[str, Callable[[Match, Moment], Reading | None]] = {
    f.__name__: f
    for f in (
        iso_date, year_first_date, numeric_date, month_day, month_ordinal, weekday_ordinal, day_alone, day_range, weekday_side,
        weekday_set, weekday_alone, holiday, other_calendar, attack_date, clock,
    )
}  # fmt: skip
