"""An article of a Factiva export, as a reader sees it or with the codes of its fields -> what its head tells, and its text."""

from __future__ import annotations

import re
from dataclasses import dataclass

from .dates import find_day
from .lines import byline_names
from .page_authors import names_of

END = re.compile(r"^[ \t]*(?:AN[ \t]+)?Document [A-Z]{2,}[A-Za-z0-9]{6,}[ \t]*$", re.MULTILINE)
WORD_COUNT = re.compile(r"^\s*(?:WC[ \t]+)?\d[\d,]* words\s*$", re.MULTILINE)
_CODES = "SE HD CR BY WC PD ET SN SC ED VOL PG LA CY LP TD CT RF ART CO IN NS RE IPC IPD PUB AN CLM DLN".split()
_CODED = re.compile(rf"^[ \t]*({'|'.join(_CODES)})(?:[ \t]+(.*)|[ \t]*)$")
_COPYRIGHT = re.compile(r"\s*(?:\(c\)|©|Copyright)", re.IGNORECASE)
_CLOCK_OR_CODE = re.compile(r"\d\d?:\d\d.*|[A-Z0-9]{3,8}|[A-Z]{2,6}")
_SECTION_WORDS = 3  # of a line above the headline that names the section
_HEAD_LINES = 14


@dataclass(frozen=True, slots=True)
class Article:
    """ "" or () or None where the article does not tell."""

    title: str
    authors: tuple[str, ...]
    dated: str
    site: str | None
    body: str


def read_article(piece: str) -> Article:
    lines = piece.strip().splitlines()
    codes = {m[1] for line in lines if (m := _CODED.match(line))}
    return _of_codes(lines) if {"HD", "PD"} <= codes and codes & {"LP", "TD"} else _of_layout(lines)


def _of_codes(lines: list[str]) -> Article:
    """ "HD  The headline", a field a code, those of the text ("LP", "TD") over many lines."""
    fields: dict[str, list[str]] = {}
    code = ""
    for line in lines:
        m = _CODED.match(line)
        if m:
            code = m[1]
        fields.setdefault(code, []).append((m[2] or "") if m else line)
    told = {code: " ".join(" ".join(held).split()) for code, held in fields.items()}
    body = "\n\n".join("\n".join(fields[code]).strip() for code in ("LP", "TD") if code in fields)
    return Article(told.get("HD", ""), _authors(told.get("BY", "")), told.get("PD", ""), told.get("SN"), body.strip())


def _of_layout(lines: list[str]) -> Article:
    """Section, headline and byline; the number of words; date, time, source, code, language and copyright; the text."""
    at = next((n for n, line in enumerate(lines) if WORD_COUNT.match(line)), 0)
    head = [line.strip() for line in lines[:at] if line.strip()]
    title, under = _headline(head)
    dated, site = "", None
    for number, line in enumerate(lines[at + 1 : at + 1 + _HEAD_LINES], at + 1):
        if len(line) < 60 and find_day(line):
            dated = line.strip()
            below = [other.strip() for other in lines[number + 1 : number + 9]]
            site = next((b for b in below if b and not _CLOCK_OR_CODE.fullmatch(b)), None)
        if _COPYRIGHT.match(line):
            return Article(title, _authors(under), dated, site, "\n".join(lines[number + 1 :]).strip())
    return Article(title, _authors(under), dated, site, "\n".join(lines[at + 1 :]).strip())


def _headline(head: list[str]) -> tuple[str, str]:
    """(headline, what stands below it)"""
    if len(head) > 1 and len(head[0].split()) <= _SECTION_WORDS < len(head[1].split()) and byline_names(head[1]) is None:
        head = head[1:]
    return (head[0], head[1] if len(head) > 1 else "") if head else ("", "")


def _authors(line: str) -> tuple[str, ...]:
    return byline_names(line) or (names_of(line) if len(line) <= 100 else ())
