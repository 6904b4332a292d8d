"""Telling x Telling -> events of both that may be one, and a difference made of two spans."""

from __future__ import annotations

from collections.abc import Iterator

from ..records import Difference, Event, EventType, Participant, Span, Variant, cover
from .tellings import Telling

_WORDS = {EventType.STATEMENT, EventType.POSITION}


def twins(left: Telling, right: Telling) -> Iterator[tuple[Event, Event]]:
    """Events of two tellings that may be one: of one type, with the same trigger or somebody in common."""
    for a in left.events:
        for b in right.events:
            if a.type is b.type and a.type not in _WORDS and (verb_of(a, left) == verb_of(b, right) or _common(a, b)):
                yield a, b


def verb_of(event: Event, telling: Telling) -> str:
    """The lemma of the first token of the event's trigger."""
    start = event.trigger[0].start
    return next((t.lemma.lower() for t in telling.unit.sentence.tokens if t.span.start == start), "")


def _common(a: Event, b: Event) -> bool:
    """Somebody who does both, and nobody known whom they befall apart."""
    ours, theirs = ids(a.recipients), ids(b.recipients)
    return bool(ids(a.actors) & ids(b.actors)) and (not ours or not theirs or bool(ours & theirs))


def ids(participants: tuple[Participant, ...]) -> set[str]:
    return {a for p in participants for a in p.actors}


def span_of_all(participants: tuple[Participant, ...]) -> Span:
    return cover([p.span for p in participants])


def make(
    slot: str,
    left: Telling,
    a: Span,
    right: Telling,
    b: Span,
    reason: str,
    score: float,
    hard: bool = False,
    rule: str = "",
) -> Difference:
    """A difference of two spans; its rule is that of the events of its slot where none is given."""
    variants = (Variant(left.reading.document.id, a, left.words(a)), Variant(right.reading.document.id, b, right.words(b)))
    return Difference(slot, hard, variants, reason, rule or f"events: {slot}", score)
