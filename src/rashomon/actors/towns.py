"""Sentences, mentions -> the names that stand for places: no table holds every town, and the parser takes many for persons."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from ..records import Mention, MentionKind, Sentence, Token
from .settings import head_token, is_place

TOWNS = frozenset("city town port village capital resort district province region island".split())
SETTLEMENTS = TOWNS | frozenset("county hamlet municipality neighborhood neighbourhood settlement suburb township".split())
OWN = frozenset("home native birth".split())  # "the home town of Nelson Mandela"
INSIDE = ("after 'in'", "after 'near'", "after 'outside'")  # not "at": one is angry at somebody
# "Confidence in John Doe", "was disappointed in her".
TRUST = frozenset("believe belief confidence disappointed faith hope interest invest pride see trust".split())
CALLED_SO, TITLED = 3, 5  # weights beside a preposition: "the town of X" tells more than "in X", a title before X more than both


def find_towns(sentences: Mapping[int, Sentence], mentions: Sequence[Mention]) -> frozenset[str]:
    """The names, in small letters, that stand more for a place than for somebody: after "the town of", "in" and "near" or at the
    head of a dateline, rather than with a title or as one who acts."""
    weights: Counter[str] = Counter()
    for mention in mentions:
        if mention.kind is MentionKind.NAME and mention.sentence in sentences:
            weights[mention.name.casefold()] += _weight(sentences[mention.sentence], mention)
    return frozenset(name for name, weight in weights.items() if weight > 0)


def _weight(sentence: Sentence, mention: Mention) -> int:
    token = head_token(sentence, mention)
    if token is None:
        return 0
    if mention.role:
        return -TITLED
    if _is_called_town(sentence, token):
        return CALLED_SO
    if token.dep == "nsubj" and sentence.tokens[token.head].pos == "VERB":
        return -1
    place = is_place(sentence, mention)
    if place == "dateline":
        return CALLED_SO if mention.span.start == sentence.tokens[0].span.start else 0
    trusted = _governor(sentence, token) in TRUST
    return 1 if place in INSIDE and not trusted else 0


def _is_called_town(sentence: Sentence, token: Token) -> bool:
    """ "The town of X", "X district", "the village, X"."""
    above = sentence.tokens[token.head]
    if token.dep == "pobj" and above.text.casefold() == "of":
        above = sentence.tokens[above.head]
    elif token.dep not in {"compound", "nmod", "appos"}:
        return False
    words = {sentence.tokens[k].lemma.casefold() for k in above.children}
    return above.lemma.casefold() in SETTLEMENTS and not words & OWN


def _governor(sentence: Sentence, token: Token) -> str:
    """The word on which the preposition before a name hangs."""
    preposition = sentence.tokens[token.head]
    return sentence.tokens[preposition.head].lemma.casefold()
