"""CONSULT events of several reports -> Meeting: who meets, where, when, and what each report tells of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from ..records import (
    Event,
    EventType,
    Meeting,
    MeetingAccount,
    Participant,
    Place,
    Reading,
    Status,
    Variant,
    When,
    content_id,
)

OVERLAP = 0.4  # share of the smaller account's actors that two accounts of one meeting have in common
_COMING = {Status.PLANNED, Status.EXPECTED, Status.ONGOING, Status.CALLED_FOR, Status.CONDITIONAL}
_LONGEST = timedelta(days=45)  # times vaguer than this say nothing of which meeting is meant


@dataclass(frozen=True, slots=True)
class Told:
    """Events of one report that are one meeting."""

    report: int
    events: tuple[Event, ...]

    def actors(self) -> set[str]:
        return {a for e in self.events for p in (*e.actors, *e.recipients) for a in p.actors}

    def when(self) -> When | None:
        known = [e.when for e in self.events if e.when is not None and e.when.earliest is not None]
        return min(known, key=_length) if known else None

    def place(self) -> Place | None:
        return next((e.place for e in self.events if e.place is not None), None)

    def coming(self) -> bool:
        return self.events[0].status in _COMING


def find_meetings(readings: Sequence[Reading]) -> tuple[Meeting, ...]:
    """The meetings of a story; those that most reports tell of, and most take part in, come first."""
    told = [t for number, reading in enumerate(readings) for t in _of_report(number, reading)]
    joined: list[list[Told]] = []
    for one in sorted(told, key=lambda t: -len(t.actors())):
        home = next((m for m in joined if any(_same(one, other) for other in m)), None)
        if home is None:
            joined.append([one])
        else:
            home.append(one)
    meetings = [_meeting(sorted(m, key=lambda t: t.report), readings) for m in joined if len(_all_actors(m)) > 1]
    return tuple(sorted(meetings, key=lambda m: (-len({a.document for a in m.accounts}), -len(m.participants), m.id)))


def _all_actors(accounts: Sequence[Told]) -> set[str]:
    return set().union(*(t.actors() for t in accounts))


def _of_report(number: int, reading: Reading) -> Iterator[Told]:
    """The meetings of one report. An event without a time and place of its own goes with the last meeting before it that
    is as much to come, or as much past, as it is itself."""
    groups: list[Told] = []
    consults = sorted((e for e in reading.events if e.type is EventType.CONSULT), key=lambda e: e.span)
    for event in consults:
        one = Told(number, (event,))
        if not one.actors():
            continue
        anchored = one.when() is not None or one.place() is not None
        home = next((i for i in reversed(range(len(groups))) if _joins(one, groups[i], anchored)), None)
        if home is None:
            groups.append(one)
        else:
            groups[home] = Told(number, (*groups[home].events, event))
    yield from groups


def _joins(one: Told, other: Told, anchored: bool) -> bool:
    if one.coming() != other.coming() or not _compatible(one, other):
        return False
    return not anchored or _overlap(one, other) >= OVERLAP


def _same(one: Told, other: Told) -> bool:
    if one.coming() != other.coming() and not (one.when() and other.when()):
        return False
    return _compatible(one, other) and _overlap(one, other) >= OVERLAP


def _compatible(one: Told, other: Told) -> bool:
    """Neither time nor place speaks against one meeting."""
    a, b = one.place(), other.place()
    if a is not None and b is not None and a.id is not None and b.id is not None and a.id != b.id:
        return False
    first, second = _days(one.when()), _days(other.when())
    return first is None or second is None or (first[0] <= second[1] and second[0] <= first[1])


def _days(when: When | None) -> tuple[date, date] | None:
    if when is None or when.earliest is None or when.latest is None or _length(when) > _LONGEST:
        return None
    return when.earliest, when.latest


def _length(when: When) -> timedelta:
    if when.earliest is None or when.latest is None:
        return timedelta.max
    return when.latest - when.earliest


def _overlap(one: Told, other: Told) -> float:
    left, right = one.actors(), other.actors()
    return len(left & right) / max(1, min(len(left), len(right)))


def _meeting(accounts: list[Told], readings: Sequence[Reading]) -> Meeting:
    told = tuple(_account(t, readings[t.report]) for t in accounts)
    times = [t.when() for t in accounts]
    when = min((w for w in times if w is not None), key=_length, default=None)
    places = [p.id for t in accounts if (p := t.place()) is not None and p.id is not None]
    participants = tuple(sorted(_all_actors(accounts)))
    widest = max(accounts, key=lambda t: max(len(Told(t.report, (e,)).actors()) for e in t.events))
    naming = max(widest.events, key=lambda e: (len(Told(0, (e,)).actors()), -len(e.span)))
    document = readings[widest.report].document
    return Meeting(
        id=content_id("mtg", [e.id for t in accounts for e in t.events]),
        name=Variant(document.id, naming.span, naming.span.of(document.text)),
        host=_host(accounts),
        participants=participants,
        place=max(sorted(set(places)), key=places.count) if places else None,
        when=when,
        status=_status(accounts),
        accounts=told,
        rule="consult events by participants, time and place",
        score=round(min(1.0, 0.4 + 0.2 * len({t.report for t in accounts})), 3),
    )


def _account(told: Told, reading: Reading) -> MeetingAccount:
    people: dict[tuple[int, int], Participant] = {}
    for event in told.events:
        for participant in (*event.actors, *event.recipients):
            people.setdefault((participant.span.start, participant.span.end), participant)
    when = told.when()
    return MeetingAccount(
        document=reading.document.id,
        spans=tuple(e.span for e in told.events),
        participants=tuple(people[k] for k in sorted(people)),
        place=told.place(),
        when=when,
        when_span=next((e.when_span for e in told.events if e.when is when and when is not None), None),
        status=told.events[0].status,
        events=tuple(e.id for e in told.events),
    )


def _host(accounts: Sequence[Told]) -> str | None:
    """The organisation that is an actor in most accounts' first events."""
    firsts = [a for t in accounts for p in t.events[0].actors for a in p.actors if a.startswith("org:")]
    return max(sorted(set(firsts)), key=firsts.count) if firsts else None


def _status(accounts: Sequence[Told]) -> Status:
    statuses = [e.status for t in accounts for e in t.events]
    return max(sorted(set(statuses)), key=statuses.count)
