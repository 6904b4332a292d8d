"""plv: {id, text, marked, source, target} -> {id, root}: the PLOVER root of what the source does to the target."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from rashomon.events import plover_view, relate
from rashomon.events.relations import Relation
from rashomon.events.votes import vote
from rashomon.records import EventType

from .reading import marked_spans, pair_reading, parse_rows, sentence_of

MERGED = {EventType.CONCEDE: "YIELD", EventType.RETREAT: "YIELD", EventType.STATEMENT: "ACCUSE", EventType.POSITION: "SUPPORT"}


def predict(rows: list[dict[str, Any]], folder: Path) -> Iterator[dict[str, Any]]:
    for row, (_, sentences) in zip(rows, parse_rows(r["text"] for r in rows), strict=True):
        source, target = marked_spans(row)
        sentence = sentence_of(sentences, source) or sentence_of(sentences, target)
        relation = relate(sentence, source, target) if sentence is not None else None
        ruled, pair = _root(relation) if relation is not None else None, pair_reading(row["text"], source, target)
        specific = relation is not None and relation.specific
        yield {"id": row["id"], "root": ruled if pair is None else vote(pair.roots, ruled, specific)}


def _root(relation: Relation) -> str:
    """PLOVER 2021 counts embargoes and sanctions (CAMEO 163) as restrictions."""
    kind, cameo = plover_view(relation.type, relation.cameo, relation.status)
    return "COERCE" if cameo == "163" else MERGED.get(kind, kind.value)
