"""Points of a comparison -> the rows of a dossier: what differs first, then what most independent reports tell."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..records import Account, Comparison, Difference, Document, Point, Reading, Span, ToldBy, ZoneKind
from ..stories.origins import find_origins_of_words
from ..tables import Tables
from .cells import SLOTS, Dispute, PointRow, Telling, folded, origin, unlike
from .citations import Citation, Citations, surroundings
from .excerpts import find_excerpts
from .phrases import reason_phrase

Sentence = tuple[str, Span]  # document, where
FEWEST = 4  # words: what is told by one report in fewer is a scrap of a sentence
# A headline says shortly what the report tells below; the others say nothing of the event.
ASIDE = {ZoneKind.SUBJECT, ZoneKind.TITLE, ZoneKind.BYLINE, ZoneKind.CREDIT, ZoneKind.BOILERPLATE}


@dataclass(frozen=True, slots=True)
class _Draft:
    """Points that are shown as one row: the spans that each document has of them, and the sentences around these."""

    points: tuple[Point, ...]
    told: dict[str, tuple[Span, ...]]
    sentences: frozenset[Sentence]

    @property
    def disputed(self) -> bool:
        return any(d.slot != "attribution" for p in self.points for d in p.differences)


def find_point_rows(comparison: Comparison, readings: Sequence[Reading], citations: Citations, tables: Tables) -> list[PointRow]:
    """A row for every point that several reports tell, headlines aside; what cannot both hold first. Points without a difference
    in the matter that share a sentence are one row: what a report tells in one sentence is not laid out again and again."""
    by_id = {r.document.id: r for r in readings}
    drafts = []
    for point in comparison.points:
        told = {a.document: spans for a in point.accounts if (spans := _told(by_id[a.document].document, a))}
        if point.told_by is not ToldBy.ONE and len(told) > 1:
            drafts.append(_Draft((point,), told, _sentences(told, by_id)))
    tellers: dict[Sentence, set[str]] = {}
    for draft in drafts:
        for sentence in draft.sentences:
            tellers.setdefault(sentence, set()).update(draft.told)
    shown = [d for d in drafts if d.disputed] + _gathered([d for d in drafts if not d.disputed])
    rows = []
    for draft in shown:
        heard = set().union(*(tellers[s] for s in draft.sentences))
        rows.append(_row(comparison, draft, heard, by_id, citations, tables))
    return sorted(rows, key=_weight)


def _sentences(told: dict[str, tuple[Span, ...]], by_id: dict[str, Reading]) -> frozenset[Sentence]:
    return frozenset((d, surroundings(by_id[d], span)) for d, spans in told.items() for span in spans)


def _gathered(drafts: list[_Draft]) -> list[_Draft]:
    """The drafts with those that share a sentence as one, the most shared sentence first; no draft is taken for two of them."""
    out: list[_Draft] = []
    while drafts:
        shared = Counter(sentence for draft in drafts for sentence in sorted(draft.sentences))
        hub, times = shared.most_common(1)[0]
        if times < 2:
            return [*out, *drafts]
        own = [draft for draft in drafts if hub in draft.sentences]
        told: dict[str, tuple[Span, ...]] = {}
        for draft in own:
            for document, spans in draft.told.items():
                told[document] = tuple(dict.fromkeys((*told.get(document, ()), *spans)))
        points = tuple(p for draft in own for p in draft.points)
        out.append(_Draft(points, told, frozenset().union(*(draft.sentences for draft in own))))
        drafts = [draft for draft in drafts if hub not in draft.sentences]
    return out


def find_lone_points(comparison: Comparison, reading: Reading, citations: Citations) -> list[Citation]:
    """What this report alone tells, in order of the text."""
    document = reading.document
    alone = [p for p in comparison.points if p.told_by is ToldBy.ONE]
    spans = sorted((s, p.rule) for p in alone for a in p.accounts if a.document == document.id for s in _told(document, a))
    long = [(s, rule) for s, rule in spans if len(s.of(document.text).split()) >= FEWEST]
    return list(unlike(citations.cite(document.id, s, rule) for s, rule in long))


def _told(document: Document, account: Account) -> tuple[Span, ...]:
    return tuple(s for s in account.spans if document.zone_at(s.start) not in ASIDE)


def _row(
    comparison: Comparison,
    draft: _Draft,
    heard: set[str],
    by_id: dict[str, Reading],
    citations: Citations,
    tables: Tables,
) -> PointRow:
    """`heard` are the documents that tell something that another row has of the same sentences: they are not silent."""
    told, order = draft.told, [d for d in comparison.documents if d in draft.told]
    differences = [d for p in draft.points for d in p.differences]
    rule = origin(draft.points[0].rule, draft.points[0].score)
    tellings = []
    for d in order:
        lit = _lit(differences, by_id[d].document)
        tellings.append(Telling(citations.letters[d], find_excerpts(citations, by_id[d], sorted(told[d]), lit, rule)))
    words = {d: " ".join(s.of(by_id[d].document.text) for s in told[d]) for d in order}
    origins = len(find_origins_of_words(words, comparison.story.derivations))
    silent = set.intersection(*(set(p.left_out) for p in draft.points)) - heard
    return PointRow(
        tellings=folded(tellings),
        disputes=tuple(_disputes(differences, tables)),
        told_by=(ToldBy.ALL if len(order) == len(comparison.documents) else ToldBy.SOME).value,
        reports=len(order),
        origins=origins,
        silent=tuple(citations.letters[d] for d in comparison.documents if d in silent) if origins > 1 else (),
    )


def _lit(differences: Sequence[Difference], document: Document) -> list[Span]:
    spans = [v.span for d in differences for v in d.variants if v.document == document.id]
    return [span for span in spans if document.zone_at(span.start) not in ASIDE]


def _disputes(differences: Sequence[Difference], tables: Tables) -> Iterator[Dispute]:
    """What cannot both hold first; who says it after what it is; the surest of each first."""
    told = set()
    for d in sorted(differences, key=lambda d: (not d.hard, d.slot == "attribution", -d.score)):
        dispute = Dispute(SLOTS.get(d.slot, d.slot), _reason(d, tables), d.hard, d.slot)
        if dispute not in told:
            told.add(dispute)
            yield dispute


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
