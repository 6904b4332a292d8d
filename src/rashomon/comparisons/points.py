"""Groups of units -> Point: who tells it, and in which words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ..records import Account, Difference, Event, Point, Span, Status, Story, ToldBy, Variant, content_id
from .likeness import Array
from .shelves import Shelf
from .units import Unit

_PLANS = {Status.PLANNED, Status.EXPECTED, Status.CALLED_FOR, Status.CONDITIONAL}


def make_point(
    story: Story,
    shelves: Mapping[str, Shelf],
    units: Sequence[Unit],
    told: Mapping[int, Span],
    score: float,
    differences: tuple[Difference, ...],
    vectors: Array,
) -> Point:
    """The point that some units tell; `shelves` are in the order of the reports, `told` are the units' numbers and of each the
    span that tells it."""
    by_report: dict[int, list[int]] = {}
    for i in told:
        by_report.setdefault(units[i].report, []).append(i)
    reports = list(shelves.values())
    accounts = tuple(_account(reports[r], units, {i: told[i] for i in by_report[r]}) for r in sorted(by_report))
    plainest = _plainest(units, list(told), vectors)
    document = reports[units[plainest].report].reading.document
    gist = Variant(document.id, told[plainest], " ".join(told[plainest].of(document.text).split()))
    told_by = ToldBy.ONE if len(accounts) == 1 else ToldBy.ALL if len(accounts) == len(reports) else ToldBy.SOME
    spans = [[a.document, [[s.start, s.end] for s in a.spans]] for a in accounts]
    return Point(
        id=content_id("pnt", story.id, spans),
        kind=_kind(shelves, accounts),
        gist=gist,
        accounts=accounts,
        told_by=told_by,
        left_out=(),
        differences=differences,
        rule="alignment",
        score=round(score, 3),
    )


def _account(shelf: Shelf, units: Sequence[Unit], told: Mapping[int, Span]) -> Account:
    spans = tuple(sorted(told.values()))
    indices = sorted({units[i].sentence.index for i in told})
    events = (e for i in indices for e in shelf.told.get(i, ()))
    return Account(
        shelf.reading.document.id,
        spans,
        tuple(e.id for e in events if any(s.overlaps(e.span) for s in spans)),
        tuple(a.id for i in indices for a in shelf.words.get(i, ())),
    )


def _plainest(units: Sequence[Unit], group: Sequence[int], vectors: Array) -> int:
    """The unit nearest to the middle of its group, of equals the shortest."""
    own = vectors[list(group)]
    middle = own.mean(axis=0)
    closeness = own @ middle
    return max(group, key=lambda i: (round(float(closeness[list(group).index(i)]), 2), -len(units[i].text), -i))


def _kind(shelves: Mapping[str, Shelf], accounts: Sequence[Account]) -> str:
    """statement, plan, act or background, as most of the point's events and attributions are."""
    votes: dict[str, int] = {}
    for account in accounts:
        for event in (shelves[account.document].events[e] for e in account.events):
            kind = _event_kind(event)
            votes[kind] = votes.get(kind, 0) + 1
        if account.attributions and not account.events:
            votes["statement"] = votes.get("statement", 0) + 1
    return max(sorted(votes), key=lambda k: votes[k]) if votes else "background"


def _event_kind(event: Event) -> str:
    if event.speech is not None or event.type.quad is None:
        return "statement"
    return "plan" if event.status in _PLANS else "act"
