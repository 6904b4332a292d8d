"""Quotation -> Draft: the name that stands before a colon in front of it, or after a dash behind it."""

from __future__ import annotations

import bisect
import re
from collections.abc import Sequence

from ..records import Force, Sentence, Span, Token
from .drafts import Draft, Holder
from .quotations import Quotation
from .speeches import Speech

_DASH = re.compile(r"\s{0,3}(?:[―—–]|--?)\s{0,3}")
_BEHIND = re.compile(r"[^\n“\"«„]{2,90}?(?=\s*(?:\n|[“\"«„”]|$))")
_NAMES = {"PERSON", "ORG", "NORP", "GPE"}
_ROLES = set("statement report letter editorial article study official spokesman spokeswoman spokesperson".split())
_FINITE = {"VBD", "VBZ", "VBP", "MD"}


def label_before(speech: Speech, quotation: Quotation) -> Draft | None:
    """`... - Name: "..."`: the noun phrase right before the colon."""
    sentence = speech.sentences[speech.places(quotation.span)[0]]
    first = bisect.bisect_left(sentence.tokens, quotation.span.start, key=lambda t: t.span.start)
    if first < 2 or sentence.tokens[first - 1].text != ":":
        return None
    chunk = next((c for c in sentence.chunks if c[1] == first - 1), None)
    if chunk is None or not _speaks(sentence.tokens[chunk[2]]):
        return None
    holder = Holder(_reach(sentence.tokens[chunk[0] : chunk[1]]), sentence.tokens[chunk[2]].span.start)
    return _label(speech, sentence, sentence.tokens[first - 1].span, holder, quotation)


def label_behind(speech: Speech, quotation: Quotation) -> Draft | None:
    """`"..." - Name`: nothing but a name, or who it is, between the dash behind a whole quotation and the end of the line or
    the next quotation. The layout tells it, so no verb or link elsewhere has a better claim."""
    dash = _DASH.match(speech.text, quotation.span.end)
    found = _BEHIND.match(speech.text, dash.end()) if dash is not None and speech.is_sentence(quotation) else None
    if dash is None or found is None:
        return None
    span = Span(*found.span())
    places = speech.places(span)
    tokens = [t for i in places for t in speech.sentences[i].tokens if span.start <= t.span.start < span.end]
    words = [t for t in tokens if any(c.isalpha() for c in t.text)]
    if not words or any(t.tag in _FINITE for t in words) or words[-1].tag == "POS" or not any(map(_speaks, words)):
        return None
    if not words[0].text[:1].isupper() and words[0].pos != "DET":
        return None
    name = words[: next((i for i, t in enumerate(tokens) if t.text == "," and i), len(words))]
    start = max(words[0].span.start, span.start)
    holder = Holder(Span(start, max(words[-1].span.end, start + 1)), name[-1].span.start)
    mark = Span(dash.start(), dash.end())
    stripped = mark.of(speech.text).strip()
    cue = Span(mark.start + mark.of(speech.text).index(stripped), mark.start + mark.of(speech.text).index(stripped) + len(stripped))
    return _label(speech, speech.sentences[speech.places(cue)[0]], cue, holder, quotation)


def _speaks(token: Token) -> bool:
    return token.pos == "PROPN" or (token.pos == "NOUN" and (token.entity in _NAMES or token.lemma.lower() in _ROLES))


def _reach(tokens: Sequence[Token]) -> Span:
    return Span(tokens[0].span.start, tokens[-1].span.end)


def _label(speech: Speech, sentence: Sentence, mark: Span, holder: Holder, quotation: Quotation) -> Draft:
    draft = Draft(sentence.index, (mark,), (quotation.span,), Force.SAY, "label", (holder,), score=0.8)
    speech.add(draft)
    return draft
