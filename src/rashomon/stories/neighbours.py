"""Gists -> who is near whom: an index of telling words, so that a report is laid beside a few others and not beside all."""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from typing import Any

import numpy as np
from numpy.typing import NDArray

from .gists import FEATURES, NAMES, WORDS, Gist
from .weights import SAME_STORY

KEYS = 20  # words and names of a report by which others find it
HOLDERS = 256  # reports of a word that are looked at: those that came last
MOST = 64  # reports that a new one is laid beside
ROUGHLY = 4 * MOST  # those among which they are chosen, by what they share and by their days
NEAR = 0.35  # cosine of the leads below which two reports are not compared
LEAST = 0.02  # likeness worth keeping
SAME_DAYS = 4  # publication dates this far apart are one story's, all else being equal
WEEK = 7  # days between two reports that may be two sides of one happening, though they are little alike
DECAY = 120.0  # days more that bring the likeness down to a third
BACKGROUND = 0.24  # what is left of the likeness of news and a look back: enough to be linked, not to be one story
VECTOR = 384
_UNDATED = -(1 << 30)


class Neighbours:
    """Grows by one report at a time; what a report costs does not grow with their number.

    Two reports are compared if one of the MOST with which the later one shares most of its KEYS is the other. As long as
    no word is a key of more than HOLDERS reports, the pairs are the same in whatever order the reports come.
    """

    def __init__(self) -> None:
        self._words = _Bags(WORDS)
        self._names = _Bags(NAMES)
        self._vectors = _Rows(VECTOR, np.float16)
        self._days = _Rows(1, np.int32)
        self._background = _Rows(1, np.bool_)
        self._shared = _Rows(1, np.float32)  # of each report, what it shares with the new one: all 0 between two calls
        self._holders: dict[int, array[int]] = {}
        self._count = 0

    def __len__(self) -> int:
        return self._count

    def add(self, gist: Gist) -> tuple[NDArray[np.int32], NDArray[np.float32], NDArray[np.bool_]]:
        """The numbers of the reports that the new one is like, how like, and whether they are news of the same week as far as
        that is known. Reports are numbered as they come."""
        words, names = gist.words.arrays(), gist.names.arrays()
        vector = np.frombuffer(gist.vector, "<f2")
        day = _UNDATED if gist.day is None else gist.day.toordinal()
        keys = list(_keys(words, names))
        near = self._candidates(keys, day)
        likenesses = self._likenesses(near, words, names, vector, day)
        alike = self._background.values[near, 0] == gist.background
        likenesses[~alike] *= BACKGROUND
        days = self._days.values[near, 0]
        together = alike & ((days == _UNDATED) | (day == _UNDATED) | (np.abs(days.astype(np.int64) - day) <= WEEK))
        for key, _ in keys:
            self._hold(key)
        for rows, value in ((self._vectors, vector), (self._days, day), (self._background, gist.background), (self._shared, 0.0)):
            rows.append(value)
        self._words.append(*words)
        self._names.append(*names)
        self._count += 1
        kept = likenesses > LEAST
        return near[kept], likenesses[kept], together[kept]

    def _candidates(self, keys: list[tuple[int, float]], day: int) -> NDArray[np.int32]:
        shared = self._shared.values[:, 0]
        touched = []
        for key, weight in keys:
            if key in self._holders:
                rows = np.frombuffer(self._holders[key], np.int32)[-HOLDERS:]
                shared[rows] += weight
                touched.append(rows)
        if not touched:
            return np.zeros(0, np.int32)
        found = np.unique(np.concatenate(touched))
        weights = shared[found]
        shared[found] = 0.0
        if len(found) > ROUGHLY:
            kept = np.argpartition(-weights, ROUGHLY)[:ROUGHLY]
            found, weights = found[kept], weights[kept]
        if len(found) > MOST:
            ranks = weights * closeness(self._days.values[found, 0], day)
            found = found[np.argpartition(-ranks, MOST)[:MOST]]
        return found

    def _likenesses(
        self, near: NDArray[np.int32], words: _Arrays, names: _Arrays, vector: NDArray[Any], day: int
    ) -> NDArray[np.float32]:
        if not len(near):
            return np.zeros(0, np.float32)
        # In 64 bits, so that it is all the same which of two reports came first.
        leads = self._vectors.values[near].astype(np.float64) @ vector.astype(np.float64)
        features = np.stack([self._words.cosines(near, *words), self._names.cosines(near, *names), leads], axis=1)
        likenesses = SAME_STORY.probability(features) * closeness(self._days.values[near, 0], day)
        return np.where(leads >= NEAR, likenesses, 0.0).astype(np.float32)

    def _hold(self, key: int) -> None:
        holders = self._holders.setdefault(key, array("i"))
        if len(holders) >= 2 * HOLDERS:
            del holders[:HOLDERS]
        holders.append(self._count)


_Arrays = tuple[NDArray[np.int32], NDArray[np.float32]]


def _keys(words: _Arrays, names: _Arrays) -> Iterator[tuple[int, float]]:
    """The heaviest words and names, names first: a name is a word too, and is told apart by its id alone."""
    seen: set[int] = set()
    half = KEYS // 2
    for (ids, values), most in ((names, half), (words, KEYS)):
        for key, value in zip(ids[:most].tolist(), values[:most].tolist(), strict=True):
            if key not in seen and len(seen) < KEYS:
                seen.add(key)
                yield key, value


def closeness(days: NDArray[np.int32], day: int) -> NDArray[np.float32]:
    """1 for reports of the same days, less the further apart they stand; unknown dates do not part."""
    apart = np.maximum(0, np.abs(days.astype(np.int64) - day) - SAME_DAYS)
    return np.where((days == _UNDATED) | (day == _UNDATED), 1.0, np.exp(-apart / DECAY)).astype(np.float32)


class _Rows:
    """An array that grows at its end."""

    def __init__(self, width: int, kind: Any) -> None:
        self._array = np.zeros((1024, width), kind)
        self._used = 0

    @property
    def values(self) -> NDArray[Any]:
        return self._array[: self._used]

    def append(self, row: Any, width: int | None = None) -> None:
        """`width`: how many places the row fills; the others stay 0."""
        if self._used == len(self._array):
            self._array = np.concatenate([self._array, np.zeros_like(self._array)])
        self._array[self._used, :width] = row
        self._used += 1


class _Bags:
    """Bags of at most `width` words as rows of ids and values; an empty place has value 0."""

    def __init__(self, width: int) -> None:
        self._ids = _Rows(width, np.int32)
        self._values = _Rows(width, np.float16)
        self._dense = np.zeros(FEATURES, np.float32)

    def append(self, ids: NDArray[np.int32], values: NDArray[np.float32]) -> None:
        self._ids.append(ids, len(ids))
        self._values.append(values, len(values))

    def cosines(self, rows: NDArray[np.int32], ids: NDArray[np.int32], values: NDArray[np.float32]) -> NDArray[np.float64]:
        """Cosines of a bag with the bags of these rows."""
        self._dense[ids] = values
        held, own = self._dense[self._ids.values[rows]], self._values.values[rows]
        found: NDArray[np.float64] = np.einsum("ij,ij->i", held, own, dtype=np.float64)
        self._dense[ids] = 0.0
        return found
