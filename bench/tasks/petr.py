"""petr: {id, text, date} -> {id, events}: CAMEO triples, actors as country code and sector ("USAGOV")."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from rashomon.events import plover_view
from rashomon.records import Event, EventType, Participant, Reading, Status

from .reading import SPOKEN, codes, ranked, read_rows, tables

UNDONE = {Status.NOT_DONE, Status.DENIED}
AHEAD = {Status.PLANNED, Status.EXPECTED}
VIOLENT = {EventType.ASSAULT, EventType.COERCE}
SURE = 0.65
# What CAMEO writes before an organisation's own three letters.
ORGANISATIONS = {"EEC": "IGOEUREEC", "UNO": "IGOUNO"}
TITLES = {"the", "a", "an", "president", "prime", "minister", "foreign", "king", "general", "senator", "secretary", "former"}


def predict(rows: list[dict[str, Any]], folder: Path) -> Iterator[dict[str, Any]]:
    days = [_day(r.get("date") or "") for r in rows]
    for row, day, reading in zip(rows, days, read_rows((r.get("text") or "" for r in rows), days), strict=True):
        acts = [e for e in ranked(reading) if e.status not in UNDONE and e.type not in SPOKEN and e.score >= SURE]
        found = list(dict.fromkeys(t for e in acts[:1] for t in _triples(e, reading, day)))
        yield {"id": row["id"], "events": [{"source": s, "target": t, "code": c} for s, t, c in found]}


def _day(stamp: str) -> date | None:
    try:
        return date(int(stamp[:4]), int(stamp[4:6]), int(stamp[6:8]))
    except ValueError:
        return None


def _triples(event: Event, reading: Reading, day: date | None) -> Iterator[tuple[str, str, str]]:
    """PETRARCH codes a future as the act itself, and violence that one side reports of another as an accusation (112)."""
    cameo = (event.cameo or "") if event.status in AHEAD else plover_view(event.type, event.cameo, event.status)[1]
    actors = [c for p in event.actors if (c := _code(p, reading, day))]
    recipients = [c for p in event.recipients if (c := _code(p, reading, day))]
    if event.reciprocal and not recipients:
        recipients = actors
    if not recipients and event.place is not None and event.place.id:
        recipients = [c for c in [tables().event_code(event.place.id, day)] if c]
    told = next((a for a in reading.attributions if a.id == event.attribution), None)
    if event.type in VIOLENT and told is not None:
        holders = [c for p in told.holders if (c := _code(p, reading, day))]
        if holders and not set(holders) & set(actors):
            actors, recipients, cameo = holders, actors, "112"
    for source in actors:
        for target in recipients:
            if source != target:
                yield source, target, cameo


def _code(participant: Participant, reading: Reading, day: date | None) -> str:
    country = next(iter(codes((participant,), reading, day)), "") or _provisional(participant, reading.document.text)
    sector = participant.sector or ""
    country = ORGANISATIONS.get(country, f"IGO{country}" if sector == "IGO" else country)
    if not country and not sector:
        return ""
    return (country or "---") + (sector if sector not in ("", "UNK", "IGO") else "")


def _provisional(participant: Participant, text: str) -> str:
    """Three letters of the first name in the words, for an actor that the tables do not know."""
    words = [w.strip("'\"()") for w in participant.span.of(text).replace("'s", "").split()]
    return next((w[:3].upper() for w in words if w[:1].isupper() and len(w) > 2 and w.isalpha() and w.lower() not in TITLES), "")
