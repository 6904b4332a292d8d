"""Telling x Telling -> a difference of cause: what each report says a thing was done for, over, against or after."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..records import Difference, Sentence, Span, Variant
from ..sentences.trees import span_of, subtree
from .tellings import Telling

# Words that bring in a cause wherever they stand, and those that do so below certain words only.
_CAUSES = {"because", "after", "following", "over", "amid"}
_PHRASES = {("due", "to"), ("because", "of"), ("in", "response"), ("in", "retaliation"), ("as", "result")}
_AGAINST = set("protest demonstrate demonstration rally march riot strike uprising campaign".split())
_FOR = set(
    "arrest jail sentence convict fine punish sanction condemn criticise criticize blame praise thank try indict charge detain "
    "accuse prosecute expel dismiss sack hail".split()
)
_OPEN = {"NOUN", "PROPN", "VERB", "ADJ", "NUM"}
PURPOSE = "to"
SAME = 0.34  # share of the lesser cause's words in common from which two causes may be one
# What one is for or against is named in few words: two causes are one only where neither has a word of its own.
_AIMS = {"against", "for"}
LEAST = 2  # content words of a cause


@dataclass(frozen=True, slots=True)
class Cause:
    """What a thing is put down to: the words behind `sign`, and their content lemmas. `thing` is the main noun of what is done:
    the object of the verb that the cause hangs on, "" where it has none."""

    span: Span
    sign: str
    lemmas: frozenset[str]
    thing: str


def find_causes(sentence: Sentence) -> Iterator[Cause]:
    """Causes told in a sentence: "because of X", "after X", "protests against X", "jailed for X"; and purposes, "to stop X"."""
    tokens = sentence.tokens
    for i, token in enumerate(tokens):
        sign = token.lemma.lower()
        if token.dep == "advcl" and any(tokens[k].text.lower() == "to" and tokens[k].dep == "aux" for k in token.children):
            own = subtree(sentence, i, ("punct",))
            lemmas = frozenset(tokens[k].lemma.lower() for k in own if tokens[k].pos in _OPEN)
            yield Cause(span_of(sentence, own[0], own[-1]), PURPOSE, lemmas, _thing(sentence, token.head))
        if token.dep not in {"prep", "mark", "agent"} or not _brings(sentence, i, sign):
            continue
        top = token.head if token.dep == "mark" else i
        own = sorted(k for k in subtree(sentence, top, ("punct",)) if k > i)
        lemmas = frozenset(tokens[k].lemma.lower() for k in own if tokens[k].pos in _OPEN)
        if own and len(lemmas) >= LEAST:
            yield Cause(
                span_of(sentence, own[0], own[-1]), "after" if sign == "following" else sign, lemmas, _thing(sentence, token.head)
            )


def _thing(sentence: Sentence, i: int) -> str:
    tokens = sentence.tokens
    objects = [k for k in tokens[i].children if tokens[k].dep in {"dobj", "nsubjpass"} and tokens[k].pos in {"NOUN", "PROPN"}]
    return tokens[objects[0]].lemma.lower() if objects else ""


def _brings(sentence: Sentence, i: int, sign: str) -> bool:
    tokens = sentence.tokens
    head = tokens[tokens[i].head].lemma.lower()
    if sign == "against":
        return head in _AGAINST
    if sign == "for":
        return head in _FOR
    if sign in {"due", "in", "as"}:
        below = [tokens[k].lemma.lower() for k in tokens[i].children]
        return any((sign, word) in _PHRASES for word in below)
    if tokens[i].entity in {"DATE", "TIME"} or any(tokens[k].entity in {"DATE", "TIME"} for k in tokens[i].children):
        return False
    return sign in _CAUSES


def cause_difference(left: Telling, right: Telling) -> Difference | None:
    """Two causes brought in by the same word, with hardly a word in common."""
    theirs = list(find_causes(right.unit.sentence))
    for one in find_causes(left.unit.sentence):
        for other in theirs:
            if _held_alike(one, other) and _apart(one, other):
                variants = (
                    Variant(left.reading.document.id, one.span, left.words(one.span)),
                    Variant(right.reading.document.id, other.span, right.words(other.span)),
                )
                sign = one.sign if one.sign == other.sign else f"{one.sign} / {other.sign}"
                return Difference("cause", False, variants, f"{sign}: put down to something else", "causes", 0.5)
    return None


def _held_alike(one: Cause, other: Cause) -> bool:
    """One sign before both; or a purpose here and a cause there, of what is done to one thing."""
    if one.sign == other.sign:
        return one.sign != PURPOSE or (one.thing == other.thing != "")
    return PURPOSE in {one.sign, other.sign} and one.thing == other.thing != ""


def _apart(one: Cause, other: Cause) -> bool:
    both, least = one.lemmas & other.lemmas, min(len(one.lemmas), len(other.lemmas))
    if one.sign in _AIMS:
        return len(both) < least
    return len(both) < SAME * least
