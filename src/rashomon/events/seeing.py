"""Actor spans of a trained reader -> the party that the rules' draft lacks, or an act that they do not know at all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from ..records import EventType, Participant, Span, content_id, cover
from ..sentences.trees import ancestors
from .drafts import SPOKEN, Draft, Scene
from .frames import Frame
from .nominals import Act
from .participants import participant
from .ranking import salience

CLEAR = 0.6  # of the reader's score for a span


def complete_parties(scene: Scene, drafts: list[Draft], spans: Sequence[Any]) -> list[Draft]:
    """The drafts; the one that the sentence is about gets the recipient or the actor that only the reader sees."""
    acts = [d for d in drafts if d.event.type not in SPOKEN]
    if not acts:
        return drafts
    main = max(acts, key=lambda d: (salience(d.event, scene.sentence), d.event.id))
    taken = [p for d in acts if d is not main for p in d.event.recipients]
    if main.event.type is EventType.THREATEN:  # "warned that the bloc could impose sanctions": the bloc is not warned
        taken += [p for d in acts if d is not main for p in d.event.actors]
    whole = _completed(scene, main, spans, taken)
    return [whole if d is main else d for d in drafts]


def seen_act(scene: Scene, drafts: list[Draft], spans: Sequence[Any]) -> Act | None:
    """An act of two parties, one of them known, where the rules have none of two: its verb is the one above the actor."""
    if any(d.event.type not in SPOKEN and d.event.actors and (d.event.recipients or d.event.reciprocal) for d in drafts):
        return None
    sources, targets = (_heads(scene, spans, label) for label in ("source", "target"))
    known = [bool(participant(scene.sentence, i, scene.index).actors) for i in (*sources, *targets)]
    if not sources or not targets or not any(known):
        return None
    tokens = scene.sentence.tokens
    verb = next((i for i in ancestors(scene.sentence, sources[0]) if tokens[i].pos == "VERB"), None)
    if verb is None or any(tokens[verb].span in d.event.trigger for d in drafts):
        return None
    frame = Frame(tokens[verb].lemma.lower(), False, "", (), None, None, None, ())
    return Act(verb, verb, (verb,), frame, 0, tuple(sources), tuple(targets), False)


def act_spans(scene: Scene, act: Act) -> tuple[Span, Span]:
    """The phrases of the first actor and the first recipient of an act."""
    actor, recipient = (participant(scene.sentence, i, scene.index).span for i in (act.actors[0], act.recipients[0]))
    return actor, recipient


def _completed(scene: Scene, draft: Draft, spans: Sequence[Any], taken: Sequence[Participant]) -> Draft:
    """The draft with the other side that the reader sees, where it agrees with the rules on the one side. A mere place of the act
    ("met in Brussels") is nobody; whom another act of the sentence is done to (`taken`) is no recipient of this one."""
    event = draft.event
    if event.reciprocal:
        return draft
    sources, targets = (_parties(scene, spans, label) for label in ("source", "target"))
    targets = [p for p in targets if p.actors or event.place is None or not p.span.overlaps(event.place.span)]
    targets = [p for p in targets if not any(_meet(p, other) for other in taken)]
    recipients = _other_side(event.recipients, targets, event.actors, sources)
    actors = () if recipients else _other_side(event.actors, sources, event.recipients, targets)
    if not recipients and not actors:
        return draft
    event = replace(event, actors=actors or event.actors, recipients=recipients or event.recipients)
    parties = [p.span for p in event.actors], [p.span for p in event.recipients]
    event = replace(
        event,
        id=content_id("evt", event.document, list(event.trigger), event.type.value, *parties),
        span=cover([event.span, *parties[0], *parties[1]]),
        rule=f"{event.rule}; reader's party",
    )
    return replace(draft, event=event)


def _other_side(
    ruled: Sequence[Participant], seen: Sequence[Participant], here: Sequence[Participant], seen_here: Sequence[Participant]
) -> tuple[Participant, ...]:
    """What the reader sees on a side where the rules see nobody, or only things where it sees somebody known."""
    if not here or (seen_here and not any(_meet(s, p) for s in seen_here for p in here)):
        return ()
    found = tuple(p for p in seen if not any(_meet(p, h) or (p.actors and p.actors == h.actors) for h in here))
    better = not ruled or (not any(p.actors for p in ruled) and any(p.actors for p in found))
    return found if better else ()


def _meet(one: Participant, other: Participant) -> bool:
    return one.span.overlaps(other.span)


def _parties(scene: Scene, spans: Sequence[Any], label: str) -> list[Participant]:
    return [participant(scene.sentence, head, scene.index) for head in _heads(scene, spans, label)]


def _heads(scene: Scene, spans: Sequence[Any], label: str) -> list[int]:
    start = scene.sentence.span.start
    clear = [Span(start + s.start, start + s.end) for s in spans if s.label == label and s.score >= CLEAR]
    return [head for span in clear if (head := _head(scene, span)) is not None]


def _head(scene: Scene, span: Span) -> int | None:
    """The noun of a span whose own head lies outside it."""
    tokens = scene.sentence.tokens
    inside = {i for i, t in enumerate(tokens) if t.span.overlaps(span)}
    heads = [i for i in inside if tokens[i].head not in inside or tokens[i].head == i]
    return next((i for i in sorted(heads) if tokens[i].pos in ("NOUN", "PROPN", "PRON", "ADJ", "NUM")), None)
