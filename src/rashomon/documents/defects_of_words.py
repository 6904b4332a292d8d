"""Lost, doubled and cut words: what copying and rewording machines leave behind."""
# ruff: noqa: E501 (patterns are kept whole)

from __future__ import annotations

import re
from collections.abc import Iterator

from ..records import ANALYSED, Defect, DefectKind, Document, Span, Zone, ZoneKind

_ABBREVIATED = set("mr mrs ms dr st gen lt col maj capt sgt sen rep gov pres prof rev hon jr sr inc ltd co corp vs etc no nos vol pp p eg ie al approx dept est "
                   "jan feb mar apr jun jul aug sep sept oct nov dec mon tue wed thu fri sat sun ft ave am pm".split())  # fmt: skip
# After a full stop, a sentence (or a quoted term that opens one) in small letters.
_SMALL_START = re.compile(r"(?P<before>\b[^\W\d_]{2,40}|\d|[)\]”\"’])\.\s+(?P<start>[“\"‘(]?[a-z][^\W\d_]+[^.!?,;:\n]{0,70})")
_BARE_VERBS = (
    "deepen strengthen weaken discuss become ensure provide prevent maintain achieve accept agree allow announce apply avoid begin believe bring build choose "
    "condemn continue create defend deliver deny deploy deter develop destroy drive eliminate enforce enter establish expand explain fight find follow give "
    "guarantee help hold impose improve increase intensify join keep launch lead leave maintain make meet negotiate obtain oppose overcome pay persuade preserve "
    "produce protect prove provide pursue put reach receive recognise recognize reduce reject remain remove replace resist resolve respond restore resume retain "
    "retake sell send solve speak spend stay stop submit succeed survive sustain take tell tolerate understand withdraw withstand write do go come get see say"
).split()
_VERB = "|".join(sorted(set(_BARE_VERBS), key=len, reverse=True))
_ADDRESS = re.compile(r"(?:https?:|www\.|doi:)|\S+[.:/]\w")  # pic.example.com, doi:10.1000
_LOST_TO = re.compile(
    rf"\b(?P<lead>(?:be|is|are|was|were|been|being|am|become|became|remain|remains)\s+(?:not\s+)?(?:able|unable|willing|unwilling|supposed|obliged|reluctant|eager|poised)|"
    rf"(?:wants|wanted|hopes|hoped|intends|intended|decided|refused|refuses|vowed|pledged|threatened|sought|seeks|tried|tries|ought|unable))\s+(?P<verb>{_VERB})\b"
)
_DOUBLED = re.compile(r"\b(?P<first>(?P<stem>[^\W\d_]{5})[^\W\d_]*)\s+(?P<second>(?P=stem)[^\W\d_]*)\b", re.IGNORECASE)
_SAME = re.compile(
    r"\b(?P<word>the|a|an|of|to|in|and|is|are|was|were|for|with|on|by|at|from|its|their|this|these|be|as|it|they|will|has|have)[ \t\u00a0]+(?P=word)\b"
)
_CUT = re.compile(r"(?:\.{3}|…|\[(?:\.\.\.|…)\]|\[\+\d+ chars\])\s*$")
_ENDED = re.compile(r"[.!?:;…][\"'”’»)\]]*\s*$|[\"”’»)\]]\s*$|©.{0,60}$|https?://\S+$")
_PASSAGE_WORDS = 8


def word_defects(document: Document) -> Iterator[Defect]:
    text = document.text
    body = [z for z in document.zones if z.kind is ZoneKind.BODY]
    for zone in document.zones:
        if zone.kind in (ZoneKind.BODY, ZoneKind.DECK):
            yield from _lost(text, zone.span)
            yield from _doubled(text, zone.span)
    if document.language in ANALYSED:
        yield from _cut(text, body)
    yield from _repeated(text, body)


def _lost(text: str, span: Span) -> Iterator[Defect]:
    for m in _SMALL_START.finditer(text, span.start, span.end):
        if (
            m["before"].lower() not in _ABBREVIATED
            and (len(m["before"]) > 2 or not m["before"].isalpha())
            and not _branded(m["start"])
            and not _ADDRESS.match(m["start"] + text[m.end() : m.end() + 9])
        ):
            yield Defect(
                DefectKind.LOST_WORDS,
                Span(*m.span("start")),
                "a sentence begins in small letters",
                None,
                False,
                "defects.small-start",
            )
    for m in _LOST_TO.finditer(text, span.start, span.end):
        at = m.start("lead") + len(m["lead"])
        repair = f"{m['lead']} to{text[at : m.end()]}"
        yield Defect(DefectKind.LOST_WORDS, Span(*m.span()), f"'to' is lost before {m['verb']!r}", repair, True, "defects.lost-to")


def _branded(start: str) -> bool:
    """iPhone, eBay: a capital inside the first word."""
    return any(c.isupper() for c in start.split()[0]) or start.lstrip('“"‘(').split()[0] in {"al", "de", "von", "van", "bin", "the"}


def _doubled(text: str, span: Span) -> Iterator[Defect]:
    for m in _SAME.finditer(text, span.start, span.end):
        yield Defect(
            DefectKind.DUPLICATED_WORDS,
            Span(*m.span()),
            f"{m['word']!r} twice",
            m["word"],
            m["word"] in {"the", "a", "an", "of", "and"},
            "defects.twice",
        )
    at = span.start
    while pair := _DOUBLED.search(text, at, span.end):
        if _one_stem(pair["first"], pair["second"]):
            evidence = f"two words of one stem: {pair['first']!r}, {pair['second']!r}"
            yield Defect(DefectKind.DUPLICATED_WORDS, Span(*pair.span()), evidence, pair["second"], False, "defects.one-stem")
        at = pair.start("second")


def _one_stem(first: str, second: str) -> bool:
    """Adjacent words that share all but their endings ("democratic democracies"); names in capitals may well repeat."""
    if first[0].isupper() or second[0].isupper():
        return False
    a, b = first.lower(), second.lower()
    if a == b:
        return len(a) > 4
    shared = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    return shared >= 6 and shared >= 0.6 * max(len(a), len(b))


def _cut(text: str, body: list[Zone]) -> Iterator[Defect]:
    for number, zone in enumerate(body):
        ending = text[max(zone.span.start, zone.span.end - 80) : zone.span.end]
        words = len(zone.span.of(text)[:400].split())
        last = number == len(body) - 1
        if last and _CUT.search(ending):
            yield _cut_defect(zone.span, ending, "the text breaks off with dots")
        elif words >= (8 if last else 14) and not _ENDED.search(ending) and ending[-1:].isalnum() and not _in_list(text, zone.span):
            yield _cut_defect(zone.span, ending, "a paragraph ends without a full stop")


def _cut_defect(span: Span, ending: str, evidence: str) -> Defect:
    tail = len(ending) - max(0, ending.rfind(" ", 0, max(0, len(ending) - 20)) + 1)
    return Defect(DefectKind.CUT_SENTENCE, Span(span.end - tail, span.end), evidence, None, False, "defects.cut")


def _in_list(text: str, span: Span) -> bool:
    return text[span.start : span.start + 2].lstrip()[:1] in "-*•·–—#|" or text[span.start].isdigit()


def _repeated(text: str, body: list[Zone]) -> Iterator[Defect]:
    seen: dict[str, int] = {}
    for number, zone in enumerate(body):
        words = " ".join(zone.span.of(text).split())
        if words.count(" ") + 1 >= _PASSAGE_WORDS and words in seen:
            yield Defect(
                DefectKind.DUPLICATED_PASSAGE,
                zone.span,
                f"said before, in paragraph {seen[words] + 1}",
                "",
                False,
                "defects.passage",
            )
        seen.setdefault(words, number)
