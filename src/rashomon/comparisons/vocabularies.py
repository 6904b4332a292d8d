"""Words of units -> how far two units are made of the same or kindred words ("seized" and "abducted"), by weight."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

Array = np.ndarray[Any, np.dtype[np.float32]]
BLOCK = 1_000  # stems held against all others at once
KINDRED = 0.45  # cosine of two encoded words from which they begin to count as kindred; at 1 they count as the same
_ENDING = re.compile(r"(?<=\w{3})(?:ings?|edly|ed|es|s|ly|tions?|ments?|e)$")


def stem(word: str) -> str:
    """A word without its commonest endings."""
    return _ENDING.sub("", word)


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The stems of all units' words. `bags` (units, stems) holds the weight of each stem in the units that have it, `rows` their
    stems; `spoken` is one word for each stem, to be encoded. A stem weighs 1 in one unit only, the less the more have it."""

    spoken: tuple[str, ...]
    rows: tuple[tuple[int, ...], ...]
    bags: Array


def find_vocabulary(bags: Sequence[frozenset[str]]) -> Vocabulary:
    """The vocabulary of units with these words; the same whatever their order, but for the order of stems."""
    place: dict[str, int] = {}
    spoken: list[str] = []
    rows: list[tuple[int, ...]] = []
    for words in bags:
        own: dict[int, None] = {}
        for word in sorted(words):
            number = place.setdefault(stem(word), len(spoken))
            if number == len(spoken):
                spoken.append(word)
            own[number] = None
            if (len(word), word) < (len(spoken[number]), spoken[number]):
                spoken[number] = word
        rows.append(tuple(own))
    count = np.zeros(len(spoken), dtype=np.float32)
    for row in rows:
        count[list(row)] += 1
    weight = np.log1p(len(bags) / np.maximum(count, 1)) / np.log1p(max(1, len(bags)))
    table = np.zeros((len(rows), len(spoken)), dtype=np.float32)
    for i, row in enumerate(rows):
        table[i, list(row)] = weight[list(row)]
    return Vocabulary(tuple(spoken), tuple(rows), table)


def common_weight(vocabulary: Vocabulary, vectors: Array) -> Array:
    """(units, units): the weight of the words of the row's unit that the column's unit has, kindred words in part. `vectors`
    are the encoded `spoken` words."""
    near = np.zeros((len(vocabulary.spoken), len(vocabulary.rows)), dtype=np.float32)
    for first in range(0, len(vocabulary.spoken), BLOCK):
        kin = np.clip((vectors[first : first + BLOCK] @ vectors.T - KINDRED) / (1 - KINDRED), 0, 1)
        for j, row in enumerate(vocabulary.rows):
            if row:
                near[first : first + BLOCK, j] = kin[:, list(row)].max(axis=1)
    for j, row in enumerate(vocabulary.rows):
        near[list(row), j] = 1.0
    return np.asarray(vocabulary.bags @ near)
