"""Events and attributions -> Timeline: in order of time, each with the span that tells it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from ..records import Attribution, Entry, Event, Participant, Reading, Story, Timeline, When, cover


def story_timeline(story: Story, readings: Sequence[Reading]) -> Timeline:
    """The dated happenings that the story's reports tell, oldest first. An act that is a mere saying is left out unless the
    text gives it a time; what has no time at all comes last, in the order of the reports."""
    told = [r for r in readings if r.document.id in story.documents]
    return Timeline(story.id, _ordered(e for r in told for e in _entries(r.events, r.attributions)))


def actor_timeline(actor: str, events: Sequence[Event], attributions: Sequence[Attribution], other: str | None = None) -> Timeline:
    """What `actor` does, suffers and says (with `other`, if given), oldest first."""
    entries = (e for e in _entries(events, attributions) if actor in e.actors and (other is None or other in e.actors))
    return Timeline(actor, _ordered(entries))


def _entries(events: Sequence[Event], attributions: Sequence[Attribution]) -> Iterator[Entry]:
    spoken = {e.speech for e in events}
    for event in events:
        yield Entry(event.when, event.document, event.span, event.id, _event_actors(event), _event_label(event))
    for attribution in attributions:
        if attribution.id not in spoken:
            span = cover((*attribution.cue, *attribution.content))
            holders = tuple(dict.fromkeys(a for p in attribution.holders for a in p.actors))
            yield Entry(attribution.when, attribution.document, span, attribution.id, holders, _attribution_label(attribution))


def _ordered(entries: Iterator[Entry]) -> tuple[Entry, ...]:
    return tuple(sorted(entries, key=lambda e: (_day(e.when), e.document, e.span, e.record)))


def _day(when: When | None) -> tuple[date, date]:
    """Sort key: by the first day it may have been, then by the last; open starts sort by their end, undated ones last."""
    if when is None or (when.earliest is None and when.latest is None):
        return date.max, date.max
    first = when.earliest or when.latest or date.max
    return first, when.latest or date.max


def _event_actors(event: Event) -> tuple[str, ...]:
    parties: tuple[Participant, ...] = event.actors + event.recipients
    return tuple(dict.fromkeys(actor for party in parties for actor in party.actors))


def _event_label(event: Event) -> str:
    return f"{event.type.value} {event.status.value}"


def _attribution_label(attribution: Attribution) -> str:
    return f"{'not ' if attribution.negated else ''}{attribution.force.value}"
