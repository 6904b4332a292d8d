"""Sentence -> the words of what it tells, without who says it to whom and when: two statements are not alike for their speaker."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from ..records import Attribution, AttributionKind, Force, Reading, Sentence, Span

QUOTED = 0.35  # share of a sentence in direct speech from which the speech alone is what it tells
FEWEST = 3  # words of direct speech that are enough to tell by

# Wanting, meaning and asking are acts of their holder, not a word on which a fact is told.
NO_SOURCE = {
    Force.WANT,
    Force.INTEND,
    Force.HOPE,
    Force.DEMAND,
    Force.ASK,
    Force.ASK_WHETHER,
    Force.PROMISE,
    Force.OFFER,
    Force.REFUSE,
    Force.DISCUSS,
    Force.THREATEN,
    Force.PRAISE,
    Force.AGREE,
    Force.ACCUSE,
}


def is_word(attribution: Attribution) -> bool:
    """Whether somebody is said to have said, told or held something true."""
    return attribution.kind is not AttributionKind.TERM and attribution.force not in NO_SOURCE


@dataclass(slots=True)
class Framing:
    """Of one sentence: the spans of who speaks, how, to whom and when; of what is told; and of the outermost direct speech."""

    frame: list[Span] = field(default_factory=list)
    content: list[Span] = field(default_factory=list)
    direct: list[Span] = field(default_factory=list)


def find_framings(reading: Reading) -> dict[int, Framing]:
    """The framings by the index of their sentence; sentences on nobody's word have none."""
    starts = [s.span.start for s in reading.sentences]
    out: dict[int, Framing] = {}
    for attribution in filter(is_word, reading.attributions):
        own = out.setdefault(attribution.sentence, Framing())
        if attribution.holders:
            people = (*attribution.holders, *attribution.addressees)
            own.frame += [*attribution.cue, *(p.span for p in people)]
        for span in attribution.content:
            own.content.append(span)
            if attribution.kind is AttributionKind.DIRECT and attribution.parent is None:
                for place in range(max(0, bisect_right(starts, span.start) - 1), bisect_right(starts, span.end - 1)):
                    out.setdefault(reading.sentences[place].index, Framing()).direct.append(span)
    for timex in reading.timexes if out else ():
        framing = out.get(reading.sentences[max(0, bisect_right(starts, timex.span.start) - 1)].index)
        if framing is not None and framing.frame:
            framing.frame.append(timex.span)
    return out


def matter(sentence: Sentence, words: frozenset[str], framings: Mapping[int, Framing]) -> frozenset[str]:
    """Of the telling `words` of a sentence (lemmas in small letters) those of its matter: of direct speech where this is much
    of the sentence, else all but the frame's own. Words that stand in what is told too remain."""
    framing = framings.get(sentence.index)
    if framing is None:
        return words
    told = _lemmas(sentence, framing.content, framing.frame)
    kept = words - (_lemmas(sentence, framing.frame, ()) - told)
    held = sum(min(s.end, sentence.span.end) - max(s.start, sentence.span.start) for s in framing.direct)
    spoken = _lemmas(sentence, framing.direct, ()) & kept
    return spoken if held >= QUOTED * len(sentence.span) and len(spoken) >= FEWEST else kept


def _lemmas(sentence: Sentence, inside: Iterable[Span], outside: Iterable[Span]) -> frozenset[str]:
    own, other = list(inside), list(outside)
    return frozenset(
        t.lemma.lower()
        for t in sentence.tokens
        if any(s.overlaps(t.span) for s in own) and not any(s.overlaps(t.span) for s in other)
    )
