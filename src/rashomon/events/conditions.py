"""Sentence -> conditions: "if ...", "unless ...", "should they ...", as ranges of tokens."""

from __future__ import annotations

from ..records import Sentence
from ..sentences.trees import subtree

CONDITIONS = {"if", "unless", "until", "once", "provided", "providing", "should", "lest"}
HYPOTHETICAL = {"if", "unless", "lest"}


def condition_of(sentence: Sentence, v: int) -> tuple[int, int] | None:
    """Token range of a clause that makes the act of `v` depend on it."""
    for k in sentence.tokens[v].children:
        t = sentence.tokens[k]
        if t.text.lower() in ("provided", "providing") and t.dep in ("prep", "advcl", "acl"):
            below = subtree(sentence, k)
            return below[0], below[-1]
        if t.dep != "advcl":
            continue
        if found := _clause(sentence, k):
            return found
    return None


def _clause(sentence: Sentence, k: int) -> tuple[int, int] | None:
    """Token range of the adverbial clause of `k` if it opens with "if", "unless", "until" or an inverted "should"."""
    below = subtree(sentence, k)
    for j in sentence.tokens[k].children:
        word = sentence.tokens[j].text.lower()
        if word in CONDITIONS and sentence.tokens[j].dep in ("mark", "advmod", "aux") and (word != "should" or j == below[0]):
            return below[0], below[-1]
    return None


def condition_at(sentence: Sentence, i: int) -> tuple[int, int] | None:
    """The condition that opens at token `i`: "if ..." or "should they ...", however the parser has hung it."""
    token = sentence.tokens[i]
    if token.dep not in ("mark", "aux") or token.text.lower() not in HYPOTHETICAL | {"should"}:
        return None
    subject = next((k for k in sentence.tokens[token.head].children if sentence.tokens[k].dep in ("nsubj", "nsubjpass")), i)
    if subject < i or (subject == i and token.dep == "aux"):
        return None
    return i, max(k for k in subtree(sentence, token.head) if k == token.head or sentence.tokens[k].dep != "punct")
