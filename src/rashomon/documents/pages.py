"""A web page -> Draft: title, deck, byline, date line, body and captions as a reader sees them, furniture left out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from trafilatura.utils import load_html

from ..records import Failure, Hop, Received, ZoneKind
from .drafts import Draft, Part, lay_out
from .encodings import decode, is_binary
from .mhonarc import declared_charset
from .missed_paragraphs import find_prose, with_missed
from .page_authors import page_authors
from .page_bodies import body_paragraphs
from .page_dates import page_dates
from .page_heads import PageHead, page_head
from .quick_bodies import is_whole, quick_paragraphs

_SAVED_FROM = re.compile(r"<!-- saved from url=\(\d{1,6}\)(https?://[^\s<>\"]{4,2000}) -->")
_NO_ARTICLE = "no article text found in the page"
_NO_ARTICLE_HINT = "it may be an index, a video page or drawn by script: save the article itself, or its print view"


@dataclass(frozen=True, slots=True)
class Page:
    """A page that is still to be taken apart: that costs far more than finding it in an archive, and is done where the report is
    read. `html` are the bytes of the page, `raw` those of the file that it was kept in, `charset` what that file tells;
    `address` where it knows the address better than the page."""

    raw: bytes
    html: bytes
    source: str
    address: str | None = None
    media_type: str = "text/html"
    charset: str | None = None
    hops: tuple[Hop, ...] = ()
    modified: datetime | None = None


def read_page(received: Received) -> Iterator[Page | Failure]:
    if is_binary(received.data):
        yield Failure(received.name, "not a page: binary data", "give the page as it was saved")
    else:
        yield Page(received.data, received.data, received.name)


def page_draft(page: Page, bulk: bool = False) -> Draft | Failure:
    """The report on a page; `bulk`: its text by the quick way."""
    markup, encoding, _ = decode(page.html, page.charset or declared_charset(page.html))
    tree = load_page(markup)
    if tree is None:
        return Failure(page.source, "not readable as HTML", "the file may be cut or of another kind")
    for gap in tree.iter("br"):
        gap.tail = f" {gap.tail or ''}"  # what stands on two lines is not one word
    held = list(tree.iter())  # lxml makes an element's object anew at each visit unless somebody holds it
    head = page_head(tree, page.address or _named_address(page.source, markup))
    authors, byline = page_authors(tree, head.site)
    dates = page_dates(tree, head.title, head.address, bool(authors))
    links, prose = _link_texts(tree), find_prose(tree)
    del held
    body = quick_paragraphs(markup, prose) if bulk else []
    if not is_whole(body, prose):
        body = with_missed(body_paragraphs(tree), prose)
    parts = page_parts(body, links, head, byline, dates.line)
    if not any(part.kind in (None, ZoneKind.BODY) for part in parts):
        return Failure(page.source, _NO_ARTICLE, _NO_ARTICLE_HINT)
    text, zones = lay_out(parts)
    return Draft(
        page.raw,
        page.source,
        page.media_type,
        encoding,
        text,
        zones,
        title=head.title,
        address=head.address,
        site=head.site,
        authors=authors,
        evidence=dates.evidence,
        hops=page.hops,
        is_page=True,
        modified=page.modified,
    )


def _named_address(source: str, markup: str) -> str | None:
    """By the name under which the page came, or as the browser that saved it noted."""
    if source.startswith(("http://", "https://")):
        return source
    saved = _SAVED_FROM.search(markup[:4000])
    return saved[1] if saved else None


def load_page(markup: str) -> Any | None:
    """The page's tree, None where there is none; lxml repairs what is broken."""
    try:
        return load_html(markup) if markup.strip() else None
    except (ValueError, AssertionError, RecursionError):
        return None


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


def _link_texts(tree: Any) -> frozenset[str]:
    """What the page's links say, those of few words apart: a paragraph that says just that leads to another article."""
    texts = (_folded(link.text_content()) for link in tree.iter("a"))
    return frozenset(t for t in texts if t.count(" ") + 1 >= 3 and len(t) < 160)


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())
