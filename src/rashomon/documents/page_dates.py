"""A page's tree -> evidence of its date of publication, each with its source; none where the page tells none."""
# ruff: noqa: E501 (patterns are kept whole)

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from lxml import etree

from ..records import DateEvidence
from .dates import day_when, find_day, read_stamp
from .page_heads import linked_data, words_of

_META = (
    "article:published_time og:article:published_time og:published_time article:published datepublished date_published date dc.date dc.date.issued dcterms.issued "
    "dcterms.date dc.date.created dcterms.created pubdate publishdate publish-date publish_date publication_date publication-date published-date published_at "
    "parsely-pub-date sailthru.date article.published cxenseparse:recs:publishtime article_date_original originalpublicationdate citation_publication_date "
    "citation_online_date citation_date displaydate rnews:datepublished bt:pubdate shareaholic:article_published_time og:pubdate uploaddate"
).split()
_WEAK = ("dc", "citation", "date", "display", "originalpub", "uploaddate")  # of the work, its registration or an issue
# What stands in these is not about the report on the page.
_ELSEWHERE = re.compile(
    r"comment|kommentar|reply|(?<!un)related|sidebar|footer|widget|calendar|kalender|event|copyright|teaser|recent|popular|latest|newest|meist|similar|recommend|"
    r"promo(?!ted)|trending|breaking|ticker|weather|forum|review|rating|archive-list|feed|carousel|slider|more-|mehr-|readmore|nav(?:$|[-_ ])|menu|cookie|banner|advert",
    re.IGNORECASE,
)
_DATED = re.compile(
    r"(?:^|[-_ ])(?:date\d?|datum|dateline|published|publish-?date|pubdate|posted(?:-on)?|entry-date|submitted|timestamp|time|post-?date|article-?date|byline|(?:post-?|entry-?)?meta(?:data)?|updated)(?:$|[-_ ])",
    re.IGNORECASE,
)
_CHANGED = re.compile(
    r"updat|modif|aktualisiert|stand:|zuletzt|geändert|mis à jour|actualizad|aggiornat|last edit|обновл", re.IGNORECASE
)
_NOT_ARTICLE = re.compile(r"schema\.org/(?:Review|Product|Comment|UserComments|Rating|AggregateRating|Event|Offer)\b")
_STATIC = re.compile(r"(?:^|\s)page-id-\d+|(?:^|\s)page-template(?:-default)?(?:\s|$)")
_FAR_BELOW, _FAR_ABOVE, _BESIDE = 700, 250, 40  # characters of visible text between headline and date
_SKIPPED = {"script", "style", "noscript", "template", "svg", "head", "select", "option", "textarea"}


@dataclass(frozen=True, slots=True)
class _Piece:
    """A piece of visible text; `at` counts the characters of visible text in front of it."""

    at: int
    text: str
    element: Any


def page_dates(tree: Any, title: str) -> tuple[DateEvidence, ...]:
    """Structured metadata first (left out on static pages of a site), then the date shown beside the headline."""
    shown = tuple(_shown(tree, title))
    stated = () if _is_static(tree) and not shown else tuple(_stated(tree))
    return (*stated, *shown)


def _is_static(tree: Any) -> bool:
    """A site's standing page ("About us"): its metadata tells when it was set up, which dates no report."""
    return any(_STATIC.search(body.get("class", "")) and "single" not in body.get("class", "") for body in tree.iter("body"))


def _stated(tree: Any) -> Iterator[DateEvidence]:
    for article in linked_data(tree):
        for key in ("datePublished", "dateCreated", "uploadDate"):
            value = article.get(key)
            if isinstance(value, str) and (when := read_stamp(value, "metadata", f"page_dates.json-ld-{key}")):
                yield DateEvidence("metadata", f"{key}: {value[:60]}", when)
                break
    yield from _meta(tree)
    for element in tree.xpath(
        "//*[@itemprop='datePublished' or @itemprop='dateCreated' or @property='datePublished'][not(self::meta)]"
    )[:6]:
        if _is_elsewhere(element):
            continue
        value = element.get("datetime") or element.get("content") or words_of(element.text_content())
        if when := read_stamp(value, "metadata", "page_dates.itemprop"):
            yield DateEvidence("metadata", value[:60], when)
            break


def _meta(tree: Any) -> Iterator[DateEvidence]:
    found: dict[str, str] = {}
    for meta in tree.xpath("//meta[@content]"):
        name = (meta.get("property") or meta.get("name") or meta.get("itemprop") or meta.get("http-equiv") or "").lower()
        if name in _META and not (meta.get("itemprop") and _is_elsewhere(meta)):
            found.setdefault(name, meta.get("content"))
    for name in _META:
        if name in found and (when := read_stamp(found[name], "metadata", "page_dates.meta")):
            weight = 0.7 if name.startswith(_WEAK) else 1.0
            yield DateEvidence("metadata", f"{name}: {found[name][:60]}", dataclasses.replace(when, score=weight))
            return


def _shown(tree: Any, title: str) -> Iterator[DateEvidence]:
    """The date nearest to the headline; else the first in an element that is named as a date."""
    pieces = list(_pieces(tree))
    place = _headline(pieces, title)
    near = sorted(_candidates(pieces, *place)) if place else []
    if near:
        yield near[0][2]
        return
    for element in tree.xpath(
        "//time | //*[contains(@class, 'dat') or contains(@class, 'publish') or contains(@class, 'post') or contains(@class, 'submitted') or contains(@class, 'updated')]"
    )[:60]:
        if _is_elsewhere(element) or not (element.tag == "time" or _DATED.search(element.get("class", ""))):
            continue
        evidence = _evidence(
            element.get("datetime") or element.get("title") or words_of(element.text_content())[:90], "page_dates.named", 0.8
        )
        if evidence is not None:
            yield evidence
            return


def _evidence(text: str, rule: str, score: float = 1.0) -> DateEvidence | None:
    if not 6 <= len(text) <= 90:
        return None
    stamp = read_stamp(text, "explicit", rule) if text[:4].isdecimal() else None
    if stamp is not None:
        return DateEvidence("date-line", text, stamp)
    found = find_day(text, day_first=True)
    return DateEvidence("date-line", text, day_when(found[0], "explicit", rule, score)) if found else None


def _pieces(tree: Any) -> Iterator[_Piece]:
    at = 0
    bodies = list(tree.iter("body"))
    for event, element in _walk(bodies[0] if bodies else tree):
        text = element.text if event == "start" else element.tail
        if event == "start" and element.tag == "time" and element.get("datetime"):
            yield _Piece(at, element.get("datetime"), element)
        words = words_of(text)
        if words:
            yield _Piece(at, words, element if event == "start" else element.getparent())
            at += len(words)


def _walk(root: Any) -> Iterator[tuple[str, Any]]:
    """Start of each visible element, then its tail, in the order of the page."""
    walker = etree.iterwalk(root, events=("start", "end", "comment", "pi"))
    for event, element in walker:
        if event == "start":
            if element.tag in _SKIPPED:
                walker.skip_subtree()
            else:
                yield "start", element
        elif element is not root:
            yield "end", element


def _headline(pieces: list[_Piece], title: str) -> tuple[int, int, frozenset[Any]] | None:
    """Where the headline begins and ends in the visible text, and what it stands in: the heading that says the title, else the first <h1>."""
    folded = _folded(title)
    first = None
    for piece in pieces:
        heading = next((e for e in (piece.element, *piece.element.iterancestors()) if e.tag in ("h1", "h2", "h3")), None)
        if heading is None:
            continue
        words = _folded(words_of(heading.text_content()))
        if len(words) > 12 and (words == folded or (len(folded) > 12 and (folded in words or words in folded))):
            return piece.at, piece.at + len(words), frozenset(heading.iterancestors())
        if first is None and heading.tag == "h1" and words:
            first = (piece.at, piece.at + len(words), frozenset(heading.iterancestors()))
    return first


def _folded(words: str) -> str:
    return " ".join(words.casefold().split())


def _candidates(pieces: list[_Piece], begin: int, end: int, around: frozenset[Any]) -> Iterator[tuple[float, int, DateEvidence]]:
    for number, piece in enumerate(pieces):
        if piece.at < begin - _FAR_ABOVE or piece.at > end + _FAR_BELOW or not any(c.isdigit() for c in piece.text):
            continue
        evidence = _evidence(piece.text, "page_dates.beside-headline") or _evidence(_around(piece), "page_dates.beside-headline")
        if evidence is None:
            continue
        distance: float = begin - piece.at if piece.at < begin else max(0, piece.at - end)
        if distance > _BESIDE and _is_elsewhere(piece.element, around):
            continue
        if piece.at < begin:
            distance *= 2
        if _CHANGED.search(_around(piece) or piece.text):
            distance += 1000
        yield distance, number, evidence


def _around(piece: _Piece) -> str:
    """The text of the smallest element around a piece, if it is short: a date may be spread over several spans."""
    parent = piece.element.getparent()
    words = words_of(parent.text_content()) if parent is not None else ""
    return words if len(words) <= 60 else ""


def _is_elsewhere(element: Any, around: frozenset[Any] = frozenset()) -> bool:
    """In a part of the page that its name tells to be about something else; `around` are the elements that hold the headline."""
    for ancestor in (element, *element.iterancestors()):
        if ancestor in around or ancestor.tag in ("body", "html", "article", "main"):
            return False
        if ancestor.tag in ("footer", "nav", "aside") or _NOT_ARTICLE.search(ancestor.get("itemtype", "")):
            return True
        if _ELSEWHERE.search(f"{ancestor.get('class', '')} {ancestor.get('id', '')}"):
            return True
    return False
