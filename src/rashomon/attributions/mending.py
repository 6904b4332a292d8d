"""Sentence -> Sentence: attachments that the parser often gets wrong around verbs of speech, put right.

The parser hangs what follows a reported clause on that clause: "said A, adding that B", "said A and insisted that B". Where
the later verb is itself a cue, its tense or a comma tells that it goes on with the outer speaker.
"""

from __future__ import annotations

import dataclasses

from ..records import Force, Sentence, Token
from ..sentences.trees import ancestors, subtree
from .cues import VERB_CUES

_CLAUSES = {"ccomp", "conj", "advcl", "xcomp", "acl", "pcomp"}
_FINITE = {"VBD", "VBZ", "VBP"}


def mended(sentence: Sentence) -> Sentence:
    """The sentence with such verbs hung on the verb of speech they go on from; the same object where nothing changes."""
    moves: dict[int, int] = {}
    for i, token in enumerate(sentence.tokens):
        if token.dep == "prep" and token.text == "with" and _is_absolute(sentence, i):
            moves[i] = sentence.root
        elif token.dep == "advcl" and any(sentence.tokens[k].text == "should" for k in token.children):
            target = _warning(sentence, i)
            if target is not None:
                moves[i] = target
        elif token.pos == "VERB" and token.lemma.lower() in VERB_CUES:
            target = _target(sentence, i)
            if target is not None and target != token.head:
                moves[i] = target
    return _moved(sentence, moves) if moves else sentence


def _target(sentence: Sentence, i: int) -> int | None:
    tokens = sentence.tokens
    token = tokens[i]
    cues = VERB_CUES[token.lemma.lower()]
    if not ({"that", "q"} & set(cues)):
        return None
    if token.dep == "advcl" and token.tag == "VBG" and token.head < i and _comma_before(sentence, i):
        return _outer(sentence, token.head)
    if token.dep == "conj" and token.tag in _FINITE and token.head < i:
        own = any(tokens[k].dep in {"nsubj", "nsubjpass"} for k in token.children)
        if not own and token.tag != "VBP" and tokens[token.head].tag == "VB" and tokens[token.head].dep == "xcomp":
            return tokens[token.head].head  # "agreed to send A and promised B"
        outer = _outer(sentence, token.head)
        if outer is None or own or tokens[outer].tag != token.tag:
            return None
        first = tokens[token.head]
        carries = any(tokens[k].dep in {"ccomp", "xcomp", "dobj"} and k > i for k in token.children)
        return outer if carries and ("q" in cues or first.tag != token.tag) else None
    return None


def _warning(sentence: Sentence, i: int) -> int | None:
    """The verb before "should X ..." that warns or promises, where nothing but its own content stands between."""
    start = subtree(sentence, i)[0]
    if sentence.tokens[start].text != "should":
        return None
    for k in range(start - 1, max(-1, start - 15), -1):
        if sentence.tokens[k].pos == "VERB":
            cues = VERB_CUES.get(sentence.tokens[k].lemma.lower(), {})
            forces = {cue.force for cue in cues.values()}
            return k if forces & {Force.WARN, Force.THREATEN, Force.PROMISE} else None
    return None


def _is_absolute(sentence: Sentence, i: int) -> bool:
    """ ", with X warning that ...": a clause beside the sentence, no part of the content before it."""
    tokens = sentence.tokens
    return (
        i != sentence.root
        and _comma_before(sentence, i)
        and any(
            tokens[k].dep == "pcomp"
            and tokens[k].lemma.lower() in VERB_CUES
            and any(tokens[j].dep == "nsubj" for j in tokens[k].children)
            for k in tokens[i].children
        )
    )


def _comma_before(sentence: Sentence, i: int) -> bool:
    """A comma, or a closing quotation mark, before the participle (adverbs may stand between)."""
    k = i - 1
    while k > 0 and sentence.tokens[k].pos == "ADV":
        k -= 1
    return k >= 0 and sentence.tokens[k].text in {",", "”", "''", '"', "—", "–", "--"}


def _outer(sentence: Sentence, i: int) -> int | None:
    """The verb of speech whose reported clause holds `i`, if that clause follows it."""
    tokens = sentence.tokens
    for j in (i, *ancestors(sentence, i)):
        head = tokens[j].head
        if tokens[j].dep == "ccomp" and head < j and "that" in VERB_CUES.get(tokens[head].lemma.lower(), {}):
            return head
        if tokens[j].dep not in _CLAUSES:
            return None
    return None


def _moved(sentence: Sentence, moves: dict[int, int]) -> Sentence:
    tokens: list[Token] = list(sentence.tokens)
    for i, target in moves.items():
        old = tokens[i].head
        tokens[old] = dataclasses.replace(tokens[old], children=tuple(k for k in tokens[old].children if k != i))
        tokens[i] = dataclasses.replace(tokens[i], head=target)
        tokens[target] = dataclasses.replace(tokens[target], children=tuple(sorted({*tokens[target].children, i})))
    return dataclasses.replace(sentence, tokens=tuple(tokens))
