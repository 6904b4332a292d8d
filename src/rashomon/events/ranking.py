"""Events of a document -> the same, the one that a sentence is about first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ..records import Event, EventType, Sentence
from ..sentences.trees import ancestors, token_at

# What each step down the tree takes from an event's claim to be what the sentence is about.
STEPS = {"ccomp": 0.08, "xcomp": 0.4, "conj": 0.1, "parataxis": 0.1, "relcl": 0.35, "acl": 0.25, "advcl": 0.25, "pcomp": 0.2}
LATER = 0.2  # what each sentence before takes
NOUN, SPEECH, PLAIN_SPEECH = 0.1, 0.05, 0.5
SCORE = 0.4  # how much an event's score counts beside its place


def ranked(events: Iterable[Event], sentences: Sequence[Sentence]) -> list[Event]:
    """Main clause before subordinate, verb before noun, act before word, earlier sentence before later."""
    return sorted(events, key=lambda e: (-salience(e, sentences[e.sentence]), e.trigger[0].start))


def salience(event: Event, sentence: Sentence) -> float:
    """How much an event is what its text is about; comparable within one document."""
    value = SCORE * event.score - LATER * event.sentence - (NOUN if event.rule.startswith("noun") else 0.0)
    i = token_at(sentence, event.trigger[0].start)
    if i is not None:
        value -= sum(STEPS.get(sentence.tokens[j].dep, 0.0) for j in (i, *ancestors(sentence, i)))
    if event.type in (EventType.STATEMENT, EventType.POSITION):
        value -= PLAIN_SPEECH if event.cameo in (None, "010") else SPEECH
    return value
