"""HTML of a mail or archive page -> plain text as a text browser would show it: paragraphs apart, <pre> as it is."""

from __future__ import annotations

import re
from typing import Any

from lxml import etree, html

_BLOCKS = {"p", "div", "br", "li", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "tr", "table", "blockquote", "pre", "hr", "dd", "dt", "section",  # noqa: E501
           "article", "header", "footer", "figure", "figcaption", "td", "th", "address", "main", "aside", "center"}  # fmt: skip
_SKIPPED = {"script", "style", "head", "title", "noscript", "template", "iframe", "object", "svg", "select", "button", "textarea"}
_SPACES = re.compile(r"[ \t\r\n\f]+")
_BREAK = "\x1e"


def parse_markup(text: str) -> Any | None:
    """The root element, None where lxml finds nothing; never raises on broken markup."""
    parser = html.HTMLParser(huge_tree=False, remove_comments=False, encoding="utf-8")
    try:
        return html.document_fromstring(text.replace("\x00", "").encode("utf-8", "replace"), parser=parser)
    except (etree.LxmlError, ValueError, AssertionError):
        return None


def markup_text(text: str) -> str:
    """The visible text of a piece of markup, paragraphs parted by a blank line."""
    root = parse_markup(text)
    return element_text(root) if root is not None else ""


def element_text(root: Any) -> str:
    """As `markup_text`, of an element already parsed."""
    pieces: list[str] = []
    preformatted = 0
    walker = etree.iterwalk(root, events=("start", "end", "comment", "pi"))
    for event, element in walker:
        tag = element.tag if isinstance(element.tag, str) else ""
        if event == "start":
            if tag in _SKIPPED:
                walker.skip_subtree()
                continue
            preformatted += tag == "pre"
            if tag in _BLOCKS:
                pieces.append("\n" if tag == "br" else _BREAK)
            pieces.append(_laid(element.text, preformatted))
            continue
        if event == "end" and tag not in _SKIPPED:
            preformatted -= tag == "pre"
            if tag in _BLOCKS and tag != "br":
                pieces.append(_BREAK)
        if element is not root:
            pieces.append(_laid(element.tail, preformatted))
    paragraphs = ("\n".join(line.rstrip(" ") for line in p.split("\n")).strip("\n ") for p in "".join(pieces).split(_BREAK))
    return "\n\n".join(p for p in paragraphs if p.strip())


def _laid(text: str | None, preformatted: int) -> str:
    text = (text or "").replace(_BREAK, " ")
    return text if preformatted else _SPACES.sub(" ", text)
