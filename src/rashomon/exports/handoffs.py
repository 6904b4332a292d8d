"""Ledger -> Sheet: its events as a table in one of the formats that other programs read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum
from itertools import islice
from typing import Any

from ..ledger import Ledger
from .columns import Cell, Column, plover_type
from .event_columns import EVENTS
from .schemes import CAMEO, PLOVER
from .sheets import Sheet
from .told import Told, origins_of, told_events


class Format(StrEnum):
    """CSV and Parquet hold all that is known of an event; plover has POLECAT's columns and cameo GDELT's, both tab-separated."""

    PLOVER = "plover"
    CAMEO = "cameo"
    PARQUET = "parquet"
    CSV = "csv"


COLUMNS: Mapping[Format, tuple[Column, ...]] = {
    Format.PLOVER: PLOVER,
    Format.CAMEO: CAMEO,
    Format.PARQUET: EVENTS,
    Format.CSV: EVENTS,
}


def event_sheet(
    ledger: Ledger, form: Format, *, text: bool = True, stories: bool = False, limit: int | None = None, **asked: Any
) -> Sheet:
    """The events that answer to `asked` (as `Ledger.events` has it), document by document in order of reading: no more than one
    document is held at a time. Without `text` no column with words of a report, or names of a user's files, is there.
    With `stories` all documents are grouped first, to tell the independent origins.

    PLOVER knows no statements and positions; its table has none."""
    columns = tuple(column for column in COLUMNS[form] if text or not column.words)
    told = _told(ledger, stories, {name: value for name, value in asked.items() if value is not None})
    if form is Format.PLOVER:
        told = (one for one in told if plover_type(one) is not None)
    return Sheet(columns, (_row(columns, one) for one in islice(told, limit)))


def _row(columns: tuple[Column, ...], told: Told) -> tuple[Cell, ...]:
    return tuple(column.cell(told) for column in columns)


def _told(ledger: Ledger, stories: bool, asked: dict[str, Any]) -> Iterator[Told]:
    origins = origins_of(ledger.stories()) if stories else {}
    for document, wanted in _documents(ledger, asked):
        reading = ledger.reading(document)
        events = [event for event in reading.events if wanted is None or event.id in wanted]
        yield from told_events(reading, events, ledger.tables, origins.get(document))


def _documents(ledger: Ledger, asked: dict[str, Any]) -> Iterator[tuple[str, set[str] | None]]:
    """Documents with events to tell, and the ids of these events (None: all of them)."""
    if not asked:
        yield from ((kept.document, None) for kept in ledger.documents() if kept.events)
        return
    wanted: dict[str, set[str]] = {}
    for event in ledger.events(**asked):
        wanted.setdefault(event.document, set()).add(event.id)
    yield from wanted.items()
