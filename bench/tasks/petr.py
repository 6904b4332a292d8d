"""petr: {id, text, date} -> {id, events}: CAMEO triples, actors as country code and sector ("USAGOV")."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from rashomon.events import plover_view
from rashomon.records import Event, Participant, Status

from .reading import SPOKEN, codes, ranked, read_rows

UNDONE = {Status.NOT_DONE, Status.DENIED}


def predict(rows: list[dict[str, Any]], folder: Path) -> Iterator[dict[str, Any]]:
    days = [_day(r.get("date") or "") for r in rows]
    for row, day, reading in zip(rows, days, read_rows((r.get("text") or "" for r in rows), days), strict=True):
        acts = [e for e in ranked(reading) if e.status not in UNDONE and e.type not in SPOKEN]
        found = list(dict.fromkeys(t for e in acts for t in _triples(e, day)))
        yield {"id": row["id"], "events": [{"source": s, "target": t, "code": c} for s, t, c in found]}


def _day(stamp: str) -> date | None:
    try:
        return date(int(stamp[:4]), int(stamp[4:6]), int(stamp[6:8]))
    except ValueError:
        return None


def _triples(event: Event, day: date | None) -> Iterator[tuple[str, str, str]]:
    _, cameo = plover_view(event.type, event.cameo, event.status)
    actors = [c for p in event.actors if (c := _code(p, day))]
    recipients = [c for p in event.recipients if (c := _code(p, day))]
    if event.reciprocal and not recipients:
        recipients = actors
    for source in actors:
        for target in recipients:
            if source != target:
                yield source, target, cameo


def _code(participant: Participant, day: date | None) -> str:
    country = next(iter(codes((participant,), day)), "")
    sector = participant.sector or ""
    if not country and not sector:
        return ""
    return (country or "---") + (sector if sector not in ("", "UNK") else "")
