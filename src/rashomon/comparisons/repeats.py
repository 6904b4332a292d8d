"""Sentences that one report has twice in the same words (the subject of a mail and its headline) resemble others alike."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from .units import Unit

ALIKE = 0.85  # of the words of both, from which two sentences of a report are one sentence told twice
_LABEL = re.compile(r"^\s*(?:\[[^\]]*\]\s*)+")  # of a mailing list: "[news] ..."
_WORD = re.compile(r"\w+")
Pairs = Mapping[tuple[int, int], float]


def told_alike(units: Sequence[Unit], pairs: Pairs) -> dict[tuple[int, int], float]:
    """The likelihoods, in which each sentence that its report repeats has the highest that any of its repeats has."""
    out = dict(pairs)
    for own in find_repeats(units):
        inside = set(own)
        best: dict[int, float] = {}
        for (i, j), value in pairs.items():
            if (i in inside) != (j in inside):
                other = j if i in inside else i
                best[other] = max(best.get(other, 0.0), value)
        out |= {(min(i, j), max(i, j)): value for j, value in best.items() for i in own}
        out |= dict.fromkeys(combinations(own, 2), 1.0)
    return out


def find_repeats(units: Sequence[Unit]) -> Iterator[tuple[int, ...]]:
    """Numbers of the units of one report that have the same words, in order; none that is alone."""
    groups: dict[int, list[tuple[frozenset[str], list[int]]]] = {}
    for i, unit in enumerate(units):
        words = frozenset(_WORD.findall(_LABEL.sub("", unit.text).lower()))
        own = groups.setdefault(unit.report, [])
        same = next((repeats for known, repeats in own if words and len(words & known) >= ALIKE * len(words | known)), None)
        if same is None:
            own.append((words, [i]))
        else:
            same.append(i)
    for own in groups.values():
        yield from (tuple(repeats) for _, repeats in own if len(repeats) > 1)
