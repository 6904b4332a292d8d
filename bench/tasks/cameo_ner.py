"""cameo_ner: {id, tokens, text} -> {id, tags}: BIO tags of actor (S), recipient (T) and reciprocal pair (R) of the main event."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from rashomon.records import Participant, Span

from .reading import ranked, read_rows


def predict(rows: list[dict[str, Any]], folder: Path) -> Iterator[dict[str, Any]]:
    texts = [" ".join(r["tokens"]) for r in rows]
    for row, reading in zip(rows, read_rows(texts), strict=True):
        spans = _token_spans(row["tokens"])
        tags = ["O"] * len(spans)
        events = ranked(reading)
        if events:
            event = events[0]
            _tag(tags, spans, event.actors, "R" if event.reciprocal else "S")
            _tag(tags, spans, event.recipients, "T")
        yield {"id": row["id"], "tags": tags}


def _token_spans(tokens: list[str]) -> list[Span]:
    """Spans of the tokens in the text that single blanks join them to."""
    out, at = [], 0
    for token in tokens:
        out.append(Span(at, at + len(token)))
        at += len(token) + 1
    return out


def _tag(tags: list[str], spans: list[Span], participants: tuple[Participant, ...], label: str) -> None:
    for participant in participants:
        inside = [i for i, s in enumerate(spans) if s.overlaps(participant.span)]
        if inside and all(tags[i] == "O" for i in inside):
            for i in inside:
                tags[i] = f"{'B' if i == inside[0] else 'I'}-{label}"
