"""Scores of tags -> the best lawful sequence of tags (Viterbi) -> spans."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

FloatArray = np.ndarray[Any, np.dtype[np.float32]]
BARRED = -1e4


def lawful_transitions(tags: Sequence[str], learned: FloatArray | None = None) -> FloatArray:
    """Matrix (from, to) of `learned` scores (0 without), with I-X barred after anything but B-X and I-X."""
    matrix = np.zeros((len(tags), len(tags)), dtype=np.float32) if learned is None else learned.astype(np.float32)
    for i, before in enumerate(tags):
        for j, after in enumerate(tags):
            if after.startswith("I-") and before[2:] != after[2:]:
                matrix[i, j] = BARRED
    return matrix


def best_paths(parts: Sequence[FloatArray], transitions: FloatArray, tags: Sequence[str]) -> list[list[int]]:
    """The best sequence for each part (words, tags); a sequence starts with O or B-X. All parts side by side: a step costs much
    the same for one or ten."""
    lengths = [len(part) for part in parts]
    scores = np.zeros((len(parts), max(lengths, default=0), len(tags)), dtype=np.float32)
    for row, part in enumerate(parts):
        scores[row, : len(part)] = part
    opening = np.array([BARRED if tag.startswith("I-") else 0.0 for tag in tags], dtype=np.float32)
    totals = np.zeros_like(scores)
    totals[:, :1] = scores[:, :1] + opening
    grown = np.empty((len(parts), len(tags), len(tags)), dtype=np.float32)
    for i in range(1, scores.shape[1]):
        np.add(totals[:, i - 1, :, None], transitions, out=grown)
        np.add(np.maximum.reduce(grown, axis=1), scores[:, i], out=totals[:, i])
    came = np.zeros(scores.shape, dtype=np.int64)
    came[:, 1:] = (totals[:, :-1, :, None] + transitions).argmax(2)
    return [_traced(totals[row], came[row].tolist(), length) for row, length in enumerate(lengths)]


def _traced(totals: FloatArray, came: list[list[int]], length: int) -> list[int]:
    """The path back from the best end."""
    path = [int(totals[length - 1].argmax())] if length else []
    for i in range(length - 1, 0, -1):
        path.append(came[i][path[-1]])
    return path[::-1]


def spans_of(path: Sequence[int], tags: Sequence[str]) -> list[tuple[str, int, int]]:
    """(label, first word, word after the last) of each span of a sequence of BIO tags."""
    spans: list[tuple[str, int, int]] = []
    parted = [(tag[:2], tag[2:]) for tag in tags]
    for i, number in enumerate(path):
        place, name = parted[number]
        if place == "B-":
            spans.append((name, i, i + 1))
        elif place == "I-":
            label, first, _ = spans[-1]
            spans[-1] = (label, first, i + 1)
    return spans


def softmax(scores: FloatArray) -> FloatArray:
    """Probabilities along the last axis."""
    grown = np.exp(scores - scores.max(-1, keepdims=True))
    return np.asarray(grown / grown.sum(-1, keepdims=True), dtype=np.float32)
