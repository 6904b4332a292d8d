"""Months, years, decades, centuries, quarters, fiscal years and seasons -> Reading."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from .lexicon import MONTHS, SEASONS
from .numbers import read_ordinal, read_short_year, read_spelled_year
from .readings import DOCUMENT, EXPLICIT, TEXT, Moment, Reading, a_date, a_set, month_of, nearest, quarter_value, side_of, year_of
from .values import SEASON_MONTHS, days_of, shift

Match = re.Match[str]
_DECADES = {w: n for n, w in enumerate("twenties thirties forties fifties sixties seventies eighties nineties".split(), start=2)}
# Words before which "2001" is a year, and signs that a number of four digits counts something.
_YEAR_BEFORE = re.compile(
    r"(?:\b(?:in|of|since|by|until|till|from|to|through|during|for|before|after|early|late|mid|and|or|between|fiscal|year|the|than"
    r"|around|about|summer|spring|fall|autumn|winter|election|both|estimated|late[ -]|mid-|early[ -]|as|\w+'s|a|its|their|his)"
    r"|[(,-])\s*$",
    re.IGNORECASE,
)
_SURE_BEFORE = re.compile(
    r"(?:\b(?:in|since|by|until|till|during|before|after|early|late|mid|fiscal|year|through|between|for|of|from|to)\s*|[(-]\s*)$",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    r"\s+(?:\w+\s+)?(?:people|soldiers|troops|men|women|miles|feet|dollars|euros|yen|pounds|tons|tonnes|shares|points|jobs|meters|metres|kilometers|km|kg)\b"
)
_YEAR_ENDED = re.compile(r"\s+(?:that\s+)?(?:ended|ending)\b[^;]{0,24}?\b((?:19|20)\d\d)\b")


_FIGURES = re.compile(
    r"\s+(?:net\s+|pretax\s+|operating\s+)?(?:profits?|income|loss|losses|results?|earnings|sales|revenues?|growth|figures|performance|dividend)\b",
    re.IGNORECASE,
)
_QUARTER_ENDED = re.compile(
    rf"\s+(?:that\s+)?end(?:ed|ing)\s+(?:in\s+|on\s+)?({'|'.join(m for m in MONTHS)})\b\.?\s*(\d\d?)?", re.IGNORECASE
)
_NEAR_AHEAD = range(1, 5)  # months
_DELIVERY = re.compile(
    r"\s+(?:deliver(?:y|ies)|settlement|contracts?)\b|\s+(?:[\w.-]+\s+){0,3}futures\b", re.IGNORECASE
)  # of what is traded ahead
_REACHES = re.compile(r"\b(?:until|till|through|by)\s+(?:early[ -]|late[ -]|mid-?)?$", re.IGNORECASE)


def month_year(m: Match, moment: Moment) -> Reading | None:
    """ "April 2022", "April '22": a month."""
    if m["year"]:
        year: int | None = int(m["year"])
    elif m["short"]:
        year = read_short_year(m["short"])
    else:
        year = read_spelled_year(m["spelled"])
    return a_date(f"{year:04d}-{month_of(m['month']):02d}") if year else None


def month_side(m: Match, moment: Moment) -> Reading | None:
    """ "June last year", "last June", "this September"."""
    number = month_of(m["month"] or m["month2"])
    if moment.now is None:
        return a_date(f"XXXX-{number:02d}", score=0.7)
    if m["month"]:
        return a_date(f"{year_of(m, moment):04d}-{number:02d}", DOCUMENT)
    side = side_of(m, "side2") or 0
    the = moment.text[max(0, m.start() - 4) : m.start()].lower() == "the "  # "in the fall of 1996 and the next May"
    in_text = m["side2"].lower() in {"previous", "preceding", "following"} or (the and side > 0)
    told = days_of(moment.point) if in_text else None
    here = told[0] if told else moment.now
    year = here.year
    if side < 0 and number >= here.month:
        year -= 1
    if side > 0 and number <= here.month:
        year += 1
    return a_date(f"{year:04d}-{number:02d}", TEXT if told else DOCUMENT)


def month_set(m: Match, moment: Moment) -> Reading | None:
    """ "every April": a set."""
    return a_set(f"XXXX-{month_of(m['month']):02d}")


def month_alone(m: Match, moment: Moment) -> Reading | None:
    """ "April": the month nearest to the document's in the direction of the tense; "XXXX-04" without a document day."""
    number = month_of(m["month"])
    if moment.now is None:
        return a_date(f"XXXX-{number:02d}", score=0.7)
    here = moment.now.replace(day=1)
    options = [date(y, number, 1) for y in range(here.year - 1, here.year + 2) if 0 < y < 10000]
    on = nearest(here, 1 if _DELIVERY.match(moment.text, m.end()) else moment.direction(m.start()), options)
    if (
        on < here
        and (on.month - here.month) % 12 in _NEAR_AHEAD
        and _REACHES.search(moment.text, max(0, m.start() - 16), m.start())
    ):
        on = on.replace(year=on.year + 1)  # "gave them until mid-November", in October
    return a_date(f"{on:%Y-%m}", DOCUMENT, score=0.85)


def year_alone(m: Match, moment: Moment) -> Reading | None:
    """ "2022": a year; None for counts, sums and numbers that only look like one."""
    year, before = int(m["year"]), moment.text[max(0, m.start() - 24) : m.start()]
    if _COUNTED.match(moment.text, m.end()):
        return None
    found = moment.tenses.token(m.start())
    entity = found[0].tokens[found[1]].entity if found else ""
    likely = 1900 <= year <= 2060 and (entity == "DATE" or bool(_YEAR_BEFORE.search(before)) or not before.strip())
    if found and found[0].tokens[found[1]].dep == "pobj" and 1000 <= year <= 2200 and _SURE_BEFORE.search(before):
        return a_date(m["year"])  # "in 1309", which stands for itself
    if entity in {"CARDINAL", "MONEY", "QUANTITY", "PERCENT"} and not _SURE_BEFORE.search(before):
        return None
    return a_date(m["year"]) if likely or (year >= 1400 and _SURE_BEFORE.search(before) and entity in {"", "DATE"}) else None


def year_short(m: Match, moment: Moment) -> Reading | None:
    """ "In '98"."""
    return a_date(f"{read_short_year(m['short']):04d}", score=0.9)


def year_before_christ(m: Match, moment: Moment) -> Reading | None:
    """ "44 BC": "BC0044"."""
    return a_date(f"BC{int(m['number']):04d}")


def year_range(m: Match, moment: Moment) -> Reading | None:
    """ "2014-2016", "2014-16": both years, apart as `ends`; None for more than a century or the wrong order."""
    first, last = m["year"], m["year2"]
    last = first[: 4 - len(last)] + last
    if len(last) != 4 or last <= first or int(last) - int(first) > 100:
        return None
    return a_date(f"{first}/{last}", ends=((*m.span("year"), first), (*m.span("year2"), last)))


def spelled_year(m: Match, moment: Moment) -> Reading | None:
    """ "nineteen eighty-four": a year."""
    year = read_spelled_year(m["spelled"] or m["spelled2"] or m["spelled3"])
    return a_date(f"{year:04d}") if year else None


def decade(m: Match, moment: Moment) -> Reading | None:
    """ "the 1990s", "the nineties": a decade ("199"); None for ages ("in his thirties") and temperatures."""
    if m["century"]:
        return a_date(m["century"] + m["tens"])
    digit = m["tens2"] or str(_DECADES[m["word"].lower()])
    if m["spelled"]:
        return a_date({"nineteen": "19", "eighteen": "18"}[m["spelled"].lower()] + digit)
    before = moment.text[max(0, m.start() - 12) : m.start()].lower()
    if m["word"] and not m[0].lower().startswith("the") and not re.search(r"\b(?:early|mid|late)[ -]$", before):
        return None  # "turned away in their thirties", "in twenties and fifties"
    if re.search(r"\b(?:his|her|their|my|your|our|its|aged?)\s+(?:\w+\s+)?$", before) or (
        m["tens2"] and "'" not in m[0] and "’" not in m[0] and not m[0].lower().startswith("the")
    ):
        return None
    return a_date(
        ("20" if moment.now and moment.now.year >= 2030 and int(digit) * 10 + 2000 <= moment.now.year else "19") + digit, score=0.8
    )


def century(m: Match, moment: Moment) -> Reading | None:
    """ "the 19th century": "18"."""
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
    if letter == "H" and (
        number > 2 or (groups.get("unit") and not re.search(r"year|\d{4}", m[0]) and not _is_reported(m, moment))
    ):
        return None
    year = year_of(m, moment)
    if year is None and moment.now is not None and groups.get("side0"):
        year = moment.now.year + (side_of(m, "side0") or 0)
    if year is None and moment.now is None:
        return a_date(f"XXXX-{letter}{number}", score=0.7)
    basis = EXPLICIT if groups.get("year") else DOCUMENT
    if (groups.get("side") or "").lower() == "the" and year is not None and moment.now is not None:
        days = days_of(f"{year:04d}-{letter}{number}")
        if days and days[0] > moment.now and moment.direction(m.start()) < 0:
            year -= 1  # "raised more in the third quarter of the year", in January
    if year is None:
        year = _quarter_year(number, 3 if letter == "Q" else 6, moment, m.start())
    return a_date(f"{year:04d}-{letter}{number}", basis)


def _is_reported(m: Match, moment: Moment) -> bool:
    """ "First-half profit": not the first half of a match."""
    return _FIGURES.match(moment.text, m.end()) is not None


def _quarter_year(number: int, months: int, moment: Moment, offset: int) -> int:
    assert moment.now is not None
    current = (moment.now.month - 1) // months + 1
    ahead = moment.direction(offset) > 0 and current - number != 1  # "expects to report for the third quarter", in October
    if number <= current:
        return moment.now.year + (1 if ahead and number < current else 0)
    return moment.now.year if ahead or (number - current == 1 and months == 3) else moment.now.year - 1


def quarter_side(m: Match, moment: Moment) -> Reading | None:
    """ "the year-ago quarter": the one told last, a year earlier."""
    if not moment.quarter and "period" in m[0].lower() and moment.now:
        return a_date(f"{moment.now.year - 1:04d}", DOCUMENT, score=0.6)  # "up 12 percent over the same period last year"
    last = moment.quarter or (quarter_value(shift(moment.now, months=-3) or moment.now) if moment.now else "XXXX-QX")
    ordinal = m["ordinal"] or m["ordinal2"]
    number = str(read_ordinal(ordinal)) if ordinal else last[-1]
    return a_date(
        f"{int(last[:4]) - 1:04d}-Q{number}" if last[0] != "X" else f"XXXX-Q{number}",
        TEXT if moment.quarter else DOCUMENT,
        score=0.8,
    )


def year_quarter(m: Match, moment: Moment) -> Reading | None:
    """ "The 1988 period": the quarter told last, in another year."""
    return a_date(f"{m['year']}{moment.quarter[4:]}", TEXT, score=0.7) if moment.quarter else None


def _ended_quarter(m: Match, moment: Moment) -> Reading | None:
    """ "The quarter ended Sept. 29": the calendar's quarter that this ends, the last one so far."""
    ended = _QUARTER_ENDED.match(moment.text, m.end())
    if ended is None or moment.now is None:
        return None
    month = MONTHS[ended[1].lower()] - (int(ended[2] or 31) < 15)
    number = (max(month, 1) - 1) // 3 + 1
    over = (moment.now.month - 1) // 3 + 1 > number or "ing" in ended[0].lower()
    return a_date(f"{moment.now.year - (not over):04d}-Q{number}", DOCUMENT, score=0.7)


def latest_quarter(m: Match, moment: Moment) -> Reading | None:
    """ "the latest quarter", "the quarter": that which the text told of last, else the one before the document's day."""
    if (ended := _ended_quarter(m, moment)) is not None:
        return ended
    if moment.quarter:
        return a_date(moment.quarter, TEXT, score=0.8)
    if "quarter" not in m[0].lower():
        return None
    before = shift(moment.now, months=-3) if moment.now else None
    return a_date(quarter_value(before) if before else "XXXX-QX", DOCUMENT, score=0.6)


def fiscal_year(m: Match, moment: Moment) -> Reading | None:
    """ "fiscal 2022", "the fiscal year": a year, marked FISCAL; None where no year is known."""
    year = year_of(m, moment)
    if year is None and (ended := _YEAR_ENDED.match(moment.text, m.end())):
        year = int(ended[1])
    if year is None and "fiscal year" in m[0].lower() and moment.now and moment.text[m.start() : m.start() + 3].lower() == "the":
        year = moment.now.year
    return a_date(f"{year:04d}", EXPLICIT if m["year"] else DOCUMENT, score=0.9, part="FISCAL") if year else None


def season_year(m: Match, moment: Moment) -> Reading | None:
    """ "spring 2022": "2022-SP"."""
    season = SEASONS[m["season"].lower()]
    year = read_spelled_year(m["spelled"]) if m["spelled"] else year_of(m, moment)
    return a_date(f"{year:04d}-{season}" if year else f"XXXX-{season}", EXPLICIT if m["year"] else DOCUMENT)


def _open_season(season: str, moment: Moment, direction: int) -> Reading:
    if moment.now is None:
        return a_date(f"XXXX-{season}", score=0.7)
    options = [date(y, SEASON_MONTHS[season], 1) for y in range(moment.now.year - 1, moment.now.year + 2) if 0 < y < 10000]
    return a_date(f"{nearest(moment.now, direction, options).year:04d}-{season}", DOCUMENT, score=0.8)


def season_side(m: Match, moment: Moment) -> Reading | None:
    """ "last winter", "this summer": the season before, in or after the document's day; None where the word is a verb."""
    if moment.tenses.is_verb(m.start("season")):
        return None  # "objects that fall into the sea"
    season, side = SEASONS[m["season"].lower()], side_of(m) or 0
    if moment.now is None or side == 0:
        return _open_season(season, moment, 0) if moment.now is None else a_date(f"{moment.now.year:04d}-{season}", DOCUMENT)
    year = moment.now.year
    for candidate in (year, year + side):
        days = days_of(f"{candidate:04d}-{season}")
        if days and ((side < 0 and days[1] < moment.now) or (side > 0 and days[0] > moment.now)):
            return a_date(f"{candidate:04d}-{season}", DOCUMENT)
    return a_date(f"{year + side:04d}-{season}", DOCUMENT)


def season_alone(m: Match, moment: Moment) -> Reading | None:
    """ "in spring": the season nearest in the direction of the tense; None in names ("the Winter Games")."""
    found = moment.tenses.token(m.start("season"))
    if found and found[0].tokens[found[1]].pos not in {"NOUN", "PROPN"}:
        return None
    if m["season"][0].isupper() and re.match(r"\s+[A-Z]", moment.text[m.end() : m.end() + 3]):
        return None  # "the Winter Games"
    return _open_season(SEASONS[m["season"].lower()], moment, moment.direction(m.start()))


def season_set(m: Match, moment: Moment) -> Reading | None:
    """ "every summer", "summers": a set."""
    word = m["season"] or m["plural"][:-1]
    return a_set(f"XXXX-{SEASONS[word.lower()]}")


READERS: dict[str, Callable[[Match, Moment], Reading | None]] = {
    f.__name__: f
    for f in (
        month_year, month_side, month_set, month_alone, year_alone, year_short, year_range, spelled_year, decade, century,
        quarter, quarter_side, year_quarter, latest_quarter, fiscal_year, season_year, season_side, season_alone, season_set,
        year_before_christ,
    )
}  # fmt: skip
