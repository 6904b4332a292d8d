"""Lengths and repetitions: "two weeks", "the last few months", "every two years", "a decade" -> Reading."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from .lexicon import ADVERB_SETS, PLURALS, UNIT_SIZE, UNITS
from .numbers import read_cardinal
from .readings import DOCUMENT, Moment, Reading, a_date, a_length, a_set, moved
from .values import days_of, length_in_days, shift

Match = re.Match[str]
_BACK = frozenset(("last", "past", "previous", "prior", "preceding", "recent", "latest"))
_AHEAD_OF = re.compile(r"\b(within|in)\s+$", re.IGNORECASE)
_RECORD = re.compile(r"\b(?:first|last|only|most|least|time|[a-z]+est)\b[^.,;:]*$", re.IGNORECASE)
_AS = re.compile(r"\bas\s+$", re.IGNORECASE)
# What is said to be so many years old although it is no person, and who is said to be so many months old.
_LASTING = frozenset(
    "agreement alliance ban blockade case ceasefire cease-fire coalition conflict crisis deal dispute embargo feud government "
    "insurgency investigation law occupation pact policy programme program rebellion regime rule siege standoff strike tradition "
    "treaty truce uprising war".split()
)
_CHILDREN = frozenset("babies baby boy boys child children daughter fetus girl girls infant infants son sons twins".split())
_SHARE = re.compile(r"\s+of\b(?!\s+a\s+century)", re.IGNORECASE)
_AHEAD = frozenset(("next", "coming", "following", "upcoming"))


def unit_size(word: str) -> tuple[str, float]:
    """ "decades" -> ("Y", 10)."""
    unit = PLURALS.get(word.lower(), word.lower())
    return UNITS[unit], UNIT_SIZE.get(unit, 1)


def length_value(count: float | None, word: str) -> str:
    """The TIMEX3 duration: (2, "decades") -> P20Y, (None, "weeks") -> PXW, (2.5, "years") -> P2Y6M."""
    letter, size = unit_size(word)
    prefix = "PT" if letter[0] == "T" else "P"
    letter = letter[-1]
    if count is None:
        return f"{prefix}X{letter}" if size < 10 else {10.0: "PXDE", 100.0: "PXCE"}.get(size, "PXY")
    total = count * size
    if total % 1 == 0.5 and prefix + letter == "PTM":
        return f"PT{int(total)}M30S"
    if total % 1 == 0.5 and prefix + letter in {"PY", "PTH"}:
        whole = f"{int(total)}{letter}" if total > 1 else ""
        return f"{prefix}{whole}{'6' if letter == 'Y' else '30'}M"
    if total % 1 and letter == "D":
        return f"PT{total * 24:.10g}H"
    return f"{prefix}{total:.10g}{letter}"


def days_around(moment: Moment, value: str, side: int) -> tuple[date | None, date | None]:
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


def side_of_word(word: str) -> int:
    """-1 for a word that looks back ("last", "past"), 1 for one that looks ahead ("next"), else 0."""
    return -1 if word in _BACK else 1 if word in _AHEAD else 0


def count_of(m: Match) -> float | None:
    """The number that a match names, in figures or words; None where it names none that is known."""
    return read_cardinal(m.groupdict().get("count") or "")


def window(m: Match, moment: Moment) -> Reading | None:
    """ "the last few weeks", "the next two years"."""
    value = length_value(count_of(m), m["unit"])
    return a_length(value, basis=DOCUMENT, known=days_around(moment, value, side_of_word(m["side"].lower())))


def open_window(m: Match, moment: Moment) -> Reading | None:
    """ "recent weeks", "the coming months": a length without a number, before or after the document's day; or only "past",
    "future"."""
    side, value = m["side"].lower(), length_value(None, m["unit"])
    if side == "recent" and m["unit"].lower() in {"weeks", "months", "quarters"}:
        return a_length(value, basis=DOCUMENT, known=(None, moment.now), score=0.8)
    if side in {"recent", "last", "past", "previous"}:
        return a_date("PAST_REF", DOCUMENT, known=(None, moment.now))
    if side == "coming":
        return a_date("FUTURE_REF", DOCUMENT, known=(moment.now, None))
    return a_length(value, basis=DOCUMENT, known=days_around(moment, value, side_of_word(side)))


def whole_window(m: Match, moment: Moment) -> Reading | None:
    """ "over the next decade", "the past year": a length that ends or begins now; "the last month" after no such word is a date."""
    side, word = m["side"].lower(), m["unit"].lower()
    before = moment.text[max(0, m.start() - 12) : m.start()].lower()
    over = re.search(r"\b(?:over|in|for|during|within|throughout|of)\s+$", before)
    if side != "past" and (word not in {"decade", "century"} or not over) and not (over and side == "last" and over[0][0] in "odt"):
        return None
    value = length_value(1, word)
    return a_length(value, basis=DOCUMENT, known=days_around(moment, value, side_of_word(side)))


def length(m: Match, moment: Moment) -> Reading | None:
    """ "three weeks", "a 10-year": a length ("P3W"); None for ages, rates, shares and sizes that look like one."""
    if re.match(r"\s*[-–]\s*\d", moment.text[m.end() : m.end() + 4]):
        return None
    count = count_of(m)
    if _AS.search(moment.text, max(0, m.start() - 4), m.start()):
        return None  # "the second in as many years"
    if re.search(r"-quarters?$", m[0], re.IGNORECASE) or (m["old"] and _is_age(m, moment)):
        return None
    if count is not None and count >= 1000 and m["count"].isdigit():
        return None
    value = length_value(count, m["unit"])
    return a_length(value, known=_days_ahead(m, moment, value))


def _days_ahead(m: Match, moment: Moment, value: str) -> tuple[date | None, date | None]:
    """ "Must leave within 60 days": from now on; "will meet in two weeks": in the week, month or year then."""
    before = _AHEAD_OF.search(moment.text, max(0, m.start() - 8), m.start())
    if before is None or moment.now is None or moment.direction(m.start()) <= 0:
        return None, None
    if _RECORD.search(moment.text, max(0, before.start() - 48), before.start()):
        return None, None  # "the first strike in 17 years"
    if before[1].lower() == "within":
        return days_around(moment, value, 1)
    counted = re.fullmatch(r"P(\d{1,4})([DWMY])", value)
    return (days_of(moved(moment.now, counted[2], int(counted[1])) or "") if counted else None) or (None, None)


def _is_age(m: Match, moment: Moment) -> bool:
    """ "A 60-year-old man", "he is 60 years old", "the nine-month-old girl": not "an eight-month-old truce"."""
    noun = re.match(r"\s+(?:[a-z]+\s+)?([a-z-]+)", moment.text[m.end() : m.end() + 32])
    if m["unit"].lower().startswith("year"):
        return noun is None or not any(w in _LASTING for w in noun[0].split())
    return noun is not None and any(w in _CHILDREN for w in noun[0].split())


def length_sum(m: Match, moment: Moment) -> Reading | None:
    """ "Two years and four months", "7 minutes, 21 seconds", and so long ago."""
    parts = []
    for count, unit in ((m["count"], m["unit"]), (m["count2"], m["unit2"])):
        number, (letter, _) = read_cardinal(count), unit_size(unit)
        if number is None or number % 1:
            return None
        parts.append((int(number), letter))
    (first, big), (second, small) = parts
    order = ["Y", "M", "W", "D", "TH", "TM", "TS"]
    if order.index(big) >= order.index(small) or (moment.quarter and m["ago"]):
        return None
    clock = "T" if small[0] == "T" and big[0] != "T" else ""
    value = f"P{big[:-1]}{first}{big[-1]}{clock}{second}{small[-1]}"
    if m["ago"] and big + small == "YM":
        then = shift(moment.now, years=-first, months=-second) if moment.now else None
        return a_date(f"{then:%Y-%m}" if then else "XXXX-XX", DOCUMENT)
    return None if m["ago"] else a_length(value)


def half_length(m: Match, moment: Moment) -> Reading | None:
    """ "half an hour": "PT30M"."""
    return a_length(length_value(0.5, m["unit"]))


def open_long(m: Match, moment: Moment) -> Reading | None:
    """ "The months-long siege"."""
    return a_length(length_value(None, m["unit"]))


def whole_length(m: Match, moment: Moment) -> Reading | None:
    """ "All week": a length that the document's day lies in."""
    return a_length(length_value(1, m["unit"]), basis=DOCUMENT)


def long_length(m: Match, moment: Moment) -> Reading | None:
    """ "the weeklong visit"; "two weeks long" is read with its number."""
    return a_length(length_value(1, m["unit"]))


def great_length(m: Match, moment: Moment) -> Reading | None:
    """ "a decade", "centuries": a length of one such unit, or of an unknown number of them."""
    return a_length(length_value(1 if m["unit"] else None, m["unit"] or m["units"]))


def length_range(m: Match, moment: Moment) -> Reading | None:
    """ "two or three days": a length by the second number, score .7."""
    return a_length(length_value(count_of(m), m["unit"]), score=0.7)


def one_length(m: Match, moment: Moment) -> Reading | None:
    """ "a week", "half a year", "a year and a half": a length; None for shares ("a quarter of the market") and adjectives."""
    if m["unit"].lower() == "quarter" and _SHARE.match(moment.text, m.end()):
        return None  # "more than a quarter of the market"
    follows = re.match(r"\s+[a-z]", moment.text[m.end() : m.end() + 3])
    if m["unit"].lower() == "weekend" or (m["unit"].lower() == "second" and follows):
        return None  # "in a weekend poll", "for a second month"
    article = m["article"].lower()
    count = 0.5 if article.startswith("half") else 1.5 if m["more"] else 1.0
    return a_length(length_value(count, m["unit"]))


def bare_length(m: Match, moment: Moment) -> Reading | None:
    """ "for weeks", "decades of war": a length of an unknown number of units, score .7."""
    return a_length(length_value(None, m["unit"] or m["units"]), score=0.7)


def every(m: Match, moment: Moment) -> Reading | None:
    """ "every two weeks", "per year": a set; None for rates ("per second")."""
    if m["each"].lower() == "per" and UNITS.get(PLURALS.get(m["unit"].lower(), m["unit"].lower()), "T")[0] == "T":
        return None  # "per second", "per hour": a rate
    count = 2.0 if m["other"] else count_of(m)
    return a_set(length_value(count, m["unit"]))


def workdays(m: Match, moment: Moment) -> Reading | None:
    """ "On weekdays", "at weekends": in every week."""
    which = m["which"].lower()
    return a_set({"days": "XXXX-WXX-WD", "ends": "XXXX-WXX-WE"}.get(which, "XXXX-WXX-WDTNI"))


def times_a(m: Match, moment: Moment) -> Reading | None:
    """ "twice a week": a set, "P1W"."""
    return a_set(length_value(1, m["unit"]))


def adverb_set(m: Match, moment: Moment) -> Reading | None:
    """ "daily", "annually" as adverbs: a set; None for adjectives ("the annual meeting")."""
    found = moment.tenses.token(m.start())
    if found and not m["word"].lower().endswith("ally") and found[0].tokens[found[1]].pos != "ADV":
        return None  # "the annual meeting", "a daily newspaper"
    return a_set(ADVERB_SETS[m["word"].lower()])


def while_(m: Match, moment: Moment) -> Reading | None:
    """ "a while": a length that nobody knows, "PXX"."""
    return a_length("PXX", score=0.6)


READERS: dict[str, Callable[[Match, Moment], Reading | None]] = {
    f.__name__.rstrip("_"): f
    for f in (
        window, open_window, whole_window, whole_length, length, length_sum, half_length, long_length,
        open_long, great_length, length_range, one_length, bare_length, every, workdays, times_a, adverb_set, while_,
    )
}  # fmt: skip
