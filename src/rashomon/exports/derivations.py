"""Derivations of a story -> plain words: which report has its text from where."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from ..records import Derivation, Relation, Story

_SIDES = re.compile(r"\bthe (?:source|other)\b")


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
    taker, source = (other, one) if derivation.source == derivation.documents[0] else (one, other)
    if derivation.partial:
        return f"{taker} takes passages from {source}{', reworded' * (derivation.relation is Relation.REWRITE)}"
    return f"{taker} is a {derivation.relation.value} of {source}"


def evidence_phrase(derivation: Derivation, letters: Mapping[str, str]) -> str:
    """The evidence in one line, with the letters of the two reports where it speaks of the source and the other."""
    told = "; ".join(derivation.evidence)
    if derivation.source is None:
        return told
    taker = next(d for d in derivation.documents if d != derivation.source)
    named = {"the source": letters.get(derivation.source, "the source"), "the other": letters.get(taker, "the other")}
    return _SIDES.sub(lambda found: named[found.group()], told)
