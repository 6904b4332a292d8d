"""Span -> Citation: the words, the sentence that holds them, and the anchor of both in the page."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ..records import Document, Reading, Span
from .marks import anchor

STOPS = (".", "!", "?", ".”", "!”", "?”", '."', '!"', '?"', ":", ".'", ".’")
CUT = " … "
CLOSING = " .,;:!?'\"’”)"


@dataclass(frozen=True, slots=True)
class Citation:
    """`before`, `exact` and `after` together are the sentence (or line) around the span."""

    letter: str
    anchor: str
    start: int
    end: int
    before: str
    exact: str
    after: str
    origin: str = ""

    @property
    def shown(self) -> str:
        """The words, with dots where they are cut out of a sentence."""
        head = self.before and not self.before.rstrip().endswith(STOPS)
        tail = self.after.strip(CLOSING) and not self.exact.rstrip().endswith(STOPS)
        return f"{'… ' * bool(head)}{self.exact}{' …' * bool(tail)}"


class Citations:
    """Makes citations and remembers which spans of which report were cited, so that the report can carry their anchors."""

    def __init__(self, readings: Sequence[Reading]) -> None:
        self._readings = {r.document.id: r for r in readings}
        self.letters = {r.document.id: report_letter(i) for i, r in enumerate(readings)}
        self.cited: dict[str, set[Span]] = {r.document.id: set() for r in readings}

    def cite(self, document: str, span: Span, origin: str = "") -> Citation:
        """The citation of a span; `origin` names the rule or model and its score."""
        reading = self._readings[document]
        self.cited[document].add(span)
        text = reading.document.text
        around = surroundings(reading, span)
        letter = self.letters[document]
        return Citation(
            letter,
            anchor(letter, span),
            span.start,
            span.end,
            text[around.start : span.start].lstrip(),
            span.of(text),
            text[span.end : around.end].rstrip(),
            origin,
        )

    def cite_pieces(self, document: str, spans: Sequence[Span], origin: str = "") -> Citation:
        """The citation of several spans as one, dots where something else stands between them; it leads to the first."""
        first, last = self.cite(document, spans[0], origin), self.cite(document, spans[-1], origin)
        if len(spans) == 1:
            return first
        text = self._readings[document].document.text
        return replace(first, exact=CUT.join(span.of(text) for span in spans), after=last.after)


def report_letter(number: int) -> str:
    """0 -> A, 25 -> Z, 26 -> AA ..."""
    letters = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def in_order(letter: str) -> tuple[int, str]:
    """What letters of reports are sorted by: AA comes after Z."""
    return len(letter), letter


def surroundings(reading: Reading, span: Span) -> Span:
    """The sentences that the span touches, else the lines."""
    first = max(0, bisect_right(reading.sentences, span.start, key=lambda s: s.span.start) - 1)
    last = bisect_left(reading.sentences, span.end, key=lambda s: s.span.start)
    touched = [s.span for s in reading.sentences[first:last] if s.span.overlaps(span)]
    if touched:
        return Span(min(span.start, touched[0].start), max(span.end, touched[-1].end))
    return _lines(reading.document, span)


def _lines(document: Document, span: Span) -> Span:
    start = document.text.rfind("\n", 0, span.start) + 1
    end = document.text.find("\n", span.end)
    return Span(start, len(document.text) if end < 0 else end)
