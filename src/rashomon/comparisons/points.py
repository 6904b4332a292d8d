"""Groups of units -> Point: who tells it, who leaves it out, and in which words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from ..records import (
    ANALYSED,
    Account,
    Difference,
    Event,
    Point,
    Reading,
    Span,
    Status,
    Story,
    ToldBy,
    Variant,
    ZoneKind,
    content_id,
)
from .likeness import Array
from .shelves import Shelf
from .units import Unit

SHORTEST = 5  # tokens of a statement that a report can leave out
VAGUE = timedelta(days=31)  # publication dates less exact than this say nothing of what a report could tell
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


def left_out(point: Point, shelves: Mapping[str, Shelf], covering: Mapping[str, date | None]) -> tuple[str, ...]:
    """Reports that cover the story (`covering`: up to which day), are not older than the fact, and do not tell it. Of
    captions and of fragments without a verb nobody is said to leave them out."""
    told = {a.document for a in point.accounts}
    if not any(_states(shelves[a.document], a) for a in point.accounts):
        return ()
    fact = _fact_date(point, shelves)
    return tuple(d for d in shelves if d in covering and d not in told and _could_tell(covering[d], fact))


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
    """The day from which the point could be told: the earliest publication of those who tell it, less a day for the
    difference of time zones; a dated done event moves it forward or back to its own day."""
    published, happened = [], []
    for account in point.accounts:
        shelf = shelves[account.document]
        day = _published(shelf.reading)
        if day is not None:
            published.append(day)
        for event in (shelf.events[e] for e in account.events):
            if event.status is Status.DONE and event.when is not None and event.when.earliest:
                happened.append(event.when.earliest)
    if happened:
        return min(happened)
    return min(published) - timedelta(days=1) if published else None
