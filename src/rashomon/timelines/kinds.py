"""The words of a promise or a deed -> Done: what kind of thing is done (kinds.csv), to what, with whom named, and how many."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from ..records import Affair, Step
from ..tables.packaged import packaged_rows
from ..times.numbers import SMALL
from .issues import STOP, stem
from .stances import SENDS

WORD = re.compile(r"[^\W\d_](?:[^\W_]|[-'](?=[^\W_]))*")
BESIDES = set("within without towards toward across over through upon among along until till under near per that which who".split())
SPOKEN = {Affair.COMMITMENT, Affair.EXPECTATION, Affair.CONDUCT}  # their verb stands in the matter, not in the stance
TIMES = set(
    "january february march april may june july august september october november december "
    "monday tuesday wednesday thursday friday saturday sunday day days week weeks month months year years "
    "spring summer autumn winter end beginning next last later soon today tomorrow yesterday deadline time".split()
)
NUMBERS = SMALL | {"dozen": 12}
SCALES = {"hundred": 100.0, "thousand": 1e3, "million": 1e6, "billion": 1e9, "bn": 1e9, "mn": 1e6, "trillion": 1e12}
EMPTY = STOP | TIMES | BESIDES | NUMBERS.keys() | SCALES.keys()  # words that name no thing
NUMBER = re.compile(r"(?<![\w.,-])(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?(?![\w-])")
PARTS = re.compile(
    r"\b(?:half|part|parts|some|most|a third|a quarter) of\b|\bpartly\b|\b(?:first|initial) (?:batch|shipment|part)", re.I
)
REST = re.compile(r"\b(?:last|rest|remaining|remainder|final)\b", re.I)


@dataclass(frozen=True, slots=True)
class Done:
    """What the words say is done: `kinds` it may be of (empty: not known), stems of what it is done to and of names that stand
    there, the first number of things, whether it is only a part of them, and `thing`: the words for what it is done to, as they
    are encoded."""

    kinds: frozenset[str]
    objects: frozenset[str]
    names: frozenset[str]
    amount: float | None
    part: bool
    thing: str


@dataclass(frozen=True, slots=True)
class Kind:
    """`opposite`: the kind that undoes it; `breaks`: whether one who promised this goes back on it by doing that; `whom`: that it
    is a matter of whom it is done to ("sanctions a state"), whatever the words for the thing."""

    name: str
    opposite: str
    breaks: bool
    whom: bool


def done_by(step: Step) -> Done:
    """What a step promises or does."""
    return _done(step.matter, "" if step.affair in SPOKEN and step.stance != SENDS else step.stance)


@lru_cache(maxsize=10_000)
def _done(matter: str, stance: str) -> Done:
    found = list(WORD.finditer(matter.replace("’", "'")))
    words = [m.group().casefold().removesuffix("'s") for m in found]
    told = [w.casefold() for w in WORD.findall(stance)]
    n, kinds = _first_kind([*told, *words])
    used = {n - len(told)} if n is not None else set()
    things = [
        (m.group(), w)
        for i, (m, w) in enumerate(zip(found, words, strict=True))
        if i not in used and w not in EMPTY and (w in _things() or not kinds & _kinds_of(w))
    ]
    names = frozenset(stem(w)[:4] for shown, w in things if shown[0].isupper())
    plain = [w for shown, w in things if not shown[0].isupper()]
    objects = frozenset(_thing(w) for w in plain)
    return Done(kinds, objects, names, _amount(matter), _is_part(matter), " ".join(plain))


def _first_kind(words: list[str]) -> tuple[int | None, frozenset[str]]:
    """The place of the first word that tells what is done, and the kinds that it may be of."""
    for i, word in enumerate(words):
        after = set(words[i + 1 : i + 9])
        kinds = frozenset(kind for kind, particle in _forms().get(word, ()) if not particle or particle in after)
        if kinds:
            return i, kinds
    return None, frozenset()


def _kinds_of(word: str) -> frozenset[str]:
    return frozenset(kind for kind, particle in _forms().get(word, ()) if not particle)


def _amount(matter: str) -> float | None:
    """The first number of things: "80 million doses", "two boats"; days, years and percentages are none."""
    numbers = [(m.end(), float(m[1].replace(",", "") + ("." + m[2] if m[2] else ""))) for m in NUMBER.finditer(matter)]
    numbers += [(m.end(), float(NUMBERS[w])) for m in WORD.finditer(matter) if (w := m.group().casefold()) in NUMBERS]
    for end, value in sorted(numbers):
        after = WORD.match(matter, pos=end + 1) if matter[end : end + 1] in (" ", "-") else None
        word = after.group().casefold() if after is not None else ""
        scale = SCALES.get(word)
        if after is not None and scale is None and (word in TIMES or word in ("percent", "per")):
            continue
        if scale is None and (after is None or 1900 <= value <= 2100):
            continue
        return value * (scale or 1.0)
    return None


def _is_part(matter: str) -> bool:
    return PARTS.search(matter) is not None and REST.search(matter) is None


def is_rest(matter: str) -> bool:
    """Whether it is what was still owing: "the last two boats"."""
    return REST.search(matter) is not None


def opposite(one: Done, other: Done) -> bool:
    """Whether the other undoes what the one says, so that who promised the one breaks his word."""
    known = kinds()
    return not one.kinds & other.kinds and any(known[k].breaks and known[k].opposite in other.kinds for k in one.kinds)


def by_whom(one: Done, other: Done) -> bool:
    """Whether both do what is told by whom it is done to, and to no two different sorts of things."""
    sorts = {t for t in one.objects if t in _sorts()}, {t for t in other.objects if t in _sorts()}
    return any(kinds()[k].whom for k in one.kinds & other.kinds) and (not all(sorts) or bool(sorts[0] & sorts[1]))


def _thing(word: str) -> str:
    return _things().get(word, stem(word))


@cache
def kinds() -> Mapping[str, Kind]:
    return {
        row["kind"]: Kind(row["kind"], row["opposite"], bool(row["breaks"]), bool(row["whom"]))
        for row in packaged_rows(__package__, "kinds.csv")
    }


@cache
def _things() -> Mapping[str, str]:
    """Words for one sort of thing -> its name."""
    return {word: row["thing"] for row in packaged_rows(__package__, "things.csv") for word in row["words"].split()}


@cache
def _sorts() -> frozenset[str]:
    return frozenset(_things().values())


@cache
def _forms() -> Mapping[str, tuple[tuple[str, str], ...]]:
    """Every form of every verb and noun -> (kind, particle that must follow)."""
    found: dict[str, list[tuple[str, str]]] = {}
    for row in packaged_rows(__package__, "kinds.csv"):
        for verb in row["verbs"].split():
            base, _, particle = verb.partition("+")
            for form in _inflected(base):
                found.setdefault(form, []).append((row["kind"], particle))
        for form in (*row["irregular"].split(), *row["nouns"].split()):
            found.setdefault(form, []).append((row["kind"], ""))
    return {form: tuple(dict.fromkeys(kinds)) for form, kinds in found.items()}


def _inflected(base: str) -> Iterable[str]:
    """The regular forms of a verb: third person, past, participle."""
    if base.endswith("y") and base[-2] not in "aeiou":
        return base, base[:-1] + "ies", base[:-1] + "ied", base + "ing"
    if base.endswith("e"):
        return base, base + "s", base + "d", base[:-1] + "ing"
    third = base + ("es" if base.endswith(("s", "sh", "ch", "x", "z")) else "s")
    return base, third, base + "ed", base + "ing"
