"""Drafts + what a trained tagger found -> drafts: the rules give nesting, kind and force, the tagger recall and extent.

The tagger knows one flat layer of attributions; what stands inside another one's content is the rules' alone.
"""

from __future__ import annotations

import bisect
import itertools
from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

from ..records import Force, Sentence, Span
from ..sentences.trees import children, token_at
from . import clauses
from .cues import ADJECTIVE_CUES, NOUN_CUES, Cue
from .drafts import Draft, Holder, letters, merged, overlap
from .verbs import lookup, verb_draft

if TYPE_CHECKING:
    from ..models.taggers import Tagged, TaggedLink

SURE_LINK = 0.4  # a link of the tagger that no rule saw becomes an attribution from this score on
SURE_RULE = 0.25  # a draft of the rules that the tagger did not see stays if its words come so near to being seen
SURE_CLAUSE = 0.3  # words of a content that only the rules take in stay from this mean chance on
SURE_WORDS = 0.7  # those that only the tagger takes in
MARKS = frozenset('"“”«»„')
_SAME = 0.5  # content overlap (intersection over union) from which two are one
_ALIKE = 0.8  # overlap from which the two differ in no more than a "that"


class Tagger(Protocol):
    """What `find_attributions` asks of a model: sources, cues, contents and their links, for each text."""

    def tag(self, texts: Sequence[str]) -> Sequence[Tagged]: ...


def join_tagged(text: str, sentences: Sequence[Sentence], drafts: list[Draft], tagged: Tagged) -> list[Draft]:
    """The drafts corrected and completed by the tagger's links, those that only weak rules saw left out."""
    found = [(link, _content(text, link, tagged)) for link in tagged.links]
    index, words = _Index(drafts), _Words(tagged)
    out: list[Draft] = []
    joined: set[int] = set()
    for link, content in found:
        cue, source = _span(tagged, link.cue), _span(tagged, link.source)
        turned = [i for i in index.with_cue(cue) if _is_turned(drafts[i], content, source)]
        match = turned[0] if turned else index.best(content, cue, joined)
        if match is not None:
            joined.add(match)
            if not turned:
                drafts[match].content = words.extent(drafts[match].content, content, text)
                _correct(drafts[match], source, sentences)
            drafts[match].score = max(drafts[match].score, link.score)
        elif link.score >= SURE_LINK and sentences and not _is_deed(cue, content, sentences):
            out.append(_new(content, link, tagged, sentences))
    seen = sorted(span for _, content in found for span in content)
    return out + [d for i, d in enumerate(drafts) if i in joined or d.term or _is_nested(d, seen) or words.support(d) >= SURE_RULE]


class _Words:
    """The tagger's chances word by word, also below what makes a span of its own."""

    def __init__(self, tagged: Tagged) -> None:
        self._starts = [word.start for word in tagged.words]
        self._cues = list(itertools.accumulate((w.cue for w in tagged.words), initial=0.0))
        self._contents = list(itertools.accumulate((w.content for w in tagged.words), initial=0.0))

    def support(self, draft: Draft) -> float:
        """Mean chance of the cue's words to be cue, and of the content's to be content; without a cue the content's alone."""
        content = self._mean(self._contents, draft.content)
        return (self._mean(self._cues, draft.cue) + content) / 2 if draft.cue else content

    def extent(self, drafted: tuple[Span, ...], tagged: tuple[Span, ...], text: str) -> tuple[Span, ...]:
        """Of a draft's content and a link's the one that the words in which they differ speak for; a clause that the parse
        shows whole needs less than one that it does not. A quotation does not take in words outside of any marks."""
        likeness = _likeness(drafted, tagged)
        if likeness >= _ALIKE:
            return drafted
        more, less = _without(drafted, tagged), _without(tagged, drafted)
        if letters(text, more) and not letters(text, less):
            return drafted if self._mean(self._contents, more) >= SURE_CLAUSE else tagged
        if letters(text, less) and not letters(text, more):
            if _is_quoted(drafted[0], text) and not MARKS & {c for s in less for c in s.of(text)}:
                return drafted
            return tagged if self._mean(self._contents, less) >= SURE_WORDS else drafted
        return drafted if likeness >= _SAME else tagged

    def _mean(self, sums: Sequence[float], spans: Sequence[Span]) -> float:
        bounds = [(bisect.bisect_left(self._starts, s.start), bisect.bisect_left(self._starts, s.end)) for s in spans]
        return sum(sums[b] - sums[a] for a, b in bounds) / max(1, sum(b - a for a, b in bounds))


def _is_quoted(span: Span, text: str) -> bool:
    return not MARKS.isdisjoint(text[max(0, span.start - 1) : span.start + 1])


def _without(spans: Sequence[Span], others: Sequence[Span]) -> list[Span]:
    """What is left of `spans` (in order, apart from one another) outside of `others`."""
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


def _content(text: str, link: TaggedLink, tagged: Tagged) -> tuple[Span, ...]:
    return merged([Span(tagged.spans[i].start, tagged.spans[i].end) for i in link.contents], text)


def _span(tagged: Tagged, i: int | None) -> tuple[Span, ...]:
    return () if i is None else (Span(tagged.spans[i].start, tagged.spans[i].end),)


class _Index:
    """Finds the draft that a link is, among those that start near it."""

    def __init__(self, drafts: Sequence[Draft]) -> None:
        self._drafts = drafts
        self._order = sorted((s.start, s.end, i) for i, d in enumerate(drafts) for s in d.content)
        self._starts = [start for start, _, _ in self._order]
        self._longest = max((end - start for start, end, _ in self._order), default=0)
        self._cues = sorted((s.start, i) for i, d in enumerate(drafts) if not d.term for s in d.cue)

    def with_cue(self, cue: Sequence[Span]) -> list[int]:
        """The drafts of which a span of the cue starts inside this cue, in the order of the text."""
        bounds = [(bisect.bisect_left(self._cues, (s.start,)), bisect.bisect_left(self._cues, (s.end,))) for s in cue]
        return [i for first, last in bounds for _, i in self._cues[first:last]]

    def best(self, content: Sequence[Span], cue: Sequence[Span], taken: set[int]) -> int | None:
        """The position of the draft with the most like content, or with the same cue and some of the content."""
        near: set[int] = set()
        for span in content:
            first = bisect.bisect_left(self._starts, span.start - self._longest)
            for start, end, i in self._order[first : bisect.bisect_left(self._starts, span.end)]:
                if end > span.start and start < span.end and i not in taken and not self._drafts[i].term:
                    near.add(i)
        if not near:
            return None
        best = max(near, key=lambda i: (_likeness(self._drafts[i].content, content), -i))
        if _likeness(self._drafts[best].content, content) >= _SAME:
            return best
        same_cue = [i for i in near if overlap(self._drafts[i].cue, cue)]
        return min(same_cue) if same_cue else None


def _likeness(a: Sequence[Span], b: Sequence[Span]) -> float:
    both = overlap(a, b)
    return both / max(1, sum(map(len, a)) + sum(map(len, b)) - both)


def _is_turned(draft: Draft, content: Sequence[Span], source: Sequence[Span]) -> bool:
    """The link has holder and content of a passive ("was criticised by X") or of a state of mind ("was alarmed by X") the
    wrong way round; the parse knows the voice."""
    holders = [h.span for h in draft.holders]
    if not holders or not (draft.rule == "adjective" or draft.rule.startswith("verb p-")):
        return False
    return overlap(holders, content) > 0 and not overlap(holders, source)


def _correct(draft: Draft, source: tuple[Span, ...], sentences: Sequence[Sentence]) -> None:
    """The tagger's source where the rules have none or quite another one; one from outside of the cue's sentence does not
    replace what the parse found inside it."""
    spans = [h.span for h in draft.holders]
    if not source or overlap(source, spans):
        return
    if spans and draft.cue:
        sentence = _sentence_at(sentences, draft.cue[0].start).span
        if overlap(spans, [sentence]) and not overlap(source, [sentence]):
            return
    draft.holders = _holders(source, sentences)


def _holders(source: tuple[Span, ...], sentences: Sequence[Sentence]) -> tuple[Holder, ...]:
    """The source with its head word: the token of it that hangs on a token outside."""
    out = []
    for span in source:
        sentence = _sentence_at(sentences, span.start)
        inside = [i for i, t in enumerate(sentence.tokens) if t.span.overlaps(span)]
        heads = [i for i in inside if sentence.tokens[i].head not in inside or sentence.tokens[i].head == i]
        head = sentence.tokens[heads[0]].span.start if heads else span.start
        out.append(Holder(span, max(span.start, head)))
    return tuple(out)


def _sentence_at(sentences: Sequence[Sentence], offset: int) -> Sentence:
    return sentences[max(0, bisect.bisect_right(sentences, offset, key=lambda s: s.span.start) - 1)]


def _new(content: tuple[Span, ...], link: TaggedLink, tagged: Tagged, sentences: Sequence[Sentence]) -> Draft:
    cue = _span(tagged, link.cue)
    sentence = _sentence_at(sentences, (cue or content)[0].start)
    found, negated = _cue(sentence, cue)
    return Draft(
        sentence.index, cue, content, found.force, "tagger", _holders(_span(tagged, link.source), sentences),
        factive=found.factive, negated=negated, score=link.score,
    )  # fmt: skip


def _is_deed(cue: Sequence[Span], content: Sequence[Span], sentences: Sequence[Sentence]) -> bool:
    """ "responded by closing the bridge": what follows "by" is neither said nor thought, and the link goes by it."""
    sentence = _sentence_at(sentences, (cue or content)[0].start)
    for i, token in enumerate(sentence.tokens):
        gerund = _gerund(sentence, i) if overlap([token.span], cue) else None
        if gerund is not None and overlap([sentence.tokens[gerund].span], [*cue, *content]):
            nouns = children(sentence, gerund, "dobj")
            return verb_draft(sentence, gerund) is None and not any(sentence.tokens[k].lemma.lower() in NOUN_CUES for k in nouns)
    return False


def _gerund(sentence: Sentence, verb: int) -> int | None:
    """The "-ing" of "by -ing" that a verb takes."""
    tokens = sentence.tokens
    ways = [p for p in children(sentence, verb, "prep") if tokens[p].lemma.lower() == "by"]
    return next((k for p in ways for k in children(sentence, p, "pcomp") if tokens[k].tag == "VBG"), None)


def _cue(sentence: Sentence, cue: Sequence[Span]) -> tuple[Cue, bool]:
    """The table's entry for the words of a cue (its verb first, then noun or adjective), and whether they are negated."""
    for span in cue:
        first = token_at(sentence, span.start)
        words = [i for i, t in enumerate(sentence.tokens) if first is not None and i >= first and t.span.start < span.end]
        for i in words:
            token = sentence.tokens[i]
            if _gerund(sentence, i) in words:  # "answered by asking": it is the asking that has the force
                continue
            frames = lookup(sentence, i) if token.pos in {"VERB", "AUX"} else NOUN_CUES.get(token.lemma.lower(), {})
            frames = frames or ADJECTIVE_CUES.get(token.text.lower(), {})
            if frames:
                return next(iter(frames.values())), clauses.is_negated(sentence, i)
    return Cue(Force.SAY), False


def _is_nested(draft: Draft, contents: Sequence[Span]) -> bool:
    """It stands, cue and all, in something that the tagger takes for a content."""
    spans = (*draft.cue, *draft.content)
    first, last = min(s.start for s in spans), max(s.end for s in spans)
    at = bisect.bisect_right(contents, first, key=lambda s: s.start) - 1
    return at >= 0 and contents[at].end >= last
