"""Act in its scene -> why it is no candidate for an event at all."""

from __future__ import annotations

from ..records import EventType, Sentence, Status
from .agents import is_agent
from .drafts import SPOKEN, Scene, speech_of
from .frames import is_class, noun_frame
from .nominals import Act
from .roles import describes, is_passive, subjects_of
from .statuses import find_standing

# Acts that others than the sufferer do by words; without a doer a participle by a noun ("officers suspected of") only describes it.
WORDS = set(EventType) - {EventType.ASSAULT, EventType.COERCE, EventType.RETREAT, EventType.SANCTION}
JOINT = {EventType.CONSULT, EventType.COOPERATE}  # a noun tells these of two or more; "its meeting" of whoever belongs to it
PLURAL = {"their", "our", "they", "we"}
# Things by which somebody acts where he is not told, beside weapons and events ("an explosion killed ten").
BY_HAND = set(
    "explosion blast fire bullet gunfire shrapnel device explosive poison gas stampede car truck lorry van hand law decree rule "
    "order ruling measure decision verdict crossfire iron rubber stone knife rope hit retaliation revenge reprisal response".split()
)


def reason_against(scene: Scene, act: Act) -> str | None:
    """Why an act is no candidate for an event at all; None if it is one."""
    if act.frame.type is None:
        return "the words that stand with it make it no act between actors"
    if act.frame.type in SPOKEN:
        speaks = any(is_agent(scene.sentence, i) for i in act.actors)
        return None if speaks or (act.actors and speech_of(scene, act) is not None) else "nobody is told to say it"
    if not act.actors and not act.recipients:
        return "nobody is told to do it or to suffer it"
    if act.is_bare_noun and (reason := _reason_against_noun(scene.sentence, act)) is not None:
        return reason
    if not act.actors and act.frame.type in WORDS and describes(scene.sentence, act.clause):
        return "it only tells what somebody is like"
    if act.actors and all(_is_anybody(scene.sentence, i) for i in act.actors):
        return "whoever might do it is meant"
    if not act.actors and _is_done_by_thing(scene.sentence, act):
        return "what is told to do it cannot act"
    if not act.actors and all(_is_nobody(scene.sentence, i) for i in act.recipients):
        return "nobody suffers it"
    none_did = act.frame.noun and not act.actors and find_standing(scene.sentence, act).whole is Status.NOT_DONE
    return "it is only told that there was none" if none_did else None


def _reason_against_noun(sentence: Sentence, act: Act) -> str | None:
    """Why a noun that stands for itself tells no event: "relief for the families", "its meeting"."""
    named = any(sentence.tokens[i].pos == "PROPN" or sentence.tokens[i].entity == "NORP" for i in act.recipients)
    if not act.actors and act.frame.type in WORDS and not named:
        return "a noun names it, and nobody is told to do it"
    # "the meeting of the ministers", "their summit"
    several = any(sentence.tokens[i].tag in ("NNS", "NNPS") or sentence.tokens[i].text.lower() in PLURAL for i in act.actors)
    alone = len({*act.actors, *act.recipients}) < 2 and not several
    return "it takes two, and one is told of" if act.frame.type in JOINT and alone else None


def _is_done_by_thing(sentence: Sentence, act: Act) -> bool:
    """Whether the subject of an active verb is a thing that nobody acts by ("the storm killed ten"), no weapon and no event."""
    if act.is_bare_noun or act.token != act.clause or is_passive(sentence, act.token):
        return False
    lemmas = [sentence.tokens[i].lemma.lower() for i in subjects_of(sentence, act.token) if sentence.tokens[i].pos == "NOUN"]
    return bool(lemmas) and not any(is_class(x, "weapon") or x in BY_HAND or noun_frame(x, ()) is not None for x in lemmas)


def _is_nobody(sentence: Sentence, i: int) -> bool:
    return sentence.tokens[i].text.lower() in ("nobody", "one") and any(
        sentence.tokens[k].text.lower() == "no" for k in (i - 1, *sentence.tokens[i].children) if k >= 0
    )


def _is_anybody(sentence: Sentence, i: int) -> bool:
    """Whether a noun means whoever it may be: "any party", "anyone", "whoever"."""
    words = {sentence.tokens[i].text.lower()} | {sentence.tokens[k].text.lower() for k in sentence.tokens[i].children if k < i}
    return bool(words & {"any", "anyone", "anybody", "whoever", "whichever"})
