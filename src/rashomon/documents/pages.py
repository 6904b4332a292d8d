"""A web page -> Draft: title, deck, byline, date line, body and captions as a reader sees them, furniture left out."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from typing import Any

from trafilatura import bare_extraction
from trafilatura.utils import load_html

from ..records import Failure, Hop, Received, ZoneKind
from .drafts import Draft, Part, lay_out
from .encodings import decode, is_binary
from .mhonarc import declared_charset
from .missed_paragraphs import find_prose, with_missed
from .page_authors import page_authors
from .page_dates import page_dates
from .page_heads import PageHead, page_head, words_of

logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # what is wrong with a page is told in the Failure
_SAVED_FROM = re.compile(r"<!-- saved from url=\(\d{1,6}\)(https?://[^\s<>\"]{4,2000}) -->")
_NO_ARTICLE = "no article text found in the page"
_NO_ARTICLE_HINT = "it may be an index, a video page or drawn by script: save the article itself, or its print view"


def read_page(received: Received) -> Iterator[Draft | Failure]:
    if is_binary(received.data):
        yield Failure(received.name, "not a page: binary data", "give the page as it was saved")
        return
    markup, encoding, _ = decode(received.data, declared_charset(received.data))
    saved = _SAVED_FROM.search(markup[:4000])
    named = received.name if received.name.startswith(("http://", "https://")) else saved[1] if saved else None
    yield page_draft(markup, received.data, received.name, encoding, named)


def page_draft(
    markup: str,
    raw: bytes,
    source: str,
    encoding: str,
    address: str | None = None,
    media_type: str = "text/html",
    hops: tuple[Hop, ...] = (),
) -> Draft | Failure:
    """The report on a page; `address` where the container (WARC, feed) knows it better than the page."""
    tree = load_page(markup)
    if tree is None:
        return Failure(source, "not readable as HTML", "the file may be cut or of another kind")
    for gap in tree.iter("br"):
        gap.tail = f" {gap.tail or ''}"  # what stands on two lines is not one word
    held = list(tree.iter())  # lxml makes an element's object anew at each visit unless somebody holds it
    head = page_head(tree, address)
    authors, byline = page_authors(tree, head.site)
    dates = page_dates(tree, head.title, head.address, bool(authors))
    links, prose = _link_texts(tree), find_prose(tree)
    del held
    parts = page_parts(with_missed(body_paragraphs(tree), prose), links, head, byline, dates.line)
    if not any(part.kind in (None, ZoneKind.BODY) for part in parts):
        return Failure(source, _NO_ARTICLE, _NO_ARTICLE_HINT)
    text, zones = lay_out(parts)
    return Draft(
        raw,
        source,
        media_type,
        encoding,
        text,
        zones,
        title=head.title,
        address=head.address,
        site=head.site,
        authors=authors,
        evidence=dates.evidence,
        hops=hops,
        is_page=True,
    )


def load_page(markup: str) -> Any | None:
    """The page's tree, None where there is none; lxml repairs what is broken."""
    try:
        return load_html(markup) if markup.strip() else None
    except (ValueError, AssertionError, RecursionError):
        return None


_KINDS = {"head": ZoneKind.SUBHEADING}
_BLOCKS = {"p", "head", "quote", "item", "row", "list", "table", "div"}


def page_parts(body: list[Part], links: frozenset[str], head: PageHead, byline: str, date_line: str) -> list[Part]:
    """What is visible of the head, then the body's paragraphs, then captions that the body lacks."""
    parts = [
        Part(head.title, ZoneKind.TITLE, "pages.title"),
        Part(head.deck, ZoneKind.DECK, "pages.deck"),
        Part(byline, ZoneKind.BYLINE, "pages.byline"),
        Part(date_line, ZoneKind.DATE, "pages.date-line"),
    ]
    shown = {_folded(part.text) for part in parts if part.text}
    told_deck = head.deck and any(_folded(p.text) == _folded(head.deck) for p in body)
    if told_deck:
        parts[1] = Part(head.deck, ZoneKind.DECK, "pages.deck-of-body")
    for paragraph in body:
        folded = _folded(paragraph.text)
        if folded in links:
            parts.append(Part(paragraph.text, ZoneKind.BOILERPLATE, "pages.link-only"))
        elif folded not in shown:
            parts.append(paragraph)
    parts = _headings_told(parts)
    told = "\n".join(p.text for p in body)
    parts += [Part(c, ZoneKind.CAPTION, "pages.caption") for c in head.captions if c not in told]
    return parts


_LONE_HEADINGS = 4


def _headings_told(parts: list[Part]) -> list[Part]:
    """Headings with nothing below them, and long runs of headings, are those of widgets and of other articles."""
    told = list(parts)
    run: list[int] = []
    for number, part in enumerate([*parts, None]):
        if part is not None and part.kind is ZoneKind.SUBHEADING:
            run.append(number)
        elif part is None or part.kind is not ZoneKind.BOILERPLATE:
            if len(run) >= _LONE_HEADINGS or part is None:
                for at in run:
                    told[at] = Part(parts[at].text, ZoneKind.BOILERPLATE, "pages.lone-heading")
            run = []
    return told


def body_paragraphs(tree: Any) -> list[Part]:
    """The main text as trafilatura finds it, a part for each paragraph. Takes the tree apart: to be asked last."""
    try:
        found = bare_extraction(tree, include_comments=False, date_extraction_params={"extensive_search": False})
    except (ValueError, AttributeError, TypeError, IndexError, RecursionError):
        return []
    if found is None:
        return []
    parts: list[Part] = []
    body = getattr(found, "body", None)
    for element in body if body is not None else ():
        parts += _parts(element)
    return parts


def _parts(element: Any) -> Iterator[Part]:
    kind = _KINDS.get(element.tag)
    rule = "pages.heading" if kind else ""
    if any(child.tag in _BLOCKS for child in element):
        yield from _lines(element.text)
        for child in element:
            yield from _parts(child)
    elif element.tag == "row" and any(_lays_out(cell) for cell in element):
        for cell in element:
            told = _parts(cell)
            yield from told if _lays_out(cell) else (Part(p.text, ZoneKind.BOILERPLATE, "pages.layout-cell") for p in told)
    elif element.tag == "row":
        yield Part(" | ".join(words for cell in element if (words := words_of(" ".join(cell.itertext())))))
    else:
        yield from (Part(part.text, kind, rule) for part in _lines(_joined(element)))
    yield from _lines(element.tail)


_PROSE = 300  # characters from which a cell of several paragraphs is a part of the page, not of a table


def _lays_out(cell: Any) -> bool:
    """A cell of the tables by which old pages set their columns."""
    return sum(child.tag in _BLOCKS for child in cell) >= 2 and sum(map(len, cell.itertext())) >= _PROSE


def _joined(element: Any) -> str:
    """The element's text, a newline for each line break in it."""
    pieces = [element.text or ""]
    for child in element:
        pieces += ["\n" if child.tag == "lb" else _joined(child), child.tail or ""]
    return "".join(pieces)


def _lines(text: str | None) -> Iterator[Part]:
    for line in (text or "").split("\n"):
        if line.strip():
            yield Part(line.strip())


def _link_texts(tree: Any) -> frozenset[str]:
    """What the page's links say, those of few words apart: a paragraph that says just that leads to another article."""
    texts = (_folded(link.text_content()) for link in tree.iter("a"))
    return frozenset(t for t in texts if t.count(" ") + 1 >= 3 and len(t) < 160)


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())
