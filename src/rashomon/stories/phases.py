"""Gists of a story -> its phases: the reports in order of time, parted where days go by or the telling turns."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import groupby

import numpy as np
from numpy.typing import NDArray

from .gists import Gist

SILENCE = 2  # days from one report to the next that end a phase
TURN = 0.75  # cosine of a day's mean lead with that of the phase so far, below which another phase begins


def find_phases(gists: Sequence[Gist]) -> tuple[tuple[str, ...], ...]:
    """Ids of the documents, phase by phase; undated reports in a last phase of their own."""
    dated = sorted((g for g in gists if g.day is not None), key=lambda g: (g.day, g.document))
    phases: list[list[Gist]] = []
    last: date | None = None
    for day, group in groupby(dated, key=lambda g: g.day):
        today = list(group)
        assert day is not None
        if last is None or (day - last).days >= SILENCE or _mean(today) @ _mean(phases[-1]) < TURN:
            phases.append([])
        phases[-1] += today
        last = day
    undated = [g for g in gists if g.day is None]
    return tuple(tuple(dict.fromkeys(g.document for g in phase)) for phase in (*phases, undated) if phase)


def _mean(gists: Sequence[Gist]) -> NDArray[np.float32]:
    total = np.sum([np.frombuffer(g.vector, "<f2").astype(np.float32) for g in gists], axis=0)
    return np.asarray(total / (np.linalg.norm(total) or 1.0))
