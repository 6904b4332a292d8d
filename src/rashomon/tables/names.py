"""Names of actors -> a lexicon that is searched over the words of a text in one pass, longest name first."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from .letters import plain_letters
from .rows import Group, Location, Metonym, Organisation, Outlet, Person, State, Years

WORD = re.compile(r"[^\W_]+")
DOTTED = re.compile(r"(?:[A-Za-z]\.){2,}[A-Za-z]?\.?|[A-Z]\.[A-Z]")


@dataclass(frozen=True, slots=True)
class Name:
    """One reading of a name: whose it is, as what kind of word (name, demonym, capital, metonym, surname, place), in which years.

    `exact` is the spelling that the text must have, for initials that would else be common words (US, WHO, IS)."""

    actor: str
    kind: str
    text: str
    years: Years
    exact: str = ""
    sector: str = ""
    others: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Found:
    """A name found over words `first` up to `last` (excluded), and all its readings."""

    first: int
    last: int
    names: tuple[Name, ...]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """`names` by folded words; `lengths` by first word, longest first."""

    names: dict[tuple[str, ...], tuple[Name, ...]]
    lengths: dict[str, tuple[int, ...]]

    def find(self, words: Sequence[str]) -> Iterator[Found]:
        """Names in a sequence of tokens, left to right, longest first, none inside another; offsets are token indices."""
        pieces, owner = [], []
        for i, word in enumerate(words):
            for piece in fold(word):
                pieces.append(piece)
                owner.append(i)
        i = 0
        while i < len(pieces):
            found = self._at(words, pieces, owner, i)
            if found is None:
                i += 1
                continue
            yield found
            while i < len(pieces) and owner[i] < found.last:
                i += 1

    def _at(self, words: Sequence[str], pieces: list[str], owner: list[int], i: int) -> Found | None:
        for length in self.lengths.get(pieces[i], ()):
            names = self.names.get(tuple(pieces[i : i + length]))
            if names is None or i + length > len(pieces):
                continue
            first, last = owner[i], owner[i + length - 1] + 1
            if (i and owner[i - 1] == first) or (i + length < len(pieces) and owner[i + length] == last - 1):
                continue  # a part of a word, such as "Pakistan" in "Pakistan-based": left to the parser's tokens
            written = words[first:last]
            fitting = tuple(n for n in names if _spelled(n, written))
            if fitting:
                return Found(first, last, fitting)
        return None

    def readings(self, text: str) -> tuple[Name, ...]:
        """All readings of a whole name, however it is spelled."""
        return self.names.get(tuple(fold(text)), ())


def fold(text: str) -> list[str]:
    """The words of a name, folded: plain letters, no case, no points in initials (`U.S.` -> `us`)."""
    if text.isascii() and text.isalnum():
        return [text.casefold()]  # nearly every word
    if "." in text and DOTTED.fullmatch(text.strip()):
        return [text.replace(".", "").strip().casefold()]
    return WORD.findall(plain_letters(text).casefold())


def _spelled(name: Name, written: Sequence[str]) -> bool:
    if name.exact:
        return "".join(written).replace(".", "") == name.exact
    return len(written) > 2 or any(c.isupper() for c in "".join(written)) or name.text.islower()


def build_lexicon(names: Iterable[Name]) -> Lexicon:
    """The lexicon of names; readings of one name stand in the order in which they come."""
    gathered: dict[tuple[str, ...], dict[tuple[str, str], Name]] = {}
    for name in names:
        key = tuple(fold(name.text))
        if key:
            readings = gathered.setdefault(key, {})
            if (name.actor, name.kind) not in readings or not name.exact:  # the spelling that allows more wins
                readings[name.actor, name.kind] = name
    lengths: dict[str, set[int]] = {}
    for key in gathered:
        lengths.setdefault(key[0], set()).add(len(key))
    ordered = {first: tuple(sorted(found, reverse=True)) for first, found in lengths.items()}
    return Lexicon({key: tuple(found.values()) for key, found in gathered.items()}, ordered)


def all_names(
    states: Iterable[State],
    organisations: Iterable[Organisation],
    persons: Iterable[Person],
    groups: Iterable[Group],
    places: Iterable[Location],
    metonyms: Iterable[Metonym],
    outlets: Iterable[Outlet],
) -> Iterator[Name]:
    """Every name of every row; the order is that in which the readings of a name that several bear are shown."""
    for state in states:
        yield from _names(state.id, "name", (state.name, *state.aliases), state.years)
        yield from _names(state.id, "demonym", state.demonyms, state.years)
        yield from _names(state.id, "capital", state.capitals, state.years)
    for organisation in organisations:
        yield from _names(
            organisation.id, "name", (organisation.name, *organisation.aliases), organisation.years, organisation.sector
        )
    for group in groups:
        yield from _names(group.id, "name", (group.name, *group.aliases), group.years, group.sector)
    for metonym in metonyms:
        exact = initials(metonym.surface)
        yield Name(metonym.targets[0], "metonym", metonym.surface, metonym.years, exact, metonym.sector, metonym.targets[1:])
    for person in persons:
        for name in (person.name, *person.aliases):
            yield Name(person.id, "person", name, _EVER)
    for place in places:
        for name in (place.name, *place.aliases):
            yield Name(place.states[0] if place.states else place.id, "place", name, _EVER, "", "", (place.id, *place.states[1:]))
    for outlet in outlets:
        yield from _names(outlet.id, "outlet", (outlet.name, *outlet.aliases), _EVER, "JRN")


_EVER = Years()


def _names(actor: str, kind: str, names: Iterable[str], years: Years, sector: str = "") -> Iterator[Name]:
    for name in names:
        yield Name(actor, kind, name, years, initials(name), sector)


def initials(name: str) -> str:
    """The spelling without points if a name is initials (`U.S.` -> `US`), else ""."""
    bare = name.replace(".", "")
    return bare if len(bare) <= 6 and bare.isupper() and bare.isalpha() else ""
