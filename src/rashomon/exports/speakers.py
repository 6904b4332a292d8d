"""Holders and mentions -> who speaks, and for whom: a body in a state does not speak for it, nor does a group of that state."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from ..records import Mention, MentionKind, Participant, Reading
from ..tables import Tables
from ..tables.rows import Group

# Who speaks for a state: its government, its forces, its courts and parliament; not its doctors or citizens.
OFFICIAL = {"GOV", "MIL", "COP", "SPY", "JUD", "LEG"}
OWN_NAMES = {MentionKind.NAME, MentionKind.DEMONYM, MentionKind.METONYM}


def speakers_of(holder: Participant, mentions: Mapping[str, Mention]) -> tuple[str, ...]:
    """The actors that have the word where these words are the holder: a state where it is named, or by an office or body of its
    government ("Sudan", "the Sudanese army"; not "the Sudan Doctors' Network")."""
    mention = mentions.get(holder.mention or "")
    if mention is None or not mention.sector or mention.sector in OFFICIAL:
        return holder.actors
    if mention.kind in OWN_NAMES and mention.organisation not in holder.actors:
        return holder.actors  # "exporter Saudi Arabia" is the state; "California-based Aerospace Corporation" is in one
    return tuple(a for a in holder.actors if not a.startswith("iso3:"))


def sides_told(readings: Sequence[Reading]) -> dict[str, str]:
    """By person the state or body that most of the words around the name say that the person speaks for."""
    told: dict[str, Counter[str]] = {}
    for reading in readings:
        for mention in reading.mentions:
            side = _side_told(mention, reading.document.text)
            if side and len(mention.actors) == 1 and mention.actors[0].startswith("person:"):
                told.setdefault(mention.actors[0], Counter())[side] += 1
    return {actor: sides.most_common(1)[0][0] for actor, sides in told.items()}


def side_known(actor: str, tables: Tables, state: str) -> str:
    """The side that the tables give an actor; "" for a group: it is of a state, and not the state."""
    return "" if isinstance(tables.actors.get(actor), Group) else state


def _side_told(mention: Mention, text: str) -> str:
    """ "*Polish* Prime Minister X", "the *Kenyan* minister": where no words say it, the organisation of a mention is a guess."""
    side = mention.organisation or ""
    if not side or (side.startswith("iso3:") and mention.sector not in {*OFFICIAL, "IGO"}):
        return ""
    if mention.kind is not MentionKind.NAME or not mention.name:
        return side if mention.kind is MentionKind.OFFICE else ""
    before = mention.span.of(text).partition(mention.name.split()[0])[0]
    return side if " ".join(before.casefold().split()).replace(mention.role or "", "").strip() else ""
