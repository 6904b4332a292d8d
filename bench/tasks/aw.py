"""aw: {id, text, marked, source, target} -> {id, conflict}: whether what the source does to the target is conflict (1)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from rashomon.events import plover_view, relate
from rashomon.events.votes import vote

from .reading import marked_spans, pair_reading, parse_rows, sentence_of


def predict(rows: list[dict[str, Any]], folder: Path) -> Iterator[dict[str, Any]]:
    for row, (_, sentences) in zip(rows, parse_rows(r["text"] for r in rows), strict=True):
        source, target = marked_spans(row)
        sentence = sentence_of(sentences, source) or sentence_of(sentences, target)
        relation = relate(sentence, source, target) if sentence is not None else None
        kind = plover_view(relation.type, relation.cameo, relation.status)[0] if relation is not None else None
        ruled = "conflict" if kind is not None and (kind.quad or "").endswith("CONF") else "peace"
        pair = pair_reading(row["text"], source, target)
        said = ruled if pair is None else vote({"conflict": pair.conflict, "peace": 1 - pair.conflict}, ruled)
        yield {"id": row["id"], "conflict": int(said == "conflict")}
