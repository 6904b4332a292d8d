"""Readings -> who is quoted, by report and side; and who is only spoken about."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from ..records import AttributionKind, MentionKind, Reading
from ..tables import Tables

MOST = 12  # rows and names shown: the rest is in the table of statements


@dataclass(frozen=True, slots=True)
class Voice:
    """A speaker, the state or organisation they speak for ("" where that is not known, or they are one), and how many attributed
    statements each report gives them (in the order of the reports)."""

    side: str
    speaker: str
    counts: tuple[int, ...]


def find_voices(readings: Sequence[Reading], tables: Tables) -> tuple[Voice, ...]:
    """The most quoted actors side by side, the most quoted side first; holders that no table or text resolves are left out."""
    counts: dict[str, list[int]] = {}
    sides: dict[str, str] = {}
    for number, reading in enumerate(readings):
        day = _day(reading)
        for actor, n in _speaking(reading).items():
            counts.setdefault(actor, [0] * len(readings))[number] += n
            sides.setdefault(actor, tables.state_of(actor, day) or actor)
    shown = sorted(counts, key=lambda actor: (-sum(counts[actor]), actor))[:MOST]
    weight = Counter({side: sum(sum(counts[a]) for a in shown if sides[a] == side) for side in map(sides.__getitem__, shown)})
    shown.sort(key=lambda actor: (-weight[sides[actor]], sides[actor], -sum(counts[actor]), actor))
    return tuple(Voice(tables.name(sides[a]) if sides[a] != a else "", tables.name(a), tuple(counts[a])) for a in shown)


def _day(reading: Reading) -> date | None:
    return reading.document.published.latest if reading.document.published is not None else None


def find_silent(reading: Reading, tables: Tables) -> tuple[str, ...]:
    """Names of the actors that the report speaks about at least twice and gives no word to, nor to anybody of theirs. Of states
    nothing is said where it is not known for whom each speaker speaks: he may be theirs."""
    heard, all_known = _heard(reading, tables)
    named = Counter(
        actor
        for m in reading.mentions
        if m.kind in {MentionKind.NAME, MentionKind.METONYM} and len(m.actors) == 1
        for actor in m.actors
        if all_known or not actor.startswith("iso3:")
    )
    return tuple(tables.name(actor) for actor, n in named.most_common(MOST) if n > 1 and actor not in heard)


def _heard(reading: Reading, tables: Tables) -> tuple[set[str], bool]:
    """Who is given word, whoever is named in the words for a speaker ("Commander of the navy of X"), and the states of these;
    and whether every speaker is somebody whose state or organisation is known."""
    day, heard, all_known = _day(reading), set[str](), True
    mentions = sorted(reading.mentions, key=lambda m: m.span)
    starts = [m.span.start for m in mentions]
    for attribution in reading.attributions:
        for holder in attribution.holders if attribution.kind is not AttributionKind.TERM else ():
            inside = mentions[bisect_left(starts, holder.span.start) : bisect_left(starts, holder.span.end)]
            named = {*holder.actors, *(a for m in inside for a in (*m.actors, m.organisation) if a)}
            sides = {tables.state_of(actor, day) for actor in named} | {a for a in named if not a.startswith("person:")}
            all_known = all_known and bool(sides - {""})
            heard |= named | sides
    return heard, all_known


def _speaking(reading: Reading) -> Counter[str]:
    return Counter(
        actor
        for attribution in reading.attributions
        if attribution.kind is not AttributionKind.TERM
        for actor in dict.fromkeys(a for holder in attribution.holders for a in holder.actors)
    )


def without_titles(names: Sequence[str]) -> list[str]:
    """Without those that end in another of the names: "Commodore Edi Santoso" where "Edi Santoso" is there too."""
    return [n for n in dict.fromkeys(names) if not any(n != other and n.endswith(f" {other}") for other in names)]
