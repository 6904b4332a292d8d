"""A page's tree -> its head: title, deck, address, site, captions."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from trafilatura.metadata import examine_meta, extract_meta_json, extract_sitename, extract_title

_ARTICLES = {
    "Article",
    "NewsArticle",
    "ReportageNewsArticle",
    "AnalysisNewsArticle",
    "OpinionNewsArticle",
    "BackgroundNewsArticle",
    "BlogPosting",
    "Report",
    "LiveBlogPosting",
    "TechArticle",
    "ScholarlyArticle",
    "Posting",
    "SocialMediaPosting",
    "WebPage",
    "AdvertiserContentArticle",
}  # fmt: skip, noqa: E501
_WORD = re.compile(r"\w+")
_HOME = re.compile(
    r"(?:https?://(?:web\.archive\.org/web/\d+/(?:https?://)?)?[^/]+)?/?(?:index\.\w{3,5}|home|start|#)?", re.IGNORECASE
)
_SHORTEST_HEADLINE = 10
_LONGEST_NAME = 6  # words of a site's name
_DECK_CLASS = re.compile(
    r"(?:^|[-_ ])(?:dek|deck|standfirst|subtitle|sub-?title|sub-?head(?:line|ing)?|teaser|lead|lede|summary|intro)(?:$|[-_ ])",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class PageHead:
    """What stands above the body; "" or () where the page shows none."""

    title: str
    deck: str
    address: str | None
    site: str | None
    captions: tuple[str, ...]


def page_head(tree: Any, address: str | None) -> PageHead:
    stated, described, site = _stated(tree)
    title = headline(tree, stated, site)
    own = own_address(tree) or address
    return PageHead(title, _deck(tree, title, described), own, site or _host(own), tuple(_captions(tree)))


def _stated(tree: Any) -> tuple[str, str, str | None]:
    """Title, description and name of the site by trafilatura's steps for these; its authors, dates and tags are not asked for,
    which would cost as much again."""
    try:
        found = examine_meta(tree)
        with suppress(Exception):  # its reading of JSON-LD raises whatever the page's data provoke
            found = extract_meta_json(tree, found)
        found.title = found.title or extract_title(tree)
        found.sitename = (found.sitename or extract_sitename(tree) or "").lstrip("@")
        found.clean_and_trim()
    except (ValueError, AttributeError, TypeError, IndexError, KeyError, RecursionError):
        return "", "", None
    site = words_of(found.sitename)
    return words_of(found.title), words_of(found.description), (site if "." in site or site[:1].isupper() else site.title()) or None


def headline(tree: Any, stated: str, site: str | None) -> str:
    """The heading on the page that the stated title says too, without what the site puts around it; else the stated title."""
    wholes = [_folded(stated), *(_folded(t.text_content()) for t in tree.xpath("/html/head/title")[:1])]
    headings = [(_visible(e), e) for tag in ("h1", "h2") for e in list(tree.iter(tag))[:30]]
    told = [(words, _folded(words)) for words, element in headings if not _leads_home(element)]
    told = [(words, folded) for words, folded in told if len(folded) >= _SHORTEST_HEADLINE and folded != _folded(site or "")]
    same = next((words for words, folded in told if folded in wholes), None)
    return same or next((words for words, folded in told if any(_is_part(folded, whole) for whole in wholes)), stated)


def _folded(words: str) -> str:
    return " ".join(_WORD.findall(words.casefold()))


def _is_part(folded: str, whole: str) -> bool:
    """All of it but the few words of a site's name in front or behind."""
    begins, ends = whole.startswith(f"{folded} "), whole.endswith(f" {folded}")
    return (begins or ends) and whole.count(" ") - folded.count(" ") <= _LONGEST_NAME


def _leads_home(element: Any) -> bool:
    """The site's own name: a heading that links to its first page."""
    links = [a for a in (*element.iter("a"), *element.iterancestors("a")) if a.get("href")]
    return any(_HOME.fullmatch(link.get("href").strip()) for link in links)


def _host(address: str | None) -> str | None:
    """The site's name where the page tells none: its host."""
    host = (urlsplit(address).hostname or "") if address else ""
    return host.removeprefix("www.") or None


def words_of(text: str | None) -> str:
    return " ".join(text.split()) if text else ""


def own_address(tree: Any) -> str | None:
    """The page's own address as it states it (canonical link, og:url); relative ones are no use."""
    for path in ("//link[@rel='canonical']/@href", "//meta[@property='og:url']/@content", "//meta[@name='twitter:url']/@content"):
        for value in tree.xpath(path):
            try:
                if urlsplit(str(value).strip()).scheme in ("http", "https"):
                    return str(value).strip()
            except ValueError:
                continue
    return None


def linked_data(tree: Any) -> Iterator[dict[str, Any]]:
    """The JSON-LD objects of a page that describe an article; authors that they name by reference are put in."""
    for script in tree.xpath("//script[contains(@type, 'ld+json')]"):
        try:
            data = json.loads(re.sub(r"[\x00-\x1f]+", " ", script.text or ""))
        except (ValueError, RecursionError):
            continue
        told = {o["@id"]: o for o in _objects(data, 0) if isinstance(o.get("@id"), str) and o.get("name")}
        for article in _articles(data, 0):
            authors = article.get("author")
            known = [_told(a, told) for a in (authors if isinstance(authors, list) else [authors])[:20]]
            yield article | {"author": known} if authors else article


def _told(author: Any, told: dict[str, dict[str, Any]]) -> Any:
    reference = author.get("@id") if isinstance(author, dict) and not author.get("name") else None
    return told.get(reference, author) if isinstance(reference, str) else author


def _objects(data: Any, depth: int) -> Iterator[dict[str, Any]]:
    if isinstance(data, dict):
        yield data
    inner = data[:50] if isinstance(data, list) else data.get("@graph") if isinstance(data, dict) else None
    if isinstance(inner, list) and depth < 4:
        for item in inner[:50]:
            yield from _objects(item, depth + 1)


def _articles(data: Any, depth: int) -> Iterator[dict[str, Any]]:
    if isinstance(data, list) and depth < 4:
        for item in data[:50]:
            yield from _articles(item, depth + 1)
    elif isinstance(data, dict):
        kinds = data.get("@type")
        if _ARTICLES & set(kinds if isinstance(kinds, list) and all(isinstance(k, str) for k in kinds) else [str(kinds)]):
            yield data
        for key in ("@graph", "mainEntity", "mainEntityOfPage"):
            if isinstance(data.get(key), list | dict) and depth < 4:
                yield from _articles(data[key], depth + 1)


def _visible(element: Any) -> str:
    return words_of(element.text_content()) if hasattr(element, "text_content") else words_of("".join(element.itertext()))


def _deck(tree: Any, title: str, described: str) -> str:
    """The standfirst: an element near the headline named so, or one that shows just what the page's description says."""
    for element in tree.xpath("//h1/following::*[self::p or self::h2 or self::div or self::span][position() < 25]"):
        words = _visible(element)
        if not 20 <= len(words) <= 400 or words == title:
            continue
        named = _DECK_CLASS.search(f"{element.get('class', '')} {element.get('id', '')}")
        if named or (described and words == described):
            return words
    return ""


def _captions(tree: Any) -> Iterator[str]:
    seen = set()
    for element in tree.xpath(
        "//figcaption | //*[contains(@class, 'wp-caption-text') or contains(@class, 'image-caption') or contains(@class, 'photo-caption')]"  # noqa: E501
    )[:40]:
        words = _visible(element)
        if 10 <= len(words) <= 600 and words not in seen:
            seen.add(words)
            yield words
