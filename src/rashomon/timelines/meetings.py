"""Kept steps -> Gathering: one record of a meeting from the lines of many reports, with its series, claims and outcomes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from ..records import Affair, KeptStep, Status, When, content_id
from ..tables import Tables
from .tellings import count_origins, find_origins, in_order, principals, told_on

OVERLAP = 0.4  # share of the smaller account's parties that two accounts of one meeting have in common
APART = timedelta(days=62)  # between the day that was set and the day to which a meeting was moved
NEAR = 4  # sentences
VAGUE = timedelta(days=45)
COMING = {Status.PLANNED, Status.EXPECTED, Status.CALLED_FOR, Status.CONDITIONAL}
ABSENT = {"does not take part in", "will not take part in", "is not invited to"}
GUESTS = {"is invited to"}
FIRST = "takes part for the first time in"
FORMATS = {
    "summit": ("summit", "leaders"),
    "ministers' meeting": ("minister", "ministers", "ministerial", "diplomats"),
    "talks": ("talks", "negotiations", "negotiating", "discussions"),
    "call": ("phone", "call", "telephone", "video"),
    "visit": ("visit", "visits", "visited"),
    "session": ("session", "council", "assembly"),
}


@dataclass(frozen=True, slots=True)
class Gathering:
    """One meeting: `parties` take part (states, bodies, persons by id), `guests` are invited, `absent` stay away or were not
    asked; `first`: lines that say that somebody comes for the first time; `earlier` and `later`: ids of the meetings before and
    after it in its series; `moved_from`: the days that had been set before. Every line opens its sentence."""

    id: str
    format: str
    host: str | None
    parties: tuple[str, ...]
    guests: tuple[str, ...]
    absent: tuple[str, ...]
    when: When | None
    place: str | None
    status: Status
    lines: tuple[KeptStep, ...]
    agenda: tuple[KeptStep, ...]
    first: tuple[KeptStep, ...]
    outcomes: tuple[KeptStep, ...]
    origins: int
    moved_from: tuple[When, ...] = ()
    earlier: str | None = None
    later: str | None = None


def find_gatherings(kept: Sequence[KeptStep], tables: Tables, on: date | None = None) -> tuple[Gathering, ...]:
    """The meetings that the steps tell of, oldest first, undated ones last; what was to come before `on` is past."""
    lines = in_order(k for k in kept if k.step.affair is Affair.MEETING)
    moves = [k for k in kept if k.step.affair is Affair.CONDUCT and k.step.stance in ("puts off", "brings forward")]
    signed = [k for k in kept if k.step.affair is Affair.AGREEMENT and k.step.status in (Status.DONE, Status.ONGOING)]
    groups: list[list[KeptStep]] = []
    for account in sorted(_accounts(lines), key=lambda a: (min(told_on(k.header) for k in a), -len(_people(a)))):
        home = next((g for g in groups if _same(account, g, tables) or _moved(account, g, moves)), None)
        if home is None:
            groups.append(account)
        else:
            home += account
    origins = find_origins(lines)
    found = [_gathering(g, moves, signed, origins, tables, on) for g in groups if _is_meeting(g)]
    return _in_series(sorted(found, key=lambda g: (_first_day(g.when) or date.max, g.id)))


def _accounts(lines: Iterable[KeptStep]) -> list[list[KeptStep]]:
    """The lines of each report that tell of one meeting: they share events; invitations without a day go with a coming one."""
    found: list[list[KeptStep]] = []
    for one in lines:
        events = set(one.step.events)
        home = next(
            (a for a in found if a[0].header.document == one.header.document and any(events & set(k.step.events) for k in a)), None
        )
        if home is None:
            found.append([one])
        else:
            home.append(one)
    return _with_loose(found)


def _with_loose(accounts: list[list[KeptStep]]) -> list[list[KeptStep]]:
    """Accounts of one report that do not speak against one another, one of them an invitation or an absence, are one."""
    out: list[list[KeptStep]] = []
    for account in sorted(accounts, key=lambda a: all(_loose(k) for k in a)):
        home = None
        if all(_loose(k) for k in account):
            home = next((a for a in out if _goes_with(account, a)), None)
        if home is None:
            out.append(account)
        else:
            home += account
    return out


def _goes_with(loose: Sequence[KeptStep], other: Sequence[KeptStep]) -> bool:
    """An invitation with a day goes with a meeting of that day, one without a day with a meeting to come, or one told nearby."""
    if loose[0].header.document != other[0].header.document:
        return False
    first, second = _when(loose), _when(other)
    if first is not None:
        return second is not None and _together(first, second)
    near = any(abs(k.step.sentence - m.step.sentence) <= NEAR for k in loose for m in other)
    return near or (_coming(loose) and _coming(other))


def _loose(kept: KeptStep) -> bool:
    return kept.step.stance in ABSENT | GUESTS


def _people(lines: Iterable[KeptStep]) -> set[str]:
    return {a for k in lines if k.step.stance not in ABSENT for a in (*principals(k.step.actors), *principals(k.step.counterparts))}


def _when(lines: Iterable[KeptStep]) -> When | None:
    """The most exact time of the lines; of equally exact ones the one told last."""
    known = [k.step.when for k in in_order(lines) if k.step.when is not None and k.step.when.earliest is not None]
    exact = [w for w in known if _length(w) <= VAGUE]
    return min(reversed(exact), key=_length, default=known[-1] if known else None)


def _length(when: When) -> timedelta:
    if when.earliest is None or when.latest is None:
        return timedelta.max
    return when.latest - when.earliest


def _place(lines: Iterable[KeptStep], tables: Tables) -> str | None:
    """The name of the place as most lines have it."""
    known = [name for k in lines if (name := place_name(k, tables))]
    return max(sorted(set(known)), key=known.count) if known else None


def place_name(kept: KeptStep, tables: Tables) -> str:
    """The place of a step in the words of its sentence; one from the head of the report by its name in the tables."""
    place = kept.step.place
    if place is None:
        return ""
    if kept.around.holds(place.span):
        return " ".join(kept.words[place.span.start - kept.around.start : place.span.end - kept.around.start].split())
    return tables.name(place.id) if place.id is not None and place.id.startswith("place:") else ""


def _coming(lines: Iterable[KeptStep]) -> bool:
    return any(k.step.status in COMING for k in lines)


def _together(one: When | None, other: When | None) -> bool:
    if one is None or other is None or None in (one.earliest, one.latest, other.earliest, other.latest):
        return True
    assert one.earliest and one.latest and other.earliest and other.latest
    return one.earliest <= other.latest and other.earliest <= one.latest


def _same(account: Sequence[KeptStep], group: Sequence[KeptStep], tables: Tables) -> bool:
    """Two reports tell of one meeting: most parties are the same and neither day nor place speaks against it."""
    if account[0].header.document in {k.header.document for k in group}:
        return False
    left, right = _people(account), _people(group)
    common = len(left & right)
    if common < min(2, len(left), len(right)) or common / max(1, min(len(left), len(right))) < OVERLAP:
        return False
    places = _place(account, tables), _place(group, tables)
    first, second = _when(account), _when(group)
    if None not in places and places[0] != places[1]:
        return False
    return _together(first, second) and (first is not None or second is None or _coming(account) == _coming(group))


def _moved(account: Sequence[KeptStep], group: Sequence[KeptStep], moves: Sequence[KeptStep]) -> bool:
    """The same parties on another day, and a report says that the meeting was put off to that day."""
    left, right = _people(account), _people(group)
    if len(left & right) < 2 or len(left & right) < 0.6 * min(len(left), len(right)):
        return False
    first, second = _when(account), _when(group)
    if first is None or second is None or first.earliest is None or second.earliest is None or _together(first, second):
        return False
    return abs(first.earliest - second.earliest) <= APART and any(
        _concerns(m, left & right) and _together(m.step.due, first) and m.step.due is not None for m in moves
    )


def _concerns(move: KeptStep, people: set[str]) -> bool:
    return len({*principals(move.step.actors), *move.step.counterparts} & people) > 1


def _is_meeting(lines: Sequence[KeptStep]) -> bool:
    """Two who meet, or a body that meets; an invitation alone is none unless several are asked."""
    people = _people(lines)
    return len(people) > 1 or any(a.startswith("org:") for a in people)


def _gathering(
    group: list[KeptStep],
    moves: Sequence[KeptStep],
    signed: Sequence[KeptStep],
    origins: dict[str, int],
    tables: Tables,
    on: date | None,
) -> Gathering:
    people = _people(group)
    own = [m for m in moves if _concerns(m, people) and _near(m.step.due, _when(group))]
    when, moved = _when(group), _earlier_days(group, own)
    latest = max(own, key=lambda m: told_on(m.header), default=None)
    held = [k for k in group if k.step.status not in COMING and not _loose(k)]
    if latest is not None and not held:
        when = latest.step.due
    parties = tuple(dict.fromkeys(a for k in group if not _loose(k) for a in _expanded(k.step.actors, tables)))
    guests = tuple(dict.fromkeys(a for k in group if k.step.stance in GUESTS for a in _expanded(k.step.actors, tables)))
    if not parties:  # of a meeting long past often only the invitations are told
        parties, guests = guests, ()
    absent = tuple(dict.fromkeys(a for k in group if k.step.stance in ABSENT for a in k.step.actors))
    asking = (a for k in group for a in (k.step.counterparts if _loose(k) else k.step.actors) if a.startswith("org:"))
    host = next(asking, None)
    return Gathering(
        id=content_id("mtg", sorted(k.step.id for k in group)),
        format=_format(group),
        host=host,
        parties=parties,
        guests=tuple(a for a in guests if a not in parties),
        absent=tuple(a for a in absent if a not in parties),
        when=when,
        place=_place(group, tables),
        status=_status(group, when, on),
        lines=tuple(in_order([*group, *own])),
        agenda=tuple(k for k in group if k.step.stance == "discusses"),
        first=tuple(k for k in group if k.step.stance == FIRST),
        outcomes=tuple(k for k in signed if _fits(k, people, when)),
        origins=count_origins(group, origins),
        moved_from=tuple(w for w in moved if when is None or w.earliest != when.earliest),
    )


def _expanded(actors: Iterable[str], tables: Tables) -> Iterable[str]:
    """A format of a few states by its members; a whole organisation stands for itself."""
    for actor in actors:
        members = sorted(tables.members(actor)) if actor.startswith("fmt:") else []
        yield from members if 0 < len(members) <= 12 else [actor]


def _near(due: When | None, when: When | None) -> bool:
    if due is None or when is None or due.earliest is None or when.earliest is None:
        return False
    return abs(due.earliest - when.earliest) <= APART


def _earlier_days(group: Sequence[KeptStep], moves: Sequence[KeptStep]) -> list[When]:
    """The single days that were set for it, in the order in which they were told, where a report says that it was moved."""
    if not moves:
        return []
    days: dict[date, When] = {}
    for kept in sorted(group, key=lambda k: told_on(k.header)):
        when = kept.step.when
        if kept.step.status in COMING and when is not None and when.earliest is not None and _length(when) <= VAGUE:
            days.setdefault(when.earliest, when)
    return list(days.values())


def _format(group: Sequence[KeptStep]) -> str:
    telling = [k for k in group if not _loose(k)] or group
    words = [set(k.words.casefold().replace("’", "'").replace(",", " ").split()) for k in telling]
    scores = {name: sum(bool(set(cues) & found) for found in words) for name, cues in FORMATS.items()}
    best = max(scores, key=lambda name: scores[name])
    return best if scores[best] else "meeting"


def _status(group: Sequence[KeptStep], when: When | None, on: date | None) -> Status:
    """As the newest report has it, by the day: what was to come and is past is not known to have been held."""
    firm = [k for k in group if not _loose(k)] or list(group)
    newest = max(firm, key=lambda k: (told_on(k.header), k.step.status not in COMING))
    if newest.step.status in COMING and on is not None and when is not None and when.latest is not None and when.latest < on:
        return Status.EXPECTED
    return newest.step.status


def _fits(agreement: KeptStep, people: set[str], when: When | None) -> bool:
    """Signed by two of the parties or more, on the days of the meeting or just after."""
    own = agreement.step.when
    days = own if own is not None and own.earliest is not None else agreement.header.published
    if len(people & set(principals(agreement.step.actors))) < 2 or days is None or when is None:
        return False
    if None in (days.earliest, when.earliest, when.latest):
        return False
    assert days.earliest and when.earliest and when.latest
    return when.earliest <= days.earliest <= when.latest + timedelta(days=3)


def _in_series(found: Sequence[Gathering]) -> tuple[Gathering, ...]:
    """Each meeting with the nearest one before and after it that has its host, or most of its parties."""
    out = []
    for n, one in enumerate(found):
        kin = [(m, other) for m, other in enumerate(found) if m != n and _akin(one, other) and other.when is not None]
        before = [other.id for m, other in kin if m < n and one.when is not None]
        after = [other.id for m, other in kin if m > n and one.when is not None]
        out.append(replace(one, earlier=before[-1] if before else None, later=after[0] if after else None))
    return tuple(out)


def _akin(one: Gathering, other: Gathering) -> bool:
    left, right = {*one.parties, *one.guests}, {*other.parties, *other.guests}
    same_host = one.host is not None and (one.host == other.host or one.host in right)
    return same_host or (len(left & right) > 1 and len(left & right) >= 0.5 * min(len(left), len(right)))


def _first_day(when: When | None) -> date | None:
    return None if when is None else when.earliest
