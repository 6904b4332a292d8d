"""A page's tree -> the paragraphs of its main text, as trafilatura finds it."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from typing import Any

from trafilatura import bare_extraction

from ..records import ZoneKind
from .drafts import Part
from .page_heads import words_of

logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # what is wrong with a page is told in the Failure
_KINDS = {"head": ZoneKind.SUBHEADING}
_BLOCKS = {"p", "head", "quote", "item", "row", "list", "table", "div"}


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
