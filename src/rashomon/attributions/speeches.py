"""The state of one pass over a document's quotations: what was found so far, and where it stands."""

from __future__ import annotations

import bisect
from collections.abc import Sequence

from ..records import Sentence, Span
from .drafts import MARKS, Draft, letters, merged, within, without
from .quotations import Quotation

_NEAR = 12  # sentences
_MOST = 80  # drafts


class Speech:
    """Sentences, quotations and the drafts made so far; `drafts` grows in the pass."""

    def __init__(self, text: str, sentences: Sequence[Sentence], drafts: list[Draft]) -> None:
        self.text = text
        self.sentences = sentences
        self.drafts = drafts
        self._starts = [s.span.start for s in sentences]
        self._by_sentence: dict[int, list[Draft]] = {}
        for draft in drafts:
            self._by_sentence.setdefault(draft.sentence, []).append(draft)

    def drafts_of(self, sentence: Sentence) -> Sequence[Draft]:
        """The drafts whose cue (or first word) stands in the sentence; the last ones of a "sentence" that is damage."""
        return self._by_sentence.get(sentence.index, [])[-_MOST:]

    def add(self, draft: Draft) -> None:
        self.drafts.append(draft)
        self._by_sentence.setdefault(draft.sentence, []).append(draft)

    def append(self, draft: Draft, quotation: Quotation) -> Draft:
        """The draft, its content longer by the quotation."""
        draft.content = merged([*draft.content, quotation.span], self.text)
        return draft

    def before(self, quotation: Quotation) -> list[Draft]:
        """The drafts of the sentences before a quotation, not far."""
        first = self.places(quotation.span)[0]
        return [d for sentence in self.sentences[max(0, first - _NEAR) : first] for d in self.drafts_of(sentence)]

    def take(self, quotation: Quotation, keeper: Draft) -> None:
        """The quotation is the keeper's alone: stretches of nothing but quotations lose it where they are another's content;
        one that has nothing left is left without content. Whoever tells of the keeper as well, or is told inside of the
        quotation, keeps it."""
        beside = [d for i in self.places(quotation.span) for d in self.drafts_of(self.sentences[i])]
        for draft in [*self.before(quotation), *beside]:
            if draft is keeper or draft.term or within(keeper.cue, draft.content):
                continue
            if any(c.overlaps(quotation.inner) for c in draft.cue):
                continue
            out: list[Span] = []
            for span in draft.content:
                quoted = span.overlaps(quotation.inner) and self.text[max(0, span.start - 1) : span.start + 1].strip()[:1] in MARKS
                out += without([span], [quotation.span]) if quoted else [span]
            draft.content = tuple(s for s in out if letters(self.text, [s]))

    def places(self, span: Span) -> range:
        """Positions of the sentences that a span touches; never empty."""
        first = max(0, bisect.bisect_right(self._starts, span.start) - 1)
        last = max(first, bisect.bisect_left(self._starts, span.end) - 1)
        return range(first, last + 1)

    def is_sentence(self, quotation: Quotation) -> bool:
        """Four words or a full stop, a capital, and nothing but blanks and marks between the sentence's start and the
        quotation."""
        inner = quotation.inner.of(self.text)
        if (inner.count(" ") < 3 and inner[-1:] not in ".!?") or not inner.lstrip("[(‘'. …")[:1].isupper():
            return False
        before = self.text[max(0, quotation.span.start - 3) : quotation.span.start]
        bare = before.rstrip(" \n")
        return not bare or bare[-1] in ".!?:;”\"’'—–)]" or "\n" in before[-2:]

    def fills(self, quotation: Quotation) -> bool:
        """The quotation is most of the sentences it stands in."""
        places = self.places(quotation.span)
        start, end = self.sentences[places[0]].span.start, self.sentences[places[-1]].span.end
        return letters(self.text, [quotation.span]) >= 0.7 * letters(self.text, [Span(start, end)])
