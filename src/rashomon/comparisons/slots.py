"""Telling x Telling -> a difference of who, when, where, how far it has come, and on whose word."""

from __future__ import annotations

from collections.abc import Iterator

from ..records import Attribution, Difference, Event, EventType, Participant, Precision, Span, Status, Variant, When, cover
from .frames import Frame, Role, find_frames, near_places, stage_span
from .tellings import Telling, source_actors, source_span

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
_DAYS = {Precision.DAY, Precision.TIME}
_WORDS = {EventType.STATEMENT, EventType.POSITION}
_SMALL = set("the a an of for and in on to at by its their his her".split())
_ARMY = {"army", "military", "troops", "forces", "soldiers"}
# Holders that stand for somebody named elsewhere: no sign of another source.
_STANDING_IN = set(
    "he she they it who which that spokesman spokeswoman spokesperson official officials statement source sources report "
    "reports lawyer minister president secretary group".split()
)


def _twins(left: Telling, right: Telling) -> Iterator[tuple[Event, Event]]:
    """Events of two tellings that may be one: of one type, with the same trigger or somebody in common."""
    for a in left.events:
        for b in right.events:
            if a.type is b.type and a.type not in _WORDS and (_verb(a, left) == _verb(b, right) or _common(a, b)):
                yield a, b


def _verb(event: Event, telling: Telling) -> str:
    start = event.trigger[0].start
    return next((t.lemma.lower() for t in telling.unit.sentence.tokens if t.span.start == start), "")


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
            spans = [stage_span(t.unit.sentence, e.trigger[0].start) for e, t in ((a, left), (b, right))]
            if spans[0] is not None and spans[1] is not None:
                reason = f"{a.type.value.lower()}: {one} / {other}"
                alike = bool(left.sources) == bool(right.sources)
                return _make("status", left, spans[0], right, spans[1], reason, 0.7 if hard else 0.5 if alike else 0.4, hard)
    return None


def actor_difference(left: Telling, right: Telling) -> Difference | None:
    """One act, done by others: by the events, else by the clauses' own subjects."""
    for a, b in _twins(left, right):
        ours, theirs = _ids(a.actors), _ids(b.actors)
        if _verb(a, left) == _verb(b, right) and ours and theirs and not ours & theirs and _ids(a.recipients) & _ids(b.recipients):
            reason = f"{a.type.value.lower()} by {', '.join(sorted(ours))} / {', '.join(sorted(theirs))}"
            return _make("actor", left, _span(a.actors), right, _span(b.actors), reason, 0.5)
    for one, other in _clauses(left, right):
        a_role, b_role = one.agent, other.agent
        if a_role and b_role and _apart(a_role, left, b_role, right) and _meet(one.patient, left, other.patient, right):
            reason = f"{one.verb}: {left.words(a_role.span)} / {right.words(b_role.span)}"
            return _make("actor", left, a_role.span, right, b_role.span, reason, 0.45)
    return None


def recipient_difference(left: Telling, right: Telling) -> Difference | None:
    """One act by one actor, done to others."""
    for one, other in _clauses(left, right):
        a_role, b_role = one.patient, other.patient
        if a_role and b_role and _apart(a_role, left, b_role, right) and _meet(one.agent, left, other.agent, right):
            reason = f"{one.verb}: {left.words(a_role.span)} / {right.words(b_role.span)}"
            return _make("recipient", left, a_role.span, right, b_role.span, reason, 0.4)
    return None


def _clauses(left: Telling, right: Telling) -> Iterator[tuple[Frame, Frame]]:
    theirs = list(find_frames(right.unit.sentence))
    for one in find_frames(left.unit.sentence):
        yield from ((one, other) for other in theirs if other.verb == one.verb)


def _meet(one: Role | None, left: Telling, other: Role | None, right: Telling) -> bool:
    """Two phrases of one thing: a word or an actor in common; an unnamed one meets none."""
    return bool(one and other and (one.lemmas & other.lemmas or left.actors(one.span) & right.actors(other.span)))


def _apart(one: Role, left: Telling, other: Role, right: Telling) -> bool:
    """Two phrases with no word and no actor in common."""
    return not one.lemmas & other.lemmas and not left.actors(one.span) & right.actors(other.span)


def date_difference(left: Telling, right: Telling) -> Difference | None:
    """One act on days that exclude one another."""
    for a, b in _twins(left, right):
        if a.when is None or b.when is None or a.when_span is None or b.when_span is None or _same_time(a.when, b.when):
            continue
        if _verb(a, left) == _verb(b, right) and a.when.precision in _DAYS and b.when.precision in _DAYS:
            hard = _STAGE[a.status] == _STAGE[b.status] == "done"
            return _make("date", left, a.when_span, right, b.when_span, f"{a.when.value} / {b.when.value}", 0.6, hard)
    return None


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


def attribution_difference(left: Telling, right: Telling) -> Difference | None:
    """The point on another's word, or on one's word here and in the outlet's own voice there."""
    if left.sources and right.sources:
        a, b = left.sources[0], right.sources[0]
        if not _other_source(a, left, b, right):
            return None
        one, other = source_span(a), source_span(b)
        reason = f"on the word of {left.words(_span(a.holders))} / {right.words(_span(b.holders))}"
        return _make("attribution", left, one, right, other, reason, 0.6)
    for told, plain, turned in ((left, right, False), (right, left, True)):
        if told.sources and plain.own_voice and _names_somebody(told.sources[0], told):
            one, other = source_span(told.sources[0]), plain.unit.sentence.span
            reason = f"on the word of {told.words(_span(told.sources[0].holders))} / in the outlet's own voice"
            if turned:
                return _make("attribution", plain, other, told, one, reason, 0.4)
            return _make("attribution", told, one, plain, other, reason, 0.4)
    return None


def _names_somebody(attribution: Attribution, telling: Telling) -> bool:
    """Whether the holder is not the outlet itself ("as we reported") or a bare pronoun without a referent."""
    words = telling.words(_span(attribution.holders)).lower()
    return words not in {"we", "it", "i"} and (bool(source_actors(attribution)) or words not in _STANDING_IN)


def _initials(short: set[str], long: set[str]) -> bool:
    """ "the ICRC" is "The International Committee of the Red Cross"."""
    letters = sorted(w[0] for w in long)
    return any(len(w) > 2 and sorted(w) == letters for w in short)


def _other_source(a: Attribution, left: Telling, b: Attribution, right: Telling) -> bool:
    """Whether two holders are not one: other ids, or other words where neither merely stands in for somebody."""
    ours, theirs = source_actors(a), source_actors(b)
    words = [set(t.words(_span(x.holders)).lower().replace("’", "'").split()) - _SMALL for t, x in ((left, a), (right, b))]
    if _initials(words[0], words[1]) or _initials(words[1], words[0]) or all(w & _ARMY for w in words):
        return False
    if words[0] & words[1] and not (ours and theirs and words[0] - words[1] and words[1] - words[0]):
        return False
    return not ours & theirs if ours and theirs else not any(w & _STANDING_IN for w in words)
