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
_VICE = re.compile(r"(?<=\b[Vv]ice)-(?=(?:president|premier|chancellor|minister|chair)\b)", re.IGNORECASE)
_SPACES = dict.fromkeys(map(ord, "\u00a0\u2002\u2003\u2007\u2009\u202f\t\r\n\x0b\x0c"), " ")
_WORD = re.compile(r"[^\W\d_]{2,}")
_CAPITALS = re.compile(r"\b[^\W\d_]+\b(?!\.\w)(?<!\.\w)")
SHOUTED = 4  # words in capitals that make a text all in capitals
_SAME_WIDTH = _SPACES | {0x2018: "'", 0x2019: "'", 0x201B: "'", 0xAD: " "}


@dataclass(frozen=True, slots=True)
class Normalised:
    """`text` for the parser; `origin[i]` is the offset in the kept text of its character i (one entry more than `text`);
    `written` is `text` in the letters of the kept text, which differ where that is all in capitals."""

    text: str
    origin: tuple[int, ...] | range
    written: str

    def span(self, start: int, end: int) -> Span:
        """The span of the kept text behind characters start..end (start < end) of the normalised one."""
        return Span(self.origin[start], self.origin[end - 1] + 1)


def normalise(text: str, start: int, end: int) -> Normalised:
    """Normalises `text[start:end]`: white space to blanks, typographic apostrophes to ASCII, a blank after glued closing quotes
    and before glued opening ones, "vice-president" in two words as the parser knows it; what is all in capitals to small letters,
    in which the parser knows verbs from names."""
    piece = _VICE.sub(" ", text[start:end].translate(_SAME_WIDTH))
    cuts = list(_cuts(piece))
    if not cuts:
        return Normalised(_uncapitalised(piece), range(start, end + 1), piece)
    parts: list[str] = []
    origin: list[int] = []
    last = 0
    for cut in cuts:
        parts += [piece[last:cut], " "]
        origin += [*range(start + last, start + cut), start + cut - 1]
        last = cut
    parts.append(piece[last:])
    origin += range(start + last, end + 1)
    written = "".join(parts)
    return Normalised(_uncapitalised(written), tuple(origin), written)


def _uncapitalised(piece: str) -> str:
    """The piece in small letters, but for initials with points ("U.S."), if four or more words are nearly all in capitals."""
    words = _WORD.findall(piece)
    if len(words) < SHOUTED or sum(w.isupper() for w in words) < 0.8 * len(words):
        return piece
    return _CAPITALS.sub(lambda m: "".join(c.lower() if len(c.lower()) == 1 else c for c in m.group()), piece)


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
