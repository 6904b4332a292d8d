"""The best path is lawful, and is the best of all lawful ones."""

import itertools

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from rashomon.models.decoding import BARRED, best_paths, lawful_transitions, softmax, spans_of

TAGS = ("O", "B-S", "I-S", "B-C", "I-C")


def total(scores, path, transitions):
    value = scores[0][path[0]] + (BARRED if TAGS[path[0]].startswith("I-") else 0)
    return value + sum(transitions[a][b] + scores[i + 1][b] for i, (a, b) in enumerate(itertools.pairwise(path)))


@given(st.integers(0, 10_000), st.integers(1, 4))
def test_best_path_beats_every_other(seed, words):
    chance = np.random.default_rng(seed)
    scores = chance.normal(size=(words, 5)).astype(np.float32)
    transitions = lawful_transitions(TAGS, chance.normal(size=(5, 5)).astype(np.float32))
    best = max(total(scores, path, transitions) for path in itertools.product(range(5), repeat=words))
    assert np.isclose(total(scores, best_paths([scores], transitions, TAGS)[0], transitions), best, atol=1e-3)


def test_no_inside_without_a_beginning():
    scores = np.zeros((3, 5), dtype=np.float32)
    scores[:, 4] = 9
    assert [TAGS[i] for i in best_paths([scores], lawful_transitions(TAGS), TAGS)[0]] == ["B-C", "I-C", "I-C"]


def test_spans_of_adjacent_spans_of_one_label():
    path = [TAGS.index(tag) for tag in ("B-S", "I-S", "B-S", "O", "B-C")]
    assert spans_of(path, TAGS) == [("S", 0, 2), ("S", 2, 3), ("C", 4, 5)]


def test_softmax_of_large_scores_is_finite():
    assert softmax(np.array([[1e4, 1e4]], dtype=np.float32)).tolist() == [[0.5, 0.5]]


@given(st.integers(0, 10_000), st.lists(st.integers(0, 6), max_size=5))
def test_paths_side_by_side_are_the_paths_alone(seed, lengths):
    chance = np.random.default_rng(seed)
    parts = [chance.normal(size=(length, 5)).astype(np.float32) for length in lengths]
    transitions = lawful_transitions(TAGS, chance.normal(size=(5, 5)).astype(np.float32))
    assert best_paths(parts, transitions, TAGS) == [best_paths([part], transitions, TAGS)[0] for part in parts]
