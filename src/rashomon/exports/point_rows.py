"""Points of a comparison -> the rows of a dossier: what differs first, then what most independent reports tell."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..records import Account, Comparison, Difference, Document, Point, Reading, Span, ToldBy, ZoneKind
from ..stories.origins import find_origins_of_words
from ..tables import Tables
from .cells import SLOTS, Dispute, PointRow, Telling, folded, origin, unlike
from .citations import Citation, Citations
from .excerpts import find_excerpts
from .phrases import reason_phrase

FEWEST = 4  # words: what is told by one report in fewer is a scrap of a sentence
# A headline says shortly what the report tells below; the others say nothing of the event.
ASIDE = {ZoneKind.SUBJECT, ZoneKind.TITLE, ZoneKind.BYLINE, ZoneKind.CREDIT, ZoneKind.BOILERPLATE}


def find_point_rows(comparison: Comparison, readings: Sequence[Reading], citations: Citations, tables: Tables) -> list[PointRow]:
    """A row for every point that several reports tell, headlines aside; what cannot both hold first."""
    by_id = {r.document.id: r for r in readings}
    rows = []
    for point in comparison.points:
        told = {a.document: spans for a in point.accounts if (spans := _told(by_id[a.document].document, a))}
        if point.told_by is not ToldBy.ONE and len(told) > 1:
            rows.append(_row(comparison, point, told, by_id, citations, tables))
    return sorted(rows, key=_weight)


def find_lone_points(comparison: Comparison, reading: Reading, citations: Citations) -> list[Citation]:
    """What this report alone tells, in order of the text."""
    document = reading.document
    alone = [p for p in comparison.points if p.told_by is ToldBy.ONE]
    spans = sorted((s, p.rule) for p in alone for a in p.accounts if a.document == document.id for s in _told(document, a))
    long = [(s, rule) for s, rule in spans if len(s.of(document.text).split()) >= FEWEST]
    return list(unlike(citations.cite(document.id, s, rule) for s, rule in long))


def _told(document: Document, account: Account) -> list[Span]:
    return [s for s in account.spans if document.zone_at(s.start) not in ASIDE]


def _row(
    comparison: Comparison,
    point: Point,
    told: dict[str, list[Span]],
    by_id: dict[str, Reading],
    citations: Citations,
    tables: Tables,
) -> PointRow:
    order = [d for d in comparison.documents if d in told]
    rule = origin(point.rule, point.score)
    tellings = [
        Telling(citations.letters[d], find_excerpts(citations, by_id[d], told[d], _lit(point.differences, d), rule)) for d in order
    ]
    words = {d: " ".join(s.of(by_id[d].document.text) for s in told[d]) for d in order}
    origins = len(find_origins_of_words(words, comparison.story.derivations))
    return PointRow(
        tellings=folded(tellings),
        disputes=tuple(_disputes(point.differences, tables)),
        told_by=(ToldBy.ALL if len(order) == len(comparison.documents) else ToldBy.SOME).value,
        reports=len(order),
        origins=origins,
        silent=tuple(citations.letters[d] for d in comparison.documents if d in point.left_out) if origins > 1 else (),
    )


def _lit(differences: Sequence[Difference], document: str) -> list[Span]:
    return [v.span for d in differences for v in d.variants if v.document == document]


def _disputes(differences: Sequence[Difference], tables: Tables) -> Iterator[Dispute]:
    """What cannot both hold first; who says it after what it is; the surest of each first."""
    for d in sorted(differences, key=lambda d: (not d.hard, d.slot == "attribution", -d.score)):
        yield Dispute(SLOTS.get(d.slot, d.slot), _reason(d, tables), d.hard, d.slot)


def _reason(difference: Difference, tables: Tables) -> str:
    """In words, without what the label says already."""
    reason = reason_phrase(difference.reason, tables.name)
    if difference.slot == "attribution":
        return reason.removeprefix("on the word of ")
    if difference.slot == "status":
        return reason.partition(": ")[2] or reason
    return reason.removesuffix(": the same count, and both cannot hold") if difference.hard else reason


def _weight(row: PointRow) -> tuple[bool, bool, bool, int]:
    return not row.hard, not row.disputed, row.told_by != ToldBy.ALL, -row.origins
