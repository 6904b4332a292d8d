"""pairs: is one sentence the other reworded? Rows {id, a, b}; {id, score, decision} a row."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from rashomon.models import load_encoder
from rashomon.stories.rewordings import rewording_scores


def predict(rows: list[dict[str, Any]], folder: Path) -> Iterator[dict[str, Any]]:
    """The product's score for a reworded sentence."""
    scores = rewording_scores([(row["a"], row["b"]) for row in rows], load_encoder().encode)
    for row, score in zip(rows, scores, strict=True):
        yield {"id": row["id"], "score": round(score, 4), "decision": int(score >= 0.5)}
