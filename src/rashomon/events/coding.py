"""Sentences, mentions, attributions, timexes -> Event: who did what to whom, when, where, and how it is to be taken."""

from __future__ import annotations

from collections.abc import Sequence

from ..records import SILENT_ZONES, Attribution, Document, Event, EventType, Mention, Sentence, Timex, content_id, cover
from .circumstances import find_place, find_quantities, find_timex
from .contexts import find_contexts
from .judging import Reader, judge_events
from .nominals import Act
from .participants import MentionIndex, participant
from .predicates import find_acts, typed
from .roles import is_agent
from .speech import Chains, chained, speech_event
from .statuses import condition_span, find_standing

SPOKEN = {EventType.STATEMENT, EventType.POSITION}


def code_events(
    document: Document,
    sentences: Sequence[Sentence],
    mentions: Sequence[Mention],
    attributions: Sequence[Attribution],
    timexes: Sequence[Timex],
    model: Reader | None = None,
) -> tuple[Event, ...]:
    """The events of a document in the order of its text, statements and positions among them. `model` None: the rules alone."""
    index, chains = MentionIndex(mentions), Chains(attributions, sentences)
    events: list[Event] = []
    spoken: set[str] = set()
    times = _by_sentence(sentences, timexes)
    for sentence, inside in zip(sentences, times, strict=True):
        if sentence.zone in SILENT_ZONES:
            continue
        local = index.inside(sentence)
        for act in typed(find_acts(sentence)):
            event = _event(document, sentence, act, index, chains, inside, local)
            if event is None:
                continue
            if event.speech is not None:
                if event.speech in spoken:
                    continue
                spoken.add(event.speech)
            events.append(event)
    if model is not None:
        events = judge_events(document, sentences, events, model)
    for attribution in attributions:
        if attribution.id not in spoken and (spoken_event := speech_event(attribution, chains)) is not None:
            events.append(spoken_event)
    return tuple(sorted({e.id: e for e in events}.values(), key=lambda e: (e.trigger[0].start, e.trigger[-1].end, e.id)))


def _by_sentence(sentences: Sequence[Sentence], timexes: Sequence[Timex]) -> list[list[Timex]]:
    """The timexes of each sentence; both are in the order of the text."""
    out: list[list[Timex]] = [[] for _ in sentences]
    at = 0
    for timex in sorted(timexes, key=lambda t: t.span):
        while at < len(sentences) and sentences[at].span.end <= timex.span.start:
            at += 1
        if at < len(sentences) and sentences[at].span.overlaps(timex.span):
            out[at].append(timex)
    return out


def _event(
    document: Document,
    sentence: Sentence,
    act: Act,
    index: MentionIndex,
    chains: Chains,
    timexes: list[Timex],
    mentions: list[Mention],
) -> Event | None:
    kind = act.frame.type
    if kind is None:
        return None
    trigger = tuple(sentence.tokens[i].span for i in sorted(act.trigger))
    speech = chains.speech_at((sentence.tokens[act.token].span,), sentence.index)
    if kind in SPOKEN and speech is None and not act.actors:
        return None
    standing = find_standing(sentence, act)
    condition = condition_span(sentence, standing, act) if kind not in SPOKEN else None
    chain = [a for a in chains.around(trigger[0], sentence.index) if speech is None or a.id != speech.id]
    actors = tuple(participant(sentence, i, index) for i in act.actors)
    recipients = tuple(participant(sentence, i, index) for i in act.recipients)
    timex = find_timex(sentence, act, timexes)
    span = cover([*trigger, *(p.span for p in (*actors, *recipients))])
    return Event(
        id=content_id("evt", document.id, list(trigger), kind.value, [p.span for p in actors], [p.span for p in recipients]),
        document=document.id,
        sentence=sentence.index,
        span=span,
        trigger=trigger,
        type=kind,
        actors=actors,
        recipients=recipients,
        status=chained(standing, chain),
        clause_status=standing.clause,
        mode=act.frame.mode,
        contexts=find_contexts(sentence, act),
        cameo=act.frame.cameo,
        reciprocal=act.reciprocal,
        condition=condition,
        when=timex.when if timex else None,
        when_span=timex.span if timex else None,
        place=find_place(sentence, act, mentions),
        quantities=find_quantities(sentence, act),
        attribution=chain[0].id if chain else None,
        speech=speech.id if speech is not None else None,
        rule=f"{act.frame.name}",
        score=score(sentence, act),
    )


def score(sentence: Sentence, act: Act) -> float:
    """How sure the rules are, 0..1: a frame with its own object, named parties on both sides, a verb rather than a noun."""
    value = 0.45 if act.frame.noun and act.fit == 0 else 0.6
    value += 0.05 * min(act.fit, 4)
    if act.actors and any(is_agent(sentence, i) for i in act.actors):
        value += 0.1
    if act.recipients and any(is_agent(sentence, i) for i in act.recipients):
        value += 0.1
    if not act.actors:
        value -= 0.15
    return round(min(max(value, 0.05), 0.99), 3)
