"""Groups of units -> the threads of a comparison: reports that tell of one matter, linked by what they surely share."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

from .alignment import sureness
from .units import Unit

SURE = 0.9  # of one point, which links two reports by itself; of unrelated events single sentences reach .87
LIKELY = 0.6  # of each of two points that do
Pairs = Mapping[tuple[int, int], float]
Thread = tuple[int, ...]


def find_threads(units: Sequence[Unit], groups: Iterable[Sequence[int]], pairs: Pairs, reports: int) -> tuple[Thread, ...]:
    """Numbers of the reports, those together that are linked, directly or through others; in order. Where no two are, all are one
    thread: short reports may have no more than one point, and that in other words."""
    shared: dict[tuple[int, int], list[float]] = {}
    for group in groups:
        sure = sureness(group, pairs)
        for pair in combinations(sorted({units[i].report for i in group}), 2):
            shared.setdefault(pair, []).append(sure)
    thread = {report: {report} for report in range(reports)}
    for (one, other), values in shared.items():
        if max(values) >= SURE or sum(value >= LIKELY for value in values) > 1:
            joined = thread[one] | thread[other]
            thread |= dict.fromkeys(joined, joined)
    apart = {id(own): tuple(sorted(own)) for own in thread.values()}
    return tuple(apart.values()) if len(apart) < reports else (tuple(range(reports)),)


def within(threads: Sequence[Thread], units: Sequence[Unit], pairs: Pairs) -> dict[tuple[int, int], float]:
    """The pairs of units of one thread."""
    home = _homes(threads)
    return {(i, j): value for (i, j), value in pairs.items() if home[units[i].report] == home[units[j].report]}


def parted(threads: Sequence[Thread], units: Sequence[Unit], groups: Iterable[tuple[int, ...]]) -> tuple[tuple[int, ...], ...]:
    """The groups, each cut into those of its units that are of one thread; none of one unit that stands in a larger one."""
    home = _homes(threads)
    cut: set[tuple[int, ...]] = set()
    for group in groups:
        for thread in {home[units[i].report] for i in group}:
            cut.add(tuple(i for i in group if home[units[i].report] == thread))
    larger = {i for own in cut if len(own) > 1 for i in own}
    return tuple(sorted(own for own in cut if len(own) > 1 or own[0] not in larger))


def _homes(threads: Sequence[Thread]) -> dict[int, int]:
    return {report: number for number, thread in enumerate(threads) for report in thread}
