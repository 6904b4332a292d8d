"""Cited spans -> a report's text cut into segments, so that a link lights up exactly its span with scripts off.

All segments and anchors of a report are siblings. Each cited span has an anchor before its first segment, and one CSS rule
`#anchor:target ~ .segment` that colours its segments: spans may overlap and nest, which elements may not.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from itertools import pairwise

from ..records import Document, Span


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of text with the same marks. `anchors` start here; `classes` are CSS classes."""

    text: str
    anchors: tuple[str, ...]
    classes: tuple[str, ...]


def anchor(letter: str, span: Span) -> str:
    """The id of a cited span in the page: `A-12-45`."""
    return f"{letter}-{span.start}-{span.end}"


def segments(document: Document, letter: str, cited: Collection[Span]) -> tuple[list[Segment], list[str]]:
    """The segments of the whole text, and the CSS selectors that light up the spans when they are the link's target."""
    text = document.text
    cited = sorted({s for s in cited if 0 <= s.start < s.end <= len(text)})
    damaged = sorted({d.span for d in document.defects if d.span.start < d.span.end})
    edges = {0, len(text)}
    for span in (*cited, *damaged, *(z.span for z in document.zones)):
        edges |= {max(0, span.start), min(len(text), span.end)}
    bounds = [Span(a, b) for a, b in pairwise(sorted(edges))]
    starts = {b.start: i for i, b in enumerate(bounds)}
    anchors: dict[int, list[str]] = {}
    rules: list[str] = []
    touched: set[int] = set()
    for span in cited:
        first = last = starts[span.start]
        while last + 1 < len(bounds) and bounds[last + 1].end <= span.end:
            last += 1
        anchors.setdefault(first, []).append(anchor(letter, span))
        touched.update(range(first, last + 1))
        rules += [f"#{anchor(letter, span)}:target~.{letter}{i}" for i in range(first, last + 1)]
    return [_segment(document, letter, i, b, anchors.get(i, []), i in touched, damaged) for i, b in enumerate(bounds)], rules


def _segment(
    document: Document, letter: str, number: int, bound: Span, anchors: list[str], cited: bool, damaged: list[Span]
) -> Segment:
    classes = [f"{letter}{number}", "cited"] if cited else []
    if any(d.holds(bound) for d in damaged):
        classes.append("damaged")
    zone = document.zone_at(bound.start)
    if zone is not None:
        classes.append(f"zone-{zone.value}")
    return Segment(bound.of(document.text), tuple(anchors), tuple(classes))
