"""Telling x Telling -> a difference of status: one act at another stage."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from ..records import Difference, Event, EventType, Status
from .acts import one_act
from .frames import deed_span, modal_stages, stage_span
from .opposites import excluded
from .tellings import Telling, of_one_week
from .twins import ids, make, token_of, twins, verb_of

STAGE = {
    Status.DONE: "done",
    Status.ONGOING: "done",
    Status.PLANNED: "to come",
    Status.EXPECTED: "to come",
    Status.CALLED_FOR: "called for",
    Status.CONDITIONAL: "conditional",
    Status.REFUSED: "not done",
    Status.DENIED: "not done",
    Status.NOT_DONE: "not done",
    Status.ALLEGED: "alleged",
}
_SOUGHT = set("look seek want hope try aim wish attempt strive intend consider".split())
_AHEAD = {"expect", "plan", "intend", "schedule", "prepare"}
_PRESENT = {"VBZ", "VBP"}


def status_difference(left: Telling, right: Telling) -> Difference | None:
    """One act at another stage: settled in one report, sought, expected or denied in the other; or its opposite."""
    of_one_time = of_one_week(left, right)
    for mine, yours in product(left.deeds, right.deeds) if of_one_time else ():
        reason = excluded(mine, yours)
        if reason:
            ours, others = (deed_span(t.unit.sentence, d.at) for t, d in ((left, mine), (right, yours)))
            return make("status", left, ours, right, others, reason, 0.7, hard=True)
    for a, b in (*twins(left, right), *_invited(left, right)):
        one, other = _stage_of(a, left), _stage_of(b, right)
        if one != other and not (_in_passing(a, left) or _in_passing(b, right) or _unsettled({one, other}, (a, left), (b, right))):
            spans = [stage_span(t.unit.sentence, e.trigger[0].start) for e, t in ((a, left), (b, right))]
            if spans[0] is not None and spans[1] is not None:
                reason = f"{verb_of(a, left) or a.type.value.lower()}: {one} / {other}"
                alike = bool(left.sources) == bool(right.sources)
                return make("status", left, spans[0], right, spans[1], reason, 0.5 if alike else 0.35)
    theirs = modal_stages(right.unit.sentence)
    for verb, (stage, span) in modal_stages(left.unit.sentence).items():
        if verb in theirs and theirs[verb][0] != stage:
            return make("status", left, span, right, theirs[verb][1], f"{verb}: {stage} / {theirs[verb][0]}", 0.45)
    return None


def _unsettled(stages: set[str], *told: tuple[Event, Telling]) -> bool:
    """Whether two stages say nothing of one act: "refused" and "has not joined" are two verbs, what is hoped for is sought, and a
    present tense ("the first time that he attends") may be of what is to come."""
    if stages == {"called for", "sought"} or "alleged" in stages:
        return True
    if stages == {"done", "not done"}:
        return not one_act(*(verb_of(event, telling) for event, telling in told))
    return stages == {"done", "to come"} and any(
        (token := token_of(event, telling)) is not None and token.tag in _PRESENT for event, telling in told
    )


def _in_passing(event: Event, telling: Telling) -> bool:
    """Whether the act is told by a bare gerund ("by engaging", "to keep them from backing"), which says nothing of its stage."""
    tokens = telling.unit.sentence.tokens
    token = token_of(event, telling)
    return token is not None and token.tag == "VBG" and not any(tokens[k].dep == "aux" for k in token.children)


def _stage_of(event: Event, telling: Telling) -> str:
    """How far an act has come; what is merely looked for or invited to is less than what will be."""
    verb = verb_of(event, telling)
    if verb == "invite":
        return "invited"
    if verb in _AHEAD:
        return "to come"
    stage = STAGE[event.status]
    span = stage_span(telling.unit.sentence, event.trigger[0].start)
    if stage == "to come" and span is not None:
        group = {t.lemma.lower() for t in telling.unit.sentence.tokens if span.holds(t.span)}
        return "sought" if group & _SOUGHT else stage
    return stage


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
