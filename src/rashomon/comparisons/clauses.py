"""Groups of units -> the spans that tell each point: a sentence that tells several points gives each its own clause."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

import numpy as np

from ..records import Span, cover
from .likeness import Measures
from .units import Unit

_EDGES = " \t\n\xa0,;:–—-"
Told = dict[int, Span]
Group = tuple[int, ...]


def told_spans(
    groups: Sequence[Group], units: Sequence[Unit], texts: Sequence[str], measures: Measures
) -> Iterator[tuple[Group, Told]]:
    """The groups, each with the span of each of its units: the sentence, or of one that is in several groups the clause most
    like what the others of the group tell. What is left of such a sentence makes groups of its own: no report's words are lost.
    `texts[r]` is the text of report r."""
    homes = Counter(i for group in groups for i in group)
    taken: dict[int, list[Span]] = {i: [] for i, n in homes.items() if n > 1}
    for group in groups:
        if len(group) == 1 and group[0] in taken:
            continue  # the sentence itself stands elsewhere, and what is left of it comes below
        told = {i: units[i].sentence.span for i in group}
        for i in taken.keys() & set(group):
            told[i] = _clause(i, [j for j in group if j != i], units[i], texts[units[i].report], measures)
            taken[i].append(told[i])
        yield group, told
    for i, spans in sorted(taken.items()):
        for rest in _left(units[i].clauses, spans):
            yield (i,), {i: trimmed(rest, texts[units[i].report])}


def _left(clauses: Sequence[Span], taken: Sequence[Span]) -> Iterator[Span]:
    """Runs of clauses that none of the spans touches."""
    for free, run in groupby(clauses, key=lambda c: not any(c.overlaps(s) for s in taken)):
        if free:
            yield cover(list(run))


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
