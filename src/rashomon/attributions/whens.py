"""Cue + timexes -> When: the time of saying ("said on Tuesday", "in a statement last week"), not the time of what is said."""

from __future__ import annotations

import bisect
from collections.abc import Sequence

from ..records import Sentence, Span, Timex, TimexType, When
from ..sentences.trees import ancestors, token_at
from .drafts import Draft

_TIMES = {TimexType.DATE, TimexType.TIME}
_CLAUSES = {"ccomp", "xcomp", "advcl", "relcl", "acl", "conj", "parataxis", "pcomp"}


class Times:
    """The points in time that a document names, found by sentence."""

    def __init__(self, timexes: Sequence[Timex]) -> None:
        self._timexes = sorted((t for t in timexes if t.type in _TIMES), key=lambda t: t.span)
        self._starts = [t.span.start for t in self._timexes]

    def of(self, draft: Draft, sentence: Sentence) -> When | None:
        """The time that hangs on the draft's cue, outside of its content; of several the one nearest to the cue. `sentence` is
        that of the cue."""
        first, last = (bisect.bisect_left(self._starts, at) for at in (sentence.span.start, sentence.span.end))
        near = [t for t in self._timexes[first:last] if not any(c.overlaps(t.span) for c in draft.content)]
        found = [t for t in near if _hangs_on(sentence, t.span, draft.cue)]
        return min(found, key=lambda t: abs(t.span.start - draft.cue[0].start)).when if found else None


def _hangs_on(sentence: Sentence, time: Span, cue: Sequence[Span]) -> bool:
    """From the time's first word up to the cue without passing another clause."""
    at = token_at(sentence, time.start)
    if at is None:
        return False
    for i in (at, *ancestors(sentence, at)):
        token = sentence.tokens[i]
        if any(c.overlaps(token.span) for c in cue):
            return True
        if token.pos in {"VERB", "AUX"} and token.dep in _CLAUSES:
            return False
    return False
