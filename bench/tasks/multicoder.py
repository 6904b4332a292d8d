"""multicoder: {id, text} -> {id, penta}: the class of a sentence's main event, IRRELEVANT where it holds no codable one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from rashomon.records import Event

from .cameo_class import penta, voted
from .reading import ranked, read_rows

LIKELY = 0.5  # events that more likely than not are none are kept in the ledger but are no answer here


def predict(rows: list[dict[str, Any]], folder: Path) -> Iterator[dict[str, Any]]:
    for row, reading in zip(rows, read_rows(r["text"] for r in rows), strict=True):
        events = [e for e in ranked(reading) if codable(e)]
        yield {"id": row["id"], "penta": voted(row["text"], penta(events[0])) if events else "IRRELEVANT"}


def codable(event: Event) -> bool:
    """Whether a coder would enter the event: likely enough, and somebody known to the tables or named takes part."""
    return event.score >= LIKELY and any(p.actors or p.mention for p in (*event.actors, *event.recipients))
