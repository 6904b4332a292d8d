"""Content that stands before its verb, or on both sides of it: "A, he said", "A, he said, B"."""

from __future__ import annotations

from ..records import Sentence
from ..sentences.trees import children, subtree
from . import clauses
from .cues import VERB_CUES

_MARKS = {"“", '"', "''", "``", "«", "„"}
_INSERTED = {"parataxis", "ccomp", "conj", "advcl", "dep", "appos"}


def is_inserted(sentence: Sentence, verb: int) -> bool:
    """ "The deal, he said, is dead": a short clause with its own subject, set off by commas on both sides."""
    tokens = sentence.tokens
    if tokens[verb].dep not in _INSERTED or tokens[verb].tag not in {"VBD", "VBZ", "VBP", "VBN"}:
        return False
    governor = tokens[tokens[verb].head]
    if tokens[verb].head > verb and "q" in VERB_CUES.get(governor.lemma.lower(), {}):  # `"We want a truce," she said`
        return False
    if not children(sentence, verb, "nsubj"):
        return False
    inside = [k for k in subtree(sentence, verb) if tokens[k].pos != "PUNCT"]
    first, last = inside[0], inside[-1]
    if last - first > 14 or any(tokens[k].dep == "mark" for k in tokens[verb].children):
        return False
    before = tokens[first - 1].text if first else ""
    after = tokens[last + 1].text if last + 1 < len(tokens) else "."
    return before in {",", "—", "–", "--", "”", '"', "''"} and after in {",", ".", "—", "–", "--", ":", "“", '"', "''", ";"}


def inverted(sentence: Sentence, verb: int, k: int) -> list[int]:
    """Content before its verb ("..., he said"): all from the clause's start to the verb's own words, and what of the clause
    stands after them."""
    tokens = sentence.tokens
    own = {
        verb,
        *(j for c in children(sentence, verb, *clauses.SUBJECTS, "aux", "neg", "advmod") if c > k for j in subtree(sentence, c)),
    }
    inside = set(subtree(sentence, k))
    start = min(inside)
    left = {
        j
        for c in tokens[verb].children
        if c < min(own) and tokens[c].dep not in {"cc", "mark"} and tokens[c].dep not in clauses.SUBJECTS
        for j in subtree(sentence, c)
    }
    content = sorted((inside | {j for j in left if start > j or j < min(own)}) - own)
    # `The envoy fired back: "A," he wrote`: what stands before the colon brings the quotation in.
    for at in range(len(content) - 2, -1, -1):
        if tokens[content[at]].text == ":" and tokens[content[at + 1]].text in _MARKS:
            return content[at + 1 :]
    return content
