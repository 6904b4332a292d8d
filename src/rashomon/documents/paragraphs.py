"""Text -> its paragraphs: blank lines, indents, unwrapped lines, and lines that stand for themselves in a head."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import pairwise

from ..records import Span

UNWRAPPED = 110  # a longer line was not broken by a mailer: it is a paragraph of its own
_HEAD_BLOCKS, _HEAD_LINES = 2, 6
_NARROWEST = 60  # characters to which mailers break lines
_SENTENCE_END = re.compile(r"[.!?:…][\"'”’»)\]]*$")


def split_paragraphs(text: str, stands_alone: Callable[[str], bool]) -> Iterator[Span]:
    """Spans without white space at their ends, in order; every non-blank character lies in one of them.

    A block of lines between blank lines is parted where a line is unwrapped, is indented after one that is not, follows a short
    line that ends a sentence, or where `stands_alone(line)` holds (an address, a date line, a byline ...); in a head, where the
    next line would have had room: headline and deck are two lines, a long headline that a mailer broke is one.
    """
    for number, block in enumerate(_blocks(text)):
        yield from _part(text, block, stands_alone, in_head=number < _HEAD_BLOCKS and _is_head(text, block))


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


def _is_head(text: str, block: list[Span]) -> bool:
    """A few short lines none of which ends a sentence."""
    if not 2 <= len(block) <= _HEAD_LINES or any(len(s) > UNWRAPPED for s in block):
        return False
    return not any(_SENTENCE_END.search(s.of(text)) for s in block[:-1])


def _part(text: str, block: list[Span], stands_alone: Callable[[str], bool], *, in_head: bool) -> Iterator[Span]:
    width = max(40, *(len(s) for s in block))
    start = block[0].start
    alone_before = stands_alone(block[0].of(text))
    for before, line in pairwise(block):
        alone = stands_alone(line.of(text))
        if alone or alone_before or _breaks(text, before, line, width) or (in_head and _had_room(text, before, line, width)):
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


def _had_room(text: str, before: Span, line: Span, width: int) -> bool:
    words = line.of(text)
    return not words[0].islower() and len(before) + 1 + len(words.split()[0]) <= max(width, _NARROWEST)


def _indent(text: str, line: Span) -> int:
    """White space between the line's first mark and the newline before it."""
    return line.start - (text.rfind("\n", max(0, line.start - 200), line.start) + 1)
