"""Reading -> Shelf: its records by id and by sentence, so that no step goes through a whole report for every point."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ..records import Attribution, Event, Mention, Reading, Sentence, Span, Timex


@dataclass(frozen=True, slots=True)
class Shelf:
    """`events` by id; by the index of a sentence: the events told there, the attributions made there (`words`), those
    whose content reaches into it (`spoken`), its mentions and times."""

    reading: Reading
    events: Mapping[str, Event]
    told: Mapping[int, tuple[Event, ...]]
    words: Mapping[int, tuple[Attribution, ...]]
    spoken: Mapping[int, tuple[Attribution, ...]]
    mentions: Mapping[int, tuple[Mention, ...]]
    timexes: Mapping[int, tuple[Timex, ...]]
    starts: Sequence[int]

    def sentence(self, span: Span) -> Sentence | None:
        """The sentence in which a span begins."""
        place = bisect_right(self.starts, span.start) - 1
        return self.reading.sentences[place] if place >= 0 else None


def find_shelves(readings: Sequence[Reading]) -> dict[str, Shelf]:
    """A shelf for each reading, by the id of its document."""
    return {r.document.id: shelf_of(r) for r in readings}


def shelf_of(reading: Reading) -> Shelf:
    """The shelf of one reading."""
    starts = [s.span.start for s in reading.sentences]
    told: dict[int, list[Event]] = {}
    words: dict[int, list[Attribution]] = {}
    spoken: dict[int, dict[str, Attribution]] = {}
    mentions: dict[int, list[Mention]] = {}
    timexes: dict[int, list[Timex]] = {}
    for event in reading.events:
        told.setdefault(event.sentence, []).append(event)
    for attribution in reading.attributions:
        words.setdefault(attribution.sentence, []).append(attribution)
        for span in attribution.content:
            for place in range(max(0, bisect_right(starts, span.start) - 1), bisect_right(starts, span.end - 1)):
                spoken.setdefault(reading.sentences[place].index, {})[attribution.id] = attribution
    for mention in reading.mentions:
        mentions.setdefault(mention.sentence, []).append(mention)
    for timex in reading.timexes:
        place = bisect_right(starts, timex.span.start) - 1
        if place >= 0:
            timexes.setdefault(reading.sentences[place].index, []).append(timex)
    return Shelf(
        reading,
        {e.id: e for e in reading.events},
        {i: tuple(own) for i, own in told.items()},
        {i: tuple(own) for i, own in words.items()},
        {i: tuple(own.values()) for i, own in spoken.items()},
        {i: tuple(own) for i, own in mentions.items()},
        {i: tuple(own) for i, own in timexes.items()},
        starts,
    )
