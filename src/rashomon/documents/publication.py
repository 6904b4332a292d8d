"""Date evidence -> when a report was published: the most trusted sign, an interval from context, else None."""
# ruff: noqa: E501 (patterns are kept whole)

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from ..records import DateEvidence, Precision, Span, When, Zone, ZoneKind
from .date_lines import read_date_line
from .dates import (
    OLDEST,
    PUBLISHERS_DAY,
    Partial,
    address_date,
    day_when,
    find_day,
    find_open_day,
    interval_when,
    month_when,
    read_day,
    read_month,
    read_partial,
)
from .months import MONTHS, WEEKDAYS
from .own_weeks import tells_of_week

_STATING = ("metadata", "date-line", "address", "feed")
TRUST = ("metadata", "date-line", "address", "mail-header", "feed", "text", "file-time")
_PAST_YEAR = re.compile(
    r"\b(?:was|were|had|has|have|took|began|held|met|won|said|made|came|since|[a-z]{3,}ed)\b[^.!?\n]{0,80}?\b(?:in|on|of|since|from|until|after|during)?\s*"
    r"(?:([A-Z][a-z]{2,8})\.?\s+(?:\d{1,2},\s+)?)?((?:19|20)\d\d)\b(?![-–]?\d)"
)
_PAST_DAY = re.compile(
    r"\b(?:told|said|[a-z]{3,}ed|met|held|began|took|made|spoke)\b[^.!?\n]{0,60}?\bon ([A-Z][a-z]+day)\b|\bon ([A-Z][a-z]+day)\b[^.!?\n]{0,20}?\b(?:told|said|[a-z]{3,}ed|met|held)\b"
)
_COMING_DAY = re.compile(
    r"\b(?:will|begins?|starts?|opens?|is to|are to|meets?|due|scheduled|expected|set to)\b[^.!?\n]{0,60}?\b(?:on )?([A-Z][a-z]+day)\b"
)
_THIS_WEEK = re.compile(r"\bthis\s+week\b")
_CLEAR = 0.7  # share of the weight from which one year of a cut date is taken as the year
_SCANNED = 60_000
_UPDATED = 0.5  # score of a day that may be that of a change
_LATEST_POST = 45  # days after which nobody posts an article as news


@dataclass(frozen=True, slots=True)
class Publication:
    """What `find_publication` found: the date, all evidence in order of trust, the cut date line (if any) and what it should read."""

    published: When | None
    evidence: tuple[DateEvidence, ...]
    broken: tuple[Span, Partial] | None = None
    repair: str | None = None
    certain: bool = False


def find_publication(
    text: str,
    zones: tuple[Zone, ...],
    address: str | None,
    given: tuple[DateEvidence, ...],
    modified: datetime | None,
    own_words: bool,
    in_page: bool = False,
) -> Publication:
    """`given` is what the format told (metadata, mail header, feed); `own_words`: the poster wrote the text, no article is forwarded,
    so that the mail's date is the report's; `in_page`: below the body, a page dates other things."""
    lines, broken = _date_lines(text, _head_of(text, zones) if in_page else zones)
    evidence = _joined(given, lines)
    if address:
        when = address_date(address)
        evidence += [DateEvidence("address", address, when)] if when else []
    if modified is not None:
        evidence.append(
            DateEvidence(
                "file-time", modified.isoformat(timespec="seconds"), day_when(modified.date(), "file time", "publication.file")
            )
        )
    evidence.sort(key=lambda e: TRUST.index(e.kind))
    stated = [e for e in evidence if e.kind in _STATING and e.when.earliest is not None]
    sure = _weightiest(stated)
    headers = (e.when for e in evidence if e.kind == "mail-header")
    header = min(headers, key=lambda when: when.latest or date.max, default=None)  # of a forwarded mail the first
    if broken is not None and (sure is None or sure.kind == "address"):
        found, reasons = _of_broken(text, broken[1], sure.when if sure else None, header, modified)
        return _with_broken(text, broken, found, [*evidence, *reasons])
    alone = sure is not None and sure.kind == "address" and len(stated) == 1
    when = None if sure is None else _of_address(sure.when, text, zones, header) if alone else _stated(sure, evidence)
    if when is not None:
        return Publication(when, tuple(evidence))
    if header is not None:
        when = header if own_words else day_when(_day(header), "mail header", "publication.forwarded", 0.6)
        dateline = _of_dateline(text, zones, header)
        return Publication(dateline.when if dateline else when, (*([dateline] if dateline else []), *evidence))
    bound = next((e.when for e in evidence if e.when.earliest is None), None)
    context = _context(text, bound.latest if bound is not None else modified.date() if modified else None)
    found = context.when if context is not None else bound
    return Publication(found, (*evidence, context) if context else tuple(evidence))


def _head_of(text: str, zones: tuple[Zone, ...]) -> tuple[Zone, ...]:
    """The zones up to the first of the body. Of a web page's whole date lines only that which its elements told: others are of
    events, or of the day of the visit."""
    head = zones[: next((n for n, z in enumerate(zones) if z.kind is ZoneKind.BODY), len(zones))]
    if not any(z.rule.startswith("pages.") for z in head):
        return head
    return tuple(
        z for z in head if z.kind is not ZoneKind.DATE or z.rule == "pages.date-line" or not find_day(z.span.of(text), True)
    )


def _joined(given: tuple[DateEvidence, ...], lines: list[DateEvidence]) -> list[DateEvidence]:
    """One evidence where the format told just what a line of the text shows."""
    joined = list(given)
    for line in lines:
        same = next((n for n, e in enumerate(joined) if e.kind == line.kind and e.when.earliest == line.when.earliest), None)
        if same is None:
            joined.append(line)
        elif joined[same].span is None:
            joined[same] = dataclasses.replace(joined[same], span=line.span)
    return joined


def _of_address(when: When, text: str, zones: tuple[Zone, ...], header: When | None) -> When | None:
    """The day of an address that nothing else on the page confirms: a day where a mail carried the text within weeks, or the text
    tells of its own week; else the address's day or the one after it, and nothing where it may name what the text is about."""
    day = _day(when)
    carried = header is not None and header.latest is not None and -2 <= (header.latest - day).days <= _LATEST_POST
    if carried or tells_of_week(_paragraphs(text, zones), day):
        return dataclasses.replace(when, score=PUBLISHERS_DAY)
    if when.score < PUBLISHERS_DAY:
        return None
    return interval_when(day, day + timedelta(days=1), "address", "publication.address-alone", 0.5)


def _paragraphs(text: str, zones: tuple[Zone, ...]) -> Iterator[str]:
    """Those of the body, the first with the dateline that opens it."""
    opened = None
    for zone in zones:
        if zone.kind is ZoneKind.DATELINE:
            opened = zone.span.start
        elif zone.kind is ZoneKind.BODY:
            yield text[zone.span.start if opened is None else opened : zone.span.end]
            opened = None


def _weightiest(stated: list[DateEvidence]) -> DateEvidence | None:
    """The evidence whose day has most behind it, what is of one kind counted once; among equals the most trusted, for `stated` is
    in order of trust."""
    weights: dict[date | None, dict[str, float]] = {}
    for evidence in stated:
        kinds = weights.setdefault(evidence.when.earliest, {})
        kinds[evidence.kind] = max(kinds.get(evidence.kind, 0.0), evidence.when.score)
    return max(stated, key=lambda e: sum(weights[e.when.earliest].values()), default=None)


def _stated(sure: DateEvidence, evidence: list[DateEvidence]) -> When:
    """The most trusted date; where that is a moment in UTC, the day beside it that the reader saw."""
    if sure.when.value.endswith(("Z", "+00:00")):
        for other in evidence:
            if other.kind != "date-line" or other.when.value.endswith("+00:00"):
                continue
            if other.when.earliest and sure.when.earliest and abs(other.when.earliest - sure.when.earliest) <= timedelta(1):
                return other.when
    return sure.when


def _day(when: When) -> date:
    day = when.latest or when.earliest
    assert day is not None
    return day


def _date_lines(text: str, zones: tuple[Zone, ...]) -> tuple[list[DateEvidence], tuple[Span, Partial] | None]:
    """Whole dates of date lines and datelines, and the first cut one. A change told behind the text only bounds its day."""
    found: list[DateEvidence] = []
    broken = None
    in_head = True
    for zone in zones:
        in_head = in_head and zone.kind is not ZoneKind.BODY
        if zone.kind not in (ZoneKind.DATE, ZoneKind.DATELINE):
            continue
        line = zone.span.of(text)
        told = read_date_line(line)
        if told is not None:
            span = Span(zone.span.start + told.start, zone.span.start + told.end)
            if told.changed and not in_head:
                when = interval_when(None, told.day, "explicit", "publication.change-below", _UPDATED)
            else:
                when = day_when(told.day, "explicit", f"publication.{zone.kind}", _UPDATED if told.changed else 1.0)
            found.append(DateEvidence("date-line", line, when, span))
        elif zone.kind is ZoneKind.DATE and read_day(line, True) is None:
            partial, month = read_partial(line), read_month(line)
            if partial is not None:
                broken = broken or (zone.span, partial)
            elif month is not None:
                found.append(DateEvidence("date-line", line, month_when(*month, "explicit", "publication.month"), zone.span))
    return found, broken


def _with_broken(text: str, broken: tuple[Span, Partial], found: When | None, evidence: list[DateEvidence]) -> Publication:
    span, partial = broken
    repair = None
    exact = found is not None and found.precision is Precision.DAY
    if exact and found is not None and found.earliest is not None and partial.digits:
        line = span.of(text)
        at = line.rfind(partial.digits)
        repair = line[:at] + str(found.earliest.year) + line[at + len(partial.digits) :]
    evidence.sort(key=lambda e: TRUST.index(e.kind))
    certain = exact and found is not None and found.score >= 0.95
    return Publication(found, tuple(evidence), broken, repair, certain)


def _of_dateline(text: str, zones: tuple[Zone, ...], header: When) -> DateEvidence | None:
    """ "LISBON, May 4 (Reuters)": the mail that carries it tells the year."""
    for zone in zones:
        partial = find_open_day(zone.span.of(text)) if zone.kind is ZoneKind.DATELINE else None
        day = _near(partial, header, _LATEST_POST) if partial is not None else None
        if day is not None:
            when = day_when(day, "context", "publication.dateline-with-mail-header", 0.95)
            return DateEvidence("date-line", zone.span.of(text), when, zone.span)
    return None


def _near(partial: Partial, carrier: When, slack: int) -> date | None:
    """The day that lies at most `slack` days before what carries it."""
    if carrier.latest is None:
        return None
    days = (partial.on(y) for y in partial.years(carrier.latest.year - 1, carrier.latest.year))
    return max((d for d in days if timedelta(-2) <= carrier.latest - d <= timedelta(slack)), default=None)


def _of_broken(
    text: str, partial: Partial, stated: When | None, header: When | None, modified: datetime | None
) -> tuple[When | None, list[DateEvidence]]:
    """The day whose year is lost, from the address or mail that carries it, else from what the text says of its time."""
    for other, basis, slack in ((stated, "address", 3), (header, "mail-header", _LATEST_POST)):
        near = _near(partial, other, slack) if other is not None else None
        if near is not None:
            return day_when(near, "context", f"publication.cut-date-with-{basis}", 0.97), []
    return _likeliest(text, partial, modified)


def _likeliest(text: str, partial: Partial, modified: datetime | None) -> tuple[When | None, list[DateEvidence]]:
    """The day of the year that fits best what the text tells of its time, or the days between which it lies."""
    past = _past_years(text)
    first = max(past)[0] if past else OLDEST + 60
    last = modified.year if modified else first + 15
    days = [partial.on(y) for y in partial.years(first, last) if modified is None or partial.on(y) <= modified.date()]
    weights = {d: w for d in days if (w := _weight(d, text, past, days[0])) > 0}
    if not weights or (not partial.digits and not past):
        return None, []
    reasons = [_looks_back(year, month, None) for year, month in sorted(past)[-1:]]
    likely = sorted(d for d in weights if weights[d] * 50 >= max(weights.values()))
    between = interval_when(likely[0], likely[-1], "context", "publication.cut-date-years")
    reasons.append(DateEvidence("date-line", "the days that the cut date can mean", between))
    best = max(weights, key=lambda d: weights[d])
    share = weights[best] / sum(weights.values())
    if share >= _CLEAR:
        return day_when(best, "context", "publication.cut-date-likeliest-year", round(share, 2)), reasons
    return dataclasses.replace(between, score=round(share, 2)), reasons


def _looks_back(year: int, month: int, latest: date | None, score: float = 1.0) -> DateEvidence:
    """The text was written after what it looks back to."""
    when = interval_when(date(year, month or 1, 1), latest, "context", "publication.looks-back", score)
    return DateEvidence("text", f"looks back to {year}-{month:02}" if month else f"looks back to {year}", when)


def _weight(day: date, text: str, past: set[tuple[int, int]], earliest: date) -> float:
    """How well a year fits: news names a month's year only when it is not of late, tells of past and coming weekdays of the same
    week, and looks back to the last years rather than to a distant one."""
    weight: float = 0.5 ** (day.year - earliest.year)
    for year, month in past:
        if month and date(year, month, 28) > day:
            return 0.0
        if month and (day.year - year) * 12 + day.month - month < 10:
            weight *= 0.15
    gone = {
        WEEKDAYS[name.casefold()] for m in _PAST_DAY.finditer(text, 0, _SCANNED) if (name := m[1] or m[2]).casefold() in WEEKDAYS
    }
    coming = {WEEKDAYS[m[1].casefold()] for m in _COMING_DAY.finditer(text, 0, _SCANNED) if m[1].casefold() in WEEKDAYS}
    if len(gone) == 1 and len(coming) == 1 and _THIS_WEEK.search(text, 0, _SCANNED):
        between = (day.weekday() - min(gone)) % 7 <= (min(coming) - min(gone)) % 7
        weight *= 1.0 if between else 0.1
    return weight


def _past_years(text: str) -> set[tuple[int, int]]:
    """(year, month or 0) of the times that the text looks back to."""
    found = set()
    for m in _PAST_YEAR.finditer(text, 0, _SCANNED):
        found.add((int(m[2]), MONTHS.get((m[1] or "").casefold(), 0)))
    return found


def _context(text: str, latest: date | None) -> DateEvidence | None:
    """Not before the last year that the text looks back to; `latest`: nor after this day."""
    years = sorted(y for y in _past_years(text) if latest is None or y <= (latest.year, latest.month))
    if not years:
        return None
    return _looks_back(*years[-1], latest, 0.5)


def conflicts(evidence: tuple[DateEvidence, ...]) -> Iterator[tuple[DateEvidence, DateEvidence]]:
    """Pairs that cannot both hold: two days of publication more than a day apart, a mail sent before its article was dated. The day
    of an update contradicts nothing."""
    stated = [e for e in evidence if e.kind in _STATING and e.when.earliest and e.when.latest and e.when.score > _UPDATED]
    for other in stated[1:]:
        first = stated[0]
        if first.when.earliest and first.when.latest and other.when.earliest and other.when.latest:
            apart = max(other.when.earliest - first.when.latest, first.when.earliest - other.when.latest)
            if apart > timedelta(1):
                yield first, other
    for mail in (e for e in evidence if e.kind == "mail-header"):
        if stated and stated[0].when.earliest and mail.when.latest and stated[0].when.earliest - mail.when.latest > timedelta(1):
            yield stated[0], mail
