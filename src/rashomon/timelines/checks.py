"""Steps against the dated facts of the tables: what they say of a membership, sanction, agreement or recognition told of."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta

from ..records import Affair, KeptStep, Status
from ..tables import Tables
from ..tables.rows import ORGANISATIONS, Agreement, Years
from .facts import Fact, partnerships
from .issues import content
from .tellings import day_of, has_day, principals

REAL = (Status.DONE, Status.ONGOING)
LATE = timedelta(days=45)  # a report may tell of a signing, or of sanctions, so long before or after the day of the tables
SIGNING = {"signs", "concludes", "reaches"}
LEAVING = {"leaves", "lifts", "waives", "ends", "withdraws from", "suspends"}


def check(kept: KeptStep, tables: Tables, on: date) -> tuple[Fact, ...]:
    """The facts that bear on what is told of, with whether they agree; nothing where the tables have no row: they hold what is
    sure, not all there is."""
    finder = CHECKS.get(kept.step.affair)
    return tuple(finder(kept, tables, on)) if finder is not None else ()


def _pairs(kept: KeptStep) -> list[tuple[str, str]]:
    return [(a, b) for a in principals(kept.step.actors) for b in principals(kept.step.counterparts) if a != b]


# -- memberships and partnerships ----------------------------------------------------------------------------------------


def _of_bodies(kept: KeptStep, tables: Tables, on: date) -> Iterator[Fact]:
    pairs = [(a, b) for a, b in _pairs(kept) if b.startswith(ORGANISATIONS)]
    if kept.step.affair is Affair.PARTNERSHIP:
        pairs += [(b, a) for a, b in _pairs(kept) if a.startswith(ORGANISATIONS)]
        pairs = [(a, b) for a, b in pairs if not a.startswith(ORGANISATIONS)]
    return (_standing(kept, actor, body, tables, on) for actor, body in pairs if tables.members(body))


def _standing(kept: KeptStep, actor: str, body: str, tables: Tables, on: date) -> Fact:
    rows = [m for m in tables.memberships_of(actor, body) if m.years.holds(on)]
    if rows:
        return Fact(actor, body, "member", body, rows[0].years.first, rows[0].source, _agrees(kept, "member"))
    partner = next(partnerships(actor, body, tables, on), None)
    if partner is not None:
        return Fact(actor, body, "partner", partner[0], partner[1], partner[2], _agrees(kept, "partner"))
    return Fact(actor, body, "none", "", None, "", _agrees(kept, "none"))


def _agrees(kept: KeptStep, standing: str) -> bool | None:
    step = kept.step
    if step.affair is Affair.PARTNERSHIP:
        return True if standing in ("partner", "member") else None
    if step.status in REAL and step.stance == "is called a member of":
        return standing == "member"
    return None


# -- sanctions, recognitions, agreements -----------------------------------------------------------------------------------


def _of_sanctions(kept: KeptStep, tables: Tables, on: date) -> Iterator[Fact]:
    """Of each pair the row that holds on the day of the step; else, for what is told as done, the one that had ended."""
    day = min(day_of(kept), on)
    for actor, target in _pairs(kept):
        senders, targets = tables.bodies_of(actor, day), tables.bodies_of(target, day)
        rows = [r for r in tables.sanctions if senders & set(r.senders) and targets & set(r.targets)]
        fact = _of_rows(kept, actor, target, day, [(r.years, f"{r.kind}: {r.matter}", r.source) for r in rows])
        if fact is not None:
            yield fact


def _of_recognitions(kept: KeptStep, tables: Tables, on: date) -> Iterator[Fact]:
    day = min(day_of(kept), on)
    for actor, other in _pairs(kept):
        rows = [r for r in tables.recognitions if (r.who, r.what) == (actor, other)]
        fact = _of_rows(kept, actor, other, day, [(r.years, r.matter, r.source) for r in rows])
        if fact is not None:
            yield fact


def _of_rows(kept: KeptStep, actor: str, other: str, day: date, rows: list[tuple[Years, str, str]]) -> Fact | None:
    """What the rows of two actors say of a step: one that holds on the day or near it, else the last one that has ended."""
    holding = [r for r in rows if any(r[0].holds(d) for d in (day, day - LATE, day + LATE))]
    ended = [r for r in rows if r[0].last is not None and r[0].last < day]
    standing = "sanctions" if kept.step.affair is Affair.SANCTION else "recognises"
    if not holding and not ended:
        return None
    years, matter, source = (holding or ended)[-1]
    fact = Fact(actor, other, standing, actor, years.first, source, None, kept.step.affair, matter, years.last)
    denied = kept.step.status in (Status.NOT_DONE, Status.REFUSED)
    if (
        kept.step.stance in LEAVING
        or kept.step.status not in (*REAL, Status.NOT_DONE, Status.REFUSED)
        or kept.step.when is not None
        or not has_day(kept)
    ):
        return fact  # an end, a plan, a day of its own, or none that is known: nothing that could be held against the tables
    if not holding:
        return replace(fact, agrees=denied)
    return replace(fact, agrees=not denied if years.holds(day) else None)


def _of_agreements(kept: KeptStep, tables: Tables, on: date) -> Iterator[Fact]:
    """The agreement whose name the report has, if the actors are parties to it."""
    actors = set(principals(kept.step.actors))
    for row in tables.agreements:
        if actors <= set(row.parties) and _named(kept.step.matter, row):
            for actor in actors:
                yield Fact(actor, next((p for p in row.parties if p != actor), ""), "party", row.name, row.signed.first, row.source,
                           _signed(kept, row, on), Affair.AGREEMENT, "", row.years.last)  # fmt: skip


def _named(matter: str, row: Agreement) -> bool:
    said = " ".join(matter.casefold().split())
    return any(name.casefold() in said for name in (row.name, *row.aliases)) and bool(content(row.name))


def _signed(kept: KeptStep, row: Agreement, on: date) -> bool | None:
    """Whether a signing that the report dates falls on the day of the tables; None where it gives no day."""
    when = kept.step.when
    if kept.step.stance not in SIGNING or kept.step.status not in REAL or when is None or when.earliest is None:
        return None
    last, first = row.signed.last or on, row.signed.first or on
    return (when.latest or when.earliest) >= first - LATE and when.earliest <= last + LATE


CHECKS: Mapping[Affair, Callable[[KeptStep, Tables, date], Iterator[Fact]]] = {
    Affair.MEMBERSHIP: _of_bodies,
    Affair.PARTNERSHIP: _of_bodies,
    Affair.SANCTION: _of_sanctions,
    Affair.RECOGNITION: _of_recognitions,
    Affair.AGREEMENT: _of_agreements,
}
