"""Groups of units -> the spans that tell each point: a sentence that tells several points gives each its own clause."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import numpy as np

from ..records import Span
from .likeness import Measures
from .units import Unit

_EDGES = " \t\n\xa0,;:–—-"
Told = dict[int, Span]


def told_spans(groups: Sequence[Sequence[int]], units: Sequence[Unit], texts: Sequence[str], measures: Measures) -> list[Told]:
    """For each group the span of each of its units: the sentence, or of one that is in several groups the clause most like
    what the others of the group tell. `texts[r]` is the text of report r."""
    homes = Counter(i for group in groups for i in group)
    return [
        {
            i: _clause(i, [j for j in group if j != i], units[i], texts[units[i].report], measures)
            if homes[i] > 1
            else units[i].sentence.span
            for i in group
        }
        for group in groups
    ]


def _clause(i: int, others: Sequence[int], unit: Unit, text: str, measures: Measures) -> Span:
    first, last = measures.owner[i]
    theirs = measures.vectors[list(others)].T
    alike = (measures.clauses[first:last] @ theirs).max(axis=1, initial=-1.0)
    whole = (measures.vectors[i] @ theirs).max(initial=-1.0)
    best = int(np.argmax(alike))
    return trimmed(unit.clauses[best], text) if last - first > 1 and alike[best] > whole else unit.sentence.span


def trimmed(span: Span, text: str) -> Span:
    """The span without blanks, commas and dashes at its edges."""
    words = span.of(text)
    return Span(span.start + len(words) - len(words.lstrip(_EDGES)), span.end - len(words) + len(words.rstrip(_EDGES)))
