"""Text exports of Nexis, Factiva and ProQuest -> one Draft an article, from the field labels these services document."""
# ruff: noqa: E501 (patterns are kept whole)

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ..records import DateEvidence, Failure, Received, ZoneKind
from .dates import day_when, find_day
from .drafts import Draft, Part, lay_out
from .encodings import decode
from .lines import byline_names
from .markup import element_text, parse_markup

_NEXIS_START = re.compile(r"^\s*(?:\d{1,5} of \d{1,5} DOCUMENTS?|Document \d{1,5} of \d{1,5})\s*$", re.MULTILINE)
_NEXIS_END = re.compile(r"^[ \t]*End of Document[ \t]*$", re.MULTILINE)
_FACTIVA_END = re.compile(r"^[ \t]*Document [A-Z]{2,}[A-Za-z0-9]{6,}[ \t]*$", re.MULTILINE)
_PROQUEST_RULE = re.compile(r"^_{40,}[ \t]*$|^Document \d+ of \d+[ \t]*$", re.MULTILINE)
_PROQUEST_LABEL = re.compile(r"^(?:Full text|Publication title|Publication date|ProQuest document ID):", re.MULTILINE)
_LABEL = re.compile(
    r"^[ \t]*(BYLINE|Byline|SECTION|Section|LENGTH|Length|DATELINE|Dateline|HIGHLIGHT|Highlight|LOAD-DATE|Load-Date|LANGUAGE|Language|PUBLICATION-TYPE|Publication-Type|GRAPHIC|Graphic|SUBJECT|Subject|"
    r"COPYRIGHT|Copyright|Author|Publication title|Publication date|Publication info|Title|Full text|Abstract|ProQuest document ID|Document URL|Document ID|Source|Source type|Publisher|Publication year|"
    r"Publication subject|ISSN|Language of publication|Document type|Last updated|Database|Links|Country of publication|Place of publication|Location|Company / organization|Identifier / keyword|Pages|Volume|Issue|Section|Credit|Body)\s*:[ \t]*(.*)$",
)
_FACTIVA_PAGE = re.compile(rb"<div[^>]{0,200}\bclass=.[^>]{0,80}\b[a-z]{2}Article\b")
_ARTICLE_CLASS = re.compile(r"\b[a-z]{2}Article\b")
_WORD_COUNT = re.compile(r"^\s*\d[\d,]* words\s*$")
_BODY = re.compile(r"^\s*Body\s*$")


def is_export(text: str) -> bool:
    return _service(text) is not None


def _service(text: str) -> str | None:
    head = text[:400_000]
    if len(_PROQUEST_LABEL.findall(head)) >= 3:
        return "ProQuest"
    if _FACTIVA_END.search(head) and re.search(r"^\s*\d[\d,]* words\s*$", head, re.MULTILINE):
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
    cut = {"Nexis": _NEXIS_END if _NEXIS_END.search(text) else _NEXIS_START, "Factiva": _FACTIVA_END, "ProQuest": _PROQUEST_RULE}[
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


def _parts(piece: str, service: str) -> _Parts:
    fields: dict[str, str] = {}
    head: list[str] = []
    body: list[str] = []
    in_body = False
    for line in piece.strip().splitlines():
        label = _LABEL.match(line)
        if label:
            key = label[1].casefold()
            fields.setdefault(key, label[2].strip())
            if key != "length" or service == "Nexis":  # elsewhere the length stands among the other fields
                in_body = key in ("full text", "length", "body")
            if key == "full text" and label[2].strip():
                body.append(label[2])
        elif _BODY.match(line) or _WORD_COUNT.match(line):
            in_body = True
        elif in_body:
            body.append(line)
        elif line.strip():
            head.append(line.strip())
    return _Parts(fields, tuple(head), "\n".join(body).strip())


def _draft(piece: str, source: str, encoding: str, service: str) -> Draft:
    parts = _parts(piece, service)
    title = parts.fields.get("title") or (parts.head[0] if parts.head else "")
    dated, site = _dated(parts.head, parts.fields, title)
    inner = parts.body
    if service == "Factiva":
        dated, site, inner = _factiva(inner, dated, site)
    deck = Part(parts.fields.get("highlight", ""), ZoneKind.DECK, "exports.highlight")
    text, zones = lay_out([Part(title, ZoneKind.TITLE, "exports.title"), deck, Part(inner)])
    found = find_day(dated) if dated else None
    told = (DateEvidence("metadata", dated[:80], day_when(found[0], "metadata", f"exports.{service.lower()}")),) if found else ()
    return Draft(
        piece.encode("utf-8", "replace"),
        source,
        "text/plain",
        encoding,
        text,
        zones,
        title=title,
        site=site,
        authors=_authors(parts, service),
        evidence=told,
        is_page=True,
    )


def _authors(parts: _Parts, service: str) -> tuple[str, ...]:
    """Those of the field; else of a byline above the text."""
    told = (parts.fields.get("byline") or parts.fields.get("author") or "").removeprefix("By ").removeprefix("BY ")
    names = tuple(name.strip() for name in re.split(r"\s*;\s*|\s+and\s+", told) if name.strip())
    if service == "ProQuest":
        names = tuple(" ".join(reversed(name.split(", "))) for name in names)  # "Roe, Jane"
    return names or next((found for line in parts.head[1:] if (found := byline_names(line))), ())


def _dated(lines: tuple[str, ...], fields: dict[str, str], title: str) -> tuple[str, str | None]:
    """(the line that dates the article, the publication's name): Nexis writes both above or below the headline."""
    dated = fields.get("publication date") or next((line for line in lines if len(line) < 80 and find_day(line)), "")
    site = fields.get("publication title")
    if site is None:
        at = lines.index(dated) if dated in lines else 0
        site = next((line for line in reversed(lines[:at]) if line != title and len(line) < 60), None)
    return dated, site


def _factiva(body: str, dated: str, site: str | None) -> tuple[str, str | None, str]:
    """Factiva writes date, time, source, code, language and copyright between the word count and the text."""
    lines = body.splitlines()
    for number, line in enumerate(lines[:14]):
        if len(line) < 60 and find_day(line):
            dated = line.strip()
            below = [other.strip() for other in lines[number + 1 : number + 9]]
            site = next((b for b in below if b and not re.fullmatch(r"\d\d?:\d\d.*|[A-Z0-9]{3,8}|[A-Z]{2,6}", b)), site)
        if re.match(r"\s*(?:\(c\)|©|Copyright)", line, re.IGNORECASE):
            return dated, site, "\n".join(lines[number + 1 :]).strip()
    return dated, site, body
