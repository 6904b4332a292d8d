"""Comparison -> the quotations that several reports print: each wording once, and who has the shorter."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from ..records import Comparison, SharedQuotation
from ..stories.origins import find_origins_of_words
from ..tables import Tables
from .cells import Cell, Row, plain_words
from .citations import Citations, in_order

CHANGES = {"same": "word for word", "reattributed": "put in another mouth"}
TERM = 2  # words: quoted alone and without a stop, they name a thing


def find_quotations(comparison: Comparison, citations: Citations, tables: Tables) -> list[Row]:
    """A row for each that is more than a term in quotation marks."""
    return [_row(q, comparison, citations, tables) for q in comparison.quotations if _is_utterance(q)]


def _row(quotation: SharedQuotation, comparison: Comparison, citations: Citations, tables: Tables) -> Row:
    speaker = ", ".join(tables.name(a) for a in quotation.speaker)
    cells: dict[str, Cell] = {}
    for v in quotation.variants:
        cited = citations.cite(v.document, v.span)
        cell = cells.setdefault(plain_words(v.text), Cell(cited.letter, (cited,)))
        if cited.letter not in _letters(cell):
            cells[plain_words(v.text)] = replace(cell, also=(*cell.also, cited))
    # All hold the same words, whoever heard them said: only texts taken over as a whole make one origin of two.
    held = dict.fromkeys((v.document for v in quotation.variants), "")
    origins = find_origins_of_words(held, comparison.story.derivations)
    return Row(speaker or "Speaker not named", tuple(cells.values()), _label(quotation, cells), len(origins), len(held))


def _label(quotation: SharedQuotation, cells: Mapping[str, Cell]) -> str:
    """What became of it; of one that was cut, by whom."""
    if quotation.change != "cut":
        return CHANGES.get(quotation.change, quotation.change)
    longest = max(len(words.split()) for words in cells)
    whole = {x for words, cell in cells.items() if len(words.split()) == longest for x in _letters(cell)}
    short = {x for cell in cells.values() for x in _letters(cell)} - whole
    return f"cut: shorter in {', '.join(sorted(short, key=in_order))}" if short else "cut"


def _letters(cell: Cell) -> list[str]:
    return [cell.letter, *(c.letter for c in cell.also)]


def _is_utterance(quotation: SharedQuotation) -> bool:
    texts = [v.text.strip("\"'“”‘’ ") for v in quotation.variants]
    return any(len(text.split()) > TERM or text.endswith((".", "!", "?")) for text in texts)
