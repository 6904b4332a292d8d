"""Spans of one report -> excerpts: the whole sentences around them, what is told and what differs marked in them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ..records import Reading, Span
from .citations import Citations, surroundings

AROUND, TOLD = 160, 420  # characters of what stands around, of what is told, from which the middle or the end is left out
WIDE = 0.7  # of its sentences: a difference that covers more of them is not lit, for it would point at nothing


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of an excerpt. `mark`: "lit" for the words in which the reports differ, "told" for the rest of what is told
    of the point, "" for what stands around it."""

    text: str
    mark: str


@dataclass(frozen=True, slots=True)
class Excerpt:
    """One or more whole sentences on end. `start` and `end` are theirs; the link opens the words in them that matter."""

    letter: str
    anchor: str
    start: int
    end: int
    pieces: tuple[Piece, ...]
    origin: str = ""

    @property
    def text(self) -> str:
        return "".join(p.text for p in self.pieces)


def find_excerpts(
    citations: Citations, reading: Reading, told: Sequence[Span], lit: Iterable[Span], origin: str
) -> tuple[Excerpt, ...]:
    """The sentences that hold the spans, in order of the text, each once; those that repeat another's words are left out."""
    around = {span: surroundings(reading, span) for span in (*told, *lit)}
    shown = [s for s in lit if s.end - s.start <= WIDE * (around[s].end - around[s].start)]
    kept: dict[str, Excerpt] = {}
    for region in joined(around.values(), reading.document.text):
        inside = [s for s in (*shown, *told) if region.holds(s)] or [region]
        pieces = tuple(_pieces(reading.document.text, region, told, shown))
        cited = citations.cite(reading.document.id, inside[0], origin)
        excerpt = Excerpt(cited.letter, cited.anchor, region.start, region.end, pieces, origin)
        kept.setdefault(" ".join(excerpt.text.split()), excerpt)
    return tuple(kept.values())


def joined(regions: Iterable[Span], text: str) -> list[Span]:
    """Regions that overlap, or that blanks alone part, as one."""
    out: list[Span] = []
    for region in sorted(set(regions)):
        gap = text[out[-1].end : region.start] if out else "\n"
        if out and not gap.strip() and "\n" not in gap:
            out[-1] = Span(out[-1].start, max(out[-1].end, region.end))
        else:
            out.append(region)
    return out


def _pieces(text: str, region: Span, told: Sequence[Span], lit: Sequence[Span]) -> Iterable[Piece]:
    edges = {region.start, region.end}
    for span in (*told, *lit):
        edges |= {min(max(edge, region.start), region.end) for edge in (span.start, span.end)}
    bounds = [Span(a, b) for a, b in pairwise(sorted(edges))]
    for bound in bounds:
        mark = "lit" if any(s.holds(bound) for s in lit) else "told" if any(s.holds(bound) for s in told) else ""
        words = bound.of(text)
        words = words.lstrip() if bound is bounds[0] else words
        words = words.rstrip() if bound is bounds[-1] else words
        if words:
            yield Piece(_shortened(words, mark, bound is bounds[0], bound is bounds[-1]), mark)


def _shortened(words: str, mark: str, first: bool, last: bool) -> str:
    """The words without what is far from the words that differ, where they are many: a gallery's captions in one line."""
    longest = {"": AROUND, "told": TOLD}.get(mark, len(words))
    if len(words) <= longest:
        return words
    head = "" if first and not last and not mark else words[: longest // 2].rpartition(" ")[0]
    tail = "" if last else words[-longest // 2 :].partition(" ")[2]
    return f"{head} … {tail}".strip() if first and last else f"{head} … {tail}"
