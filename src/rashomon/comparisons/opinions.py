"""What the judge of points says of two sentences: whether they tell one point, and in which slots they differ."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from .likeness import Array

Judge = Callable[[Sequence[tuple[str, str]]], Array]  # array (pairs, 10) of log odds; see models.PointJudge
POINT, DIFFERS, HARD = 0, slice(1, 9), 9  # its columns; DIFFERS are the slots in the order of phrases.SLOTS
WIDTH = HARD + 1


def asked_once(judge: Judge) -> Judge:
    """The judge with a memory: the same pairs are asked of when points are aligned and when they are held against one another."""
    known: dict[tuple[str, str], Array] = {}

    def judged(pairs: Sequence[tuple[str, str]]) -> Array:
        new = [pair for pair in dict.fromkeys(pairs) if pair not in known]
        known.update(zip(new, judge(new), strict=True))
        return np.array([known[pair] for pair in pairs], dtype=np.float32).reshape(len(pairs), WIDTH)

    return judged
