"""Foreign matter in a report: list tags, labels, footers, share prompts, captions, stray headings, repeated headlines, no body."""
# ruff: noqa: E501 (patterns are kept whole)

from __future__ import annotations

import re
from collections.abc import Iterator

from ..records import ANALYSED, Defect, DefectKind, Document, Span, Zone, ZoneKind
from .boilerplate import is_archive_footer
from .languages import common_words, language_of
from .lines import split_subject
from .titles import split_label

_WORDS = re.compile(r"[^\W\d_]+")
_PAYWALL = re.compile(
    r"(?:subscribe|sign in|log in|register|create (?:a free|an) account|become a (?:member|subscriber)|upgrade|start your (?:free )?trial)\b.{0,80}\b(?:to (?:continue|read|access|unlock|view)|for (?:full|unlimited) access)\b|"
    r"(?:this|the) (?:article|story|content|page|rest of this article) is (?:only )?(?:for|available to|reserved for|exclusive to) (?:our )?(?:paying |registered |premium )?(?:subscribers|members)|"
    r"to (?:continue|keep) reading\b|you have (?:reached|read|used) your (?:limit|free|monthly)\b|already a subscriber\?|\bsubscribers? only\b|unlock (?:this|the full) (?:article|story)",
    re.IGNORECASE,
)
_STUB_WORDS = 120
_CAUSELESS = set(
    "with from that this after over amid says said will they their what when where which while into about more than have been against between".split()
)


def furniture_defects(document: Document) -> Iterator[Defect]:
    text = document.text
    for zone in document.zones:
        words = zone.span.of(text)
        if zone.kind is ZoneKind.BOILERPLATE:
            yield Defect(DefectKind.BOILERPLATE, zone.span, _short(words), "", False, "defects.boilerplate")
        elif zone.kind is ZoneKind.LIST_FOOTER:
            archive = is_archive_footer(" ".join(words.split()))
            kind = DefectKind.ARCHIVE_FOOTER if archive else DefectKind.BOILERPLATE
            yield Defect(kind, zone.span, _short(words), "", archive, "defects.footer")
        elif zone.kind is ZoneKind.CAPTION:
            yield Defect(
                DefectKind.PHOTO_CAPTION, zone.span, "a picture's caption stands in the text", None, False, "defects.caption"
            )
        elif zone.kind is ZoneKind.CREDIT:
            yield Defect(DefectKind.PHOTO_CREDIT, zone.span, _short(words), "", False, "defects.credit")
    yield from _headlines(document)
    yield from _stray_heading(document)
    yield from _missing_body(document)
    yield from _languages(document)


def _short(words: str) -> str:
    flat = " ".join(words.split())
    return flat if len(flat) <= 80 else flat[:79] + "…"


def _headlines(document: Document) -> Iterator[Defect]:
    """A label behind the headline, the subject's list tag, and a subject that is said again below."""
    text = document.text
    for zone in document.zones:
        if zone.kind is ZoneKind.TITLE:
            begin = split_label(zone.span.of(text))[1]
            if begin < len(zone.span):
                span = Span(zone.span.start + begin, zone.span.end)
                evidence = f"a label behind the headline: {span.of(text).strip()}"
                yield Defect(DefectKind.LABEL_APPENDED, span, evidence, "", False, "defects.label")
    subject = next((z for z in document.zones if z.kind is ZoneKind.SUBJECT), None)
    if subject is not None:
        yield from _subject(document, subject.span)


def _subject(document: Document, subject: Span) -> Iterator[Defect]:
    text = document.text
    tag, bare = split_subject(subject.of(text))
    begin = subject.start
    if tag:
        at = subject.start + subject.of(text).find(tag)
        begin = at + len(tag)
        while begin < subject.end and text[begin].isspace():
            begin += 1
        yield Defect(DefectKind.LIST_TAG, Span(at, begin), f"tag of a mailing list: {tag}", "", True, "defects.list-tag")
    title = next((z for z in document.zones if z.kind is ZoneKind.TITLE), None)
    if title is None or not bare or begin >= subject.end:
        return
    headline, told = _folded(title.span.of(text)), _folded(bare)
    if len(headline) > 15 and (told.startswith(headline) or (headline.startswith(told) and len(bare) > 25)):
        span = Span(begin, subject.end)
        yield Defect(DefectKind.DUPLICATED_HEADLINE, span, "the headline comes again below", "", True, "defects.headline")


def _folded(words: str) -> str:
    return " ".join(_WORDS.findall(words.casefold()))


def _stray_heading(document: Document) -> Iterator[Defect]:
    """One lone heading inside the body whose verb or rare words the text never takes up: left over from a linked article."""
    headings = [z for z in document.zones if z.kind is ZoneKind.SUBHEADING]
    if len(headings) != 1 or not any(z.kind is ZoneKind.BODY and z.span < headings[0].span for z in document.zones):
        return
    heading = headings[0].span
    told = {w[:5] for z in document.zones if z.kind is ZoneKind.BODY for w in _WORDS.findall(z.span.of(document.text).casefold())}
    words = [w for w in _WORDS.findall(heading.of(document.text).casefold()) if len(w) > 3 and w not in _CAUSELESS]
    lacking = [w for w in words if w[:5] not in told]
    if lacking and len(words) <= 8 and len(lacking) * 3 >= len(words):
        evidence = f"a lone heading; the text says nothing of {', '.join(repr(w) for w in lacking)}"
        yield Defect(DefectKind.STRAY_HEADING, heading, evidence, "", False, "defects.stray-heading")


def _missing_body(document: Document) -> Iterator[Defect]:
    body = [z for z in document.zones if z.kind in (ZoneKind.BODY, ZoneKind.REPLY)]
    count = sum(len(_WORDS.findall(z.span.of(document.text))) for z in body[:200])
    if not body:
        yield Defect(DefectKind.MISSING_BODY, _all(document), "a head without a body", None, True, "defects.no-body")
        return
    if count < _STUB_WORDS:
        for zone in (*body[-3:], *(z for z in document.zones[-8:] if z.kind is ZoneKind.BOILERPLATE)):
            m = _PAYWALL.search(zone.span.of(document.text)[:1000])
            if m:
                span = Span(zone.span.start + m.start(), zone.span.start + m.end())
                yield Defect(DefectKind.MISSING_BODY, span, f"only the opening is here: {m[0]!r}", None, True, "defects.paywall")
                return


def _clearly(own: str, usual: str, words: str) -> bool:
    """Not just a run of little words that both languages have."""
    return common_words(words, usual) * 2 <= common_words(words, own) or common_words(words, own) == 0


def _all(document: Document) -> Span:
    return Span(document.zones[0].span.start, document.zones[-1].span.end)


def _languages(document: Document) -> Iterator[Defect]:
    body: list[Zone] = [z for z in document.zones if z.kind is ZoneKind.BODY]
    if not body:
        return
    if document.language not in ANALYSED:
        evidence = f"written in {document.language!r}: only English is analysed"
        yield Defect(DefectKind.LANGUAGE, Span(body[0].span.start, body[-1].span.end), evidence, None, True, "defects.language")
    for zone in body[:400]:
        if len(zone.span) >= 80 and document.language != "und":
            own = language_of(zone.span.of(document.text)[:2000])
            if own not in ("und", document.language) and _clearly(own, document.language, zone.span.of(document.text)[:2000]):
                yield Defect(DefectKind.LANGUAGE, zone.span, f"a paragraph in {own!r}", None, False, "defects.mixed-language")
