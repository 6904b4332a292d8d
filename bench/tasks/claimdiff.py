"""claimdiff: does claim b weaken claim a? Rows {id, a, b}; {id, score} a row."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from rashomon.comparisons.weakening import weakening_scores
from rashomon.models import load_encoder


def predict(rows: list[dict[str, Any]], folder: Path) -> Iterator[dict[str, Any]]:
    """The product's score for a claim that weakens another."""
    scores = weakening_scores([(row["a"], row["b"]) for row in rows], load_encoder().encode)
    for row, score in zip(rows, scores, strict=True):
        yield {"id": row["id"], "score": round(score, 4)}
