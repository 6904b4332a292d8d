"""Points of a comparison -> the rows of a dossier: what differs first, then what most independent reports tell."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ..records import Comparison, Difference, Document, Reading, Span, ToldBy
from ..stories.origins import find_origins_of_words
from ..tables import Tables
from .cells import Gist, PointRow, Telling, folded, origin
from .citations import Citations
from .disputes import find_disputes
from .drafts import ASIDE, Draft, as_rows, find_drafts, sentence_words
from .excerpts import find_excerpts


def find_point_rows(comparison: Comparison, readings: Sequence[Reading], citations: Citations, tables: Tables) -> list[PointRow]:
    """A row for every point that several reports tell; what cannot both hold first, what is unsure last."""
    by_id = {r.document.id: r for r in readings}
    drafts = find_drafts(comparison, by_id)
    tellers: dict[str, set[str]] = {}
    for draft in drafts:
        # Who perhaps tells a thing has not told it: he would hide that others leave it out.
        for sentence in draft.sentences if not draft.unsure else ():
            tellers.setdefault(sentence, set()).update(draft.told)
    origin_of = {d: n for n, group in enumerate(comparison.story.origins) for d in group}
    rows = []
    for draft in as_rows(drafts):
        heard = set[str]().union(*(tellers.get(s, ()) for s in draft.sentences))
        row = _row(comparison, draft, heard, by_id, citations, tables)
        rows.append((_order(row, _of_one_origin(draft, origin_of), _place(draft, by_id)), row))
    return [row for _, row in sorted(rows, key=lambda found: found[0])]


def _order(row: PointRow, of_one_origin: bool, place: float) -> tuple[bool, bool, bool, bool, bool, bool, int, float]:
    told = row.told_by != ToldBy.ALL
    return not row.hard, row.unsure, not row.disputed, not row.worded, of_one_origin, told, -row.origins, place


def _of_one_origin(draft: Draft, origin_of: Mapping[str, int]) -> bool:
    """Whether only texts that come from one another differ: what a rewriting changes says little of the event."""
    disputes = draft.disputes
    return bool(disputes) and all(len({origin_of.get(v.document, v.document) for v in d.variants}) == 1 for d in disputes)


def _place(draft: Draft, by_id: Mapping[str, Reading]) -> float:
    """How far down their reports the row stands, 0 to 1: what matters is told first."""
    return min(span.start / max(1, len(by_id[d].document.text)) for d, spans in draft.told.items() for span in spans)


def _row(
    comparison: Comparison,
    draft: Draft,
    heard: set[str],
    by_id: dict[str, Reading],
    citations: Citations,
    tables: Tables,
) -> PointRow:
    """`heard` are the documents that tell something that another row has of the same sentences: they are not silent."""
    told, order = draft.told, [d for d in comparison.documents if d in draft.told]
    differences = draft.differences
    rule = origin(draft.points[0].rule, draft.points[0].score)
    tellings = []
    for d in order:
        lit = _lit(differences, by_id[d].document)
        tellings.append(Telling(citations.letters[d], find_excerpts(citations, by_id[d], sorted(told[d]), lit, rule)))
    origins = _origins(comparison, draft, order, by_id)
    silent = set.intersection(*(set(p.left_out) for p in draft.points)) - heard
    return PointRow(
        tellings=folded(tellings),
        disputes=find_disputes(draft.points, by_id, citations, tables),
        told_by=(ToldBy.ALL if len(order) == len(comparison.documents) else ToldBy.SOME).value,
        reports=len(order),
        origins=origins,
        silent=tuple(citations.letters[d] for d in comparison.documents if d in silent) if origins > 1 and not draft.unsure else (),
        unsure=draft.unsure,
        gist=_gist(comparison, draft, by_id, citations),
    )


def _origins(comparison: Comparison, draft: Draft, documents: Sequence[str], by_id: Mapping[str, Reading]) -> int:
    """Of how many independent origins the documents are in what they tell of the row."""
    words = {d: " ".join(s.of(by_id[d].document.text) for s in draft.told[d]) for d in documents}
    return len(find_origins_of_words(words, comparison.story.derivations))


def _gist(comparison: Comparison, draft: Draft, by_id: Mapping[str, Reading], citations: Citations) -> Gist:
    """That of the surest point; where it is a headline, what the report, or the first, tells of it below."""
    point = draft.surest
    document, span = point.gist.document, point.gist.span
    if by_id[document].document.zone_at(span.start) in ASIDE:
        document = document if document in draft.told else next(iter(draft.told))
        span = draft.told[document][0]
    words, own = sentence_words(by_id[document], span), {a.document for a in point.accounts}
    tell = [d for d in comparison.documents if d in own or words in draft.said.get(d, ())]
    letters = tuple(citations.letters[d] for d in tell)
    cited = citations.cite(document, span, origin(point.rule, point.score))
    return Gist(cited, letters, _origins(comparison, draft, tell, by_id))


def _lit(differences: Sequence[Difference], document: Document) -> list[Span]:
    spans = [v.span for d in differences for v in d.variants if v.document == document.id]
    return [span for span in spans if document.zone_at(span.start) not in ASIDE]
