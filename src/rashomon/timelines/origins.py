"""Kept steps -> Origins: how many independent reports tell a line, by how their reports derive from one another."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache

from ..records import Derivation, KeptStep, Relation
from ..stories.origins import find_origins_of_words

Derive = Callable[[Sequence[str]], Iterable[Derivation]]  # ids of documents -> how each two of them hang together
WORD = re.compile(r"[^\W_]+")
QUOTED = re.compile(r"[\"“][^\"”]{0,600}[\"”]")
RUN = 5  # words of a run
COMMON = 0.5  # share of the runs of the report with fewer, from which both have one origin, where no derivation is known
MANY = 50  # reports: a run that more have says nothing


class Origins:
    """Which of the reports behind some steps hang together. With `derive` as the ledger found when it read them; without it by runs
    of words outside quotations."""

    def __init__(self, kept: Iterable[KeptStep], derive: Derive | None = None) -> None:
        self._derive = derive if derive is not None else _by_words(kept)

    def count(self, told: Iterable[KeptStep]) -> int:
        """The number of independent origins of the reports that tell some steps."""
        words: dict[str, str] = {}
        for one in told:
            words[one.header.document] = f"{words.get(one.header.document, '')} {one.words}"
        if len(words) < 2:
            return len(words)
        return len(find_origins_of_words(words, self._derive(tuple(words))))


def _by_words(kept: Iterable[KeptStep]) -> Derive:
    """What the words of the steps alone tell of their reports."""
    runs: dict[str, set[tuple[str, ...]]] = {}
    for one in kept:
        runs.setdefault(one.header.document, set()).update(_runs(one.words))
    shared = set(_sharing((run, document) for document, found in runs.items() for run in found))
    pairs = [pair for pair in sorted(shared) if _common(runs[pair[0]], runs[pair[1]]) >= COMMON]
    by_first: dict[str, list[Derivation]] = {}
    for pair in pairs:
        by_first.setdefault(pair[0], []).append(Derivation(pair, Relation.COPY, None, ("the same runs of words",), COMMON))
    return lambda documents: [d for document in documents for d in by_first.get(document, ())]


@lru_cache(maxsize=5_000)
def _runs(words: str) -> frozenset[tuple[str, ...]]:
    """The runs of five words outside quotations."""
    found = WORD.findall(QUOTED.sub(" ", words).casefold())
    return frozenset(zip(*(found[i:] for i in range(RUN)), strict=False))


def _common(one: set[tuple[str, ...]], other: set[tuple[str, ...]]) -> float:
    return len(one & other) / max(1, min(len(one), len(other)))


def _sharing(marks: Iterable[tuple[object, str]]) -> Iterator[tuple[str, str]]:
    """Pairs of documents with a mark in common."""
    holders: dict[object, list[str]] = {}
    for mark, document in marks:
        holders.setdefault(mark, []).append(document)
    for those in holders.values():
        if 1 < len(those) <= MANY:
            yield from ((a, b) for a in those for b in those if a < b)
