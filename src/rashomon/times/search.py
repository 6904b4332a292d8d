"""Text -> candidates: where an expression of time may stand, the longest reading of each place first."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from .lexicon import TRIGGERS
from .patterns import CLOCK_AFTER, NUMERIC_AFTER, PATTERNS, Pattern

AROUND = 48  # characters looked at on each side of a trigger: the longest patterns fit
_WORD = re.compile(r"[A-Za-z]+|\d+")
_EDGE = re.compile(r"\w{0,40}")
_NARROW = str.maketrans({"\u00a0": " ", "\u202f": " ", "\u2009": " ", "’": "'", "‘": "'"})
_LOWER_ALONE = re.compile(r"\b(?:may|march|mar|sun|sat|mon|wed|dec|jan)\b(?!\.?\s*\d)|\b(?:may|march)\b")
Candidate = tuple[int, int, Pattern, "re.Match[str]"]


def narrow_text(text: str) -> str:
    """The text with typographic blanks and apostrophes made plain; every offset stays."""
    return text.translate(_NARROW)


def find_candidates(text: str) -> list[list[Candidate]]:
    """Knots of overlapping matches in order of the text, the best match of each knot first."""
    found: list[Candidate] = []
    windows = _windows(text)
    seen: set[tuple[int, int, str]] = set()
    for pattern in PATTERNS:
        for kind in pattern.kinds:
            for start, end in windows.get(kind, ()):
                for m in pattern.regex.finditer(text, start, end):
                    key = (m.start(), m.end(), pattern.name)
                    if m.end() > m.start() and key not in seen and not _miswritten(m):
                        seen.add(key)
                        found.append((m.start(), m.end(), pattern, m))
    return list(_knots(found))


def _miswritten(m: re.Match[str]) -> bool:
    """ "may" and "march" in small letters are no months, "sun" and "sat" no days."""
    groups = m.groupdict()
    words = [groups.get(k) for k in ("month", "month2", "weekday", "weekday2", "weekday3")]
    return any(word and word[0].islower() and _LOWER_ALONE.search(word) for word in words)


def _windows(text: str) -> dict[str, list[tuple[int, int]]]:
    """Kind of trigger -> stretches of text to search, in order, cut at words, merged where they touch."""
    windows: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for kind, start, end in _triggers(text):
        first, last = max(0, start - AROUND), min(len(text), end + AROUND)
        if first and (edge := _EDGE.match(text, first)):
            first = min(edge.end(), start)
        if edge := _EDGE.match(text, last):
            last = edge.end()
        stretches = windows[kind]
        if stretches and first <= stretches[-1][1]:
            stretches[-1] = (stretches[-1][0], max(last, stretches[-1][1]))
        else:
            stretches.append((first, last))
    return windows


def _triggers(text: str) -> Iterator[tuple[str, int, int]]:
    for m in _WORD.finditer(text):
        word = m[0]
        if word[0].isdigit():
            yield from ((kind, m.start(), m.end()) for kind in _number_kinds(text, word, m.start(), m.end()))
        elif (kind := TRIGGERS.get(word.lower())) is not None:
            yield kind, m.start(), m.end()
        elif word in {"Q", "H"} and text[m.end() : m.end() + 1].isdigit():
            yield "quarter", m.start(), m.end()


def _number_kinds(text: str, word: str, start: int, end: int) -> Iterator[str]:
    if len(word) == 4 and word[0] in "12":
        yield "year"
    if len(word) in {2, 4} and word[-1] == "0" and text[end : end + 2].lstrip("'")[:1] == "s":
        yield "decade"
    if len(word) in {1, 2, 4} and CLOCK_AFTER.match(text, end):
        yield "clock"
    if len(word) in {1, 2, 4} and NUMERIC_AFTER.match(text, end):
        yield "numeric"
    if len(word) <= 2 and text[end : end + 2].lower() in {"st", "nd", "rd", "th"}:
        yield "ordinal"
    if len(word) == 2 and start and text[start - 1] == "'":
        yield "short"
    if text[start - 1 : start] in {"Q", "H"} and start:
        yield "quarter"


def _knots(found: list[Candidate]) -> Iterator[list[Candidate]]:
    """Knots of overlapping candidates, in order of the text; within each the longest first, then the pattern listed first."""
    order = {id(pattern): n for n, pattern in enumerate(PATTERNS)}
    found.sort(key=lambda c: c[0])
    knot: list[Candidate] = []
    reach = -1
    for candidate in found:
        if candidate[0] >= reach and knot:
            yield sorted(knot, key=lambda c: (c[0] - c[1], order[id(c[2])]))
            knot = []
        knot.append(candidate)
        reach = max(reach, candidate[1])
    if knot:
        yield sorted(knot, key=lambda c: (c[0] - c[1], order[id(c[2])]))
