"""Accounts of several reports -> Meeting: who meets, where, when, and what each report tells of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta

from ..records import Event, EventType, Meeting, MeetingAccount, Participant, Reading, Status, Variant, When, content_id
from .encounters import Told, days, invites, length, meeting_events, one_run, refers_back

OVERLAP = 0.5  # share of the smaller account's actors more than which two accounts of one meeting have in common
_ORDER = {"iso3": 0, "org": 1, "fmt": 1, "group": 2, "person": 3}


def find_meetings(readings: Sequence[Reading]) -> tuple[Meeting, ...]:
    """The meetings of a story; those that most reports tell of, and most take part in, come first."""
    told = [t for number, reading in enumerate(readings) for t in _of_report(number, reading)]
    joined: list[list[Told]] = []
    for one in sorted(told, key=lambda t: -len(t.actors())):
        home = next((m for m in joined if _belongs(one, m)), None)
        if home is None:
            joined.append([one])
        else:
            home.append(one)
    meetings = [_meeting(sorted(_telling_who(m), key=lambda t: t.report)) for m in joined if _is_meeting(m)]
    return tuple(sorted(meetings, key=lambda m: (-len({a.document for a in m.accounts}), -len(m.participants), m.id)))


def _is_meeting(accounts: Sequence[Told]) -> bool:
    """Two who meet, or a bloc that meets somewhere or some day; invitations alone are none."""
    actors = _all_actors(accounts)
    firm = any(not invites(e, t.reading) for t in accounts for e in t.events)
    return firm and (len(actors) > 1 or any(a.startswith("org:") and t.anchored() for t in accounts for a in actors))


def _telling_who(accounts: Sequence[Told]) -> Sequence[Told]:
    """The accounts that tell who meets whom, or of a bloc; all where none does. "He arrived" alone is nobody's meeting."""
    return [t for t in accounts if len(t.actors()) > 1 or any(a.startswith("org:") for a in t.actors())] or accounts


def _all_actors(accounts: Sequence[Told]) -> set[str]:
    return set().union(*(t.actors() for t in accounts))


def _of_report(number: int, reading: Reading) -> Iterator[Told]:
    """The meetings of one report. An event without a time and place of its own goes with the last meeting before it that
    is as much to come, or as much past, as it is itself."""
    groups: list[Told] = []
    for event in meeting_events(reading):
        one = Told(reading, number, (event,))
        if not one.actors():
            continue
        home = next((i for i in reversed(range(len(groups))) if _joins(one, groups[i])), None)
        if home is None:
            groups.append(one)
        else:
            groups[home] = Told(reading, number, (*groups[home].events, event))
    yield from groups


def _joins(one: Told, other: Told) -> bool:
    """Whether an event of a report goes on about a meeting told of before."""
    follows = one.events[0].sentence - other.events[-1].sentence in (0, 1)  # "She chaired the summit."
    invited = any(invites(e, one.reading) for e in one.events)
    again = any(refers_back(e, one.reading) for e in one.events)
    goes_on = again or (not one.anchored() and (follows or (invited and other.coming())))  # guests come to what was announced
    if not goes_on and not _of_same_parties(one, other):
        return False
    return _as_far(one, other) and (_compatible(one, other) or (_one_place(one, other) and one_run(one, other)))


def _of_same_parties(one: Told, other: Told) -> bool:
    """Whether most of the smaller side are on the other: one who meets two people a day has two meetings."""
    return _overlap(one, other) > OVERLAP


def _belongs(one: Told, meeting: Sequence[Told]) -> bool:
    """One account tells of the meeting, and none speaks against it: what a report tells apart, no third one joins."""
    return any(_same(one, other) for other in meeting) and all(
        one.report != other.report and _compatible(one, other) for other in meeting
    )


def _same(one: Told, other: Told) -> bool:
    return one.report != other.report and _as_far(one, other) and _compatible(one, other) and _of_same_parties(one, other)


def _as_far(one: Told, other: Told) -> bool:
    """Both to come or both past; reports of other days may see one meeting from before and from after it."""
    if None in (one.coming(), other.coming()) or one.coming() == other.coming():
        return True
    return one.report != other.report and days(one.when()) is not None and days(other.when()) is not None


def _compatible(one: Told, other: Told) -> bool:
    """Neither time nor place speaks against one meeting, nor that one is a call by telephone."""
    first, second = days(one.when()), days(other.when())
    together = first is None or second is None or (first[0] <= second[1] and second[0] <= first[1])
    return together and one.by_phone() == other.by_phone() and _one_place(one, other)


def _one_place(one: Told, other: Told) -> bool:
    a, b = one.place(), other.place()
    return a is None or b is None or a.id is None or b.id is None or a.id == b.id


def _overlap(one: Told, other: Told) -> float:
    left, right = one.actors(), other.actors()
    return len(left & right) / max(1, min(len(left), len(right)))


def _meeting(accounts: list[Told]) -> Meeting:
    times = [t.when() for t in accounts]
    when = min((w for w in times if w is not None), key=lambda w: (length(w) == timedelta(), length(w)), default=None)
    places = [p.id for t in accounts if (p := t.place()) is not None and p.id is not None]
    participants = tuple(sorted(_all_actors(accounts), key=lambda a: (_ORDER.get(a.split(":")[0], 4), a)))
    widest = max(accounts, key=lambda t: max(len(t.people(e)) for e in t.events))
    host = _host(accounts)
    naming = max(
        widest.events, key=lambda e: (e.type is EventType.CONSULT, host in _doers(e), e.when is not None, len(widest.people(e)))
    )
    document = widest.reading.document
    return Meeting(
        id=content_id("mtg", [e.id for t in accounts for e in t.events]),
        name=Variant(document.id, naming.span, naming.span.of(document.text)),
        host=host,
        participants=participants,
        place=max(sorted(set(places)), key=places.count) if places else None,
        when=when,
        status=_status(accounts),
        accounts=tuple(_account(t) for t in accounts),
        rule="consult events by participants, time and place",
        score=round(min(1.0, 0.4 + 0.2 * len({t.report for t in accounts})), 3),
    )


def _account(told: Told) -> MeetingAccount:
    people: dict[tuple[int, int], Participant] = {}
    for event in told.events:
        for participant in told.participants(event):
            people.setdefault((participant.span.start, participant.span.end), participant)
    when = told.when()
    return MeetingAccount(
        document=told.reading.document.id,
        spans=tuple(e.span for e in told.events),
        participants=tuple(people[k] for k in sorted(people)),
        place=told.place(),
        when=when,
        when_span=next((e.when_span for e in told.events if when is not None and _starts(e, when)), None),
        status=_status([told]),
        events=tuple(e.id for e in told.events),
    )


def _starts(event: Event, when: When) -> bool:
    return event.when is not None and event.when.earliest == when.earliest


def _doers(event: Event) -> set[str | None]:
    return {a for p in event.actors for a in p.actors}


def _host(accounts: Sequence[Told]) -> str | None:
    """The organisation that is an actor in most accounts' first events."""
    firsts = [a for t in accounts for p in t.events[0].actors for a in p.actors if a.startswith("org:")]
    return max(sorted(set(firsts)), key=firsts.count) if firsts else None


def _status(accounts: Sequence[Told]) -> Status:
    """The stage that most accounts tell of; those that only tell of invitations are heard where no other does."""
    plain = [t for t in accounts if t.coming() is not None] or accounts
    stages = [stage for t in plain for stage in t.stages()]
    return max(sorted(set(stages)), key=stages.count)
