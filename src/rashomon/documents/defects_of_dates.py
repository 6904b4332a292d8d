"""Defects of a document's date: cut, missing, contradictory; relative days that nothing anchors."""
# ruff: noqa: E501 (patterns are kept whole)

from __future__ import annotations

import re
from collections.abc import Iterator

from ..records import Defect, DefectKind, Document, Precision, Span, ZoneKind
from .publication import Publication, conflicts

_RELATIVE = re.compile(
    r"\b(?:(?:on |last |next |this |late |early )*(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?: (?:morning|afternoon|evening|night))?|(?:earlier |later )?(?:today|tonight|yesterday|tomorrow)|"
    r"(?:this|last|next) (?:week|month|weekend|year))\b"
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
