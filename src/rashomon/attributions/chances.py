"""What a trained tagger makes of each word -> which drafts it bears out, and how far a content reaches."""

from __future__ import annotations

import bisect
import itertools
from collections.abc import Sequence
from typing import TYPE_CHECKING

from ..records import Span
from .drafts import MARKS, Draft, letters, likeness, without

if TYPE_CHECKING:
    from ..models.taggers import Tagged

SURE_RULE = 0.3  # a draft of the rules that the tagger did not see stays if its words come so near to being seen
SURE_CLAUSE = 0.3  # words of a content that only the rules take in stay from this mean chance on
SURE_WORDS = 0.6  # those that only the tagger takes in
SAME = 0.5  # content overlap (intersection over union) from which two are one
_ALIKE = 0.8  # overlap from which the two differ in no more than a "that"


class Chances:
    """The tagger's chances word by word, also below what makes a span of its own, and the contents it is sure of."""

    def __init__(self, tagged: Tagged) -> None:
        self._starts = tagged.words.starts
        self._cues = list(itertools.accumulate(tagged.words.cues, initial=0.0))
        self._contents = list(itertools.accumulate(tagged.words.contents, initial=0.0))
        self._found = sorted(Span(s.start, s.end) for s in tagged.spans if s.label == "content")

    def borne_out(self, drafts: Sequence[Draft]) -> list[Draft]:
        """The drafts that the tagger saw, nearly saw, or that stand inside of something that it takes for a content."""
        return [d for d in drafts if d.seen or d.term or self._is_nested(d) or self._support(d) >= SURE_RULE]

    def _support(self, draft: Draft) -> float:
        """Mean chance of the cue's words to be cue, and of the content's to be content; without a cue the content's alone."""
        content = self._mean(self._contents, draft.content)
        return (self._mean(self._cues, draft.cue) + content) / 2 if draft.cue else content

    def _is_nested(self, draft: Draft) -> bool:
        spans = (*draft.cue, *draft.content)
        first, last = min(s.start for s in spans), max(s.end for s in spans)
        at = bisect.bisect_right(self._found, first, key=lambda s: s.start) - 1
        return at >= 0 and self._found[at].end >= last

    def extent(self, drafted: tuple[Span, ...], tagged: tuple[Span, ...], text: str) -> tuple[Span, ...]:
        """Of a draft's content and a link's the one that the words in which they differ speak for; a clause that the parse
        shows whole needs less than one that it does not. A quotation does not take in words outside of any marks; words
        that the tagger gives to another link are not the draft's."""
        alike = likeness(drafted, tagged)
        if alike >= _ALIKE:
            return drafted
        more, less = without(drafted, tagged), without(tagged, drafted)
        if letters(text, more) and not letters(text, less):
            return drafted if self._own(more) >= SURE_CLAUSE else tagged
        if letters(text, less) and not letters(text, more):
            bounded = is_quoted(drafted[0], text) or text[drafted[-1].end - 1] in MARKS
            if bounded and not MARKS & {c for s in less for c in s.of(text)}:
                return drafted
            return tagged if self._mean(self._contents, less) >= SURE_WORDS else drafted
        return drafted if alike >= SAME else tagged

    def _own(self, spans: Sequence[Span]) -> float:
        """Mean chance of words outside of a link to be content, those of other links left out of the sum."""
        claimed = [f for s in spans for f in self._within(s)]
        free = without(spans, claimed)
        return self._mean(self._contents, free) * sum(map(len, free)) / max(1, sum(map(len, spans)))

    def _within(self, span: Span) -> list[Span]:
        first = bisect.bisect_left(self._found, span.start, key=lambda s: s.start)
        return self._found[first : bisect.bisect_left(self._found, span.end, key=lambda s: s.start)]

    def _mean(self, sums: Sequence[float], spans: Sequence[Span]) -> float:
        bounds = [(bisect.bisect_left(self._starts, s.start), bisect.bisect_left(self._starts, s.end)) for s in spans]
        return sum(sums[b] - sums[a] for a, b in bounds) / max(1, sum(b - a for a, b in bounds))


def is_quoted(span: Span, text: str) -> bool:
    """The span opens with a quotation mark, or right behind one."""
    return not MARKS.isdisjoint(text[max(0, span.start - 1) : span.start + 1])
