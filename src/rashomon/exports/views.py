"""Comparison -> the rows of a dossier, as the HTML page and the Markdown text show them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from ..records import (
    Attribution,
    AttributionKind,
    Comparison,
    Difference,
    Meeting,
    Point,
    Reading,
    SharedQuotation,
    Status,
    ToldBy,
    Wording,
    cover,
)
from ..tables import Tables
from ..timelines import story_timeline
from .cells import SLOTS, Cell, Line, Row, Statement, folded, origin, unlike
from .citations import Citation, Citations
from .phrases import force_phrase, is_wide, reason_phrase, when_phrase
from .reports import find_derivations, find_reports
from .voices import find_silent, find_voices


class View:
    """Builds the rows; a class because all parts share the citations, whose spans the texts below must then carry.
    `readings` are those of `comparison.documents`, in that order: they are lettered A, B, C ..."""

    def __init__(self, comparison: Comparison, readings: Sequence[Reading], tables: Tables) -> None:
        by_id = {r.document.id: r for r in readings}
        self.comparison, self.tables = comparison, tables
        self.readings = [by_id[d] for d in comparison.documents]
        self.citations = Citations(self.readings)
        self.cite = self.citations.cite
        self.letters = self.citations.letters

    def parts(self) -> dict[str, Any]:
        """Everything by the name of its section."""
        comparison, story = self.comparison, self.comparison.story
        counts = Counter(p.told_by for p in comparison.points)
        differing = [(p, d) for p in comparison.points for d in p.differences]
        unrelated = len(self.readings) > 1 and not counts[ToldBy.ALL] and not counts[ToldBy.SOME]
        return {
            "title": story.title or "Comparison",
            "when": "" if story.when is None or is_wide(story.when) else when_phrase(story.when),
            "where": self._where(),
            "who": [self.tables.name(a) for a in story.actors],
            "origins": len(story.origins) or len(self.readings),
            "unrelated": unrelated,
            "counts": {told.value: counts[told] for told in ToldBy},
            "reports": find_reports(story, self.readings, self.citations, self.tables),
            "differences": [self._difference(p, d) for p, d in sorted(differing, key=_weight)],
            "shared": [self._point(p) for p in comparison.points if p.told_by is not ToldBy.ONE],
            "only": [] if unrelated else list(self._only()),
            "wordings": [] if unrelated else [self._wording(w) for w in comparison.wordings],
            "quotations": [self._quotation(q) for q in comparison.quotations],
            "voices": find_voices(self.readings, self.tables),
            "silent": [(self.letters[r.document.id], names) for r in self.readings if (names := find_silent(r, self.tables))],
            "meetings": [self._meeting(m) for m in comparison.meetings],
            "chronology": list(self._chronology()),
            "statements": list(self._statements()),
            "derivations": find_derivations(story, self.letters),
        }

    def _where(self) -> str:
        """The place of a meeting that half of the reports tell of, else the place of acts that most reports name; else ""."""
        half = len(self.readings) / 2
        met = next((m.place for m in self.comparison.meetings if m.place and len({a.document for a in m.accounts}) >= half), None)
        named = Counter(
            place
            for reading in self.readings
            for place in {e.place.id for e in reading.events if e.place is not None and e.status is Status.DONE}
            if place is not None
        )
        place = met or next((p for p, n in sorted(named.items(), key=lambda row: (-row[1], row[0])) if n > half), None)
        return self.tables.name(place) if place else ""

    def _difference(self, point: Point, difference: Difference) -> Row:
        rule = origin(difference.rule, difference.score)
        cells = [Cell(self.letters[v.document], (self.cite(v.document, v.span, rule),)) for v in difference.variants]
        reason = reason_phrase(difference.reason, self.tables.name)
        label = SLOTS.get(difference.slot, difference.slot)
        return Row(point.gist.text, folded(self._in_order(cells)), reason, difference.hard, label)

    def _in_order(self, cells: Sequence[Cell]) -> tuple[Cell, ...]:
        letters = list(self.letters.values())
        return tuple(sorted(cells, key=lambda cell: letters.index(cell.letter)))

    def _point(self, point: Point) -> Row:
        rule = origin(point.rule, point.score)
        cells = [Cell(self.letters[a.document], unlike(self.cite(a.document, s, rule) for s in a.spans)) for a in point.accounts]
        slots = dict.fromkeys(SLOTS.get(d.slot, d.slot).lower() for d in point.differences)
        return Row(
            point.gist.text,
            folded(self._in_order(cells)),
            reason=", ".join(slots),
            hard=any(d.hard for d in point.differences),
            label=point.told_by.value,
            silent=tuple(self.letters[d] for d in self.comparison.documents if d in point.left_out),
        )

    def _only(self) -> Iterator[tuple[str, list[Citation]]]:
        alone = [p for p in self.comparison.points if p.told_by is ToldBy.ONE]
        for reading in self.readings:
            own = reading.document.id
            spans = sorted((s, p.rule) for p in alone for a in p.accounts if a.document == own for s in a.spans)
            if spans:
                yield self.letters[own], list(unlike(self.cite(own, s, rule) for s, rule in spans))

    def _meeting(self, meeting: Meeting) -> dict[str, object]:
        cells = []
        for account in meeting.accounts:
            who = ", ".join(dict.fromkeys(self.tables.name(a) for p in account.participants for a in p.actors))
            when = when_phrase(account.when) if account.when is not None else ""
            note = "; ".join(x for x in (account.status.value, when, who) if x)
            cells.append(Cell(self.letters[account.document], unlike(self.cite(account.document, s) for s in account.spans), note))
        return {
            "name": self.cite(meeting.name.document, meeting.name.span, meeting.rule),
            "participants": [self.tables.name(a) for a in meeting.participants],
            "host": self.tables.name(meeting.host) if meeting.host else "",
            "place": self.tables.name(meeting.place) if meeting.place else "",
            "when": when_phrase(meeting.when),
            "status": meeting.status.value,
            "cells": cells,
        }

    def _wording(self, wording: Wording) -> Row:
        rule = origin(wording.rule, wording.score)
        cells = []
        for document in self.comparison.documents:
            found = [self.cite(document, v.span, rule) for v in wording.variants if v.document == document]
            if found:
                cells.append(Cell(self.letters[document], unlike(found)))
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
                line = Line(when_phrase(entry.when), entry.label.lower(), self.cite(entry.document, entry.span))
                dated.append((is_wide(entry.when), line))
        yield from (line for _, line in sorted(dated, key=lambda row: row[0]))

    def _statements(self) -> Iterator[Statement]:
        rows = []
        for reading in self.readings:
            own = {a.id: a for a in reading.attributions}
            for attribution in reading.attributions:
                if attribution.kind is not AttributionKind.TERM and attribution.content:
                    rows.append(self._statement(reading, attribution, own))
        yield from sorted(rows, key=lambda s: s.speaker.casefold() if s.speaker else "~")

    def _statement(self, reading: Reading, attribution: Attribution, own: dict[str, Attribution]) -> Statement:
        content = self.cite(reading.document.id, cover(attribution.content), origin(attribution.rule, attribution.score))
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


def _weight(row: tuple[Point, Difference]) -> tuple[bool, bool, float]:
    """What cannot both hold first; who says it after what it is; the surest of each first."""
    difference = row[1]
    return not difference.hard, difference.slot == "attribution", -difference.score
