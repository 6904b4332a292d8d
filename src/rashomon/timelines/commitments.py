"""Kept steps -> Commitment: what was promised, planned or expected, by when, and what became of it, with both sentences."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from ..records import Affair, KeptStep, Status, When
from .issues import Encode, content
from .kinds import Done, by_whom, done_by, is_rest, kinds, opposite
from .origins import Origins
from .tellings import FORGOTTEN, in_order, principals, told_on

PLEDGED = {Affair.COMMITMENT, Affair.EXPECTATION}
BONDS = {Affair.SANCTION, Affair.AID, Affair.AGREEMENT, Affair.RECOGNITION, Affair.MEMBERSHIP}
CLOSING = BONDS | {Affair.ACT, Affair.CONDUCT, Affair.POSITION, Affair.MEETING}
REAL = {Status.DONE, Status.ONGOING}
AGAIN = 0.7  # share of words of a promise that is told again
SAME = 0.5  # share of words of a promise that tell of its outcome too
ALIKE = 0.5  # cosine that must go with it, where vectors are known
THING = 0.38  # cosine of what is done to, where actor, kind of deed and counterpart are the same ("boats", "the ships")
FEW = 5  # things: of a larger number of them that comes again the words may be others ("11 men", "the 11 fishermen")


class Outcome(StrEnum):
    OPEN = "open"
    KEPT = "kept"
    PARTLY = "partly kept"
    CHANGED = "changed"
    BROKEN = "broken"
    OVERDUE = "overdue"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Commitment:
    """A promise with the reports that tell of it, and those that close it. `due` is the day that held last."""

    actors: tuple[str, ...]
    told: tuple[KeptStep, ...]
    outcome: Outcome
    closed_by: tuple[KeptStep, ...]
    due: When | None
    origins: int

    @property
    def first(self) -> KeptStep:
        return self.told[0]


@dataclass(frozen=True, slots=True)
class _Telling:
    """A kept step with what is asked of it again and again."""

    kept: KeptStep
    actors: frozenset[str]
    words: frozenset[str]
    told: date
    done: Done


class _Nearby:
    """Tellings by actor and word, and by actor and kind of deed: those that may be about one thing."""

    def __init__(self) -> None:
        self._places: dict[tuple[str, str], list[int]] = {}
        self._kinds: dict[tuple[str, str], list[int]] = {}

    def add(self, n: int, telling: _Telling) -> None:
        for actor in telling.actors:
            for word in telling.words:
                self._places.setdefault((actor, word), []).append(n)
            for kind in telling.done.kinds:
                self._kinds.setdefault((actor, kind), []).append(n)

    def of_kind(self, telling: _Telling) -> set[int]:
        """Numbers of the tellings in which the same actor does something of the same kind, or undoes it."""
        undone = {kinds()[k].opposite for k in telling.done.kinds}
        asked = ((a, k) for a in telling.actors for k in telling.done.kinds | undone)
        return {n for key in asked for n in self._kinds.get(key, ())}

    def of(self, telling: _Telling) -> list[int]:
        """Numbers of the tellings that share an actor and two words with this one, or one where it has no more."""
        found: Counter[int] = Counter()
        for actor in telling.actors:
            for word in telling.words:
                found.update(self._places.get((actor, word), ()))
        return sorted(n for n, count in found.items() if count >= min(2, len(telling.words)))


def find_commitments(
    kept: Sequence[KeptStep], on: date, encode: Encode | None = None, origins: Origins | None = None
) -> tuple[Commitment, ...]:
    """Commitments and expectations with what became of them by `on`; those due first come first, those without a day last.
    `origins` of the documents, if they are known."""
    pledges = [_telling(k) for k in in_order(k for k in kept if _is_pledge(k))]
    actors = frozenset().union(*(p.actors for p in pledges)) if pledges else frozenset()
    closings = [_telling(k) for k in in_order(k for k in kept if k.step.affair in CLOSING and not _is_pledge(k))]
    closings = [c for c in closings if c.actors & actors]
    vectors = _vectors(pledges, closings, encode)
    if origins is None:
        origins = Origins(p.kept for p in pledges)
    nearby = _Nearby()
    for n, closing in enumerate(closings):
        nearby.add(n, closing)
    found = []
    for group in _groups(pledges, vectors):
        near = sorted({*nearby.of(group[0]), *nearby.of_kind(group[0])})
        later = [closings[n] for n in near if _closes(group[0], closings[n], vectors)]
        found.append(_commitment(group, later, origins, on))
    return tuple(sorted(found, key=lambda c: (_due_day(c.due) or date.max, told_on(c.first.header), c.first.step.id)))


def _telling(kept: KeptStep) -> _Telling:
    return _Telling(
        kept, frozenset(principals(kept.step.actors)), content(kept.step.matter), told_on(kept.header), done_by(kept.step)
    )


def _is_pledge(kept: KeptStep) -> bool:
    step = kept.step
    return step.affair in PLEDGED or (step.affair in BONDS and step.status is Status.PLANNED)


def _vectors(pledges: Sequence[_Telling], closings: Sequence[_Telling], encode: Encode | None) -> Mapping[str, Any]:
    """The vectors of the matters that words alone do not decide on: to encode all of a page costs seconds."""
    if encode is None:
        return {}
    matters = list(
        dict.fromkeys((*_unsure(pledges, pledges, AGAIN), *_unsure(pledges, closings, SAME), *_things(pledges, closings)))
    )
    return dict(zip(matters, encode(matters), strict=True)) if matters else {}


def _things(pledges: Sequence[_Telling], closings: Sequence[_Telling]) -> Iterator[str]:
    """What is done to by the pairs that do one kind of thing, in other words."""
    nearby = _Nearby()
    for n, closing in enumerate(closings):
        nearby.add(n, closing)
    for pledge in pledges:
        for other in (closings[n] for n in nearby.of_kind(pledge)):
            if (
                pledge.told <= other.told
                and not pledge.done.objects & other.done.objects
                and _for_one(pledge.done, other.done, pledge, other)
            ):
                yield from filter(None, (pledge.done.thing, other.done.thing))


def _unsure(ones: Sequence[_Telling], others: Sequence[_Telling], least: float) -> Iterator[str]:
    """The matters of the pairs that have many words in common, but not all of the shorter's."""
    nearby = _Nearby()
    for n, other in enumerate(others):
        nearby.add(n, other)
    for one in ones:
        for other in (others[n] for n in nearby.of(one)):
            fewest = min(len(one.words), len(other.words))
            if len(one.words & other.words) < fewest and _likely(one, other, {}, least):
                yield from filter(None, (one.done.thing, other.done.thing))


def _groups(pledges: Sequence[_Telling], vectors: Mapping[str, Any]) -> list[list[_Telling]]:
    """The promises that are one promise told again, in order of time."""
    groups: list[list[_Telling]] = []
    nearby, homes = _Nearby(), list[int]()
    for n, one in enumerate(pledges):
        near = dict.fromkeys(homes[m] for m in nearby.of(one))
        home = next((h for h in near if _likely(groups[h][-1], one, vectors, AGAIN)), len(groups))
        if home == len(groups):
            groups.append([])
        groups[home].append(one)
        homes.append(home)
        nearby.add(n, one)
    return groups


def _likely(one: _Telling, other: _Telling, vectors: Mapping[str, Any], least: float) -> bool:
    """Whether two tellings of one actor are about one thing: `least` is the share of the shorter's words, two at least."""
    common = len(one.words & other.words)
    fewest = min(len(one.words), len(other.words))
    if not one.actors & other.actors or common < min(2, fewest) or common < least * max(1, fewest):
        return False
    left, right = vectors.get(one.done.thing), vectors.get(other.done.thing)
    return common == fewest or left is None or right is None or float(left @ right) >= ALIKE


def _commitment(group: Sequence[_Telling], later: Sequence[_Telling], origins: Origins, on: date) -> Commitment:
    told = tuple(t.kept for t in group)
    actors, first = principals(told[0].step.actors), told[0]
    due = next((k.step.due for k in reversed(told) if k.step.due is not None), None)
    count = origins.count(told)
    ends = [(one.kept, outcome) for one in later if (outcome := _outcome(group[0], one, due)) is not None]
    kept = next((n for n, (_, outcome) in enumerate(ends) if outcome is Outcome.KEPT), None)
    if kept is not None:  # what is undone after it was done was done
        ends = [(k, o) for n, (k, o) in enumerate(ends) if n <= kept or o is not Outcome.BROKEN or k.step.stance == "goes back on"]
    if ends:
        closing, outcome = ends[-1]
        return Commitment(actors, told, outcome, (closing,), closing.step.due or due, origins.count((*told, closing)))
    moved = [k for k in told[1:] if _due_day(k.step.due) not in (None, _due_day(first.step.due))]
    day = _due_day(due)
    if moved and first.step.due is not None and (day is None or day >= on):
        return Commitment(actors, told, Outcome.CHANGED, (moved[-1],), moved[-1].step.due, count)
    if day is not None:
        return Commitment(actors, told, Outcome.OVERDUE if day < on else Outcome.OPEN, (), due, count)
    silent = on - group[-1].told > FORGOTTEN
    return Commitment(actors, told, Outcome.UNKNOWN if silent else Outcome.OPEN, (), None, count)


def _closes(pledge: _Telling, other: _Telling, vectors: Mapping[str, Any]) -> bool:
    """Whether a later report tells of the end of a promise; a meeting ends none."""
    later = pledge.kept.header.document != other.kept.header.document and pledge.told <= other.told
    if not later or other.kept.step.affair is Affair.MEETING:
        return False
    one, two = pledge.done, other.done
    if one.kinds and two.kinds and not one.kinds & two.kinds and not opposite(one, two):
        return False
    return _likely(pledge, other, vectors, SAME) or _same_deed(pledge, other, vectors)


def _same_deed(pledge: _Telling, other: _Telling, vectors: Mapping[str, Any]) -> bool:
    """Whether one actor does (or undoes) one kind of thing to, or with, the same: the same sort of thing in other words."""
    one, two = pledge.done, other.done
    if (
        not pledge.actors & other.actors
        or not (one.kinds & two.kinds or opposite(one, two))
        or not _for_one(one, two, pledge, other)
    ):
        return False
    if one.objects & two.objects or (one.amount is not None and one.amount == two.amount and one.amount > FEW):
        return True
    if not one.objects or not two.objects or by_whom(one, two):  # "left Mali": no more is said than with whom
        return bool(one.names & two.names or _others(pledge) & _others(other))
    left, right = vectors.get(one.thing), vectors.get(two.thing)
    return left is not None and right is not None and float(left @ right) >= THING


def _for_one(one: Done, two: Done, pledge: _Telling, other: _Telling) -> bool:
    """Whether nothing speaks against the same counterpart: where both name somebody, they name one in common."""
    left, right = _others(pledge), _others(other)
    return not left or not right or bool(left & right) or bool(one.names & two.names)


def _others(telling: _Telling) -> frozenset[str]:
    return frozenset(principals(telling.kept.step.counterparts))


def _outcome(pledge: _Telling, other: _Telling, due: When | None) -> Outcome | None:
    """What a later report makes of a promise; None where it says nothing of its end."""
    closing = other.kept
    stance, status = closing.step.stance, closing.step.status
    if stance in ("puts off", "brings forward"):
        return Outcome.CHANGED
    if stance in ("goes back on", "calls off") or status is Status.REFUSED:
        return Outcome.BROKEN
    if stance.startswith(("does not", "is not", "opposes", "criticises")) or closing.step.affair is Affair.POSITION:
        return None
    if status is Status.NOT_DONE:
        day = _due_day(due)
        return Outcome.BROKEN if day is not None and day < other.told else None
    if status not in REAL:
        return None
    if opposite(pledge.done, other.done):
        return Outcome.BROKEN
    return Outcome.PARTLY if _is_part(pledge.done, other) else Outcome.KEPT


def _is_part(pledged: Done, other: _Telling) -> bool:
    """Whether less was done than was promised: "24 million of the 80 million doses", "half of the tanks"."""
    done = other.done
    if is_rest(other.kept.step.matter):
        return False
    fewer = pledged.amount is not None and done.amount is not None and done.amount < pledged.amount
    return done.part or (fewer and bool(pledged.objects & done.objects))


def _due_day(due: When | None) -> date | None:
    return None if due is None else due.latest or due.earliest
