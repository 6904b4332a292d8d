"""Reading -> Shelf: its records by id and by sentence, so that no step goes through a whole report for every point."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ..records import Event, Reading, Sentence, Span


@dataclass(frozen=True, slots=True)
class Shelf:
    """`events` by id; `told` and `words` are the events and the ids of the attributions of each sentence, by its index."""

    reading: Reading
    events: Mapping[str, Event]
    told: Mapping[int, tuple[Event, ...]]
    words: Mapping[int, tuple[str, ...]]
    starts: Sequence[int]

    def sentence(self, span: Span) -> Sentence | None:
        """The sentence in which a span begins."""
        place = bisect_right(self.starts, span.start) - 1
        return self.reading.sentences[place] if place >= 0 else None


def find_shelves(readings: Sequence[Reading]) -> dict[str, Shelf]:
    """A shelf for each reading, by the id of its document."""
    return {r.document.id: _shelf(r) for r in readings}


def _shelf(reading: Reading) -> Shelf:
    told: dict[int, list[Event]] = {}
    words: dict[int, list[str]] = {}
    for event in reading.events:
        told.setdefault(event.sentence, []).append(event)
    for attribution in reading.attributions:
        words.setdefault(attribution.sentence, []).append(attribution.id)
    return Shelf(
        reading,
        {e.id: e for e in reading.events},
        {i: tuple(own) for i, own in told.items()},
        {i: tuple(own) for i, own in words.items()},
        [s.span.start for s in reading.sentences],
    )
