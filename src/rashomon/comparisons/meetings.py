"""CONSULT events of several reports -> Meeting: who meets, where, when, and what each report tells of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from ..records import (
    Event,
    EventType,
    Meeting,
    MeetingAccount,
    Participant,
    Place,
    Precision,
    Reading,
    Span,
    Status,
    Variant,
    When,
    ZoneKind,
    content_id,
)

OVERLAP = 0.4  # share of the smaller account's actors that two accounts of one meeting have in common
_COMING = {Status.PLANNED, Status.EXPECTED, Status.ONGOING, Status.CALLED_FOR, Status.CONDITIONAL}
_LONGEST = timedelta(days=45)  # times vaguer than this say nothing of which meeting is meant
_LEAD = 1_500  # characters of a report in which a meeting without a place is where the dateline is
_THESE_DAYS = 10
_INVITING = re.compile(r"\binvit(?:e|es|ed|ing|ation|ations)\b", re.IGNORECASE)
_DATELINE = re.compile(r"[A-Z][A-Za-z.' -]+")
_DURATION = re.compile(r"P(\d{1,2})D")
_LED = re.compile(r"[-‑](?:led|backed|brokered|mediated|sponsored|dominated|aligned|allied)\b", re.IGNORECASE)
_ORDER = {"iso3": 0, "org": 1, "fmt": 1, "group": 2, "person": 3}


@dataclass(frozen=True, slots=True)
class Told:
    """Events of one report that are one meeting."""

    reading: Reading
    report: int
    events: tuple[Event, ...]

    def actors(self) -> set[str]:
        return {a for e in self.events for a in self.people(e)}

    def people(self, event: Event) -> set[str]:
        return {a for p in (*event.actors, *event.recipients) for a in self.meant(p)}

    def meant(self, participant: Participant) -> tuple[str, ...]:
        """Who is meant: "the US-led bloc" is not the United States."""
        return () if _LED.search(participant.span.of(self.reading.document.text)) else participant.actors

    def when(self) -> When | None:
        known = [_stretched(e, self.reading) for e in self.events if e.when is not None and e.when.earliest is not None]
        return min(known, key=lambda w: (_length(w) == timedelta(), _length(w))) if known else None

    def place(self) -> Place | None:
        return next((e.place for e in self.events if e.place is not None), None) or _dateline(self.reading, self.events[0])

    def anchored(self) -> bool:
        return any(e.when is not None or e.place is not None for e in self.events)

    def coming(self) -> bool | None:
        """Whether it is still to come; None where all that is told is an invitation."""
        firm = [e for e in self.events if not _invites(e, self.reading)]
        return firm[0].status in _COMING if firm else None


def _invites(event: Event, reading: Reading) -> bool:
    return any(_INVITING.search(t.of(reading.document.text)) for t in event.trigger)


def _stretched(event: Event, reading: Reading) -> When:
    """The event's time, drawn out over the days that its sentence gives it ("the two-day gathering, which begins Wednesday")."""
    when = event.when
    assert when is not None
    if when.precision is not Precision.DAY or when.earliest is None:
        return when
    sentence = next((s.span for s in reading.sentences if s.index == event.sentence), event.span)
    for timex in reading.timexes:
        days = _DURATION.fullmatch(timex.when.value)
        if days is not None and sentence.holds(timex.span) and int(days[1]) > 1:
            last = when.earliest + timedelta(days=int(days[1]) - 1)
            value = f"{when.earliest.isoformat()}/{last.isoformat()}"
            return replace(when, value=value, edtf=value, latest=last, precision=Precision.INTERVAL, rule="day and duration")
    return when


def _of_these_days(event: Event, reading: Reading) -> bool:
    published = reading.document.published
    if event.when is None or event.when.earliest is None or published is None or published.earliest is None:
        return False
    return abs((event.when.earliest - published.earliest).days) <= _THESE_DAYS


def _dateline(reading: Reading, event: Event) -> Place | None:
    """The town of the dateline, for a meeting of these days told of at the head of the report."""
    zone = next((z for z in reading.document.zones if z.kind is ZoneKind.DATELINE), None)
    if zone is None or event.span.start - zone.span.end > _LEAD or not _of_these_days(event, reading):
        return None
    town = _DATELINE.match(zone.span.of(reading.document.text))
    if town is None:
        return None
    name = town[0].strip(" -.")
    return Place(Span(zone.span.start, zone.span.start + len(name)), f"place:{name.lower().replace(' ', '-')}")


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
    meetings = [_meeting(sorted(m, key=lambda t: t.report)) for m in joined if _is_meeting(m)]
    return tuple(sorted(meetings, key=lambda m: (-len({a.document for a in m.accounts}), -len(m.participants), m.id)))


def _is_meeting(accounts: Sequence[Told]) -> bool:
    """Two who meet, or a bloc that meets somewhere or some day; invitations alone are none."""
    actors = _all_actors(accounts)
    firm = any(t.coming() is not None for t in accounts)
    return firm and (len(actors) > 1 or any(a.startswith("org:") and t.anchored() for t in accounts for a in actors))


def _all_actors(accounts: Sequence[Told]) -> set[str]:
    return set().union(*(t.actors() for t in accounts))


def _of_report(number: int, reading: Reading) -> Iterator[Told]:
    """The meetings of one report. An event without a time and place of its own goes with the last meeting before it that
    is as much to come, or as much past, as it is itself."""
    groups: list[Told] = []
    for event in sorted((e for e in reading.events if e.type is EventType.CONSULT or _invites(e, reading)), key=lambda e: e.span):
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
    if not _as_far(one, other) or not _compatible(one, other):
        return False
    return not one.anchored() or bool(one.actors() & other.actors())


def _belongs(one: Told, meeting: Sequence[Told]) -> bool:
    """One account tells of the meeting, and none speaks against it: what a report tells apart, no third one joins."""
    return any(_same(one, other) for other in meeting) and all(
        one.report != other.report and _compatible(one, other) for other in meeting
    )


def _same(one: Told, other: Told) -> bool:
    return one.report != other.report and _as_far(one, other) and _compatible(one, other) and _overlap(one, other) >= OVERLAP


def _as_far(one: Told, other: Told) -> bool:
    """Both to come or both past; reports of other days may see one meeting from before and from after it."""
    if None in (one.coming(), other.coming()) or one.coming() == other.coming():
        return True
    return one.report != other.report and _days(one.when()) is not None and _days(other.when()) is not None


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


def _meeting(accounts: list[Told]) -> Meeting:
    times = [t.when() for t in accounts]
    when = min((w for w in times if w is not None), key=lambda w: (_length(w) == timedelta(), _length(w)), default=None)
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
        for participant in (*event.actors, *event.recipients):
            meant = replace(participant, actors=told.meant(participant))
            people.setdefault((participant.span.start, participant.span.end), meant)
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
    statuses = [e.status for t in accounts for e in t.events if not _invites(e, t.reading)]
    statuses = statuses or [e.status for t in accounts for e in t.events]
    return max(sorted(set(statuses)), key=statuses.count)
