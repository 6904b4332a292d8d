"""Points told by one report -> what it alone tells: passages, what nothing in the others resembles before what may stand there."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from ..comparisons.shelves import Shelf, shelf_of
from ..records import Comparison, EventType, Reading, Span, ToldBy, ZoneKind
from .citations import STOPS, Citation, Citations
from .drafts import told_spans
from .excerpts import joined

MOST = 6  # passages of a report that are shown at once
BESIDE = {ZoneKind.CAPTION, ZoneKind.SUBHEADING}  # they mostly say again what the text says
_CHAT = {"you", "your", "we", "us", "our", "thank", "thanks"}
_SAID = {EventType.STATEMENT, EventType.POSITION}


@dataclass(frozen=True, slots=True)
class Lone:
    """What one report alone tells: `first` are the weightiest passages of which the others have nothing like, `further` the rest
    of these; `perhaps` are those that others may tell in other words. Each in the order of the text. `chief` is the weightiest
    that is no fragment."""

    letter: str
    chief: Citation | None
    first: tuple[Citation, ...]
    further: tuple[Citation, ...]
    perhaps: tuple[Citation, ...]

    def __len__(self) -> int:
        return len(self.first) + len(self.further) + len(self.perhaps)


def find_lone_points(comparison: Comparison, reading: Reading, citations: Citations) -> Lone:
    """What `reading` alone tells; sentences on end are one passage."""
    document = reading.document
    alone = [p for p in comparison.points if p.told_by is ToldBy.ONE and p.accounts[0].document == document.id]
    told = {
        s: not p.perhaps and document.zone_at(s.start) not in BESIDE for p in alone for s in told_spans(document, p.accounts[0])
    }
    own = _once(document.text, sorted(told))
    sure = joined((s for s in own if told[s]), document.text)
    shelf = shelf_of(reading)
    weighty = sorted(sure, key=lambda s: -_weight(shelf, s))[:MOST]
    first, further = sorted(weighty), [s for s in sure if s not in weighty]
    perhaps = joined((s for s in own if not told[s]), document.text)
    rule = alone[0].rule if alone else ""
    whole = [s for s in weighty if s.of(document.text).rstrip().endswith(STOPS)]
    chief = citations.cite(document.id, whole[0], rule) if whole else None
    cited = (tuple(citations.cite(document.id, s, rule) for s in spans) for spans in (first, further, perhaps))
    return Lone(citations.letters[document.id], chief, *cited)


def _once(text: str, spans: Sequence[Span]) -> list[Span]:
    """The spans without those that repeat the words of one before."""
    kept: dict[str, Span] = {}
    for span in spans:
        kept.setdefault(" ".join(span.of(text).split()), span)
    return list(kept.values())


def _weight(shelf: Shelf, span: Span) -> float:
    """How much a passage brings: acts, actors, figures, somebody's word; of equals what stands further up. What people of the
    outlet say to one another and to the reader weighs less."""
    reading = shelf.reading
    first = max(0, bisect_right(shelf.starts, span.start) - 1)
    sentences = reading.sentences[first : bisect_left(shelf.starts, span.end)]
    tokens = [t for s in sentences for t in s.tokens if span.holds(t.span)]
    acts = sum(span.overlaps(e.span) and e.type not in _SAID for s in sentences for e in shelf.told.get(s.index, ()))
    actors = {a for s in sentences for m in shelf.mentions.get(s.index, ()) if span.holds(m.span) for a in m.actors}
    chat = any(t.text.lower() in _CHAT for t in tokens)
    figures = sum(t.pos == "NUM" for t in tokens)
    words = any(span.overlaps(c) for s in sentences for a in shelf.spoken.get(s.index, ()) for c in a.content)
    place = span.start / max(1, len(reading.document.text))
    return 2 * min(acts, 2) + min(len(actors), 3) + min(figures, 2) + words - 3 * (chat and not words) + 1 - place
