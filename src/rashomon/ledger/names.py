"""A name as a user types it -> ids of actors that the ledger holds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from difflib import get_close_matches

from ..errors import NotFoundError
from ..store import Store
from ..tables import Tables
from ..tables.letters import plain_letters


def find_actors(name: str, tables: Tables, store: Store) -> tuple[str, ...]:
    """As `resolve`, of the actors of a ledger; only for a name that the tables do not know are all of them looked through."""
    known = [name, *(actor for reading in tables.lexicon.readings(name) for actor in (reading.actor, *reading.others))]
    return named(name, tables, store.actors(known)) or resolve(name, tables, store.actors())


def resolve(
    name: str,
    tables: Tables,
    held: Mapping[str, int],
    kind: str = "actor",
    hint: str = "names and ids such as iso3:UKR are understood",
) -> tuple[str, ...]:
    """The actors (or outlets) that `name` may mean, those of most documents first. NotFoundError if there is none, with the
    nearest names, else with the hint."""
    found = named(name, tables, held)
    if not found:
        by_name = {tables.name(actor).casefold(): f"{tables.name(actor)} ({actor})" for actor in held}
        near = get_close_matches(name.casefold(), by_name, n=3, cutoff=0.6)
        meant = f"did you mean {', '.join(by_name[n] for n in near)}?" if near else hint
        raise NotFoundError(f"no such {kind} in the ledger", name, meant)
    return found


def named(name: str, tables: Tables, held: Mapping[str, int]) -> tuple[str, ...]:
    """As `resolve`, but nothing where there is none. An id, a name or alias of the tables, or part of a name found."""
    if name in held:
        return (name,)
    for kind in (_by_tables, _by_words):
        found = {actor for actor in kind(name, tables, held) if actor in held}
        if found:
            return tuple(sorted(found, key=lambda actor: (-held[actor], actor)))
    return ()


def _by_tables(name: str, tables: Tables, held: Mapping[str, int]) -> Iterator[str]:
    for reading in tables.lexicon.readings(name):
        yield from (reading.actor, *reading.others)


def _by_words(name: str, tables: Tables, held: Mapping[str, int]) -> Iterator[str]:
    """Actors whose name or id holds all the words: "stoltenberg" -> person:jens-stoltenberg."""
    words = set(_words(name))
    for actor in held:
        if words and words <= set(_words(f"{tables.name(actor)} {actor.partition(':')[2]}")):
            yield actor


def _words(text: str) -> list[str]:
    return plain_letters(text).casefold().replace("-", " ").split()
