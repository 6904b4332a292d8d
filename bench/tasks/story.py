"""story: grouping of reports. Rows {id, set, text, title?, date?}; one line a report: {id, cluster}. Each set by itself."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from rashomon.models import load_encoder
from rashomon.records import Document, Precision, Reading, Span, When, Zone, ZoneKind
from rashomon.stories import group_stories


def predict(rows: list[dict[str, Any]], folder: Path) -> Iterator[dict[str, Any]]:
    """The story of each row; grouping needs no parse, so the readings hold documents only."""
    encoder = load_encoder()
    for name in dict.fromkeys(str(row.get("set", "")) for row in rows):
        own = [row for row in rows if str(row.get("set", "")) == name]
        readings = [Reading(document_of(row), (), (), (), (), ()) for row in own]
        story_of = {d: story.id for story in group_stories(readings, encoder.encode) for d in story.documents}
        for row, reading in zip(own, readings, strict=True):
            yield {"id": row["id"], "cluster": story_of[reading.document.id]}


def document_of(row: dict[str, Any]) -> Document:
    """The row's text as a document of one body zone, with its title and day where the row has them."""
    text = row["text"]
    day = when_of(row.get("date"))
    zones = (Zone(ZoneKind.BODY, Span(0, len(text)), "whole text"),)
    return Document(str(row["id"]), "", "row", "text/plain", "utf-8", "en", text, row.get("title") or "", zones, published=day)


def when_of(written: str | None) -> When | None:
    """A day as the rows write it (YYYY-MM-DD); None for what is not one."""
    try:
        day = date.fromisoformat((written or "")[:10])
    except ValueError:
        return None
    return When(day.isoformat(), day.isoformat(), day, day, Precision.DAY, "metadata", "row")
