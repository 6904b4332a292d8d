"""A row -> what it stands on: its sentence, its spans, the chain of who says so, what humans said of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ..errors import QueryError
from ..records import Attribution, Correction, Decision, Document, Event, Mention, Rejection, Sentence, Span, Step, Story, cover
from ..store import Store
from ..store.filters import Filter
from ..store.rows import AnyRow


@dataclass(frozen=True, slots=True)
class Shown:
    """A record with its document, the stretch of text around it (whole sentences), its own spans, the attributions it stands
    in from the innermost to the outlet's own voice, and what humans said of it, oldest first. A document has the whole text, a
    story nothing. `holds` is false of a row that the last reading of its document does not have."""

    record: Document | AnyRow | Story
    document: Document | None = None
    around: Span | None = None
    spans: tuple[Span, ...] = ()
    chain: tuple[Attribution, ...] = ()
    corrections: tuple[Correction, ...] = ()
    decisions: tuple[Decision, ...] = ()
    holds: bool = True


def shown(store: Store, identity: str) -> Shown:
    """The row of a full id, with all that it stands on."""
    words = store.words_held([identity]).get(identity, ())
    corrections = tuple(word for word in words if isinstance(word, Correction))
    decisions = tuple(word for word in words if isinstance(word, Decision))
    if identity.startswith("doc:"):
        document = store.document(identity)
        spans = tuple(defect.span for defect in document.defects)
        return Shown(document, document, Span(0, len(document.text)), spans, (), corrections, decisions)
    record = store.row(identity)
    reading = store.reading(record.document)
    spans = spans_of(record)
    around = _around(reading.sentences, spans)
    by_id = {attribution.id: attribution for attribution in reading.attributions}
    tables = (reading.mentions, reading.attributions, reading.events, reading.rejections, reading.steps)
    holds = any(row.id == identity for table in tables for row in table)
    return Shown(record, reading.document, around, spans, chain(record, by_id), corrections, decisions, holds)


def spans_of(record: AnyRow) -> tuple[Span, ...]:
    """The spans that a row is made from, in order of the text."""
    if isinstance(record, Attribution):
        return tuple(sorted({*(p.span for p in record.holders), *record.cue, *record.content}))
    return (record.span,)


def chain(record: AnyRow, by_id: dict[str, Attribution]) -> tuple[Attribution, ...]:
    """The attributions that a row stands in, innermost first."""
    if isinstance(record, Mention | Rejection):
        return ()
    if isinstance(record, Step):
        return tuple(by_id[one] for one in reversed(record.according_to) if one in by_id)
    links: list[Attribution] = []
    link = record.attribution if isinstance(record, Event) else record.parent
    while link is not None and link in by_id and by_id[link] not in links:
        links.append(by_id[link])
        link = by_id[link].parent
    return tuple(links)


def attributions_about(store: Store, about: str, actors: Sequence[str], asked: Filter) -> tuple[Attribution, ...]:
    """Attributions that answer to `asked` and whose content holds the words, or a mention of one of the actors."""
    found: list[Attribution] = []
    for one in _candidates(store, about, actors, asked.documents):
        attributions = store.attributions(replace(asked, documents=(one,), limit=None))
        if not attributions:
            continue
        text = store.document(one).text
        mentions = [m.span for m in store.mentions(Filter(tuple(actors), documents=(one,)))] if actors else []
        found += [a for a in attributions if _tells(a, text, about.casefold(), mentions)]
        if asked.limit is not None and len(found) >= asked.limit:
            return tuple(found[: asked.limit])
    return tuple(found)


def _candidates(store: Store, about: str, actors: Sequence[str], documents: Sequence[str]) -> Sequence[str]:
    """Ids of documents that may hold such an attribution, in order of reading."""
    if documents:
        return documents
    try:
        held = set(store.documents_with(f'"{about}"'))
    except QueryError:
        held = set()
    held |= {one for actor in actors for one in store.documents_of(actor)}
    return [kept.document for kept in store.documents() if kept.document in held]


def _tells(attribution: Attribution, text: str, words: str, mentions: Sequence[Span]) -> bool:
    return any(
        words in span.of(text).casefold() or any(span.holds(mention) for mention in mentions) for span in attribution.content
    )


def _around(sentences: Sequence[Sentence], spans: Sequence[Span]) -> Span:
    """The whole sentences that the spans touch; the spans themselves where there are none."""
    whole = cover(list(spans))
    touched = [sentence.span for sentence in sentences if sentence.span.overlaps(whole)]
    return cover([*touched, whole])
