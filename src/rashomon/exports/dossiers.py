"""Comparison -> the dossier: one HTML file, no network, no script, every cell opens its sentence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from urllib.parse import urlsplit

from jinja2 import Environment, PackageLoader, StrictUndefined, Template

from .. import __version__
from ..records import Attribution, AttributionKind, Comparison, Meeting, Point, Reading, SharedQuotation, ToldBy, Wording, cover
from ..tables import Tables, load_tables
from ..timelines import story_timeline
from .citations import Citation, Citations
from .graphs import derivation_graph
from .marks import segments
from .phrases import force_phrase, hop_phrase, is_wide, reason_phrase, when_phrase
from .voices import find_silent, find_voices


@dataclass(frozen=True, slots=True)
class Cell:
    """What one report tells in one row: citations, or nothing (`left_out`: it could have told and does not)."""

    letter: str
    citations: tuple[Citation, ...] = ()
    left_out: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    title: str
    cells: tuple[Cell, ...]
    reason: str = ""
    hard: bool = False
    label: str = ""


@dataclass(frozen=True, slots=True)
class Statement:
    speaker: str
    force: str
    content: Citation
    chain: tuple[str, ...]
    quoted: bool


@dataclass(frozen=True, slots=True)
class Line:
    when: str
    label: str
    citation: Citation


@dataclass(frozen=True, slots=True)
class Damage:
    kind: str
    citation: Citation
    evidence: str
    repair: str | None
    certain: bool


@dataclass(frozen=True, slots=True)
class Report:
    letter: str
    reading: Reading
    outlet: str
    address: str | None
    date: str
    date_basis: str
    origin: int | None
    way: tuple[str, ...]
    damage: tuple[Damage, ...]


def dossier_html(comparison: Comparison, readings: Sequence[Reading], tables: Tables | None = None) -> str:
    """The whole page. `readings` are those of `comparison.documents`; they are lettered A, B, C ... in that order."""
    by_id = {r.document.id: r for r in readings}
    ordered = [by_id[d] for d in comparison.documents]
    dossier = _Dossier(comparison, ordered, tables if tables is not None else load_tables())
    return _template().render(**dossier.view())


@cache
def _template() -> Template:
    environment = Environment(
        loader=PackageLoader("rashomon.exports"), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    return environment.get_template("dossier.html")


class _Dossier:
    """Builds the view; a class because all parts share the citations that the reports must then carry."""

    def __init__(self, comparison: Comparison, readings: Sequence[Reading], tables: Tables) -> None:
        self.comparison, self.readings, self.tables = comparison, readings, tables
        self.citations = Citations(readings)
        self.cite = self.citations.cite
        self.letters = self.citations.letters

    def view(self) -> dict[str, object]:
        story = self.comparison.story
        differing = [p for p in self.comparison.points if p.differences]
        parts: dict[str, object] = {
            "title": story.title or "Comparison",
            "when": "" if story.when is None or is_wide(story.when) else when_phrase(story.when),
            "who": [self.tables.name(a) for a in story.actors],
            "origins": len(story.origins) or len(self.readings),
            "reports": [self._report(r) for r in self.readings],
            "meetings": [self._meeting(m) for m in self.comparison.meetings],
            "differences": [row for p in differing for row in self._differences(p)],
            "shared": [self._point(p) for p in self.comparison.points if p.told_by is not ToldBy.ONE],
            "only": list(self._only()),
            "statements": list(self._statements()),
            "voices": find_voices(self.readings, self.tables),
            "silent": [(self.letters[r.document.id], names) for r in self.readings if (names := find_silent(r, self.tables))],
            "wordings": [self._wording(w) for w in self.comparison.wordings],
            "quotations": [self._quotation(q) for q in self.comparison.quotations],
            "chronology": list(self._chronology()),
            "derivations": self._derivations(),
            "graph": derivation_graph(story, self.letters),
            "version": __version__,
        }
        # Last, when all spans that the page cites are known.
        cut = {
            r.document.id: segments(r.document, self.letters[r.document.id], self.citations.cited[r.document.id])
            for r in self.readings
        }
        parts["texts"] = {self.letters[d]: pieces for d, (pieces, _) in cut.items()}
        parts["selectors"] = [rule for _, rules in cut.values() for rule in rules]
        return parts

    def _report(self, reading: Reading) -> Report:
        document = reading.document
        outlet = document.outlet
        damage = tuple(
            Damage(d.kind.value, self.cite(document.id, d.span, d.rule), d.evidence, d.repair, d.certain)
            for d in document.defects
            if d.span.start < d.span.end
        )
        return Report(
            letter=self.letters[document.id],
            reading=reading,
            outlet=self.tables.name(outlet) if outlet else document.site or "outlet unknown",
            address=_safe_address(document.address),
            date=when_phrase(document.published),
            date_basis=document.published.basis if document.published is not None else "none in the text or on its way here",
            origin=next((i for i, group in enumerate(self.comparison.story.origins, 1) if document.id in group), None),
            way=tuple(hop_phrase(h) for h in document.hops),
            damage=damage,
        )

    def _meeting(self, meeting: Meeting) -> dict[str, object]:
        cells = []
        for account in meeting.accounts:
            who = ", ".join(dict.fromkeys(self.tables.name(a) for p in account.participants for a in p.actors))
            when = when_phrase(account.when) if account.when is not None else ""
            note = "; ".join(x for x in (account.status.value, when, who) if x)
            found = [self.cite(account.document, s) for s in account.spans]
            found += [
                self.cite(account.document, p.span) for p in account.participants if not any(s.holds(p.span) for s in account.spans)
            ]
            cells.append(Cell(self.letters[account.document], _unlike(found), note=note))
        return {
            "name": self.cite(meeting.name.document, meeting.name.span, meeting.rule),
            "participants": [self.tables.name(a) for a in meeting.participants],
            "host": self.tables.name(meeting.host) if meeting.host else "",
            "place": self.tables.name(meeting.place) if meeting.place else "",
            "when": when_phrase(meeting.when),
            "status": meeting.status.value,
            "cells": cells,
        }

    def _point(self, point: Point) -> Row:
        told = {
            a.document: Cell(
                self.letters[a.document],
                _unlike(self.cite(a.document, s, _origin(point.rule, point.score)) for s in a.spans),
            )
            for a in point.accounts
        }
        absent = {d: Cell(self.letters[d], left_out=True) for d in point.left_out}
        cells = tuple(c for d in self.comparison.documents if (c := told.get(d) or absent.get(d)) is not None)
        return Row(point.gist.text, cells, label=point.told_by.value, hard=any(d.hard for d in point.differences))

    def _differences(self, point: Point) -> Iterator[Row]:
        for difference in sorted(point.differences, key=lambda d: not d.hard):
            cells = tuple(
                Cell(self.letters[v.document], (self.cite(v.document, v.span, _origin(difference.rule, difference.score)),))
                for v in difference.variants
            )
            reason = reason_phrase(difference.reason, self.tables.name)
            yield Row(point.gist.text, self._in_order(cells), reason, difference.hard, difference.slot)

    def _in_order(self, cells: tuple[Cell, ...]) -> tuple[Cell, ...]:
        letters = list(self.letters.values())
        return tuple(sorted(cells, key=lambda cell: letters.index(cell.letter)))

    def _only(self) -> Iterator[tuple[str, list[Citation]]]:
        alone = [p for p in self.comparison.points if p.told_by is ToldBy.ONE]
        for reading in self.readings:
            own = reading.document.id
            found = [self.cite(own, s, p.rule) for p in alone for a in p.accounts if a.document == own for s in a.spans]
            if found:
                yield self.letters[own], sorted(_unlike(found), key=lambda c: int(c.anchor.split("-")[1]))

    def _statements(self) -> Iterator[Statement]:
        rows = []
        for reading in self.readings:
            own = {a.id: a for a in reading.attributions}
            for attribution in reading.attributions:
                if attribution.kind is not AttributionKind.TERM and attribution.content:
                    rows.append(self._statement(reading, attribution, own))
        yield from sorted(rows, key=lambda s: s.speaker.casefold() if s.speaker else "~")

    def _statement(self, reading: Reading, attribution: Attribution, own: dict[str, Attribution]) -> Statement:
        content = self.cite(reading.document.id, cover(attribution.content), _origin(attribution.rule, attribution.score))
        chain: list[str] = []
        above: str | None = attribution.parent
        while above is not None and above in own and len(chain) < 9:
            chain.append(f"{self._speaker(reading, own[above]) or 'unnamed'} ({force_phrase(own[above])})")
            above = own[above].parent
        return Statement(
            self._speaker(reading, attribution),
            force_phrase(attribution),
            content,
            tuple(reversed(chain)),
            attribution.kind is not AttributionKind.INDIRECT,
        )

    def _speaker(self, reading: Reading, attribution: Attribution) -> str:
        """The actors' names, else the words of the text; empty where the text names nobody."""
        names = [
            ", ".join(self.tables.name(a) for a in p.actors) or " ".join(p.span.of(reading.document.text).split())
            for p in attribution.holders
        ]
        return ", ".join(dict.fromkeys(names))

    def _wording(self, wording: Wording) -> Row:
        cells = []
        for document in self.comparison.documents:
            found = tuple(
                self.cite(document, v.span, _origin(wording.rule, wording.score))
                for v in wording.variants
                if v.document == document
            )
            if found:
                cells.append(Cell(self.letters[document], found))
        return Row(wording.concept, tuple(cells))

    def _quotation(self, quotation: SharedQuotation) -> Row:
        speaker = ", ".join(self.tables.name(a) for a in quotation.speaker)
        cells = tuple(Cell(self.letters[v.document], (self.cite(v.document, v.span),)) for v in quotation.variants)
        return Row(speaker or "speaker not named", cells, label=quotation.change)

    def _chronology(self) -> Iterator[Line]:
        """The dated entries; those dated only to within years come last, or they would stand before all others."""
        dated = []
        for entry in story_timeline(self.comparison.story, self.readings).entries:
            if entry.when is not None and (entry.when.earliest or entry.when.latest):
                line = Line(when_phrase(entry.when), entry.label, self.cite(entry.document, entry.span))
                dated.append((is_wide(entry.when), line))
        yield from (line for _, line in sorted(dated, key=lambda row: row[0]))

    def _derivations(self) -> list[dict[str, str]]:
        rows = []
        for d in self.comparison.story.derivations:
            a, b = (self.letters[x] for x in d.documents)
            taken = (
                f"{next(self.letters[x] for x in d.documents if x != d.source)} from {self.letters[d.source]}"
                if d.source
                else "undecided"
            )
            rows.append(
                {
                    "pair": f"{a}, {b}",
                    "relation": d.relation.value.replace("_", " "),
                    "direction": taken,
                    "evidence": "; ".join(d.evidence),
                }
            )
        return rows


def _unlike(citations: Iterable[Citation]) -> tuple[Citation, ...]:
    """Without those that repeat the words of one before: a headline that comes again, the same phrase twice."""
    kept: dict[str, Citation] = {}
    for citation in citations:
        kept.setdefault(" ".join(citation.exact.split()), citation)
    return tuple(kept.values())


def _origin(rule: str, score: float) -> str:
    return f"{rule}, {score:.2f}" if rule else ""


def _safe_address(address: str | None) -> str | None:
    """The address, if it is one a reader may follow; anything but http(s) is left out (`javascript:`)."""
    if address and urlsplit(address).scheme in {"http", "https"}:
        return address
    return None
