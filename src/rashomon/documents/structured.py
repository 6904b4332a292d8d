"""JSON of news (schema.org NewsArticle, IPTC ninjs; one, a list, or one a line) -> Drafts."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from ..records import DateEvidence, Failure, Received, ZoneKind
from .dates import read_stamp
from .drafts import Draft, Part, lay_out
from .encodings import decode
from .markup import markup_text

_BODIES = ("articleBody", "body_text", "body_xhtml", "body_html", "body", "text", "content", "maintext")
_TITLES = ("headline", "title", "name")
_DATES = ("datePublished", "firstcreated", "versioncreated", "published", "date_publish", "pubDate", "date", "dateCreated")
_LANGUAGE = re.compile(r"[A-Za-z]{2}(?:[-_]\w+)*")
_LISTS = ("@graph", "items", "articles", "results", "data", "itemListElement")


def is_json(data: bytes) -> bool:
    return data[:200].lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in (b"{", b"[") and data.rstrip()[-1:] in (b"}", b"]")


def read_json(received: Received) -> Iterator[Draft | Failure]:
    text, encoding, _ = decode(received.data)
    try:
        items = list(_items(json.loads(text), 0))
    except (ValueError, RecursionError):
        items = list(_lines(text))
    found = 0
    for item in items:
        number = found + 1
        source = received.name if len(items) == 1 else f"{received.name}#{number}"
        draft = _draft(item, source, encoding, received.data if len(items) == 1 else None)
        if draft is not None:
            found += 1
            yield draft
    if not found:
        yield Failure(
            received.name,
            "JSON without a news article",
            "schema.org NewsArticle and IPTC ninjs are read, one, a list or one a line",
        )


def _lines(text: str) -> Iterator[dict[str, Any]]:
    for line in text.splitlines():
        try:
            yield from _items(json.loads(line), 0)
        except (ValueError, RecursionError):
            continue


def _items(value: Any, depth: int) -> Iterator[dict[str, Any]]:
    if isinstance(value, list) and depth < 5:
        for item in value:
            yield from _items(item, depth + 1)
    elif isinstance(value, dict):
        value = _flattened(value)
        if _first(value, _BODIES) and (_first(value, _TITLES) or _first(value, _DATES)):
            yield value
        elif depth < 5:
            for key in (*_LISTS, "item", "mainEntity"):
                yield from _items(value.get(key), depth + 1)


_OF_LISTS = {"headlines": "headline", "bodies": "body", "bylines": "byline", "descriptions": "description_text"}


def _flattened(item: dict[str, Any]) -> dict[str, Any]:
    """ninjs 2 keeps texts in lists, the main one among them named so; here as ninjs 1 has them."""
    told = {}
    for name, single in _OF_LISTS.items():
        held = item.get(name)
        values = [v for v in held[:20] if isinstance(v, dict) and isinstance(v.get("value"), str)] if isinstance(held, list) else []
        if values and single not in item:
            told[single] = min(values, key=lambda v: v.get("role") not in ("main", None))["value"]
    return item | told if told else item


def _first(item: dict[str, Any], keys: tuple[str, ...]) -> str:
    return next((v for k in keys if isinstance(v := item.get(k), str) and v.strip()), "")


def _draft(item: dict[str, Any], source: str, encoding: str, raw: bytes | None) -> Draft | None:
    body = _first(item, _BODIES)
    if "</" in body or "<p>" in body or "<br" in body:
        body = markup_text(body)
    title = " ".join(markup_text(_first(item, _TITLES)).split()) if _first(item, _TITLES) else ""
    authors = tuple(dict.fromkeys(_names(item.get("author") or item.get("byline") or item.get("authors"), 0)))
    parts = [
        Part(title, ZoneKind.TITLE, "structured.headline"),
        Part(_first(item, ("alternativeHeadline", "description_text")), ZoneKind.DECK, "structured.deck"),
    ]
    text, zones = lay_out([*parts, Part(body.replace("\r\n", "\n"))])
    if not text:
        return None
    site = next(iter(_names(item.get("publisher") or item.get("copyrightholder") or item.get("source"), 0)), None)
    return Draft(
        raw if raw is not None else json.dumps(item, ensure_ascii=False, sort_keys=True).encode("utf-8", "replace"),
        source,
        "application/json",
        encoding,
        text,
        zones,
        title=title,
        address=_address(item),
        site=site,
        language=_code(item.get("inLanguage") or item.get("language")),
        authors=authors,
        evidence=tuple(_dates(item)),
        is_page=True,
    )


def _code(told: object) -> str:
    """ISO 639-1 of "en", "pt-BR", "de_AT"; names and what means that it is unknown ("mul", "English", "n/a") say nothing."""
    return told[:2].lower() if isinstance(told, str) and _LANGUAGE.fullmatch(told) else ""


def _dates(item: dict[str, Any]) -> Iterator[DateEvidence]:
    """The first of the fields that date an article."""
    for key in _DATES:
        value = item.get(key)
        if isinstance(value, str) and (when := read_stamp(value, "metadata", f"structured.{key}")):
            yield DateEvidence("metadata", f"{key}: {value[:60]}", when)
            return


def _address(item: dict[str, Any]) -> str | None:
    values = (item.get(key) for key in ("url", "canonical", "uri", "mainEntityOfPage", "link", "@id"))
    return next((v for v in values if isinstance(v, str) and v.startswith("http")), None)


def _names(value: Any, depth: int) -> Iterator[str]:
    if isinstance(value, str) and value.strip() and not value.startswith("http"):
        yield " ".join(value.split()).removeprefix("By ").removeprefix("by ")
    elif isinstance(value, list) and depth < 3:
        for item in value[:20]:
            yield from _names(item, depth + 1)
    elif isinstance(value, dict) and depth < 3:
        yield from _names(value.get("name"), depth + 1)
