"""A PDF's page -> its lines in reading order, also where two columns were drawn row by row."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

_SAME_ROW = 3.0  # points
_FEWEST_ROWS = 5
_APART = 0.25  # of the page's width: columns begin at least so far from one another


@dataclass(frozen=True, slots=True)
class _Piece:
    """A piece of drawn text and where it begins, in points from the page's lower left corner."""

    x: float
    y: float
    text: str


def page_lines(page: Any) -> list[str]:
    """The page's lines as drawn; column by column where the drawing leaps from one column to the other in each row."""
    pieces: list[_Piece] = []

    def draw(text: str, matrix: Any, inner: Any, font: Any, size: Any) -> None:
        if text.strip():
            x, y = float(inner[4]), float(inner[5])
            at = (x * matrix[0] + y * matrix[2] + matrix[4], x * matrix[1] + y * matrix[3] + matrix[5])
            pieces.append(_Piece(*at, " ".join(text.split())))

    drawn = page.extract_text(visitor_text=draw) or ""
    starts = _columns(pieces, float(page.mediabox.width))
    if len(starts) > 1 and _leaps(pieces, starts):
        return _by_column(pieces, starts)
    return [line for line in (" ".join(raw.split()) for raw in drawn.splitlines()) if line]


def _columns(pieces: list[_Piece], width: float) -> list[float]:
    """Where columns begin: places at which many rows do, far from one another."""
    rows = len({round(p.y / _SAME_ROW) for p in pieces})
    counts = Counter(round(p.x / 5) * 5.0 for p in pieces)
    starts: list[float] = []
    for x, count in sorted(counts.items()):
        if count >= max(_FEWEST_ROWS, rows // 4) and (not starts or x - starts[-1] >= _APART * width):
            starts.append(x)
    return starts


def _column(piece: _Piece, starts: list[float]) -> int:
    return max((n for n, start in enumerate(starts) if piece.x >= start - 6), default=0)


def _leaps(pieces: list[_Piece], starts: list[float]) -> bool:
    """Whether most of what stands in a right column was drawn just after what stands beside it on the left."""
    right = leaps = 0
    for before, piece in pairwise(pieces):
        if _column(piece, starts) > 0:
            right += 1
            leaps += abs(before.y - piece.y) <= _SAME_ROW and _column(before, starts) < _column(piece, starts)
    return right >= _FEWEST_ROWS and leaps * 2 > right


def _by_column(pieces: list[_Piece], starts: list[float]) -> list[str]:
    """Above the columns, the columns from left to right, below them."""
    beside = [p.y for p in pieces if _column(p, starts) > 0]
    top, foot = max(beside) + _SAME_ROW, min(beside) - _SAME_ROW

    def place(piece: _Piece) -> tuple[int, int, float, float]:
        part = 0 if piece.y > top else 2 if piece.y < foot else 1
        return part, _column(piece, starts) if part == 1 else 0, -piece.y, piece.x

    lines: list[str] = []
    last: tuple[int, int, float] | None = None
    for piece in sorted(pieces, key=place):
        part, column, down, _ = place(piece)
        if last is not None and last[:2] == (part, column) and abs(last[2] - down) <= _SAME_ROW:
            lines[-1] = f"{lines[-1]} {piece.text}"
        else:
            lines.append(piece.text)
        last = (part, column, down)
    return lines
