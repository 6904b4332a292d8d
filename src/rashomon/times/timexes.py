"""Text + sentences + the document's date -> Timex records: candidates read in order, parts and clocks joined, Whens made."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from ..records import Sentence, Span, Timex, TimexType, When
from . import dates, lengths, parts, periods, spans
from .lexicon import DAYPARTS
from .patterns import DAYPART_OF, EARLIER, PART, WEEK_OF
from .readings import DOCUMENT, TEXT, Moment, Reading, week_value
from .search import Candidate, find_candidates, narrow_text
from .tenses import Tenses
from .values import days_of, shift, when_of

_READERS = dates.READERS | periods.READERS | parts.READERS | spans.READERS | lengths.READERS
_JOINT = re.compile(r",?\s*(?:\([^()\n]{1,12}\)\s*)?(?:on\s+|at\s+|of\s+)?(?:about\s+|around\s+)?", re.IGNORECASE)
_BETWEEN = re.compile(r"\s*(?:to|through|until|till|and|-|–|—)\s*", re.IGNORECASE)
_DASH = re.compile(r"\s*(?:-|–|—|to|through|until|till)\s*", re.IGNORECASE)
_OPENS = re.compile(r"\b(from|between)\s+$", re.IGNORECASE)
_PARTED = frozenset(
    "month_year month_side month_alone year_alone decade century long_unit quarter season_year season_side season_alone side_unit "
    "the_unit fiscal_year spelled_year weekday_alone weekday_side deictic".split()
)  # fmt: skip
_CLOSING = frozenset(("”", '"', "''", "’"))
_OPENING = frozenset(("“", '"', "``", "‘"))
_DAY = re.compile(r"(?P<on>[\dX]{4}-[\dX]{2}-[\dX]{2}|XXXX-WXX-\d)(?:T(?P<part>MO|AF|EV|NI))?")
_HALF = re.compile(r"\d\s*[ap]\.?m\b", re.IGNORECASE)
_HOURS = frozenset(("clock", "in_daypart"))
Found = tuple[int, int, str, Reading]


def find_times(text: str, sentences: Sequence[Sentence], anchor: When | None, *, join: bool = True) -> tuple[Timex, ...]:
    """The times written in `text`, in order, none overlapping.

    `sentences` give the verbs that tell "Tuesday" past from "Tuesday" to come (none: open dates point back). `anchor` is when the
    text was published: a day, an interval of days or None; what does not follow from it stays underspecified ("XXXX-06"), with the
    days that are known. With `join` a range ("6-7 April", "between March and May") is one Timex with value "first/last"; without,
    its two ends are two, as TIMEX3 writes them.
    """
    plain = narrow_text(text)
    knots = find_candidates(plain)
    tenses = Tenses(sentences)
    first, last = (anchor.earliest, anchor.latest) if anchor else (None, None)
    if first is not None and first == last:
        found = _read(plain, knots, tenses, first, join)
        return tuple(_timex(f) for f in found)
    found = _read(plain, knots, tenses, None, join)
    if first is None or last is None:
        return tuple(_timex(f) for f in found)
    sides = [{f[:2]: f for f in _read(plain, knots, tenses, on, join)} for on in (first, last)]
    return tuple(_agreed(f, sides[0].get(f[:2]), sides[1].get(f[:2])) for f in found)


def read_date(text: str) -> When | None:
    """The first absolute date as written in a short text ("April 6, 2022", "2022-04-06T10:00Z"); None if there is none."""
    for timex in find_times(text, (), None):
        if re.match(r"\d{4}-\d\d-\d\d", timex.when.value):
            return timex.when
    return None


def _read(text: str, knots: Sequence[Sequence[Candidate]], tenses: Tenses, now: date | None, join: bool) -> list[Found]:
    moment = Moment(text, tenses, now)
    found: list[Found] = []
    for knot in knots:
        for start, end, name, reading in _untied(knot, moment):
            start, reading = _with_part(moment, start, name, reading)
            while found and found[-1][0] >= start:
                found.pop()  # "the evening" of "the evening of the same day"
            if found and found[-1][1] > start:
                start = found[-1][1]
            if not _clock_joined(text, found, (start, end, name, reading)):
                found.append((start, end, name, reading))
            _remember(moment, found[-1][3], end)
    _order_months(text, found, now)
    return _ranges(text, found) if join else _apart(found)


def _untied(knot: Sequence[Candidate], moment: Moment) -> list[Found]:
    """The best candidates of a knot that make sense and do not overlap, in order of the text."""
    kept: list[Found] = []
    for start, end, pattern, m in knot:
        at = bisect_left(kept, start, key=lambda f: f[0])
        taken = (at < len(kept) and kept[at][0] < end) or (at > 0 and kept[at - 1][1] > start)
        if taken or _is_name(pattern.name, start, moment.tenses):
            continue
        reading = _READERS[pattern.name](m, moment)
        if reading is not None:
            kept.insert(at, (start, end, pattern.name, reading))
    return kept


def _is_name(name: str, start: int, tenses: Tenses) -> bool:
    """A month that is a person ("April Glaspie") or a verb ("March on"), a programme called "This Week"."""
    if name not in {"month_alone", "weekday_alone", "deictic", "side_unit"}:
        return False
    found = tenses.token(start)
    if found is None:
        return False
    token = found[0].tokens[found[1]]
    if name == "side_unit" and token.text.istitle() and found[1] and found[0].tokens[found[1] - 1].text in _OPENING:
        return _titled(found[0], found[1] + 1)
    if name == "weekday_alone":
        return token.entity == "PERSON"
    if (
        name == "deictic"
        and (found[1] == 0 or found[0].tokens[found[1] - 1].text in _OPENING)
        and not _titled(found[0], found[1] + 1)
    ):
        return False  # "Today, the government ..."
    if name != "month_alone":
        return token.entity in {"ORG", "WORK_OF_ART"} and token.text[0].isupper()
    before = found[0].tokens[found[1] - 1] if found[1] else None
    if before is not None and before.pos == "PROPN" and before.head == found[1] and before.dep == "compound":
        return True  # "Theresa May"
    return token.entity in {"PERSON", "ORG", "EVENT", "WORK_OF_ART", "FAC"} or token.pos in {"VERB", "AUX"}


def _titled(sentence: Sentence, i: int) -> bool:
    """Whether the word there has a capital or closes a quotation: the one before is part of a name."""
    word = sentence.tokens[i].text if i < len(sentence.tokens) else ""
    return word.istitle() or word in _CLOSING


def _with_part(moment: Moment, start: int, name: str, reading: Reading) -> tuple[int, Reading]:
    """ "early", "mid-", "the end of", "the night of" before a date belong to it and narrow it, and so do "earlier", "later"."""
    before = moment.text[max(0, start - 40) : start]
    if reading.type is TimexType.DATE and re.fullmatch(r"\d{4}-\d\d-\d\d", reading.value) and (m := DAYPART_OF.search(before)):
        part = DAYPARTS[(m["daypart"] or m["edge"] or "morning").lower()]
        return start - len(before) + m.start(), replace(reading, type=TimexType.TIME, value=f"{reading.value}T{part}")
    days = days_of(reading.value) if name in {"month_day", "month_ordinal", "iso_date"} else None
    if days and (m := WEEK_OF.search(before)):
        weekend = "-WE" if m["unit"].lower() == "weekend" else ""
        return start - len(before) + m.start(), replace(reading, value=week_value(days[0]) + weekend)
    if name not in _PARTED:
        return start, reading
    if m := PART.search(before):
        part = m.lastgroup or ""
        return start - len(before) + m.start(), replace(reading, part=part)
    if m := EARLIER.search(before):
        known = (None, moment.now) if m["way"].lower() == "earlier" else (moment.now, None)
        return start - len(before) + m.start(), replace(reading, known=known)
    return start, reading


def _clock_joined(text: str, found: list[Found], new: Found) -> bool:
    """ "5 p.m. Tuesday", "Tuesday at noon", "mid-afternoon yesterday": one time. True if `new` went into the last one found."""
    if not found or new[0] - found[-1][1] > 20 or not _JOINT.fullmatch(text, found[-1][1], new[0]):
        return False
    start, _, name, before = found[-1]
    clock, on = (before, new[3]) if name in _HOURS else (new[3], before)
    day = _DAY.fullmatch(on.value)
    if (name in _HOURS) == (new[2] in _HOURS) or day is None:
        return False
    hours = clock.value.split("T")[1]
    if day["part"] in {"AF", "EV", "NI"} and re.match(r"(?:0[4-9]|1[01]):", hours) and not _HALF.search(text, found[-1][0], new[1]):
        hours = f"{int(hours[:2]) + 12}{hours[2:]}"  # "10 o'clock Friday night"
    value = f"{day['on']}T{hours}"
    found[-1] = (start, new[1], "clock and day", Reading(TimexType.TIME, value, on.basis, score=on.score))
    if len(found) > 1 and found[-2][2] == "clock" and _BETWEEN.fullmatch(text, found[-2][1], start):
        first = found[-2][3]  # "between 2 a.m. and 4 a.m. on Sunday"
        found[-2] = (*found[-2][:3], replace(first, value=f"{value.split('T')[0]}T{first.value.split('T')[1]}", basis=on.basis))
    return True


def _remember(moment: Moment, reading: Reading, end: int) -> None:
    if reading.type is not TimexType.SET and reading.value.startswith("XXXX"):
        moment.point = moment.day = reading.value
    if reading.type in {TimexType.DATE, TimexType.TIME} and (days := days_of(reading.value)):
        moment.point, moment.reached = reading.value, end
        moment.day = reading.value if days[0] == days[1] else moment.day
        # Only a quarter reported on: not the year-ago one beside it, nor one to come.
        if re.fullmatch(r"\d{4}-Q\d", reading.value) and reading.basis != TEXT and not _to_come(moment, reading.value):
            moment.quarter = reading.value
    elif reading.value == "P9M":
        moment.quarter = ""  # the figures beside "the nine months" are no longer a quarter's


def _to_come(moment: Moment, value: str) -> bool:
    days = days_of(value)
    return moment.now is not None and days is not None and days[0] > moment.now


def _order_months(text: str, found: list[Found], now: date | None) -> None:
    """ "Rose in the January-June period", told in March: both months are last year's."""
    for i in range(1, len(found) if now else 0):
        (_, end, name, first), (start, _, name2, second) = found[i - 1], found[i]
        if name == name2 == "month_alone" and first.value > second.value and _DASH.fullmatch(text, end, start):
            days = days_of(second.value)
            if days and now and days[1] < now and (now - days[0]).days < 366:
                earlier = f"{int(first.value[:4]) - 1:04d}{first.value[4:]}"
                found[i - 1] = (*found[i - 1][:3], replace(first, value=earlier))


def _ranges(text: str, found: list[Found]) -> list[Found]:
    """Joins "between March and May", "from Monday to Friday": two dates, the first opened by a preposition or both with a dash."""
    joined: list[Found] = []
    for new in found:
        if joined and _spans_range(text, joined[-1], new):
            start, _, _, first = joined[-1]
            new = (*new[:3], _after(first, new[3]))
            value = f"{first.value}/{new[3].value}"
            joined[-1] = (
                start,
                new[1],
                "range",
                Reading(TimexType.DATE, value, new[3].basis, score=min(first.score, new[3].score)),
            )
        else:
            joined.append(new)
    return joined


def _spans_range(text: str, first: Found, second: Found) -> bool:
    a, b = days_of(first[3].value), days_of(_after(first[3], second[3]).value)
    if (
        not a
        or not b
        or a[0] >= b[0]
        or {first[3].type, second[3].type} != {TimexType.DATE}
        or "/" in first[3].value + second[3].value
    ):
        return False
    between = text[first[1] : second[0]]
    if len(between) > 12 or not _BETWEEN.fullmatch(between):
        return False
    opens = _OPENS.search(text[max(0, first[0] - 10) : first[0]])
    word = between.strip().lower()
    return word in {"-", "–", "—", "through", "until", "till"} or (
        opens is not None and (word == "and") == (opens[1].lower() == "between")
    )


def _after(first: Reading, second: Reading) -> Reading:
    """The end of a range lies after its start: an open month or weekday moves a year or a week on."""
    a, b = days_of(first.value), days_of(second.value)
    if not a or not b or b[0] > a[0] or second.basis != DOCUMENT:
        return second
    if re.fullmatch(r"\d{4}-\d\d(-\d\d)?", second.value) and (a[0] - b[0]).days > 6:
        value = f"{int(second.value[:4]) + 1:04d}{second.value[4:]}"
        if (a[0] - b[0]).days < 366 - dates.FAR:
            return second  # "from November 30 to November 18": no span
    else:
        later = shift(b[0], days=7)
        value = later.isoformat() if later is not None and b[0] == b[1] else second.value
    return replace(second, value=value) if days_of(value) else second


def _apart(found: list[Found]) -> list[Found]:
    out: list[Found] = []
    for start, end, name, reading in found:
        if reading.ends:
            out += [(s, e, name, Reading(reading.type, value, reading.basis, score=reading.score)) for s, e, value in reading.ends]
        else:
            out.append((start, end, name, reading))
    return out


def _timex(found: Found) -> Timex:
    start, end, name, reading = found
    when = when_of(reading.value, reading.basis, name.replace("_", " "), reading.score, reading.part, reading.known)
    return Timex(Span(start, end), reading.type, when)


def _agreed(open_: Found, early: Found | None, late: Found | None) -> Timex:
    """Read on the first and on the last day that may be the document's: what both tell holds, else only the days between."""
    if early and late and early[3].value == late[3].value and early[3].known == late[3].known:
        return _timex(early)
    if early is None or late is None:
        return _timex(open_)
    a, b = _timex(early).when, _timex(late).when
    earliest = min(a.earliest, b.earliest) if a.earliest and b.earliest else None
    latest = max(a.latest, b.latest) if a.latest and b.latest else None
    start, end, name, reading = open_
    when = when_of(reading.value, reading.basis, name.replace("_", " "), reading.score * 0.8, known=(earliest, latest))
    return Timex(Span(start, end), reading.type, when)
