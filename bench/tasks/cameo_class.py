"""cameo_class: {id, text} -> {id, penta}: the class of what the sentence mainly tells (CAMEO 01-02 is STATEMENT)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from rashomon.events import plover_view
from rashomon.events.votes import vote
from rashomon.records import Event

from .reading import ranked, read_rows, sentence_reading

ROOTS = {
    "STATEMENT": "01 02",
    "V-COOP": "03 04 05",
    "M-COOP": "06 07 08",
    "V-CONF": "09 10 11 12 13 16",
    "M-CONF": "14 15 17 18 19 20",
}
CLASSES = {root: name for name, roots in ROOTS.items() for root in roots.split()}


def predict(rows: list[dict[str, Any]], folder: Path) -> Iterator[dict[str, Any]]:
    for row, reading in zip(rows, read_rows(r["text"] for r in rows), strict=True):
        events = ranked(reading)
        yield {"id": row["id"], "penta": voted(row["text"], penta(events[0]) if events else "STATEMENT")}


def voted(text: str, ruled: str) -> str:
    """The class by the rules and by the trained reader together."""
    said = sentence_reading(text)
    return ruled if said is None else vote(said.penta, ruled)


def penta(event: Event) -> str:
    """The five classes by CAMEO root: 01-02 STATEMENT, 03-05 V-COOP, 06-08 M-COOP, 09-13 and 16 V-CONF, the rest M-CONF."""
    _, cameo = plover_view(event.type, event.cameo, event.status)
    return CLASSES[cameo[:2]]
