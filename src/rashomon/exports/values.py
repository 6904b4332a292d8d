"""The values that the columns of codes may hold, and what each means: from the records, the frames and the tables."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache

from ..events.contexts import known_contexts
from ..events.frames import frames
from ..events.predicates import MODES
from ..records import EventType, Force, Precision, Status
from ..tables import Tables

TYPES = {
    EventType.AGREE: "agrees, promises or offers to do something cooperative later",
    EventType.CONSULT: "meets, visits, hosts, telephones, mediates",
    EventType.SUPPORT: "praises, backs, signs, recognises, raises relations: cooperation by word",
    EventType.CONCEDE: "gives in by word or policy: eases, accepts a demand, reforms",
    EventType.COOPERATE: "works together or exchanges goods, arms, intelligence, prisoners",
    EventType.AID: "gives money, arms, goods, shelter, troops for peace",
    EventType.RETREAT: "gives up something material: withdraws, releases, disarms, ceases fire, resigns",
    EventType.REQUEST: "asks, appeals, demands or orders, without a threat",
    EventType.ACCUSE: "blames, criticises, alleges, investigates",
    EventType.REJECT: "refuses, declines, vetoes, breaks off a proposal",
    EventType.THREATEN: "warns of harm that it will do",
    EventType.PROTEST: "demonstrates, strikes, riots, boycotts: civilians together",
    EventType.SANCTION: "cuts or lowers relations, imposes sanctions, expels, convicts",
    EventType.MOBILIZE: "moves or readies troops, weapons, police, short of force",
    EventType.COERCE: "seizes, restricts, arrests, censors, deports, hacks, short of violence",
    EventType.ASSAULT: "uses violence",
    EventType.STATEMENT: "says something; no PLOVER type",
    EventType.POSITION: "holds a view of something; no PLOVER type",
}
STATUSES = {
    Status.DONE: "has happened",
    Status.ONGOING: "is happening, or holds",
    Status.PLANNED: "its actor means to do it, or it is arranged",
    Status.EXPECTED: "others hold that it will come",
    Status.CALLED_FOR: "somebody asks for it",
    Status.CONDITIONAL: "it hangs on a condition",
    Status.REFUSED: "its actor will not do it",
    Status.DENIED: "somebody denies that it happened",
    Status.ALLEGED: "somebody accuses its actor of it; the report does not vouch for it",
    Status.NOT_DONE: "did not happen",
}
SECTORS = {
    "AGR": "agriculture",
    "BUS": "business",
    "COP": "police",
    "CRM": "crime",
    "CVL": "civilians",
    "EDU": "education",
    "ELI": "elites, former officials",
    "GOV": "government",
    "IGO": "organisation of states",
    "JRN": "journalists, media",
    "JUD": "judges and prosecutors",
    "LAB": "labour",
    "LEG": "legislature",
    "MED": "media",
    "MIL": "armed forces",
    "NGO": "non-governmental organisation",
    "OPP": "political opposition",
    "PTY": "political party",
    "REB": "rebels, armed groups",
    "REF": "refugees, the displaced",
    "REL": "religious bodies",
    "SOC": "social groups",
    "SPY": "intelligence services",
    "UAF": "unidentified armed men",
    "UNK": "unknown",
}


@cache
def modes() -> Mapping[EventType, tuple[str, ...]]:
    """Type -> the modes that the frames know; requests and refusals take theirs also from what is asked for or refused."""
    found: dict[EventType, set[str]] = {kind: set() for kind in EventType}
    for rows in frames().values():
        for frame in rows:
            if frame.type is not None and frame.mode is not None:
                found[frame.type].add(frame.mode)
    for kind in (EventType.REQUEST, EventType.REJECT):
        found[kind] |= set(MODES.values())
    return {kind: tuple(sorted(names)) for kind, names in found.items()}


def allowed(name: str) -> frozenset[str]:
    """The values that a column of this kind may hold."""
    return _VALUES[name]()


_VALUES: Mapping[str, Callable[[], frozenset[str]]] = {
    "types": lambda: frozenset(kind.value for kind in EventType),
    "PLOVER types": lambda: frozenset(kind.value for kind in EventType if kind.quad),
    "quad classes": lambda: frozenset(kind.quad for kind in EventType if kind.quad),
    "modes": lambda: frozenset(mode for names in modes().values() for mode in names),
    "contexts": lambda: frozenset(known_contexts()),
    "statuses": lambda: frozenset(status.value for status in Status),
    "forces": lambda: frozenset(force.value for force in Force),
    "sectors": lambda: frozenset(SECTORS),
    "precisions": lambda: frozenset(precision.value for precision in Precision),
}


def sector_rows(tables: Tables) -> Mapping[str, int]:
    """Sector -> how many rows of the tables are of it."""
    counts = dict.fromkeys(SECTORS, 0)
    for rows in (tables.organisations, tables.groups, tables.persons, tables.metonyms, tables.roles):
        for row in rows:
            if row.sector:
                counts[row.sector] = counts.get(row.sector, 0) + 1
    return counts
