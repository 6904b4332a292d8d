"""Steps against the dated facts of the tables: what they say of a membership or partnership that a report tells of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from ..records import Affair, KeptStep, Status
from ..tables import Tables
from .tellings import principals

BODIES = ("org:", "fmt:")


@dataclass(frozen=True, slots=True)
class Fact:
    """What the tables say of an actor and a body on a day: "member", "partner" (of a format that belongs to the body), or
    "none"; `since` as the table has it, `source` its words. `agrees`: whether the report says the same; None where it cannot
    be told."""

    actor: str
    body: str
    standing: str
    through: str
    since: date | None
    source: str
    agrees: bool | None


def check(kept: KeptStep, tables: Tables, on: date) -> tuple[Fact, ...]:
    """The facts that bear on a membership or partnership told of; nothing for other affairs and bodies without known members."""
    step = kept.step
    if step.affair not in (Affair.MEMBERSHIP, Affair.PARTNERSHIP):
        return ()
    sides = (principals(step.actors), principals(step.counterparts))
    pairs = [(a, b) for a in sides[0] for b in sides[1] if b.startswith(BODIES)]
    pairs += [(a, b) for a in sides[1] for b in sides[0] if b.startswith(BODIES) and step.affair is Affair.PARTNERSHIP]
    if step.affair is Affair.PARTNERSHIP:
        pairs = [(a, b) for a, b in pairs if not a.startswith(BODIES)]
    return tuple(_fact(kept, actor, body, tables, on) for actor, body in pairs if actor != body and tables.members(body))


def _fact(kept: KeptStep, actor: str, body: str, tables: Tables, on: date) -> Fact:
    rows = [m for m in tables.memberships_of(actor, body) if m.years.holds(on)]
    if rows:
        return Fact(actor, body, "member", body, rows[0].years.first, rows[0].source, _agrees(kept, "member"))
    partner = next(partnerships(actor, body, tables, on), None)
    if partner is not None:
        return Fact(actor, body, "partner", partner[0], partner[1], partner[2], _agrees(kept, "partner"))
    return Fact(actor, body, "none", "", None, "", _agrees(kept, "none"))


def partnerships(actor: str, body: str, tables: Tables, on: date) -> Iterator[tuple[str, date | None, str]]:
    """The formats of a body (its partners) that an actor belongs to on a day: id, since when, source."""
    for organisation in tables.organisations:
        if organisation.parent == body and organisation.id.startswith("fmt:"):
            for row in tables.memberships_of(actor, organisation.id):
                if row.years.holds(on):
                    yield organisation.id, row.years.first, row.source


def _agrees(kept: KeptStep, standing: str) -> bool | None:
    step = kept.step
    if step.affair is Affair.PARTNERSHIP:
        return True if standing in ("partner", "member") else None
    if step.status not in (Status.DONE, Status.ONGOING):
        return None
    if step.stance == "is called a member of":
        return standing == "member"
    return None


def memberships(actor: str, tables: Tables, on: date) -> tuple[Fact, ...]:
    """The organisations that an actor belongs to on a day, by the tables."""
    found = []
    for organisation in tables.organisations:
        for row in tables.memberships_of(actor, organisation.id):
            if row.years.holds(on):
                standing = "partner" if organisation.id.startswith("fmt:") and organisation.parent else "member"
                found.append(Fact(actor, organisation.id, standing, organisation.id, row.years.first, row.source, None))
    return tuple(sorted(found, key=lambda f: f.body))
