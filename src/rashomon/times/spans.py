"""Times told from another time, and lengths: deixis, "ago", "later", windows, durations, sets, vague words -> Reading."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from .lexicon import ADVERB_SETS, DAYPARTS, PLURALS, UNIT_SIZE, UNITS
from .numbers import read_cardinal
from .readings import DOCUMENT, TEXT, UNDERSPECIFIED, Moment, Reading, a_date, a_length, a_set, a_time, moved, week_value
from .values import days_of, length_in_days, shift

Match = re.Match[str]
_DEICTIC = {"today": 0, "yesterday": -1, "tomorrow": 1, "tonight": 0}
_BACK = frozenset(("last", "past", "previous", "prior", "preceding", "recent", "latest"))
_AHEAD = frozenset(("next", "coming", "following", "upcoming"))
_FOLLOWS_TEXT = frozenset(("following", "preceding", "prior", "same", "that"))


def _unit(word: str) -> tuple[str, float]:
    """ "decades" -> ("Y", 10)."""
    unit = PLURALS.get(word.lower(), word.lower())
    return UNITS[unit], UNIT_SIZE.get(unit, 1)


def _length(count: float | None, word: str) -> str:
    """The TIMEX3 duration: (2, "decades") -> P20Y, (None, "weeks") -> PXW, (2.5, "years") -> P2Y6M."""
    letter, size = _unit(word)
    prefix = "PT" if letter[0] == "T" else "P"
    letter = letter[-1]
    if count is None:
        return f"{prefix}X{letter}" if size < 10 else {10.0: "PXDE", 100.0: "PXCE"}.get(size, "PXY")
    total = count * size
    if letter == "Q":
        return f"P{total * 3:g}M"
    if total % 1 == 0.5 and prefix + letter in {"PY", "PTH"}:
        whole = f"{int(total)}{letter}" if total > 1 else ""
        return f"{prefix}{whole}{'6' if letter == 'Y' else '30'}M"
    if total % 1 and letter == "D":
        return f"PT{total * 24:.10g}H"
    return f"{prefix}{total:.10g}{letter}"


def _window(moment: Moment, value: str, side: int) -> tuple[date | None, date | None]:
    """The days of a length that ends (-1) or begins (1) with the document's day."""
    if moment.now is None or not side:
        return None, None
    days = length_in_days(value)
    far = None
    if days is not None:
        m = re.fullmatch(r"P(\d+)([YM])", value)
        n = int(m[1]) * side if m else 0
        far = (
            shift(moment.now, years=n)
            if m and m[2] == "Y"
            else shift(moment.now, months=n)
            if m
            else shift(moment.now, days=round(days * side))
        )
    return (far, moment.now) if side < 0 else (moment.now, far)


def _where(word: str) -> int:
    return -1 if word in _BACK else 1 if word in _AHEAD else 0


def deictic(m: Match, moment: Moment) -> Reading | None:
    word = m["word"].lower()
    steps = _DEICTIC[word] + {"before": -1, "after": 1}.get((m["away"] or "").lower(), 0)
    on = shift(moment.now, days=steps) if moment.now else None
    value = on.isoformat() if on else "XXXX-XX-XX"
    part = "NI" if word == "tonight" else DAYPARTS[m["daypart"].lower()] if m["daypart"] else ""
    return a_time(f"{value}T{part}", DOCUMENT) if part else a_date(value, DOCUMENT)


def daypart(m: Match, moment: Moment) -> Reading | None:
    """ "this morning", "last night", "the next morning", "every evening"."""
    side, part = m["side"].lower().split()[-1], DAYPARTS[m["daypart"].lower()]
    if side in {"each", "every"}:
        return a_set(f"XXXX-XX-XXT{part}")
    told_in_text = side in {"that", "same", "previous", "next", "following"}
    anchor, basis = moment.anchor("D") if told_in_text else (moment.now, DOCUMENT)
    on = shift(anchor, days=_where(side)) if anchor else None
    return a_time(f"{on.isoformat() if on else 'XXXX-XX-XX'}T{part}", basis)


def side_unit(m: Match, moment: Moment) -> Reading | None:
    """ "last month", "this week", "next year", "the following day", "that year"."""
    side, word = m["side"].lower(), m["unit"].lower()
    letter, size = _unit(word)
    the = m[0].lower().lstrip().startswith("the ")
    if letter[0] == "T" or word == "night":
        return None
    if word in {"century", "decade", "millennium"}:
        return _long_unit(int(size), _where(side), moment)
    in_text = side in _FOLLOWS_TEXT or (the and side in {"next", "previous"} and (letter == "D" or side == "previous"))
    anchor, basis = moment.anchor(letter) if in_text else (moment.now, DOCUMENT)
    if in_text and basis == DOCUMENT:
        anchor = None  # "the next day" after what the text told without a date
    if the and side == "past" and word != "weekend":
        return a_length(_length(1, word), known=_window(moment, _length(1, word), -1))
    if word == "day" and side in {"this", "current", "past", "coming"}:
        return None
    value = moved(anchor, letter, _where(side)) if anchor else None
    if value is None:
        value = UNDERSPECIFIED[letter]
    elif word == "weekend" and anchor:
        value = _weekend(anchor, _where(side))
    end = re.search(r"end$|^late\b", m[0], re.IGNORECASE)
    part = "END" if end else "START" if re.match(r"early\b", m[0], re.IGNORECASE) else ""
    way = re.match(r"(earlier|later)\b", m[0], re.IGNORECASE)
    known = (None, None) if way is None else (None, moment.now) if way[0].lower() == "earlier" else (moment.now, None)
    return a_date(value, basis, part=part, known=known)


def _weekend(now: date, side: int) -> str:
    """Last, this or next weekend: on a Monday "last weekend" is two days ago, "this weekend" five ahead."""
    saturday = shift(now, days=5 - now.weekday()) or now
    if side < 0:
        saturday = shift(saturday, days=-7) or saturday
    elif side > 0 and now.weekday() >= 5:
        saturday = shift(saturday, days=7) or saturday
    return f"{week_value(saturday)}-WE"


def _long_unit(size: int, side: int, moment: Moment) -> Reading:
    if moment.now is None:
        return a_date("XXX" if size == 10 else "XX", DOCUMENT, score=0.5)
    return a_date(str(moment.now.year // size + side).zfill(3 if size == 10 else 2 if size == 100 else 1), DOCUMENT)


def last_year_side(m: Match, moment: Moment) -> Reading | None:
    """ "this month last year", "this time last year"."""
    letter = UNITS.get(m["unit"].lower(), "M")
    then = shift(moment.now, years=-1) if moment.now else None
    return a_date((moved(then, letter, 0) if then else None) or UNDERSPECIFIED[letter], DOCUMENT)


def the_unit(m: Match, moment: Moment) -> Reading | None:
    """ "the year", "the weekend", "year end": where the words around make a date of it."""
    before = moment.text[max(0, m.start() - 12) : m.start()].lower()
    if m["end"] and "'" in m["end"]:
        return a_date(f"{moment.now.year:04d}" if moment.now else "XXXX", DOCUMENT, part="END")
    if m["end"]:
        return a_date(f"{moment.now.year:04d}-12" if moment.now else "XXXX-12", DOCUMENT, score=0.8)
    word = m["unit"].lower()
    if word == "year" and re.match(r"\s+end(?:ed|ing)\b", moment.text[m.end() : m.end() + 12]):
        return a_length("P1Y")
    if word == "weekend":
        back = moment.direction(m.start("unit")) <= 0
        return a_date(
            _weekend(moment.now, -1 if back and moment.now.weekday() < 5 else 0) if moment.now else "XXXX-WXX-WE", DOCUMENT
        )
    wanted = {
        "year": r"\b(?:for|of|in|this|during)\s+$",
        "month": r"\b(?:of|in)\s+$",
        "day": r"\b(?:in|during|earlier|later)\s+$",
        "week": r"\bof\s+$",
    }
    if not re.search(wanted[word], before):
        return None
    letter = UNITS[word]
    anchor, basis = moment.anchor(letter) if word == "day" else (moment.now, DOCUMENT)
    if anchor is None:
        anchor, basis = moment.now, DOCUMENT
    return a_date((moved(anchor, letter, 0) if anchor else None) or UNDERSPECIFIED[letter], basis, score=0.7)


def _count(m: Match) -> float | None:
    return read_cardinal(m.groupdict().get("count") or "")


def ago(m: Match, moment: Moment) -> Reading | None:
    """ "three weeks ago": a week as such, "two years ago" a year; of an open count only that it is past."""
    count = _count(m)
    letter, size = _unit(m["unit"])
    if letter[0] == "T":
        return a_time(moment.now.isoformat() if moment.now else "XXXX-XX-XX", DOCUMENT) if count is not None and count < 6 else None
    if count is None:
        return a_date("PAST_REF", DOCUMENT, known=(None, moment.now))
    if letter == "Y" and count * size == 1 and moment.quarter and _compares(m, moment):
        return a_date(f"{int(moment.quarter[:4]) - 1:04d}{moment.quarter[4:]}", TEXT, score=0.8)
    return _stepped(moment.now, letter, -count * size, DOCUMENT)


def _compares(m: Match, moment: Moment) -> bool:
    """Figures set beside those of a year ago are of the same quarter."""
    before = moment.text[max(0, m.start() - 90) : m.start()]
    return bool(re.search(r"[$%£€\d]|cents|compared|from", before)) and moment.quarter[0] != "X"


def _stepped(anchor: date | None, letter: str, steps: float, basis: str) -> Reading | None:
    if anchor is None:
        return a_date(UNDERSPECIFIED[letter], basis, score=0.6)
    if steps % 1:
        letter, steps = {"Y": ("M", steps * 12), "W": ("D", steps * 7), "M": ("D", steps * 30)}.get(letter, (letter, steps))
    if abs(steps) > 100_000:
        return None
    value = moved(anchor, letter, round(steps))
    return a_date(value, basis, score=0.85) if value else None


def ahead(m: Match, moment: Moment) -> Reading | None:
    count, (letter, size) = _count(m), _unit(m["unit"])
    if count is None or letter[0] == "T":
        return a_date("FUTURE_REF", DOCUMENT, known=(moment.now, None))
    return _stepped(moment.now, letter, count * size, DOCUMENT)


def later(m: Match, moment: Moment) -> Reading | None:
    """ "two days later", "a year earlier": from the time told last."""
    count, (letter, size) = _count(m), _unit(m["unit"])
    back = m["way"].lower() in {"earlier", "before", "previously"}
    if m["way"].lower() in {"before", "after"} and not re.match(
        r"\s*[.,;:)]|\s*$|\s+(?:and|but|when|at|in|on|by)\b", moment.text[m.end() : m.end() + 12]
    ):
        return None if m[0].lower().startswith("the ") else a_length(_length(count, m["unit"]))
    if letter[0] == "T":
        return a_length(_length(count, m["unit"]))
    if count is None:
        return a_date("PAST_REF" if back else "FUTURE_REF", TEXT)
    if letter == "Y" and count * size == 1 and back and moment.quarter and _compares(m, moment):
        return a_date(f"{int(moment.quarter[:4]) - 1:04d}{moment.quarter[4:]}", TEXT, score=0.8)
    anchor, basis = moment.anchor(letter)
    if basis == DOCUMENT and letter != "Y":
        anchor = None  # later than what the text told without a date
    return _stepped(anchor, letter, (-1 if back else 1) * count * size, basis)


def year_ago(m: Match, moment: Moment) -> Reading | None:
    if moment.quarter and moment.quarter[0] != "X":
        return a_date(f"{int(moment.quarter[:4]) - 1:04d}{moment.quarter[4:]}", TEXT, score=0.8)
    return a_date(f"{moment.now.year - 1:04d}" if moment.now else "XXXX", DOCUMENT, score=0.7)


def window(m: Match, moment: Moment) -> Reading | None:
    """ "the last few weeks", "the next two years"."""
    value = _length(_count(m), m["unit"])
    return a_length(value, basis=DOCUMENT, known=_window(moment, value, _where(m["side"].lower())))


def open_window(m: Match, moment: Moment) -> Reading | None:
    side, value = m["side"].lower(), _length(None, m["unit"])
    if side in {"recent", "last", "past", "previous"}:
        return a_date("PAST_REF", DOCUMENT, known=(None, moment.now))
    if side == "coming":
        return a_date("FUTURE_REF", DOCUMENT, known=(moment.now, None))
    return a_length(value, basis=DOCUMENT, known=_window(moment, value, _where(side)))


def whole_window(m: Match, moment: Moment) -> Reading | None:
    """ "over the next decade", "the past year": a length that ends or begins now; "the last month" after no such word is a date."""
    side, word = m["side"].lower(), m["unit"].lower()
    before = moment.text[max(0, m.start() - 12) : m.start()].lower()
    over = re.search(r"\b(?:over|in|for|during|within|throughout|of)\s+$", before)
    if side != "past" and (word not in {"decade", "century"} or not over) and not (over and side == "last" and over[0][0] in "odt"):
        return None
    value = _length(1, word)
    return a_length(value, basis=DOCUMENT, known=_window(moment, value, _where(side)))


def length(m: Match, moment: Moment) -> Reading | None:
    if re.match(r"\s*[-–]\s*\d", moment.text[m.end() : m.end() + 4]):
        return None
    count = _count(m)
    if re.search(r"-quarters?$|\byears? old$", m[0], re.IGNORECASE):
        return None  # fractions and ages
    if count is not None and count >= 1000 and m["count"].isdigit():
        return None
    return a_length(_length(count, m["unit"]))


def half_length(m: Match, moment: Moment) -> Reading | None:
    return a_length(_length(0.5, m["unit"]))


def long_length(m: Match, moment: Moment) -> Reading | None:
    """ "the weeklong visit"; "two weeks long" is read with its number."""
    return a_length(_length(1, m["unit"]))


def great_length(m: Match, moment: Moment) -> Reading | None:
    return a_length(_length(1 if m["unit"] else None, m["unit"] or m["units"]))


def in_daypart(m: Match, moment: Moment) -> Reading | None:
    """ "in the evening": of the day told last, else of the document's; "overnight": the document's."""
    anchor, basis = moment.anchor("D") if m["daypart"] else (moment.now, DOCUMENT)
    part = DAYPARTS[(m["daypart"] or m["alone"]).lower()]
    return a_time(f"{anchor.isoformat() if anchor else 'XXXX-XX-XX'}T{part}", basis)


def length_range(m: Match, moment: Moment) -> Reading | None:
    return a_length(_length(_count(m), m["unit"]), score=0.7)


def one_length(m: Match, moment: Moment) -> Reading | None:
    article = m["article"].lower()
    count = 0.5 if article.startswith("half") else 1.5 if m["more"] else 1.0
    return a_length(_length(count, m["unit"]))


def bare_length(m: Match, moment: Moment) -> Reading | None:
    return a_length(_length(None, m["unit"]), score=0.7)


def every(m: Match, moment: Moment) -> Reading | None:
    if m["each"].lower() == "per" and UNITS.get(PLURALS.get(m["unit"].lower(), m["unit"].lower()), "T")[0] == "T":
        return None  # "per second", "per hour": a rate
    count = 2.0 if m["other"] else _count(m)
    return a_set(_length(count, m["unit"]))


def times_a(m: Match, moment: Moment) -> Reading | None:
    return a_set(_length(1, m["unit"]))


def adverb_set(m: Match, moment: Moment) -> Reading | None:
    found = moment.tenses.token(m.start())
    if found and not m["word"].lower().endswith("ally") and found[0].tokens[found[1]].pos != "ADV":
        return None  # "the annual meeting", "a daily newspaper"
    return a_set(ADVERB_SETS[m["word"].lower()])


def present(m: Match, moment: Moment) -> Reading | None:
    return a_date("PRESENT_REF", DOCUMENT, known=(moment.now, moment.now), score=0.8)


def past(m: Match, moment: Moment) -> Reading | None:
    return a_date("PAST_REF", DOCUMENT, known=(None, moment.now), score=0.8)


def future(m: Match, moment: Moment) -> Reading | None:
    return a_date("FUTURE_REF", DOCUMENT, known=(moment.now, None), score=0.8)


def that_time(m: Match, moment: Moment) -> Reading | None:
    """ "at the time", "at that time": when the text told last."""
    days = days_of(moment.point) if moment.point else None
    return a_date("PAST_REF", TEXT, known=days or (None, moment.now), score=0.6)


def while_(m: Match, moment: Moment) -> Reading | None:
    return a_length("PXX", score=0.6)


READERS: dict[str, Callable[[Match, Moment], Reading | None]] = {
    f.__name__.rstrip("_"): f
    for f in (
        deictic, daypart, side_unit, last_year_side, the_unit, ago, ahead, later, year_ago, window, open_window,
        whole_window, length, length_range, one_length, half_length, long_length, great_length, in_daypart,
        bare_length, every, times_a, adverb_set, present, past, future, that_time, while_,
    )
}  # fmt: skip
