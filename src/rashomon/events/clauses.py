"""Clause -> what its own words make of its act: tense, modality, negation, adverbs, a condition that hangs on it."""

from __future__ import annotations

from ..records import Sentence, Status
from ..sentences.trees import subtree
from .agents import is_agent
from .conditions import HYPOTHETICAL, condition_of
from .roles import is_order, subjects_of

NEGATIONS = {"not", "n't", "never", "no", "neither", "nor", "hardly", "barely"}
ALLEGED = {"allegedly", "reportedly", "purportedly", "supposedly", "apparently"}


def own_status(sentence: Sentence, v: int) -> tuple[Status, tuple[int, int] | None]:
    """Tense, modality, negation, conditions and adverbs of the verb's own clause."""
    token = sentence.tokens[v]
    words = {
        sentence.tokens[k].text.lower(): k
        for k in token.children
        if sentence.tokens[k].dep in ("aux", "auxpass", "neg", "mark", "advmod", "acomp")
    }
    auxiliaries = {sentence.tokens[k].lemma.lower() for k in token.children if sentence.tokens[k].dep in ("aux", "auxpass")}
    marks = {sentence.tokens[k].text.lower() for k in token.children if sentence.tokens[k].dep == "mark"}
    negative = any(sentence.tokens[k].dep == "neg" or sentence.tokens[k].text.lower() in NEGATIONS for k in token.children
                   if sentence.tokens[k].dep in ("neg", "advmod", "preconj", "cc")) or _negative_subject(sentence, v)  # fmt: skip
    future = bool(auxiliaries & {"will", "shall", "'ll", "wo", "would", "'d"} or {"will", "wo", "'ll", "would"} & set(words))
    condition = condition_of(sentence, v)
    if marks & HYPOTHETICAL or (
        token.dep == "advcl" and "should" in words and sentence.tokens[words["should"]].span.start == _first(sentence, v)
    ):
        below = subtree(sentence, v)
        return Status.CONDITIONAL, (below[0], below[-1])
    if negative:
        volitional = any(is_agent(sentence, i) for i in subjects_of(sentence, v))
        return (Status.REFUSED if future and volitional else Status.NOT_DONE), condition
    if condition is not None and (future or auxiliaries & {"can", "could", "may", "might", "must", "should"}):
        return Status.CONDITIONAL, condition
    if ALLEGED & set(words):
        return Status.ALLEGED, condition
    if auxiliaries & {"must", "should", "ought"} or is_order(sentence, v):
        return Status.CALLED_FOR, condition
    if future:
        return Status.PLANNED if any(is_agent(sentence, i) for i in subjects_of(sentence, v)) else Status.EXPECTED, condition
    if auxiliaries & {"may", "might", "could"} and "have" in auxiliaries and token.tag == "VBN":
        return Status.ALLEGED, condition
    if auxiliaries & {"may", "might", "could", "can"}:
        return Status.EXPECTED, condition
    if "to" in auxiliaries and token.dep in ("ROOT", "parataxis", "ccomp") and token.tag == "VB":
        return Status.PLANNED, condition
    being = any(sentence.tokens[k].text.lower() == "being" for k in token.children if sentence.tokens[k].dep == "auxpass")
    if token.tag == "VBG" or being:
        present = any(sentence.tokens[k].tag in ("VBZ", "VBP", "VBN") for k in token.children if sentence.tokens[k].dep == "aux")
        return (Status.ONGOING if present else Status.DONE), condition
    return Status.DONE, condition


def is_finite(sentence: Sentence, v: int) -> bool:
    token = sentence.tokens[v]
    kinds = [sentence.tokens[k] for k in token.children]
    if any(t.dep == "aux" and t.tag in ("MD", "VBD", "VBZ", "VBP") for t in kinds):
        return True
    if any(t.dep in ("nsubj", "nsubjpass") for t in kinds) and token.tag in ("VBD", "VBZ", "VBP", "VBN"):
        return True
    return token.tag in ("VBD", "VBZ", "VBP")


def is_bare(sentence: Sentence, v: int) -> bool:
    """Whether a verb is in its bare form, or passive with a bare "be" ("demanded that it be freed")."""
    token = sentence.tokens[v]
    return token.tag == "VB" or any(sentence.tokens[k].dep == "auxpass" and sentence.tokens[k].tag == "VB" for k in token.children)


def _first(sentence: Sentence, v: int) -> int:
    return sentence.tokens[min(sentence.tokens[v].children, default=v)].span.start


def _negative_subject(sentence: Sentence, v: int) -> bool:
    for i in subjects_of(sentence, v):
        for k in (i, *sentence.tokens[i].children):
            if sentence.tokens[k].text.lower() in ("no", "neither", "none", "nobody"):
                return True
    return False
