"""Tables: all rows, and the questions that the rooms ask of them. Every answer about offices and members is for a day."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from copy import copy
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import TypeVar

from .codings import Codings
from .names import Lexicon, all_names, build_lexicon, initials
from .rows import (
    Agreement,
    Group,
    IssueName,
    Location,
    Membership,
    Metonym,
    Office,
    Organisation,
    Outlet,
    Person,
    Pledge,
    Recognition,
    Role,
    Sanction,
    State,
)

Actor = State | Organisation | Person | Group | Location | Outlet
K = TypeVar("K")
R = TypeVar("R")
ARTICLES = re.compile(r"^(?:the|la|le|el|al)\s+", re.IGNORECASE)


@dataclass(frozen=True, eq=False)
class Tables:
    """The rows as read; indexes are made when first asked for."""

    states: tuple[State, ...]
    organisations: tuple[Organisation, ...]
    memberships: tuple[Membership, ...]
    persons: tuple[Person, ...]
    offices: tuple[Office, ...]
    outlets: tuple[Outlet, ...]
    metonyms: tuple[Metonym, ...]
    groups: tuple[Group, ...]
    places: tuple[Location, ...]
    roles: tuple[Role, ...]
    issues: tuple[IssueName, ...] = ()
    sanctions: tuple[Sanction, ...] = ()
    agreements: tuple[Agreement, ...] = ()
    recognitions: tuple[Recognition, ...] = ()
    pledges: tuple[Pledge, ...] = ()
    codings: Codings | None = None
    spellings: Mapping[str, str] = field(default_factory=dict)

    # -- actors ------------------------------------------------------------------------------------------------------

    @cached_property
    def actors(self) -> Mapping[str, Actor]:
        """Every row that has an id, by id."""
        rows: list[Iterable[Actor]] = [self.states, self.organisations, self.persons, self.groups, self.places, self.outlets]
        return {row.id: row for kind in rows for row in kind}

    @cached_property
    def lexicon(self) -> Lexicon:
        """All names of all actors, for a search over the words of a text."""
        names = all_names(self.states, self.organisations, self.persons, self.groups, self.places, self.metonyms, self.outlets)
        return build_lexicon(names)

    @cached_property
    def role_nouns(self) -> Mapping[str, Role]:
        """Role nouns by phrase (lemmas in small letters, hyphens as blanks)."""
        return {role.phrase.replace("-", " "): role for role in self.roles}

    def name(self, actor: str) -> str:
        """A name to show for an id; of an id that the tables do not hold, its spelling in the texts, else the part after the colon
        made readable."""
        row = self.actors.get(actor)
        if isinstance(row, Organisation):
            return next((a for a in row.aliases if initials(a)), row.name)
        if row is not None:
            return row.name
        if actor in self.spellings:
            return self.spellings[actor]
        return actor.partition(":")[2].replace("-", " ").replace("_", " ").title() or actor

    def spelt(self, spellings: Mapping[str, str]) -> Tables:
        """The same tables with names to show for ids that they do not hold; what was indexed stays so."""
        own = copy(self)
        object.__setattr__(own, "spellings", spellings)
        return own

    def event_code(self, actor: str, day: date | None = None) -> str:
        """Three letters for CAMEO and PLOVER columns: a state's code, NAT, UNO, EEC ... for organisations; "" if unknown."""
        row = self.actors.get(actor)
        if isinstance(row, State | Organisation) or (isinstance(row, Group) and row.event_code):
            return row.event_code
        home = self.state_of(actor, day)
        return self.event_code(home) if home and home != actor else ""

    def state_of(self, actor: str, day: date | None = None) -> str:
        """Id of the state or organisation that an actor is or acts for on `day`: of a person by the office held
        that day, of a group by its first state; "" if unknown."""
        row = self.actors.get(actor)
        if isinstance(row, State | Organisation):
            return row.id
        if isinstance(row, Group | Location):
            return row.states[0] if row.states else ""
        if isinstance(row, Outlet):
            return row.country
        if isinstance(row, Person):
            homes = [o.actor for o in self.offices_of(actor, day)] if day is not None else []
            if homes:
                return row.state if row.state in homes else homes[-1]
            ever = self.offices_of(actor)
            return row.state or (ever[-1].actor if ever else "")
        return ""

    def sector(self, actor: str, day: date | None = None) -> str:
        """CAMEO/PLOVER sector of an actor (GOV, MIL, REB, IGO ...) on `day`; "" if the tables do not tell."""
        row = self.actors.get(actor)
        if isinstance(row, Organisation | Group):
            return row.sector
        if isinstance(row, Outlet):
            return "JRN"
        if isinstance(row, Person):
            held = self.offices_of(actor, day)
            return OFFICE_SECTORS.get(held[0].role, "GOV") if held else row.sector
        return ""

    def gender(self, actor: str) -> str:
        """ "f" or "m" of a person, where the tables tell; else ""."""
        row = self.actors.get(actor)
        return row.gender if isinstance(row, Person) else ""

    def parts(self, actor: str, day: date | None = None) -> tuple[str, ...]:
        """The actors that a group or format stands for: members of an organisation, states of a collective; else itself."""
        return tuple(sorted(self.members(actor, day))) or (actor,)

    # -- memberships -------------------------------------------------------------------------------------------------

    @cached_property
    def _members(self) -> Mapping[str, tuple[Membership, ...]]:
        return _grouped((m.org, m) for m in self.memberships)

    def members(self, org: str, day: date | None = None) -> frozenset[str]:
        """Ids of the full members of an organisation on `day` (of all times where `day` is None)."""
        rows = self._members.get(org, ())
        return frozenset(m.member for m in rows if m.years.holds(day) and m.status.startswith(FULL))

    def is_member(self, org: str, actor: str, day: date | None = None) -> bool:
        """Whether `actor` is a full member of `org` on `day`."""
        return actor in self.members(org, day)

    def memberships_of(self, actor: str, org: str) -> tuple[Membership, ...]:
        """The full memberships of `actor` in `org`, past and present."""
        return tuple(m for m in self._members.get(org, ()) if m.member == actor and m.status.startswith(FULL))

    def standings_of(self, actor: str, org: str) -> tuple[Membership, ...]:
        """All rows of `actor` in `org`, past and present, whatever the status: members, partners, candidates."""
        return tuple(m for m in self._members.get(org, ()) if m.member == actor)

    def bodies_of(self, actor: str, day: date | None = None) -> frozenset[str]:
        """The actor itself, and the organisations and formats that it is a full member of on `day`."""
        held = (m.org for m in self._bodies.get(actor, ()) if m.years.holds(day) and m.status.startswith(FULL))
        return frozenset((actor, *held))

    @cached_property
    def _bodies(self) -> Mapping[str, tuple[Membership, ...]]:
        return _grouped((m.member, m) for m in self.memberships)

    # -- offices -----------------------------------------------------------------------------------------------------

    @cached_property
    def _holders(self) -> Mapping[tuple[str, str], tuple[Office, ...]]:
        return _grouped(((o.actor, o.role), o) for o in self.offices)

    @cached_property
    def _held(self) -> Mapping[str, tuple[Office, ...]]:
        return _grouped((o.person, o) for o in sorted(self.offices, key=lambda o: o.years.first or date.min))

    def holders(self, actor: str, role: str, day: date | None = None) -> tuple[Office, ...]:
        """Who holds the office `role` of `actor` on `day`, as office rows (all holders ever where `day` is None)."""
        return tuple(o for o in self._holders.get((actor, role), ()) if o.years.holds(day))

    def offices_of(self, person: str, day: date | None = None) -> tuple[Office, ...]:
        """The offices that a person holds on `day`, oldest first (all ever held where `day` is None)."""
        return tuple(o for o in self._held.get(person, ()) if o.years.holds(day))

    @cached_property
    def surnames(self) -> Mapping[str, tuple[str, ...]]:
        """Persons by the folded last word of their names (and the first, for names that put the family first)."""
        pairs = [(name.split()[-1].casefold(), p.id) for p in self.persons for name in (p.name, *p.aliases)]
        pairs += [(p.name.split()[0].casefold(), p.id) for p in self.persons if p.state in FAMILY_FIRST]
        return _grouped(dict.fromkeys(pairs))

    # -- outlets -----------------------------------------------------------------------------------------------------

    @cached_property
    def _hosts(self) -> Mapping[str, Outlet]:
        return {host: outlet for outlet in reversed(self.outlets) for host in outlet.domains}

    @cached_property
    def _outlet_names(self) -> Mapping[str, Outlet]:
        named = [(name, o) for o in reversed(self.outlets) for name in (*o.aliases, o.name)]
        return {_plain(name): outlet for name, outlet in named}

    def outlet_by_host(self, host: str) -> Outlet | None:
        """The outlet that publishes at a host: `www.`, port and subdomains are taken off until one is known."""
        parts = host.lower().strip().rstrip(".").split(":")[0].split(".")
        for i in range(len(parts) - 1):
            if found := self._hosts.get(".".join(parts[i:])):
                return found
        return None

    def outlet_by_name(self, name: str) -> Outlet | None:
        """The outlet of that name or alias; case, white space and a leading article do not matter."""
        return self._outlet_names.get(_plain(name))


FULL = "member"
FAMILY_FIRST = {"iso3:CHN", "iso3:KOR", "iso3:PRK", "iso3:TWN", "iso3:VNM", "iso3:KHM", "iso3:SGP"}
OFFICE_SECTORS = {
    "defence_minister": "MIL",
    "chief_general_staff": "MIL",
    "commander_in_chief": "MIL",
    "saceur": "MIL",
    "chair_military_committee": "MIL",
    "parliament_president": "LEG",
    "prosecutor": "JUD",
    "opposition_leader": "OPP",
    "leader": "REB",
}


def _grouped(pairs: Iterable[tuple[K, R]]) -> Mapping[K, tuple[R, ...]]:
    gathered: defaultdict[K, list[R]] = defaultdict(list)
    for key, row in pairs:
        gathered[key].append(row)
    return {key: tuple(rows) for key, rows in gathered.items()}


def _plain(name: str) -> str:
    return ARTICLES.sub("", " ".join(name.split())).casefold()
