"""Times told from another time: deixis, "ago", "later", "then", parts of the day, vague words -> Reading."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime, timedelta

from .lengths import count_of, days_around, length_value, side_of_word, unit_size
from .lexicon import DAYPARTS, UNITS
from .readings import DOCUMENT, TEXT, UNDERSPECIFIED, Moment, Reading, a_date, a_length, a_set, a_time, moved, week_value
from .values import days_of, shift

Match = re.Match[str]
_TODAY = re.compile(r"\b(?:today|now),?\s+$", re.IGNORECASE)  # "today, 20 years later"
_SPEECH = re.compile(r"\b(?:sa(?:id|ys?|ying)|told\s+\w+|announced|argued|claimed|denied|insisted|warned)\s+$", re.IGNORECASE)
_DEICTIC = {"today": 0, "yesterday": -1, "tomorrow": 1, "tonight": 0}
_FOLLOWS_TEXT = frozenset(("following", "preceding", "prior", "same", "that"))


def deictic(m: Match, moment: Moment) -> Reading | None:
    """ "today", "the day before yesterday", "tonight": a day, or a part of it, from the document's; "XXXX-XX-XX" without one."""
    word = m["word"].lower()
    steps = _DEICTIC[word] + {"before": -1, "after": 1}.get((m["away"] or "").lower(), 0)
    on = shift(moment.now, days=steps) if moment.now else None
    value = on.isoformat() if on else "XXXX-XX-XX"
    part = "NI" if word == "tonight" else DAYPARTS[m["daypart"].lower()] if m["daypart"] else ""
    return a_time(f"{value}T{part}", DOCUMENT) if part else a_date(value, DOCUMENT)


def daypart(m: Match, moment: Moment) -> Reading | None:
    """ "this morning", "last night", "the next morning", "every evening"."""
    side, part = (m["side"] or m["side2"]).lower().split()[-1], DAYPARTS[(m["daypart"] or m["daypart2"]).lower()]
    if side in {"each", "every"}:
        return a_set(f"XXXX-XX-XXT{part}")
    told_in_text = side in {"that", "same", "previous", "preceding", "next", "following", "before", "after"}
    anchor, basis = moment.anchor("D") if told_in_text else (moment.now, DOCUMENT)
    steps = {"before": -1, "after": 1}.get(side) or side_of_word(side)
    if basis == DOCUMENT and told_in_text and steps > 0 and moment.direction(m.start()) < 0:
        anchor = None  # "the next morning they slept", and no day told
    on = shift(anchor, days=steps) if anchor else None
    return a_time(f"{on.isoformat() if on else 'XXXX-XX-XX'}T{part}", basis)


def side_unit(m: Match, moment: Moment) -> Reading | None:
    """ "last month", "this week", "next year", "the following day", "that year"."""
    side, word = m["side"].lower().split()[-1], m["unit"].lower()
    letter, size = unit_size(word)
    the = m[0].lower().lstrip().startswith("the ")
    if letter[0] == "T" or word == "night":
        return None
    if word in {"century", "decade", "millennium"}:
        return _long_unit(int(size), side_of_word(side), moment)
    in_text = side in _FOLLOWS_TEXT or (the and side in {"next", "previous"} and (letter == "D" or side == "previous"))
    anchor, basis = moment.anchor(letter) if in_text else (moment.now, DOCUMENT)
    if in_text and basis == DOCUMENT:
        anchor = None  # "the next day" after what the text told without a date
    if the and side == "past" and word != "weekend":
        return a_length(length_value(1, word), known=days_around(moment, length_value(1, word), -1))
    if word == "day" and side in {"this", "current", "past", "coming"}:
        return None
    value = moved(anchor, letter, side_of_word(side)) if anchor else None
    if value is None:
        value = UNDERSPECIFIED[letter]
    elif word == "weekend" and anchor:
        value = _weekend(anchor, side_of_word(side))
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


def long_unit(m: Match, moment: Moment) -> Reading | None:
    """ "By the end of the decade": the one that the document's day lies in."""
    return _long_unit(int(unit_size(m["unit"])[1]), 0, moment)


def midweek(m: Match, moment: Moment) -> Reading | None:
    """ "midweek", "next midweek": the middle of a week."""
    steps = side_of_word((m["side"] or "this").lower())
    value = moved(moment.now, "W", steps) if moment.now else None
    return a_date(value or UNDERSPECIFIED["W"], DOCUMENT, part="MID", score=0.8)


def last_year_side(m: Match, moment: Moment) -> Reading | None:
    """ "this month last year", "this time last year"."""
    letter = UNITS.get(m["unit"].lower(), "M")
    then = shift(moment.now, years=-1) if moment.now else None
    return a_date((moved(then, letter, 0) if then else None) or UNDERSPECIFIED[letter], DOCUMENT)


def the_unit(m: Match, moment: Moment) -> Reading | None:
    """ "the year", "the weekend", "year end": where the words around make a date of it."""
    before = moment.text[max(0, m.start() - 12) : m.start()].lower()
    if m["end"] and m["end"].lower().startswith("year's"):
        return a_date(f"{moment.now.year:04d}" if moment.now else "XXXX", DOCUMENT, part="END")
    if m["end"] and m["end"].lower().startswith("year"):
        back = -1 if before.endswith("since ") else 0
        return a_date(f"{moment.now.year + back:04d}-12" if moment.now else "XXXX-12", DOCUMENT, score=0.8)
    word = (m["unit"] or m["end"].split("'")[0]).lower()
    if word == "year" and re.match(r"\s+(?:end(?:ed|ing)|since|to|through)\b", moment.text[m.end() : m.end() + 12]):
        return a_length("P1Y")
    if word == "weekend":
        back = moment.direction(m.start("unit")) <= 0
        return a_date(
            _weekend(moment.now, -1 if back and moment.now.weekday() < 5 else 0) if moment.now else "XXXX-WXX-WE", DOCUMENT
        )
    wanted = {
        "year": r"\b(?:for|of|in|this|during)\s+$",
        "month": r"\b(?:of|in)\s+$",
        "day": r"\b(?:in|during|earlier|later|end of)\s+$",
        "week": r"\b(?:of|for|during|(?:early|late|earlier|later) in)\s+$",
    }
    if not m["end"] and not re.search(wanted[word], before) and not re.match(r"'s\s", moment.text[m.end() : m.end() + 3]):
        return None
    letter = UNITS[word]
    anchor, basis = moment.anchor(letter) if word == "day" else (moment.now, DOCUMENT)
    if anchor is None:
        anchor, basis = moment.now, DOCUMENT
    part = "END" if m["end"] and word != "day" else ""
    return a_date((moved(anchor, letter, 0) if anchor else None) or UNDERSPECIFIED[letter], basis, score=0.7, part=part)


def ago(m: Match, moment: Moment) -> Reading | None:
    """ "three weeks ago": a week as such, "two years ago" a year; of an open count only that it is past."""
    count = count_of(m)
    letter, size = unit_size(m["unit"])
    if letter[0] == "T":
        return a_time(moment.now.isoformat() if moment.now else "XXXX-XX-XX", DOCUMENT) if count is not None and count < 6 else None
    if count is None:
        return a_date("PAST_REF", DOCUMENT, known=(None, moment.now))
    if letter == "Y" and count * size == 1 and moment.quarter and _compares(m, moment):
        return a_date(f"{int(moment.quarter[:4]) - 1:04d}{moment.quarter[4:]}", TEXT, score=0.8)
    if m["day_word"] and moment.now is not None:
        return _ago_from(m["day_word"].lower(), letter, -count * size, moment.now)
    return _stepped(moment.now, letter, -count * size, DOCUMENT, size)


def _ago_from(word: str, letter: str, steps: float, now: date) -> Reading | None:
    """ "A year ago today", "ten years ago this month": as exact as what it is counted from."""
    moves = {"Y": "years", "M": "months"}.get(letter, "days")
    counted = round(steps * (7 if letter == "W" else 1))
    if steps % 1 or abs(steps) > 10_000 or letter == "Q":
        return None
    from_day = shift(now, days=-1) if word == "yesterday" else now
    then = shift(from_day, **{moves: counted}) if from_day else None
    unit = "W" if word.endswith("week") else "M" if word.endswith("month") else "D"
    value = moved(then, unit, 0) if then else None
    return a_date(value, DOCUMENT) if value else None


def _compares(m: Match, moment: Moment) -> bool:
    """Figures set beside those of a year ago are of the same quarter."""
    before = moment.text[max(0, m.start() - 90) : m.start()]
    return bool(re.search(r"[$%£€\d]|cents|compared|from", before)) and moment.quarter[0] != "X"


def _stepped(anchor: date | None, letter: str, steps: float, basis: str, size: float = 1) -> Reading | None:
    """`steps` units from the anchor; `size`: how many years the unit that was counted has."""
    if anchor is None:
        return a_date(UNDERSPECIFIED[letter], basis, score=0.6)
    if steps % 1:
        letter, steps = {"Y": ("M", steps * 12), "W": ("D", steps * 7), "M": ("D", steps * 30)}.get(letter, (letter, steps))
    if abs(steps) > 100_000:
        return None
    value = moved(anchor, letter, round(steps))
    if value and size >= 10:
        value = value[: 3 if size == 10 else 2]  # "three decades ago" is a decade
    return a_date(value, basis, score=0.85) if value else None


def ahead(m: Match, moment: Moment) -> Reading | None:
    """ "three weeks from now": so far after the document's day; of hours only "FUTURE_REF"."""
    count, (letter, size) = count_of(m), unit_size(m["unit"])
    if count is None or letter[0] == "T":
        return a_date("FUTURE_REF", DOCUMENT, known=(moment.now, None))
    return _stepped(moment.now, letter, count * size, DOCUMENT)


def later(m: Match, moment: Moment) -> Reading | None:
    """ "two days later", "a year earlier": from the time told last."""
    count, (letter, size) = 0.5 if m["half"] else count_of(m), unit_size(m["unit"])
    back = m["way"].lower() in {"earlier", "before", "previously"}
    if re.match(r"\s+than\b", moment.text[m.end() : m.end() + 6]):
        return a_length(length_value(count, m["unit"]))  # "three days earlier than planned"
    if m["way"].lower() in {"before", "after"} and not re.match(
        r"\s*[.,;:)]|\s*$|\s+(?:and|but|when|at|in|on|by)\b", moment.text[m.end() : m.end() + 12]
    ):
        return None if m[0].lower().startswith("the ") else a_length(length_value(count, m["unit"]))
    if letter[0] == "T" and count is not None and (at := _clock_moved(moment.point, letter, -count if back else count)):
        return a_time(at, TEXT)
    if letter[0] == "T" or _TODAY.search(moment.text, max(0, m.start() - 8), m.start()):
        return a_length(length_value(count, m["unit"]))
    if count is None:
        return _open_later(m["unit"], back, moment)
    if letter == "Y" and count * size == 1 and back and moment.quarter and _compares(m, moment):
        return a_date(f"{int(moment.quarter[:4]) - 1:04d}{moment.quarter[4:]}", TEXT, score=0.8)
    anchor, basis = moment.anchor(letter)
    if basis == DOCUMENT and letter != "Y":
        anchor = None  # later than what the text told without a date
    return _stepped(anchor, letter, (-1 if back else 1) * count * size, basis, size)


def _clock_moved(point: str, letter: str, steps: float) -> str | None:
    """ "Seven minutes later", after a blast at 10:40."""
    told = re.fullmatch(r"(\d{4}-\d\d-\d\dT\d\d:\d\d)(Z?)", point)
    if told is None or letter == "TS" or "T24" in point:
        return None
    try:
        at = datetime.fromisoformat(told[1]) + timedelta(minutes=steps * (60 if letter == "TH" else 1))
    except OverflowError:
        return None
    return f"{at:%Y-%m-%dT%H:%M}{told[2]}" if at.year > 999 else None


def before_last(m: Match, moment: Moment) -> Reading | None:
    """ "The week before last"."""
    unit = m["unit"].lower()
    if unit == "weekend" and moment.now is not None:
        return a_date(_weekend(shift(moment.now, days=-7) or moment.now, -1), DOCUMENT)
    letter = UNITS[unit]
    return a_date((moved(moment.now, letter, -2) if moment.now else None) or UNDERSPECIFIED[letter], DOCUMENT)


def part_century(m: Match, moment: Moment) -> Reading | None:
    """ "A quarter of a century", "half a century ago"."""
    years = 25 if m["quarter"] else 50
    return _stepped(moment.now, "Y", -years, DOCUMENT) if m["ago"] else a_length(f"P{years}Y")


def _open_later(unit: str, back: bool, moment: Moment) -> Reading:
    """A length that is not told, before or after the time told last."""
    days = days_of(moment.point) if moment.point else None
    known = (None, None) if days is None else (None, days[0]) if back else (days[1], None)
    return a_length(length_value(None, unit), basis=TEXT, known=known, score=0.6)


def open_later(m: Match, moment: Moment) -> Reading | None:
    """ "years later", "months ago"."""
    if m["way"].lower() == "ago":
        return a_date("PAST_REF", DOCUMENT, known=(None, moment.now))
    return _open_later(m["unit"], m["way"].lower() == "earlier", moment)


def then(m: Match, moment: Moment) -> Reading | None:
    """ "since then", "until then": the time told last."""
    return a_date(moment.point, TEXT, score=0.7) if moment.point and days_of(moment.point) else None


def one_day(m: Match, moment: Moment) -> Reading | None:
    """ "One day he will return", "the other day": only whether it is past or to come."""
    which = (m["which"] or "some").lower()
    if which.startswith("the"):
        return a_date("PAST_REF", DOCUMENT, known=(None, moment.now), score=0.7)
    counted = re.search(
        r"\b(?:for|in|within|than|least|most|by|of|last(?:ed|s)?|only|just)\s+$", moment.text[max(0, m.start() - 8) : m.start()]
    )
    if which == "one" and (
        counted
        or moment.direction(m.start()) <= 0
        or re.match(r"[ -](?:before|after|later|of|ago|earlier)", moment.text[m.end() : m.end() + 8])
    ):
        return None
    return a_date("FUTURE_REF", DOCUMENT, known=(moment.now, None), score=0.7)


def and_a_half(m: Match, moment: Moment) -> Reading | None:
    """ "a year and a half", "a month and a half ago": a length, or the day so long before the document's."""
    letter, size = unit_size(m["unit"])
    if m["ago"] and letter[0] != "T":
        return _stepped(moment.now, letter, -1.5 * size, DOCUMENT)
    return a_length(length_value(1.5, m["unit"]))


def year_ago(m: Match, moment: Moment) -> Reading | None:
    """ "a year ago", "a year earlier": where results of a quarter are told, that quarter a year before, else the year before the
    document's."""
    if moment.quarter and moment.quarter[0] != "X":
        return a_date(f"{int(moment.quarter[:4]) - 1:04d}{moment.quarter[4:]}", TEXT, score=0.8)
    return a_date(f"{moment.now.year - 1:04d}" if moment.now else "XXXX", DOCUMENT, score=0.7)


def in_daypart(m: Match, moment: Moment) -> Reading | None:
    """ "in the evening": of the day told last, else of the document's; "overnight": the document's."""
    anchor, basis = moment.anchor("D") if not m["alone"] else (moment.now, DOCUMENT)
    part = DAYPARTS[(m["daypart"] or m["alone"] or m["middle"] or m["bare"] or "morning").lower()]
    return a_time(f"{anchor.isoformat() if anchor else 'XXXX-XX-XX'}T{part}", basis)


def present(m: Match, moment: Moment) -> Reading | None:
    """ "now", "currently": "PRESENT_REF", the document's day."""
    return a_date("PRESENT_REF", DOCUMENT, known=(moment.now, moment.now), score=0.8)


def past(m: Match, moment: Moment) -> Reading | None:
    """ "recently", "formerly": "PAST_REF", until the document's day."""
    if m[0] == "previously":
        return None  # "the previously announced merger"; "Previously, it had ..." tells of another time
    return a_date("PAST_REF", DOCUMENT, known=(None, moment.now), score=0.8)


def future(m: Match, moment: Moment) -> Reading | None:
    """ "soon", "in the future": "FUTURE_REF", from the document's day."""
    return a_date("FUTURE_REF", DOCUMENT, known=(moment.now, None), score=0.8)


def that_time(m: Match, moment: Moment) -> Reading | None:
    """ "at the time", "at that time": when the text told last; not "at the time he was seized"."""
    if m["clause"] and not _SPEECH.search(moment.text, max(0, m.start() - 24), m.start()):
        return None
    days = days_of(moment.point) if moment.point else None
    return a_date("PAST_REF", TEXT, known=days or (None, moment.now), score=0.6)


READERS: dict[str, Callable[[Match, Moment], Reading | None]] = {
    f.__name__: f
    for f in (
        deictic, daypart, side_unit, long_unit, midweek, before_last, last_year_side, the_unit, ago, ahead, later, part_century,
        open_later, then,
        one_day, and_a_half, year_ago, in_daypart, present, past, future, that_time,
    )
}  # fmt: skip
