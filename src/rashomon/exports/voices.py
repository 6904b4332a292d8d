"""Readings -> who is quoted, by report; and who is only spoken about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from ..records import AttributionKind, MentionKind, Reading
from ..tables import Tables

MOST = 12  # rows and names shown: the rest is in the table of statements


@dataclass(frozen=True, slots=True)
class Voice:
    """A speaker, and how many attributed statements each report gives them (in the order of the reports)."""

    speaker: str
    counts: tuple[int, ...]


def find_voices(readings: Sequence[Reading], tables: Tables) -> tuple[Voice, ...]:
    """The most quoted actors first; holders that no table or text resolves are left out."""
    counts: dict[str, list[int]] = {}
    for number, reading in enumerate(readings):
        for actor, n in _speaking(reading).items():
            counts.setdefault(actor, [0] * len(readings))[number] += n
    ranked = sorted(counts, key=lambda actor: (-sum(counts[actor]), actor))
    return tuple(Voice(tables.name(actor), tuple(counts[actor])) for actor in ranked[:MOST])


def find_silent(reading: Reading, tables: Tables) -> tuple[str, ...]:
    """Names of the actors that the report speaks about at least twice and gives no word to."""
    heard = _speaking(reading)
    named = Counter(
        actor
        for m in reading.mentions
        if m.kind in {MentionKind.NAME, MentionKind.METONYM} and len(m.actors) == 1
        for actor in m.actors
    )
    return tuple(tables.name(actor) for actor, n in named.most_common(MOST) if n > 1 and actor not in heard)


def _speaking(reading: Reading) -> Counter[str]:
    return Counter(
        actor
        for attribution in reading.attributions
        if attribution.kind is not AttributionKind.TERM
        for actor in dict.fromkeys(a for holder in attribution.holders for a in holder.actors)
    )
