"""The words of one report: its sentences and noun phrases, and what a short "it" or "the treaty" among them stands for."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Sequence
from functools import cached_property

from ..events.participants import MentionIndex
from ..records import SILENT_ZONES, Document, Mention, Sentence, Span, ZoneKind
from ..sentences.trees import span_of
from .issues import content

# Headlines and captions say in few words what the text says in whole ones.
TERSE = SILENT_ZONES | {ZoneKind.TITLE, ZoneKind.SUBJECT, ZoneKind.DECK, ZoneKind.SUBHEADING, ZoneKind.CAPTION}
# What a report says of its own earlier versions tells of no affair.
NOTICE = re.compile(
    r"^\W*(?:corrections?\b|corrected\b|clarification\b|editor['’]s note\b|an earlier version of\b"
    r"|this (?:report|story|article|dispatch|version)\b.{0,40}\b(?:corrected|updated|amended|revised)\b)",
    re.IGNORECASE,
)
# Links to other articles, in capitals, run into a sentence.
SHOUTED = re.compile(r"[a-z]\W+(?:[A-Z]{4,}\W{1,3}[A-Z]{6,}|[A-Z]{6,}\W{1,3}[A-Z]{4,}|(?:[A-Z]{2,}\W{1,3}){2}[A-Z]{4,})")
DEFINITE = re.compile(r"(?:the|this|that|its) \w+$", re.IGNORECASE)
FULL = 5  # words of meaning in the phrase that a shorter one may stand for
PLURALS = {"them", "they", "these", "those"}
LONE = {"it", "that", "this"} | PLURALS
SMALL_WORD = 3  # letters; longer words have capitals in headlines
HEADLINE = 4  # longer words at least
CAPITALS = 0.8  # share of them that begin with one
ENDS = '.!?…:;"”’)'
OBJECTS = {"dobj", "pobj", "nsubjpass"}


class Words:
    """Look-ups over the text and the sentences of one report; `index`: its mentions."""

    def __init__(self, document: Document, sentences: Sequence[Sentence], mentions: Sequence[Mention]) -> None:
        self.document, self.sentences = document, tuple(sentences)
        self.index = MentionIndex(mentions)
        self._numbers = {s.index: n for n, s in enumerate(self.sentences)}
        self._starts = [s.span.start for s in self.sentences]

    def sentence(self, index: int) -> Sentence:
        return self.sentences[self._numbers[index]]

    def plain(self, index: int) -> bool:
        """Whether a sentence stands in the running text, and is no notice of a correction."""
        return index in self._numbers and self.sentence(index).zone not in TERSE and index not in self._notices

    @cached_property
    def _notices(self) -> set[int]:
        """Sentences that only tell what an earlier version of the report said, with those beside them in their paragraph,
        headlines of other articles, and sentences into which links to these have run."""
        words = {s.index: self.words(s.span) for s in self.sentences}
        opened = {s.paragraph for s in self.sentences if NOTICE.match(words[s.index])}
        linked = {n for n, told in words.items() if SHOUTED.search(told) or _is_headline(told)}
        return {s.index for s in self.sentences if s.paragraph in opened or s.index in linked}

    def _sentence_at(self, offset: int) -> Sentence:
        """The sentence in which an offset lies, or that before it."""
        return self.sentences[max(0, bisect_right(self._starts, offset) - 1)]

    def tokens(self, span: Span) -> tuple[Sentence, list[int]]:
        """The sentence in which a span begins, and its tokens that the span holds."""
        sentence = self._sentence_at(span.start)
        return sentence, [i for i, t in enumerate(sentence.tokens) if span.start <= t.span.start and t.span.end <= span.end]

    def words(self, span: Span) -> str:
        return " ".join(span.of(self.document.text).split())

    def in_full(self, span: Span) -> str:
        """The words of a span; of a short "the treaty", or of "it", those of the fuller phrase before it that it stands for."""
        if (meant := self.meant(span)) is not None:
            return self.words(meant)
        words = self.words(span)
        if not DEFINITE.match(words) or len(content(words)) != 1:
            return words
        sentence, inside = self.tokens(span)
        head = sentence.tokens[inside[-1]].lemma.lower() if inside else ""
        before = (c for c in reversed(self._phrases.get(head, ())) if c.end <= span.start)
        return next((self.words(c) for c in before if 1 < len(content(self.words(c))) <= FULL), words)

    def is_pronoun(self, span: Span) -> bool:
        """Whether the words are but "it", "this", "them"."""
        return self.words(span).lower() in LONE

    def meant(self, span: Span) -> Span | None:
        """What a lone "it" or "them" as an object stands for: the nearest thing acted upon before it of the same number that is
        no actor, objects of verbs first; None where it is no such pronoun, or nothing fits."""
        word = self.words(span).lower()
        if word not in LONE:
            return None
        at = self._numbers[self.tokens(span)[0].index]
        for sentence in reversed(self.sentences[max(0, at - 2) : at + 1]):
            found = [c for c in self._things(sentence, word in PLURALS) if sentence.tokens[c[2]].span.end <= span.start]
            if found:
                first, last, _ = min(found, key=lambda c: (sentence.tokens[c[2]].dep != "dobj", c[0]))
                return span_of(sentence, first, last - 1)
        return None

    def _things(self, sentence: Sentence, plural: bool) -> list[tuple[int, int, int]]:
        """The noun phrases of a sentence that stand as objects and name no actor, by number."""
        found = []
        for first, last, root in sentence.chunks:
            token = sentence.tokens[root]
            known = any(m.actors for m in self.index.inside(sentence) if m.head == token.span)
            if token.dep in OBJECTS and token.pos == "NOUN" and (token.tag == "NNS") == plural and not known:
                found.append((first, last, root))
        return found

    def last_of(self, heads: Collection[str], before: int) -> Span | None:
        """The last noun phrase with one of these heads before an offset."""
        spans = [c for head in heads for c in self._phrases.get(head, ()) if c.end <= before]
        return max(spans, default=None)

    @cached_property
    def _phrases(self) -> dict[str, list[Span]]:
        """The noun phrases of the running text by the lemma of their head, in order."""
        found: dict[str, list[Span]] = {}
        for sentence in (s for s in self.sentences if self.plain(s.index)):
            for first, last, root in sentence.chunks:
                found.setdefault(sentence.tokens[root].lemma.lower(), []).append(span_of(sentence, first, last - 1))
        return found


def _is_headline(words: str) -> bool:
    """Whether a sentence of the running text is the headline of some article: in capitals, and without an end."""
    longer = [w for w in words.split() if len(w) > SMALL_WORD and w[0].isalpha()]
    capitals = sum(w[0].isupper() for w in longer)
    return len(longer) >= HEADLINE and words[-1] not in ENDS and capitals >= CAPITALS * len(longer)
