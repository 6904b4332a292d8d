"""Heads of noun phrases -> Participant: the whole phrase, and the mention and actors that stand for it."""

from __future__ import annotations

from collections.abc import Iterable

from ..records import Mention, MentionKind, Participant, Sentence, Span
from ..sentences.trees import conjuncts, subtree

LEFT = {"det", "amod", "compound", "poss", "nummod", "nmod", "quantmod", "predet", "advmod", "npadvmod"}
# Prepositions that belong to a name or an office: "the foreign minister of France", "rebels in Mali".
JOINING = {"of", "in", "from", "for"}
QUANTITIES = {
    "hundred",
    "thousand",
    "million",
    "dozen",
    "score",
    "number",
    "majority",
    "minority",
    "handful",
    "group",
    "couple",
    "most",
    "some",
}
CORRELATIVE = {"both", "either", "neither"}


class MentionIndex:
    """The mentions of one document by the sentence they stand in."""

    def __init__(self, mentions: Iterable[Mention]) -> None:
        self._by_sentence: dict[int, list[Mention]] = {}
        for mention in mentions:
            self._by_sentence.setdefault(mention.sentence, []).append(mention)

    def inside(self, sentence: Sentence) -> list[Mention]:
        return self._by_sentence.get(sentence.index, [])

    def at(self, sentence: Sentence, head: int, span: Span) -> Mention | None:
        """The mention whose head is the phrase's head token, or that is the whole phrase ("Kenya's President | William Ruto"); the
        one that fills the phrase best if there are several."""
        token = sentence.tokens[head].span
        best: Mention | None = None
        for mention in self._by_sentence.get(sentence.index, ()):
            if mention.kind is MentionKind.LIST or not (mention.head.overlaps(token) or mention.span == span):
                continue
            if best is None or _strangeness(mention, span) < _strangeness(best, span):
                best = mention
        return best


def _strangeness(mention: Mention, span: Span) -> int:
    return abs(mention.span.start - span.start) + abs(mention.span.end - span.end)


def phrase(sentence: Sentence, head: int) -> Span:
    """The span of the noun phrase of `head`: determiners and modifiers to the left, name-like additions to the right."""
    first, last = phrase_tokens(sentence, head)
    return Span(sentence.tokens[first].span.start, sentence.tokens[last].span.end)


def phrase_tokens(sentence: Sentence, head: int) -> tuple[int, int]:
    """First and last token of the noun phrase of `head`; "hundreds of banks" is one phrase, whichever noun counts."""
    token = sentence.tokens[head]
    first, last = _first(sentence, head), head
    above = sentence.tokens[token.head]
    if above.text.lower() == "of" and token.dep == "pobj" and sentence.tokens[above.head].lemma.lower() in QUANTITIES:
        first = _first(sentence, above.head)
    if token.dep == "poss" or token.pos == "PRON":
        return first, last
    for k in (k for k in token.children if k > head):
        if sentence.tokens[k].text == "(" and k == last + 1:
            last = next((j for j in range(k, min(k + 6, len(sentence.tokens))) if sentence.tokens[j].text == ")"), last)
        elif subtree(sentence, k)[0] == last + 1 and _joins(sentence, head, k):
            last = max(subtree(sentence, k, without=("relcl", "acl", "appos", "advcl")))
        else:
            break
    inside = [t.text for t in sentence.tokens[first : last + 1]]
    after = [t.text for t in sentence.tokens[last + 1 : last + 2]]
    return first, last + (after == [")"] and "(" in inside and ")" not in inside)


def _first(sentence: Sentence, head: int) -> int:
    first = head
    for k in sorted((k for k in sentence.tokens[head].children if k < head), reverse=True):
        t = sentence.tokens[k]
        listed = any(sentence.tokens[j].dep == "conj" for j in sentence.tokens[head].children)
        if (
            t.entity == "DATE"
            or (t.dep not in LEFT and not (t.dep == "punct" and t.text == "-"))
            or (listed and t.text.lower() in CORRELATIVE)
        ):
            break
        first = min(first, subtree(sentence, k)[0])
    return first


def _joins(sentence: Sentence, head: int, k: int) -> bool:
    """Whether what follows a noun is part of its phrase: "rebels in Mali", "his counterpart Ann Lee", "Arctic Council"."""
    t = sentence.tokens[k]
    if t.dep == "prep":
        return t.text.lower() == "of" if sentence.tokens[head].pos == "PROPN" else t.text.lower() in JOINING
    return t.dep in ("appos", "amod") and t.pos in ("PROPN", "ADJ")


def participant(sentence: Sentence, head: int, mentions: MentionIndex) -> Participant:
    """The participant headed by a token. "Diplomats from Georgia and Sweden" are actors of all the places they come from."""
    span = phrase(sentence, head)
    mention = mentions.at(sentence, head, span)
    if mention is None:
        return Participant(span)
    actors = list(mention.actors)
    if sentence.tokens[head].tag == "NNS":
        for origin in _origins(sentence, head):
            inner = mentions.at(sentence, origin, sentence.tokens[origin].span)
            actors += inner.actors if inner is not None and mention.actors else ()
    return Participant(span, mention.id, tuple(dict.fromkeys(actors)), mention.sector)


def _origins(sentence: Sentence, head: int) -> list[int]:
    """The coordinated names behind "of" or "from" of a plural noun, where there are several."""
    for k in sentence.tokens[head].children:
        if sentence.tokens[k].dep == "prep" and sentence.tokens[k].text.lower() in ("of", "from"):
            for j in sentence.tokens[k].children:
                if sentence.tokens[j].dep == "pobj" and sentence.tokens[j].entity:
                    found = conjuncts(sentence, j)
                    return found if len(found) > 1 else []
    return []
