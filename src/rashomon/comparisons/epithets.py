"""Groups of units -> Wording: one person or thing that a report describes with a loaded word and another without, or otherwise."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..records import Reading, Span, Variant, Wording
from .borrowings import quoted_spans
from .shelves import Shelf
from .units import Unit

# Describing words that take a view of whom or what they describe: of rank and fall, of worth, of side, of right. Own compilation.
LOADED = frozenset(
    "former ousted deposed toppled overthrown exiled jailed imprisoned convicted disgraced embattled self-proclaimed so-called "
    "self-styled illegitimate rightful legitimate unelected elected puppet rogue strongman authoritarian autocratic despotic "
    "democratic totalitarian communist islamist islamic extremist extreme radical hardline hard-line far-right far-left "
    "ultranationalist nationalist populist moderate reformist conservative liberal secular militant armed terrorist rebel "
    "separatist breakaway insurgent notorious infamous controversial divisive prominent influential outspoken fiery firebrand "
    "veteran respected beloved popular unpopular hated brutal bloody deadly savage barbaric ruthless violent peaceful unarmed "
    "defenceless defenseless innocent illegal unlawful lawful occupied disputed annexed liberated besieged rebel-held "
    "government-held war-torn impoverished historic landmark sweeping draconian tough harsh severe sham rigged fraudulent "
    "free alleged suspected accused confessed unprovoked aggressive defensive state-run state-controlled government-controlled "
    "pro-government pro-russian pro-western pro-ukrainian anti-government iranian-backed russian-backed us-backed western-backed "
    "army-backed kremlin-backed foreign-backed teenage teenaged young elderly pregnant".split()
)


@dataclass(frozen=True, slots=True)
class Epithet:
    """A noun phrase of one unit: what it names (an actor's id, else its head), its loaded words, its span."""

    report: int
    named: str
    loaded: frozenset[str]
    span: Span


def find_epithets(units: Sequence[Unit], shelves: Sequence[Shelf], groups: Sequence[Sequence[int]]) -> Iterator[Wording]:
    """A row for each thing that reports describe with unlike loaded words where they tell one point."""
    readings = [shelf.reading for shelf in shelves]
    found: dict[str, dict[tuple[int, Span], Epithet]] = {}
    for group in groups:
        told: dict[str, list[Epithet]] = {}
        for i in group:
            for epithet in _epithets(units[i], shelves[units[i].report]):
                told.setdefault(epithet.named, []).append(epithet)
        for named, epithets in told.items():
            by_report: dict[int, set[str]] = {}
            for e in epithets:
                by_report.setdefault(e.report, set()).update(e.loaded)
            if len(by_report) > 1 and not set.intersection(*by_report.values()) and all(by_report.values()):
                found.setdefault(named, {}).update({(e.report, e.span): e for e in epithets if e.loaded})
    for own in found.values():
        ranked = sorted(own.values(), key=lambda e: (e.report, e.span))
        head = ranked[0].span.of(readings[ranked[0].report].document.text).split()[-1].lower()
        variants = tuple(_variant(readings[e.report], e.span) for e in ranked)
        yield Wording(f"{head}: how described", variants, "loaded words", 0.45)


def _epithets(unit: Unit, shelf: Shelf) -> Iterator[Epithet]:
    tokens, text = unit.sentence.tokens, shelf.reading.document.text
    marks = list(quoted_spans(unit.sentence.span, text))
    mentions = [m for m in shelf.mentions.get(unit.sentence.index, ()) if len(m.actors) == 1]
    for first, last, root in unit.sentence.chunks:
        span = Span(tokens[first].span.start, tokens[last - 1].span.end)
        if tokens[root].pos not in {"NOUN", "PROPN"} or any(mark.overlaps(span) for mark in marks):
            continue
        words = span.of(text).lower().split()
        actor = next((m.actors[0] for m in mentions if m.head.overlaps(tokens[root].span)), "")
        loaded = frozenset(w for w in words if w in LOADED)
        yield Epithet(unit.report, actor or tokens[root].lemma.lower(), loaded, span)


def _variant(reading: Reading, span: Span) -> Variant:
    return Variant(reading.document.id, span, " ".join(span.of(reading.document.text).split()))
