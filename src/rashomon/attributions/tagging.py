"""Drafts + what a trained tagger found -> drafts: the rules give nesting, kind and force, the tagger recall and extent.

The tagger knows one flat layer of attributions; what stands inside another one's content is the rules' alone.
"""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Protocol

from ..records import Force, Sentence, Span
from ..sentences.trees import children, subtree, token_at
from . import clauses
from .chances import SAME, Chances, is_quoted
from .cues import ADJECTIVE_CUES, NOUN_CUES, Cue
from .drafts import MARKS, Draft, Holder, holder_of, likeness, merged, overlap, sentence_at, within
from .nouns import possessor
from .verbs import lookup, verb_draft

if TYPE_CHECKING:
    from ..models.taggers import Tagged, TaggedLink

_OPEN = {"ADP", "PART", "DET", "AUX", "SCONJ", "VERB", "NOUN", "PROPN"}
_BREAKS = set(",;:.()-—–")
_LINE = re.compile(r"[^\s](?:[^\n]*[^\s])?")
_RAISED = {"verb p-to", "verb p-as", "verb p-prep:as"}
SURE_LINK = 0.4  # a link of the tagger that no rule saw becomes an attribution from this score on


class Tagger(Protocol):
    """What `find_attributions` asks of a model: sources, cues, contents and their links, for each text."""

    def tag(self, texts: Sequence[str]) -> Sequence[Tagged]: ...


def join_tagged(text: str, sentences: Sequence[Sentence], drafts: list[Draft], tagged: Tagged, chances: Chances) -> list[Draft]:
    """The drafts corrected and completed by the tagger's links, those that only weak rules saw left out."""
    index = _Index(drafts)
    out: list[Draft] = []
    for link in tagged.links:
        content, cue, source = _content(text, link, tagged), _span(tagged, link.cue), _span(tagged, link.source)
        turned = [d for d in index.with_cue(cue) if _is_turned(d, content, source)]
        draft = turned[0] if turned else index.best(content, cue)
        if draft is not None:
            draft.seen = True
            draft.score = max(draft.score, link.score)
            if not turned:
                draft.content = _joined(text, draft, content, chances)
                _correct(draft, source, sentences)
        elif link.score >= SURE_LINK and sentences and not _is_deed(cue, content, sentences):
            out.append(_new(content, link, tagged, sentences))
    return out + chances.borne_out(drafts)


def _joined(text: str, draft: Draft, content: tuple[Span, ...], chances: Chances) -> tuple[Span, ...]:
    """A draft's content and a link's as one. Of "the envoys are expected to meet" the parse knows that the envoys are a part of
    it; a quotation before "urged that" is for the quotations' turn, as words of their own."""
    first = draft.cue[0].start if draft.cue else 0
    kept = []
    if draft.rule in _RAISED and len(draft.content) > 1:
        kept = [s for s in draft.content if s.end <= first and not overlap([s], content)]
    elif draft.content[0].start > first:
        content = tuple(s for s in content if s.start > first or not is_quoted(s, text)) or content
    rest = tuple(s for s in draft.content if s not in kept)
    return merged([*kept, *chances.extent(rest, content, text)], text)


def _content(text: str, link: TaggedLink, tagged: Tagged) -> tuple[Span, ...]:
    found = [Span(tagged.spans[i].start, tagged.spans[i].end) for i in link.contents]
    return merged([piece for span in found for piece in _lines(span, text)], text)


def _lines(span: Span, text: str) -> Iterator[Span]:
    """The span line by line; it goes on in a new line only where that opens with a quotation mark again."""
    for number, m in enumerate(_LINE.finditer(text, span.start, span.end)):
        if number and m.group()[0] not in MARKS:
            return
        yield Span(*m.span())


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

    def with_cue(self, cue: Sequence[Span]) -> list[Draft]:
        """The drafts of which a span of the cue starts inside this cue, in the order of the text."""
        bounds = [(bisect.bisect_left(self._cues, (s.start,)), bisect.bisect_left(self._cues, (s.end,))) for s in cue]
        return [self._drafts[i] for first, last in bounds for _, i in self._cues[first:last]]

    def best(self, content: Sequence[Span], cue: Sequence[Span]) -> Draft | None:
        """The draft with the same cue and some of the content, else the one with the most like content that is neither told
        inside the link's content nor tells the link's cue itself."""
        near = self._near(content)
        same = [d for d in near if overlap(d.cue, cue)]
        if same:
            return max(same, key=lambda d: likeness(d.content, content))
        apart = [d for d in near if not (d.cue and within(d.cue, content)) and not (cue and within(cue, d.content))]
        best = max(apart, key=lambda d: likeness(d.content, content), default=None)
        return best if best is not None and likeness(best.content, content) >= SAME else None

    def _near(self, content: Sequence[Span]) -> list[Draft]:
        near: set[int] = set()
        for span in content:
            first = bisect.bisect_left(self._starts, span.start - self._longest)
            for start, end, i in self._order[first : bisect.bisect_left(self._starts, span.end)]:
                if end > span.start and start < span.end and not self._drafts[i].seen and not self._drafts[i].term:
                    near.add(i)
        return [self._drafts[i] for i in sorted(near)]


def _is_turned(draft: Draft, content: Sequence[Span], source: Sequence[Span]) -> bool:
    """The link has holder and content of a passive ("was criticised by X") or of a state of mind ("was alarmed by X") the
    wrong way round; the parse knows the voice."""
    holders = [h.span for h in draft.holders]
    if not holders or not (draft.rule == "adjective" or draft.rule.startswith("verb p-")):
        return False
    return overlap(holders, content) > 0 and not overlap(holders, source)


def _correct(draft: Draft, source: tuple[Span, ...], sentences: Sequence[Sentence]) -> None:
    """The tagger's source where the rules have none or another head word; one from outside of the cue's sentence does not
    replace what the parse found inside it."""
    if not source:
        return
    spans = [h.span for h in draft.holders]
    holders = _holders(source, sentences)
    heads = {h.head for h in draft.holders}
    if overlap(source, spans) and (any(s.holds(holders[0].span) for s in spans) or holders[0].head in heads):
        return
    if spans and draft.cue and not overlap(source, spans):
        sentence = sentence_at(sentences, draft.cue[0].start).span
        if overlap(spans, [sentence]) and not overlap(source, [sentence]):
            return
    draft.holders = holders


def _holders(source: tuple[Span, ...], sentences: Sequence[Sentence]) -> tuple[Holder, ...]:
    """The source, without the dateline before it, with its head word: the token of it that hangs on a token outside."""
    out = []
    for span in source:
        sentence = sentence_at(sentences, span.end - 1)
        span = Span(max(span.start, sentence.span.start), span.end)
        inside = [i for i, t in enumerate(sentence.tokens) if t.span.overlaps(span)]
        heads = [i for i in inside if sentence.tokens[i].head not in inside or sentence.tokens[i].head == i]
        head = sentence.tokens[heads[0]].span.start if heads else span.start
        out.append(Holder(span, max(span.start, head)))
    return tuple(out)


def _new(content: tuple[Span, ...], link: TaggedLink, tagged: Tagged, sentences: Sequence[Sentence]) -> Draft:
    cue, source = _span(tagged, link.cue), _span(tagged, link.source)
    sentence = sentence_at(sentences, (cue or content)[0].start)
    found, word = _cue(sentence, cue)
    holders = _holders(source, sentences) if source else _holder_of_cue(sentence, word)
    negated = word is not None and clauses.is_negated(sentence, word)
    return Draft(
        sentence.index, cue, _whole_phrases(content, sentences), found.force, "tagger", holders,
        factive=found.factive, negated=negated, seen=True, score=link.score,
    )  # fmt: skip


def _holder_of_cue(sentence: Sentence, word: int | None) -> tuple[Holder, ...]:
    """The subject of an active verb, the possessor of a noun."""
    if word is None:
        return ()
    if sentence.tokens[word].pos == "NOUN":
        return possessor(sentence, word)
    if clauses.is_passive(sentence, word):
        return holder_of(sentence, clauses.agent(sentence, word))
    return holder_of(sentence, clauses.subject(sentence, word))


def _whole_phrases(content: tuple[Span, ...], sentences: Sequence[Sentence]) -> tuple[Span, ...]:
    """The content, its last phrase taken whole: a tagger may stop at "the", or before "of Hormuz"."""
    last = content[-1]
    sentence = sentence_at(sentences, last.end - 1)
    tokens = sentence.tokens
    end = token_at(sentence, last.end - 1)
    if end is None:
        return content
    chunk = next((c for c in sentence.chunks if c[0] <= end < c[1] and tokens[c[0]].span.start >= last.start), None)
    end = max(end, chunk[1] - 1) if chunk is not None else end
    if tokens[end].pos in _OPEN:
        own = set(subtree(sentence, end))
        while end + 1 in own and tokens[end + 1].text not in _BREAKS:
            end += 1
    return (*content[:-1], Span(last.start, max(last.end, tokens[end].span.end)))


def _is_deed(cue: Sequence[Span], content: Sequence[Span], sentences: Sequence[Sentence]) -> bool:
    """ "responded by closing the bridge": what follows "by" is neither said nor thought, and the link goes by it."""
    sentence = sentence_at(sentences, (cue or content)[0].start)
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


def _cue(sentence: Sentence, cue: Sequence[Span]) -> tuple[Cue, int | None]:
    """The table's entry for the words of a cue (its verb first, then noun or adjective), and the word that it is for; where the
    table has none, plain speech and the first verb or noun."""
    first_word = None
    for span in cue:
        first = token_at(sentence, span.start)
        words = [i for i, t in enumerate(sentence.tokens) if first is not None and i >= first and t.span.start < span.end]
        for i in words:
            token = sentence.tokens[i]
            if _gerund(sentence, i) in words:  # "answered by asking": it is the asking that has the force
                continue
            told = verb_draft(sentence, i) if token.pos == "VERB" else None
            if told is not None:
                return Cue(told.force, factive=told.factive), i
            frames = lookup(sentence, i) if token.pos in {"VERB", "AUX"} else NOUN_CUES.get(token.lemma.lower(), {})
            frames = frames or ADJECTIVE_CUES.get(token.text.lower(), {})
            if frames:
                return next(iter(frames.values())), i
            if first_word is None and token.pos in {"VERB", "NOUN"}:
                first_word = i
    return Cue(Force.SAY), first_word
