"""Unit x Unit -> what a pair of sentences of two reports has in common, as numbers that the alignment weighs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from .units import Unit

Array = np.ndarray[Any, np.dtype[np.float32]]
Encode = Callable[[Sequence[str]], Array]
FEATURES = (
    "cosine",
    "clause_cosine",
    "clause_sentence",
    "words_cosine",
    "words_held",
    "names_cosine",
    "names_held",
    "numbers_shared",
    "verbs_shared",
    "cosine_over_row",
    "cosine_over_column",
    "words_over_row",
    "words_over_column",
    "length_shorter",
    "length_ratio",
)


@dataclass(frozen=True, slots=True)
class Measures:
    """Vectors and weighted bags of all units of a comparison: rows are units (or clauses; `owner` is the unit of a clause)."""

    vectors: Array
    clauses: Array
    owner: tuple[tuple[int, int], ...]
    words: Array
    names: Array
    numbers: Array
    verbs: Array
    lengths: Array


def measure(units: Sequence[Unit], texts: Sequence[str], encode: Encode) -> Measures:
    """`texts[r]` is the text of report r. One call of `encode` for all sentences and clauses together."""
    wanted: dict[str, int] = {}
    sentence_rows = [wanted.setdefault(u.text, len(wanted)) for u in units]
    clause_rows: list[int] = []
    owner: list[tuple[int, int]] = []
    for unit in units:
        first = len(clause_rows)
        for clause in unit.clauses:
            clause_rows.append(wanted.setdefault(" ".join(clause.of(texts[unit.report]).split()), len(wanted)))
        owner.append((first, len(clause_rows)))
    vectors = encode(list(wanted)) if wanted else np.zeros((0, 1), dtype=np.float32)
    return Measures(
        vectors[sentence_rows],
        vectors[clause_rows],
        tuple(owner),
        _bag([u.words for u in units]),
        _bag([u.names for u in units]),
        _bag([u.numbers for u in units]),
        _bag([u.verbs for u in units]),
        np.array([len(u.words) for u in units], dtype=np.float32),
    )


def _bag(sets: Sequence[frozenset[str]]) -> Array:
    """Rows of idf weights over the words that at least two units share; the last column is the weight of all the others."""
    count: dict[str, int] = {}
    for words in sets:
        for word in words:
            count[word] = count.get(word, 0) + 1
    shared = {w: i for i, w in enumerate(sorted(w for w, c in count.items() if c > 1))}
    out = np.zeros((len(sets), len(shared) + 1), dtype=np.float32)
    for row, words in enumerate(sets):
        for word in words:
            weight = float(np.log(1 + len(sets) / count[word]))
            if word in shared:
                out[row, shared[word]] = weight
            else:
                out[row, -1] += weight * weight
    out[:, -1] = np.sqrt(out[:, -1])
    return out


def pair_features(measures: Measures, rows: Sequence[int], columns: Sequence[int]) -> Array:
    """Array (len(rows), len(columns), len(FEATURES)) for the units `rows` of one report and `columns` of another."""
    a, b = np.asarray(rows), np.asarray(columns)
    cosine = measures.vectors[a] @ measures.vectors[b].T
    clause, clause_sentence = _clause_cosines(measures, a, b)
    words = _shared(measures.words, a, b)
    names = _shared(measures.names, a, b)
    shorter = np.minimum.outer(measures.lengths[a], measures.lengths[b])
    longer = np.maximum.outer(measures.lengths[a], measures.lengths[b])
    out = [
        cosine,
        np.maximum(cosine, clause),
        np.maximum(cosine, clause_sentence),
        words[0],
        words[1],
        names[0],
        names[1],
        np.minimum(_common(measures.numbers, a, b), 2),
        np.minimum(_common(measures.verbs, a, b), 2),
        *_over_others(cosine),
        *_over_others(words[0]),
        np.log1p(shorter),
        shorter / np.maximum(longer, 1),
    ]
    return np.stack(out, axis=-1).astype(np.float32)


def _clause_cosines(measures: Measures, a: Any, b: Any) -> tuple[Array, Array]:
    """Best cosine of a clause of one with a clause of the other; best of a clause of either with the whole other."""
    of_a = np.concatenate([np.arange(*measures.owner[i]) for i in a])
    of_b = np.concatenate([np.arange(*measures.owner[i]) for i in b])
    starts_a = np.cumsum([0] + [measures.owner[i][1] - measures.owner[i][0] for i in a])[:-1]
    starts_b = np.cumsum([0] + [measures.owner[i][1] - measures.owner[i][0] for i in b])[:-1]
    both = np.maximum.reduceat(measures.clauses[of_a] @ measures.clauses[of_b].T, starts_a, axis=0)
    both = np.maximum.reduceat(both, starts_b, axis=1)
    one = np.maximum.reduceat(measures.clauses[of_a] @ measures.vectors[b].T, starts_a, axis=0)
    other = np.maximum.reduceat(measures.vectors[a] @ measures.clauses[of_b].T, starts_b, axis=1)
    return both, np.maximum(one, other)


def _shared(bag: Array, a: Any, b: Any) -> tuple[Array, Array]:
    """Cosine of two bags, and the share of the lighter one's weight that the other holds."""
    left, right = bag[a], bag[b]
    dot = left[:, :-1] @ right[:, :-1].T
    weight_a, weight_b = (left**2).sum(1), (right**2).sum(1)
    return (
        dot / np.maximum(np.sqrt(np.multiply.outer(weight_a, weight_b)), 1e-6),
        dot / np.maximum(np.minimum.outer(weight_a, weight_b), 1e-6),
    )


def _common(bag: Array, a: Any, b: Any) -> Array:
    """How many things two bags have in common."""
    return np.asarray((bag[a][:, :-1] > 0).astype(np.float32) @ (bag[b][:, :-1] > 0).astype(np.float32).T)


def _over_others(likeness: Array) -> tuple[Array, Array]:
    """How far a pair lies above the best *other* pair of its row, and of its column."""
    return likeness - _best_other(likeness), likeness - _best_other(likeness.T).T


def _best_other(likeness: Array) -> Array:
    if likeness.shape[1] < 2:
        return np.zeros_like(likeness)
    top = np.partition(likeness, -2, axis=1)
    best, second = top[:, -1:], top[:, -2:-1]
    return np.where(likeness >= best, second, best)
