"""Sentences, mentions, attributions, timexes -> Event: who did what to whom, when, where, and how it is to be taken;
and Rejection: what looked like it and why it is none."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from ..records import SILENT_ZONES, Attribution, Document, Event, Force, Mention, Rejection, Sentence, Status, Timex
from ..tables.codings import Codings
from .cells import ROW, within_cell
from .codings import coded_acts, is_discarded
from .drafts import SPOKEN, Draft, Scene, draft_event, draft_rejection, rejected, set_scene
from .frames import DICTIONARY
from .judging import Reader, judge_drafts
from .participants import MentionIndex
from .predicates import find_acts
from .reasons import reason_against
from .speech import Chains, plainly_said, speech_event
from .topics import field_of

Record = TypeVar("Record", Event, Rejection)
# An event less likely than this to be one that a coder would enter is kept as a rejection only.
LEAST = 0.3
DISCARDED = "its words stand in the user's discard list"


def code_events(
    document: Document,
    sentences: Sequence[Sentence],
    mentions: Sequence[Mention],
    attributions: Sequence[Attribution],
    timexes: Sequence[Timex],
    model: Reader | None = None,
    codings: Codings | None = None,
) -> tuple[tuple[Event, ...], tuple[Rejection, ...]]:
    """The events of a document in the order of its text, statements and positions among them, and the candidates that are
    none. `model` None: the rules alone. `codings`: dictionaries of a user, whose verbs are acts whatever the rules know of them."""
    index, chains = MentionIndex(mentions), Chains(attributions, sentences)
    scenes: list[tuple[Scene, list[Draft]]] = []
    rejections: list[Rejection] = []
    spoken: set[str] = set()
    times, field = _by_sentence(sentences, timexes), field_of(sentences)
    shut = codings is not None and is_discarded(document.text, codings, whole=True)
    for sentence, inside in zip(sentences, times, strict=True):
        if sentence.zone not in SILENT_ZONES:
            scene = set_scene(document, sentence, index, chains, inside, field)
            scenes.append((scene, _draft(scene, rejections, spoken, codings, shut)))
    events: list[Event] = []
    for draft in judge_drafts(scenes, model):
        reason = _doubt(draft)
        if reason is None or draft.event.speech is not None:
            events.append(draft.event if reason is None else plainly_said(draft.event))
        else:
            rejections.append(rejected(draft.event, reason))
    by_index = {s.index: s for s in sentences}
    by_sentence: dict[int, list[Event]] = {}
    for event in events:
        by_sentence.setdefault(event.sentence, []).append(event)
    idle = {r.trigger[0].start for r in rejections if r.type is None}  # "warned residents to boil water" threatens nobody
    refused = {e.attribution for e in events if e.status is Status.REFUSED}
    for attribution in attributions:
        if attribution.id in spoken or (attribution.force is Force.REFUSE and attribution.id in refused):
            continue  # it is an event already: that of its cue, or the act that is refused
        speech = speech_event(attribution, chains, by_index[attribution.sentence])
        if speech is not None and not _is_told(speech, by_sentence.get(speech.sentence, ())):
            events.append(plainly_said(speech) if field or any(c.start in idle for c in attribution.cue) else speech)
    return _ordered(events), _ordered(rejections)


def _is_told(speech: Event, events: Sequence[Event]) -> bool:
    """Whether one of the events is the speech itself, told by the same word: "reaffirmed its support"."""
    return any(e.type is speech.type and any(a.overlaps(b) for a in e.trigger for b in speech.trigger) for e in events)


def _draft(scene: Scene, rejections: list[Rejection], spoken: set[str], codings: Codings | None, shut: bool) -> list[Draft]:
    """Drafts of the acts of one sentence; a speech that two words tell is drafted once (`spoken`: their attributions' ids). `shut`:
    the report has a phrase for which the user's dictionaries leave all of it out."""
    drafts: list[Draft] = []
    acts = find_acts(scene.sentence)
    if codings is not None:
        acts = coded_acts(scene.sentence, acts, codings)
        shut = shut or is_discarded(scene.sentence.span.of(scene.document.text), codings)
    for whole in acts:
        inside = within_cell(scene.document.text, scene.sentence, whole)
        act = inside or whole
        reason = DISCARDED if shut else ROW if inside is None else reason_against(scene, act)
        if reason is not None or act.frame.type is None:
            rejections.append(draft_rejection(scene, act, reason or ""))
            continue
        draft = draft_event(scene, act, act.frame.type)
        if draft.event.speech not in spoken:
            drafts.append(draft)
            if draft.event.speech is not None:
                spoken.add(draft.event.speech)
    return drafts


def _doubt(draft: Draft) -> str | None:
    """Why a drafted event is not kept; None if it is."""
    known = draft.event.rule.startswith(DICTIONARY)
    if known or draft.event.type in SPOKEN or draft.event.score >= LEAST:
        return None
    if draft.signs.off_topic:
        return f"too unlikely: its sentence has words of {draft.signs.topic}"
    if draft.signs.long_ago:
        return "too unlikely: it lies long before the report"
    if draft.signs.open:
        return "too unlikely: it hangs on a condition"
    if not (draft.signs.known_actor or draft.signs.known_recipient):
        return "too unlikely: nobody known takes part"
    return "too unlikely by all signs together"


def _ordered(records: list[Record]) -> tuple[Record, ...]:
    """Each once, in the order of the text."""
    return tuple(sorted({r.id: r for r in records}.values(), key=lambda r: (r.trigger[0].start, r.trigger[-1].end, r.id)))


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
