"""Readings -> what a dossier says of each report: where it comes from, how it came, what is damaged, what derives from what."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..records import DefectKind, Reading, Story
from ..tables import Tables
from .addresses import safe_address
from .citations import Citation, Citations
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
    """`key` is that of its reference (references.py); `origin` counts the independent origins from 1; `note` says what keeps the
    report from being compared in full (another language)."""

    letter: str
    key: str
    reading: Reading
    title: str
    outlet: str
    address: str | None
    date: str
    date_basis: str
    origin: int | None
    way: tuple[str, ...]
    note: str
    damage: tuple[Damage, ...]


def find_reports(story: Story, readings: Sequence[Reading], citations: Citations, tables: Tables) -> list[Report]:
    """One a reading, in their order."""
    keys = reference_keys(readings, tables)
    return [_report(story, r, key, citations, tables) for r, key in zip(readings, keys, strict=True)]


def _report(story: Story, reading: Reading, key: str, citations: Citations, tables: Tables) -> Report:
    document = reading.document
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
        date=when_phrase(document.published),
        date_basis=document.published.basis if document.published is not None else "none in the text or on its way here",
        origin=next((i for i, group in enumerate(story.origins, 1) if document.id in group), None),
        way=tuple(hop_phrase(h) for h in document.hops),
        note=next((d.evidence for d in document.defects if d.kind is DefectKind.LANGUAGE), ""),
        damage=damage,
    )


def find_derivations(story: Story, letters: dict[str, str]) -> list[dict[str, str]]:
    """A line for each pair of reports: relation, direction, evidence."""
    rows = []
    for d in story.derivations:
        a, b = (letters[x] for x in d.documents)
        other = next(x for x in d.documents if x != d.source)
        rows.append(
            {
                "pair": f"{a}, {b}",
                "relation": d.relation.value.replace("_", " "),
                "direction": f"{letters[other]} from {letters[d.source]}" if d.source else "undecided",
                "evidence": "; ".join(d.evidence),
            }
        )
    return rows
