"""Point + Units -> the reports that leave the point out: said only of those that could tell it and have nothing like it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

import numpy as np

from ..records import ANALYSED, Account, Point, Reading, Status, ZoneKind
from .likeness import Array
from .shelves import Shelf
from .units import Unit

SHORTEST = 5  # tokens of a statement that a report can leave out
VAGUE = timedelta(days=31)  # publication dates less exact than this say nothing of what a report could tell
UNSURE = 0.45  # score of a point told by several below which nobody is said to leave it out: perhaps it is no point
LIKE = 0.2  # likelihood of one point, and
NEAR = 0.58  # cosine, from which a sentence may tell the point in other words
RARE = 12  # a word is rare that at most one in so many sentences of the story has
IN_COMMON = 2  # rare words of the point that a sentence has which may tell it


@dataclass(frozen=True, slots=True)
class Echoes:
    """How near each unit (row) comes to any unit of each report (column): `likeness` as the alignment has it, `cosines`. `rare`
    are the rare words of each unit, `holders` the units that have a rare word."""

    reports: tuple[int, ...]
    likeness: Array
    cosines: Array
    rare: tuple[frozenset[str], ...]
    holders: Mapping[str, tuple[int, ...]]

    def may_tell(self, told: Collection[int]) -> set[int]:
        """The reports of which some sentence may tell, in other words, what these units tell."""
        rows = list(told)
        near = (self.likeness[rows].max(axis=0) >= LIKE) | (self.cosines[rows].max(axis=0) >= NEAR)
        words = frozenset().union(*(self.rare[i] for i in rows))
        shared = Counter(j for word in words for j in self.holders[word])
        return {*np.flatnonzero(near).tolist(), *(self.reports[j] for j, n in shared.items() if n >= IN_COMMON)}


def find_echoes(units: Sequence[Unit], vectors: Array, pairs: Mapping[tuple[int, int], float], reports: int) -> Echoes:
    """`vectors` are those of the units, `pairs` the likelihoods that two of them tell one point."""
    likeness = np.zeros((len(units), reports), dtype=np.float32)
    for (i, j), value in pairs.items():
        likeness[i, units[j].report] = max(likeness[i, units[j].report], value)
        likeness[j, units[i].report] = max(likeness[j, units[i].report], value)
    cosines = np.zeros((len(units), reports), dtype=np.float32)
    for report in range(reports):
        own = [i for i, unit in enumerate(units) if unit.report == report]
        if own:
            cosines[:, report] = (vectors @ vectors[own].T).max(axis=1)
    times = Counter(word for unit in units for word in unit.words)
    most = max(IN_COMMON, len(units) // RARE)
    rare = tuple(frozenset(word for word in unit.words if times[word] <= most) for unit in units)
    holders: dict[str, list[int]] = {}
    for i, words in enumerate(rare):
        for word in words:
            holders.setdefault(word, []).append(i)
    return Echoes(tuple(u.report for u in units), likeness, cosines, rare, {w: tuple(own) for w, own in holders.items()})


def with_silences(
    points: Sequence[Point],
    told: Sequence[Collection[int]],
    shelves: Mapping[str, Shelf],
    threads: Sequence[Sequence[str]],
    echoes: Echoes,
) -> list[Point]:
    """The points, each with those who may tell it too and those who leave it out. `told` are the units of each; `threads` the
    reports that tell of one matter: nobody leaves out what happened elsewhere."""
    until = horizons(points, shelves)
    fellows = {document: {d: until[d] for d in thread if d in until} for thread in threads for document in thread}
    out = []
    for point, own in zip(points, told, strict=True):
        point = replace(point, perhaps=perhaps_telling(point, own, echoes, shelves))
        out.append(replace(point, left_out=left_out(point, shelves, fellows[point.gist.document])))
    return out


def horizons(points: Sequence[Point], shelves: Mapping[str, Shelf]) -> dict[str, date | None]:
    """For each report that shares a point with another: the day up to which it could tell of things. That is its own
    publication; of an undated report the latest day of what it shares with others; None where nothing is known. What a
    report in another language leaves out cannot be said: it is not analysed."""
    dated = {d: _published(s.reading) for d, s in shelves.items() if s.reading.document.language in ANALYSED}
    out: dict[str, date | None] = {}
    for point in points:
        if len(point.accounts) > 1:
            fact = _fact_date(point, shelves)
            for document in (a.document for a in point.accounts if a.document in dated):
                known = out.get(document)
                out[document] = dated[document] or (max(known, fact) if known and fact else known or fact)
    return out


def perhaps_telling(point: Point, told: Collection[int], echoes: Echoes, shelves: Mapping[str, Shelf]) -> tuple[str, ...]:
    """Reports that may tell the point too, as far as is seen: they have something like it, or are in a language that is not
    analysed. `told` are the units of the point."""
    tellers = {a.document for a in point.accounts}
    near = echoes.may_tell(told)
    return tuple(
        d
        for report, (d, shelf) in enumerate(shelves.items())
        if d not in tellers and (shelf.reading.document.language not in ANALYSED or report in near)
    )


def left_out(point: Point, shelves: Mapping[str, Shelf], covering: Mapping[str, date | None]) -> tuple[str, ...]:
    """Reports that cover the matter (`covering`: up to which day), are not older than the fact, and do not even tell it perhaps.
    Of captions and of fragments without a verb nobody is said to leave them out."""
    known = {*(a.document for a in point.accounts), *point.perhaps}
    if not any(_states(shelves[a.document], a) for a in point.accounts) or (len(point.accounts) > 1 and point.score < UNSURE):
        return ()
    fact = _fact_date(point, shelves)
    return tuple(d for d in shelves if d in covering and d not in known and _could_tell(covering[d], fact))


def _could_tell(until: date | None, fact: date | None) -> bool:
    return fact is None or until is None or until >= fact


def _states(shelf: Shelf, account: Account) -> bool:
    """Whether one of the spans is a statement: a sentence of some length with a verb, and no caption."""
    return any(
        s.zone not in {ZoneKind.CAPTION, ZoneKind.SUBHEADING}
        and len(s.tokens) >= SHORTEST
        and any(t.pos in {"VERB", "AUX"} for t in s.tokens)
        for s in map(shelf.sentence, account.spans)
        if s is not None
    )


def _published(reading: Reading) -> date | None:
    """The last day on which the report can have come out, if that is known to a month."""
    when = reading.document.published
    if when is None or when.earliest is None or when.latest is None or when.latest - when.earliest > VAGUE:
        return None
    return when.latest


def _fact_date(point: Point, shelves: Mapping[str, Shelf]) -> date | None:
    """The day from which the point could be told: that of what is done in it, of several the last; where none is dated, the
    earliest publication of those who tell it."""
    published, happened = [], []
    for account in point.accounts:
        shelf = shelves[account.document]
        day = _published(shelf.reading)
        if day is not None:
            published.append(day)
        done = (shelf.events[e] for e in account.events)
        days = [e.when.earliest for e in done if e.status is Status.DONE and e.when is not None and e.when.earliest]
        if days:
            happened.append(max(days))
    return min(happened or published, default=None)
