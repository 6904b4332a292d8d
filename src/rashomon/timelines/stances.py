"""speeches.csv, deeds.csv, outcomes.csv -> how a stance is called, affirmed and denied, and which side it takes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from ..records import Affair, Force
from ..tables.packaged import packaged_rows

SENDS = "sends"  # what an actor is told to have done whose things arrived


@dataclass(frozen=True, slots=True)
class Stance:
    """A verb in the third person, its denial, and the side that it takes: 1 for, -1 against, 0 neither, None not comparable."""

    name: str
    denied: str
    side: int | None


@dataclass(frozen=True, slots=True)
class Deed:
    """A verb that is a step by itself. `particle` must stand with it; `objects` are lemmas of which one must be what it acts
    on (#body: an organisation, #state: a state or group); empty: anything."""

    lemma: str
    particle: str
    objects: frozenset[str]
    affair: Affair
    stance: Stance


def _stance(row: dict[str, str]) -> Stance:
    return Stance(row["stance"], row["denied"], int(row["side"]) if row["side"] else None)


@cache
def speeches() -> Mapping[tuple[Force, str], Stance]:
    """Stances by force and lemma of the cue; "*" is any other cue."""
    return {(Force(row["force"]), row["cue"]): _stance(row) for row in packaged_rows(__package__, "speeches.csv")}


@cache
def deeds() -> Mapping[str, tuple[Deed, ...]]:
    """Deeds by the verb's lemma, those with a particle first."""
    found: dict[str, list[Deed]] = {}
    for row in packaged_rows(__package__, "deeds.csv"):
        deed = Deed(row["lemma"], row["particle"], frozenset(row["objects"].split()), Affair(row["affair"]), _stance(row))
        found.setdefault(deed.lemma, []).append(deed)
    return {lemma: tuple(sorted(rows, key=lambda d: not d.particle)) for lemma, rows in found.items()}


@cache
def outcomes() -> Mapping[tuple[str, str], str]:
    """What verbs do with a promise, a plan or a meeting (keep it, go back on it, put it off), by lemma and particle."""
    return {(row["lemma"], row["particle"]): row["stance"] for row in packaged_rows(__package__, "outcomes.csv")}


@cache
def sides() -> Mapping[str, int | None]:
    """The side that each known stance takes, by its name; a denied stance takes the other side, a withheld one none."""
    out: dict[str, int | None] = {}
    for stance in (*speeches().values(), *(d.stance for rows in deeds().values() for d in rows)):
        out.setdefault(stance.name, stance.side)
        out.setdefault(stance.denied, -stance.side if stance.side else stance.side)
    return out


def side(stance: str) -> int | None:
    """The side that a stance takes: 1 for, -1 against, 0 neither, None not comparable. "refuses to condemn" stays out of it,
    "refuses to join" is against."""
    known = sides()
    if stance in known:
        return known[stance]
    for opening in ("refuses to ", "will not "):
        if stance.startswith(opening):
            inner = known.get(third_person(stance.removeprefix(opening)))
            return None if inner is None else min(0, -inner)
    for opening in ("plans to ", "will ", "wants to "):
        if stance.startswith(opening):
            return known.get(third_person(stance.removeprefix(opening)))
    return 0 if "no position" in stance or "no side" in stance else None


def third_person(verb: str) -> str:
    """ "condemn" -> "condemns", "apply to join" -> "applies to join"."""
    first, space, rest = verb.partition(" ")
    if first.endswith("y") and first[-2:-1] not in "aeiou":
        return f"{first[:-1]}ies{space}{rest}"
    if first.endswith(("s", "sh", "ch", "x", "z", "o")):
        return f"{first}es{space}{rest}"
    return f"{first}s{space}{rest}"
