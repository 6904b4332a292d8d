"""Derivations of a story -> plain words: which report has its text from where."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from ..records import Derivation, Relation, Story

_OTHER = re.compile(r"^the other\b|(?<=, and )the other\b")  # at the head of a clause: behind it stand words of the texts


def spanning(story: Story) -> Iterator[Derivation]:
    """As many of the relations as it takes to see what hangs together: whole texts before passages, those whose direction is
    known first, then the surest."""
    home = {document: {document} for document in story.documents}
    related = [d for d in story.derivations if d.relation is not Relation.INDEPENDENT]
    for derivation in sorted(related, key=lambda d: (d.partial, d.source is None, -d.score)):
        one, other = (home[document] for document in derivation.documents)
        if one is not other:
            one |= other
            home |= dict.fromkeys(other, one)
            yield derivation


def derivation_phrase(derivation: Derivation, letters: Mapping[str, str]) -> str:
    """Such as "D is a rewrite of C", "C takes passages from A", "B and D print the same agency text"."""
    one, other = (letters.get(document, document) for document in derivation.documents)
    if derivation.unsigned:
        return f"{one} and {other} hold {'passages of ' * derivation.partial}one text, and neither says whose it is"
    if derivation.relation is Relation.SHARED_WIRE:
        return f"{one} and {other} print {'passages of ' * derivation.partial}the same agency text"
    if derivation.source is None:
        shared = "share passages" if derivation.partial else f"are a text and its {derivation.relation.value}"
        return f"{one} and {other} {shared}; which came first is unknown"
    taker, source = _sides(derivation, letters)
    if derivation.partial:
        return f"{taker} takes passages from {source}{', reworded' * (derivation.relation is Relation.REWRITE)}"
    return f"{taker} is a {derivation.relation.value} of {source}"


def evidence_phrase(derivation: Derivation, letters: Mapping[str, str]) -> str:
    """The evidence, with the letters of the reports where it says "it" and "the other"."""
    if derivation.source is None:
        return "; ".join(derivation.evidence)
    taker, source = _sides(derivation, letters)
    named = (_OTHER.sub(taker, re.sub("^it is ", f"{source} is ", said)) for said in derivation.evidence)
    return "; ".join(re.sub("^published earlier$", f"{source} was published earlier", said) for said in named)


def _sides(derivation: Derivation, letters: Mapping[str, str]) -> tuple[str, str]:
    """The one that took, and the one taken from."""
    one, other = (letters.get(document, document) for document in derivation.documents)
    return (other, one) if derivation.source == derivation.documents[0] else (one, other)
