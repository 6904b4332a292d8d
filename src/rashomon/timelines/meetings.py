"""Kept steps -> Gathering: one record of a meeting from the lines of many reports, with its series, claims and outcomes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from ..records import Affair, KeptStep, Status, When, content_id
from ..tables import Tables
from .accounts import (
    ABSENT,
    APART,
    COMING,
    GUESTS,
    VAGUE,
    Account,
    concerns,
    find_accounts,
    first_day,
    is_loose,
    is_moved,
    length,
    one_meeting,
    together,
)
from .origins import Origins
from .tellings import FORGOTTEN, in_order, is_dated, principals, told_on

FIRST = ("takes part for the first time in", "meets for the first time in")
MOVES = ("puts off", "brings forward")
CALLED_OFF = "calls off"
PRIME = re.compile(r"\bprime ministers?\b")
CALL = "call"
FORMATS = {
    CALL: ("phone", "telephone", "telephoned", "phoned", "videoconference"),
    "summit": ("summit", "leaders"),
    "ministers' meeting": ("minister", "ministers", "ministerial"),
    "talks": ("talks", "negotiations", "negotiating", "negotiators", "discussions"),
    "visit": ("visit", "visits", "visited"),
    "session": ("session", "council", "assembly"),
}


@dataclass(frozen=True, slots=True)
class Gathering:
    """One meeting: `parties` take part (states, bodies, persons by id), `guests` are invited, `absent` stay away or were not
    asked; `first`: lines that say that somebody comes for the first time; `earlier` and `later`: ids of the meetings before and
    after it in its series; `moved_from`: the days that had been set before; `fate`: "moved", "put off" (to no day known),
    "called off" or ""; `untold`: it was to come, its day is past, and no report tells whether it was held. Every line opens its
    sentence."""

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
    fate: str = ""
    earlier: str | None = None
    later: str | None = None
    untold: bool = False


def find_gatherings(
    kept: Sequence[KeptStep], tables: Tables, on: date | None = None, origins: Origins | None = None
) -> tuple[Gathering, ...]:
    """The meetings that the steps tell of, oldest first, undated ones last; what was to come before `on` is past. `origins` of
    the documents, if they are known."""
    lines = [k for k in kept if k.step.affair is Affair.MEETING]
    moves = [k for k in kept if k.step.affair is Affair.CONDUCT and k.step.stance in (*MOVES, CALLED_OFF)]
    signed = [k for k in kept if k.step.affair is Affair.AGREEMENT and k.step.status in (Status.DONE, Status.ONGOING)]
    if origins is None:
        origins = Origins(lines)
    found = [_gathering(g, moves, signed, origins, tables, on) for g in _joined(lines, moves, tables) if _is_meeting(g)]
    return _in_series(sorted(found, key=lambda g: (first_day(g.when) or date.max, g.id)))


def _joined(lines: Sequence[KeptStep], moves: Sequence[KeptStep], tables: Tables) -> list[Account]:
    groups: list[Account] = []
    with_party: dict[str, set[int]] = {}
    accounts = find_accounts(lines, tables)
    for account in sorted(accounts, key=lambda a: a.loose and not a.people):
        near = sorted({n for a in account.people for n in with_party.get(a, ())})
        home = next((n for n in near if one_meeting(account, groups[n]) or is_moved(account, groups[n], moves)), len(groups))
        if home == len(groups) and account.loose and not account.people:
            home = _stayed_away_from(account, groups)
        if home == len(groups):
            groups.append(account)
        else:
            groups[home] = groups[home].with_lines(account)
        for actor in account.people:
            with_party.setdefault(actor, set()).add(home)
    return groups


def _stayed_away_from(account: Account, groups: Sequence[Account]) -> int:
    """The number of the meeting from which somebody is only said to stay away: the nearest to that report that was to have them,
    and is not told of much before it; the number of groups if there is none."""
    away = {a for k in account.lines for a in principals(k.step.actors)}
    found = []
    for n, group in enumerate(groups):
        invited = {a for k in group.lines for a in (*k.step.actors, *k.step.counterparts)}
        last = group.when.latest if group.when is not None else None
        if away & invited and last is not None and -APART <= last - account.told <= APART and not group.loose:
            found.append((abs((last - account.told).days), n))
    return min(found)[1] if found else len(groups)


def _is_meeting(account: Account) -> bool:
    """Two who meet, or a body that meets; an invitation alone is none unless several are asked."""
    return len(account.people) > 1 or any(a.startswith("org:") for a in account.people)


def _gathering(
    account: Account,
    moves: Sequence[KeptStep],
    signed: Sequence[KeptStep],
    origins: Origins,
    tables: Tables,
    on: date | None,
) -> Gathering:
    group, people = account.lines, account.people
    own = [m for m in moves if concerns(m, people, group) and _is_of(m, account)]
    when, fate = _when_at_last(account, own)
    moved = tuple(w for w in _earlier_days(group, own) if when is None or w.earliest != when.earliest)
    away = _away(group)
    parties = tuple(dict.fromkeys(a for k in group if not is_loose(k) for a in _expanded(k.step.actors, tables) if a not in away))
    guests = tuple(dict.fromkeys(a for k in group if k.step.stance in GUESTS for a in _expanded(k.step.actors, tables)))
    if not parties:  # of a meeting long past often only the invitations are told
        parties, guests = guests, ()
    absent = tuple(dict.fromkeys(a for k in group if k.step.stance in ABSENT for a in principals(k.step.actors)))
    asking = (a for k in group for a in (k.step.counterparts if is_loose(k) else k.step.actors) if a.startswith("org:"))
    host = next(asking, None)
    outcomes = tuple(k for k in signed if _fits(k, people, when))
    kind = _format(group)
    status = Status.NOT_DONE if fate == "called off" else _status(group, when, on)
    return Gathering(
        id=content_id("mtg", sorted(k.step.id for k in group)),
        format=kind,
        host=host,
        parties=parties,
        guests=tuple(a for a in guests if a not in parties),
        absent=tuple(a for a in absent if a not in parties),
        when=when,
        place=account.place if kind != CALL else None,  # that of the report's dateline
        status=status,
        lines=tuple(in_order([*group, *own])),
        agenda=tuple(k for k in group if k.step.stance == "discusses"),
        first=tuple(k for k in group if k.step.stance in FIRST),
        outcomes=outcomes,
        origins=origins.count((*group, *own, *outcomes)),
        moved_from=moved,
        fate=fate or ("moved" if moved else ""),
        untold=status in COMING and on is not None and _is_past([*group, *own], when, on),
    )


def _is_past(told: Sequence[KeptStep], when: When | None, on: date) -> bool:
    """Whether its day has gone by; of one without a day, whether nothing was told of it for long."""
    if when is not None and when.latest is not None:
        return when.latest < on
    return all(is_dated(k.header) and told_on(k.header) < on - FORGOTTEN for k in told)


def _away(group: Sequence[KeptStep]) -> set[str]:
    """Who was to come, and in the end did not: said to stay away after the last report that has them among those who meet."""
    last: dict[str, date] = {}
    for kept in group:
        if not is_loose(kept):
            for actor in kept.step.actors:
                last[actor] = max(told_on(kept.header), last.get(actor, date.min))
    gone = ((a, told_on(k.header)) for k in group if k.step.stance in ABSENT for a in principals(k.step.actors))
    return {a for a, day in gone if day >= last.get(a, date.min)}


def _expanded(actors: Iterable[str], tables: Tables) -> Iterable[str]:
    """A format of a few states by its members; a whole organisation stands for itself."""
    for actor in actors:
        members = sorted(tables.members(actor)) if actor.startswith("fmt:") else []
        yield from members if 0 < len(members) <= 12 else [actor]


def _is_of(move: KeptStep, account: Account) -> bool:
    """Whether what is put off or called off is this meeting: its new day is near, or it is told of while it is to come."""
    day, old = told_on(move.header), move.step.when
    if old is not None and not any(together(old, k.step.when) for k in account.lines if k.step.when is not None):
        return False  # the day that had been set is that of another meeting
    if move.step.due is not None:
        days = (move.step.due.earliest, first_day(account.when))
        near = None not in days and abs(days[0] - days[1]) <= APART  # type: ignore[operator]
        return near and (account.told <= day or together(move.step.due, account.when))
    last = account.when.latest if account.when is not None else None
    return account.told <= day and (last is None or last >= day)


def _when_at_last(account: Account, moves: Sequence[KeptStep]) -> tuple[When | None, str]:
    """The day that holds in the end, and the fate of the meeting where it is not known to have been held since."""
    latest = max(moves, key=lambda m: told_on(m.header), default=None)
    done = [k for k in account.lines if k.step.status not in COMING and not is_loose(k)]
    if latest is None or done:
        return account.when, ""
    told = told_on(latest.header)
    renewed = [k for k in account.lines if k.step.status in COMING and not is_loose(k) and told_on(k.header) > told]
    if renewed:
        return account.when, ""
    if latest.step.stance == CALLED_OFF:
        return account.when, "called off"
    return latest.step.due, "" if latest.step.due is not None else "put off"


def _earlier_days(group: Sequence[KeptStep], moves: Sequence[KeptStep]) -> list[When]:
    """The single days that were set for it, in the order in which they were told, where a report says that it was moved."""
    if not any(m.step.stance in MOVES for m in moves):
        return []
    days: dict[date, When] = {}
    for kept in sorted(group, key=lambda k: told_on(k.header)):
        when = kept.step.when
        if kept.step.status in COMING and when is not None and when.earliest is not None and length(when) <= VAGUE:
            days.setdefault(when.earliest, when)
    return list(days.values())


def _format(group: Sequence[KeptStep]) -> str:
    telling = [k for k in group if not is_loose(k)] or group
    words = [set(PRIME.sub(" ", k.words.casefold()).replace("’", "'").replace(",", " ").split()) for k in telling]
    scores = {name: sum(bool(set(cues) & found) for found in words) for name, cues in FORMATS.items()}
    best = max(scores, key=lambda name: scores[name])
    return best if scores[best] else "meeting"


def _status(group: Sequence[KeptStep], when: When | None, on: date | None) -> Status:
    """As the newest report has it, by the day: what was to come and is past is not known to have been held."""
    firm = [k for k in group if not is_loose(k)] or list(group)
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
        others = [(m, other) for m, other in enumerate(found) if m != n and other.when is not None and other.fate != "called off"]
        kin = [(m, other) for m, other in others if _akin(one, other)]
        before = [other.id for m, other in kin if m < n and one.when is not None]
        after = [other.id for m, other in kin if m > n and one.when is not None]
        out.append(replace(one, earlier=before[-1] if before else None, later=after[0] if after else None))
    return tuple(out)


def _akin(one: Gathering, other: Gathering) -> bool:
    left, right = {*one.parties, *one.guests}, {*other.parties, *other.guests}
    same_host = one.host is not None and (one.host == other.host or one.host in right)
    return same_host or (len(left & right) > 1 and len(left & right) >= 0.5 * max(len(left), len(right)))
