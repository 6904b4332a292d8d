"""petr: {id, text, date} -> {id, events}: CAMEO triples as the product's CAMEO view gives them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from rashomon.events.cameo import CameoCoder, Scheme
from rashomon.records import Event, Reading, Status

from .reading import SPOKEN, ranked, read_rows, tables

UNDONE = {Status.NOT_DONE, Status.DENIED}
FIRST_CAMEO = 2002  # records dated before CAMEO came out are in the scheme of their day, WEIS


def predict(rows: list[dict[str, Any]], folder: Path) -> Iterator[dict[str, Any]]:
    days = [_day(r.get("date") or "") for r in rows]
    for row, day, reading in zip(rows, days, read_rows((r.get("text") or "" for r in rows), days), strict=True):
        yield {"id": row["id"], "events": _triples(reading, day)}


def _codable(event: Event) -> bool:
    """Acts, and words that CAMEO has a code of its own for; a plain statement (010) is none."""
    return event.type not in SPOKEN or event.cameo not in (None, "010")


def _day(stamp: str) -> date | None:
    try:
        return date(int(stamp[:4]), int(stamp[4:6]), int(stamp[6:8]))
    except ValueError:
        return None


def _triples(reading: Reading, day: date | None) -> list[dict[str, str]]:
    """The rows of what the sentence is about, provisional codes in capitals like the others; where that has none, what else
    the sentence tells was not once right."""
    scheme = Scheme.WEIS if day is not None and day.year < FIRST_CAMEO else Scheme.CAMEO
    coder = CameoCoder(reading, tables(), day, newcomers=True, scheme=scheme)
    first = next((event for event in ranked(reading) if _codable(event)), None)
    found = coder.rows(first) if first is not None and first.status not in UNDONE else ()
    return [{"source": row.source.upper(), "target": row.target.upper(), "code": row.code} for row in found]
