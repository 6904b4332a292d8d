"""Questions to a ledger -> frozen records. What holds is the last reading of each document."""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from sqlalchemy import Connection, Engine, Select, Table, and_, func, or_, select, text
from sqlalchemy.exc import DBAPIError

from ..errors import LedgerError, NotFoundError, QueryError
from ..records import Attribution, Document, Event, Failure, KeptStep, Mention, Reading, Rejection, Step
from . import schema
from .doubts import Doubt, find_doubts
from .filters import EVERYTHING, Filter
from .matches import Word
from .origins import Origins, origins_of, without_origin
from .rows import COUNTED, AnyRow, row_document, row_reading, row_record
from .searches import Hit, documents_with, search_documents
from .selections import TABLES, Selection, holding, lots
from .steps import kept_steps
from .words import Said, all_words, words_held

R = TypeVar("R", Mention, Attribution, Event, Rejection, Step)
# Prefix of an id -> the table that holds it.
_KINDS = {
    "doc": schema.documents,
    "men": schema.mentions,
    "att": schema.attributions,
    "evt": schema.events,
    "rej": schema.rejections,
    "stp": schema.steps,
    "cor": schema.corrections,
    "dec": schema.decisions,
}


@dataclass(frozen=True, slots=True)
class Kept:
    """A line about one document: who read it when, and how many rows that gave. `published` is a day or an EDTF interval, `site`
    the name of who published it where `outlet` is None; `steps` is None where the program that read it did not look for any."""

    document: str
    source: str
    title: str
    outlet: str | None
    site: str | None
    published: str | None
    extractor: str
    read_at: str
    sentences: int
    defects: int
    mentions: int
    attributions: int
    events: int
    steps: int | None


class Queries:
    """The reading half of a `Store`."""

    _engine: Engine

    @contextmanager
    def _asking(self) -> Iterator[Connection]:
        """A transaction that sees one state of the ledger throughout; it waits for no writer."""
        try:
            with self._engine.connect().execution_options(writes=False) as connection, connection.begin():
                yield connection
        except DBAPIError as cause:
            raise LedgerError("the ledger cannot be read", str(self._engine.url), str(cause.orig)) from cause

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        try:
            with self._engine.begin() as connection:
                yield connection
        except DBAPIError as cause:
            raise LedgerError("the ledger cannot be written", "nothing of this step was kept", str(cause.orig)) from cause

    # -- documents and whole readings ----------------------------------------------------------------------------------

    def completed(self, sha256: str) -> bool:
        """Whether all documents of a source are kept, by whatever extractor."""
        with self._asking() as connection:
            found = connection.exec_driver_sql("SELECT 1 FROM completions WHERE source = ? LIMIT 1", (sha256,))
            return found.first() is not None

    def of_sources(self, hashes: Sequence[str]) -> tuple[str, ...]:
        """Ids of the documents of sources, in the order of these and then of reading, each once."""
        d = schema.documents.c
        found: dict[str, list[str]] = {}
        with self._asking() as connection:
            for some in lots(hashes):
                query = select(d.source, d.id).where(d.source.in_(some)).group_by(d.source, d.id).order_by(func.min(d.reading))
                for source, document in connection.execute(query):
                    found.setdefault(source, []).append(document)
        return tuple(dict.fromkeys(document for sha256 in hashes for document in found.get(sha256, ())))

    def raw(self, document: str) -> bytes:
        """The bytes as received of the source that the document came in."""
        columns = schema.documents.c
        query = select(schema.sources.c.bytes).join(schema.documents).where(columns.id == document)
        with self._asking() as connection:
            blob = connection.execute(query).scalars().first()
        if blob is None:
            raise NotFoundError("no such document", document)
        return zlib.decompress(blob)

    def documents(self) -> tuple[Kept, ...]:
        """A line about each document, in order of reading."""
        d, r = schema.documents.c, schema.readings.c
        site = func.json_extract(r.header, "$.site")
        columns = (d.id, d.name, d.title, d.outlet, site, d.earliest, d.latest, r.extractor, r.read_at)
        counts = (r.sentences, r.defects, r.mentions, r.attributions, r.events, r.steps)
        query = select(*columns, *counts).select_from(schema.readings.join(schema.documents))
        with self._asking() as connection:
            return tuple(_kept(*row) for row in connection.execute(query.where(*holding(r)).order_by(r.id)))

    def versions(self, document: str) -> dict[str, str]:
        """The documents that came as the same message, under the same address or from the same file as this one, itself among
        them, in order of reading, each with the time of its last reading."""
        r = schema.readings.c
        carrier = select(r.carrier).where(r.document == document, r.carrier.is_not(None)).order_by(r.id.desc()).limit(1)
        same = or_(r.document == document, r.carrier == carrier.scalar_subquery())
        query = select(r.document, r.read_at).where(same, *holding(r)).order_by(r.id)
        with self._asking() as connection:
            return {row.document: row.read_at for row in connection.execute(query)}

    def reading(self, document: str) -> Reading:
        """The last reading of a document; NotFoundError if it is not kept."""
        return self.readings((document,))[0]

    def readings(self, documents: Sequence[str] | None = None) -> tuple[Reading, ...]:
        """The last readings of these documents, in that order, or of all in order of reading."""
        with self._asking() as connection:
            if documents is None:
                return tuple(_reading(connection, row) for row in _document_rows(connection).mappings())
            return tuple(_reading(connection, _document_row(connection, document)) for document in documents)

    def document(self, document: str) -> Document:
        """A document alone, without what was found in it; NotFoundError if it is not kept."""
        with self._asking() as connection:
            row = _document_row(connection, document)
            return row_document(row, _records(connection, schema.defects, row["reading"]))

    def search(self, words: str, limit: int = 20) -> tuple[Hit, ...]:
        """Documents that hold the words, the best first. QueryError if the expression cannot be understood."""
        with self._asking() as connection:
            return search_documents(connection, words, limit)

    def documents_with(self, words: str) -> tuple[str, ...]:
        """Ids of all documents that hold the words, in order of reading."""
        with self._asking() as connection:
            return documents_with(connection, words)

    # -- rows ------------------------------------------------------------------------------------------------------------

    def events(self, asked: Filter = EVERYTHING) -> tuple[Event, ...]:
        """Events that answer to all that is asked."""
        return self._rows(Event, asked)

    def attributions(self, asked: Filter = EVERYTHING) -> tuple[Attribution, ...]:
        """Attributions that answer to all that is asked."""
        return self._rows(Attribution, asked)

    def mentions(self, asked: Filter = EVERYTHING) -> tuple[Mention, ...]:
        """Mentions of any of the actors, in one document or all."""
        return self._rows(Mention, asked)

    def rejections(self, asked: Filter = EVERYTHING) -> tuple[Rejection, ...]:
        """Candidates that were not taken for events; of what is asked, actors do not matter."""
        return self._rows(Rejection, asked)

    def steps(self, asked: Filter = EVERYTHING) -> tuple[Step, ...]:
        """Steps that answer to all that is asked."""
        return self._rows(Step, asked)

    def kept_steps(self, *asked: Filter) -> tuple[KeptStep, ...]:
        """Steps that answer to any of the filters, each once, with their sentences, the headers of their documents, who is cited,
        and the words of humans on them."""
        with self._asking() as connection:
            return kept_steps(connection, asked)

    def count_steps(self, asked: Filter, most: int) -> tuple[int, bool]:
        """How many steps answer to a filter, and whether there are more: about `most` are counted, whatever its limit."""
        selection = Selection(schema.steps, replace(asked, limit=most + 1))
        with self._asking() as connection:
            found, different = connection.exec_driver_sql(selection.counting, selection.values).one()
        return min(different, most), found > most

    def documents_of(self, actor: str) -> tuple[str, ...]:
        """Ids of the documents in which an actor is mentioned or plays a part, in order of reading."""
        r, p = schema.readings.c, schema.parts.c
        played = select(p.reading).where(p.actor == actor).distinct()
        with self._asking() as connection:
            return tuple(connection.execute(select(r.document).where(r.id.in_(played), *holding(r)).order_by(r.id)).scalars())

    def actors(self, ids: Sequence[str] | None = None) -> dict[str, int]:
        """Ids of all actors found, or of those of `ids` that are, with the number of documents that name them."""
        a = schema.actors.c
        query = select(a.actor, a.documents).where(a.documents > 0)
        with self._asking() as connection:
            rows = connection.execute(query if ids is None else query.where(a.actor.in_(ids)))
            return {row.actor: row.documents for row in rows}

    def row(self, identity: str) -> AnyRow:
        """A row by its full id: as it holds today, else as the last reading that had it."""
        with self._asking() as connection:
            row = seen_row(connection, identity)
        if row is None:
            raise NotFoundError("no such row", identity)
        return row

    def last_reading(self) -> int:
        """The number of the last reading that is kept; 0 where there is none."""
        with self._asking() as connection:
            return connection.execute(select(func.max(schema.readings.c.id))).scalar() or 0

    def replaced(self) -> tuple[int, ...]:
        """The numbers of the readings that a later one of the same document has replaced."""
        replaced = schema.replacements.c.reading
        with self._asking() as connection:
            return tuple(connection.execute(select(replaced).distinct().order_by(replaced)).scalars())

    def lacks_origins(self) -> bool:
        """Whether there are readings of which is not known yet of which text they are."""
        with self._asking() as connection:
            return bool(without_origin(connection, 1))

    def origins_of(self, readings: Sequence[int]) -> Origins:
        """Of readings by number: which are of one text, and which pairs of them hang together beside."""
        with self._asking() as connection:
            return origins_of(connection, readings)

    def rows_between(self, name: str, first: int, last: int) -> Iterator[Any]:
        """The columns of a table of rows, and `document`, of the readings from `first` to `last`, a few at a time."""
        table, r = schema.metadata.tables[name], schema.readings.c
        query = select(table, r.document).select_from(schema.readings.join(table)).where(table.c.reading.between(first, last))
        with self._asking() as connection:
            yield from connection.execution_options(yield_per=5000).execute(query.order_by(table.c.reading, table.c.n))

    def gists(self, documents: Sequence[str] | None = None) -> dict[str, bytes]:
        """What is kept to group these documents (or all) by, made from the readings that hold today."""
        g, r = schema.gists.c, schema.readings.c
        made = schema.readings.join(schema.gists, and_(g.document == r.document, g.extractor == r.extractor))
        query = select(g.document, g.record).select_from(made).where(*holding(r)).order_by(r.id)
        with self._asking() as connection:
            if documents is None:
                return {row.document: row.record for row in connection.execute(query)}
            found = (row for some in lots(documents) for row in connection.execute(query.where(r.document.in_(some))))
            return {row.document: row.record for row in found}

    def extractors(self, documents: Sequence[str] | None = None) -> dict[str, str]:
        """What made the readings of these documents (or of all) that hold today."""
        r = schema.readings.c
        query = select(r.document, r.extractor).where(*holding(r)).order_by(r.id)
        with self._asking() as connection:
            if documents is None:
                return {row.document: row.extractor for row in connection.execute(query)}
            found = (row for some in lots(documents) for row in connection.execute(query.where(r.document.in_(some))))
            return {row.document: row.extractor for row in found}

    def words(self) -> tuple[Said, ...]:
        """All that humans said of rows, oldest first, and where it holds today."""
        with self._asking() as connection:
            return all_words(connection)

    def words_held(self, ids: Sequence[str]) -> dict[str, tuple[Word, ...]]:
        """What humans said of rows as they hold today, by id, oldest first; rows without any are left out."""
        with self._asking() as connection:
            return words_held(connection, ids)

    def doubts(self, limit: int) -> tuple[Doubt, ...]:
        """At most `limit` rows that a human had best look at, the likeliest to be wrong first."""
        with self._asking() as connection:
            return find_doubts(connection, limit)

    def failures(self) -> tuple[Failure, ...]:
        """All inputs that could not be read, in order of source."""
        columns = schema.failures.c
        query = select(columns.source, columns.reason, columns.hint).order_by(columns.source, columns.reason)
        with self._asking() as connection:
            return tuple(Failure(*row) for row in connection.execute(query))

    def vectors(self, model: str, hashes: Sequence[bytes]) -> dict[bytes, bytes]:
        """Those of the vectors asked for that are kept."""
        columns = schema.vectors.c
        found: dict[bytes, bytes] = {}
        with self._asking() as connection:
            for some in lots(hashes):
                rows = connection.execute(
                    select(columns.hash, columns.vector).where(columns.model == model, columns.hash.in_(some))
                )
                found |= {row.hash: row.vector for row in rows}
        return found

    def find(self, prefix: str) -> str:
        """The one full id that begins so ("evt:3fa", or "3fa" of whatever kind). NotFoundError, or QueryError if many do."""
        if prefix in _KINDS:
            raise QueryError("only the kind of an id", prefix, f"give some of its characters too: {prefix}:3f")
        starts = [prefix] if ":" in prefix else [f"{kind}:{prefix}" for kind in _KINDS]
        found: set[str] = set()
        with self._asking() as connection:
            for start in starts:
                table = _KINDS.get(start.partition(":")[0])
                if table is not None:
                    query = select(table.c.id).where(table.c.id >= start, table.c.id < start + "~").distinct().limit(6)
                    found |= set(connection.execute(query).scalars())
        if prefix in found:
            return prefix
        if len(found) > 1:
            raise QueryError("several ids begin so", prefix, ", ".join(sorted(found)[:5]))
        if not found:
            raise NotFoundError("no id begins so", prefix, "`rashomon documents`, `events` and `attributions` list ids")
        return found.pop()

    def problems(self) -> list[str]:
        """What is wrong with the ledger: damage of the file, readings that lack rows. Empty where all is well."""
        # A connection that saw an earlier state takes FTS5's index, which others have since merged, for damaged: look afresh.
        self._engine.dispose()
        with self._asking() as connection:
            damage = [row[0] for row in connection.exec_driver_sql("PRAGMA quick_check") if row[0] != "ok"]
            damage += [f"{row[0]}: a row without its reading" for row in connection.exec_driver_sql("PRAGMA foreign_key_check")]
            for name in COUNTED:
                damage += [f"reading {row[0]}: {name} missing" for row in connection.execute(text(_INCOMPLETE.format(name=name)))]
            damage += [f"reading {row[0]}: no document" for row in connection.execute(text(_WITHOUT_DOCUMENT))]
        return damage

    def _rows(self, kind: type[R], asked: Filter) -> tuple[R, ...]:
        with self._asking() as connection:
            selection = Selection(TABLES[kind], asked)
            found = connection.exec_driver_sql(selection.sql, selection.values)
            return tuple(row_record(kind, record, owner) for record, owner in found)


def _kept(document: str, name: str, title: str, outlet: str | None, site: str | None, *rest: Any) -> Kept:
    earliest, latest, *read = rest
    published = earliest if earliest == latest else f"{earliest or '..'}/{latest or '..'}"
    return Kept(document, name, title, outlet, site, published, *read)


_INCOMPLETE = "SELECT id FROM readings WHERE {name} <> (SELECT count(*) FROM {name} AS rows WHERE rows.reading = readings.id)"
_WITHOUT_DOCUMENT = "SELECT id FROM readings WHERE NOT EXISTS (SELECT 1 FROM documents WHERE reading = readings.id)"


def _document_rows(connection: Connection, document: str | None = None) -> Any:
    query: Select[Any] = (
        select(schema.documents).join(schema.readings).where(*holding(schema.readings.c)).order_by(schema.documents.c.reading)
    )
    return connection.execute(query if document is None else query.where(schema.documents.c.id == document))


def _document_row(connection: Connection, document: str) -> Any:
    row = _document_rows(connection, document).mappings().first()
    if row is None:
        raise NotFoundError("no such document", document)
    return row


def _records(connection: Connection, table: Table, reading: int) -> Sequence[str]:
    return connection.execute(select(table.c.record).where(table.c.reading == reading).order_by(table.c.n)).scalars().all()


def _reading(connection: Connection, row: Any) -> Reading:
    return row_reading(row, {name: _records(connection, schema.metadata.tables[name], row["reading"]) for name in COUNTED})


def reading_of(connection: Connection, number: int) -> Reading:
    """A reading by its number."""
    query = select(schema.documents).where(schema.documents.c.reading == number)
    return _reading(connection, connection.execute(query).mappings().one())


def last_readings(connection: Connection, document: str) -> tuple[int, int]:
    """Numbers of the last reading of a document that a program made, and of the last of all, which holds."""
    r = schema.readings.c
    made, holds = func.max(r.id).filter(r.amends.is_(None)), func.max(r.id)
    row = connection.execute(select(made, holds).where(r.document == document)).one()
    return row[0], row[1]


def seen_row(connection: Connection, identity: str) -> AnyRow | None:
    """A row by its full id, as the last reading has it that has it."""
    r = schema.readings.c
    for kind, table in TABLES.items():
        if _KINDS.get(identity.partition(":")[0]) is table:
            query = select(table.c.record, r.document).select_from(schema.readings.join(table)).where(table.c.id == identity)
            found = connection.execute(query.order_by(r.id.desc())).first()
            record: AnyRow | None = None if found is None else row_record(kind, *found)
            return record
    return None
