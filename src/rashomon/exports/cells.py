"""What the rows of a dossier are made of: cells of citations, one report each."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from .citations import Citation

_WORD = re.compile(r"\w+|\|")
SLOTS = {
    "number": "How many",
    "date": "When",
    "place": "Where",
    "actor": "Who",
    "recipient": "To whom",
    "status": "How far it has come",
    "attribution": "On whose word",
    "cause": "Why",
}


@dataclass(frozen=True, slots=True)
class Cell:
    """What one report tells in one row; `same` are the first citations of those that tell it in the same words."""

    letter: str
    citations: tuple[Citation, ...]
    note: str = ""
    same: tuple[Citation, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """`silent` are the letters of the reports that could have told this and do not."""

    title: str
    cells: tuple[Cell, ...]
    reason: str = ""
    hard: bool = False
    label: str = ""
    silent: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Statement:
    """`chain` are those on whose word the speaker is quoted, the outermost first."""

    speaker: str
    force: str
    content: Citation
    chain: tuple[str, ...]
    quoted: bool


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the chronology."""

    when: str
    label: str
    citation: Citation


def unlike(citations: Iterable[Citation]) -> tuple[Citation, ...]:
    """Without those that repeat the words of one before: a headline that comes again, the same phrase twice."""
    kept: dict[str, Citation] = {}
    for citation in citations:
        kept.setdefault(" ".join(citation.exact.split()), citation)
    return tuple(kept.values())


def folded(cells: Iterable[Cell]) -> tuple[Cell, ...]:
    """With those that tell a thing in the same words, in sentences of the same words, as one cell: copies say it once."""
    kept: dict[tuple[tuple[str, ...], ...], Cell] = {}
    for cell in cells:
        key = tuple(_wording(c) for c in cell.citations)
        first = kept.setdefault(key, cell)
        if first is not cell:
            kept[key] = replace(first, same=(*first.same, cell.citations[0]))
    return tuple(kept.values())


def _wording(citation: Citation) -> tuple[str, ...]:
    """The words of the sentence, with a bar at the edges of what is cited."""
    return tuple(_WORD.findall(f"{citation.before}|{citation.exact}|{citation.after}".lower()))


def origin(rule: str, score: float) -> str:
    """The rule or model behind a citation, with its score; "" where there is none."""
    return f"{rule}, {score:.2f}" if rule else ""
