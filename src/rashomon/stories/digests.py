"""Document -> sections of a digest: a report that tells of several happenings one after the other (a round-up, news in brief)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from ..records import SILENT_ZONES, Document, ZoneKind
from .bags import LONGEST, bag_of, cosine

SHORTEST = 30  # words of a section that tells something; of two sections, twice as many
MOST = 30  # sections
LONGEST_PART = 0.4  # of the words: above that the report tells of one happening, and lists facts about it
ALIKE = 0.08  # mean likeness of the sections of a report on one happening, and more
# What opens another piece of news: a bullet or number, a place in capitals or before a colon, a phrase that turns away.
_OPENING = re.compile(
    r"\s*(?:[•▪■●*–-]\s+|\d{1,2}[.)]\s+"
    r"|[A-Z][A-Z .'’-]{3,30}(?:, [A-Z][\w .]{2,20})?(?:\s*\([A-Za-z ]{2,20}\))?\s*(?:[:—–]|--|\s-\s)"
    r"|[A-Z][\w .'’-]{2,24}: (?=[A-Z])"
    r"|(?i:in (?:other|brief|separate) (?:news|developments?)|elsewhere\b|in an unrelated\b))"
)
_WORD = re.compile(r"\w+")


def sections(document: Document) -> tuple[str, ...]:
    """The texts of the sections, two at least; nothing for a report on one happening."""
    counted = [(s, len(_WORD.findall(s))) for s in _sections(document)]
    counted = [(s, words) for s, words in counted if words >= SHORTEST][:MOST]
    lengths = sorted((words for _, words in counted), reverse=True)
    if len(counted) < 2 or (len(counted) == 2 and lengths[1] < 2 * SHORTEST):
        return ()
    if len(counted) > 2 and lengths[0] > LONGEST_PART * sum(lengths):
        return ()
    found = [section for section, _ in counted]
    bags = [bag_of("", section) for section in found]
    likenesses = [cosine(a.words, b.words) for a, b in combinations(bags, 2)]
    return tuple(found) if sum(likenesses) / len(likenesses) < ALIKE else ()


def _sections(document: Document) -> Iterator[str]:
    """The body cut where another piece of news may open."""
    section: list[str] = []
    for heading, paragraph in _paragraphs(document):
        if heading or _OPENING.match(paragraph):
            yield _joined(section)
            section = []
        section.append(paragraph)
    yield _joined(section)


def _paragraphs(document: Document) -> Iterator[tuple[bool, str]]:
    for zone in document.zones:
        if zone.span.start >= LONGEST:
            return
        if zone.kind in SILENT_ZONES or zone.kind in {ZoneKind.TITLE, ZoneKind.SUBJECT, ZoneKind.DECK, ZoneKind.CAPTION}:
            continue
        for line in zone.span.of(document.text).split("\n"):
            if line.strip():
                yield zone.kind is ZoneKind.SUBHEADING, line


def _joined(paragraphs: Sequence[str]) -> str:
    return " ".join(" ".join(paragraphs).split())
