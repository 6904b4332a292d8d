"""Readings -> who is quoted, by report and side; and who is only spoken about."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from unicodedata import combining, normalize

from ..records import AttributionKind, MentionKind, Reading
from ..tables import Tables
from .speakers import side_known, sides_told, speakers_of
from .statements import find_statements

MOST = 12  # rows and names shown: the rest is in the table of statements
TOGETHER = 2  # actors that speak with one mouth: "the officials" of a dozen states are nobody's voice
SPOKESMEN = 3  # in whose words a state is quoted
PRONOUNS = {"he", "she", "it", "they", "we", "i", "you", "who", "which", "his", "her", "its", "their"}
TITLE = re.compile(r"(?:mr|mrs|ms|miss|dr|prof|sir|dame|twitter)\.? ", re.IGNORECASE)
ARTICLE = re.compile(r"^(?:the|an?) ", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Voice:
    """A speaker, the state or organisation they speak for ("" where that is not known, or they are one), how many attributed
    statements each report gives them (in the order of the reports), and, of a state, in which words it is quoted."""

    side: str
    speaker: str
    counts: tuple[int, ...]
    words: tuple[str, ...] = ()


def find_voices(readings: Sequence[Reading], tables: Tables) -> tuple[Voice, ...]:
    """The most quoted actors side by side, the most quoted side first; holders that no table or text resolves are left out, and
    so are outlets that others quote."""
    spoken = [_speaking(reading) for reading in readings]
    whole = _full_names([actor for own in spoken for actor in own], tables)
    counts: dict[str, list[int]] = {}
    words: dict[str, Counter[str]] = {}
    sides = sides_told(readings)
    known: dict[str, str] = {}
    for number, (reading, own) in enumerate(zip(readings, spoken, strict=True)):
        day = _day(reading)
        for name, said in own.items():
            actor = whole[name]
            counts.setdefault(actor, [0] * len(readings))[number] += said.total()
            words.setdefault(actor, Counter()).update(said)
            known[actor] = known.get(actor) or side_known(name, tables, tables.state_of(name, day)) or sides.get(name, "")
    shown = sorted(counts, key=lambda actor: (-sum(counts[actor]), actor))[:MOST]
    side = {actor: known[actor] or actor for actor in shown}
    weight = Counter({s: sum(sum(counts[a]) for a in shown if side[a] == s) for s in side.values()})
    shown.sort(key=lambda actor: (-weight[side[actor]], side[actor], -sum(counts[actor]), actor))
    return tuple(
        Voice(tables.name(side[a]) if side[a] != a else "", tables.name(a), tuple(counts[a]), _in_words(a, words[a], tables))
        for a in shown
    )


def _in_words(actor: str, words: Counter[str], tables: Tables) -> tuple[str, ...]:
    """Who it is that speaks for a state, in the texts' own words, the most frequent first."""
    if not actor.startswith("iso3:"):
        return ()
    own = tables.name(actor).lower()
    told = {w.lower(): w for w in reversed([w for w, _ in words.most_common()]) if w.lower() not in PRONOUNS | {own}}
    return tuple(reversed(told.values()))[:SPOKESMEN]


def _full_names(actors: Sequence[str], tables: Tables) -> dict[str, str]:
    """For each actor the one of the longest name that ends in its own: "Ms Patel" and "Sue Patel" are one speaker."""
    names = {actor: _untitled(tables.name(actor)) for actor in actors if actor.startswith("person:")}
    out = {actor: actor for actor in actors}
    for actor, name in names.items():
        longer = [a for a, other in names.items() if a != actor and (other == name or other.endswith(f" {name}"))]
        if len({names[a] for a in longer}) == 1:
            out[actor] = min((actor, *longer), key=lambda a: (-len(names[a]), TITLE.match(tables.name(a)) is not None, a))
    return out


def _untitled(name: str) -> str:
    bare = "".join(c for c in normalize("NFKD", name) if not combining(c))
    return TITLE.sub("", bare).casefold()


def _day(reading: Reading) -> date | None:
    return reading.document.published.latest if reading.document.published is not None else None


def find_silent(reading: Reading, tables: Tables) -> tuple[str, ...]:
    """Names of the actors that the report speaks about at least twice and gives no word to, nor to anybody of theirs. Of states
    nothing is said where it is not known for whom each speaker speaks: he may be theirs. Outlets are no party to the story."""
    heard, all_known = _heard(reading, tables)
    named = Counter(
        actor
        for m in reading.mentions
        if m.kind in {MentionKind.NAME, MentionKind.METONYM} and len(m.actors) == 1
        for actor in m.actors
        if not actor.startswith("outlet:") and (all_known or not actor.startswith("iso3:"))
    )
    whole = _full_names([*named, *sorted(a for a in heard if a)], tables)
    speaking = {whole[a] for a in heard if a}
    silent = {whole[actor] for actor, n in named.items() if n > 1} - speaking
    most = sorted(silent, key=lambda actor: (-named[actor], actor))
    return tuple(tables.name(actor) for actor in most[:MOST])


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


def _speaking(reading: Reading) -> dict[str, Counter[str]]:
    """By actor the words for the holder of each statement that is given to them."""
    out: dict[str, Counter[str]] = {}
    mentions = {m.id: m for m in reading.mentions}
    for attribution in find_statements(reading):
        few = [h for h in attribution.holders if len(h.actors) <= TOGETHER]
        told = {a: h.span for h in reversed(few) for a in speakers_of(h, mentions) if not a.startswith("outlet:")}
        for actor, span in told.items():
            words = " ".join(span.of(reading.document.text).split())
            out.setdefault(actor, Counter())[ARTICLE.sub("", words).removesuffix("'s").removesuffix("’s")] += 1
    return out


def names_of(actors: Iterable[str], tables: Tables) -> list[str]:
    """The names of those who meet, persons before the states and organisations that they may stand for."""
    order = sorted(dict.fromkeys(actors), key=lambda a: not a.startswith("person:"))
    return without_titles([tables.name(a) for a in order])


def without_titles(names: Sequence[str]) -> list[str]:
    """Without those that end in another of the names: "Commodore Edi Santoso" where "Edi Santoso" is there too."""
    return [n for n in dict.fromkeys(names) if not any(n != other and n.endswith(f" {other}") for other in names)]
