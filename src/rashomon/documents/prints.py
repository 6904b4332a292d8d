"""PDF with a text layer -> Draft: pages joined, running heads and page numbers left out, lines joined to paragraphs."""

from __future__ import annotations

import io
import logging
import re
from collections import Counter
from collections.abc import Iterator
from datetime import date

from pypdf import PdfReader
from pypdf.errors import PyPdfError

from ..records import DateEvidence, Failure, Received
from .columns import page_lines
from .date_lines import read_date_line
from .dates import day_when
from .drafts import Draft
from .lines import SENTENCE_END, stands_alone

MOST_PAGES = 2000
_EDGE = 3  # lines at the top and foot of a page among which running heads are looked for
_NUMBER = re.compile(r"[\W_]*(?:page|p\.|seite)?\s*\d{1,4}(?:\s*(?:of|/|von)\s*\d{1,4})?[\W_]*", re.IGNORECASE)
_DIGITS = re.compile(r"\d+")
_PARTS = re.compile(r"\s{2,}|\s+[|•·–—-]\s+|,\s+|\t|\s+(?=\d)|(?<=\d)\s+")
_BROKEN_WORD = re.compile(r"([^\W\d_]{2,})[-\u00ad]$")
_DAMAGE = (PyPdfError, KeyError, IndexError, TypeError, ValueError, AttributeError, RecursionError, OverflowError, NotImplementedError,  # noqa: E501
           ZeroDivisionError, AssertionError, OSError, EOFError, MemoryError, LookupError, ImportError)  # fmt: skip
logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # what is wrong with a file is told in the Failure


def is_pdf(data: bytes) -> bool:
    return b"%PDF-" in data[:1024]


def read_pdf(received: Received) -> Iterator[Draft | Failure]:
    try:
        reader = PdfReader(io.BytesIO(received.data))
        if reader.is_encrypted and not reader.decrypt(""):
            yield Failure(received.name, "an encrypted PDF", "save it without a password")
            return
        if len(reader.pages) > MOST_PAGES:
            yield Failure(received.name, f"a PDF of more than {MOST_PAGES} pages", "split it into its reports")
            return
        pages = [page_lines(page) for page in reader.pages]
        made = reader.metadata.creation_date if reader.metadata else None
    except _DAMAGE as error:
        yield Failure(received.name, f"a damaged PDF ({type(error).__name__})", "open it and save or print it anew")
        return
    kept, heads = _without_heads(pages)
    text = "\n\n".join(_paragraphs(kept)).encode("utf-8", "replace").decode("utf-8").replace("\x00", "\ufffd")
    if len(text.split()) < 5:
        yield Failure(
            received.name, "a PDF without a text layer", "pictures of text are not read: run it through text recognition first"
        )
    else:
        evidence = tuple(_dates(heads, made.date() if made else None))
        yield Draft(received.data, received.name, "application/pdf", "utf-8", text, evidence=evidence, mastheads=_mastheads(heads))


def _without_heads(pages: list[list[str]]) -> tuple[list[str], list[str]]:
    """(all other lines, running heads): page numbers, and what stands at the edge of at least three pages, digits apart alike."""
    edges = Counter(_DIGITS.sub("0", line) for page in pages for line in {*page[:_EDGE], *page[-_EDGE:]})
    kept: list[str] = []
    heads: dict[str, None] = {}
    for page in pages:
        for number, line in enumerate(page):
            edge = number < _EDGE or number >= len(page) - _EDGE
            if edge and (_NUMBER.fullmatch(line) or edges[_DIGITS.sub("0", line)] >= 3):
                heads[line] = None
            else:
                kept.append(line)
    return kept, list(heads)


def _dates(heads: list[str], made: date | None) -> Iterator[DateEvidence]:
    """The day that the running heads tell, and that on which the file was made."""
    told = {found.day: head for head in heads if (found := read_date_line(head)) is not None and not found.changed}
    if len(told) == 1:  # a running head is the same on every page: several days are those of several things
        day, head = next(iter(told.items()))
        yield DateEvidence("date-line", head[:80], day_when(day, "explicit", "prints.running-head", 0.9))
    if made is not None:
        yield DateEvidence("file-time", f"PDF made {made}", day_when(made, "metadata", "prints.made", 0.3))


def _mastheads(heads: list[str]) -> tuple[str, ...]:
    """What a running head says beside date and number: maybe the outlet's name."""
    parts = (part.strip() for head in heads for part in _PARTS.split(head))
    return tuple(dict.fromkeys(p for p in parts if 3 <= len(p) <= 60 and not any(c.isdigit() for c in p)))


def _paragraphs(lines: list[str]) -> Iterator[str]:
    """A paragraph ends where a line is clearly shorter than the column and ends a sentence, or stands for itself; a word broken at
    the line's end is joined where small letters go on."""
    lengths = sorted(len(line) for line in lines)
    width = lengths[int(0.9 * (len(lengths) - 1))] if lengths else 0
    held = ""
    for number, line in enumerate(lines):
        broken = _BROKEN_WORD.search(held)
        held = held[:-1] + line if broken and line[:1].islower() else f"{held} {line}".strip()
        following = lines[number + 1] if number + 1 < len(lines) else ""
        short = len(line) < 0.85 * width
        heading = short and not SENTENCE_END.search(line) and len(line) < 0.7 * width and following[:1].isupper()
        if stands_alone(line) or (following and stands_alone(following)) or (short and SENTENCE_END.search(line)) or heading:
            yield held
            held = ""
    if held:
        yield held
