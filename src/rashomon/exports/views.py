"""Comparison -> the rows of a dossier, as the HTML page and the Markdown text show them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from ..records import (
    Attribution,
    Comparison,
    Meeting,
    Reading,
    ToldBy,
)
from ..tables import Tables
from .briefs import find_brief
from .cells import Cell, Statement, origin, unlike
from .chronologies import find_chronology
from .citations import Citations
from .derivations import origins_phrase
from .lone_points import find_lone_points
from .phrases import force_phrase, is_wide, when_phrase
from .places import find_where
from .point_rows import find_point_rows
from .quotations import find_quotations
from .reports import find_derivations, find_reports
from .speakers import speakers_of
from .spellings import spelt
from .statements import find_statements, pieces
from .unrelated import headline, lettered_threads, why_unrelated
from .voices import find_silent, find_voices, names_of, without_titles
from .wording_rows import find_wording_rows

NAMES = 6  # of actors in the head


class View:
    """Builds the rows; a class because all parts share the citations, whose spans the texts below must then carry.
    `readings` are those of `comparison.documents`, in that order: they are lettered A, B, C ..."""

    def __init__(self, comparison: Comparison, readings: Sequence[Reading], tables: Tables) -> None:
        by_id = {r.document.id: r for r in readings}
        self.comparison = comparison
        self.readings = [by_id[d] for d in comparison.documents]
        self.tables = spelt(tables, self.readings)
        self.citations = Citations(self.readings)
        self.cite = self.citations.cite
        self.letters = self.citations.letters
        self.mentions = {r.document.id: {m.id: m for m in r.mentions} for r in readings}

    def parts(self) -> dict[str, Any]:
        """Everything by the name of its section."""
        comparison, story = self.comparison, self.comparison.story
        told_by, title = {p.told_by for p in comparison.points}, headline(comparison)
        unrelated = len(self.readings) > 1 and told_by <= {ToldBy.ONE}
        rows = [] if unrelated else find_point_rows(comparison, self.readings, self.citations, self.tables)
        disputed = [row for row in rows if row.disputed and not row.unsure]
        only = [find_lone_points(comparison, r, self.citations) for r in self.readings]
        return {
            "title": title or "Comparison",
            "titled_by": next((self.letters[r.document.id] for r in self.readings if r.document.title == title), ""),
            "when": "" if story.when is None or is_wide(story.when) else when_phrase(story.when),
            "where": find_where(comparison, self.readings, self.tables),
            "who": self._who(),
            "origins_told": origins_phrase(story, [r.document for r in self.readings]),
            "phases": self._phases(),
            "threads": lettered_threads(comparison, self.letters),
            "unrelated": why_unrelated(self.readings) if unrelated else "",
            "reports": find_reports(story, self.readings, self.citations, self.tables),
            "brief": find_brief(rows, [] if unrelated else only, len(self.readings)),
            "disputed": disputed,
            "agreed": [row for row in rows if not row.disputed and not row.unsure],
            "unsure": [row for row in rows if row.unsure],
            "matters": Counter(
                label
                for row in disputed
                for label in dict.fromkeys(d.label.lower() for d in row.disputes if d.matters and not d.whole)
            ),
            "only": [] if unrelated else [found for found in only if len(found)],
            "bare": [found.letter for found in only if not len(found)],
            "wordings": [] if unrelated else find_wording_rows(comparison, self.readings, self.citations),
            "quotations": find_quotations(comparison, self.citations, self.tables),
            "voices": find_voices(self.readings, self.tables),
            "silent": [(self.letters[r.document.id], names) for r in self.readings if (names := find_silent(r, self.tables))],
            "meetings": [self._meeting(m) for m in comparison.meetings if len({a.document for a in m.accounts}) > 1],
            "chronology": find_chronology(comparison, self.readings, self.citations),
            "statements": list(self._statements()),
            "derivations": find_derivations(story, self.letters),
        }

    def _phases(self) -> list[list[str]]:
        """The letters of the dated reports, parted where days go by or the telling turns; empty where nothing parts them."""
        dated = {r.document.id for r in self.readings if r.document.published is not None and not is_wide(r.document.published)}
        phases = [[self.letters[d] for d in phase if d in dated] for phase in self.comparison.story.phases]
        kept = [phase for phase in phases if phase]
        return kept if len(kept) > 1 else []

    def _who(self) -> list[str]:
        """The names of the first actors that at least half of the reports speak of."""
        half = len(self.readings) / 2
        told = Counter(actor for r in self.readings for actor in {a for m in r.mentions for a in m.actors})
        parties = [a for a in self.comparison.story.actors if not a.startswith("outlet:")]
        common = [self.tables.name(a) for a in parties if told[a] >= half]
        return without_titles(common or [self.tables.name(a) for a in parties])[:NAMES]

    def _meeting(self, meeting: Meeting) -> dict[str, object]:
        cells = []
        for account in meeting.accounts:
            who = ", ".join(names_of((a for p in account.participants for a in p.actors), self.tables))
            when = when_phrase(account.when) if account.when is not None else ""
            note = "; ".join(x for x in (account.status.value, when, who) if x)
            cells.append(Cell(self.letters[account.document], unlike(self.cite(account.document, s) for s in account.spans), note))
        return {
            "name": self.cite(meeting.name.document, meeting.name.span, meeting.rule),
            "participants": names_of(meeting.participants, self.tables),
            "place": self.tables.name(meeting.place) if meeting.place else "",
            "when": when_phrase(meeting.when),
            "status": meeting.status.value,
            "cells": cells,
        }

    def _statements(self) -> Iterator[Statement]:
        rows = []
        for reading in self.readings:
            own = {a.id: a for a in reading.attributions}
            for attribution in find_statements(reading):
                rows.append(self._statement(reading, attribution, own))
        yield from sorted(rows, key=lambda s: s.speaker.casefold() if s.speaker else "~")

    def _statement(self, reading: Reading, attribution: Attribution, own: dict[str, Attribution]) -> Statement:
        rule = origin(attribution.rule, attribution.score)
        content = self.citations.cite_pieces(reading.document.id, pieces(attribution, reading), rule)
        chain: list[str] = []
        above: str | None = attribution.parent
        while above is not None and above in own and len(chain) < 9:
            chain.append(f"{self._speaker(reading, own[above]) or 'unnamed'} ({force_phrase(own[above])})")
            above = own[above].parent
        return Statement(self._speaker(reading, attribution), force_phrase(attribution), content, tuple(reversed(chain)))

    def _speaker(self, reading: Reading, attribution: Attribution) -> str:
        """The actors' names, else the words of the text; empty where the text names nobody."""
        mentions = self.mentions[reading.document.id]
        names = [
            ", ".join(self.tables.name(a) for a in speakers_of(p, mentions)) or " ".join(p.span.of(reading.document.text).split())
            for p in attribution.holders
        ]
        return ", ".join(dict.fromkeys(names))
