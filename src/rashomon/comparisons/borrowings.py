"""Units -> Wording: a phrase that one report puts in quotation marks and another takes over as its own words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ..records import Reading, Span, Variant, Wording
from .units import Unit

SHORTEST, LONGEST = 2, 6  # words of a phrase that is set apart: one word is too little, seven are a quotation
_QUOTED = re.compile(r"[“\"«][^“”\"«»]{1,1500}[”\"»]|(?<!\w)[‘'](?=\w)[^‘’'\n]{1,80}[’'](?!\w)")
_FINITE = {"VBD", "VBZ", "VBP", "MD"}
_WORD = re.compile(r"\w+(?:[-'’]\w+)*")


def quoted_spans(span: Span, text: str) -> Iterator[Span]:
    """What stands in quotation marks inside the span, with the marks."""
    for m in _QUOTED.finditer(span.of(text)):
        yield Span(span.start + m.start(), span.start + m.end())


def find_borrowings(units: Sequence[Unit], readings: Sequence[Reading]) -> Iterator[Wording]:
    """A row for each phrase of SHORTEST to LONGEST words that is quoted in one report and stands bare in another, which does
    not quote it anywhere."""
    quoted: dict[tuple[str, ...], list[tuple[int, Span]]] = {}
    for unit in units:
        text = readings[unit.report].document.text
        for span in quoted_spans(unit.sentence.span, text):
            words = tuple(_WORD.findall(span.of(text).lower()))
            if SHORTEST <= len(words) <= LONGEST and _is_phrase(unit, span):
                quoted.setdefault(words, []).append((unit.report, span))
    bare = {words: list(_bare(words, units, readings)) for words in quoted}
    for words, apart in quoted.items():
        reports = {report for report, _ in apart}
        own = [(report, span) for report, span in bare[words] if report not in reports]
        if own:
            uses = sorted([*apart, *own])
            variants = tuple(variant_of(readings[report], span) for report, span in uses)
            yield Wording(f"{' '.join(words)}: quoted or taken over", variants, "quotation marks", 0.5)


def _is_phrase(unit: Unit, span: Span) -> bool:
    """A noun or a verb without tense: a whole clause is somebody's words, not a term."""
    inside = [t for t in unit.sentence.tokens if span.holds(t.span)]
    return any(t.pos in {"NOUN", "VERB"} for t in inside) and not any(t.tag in _FINITE for t in inside)


def _bare(words: tuple[str, ...], units: Sequence[Unit], readings: Sequence[Reading]) -> Iterator[tuple[int, Span]]:
    """Where the words stand outside quotation marks."""
    pattern = re.compile(r"\b" + r"\W{1,3}".join(map(re.escape, words)) + r"\b", re.IGNORECASE)
    for unit in units:
        if words[0] in unit.text.lower():
            text, sentence = readings[unit.report].document.text, unit.sentence.span
            marks = list(quoted_spans(sentence, text))
            for m in pattern.finditer(text, sentence.start, sentence.end):
                if not any(mark.overlaps(Span(*m.span())) for mark in marks):
                    yield unit.report, Span(*m.span())


def variant_of(reading: Reading, span: Span) -> Variant:
    """The words of the span, on one line."""
    return Variant(reading.document.id, span, " ".join(span.of(reading.document.text).split()))
