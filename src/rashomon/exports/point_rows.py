"""Points of a comparison -> the rows of a dossier: what differs first, then what most independent reports tell."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ..comparisons.unlike import WHOLE_SENTENCES as WHOLE
from ..records import Comparison, Difference, Document, Reading, Span, ToldBy
from ..stories.origins import find_origins_of_words
from ..tables import Tables
from .cells import SLOTS, Dispute, PointRow, Telling, folded, origin
from .citations import Citations
from .drafts import ASIDE, Draft, as_rows, find_drafts
from .excerpts import find_excerpts
from .phrases import reason_phrase
from .voices import PRONOUNS


def find_point_rows(comparison: Comparison, readings: Sequence[Reading], citations: Citations, tables: Tables) -> list[PointRow]:
    """A row for every point that several reports tell; what cannot both hold first, what is unsure last."""
    by_id = {r.document.id: r for r in readings}
    drafts = find_drafts(comparison, by_id)
    tellers: dict[str, set[str]] = {}
    for draft in drafts:
        for sentence in draft.sentences:
            tellers.setdefault(sentence, set()).update(draft.told)
    origin_of = {d: n for n, group in enumerate(comparison.story.origins) for d in group}
    rows = []
    for draft in as_rows(drafts):
        heard = set().union(*(tellers[s] for s in draft.sentences))
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
    words = {d: " ".join(s.of(by_id[d].document.text) for s in told[d]) for d in order}
    origins = len(find_origins_of_words(words, comparison.story.derivations))
    silent = set.intersection(*(set(p.left_out) for p in draft.points)) - heard
    return PointRow(
        tellings=folded(tellings),
        disputes=tuple(_disputes(differences, tables)),
        told_by=(ToldBy.ALL if len(order) == len(comparison.documents) else ToldBy.SOME).value,
        reports=len(order),
        origins=origins,
        silent=tuple(citations.letters[d] for d in comparison.documents if d in silent) if origins > 1 and not draft.unsure else (),
        unsure=draft.unsure,
    )


def _lit(differences: Sequence[Difference], document: Document) -> list[Span]:
    spans = [v.span for d in differences for v in d.variants if v.document == document.id]
    return [span for span in spans if document.zone_at(span.start) not in ASIDE]


def _disputes(differences: Sequence[Difference], tables: Tables) -> Iterator[Dispute]:
    """What cannot both hold first; who says it after what it is; the surest of each first."""
    told = set()
    for d in sorted(differences, key=lambda d: (not d.hard, d.slot == "attribution", d.rule == WHOLE, -d.score)):
        if d.slot == "attribution" and any(not _names_somebody(v.text) for v in d.variants):
            continue
        dispute = Dispute(SLOTS.get(d.slot, d.slot), _reason(d, tables), d.hard, d.slot, d.rule == WHOLE)
        if dispute not in told:
            told.add(dispute)
            yield dispute


def _names_somebody(words: str) -> bool:
    """Whether a holder is more than a pronoun or a scrap of a word."""
    return not {word.lower() for word in words.split()[:1]} & PRONOUNS and len(words) > 2


def _reason(difference: Difference, tables: Tables) -> str:
    """In words, without what the label says already."""
    label = f"{SLOTS.get(difference.slot, difference.slot).lower()}: "
    reason = reason_phrase(difference.reason, tables.name).removeprefix(label)
    if difference.slot == "attribution":
        return reason.removeprefix("on the word of ")
    if difference.slot == "status":
        return reason.partition(": ")[2] or reason
    return reason.removesuffix(": the same count, and both cannot hold") if difference.hard else reason
