"""Derivations of a story -> plain words: which report has its text from where."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from ..records import Derivation, Document, Relation, Story
from ..stories.origins import count_outlets

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
    taker, source = _sides(derivation, letters)
    if derivation.partial:
        return f"{taker} takes passages from {source}{', reworded' * (derivation.relation is Relation.REWRITE)}"
    return f"{taker} is a {derivation.relation.value} of {source}"


def evidence_phrase(derivation: Derivation, letters: Mapping[str, str]) -> str:
    """The evidence in one line, with the letters of the two reports where it speaks of the source and the other."""
    if derivation.source is None:
        return "; ".join(derivation.evidence)
    taker, source = _sides(derivation, letters)
    return _SIDES.sub(lambda found: source if found.group() == "the source" else taker, "; ".join(derivation.evidence))


def _sides(derivation: Derivation, letters: Mapping[str, str]) -> tuple[str, str]:
    """The one that took, and the one taken from."""
    one, other = (letters.get(document, document) for document in derivation.documents)
    return (other, one) if derivation.source == derivation.documents[0] else (one, other)


def origins_phrase(story: Story, documents: Iterable[Document]) -> str:
    """ "4 independent origins in 3 outlets": one outlet's reports are independent texts, yet not independent eyes."""
    outlets = {d.id: house_of(d) for d in documents}
    groups = story.origins or tuple((document,) for document in story.documents)
    count, houses = len(groups), count_outlets(groups, story.derivations, outlets)
    origins = f"{count} independent origin{'s' * (count != 1)}"
    return origins if houses == count else f"{origins} in {houses} outlet{'s' * (houses != 1)}"


def house_of(document: Document) -> str | None:
    """By what name the outlet of a report is known."""
    return document.outlet or document.site or None
