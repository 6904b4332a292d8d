"""Document -> Shingles: runs of words in the outlet's own voice, to find what was taken over word for word."""

from __future__ import annotations

import re
import zlib
from dataclasses import dataclass

from ..records import Document
from .bags import telling_text

RUN = 5  # words of a shingle
_WORD = re.compile(r"\w+")
_QUOTED = re.compile(r"[“\"«][^“”\"«»]{1,1500}[”\"»]")


@dataclass(frozen=True, slots=True)
class Shingles:
    """`all` runs of RUN words; `own` without quoted words (a statement may be quoted by everybody), and these in order."""

    all: frozenset[int]
    own: frozenset[int]
    own_words: tuple[str, ...]


def shingles_of(document: Document) -> Shingles:
    """Shingles of the telling text, in small letters, marks left out."""
    text = telling_text(document).lower()
    own = tuple(_WORD.findall(_QUOTED.sub(" quoted ", text)))
    return Shingles(_runs(tuple(_WORD.findall(text))), _runs(own), own)


def _runs(words: tuple[str, ...]) -> frozenset[int]:
    return frozenset(zlib.crc32(" ".join(words[i : i + RUN]).encode("utf-8", "replace")) for i in range(len(words) - RUN + 1))


def containment(left: frozenset[int], right: frozenset[int]) -> float:
    """Share of the smaller set that the larger one holds; 0 where one is empty."""
    return len(left & right) / max(1, min(len(left), len(right)))
