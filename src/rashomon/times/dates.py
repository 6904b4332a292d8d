"""Dates that name themselves: whole dates, months, years, decades, quarters, seasons, weekdays, holidays -> Reading."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from .lexicon import DAYPARTS, HOLIDAYS, MONTHS, SEASONS, WEEKDAYS
from .numbers import read_ordinal, read_spelled_year
from .readings import DOCUMENT, EXPLICIT, TEXT, Moment, Reading, a_date, a_set, a_time, nearest, quarter_value, week_value
from .values import SEASON_MONTHS, days_of, easter, month_end, shift

Match = re.Match[str]
_SIDES = {"last": -1, "past": -1, "previous": -1, "prior": -1, "preceding": -1, "next": 1, "coming": 1, "following": 1}
_DECADES = {w: n for n, w in enumerate("twenties thirties forties fifties sixties seventies eighties nineties".split(), start=2)}
# Nouns and verbs before which "2001" is a year, and signs that a number of four digits counts something.
_YEAR_BEFORE = re.compile(
    r"(?:\b(?:in|of|since|by|until|till|from|to|through|during|for|before|after|early|late|mid|and|or|between|fiscal|year|the|than|around"
    r"|about|summer|spring|fall|autumn|winter|election|both|estimated|late[ -]|mid-|early[ -]|as|early|\w+'s|a|its|their|his|in[- ]late)"
    r"|[(,-])\s*$",
    re.IGNORECASE,
)
_SURE_BEFORE = re.compile(
    r"(?:\b(?:in|since|by|until|till|during|before|after|early|late|mid|fiscal|year|through|between|for|of|from|to)\s*|[(-]\s*)$",
    re.IGNORECASE,
)
_COORDINATED = re.compile(r"\s*(?:,|and|or|to|through|-|–|, and)\s*(?:on\s+)?", re.IGNORECASE)
FAR = 300  # days: a day and month this far off in the direction of the verb is rather the near one on the other side
_COUNTED = re.compile(
    r"\s+(?:\w+\s+)?(?:people|soldiers|troops|men|women|miles|feet|dollars|euros|yen|pounds|tons|tonnes|shares|points|jobs|meters|metres|kilometers|km|kg)\b"
)


def _month(word: str) -> int:
    return MONTHS[word.lower().rstrip(".")]


def _weekday(word: str) -> int:
    return WEEKDAYS[word.lower().rstrip(".")]


def _side(m: Match, group: str = "side") -> int | None:
    """-1, 0 or 1 for last, this, next; None where nothing is said."""
    side = m.groupdict().get(group)
    return None if side is None else _SIDES.get(side.lower(), 0)


def _year(m: Match, moment: Moment) -> int | None:
    """The year that the match tells, in digits or as "last year"."""
    told = m.groupdict().get("year")
    if told:
        return int(told)
    side = _side(m)
    return moment.now.year + side if side is not None and moment.now else None


def _valid(year: int, number: int, day: int) -> str | None:
    try:
        return date(year, number, day).isoformat()
    except ValueError:
        return None


def _whole(year: int, number: int, day: int, score: float = 1.0) -> Reading | None:
    value = _valid(year, number, day)
    return a_date(value, score=score) if value else None


def iso_date(m: Match, moment: Moment) -> Reading | None:
    value = _valid(int(m["year"]), int(m["number"]), int(m["day"])) if m["year"] > "0000" else None
    if value is None or not m.groupdict().get("clock"):
        return a_date(value) if value else None
    return a_time(f"{value}T{m['clock']}")


def year_first_date(m: Match, moment: Moment) -> Reading | None:
    return _whole(int(m["year"]), int(m["number"]), int(m["day"]))


def numeric_date(m: Match, moment: Moment) -> Reading | None:
    """4/5/2022: the month first as Americans write it unless the first number is a day's; dots mean the day first."""
    first, second, year = int(m["first"]), int(m["second"]), int(m["year"])
    if m["sep"] == "-" and len(m["year"]) == 2:
        return None
    if year < 100:
        year += 1900 if year > 50 else 2000
    day_first = m["sep"] == "." or first > 12
    number, day = (second, first) if day_first else (first, second)
    return _whole(year, number, day, 1.0 if max(first, second) > 12 or first == second else 0.6)


def _open_day(number: int, day: int, m: Match, moment: Moment) -> Reading | None:
    """Month and day, the year told or found from the verb and the document's date."""
    year = _year(m, moment)
    if year is not None:
        value = _valid(year, number, day)
        return a_date(value, EXPLICIT if m.groupdict().get("year") else DOCUMENT) if value else None
    if moment.now is None:
        return a_date(f"XXXX-{number:02d}-{day:02d}", score=0.7) if _valid(2000, number, day) else None
    years = range(moment.now.year - 1, moment.now.year + 2)
    options = [date.fromisoformat(v) for y in years if 0 < y < 10000 and (v := _valid(y, number, day))]
    if not options:
        return None
    on = nearest(moment.now, moment.direction(m.start()), options)
    if abs((on - moment.now).days) > FAR:  # "extended its offer to Nov. 20", on November 1
        on = nearest(moment.now, 0, options)
    return a_date(on.isoformat(), DOCUMENT, score=0.9)


def month_day(m: Match, moment: Moment) -> Reading | None:
    return _open_day(_month(m["month"]), int(m["day"]), m, moment)


def month_ordinal(m: Match, moment: Moment) -> Reading | None:
    return _open_day(_month(m["month"] or m["month2"]), read_ordinal(m["ordinal"] or m["ordinal2"]), m, moment)


def weekday_ordinal(m: Match, moment: Moment) -> Reading | None:
    """ "Tuesday the 5th": the nearest month in which that day is that weekday."""
    wanted, day = _weekday(m["weekday"]), read_ordinal(m["ordinal"])
    if moment.now is None:
        return a_date(f"XXXX-XX-{day:02d}", score=0.6) if day < 32 else None
    months = [shift(moment.now.replace(day=1), months=k) for k in range(-6, 7)]
    days = [date.fromisoformat(v) for on in months if on and (v := _valid(on.year, on.month, day))]
    options = [d for d in days if d.isoweekday() == wanted]
    return a_date(nearest(moment.now, moment.direction(m.start()), options).isoformat(), DOCUMENT) if options else None


def day_range(m: Match, moment: Moment) -> Reading | None:
    """ "6-7 April", "April 6 to 7"."""
    number = _month(m["month"])
    first, last = _open_day(number, int(m["day"]), m, moment), _open_day(number, int(m["day2"]), m, moment)
    if first is None or last is None or int(m["day"]) >= int(m["day2"]):
        return None
    last_value = first.value[:8] + last.value[-2:]
    order = sorted([(m.start("month"), m.end("month")), m.span("day")])
    ends = ((order[0][0], order[1][1], first.value), (*m.span("day2"), last_value))
    if m.start("day") < m.start("month"):
        ends = ((*m.span("day"), first.value), (m.start("day2"), m.end(), last_value))
    return a_date(f"{first.value}/{last_value}", first.basis, score=first.score, ends=ends)


def month_year(m: Match, moment: Moment) -> Reading | None:
    if m["year"]:
        year: int | None = int(m["year"])
    elif m["short"]:
        year = int(m["short"]) + (1900 if int(m["short"]) > 50 else 2000)
    else:
        year = read_spelled_year(m["spelled"])
    return a_date(f"{year:04d}-{_month(m['month']):02d}") if year else None


def month_side(m: Match, moment: Moment) -> Reading | None:
    """ "June last year", "last June", "this September"."""
    number = _month(m["month"] or m["month2"])
    if moment.now is None:
        return a_date(f"XXXX-{number:02d}", score=0.7)
    if m["month"]:
        return a_date(f"{moment.now.year + (_side(m) or 0):04d}-{number:02d}", DOCUMENT)
    side = _side(m, "side2") or 0
    year = moment.now.year
    if side < 0 and number >= moment.now.month:
        year -= 1
    if side > 0 and number <= moment.now.month:
        year += 1
    return a_date(f"{year:04d}-{number:02d}", DOCUMENT)


def month_set(m: Match, moment: Moment) -> Reading | None:
    return a_set(f"XXXX-{_month(m['month']):02d}")


def month_alone(m: Match, moment: Moment) -> Reading | None:
    number = _month(m["month"])
    if moment.now is None:
        return a_date(f"XXXX-{number:02d}", score=0.7)
    here = moment.now.replace(day=1)
    options = [date(y, number, 1) for y in range(here.year - 1, here.year + 2) if 0 < y < 10000]
    return a_date(f"{nearest(here, moment.direction(m.start()), options):%Y-%m}", DOCUMENT, score=0.85)


def year_alone(m: Match, moment: Moment) -> Reading | None:
    year, before = int(m["year"]), moment.text[max(0, m.start() - 24) : m.start()]
    if _COUNTED.match(moment.text, m.end()):
        return None
    found = moment.tenses.token(m.start())
    entity = found[0].tokens[found[1]].entity if found else ""
    likely = 1900 <= year <= 2060 and (entity == "DATE" or bool(_YEAR_BEFORE.search(before)) or not before.strip())
    if entity in {"CARDINAL", "MONEY", "QUANTITY", "PERCENT"} and not _SURE_BEFORE.search(before):
        return None
    return a_date(m["year"]) if likely or (year >= 1400 and _SURE_BEFORE.search(before) and entity in {"", "DATE"}) else None


def year_range(m: Match, moment: Moment) -> Reading | None:
    first, last = m["year"], m["year2"]
    last = first[: 4 - len(last)] + last
    if len(last) != 4 or last <= first or int(last) - int(first) > 100:
        return None
    return a_date(f"{first}/{last}", ends=((*m.span("year"), first), (*m.span("year2"), last)))


def spelled_year(m: Match, moment: Moment) -> Reading | None:
    year = read_spelled_year(m["spelled"] or m["spelled2"] or m["spelled3"])
    return a_date(f"{year:04d}") if year else None


def decade(m: Match, moment: Moment) -> Reading | None:
    if m["century"]:
        return a_date(m["century"] + m["tens"])
    digit = m["tens2"] or str(_DECADES[m["word"].lower()])
    if m["spelled"]:
        return a_date({"nineteen": "19", "eighteen": "18"}[m["spelled"].lower()] + digit)
    before = moment.text[max(0, m.start() - 12) : m.start()].lower()
    if re.search(r"\b(?:his|her|their|my|your|our|its|aged?)\s+(?:\w+\s+)?$", before) or (
        m["tens2"] and "'" not in m[0] and "’" not in m[0] and not m[0].lower().startswith("the")
    ):
        return None
    return a_date(
        ("20" if moment.now and moment.now.year >= 2030 and int(digit) * 10 + 2000 <= moment.now.year else "19") + digit, score=0.8
    )


def century(m: Match, moment: Moment) -> Reading | None:
    n = read_ordinal(m["ordinal"])
    return a_date(f"{n - 1:02d}" if not m["bc"] else f"BC{n:02d}")


def quarter(m: Match, moment: Moment) -> Reading | None:
    """ "the third quarter of 1990", "first half", "Q3 2021"; without a year the one nearest before the document's date."""
    groups = m.groupdict()
    letter = (groups.get("letter") or {"quarter": "Q", "half": "H"}[m["unit"].lower()]).upper()
    if groups.get("number"):
        number = int(m["number"])
    else:
        word = m["ordinal"].lower()
        number = {"final": 4 if letter == "Q" else 2, "last": 4 if letter == "Q" else 2}.get(word) or read_ordinal(word)
    if (letter == "H" and number > 2) or (letter == "H" and groups.get("unit") and not re.search(r"year|\d{4}", m[0])):
        return None
    year = _year(m, moment)
    if year is None and moment.now is None:
        return a_date(f"XXXX-{letter}{number}", score=0.7)
    basis = EXPLICIT if groups.get("year") else DOCUMENT
    if year is None:
        year = _quarter_year(number, 3 if letter == "Q" else 6, moment, m.start())
    return a_date(f"{year:04d}-{letter}{number}", basis)


def _quarter_year(number: int, months: int, moment: Moment, offset: int) -> int:
    assert moment.now is not None
    current = (moment.now.month - 1) // months + 1
    ahead = moment.direction(offset) > 0 and current - number != 1  # "expects to report for the third quarter", in October
    if number <= current:
        return moment.now.year + (1 if ahead and number < current else 0)
    return moment.now.year if ahead or number - current == 1 and months == 3 else moment.now.year - 1


def quarter_side(m: Match, moment: Moment) -> Reading | None:
    """ "the year-ago quarter": the one told last, a year earlier."""
    last = moment.quarter or (quarter_value(shift(moment.now, months=-3) or moment.now) if moment.now else "XXXX-QX")
    ordinal = m["ordinal"] or m["ordinal2"]
    number = str(read_ordinal(ordinal)) if ordinal else last[-1]
    return a_date(
        f"{int(last[:4]) - 1:04d}-Q{number}" if last[0] != "X" else f"XXXX-Q{number}",
        TEXT if moment.quarter else DOCUMENT,
        score=0.8,
    )


def latest_quarter(m: Match, moment: Moment) -> Reading | None:
    if moment.quarter:
        return a_date(moment.quarter, TEXT, score=0.8)
    if "quarter" not in m[0].lower():
        return None
    before = shift(moment.now, months=-3) if moment.now else None
    return a_date(quarter_value(before) if before else "XXXX-QX", DOCUMENT, score=0.6)


def fiscal_year(m: Match, moment: Moment) -> Reading | None:
    year = _year(m, moment)
    if year is None and "fiscal year" in m[0].lower() and moment.now and moment.text[m.start() : m.start() + 3].lower() == "the":
        year = moment.now.year
    return a_date(f"{year:04d}", EXPLICIT if m["year"] else DOCUMENT, score=0.9) if year else None


def season_year(m: Match, moment: Moment) -> Reading | None:
    season, year = SEASONS[m["season"].lower()], _year(m, moment)
    return a_date(f"{year:04d}-{season}" if year else f"XXXX-{season}", EXPLICIT if m["year"] else DOCUMENT)


def _open_season(season: str, moment: Moment, direction: int) -> Reading:
    if moment.now is None:
        return a_date(f"XXXX-{season}", score=0.7)
    options = [date(y, SEASON_MONTHS[season], 1) for y in range(moment.now.year - 1, moment.now.year + 2) if 0 < y < 10000]
    return a_date(f"{nearest(moment.now, direction, options).year:04d}-{season}", DOCUMENT, score=0.8)


def season_side(m: Match, moment: Moment) -> Reading | None:
    season, side = SEASONS[m["season"].lower()], _side(m) or 0
    if moment.now is None or side == 0:
        return _open_season(season, moment, 0) if moment.now is None else a_date(f"{moment.now.year:04d}-{season}", DOCUMENT)
    year = moment.now.year
    for candidate in (year, year + side):
        days = days_of(f"{candidate:04d}-{season}")
        if days and ((side < 0 and days[1] < moment.now) or (side > 0 and days[0] > moment.now)):
            return a_date(f"{candidate:04d}-{season}", DOCUMENT)
    return a_date(f"{year + side:04d}-{season}", DOCUMENT)


def season_alone(m: Match, moment: Moment) -> Reading | None:
    found = moment.tenses.token(m.start("season"))
    if found and found[0].tokens[found[1]].pos not in {"NOUN", "PROPN"}:
        return None
    return _open_season(SEASONS[m["season"].lower()], moment, moment.direction(m.start("season")))


def season_set(m: Match, moment: Moment) -> Reading | None:
    word = m["season"] or m["plural"][:-1]
    return a_set(f"XXXX-{SEASONS[word.lower()]}")


def weekday_side(m: Match, moment: Moment) -> Reading | None:
    """ "last Friday", "Tuesday next week"."""
    wanted = _weekday(m["weekday"] or m["weekday2"] or m["weekday3"])
    if moment.now is None:
        return a_date(f"XXXX-WXX-{wanted}", score=0.7)
    monday = moment.now - timedelta(days=moment.now.weekday()) if moment.now.toordinal() > 7 else moment.now
    side = _side(m) if m["weekday"] else _side(m, "side2")
    if m["weekday"] is None:
        on = shift(monday, days=7 * (1 if m["weekday3"] else side or 0) + wanted - 1)
    elif side:
        ahead = (wanted - moment.now.isoweekday()) % 7
        on = shift(moment.now, days=(ahead or 7) if side > 0 else (ahead or 7) - 7 if ahead else -7)
    else:
        on = shift(monday, days=wanted - 1)
    return _with_daypart(on.isoformat(), m, DOCUMENT) if on else None


def weekday_set(m: Match, moment: Moment) -> Reading | None:
    return a_set(f"XXXX-WXX-{_weekday(m['weekday'] or m['plural'])}")


def weekday_alone(m: Match, moment: Moment) -> Reading | None:
    """The verb tells whether "Tuesday" has been or is to come; told nothing, it has been."""
    wanted = _weekday(m["weekday"])
    if m["plural"]:
        return a_set(f"XXXX-WXX-{wanted}T{DAYPARTS[m['daypart'].lower()]}")
    if moment.now is None:
        return _with_daypart(f"XXXX-WXX-{wanted}", m, DOCUMENT)
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
    if not between or not days or days[0] != days[1]:
        return None
    return days[0], between[0].strip().lower() not in {"to", "through", "-", "–"}


def _with_daypart(value: str, m: Match, basis: str) -> Reading:
    part = m.groupdict().get("daypart")
    return a_time(f"{value}T{DAYPARTS[part.lower()]}", basis) if part else a_date(value, basis, score=0.9)


def holiday(m: Match, moment: Moment) -> Reading | None:
    rule = (
        HOLIDAYS[m["holiday"].lower().replace("’", "'")]
        if "'" in m["holiday"] or "’" in m["holiday"]
        else _HOLIDAYS_BARE[m["holiday"].lower()]
    )
    year = _year(m, moment)
    if year is not None:
        return a_date(_feast(rule, year).isoformat(), EXPLICIT if m["year"] else DOCUMENT)
    if moment.now is None:
        return a_date(f"XXXX-{rule}" if re.fullmatch(r"\d\d-\d\d", rule) else "XXXX-XX-XX", score=0.7)
    options = [_feast(rule, y) for y in range(moment.now.year - 1, moment.now.year + 2) if 0 < y < 10000]
    return a_date(nearest(moment.now, moment.direction(m.start()), options).isoformat(), DOCUMENT, score=0.85)


_HOLIDAYS_BARE = {name.replace("'", ""): rule for name, rule in HOLIDAYS.items()}


def _feast(rule: str, year: int) -> date:
    if rule.startswith("easter"):
        return easter(year) + timedelta(days=int(rule[6:]))
    if ":" not in rule:
        return date.fromisoformat(f"{year:04d}-{rule}")
    number, weekday, n = map(int, rule.split(":"))
    if n < 0:
        end = month_end(year, number)
        return end - timedelta(days=(end.isoweekday() - weekday) % 7)
    first = date(year, number, 1)
    return first + timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (n - 1))


def attack_date(m: Match, moment: Moment) -> Reading | None:
    return a_date("2001-09-11", score=0.9)


def clock(m: Match, moment: Moment) -> Reading | None:
    """A time of day; its day is joined later, else it is the document's or the last told."""
    told = clock_value(m)
    anchor, basis = moment.anchor("D")
    return a_time(f"{anchor.isoformat() if anchor else 'XXXX-XX-XX'}T{told}", basis) if told else None


def clock_value(m: Match) -> str | None:
    if m["word"]:
        return "12:00" if m["word"].lower() == "noon" else "24:00"
    if m["military"]:
        hour, minute = int(m["military"][:2]), m["military"][2:]
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
        iso_date, year_first_date, numeric_date, month_day, month_ordinal, weekday_ordinal, day_range, month_year, month_side, month_set,
        month_alone, year_alone, year_range, spelled_year, decade, century, quarter, quarter_side, latest_quarter, fiscal_year,
        season_year, season_side, season_alone, season_set, weekday_side, weekday_set, weekday_alone, holiday, attack_date, clock,
    )
}  # fmt: skip
__all__ = ["READERS", "week_value"]
