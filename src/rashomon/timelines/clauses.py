"""The clause of a verb: its own words, whether it is a main one, whether it tells of what will be, and on what condition."""

from __future__ import annotations

from ..events.roles import Arguments
from ..events.statuses import Standing
from ..records import Sentence, Span, cover
from ..sentences.trees import children, span_of, subtree

REPORTING = set("say announce tell declare state confirm add write stress reiterate repeat insist".split())


def only_talked_of(sentence: Sentence, v: int) -> bool:
    """Whether a verb is but what a noun is about ("talks on reopening the border"), or what does not happen ("without")."""
    token = sentence.tokens[v]
    above = sentence.tokens[token.head]
    if token.dep != "pcomp" or above.dep != "prep":
        return False
    return above.text.lower() in ("on", "about", "without", "over", "against") or sentence.tokens[above.head].pos == "NOUN"


def told_in(sentence: Sentence, v: int, arguments: Arguments) -> Span:
    """The verb with its subject."""
    heads = arguments.subjects[:1]
    words = [i for s in heads for i in subtree(sentence, s, without=("relcl", "acl", "appos", "conj", "cc", "punct"))]
    return cover([sentence.tokens[i].span for i in (v, *heads, *words)])


def is_main(sentence: Sentence, v: int) -> bool:
    """Whether a verb is that of a main clause, of one beside it, or of what is said in it."""
    token = sentence.tokens[v]
    while token.dep in ("conj", "ccomp", "xcomp") and sentence.tokens[token.head] is not token:
        token = sentence.tokens[token.head]
    return token.dep in ("ROOT", "parataxis")


def has_will(sentence: Sentence, v: int) -> bool:
    """Whether it is said with "will", or with the "would" of reported speech ("said it would send")."""
    token = sentence.tokens[v]
    aux = {sentence.tokens[k].text.lower() for k in token.children if sentence.tokens[k].dep == "aux"}
    if aux & {"will", "shall", "'ll", "’ll", "wo"}:
        return True
    if token.tag == "VB" and token.dep == "xcomp" and sentence.tokens[token.head].lemma == "be":  # "is to withdraw"
        return not children(sentence, token.head, "acomp", "attr")
    top = v
    while sentence.tokens[top].dep == "conj" and sentence.tokens[top].head != top:
        top = sentence.tokens[top].head
    above = sentence.tokens[sentence.tokens[top].head]
    return "would" in aux and sentence.tokens[top].dep == "ccomp" and above.tag == "VBD" and above.lemma.lower() in REPORTING


def clause_of(sentence: Sentence, v: int) -> Span:
    """The words of the verb's own clause."""
    found = [i for i in subtree(sentence, v) if not is_outside(sentence, i, v)]
    return span_of(sentence, found[0], found[-1])


def is_outside(sentence: Sentence, i: int, v: int) -> bool:
    """Whether a token stands in another clause coordinated with `v`, or in one beside it."""
    while i != v:
        token = sentence.tokens[i]
        if token.head == v and (
            token.dep in ("cc", "parataxis", "punct") or (token.dep == "conj" and token.pos in ("VERB", "AUX"))
        ):
            return token.dep != "punct"
        if token.head == i:
            return True
        i = token.head
    return False


def is_aside(sentence: Sentence, i: int, v: int) -> bool:
    """Whether a token stands in a relative, participial or adverbial clause below `v`."""
    while i != v and sentence.tokens[i].head != i:
        if sentence.tokens[i].dep in ("relcl", "acl", "advcl"):
            return True
        i = sentence.tokens[i].head
    return False


def condition_of(sentence: Sentence, standing: Standing) -> Span | None:
    """The words of the condition under which it stands."""
    found = standing.condition
    return span_of(sentence, *found) if found is not None else None
