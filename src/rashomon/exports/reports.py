"""Readings -> what a dossier says of each report: where it comes from, how it came, what is damaged, what derives from what."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile

from ..records import DefectKind, Derivation, Document, Reading, Relation, Story, When
from ..tables import Tables
from .addresses import safe_address
from .citations import Citation, Citations
from .derivations import derivation_phrase, evidence_phrase, house_of, spanning
from .phrases import hop_phrase, when_phrase
from .references import outlet_of, reference_keys


@dataclass(frozen=True, slots=True)
class Damage:
    kind: str
    citation: Citation
    evidence: str
    repair: str | None
    certain: bool


@dataclass(frozen=True, slots=True)
class Report:
    """`key` is that of its reference (references.py); `origin` counts the independent origins from 1; `taken` says what is known
    of where its text comes from; `note` what keeps the report from being compared in full (another language)."""

    letter: str
    key: str
    reading: Reading
    title: str
    outlet: str
    address: str | None
    date: str
    date_basis: str
    origin: int | None
    taken: tuple[str, ...]
    way: tuple[str, ...]
    note: str
    damage: tuple[Damage, ...]


@dataclass(frozen=True, slots=True)
class Kinship:
    """How two reports hang together, and the evidence. `chief`: one of those that it takes to see what hangs together."""

    pair: str
    phrase: str
    relation: str
    evidence: str
    chief: bool


def find_reports(story: Story, readings: Sequence[Reading], citations: Citations, tables: Tables) -> list[Report]:
    """One a reading, in their order."""
    keys = reference_keys(readings, tables)
    return [_report(story, r, key, citations, tables, readings) for r, key in zip(readings, keys, strict=True)]


def _report(story: Story, reading: Reading, key: str, citations: Citations, tables: Tables, readings: Sequence[Reading]) -> Report:
    document = reading.document
    taken = tuple(derivation_phrase(d, citations.letters) for d in spanning(story) if document.id in _takers(d))
    damage = tuple(
        Damage(d.kind.value.replace("-", " "), citations.cite(document.id, d.span, d.rule), d.evidence, d.repair, d.certain)
        for d in document.defects
        if d.span.start < d.span.end
    )
    return Report(
        letter=citations.letters[document.id],
        key=key,
        reading=reading,
        title=document.title or "untitled",
        outlet=outlet_of(document, tables) or "outlet unknown",
        address=safe_address(document.address),
        date=_day_phrase(document.published),
        date_basis=document.published.basis if document.published is not None else "none in the text or on its way here",
        taken=taken or _of_one_house(document, readings, citations),
        origin=next((i for i, group in enumerate(story.origins, 1) if document.id in group), None),
        way=tuple(hop_phrase(h) for h in document.hops),
        note=next((d.evidence for d in document.defects if d.kind is DefectKind.LANGUAGE), ""),
        damage=damage,
    )


def _of_one_house(document: Document, readings: Sequence[Reading], citations: Citations) -> tuple[str, ...]:
    """Which report before it the same outlet brought: their texts are independent of one another, their outlet is not."""
    for other in (r.document for r in takewhile(lambda r: r.document.id != document.id, readings)):
        if house_of(document) is not None and house_of(document) == house_of(other):
            by = " and author" if document.byline and document.byline == other.byline else ""
            one, first = citations.letters[document.id], citations.letters[other.id]
            return (f"{one} is of {first}'s outlet{by}, its text its own, as far as found",)
    return ()


def _day_phrase(when: When | None) -> str:
    """The day of publication; of a page that tells no more than since when it stands, that."""
    phrase = when_phrase(when)
    return phrase.replace("from ", "not before ", 1) if when is not None and when.latest is None else phrase


def _takers(derivation: Derivation) -> set[str]:
    """The documents whose text is taken, or may be."""
    return set(derivation.documents) - ({derivation.source} if derivation.relation is not Relation.SHARED_WIRE else set())


def find_derivations(story: Story, letters: Mapping[str, str]) -> list[Kinship]:
    """One for each pair of reports."""
    chief = set(spanning(story))
    return [
        Kinship(
            pair=", ".join(letters[x] for x in d.documents),
            phrase=derivation_phrase(d, letters) if d.relation is not Relation.INDEPENDENT else "independent",
            relation=d.relation.value,
            evidence=evidence_phrase(d, letters),
            chief=d in chief,
        )
        for d in story.derivations
    ]
