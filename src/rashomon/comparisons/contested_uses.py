"""Units -> what contested terms they use (contested.py), and a row for each thing that reports name in rival ways."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..records import Reading, Span, Variant, Wording
from .borrowings import quoted_spans
from .contested import CONCEPTS, Concept, Term
from .shelves import Shelf
from .units import Unit

MOST = 5  # occurrences shown of one report


@dataclass(frozen=True, slots=True)
class Use:
    """One use of a contested term: its unit, which concept and group of rivals, the words and where."""

    unit: int
    concept: int
    group: int
    span: Span
    text: str


def _by_first_lemma() -> dict[str, list[tuple[int, int, Term]]]:
    index: dict[str, list[tuple[int, int, Term]]] = {}
    for number, concept in enumerate(CONCEPTS):
        for place, group in enumerate(concept.groups):
            for term in group:
                index.setdefault(term.lemmas[0], []).append((number, place, term))
    for entries in index.values():
        entries.sort(key=lambda entry: -len(entry[2].lemmas))
    return index


_INDEX = _by_first_lemma()


def find_uses(number: int, unit: Unit, shelf: Shelf) -> Iterator[Use]:
    """Terms of the table in the unit, the longest first, none inside another or inside quoted words."""
    tokens = unit.sentence.tokens
    lemmas = [(t.lemma.lower(), t.text.lower()) for t in tokens]
    quoted: list[Span] | None = None
    covered: dict[int, int] = {}
    for i, forms in enumerate(lemmas):
        taken = {concept for concept, last in covered.items() if last >= i}
        for form in dict.fromkeys(forms):
            for concept, group, term in _INDEX.get(form, ()):
                last = i + len(term.lemmas) - 1
                if concept in taken or last >= len(tokens) or (term.pos and tokens[last].pos != term.pos):
                    continue
                if any(word not in lemmas[i + k] for k, word in enumerate(term.lemmas)):
                    continue
                if quoted is None:
                    quoted = list(quoted_spans(unit.sentence.span, shelf.reading.document.text))
                span = Span(tokens[i].span.start, tokens[last].span.end)
                if any(mark.overlaps(span) for mark in quoted):
                    continue
                taken.add(concept)
                covered[concept] = last
                yield Use(number, concept, group, span, span.of(shelf.reading.document.text))


def find_contested(uses: Sequence[Use], units: Sequence[Unit], readings: Sequence[Reading]) -> Iterator[Wording]:
    """A row for each concept that reports name in rival ways wherever in the story they do so."""
    by_concept: dict[int, list[Use]] = {}
    for use in uses:
        if CONCEPTS[use.concept].anywhere:
            by_concept.setdefault(use.concept, []).append(use)
    for number, own in sorted(by_concept.items()):
        row = _row(CONCEPTS[number], own, units, readings)
        if row is not None:
            yield row


def _shown(uses: Sequence[Use], common: set[int]) -> list[Use]:
    """At most MOST uses of one report: one of each wording before any second one, those that all reports share last."""
    seen: dict[str, int] = {}
    ranked = []
    for use in uses:
        turn = seen[use.text.lower()] = seen.get(use.text.lower(), -1) + 1
        ranked.append((turn, use.group in common, use.span, use))
    return sorted((use for *_, use in sorted(ranked, key=lambda r: r[:3])[:MOST]), key=lambda u: u.span)


def _row(concept: Concept, uses: Sequence[Use], units: Sequence[Unit], readings: Sequence[Reading]) -> Wording | None:
    ways: dict[int, set[int]] = {}
    for use in uses:
        ways.setdefault(units[use.unit].report, set()).add(use.group)
    common = set.intersection(*ways.values()) if ways else set()
    if len(ways) < 2 or not any(way - common for way in ways.values()) or len(set.union(*ways.values())) < 2:
        return None
    variants: list[Variant] = []
    for report in sorted(ways):
        own = sorted((u for u in uses if units[u.unit].report == report), key=lambda u: u.span)
        variants += [Variant(readings[report].document.id, u.span, u.text) for u in _shown(own, common)]
    apart = len(set.union(*ways.values())) - len(common)
    return Wording(concept.name, tuple(variants), f"contested terms ({concept.source})", round(min(1.0, 0.4 + 0.15 * apart), 3))
