"""A page's tree -> the date that a reader sees beside the headline, or in an element named as a date; None where there is none."""
# ruff: noqa: E501 (patterns are kept whole)

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Any
from urllib.parse import urlsplit

from ..records import DateEvidence, When
from .date_lines import Label, label_of, read_date_line
from .dates import day_when, find_days, interval_when, read_stamp, slashed_order
from .own_weeks import is_prose
from .page_heads import own_address, words_of
from .page_pieces import Headline, Piece, find_headline, find_pieces, in_site_head, is_elsewhere, is_of_something_else

_DATED = re.compile(
    r"(?:^|[-_ ])(?:date\d?|datum|dateline|published|publish-?date|pubdate|posted(?:-on)?|entry-date|submitted|timestamp|time|post-?date|article-?date|byline|(?:post-?|entry-?)?meta(?:data)?|updated)(?:$|[-_ ])",
    re.IGNORECASE,
)
_DATE_LABEL = re.compile(
    r"(?:date|datum|published|publication date|date published|posted|veröffentlicht|erschienen|fecha|data|publié|дата)(?: on| am| le)?\W*",
    re.IGNORECASE,
)
_CHANGED_CLASS = re.compile(r"updat|modif", re.IGNORECASE)
_MADE_CLASS = re.compile(r"publi|created|posted|entry-date", re.IGNORECASE)
_FAR_BELOW, _FAR_ABOVE, _BESIDE = 700, 250, 40  # characters of visible text between headline and date
_PROSE = 90  # characters of a paragraph
_UPDATE_BELOW = 250  # further down, a day of change is that of the page, not told as the article's
_MONTH_FIRST_CLOCK = re.compile(r"\b(?:E[SD]T|P[SD]T|C[SD]T)\b")
_DAY_FIRST_HOSTS = (".uk", ".au", ".in", ".nz", ".ie", ".za", ".pk", ".ng", ".ke", ".sg", ".my", ".eu", ".bd", ".lk", ".gh")
_MONTH_FIRST_PLACES = ("us", "ph", "pr", "gu")
_LISTS_REACH = 4000  # characters behind the headline among which other elements of one kind are looked for
_LABELLED = 24  # characters in front of a date that may tell what it is
_HEADINGS = frozenset(("h2", "h3", "h4", "h5", "h6"))
_LISTED = 3  # different days in elements of one kind: a list of other reports


@dataclass(frozen=True, slots=True)
class Shown:
    """The evidence and the visible words that tell it."""

    evidence: DateEvidence
    words: str


@dataclass(frozen=True, slots=True)
class _Told:
    """A date that was read: its When, the visible words, and whether these say that it is the last change's."""

    when: When
    text: str
    words: str
    changed: bool


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads dates as this page writes them. `stated`: the days of its metadata; `day_first`: how it writes slashed dates."""

    stated: frozenset[date]
    day_first: bool

    def read(self, text: str, before: str = "") -> _Told | None:
        """`before`: what stands in front of the text, maybe "Updated"."""
        if not 6 <= len(text) <= 90 or not any(c.isdigit() for c in text):
            return None
        label = label_of(before)
        stamp = read_stamp(text, "explicit", "shown_dates") if text[:4].isdecimal() else None
        if stamp is not None:
            return None if label is Label.OTHER else _Told(stamp, text, text, label is Label.CHANGED)
        line = read_date_line(text, self.day_first)
        other = read_date_line(text, not self.day_first) if line is not None and line.day not in self.stated else None
        line = other if other is not None and other.day in self.stated else line
        if line is None or (label is Label.OTHER and line.start < 4):
            return None
        changed = line.changed or (label is Label.CHANGED and line.start < 4)
        return _Told(day_when(line.day, "explicit", "shown_dates"), text, text, changed)


def shown_date(tree: Any, title: str, stated: frozenset[date], address: str | None) -> Shown | None:
    """The date nearest to the headline; else the first in an element that is named as a date and is none of a list."""
    pieces = list(find_pieces(tree))
    reader = _Reader(stated, _is_day_first(tree, pieces, address))
    headline = find_headline(pieces, title)
    near = min(_candidates(pieces, headline, reader), key=lambda c: c[:2], default=None) if headline else None
    return near[2] if near is not None else _labelled(pieces, reader) or _named(tree, reader)


def _shown(told: _Told, rule: str, score: float, *, bound: bool) -> Shown:
    """`bound`: the day is only the latest on which the page can have been published."""
    when = told.when
    if bound and when.latest is not None:
        return Shown(DateEvidence("date-line", told.text, interval_when(None, when.latest, "explicit", f"{rule}-changed", 0.4)), "")
    score = 0.5 if told.changed else score
    dated = When(when.value, when.edtf, when.earliest, when.latest, when.precision, "explicit", rule, score)
    return Shown(DateEvidence("date-line", told.text, dated), told.words)


def _is_day_first(tree: Any, pieces: list[Piece], address: str | None) -> bool:
    """How the page writes 04/05/2022: as its other dates show, else as its country and language do."""
    order = slashed_order("\n".join(p.text for p in pieces if "/" in p.text and len(p.text) <= 90))
    if order is not None:
        return order
    places = [str(v).lower().replace("_", "-") for v in tree.xpath("/html/@lang | //meta[@property='og:locale']/@content")]
    if any(place.rsplit("-", 1)[-1] in _MONTH_FIRST_PLACES for place in places if "-" in place):
        return False
    english = not places or any(place == "en" for place in places)
    host = (urlsplit(own_address(tree) or address or "").hostname or "") if english else ""
    if not host or host.endswith(_DAY_FIRST_HOSTS):
        return not any(_MONTH_FIRST_CLOCK.search(p.text) for p in pieces if "/" in p.text and len(p.text) <= 90)
    return not host.endswith((".com", ".org", ".net", ".gov", ".us", ".edu"))


def _labelled(pieces: list[Piece], reader: _Reader) -> Shown | None:
    """ "Date" in an element of its own and the date behind it, wherever they stand."""
    for label, piece in pairwise(pieces):
        if len(label.text) <= 24 and _DATE_LABEL.fullmatch(label.text) and not is_elsewhere(piece.element):
            told = reader.read(piece.text)
            if told is not None and not told.changed:
                return _shown(told, "shown_dates.labelled", 0.8, bound=False)
    return None


def _named(tree: Any, reader: _Reader) -> Shown | None:
    """The first date in an element named as one; a day of change only bounds the day."""
    found: list[tuple[str, _Told, bool]] = []
    for element in tree.xpath(
        "//time | //*[contains(@class, 'dat') or contains(@class, 'publish') or contains(@class, 'post') or contains(@class, 'submitted') or contains(@class, 'time') or contains(@id, 'date')]"
    )[:90]:
        names = f"{element.get('class', '')} {element.get('id', '')}"
        if (
            (element.tag != "time" and not _DATED.search(names))
            or is_elsewhere(element)
            or is_of_something_else(element, frozenset())
        ):
            continue
        words = words_of(element.text_content())
        told = reader.read(element.get("datetime") or element.get("title") or words, _before(element)) or reader.read(words)
        if told is not None:
            found.append((f"{element.tag} {names}", _Told(told.when, told.text, words, told.changed), _changed_by_name(element)))
    days: dict[str, set[date | None]] = {}
    for kind, told, _ in found:
        days.setdefault(kind, set()).add(told.when.earliest)
    single = [(told.changed, named, number, told) for number, (kind, told, named) in enumerate(found) if len(days[kind]) < _LISTED]
    chosen = min(single, key=lambda s: s[:3])[3] if single else None
    return _shown(chosen, "shown_dates.named", 0.8, bound=chosen.changed) if chosen is not None else None


def _before(element: Any) -> str:
    """The words just in front of an element, in the element around it."""
    earlier = element.getprevious()
    if earlier is not None:
        return words_of(earlier.tail) or words_of(earlier.text_content() if isinstance(earlier.tag, str) else None)[-40:]
    parent = element.getparent()
    return words_of(parent.text) if parent is not None else ""


def _changed_by_name(element: Any) -> bool:
    names = f"{element.get('class', '')} {element.get('itemprop', '')}"
    return _CHANGED_CLASS.search(names) is not None and _MADE_CLASS.search(names) is None


def _candidates(pieces: list[Piece], headline: Headline, reader: _Reader) -> Iterator[tuple[float, int, Shown]]:
    """(rank, number, what is shown) of each date around the headline; the lowest rank is the surest."""
    begin, end = headline.begin, headline.end
    told_at = _prose_told(pieces, end)
    for number, piece in enumerate(pieces):
        if piece.at < begin - _FAR_ABOVE or piece.at > end + _FAR_BELOW or not any(c.isdigit() for c in piece.text):
            continue
        above = pieces[number - 1] if number else piece
        in_headline = begin <= above.at < end  # "Ministers miss deadline" is no label of the date below it
        before = "" if above is piece or above.machine or in_headline else above.text[-45:]
        told = reader.read(piece.text, before) if find_days(piece.text, True) else _read_around(piece, reader)
        if told is None:
            continue
        inside = begin <= piece.at < end and any(
            a.tag in ("h1", "h2", "h3") for a in (piece.element, *piece.element.iterancestors())
        )
        distance: float = begin - piece.at if piece.at < begin else max(0, piece.at - end)
        if distance > _BESIDE and is_elsewhere(piece.element, headline.around):
            continue
        said = Label.PUBLISHED in (label_of(piece.text[:_LABELLED]), label_of(before))
        if piece.at < begin and not said and not _is_above(piece, headline):
            continue
        if piece.at > told_at and not said:
            continue
        if is_of_something_else(piece.element, headline.around):
            continue
        if (distance > _BESIDE or piece.element.tag in _HEADINGS) and _is_listed(piece, pieces, end + _LISTS_REACH, reader):
            continue
        words = words_of(piece.element.text_content()) if piece.machine else told.words
        changed = told.changed or (piece.machine and (_says_changed(words) or _changed_by_name(piece.element)))
        rank = distance * (2 if piece.at < begin else 1) + 1000 * changed + 2000 * inside
        told = _Told(told.when, told.text, words, changed)
        yield (
            rank,
            number,
            _shown(told, "shown_dates.beside-headline", 0.5 if inside else 1.0, bound=changed and distance > _UPDATE_BELOW),
        )


def _is_above(piece: Piece, headline: Headline) -> bool:
    """In the report itself, not in what the site shows above all of its pages (the day of the visit, the weather)."""
    inside = headline.report in (piece.element, *piece.element.iterancestors())
    return inside and not in_site_head(piece.element, headline.around)


def _prose_told(pieces: list[Piece], end: int) -> int:
    """Where the second paragraph behind the headline ends: behind it stand other days than that of the report. A first may be
    the deck."""
    prose = [p for p in pieces if end <= p.at <= end + _FAR_BELOW and is_prose(p.text, _PROSE)]
    return prose[1].at if len(prose) > 1 else end + _FAR_BELOW


def _kind_of(piece: Piece) -> str:
    """What elements of a list have in common; "" where an element has nothing that others would share."""
    names = f"{piece.element.get('class', '')} {piece.element.get('id', '')}".strip()
    return f"{piece.element.tag} {names}" if names or piece.element.tag in _HEADINGS else ""


def _is_listed(piece: Piece, pieces: list[Piece], reach: int, reader: _Reader) -> bool:
    """One of three or more different days in elements of its kind: of other reports, or of the chapters of a history."""
    kind = _kind_of(piece)
    alike = (p for p in pieces if kind and p.at <= reach and any(c.isdigit() for c in p.text) and _kind_of(p) == kind)
    days = {told.when.earliest for p in alike if (told := reader.read(p.text)) is not None}
    return len(days) >= _LISTED


def _says_changed(words: str) -> bool:
    line = read_date_line(words, True) if any(c.isdigit() for c in words) else None
    return line.changed if line is not None else label_of(words[:20]) is Label.CHANGED


def _read_around(piece: Piece, reader: _Reader) -> _Told | None:
    """A date spread over several elements: the smallest element around the piece if it is short, else the words before and behind."""
    parent = piece.element.getparent()
    words = words_of(" ".join(parent.itertext())) if parent is not None else ""
    if len(words) <= 60:
        return reader.read(words)
    at = words.find(piece.text)
    return reader.read(words[max(0, at - 4) : at + len(piece.text) + 6]) if at >= 0 else None
