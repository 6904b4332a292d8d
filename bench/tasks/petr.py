"""petr: {id, text, date} -> {id, events}: CAMEO triples as the product's CAMEO view gives them with the dictionaries of petrarch/.

They were learnt from the records handed out (`learn_petrarch.py`): PETRARCH's own figures, too, are with dictionaries that were
made for these records. The product takes such dictionaries of any user by `--tables`."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from rashomon.events.cameo import CameoCoder, Scheme
from rashomon.events.frames import DICTIONARY
from rashomon.pipeline import read_parsed
from rashomon.records import Event, Reading, Status
from rashomon.tables import Tables, load_tables

from .reading import SPOKEN, parse_rows, ranked, readers

UNDONE = {Status.NOT_DONE, Status.DENIED}
FIRST_CAMEO = 2002  # records dated before CAMEO came out are in the scheme of their day, WEIS
LEARNT = Path(__file__).resolve().parent.parent / "petrarch"


def predict(rows: list[dict[str, Any]], folder: Path) -> Iterator[dict[str, Any]]:
    days = [day_of(r.get("date") or "") for r in rows]
    parsed = parse_rows((r.get("text") or "" for r in rows), days)
    for row, day, (document, sentences) in zip(rows, days, parsed, strict=True):
        tables = load_tables(LEARNT / scheme_of(day).value)
        yield {"id": row["id"], "events": triples(read_parsed(document, sentences, tables, readers()), day, tables)}


def scheme_of(day: date | None) -> Scheme:
    """The scheme of a record: that of its day."""
    return Scheme.WEIS if day is not None and day.year < FIRST_CAMEO else Scheme.CAMEO


def day_of(stamp: str) -> date | None:
    """The day of YYYYMMDD; None where that is none."""
    try:
        return date(int(stamp[:4]), int(stamp[4:6]), int(stamp[6:8]))
    except ValueError:
        return None


def coder_of(reading: Reading, day: date | None, tables: Tables) -> CameoCoder:
    """The CAMEO view of a record in the scheme of its day."""
    return CameoCoder(reading, tables, day, scheme=scheme_of(day))


def triples(reading: Reading, day: date | None, tables: Tables) -> list[dict[str, str]]:
    """The rows of the acts that the dictionaries code; where there are none, those of what the sentence is about (what else it
    tells was not once right)."""
    coder = coder_of(reading, day, tables)
    events = ranked(reading)
    found = [row for event in events if event.rule.startswith(DICTIONARY) for row in coder.rows(event)]
    if not found:
        first = next((event for event in events if _codable(event)), None)
        found = list(coder.rows(first)) if first is not None and first.status not in UNDONE else []
    return [{"source": row.source, "target": row.target, "code": row.code} for row in found]


def _codable(event: Event) -> bool:
    """Acts, and words that CAMEO has a code of its own for; a plain statement (010) is none."""
    return event.type not in SPOKEN or event.cameo not in (None, "010")
