"""Document -> Outline: its sentences as bags of weighty words, to find a report told again in other words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import log, sqrt
from typing import Any

import numpy as np

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
    chain = np.zeros(len(long) + 1, dtype=np.int32)  # of the sentences so far, the longest chain that ends by each of the longer
    for like in _cosines(short, long) >= ALIKE:
        if like.any():
            chain[1:] = np.maximum(chain[1:], np.where(like, chain[:-1] + 1, 0))
            np.maximum.accumulate(chain, out=chain)
    return float(chain[-1]) / len(short)


def _cosines(short: Sequence[dict[str, float]], long: Sequence[dict[str, float]]) -> Any:
    """(sentences of the one, sentences of the other) cosines."""
    column = {word: n for n, word in enumerate(dict.fromkeys(word for bag in short for word in bag))}
    left, right = (np.zeros((len(bags), len(column))) for bags in (short, long))
    for matrix, bags in ((left, short), (right, long)):
        for row, bag in enumerate(bags):
            for word, weight in bag.items():
                if (n := column.get(word)) is not None:
                    matrix[row, n] = weight
    return left @ right.T
