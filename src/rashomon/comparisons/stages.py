"""Telling x Telling -> a difference of status: one act at another stage."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

from ..records import Difference, Event, EventType, Sentence, Span
from ..sentences.trees import children, subtree, token_at
from .acts import one_act
from .dated import SAYING
from .deeds import Fit, circumstances_fit
from .frames import LIGHT, VERBS, deed_span, stage_span
from .opposites import excluded
from .tellings import Telling, of_one_day, of_one_week
from .twins import ids, make, verb_of

# Verbs above another that say how far the act below them is; under all others nothing is known of it.
_ABOVE = {
    **dict.fromkeys("look seek want hope try aim wish attempt strive consider".split(), "sought"),
    **dict.fromkeys("expect plan intend schedule prepare go set agree vow promise pledge threaten slate due".split(), "to come"),
    **dict.fromkeys("ask urge call order tell demand require need advise".split(), "called for"),
    **dict.fromkeys("allow permit enable authorise authorize clear free entitle".split(), "allowed"),
    **dict.fromkeys("begin start continue come help manage".split(), ""),
}
_AUXILIARIES = {
    **dict.fromkeys(("can", "could", "may", "might"), "possible"),
    **dict.fromkeys(("will", "would", "shall"), "to come"),
    **dict.fromkeys(("must", "should", "ought"), "called for"),
}
_DENYING = {"not", "n't", "never", "no"}
_FINITE = {"VBD", "VBZ", "VBP", "MD"}
SCORE, DOUBTFUL = 0.62, 0.45  # what can be is often told of another case


@dataclass(frozen=True, slots=True)
class Act:
    """A verb told in a finite clause: its lemma and token, the group of words that says how far it is, and the stage: done, to
    come, possible, called for, allowed or sought."""

    verb: str
    at: int
    span: Span
    stage: str


def find_acts(sentence: Sentence) -> Iterator[Act]:
    """The acts of a sentence whose stage it tells; a simple present does not ("the first time that he attends")."""
    tokens = sentence.tokens
    for i, token in enumerate(tokens):
        verb = token.lemma.lower()
        if token.pos == "VERB" and verb not in LIGHT and verb not in SAYING and verb not in _ABOVE:
            stage = _stage(sentence, i)
            if stage:
                yield Act(verb, i, stage_span(sentence, i), stage)


def _stage(sentence: Sentence, i: int) -> str:
    tokens = sentence.tokens
    own = [i]
    while tokens[own[-1]].dep in {"xcomp", "acomp"} and tokens[own[-1]].head < own[-1]:
        own.append(tokens[own[-1]].head)
    top = own[-1]
    if (
        tokens[top].dep == "conj"
        and tokens[top].tag == tokens[tokens[top].head].tag
        and not children(sentence, top, "aux", "auxpass")
    ):
        top = tokens[top].head
    helping = children(sentence, top, "aux", "auxpass")
    if not any(tokens[k].tag in _FINITE for k in (top, *helping)):
        return ""
    words = {tokens[k].lemma.lower() for v in (*own, top) for k in children(sentence, v, "aux", "neg", "advmod")}
    above = [_ABOVE.get(tokens[k].lemma.lower()) for k in own[1:]]
    stages = {_AUXILIARIES[w] for w in words & _AUXILIARIES.keys()} | {a for a in above if a}
    if None in above or words & _DENYING or len(stages) > 1 + ("to come" in stages):
        return ""
    if not stages:
        return "" if tokens[top].tag in {"VBZ", "VBP"} and top == i else "done"
    return next(iter(stages - {"to come"}), "to come")


def status_difference(left: Telling, right: Telling) -> Difference | None:
    """One act at another stage: settled in one report, sought, expected or denied in the other; or its opposite."""
    of_one_time = of_one_week(left, right)
    for mine, yours in product(left.deeds, right.deeds) if of_one_time else ():
        reason = excluded(mine, yours)
        if reason:
            ours, others = (deed_span(t.unit.sentence, d.at) for t, d in ((left, mine), (right, yours)))
            # What was to be one day may not be the next, without a word of either report being wrong.
            hard = mine.done is not None or of_one_day(left, right)
            return make("status", left, ours, right, others, reason, 0.7, hard)
    for one, other in product(find_acts(left.unit.sentence), find_acts(right.unit.sentence)):
        if one.stage != other.stage and one_act(one.verb, other.verb) and _may_be_one(one, left, other, right):
            score = DOUBTFUL if "possible" in {one.stage, other.stage} else SCORE
            return make("status", left, one.span, right, other.span, f"{one.verb}: {one.stage} / {other.stage}", score)
    return _invitation(left, right)


def _invitation(left: Telling, right: Telling) -> Difference | None:
    """An invitation in one report, and in the other the meeting that it is to, told as done or to come."""
    ours, theirs = ({act.span.start for act in find_acts(t.unit.sentence)} for t in (left, right))
    for a, b in _invited(left, right):
        one, other = _told_by(a, left), _told_by(b, right)
        if one is not None and other is not None and one.start in ours and other.start in theirs:
            return make("status", left, one, right, other, "invited / to meet", SCORE)
    return None


def _told_by(event: Event, telling: Telling) -> Span | None:
    """The group of the verb with which the trigger of an event begins; None where it begins with another word."""
    sentence, start = telling.unit.sentence, event.trigger[0].start
    i = token_at(sentence, start)
    if i is None or sentence.tokens[i].pos not in VERBS or start < sentence.tokens[i].span.start:
        return None
    return stage_span(sentence, i)


def _may_be_one(one: Act, left: Telling, other: Act, right: Telling) -> bool:
    """Whether nobody and nothing that has part in the one act, nor a time, speaks against its being the other; of two verbs for one
    act something must speak for it, and one be to come ("tried to arrest" and "held" go together)."""
    mates = [_with_whom(t.unit.sentence, act.at) for act, t in ((one, left), (other, right))]
    if all(mates) and not mates[0] & mates[1]:
        return False
    for mine, yours in product(left.deeds, right.deeds):
        if mine.at == one.at and yours.at == other.at:
            ahead = "to come" in {one.stage, other.stage}
            fits = circumstances_fit(mine, yours, *(["times"] if ahead else []))
            return Fit.APART not in fits and (one.verb == other.verb or (ahead and Fit.ONE in fits))
    return one.verb == other.verb


def _with_whom(sentence: Sentence, i: int) -> set[str]:
    """The names behind "with" below the verb at token i."""
    tokens = sentence.tokens
    below = [k for p in children(sentence, i, "prep") if tokens[p].lemma == "with" for k in subtree(sentence, p)]
    return {tokens[k].lemma for k in below if tokens[k].pos == "PROPN"}


def _invited(left: Telling, right: Telling) -> Iterator[tuple[Event, Event]]:
    """An invitation in one report and the same people's meeting in the other."""
    for a in left.events:
        for b in right.events:
            if _invites_to(a, left, b, right) or _invites_to(b, right, a, left):
                yield a, b


def _invites_to(invitation: Event, telling: Telling, meeting: Event, other: Telling) -> bool:
    if verb_of(invitation, telling) != "invite" or verb_of(meeting, other) == "invite":
        return False
    return meeting.type is EventType.CONSULT and bool(telling.named() & _people(meeting))


def _people(event: Event) -> set[str]:
    return ids(event.actors) | ids(event.recipients)
