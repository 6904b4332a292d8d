"""gsr: {id, text} -> {id, events}: every event with type, mode, contexts, and code, sector and words of its parties."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from rashomon.events import plover_view
from rashomon.events.sides import codes_of, setting_code
from rashomon.records import Event, Participant, Reading

from .reading import SPOKEN, ranked, read_rows, tables


def predict(rows: list[dict[str, Any]], folder: Path) -> Iterator[dict[str, Any]]:
    for row, reading in zip(rows, read_rows(r["text"] for r in rows), strict=True):
        yield {"id": row["id"], "events": [_row(e, reading) for e in ranked(reading) if e.type not in SPOKEN]}


def _row(event: Event, reading: Reading) -> dict[str, Any]:
    kind, cameo = plover_view(event.type, event.cameo, event.status)
    recipients = event.recipients or (event.actors[1:] if event.reciprocal else ())
    actors = event.actors[:1] if event.reciprocal and not event.recipients else event.actors
    source, target = [_party(p, reading) for p in actors], [_party(p, reading) for p in recipients]
    _complete(source, target, event, reading)
    return {
        "type": kind.value,
        "cameo": cameo,
        "source": source,
        "target": target,
        "mode": event.mode if kind is event.type else None,
        "context": list(event.contexts),
        "status": event.status.value,
        "score": event.score,
    }


def _party(participant: Participant, reading: Reading) -> dict[str, str]:
    found = codes_of(participant, reading, tables())
    text = participant.span.of(reading.document.text)
    return {"code": found[0] if found else "", "sector": participant.sector or "", "text": text}


def _complete(source: list[dict[str, str]], target: list[dict[str, str]], event: Event, reading: Reading) -> None:
    """A side without a country takes that of the event's setting, else the other side's: what is not told to be foreign is
    domestic."""
    for side, other in ((target, source), (source, target)):
        if any(p["code"] for p in side):
            continue
        known = [p["code"] for p in other if p["code"]]
        code = setting_code(event, reading, tables(), known) or next(iter(known), "")
        if side:
            side[0]["code"] = code
        elif code:
            side.append({"code": code, "sector": "", "text": ""})
