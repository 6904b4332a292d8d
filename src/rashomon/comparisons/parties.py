"""Telling x Telling -> a difference of who does it, or to whom."""

from __future__ import annotations

from collections.abc import Iterator

from ..records import Difference, Span
from .acts import one_act
from .frames import Frame, Role, find_frames
from .tellings import Telling
from .twins import ids, make, span_of_all, twins, verb_of

# Nouns for the same people: by them and one name, two phrases are one.
_SAME = tuple(
    frozenset(group.split())
    for group in (
        "army military troop force soldier",
        "police officer policeman cop",
        "chief boss head leader director secretary-general",
        "protester demonstrator marcher crowd",
        "government cabinet administration authority official",
        "firm company corporation business",
    )
)
# Nouns that say nothing of who it is: two of them with other words beside are two phrases.
_ANYBODY = set("group people man woman force member person official fighter other one number some".split())


def actor_difference(left: Telling, right: Telling) -> Difference | None:
    """One act, done by others: by the events, else by the clauses' own subjects."""
    for a, b in twins(left, right):
        ours, theirs = ids(a.actors), ids(b.actors)
        if (
            verb_of(a, left) != verb_of(b, right)
            or not (ours and theirs)
            or ours & theirs
            or not ids(a.recipients) & ids(b.recipients)
        ):
            continue
        if not _named_alike(span_of_all(a.actors), left, span_of_all(b.actors), right):
            reason = f"{verb_of(a, left)} by {', '.join(sorted(ours))} / {', '.join(sorted(theirs))}"
            return make("actor", left, span_of_all(a.actors), right, span_of_all(b.actors), reason, 0.5)
    for one, other in _clauses(left, right):
        a_role, b_role = one.agent, other.agent
        if a_role and b_role and _turned_round(one, left, other, right):
            reason = f"{one.verb} by {left.words(a_role.span)} / by {right.words(b_role.span)}: each to the other"
            return make("actor", left, a_role.span, right, b_role.span, reason, 0.7, hard=True)
        if a_role and b_role and not _one_people(a_role, left, b_role, right) and _meet(one.patient, left, other.patient, right):
            reason = f"{one.verb}: {left.words(a_role.span)} / {right.words(b_role.span)}"
            alike = left.actors(a_role.span) & right.actors(b_role.span)
            return make("actor", left, a_role.span, right, b_role.span, reason, 0.4 if alike else 0.45)
    return None


def _turned_round(one: Frame, left: Telling, other: Frame, right: Telling) -> bool:
    """Whether who does it here is whom it befalls there, and the other way round."""
    if _meet(one.agent, left, other.agent, right) or _meet(one.patient, left, other.patient, right):
        return False
    return _meet(one.agent, left, other.patient, right) and _meet(one.patient, left, other.agent, right)


def recipient_difference(left: Telling, right: Telling) -> Difference | None:
    """One act by one actor, done to others."""
    for one, other in _clauses(left, right):
        a_role, b_role = one.target, other.target
        if a_role and b_role and apart(a_role, left, b_role, right) and _meet(one.patient, left, other.patient, right):
            reason = f"{one.verb} to {left.words(a_role.span)} / {right.words(b_role.span)}"
            hard = one.verb == other.verb and _one_sum(one.patient, left, other.patient, right)
            return make("recipient", left, a_role.span, right, b_role.span, reason, 0.5, hard)
        a_role, b_role = one.patient, other.patient
        if a_role and b_role and apart(a_role, left, b_role, right) and _meet(one.agent, left, other.agent, right):
            reason = f"{one.verb}: {left.words(a_role.span)} / {right.words(b_role.span)}"
            return make("recipient", left, a_role.span, right, b_role.span, reason, 0.4)
    return None


def _one_kind(one: Role, other: Role) -> bool:
    return one.head == other.head or any({one.head, other.head} <= group for group in _SAME)


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


def apart(one: Role, left: Telling, other: Role, right: Telling) -> bool:
    """Two phrases with no telling word and no actor in common."""
    return not _words_shared(one, other) and not left.actors(one.span) & right.actors(other.span)


def _one_people(one: Role, left: Telling, other: Role, right: Telling) -> bool:
    """A telling word in common, or one name and two nouns for the same people ("Ruritanian troops", "Ruritanian soldiers")."""
    return _words_shared(one, other) or (_one_kind(one, other) and bool(left.actors(one.span) & right.actors(other.span)))


def _named_alike(one: Span, left: Telling, other: Span, right: Telling) -> bool:
    """Whether two phrases have a name in common: "the League" in "the League chief" does not tell who else it is."""
    return bool(_names(one, left) & _names(other, right))


def _names(span: Span, telling: Telling) -> set[str]:
    return {t.lemma.lower() for t in telling.unit.sentence.tokens if span.holds(t.span) and t.pos == "PROPN"}


def _words_shared(one: Role, other: Role) -> bool:
    return one.lemmas == other.lemmas or bool((one.lemmas - _ANYBODY) & (other.lemmas - _ANYBODY))
