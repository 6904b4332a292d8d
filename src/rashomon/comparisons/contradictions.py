"""Units that no point joins -> those that tell one thing otherwise for certain: what contradicts often comes in other words."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from .differences import JUDGES
from .likeness import likest_first
from .tellings import Telling
from .units import Unit

LEAST = 0.2  # likeness of two sentences of which one act is told in two ways that exclude one another
MOST = 3  # sentences of another report that one is held against, those it is most like


def find_contradictions(
    units: Sequence[Unit],
    telling: Callable[[int], Telling],
    pairs: Mapping[tuple[int, int], float],
    groups: Sequence[tuple[int, ...]],
) -> list[tuple[int, ...]]:
    """Groups of a unit with all those of other reports that contradict it and stand in no group with it; in order."""
    stars: dict[int, list[int]] = {}
    for i, j in _candidates(units, pairs, groups):
        found = (judge(telling(i), telling(j), pairs[i, j]) for judge in JUDGES)
        if any(difference.hard for difference in found if difference is not None):
            middle, other = (j, i) if j in stars else (i, j)
            stars.setdefault(middle, []).append(other)
    return sorted(tuple(sorted((middle, *others))) for middle, others in stars.items())


def _candidates(
    units: Sequence[Unit], pairs: Mapping[tuple[int, int], float], groups: Sequence[tuple[int, ...]]
) -> list[tuple[int, int]]:
    """Pairs of two reports, of each unit the MOST likeliest of each other report, that are in no group together."""
    homes: dict[int, set[int]] = {}
    for number, group in enumerate(groups):
        for i in group:
            homes.setdefault(i, set()).add(number)
    likely = [(i, j) for (i, j), likeness in pairs.items() if likeness >= LEAST and units[i].report != units[j].report]
    seen: dict[tuple[int, int], int] = {}
    out = []
    for i, j in likest_first(likely, pairs):
        turns = [(i, units[j].report), (j, units[i].report)]
        for turn in turns:
            seen[turn] = seen.get(turn, 0) + 1
        if all(seen[turn] <= MOST for turn in turns) and not homes[i] & homes[j]:
            out.append((i, j))
    return out
