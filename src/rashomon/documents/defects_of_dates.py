"""Defects of a document's date: cut, missing, contradictory; relative days that nothing anchors."""
# ruff: noqa: E501 (patterns are kept whole)

from __future__ import annotations

import re
from collections.abc import Iterator

from ..records import Defect, DefectKind, Document, Precision, Span, ZoneKind
from .dates import make_day, month_number
from .publication import Publication, conflicts

_RELATIVE = re.compile(
    r"\b(?:(?:on |last |next |this |late |early )*(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?: (?:morning|afternoon|evening|night))?|(?:earlier |later )?(?:today|tonight|yesterday|tomorrow)|"
    r"(?:this|last|next) (?:week|month|weekend|year))\b"
)
_MONTH = r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?"
_DAYS = re.compile(
    rf"\b(?P<leads>{_MONTH})\s+(\d{{1,2}})(?:st|nd|rd|th)?,?\s+((?:19|20)\d\d)\b|\b(\d{{1,2}})(?:st|nd|rd|th)?\s+({_MONTH}),?\s+((?:19|20)\d\d)\b|"
    r"(?<![\d.])(\d{1,2})\.(0?[1-9]|1[0-2])\.((?:19|20)\d\d)(?![\d.])"
)
_RELATIVES_TOLD = 10
_TELLING = (ZoneKind.BODY, ZoneKind.DECK, ZoneKind.TITLE)


def date_defects(document: Document, publication: Publication) -> Iterator[Defect]:
    if publication.broken is not None:
        span = publication.broken[0]
        evidence = (
            "a date without a whole year"
            if not publication.broken[1].digits
            else f"the year is cut: {publication.broken[1].digits!r}"
        )
        if publication.broken[1].digits or publication.published is None:
            yield Defect(DefectKind.BROKEN_DATE, span, evidence, publication.repair, publication.certain, "defects.broken-date")
    when = publication.published
    if when is None or when.precision is Precision.INTERVAL:
        if publication.broken is None:
            yield Defect(DefectKind.UNDATED, _first(document), _undated(document), None, True, "defects.undated")
        yield from _relative(document)
    yield from _impossible(document.text)
    for first, other in conflicts(document.date_evidence):
        evidence = f"{first.kind} says {first.when.value}, {other.kind} says {other.when.value}"
        yield Defect(
            DefectKind.CONFLICTING_DATES,
            other.span or first.span or _first(document),
            evidence,
            None,
            False,
            "defects.conflicting-dates",
        )


def _impossible(text: str) -> Iterator[Defect]:
    """ "February 30, 2022": days that no calendar has."""
    for m in _DAYS.finditer(text):
        first, second, year = (part for part in m.groups() if part)
        day, month = (second, first) if m["leads"] else (first, second)
        number = month_number(month.rstrip("."))
        if number and make_day(int(year), number, int(day)) is None:
            yield Defect(DefectKind.BROKEN_DATE, Span(*m.span()), "no calendar has this day", None, True, "defects.impossible-day")


def _undated(document: Document) -> str:
    when = document.published
    return "nothing tells when it was published" if when is None else f"no date of publication; the context allows {when.edtf}"


def _first(document: Document) -> Span:
    return document.zones[0].span if document.zones else Span(0, min(1, len(document.text)))


def _relative(document: Document) -> Iterator[Defect]:
    told = 0
    for zone in document.zones:
        if zone.kind not in _TELLING:
            continue
        for m in _RELATIVE.finditer(document.text, zone.span.start, zone.span.end):
            if told == _RELATIVES_TOLD:
                return
            told += 1
            yield Defect(
                DefectKind.RELATIVE_DATE, Span(*m.span()), f"{m[0]!r} of an undated text", None, False, "defects.relative-date"
            )
