"""Comparison -> the rows of a dossier's section on wording: the likelier first, what is only quoted called so."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..comparisons.borrowings import foreign_spans
from ..comparisons.shelves import Shelf, shelf_of
from ..records import Comparison, Reading, Wording
from .cells import origin, unlike
from .citations import Citation, Citations

SURE = 0.1  # score from which two rows in three were right in the stories learnt from; below, one in five


@dataclass(frozen=True, slots=True)
class Words:
    """How one report puts it; `quoted` are the anchors of what it has between quotation marks or as direct speech."""

    letter: str
    citations: tuple[Citation, ...]
    quoted: frozenset[str]


@dataclass(frozen=True, slots=True)
class WordingRow:
    """What one thing is called, report by report."""

    title: str
    cells: tuple[Words, ...]
    sure: bool


def find_wording_rows(comparison: Comparison, readings: Sequence[Reading], citations: Citations) -> list[WordingRow]:
    """A row for each wording, in the order of their scores."""
    shelves = [shelf_of(r) for r in readings] if comparison.wordings else []
    rows = []
    for wording in comparison.wordings:
        cells = [_words(wording, shelf, citations) for shelf in shelves]
        rows.append(WordingRow(wording.concept, tuple(c for c in cells if c.citations), wording.score >= SURE))
    return rows


def _words(wording: Wording, shelf: Shelf, citations: Citations) -> Words:
    """What one report has in a row; of words that come again the first that are its own."""
    document, rule = shelf.reading.document.id, origin(wording.rule, wording.score)
    spans = [v.span for v in wording.variants if v.document == document]
    quoted = {s for s in spans if (own := shelf.sentence(s)) and any(f.overlaps(s) for f in foreign_spans(own, shelf))}
    cited = {s: citations.cite(document, s, rule) for s in spans}
    kept = unlike(cited[s] for s in sorted(spans, key=lambda s: (s in quoted, s)))
    in_order = tuple(sorted(kept, key=lambda c: c.start))
    return Words(citations.letters[document], in_order, frozenset(cited[s].anchor for s in quoted))
