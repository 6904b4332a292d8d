"""Units -> Wording: a phrase that one report puts in quotation marks and another takes over as its own words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ..records import AttributionKind, Reading, Sentence, Span, Variant, Wording
from .quotes import marked_spans
from .shelves import Shelf
from .units import Unit

SHORTEST, LONGEST = 2, 6  # words of a phrase that is set apart: one word is too little, seven are a quotation
_FINITE = {"VBD", "VBZ", "VBP", "MD"}
_WORD = re.compile(r"\w+(?:[-'’]\w+)*")


def foreign_spans(sentence: Sentence, shelf: Shelf) -> Iterator[Span]:
    """What reaches into the sentence and is not the outlet's own voice: words between marks, wherever these stand, and direct
    speech of which a mark is lost."""
    yield from (span for span in marked_spans(shelf.reading.document) if span.overlaps(sentence.span))
    for attribution in shelf.spoken.get(sentence.index, ()):
        if attribution.kind is AttributionKind.DIRECT:
            yield from (c for c in attribution.content if c.overlaps(sentence.span))


def is_term(span: Span, text: str) -> bool:
    """Whether so few words are set apart that they are no speech."""
    return len(_WORD.findall(span.of(text))) <= LONGEST


def find_borrowings(units: Sequence[Unit], shelves: Sequence[Shelf]) -> Iterator[Wording]:
    """A row for each phrase of SHORTEST to LONGEST words that is quoted in one report and stands bare in another, which does
    not quote it anywhere; `shelves[r]` is that of report r."""
    quoted: dict[tuple[str, ...], list[tuple[int, Span]]] = {}
    for unit in units:
        document = shelves[unit.report].reading.document
        for span in marked_spans(document):
            words = tuple(_WORD.findall(span.of(document.text).lower())) if unit.sentence.span.holds(span) else ()
            if SHORTEST <= len(words) <= LONGEST and _is_phrase(unit, span):
                quoted.setdefault(words, []).append((unit.report, span))
    bare = {words: list(_bare(words, units, shelves)) for words in quoted}
    for words, apart in quoted.items():
        reports = {report for report, _ in apart}
        own = [(report, span) for report, span in bare[words] if report not in reports]
        if own:
            uses = sorted([*apart, *own])
            variants = tuple(variant_of(shelves[report].reading, span) for report, span in uses)
            yield Wording(f"{' '.join(words)}: quoted or taken over", variants, "quotation marks", 0.5)


def _is_phrase(unit: Unit, span: Span) -> bool:
    """A noun or a verb without tense: a whole clause is somebody's words, not a term."""
    inside = [t for t in unit.sentence.tokens if span.holds(t.span)]
    return any(t.pos in {"NOUN", "VERB"} for t in inside) and not any(t.tag in _FINITE for t in inside)


def _bare(words: tuple[str, ...], units: Sequence[Unit], shelves: Sequence[Shelf]) -> Iterator[tuple[int, Span]]:
    """Where the words stand in the outlet's own voice."""
    pattern = re.compile(r"\b" + r"\W{1,3}".join(map(re.escape, words)) + r"\b", re.IGNORECASE)
    for unit in units:
        if words[0] in unit.text.lower():
            shelf, sentence = shelves[unit.report], unit.sentence.span
            foreign = list(foreign_spans(unit.sentence, shelf))
            for m in pattern.finditer(shelf.reading.document.text, sentence.start, sentence.end):
                if not any(f.overlaps(Span(*m.span())) for f in foreign):
                    yield unit.report, Span(*m.span())


def variant_of(reading: Reading, span: Span) -> Variant:
    """The words of the span, on one line."""
    return Variant(reading.document.id, span, " ".join(span.of(reading.document.text).split()))
