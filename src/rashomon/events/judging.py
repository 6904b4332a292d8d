"""Drafts -> drafts with their scores: what the signs, and a trained reader of sentences and pairs, think of the rules' events."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Protocol

from ..records import Event, EventType, Span
from .confidence import chance
from .drafts import SPOKEN, Draft, Scene, draft_event
from .ranking import salience
from .seeing import act_spans, complete_parties, seen_act
from .views import DEFAULTS, plover_view
from .votes import root

PORTION = 64  # sentences whose states are held at once
CERTAIN, LIKELY = 0.7, 0.5  # what an act that the rules do not know must reach, by its type and altogether
Pair = tuple[int, tuple[int, int], tuple[int, int]]


class Reader(Protocol):
    """The part of models.EventReader that is used here."""

    def read_sentences(self, texts: Sequence[str]) -> Sequence[Any]:
        """Readings with `codable`, the chance that a text holds an event, and `spans` of its actor and recipient."""

    def read_pairs(self, readings: Sequence[Any], pairs: Sequence[Pair]) -> Sequence[Any | None]:
        """For (reading, actor, recipient) a reading with `roots`, the chances of the PLOVER types; None where out of reach."""


def judge_drafts(scenes: Sequence[tuple[Scene, list[Draft]]], reader: Reader | None) -> list[Draft]:
    """All drafts of a document with their scores. With a reader: with the parties and acts that it sees and the rules do not.

    A sentence without two parties is not worth its reading; it is judged by the rules' signs alone."""
    out: list[Draft] = []
    read = [(scene, drafts) for scene, drafts in scenes if reader is not None and _worth(scene, drafts)]
    done = {scene.sentence.index for scene, _ in read}
    for scene, drafts in scenes:
        if scene.sentence.index not in done:
            out += [_scored(draft, chance(draft.signs)) for draft in drafts]
    for first in range(0, len(read), PORTION):
        if reader is not None:
            out += _read(read[first : first + PORTION], reader)
    return out


def _worth(scene: Scene, drafts: list[Draft]) -> bool:
    """Whether a sentence has two parties, or may have: two known actors, and an act or some verb, not speech alone."""
    if any(_pair(draft.event) is not None for draft in drafts):
        return True
    acts = any(draft.event.type not in SPOKEN for draft in drafts)
    if not acts and (drafts or not any(token.pos == "VERB" for token in scene.sentence.tokens)):
        return False
    return len({actor for m in scene.mentions for actor in m.actors[:1]}) > 1


def _read(portion: Sequence[tuple[Scene, list[Draft]]], reader: Reader) -> list[Draft]:
    readings = reader.read_sentences([scene.sentence.span.of(scene.document.text) for scene, _ in portion])
    drafts: list[tuple[int, Draft]] = []
    for row, ((scene, ruled), reading) in enumerate(zip(portion, readings, strict=True)):
        drafts += [(row, draft) for draft in complete_parties(scene, ruled, reading.spans)]
    mains = {row: _main([d for r, d in drafts if r == row], scene) for row, (scene, _) in enumerate(portion)}
    asked = {d.event.id: (row, pair) for row, d in drafts if d.event.id == mains[row] and (pair := _pair(d.event)) is not None}
    pairs = [_asked(row, pair, portion[row][0].sentence.span.start) for row, pair in asked.values()]
    answers = dict(zip(asked, reader.read_pairs(readings, pairs), strict=True))
    judged = []
    for row, draft in drafts:
        judged.append(_judged(draft, readings[row].codable, answers.get(draft.event.id)))
    return [*judged, *_unforeseen(portion, readings, reader)]


def _unforeseen(portion: Sequence[tuple[Scene, list[Draft]]], readings: Sequence[Any], reader: Reader) -> list[Draft]:
    """Drafts of acts whose words the rules do not know, where the reader is sure of both parties and of the type."""
    seen = [
        (row, act)
        for row, ((scene, ruled), reading) in enumerate(zip(portion, readings, strict=True))
        if (act := seen_act(scene, ruled, reading.spans)) is not None
    ]
    pairs = [_asked(row, act_spans(portion[row][0], act), portion[row][0].sentence.span.start) for row, act in seen]
    out = []
    for (row, act), answer in zip(seen, reader.read_pairs(readings, pairs), strict=True):
        best = max(answer.roots, key=answer.roots.__getitem__) if answer is not None else ""
        if answer is not None and answer.roots[best] >= CERTAIN:
            kind = _type_of(best)
            draft = draft_event(portion[row][0], replace(act, frame=replace(act.frame, type=kind, cameo=DEFAULTS[kind])), kind)
            draft = replace(draft, event=replace(draft.event, rule="reader"))
            out.append(_scored(draft, chance(draft.signs, readings[row].codable, answer.roots[best])))
    return [draft for draft in out if draft.event.score >= LIKELY]


def _main(drafts: list[Draft], scene: Scene) -> str | None:
    """The id of the event of two parties that the sentence is about."""
    paired = [d.event for d in drafts if _pair(d.event) is not None]
    return max(paired, key=lambda e: (salience(e, scene.sentence), e.id)).id if paired else None


def _pair(event: Event) -> tuple[Span, Span] | None:
    """Actor and recipient, or the first two of a reciprocal event."""
    if event.type in SPOKEN:
        return None
    parties = event.actors[:2] if event.reciprocal else (*event.actors[:1], *event.recipients[:1])
    return (parties[0].span, parties[1].span) if len(parties) == 2 else None


def _asked(row: int, pair: tuple[Span, Span], start: int) -> Pair:
    source, target = pair
    return row, (source.start - start, source.end - start), (target.start - start, target.end - start)


def _judged(draft: Draft, codable: float, pair: Any | None) -> Draft:
    """The reader answers for two parties in a sentence, not for a word: of what else the two do there it is no judge (`pair` is
    None), and the type stays that of the word. Of an act that lies ahead it may speak as of the act or as of the word given."""
    if pair is None:
        return _scored(draft, chance(draft.signs))
    event = draft.event
    names = {root(event.type), root(plover_view(event.type, event.cameo, event.status)[0])}
    return _scored(draft, chance(draft.signs, codable, max(pair.roots.get(name, 0.0) for name in names)))


def _type_of(root: str) -> EventType:
    """The PLOVER type that the reader's class means; YIELD is CONCEDE or RETREAT."""
    return EventType.CONCEDE if root == "YIELD" else EventType(root)


def _scored(draft: Draft, score: float) -> Draft:
    return replace(draft, event=replace(draft.event, score=score))
