"""RSS and Atom with full text -> one Draft an entry; an entry that only points to its article is told as such."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any

import feedparser

from ..records import DateEvidence, Failure, Hop, HopKind, Received, ZoneKind
from .dates import read_header_date
from .drafts import Draft, Part, lay_out
from .markup import markup_text

_FEED = re.compile(
    rb"\s*+(?:\xef\xbb\xbf\s*)?(?:<\?xml[^>]{0,200}\?>\s*)?(?:<\?[^>]{0,300}\?>\s*)*(?:(?><!--.{0,2000}?-->)\s*)*<(?:rss|feed|rdf:RDF)\b",
    re.DOTALL,
)
_FEWEST_WORDS = 40


def is_feed(data: bytes) -> bool:
    return _FEED.match(data[:8000]) is not None


def read_feed(received: Received) -> Iterator[Draft | Failure]:
    try:
        feed = feedparser.parse(io.BytesIO(received.data), sanitize_html=False, resolve_relative_uris=False)
    except (ValueError, TypeError, AttributeError, LookupError, RecursionError) as error:
        yield Failure(received.name, f"a feed that cannot be read ({type(error).__name__})", "fetch it again")
        return
    if not feed.entries:
        yield Failure(received.name, "a feed without entries", "nothing to read in it")
    for number, entry in enumerate(feed.entries, 1):
        yield _draft(entry, feed, f"{received.name}#{number}")


def _draft(entry: Any, feed: Any, source: str) -> Draft | Failure:
    contents = [str(c.get("value", "")) for c in entry.get("content", [])] + [str(entry.get("summary", ""))]
    markup = max(contents, key=len)
    body = markup_text(f"<div>{markup}</div>")
    title = " ".join(markup_text(f"<div>{entry.get('title', '')}</div>").split())
    link = str(entry.get("link", "")) or None
    if len(body.split()) < _FEWEST_WORDS:
        return Failure(
            source,
            "a feed entry without the article's text",
            f"fetch the article: {link}" if link else "the feed holds only its headline",
        )
    text, zones = lay_out([Part(title, ZoneKind.TITLE, "feeds.title"), Part(body)])
    stamp = str(entry.get("published") or entry.get("updated") or "")
    when = read_header_date(stamp, "feed", "feeds.published") if stamp else None
    site = str(entry.get("source", {}).get("title", "") or feed.feed.get("title", "")) or None
    authors = [str(a.get("name", "")) for a in entry.get("authors", []) if a.get("name")]
    return Draft(
        "\n".join((title, link or "", stamp, markup)).encode("utf-8", "replace"),
        source,
        "application/rss+xml",
        str(feed.get("encoding") or "utf-8"),
        text,
        zones,
        title=title,
        address=link,
        site=site,
        authors=tuple(dict.fromkeys(authors)),
        evidence=(DateEvidence("feed", stamp[:80], when),) if when else (),
        hops=(
            Hop(
                HopKind.FEED,
                str(feed.feed.get("title", "")) or "a feed",
                address=str(feed.feed.get("link", "")) or None,
                when=when,
                evidence="the feed",
            ),
        ),
        message_id=str(entry.get("id", "")) or None,
        is_page=True,
    )
