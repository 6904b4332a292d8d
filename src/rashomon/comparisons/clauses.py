"""Groups of units -> the spans that tell each point: a sentence that tells several points gives each its own clause."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import groupby

import numpy as np

from ..records import Span, cover
from .likeness import Array, Measures
from .units import Unit

_EDGES = " \t\n\xa0,;:–—-"
IN_PART = 0.08  # by which a clause of a sentence is more like what the others tell than all of it, so that it alone tells the point
WHOLE = 0.5  # cosine from which a sentence tells the point as a whole, whatever its clauses are like
Told = dict[int, Span]
Group = tuple[int, ...]


def told_spans(
    groups: Sequence[Group], units: Sequence[Unit], texts: Sequence[str], measures: Measures
) -> Iterator[tuple[Group, Told]]:
    """The groups, each with the span of each of its units: the sentence, or of one that is in several groups, or tells the point
    in part, the clause most like what the others of the group tell. What is left of such a sentence makes groups of its own: no
    report's words are lost. `texts[r]` is the text of report r."""

    @cache
    def alike(i: int, group: Group) -> tuple[Array, float]:
        return _likenesses(i, [j for j in group if j != i], measures)

    homes = Counter(i for group in groups for i in group)
    in_part = {i for group in groups for i in group if _in_part(*alike(i, group))}
    taken: dict[int, list[Span]] = {i: [] for i, n in homes.items() if n > 1 or i in in_part}
    for group in groups:
        if len(group) == 1 and group[0] in taken:
            continue  # the sentence itself stands elsewhere, and what is left of it comes below
        told = {i: units[i].sentence.span for i in group}
        for i in taken.keys() & set(group):
            told[i] = _clause(*alike(i, group), units[i], texts[units[i].report])
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


def _in_part(alike: Array, whole: float) -> bool:
    return len(alike) > 1 and whole < WHOLE and float(alike.max()) >= whole + IN_PART


def _clause(alike: Array, whole: float, unit: Unit, text: str) -> Span:
    best = int(np.argmax(alike))
    return trimmed(unit.clauses[best], text) if len(alike) > 1 and alike[best] > whole else unit.sentence.span


def _likenesses(i: int, others: Sequence[int], measures: Measures) -> tuple[Array, float]:
    """Best cosine of each clause of a unit with the others, and that of the whole sentence; -1 where there are none."""
    first, last = measures.owner[i]
    theirs = measures.vectors[list(others)].T
    whole = (measures.vectors[i] @ theirs).max(initial=-1.0)
    return (measures.clauses[first:last] @ theirs).max(axis=1, initial=-1.0), float(whole)


def trimmed(span: Span, text: str) -> Span:
    """The span without blanks, commas and dashes at its edges."""
    words = span.of(text)
    return Span(span.start + len(words) - len(words.lstrip(_EDGES)), span.end - len(words) + len(words.rstrip(_EDGES)))
