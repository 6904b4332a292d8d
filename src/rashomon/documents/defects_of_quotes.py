"""Quotation marks that do not match, and two styles of marks in one text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from ..records import Defect, DefectKind, Document, Span, ZoneKind

_QUOTED = (ZoneKind.BODY, ZoneKind.DECK, ZoneKind.TITLE, ZoneKind.CAPTION)
_OPENING = re.compile(r"\s*[“\"«„]")
_CURLY = re.compile("[“”„]")
_INCHES = re.compile(r"\d\"")
_APOSTROPHE = re.compile(r"(?<=[^\W\d_])['’](?=[^\W\d_])")
_DOUBLE = re.compile('["“”]')
_STYLES = {"'": "’", "’": "'", '"': "“”", "“": '"', "”": '"'}


def quote_defects(document: Document) -> Iterator[Defect]:
    text = document.text
    zones = [z for z in document.zones if z.kind in _QUOTED]
    for number, zone in enumerate(zones):
        following = zones[number + 1].span.of(text)[:3] if number + 1 < len(zones) else ""
        goes_on = bool(_OPENING.match(following))  # a quotation over several paragraphs closes only in the last
        yield from islice(_unbalanced(text, zone.span, goes_on), 40)
    yield from _mixed(text, _APOSTROPHE, certain=True)
    yield from _mixed(text, _DOUBLE, certain=False)


def _unbalanced(text: str, span: Span, goes_on: bool) -> Iterator[Defect]:
    opened: int | None = None
    for m in _CURLY.finditer(text, span.start, span.end):
        closes = m[0] == "”" or (m[0] == "“" and opened is not None and text[opened] == "„")
        if not closes:
            if opened is not None:
                yield _defect(opened, "a quotation mark that opens and never closes")
            opened = m.start()
        elif opened is None:
            yield _defect(m.start(), "a quotation mark that closes what nothing opened")
        else:
            opened = None
    if opened is not None and not goes_on:
        yield _defect(opened, "a quotation mark that opens and never closes")
    straight = [m.start() for m in re.finditer('"', text[span.start : span.end])]
    if len(straight) % 2 and not goes_on and not _INCHES.search(text, span.start, span.end):
        yield _defect(span.start + straight[-1], "an odd number of quotation marks in the paragraph")


def _defect(at: int, evidence: str) -> Defect:
    return Defect(DefectKind.UNBALANCED_QUOTES, Span(at, at + 1), evidence, None, False, "defects.unbalanced")


def _mixed(text: str, marks: re.Pattern[str], certain: bool) -> Iterator[Defect]:
    """The rarer style, at its first place, where both styles stand in one text."""
    straight: list[int] = []
    curly: list[int] = []
    for m in marks.finditer(text):
        (straight if m[0] in "'\"" else curly).append(m.start())
    if not straight or not curly:
        return
    rare, usual = sorted((straight, curly), key=len)
    mark = text[rare[0]]
    other = _STYLES[mark]
    repair = other if len(other) == 1 else None
    many = (
        f"{len(rare)} of {len(rare) + len(usual)} marks are of the other style"
        if len(rare) > 1
        else f"one {mark} among {len(usual)} of the other style"
    )
    yield Defect(DefectKind.MIXED_QUOTES, Span(rare[0], rare[0] + 1), many, repair, certain, "defects.mixed-quotes")
