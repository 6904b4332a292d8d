"""frames.csv, classes.csv, operators.csv -> which frame a verb or noun evokes with the words that stand by it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cache

from ..records import EventType, Status
from ..tables.packaged import packaged_rows

DICTIONARY = "dictionary"  # how the rules of events begin whose verb a user's dictionary codes


@dataclass(frozen=True, slots=True)
class Frame:
    """One row of frames.csv; `type` is None where the words hold no event ("released a report").

    `recipient`: where the recipient is looked for, in order: "o" object, "c" subject of the complement clause, "p" owner of the
    object or noun, "s" the subject (the actor then stands after from/by), "-" nowhere, else a preposition; "!" closes the list;
    "*" no event without somebody as recipient.
    `objects`: a lemma, a class ("@talks") or a kind: "#person" a named person, "#clause" a clause, "~comment" a clause of that
    verb or with that noun, "#any" any object, "#time" a length of time, "#oprd" a predicate, "#for" what somebody is
    attacked for doing, "#people" people, "#crowd" protesters as subject, "#civil" workers or students as
    subject, "#armed" troops as subject, "-" no object.
    `dictionary`: it comes from a dictionary of the user's.
    """

    lemma: str
    noun: bool
    particle: str
    objects: tuple[str, ...]
    type: EventType | None
    mode: str | None
    cameo: str | None
    recipient: tuple[str, ...]
    dictionary: bool = False

    @property
    def name(self) -> str:
        sort = DICTIONARY if self.dictionary else "noun" if self.noun else "verb"
        return " ".join(filter(None, (sort, self.lemma, self.particle, *self.objects[:1])))


@dataclass(frozen=True, slots=True)
class Operator:
    """A word that says how its complement is to be taken, and whose complement it is: that of its subject or its object."""

    status: Status
    control: str


@cache
def frames() -> dict[tuple[str, bool], tuple[Frame, ...]]:
    """(lemma, is a noun) -> its frames in the order of the table."""
    table: dict[tuple[str, bool], list[Frame]] = {}
    for row in packaged_rows(__package__, "frames.csv"):
        noun = row["pos"] == "n"
        frame = Frame(
            row["lemma"],
            noun,
            row["particle"],
            tuple(row["object"].split()),
            EventType(row["type"]) if row["type"] else None,
            row["mode"] or None,
            row["cameo"] or None,
            tuple(row["recipient"].split()),
        )
        table.setdefault((row["lemma"], noun), []).append(frame)
    return {key: tuple(rows) for key, rows in table.items()}


@cache
def classes() -> dict[str, frozenset[str]]:
    """Lemma -> the classes it belongs to, each written "@class"."""
    table: dict[str, set[str]] = {}
    for row in packaged_rows(__package__, "classes.csv"):
        table.setdefault(row["lemma"], set()).add("@" + row["class"])
    return {lemma: frozenset(names) for lemma, names in table.items()}


@cache
def operators() -> dict[str, Operator]:
    """Verb lemma -> what it makes of its complement ("refused to sign")."""
    return {
        row["lemma"]: Operator(Status(row["status"]), row["control"])
        for row in packaged_rows(__package__, "operators.csv")
        if row["pos"] == "v"
    }


@cache
def governing_nouns() -> dict[str, Status]:
    """Noun lemma -> what it makes of the event that hangs on it ("the threat of an attack")."""
    return {row["lemma"]: Status(row["status"]) for row in packaged_rows(__package__, "operators.csv") if row["pos"] == "n"}


@cache
def adjectives() -> dict[str, Status]:
    """Adjective -> what it makes of the event that it qualifies ("the planned summit")."""
    return {row["lemma"]: Status(row["status"]) for row in packaged_rows(__package__, "operators.csv") if row["pos"] == "a"}


def is_class(lemma: str, name: str) -> bool:
    """Whether a lemma is in a class of classes.csv."""
    return "@" + name in classes().get(lemma, ())


def match_frame(
    lemma: str,
    particles: Collection[str],
    heads: Collection[str],
    modifiers: Collection[str],
    governed: Mapping[str, Collection[str]],
) -> tuple[Frame, int] | None:
    """The verb frame that fits best, with its fit. `heads` and `modifiers` are lemmas of the object, `governed` those behind
    each preposition. A head counts 5 (its class 4), a modifier 3 (2), a particle or preposition 1."""
    best: tuple[Frame, int] | None = None
    for frame in frames().get((lemma, False), ()):
        if frame.particle and frame.particle not in particles:
            continue
        fit = 1 if frame.particle else 0
        if frame.objects == ("-",):
            if heads:
                continue
            fit += 1
        elif frame.objects:
            behind = governed.get(frame.particle, ()) if frame.particle else ()
            seen = max(_fit(frame.objects, heads), _fit(frame.objects, behind), _fit(frame.objects, modifiers) - 2)
            if seen <= 0:
                continue
            fit += seen
        if best is None or fit > best[1]:
            best = frame, fit
    return best


def _fit(objects: tuple[str, ...], lemmas: Collection[str]) -> int:
    """5 where a lemma itself is among the objects, 4 where one of its classes is, 3 where any object will do, else 0."""
    if not lemmas:
        return 0
    if any(o in lemmas and o != "#any" for o in objects):
        return 5
    known = classes()
    if any(o in known.get(x, ()) for x in lemmas for o in objects):
        return 4
    return 3 if "#any" in objects and "#any" in lemmas else 0


def noun_frame(lemma: str, modifiers: Collection[str]) -> Frame | None:
    """The frame of a noun, a compound ("air strike", "hunger strike") before the bare noun."""
    table = frames()
    for modifier in modifiers:
        if (f"{modifier} {lemma}", True) in table:
            return table[f"{modifier} {lemma}", True][0]
    rows = table.get((lemma, True))
    return rows[0] if rows else None
