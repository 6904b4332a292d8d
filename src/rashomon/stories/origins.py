"""Derivation -> origins: groups of reports that hang together; how many there are is the number of independent origins."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from ..records import Derivation, Relation

MOST = 60  # documents of a story, or holders of a run of words in a larger one, of which all pairs are looked at
RUN = 5  # words on end that the accounts of a point share if one passage stands behind both
_WORD = re.compile(r"\w+")


def find_origins(documents: Sequence[str], derivations: Iterable[Derivation]) -> tuple[tuple[str, ...], ...]:
    """The documents parted into groups joined by a copy, a rewrite or a shared wire of the text as a whole; in the order of
    `documents`. Who took over passages alone has told the rest on his own."""
    return _joined(documents, [d.documents for d in derivations if _hangs(d) and not d.partial])


def find_origins_of_words(words: Mapping[str, str], derivations: Iterable[Derivation]) -> tuple[tuple[str, ...], ...]:
    """The same for one point: `words` are what each document tells of it. Documents that share passages alone hang together
    where a passage stands in both."""
    runs = {document: _runs(text) for document, text in words.items()}
    looked_at = list(derivations)
    pairs = [d for d in looked_at if _hangs(d) and set(d.documents) <= set(words)]
    joined = [d.documents for d in pairs if not d.partial or runs[d.documents[0]] & runs[d.documents[1]]]
    return _joined(list(words), [*joined, *_joined_by_others(words, looked_at)])


def _joined_by_others(words: Iterable[str], derivations: Sequence[Derivation]) -> Iterator[tuple[str, str]]:
    """Of a large story, pairs that were not looked at and hang together through documents that may tell nothing of the point: of
    eighty copies each was laid beside some others only. A pair that was, and is independent, stays so, whatever a third holds."""
    documents = list(dict.fromkeys(x for d in derivations for x in d.documents))
    if len(documents) <= MOST:
        return
    looked_at = {frozenset(d.documents) for d in derivations}
    told = set(words)
    for group in find_origins(documents, derivations):
        yield from (pair for pair in pairwise(x for x in group if x in told) if frozenset(pair) not in looked_at)


def count_outlets(origins: Sequence[Sequence[str]], derivations: Iterable[Derivation], outlets: Mapping[str, str | None]) -> int:
    """How many outlets stand behind the origins; `outlets` are those of the documents, None where unknown. Of an origin counts
    the one that the others took from; where nobody knows which that is, or its outlet, the origin counts as one of its own."""
    takers = {d for found in derivations if found.source for d in found.documents if d != found.source and _hangs(found)}
    behind: set[object] = set()
    for group in origins:
        first = [d for d in group if d not in takers]
        known = outlets.get(first[0]) if len(first) == 1 else None
        behind.add(known or tuple(group))
    return len(behind)


def _hangs(derivation: Derivation) -> bool:
    return derivation.relation is not Relation.INDEPENDENT


def _runs(text: str) -> set[tuple[str, ...]]:
    words = _WORD.findall(text.lower())
    return set(zip(*(words[i:] for i in range(RUN)), strict=False))


def _joined(documents: Sequence[str], pairs: Iterable[tuple[str, str]]) -> tuple[tuple[str, ...], ...]:
    home = {d: d for d in documents}

    def top(document: str) -> str:
        while home[document] != document:
            document = home[document]
        return document

    place = {d: i for i, d in enumerate(documents)}
    for pair in pairs:
        first, second = sorted((top(d) for d in pair), key=place.__getitem__)
        home[second] = first
    groups: dict[str, list[str]] = {}
    for document in documents:
        groups.setdefault(top(document), []).append(document)
    return tuple(tuple(g) for g in groups.values())
