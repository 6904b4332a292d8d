"""Intakes -> rows in the tables, a lot at a time: a statement a table, however many documents there are."""

from __future__ import annotations

import zlib
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Table, func, select

from ..records import Failure, Received
from . import schema
from .codec import write_json
from .origins import Kin, keep_origin
from .queries import reading_of
from .rows import Row, Rows, reading_rows, storable

ANEW = " ON CONFLICT DO NOTHING"  # what is kept already stays as it is
_COUNTED = (
    "INSERT INTO actors (actor, documents) VALUES (:actor, :more) ON CONFLICT (actor) DO UPDATE SET documents = documents + :more"
)


@dataclass(frozen=True, slots=True)
class Intake:
    """What was made of one source, or of the next stretch of it: rows of its readings, failures; `ended` once nothing of it is
    still to come, `complete` if nothing of it failed either."""

    received: Received
    sha256: str
    readings: Sequence[Rows] = ()
    failures: Sequence[Failure] = ()
    complete: bool = True
    ended: bool = True


def keep(connection: Connection, intakes: Sequence[Intake], extractor: str, at: str, kin: Kin | None) -> list[str]:
    """Keeps all of a lot but the readings of documents that this extractor has read before; ids of those that were new to it."""
    _keep_sources(connection, intakes, at)
    read = _read_by(connection, extractor, {rows.document for intake in intakes for rows in intake.readings})
    new: dict[str, tuple[Rows, Row]] = {}
    for intake in intakes:
        by = {"source": intake.sha256, "extractor": extractor, "read_at": at}
        for rows in intake.readings:
            if rows.document not in read:
                new.setdefault(rows.document, (rows, by))
    keep_readings(connection, list(new.values()), kin)
    keep_failures(connection, [failure for intake in intakes for failure in intake.failures], at)
    complete = [{"source": i.sha256, "extractor": extractor, "completed_at": at} for i in intakes if i.complete]
    insert_rows(connection, schema.completions, complete, ANEW)
    return list(new)


def keep_readings(connection: Connection, made: Sequence[tuple[Rows, Row]], kin: Kin | None) -> int:
    """Keeps readings of different documents with all their rows, each with its source and who made it when, and of which texts they
    are, if `kin` can tell; the number of the last one."""
    before = _before(connection, [rows.document for rows, _ in made])
    last: int = connection.execute(select(func.coalesce(func.max(schema.readings.c.id), 0))).scalar_one()
    readings: list[Row] = []
    replaced: list[Row] = []
    tables: dict[str, list[Row]] = {}
    counts: Counter[str] = Counter()
    for number, (rows, by) in enumerate(made, last + 1):
        source, earlier = by["source"], before.get(rows.document, [])
        first = min((by["read_at"], *(at for _, at in earlier)))
        own = {"id": number, "document": rows.document, "known": rows.known or first[:10], "carrier": rows.carrier, "amends": None}
        own["header"] = write_json(rows.header | {"read_at": first})
        readings.append(own | {name: value for name, value in by.items() if name != "source"} | rows.counts)
        for name, its_rows in rows.tables.items():
            more = {"reading": number, "source": source} if name == "documents" else {"reading": number}
            tables.setdefault(name, []).extend([row | more for row in its_rows])
        counts.update(rows.actors)
        counts.subtract(_actors_in(connection, earlier[-1][0]) if earlier else ())
        replaced += _replaced(earlier, number, by["read_at"])
    insert_rows(connection, schema.readings, readings)
    insert_rows(connection, schema.replacements, replaced)
    for name, its in tables.items():
        insert_rows(connection, schema.metadata.tables[name], its)
    changed = [{"actor": actor, "more": more} for actor, more in sorted(counts.items()) if more]
    if changed:
        connection.exec_driver_sql(_COUNTED, changed)
    if kin is not None:
        for number in range(last + 1, last + len(made) + 1):
            keep_origin(connection, number, kin)
    return last + len(made)


def keep_failures(connection: Connection, failures: Iterable[Failure], at: str) -> None:
    """Keeps what could not be read; the same failure of the same source is kept once."""
    rows = [
        {"source": storable(f.source), "reason": storable(f.reason), "hint": storable(f.hint), "failed_at": at} for f in failures
    ]
    insert_rows(connection, schema.failures, rows, ANEW)


def insert_rows(connection: Connection, table: Table, rows: Sequence[Row], conflict: str = "") -> None:
    """All rows, which have the same columns, by one statement. As text: to bind values one by one takes SQLAlchemy longer than it
    takes SQLite to keep them."""
    if rows:
        names, values = ", ".join(f'"{name}"' for name in rows[0]), ", ".join(f":{name}" for name in rows[0])
        connection.exec_driver_sql(f"INSERT INTO {table.name} ({names}) VALUES ({values}){conflict}", list(rows))


def _keep_sources(connection: Connection, intakes: Sequence[Intake], at: str) -> None:
    """Keeps the bytes once: an archive comes lot by lot, and packing it takes long."""
    received = {intake.sha256: intake.received for intake in intakes}
    known = select(schema.sources.c.sha256).where(schema.sources.c.sha256.in_(tuple(received)))
    for sha256 in connection.execute(known).scalars():
        del received[sha256]
    insert_rows(connection, schema.sources, [_source_row(one, sha256, at) for sha256, one in received.items()])


def _source_row(received: Received, sha256: str, at: str) -> Row:
    return {
        "sha256": sha256,
        "name": storable(received.name),
        "size": len(received.data),
        "bytes": zlib.compress(received.data, 6),
        "received_at": at,
    }


def _read_by(connection: Connection, extractor: str, documents: Iterable[str]) -> set[str]:
    """Those of the documents that the extractor has read before."""
    r = schema.readings.c
    query = select(r.document).where(r.document.in_(tuple(documents)), r.extractor == extractor)
    return set(connection.execute(query).scalars())


def _before(connection: Connection, documents: Sequence[str]) -> dict[str, list[tuple[int, str]]]:
    """The readings of documents so far, by number and time, in order."""
    r = schema.readings.c
    found: dict[str, list[Any]] = {}
    query = select(r.document, r.id, r.read_at).where(r.document.in_(documents)).order_by(r.id)
    for document, number, at in connection.execute(query):
        found.setdefault(document, []).append((number, at))
    return found


def _replaced(earlier: Sequence[tuple[int, str]], number: int, at: str) -> list[Row]:
    """The readings that one of the same document replaces from `at` on: the last one, and any that until then held that day."""
    found: list[Row] = []
    soonest = None  # of the later ones
    for reading, read_at in reversed(earlier):
        if soonest is None or at < soonest:
            found.append({"reading": reading, "later": number, "read_at": at})
        soonest = read_at if soonest is None else min(soonest, read_at)
    return found


def _actors_in(connection: Connection, reading: int) -> set[str]:
    """All who play a part in a reading that is kept."""
    return reading_rows(reading_of(connection, reading)).actors
