"""Sentence -> Draft: "according to X", "in the words of X", "per X", "as X put it", "reportedly", and "X: ..."."""

from __future__ import annotations

from collections.abc import Iterator

from ..records import Force, Sentence
from ..sentences.trees import children, subtree
from . import clauses
from .cues import HEARSAY
from .drafts import Draft, cue_spans, holder_of
from .verbs import lookup

_IN_NOUNS = {
    "word": Force.SAY, "view": Force.BELIEVE, "opinion": Force.BELIEVE, "eye": Force.BELIEVE, "judgment": Force.BELIEVE,
    "judgement": Force.BELIEVE, "telling": Force.SAY, "assessment": Force.BELIEVE, "estimation": Force.BELIEVE,
}  # fmt: skip


def phrase_drafts(sentence: Sentence) -> Iterator[Draft]:
    """Drafts whose cue is a phrase beside the clause that is their content."""
    for i, token in enumerate(sentence.tokens):
        word = token.text.lower()
        if word == "according":
            yield from _according(sentence, i)
        elif word == "per" and token.dep == "prep":
            yield from _per(sentence, i)
        elif word == "in" and token.dep == "prep":
            yield from _in_words(sentence, i)
            yield from _in_document(sentence, i)
        elif word == "as" and token.dep == "mark":
            yield from _as_put(sentence, i)
        elif word in HEARSAY and token.dep == "advmod":
            yield from _hearsay(sentence, i)


def _according(sentence: Sentence, i: int) -> Iterator[Draft]:
    for to in children(sentence, i, "prep"):
        for k in children(sentence, to, "pobj"):
            yield from _beside(sentence, i, [i, to], k, Force.SAY, "according to")
            return


def _per(sentence: Sentence, i: int) -> Iterator[Draft]:
    for k in children(sentence, i, "pobj"):
        if sentence.tokens[k].entity in {"PERSON", "ORG"}:
            yield from _beside(sentence, i, [i], k, Force.SAY, "per")


def _in_words(sentence: Sentence, i: int) -> Iterator[Draft]:
    tokens = sentence.tokens
    for noun in children(sentence, i, "pobj"):
        force = _IN_NOUNS.get(tokens[noun].lemma.lower())
        if force is None:
            continue
        owner = children(sentence, noun, "poss") or [
            k for of in children(sentence, noun, "prep") if tokens[of].lemma == "of" for k in children(sentence, of, "pobj")
        ]
        if owner:
            held = set(subtree(sentence, owner[0]))
            yield from _beside(sentence, i, [k for k in subtree(sentence, i) if k not in held], owner[0], force, "in the words of")


_SURVEYS = {"poll", "survey"}


def _in_document(sentence: Sentence, i: int) -> Iterator[Draft]:
    """ "In a poll, ...": what the poll has it."""
    for k in children(sentence, i, "pobj"):
        if sentence.tokens[k].lemma.lower() in _SURVEYS and i <= 1:
            yield from _beside(sentence, i, [i], k, Force.REPORT, "in a poll")


def _beside(sentence: Sentence, i: int, cue: list[int], holder: int, force: Force, rule: str) -> Iterator[Draft]:
    """The clause that the phrase hangs on, without the phrase, is the content."""
    tokens = sentence.tokens
    governor = tokens[i].head
    while tokens[governor].pos not in {"VERB", "AUX"} and tokens[governor].head != governor:
        governor = tokens[governor].head
    content = clauses.clause(sentence, governor, [i])
    if lookup(sentence, governor) and tokens[governor].dep == "ROOT":
        content = [k for k in content if k != governor] if not children(sentence, governor, "nsubj", "nsubjpass") else content
    spans = clauses.spans(sentence, content)
    if spans:
        yield Draft(sentence.index, cue_spans(sentence, cue), spans, force, rule, holder_of(sentence, holder), score=0.9)


def _as_put(sentence: Sentence, i: int) -> Iterator[Draft]:
    """ "as he put it", "as the minister said": the main clause is the content."""
    tokens = sentence.tokens
    verb = tokens[i].head
    cues = lookup(sentence, verb)
    puts = tokens[verb].lemma == "put" and any(tokens[k].lemma == "it" for k in children(sentence, verb, "dobj"))
    if tokens[verb].dep != "advcl" or not (puts or "that" in cues) or children(sentence, verb, "ccomp"):
        return
    if not puts and children(sentence, verb, "dobj"):
        return
    holder = children(sentence, verb, "nsubj")
    if holder:
        content = clauses.clause(sentence, tokens[verb].head, [verb])
        spans = clauses.spans(sentence, content)
        group = [i, *clauses.verb_group(sentence, verb, children(sentence, verb, "dobj") if puts else ())]
        force = cues["that"].force if "that" in cues else Force.SAY
        if spans:
            yield Draft(sentence.index, cue_spans(sentence, group), spans, force, "as put", holder_of(sentence, holder[0]))


def _hearsay(sentence: Sentence, i: int) -> Iterator[Draft]:
    token = sentence.tokens[i]
    governor = sentence.tokens[i].head
    content = clauses.clause(sentence, governor, [i])
    if sentence.tokens[governor].pos in {"VERB", "AUX", "ADJ"}:
        heads = children(sentence, governor, "conj", "parataxis", "ccomp") if sentence.tokens[governor].dep == "ROOT" else []
        drop = {k for j in heads for k in subtree(sentence, j)}
        content = [k for k in content if k not in drop]
    spans = clauses.spans(sentence, content)
    if spans:
        yield Draft(sentence.index, (token.span,), spans, HEARSAY[token.text.lower()], "hearsay", score=0.6)
