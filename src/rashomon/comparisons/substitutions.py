"""Telling x Telling -> a difference of who or what: two sentences with a run of the same words, and one noun phrase in it another."""

from __future__ import annotations

from collections.abc import Iterator
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
_NOUNS = {"NOUN", "PROPN"}
_BESIDE = {"DET", "PRON", "ADJ", "PART", "PUNCT"}
_DOERS = {"nsubj", "agent"}
_DONE_TO = {"nsubjpass", "dobj", "pobj", "attr", "dative"}
_PLACED = {"GPE", "LOC", "FAC", "DATE", "TIME"}


def substitution(left: Telling, right: Telling) -> Difference | None:
    """The first noun phrase that one report has where the other, in the same words, has another. Hard where both quote somebody
    word for word, who can have said only one of them."""
    for i, j in ((_trimmed(i, left), _trimmed(j, right)) for i, j in _replaced(left, right)):
        ours, theirs = left.unit.sentence.tokens[i[0] : i[1]], right.unit.sentence.tokens[j[0] : j[1]]
        head, other = _head(ours), _head(theirs)
        if head is None or other is None or head.dep != other.dep or {head.entity, other.entity} & _PLACED:
            continue
        slot = "actor" if head.dep in _DOERS else "recipient" if head.dep in _DONE_TO else ""
        if slot and _other_thing(head, other) and not _short_for(ours, theirs) and not _short_for(theirs, ours):
            spans = span_of(left.unit.sentence, i[0], i[1] - 1), span_of(right.unit.sentence, j[0], j[1] - 1)
            bare = len(ours) == len(theirs) == 1 and head.lemma != other.lemma
            hard = bare and _quoted(spans[0], left) and _quoted(spans[1], right)
            reason = f"the same words but for {left.words(spans[0])} / {right.words(spans[1])}"
            return make(slot, left, spans[0], right, spans[1], reason, SCORE, hard)
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


def _trimmed(range_: tuple[int, int], telling: Telling) -> tuple[int, int]:
    """Without the pronouns and stops at its end ("a man, who")."""
    first, end = range_
    while end > first and telling.unit.sentence.tokens[end - 1].pos in {"PRON", "PUNCT"}:
        end -= 1
    return first, end


def _head(tokens: tuple[Token, ...]) -> Token | None:
    """The main noun, where there is nothing but a noun phrase: the last noun of which no other word of the phrase is made of."""
    if not all(t.pos in _NOUNS | _BESIDE for t in tokens):
        return None
    return next((t for t in reversed(tokens) if t.pos in _NOUNS and t.dep != "compound"), None)


def _other_thing(one: Token, other: Token) -> bool:
    """Not two spellings of one word; one and several are two."""
    if one.lemma.lower() == other.lemma.lower():
        return one.tag != other.tag
    short, long = sorted((one.text.lower(), other.text.lower()), key=len)
    return long == f"{short}s" or SequenceMatcher(None, short, long).ratio() < ALIKE


def _short_for(short: tuple[Token, ...], long: tuple[Token, ...]) -> bool:
    """Whether one word is the initials of the others."""
    return len(short) == 1 and short[0].text.lower() == "".join(t.text[:1].lower() for t in long)


def _quoted(span: Span, telling: Telling) -> bool:
    spoken = telling.shelf.spoken.get(telling.unit.sentence.index, ())
    return any(a.kind is AttributionKind.DIRECT and any(c.holds(span) for c in a.content) for a in spoken)
