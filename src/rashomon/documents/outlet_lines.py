"""A line of a report's head or foot -> the outlet that it names, with nothing beside it but date, place and writers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from .credits import wire_name
from .dates import find_days
from .drafts import Outlet, OutletTable
from .lines import bare_names, byline_names, without_days
from .press_names import is_press_name

_LONGEST = 120  # characters
_LOWER = 8  # small words of four letters and more that no line of data has
_SOURCE = re.compile(
    r"(?:sources?|via|from|courtesy of|published (?:in|by)|posted by|©|\(c\)|copyright)\s*:?\s*(?:©\s*)?(?:(?:19|20)\d\d\s+)?",
    re.IGNORECASE,
)
_LABELLED = re.compile(r"(?:source|outlet|publisher|publication|newspaper|agency|medium|media)\s*:\s*", re.IGNORECASE)
_PARTS = re.compile(r"\s*[|•·;()\[\]]\s*|,(?:\s+|$)|\s+[-–—/]+(?:\s+|$)|\s{2,}|(?<=[a-z])\s+(?=\d)")
_BY = re.compile(r"(?:by|written by|story by|reported by)\s*:?\s+", re.IGNORECASE)
# What stands around a date and tells nothing of who published it.
_AROUND_DATE = re.compile(
    r"\s*(?:\b(?:(?:first|last|originally)\s+)?(?:published|posted|updated|modified|issued|released|created|edited|revised|filed|date)\b(?:\s+(?:on|at))?\s*:?"
    r"|\b(?:on|at|am|pm|a\.m|p\.m|h|hrs|hours|uhr|gmt|utc|e[sd]?t|c[sd]t|p[sd]t|cet|cest|msk|ist|jst|bst|local time)\b\.?"
    r"|\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?|\d{1,2}[:.]\d\d(?:[:.]\d\d)?\s*(?:[ap]\.?m\b\.?)?|\d{1,2}\s?[ap]\.?m\b\.?|[-–—:,.+])\s*",
    re.IGNORECASE,
)
_DATE_LABEL = re.compile(
    r"(?:(?:first|last|originally)\s+)?(?:published|posted|updated|issued|released|created)\b(?:\s+(?:on|at|by|in))?\s*:?\s*",
    re.IGNORECASE,
)
_HOST = re.compile(r"(?P<mark>https?://)?(?P<www>[Ww]{3}\.)?(?P<host>[\w-]+(?:\.[\w-]+)*\.(?P<last>[a-z]{2,24}))(?:/[\w./-]*)?")
_COMMON = frozenset("com org net info int gov edu mil news press media online example".split())  # besides those of two letters
_PLACE = re.compile(r"\s*\([^()]{3,30}\)$")  # "The Guardian (London)"
_HEADLINE = 3  # words at least
_SMALL = frozenset("in on at by and of the de del von van am um uhr le la gmt utc".split())


@dataclass(frozen=True, slots=True)
class Source:
    """Who published a report, as a line tells it: `id` where the tables know them, else only a name or a host."""

    name: str
    id: str | None = None


def source_of(line: str, tables: OutletTable) -> Source | None:
    """ "The Guardian | 4 May 2022 | Jane Roe in Lisbon", "BBC News, Lisbon", "www.example.com", "By Jane Roe | Lake Courier | 4 May
    2022", "© 2022 Reuters". A name that no table knows counts beside a date or a writer, if it is such as the press bears."""
    if (
        not 2 <= len(line) <= _LONGEST
        or "\n" in line
        or not (line[0].isupper() or line[0].isdigit() or line[0] in "©(sv" or "." in line)
    ):
        return None
    if (whole := outlet_named(line, tables)) is not None:  # "France 24"
        return whole
    if line.count(" ") > _LOWER and sum(len(w) > 3 and w[0].islower() for w in line.split()) > _LOWER:
        return None
    labelled = _LABELLED.match(line)
    line = line[labelled.end() :] if labelled is not None else line
    days = find_days(line, True)
    told = without_days(line, days, "|") if days else _SOURCE.sub("", line.strip(), count=1)
    by, parts = _BY.match(told), [p.strip(" .") for p in _PARTS.split(told)]
    parts = [_SOURCE.sub("", _DATE_LABEL.sub("", p, count=1), count=1) for p in parts if p and not _is_of_date(p)]
    if not parts or not all(_is_plain(p) or _host(p, tables) for p in parts):
        return None
    written = by is not None or (len(parts) > 1 and bool(bare_names(parts[0])) and not is_press_name(parts[0]))
    named = next(_sources(line, parts, tables, written=written, dated=bool(days)), None)
    return named or (Source(parts[0]) if labelled is not None and is_press_name(parts[0]) else None)


def _sources(line: str, parts: list[str], tables: OutletTable, *, written: bool, dated: bool) -> Iterator[Source]:
    """Those whom the parts may name, the surest first: a host, a known name, a name of the press."""
    hosts = [found for part in parts if (found := _host(part, tables))]
    yield from hosts[:1]
    credited = written and not dated and "|" not in line  # "By Jane Roe, Reuters": whose words, not who published them
    known = [(n, found) for n, part in enumerate(parts) if (found := outlet_named(part, tables))]
    yield from (o for n, o in known if not (credited and wire_name(parts[n])) and (not n or dated or written))
    if dated or written:
        yield from (Source(part) for part in parts[1 if written else 0 :] if is_press_name(part))
    if written and dated and len(parts) > 1 and "|" in line and not bare_names(parts[1]):
        yield Source(parts[1])  # "By Jane Roe | Lakeside | 4 May 2022"


def _is_of_date(words: str) -> bool:
    return not _AROUND_DATE.sub("", words).strip()


def writers_of(line: str) -> tuple[str, ...]:
    """The people among the parts of a line that names an outlet or a date beside them."""
    told = without_days(line, find_days(line, True), "|")
    for part in (p for p in re.split(r"\s*[|•·]\s*|\s{2,}", told) if p):
        named = [n for n in byline_names(part) or () if not is_press_name(n)]
        if named:
            return tuple(named)
    return bare_names(told)


def _host(words: str, tables: OutletTable) -> Source | None:
    """ "www.example.com", "example.com", "Example.com": the outlet that publishes there, or the host itself."""
    m = _HOST.fullmatch(words.strip(" /"))
    if m is None:
        return None
    if (known := _known(tables.outlet_by_host(m["host"]))) is not None:
        return known
    first, last = m["host"].split(".", 1)[0], m["last"]
    sure = m["mark"] or m["www"] or (len(first) > 2 and (last in _COMMON or (len(last) == 2 and m["host"].islower())))
    return Source(m["host"].lower()) if sure else None


def outlet_named(name: str, tables: OutletTable) -> Source | None:
    """By name, a place in brackets behind it apart; only those that the tables know."""
    return _known(tables.outlet_by_name(_PLACE.sub("", name.strip(" ."))))


def _known(outlet: Outlet | None) -> Source | None:
    return Source(outlet.name, outlet.id) if outlet is not None else None


def _is_plain(words: str) -> bool:
    """Names and figures, no sentence."""
    return all(not w[0].islower() or w.casefold() in _SMALL for w in re.findall(r"\w+", words))


def without_outlet(headline: str, tables: OutletTable) -> tuple[str, Source | None]:
    """ "Ministers meet - The Guardian" -> what is said, and the outlet; also "... | Lake Courier", which no table knows."""
    said, mark, name = next((p for sign in (" | ", " - ", " – ", " — ") if (p := headline.rpartition(sign))[1]), ("", "", ""))
    if not mark or len(said.split()) < _HEADLINE:
        return headline, None
    source = outlet_named(name, tables) or (Source(name) if is_press_name(name) else None)
    return (said.strip(), source) if source is not None else (headline, None)
