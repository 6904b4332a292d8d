"""Draft -> Draft with its score: what the signs, and a trained reader of sentences and pairs, think of the rules' events."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Protocol

from ..records import Document, Event, EventType, Sentence, Span, Status
from .confidence import chance
from .drafts import SPOKEN, Draft
from .frames import other_frame
from .views import DEFAULTS, plover_view
from .votes import root, vote

PORTION = 64  # sentences whose states are held at once
SURE = 0.6  # a type of the reader's from which the rules give way to it


class Reader(Protocol):
    """The part of models.EventReader that is used here."""

    def read_sentences(self, texts: Sequence[str]) -> Sequence[Any]:
        """Readings with `codable`, the chance that a text holds an event."""

    def read_pairs(
        self, readings: Sequence[Any], pairs: Sequence[tuple[int, tuple[int, int], tuple[int, int]]]
    ) -> Sequence[Any | None]:
        """For (reading, actor, recipient) a reading with `roots`, the chances of the PLOVER types; None where out of reach."""


def judge_drafts(document: Document, sentences: Sequence[Sentence], drafts: Sequence[Draft], reader: Reader | None) -> list[Draft]:
    """The drafts with their scores, and with the reader's type where it is sure and outvotes the rules.

    Statements, positions and events of one party only are judged by the rules' signs alone: a sentence without a pair is not
    worth its reading."""
    judged = {} if reader is None else _read_drafts(document, sentences, drafts, reader)
    return [judged.get(draft.event.id) or _scored(draft, draft.event, chance(draft.signs)) for draft in drafts]


def _read_drafts(document: Document, sentences: Sequence[Sentence], drafts: Sequence[Draft], reader: Reader) -> dict[str, Draft]:
    """The drafts of two parties, by the event's id, as the reader judges them."""
    paired: dict[int, list[tuple[Draft, tuple[Span, Span]]]] = {}
    for draft in drafts:
        if (pair := _pair(draft.event)) is not None:
            paired.setdefault(draft.event.sentence, []).append((draft, pair))
    judged: dict[str, Draft] = {}
    for portion in _portions([s for s in sentences if s.index in paired]):
        readings = reader.read_sentences([s.span.of(document.text) for s in portion])
        asked = [(row, draft, pair) for row, s in enumerate(portion) for draft, pair in paired[s.index]]
        pairs = [
            (row, _inside(pair[0], portion[row].span.start), _inside(pair[1], portion[row].span.start)) for row, _, pair in asked
        ]
        for (row, draft, _), answer in zip(asked, reader.read_pairs(readings, pairs), strict=True):
            if answer is not None:
                judged[draft.event.id] = _judged(draft, readings[row].codable, answer)
    return judged


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


def _judged(draft: Draft, codable: float, pair: Any) -> Draft:
    event, roots = draft.event, pair.roots
    ruled = root(plover_view(event.type, event.cameo, event.status)[0])
    best = vote(roots, ruled)
    if best != ruled and roots[best] >= SURE and event.status in (Status.DONE, Status.ONGOING):
        kind = EventType.CONCEDE if best == "YIELD" else EventType(best)
        finer = other_frame(draft.frame, kind)
        mode, cameo = (finer.mode, finer.cameo) if finer is not None else (None, DEFAULTS[kind])
        event = replace(event, type=kind, mode=mode, cameo=cameo or DEFAULTS[kind], rule=f"{event.rule}; reader")
        ruled = best
    return _scored(draft, event, chance(draft.signs, codable, roots.get(ruled, 0.0)))


def _scored(draft: Draft, event: Event, score: float) -> Draft:
    return replace(draft, event=replace(event, score=score))
