"""Unit x Unit -> what a pair of sentences of two reports has in common, as numbers that the alignment weighs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from .units import Unit
from .vocabularies import common_weight, find_vocabulary

Array = np.ndarray[Any, np.dtype[np.float32]]
Encode = Callable[[Sequence[str]], Array]
FEATURES = (
    "clause_sentence",
    "numbers_shared",
    "days_shared",
    "kindred_words",
    "kindred_weight",
    "neighbours",
    "margin",
)
SLIGHT = 1.0  # weight of words that a neighbour needs besides: two sentences of one word are not alike for it
TOPIC = 0.7  # share of what all units of a story have in common that is taken off a vector: what is left tells them apart


@dataclass(frozen=True, slots=True)
class Measures:
    """Vectors and bags of all units of a comparison: rows are units (or clauses; `owner` is the unit of a clause). `apart` are
    the vectors without most of what all units share. `kindred[i, j]` is the weight of unit i's words that j has, or has kindred
    ones of, out of `weights[i]`."""

    vectors: Array
    apart: Array
    clauses: Array
    owner: tuple[tuple[int, int], ...]
    kindred: Array
    weights: Array
    numbers: Array
    days: Array


def measure(units: Sequence[Unit], texts: Sequence[str], encode: Encode) -> Measures:
    """`texts[r]` is the text of report r. One call of `encode` for all sentences, clauses and words together."""
    wanted: dict[str, int] = {}
    sentence_rows = [wanted.setdefault(u.text, len(wanted)) for u in units]
    clause_rows: list[int] = []
    owner: list[tuple[int, int]] = []
    for unit in units:
        first = len(clause_rows)
        for clause in unit.clauses:
            clause_rows.append(wanted.setdefault(" ".join(clause.of(texts[unit.report]).split()), len(wanted)))
        owner.append((first, len(clause_rows)))
    vocabulary = find_vocabulary([u.matter for u in units])
    word_rows = [wanted.setdefault(word, len(wanted)) for word in vocabulary.spoken]
    vectors = encode(list(wanted)) if wanted else np.zeros((0, 1), dtype=np.float32)
    own = vectors[sentence_rows]
    return Measures(
        own,
        _apart(own),
        vectors[clause_rows],
        tuple(owner),
        common_weight(vocabulary, vectors[word_rows]),
        vocabulary.bags.sum(axis=1),
        _bag([u.numbers for u in units]),
        _bag([u.days for u in units]),
    )


def _apart(vectors: Array) -> Array:
    """Unit vectors without TOPIC of their mean; the story's own subject makes no two sentences alike."""
    if not len(vectors):
        return vectors
    moved = vectors - TOPIC * vectors.mean(axis=0)
    return np.asarray(moved / np.maximum(np.linalg.norm(moved, axis=1, keepdims=True), 1e-6))


def _bag(sets: Sequence[frozenset[str]]) -> Array:
    """Rows of 0 and 1 over the things that at least two units share."""
    count = Counter(thing for things in sets for thing in things)
    shared = {thing: i for i, thing in enumerate(sorted(t for t, c in count.items() if c > 1))}
    out = np.zeros((len(sets), len(shared)), dtype=np.float32)
    for row, things in enumerate(sets):
        out[row, [shared[t] for t in things if t in shared]] = 1
    return out


def pair_features(measures: Measures, rows: Sequence[int], columns: Sequence[int]) -> Array:
    """Array (len(rows), len(columns), len(FEATURES)) for the units `rows` of one report and `columns` of another, both in the
    order of their texts."""
    a, b = np.asarray(rows), np.asarray(columns)
    ours, theirs = measures.kindred[np.ix_(a, b)], measures.kindred[np.ix_(b, a)].T
    both = np.add.outer(measures.weights[a], measures.weights[b])
    kindred = (ours + theirs) / np.maximum(both, 1e-6)
    out = [
        _clause_cosines(measures, a, b),
        np.minimum(_common(measures.numbers, a, b), 2),
        np.minimum(_common(measures.days, a, b), 1),
        kindred,
        np.sqrt(np.minimum(ours, theirs)),
        _beside((ours + theirs) / (both + SLIGHT)),
        _margin((measures.apart[a] @ measures.apart[b].T + kindred) / 2),
    ]
    return np.stack(out, axis=-1).astype(np.float32)


def _clause_cosines(measures: Measures, a: Any, b: Any) -> Array:
    """Best cosine of a clause of either sentence, or the whole of it, with the whole other."""
    of_a = np.concatenate([np.arange(*measures.owner[i]) for i in a])
    of_b = np.concatenate([np.arange(*measures.owner[i]) for i in b])
    starts_a = np.cumsum([0] + [measures.owner[i][1] - measures.owner[i][0] for i in a])[:-1]
    starts_b = np.cumsum([0] + [measures.owner[i][1] - measures.owner[i][0] for i in b])[:-1]
    one = np.maximum.reduceat(measures.clauses[of_a] @ measures.vectors[b].T, starts_a, axis=0)
    other = np.maximum.reduceat(measures.vectors[a] @ measures.clauses[of_b].T, starts_b, axis=1)
    return np.asarray(np.maximum(np.maximum(one, other), measures.vectors[a] @ measures.vectors[b].T))


def _common(bag: Array, a: Any, b: Any) -> Array:
    """How many things two bags have in common."""
    return np.asarray(bag[a] @ bag[b].T)


def _beside(kindred: Array) -> Array:
    """Likeness of the sentences before both, or after both, whichever is greater: accounts run side by side."""
    out = np.zeros_like(kindred)
    out[1:, 1:] = kindred[:-1, :-1]
    out[:-1, :-1] = np.maximum(out[:-1, :-1], kindred[1:, 1:])
    return out


def _margin(alike: Array) -> Array:
    """How much more alike a pair is than the next best that either of both has in the other report (negative where one of them
    has a better match)."""
    return np.asarray(np.minimum(_lead(alike), _lead(alike.T).T))


def _lead(alike: Array) -> Array:
    """Of each cell: its value less the best of the other cells of its row; 0 in a row of one cell."""
    if alike.shape[1] < 2:
        return np.zeros_like(alike)
    two = np.partition(alike, -2, axis=1)[:, -2:]
    second, first = two[:, :1], two[:, 1:]
    return np.asarray(alike - np.where(alike >= first, second, first))
