"""Tables -> Fact: what the dated tables say of an actor on a day: memberships, sanctions, agreements, recognitions, aid."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from ..records import Affair
from ..tables import Tables
from ..tables.rows import Years

WORLD = "org:un"  # of its sanctions every state is a sender: they are told as its own
PARTNERS = ("partner", "candidate", "participant")


@dataclass(frozen=True, slots=True)
class Fact:
    """What the tables say of an actor and a body (or another actor) on a day. `standing`: "member", "partner" (of a format that
    belongs to the body), "candidate", "none", "sanctions", "party", "recognises", "aids"; `through`: the body or the name of the
    agreement by which it is so; `since` and `until` as the table has them, `source` its words. `agrees`: whether the report says
    the same; None where it cannot be told."""

    actor: str
    body: str
    standing: str
    through: str
    since: date | None
    source: str
    agrees: bool | None
    affair: Affair = Affair.MEMBERSHIP
    matter: str = ""
    until: date | None = None


def facts_of(actor: str, tables: Tables, on: date) -> tuple[Fact, ...]:
    """All that the tables say of an actor on a day, by affair."""
    found = [
        *memberships(actor, tables, on), *sanctions(actor, tables, on), *agreements(actor, tables, on),
        *recognitions(actor, tables, on), *pledges(actor, tables, on),
    ]  # fmt: skip
    order = list(Affair)
    return tuple(sorted(found, key=lambda f: (order.index(f.affair), f.actor != actor, f.body, f.since or date.min)))


def memberships(actor: str, tables: Tables, on: date) -> Iterator[Fact]:
    """The organisations that an actor belongs to, or is a partner or candidate of."""
    for organisation in tables.organisations:
        for row in tables.standings_of(actor, organisation.id):
            if not row.years.holds(on):
                continue
            partner = bool(organisation.id.startswith("fmt:") and organisation.parent) or row.status in PARTNERS
            if not partner and not row.status.startswith("member"):
                continue
            standing = row.status if row.status in PARTNERS else "partner" if partner else "member"
            affair = Affair.PARTNERSHIP if partner else Affair.MEMBERSHIP
            yield Fact(actor, organisation.id, standing, organisation.id, row.years.first, row.source, None, affair)


def partnerships(actor: str, body: str, tables: Tables, on: date) -> Iterator[tuple[str, date | None, str]]:
    """The formats of a body (its partners, its candidates) that an actor belongs to on a day: id, since when, source."""
    for organisation in tables.organisations:
        if organisation.parent == body and organisation.id.startswith("fmt:"):
            for row in tables.standings_of(actor, organisation.id):
                if row.years.holds(on):
                    yield organisation.id, row.years.first, row.source


def sanctions(actor: str, tables: Tables, on: date) -> Iterator[Fact]:
    """The sanctions that an actor holds against others, alone or as a member, and those that others hold against it."""
    own = tables.bodies_of(actor, on) - {WORLD} | {actor}
    for row in tables.sanctions:
        if row.years.holds(on):
            sender = next((s for s in row.senders if s in own), None)
            for target in row.targets if sender is not None else ():
                yield _sanction(actor, target, sender or "", row.years, f"{row.kind}: {row.matter}", row.source)
            for who in row.senders if set(row.targets) & own else ():
                yield _sanction(who, actor, who, row.years, f"{row.kind}: {row.matter}", row.source)


def _sanction(who: str, whom: str, through: str, years: Years, matter: str, source: str) -> Fact:
    return Fact(who, whom, "sanctions", through, years.first, source, None, Affair.SANCTION, matter, years.last)


def agreements(actor: str, tables: Tables, on: date) -> Iterator[Fact]:
    """The agreements that bind an actor on a day."""
    for row in tables.agreements:
        if actor in row.bound(on):
            others = tuple(p for p in row.parties if p != actor)
            yield Fact(actor, others[0] if others else "", "party", row.name, row.signed.first, row.source, None,
                       Affair.AGREEMENT, with_names(others, tables), row.years.last)  # fmt: skip


def recognitions(actor: str, tables: Tables, on: date) -> Iterator[Fact]:
    """Whom an actor recognises, and who recognises it."""
    for row in tables.recognitions:
        if actor in (row.who, row.what) and row.years.holds(on):
            yield Fact(row.who, row.what, "recognises", "", row.years.first, row.source, None, Affair.RECOGNITION, row.matter,
                       row.years.last)  # fmt: skip


def pledges(actor: str, tables: Tables, on: date) -> Iterator[Fact]:
    """The aid that an actor pledged, or was pledged."""
    for row in tables.pledges:
        if row.years.holds(on):
            own = row.donors if actor in row.recipients else (actor,) if actor in row.donors else ()
            for donor in own:
                for recipient in row.recipients:
                    yield Fact(donor, recipient, "aids", "", row.years.first, row.source, None, Affair.AID,
                               f"{row.amount}, {row.matter}", row.years.last)  # fmt: skip


def with_names(parties: Iterable[str], tables: Tables) -> str:
    """ "with Mali and Niger" """
    names = [tables.name(p) for p in parties]
    return f"with {', '.join(names[:-1])} and {names[-1]}" if len(names) > 1 else f"with {''.join(names)}" if names else ""
