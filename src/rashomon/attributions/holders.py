"""Holder -> Participant: the mention that a holder's words are, and whom "I" and "we" mean inside of somebody's words."""

from __future__ import annotations

import bisect
import dataclasses
from collections.abc import Sequence

from ..records import Mention, Participant
from .drafts import Draft, Holder, overlap

_SELF = {"i", "me", "my", "mine", "myself"}
_OURS = {"we", "us", "our", "ours", "ourselves"}
_NEAR = 12  # mentions that start before a holder's head word


class Holders:
    """Finds the participants of drafts among a document's mentions."""

    def __init__(self, text: str, mentions: Sequence[Mention]) -> None:
        self._text = text
        self._mentions = sorted(mentions, key=lambda m: (m.span.start, -m.span.end))
        self._starts = [m.span.start for m in self._mentions]
        self._organisations = {m.id: m.organisation for m in mentions if m.organisation is not None}

    def of(self, drafts: Sequence[Draft], parents: Sequence[int | None]) -> list[tuple[Participant, ...]]:
        """The holders of each draft, in its order. "I" is the holder of the words in which it stands; "we" is whom that holder
        speaks for, if an organisation or state is known, else the holder."""
        found = [tuple(map(self.participant, d.holders)) for d in drafts]
        return [tuple(self._meant(p, parent, found, parents) for p in own) for own, parent in zip(found, parents, strict=True)]

    def participant(self, holder: Holder) -> Participant:
        """The holder with the mention that covers its head and overlaps its words most."""
        near = self._mentions[: bisect.bisect_right(self._starts, holder.head)][-_NEAR:]
        covering = [m for m in near if m.span.start <= holder.head < m.span.end]
        if not covering:
            return Participant(holder.span)
        best = max(covering, key=lambda m: (m.head.start == holder.head, overlap([m.span], [holder.span]), -len(m.span)))
        return Participant(holder.span, best.id, best.actors, best.sector)

    def _meant(
        self, own: Participant, parent: int | None, found: Sequence[tuple[Participant, ...]], parents: Sequence[int | None]
    ) -> Participant:
        word = own.span.of(self._text).lower()
        if own.actors or word not in _SELF | _OURS:
            return own
        while parent is not None and not found[parent]:
            parent = parents[parent]
        if parent is None:
            return own
        speaker = found[parent][0]
        side = self._organisations.get(speaker.mention or "") if word in _OURS else None
        return dataclasses.replace(own, actors=(side,) if side else speaker.actors, sector=speaker.sector)
