"""Kept text -> the text that the parser is given, with a map back to the original offsets.

The parser was trained on clean newswire: a glued closing quotation mark or a no-break space costs it a token and often the
speaker. We mend a copy, never the kept text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..records import Span

# A closing quotation mark glued to the next word: `path,”Stoltenberg urged`.
_GLUED = re.compile(r"(?<=[.,!?;:\w])([”»])(?=\w)|(?<=[.,!?])(\")(?=[A-Z])")
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
    """Normalises `text[start:end]`: white space to blanks, typographic apostrophes to ASCII, a blank after glued quotes."""
    piece = text[start:end].translate(_SAME_WIDTH)
    cuts = [m.end() for m in _GLUED.finditer(piece)]
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
