"""Labelled stories that the weights of comparisons/ are learnt from: their rows, the scorer's counts."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "bench"), str(ROOT / "src")]

from scoring import NATURAL, rows_of, with_texts  # noqa: E402

OWN_STORIES = ROOT / "bench" / "own_stories.jsonl"
WRITTEN_STORIES = ROOT / "training" / "written_stories.jsonl"


def natural_stories() -> Iterator[dict[str, Any]]:
    """Part a of the natural stories, with the texts."""
    return with_texts(row for row in rows_of(NATURAL) if row["part"] == "a")


def own_stories() -> list[dict[str, Any]]:
    """Every other of part a of our own stories; those between are kept for judging."""
    return [row for row in rows_of(OWN_STORIES) if row["part"] == "a"][::2]


def written_stories() -> list[dict[str, Any]]:
    """Stories of invented events that were written, with their labels, to learn from."""
    return rows_of(WRITTEN_STORIES)


def event_of(story: str) -> str:
    """The event that a story is of, by its name: several stories of one event differ in the number behind it."""
    return re.sub(r"_+\d+$", "", story)


def scorer_in(folder: Path) -> Any:
    """score_compare.py of that folder."""
    sys.path.insert(0, str(folder))
    import score_compare  # type: ignore[import-not-found]

    return score_compare


def summed(counts: Sequence[Any], part: str) -> list[int]:
    """The scorer's counts of one part over all stories, as its prf takes them."""
    return [sum(c[part][k] for c in counts) for k in range(4)]
