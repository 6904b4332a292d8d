"""Event -> Event: what a trained reader of sentences and pairs thinks of the rules' events."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Protocol

from ..records import Document, Event, EventType, Sentence, Span, Status
from .views import DEFAULTS, plover_view
from .votes import root, vote

PORTION = 64  # sentences whose states are held at once
SURE = 0.6  # a type of the reader's from which the rules give way to it
SPOKEN = {EventType.STATEMENT, EventType.POSITION}


class Reader(Protocol):
    """The part of models.EventReader that is used here."""

    def read_sentences(self, texts: Sequence[str]) -> Sequence[Any]:
        """Readings with `codable`, the chance that a text holds an event."""

    def read_pairs(
        self, readings: Sequence[Any], pairs: Sequence[tuple[int, tuple[int, int], tuple[int, int]]]
    ) -> Sequence[Any | None]:
        """For (reading, actor, recipient) a reading with `roots`, the chances of the PLOVER types; None where out of reach."""


def judge_events(document: Document, sentences: Sequence[Sentence], events: Sequence[Event], reader: Reader) -> list[Event]:
    """The events with scores that the reader shares in, and with its type where it is sure and outvotes the rules.

    Statements, positions and events of one party only stay as they are: a sentence without a pair is not worth its reading."""
    paired: dict[int, list[tuple[Event, tuple[Span, Span]]]] = {}
    for event in events:
        if (pair := _pair(event)) is not None:
            paired.setdefault(event.sentence, []).append((event, pair))
    judged: dict[str, Event] = {}
    for portion in _portions([s for s in sentences if s.index in paired]):
        readings = reader.read_sentences([s.span.of(document.text) for s in portion])
        asked = [(row, event, pair) for row, s in enumerate(portion) for event, pair in paired[s.index]]
        pairs = [
            (row, _inside(pair[0], portion[row].span.start), _inside(pair[1], portion[row].span.start)) for row, _, pair in asked
        ]
        for (row, event, _), answer in zip(asked, reader.read_pairs(readings, pairs), strict=True):
            judged[event.id] = event if answer is None else _judged(event, readings[row].codable, answer)
    return [judged.get(event.id, event) for event in events]


def _portions(sentences: Sequence[Sentence]) -> list[Sequence[Sentence]]:
    return [sentences[i : i + PORTION] for i in range(0, len(sentences), PORTION)]


def _pair(event: Event) -> tuple[Span, Span] | None:
    """Actor and recipient, or the first two of a reciprocal event."""
    if event.type in SPOKEN:
        return None
    parties = event.actors[:2] if event.reciprocal else (*event.actors[:1], *event.recipients[:1])
    return (parties[0].span, parties[1].span) if len(parties) == 2 else None


def _inside(span: Span, start: int) -> tuple[int, int]:
    return span.start - start, span.end - start


def _judged(event: Event, codable: float, pair: Any) -> Event:
    roots: dict[str, float] = pair.roots
    ruled = root(plover_view(event.type, event.cameo, event.status)[0])
    own, best = roots.get(ruled, 0.0), vote(roots, ruled)
    if best != ruled and roots[best] >= SURE and event.status in (Status.DONE, Status.ONGOING):
        kind = EventType.CONCEDE if best == "YIELD" else EventType(best)
        retyped = replace(event, type=kind, mode=None, cameo=DEFAULTS[kind], rule=f"{event.rule}; reader")
        return replace(retyped, score=round((roots[best] + codable) / 2, 3))
    return replace(event, score=round((event.score + own + codable) / 3, 3))
