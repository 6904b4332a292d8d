"""The store of one ledger: frozen records in and out. Writing stands here, asking in queries.py."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType

from sqlalchemy import Connection, insert, select

from ..errors import LedgerError
from ..records import Failure, Reading, content_id
from . import schema
from .amendments import Derive, amend
from .connections import DriverError, copy_into, make_engine, require_sqlite
from .keeping import ANEW, Intake, insert_rows, keep, keep_failures, keep_readings
from .matches import Word
from .migrations import prepare
from .origins import Kin, keep_origin, without_origin
from .queries import Queries, last_readings, reading_of, seen_row
from .rows import reading_rows
from .selections import LOT
from .words import documents_said_of, documents_waiting, homes_before, keep_homes, keep_words, words_about


class Store(Queries):
    """A ledger that is open. Use as a context manager, or `close()` it. `derive` finds the steps of a reading anew, once a human
    has corrected what they are made from; `kin` tells which readings have one text. Both are known to rooms that stand later."""

    def __init__(self, file: Path, writes: bool) -> None:
        self.file = file
        self.derive: Derive | None = None
        self.kin: Kin | None = None
        self._engine = make_engine(file, writes)

    def __enter__(self) -> Store:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        self._engine.dispose()

    def add(self, intakes: Sequence[Intake], extractor: str, at: datetime) -> list[str]:
        """Keeps all of `intakes` in one transaction, and what humans said of their documents in them; the ids of the documents
        that were new to this extractor."""
        with self._writing() as connection:
            new = keep(connection, intakes, extractor, at.isoformat(), self.kin)
            for document in documents_said_of(connection, new):
                self._amend(connection, document, at)
        return new

    def add_failures(self, failures: Iterable[Failure], at: datetime) -> None:
        """Keeps what could not be read; the same failure of the same source is kept once."""
        failures = list(failures)
        if not failures:
            return
        with self._writing() as connection:
            keep_failures(connection, failures, at.isoformat())

    def add_words(self, words: Sequence[Word], document: str, at: datetime) -> None:
        """Keeps what a human said of rows of one document, and makes of it another reading of the document, which holds."""
        with self._writing() as connection:
            keep_words(connection, words, document)
            self._amend(connection, document, at)

    def take_up_words(self, at: datetime) -> None:
        """Makes another reading of every document of which humans said something that no reading has yet: ledgers of schema 1
        only kept it."""
        with self._writing() as connection:
            for document in documents_waiting(connection):
                self._amend(connection, document, at)

    def take_up_origins(self, kin: Kin) -> None:
        """Finds of which texts the readings of a ledger of an older schema are, some hundred in a transaction."""
        while self.lacks_origins():
            with self._writing() as connection:
                for reading in without_origin(connection, LOT):
                    keep_origin(connection, reading, kin)

    def _amend(self, connection: Connection, document: str, at: datetime) -> None:
        """Makes the reading that holds the one that the words of humans make of the last reading of a program."""
        words = words_about(connection, document)
        if not words:
            return
        made, holds = last_readings(connection, document)
        read = reading_of(connection, made)
        seen = {target: seen_row(connection, target) for target in {word.target for word in words}}
        known = {target: row for target, row in seen.items() if row is not None} | {document: read.document}
        amended = amend(read, words, known, homes_before(connection, words), self.derive)
        number = holds
        if amended.reading != (read if holds == made else reading_of(connection, holds)):
            by = content_id("wds", *(word.id for word in words))
            number = _keep_amended(connection, made, amended.reading, by, at.isoformat(), self.kin)
        keep_homes(connection, number, amended.homes)

    def add_vectors(self, model: str, vectors: Mapping[bytes, bytes]) -> None:
        """Keeps vectors (any bytes) by the hash of their text."""
        rows = [{"model": model, "hash": key, "vector": value} for key, value in vectors.items()]
        if rows:
            with self._writing() as connection:
                insert_rows(connection, schema.vectors, rows, ANEW)

    def add_gists(self, gists: Mapping[tuple[str, str], bytes]) -> None:
        """Keeps what documents are grouped by, by (document, extractor of the reading that it was made from)."""
        rows = [{"document": document, "extractor": by, "record": record} for (document, by), record in gists.items()]
        if rows:
            with self._writing() as connection:
                connection.execute(insert(schema.gists).prefix_with("OR REPLACE"), rows)

    def back_up(self, folder: Path) -> Path:
        """A copy of the ledger, as of now, that is a ledger itself: `folder`/ledger.sqlite, whole or not there.

        LedgerError if there is one already, or anything else (reports beside a ledger are not found any more by `read`), or the
        copy is not sound.
        """
        copy = folder / schema.FILE
        partial = folder / f"{schema.FILE}.partial"
        if copy.exists():
            raise LedgerError("a ledger is there already", str(folder), "name a new folder for the backup")
        try:
            folder.mkdir(parents=True, exist_ok=True)
            if other := next((one.name for one in sorted(folder.iterdir()) if one != partial), None):
                raise LedgerError("the folder is not empty", str(folder), f"{other} lies in it: name a new folder for the backup")
            partial.unlink(missing_ok=True)
            copy_into(self.file, partial)
            with Store(partial, writes=False) as store:
                problems = store.problems()
            if problems:
                raise LedgerError("the copy is not sound", str(partial), problems[0])
            partial.rename(copy)
        except (OSError, DriverError) as cause:
            raise LedgerError("the backup failed", str(folder), str(cause)) from cause
        return copy


def open_store(folder: Path, *, create: bool = False, writes: bool = True) -> Store:
    """Opens the ledger in `folder`, bringing it to the schema of today if it is older (after a backup beside it).

    LedgerError if there is none and not `create`, if it is newer than this program, or cannot be opened.
    """
    require_sqlite()
    file = folder / schema.FILE
    if prepare(file, create):
        with Store(file, writes=True) as store:
            store.take_up_words(datetime.now(UTC))
    return Store(file, writes)


def _keep_amended(connection: Connection, made: int, reading: Reading, words: str, at: str, kin: Kin | None) -> int:
    """Keeps what humans made of a reading; its number."""
    r, d = schema.readings.c, schema.documents.c
    query = select(r.extractor, d.source).join(schema.documents, d.reading == r.id).where(r.id == made)
    extractor, source = connection.execute(query).one()
    by = {"source": source, "extractor": f"{extractor} + {words}", "read_at": at, "amends": made}
    return keep_readings(connection, [(reading_rows(reading), by)], kin)
