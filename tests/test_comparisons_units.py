"""What of a report is laid side by side."""

from __future__ import annotations

from typing import Any

from rashomon.comparisons.units import find_units
from tellings import read

LINES = (
    "the ferry Aurora lies on the rocks off Bergen.",
    "divers search the wreck on Sunday.",
    "the captain is led to a police car in Oslo.",
    "relatives wait at the quay for news.",
)


def texts_of(text: str, parser: Any, tables: Any) -> list[str]:
    return [unit.text for unit in find_units(read([text], parser, tables))]


def test_a_label_before_every_caption_is_not_laid_side_by_side(parser: Any, tables: Any) -> None:
    assert texts_of("\n".join(f"Pictures of the day: {line}" for line in LINES), parser, tables) == list(LINES)


def test_what_three_sentences_begin_with_is_no_label(parser: Any, tables: Any) -> None:
    labelled = [f"Pictures of the day: {line}" for line in LINES[:3]]
    assert texts_of("\n".join((*labelled, LINES[3])), parser, tables) == [*labelled, LINES[3]]
