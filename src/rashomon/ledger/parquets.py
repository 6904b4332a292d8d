"""Rows of a ledger -> Parquet files beside it, for analysis by other programs: a cache that may be deleted at any time.

A file holds the rows of the readings FIRST to LAST, as its name tells; what was read since goes into another. Readings never
change, so that a file never does; rows of readings that a later one has replaced are left out by whoever asks.
"""

from __future__ import annotations

import json
import os
import shutil
import tempfile
import weakref
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice, product
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from ..errors import QueryError
from ..records import EventType, Status
from ..store import Store
from ..timelines.ties import counts, score_of

MOST = 24  # files of one table, before they are made one
LOT = 50_000  # rows that are held at once
YEAR = timedelta(days=366)
Row = tuple[Any, ...]

_WORD = pa.dictionary(pa.int32(), pa.string())
_ROW = [("reading", pa.int64()), ("document", pa.string()), ("id", pa.string())]
_DAYS = [("earliest", pa.date32()), ("latest", pa.date32())]
_LAST = [("score", pa.float32()), ("rule", _WORD)]
_WORDS = pa.list_(pa.string())


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table as it is handed over: which rows of which table of the store become which columns."""

    source: str
    schema: Any
    rows: Callable[[Any, dict[str, Any]], Iterable[Row]]


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _people(record: dict[str, Any], part: str) -> list[str]:
    return list(dict.fromkeys(actor for p in record.get(part, ()) for actor in p.get("actors", ())))


def _event(row: Any, record: dict[str, Any]) -> Iterator[Row]:
    kind, place = EventType(row.type), record.get("place") or {}
    yield (
        row.reading, row.document, row.id, row.type, kind.quad, record.get("mode"), record.get("cameo"), row.status,
        _people(record, "actors"), _people(record, "recipients"), _day(row.earliest), _day(row.latest), place.get("id"),
        record.get("attribution"), record.get("score", 1.0), record.get("rule", ""),
    )  # fmt: skip


def _attribution(row: Any, record: dict[str, Any]) -> Iterator[Row]:
    yield (
        row.reading, row.document, row.id, row.force, record["kind"], record.get("negated", False),
        _people(record, "holders"), _people(record, "addressees"), _day(row.earliest), _day(row.latest), record.get("parent"),
        record.get("score", 1.0), record.get("rule", ""),
    )  # fmt: skip


def _step(row: Any, record: dict[str, Any]) -> Iterator[Row]:
    yield (
        row.reading, row.document, row.id, row.affair, record["stance"], row.status, record["own"], record["actors"],
        record["counterparts"], record.get("matter", ""), _day(row.earliest), _day(row.latest), _day(row.due_earliest),
        _day(row.due_latest), record.get("according_to", []), record.get("score", 1.0), record.get("rule", ""),
    )  # fmt: skip


def _ties(row: Any, record: dict[str, Any]) -> Iterator[Row]:
    """An act that took place, once for each two who had to do with one another; without a day where it is known less exactly
    than to a year, as in a report without a date."""
    kind = EventType(row.type)
    if not counts(kind, Status(row.status)):
        return
    first, last = _day(row.earliest), _day(row.latest)
    day = first if first is not None and last is not None and last - first <= YEAR else None
    actors, recipients = _people(record, "actors"), _people(record, "recipients")
    score = score_of(kind, record.get("cameo"))
    for actor, recipient in product(actors, actors if record.get("reciprocal") and not recipients else recipients):
        if actor != recipient:
            yield row.reading, row.document, actor, recipient, kind.quad, row.type, day, score


SHEETS = {
    "events": Sheet("events", pa.schema([
        *_ROW, ("type", _WORD), ("quad", _WORD), ("mode", _WORD), ("cameo", _WORD), ("status", _WORD), ("actors", _WORDS),
        ("recipients", _WORDS), *_DAYS, ("place", _WORD), ("attribution", pa.string()), *_LAST]), _event),
    "attributions": Sheet("attributions", pa.schema([
        *_ROW, ("force", _WORD), ("kind", _WORD), ("negated", pa.bool_()), ("holders", _WORDS), ("addressees", _WORDS), *_DAYS,
        ("parent", pa.string()), *_LAST]), _attribution),
    "steps": Sheet("steps", pa.schema([
        *_ROW, ("affair", _WORD), ("stance", _WORD), ("status", _WORD), ("own", pa.bool_()), ("actors", _WORDS),
        ("counterparts", _WORDS), ("matter", pa.string()), *_DAYS, ("due_earliest", pa.date32()), ("due_latest", pa.date32()),
        ("according_to", _WORDS), *_LAST]), _step),
    "ties": Sheet("events", pa.schema([
        *_ROW[:2], ("actor", _WORD), ("recipient", _WORD), ("quad", _WORD), ("type", _WORD), ("day", pa.date32()),
        ("score", pa.float32())]), _ties),
}  # fmt: skip


class Parquets:
    """The Parquet files of one ledger. Where the ledger's folder may not be written to, they live as long as this object."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._folder = store.file.parent / "parquet"
        self._temporary: Path | None = None

    def files(self, name: str) -> tuple[Path, ...]:
        """The files that hold all rows of a table, those read since the last time among them. QueryError if it has no sheet."""
        if name not in SHEETS:
            raise QueryError("no such table", name, f"one of {', '.join(SHEETS)}")
        folder, last = self._writable(), self._store.last_reading()
        parts = _chain(folder, name)
        if len(parts) > MOST:
            parts = [self._merged(folder, name, parts)]
        covered = _range(parts[-1])[1] if parts else 0
        if covered < last:
            file = folder / f"{name}-{covered + 1:012d}-{last:012d}.parquet"
            _write(file, SHEETS[name], self._store.rows_between(SHEETS[name].source, covered + 1, last))
            parts.append(file)
        return tuple(parts)

    def empty(self, name: str) -> Path:
        """A file without rows, for a ledger without any."""
        file = self._writable() / f"{name}.empty.parquet"
        with _replaced(file) as partial:
            pq.write_table(SHEETS[name].schema.empty_table(), partial)
        return file

    def origins(self, made: Callable[[], Iterable[tuple[str, str]]]) -> Path:
        """The file of (document, origin), made afresh when the ledger has grown."""
        folder, last = self._writable(), self._store.last_reading()
        file = folder / f"origins-{1:012d}-{last:012d}.parquet"
        if not file.exists():
            old = list(folder.glob("origins-*.parquet"))
            rows = list(dict(made()).items())  # a report with several stories in it counts for one of them
            with _replaced(file) as partial:
                pq.write_table(pa.table({"document": [d for d, _ in rows], "origin": [o for _, o in rows]}), partial)
            for one in old:
                one.unlink(missing_ok=True)
        return file

    def _writable(self) -> Path:
        if self._temporary is None:
            try:
                self._folder.mkdir(exist_ok=True)
                if os.access(self._folder, os.W_OK):
                    return self._folder
            except OSError:
                pass
            self._temporary = Path(tempfile.mkdtemp(prefix="rashomon-parquet-"))
            weakref.finalize(self, shutil.rmtree, self._temporary, ignore_errors=True)
        return self._temporary

    def _merged(self, folder: Path, name: str, parts: Sequence[Path]) -> Path:
        """All files as one."""
        file = folder / f"{name}-{1:012d}-{_range(parts[-1])[1]:012d}.parquet"
        with _replaced(file) as partial, pq.ParquetWriter(partial, SHEETS[name].schema) as writer:
            for part in parts:
                for batch in pq.ParquetFile(part).iter_batches():
                    writer.write_batch(batch)
        for part in parts:
            part.unlink(missing_ok=True)
        return file


@contextmanager
def _replaced(file: Path) -> Iterator[Path]:
    """A file that is there whole or not at all."""
    partial = file.with_name(f".{file.name}.{os.getpid()}.partial")
    try:
        yield partial
        partial.replace(file)
    finally:
        partial.unlink(missing_ok=True)


def _write(file: Path, sheet: Sheet, rows: Iterable[Any]) -> None:
    made = (cells for row in rows for cells in sheet.rows(row, json.loads(row.record)))
    with _replaced(file) as partial, pq.ParquetWriter(partial, sheet.schema) as writer:
        while lot := list(islice(made, LOT)):
            columns = zip(*lot, strict=True)
            arrays = [pa.array(column, field.type) for column, field in zip(columns, sheet.schema, strict=True)]
            writer.write_batch(pa.record_batch(arrays, schema=sheet.schema))


def _range(file: Path) -> tuple[int, int]:
    first, last = file.stem.rsplit("-", 2)[1:]
    return int(first), int(last)


def _chain(folder: Path, name: str) -> list[Path]:
    """The files that follow on one another from the first reading on; of several that begin alike, the longest. Two processes
    that refresh at once may leave one too many."""
    by_first: dict[int, Path] = {}
    for file in sorted(folder.glob(f"{name}-*.parquet"), key=_range):
        by_first[_range(file)[0]] = file
    chain: list[Path] = []
    following = 1
    while following in by_first:
        chain.append(by_first[following])
        following = _range(by_first[following])[1] + 1
    return chain
