"""Readings -> which of them have one text: found as they are kept, by marks of their texts, so that no page opens a text for it.

What a new reading is laid beside does not grow with the ledger: of each mark the readings of the days around that came last are
looked at, of those the few that share most, and of one text one. Marks lie in the file by month, so that reports that are read in
about the order of their days write to few places (spread over the whole file they were most of all that was written).
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from sqlalchemy import Connection

from ..records import Derivation, Document, Relation
from .rows import row_document
from .selections import REPLACED, lots

HOLDERS = 12  # readings of a mark in a month that are looked at: those that came last
MIDDLE = 15  # day of a month up to which the month before is looked through too, after which the next
LAST = 50  # readings before one without a day, in whose months it is looked for
BITS = 33  # of a mark, with its sign; those above are the month
_HOLDERS = (
    "SELECT k.value AS mark, m.reading FROM json_each(?) AS k CROSS JOIN marks AS m ON m.mark = k.value AND m.reading >= "
    "(SELECT min(reading) FROM (SELECT reading FROM marks WHERE mark = k.value ORDER BY reading DESC LIMIT ?))"
)
_HELD = (
    "SELECT r.id, coalesce(o.origin, r.id) AS origin FROM readings AS r LEFT JOIN origins AS o ON o.reading = r.id "
    "WHERE r.id IN (SELECT value FROM json_each(?)) AND r.document <> ? "
    f"AND NOT {REPLACED.format(reading='r.id', then='')}"
)
_LAST = "SELECT DISTINCT known FROM readings WHERE id >= ? AND id < ?"
_TEXT = "SELECT text, record FROM documents WHERE reading = ?"
_ORIGINS = "SELECT reading, origin FROM origins WHERE reading IN ({keys})"
_PAIRS = "SELECT reading, other, partial FROM derivations WHERE reading IN ({keys})"


class Kin(Protocol):
    """What tells which texts may derive from one another, and whether they do."""

    def marks(self, document: Document) -> Sequence[int]:
        """The marks by which a text is found."""

    def likely(self, marks: Sequence[int], holders: Mapping[int, Sequence[int]]) -> Sequence[tuple[int, bool]]:
        """Of the readings that have marks of a text (by mark) those that may have that text, likeliest first, and whether they
        plainly have the whole of it."""

    def derivation(self, document: Document, other: Document) -> Derivation:
        """How two texts hang together."""


@dataclass(frozen=True, slots=True)
class Origins:
    """Of readings by number: the first one of the same text; and (reading, origin, whether by passages alone) of those that hang
    together with the readings of another origin."""

    origins: Mapping[int, int]
    pairs: Sequence[tuple[int, int, bool]]


def keep_origin(connection: Connection, reading: int, kin: Kin) -> None:
    """Finds and keeps of which text a reading is; what derives from it later is found by its marks."""
    document = _document(connection, reading)
    marks = kin.marks(document)
    month, *others = _months(connection, reading)
    near = {_in_month(mark, m): mark for mark in marks for m in (month, *others)}
    holders: dict[int, list[int]] = {}
    for key, other in connection.exec_driver_sql(_HOLDERS, (json.dumps(list(near)), HOLDERS)):
        holders.setdefault(near[key], []).append(other)
    found = kin.likely(marks, holders) if holders else ()
    origin, pairs = reading, list[tuple[int, int, int]]()
    asked = (json.dumps([other for other, _ in found]), document.id)
    held: dict[int, int] = dict(connection.exec_driver_sql(_HELD, asked).all()) if found else {}
    seen: set[int] = set()
    for other, whole in found:
        if other not in held or held[other] in seen:  # of one text it is enough to look at one copy
            continue
        seen.add(held[other])
        derivation = None if whole else kin.derivation(document, _document(connection, other))
        if derivation is not None and derivation.relation is Relation.INDEPENDENT:
            continue
        partial = derivation is not None and derivation.partial
        if origin == reading and not partial:
            origin = held[other]
        else:
            pairs.append((reading, held[other], int(partial)))
    connection.exec_driver_sql("INSERT INTO origins (reading, origin) VALUES (?, ?)", (reading, origin))
    if pairs:
        connection.exec_driver_sql("INSERT INTO derivations (reading, other, partial) VALUES (?, ?, ?)", pairs)
    if marks:
        rows = sorted((_in_month(mark, month), reading) for mark in marks)
        connection.exec_driver_sql("INSERT INTO marks (mark, reading) VALUES (?, ?) ON CONFLICT DO NOTHING", rows)


def _months(connection: Connection, reading: int) -> tuple[int, ...]:
    """Numbers of the month that a reading is known from, and of those in which others may have its text: the nearest, that of the
    day it was read, from which undated reports are known, and for such a one those of the reports read last."""
    known, read_on = connection.exec_driver_sql("SELECT known, substr(read_at, 1, 10) FROM readings WHERE id = ?", (reading,)).one()
    month = _month(known)
    months = [month, month + (1 if int(known[8:10]) > MIDDLE else -1), _month(read_on)]
    if known == read_on:
        months += [_month(day) for day in connection.exec_driver_sql(_LAST, (reading - LAST, reading)).scalars()]
    return tuple(dict.fromkeys(months))


def _month(day: str) -> int:
    """Number of the month of a day (YYYY-MM-DD)."""
    return 12 * int(day[:4]) + int(day[5:7])


def _in_month(mark: int, month: int) -> int:
    return month << BITS | (mark & ((1 << BITS) - 1))


def without_origin(connection: Connection, most: int) -> list[int]:
    """The first readings of which is not known yet of which text they are: those of a ledger of an older schema. Readings get their
    origin in their order."""
    after = "(SELECT coalesce(max(reading), 0) FROM origins)"
    found = connection.exec_driver_sql(f"SELECT id FROM readings WHERE id > {after} ORDER BY id LIMIT ?", (most,))
    return list(found.scalars())


def origins_of(connection: Connection, readings: Sequence[int]) -> Origins:
    """What is kept of readings and their texts."""
    origins = dict(row for rows in _each(connection, _ORIGINS, readings) for row in rows)
    asked = set(origins.values())
    pairs = [(one, other, bool(partial)) for rows in _each(connection, _PAIRS, readings) for one, other, partial in rows]
    return Origins(origins, [pair for pair in pairs if pair[1] in asked])


def _each(connection: Connection, statement: str, readings: Sequence[int]) -> Iterator[Sequence[Any]]:
    for some in lots(readings):
        yield connection.exec_driver_sql(statement.format(keys=", ".join("?" * len(some))), tuple(some)).all()


def _document(connection: Connection, reading: int) -> Document:
    """The document of a reading, without its defects, which do not tell whether a text is that of another."""
    return row_document(dict(connection.exec_driver_sql(_TEXT, (reading,)).mappings().one()), ())
