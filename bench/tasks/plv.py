"""plv: {id, text, marked, source, target} -> {id, root}: the PLOVER root of what the source does to the target."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from rashomon.events import plover_view, relate
from rashomon.records import EventType

from .reading import marked_spans, parse_rows, sentence_of

MERGED = {EventType.CONCEDE: "YIELD", EventType.RETREAT: "YIELD", EventType.STATEMENT: "ACCUSE", EventType.POSITION: "SUPPORT"}


def predict(rows: list[dict[str, Any]], folder: Path) -> Iterator[dict[str, Any]]:
    for row, (_, sentences) in zip(rows, parse_rows(r["text"] for r in rows), strict=True):
        source, target = marked_spans(row)
        sentence = sentence_of(sentences, source) or sentence_of(sentences, target)
        relation = relate(sentence, source, target) if sentence is not None else None
        if relation is None:
            yield {"id": row["id"], "root": None}
            continue
        kind, cameo = plover_view(relation.type, relation.cameo, relation.status)
        # PLOVER 2021 counts embargoes and sanctions (CAMEO 163) as restrictions.
        root = "COERCE" if cameo == "163" else MERGED.get(kind, kind.value)
        yield {"id": row["id"], "root": root}
