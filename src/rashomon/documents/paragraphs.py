"""Text -> its paragraphs: blank lines, indents, unwrapped lines, and lines that stand for themselves in a head."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import pairwise

from ..records import Span

UNWRAPPED = 110  # a longer line was not broken by a mailer: it is a paragraph of its own
_SENTENCE_END = re.compile(r"[.!?:…][\"'”’»)\]]*$")


def split_paragraphs(text: str, stands_alone: Callable[[str], bool]) -> Iterator[Span]:
    """Spans without white space at their ends, in order; every non-blank character lies in one of them.

    A block of lines between blank lines is parted where a line is unwrapped, is indented after one that is not, follows a short
    line that ends a sentence, or where `stands_alone(line)` holds (an address, a date line, a byline ...).
    """
    for block in _blocks(text):
        yield from _part(text, block, stands_alone)


def _blocks(text: str) -> Iterator[list[Span]]:
    block: list[Span] = []
    at = 0
    while at < len(text):
        end = text.find("\n", at)
        end = len(text) if end < 0 else end
        line = text[at:end]
        inner = line.strip()
        if inner:
            start = at + len(line) - len(line.lstrip())
            block.append(Span(start, start + len(inner)))
        elif block:
            yield block
            block = []
        at = end + 1
    if block:
        yield block


def _part(text: str, block: list[Span], stands_alone: Callable[[str], bool]) -> Iterator[Span]:
    width = max(40, *(len(s) for s in block))
    start = block[0].start
    alone_before = stands_alone(block[0].of(text))
    for before, line in pairwise(block):
        alone = stands_alone(line.of(text))
        if alone or alone_before or _breaks(text, before, line, width):
            yield Span(start, before.end)
            start = line.start
        alone_before = alone
    yield Span(start, block[-1].end)


def _breaks(text: str, before: Span, line: Span, width: int) -> bool:
    if len(before) > UNWRAPPED or len(line) > UNWRAPPED:
        return True
    if (before.of(text)[:1] == ">") != (line.of(text)[:1] == ">"):
        return True
    if _indent(text, line) >= 2 > _indent(text, before):
        return True
    return len(before) < 0.6 * width and _SENTENCE_END.search(before.of(text)) is not None


def _indent(text: str, line: Span) -> int:
    """White space between the line's first mark and the newline before it."""
    return line.start - (text.rfind("\n", max(0, line.start - 200), line.start) + 1)
