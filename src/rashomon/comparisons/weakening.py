"""Claim x Claim -> how likely the second weakens the first: by denial, contrast, doubt and number, and by what both are about."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from ..stories.rewordings import rewording_features
from .weights import WEAKENING

Vector = np.ndarray[Any, np.dtype[np.float32]]
Encode = Callable[[Sequence[str]], Vector]
CUES = {
    "negation": r"\b(?:not|no|never|none|nor|without|cannot|neither|nothing|nobody|\w+n['’]t)\b",
    "denial": (
        r"\b(?:den(?:y|ies|ied|ying|ial)|reject\w*|dismiss\w*|refut\w*|disput\w*|rebuff\w*|contradict\w*|debunk\w*|"
        r"false\w*|untrue|baseless|unfounded|wrong\w*|mislead\w*|lie[ds]?|lying|hoax|no evidence)\b"
    ),
    "contrast": (
        r"\b(?:but|however|although|though|despite|yet|instead|while|whereas|still|nevertheless|rather|even as|"
        r"on the other hand)\b"
    ),
    "doubt": (
        r"\b(?:alleg\w+|claim\w*|purport\w*|so-called|doubt\w*|question\w*|unclear|skeptic\w*|unproven|may|might|could|"
        r"appear\w*|seem\w*)\b"
    ),
    "criticism": (
        r"\b(?:critic\w*|condemn\w*|blast\w*|slam\w*|accus\w*|blam\w*|oppos\w*|object\w*|fail\w*|attack\w*|outrag\w*|"
        r"concern\w*)\b"
    ),
    "defence": (
        r"\b(?:defend\w*|insist\w*|support\w*|prais\w*|justif\w*|applaud\w*|welcom\w*|victory|success\w*|right to|"
        r"legal\w*|lawful\w*)\b"
    ),
    "speech": r"\b(?:said|says|told|tweet\w*|wrote|added|argu\w+|according to|called|statement)\b",
    "quotation": r"[\"“”]",
    "figure": r"\d",
    "more": r"\b(?:more|higher|increas\w*|rise|rose|rising|gain\w*|up|grow\w*|surg\w*|lead\w*)\b",
    "less": r"\b(?:less|fewer|lower|decreas\w*|fall\w*|fell|declin\w*|down|drop\w*|shrink\w*|lag\w*|only|just)\b",
}
_CUES = [re.compile(pattern, re.IGNORECASE) for pattern in CUES.values()]
LONGEST = 2_000  # characters of a claim that are looked at


def weakening_scores(pairs: Sequence[tuple[str, str]], encode: Encode) -> list[float]:
    """Probability, for each pair of claims on one topic, that the second weakens the first. Weak evidence (see the notes):
    for ranking, never for a verdict."""
    texts = list(dict.fromkeys(t for pair in pairs for t in pair))
    if not texts:
        return []
    place = {t: i for i, t in enumerate(texts)}
    vectors = encode(texts)
    rows = [pair_features(a, b, vectors[place[a]], vectors[place[b]]) for a, b in pairs]
    return [float(p) for p in WEAKENING.probability(np.array(rows, dtype=np.float32))]


def pair_features(left: str, right: str, one: Vector, other: Vector) -> tuple[float, ...]:
    """Those of `weakening_features`, then the sum of the two claims' unit vectors: what matters are fought over."""
    return (*weakening_features(left, right, float(one @ other)), *(one + other).tolist())


def weakening_features(left: str, right: str, cosine: float) -> tuple[float, ...]:
    """Likeness, then for each cue of CUES: whether the first claim has it, the second has it, just one of them has it."""
    left, right = left[:LONGEST], right[:LONGEST]
    found = [(bool(cue.search(left)), bool(cue.search(right))) for cue in _CUES]
    likeness = rewording_features(left, right, cosine)
    more, less = found[-2], found[-1]
    crossed = (more[0] and less[1]) or (less[0] and more[1])
    return (
        *(likeness[i] for i in (0, 2, 3, 7, 9)),
        *(float(x) for a, b in found for x in (a, b, a != b)),
        float(crossed),
    )
