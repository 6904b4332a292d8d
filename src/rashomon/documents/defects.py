"""Document -> the same with its defects: damage and foreign matter found in the text, as data."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator

from ..records import Defect, Document
from .defects_of_dates import date_defects
from .defects_of_furniture import furniture_defects
from .defects_of_quotes import quote_defects
from .defects_of_rewording import rewording_defects
from .defects_of_signs import sign_defects
from .defects_of_words import word_defects
from .publication import Publication

FINDERS: tuple[Callable[[Document], Iterator[Defect]], ...] = (
    furniture_defects,
    sign_defects,
    quote_defects,
    word_defects,
    rewording_defects,
)
MOST = 40  # of one kind in one document: whatever has more is told by the count of the last


def find_defects(document: Document, publication: Publication, given: tuple[Defect, ...]) -> Document:
    """`given` are those that the reader of the format found. In order of place; at most `MOST` of a kind."""
    found = [*given, *date_defects(document, publication)]
    for finder in FINDERS:
        found += finder(document)
    counts: dict[str, int] = {}
    kept = []
    for defect in sorted(set(found), key=lambda d: (d.span, d.kind, d.evidence)):
        counts[defect.kind] = counts.get(defect.kind, 0) + 1
        if counts[defect.kind] <= MOST:
            kept.append(defect)
    return dataclasses.replace(document, defects=tuple(kept))
