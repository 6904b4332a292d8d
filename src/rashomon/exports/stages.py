"""Event -> the stage of the act that its day belongs to: "sat with her on Monday to haggle" was, whatever they hoped for."""

from __future__ import annotations

from itertools import takewhile

from ..events.governors import governor
from ..events.statuses import verb_standing
from ..records import Event, Reading, Sentence, Status
from ..sentences.trees import ancestors, token_at

# What hangs on another act that has the day: an infinitive of purpose, a clause of what went before.
OPEN = {Status.PLANNED, Status.CALLED_FOR, Status.EXPECTED}


def told_stage(reading: Reading, event_id: str) -> Status:
    """The status of an event; of one that lies ahead and has its day from the verb above it the status of that verb."""
    event = next(e for e in reading.events if e.id == event_id)
    sentence = next((s for s in reading.sentences if s.index == event.sentence), None)
    if sentence is None or event.status not in OPEN or (above := _carrier(sentence, event)) is None:
        return event.status
    return verb_standing(sentence, above).whole


def _carrier(sentence: Sentence, event: Event) -> int | None:
    """The verb that the time hangs on, where it stands above the act's own words."""
    at = token_at(sentence, event.when_span.start) if event.when_span is not None else None
    own = {i for i, t in enumerate(sentence.tokens) if any(t.span.overlaps(span) for span in event.trigger)}
    if at is None or not own:
        return None
    above = next((i for i in ancestors(sentence, at) if i in own or sentence.tokens[i].pos in ("VERB", "AUX")), None)
    if above is None or above in own:
        return None
    below = [*takewhile(lambda i: i != above, (min(own), *ancestors(sentence, min(own))))]
    if sentence.tokens[below[-1]].head != above or any(governor(sentence, i)[0] is not None for i in below):
        return None  # it stands elsewhere, or the verbs between say that it lies ahead: "plans on Monday to send"
    return above
