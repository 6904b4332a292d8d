"""Reading -> the rows it is kept as, table by table, and back. Pure: a worker process makes rows, the one writer keeps them."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar

from ..records import Attribution, Document, Event, HopKind, Mention, Reading, Rejection, Span, Step, Timex, When, cover
from .carriers import carrier_key
from .codec import from_json, to_json, to_plain
from .parses import pack_sentences, unpack_sentences

Row = dict[str, Any]
Part = tuple[str, str, int, Row]  # actor, role, number of the row in its table, the days that it counts for
AnyRow = Mention | Attribution | Event | Rejection | Step
R = TypeVar("R", Mention, Attribution, Event, Rejection, Step)
# The tables that hold the rows of a reading, of which `readings` keeps the numbers.
COUNTED = ("defects", "timexes", "mentions", "attributions", "events", "rejections", "steps")
_IN_COLUMNS = frozenset({"text", "defects", "document"})


@dataclass(frozen=True, slots=True)
class Rows:
    """A reading as rows; `tables` by name of table, without the number of the reading, which the writer gives. `known` is the
    day by which the report was published, if that is known, `carrier` what its versions share (see carriers.py), `header` the
    Header of the document, plain, but for when it was first read."""

    document: str
    counts: Row
    tables: dict[str, list[Row]]
    known: str | None
    carrier: str | None
    header: Row

    @property
    def actors(self) -> set[str]:
        """Ids of all actors that play a part."""
        return {part["actor"] for part in self.tables["parts"]}

    @property
    def steps(self) -> tuple[Step, ...]:
        return tuple(row_record(Step, row["record"], self.document) for row in self.tables["steps"])


def reading_rows(reading: Reading) -> Rows:
    """The rows of one reading. UnicodeEncodeError where a text holds lone surrogates, which no database keeps."""
    document, out = reading.document, reading.document.published
    document.text.encode("utf-8")
    said = [_days(a.when, out) for a in reading.attributions]
    done = [_days(e.when, out) for e in reading.events]
    told = [_step_days(s.when, out) for s in reading.steps]
    around = {sentence.index: sentence.span for sentence in reading.sentences}
    places = {a.id: (n, a) for n, a in enumerate(reading.attributions)}
    tables = {
        "documents": [_document_row(reading)],
        "defects": [_row(n, d.span, d, kind=d.kind.value) for n, d in enumerate(document.defects)],
        "timexes": [_row(n, t.span, t, value=t.when.value) for n, t in enumerate(reading.timexes)],
        "mentions": [_row(n, m.span, m, id=m.id, name=storable(m.name)) for n, m in enumerate(reading.mentions)],
        "attributions": [
            _row(n, cover((*a.cue, *a.content) or (Span(0, 0),)), a, id=a.id, force=a.force.value, **days)
            for n, (a, days) in enumerate(zip(reading.attributions, said, strict=True))
        ],
        "events": [
            _row(n, e.span, e, id=e.id, type=e.type.value, status=e.status.value, **days)
            for n, (e, days) in enumerate(zip(reading.events, done, strict=True))
        ],
        "rejections": [_row(n, r.span, r, id=r.id, type=r.type and r.type.value) for n, r in enumerate(reading.rejections)],
        "steps": [
            _row(n, s.span, s, id=s.id, affair=s.affair.value, status=s.status.value, **days, **_due(s.due))
            | _told(s, around.get(s.sentence, s.span), places, document.text)
            for n, (s, days) in enumerate(zip(reading.steps, told, strict=True))
        ],
        "parts": _part_rows(reading, said, done, told),
    }
    counts = {name: len(tables[name]) for name in COUNTED} | {"sentences": len(reading.sentences)}
    published = _span_of_days(out)
    carrier = carrier_key(storable(document.source), document.address, document.message_id)
    known = published["latest"] or published["earliest"]
    return Rows(document.id, counts, tables, known, carrier, _header(document))


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
        rejections=tuple(row_record(Rejection, record, identity) for record in rows["rejections"]),
        steps=tuple(row_record(Step, record, identity) for record in rows["steps"]),
    )


def row_document(row: Row, defects: Sequence[str]) -> Document:
    """The document behind a row of `documents` and the records of its defects."""
    return from_json(Document, row["record"], text=row["text"], defects=[json.loads(record) for record in defects])


def row_record(kind: type[R], record: str, document: str) -> R:
    """A mention, attribution, event, rejection or step from its `record` column and the id of its document."""
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
        **_span_of_days(document.published),
    }


def _row(n: int, span: Span, record: Any, **columns: Any) -> Row:
    return {"n": n, "start": span.start, "end": span.end, "record": to_json(record, _IN_COLUMNS), **columns}


def storable(text: str) -> str:
    """The text as a database can keep it: lone surrogates (of undecodable file names) spelt out."""
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


def _days(when: When | None, published: When | None) -> Row:
    """The days that a row counts for: its own; where an end is open, that of its document, but never so that it ends before it
    begins."""
    own, out = _span_of_days(when), _span_of_days(published)
    earliest, latest = own["earliest"], own["latest"]
    return {
        "earliest": earliest or min(filter(None, (out["earliest"], latest)), default=None),
        "latest": latest or max(filter(None, (out["latest"], earliest)), default=None),
    }


def _step_days(when: When | None, published: When | None) -> Row:
    """A step holds from its day, or from that of the report if that is earlier: a plan does from the day on which it is told."""
    own, out = _span_of_days(when), _span_of_days(published)
    return {"earliest": min(filter(None, (own["earliest"], out["earliest"])), default=None), "latest": own["latest"]}


def _told(step: Step, around: Span, places: dict[str, tuple[int, Attribution]], text: str) -> Row:
    """What a step is told by: its sentence, and whom it cites."""
    cited = [places[one] for one in step.according_to if one in places]
    chain = [[n, ", ".join(p.span.of(text) for p in link.holders)] for n, link in cited]
    words = {"words": around.of(text), "chain": json.dumps(chain, ensure_ascii=False, separators=(",", ":"))}
    return {"around_start": around.start, "around_end": around.end, **words}


def _header(document: Document) -> Row:
    wires = [hop.name for hop in document.hops if hop.kind is HopKind.WIRE]
    return {
        "sha256": document.sha256,
        "title": storable(document.title),
        "outlet": document.outlet,
        "site": document.site,
        "published": to_plain(document.published),
        "source": storable(document.source),
        "address": document.address,
        "message_id": document.message_id,
        "wires": wires,
    }


def _due(when: When | None) -> Row:
    days = _span_of_days(when)
    return {"due_earliest": days["earliest"], "due_latest": days["latest"]}


def _span_of_days(when: When | None) -> Row:
    return (
        {"earliest": _iso(when.earliest), "latest": _iso(when.latest)} if when is not None else {"earliest": None, "latest": None}
    )


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _part_rows(reading: Reading, said: list[Row], done: list[Row], told: list[Row]) -> list[Row]:
    """Who plays which part in which row of mentions, attributions, events and steps, in order."""
    parts: list[Part] = [(actor, "mention", n, {}) for n, mention in enumerate(reading.mentions) for actor in mention.actors]
    parts += [part for n, (a, days) in enumerate(zip(reading.attributions, said, strict=True)) for part in _voices(a, n, days)]
    parts += [part for n, (e, days) in enumerate(zip(reading.events, done, strict=True)) for part in _players(e, n, days)]
    parts += [part for n, (s, days) in enumerate(zip(reading.steps, told, strict=True)) for part in _parties(s, n, days)]
    once = {part[:3]: part for part in parts}
    return [_part_row(*once[key]) for key in sorted(once)]


def _voices(attribution: Attribution, n: int, days: Row) -> Iterator[Part]:
    yield from ((actor, "holder", n, days) for p in attribution.holders for actor in p.actors)
    yield from ((actor, "addressee", n, days) for p in attribution.addressees for actor in p.actors)


def _players(event: Event, n: int, days: Row) -> Iterator[Part]:
    yield from ((actor, "actor", n, days) for p in event.actors for actor in p.actors)
    yield from ((actor, "recipient", n, days) for p in event.recipients for actor in p.actors)


def _parties(step: Step, n: int, days: Row) -> Iterator[Part]:
    yield from ((actor, f"{step.affair.value} party", n, days) for actor in step.actors)
    yield from ((actor, f"{step.affair.value} counterpart", n, days) for actor in step.counterparts)


def _part_row(actor: str, role: str, n: int, days: Row) -> Row:
    day, latest = days.get("earliest"), days.get("latest")
    return {"actor": actor, "role": role, "day": day or "", "n": n, "latest": None if latest == day else latest}
