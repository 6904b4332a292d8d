"""cameo_class: {id, text} -> {id, penta}: the class of what the sentence mainly tells (CAMEO 01-02 is STATEMENT)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from rashomon.events import plover_view
from rashomon.records import Event

from .reading import ranked, read_rows


def predict(rows: list[dict[str, Any]], folder: Path) -> Iterator[dict[str, Any]]:
    for row, reading in zip(rows, read_rows(r["text"] for r in rows), strict=True):
        events = ranked(reading)
        yield {"id": row["id"], "penta": penta(events[0]) if events else "STATEMENT"}


def penta(event: Event) -> str:
    """STATEMENT for words and appeals (CAMEO 01, 02), else the quad class."""
    kind, cameo = plover_view(event.type, event.cameo, event.status)
    return "STATEMENT" if cameo[:2] in ("01", "02") else kind.quad or "STATEMENT"
