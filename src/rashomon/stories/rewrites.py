"""Document -> Outline: its sentences as bags of weighty words, to find a report told again in other words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import log, sqrt

from ..records import Document
from .bags import telling_text
from .commonness import RAREST, SHARE

ALIKE = 0.45  # cosine of two sentences' weighty words, of which one may be the other reworded
SHORTEST = 4  # weighty words of a sentence worth following
MOST = 120  # sentences looked at
LEAST = 4  # sentences below which nothing can be said
_SENTENCE = re.compile(r"[^\n.!?]+(?:[.!?](?!\s|$)[^\n.!?]*)*")
_WORD = re.compile(r"\w+")
_STEM = re.compile(r"(?:ing|edly|ed|es|s|ly|tion|ment)$")


@dataclass(frozen=True, slots=True)
class Outline:
    """Sentences in order, each a unit-length bag."""

    sentences: tuple[dict[str, float], ...]


def outline_of(document: Document) -> Outline:
    """The first MOST sentences of the telling text."""
    bags = []
    for m in _SENTENCE.finditer(telling_text(document)):
        bag = _bag(_WORD.findall(m[0].lower()))
        if len(bag) >= SHORTEST:
            bags.append(bag)
            if len(bags) == MOST:
                break
    return Outline(tuple(bags))


def _bag(words: Sequence[str]) -> dict[str, float]:
    weights = dict(weighed for w in words if (weighed := _weighed(w)) is not None)
    length = sqrt(sum(v * v for v in weights.values())) or 1.0
    return {w: v / length for w, v in weights.items()}


@lru_cache(maxsize=50_000)
def _weighed(word: str) -> tuple[str, float] | None:
    """The stem of a word and its weight; None for the commonest words."""
    share = SHARE.get(word, RAREST)
    return (_STEM.sub("", word), -log(share)) if share < 0.2 else None


def parallel(left: Outline, right: Outline) -> float:
    """Share of the shorter report's sentences that have a like one in the longer, in the same order (longest chain);
    0 where the shorter has fewer than LEAST."""
    short, long = sorted((left.sentences, right.sentences), key=len)
    if len(short) < LEAST:
        return 0.0
    places: dict[str, list[tuple[int, float]]] = {}  # of each word in the longer report: its sentences and its weight there
    for j, other in enumerate(long, 1):
        for word, weight in other.items():
            places.setdefault(word, []).append((j, weight))
    chain = [0] * (len(long) + 1)
    for one in short:
        cosines = [0.0] * (len(long) + 1)
        for word, weight in one.items():
            for j, other_weight in places.get(word, ()):
                cosines[j] += weight * other_weight
        before = 0
        for j in range(1, len(long) + 1):
            kept = chain[j]
            if cosines[j] >= ALIKE:
                chain[j] = max(chain[j], before + 1)
            chain[j] = max(chain[j], chain[j - 1])
            before = kept
    return chain[-1] / len(short)
