"""The attribution while it is still being put together: spans only, no ids, no parent."""

from __future__ import annotations

import bisect
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ..records import Force, Sentence, Span
from . import clauses

WEAK = 0.45  # the score of a cue that counts only in the outlet's own voice
MARKS = frozenset('"“”«»„')


@dataclass(frozen=True, slots=True)
class Holder:
    """A holder's words and the offset of their head word."""

    span: Span
    head: int


@dataclass(slots=True)
class Draft:
    """What the rules found; joined with the quotations and with one another before it becomes a record."""

    sentence: int
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    force: Force
    rule: str
    holders: tuple[Holder, ...] = ()
    addressees: tuple[Holder, ...] = ()
    factive: bool = False
    negated: bool = False
    term: bool = False
    seen: bool = False  # by the tagger too
    score: float = 0.8


def holder_of(sentence: Sentence, i: int | None) -> tuple[Holder, ...]:
    """The noun phrase that token `i` heads as a holder; empty for None and for what cannot hold an opinion ("it" of "it
    seems", "there")."""
    if i is None or sentence.tokens[i].dep == "expl" or sentence.tokens[i].lemma.lower() == "there":
        return ()
    words = clauses.phrase(sentence, i)
    token = sentence.tokens[i]
    found = clauses.spans(sentence, words)
    inside = [s for s in found if s.start <= token.span.start < s.end]
    return tuple(Holder(s, token.span.start) for s in inside[:1])


def cue_spans(sentence: Sentence, words: Iterable[int]) -> tuple[Span, ...]:
    """The cue's words as spans, one for each unbroken run."""
    runs: list[list[int]] = []
    for i in sorted(set(words)):
        if runs and runs[-1][1] == i - 1:
            runs[-1][1] = i
        else:
            runs.append([i, i])
    return tuple(Span(sentence.tokens[a].span.start, sentence.tokens[b].span.end) for a, b in runs)


def letters(text: str, spans: Sequence[Span]) -> int:
    """Letters and digits in the spans."""
    return sum(sum(map(str.isalnum, text[s.start : s.end])) for s in spans)


def merged(spans: Iterable[Span], text: str) -> tuple[Span, ...]:
    """The spans in order, those that touch or are parted by no letter or digit joined (not across a blank line)."""
    out: list[Span] = []
    for span in sorted(spans):
        if out and span.start <= out[-1].end:
            out[-1] = Span(out[-1].start, max(out[-1].end, span.end))
        elif out and span.start - out[-1].end < 8 and not any(c.isalnum() or c == "\n" for c in text[out[-1].end : span.start]):
            out[-1] = Span(out[-1].start, span.end)
        else:
            out.append(span)
    return tuple(out)


def within(inner: Sequence[Span], outer: Sequence[Span]) -> bool:
    """Every span of `inner` lies in one of `outer`."""
    return all(any(o.start <= i.start and i.end <= o.end for o in outer) for i in inner)


def overlap(a: Sequence[Span], b: Sequence[Span]) -> int:
    """Characters that both cover."""
    return sum(x.common(y) for x in a for y in b)


def likeness(a: Sequence[Span], b: Sequence[Span]) -> float:
    """Characters that both cover, over those that either covers."""
    both = overlap(a, b)
    return both / max(1, sum(map(len, a)) + sum(map(len, b)) - both)


def without(spans: Sequence[Span], others: Sequence[Span]) -> list[Span]:
    """What is left of `spans` outside of `others` (both in order and apart from one another)."""
    out = []
    for span in spans:
        start = span.start
        for other in others:
            if other.end > start and other.start < span.end:
                if other.start > start:
                    out.append(Span(start, other.start))
                start = other.end
        if start < span.end:
            out.append(Span(start, span.end))
    return out


def sentence_at(sentences: Sequence[Sentence], offset: int) -> Sentence:
    """The sentence in which an offset lies, or that before it; `sentences` must not be empty."""
    return sentences[max(0, bisect.bisect_right(sentences, offset, key=lambda s: s.span.start) - 1)]
