"""multicoder: {id, text} -> {id, penta}: the class of a sentence's main event, IRRELEVANT where it holds no codable one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from rashomon.records import Event

from .cameo_class import penta, voted
from .reading import ranked, read_rows, sentence_reading

LIKELY = 0.5  # of the event's score, or of its mean with the reader's chance that the sentence holds any event


def predict(rows: list[dict[str, Any]], folder: Path) -> Iterator[dict[str, Any]]:
    for row, reading in zip(rows, read_rows(r["text"] for r in rows), strict=True):
        events = ranked(reading)
        best, said = max((e.score for e in events if codable(e)), default=0.0), sentence_reading(row["text"])
        likely = best if said is None else (best + said.codable) / 2
        yield {"id": row["id"], "penta": voted(row["text"], penta(events[0])) if likely >= LIKELY and events else "IRRELEVANT"}


def codable(event: Event) -> bool:
    """Whether a coder would enter the event: somebody known to the tables or named takes part."""
    return any(p.actors or p.mention for p in (*event.actors, *event.recipients))
