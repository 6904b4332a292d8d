"""A line of a report's head or foot -> the outlet that it names, with nothing beside it but date, place and writers."""

from __future__ import annotations

import re

from .drafts import Outlet, OutletTable

_LONGEST = 100  # characters
_SOURCE = re.compile(
    r"(?:source|via|from|courtesy of|published (?:in|by)|©|\(c\)|copyright)\s*:?\s*(?:©\s*)?(?:(?:19|20)\d\d\s+)?", re.IGNORECASE
)
_PARTS = re.compile(r"\s*[|•·;]\s*|,\s+|\s+[-–—]\s+|(?<=[a-z])\s+(?=\d)")
_PLACE = re.compile(r"\s*\([^()]{3,30}\)$")  # "The Guardian (London)"
_HEADLINE = 3  # words at least
_SMALL = frozenset("in on at by and of the de del von van am um uhr le la gmt utc".split())


def outlet_of(line: str, tables: OutletTable) -> Outlet | None:
    """ "The Guardian | 4 May 2022 | Jane Roe in Lisbon", "BBC News, Lisbon", "Source: The Guardian", "© 2022 Reuters"."""
    if not 2 <= len(line) <= _LONGEST or "\n" in line or not (line[0].isupper() or line[0] in "©(s"):
        return None
    name, *beside = _PARTS.split(_SOURCE.sub("", line.strip(), count=1))
    return outlet_named(name, tables) if all(map(_is_plain, beside)) else None


def outlet_named(name: str, tables: OutletTable) -> Outlet | None:
    """By name, a place in brackets behind it apart."""
    return tables.outlet_by_name(_PLACE.sub("", name.strip(" .")))


def _is_plain(words: str) -> bool:
    """Names and figures, no sentence."""
    return all(not w[0].islower() or w.casefold() in _SMALL for w in re.findall(r"\w+", words))


def without_outlet(headline: str, tables: OutletTable) -> tuple[str, Outlet | None]:
    """ "Ministers meet - The Guardian" -> what is said, and the outlet."""
    said, mark, name = next((p for sign in (" | ", " - ", " – ", " — ") if (p := headline.rpartition(sign))[1]), ("", "", ""))
    outlet = outlet_named(name, tables) if mark and len(said.split()) >= _HEADLINE else None
    return (said.strip(), outlet) if outlet is not None else (headline, None)
