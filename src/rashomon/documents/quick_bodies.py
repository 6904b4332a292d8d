"""Markup -> the paragraphs of its main text, by resiliparse: a sixth of the cost of `page_bodies`, and more around them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

from resiliparse.extract.html2text import extract_plain_text
from resiliparse.parse.html import HTMLTree

from ..records import ZoneKind
from .drafts import Part
from .missed_paragraphs import EDGE, SHORTEST, Prose, ends_sentence, letters_of, with_missed
from .own_weeks import is_prose
from .page_heads import words_of

_BLOCK = re.compile(r"<(h[1-6]|p|li|pre|blockquote)>(.*?)</\1>", re.DOTALL)
_GOES_ON = ("p", "pre", "blockquote", "li")  # what may follow the last prose
_LITTLE = 400  # characters
_NEARLY = 0.8
_TAG = re.compile(r"</?(?:h[1-6]|p|li|pre|blockquote|ul|ol|br)[^<>]{0,200}>")


def quick_paragraphs(markup: str, prose: list[Prose]) -> list[Part]:
    """From the first paragraph of prose to the last; resiliparse leaves lists of short items out. `prose`: the page's paragraphs
    that stand in no part named as something else (comments, other reports), by which those of other parts are told."""
    try:
        found = extract_plain_text(HTMLTree.parse(markup), preserve_formatting="minimal_html", main_content=True, alt_texts=False)
    except (ValueError, RuntimeError, UnicodeError):
        return []
    own = {p.begin for p in prose}
    told = [(tag, text, _is_elsewhere(tag, text, own)) for tag, text in _told(found)]
    surely = [n for n, (_, text, elsewhere) in enumerate(told) if not elsewhere and is_prose(text, SHORTEST)]
    if not surely:
        return []
    end = next((n for n in range(surely[-1], len(told)) if told[n][0] not in _GOES_ON or told[n][2]), len(told))
    return with_missed([_part(*one) for one in told[surely[0] : max(end, surely[-1] + 1)]], prose)


def is_whole(body: list[Part], prose: list[Prose]) -> bool:
    """Whether a quick body is as long as a report and has nearly all of the page's own prose; else the page is of another make."""
    if sum(len(part.text) for part in body) < _LITTLE:
        return False
    told = "\n".join(letters_of(part.text) for part in body)
    found = sum(len(p.text) for p in prose if p.begin in told)
    return found >= _NEARLY * sum(len(p.text) for p in prose) > 0


def _is_elsewhere(tag: str, text: str, own: set[str]) -> bool:
    """Prose that stands where the page's own prose does not; short lines between the blocks that are no sentences."""
    if tag == "p":
        return bool(own) and len(text) >= SHORTEST and ends_sentence(text) and letters_of(text)[:EDGE] not in own
    return tag == "" and not is_prose(text, SHORTEST) and not ends_sentence(text)


def _part(tag: str, text: str, elsewhere: bool) -> Part:
    if elsewhere:
        return Part(text, ZoneKind.BOILERPLATE, "quick_bodies.around")
    return Part(text, ZoneKind.SUBHEADING, "quick_bodies.heading") if tag.startswith("h") else Part(text)


def _told(found: str) -> Iterator[tuple[str, str]]:
    """(tag or "", words) of each block, in order; what stands between blocks line by line."""
    at = 0
    for m in _BLOCK.finditer(found):
        yield from _loose(found[at : m.start()])
        words = _words(m[2])
        if words:
            yield m[1], words
        at = m.end()
    yield from _loose(found[at:])


def _loose(between: str) -> Iterator[tuple[str, str]]:
    return (("", words) for line in between.split("\n") if (words := _words(line)))


def _words(text: str) -> str:
    return words_of(unescape(_TAG.sub(" ", text)))
