"""gsr: {id, text} -> {id, events}: every event with type, mode, contexts, and code, sector and words of its parties."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from rashomon.events import plover_view
from rashomon.records import Event, Participant

from .reading import SPOKEN, codes, ranked, read_rows


def predict(rows: list[dict[str, Any]], folder: Path) -> Iterator[dict[str, Any]]:
    for row, reading in zip(rows, read_rows(r["text"] for r in rows), strict=True):
        yield {"id": row["id"], "events": [_row(e, reading.document.text) for e in ranked(reading) if e.type not in SPOKEN]}


def _row(event: Event, text: str) -> dict[str, Any]:
    kind, cameo = plover_view(event.type, event.cameo, event.status)
    recipients = event.recipients or (event.actors[1:] if event.reciprocal else ())
    actors = event.actors[:1] if event.reciprocal and not event.recipients else event.actors
    return {
        "type": kind.value,
        "cameo": cameo,
        "source": [_party(p, text) for p in actors],
        "target": [_party(p, text) for p in recipients],
        "mode": event.mode if kind is event.type else None,
        "context": list(event.contexts),
        "status": event.status.value,
        "score": event.score,
    }


def _party(participant: Participant, text: str) -> dict[str, str]:
    found = codes((participant,))
    return {"code": found[0] if found else "", "sector": participant.sector or "", "text": participant.span.of(text)}
