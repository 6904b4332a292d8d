"""Text x text -> passages: runs of words that stand in both, and whose voice they are in."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ..attributions.quotations import find_quotations
from ..records import SILENT_ZONES, Document, Span
from .bags import LONGEST

RUN = 5  # words of the shortest passage
SAME = 0.9  # share of the longer text in common from which two are one text: nobody printed it in parts or added to it
PLACES = 4  # places of a run in the other text that are tried
_WORD = re.compile(r"\w+")
_BLOCK = re.compile(r"[^\n]+")


@dataclass(frozen=True, slots=True)
class Wording:
    """A document's words in small letters, whether each stands in quotation marks, whether each is a plain word of the outlet's
    own (no name, no figure: these everybody writes alike), and where each run of RUN words begins."""

    words: tuple[str, ...]
    quoted: tuple[bool, ...]
    plain: tuple[bool, ...]
    runs: dict[int, tuple[int, ...]]


@dataclass(frozen=True, slots=True)
class Passage:
    """`length` words on end in both texts. `own` of them are plain words of the outlet's own in both; `lifted_left` are quoted in
    the left text but the right one's own voice, `lifted_right` the other way."""

    length: int
    own: int
    lifted_left: int
    lifted_right: int


def wording_of(document: Document) -> Wording:
    """The telling text's words (without the page's furniture)."""
    text = document.text[:LONGEST]
    zones = [z.span for z in document.zones if z.kind not in SILENT_ZONES and z.span.start < len(text)]
    blocks = [
        Span(m.start(), m.end()) for zone in zones or [Span(0, len(text))] for m in _BLOCK.finditer(text, zone.start, zone.end)
    ]
    quotations = [q.inner for q in find_quotations(text, blocks)]
    found = [m for block in blocks for m in _WORD.finditer(text, block.start, block.end)]
    written = [m[0] for m in found]
    words = [word.lower() for word in written]
    quoted = _stand_inside(found, quotations) if quotations else [False] * len(found)
    plain = [not inside and word[0].islower() for word, inside in zip(written, quoted, strict=True)]
    runs: dict[int, tuple[int, ...]] = {}
    for i, run in enumerate(zip(*(words[n:] for n in range(RUN)), strict=False)):
        key = hash(run)  # of this process only: wordings are never kept
        places = runs.get(key, ())
        if len(places) < PLACES:
            runs[key] = (*places, i)
    return Wording(tuple(words), tuple(quoted), tuple(plain), runs)


def _stand_inside(found: Sequence[re.Match[str]], spans: Sequence[Span]) -> list[bool]:
    """Of each word whether it stands in one of the spans; both in the order of the text."""
    inside, at = [], 0
    for m in found:
        start = m.start()
        while at < len(spans) and spans[at].end <= start:
            at += 1
        inside.append(at < len(spans) and spans[at].start <= start)
    return inside


def common_passages(left: Wording, right: Wording) -> tuple[Passage, ...]:
    """The longest passages in common, in the order of the left text; they do not overlap there."""
    starts: dict[int, tuple[int, ...]] = {}
    for key, places in left.runs.items():
        others = right.runs.get(key)
        if others is not None:
            for place in places:
                starts[place] = others
    found: list[Passage] = []
    past = 0
    for i in sorted(starts):
        if i >= past:
            length, j = max((_length(left, right, i, j), j) for j in starts[i])
            if length >= RUN:
                found.append(_passage(left, right, i, j, length))
                past = i + length
    return tuple(found)


def are_one_text(left: Wording, right: Wording, passages: Sequence[Passage]) -> bool:
    """Whether two texts are the same from end to end but for a few words."""
    return sum(p.length for p in passages) >= SAME * max(1, len(left.words), len(right.words))


def _length(left: Wording, right: Wording, i: int, j: int) -> int:
    most = min(len(left.words) - i, len(right.words) - j)
    return next((n for n in range(most) if left.words[i + n] != right.words[j + n]), most)


def _passage(left: Wording, right: Wording, i: int, j: int, length: int) -> Passage:
    voices = list(zip(left.quoted[i : i + length], right.quoted[j : j + length], strict=True))
    plain = zip(left.plain[i : i + length], right.plain[j : j + length], strict=True)
    own = sum(a and b for a, b in plain)
    return Passage(length, own, sum(a and not b for a, b in voices), sum(b and not a for a, b in voices))
