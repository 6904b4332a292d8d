"""Text exports of Nexis, Factiva and ProQuest -> one Draft an article, from the field labels these services document."""
# ruff: noqa: E501 (patterns are kept whole)

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ..records import DateEvidence, Failure, Received, ZoneKind
from . import factiva
from .dates import day_when, find_day
from .drafts import Draft, Part, lay_out
from .encodings import decode
from .lines import byline_names
from .markup import element_text, parse_markup

_NEXIS_START = re.compile(r"^\s*(?:\d{1,5} of \d{1,5} DOCUMENTS?|Document \d{1,5} of \d{1,5})\s*$", re.MULTILINE)
_NEXIS_END = re.compile(r"^[ \t]*End of Document[ \t]*$", re.MULTILINE)
_PROQUEST_RULE = re.compile(r"^_{40,}[ \t]*$|^Document \d+ of \d+[ \t]*$", re.MULTILINE)
_PROQUEST_LABEL = re.compile(r"^(?:Full text|Publication title|Publication date|ProQuest document ID):", re.MULTILINE)
_LABEL = re.compile(
    r"^[ \t]*(BYLINE|Byline|SECTION|Section|LENGTH|Length|DATELINE|Dateline|HIGHLIGHT|Highlight|LOAD-DATE|Load-Date|LANGUAGE|Language|PUBLICATION-TYPE|Publication-Type|GRAPHIC|Graphic|SUBJECT|Subject|"
    r"COPYRIGHT|Copyright|Author|Publication title|Publication date|Publication info|Title|Full text|Abstract|ProQuest document ID|Document URL|Document ID|Source|Source type|Publisher|Publication year|"
    r"Publication subject|ISSN|Language of publication|Document type|Last updated|Database|Links|Country of publication|Place of publication|Location|Company / organization|Identifier / keyword|Pages|Volume|Issue|Section|Credit|Body)\s*:[ \t]*(.*)$",
)
_FACTIVA_PAGE = re.compile(rb"<div[^>]{0,200}\bclass=.[^>]{0,80}\b[a-z]{2}Article\b")
_ARTICLE_CLASS = re.compile(r"\b[a-z]{2}Article\b")
_EDITION = re.compile(r"(?:.{0,30}\b(?:Edition|Final)\b.{0,20}|\d - [A-Z/ ]+)")
_LEGAL = re.compile(r"(?:\(c\)|©|Copyright|All Rights Reserved)", re.IGNORECASE)
_ABOVE = ("byline", "dateline", "highlight", "section", "length")  # what Nexis writes above the text, in any order
_BODY = re.compile(r"^\s*Body\s*$")


def is_export(text: str) -> bool:
    return _service(text) is not None


def _service(text: str) -> str | None:
    head = text[:400_000]
    if len(_PROQUEST_LABEL.findall(head)) >= 3:
        return "ProQuest"
    if factiva.END.search(head) and factiva.WORD_COUNT.search(head):
        return "Factiva"
    if (_NEXIS_START.search(head) or _NEXIS_END.search(head)) and re.search(
        r"^\s*(?:LENGTH|Length|LOAD-DATE|Load-Date|BYLINE|Byline|Body)\b", head, re.MULTILINE
    ):
        return "Nexis"
    return None


def is_export_page(data: bytes) -> bool:
    """Factiva's articles as a page: each in a division of its own, its code at the end."""
    head = data[:400_000]
    return head.lstrip()[:1] == b"<" and _FACTIVA_PAGE.search(head) is not None


def read_export_page(received: Received) -> Iterator[Draft | Failure]:
    markup, encoding, _ = decode(received.data)
    root = parse_markup(markup)
    articles = root.xpath("//div[@class]") if root is not None else ()
    texts = [element_text(a) for a in articles if _ARTICLE_CLASS.search(a.get("class"))]
    yield from split_export("\n\n".join(texts), received.name, encoding)


def read_office_text(received: Received, text: str, name: str, media_type: str, encoding: str) -> Iterator[Draft | Failure]:
    """What a word processor's file holds: one report, or all articles of an export. `name`: "a DOCX", "an RTF"."""
    if not text.strip():
        yield Failure(received.name, f"{name} without text", "pictures of text are not read")
    elif is_export(text):
        yield from split_export(text, received.name, encoding)
    else:
        yield Draft(received.data, received.name, media_type, encoding, text)


def split_export(text: str, source: str, encoding: str) -> Iterator[Draft | Failure]:
    """The articles of one export file, in order; each keeps its own bytes (its stretch of the export)."""
    service = _service(text) or "Nexis"
    cut = {"Nexis": _NEXIS_END if _NEXIS_END.search(text) else _NEXIS_START, "Factiva": factiva.END, "ProQuest": _PROQUEST_RULE}[
        service
    ]
    number = 0
    for piece in _pieces(text, cut):
        if len(piece.split()) < 15:
            continue
        number += 1
        yield _draft(piece, f"{source}#{number}", encoding, service)
    if not number:
        yield Failure(source, f"a {service} export without articles", "export with full text")


def _pieces(text: str, cut: re.Pattern[str]) -> Iterator[str]:
    at = 0
    for m in cut.finditer(text):
        yield text[at : m.start()]
        at = m.end()
    yield text[at:]


@dataclass(frozen=True, slots=True)
class _Parts:
    """An article's labelled fields (by label, in small letters), the lines above the first of them, and its text."""

    fields: dict[str, str]
    head: tuple[str, ...]
    body: str


def _parts(piece: str) -> _Parts:
    fields: dict[str, str] = {}
    head: list[str] = []
    body: list[str] = []
    in_body = False
    for line in piece.strip().splitlines():
        label = _LABEL.match(line)
        if label:
            key = label[1].casefold()
            fields.setdefault(key, label[2].strip())
            in_body = key in ("full text", "length", "body") or (in_body and key in _ABOVE and not body)
            if key == "full text" and label[2].strip():
                body.append(label[2])
        elif _BODY.match(line):
            in_body = True
        elif in_body:
            if line.strip() or body:
                body.append(line)
        elif line.strip():
            head.append(line.strip())
    return _Parts(fields, tuple(head), "\n".join(body).strip())


def _draft(piece: str, source: str, encoding: str, service: str) -> Draft:
    article, deck = _labelled(piece) if service != "Factiva" else (factiva.read_article(piece), "")
    highlight = Part(deck, ZoneKind.DECK, "exports.highlight")
    text, zones = lay_out([Part(article.title, ZoneKind.TITLE, "exports.title"), highlight, Part(article.body)])
    found = find_day(article.dated) if article.dated else None
    when = day_when(found[0], "metadata", f"exports.{service.lower()}") if found else None
    return Draft(
        piece.encode("utf-8", "replace"),
        source,
        "text/plain",
        encoding,
        text,
        zones,
        title=article.title,
        site=article.site,
        authors=article.authors,
        evidence=(DateEvidence("metadata", article.dated[:80], when),) if when else (),
        is_page=True,
    )


def _labelled(piece: str) -> tuple[factiva.Article, str]:
    """An article of Nexis or ProQuest, and its highlight."""
    parts = _parts(piece)
    dated = parts.fields.get("publication date") or next((line for line in parts.head if len(line) < 80 and find_day(line)), "")
    title, site = _title_and_site(parts.head, dated)
    title = parts.fields.get("title") or title
    site = parts.fields.get("publication title", site or "").split(";")[0].strip() or None
    return factiva.Article(title, _authors(parts), dated, site, parts.body), parts.fields.get("highlight", "")


def _title_and_site(head: tuple[str, ...], dated: str) -> tuple[str, str | None]:
    """Nexis writes publication and date below the headline, in older exports above it."""
    if not head:
        return "", None
    at = head.index(dated) if dated in head else 0
    below = [line for line in head[at + 1 :] if at and not _EDITION.fullmatch(line) and not _LEGAL.match(line)]
    if below:
        return " ".join(below), head[0]
    return head[0], next((line for line in reversed(head[1:at]) if len(line) < 60), None)


def _authors(parts: _Parts) -> tuple[str, ...]:
    """Those of the field; else of a byline above the text."""
    told = (parts.fields.get("byline") or parts.fields.get("author") or "").removeprefix("By ").removeprefix("BY ")
    names = tuple(name.strip() for name in re.split(r"\s*;\s*|\s+and\s+", told) if name.strip())
    if "byline" not in parts.fields:
        names = tuple(" ".join(reversed(name.split(", "))) for name in names)  # "Roe, Jane"
    return names or next((found for line in parts.head[1:] if (found := byline_names(line))), ())
