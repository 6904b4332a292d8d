"""Outline x Outline -> how likely one report tells the other again in its own words: the same details, sentence by sentence."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import log, log1p
from typing import Any

import numpy as np

from ..attributions.quotations import find_quotations
from ..records import Document, Span
from ..times.numbers import SMALL
from .bags import NAME_LIKE, STEM, telling_text
from .commonness import RAREST, SHARE
from .weights import RETOLD, TOLD_AGAIN

Array = np.ndarray[Any, Any]
MOST = 120  # sentences looked at
LEAST = 4  # sentences below which nothing can be said
DETAILS = 2  # weighty words of a sentence worth following
COMMON = 0.2  # words that more reports hold tell nothing
FIGURE = 0.02  # a figure is no more common than this
RARE = 0.03  # of a detail that two reports of one event seldom both choose to tell
FOLLOWED = 0.35  # of a sentence's weight in one place of the other report, if it is that place told again
IN_COMMON = 0.25  # of the shorter report's weight: with less in common it is not the other told again
SURELY = 0.73  # chance of a retelling from which it is one, whatever the two say in the same words
LEAST_CHANCE = 1e-4
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*|\d[\d,.:]*\d|\d")
_BLOCK = re.compile(r"[^\n]+")
_END = re.compile(r"[.!?][\"'”’)\]]*\s+(?=[\"'“‘(\[]*[A-Z0-9])|;\s|\n+")
_SHORT = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|St|No|Lt|Col|Gen|Maj|Capt|Sgt|Adm|Brig|Sen|Rep|Gov|Prof|[A-Z])\.\s+$")
_FIGURES = {word: str(n) for word, n in SMALL.items() if n > 1} | {"hundred": "100"}


@dataclass(frozen=True, slots=True)
class Outline:
    """The weighty words of each sentence, those in quotation marks left out (a statement is quoted by everybody).

    `place`: column of each stem; `told`: (sentences, stems) 0 or 1; `weights`: of the stems; `rare`: of the stems whether they
    are details that few would tell (no names)."""

    place: dict[str, int]
    told: Array
    weights: Array
    rare: Array


def outline_of(document: Document) -> Outline:
    """The first MOST sentences of the telling text."""
    text = telling_text(document)
    quotations = [q.inner for q in find_quotations(text, [Span(*m.span()) for m in _BLOCK.finditer(text)])]
    sentences: list[dict[str, tuple[float, bool]]] = []
    for start, end in _sentences(text):
        sentence = {stem: (weight, name) for stem, weight, name in _details(text, start, end, quotations)}
        if len(sentence) >= DETAILS:
            sentences.append(sentence)
            if len(sentences) == MOST:
                break
    place = {stem: column for column, stem in enumerate(dict.fromkeys(stem for sentence in sentences for stem in sentence))}
    told, weights, names = np.zeros((len(sentences), len(place))), np.zeros(len(place)), np.zeros(len(place), bool)
    for row, sentence in enumerate(sentences):
        for stem, (weight, name) in sentence.items():
            column = place[stem]
            told[row, column], weights[column] = 1.0, weight
            names[column] |= name
    return Outline(place, told, weights, ~names & (weights > -log(RARE)))


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for m in _END.finditer(text):
        if _SHORT.search(text, start, m.end()) is None:
            yield start, m.end()
            start = m.end()
    yield start, len(text)


def _details(text: str, start: int, end: int, quotations: Sequence[Span]) -> Iterator[tuple[str, float, bool]]:
    """Stem, weight and whether it is a name, of the weighty words in the outlet's own voice."""
    inside = [q for q in quotations if q.start < end and start < q.end]
    first = True
    for m in _WORD.finditer(text, start, end):
        if not any(q.start <= m.start() < q.end for q in inside):
            detail = _detail(m[0].lower())
            if detail is not None:
                yield *detail, not first and m[0][0].isupper() and SHARE.get(m[0].lower(), RAREST) < NAME_LIKE
        first = False


@lru_cache(maxsize=50_000)
def _detail(word: str) -> tuple[str, float] | None:
    """The stem of a word and its weight; a number in figures; None for the commonest words."""
    word = _FIGURES.get(word, word.replace("’", "'").removesuffix("'s").removesuffix("'"))
    share = SHARE.get(word, RAREST)
    if word[0].isdigit():
        return word.replace(",", ""), -log(min(share, FIGURE))
    return (STEM.sub("", word), -log(share)) if share < COMMON and len(word) > 1 else None


def retold_probability(left: Outline, right: Outline) -> float:
    """How likely one of the two reports tells the other again, or both a third, in other words."""
    features = retelling_features(left, right)
    return 0.0 if features is None else float(RETOLD.probability(np.array(features)))


def told_again_probability(left: Outline, right: Outline, own: int) -> float:
    """The same in view of the `own` plain words that the two have in common in short runs: a report told again by hand keeps
    some of its source's words, two accounts of one event have details in common but few words on end."""
    alone = retold_probability(left, right)
    if alone == 0.0 or alone >= SURELY:
        return alone
    return float(TOLD_AGAIN.probability(np.array(told_again_features(alone, own))))


def told_again_features(retold: float, own: int) -> tuple[float, float]:
    """Log odds of `retold`, and the number of words in common (logarithm)."""
    return log(max(retold, LEAST_CHANCE) / max(1 - retold, LEAST_CHANCE)), log1p(own)


def retelling_features(left: Outline, right: Outline) -> tuple[float, ...] | None:
    """How much of the one that is told again the more stands in single places of the other, and the same of the other; how
    many of its sentences have two rare details of one sentence there; whether the places come in order; its sentences
    (logarithm). None where there is too little of either, or in common.

    A word's weight is parted among the sentences that hold it: what runs through a report is its subject, no detail."""
    if min(len(left.told), len(right.told)) < LEAST:
        return None
    shared = [(column, right.place[stem]) for stem, column in left.place.items() if stem in right.place]
    if not shared:
        return None
    here, there = (np.array(columns) for columns in zip(*shared, strict=True))
    if left.weights[here].sum() < IN_COMMON * min(left.weights.sum(), right.weights.sum()):
        return None
    often = np.maximum(left.told[:, here].sum(0), right.told[:, there].sum(0))
    there_and_back = ((left, here, right, there), (right, there, left, here))
    ways = [(*_followed(*way, often), _rare_details(*way, often)) for way in there_and_back]
    share, in_order, details = max(ways)
    return share, min(ways)[0], details, in_order, log(min(len(left.told), len(right.told)))


def _rare_details(one: Outline, here: Array, other: Outline, there: Array, often: Array) -> float:
    """Share of one report's sentences that have two rare details in common with one sentence of the other."""
    common = (one.told[:, here] * (one.rare[here] & (often <= 2))) @ other.told[:, there].T
    return float((common.max(1) >= 2).mean())


def _followed(one: Outline, here: Array, other: Outline, there: Array, often: Array) -> tuple[float, float]:
    """Share of one report's weight that stands in single places (a sentence, or two) of the other, and how far the places of
    those sentences that do so for the most part come in order."""
    weights = one.weights / one.told.sum(0)
    weights[here] = one.weights[here] / often
    total = one.told @ weights
    rows = other.told[:, there]
    pairs = np.maximum(rows, np.vstack([rows[1:], rows[-1:]]))
    held = np.stack([(one.told[:, here] * weights[here]) @ places.T for places in (rows, pairs)], axis=2).reshape(len(total), -1)
    best = held.max(1)
    followed = best >= FOLLOWED * total
    return float(best.sum() / total.sum()), _in_order([int(place) // 2 for place in held.argmax(1)[followed]])


def _in_order(places: Sequence[int]) -> float:
    """The longest chain of places that do not go back, beyond its first, as a share of all; a half where nothing tells."""
    if len(places) < 3:
        return 0.5
    ends: list[int] = []
    for place in places:
        at = bisect_right(ends, place)
        ends[at : at + 1] = [place]
    return (len(ends) - 1) / (len(places) - 1)
