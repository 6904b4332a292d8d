"""Reading -> the rows it is kept as, table by table, and back. Pure: a worker process makes rows, the one writer keeps them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar

from ..records import Attribution, Defect, Document, Event, Mention, Reading, Span, Timex, cover
from .codec import from_json, to_json
from .parses import pack_sentences, unpack_sentences

Row = dict[str, Any]
R = TypeVar("R", Mention, Attribution, Event)
_IN_COLUMNS = frozenset({"text", "defects", "document"})


@dataclass(frozen=True, slots=True)
class Rows:
    """A reading as rows; `tables` by name of table, without the number of the reading, which the writer gives."""

    document: str
    counts: Row
    tables: dict[str, list[Row]]


def reading_rows(reading: Reading) -> Rows:
    """The rows of one reading. UnicodeEncodeError where a text holds lone surrogates, which no database keeps."""
    document = reading.document
    document.text.encode("utf-8")
    tables = {
        "documents": [_document_row(reading)],
        "defects": [_row(n, d.span, d, kind=d.kind.value) for n, d in enumerate(document.defects)],
        "timexes": [_row(n, t.span, t, value=t.when.value) for n, t in enumerate(reading.timexes)],
        "mentions": [_row(n, m.span, m, id=m.id, name=storable(m.name)) for n, m in enumerate(reading.mentions)],
        "attributions": [
            _row(n, cover((*a.cue, *a.content) or (Span(0, 0),)), a, id=a.id, force=a.force.value)
            for n, a in enumerate(reading.attributions)
        ],
        "events": [
            _row(n, e.span, e, id=e.id, type=e.type.value, status=e.status.value, **_days(e.when))
            for n, e in enumerate(reading.events)
        ],
        "parts": [dict(zip(("actor", "role", "n"), part, strict=True)) for part in sorted(set(_parts(reading)))],
    }
    counts = {name: len(tables[name]) for name in ("defects", "timexes", "mentions", "attributions", "events")}
    return Rows(document.id, counts | {"sentences": len(reading.sentences)}, tables)


def row_reading(document: Row, rows: dict[str, Sequence[str]]) -> Reading:
    """The reading behind a row of `documents` and the `record` columns of the other tables, in order."""
    identity = document["id"]
    return Reading(
        document=row_document(document, rows["defects"]),
        sentences=unpack_sentences(document["parse"], identity),
        timexes=tuple(from_json(Timex, record) for record in rows["timexes"]),
        mentions=tuple(row_record(Mention, record, identity) for record in rows["mentions"]),
        attributions=tuple(row_record(Attribution, record, identity) for record in rows["attributions"]),
        events=tuple(row_record(Event, record, identity) for record in rows["events"]),
    )


def row_document(row: Row, defects: Sequence[str]) -> Document:
    """The document behind a row of `documents` and the records of its defects."""
    found = tuple(from_json(Defect, record) for record in defects)
    return from_json(Document, row["record"], text=row["text"], defects=found)


def row_record(kind: type[R], record: str, document: str) -> R:
    """A mention, attribution or event from its `record` column and the id of its document."""
    return from_json(kind, record, document=document)


def _document_row(reading: Reading) -> Row:
    document = reading.document
    return {
        "id": document.id,
        "sha256": document.sha256,
        "name": storable(document.source),
        "title": storable(document.title),
        "outlet": document.outlet,
        "text": document.text,
        "parse": pack_sentences(reading.sentences),
        "record": to_json(document, _IN_COLUMNS),
        **_days(document.published),
    }


def _row(n: int, span: Span, record: Any, **columns: Any) -> Row:
    return {"n": n, "start": span.start, "end": span.end, "record": to_json(record, _IN_COLUMNS), **columns}


def storable(text: str) -> str:
    """The text as a database can keep it: lone surrogates (of undecodable file names) spelt out."""
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


def _days(when: Any) -> Row:
    return {"earliest": _iso(when and when.earliest), "latest": _iso(when and when.latest)}


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _parts(reading: Reading) -> Iterator[tuple[str, str, int]]:
    """(actor, role, number of the row in its table) of all mentions, attributions and events."""
    for n, mention in enumerate(reading.mentions):
        yield from ((actor, "mention", n) for actor in mention.actors)
    for n, attribution in enumerate(reading.attributions):
        yield from ((actor, "holder", n) for p in attribution.holders for actor in p.actors)
        yield from ((actor, "addressee", n) for p in attribution.addressees for actor in p.actors)
    for n, event in enumerate(reading.events):
        yield from ((actor, "actor", n) for p in event.actors for actor in p.actors)
        yield from ((actor, "recipient", n) for p in event.recipients for actor in p.actors)
