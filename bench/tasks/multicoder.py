"""multicoder: {id, text} -> {id, penta}: the class of a sentence's main event, IRRELEVANT where it holds no codable one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from rashomon.records import Event

from .cameo_class import penta, voted
from .reading import ranked, read_rows, sentence_reading

SURE = 0.7  # events below this score are kept in the ledger but are no answer here
RULED, ENOUGH = 0.5, 0.95  # the weight of the rules' finding beside the reader's chance, and what both must reach


def predict(rows: list[dict[str, Any]], folder: Path) -> Iterator[dict[str, Any]]:
    for row, reading in zip(rows, read_rows(r["text"] for r in rows), strict=True):
        events = [e for e in ranked(reading) if codable(e)]
        said = sentence_reading(row["text"])
        worth = bool(events) if said is None else said.codable + RULED * bool(events) >= ENOUGH
        ruled = penta(events[0]) if events else "STATEMENT"
        yield {"id": row["id"], "penta": voted(row["text"], ruled) if worth else "IRRELEVANT"}


def codable(event: Event) -> bool:
    """Whether a coder would enter the event: sure enough, and somebody known to the tables or named takes part."""
    return event.score >= SURE and any(p.actors or p.mention for p in (*event.actors, *event.recipients))
