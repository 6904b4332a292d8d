"""Kept steps -> Commitment: what was promised, planned or expected, by when, and what became of it, with both sentences."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from ..records import Affair, KeptStep, Status, When
from .issues import Encode, content, shared
from .tellings import count_origins, find_origins, in_order, principals, told_on

PLEDGED = {Affair.COMMITMENT, Affair.EXPECTATION}
BONDS = {Affair.SANCTION, Affair.AID, Affair.AGREEMENT, Affair.RECOGNITION, Affair.MEMBERSHIP}
CLOSING = BONDS | {Affair.CONDUCT, Affair.POSITION, Affair.MEETING}
REAL = {Status.DONE, Status.ONGOING}
SAME = 0.5  # share of words of a promise that tell of its outcome too
ALIKE = 0.5  # cosine that must go with it, where vectors are known
FORGOTTEN = timedelta(days=400)  # without a due day: after this nobody knows


class Outcome(StrEnum):
    OPEN = "open"
    KEPT = "kept"
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


def find_commitments(kept: Sequence[KeptStep], on: date, encode: Encode | None = None) -> tuple[Commitment, ...]:
    """Commitments and expectations with what became of them by `on`; those due first come first, those without a day last."""
    pledges = in_order(k for k in kept if _is_pledge(k))
    closings = in_order(k for k in kept if k.step.affair in CLOSING and not _is_pledge(k))
    vectors = _vectors((*pledges, *closings), encode)
    origins = find_origins((*pledges, *closings))
    groups: list[list[KeptStep]] = []
    for one in pledges:
        home = next((g for g in groups if _again(g[-1], one, vectors)), None)
        if home is None:
            groups.append([one])
        else:
            home.append(one)
    found = [_commitment(group, closings, vectors, origins, on) for group in groups]
    return tuple(sorted(found, key=lambda c: (_due_day(c.due) or date.max, told_on(c.first.header), c.first.step.id)))


def _is_pledge(kept: KeptStep) -> bool:
    step = kept.step
    return step.affair in PLEDGED or (step.affair in BONDS and step.status is Status.PLANNED)


def _vectors(kept: Iterable[KeptStep], encode: Encode | None) -> Mapping[str, object]:
    matters = list(dict.fromkeys(k.step.matter for k in kept if k.step.matter))
    return dict(zip(matters, encode(matters), strict=True)) if encode is not None and matters else {}


def _again(one: KeptStep, other: KeptStep, vectors: Mapping[str, object]) -> bool:
    """Whether two promises of one actor are the same promise."""
    return bool(set(principals(one.step.actors)) & set(principals(other.step.actors))) and _likely(one, other, vectors, 0.7)


def _likely(one: KeptStep, other: KeptStep, vectors: Mapping[str, object], least: float) -> bool:
    first, second = content(one.step.matter), content(other.step.matter)
    share = shared(first, second)
    if len(first & second) < min(2, len(first), len(second)) or share < least:
        return False
    if vectors and share < 1:
        return float(vectors[one.step.matter] @ vectors[other.step.matter]) >= ALIKE  # type: ignore[operator]
    return True


def _commitment(
    group: list[KeptStep], closings: Sequence[KeptStep], vectors: Mapping[str, object], origins: dict[str, int], on: date
) -> Commitment:
    first, last = group[0], group[-1]
    actors = principals(first.step.actors)
    due = next((k.step.due for k in reversed(group) if k.step.due is not None), None)
    later = [k for k in closings if _after(first, k) and _closes(first, k, vectors)]
    count = count_origins(group, origins)
    for one in reversed(later):
        outcome = _outcome(one, due)
        if outcome is not None:
            return Commitment(actors, tuple(group), outcome, (one,), one.step.due or due, count)
    moved = [k for k in group[1:] if _due_day(k.step.due) not in (None, _due_day(first.step.due))]
    if moved and first.step.due is not None:
        return Commitment(actors, tuple(group), Outcome.CHANGED, (moved[-1],), moved[-1].step.due, count)
    day = _due_day(due)
    if day is not None:
        return Commitment(actors, tuple(group), Outcome.OVERDUE if day < on else Outcome.OPEN, (), due, count)
    silent = on - told_on(last.header) > FORGOTTEN
    return Commitment(actors, tuple(group), Outcome.UNKNOWN if silent else Outcome.OPEN, (), None, count)


def _after(pledge: KeptStep, other: KeptStep) -> bool:
    """Whether a report is later than that of the promise."""
    return pledge.header.document != other.header.document and told_on(pledge.header) <= told_on(other.header)


def _closes(pledge: KeptStep, other: KeptStep, vectors: Mapping[str, object]) -> bool:
    if not set(principals(pledge.step.actors)) & set(principals(other.step.actors)):
        return False
    if pledge.step.affair is other.step.affair and set(pledge.step.counterparts) & set(other.step.counterparts):
        return _likely(pledge, other, vectors, SAME)
    return _likely(pledge, other, vectors, SAME) and other.step.affair is not Affair.MEETING


def _outcome(closing: KeptStep, due: When | None) -> Outcome | None:
    """What a later report makes of a promise; None where it says nothing of its end."""
    stance, status = closing.step.stance, closing.step.status
    if stance in ("puts off", "brings forward"):
        return Outcome.CHANGED
    if stance == "goes back on" or status is Status.REFUSED:
        return Outcome.BROKEN
    if stance.startswith(("does not", "is not", "opposes", "criticises")) or closing.step.affair is Affair.POSITION:
        return None
    if status is Status.NOT_DONE:
        day = _due_day(due)
        return Outcome.BROKEN if day is not None and day < told_on(closing.header) else None
    return Outcome.KEPT if status in REAL else None


def _due_day(due: When | None) -> date | None:
    return None if due is None else due.latest or due.earliest
