"""Comparison + Readings -> where the story happened: the town that most reports name as they open."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from ..actors.settings import is_place
from ..actors.towns import INSIDE, find_towns
from ..records import Comparison, Mention, MentionKind, Reading, Sentence, Status, ZoneKind
from ..tables import Tables
from ..tables.rows import Location

OPENING = 3  # sentences of the body: who tells the chief act later than that buries it
HEADS = {ZoneKind.TITLE, ZoneKind.DECK}


def find_where(comparison: Comparison, readings: Sequence[Reading], tables: Tables) -> str:
    """The name of the town in which more than half of the reports set their headline or first sentences (datelines tell where
    somebody wrote) and no fewer than name a state so, else the place of a meeting that half of them tell of, else of acts that
    most name; else ""."""
    if town := _opening_town(readings, tables):
        return town
    half = len(readings) / 2
    met = next((m.place for m in comparison.meetings if m.place and len({a.document for a in m.accounts}) >= half), None)
    named = Counter(
        place
        for reading in readings
        for place in {e.place.id for e in reading.events if e.place is not None and e.status is Status.DONE}
        if place is not None
    )
    place = met or next((p for p, n in sorted(named.items(), key=lambda row: (-row[1], row[0])) if n > half), None)
    return tables.name(place) if place else ""


def _opening_town(readings: Sequence[Reading], tables: Tables) -> str:
    """Of towns that as many reports name the one that they name first."""
    found = [list(_towns(reading, tables)) for reading in readings]
    firsts: dict[str, list[int]] = {}
    for own in found:
        for name in dict.fromkeys(name.casefold() for name, _ in own):
            firsts.setdefault(name, []).append(min(place for other, place in own if other.casefold() == name))
    best = min(firsts, key=lambda name: (-len(firsts[name]), sum(firsts[name]), name), default="")
    least = max(len(readings) / 2 + 0.5, *_opening_states(readings).values(), 1)
    if not best or len(firsts[best]) < least:
        return ""  # of a family from Scarsdale that died in Costa Rica the state is the place
    spellings = Counter(name for own in found for name, _ in own if name.casefold() == best)
    return min(spellings, key=lambda name: (name.isupper(), -spellings[name], name))


def _opening_states(readings: Sequence[Reading]) -> Counter[str]:
    """How many reports set something in a state as they open."""
    states: Counter[str] = Counter()
    for reading in readings:
        opening = {s.index: s for s in _opening(reading.sentences)}
        named = [m for m in reading.mentions if m.sentence in opening and m.kind is MentionKind.NAME and len(m.actors) == 1]
        inside = {m.actors[0] for m in named if is_place(opening[m.sentence], m) in INSIDE}
        states.update(actor for actor in inside if actor.startswith("iso3:"))
    return states


def _towns(reading: Reading, tables: Tables) -> Iterator[tuple[str, int]]:
    """The names of towns in the opening of a report, and in which of its sentences each stands."""
    opening = {s.index: (place, s) for place, s in enumerate(_opening(reading.sentences))}
    unknown = find_towns({s.index: s for s in reading.sentences}, reading.mentions)
    for mention in reading.mentions:
        place, sentence = opening.get(mention.sentence, (0, None))
        if sentence is not None and not mention.actors and _is_town(sentence, mention, unknown, tables):
            yield mention.name, place


def _opening(sentences: Sequence[Sentence]) -> Iterator[Sentence]:
    left = OPENING
    for sentence in sentences:
        if sentence.zone in HEADS:
            yield sentence
        elif sentence.zone is ZoneKind.BODY and left > 0:
            left -= 1
            yield sentence


def _is_town(sentence: Sentence, mention: Mention, unknown: frozenset[str], tables: Tables) -> bool:
    """A capital or seat where it is meant as the place; a name that no table holds where the report uses it for a town."""
    rows = [tables.actors.get(c.actor) for c in mention.candidates]
    if any(isinstance(row, Location) and row.kind != "city" for row in rows):
        return False
    if mention.kind is MentionKind.METONYM or rows:
        return is_place(sentence, mention) in INSIDE
    return mention.kind is MentionKind.NAME and mention.name.casefold() in unknown
