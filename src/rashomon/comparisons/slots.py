"""Telling x Telling -> a difference of who, to whom, when, where, and how far it has come."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..records import Difference, Event, EventType, Participant, Precision, Span, Status, Variant, When, ZoneKind, cover
from .acts import one_act
from .frames import Frame, Role, find_frames, modal_stages, near_places, stage_span
from .tellings import Telling, of_one_week

_STAGE = {
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
ALIKE = 0.7  # likeness of two sentences whose only dates are those of one thing
_DAYS = {Precision.DAY, Precision.TIME}
_WORDS = {EventType.STATEMENT, EventType.POSITION}
_PICTURE = re.compile(r"\b(?:file photo|photo shows|image shows|file picture)\b", re.IGNORECASE)
# Nouns that say nothing of who it is: two of them with other words beside are two phrases.
_ANYBODY = set("group people man woman force member person official fighter other one number some".split())


def _twins(left: Telling, right: Telling) -> Iterator[tuple[Event, Event]]:
    """Events of two tellings that may be one: of one type, with the same trigger or somebody in common."""
    for a in left.events:
        for b in right.events:
            if a.type is b.type and a.type not in _WORDS and (_verb(a, left) == _verb(b, right) or _common(a, b)):
                yield a, b


def _verb(event: Event, telling: Telling) -> str:
    start = event.trigger[0].start
    return next((t.lemma.lower() for t in telling.unit.sentence.tokens if t.span.start == start), "")


def _asserted(event: Event, telling: Telling) -> bool:
    """Whether a clause of its own says so: "did not launch", not "bans it from launching"."""
    tokens = telling.unit.sentence.tokens
    token = next((t for t in tokens if t.span.start == event.trigger[0].start), None)
    return token is not None and token.tag not in {"VBG", "NN", "NNS"} and not any(tokens[k].text == "to" for k in token.children)


def _common(a: Event, b: Event) -> bool:
    return bool(_ids(a.actors) & _ids(b.actors)) and bool(
        not a.recipients or not b.recipients or _ids(a.recipients) & _ids(b.recipients)
    )


def _ids(participants: tuple[Participant, ...]) -> set[str]:
    return {a for p in participants for a in p.actors}


def _make(slot: str, left: Telling, a: Span, right: Telling, b: Span, reason: str, score: float, hard: bool = False) -> Difference:
    variants = (Variant(left.reading.document.id, a, left.words(a)), Variant(right.reading.document.id, b, right.words(b)))
    return Difference(slot, hard, variants, reason, f"events: {slot}", score)


def status_difference(left: Telling, right: Telling) -> Difference | None:
    """One act at another stage: settled in one report, sought, expected or denied in the other."""
    for a, b in (*_twins(left, right), *_invited(left, right)):
        one, other = _stage_of(a, left), _stage_of(b, right)
        if one != other:
            hard = {one, other} == {"done", "not done"} and _verb(a, left) == _verb(b, right) and _same_time(a.when, b.when)
            hard = hard and of_one_week(left, right) and _asserted(a, left) and _asserted(b, right)
            spans = [stage_span(t.unit.sentence, e.trigger[0].start) for e, t in ((a, left), (b, right))]
            if spans[0] is not None and spans[1] is not None:
                reason = f"{_verb(a, left) or a.type.value.lower()}: {one} / {other}"
                alike = bool(left.sources) == bool(right.sources)
                return _make("status", left, spans[0], right, spans[1], reason, 0.7 if hard else 0.5 if alike else 0.4, hard)
    theirs = modal_stages(right.unit.sentence)
    for verb, (stage, span) in modal_stages(left.unit.sentence).items():
        if verb in theirs and theirs[verb][0] != stage:
            return _make("status", left, span, right, theirs[verb][1], f"{verb}: {stage} / {theirs[verb][0]}", 0.45)
    return None


def actor_difference(left: Telling, right: Telling) -> Difference | None:
    """One act, done by others: by the events, else by the clauses' own subjects."""
    for a, b in _twins(left, right):
        ours, theirs = _ids(a.actors), _ids(b.actors)
        if _verb(a, left) == _verb(b, right) and ours and theirs and not ours & theirs and _ids(a.recipients) & _ids(b.recipients):
            reason = f"{_verb(a, left)} by {', '.join(sorted(ours))} / {', '.join(sorted(theirs))}"
            return _make("actor", left, _span(a.actors), right, _span(b.actors), reason, 0.5)
    for one, other in _clauses(left, right):
        a_role, b_role = one.agent, other.agent
        if a_role and b_role and not _words_shared(a_role, b_role) and _meet(one.patient, left, other.patient, right):
            reason = f"{one.verb}: {left.words(a_role.span)} / {right.words(b_role.span)}"
            alike = left.actors(a_role.span) & right.actors(b_role.span)
            return _make("actor", left, a_role.span, right, b_role.span, reason, 0.4 if alike else 0.45)
    return None


def recipient_difference(left: Telling, right: Telling) -> Difference | None:
    """One act by one actor, done to others."""
    for one, other in _clauses(left, right):
        a_role, b_role = one.target, other.target
        if a_role and b_role and _apart(a_role, left, b_role, right) and _meet(one.patient, left, other.patient, right):
            reason = f"{one.verb} to {left.words(a_role.span)} / {right.words(b_role.span)}"
            hard = one.verb == other.verb and _one_sum(one.patient, left, other.patient, right)
            return _make("recipient", left, a_role.span, right, b_role.span, reason, 0.5, hard)
        a_role, b_role = one.patient, other.patient
        if a_role and b_role and _apart(a_role, left, b_role, right) and _meet(one.agent, left, other.agent, right):
            reason = f"{one.verb}: {left.words(a_role.span)} / {right.words(b_role.span)}"
            return _make("recipient", left, a_role.span, right, b_role.span, reason, 0.4)
    return None


def _clauses(left: Telling, right: Telling) -> Iterator[tuple[Frame, Frame]]:
    theirs = list(find_frames(right.unit.sentence))
    for one in find_frames(left.unit.sentence):
        yield from ((one, other) for other in theirs if one_act(one.verb, other.verb))


def _one_sum(one: Role | None, left: Telling, other: Role | None, right: Telling) -> bool:
    """Whether both phrases hold the same figure of the same unit."""
    if one is None or other is None:
        return False
    ours = {(f.value, f.unit) for f in left.figures if f.span.overlaps(one.span)}
    return any((f.value, f.unit) in ours for f in right.figures if f.span.overlaps(other.span))


def _meet(one: Role | None, left: Telling, other: Role | None, right: Telling) -> bool:
    """Two phrases of one thing: a word or an actor in common; an unnamed one meets none."""
    return bool(one and other and (one.lemmas & other.lemmas or left.actors(one.span) & right.actors(other.span)))


def _apart(one: Role, left: Telling, other: Role, right: Telling) -> bool:
    """Two phrases with no telling word and no actor in common."""
    return not _words_shared(one, other) and not left.actors(one.span) & right.actors(other.span)


def _words_shared(one: Role, other: Role) -> bool:
    return one.lemmas == other.lemmas or bool((one.lemmas - _ANYBODY) & (other.lemmas - _ANYBODY))


def date_difference(left: Telling, right: Telling, likeness: float) -> Difference | None:
    """One act on days that exclude one another; the only dates of two sentences where these are very like (`likeness` 0..1)."""
    for a, b in _twins(left, right):
        if a.when is None or b.when is None or a.when_span is None or b.when_span is None or _same_time(a.when, b.when):
            continue
        if _verb(a, left) == _verb(b, right) and a.when.precision in _DAYS and b.when.precision in _DAYS:
            hard = _STAGE[a.status] == _STAGE[b.status] == "done"
            return _make("date", left, a.when_span, right, b.when_span, f"{a.when.value} / {b.when.value}", 0.6, hard)
    ours, theirs = left.dates(), right.dates()
    if (
        len(ours) == len(theirs) == 1
        and likeness >= ALIKE
        and of_one_week(left, right)
        and not _same_time(ours[0].when, theirs[0].when)
        and not _pictures(left, right)
    ):
        reason = f"{ours[0].when.value} / {theirs[0].when.value}"
        return _make("date", left, ours[0].span, right, theirs[0].span, reason, 0.4)
    return None


def _pictures(*tellings: Telling) -> bool:
    """Whether one of them stands under a picture, which has a day of its own."""
    return any(t.unit.sentence.zone is ZoneKind.CAPTION or _PICTURE.search(t.unit.text) for t in tellings)


def place_difference(left: Telling, right: Telling) -> Difference | None:
    """One act at places of which neither is the other."""
    for a, b in _twins(left, right):
        if a.place is not None and b.place is not None and a.place.id and b.place.id and a.place.id != b.place.id:
            return _make("place", left, a.place.span, right, b.place.span, f"{a.place.id} / {b.place.id}", 0.5)
    for thing, one in near_places(left.unit.sentence):
        for same, other in near_places(right.unit.sentence):
            if thing == same and _apart(one, left, other, right):
                reason = f"{thing} near {left.words(one.span)} / {right.words(other.span)}"
                return _make("place", left, one.span, right, other.span, reason, 0.5)
    return None


def _stage_of(event: Event, telling: Telling) -> str:
    """How far an act has come; what is merely looked for or invited to is less than what will be."""
    if _verb(event, telling) == "invite":
        return "invited"
    stage = _STAGE[event.status]
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
    if _verb(invitation, telling) != "invite" or _verb(meeting, other) == "invite":
        return False
    return meeting.type is EventType.CONSULT and bool(telling.named() & _people(meeting))


def _people(event: Event) -> set[str]:
    return _ids(event.actors) | _ids(event.recipients)


def _same_time(one: When | None, other: When | None) -> bool:
    """Whether two times can be one; an unknown time can be any."""
    if one is None or other is None or one.earliest is None or other.earliest is None or one.latest is None or other.latest is None:
        return True
    return one.earliest <= other.latest and other.earliest <= one.latest


def _span(participants: tuple[Participant, ...]) -> Span:
    return cover([p.span for p in participants])
