"""Sentence x Sentence -> how likely one is the other reworded: words, their order, characters, figures, names and meaning."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from difflib import SequenceMatcher
from itertools import pairwise
from math import log
from typing import Any

import numpy as np

from .commonness import RAREST, SHARE
from .weights import REWORDED

Encode = Callable[[Sequence[str]], np.ndarray[Any, np.dtype[np.float32]]]
FEATURES = (
    "cosine",
    "words_dice",
    "weighty_dice",
    "weighty_held",
    "pairs_dice",
    "order",
    "characters_dice",
    "length_ratio",
    "numbers_differ",
    "names_held",
    "negated_once",
    "cosine_squared",
    "characters_squared",
)
# What tells a rewording beside these: two short sentences are easily alike.
PAIR_FEATURES = (*FEATURES, "longest_run", "log_length", "cosine_squared_by_length")
_WORD = re.compile(r"\w+(?:['’]\w+)?")
_NEGATION = re.compile(r"\b(?:not|no|never|none|nor|without|cannot|\w+n['’]t)\b", re.IGNORECASE)
LONGEST = 400  # words of a sentence that are looked at


def rewording_scores(pairs: Sequence[tuple[str, str]], encode: Encode) -> list[float]:
    """Probability, for each pair of sentences, that they say the same in other words. All texts are encoded in one call."""
    texts = list(dict.fromkeys(t for pair in pairs for t in pair))
    if not texts:
        return []
    place = {t: i for i, t in enumerate(texts)}
    vectors = encode(texts)
    features = [pair_features(a, b, float(vectors[place[a]] @ vectors[place[b]])) for a, b in pairs]
    return [float(p) for p in REWORDED.probability(np.array(features, dtype=np.float32))]


def pair_features(left: str, right: str, cosine: float) -> tuple[float, ...]:
    """Numbers in the order of PAIR_FEATURES; `cosine` is that of the encoded sentences."""
    a, b = (_WORD.findall(text.lower())[:LONGEST] for text in (left, right))
    run = SequenceMatcher(None, a, b, autojunk=False).find_longest_match().size
    shorter = min(len(a), len(b))
    length = log(1 + shorter)
    return (*rewording_features(left, right, cosine), run / max(1, shorter), length, cosine * cosine * length)


def rewording_features(left: str, right: str, cosine: float) -> tuple[float, ...]:
    """Numbers in the order of FEATURES; `cosine` is that of the encoded sentences."""
    a, b = (_WORD.findall(t)[:LONGEST] for t in (left, right))
    low_a, low_b = [w.lower() for w in a], [w.lower() for w in b]
    characters = _dice(_grams(" ".join(low_a), 3), _grams(" ".join(low_b), 3))
    weighty_a, weighty_b = _weights(low_a), _weights(low_b)
    both = sum(weighty_a[w] for w in weighty_a if w in weighty_b)
    total_a, total_b = sum(weighty_a.values()), sum(weighty_b.values())
    numbers_a, numbers_b = ({w for w in words if w[0].isdigit()} for words in (low_a, low_b))
    names_a, names_b = ({w.lower() for w in words[1:] if w[0].isupper()} for words in (a, b))
    return (
        cosine,
        _dice(Counter(low_a), Counter(low_b)),
        2 * both / max(1e-6, total_a + total_b),
        both / max(1e-6, min(total_a, total_b)),
        _dice(Counter(pairwise(low_a)), Counter(pairwise(low_b))),
        SequenceMatcher(None, low_a, low_b, autojunk=False).ratio(),
        characters,
        min(len(a), len(b)) / max(1, len(a), len(b)),
        float(bool(numbers_a ^ numbers_b)),
        len(names_a & names_b) / max(1, min(len(names_a), len(names_b))) if names_a and names_b else 0.5,
        float(bool(_NEGATION.search(left)) != bool(_NEGATION.search(right))),
        cosine * cosine,
        characters * characters,
    )


def _weights(words: Sequence[str]) -> dict[str, float]:
    return {w: -log(SHARE.get(w, RAREST)) for w in words}


def _grams(text: str, size: int) -> Counter[str]:
    return Counter(text[i : i + size] for i in range(len(text) - size + 1))


def _dice(left: Counter[Any], right: Counter[Any]) -> float:
    return 2 * (left & right).total() / max(1, left.total() + right.total())
