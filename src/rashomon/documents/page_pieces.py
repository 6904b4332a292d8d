"""A page's tree -> its pieces of visible text in order, its headline among them, and which of them are about something else."""
# ruff: noqa: E501 (patterns are kept whole)

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from lxml import etree

from .page_heads import words_of

# What stands in these is not about the report on the page.
_ELSEWHERE = re.compile(
    r"comment|disqus|guestbook|gästebuch|kommentar|reply|(?<!un)related|sidebar|(?<!post.)(?<!entry.)(?<!article.)(?<!message.)(?<!story.)footer|widget(?!_message)|calendar|kalender|event|copyright|teaser|recent|popular|latest|newest|meist|similar|recommend|"
    r"promo(?!ted)|trending|breaking|ticker|weather|forum|review|rating|archive-list|feed|carousel|slider|more-|mehr-|readmore|nav(?:$|[-_ ])|menu|cookie|banner|advert|"
    r"top-?bar|today|current-?date|masthead",
    re.IGNORECASE,
)
_OTHER_DAY = re.compile(
    r"(?:^|[-_ ])(?:when|events?|termine?|deadline|expir\w{1,5}|valid\w{0,6}|start-?date|end-?date|schedule|wm-ipp)(?:$|[-_ ])",
    re.IGNORECASE,
)
_SITE_HEAD = re.compile(r"top-?bar|top-?nav|today|current-?date|masthead|nav(?:$|[-_ ])|menu|ticker|weather", re.IGNORECASE)
_NOT_ARTICLE = re.compile(r"schema\.org/(?:Review|Product|Comment|UserComments|Rating|AggregateRating|Event|Offer)\b")
_REPORT = 300  # characters from which what stands around a headline is the report
_SKIPPED = {"script", "style", "noscript", "template", "svg", "head", "select", "option", "textarea"}


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of visible text; `at` counts the characters of visible text in front of it. `machine`: the datetime of a <time>."""

    at: int
    text: str
    element: Any
    machine: bool = False


@dataclass(frozen=True, slots=True)
class Headline:
    """Where the headline begins and ends in the visible text, the elements that hold it, and the report: the smallest of these
    that holds prose too."""

    begin: int
    end: int
    around: frozenset[Any]
    report: Any


def find_pieces(tree: Any) -> Iterator[Piece]:
    at = 0
    bodies = list(tree.iter("body"))
    for event, element in _walk(bodies[0] if bodies else tree):
        text = element.text if event == "start" else element.tail
        if event == "start" and element.tag == "time" and element.get("datetime"):
            yield Piece(at, element.get("datetime"), element, True)
        words = words_of(text)
        if words:
            yield Piece(at, words, element if event == "start" else element.getparent())
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


def find_headline(pieces: list[Piece], title: str) -> Headline | None:
    """The heading that says the title, else the first <h1>."""
    folded = _folded(title)
    first = None
    for piece in pieces:
        heading = next((e for e in (piece.element, *piece.element.iterancestors()) if e.tag in ("h1", "h2", "h3")), None)
        if heading is None:
            continue
        words = _folded(words_of(heading.text_content()))
        if len(words) > 12 and (words == folded or (len(folded) > 12 and (folded in words or words in folded))):
            return _headline(piece.at, words, heading)
        if first is None and heading.tag == "h1" and words:
            first = piece.at, words, heading
    return _headline(*first) if first is not None else _plain_headline(pieces, folded)


def _plain_headline(pieces: list[Piece], folded: str) -> Headline | None:
    """The title in bold or large letters, as pages without headings have it."""
    said = next((p for p in pieces if len(folded) > 12 and _folded(p.text) == folded and not p.machine), None)
    return _headline(said.at, said.text, said.element) if said is not None else None


def _headline(at: int, words: str, element: Any) -> Headline:
    around = list(element.iterancestors())
    report = next((a for a in around if len(words_of(a.text_content())) >= len(words) + _REPORT), around[-1] if around else element)
    return Headline(at, at + len(words), frozenset(around), report)


def _folded(words: str) -> str:
    return " ".join(words.casefold().split())


def is_of_something_else(element: Any, around: frozenset[Any]) -> bool:
    """In an element that its name tells to hold the day of an event, or that of the capture in an archive; or beside the link to
    another report in a list. `around`: the elements that hold the headline."""
    for ancestor in (element, *element.iterancestors()):
        if ancestor in around or ancestor.tag in ("body", "html", "article", "main"):
            return False
        if _OTHER_DAY.search(f"{ancestor.get('class', '')} {ancestor.get('id', '')}"):
            return True
        if ancestor.tag == "li" and _names_a_report(ancestor, element):
            return True
    return False


def _names_a_report(entry: Any, dated: Any) -> bool:
    """A link in the entry says more than the date itself: three words at least."""
    own = words_of(dated.text_content())
    return any(words_of(words_of(a.text_content()).replace(own, " ")).count(" ") >= 2 for a in entry.iter("a"))


def in_site_head(element: Any, around: frozenset[Any]) -> bool:
    """In the head of the site, which shows the day of the visit."""
    outer = [element, *element.iterancestors()]
    outer = outer[: next((n for n, a in enumerate(outer) if a in around), len(outer))]
    return any(a.tag in ("header", "nav") or _SITE_HEAD.search(f"{a.get('class', '')} {a.get('id', '')}") for a in outer)


def _ends_article(footer: Any) -> bool:
    """The foot of the article, which may tell its day, not that of the page."""
    return next(footer.iterancestors("article"), None) is not None


def is_elsewhere(element: Any, around: frozenset[Any] = frozenset()) -> bool:
    """In a part of the page that its name tells to be about something else; `around` are the elements that hold the headline."""
    for ancestor in (element, *element.iterancestors()):
        if ancestor in around or ancestor.tag in ("body", "html", "article", "main"):
            return False
        if ancestor.tag in ("nav", "aside") or (ancestor.tag == "footer" and not _ends_article(ancestor)):
            return True
        if _NOT_ARTICLE.search(ancestor.get("itemtype", "")):
            return True
        if _ELSEWHERE.search(f"{ancestor.get('class', '')} {ancestor.get('id', '')}"):
            return True
    return False
