"""Kept steps -> Position: an actor's stance on an issue, turn by turn, its own word apart from what others say it is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ..records import Affair, KeptStep
from .issues import Encode, Issue, find_issues
from .origins import Origins
from .stances import side
from .tellings import day_of, has_day, in_order, principals

AFFAIRS = {Affair.POSITION, Affair.DEMAND, Affair.RECOGNITION, Affair.AGREEMENT, Affair.MEMBERSHIP}


@dataclass(frozen=True, slots=True)
class Turn:
    """One stance, with the steps that tell it until the next turn. `changed_from`: the stance that it replaces, where it takes
    another side; `holds`: no later turn has replaced it."""

    stance: str
    side: int | None
    told: tuple[KeptStep, ...]
    origins: int
    changed_from: str = ""
    holds: bool = True


@dataclass(frozen=True, slots=True)
class Position:
    """An actor on an issue: `turns` by its own words and deeds, oldest first; `claims`: what others say of it."""

    actor: str
    issue: Issue
    turns: tuple[Turn, ...]
    claims: tuple[KeptStep, ...]


def find_positions(
    kept: Sequence[KeptStep],
    actor: str | None = None,
    encode: Encode | None = None,
    names: Mapping[str, str] | None = None,
    origins: Origins | None = None,
) -> tuple[Position, ...]:
    """Positions of all actors, or of one; those told of last come first. `origins` of the documents, if they are known."""
    held = [k for k in kept if k.step.affair in AFFAIRS and k.step.matter]
    issues = find_issues(held, encode, names)
    if origins is None:
        origins = Origins(held)
    by_id = {k.step.id: k for k in held}
    found = []
    for issue in issues:
        own: dict[str, list[KeptStep]] = {}
        for one in (by_id[step] for step in sorted(issue.steps)):
            holders = principals(one.step.actors) if actor is None else (actor,) if actor in one.step.actors else ()
            for holder in holders:
                own.setdefault(holder, []).append(one)
        for holder, steps in own.items():
            said = in_order(k for k in steps if k.step.own)
            claims = tuple(in_order(k for k in steps if not k.step.own))
            found.append(Position(holder, issue, tuple(_turns(said, origins)), claims))
    return tuple(sorted(found, key=lambda p: (-last_day(p), p.actor, p.issue.name)))


def last_day(position: Position) -> int:
    """Ordinal of the last day on which the position was told."""
    return max(day_of(k).toordinal() for k in (*(k for t in position.turns for k in t.told), *position.claims))


def _turns(said: Sequence[KeptStep], origins: Origins) -> Iterator[Turn]:
    """Runs of one stance; what is told again while it holds joins its run. What has no day neither follows nor ends another."""
    runs: list[tuple[str, list[KeptStep]]] = []
    for one in said:
        home = next((run for run in reversed(runs) if run[0] == one.step.stance), None)
        later = runs[runs.index(home) + 1 :] if home is not None and has_day(one) else []
        if home is not None and not any(_against(one.step.stance, run[0]) for run in later):
            home[1].append(one)
        else:
            runs.append((one.step.stance, [one]))
    dated = [run for run in runs if has_day(run[1][0])]
    for n, (stance, told) in enumerate(runs):
        earlier, later = (dated[:n], dated[n + 1 :]) if n < len(dated) else ([], [])
        before = next((run[0] for run in reversed(earlier) if side(run[0]) is not None), "")
        changed = before if before and _against(stance, before) else ""
        holds = not any(_against(stance, run[0]) for run in later)
        yield Turn(stance, side(stance), tuple(told), origins.count(told), changed, holds)


def _against(one: str, other: str) -> bool:
    """Whether two stances take different sides."""
    first, second = side(one), side(other)
    return first is not None and second is not None and first != second
