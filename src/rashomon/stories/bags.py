"""Document -> Bag: its telling text as weighted words and names. Weights rest on a fixed table of how common a word is, so
that they are the same for two reports and for a million, in whatever order they come."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from math import log, sqrt

from ..records import SILENT_ZONES, Document
from .commonness import RAREST, SHARE

LONGEST = 20_000  # characters of a report that are looked at: what comes later is not what it is about
LEAD = 700  # characters that are encoded
TOO_COMMON = 0.5
NAME_LIKE = 0.25  # a word more common than this is no name, though it may stand in capitals
WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|\d(?:[\d,.:]*\d)?")
POSSESSIVE = re.compile(r"['’]s?$")
STEM = re.compile(r"(?:ing|edly|ed|es|s|ly|tion|ment)$")


@dataclass(frozen=True, slots=True)
class Bag:
    """Unit-length weights of words and of names."""

    words: Mapping[str, float]
    names: Mapping[str, float]


def telling_text(document: Document) -> str:
    """The text without the page's furniture; the whole text where no zone tells."""
    parts = [z.span.of(document.text) for z in document.zones if z.kind not in SILENT_ZONES]
    text = "\n".join(parts) if parts else document.text
    return text[:LONGEST]


def lead(document: Document, text: str) -> str:
    """Title and beginning: what a report is about."""
    title = document.title.strip()
    start = " ".join(text[: 2 * LEAD].split())
    return (start if not title or start.startswith(title[:40]) else f"{title}. {start}")[:LEAD]


def bag_of(title: str, text: str) -> Bag:
    """The bag of a report's title and telling text."""
    words: Counter[str] = Counter()
    names: Counter[str] = Counter()
    for m in WORD.finditer(f"{title} . {text}"):
        word = POSSESSIVE.sub("", m[0].lower())
        share = SHARE.get(word, RAREST)
        if share < TOO_COMMON and len(word) > 1:
            words[word] += 1
            if m[0][0].isupper() and share < NAME_LIKE:
                names[word] += 1
    return Bag(_unit(words), _unit(names))


def _unit(counts: Counter[str]) -> dict[str, float]:
    weights = {w: (1 + log(c)) * -log(SHARE.get(w, RAREST)) for w, c in counts.items()}
    length = sqrt(sum(v * v for v in weights.values())) or 1.0
    return {w: v / length for w, v in weights.items()}


def cosine(left: Mapping[str, float], right: Mapping[str, float]) -> float:
    """Cosine of two unit-length bags."""
    if len(left) > len(right):
        left, right = right, left
    return sum(v * right[w] for w, v in left.items() if w in right)
