"""Lines on meetings -> Account: what one report, or several, tell of one meeting, joined by parties, day and place."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from ..records import KeptStep, Status, When
from ..tables import Tables
from .tellings import has_day, in_order, principals, told_on

OVERLAP = 0.4  # share of the smaller account's parties that two accounts of one meeting have in common
MOSTLY = 0.6  # the same for a meeting on another day, of which a report says that it was put off
MANY = 3  # parties that two accounts have in common, where a report without a date tells of one
APART = timedelta(days=62)  # between the day that was set and the day to which a meeting was moved
NEAR = 4  # sentences
VAGUE = timedelta(days=45)
COMING = {Status.PLANNED, Status.EXPECTED, Status.CALLED_FOR, Status.CONDITIONAL}
ABSENT = {"does not take part in", "will not take part in", "is not invited to"}
GUESTS = {"is invited to"}


class Account:
    """The lines that tell of one meeting, and what follows from them."""

    def __init__(self, lines: Sequence[KeptStep], tables: Tables) -> None:
        self.lines = in_order(lines)
        self._tables = tables
        self.documents = {k.header.document for k in lines}
        self.events = {event for k in lines for event in k.step.events}
        self.people = {a for k in lines if k.step.stance not in ABSENT for a in _parties(k)}
        self.coming = any(k.step.status in COMING for k in lines)
        self.loose = all(is_loose(k) for k in lines)
        self.when = _when(self.lines)
        self.place = _place(lines, tables)
        self.bare = self.when is None and self.place is None and len(self.people) == 1
        self.told = min(told_on(k.header) for k in lines)
        self.dated = any(map(has_day, lines))

    def with_lines(self, other: Account) -> Account:
        return Account([*self.lines, *other.lines], self._tables)


def find_accounts(lines: Sequence[KeptStep], tables: Tables) -> list[Account]:
    """The accounts of each report, the first told first. Lines of one report tell of one meeting if they share events;
    invitations and absences go with a meeting that they do not speak against."""
    reports: dict[str, list[KeptStep]] = {}
    for one in lines:
        reports.setdefault(one.header.document, []).append(one)
    found = [account for told in reports.values() for account in _of_report(told, tables)]
    return sorted(found, key=lambda a: (a.told, -len(a.people), a.lines[0].step.id))


def _of_report(lines: Sequence[KeptStep], tables: Tables) -> list[Account]:
    groups: list[list[KeptStep]] = []
    for one in lines:
        events = set(one.step.events)
        home = next((g for g in groups if any(events & set(k.step.events) for k in g)), None)
        if home is None:
            groups.append([one])
        else:
            home.append(one)
    out: list[Account] = []
    for account in sorted((Account(g, tables) for g in groups), key=lambda a: (a.loose, a.bare, a.lines[0].step.sentence)):
        goes = _goes_with if account.loose else _goes_on
        fitting = [i for i, other in enumerate(out) if goes(account, other)]
        home_at = min(fitting, key=lambda i: _distance(account, out[i]), default=None)
        if home_at is None:
            home_at = next((i for i, other in enumerate(out) if _one_told_closer(account, other)), None)
        if home_at is None:
            out.append(account)
        else:
            out[home_at] = out[home_at].with_lines(account)
    return out


def _goes_with(loose: Account, other: Account) -> bool:
    """An invitation with a day goes with a meeting of that day, one without a day with a meeting to come, or one told nearby."""
    if loose.when is not None:
        return other.when is not None and together(loose.when, other.when)
    near = any(abs(k.step.sentence - m.step.sentence) <= NEAR for k in loose.lines for m in other.lines)
    return near or (loose.coming and other.coming)


def _goes_on(account: Account, other: Account) -> bool:
    """Whether one that tells of a single party, and not when or where, goes on about a meeting with it told of before: "But this
    will be the first time that a Japanese minister attends"."""
    before = min(k.step.sentence for k in other.lines) < min(k.step.sentence for k in account.lines)
    return account.bare and before and account.coming == other.coming and account.people < other.people


def _one_told_closer(account: Account, other: Account) -> bool:
    """Whether one tells more closely what the other has said of a meeting to come: "this week", "begins on Wednesday"."""
    if account.loose or other.loose or not (account.coming and other.coming) or not account.people & other.people:
        return False
    one, two = account.when, other.when
    places = {account.place, other.place} - {None}
    return one is not None and two is not None and len(places) < 2 and length(one) != length(two) and together(one, two)


def _distance(loose: Account, other: Account) -> tuple[bool, int]:
    """How far an invitation or absence stands from a meeting of its report: of another stage, and in sentences, of which those
    to a meeting told of only behind it count twice."""
    sentences = (k.step.sentence - m.step.sentence for k in loose.lines for m in other.lines)
    another = loose.coming != other.coming and any(k.step.status is Status.NOT_DONE for k in loose.lines)
    return another, min(n if n >= 0 else -2 * n for n in sentences)


def is_loose(kept: KeptStep) -> bool:
    """Whether a line tells of an invitation or an absence only."""
    return kept.step.stance in ABSENT or kept.step.stance in GUESTS


def one_meeting(account: Account, group: Account) -> bool:
    """Two reports tell of one meeting: most parties are the same and neither day nor place speaks against it."""
    if account.documents & group.documents:
        return False
    common, least = len(account.people & group.people), min(len(account.people), len(group.people))
    if common < min(2, least) or common < OVERLAP * max(1, least):
        return False
    timeless = account.dated != group.dated and (account.when is None or group.when is None)
    if timeless and common < MANY and (account.place is None or account.place != group.place):
        return False  # of one of them nobody knows when it was
    if account.place is not None and group.place is not None and account.place != group.place:
        return False
    known = account.when is not None or group.when is None or account.coming == group.coming
    return known and together(account.when, group.when)


def is_moved(account: Account, group: Account, moves: Sequence[KeptStep]) -> bool:
    """The same parties on another day, and a report says that the meeting was put off to that day."""
    common = account.people & group.people
    if len(common) < 2 or len(common) < MOSTLY * min(len(account.people), len(group.people)):
        return False
    first, second = first_day(account.when), first_day(group.when)
    if first is None or second is None or together(account.when, group.when) or abs(first - second) > APART:
        return False
    return any(concerns(m, common, group.lines) and m.step.due is not None and together(m.step.due, account.when) for m in moves)


def concerns(move: KeptStep, people: set[str], lines: Iterable[KeptStep]) -> bool:
    """Whether a line on something put off names two of the people, or the body that meets; of one who only tells of it, whether
    the day for which it had been set is that of the lines."""
    named = {*principals(move.step.actors), *move.step.counterparts}
    old = first_day(move.step.when)
    told = old is not None and any(first_day(k.step.when) == old for k in lines)
    return len(named & people) >= (1 if told else min(2, len(people)))


def together(one: When | None, other: When | None) -> bool:
    """Whether two times may be one; unknown ones may."""
    if one is None or other is None or None in (one.earliest, one.latest, other.earliest, other.latest):
        return True
    assert one.earliest and one.latest and other.earliest and other.latest
    return one.earliest <= other.latest and other.earliest <= one.latest


def length(when: When) -> timedelta:
    if when.earliest is None or when.latest is None:
        return timedelta.max
    return when.latest - when.earliest


def first_day(when: When | None) -> date | None:
    return None if when is None else when.earliest


def _parties(kept: KeptStep) -> tuple[str, ...]:
    return (*principals(kept.step.actors), *principals(kept.step.counterparts))


def _when(lines: Sequence[KeptStep]) -> When | None:
    """The most exact time of the lines; of equally exact ones the one told last."""
    known = [k.step.when for k in lines if k.step.when is not None and k.step.when.earliest is not None]
    exact = [w for w in known if length(w) <= VAGUE]
    return min(reversed(exact), key=length, default=known[-1] if known else None)


def _place(lines: Iterable[KeptStep], tables: Tables) -> str | None:
    """The name of the place as most lines have it."""
    known = [name for k in lines if (name := _place_name(k, tables))]
    return max(sorted(set(known)), key=known.count) if known else None


def _place_name(kept: KeptStep, tables: Tables) -> str:
    """The place of a step in the words of its sentence; one from the head of the report by its name in the tables."""
    place = kept.step.place
    if place is None:
        return ""
    if kept.around.holds(place.span):
        return " ".join(kept.words[place.span.start - kept.around.start : place.span.end - kept.around.start].split())
    return tables.name(place.id) if place.id is not None and place.id.startswith("place:") else ""
