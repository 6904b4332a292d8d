"""timex: {id, dct, text} -> {id, timex: [{start, end, type, value}]}, by the product's own parse and times room."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from rashomon.models import load_parser
from rashomon.sentences import parse_text
from rashomon.times import find_times, read_date


def predict(rows: list[dict[str, Any]], folder: Path) -> Iterator[dict[str, Any]]:
    """TIMEX3 has no ranges: their two ends are given apart (`join=False`)."""
    parser = load_parser()
    for row in rows:
        text = row["text"]
        times = find_times(text, parse_text(text, parser), read_date(row.get("dct") or ""), join=False)
        found = [{"start": t.span.start, "end": t.span.end, "type": t.type.value, "value": t.when.value} for t in times]
        yield {"id": row["id"], "timex": found}
