"""Kept text -> the text that the parser is given, with a map back to the original offsets.

The parser was trained on clean newswire: a glued quotation mark or a no-break space costs it a token and often the speaker.
We mend a copy, never the kept text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ..records import Span

# A quotation mark between two words without a blank: `path,”Stoltenberg urged`, `she said,“Look`.
_GLUED = re.compile(r"(?<=[.,!?;:\w])[”»“«](?=\w)|(?<=[.,!?;:])\"(?=\w)")
_OPENING, _CLOSING = frozenset("“«"), frozenset("”»")
_SPACES = dict.fromkeys(map(ord, "\u00a0\u2002\u2003\u2007\u2009\u202f\t\r\n\x0b\x0c"), " ")
_SAME_WIDTH = _SPACES | {0x2018: "'", 0x2019: "'", 0x201B: "'", 0xAD: " "}


@dataclass(frozen=True, slots=True)
class Normalised:
    """`text` for the parser; `origin[i]` is the offset in the kept text of its character i (one entry more than `text`)."""

    text: str
    origin: tuple[int, ...] | range

    def span(self, start: int, end: int) -> Span:
        """The span of the kept text behind characters start..end (start < end) of the normalised one."""
        return Span(self.origin[start], self.origin[end - 1] + 1)


def normalise(text: str, start: int, end: int) -> Normalised:
    """Normalises `text[start:end]`: white space to blanks, typographic apostrophes to ASCII, a blank after glued closing quotes
    and before glued opening ones."""
    piece = text[start:end].translate(_SAME_WIDTH)
    cuts = list(_cuts(piece))
    if not cuts:
        return Normalised(piece, range(start, end + 1))
    parts: list[str] = []
    origin: list[int] = []
    last = 0
    for cut in cuts:
        parts += [piece[last:cut], " "]
        origin += [*range(start + last, start + cut), start + cut - 1]
        last = cut
    parts.append(piece[last:])
    origin += range(start + last, end + 1)
    return Normalised("".join(parts), tuple(origin))


def _cuts(piece: str) -> Iterator[int]:
    """Where a blank is missing; a straight mark opens or closes by the number of those before it."""
    counted = straight = 0
    for m in _GLUED.finditer(piece):
        at, mark = m.start(), m.group()
        straight += piece.count('"', counted, at)
        counted = at
        if mark in _OPENING or (mark == '"' and straight % 2 == 0):
            yield at
        elif mark in _CLOSING or (piece[at - 1] not in ";:" and piece[at + 1].isupper()):
            yield at + 1
