"""Telling x Telling -> a difference of who or what: one utterance quoted in the same words, but for one noun phrase."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise

from ..records import AttributionKind, Difference, Span, Token
from ..sentences.trees import span_of
from .tellings import Telling
from .twins import make

BEFORE, AFTER, BOTH = 2, 2, 5  # words in common before the phrase, behind it, and together
LONGEST = 4  # words of the phrase
ALIKE = 0.6  # share of letters in common from which two words are spellings of one ("cooperation", "co-operation")
SCORE = 0.62
_QUOTING = {AttributionKind.DIRECT, AttributionKind.MIXED}
_NOUNS = {"NOUN", "PROPN"}
_BESIDE = {"DET", "PRON", "ADJ", "PART", "PUNCT"}
_DOERS = {"nsubj", "agent"}
_DONE_TO = {"nsubjpass", "dobj", "pobj", "attr", "dative"}
_PLACED = {"GPE", "LOC", "FAC", "DATE", "TIME"}


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase: its tokens, the main noun, its span."""

    tokens: tuple[Token, ...]
    head: Token
    span: Span


def substitution(left: Telling, right: Telling) -> Difference | None:
    """The first noun phrase that one report quotes where the other, in the same words, quotes another. Hard where it is one word
    for one, of which only one can have been said. Outside quotations such words are mostly two for one thing."""
    for i, j in _replaced(left, right):
        ours, theirs = _phrase(left, *i), _phrase(right, *j)
        if ours is None or theirs is None or ours.head.dep != theirs.head.dep or not _other_thing(ours, theirs):
            continue
        if _quoted(ours.span, left) and _quoted(theirs.span, right):
            hard = len(ours.tokens) == len(theirs.tokens) == 1 and ours.head.lemma != theirs.head.lemma
            reason = f"the same words but for {left.words(ours.span)} / {right.words(theirs.span)}"
            slot = "actor" if ours.head.dep in _DOERS else "recipient"
            return make(slot, left, ours.span, right, theirs.span, reason, SCORE, hard)
    return None


def _replaced(left: Telling, right: Telling) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """Token ranges that stand in each other's place between enough words in common."""
    ours, theirs = ([t.text.lower() for t in telling.unit.sentence.tokens] for telling in (left, right))
    if len(set(ours) & set(theirs)) < BOTH:
        return
    blocks = SequenceMatcher(None, ours, theirs, autojunk=False).get_matching_blocks()
    for one, two in pairwise(blocks):
        i, j = (one.a + one.size, two.a), (one.b + one.size, two.b)
        lengths = i[1] - i[0], j[1] - j[0]
        if one.size >= BEFORE and two.size >= AFTER and one.size + two.size >= BOTH and 0 < min(lengths) <= max(lengths) <= LONGEST:
            yield i, j


def _phrase(telling: Telling, first: int, end: int) -> Phrase | None:
    """The noun phrase that these tokens are, without pronouns and stops behind it ("a man, who"); None where they are more, or
    stand where no party does, or are a place or a time."""
    tokens = telling.unit.sentence.tokens
    while end > first and tokens[end - 1].pos in {"PRON", "PUNCT"}:
        end -= 1
    own = tokens[first:end]
    head = next((t for t in reversed(own) if t.pos in _NOUNS and t.dep != "compound"), None)
    if (
        head is None
        or head.dep not in _DOERS | _DONE_TO
        or head.entity in _PLACED
        or not all(t.pos in _NOUNS | _BESIDE for t in own)
    ):
        return None
    return Phrase(own, head, span_of(telling.unit.sentence, first, end - 1))


def _other_thing(one: Phrase, other: Phrase) -> bool:
    """Not two spellings of one word, nor its initials; one and several are two."""
    if any(len(a.tokens) == 1 and a.head.text.lower() == _initials(b) for a, b in ((one, other), (other, one))):
        return False
    if one.head.lemma.lower() == other.head.lemma.lower():
        return one.head.tag != other.head.tag
    short, long = sorted((one.head.text.lower(), other.head.text.lower()), key=len)
    return short.isalpha() and (long == f"{short}s" or SequenceMatcher(None, short, long).ratio() < ALIKE)


def _initials(phrase: Phrase) -> str:
    return "".join(t.text[:1].lower() for t in phrase.tokens)


def _quoted(span: Span, telling: Telling) -> bool:
    spoken = telling.shelf.spoken.get(telling.unit.sentence.index, ())
    return any(a.kind in _QUOTING and any(c.holds(span) for c in a.content) for a in spoken)
