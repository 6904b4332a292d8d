"""What humans said of rows, kept for good: corrections and verdicts, and which row of which reading each was said of."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, select
from sqlalchemy.dialects.sqlite import insert as insert_new

from ..records import Correction, Decision
from . import schema
from .codec import from_json, to_json
from .matches import Word
from .selections import holding, lots

_TABLES: tuple[tuple[type[Word], Any], ...] = ((Correction, schema.corrections), (Decision, schema.decisions))


@dataclass(frozen=True, slots=True)
class Said:
    """A word of a human with the document that it is about, and the row that it holds for today; None where the last reading
    of the document has none that is the same."""

    word: Word
    document: str
    row: str | None


def keep_words(connection: Connection, words: Iterable[Word], document: str) -> None:
    """Keeps words about rows of one document; the same word is kept once."""
    for word in words:
        table = schema.corrections if isinstance(word, Correction) else schema.decisions
        row = {"id": word.id, "target": word.target, "at": word.at.isoformat(), "record": to_json(word), "document": document}
        connection.execute(insert_new(table).on_conflict_do_nothing(), row)


def documents_said_of(connection: Connection, documents: Sequence[str]) -> list[str]:
    """Those of the documents of which humans said something, in the same order."""
    said = {
        d
        for _, table in _TABLES
        for d in connection.execute(select(table.c.document).where(table.c.document.in_(documents))).scalars()
    }
    return [document for document in documents if document in said]


def documents_waiting(connection: Connection) -> list[str]:
    """The documents with words that no reading has taken into account."""
    taken = select(schema.applications.c.word)
    found = [connection.execute(select(t.c.document).where(t.c.id.not_in(taken))).scalars().all() for _, t in _TABLES]
    return list(dict.fromkeys(document for some in found for document in some))


def words_about(connection: Connection, document: str) -> list[Word]:
    """All words about the rows of a document, oldest first."""
    found: list[Word] = []
    for kind, table in _TABLES:
        records = connection.execute(select(table.c.record).where(table.c.document == document)).scalars()
        found += [from_json(kind, record) for record in records]
    return sorted(found, key=lambda word: (word.at, word.id))


def words_on(connection: Connection, rows: Sequence[tuple[int, str]]) -> dict[tuple[int, str], tuple[Word, ...]]:
    """The words in rows of readings, by (number of the reading, id), oldest first; rows without any are left out."""
    asked = set(rows)
    said = _applied(connection, [identity for _, identity in asked], [])
    return {key: words for key, words in said.items() if key in asked}


def words_held(connection: Connection, ids: Sequence[str]) -> dict[str, tuple[Word, ...]]:
    """The words that hold for rows today, by id, oldest first; rows without any are left out."""
    return {identity: said for (_, identity), said in _applied(connection, ids, holding(schema.readings.c)).items()}


def _applied(connection: Connection, ids: Sequence[str], wanted: Sequence[Any]) -> dict[tuple[int, str], tuple[Word, ...]]:
    a, r = schema.applications.c, schema.readings.c
    found: dict[tuple[int, str], list[Word]] = {}
    if connection.exec_driver_sql("SELECT EXISTS (SELECT 1 FROM applications)").scalar() == 0:  # as in most ledgers
        return {}
    for some in lots(ids):
        for kind, table in _TABLES:
            source = schema.applications.join(table, table.c.id == a.word).join(schema.readings, r.id == a.reading)
            query = select(a.reading, a.target, table.c.record).select_from(source).where(a.target.in_(some), *wanted)
            for row in connection.execute(query):
                found.setdefault((row.reading, row.target), []).append(from_json(kind, row.record))
    return {key: tuple(sorted(said, key=lambda word: (word.at, word.id))) for key, said in found.items()}


def keep_homes(connection: Connection, reading: int, homes: dict[str, str | None]) -> None:
    """Keeps which row of a reading each word was said of."""
    rows = [{"reading": reading, "word": word, "target": home} for word, home in homes.items()]
    if rows:
        connection.execute(insert_new(schema.applications).on_conflict_do_nothing(), rows)


def homes_before(connection: Connection, words: Sequence[Word]) -> dict[str, list[str]]:
    """The rows that words were taken to be said of in the readings so far, oldest first, by the word's id."""
    a = schema.applications.c
    query = select(a.word, a.target).where(a.word.in_([word.id for word in words]), a.target.is_not(None)).order_by(a.reading)
    found: dict[str, list[str]] = {}
    for row in connection.execute(query):
        found.setdefault(row.word, []).append(row.target)
    return found


def all_words(connection: Connection) -> tuple[Said, ...]:
    """The whole log, oldest first."""
    a, r = schema.applications.c, schema.readings.c
    found: list[Said] = []
    for kind, table in _TABLES:
        t = table.c
        home = select(a.target).join(schema.readings, r.id == a.reading).where(a.word == t.id, *holding(r)).scalar_subquery()
        rows = connection.execute(select(t.record, t.document, home.label("home")))
        found += [Said(from_json(kind, row.record), row.document, row.home) for row in rows]
    return tuple(sorted(found, key=lambda said: (said.word.at, said.word.id)))
