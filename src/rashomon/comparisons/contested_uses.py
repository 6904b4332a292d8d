"""Units -> what contested terms they use (contested.py), and a row for each thing of which reports use rival names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass

from ..records import Reading, Span, Variant, Wording
from .borrowings import foreign_spans
from .contested import CONCEPTS, Concept, Term
from .shelves import Shelf
from .units import Unit

SAYING = "verb of saying"  # the concept of which only verbs that bring in somebody's words are uses
_LIGHT = set("part place step side stance action time office talk meeting position view look care".split())
MOST = 5  # occurrences shown of one report


@dataclass(frozen=True, slots=True)
class Use:
    """One use of a term: its unit, which concept and group of rivals, the words and where."""

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


def find_names(uses: Sequence[Use], units: Sequence[Unit], readings: Sequence[Reading]) -> Iterator[Wording]:
    """A row for each thing of which reports use rival names, wherever these stand."""
    of_concept: dict[int, list[Use]] = {}
    for use in uses:
        if CONCEPTS[use.concept].anywhere:
            of_concept.setdefault(use.concept, []).append(use)
    for number, own in sorted(of_concept.items()):
        yield from _row(CONCEPTS[number], own, units, readings)


def uses_in(units: Sequence[Unit], shelves: Sequence[Shelf], reports: Set[int]) -> list[Use]:
    """The uses in all units of these reports; `shelves[r]` is that of report r."""
    told = ((number, unit) for number, unit in enumerate(units) if unit.report in reports)
    return [use for number, unit in told for use in find_uses(number, unit, shelves[unit.report])]


def find_uses(number: int, unit: Unit, shelf: Shelf) -> Iterator[Use]:
    """Terms of the table in the unit, the longest first, none inside another or inside quoted words."""
    tokens = unit.sentence.tokens
    lemmas = [(t.lemma.lower(), t.text.lower()) for t in tokens]
    foreign: list[Span] | None = None
    covered: dict[int, int] = {}
    for i, forms in enumerate(lemmas):
        taken = {concept for concept, last in covered.items() if last >= i}
        for form in dict.fromkeys(forms):
            for concept, group, term in _INDEX.get(form, ()):
                last = i + len(term.lemmas) - 1
                if concept in taken or last >= len(tokens) or (term.pos and tokens[last].pos != term.pos):
                    continue
                if any(word not in lemmas[i + k] for k, word in enumerate(term.lemmas)) or _idiom(unit, i, last):
                    continue
                if CONCEPTS[concept].anywhere and _says_how(unit, i, last, CONCEPTS[concept]):
                    continue
                if foreign is None:
                    foreign = list(foreign_spans(unit.sentence, shelf))
                span = Span(tokens[i].span.start, tokens[last].span.end)
                silent = CONCEPTS[concept].name == SAYING and not _says(span, unit, shelf)
                if silent or any(f.overlaps(span) for f in foreign):
                    continue
                taken.add(concept)
                covered[concept] = last
                yield Use(number, concept, group, span, span.of(shelf.reading.document.text))


def _idiom(unit: Unit, first: int, last: int) -> bool:
    """Whether a verb alone is but a part of another: "hold off", "take part"."""
    tokens = unit.sentence.tokens
    if first != last or tokens[first].pos != "VERB":
        return False
    return any(tokens[k].dep == "prt" or (tokens[k].dep == "dobj" and tokens[k].lemma in _LIGHT) for k in tokens[first].children)


def _says_how(unit: Unit, first: int, last: int, concept: Concept) -> bool:
    """Whether an adjective alone tells of what sort another thing is: "illegal restrictions" are no migrants."""
    tokens = unit.sentence.tokens
    own, noun = tokens[first], tokens[tokens[first].head]
    if first != last or own.pos != "ADJ" or own.dep != "amod" or noun.pos != "NOUN":
        return False
    return not any(noun.lemma.lower() in term.lemmas for group in concept.groups for term in group)


def _says(span: Span, unit: Unit, shelf: Shelf) -> bool:
    """Whether the verb brings in words of somebody."""
    words = shelf.words.get(unit.sentence.index, ())
    return any(c.overlaps(span) for attribution in words if attribution.holders for c in attribution.cue)


def _shown(uses: Sequence[Use], common: set[int]) -> list[Use]:
    """At most MOST uses of one report: one of each wording before any second one, those that all reports share last."""
    seen: dict[str, int] = {}
    ranked = []
    for use in uses:
        turn = seen[use.text.lower()] = seen.get(use.text.lower(), -1) + 1
        ranked.append((turn, use.group in common, use.span, use))
    return sorted((use for *_, use in sorted(ranked, key=lambda r: r[:3])[:MOST]), key=lambda u: u.span)


def _row(concept: Concept, uses: Sequence[Use], units: Sequence[Unit], readings: Sequence[Reading]) -> Iterator[Wording]:
    ways: dict[int, set[int]] = {}
    for use in uses:
        ways.setdefault(units[use.unit].report, set()).add(use.group)
    common = set.intersection(*ways.values()) if ways else set()
    if len(ways) < 2 or not any(way - common for way in ways.values()) or len(set.union(*ways.values())) < 2:
        return
    variants: list[Variant] = []
    for report in sorted(ways):
        own = sorted((u for u in uses if units[u.unit].report == report), key=lambda u: u.span)
        variants += [Variant(readings[report].document.id, u.span, u.text) for u in _shown(own, common)]
    apart = len(set.union(*ways.values())) - len(common)
    yield Wording(concept.name, tuple(variants), f"contested terms ({concept.source})", round(min(1.0, 0.4 + 0.15 * apart), 3))
