"""A page's tree -> evidence of its date of publication, each with its source; none where the page tells none."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..records import DateEvidence
from .dates import day_when, find_day, read_stamp
from .page_heads import linked_data, words_of

_META = (
    "article:published_time", "og:article:published_time", "og:published_time", "datepublished", "date", "dc.date", "dc.date.issued", "dcterms.date", "dcterms.created",
    "dc.date.created", "dcterms.issued", "pubdate", "publishdate", "publish-date", "publish_date", "publication_date", "publication-date", "parsely-pub-date",
    "sailthru.date", "article.published", "published-date", "published_at", "cxenseparse:recs:publishtime", "article_date_original", "originalpublicationdate",
    "created", "date_published", "citation_publication_date", "citation_date", "citation_online_date", "displaydate", "rnews:datepublished", "last-publish-date", "bt:pubdate", "shareaholic:article_published_time", "og:pubdate", "article:published",
)  # fmt: skip


def page_dates(tree: Any, address: str | None) -> tuple[DateEvidence, ...]:
    return tuple(_stated(tree))


def _stated(tree: Any) -> Iterator[DateEvidence]:
    for article in linked_data(tree):
        for key in ("datePublished", "dateCreated", "uploadDate"):
            value = article.get(key)
            if isinstance(value, str) and (when := read_stamp(value, "metadata", f"page_dates.json-ld-{key}")):
                yield DateEvidence("metadata", f"{key}: {value[:60]}", when)
                break
    found: dict[str, str] = {}
    for meta in tree.xpath("//meta[@content]"):
        name = (meta.get("property") or meta.get("name") or meta.get("itemprop") or meta.get("http-equiv") or "").lower()
        if name in _META:
            found.setdefault(name, meta.get("content"))
    for name in _META:
        if name in found and (when := read_stamp(found[name], "metadata", "page_dates.meta")):
            yield DateEvidence("metadata", f"{name}: {found[name][:60]}", when)
            break
    for element in tree.xpath(
        "//*[@itemprop='datePublished' or @itemprop='dateCreated' or @property='datePublished'][not(self::meta)]"
    )[:3]:
        value = element.get("datetime") or element.get("content") or words_of(element.text_content())
        if when := read_stamp(value, "metadata", "page_dates.itemprop"):
            yield DateEvidence("metadata", value[:60], when)
            break
    for element in tree.xpath("//time[@datetime]")[:1]:
        if when := read_stamp(element.get("datetime"), "metadata", "page_dates.time"):
            yield DateEvidence("metadata", element.get("datetime")[:60], when)
    for element in tree.xpath("//time[not(@datetime)]")[:1]:
        if found_day := find_day(words_of(element.text_content())[:90], True):
            yield DateEvidence(
                "metadata", words_of(element.text_content())[:60], day_when(found_day[0], "metadata", "page_dates.time")
            )
