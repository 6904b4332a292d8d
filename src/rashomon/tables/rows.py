"""The kinds of row in the tables, as frozen records. Ids are `iso3:UKR`, `org:nato`, `fmt:nato-ap4`, `group:pkk`, `person:...`."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date
from functools import cache

ORGANISATIONS = ("org:", "fmt:")  # how the ids of bodies begin; "fmt": groups without a treaty (G7, BRICS)


@dataclass(frozen=True, slots=True)
class Years:
    """From when to when a fact holds, both days included; None is open or unknown."""

    first: date | None = None
    last: date | None = None

    def holds(self, day: date | None) -> bool:
        """Whether the fact holds on `day`; a fact is not excluded by an unknown day."""
        return day is None or ((self.first is None or self.first <= day) and (self.last is None or day <= self.last))


ALWAYS = Years()


@cache
def earliest(text: str) -> date:
    """The first day of `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; ValueError for anything else."""
    year, month, day = _parts(text)
    return date(year, month or 1, day or 1)


@cache
def latest(text: str) -> date:
    """The last day of `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; ValueError for anything else."""
    year, month, day = _parts(text)
    return date(year, month or 12, day or calendar.monthrange(year, month or 12)[1])


def _parts(text: str) -> tuple[int, int, int]:
    numbers = [int(part) for part in text.split("-")]
    if not 1 <= len(numbers) <= 3:
        raise ValueError(text)
    return (*numbers, 0, 0)[:3]  # type: ignore[return-value]


@dataclass(frozen=True, slots=True)
class State:
    """A state or territory, of today or of the past. `event_code` is its code in CAMEO and PLOVER columns."""

    id: str
    code: str
    name: str
    aliases: tuple[str, ...]
    capitals: tuple[str, ...]
    demonyms: tuple[str, ...]
    years: Years
    event_code: str
    successor: str
    iso2: str
    qid: str
    cow: str
    gw: str
    source: str


@dataclass(frozen=True, slots=True)
class Organisation:
    """An organisation of states, one of its organs, a format of talks, or an international non-governmental body."""

    id: str
    name: str
    type: str
    aliases: tuple[str, ...]
    years: Years
    parent: str
    sector: str
    event_code: str
    source: str


@dataclass(frozen=True, slots=True)
class Membership:
    """`member` (a state's or organisation's id) belongs to `org` in `years`; `status`: member, candidate, partner ..."""

    org: str
    member: str
    years: Years
    status: str
    source: str


@dataclass(frozen=True, slots=True)
class Person:
    """A person; `state` is the id of the state (or organisation) the person acts for, when no dated office tells more."""

    id: str
    name: str
    aliases: tuple[str, ...]
    gender: str
    state: str
    sector: str
    qid: str
    source: str


@dataclass(frozen=True, slots=True)
class Office:
    """`person` holds the office `role` of `actor` (a state or organisation) in `years`."""

    actor: str
    role: str
    title: str
    person: str
    years: Years
    source: str

    @property
    def id(self) -> str:
        """Such as `office:iso3:RUS/foreign_minister`."""
        return f"office:{self.actor}/{self.role}"


@dataclass(frozen=True, slots=True)
class Outlet:
    """A publisher of news. `domains` are hosts without `www.`; `kind` is `wire` for a news agency, else empty."""

    id: str
    name: str
    domains: tuple[str, ...]
    country: str
    owner: str
    ownership: str
    kind: str
    aliases: tuple[str, ...]
    source: str


@dataclass(frozen=True, slots=True)
class Metonym:
    """A seat, ministry, parliament, army or service that stands for its state or organisation : `targets`, likeliest first."""

    surface: str
    kind: str
    targets: tuple[str, ...]
    sector: str
    years: Years
    source: str


@dataclass(frozen=True, slots=True)
class Group:
    """A non-state, disputed or sub-national actor: armed group, party, people, breakaway territory."""

    id: str
    name: str
    type: str
    states: tuple[str, ...]
    years: Years
    sector: str
    event_code: str
    aliases: tuple[str, ...]
    note: str
    source: str


@dataclass(frozen=True, slots=True)
class Location:
    """A city, region, sea or continent, and the states it lies in (empty for seas and continents)."""

    id: str
    name: str
    aliases: tuple[str, ...]
    kind: str
    states: tuple[str, ...]
    source: str


@dataclass(frozen=True, slots=True)
class Sanction:
    """`senders` hold sanctions against `targets` in `years`; `kind`: comprehensive, sectoral, arms, persons, trade or tariffs;
    `matter`: on what."""

    senders: tuple[str, ...]
    targets: tuple[str, ...]
    kind: str
    years: Years
    matter: str
    source: str


@dataclass(frozen=True, slots=True)
class Agreement:
    """`parties` signed the agreement on `signed` (a span of days as exact as it is known); `years`: from its entry into force, or
    its signing, to its end. `left`: the parties that withdrew, with the last day on which they were bound."""

    name: str
    aliases: tuple[str, ...]
    kind: str
    parties: tuple[str, ...]
    signed: Years
    years: Years
    left: tuple[tuple[str, date], ...]
    source: str

    def bound(self, day: date | None) -> tuple[str, ...]:
        """The parties that are bound by it on a day."""
        gone = {party for party, last in self.left if day is not None and day > last}
        return tuple(p for p in self.parties if p not in gone) if self.years.holds(day) else ()


@dataclass(frozen=True, slots=True)
class Recognition:
    """`who` recognises `what` (a state, a territory, a government, by id) in `years`; `matter`: as what."""

    who: str
    what: str
    years: Years
    matter: str
    source: str


@dataclass(frozen=True, slots=True)
class Pledge:
    """Aid that `donors` pledged to `recipients`: `amount` in words; `years`: from the pledge to the end of its programme."""

    donors: tuple[str, ...]
    recipients: tuple[str, ...]
    years: Years
    amount: str
    matter: str
    source: str


@dataclass(frozen=True, slots=True)
class IssueName:
    """`words`, as reports have them, are about the issue that the user calls `name`; wordings of one name are one issue."""

    words: str
    name: str
    source: str


@dataclass(frozen=True, slots=True)
class Role:
    """A noun that names people or bodies by what they do: "foreign minister", "troops". `type`: person, collective, state, group
    or reference (a noun such as "bloc" that only points back); `role` is the office's key in offices.csv where it is one."""

    phrase: str
    role: str
    sector: str
    type: str
    source: str
