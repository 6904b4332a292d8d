"""Reading -> what is said in it: acts are no statements, and a headline is not said where the report begins."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from ..attributions.cues import NOUN_CUES, VERB_CUES
from ..records import Attribution, AttributionKind, Force, Reading, Span, Token
from .drafts import ASIDE

TOLD = {Force.SAY, Force.REPORT}


def find_statements(reading: Reading) -> Iterator[Attribution]:
    """The attributions that are words or views of somebody: no terms in quotation marks, no acts, no headline ascribed to whom the
    text below names."""
    for attribution in reading.attributions:
        if attribution.kind is not AttributionKind.TERM and pieces(attribution, reading) and not _is_act(attribution, reading):
            yield attribution


def pieces(attribution: Attribution, reading: Reading) -> tuple[Span, ...]:
    """The pieces of what is said that stand where it is said: of a headline without a stop, not the first words of the report."""
    zone_at = reading.document.zone_at
    if not attribution.cue:
        return attribution.content
    at = zone_at(attribution.cue[0].start)
    return tuple(s for s in attribution.content if zone_at(s.start) == at or not {zone_at(s.start), at} & ASIDE)


def _is_act(attribution: Attribution, reading: Reading) -> bool:
    """Whether it is "voted against the bill" or "imposed duties": the tagger needs no verb of speech. What is quoted, or opens with
    "that", is said whatever the verb."""
    plain = attribution.rule == "tagger" and attribution.force in TOLD and attribution.kind is AttributionKind.INDIRECT
    if not plain or attribution.content[0].of(reading.document.text).casefold().startswith("that "):
        return False
    words = [token for span in attribution.cue for token in _tokens(reading, span)]
    speech = any(t.lemma.casefold() in VERB_CUES or t.lemma.casefold() in NOUN_CUES or t.lemma == "accord" for t in words)
    return any(t.pos == "VERB" for t in words) and not speech


def _tokens(reading: Reading, span: Span) -> tuple[Token, ...]:
    i = bisect_right(reading.sentences, span.start, key=lambda s: s.span.start) - 1
    return tuple(t for t in reading.sentences[i].tokens if t.span.overlaps(span)) if i >= 0 else ()
