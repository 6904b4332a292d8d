"""Act, and what was found about its sentence -> a draft of an Event with the signs for and against it; or a Rejection."""

from __future__ import annotations

from dataclasses import dataclass, replace

from ..records import (
    Attribution,
    Document,
    Event,
    EventType,
    Mention,
    MentionKind,
    Participant,
    Rejection,
    Sentence,
    Timex,
    content_id,
    cover,
)
from .circumstances import find_place, find_quantities
from .confidence import Signs
from .contexts import find_contexts
from .dating import find_when
from .nominals import Act
from .participants import MentionIndex, participant
from .signs import read_signs
from .speech import Chains, chained
from .statuses import condition_span, find_standing
from .topics import off_topic

SPOKEN = {EventType.STATEMENT, EventType.POSITION}


@dataclass(frozen=True, slots=True)
class Scene:
    """A sentence with all that the earlier steps found in it."""

    document: Document
    sentence: Sentence
    index: MentionIndex
    chains: Chains
    timexes: list[Timex]
    topic: tuple[str, int]
    field: str

    @property
    def mentions(self) -> list[Mention]:
        return self.index.inside(self.sentence)


@dataclass(frozen=True, slots=True)
class Draft:
    """An event whose score is still to be judged by its signs."""

    event: Event
    signs: Signs


def set_scene(
    document: Document, sentence: Sentence, index: MentionIndex, chains: Chains, timexes: list[Timex], field: str = ""
) -> Scene:
    """`field`: the field of life that the whole report is of, if it is none of politics."""
    return Scene(document, sentence, index, chains, timexes, off_topic(sentence), field)


def speech_of(scene: Scene, act: Act) -> Attribution | None:
    """The attribution that the act is by itself, if any."""
    tokens = scene.sentence.tokens
    verbs = [i for i in act.trigger if i != act.token and tokens[i].tag == "VBG"]  # "stopped inviting"
    return scene.chains.speech_at(tuple(tokens[i].span for i in (act.token, *verbs)), scene.sentence.index)


def draft_event(scene: Scene, act: Act, kind: EventType) -> Draft:
    """The event of an act with its time, place, numbers, status and attribution."""
    sentence = scene.sentence
    trigger = tuple(sentence.tokens[i].span for i in sorted(act.trigger))
    speech = speech_of(scene, act)
    standing = find_standing(sentence, act)
    chain = [a for a in scene.chains.around(trigger[0], sentence.index) if speech is None or a.id != speech.id]
    actors, recipients = _parties(scene, act)
    when, when_span = find_when(sentence, act, scene.timexes, scene.document.text, scene.document.published) or (None, None)
    event = Event(
        id=content_id("evt", scene.document.id, list(trigger), kind.value, [p.span for p in actors], [p.span for p in recipients]),
        document=scene.document.id,
        sentence=sentence.index,
        span=cover([*trigger, *(p.span for p in (*actors, *recipients))]),
        trigger=trigger,
        type=kind,
        actors=actors,
        recipients=recipients,
        status=chained(standing, chain, actors),
        clause_status=standing.clause,
        mode=act.frame.mode,
        contexts=find_contexts(sentence, act),
        cameo=act.frame.cameo,
        reciprocal=act.reciprocal,
        condition=condition_span(sentence, standing, act) if kind not in SPOKEN else None,
        when=when,
        when_span=when_span,
        place=find_place(sentence, act, scene.mentions),
        quantities=find_quantities(sentence, act),
        attribution=chain[0].id if chain else None,
        speech=speech.id if speech is not None else None,
        rule=act.frame.name,
    )
    return Draft(event, read_signs(scene.document, sentence, scene.topic, scene.field, act, event))


def _parties(scene: Scene, act: Act) -> tuple[tuple[Participant, ...], tuple[Participant, ...]]:
    """The participants; nobody does something to himself, so a name or pronoun of the actor is no recipient, nor is a capital of
    his own ("recalled its envoy to Paris"); a foreign capital that an envoy is recalled from stands for its state."""
    actors = tuple(participant(scene.sentence, i, scene.index) for i in act.actors)
    recipients = (participant(scene.sentence, i, scene.index) for i in act.recipients)
    same = {(p.actors, p.sector) for p in actors if p.actors}
    kept = tuple(p for p in recipients if (p.actors, p.sector) not in same or not _bare(scene, p))
    if act.frame.type is not EventType.SANCTION or "@diplomat" not in act.frame.objects:
        return actors, kept
    own = {actor for p in actors for actor in p.actors}
    states = [(p, _state_of_place(scene, p)) for p in kept]
    return actors, tuple(replace(p, actors=(state,)) if state else p for p, state in states if state is None or state not in own)


def _state_of_place(scene: Scene, party: Participant) -> str | None:
    """The state of a place that is no actor by itself; None for all others."""
    mention = _mention_of(scene, party)
    if mention is None or mention.actors or not mention.candidates or not mention.candidates[0].actor.startswith("iso3:"):
        return None
    return mention.candidates[0].actor


def _bare(scene: Scene, party: Participant) -> bool:
    """Whether a party is only named or pointed to, not a part of something ("its ambassador", "Kenyan students")."""
    mention = _mention_of(scene, party)
    return mention is not None and mention.kind in (MentionKind.NAME, MentionKind.PRONOUN, MentionKind.METONYM)


def _mention_of(scene: Scene, party: Participant) -> Mention | None:
    return next((m for m in scene.mentions if m.id == party.mention), None)


def draft_rejection(scene: Scene, act: Act, reason: str) -> Rejection:
    """The record of an act that is no event."""
    trigger = tuple(scene.sentence.tokens[i].span for i in sorted(act.trigger))
    actors, recipients = _parties(scene, act)
    return Rejection(
        id=content_id("rej", scene.document.id, list(trigger), reason),
        document=scene.document.id,
        sentence=scene.sentence.index,
        span=cover([*trigger, *(p.span for p in (*actors, *recipients))]),
        trigger=trigger,
        reason=reason,
        type=act.frame.type,
        actors=actors,
        recipients=recipients,
        rule=act.frame.name,
    )


def rejected(event: Event, reason: str) -> Rejection:
    """The record of a drafted event that was not kept."""
    return Rejection(
        id=content_id("rej", event.document, list(event.trigger), reason),
        document=event.document,
        sentence=event.sentence,
        span=event.span,
        trigger=event.trigger,
        reason=reason,
        type=event.type,
        actors=event.actors,
        recipients=event.recipients,
        rule=event.rule,
        score=event.score,
    )
