"""Unit x Unit -> what a pair of sentences of two reports has in common, as numbers that the alignment weighs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from ..records import Reading, When
from .units import Unit
from .vocabularies import common_weight, find_vocabulary

Array = np.ndarray[Any, np.dtype[np.float32]]
Encode = Callable[[Sequence[str]], Array]
FEATURES = (
    "clauses_apart",
    "numbers_shared",
    "days_shared",
    "kindred_words",
    "kindred_weight",
    "neighbours",
    "passages",
    "margin",
    "places_apart",
    "both_lead",
    "reports_apart",
    "sentences",
)
SLIGHT = 1.0  # weight of words that a neighbour needs besides: two sentences of one word are not alike for it
TOPIC = 0.7  # share of what all units of a story have in common that is taken off a vector: what is left tells them apart
BESIDE = 0.5  # weight of the sentences before and after in the vector of a passage
LEAD = 2  # sentences at the head of a report
MANY = 120  # sentences of two reports from which more make no odds


@dataclass(frozen=True, slots=True)
class Measures:
    """Vectors and bags of all units of a comparison: rows are units (or clauses; `owner` is the unit of a clause). `apart` and
    `clauses_apart` are the vectors without most of what all units share, `passages` those of units with their neighbours.
    `kindred[i, j]` is the weight of unit i's words that j has, or has kindred ones of, out of `weights[i]`. `places` are how far
    down its report a unit stands (0..1), `published` the days on which the reports came out, by the unit's report."""

    vectors: Array
    apart: Array
    clauses: Array
    clauses_apart: Array
    passages: Array
    owner: tuple[tuple[int, int], ...]
    kindred: Array
    weights: Array
    numbers: Array
    days: tuple[frozenset[str], ...]
    places: Array
    lead: Array
    published: tuple[int | None, ...]


def likest_first(pairs: Iterable[tuple[int, int]], likeness: Mapping[tuple[int, int], float]) -> list[tuple[int, int]]:
    """Pairs of units by their likeness, those that are equally like in order."""
    return sorted(pairs, key=lambda pair: (-likeness.get(pair, 0.0), pair))


def measure(units: Sequence[Unit], readings: Sequence[Reading], encode: Encode) -> Measures:
    """`readings[r]` is report r. One call of `encode` for all sentences, clauses and words together."""
    texts = [r.document.text for r in readings]
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
    own, clauses = vectors[sentence_rows], vectors[clause_rows]
    common = TOPIC * own.mean(axis=0) if units else np.zeros(vectors.shape[1], dtype=np.float32)
    order = _order(units)
    return Measures(
        own,
        of_length_one(own - common),
        clauses,
        of_length_one(clauses - common),
        _passages(units, own),
        tuple(owner),
        common_weight(vocabulary, vectors[word_rows]),
        vocabulary.bags.sum(axis=1),
        _bag([u.numbers for u in units]),
        tuple(u.days for u in units),
        np.array([place / many for place, many in order], dtype=np.float32),
        np.array([place < LEAD for place, _ in order], dtype=np.float32),
        tuple(_day(readings[u.report].document.published) for u in units),
    )


def of_length_one(vectors: Array) -> Array:
    """The rows as vectors of length one."""
    return np.asarray(vectors / np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-6))


def _passages(units: Sequence[Unit], vectors: Array) -> Array:
    """Each unit's vector with BESIDE of those before and after it in its report."""
    out = vectors.copy()
    for i in range(1, len(units)):
        if units[i - 1].report == units[i].report:
            out[i] += BESIDE * vectors[i - 1]
            out[i - 1] += BESIDE * vectors[i]
    return of_length_one(out)


def _order(units: Sequence[Unit]) -> list[tuple[int, int]]:
    """Of each unit: the how-manieth of its report it is, and how many that report has."""
    many = Counter(u.report for u in units)
    seen: Counter[int] = Counter()
    out = []
    for unit in units:
        out.append((seen[unit.report], many[unit.report]))
        seen[unit.report] += 1
    return out


def _day(published: When | None) -> int | None:
    return published.latest.toordinal() if published is not None and published.latest is not None else None


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
    alike = np.ones(kindred.shape, dtype=np.float32)
    out = [
        _clause_cosines(measures, a, b),
        np.minimum(measures.numbers[a] @ measures.numbers[b].T, 2),
        _days(measures, rows, columns),
        kindred,
        np.sqrt(np.minimum(ours, theirs)),
        _beside((ours + theirs) / (both + SLIGHT)),
        measures.passages[a] @ measures.passages[b].T,
        _margin((measures.apart[a] @ measures.apart[b].T + kindred) / 2),
        np.abs(np.subtract.outer(measures.places[a], measures.places[b])),
        np.outer(measures.lead[a], measures.lead[b]),
        alike * _days_between(measures.published[rows[0]], measures.published[columns[0]]),
        alike * np.log(min(len(rows) + len(columns), MANY)),
    ]
    return np.stack(out, axis=-1).astype(np.float32)


def _clause_cosines(measures: Measures, a: Any, b: Any) -> Array:
    """Best cosine of a clause of either sentence, or the whole of it, with the whole other, without what the story shares."""
    of_a = np.concatenate([np.arange(*measures.owner[i]) for i in a])
    of_b = np.concatenate([np.arange(*measures.owner[i]) for i in b])
    starts_a = np.cumsum([0] + [measures.owner[i][1] - measures.owner[i][0] for i in a])[:-1]
    starts_b = np.cumsum([0] + [measures.owner[i][1] - measures.owner[i][0] for i in b])[:-1]
    one = np.maximum.reduceat(measures.clauses_apart[of_a] @ measures.apart[b].T, starts_a, axis=0)
    other = np.maximum.reduceat(measures.apart[a] @ measures.clauses_apart[of_b].T, starts_b, axis=1)
    return np.asarray(np.maximum(np.maximum(one, other), measures.apart[a] @ measures.apart[b].T))


def _days(measures: Measures, rows: Sequence[int], columns: Sequence[int]) -> Array:
    """Whether both sentences name one time ("2016-10" and "2016-10-13" are one)."""
    out = np.zeros((len(rows), len(columns)), dtype=np.float32)
    dated = [(y, measures.days[j]) for y, j in enumerate(columns) if measures.days[j]]
    for x, ours in ((x, measures.days[i]) for x, i in enumerate(rows) if measures.days[i]):
        for y, theirs in dated:
            out[x, y] = any(a.startswith(b) or b.startswith(a) for a in ours for b in theirs)
    return out


def _days_between(one: int | None, other: int | None) -> float:
    """Log of the days between two publications; 0 where one is unknown."""
    return 0.0 if one is None or other is None else float(np.log1p(abs(one - other)))


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
