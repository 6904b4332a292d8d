"""Text -> Quotation: stretches between quotation marks, paragraph by paragraph, however badly the marks are set.

Damage stays inside its paragraph: a quotation that never closes ends with its sentence, unless it opens its paragraph and
the next paragraph opens one again (the custom for quotations over several paragraphs).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..records import Span

_DOUBLE = re.compile(r"[“”„‟«»\"]|''|``")
_SINGLE = re.compile(r"(?<![\w’'])[‘'](?=\w)[^‘’'\n]{1,200}?(?:\w['’]\w[^‘’'\n]{0,200}?){0,12}(?<=[\w.,!?])['’](?![\w’'])")
_STOP = re.compile(r"[.!?][”\"'’)]*\s")
_OPENING = "“„‟«"
LONGEST = 12_000  # characters; a longer "quotation" is a lost mark


@dataclass(frozen=True, slots=True)
class Quotation:
    """`span` with its marks, `inner` without. `closed` false: the closing mark is missing; `opened` false: the opening one.
    `goes_on`: the next paragraph opens it again."""

    span: Span
    inner: Span
    paragraph: int
    closed: bool = True
    opened: bool = True
    single: bool = False
    goes_on: bool = False


def find_quotations(text: str, paragraphs: Sequence[Span]) -> tuple[Quotation, ...]:
    """The outermost quotations of each paragraph, in order. `paragraphs` are disjoint spans of `text`, in order."""
    out: list[Quotation] = []
    for number, span in enumerate(paragraphs):
        following = paragraphs[number + 1] if number + 1 < len(paragraphs) else None
        reopened = following is not None and text[following.start : following.start + 1] in {"“", '"', "«", "„"}
        double = [q for q in _double(text, span, number, reopened) if any(map(str.isalnum, q.inner.of(text)))]
        out += sorted([*double, *_single(text, span, number, double)], key=lambda q: q.span)
    return tuple(out)


def _double(text: str, span: Span, number: int, reopened: bool) -> Iterator[Quotation]:
    start: int | None = None
    inner = 0
    last_end = span.start
    for m in _DOUBLE.finditer(text, span.start, span.end):
        opens = _opens(text, m, start is not None, span)
        if opens and start is None:
            start, inner = m.start(), m.end()
        elif opens and start is not None:
            if m.start() - inner < 2:  # a doubled mark
                inner = m.end()
                continue
            # The mark that should have closed the earlier one is lost: it ends with its sentence.
            end = _sentence_end(text, inner, m.start())
            yield Quotation(Span(start, end), Span(inner, end), number, closed=False)
            last_end = end
            start, inner = m.start(), m.end()
        elif start is not None:
            if m.start() - start > LONGEST:
                end = _sentence_end(text, inner, m.start())
                yield Quotation(Span(start, end), Span(inner, end), number, closed=False)
            elif m.start() > inner:
                yield Quotation(Span(start, m.end()), Span(inner, m.start()), number)
            last_end = m.end()
            start = None
        elif m.start() - last_end > 3 and text[m.start() - 1] in ".,!?" and not text[last_end : m.start()].isspace():
            # A closing mark whose opening one is lost: the quotation starts with its sentence.
            begin = _sentence_start(text, last_end, m.start())
            if any(c.isalnum() for c in text[begin : m.start()]):
                yield Quotation(Span(begin, m.end()), Span(begin, m.start()), number, opened=False)
            last_end = m.end()
    if start is not None and any(c.isalnum() for c in text[inner : span.end]):
        goes_on = reopened and span.end - start < LONGEST
        end = span.end if goes_on else _sentence_end(text, inner, span.end)
        yield Quotation(Span(start, end), Span(inner, end), number, closed=False, goes_on=goes_on)


def _opens(text: str, m: re.Match[str], inside: bool, span: Span) -> bool:
    """Whether a mark opens: by its shape if typographic, by the blanks around it if not; a wrong shape yields to the blanks."""
    before = text[m.start() - 1] if m.start() > span.start else " "
    after = text[m.end()] if m.end() < span.end else " "
    left, right = before.isspace() or before in "([{—–-/:", after.isspace() or after in ".,;:!?)]}—–"
    mark = m.group()
    if mark in {"“", "„", "‟", "«", "``"}:
        return not (inside and not left and right)
    if mark in {"”", "»"}:
        return not inside and left and not right
    if left and not right:
        return True
    if right and not left:
        return False
    return not inside


def _sentence_end(text: str, start: int, limit: int) -> int:
    m = _STOP.search(text, start, limit)
    end = m.end() if m else limit
    while end > start and text[end - 1].isspace():
        end -= 1
    return end


def _sentence_start(text: str, start: int, limit: int) -> int:
    begin = start
    for m in _STOP.finditer(text, start, limit):
        if m.end() < limit:
            begin = m.end()
    while begin < limit and text[begin].isspace():
        begin += 1
    return begin


def _single(text: str, span: Span, number: int, double: Sequence[Quotation]) -> Iterator[Quotation]:
    """Quotations in single marks outside double ones; apostrophes are kept apart by what stands around them."""
    if "'" not in text[span.start : span.end] and "‘" not in text[span.start : span.end]:
        return
    for m in _SINGLE.finditer(text, span.start, span.end):
        whole = Span(*m.span())
        if not any(q.span.overlaps(whole) for q in double) and not m.group().startswith("''"):
            yield Quotation(whole, Span(whole.start + 1, whole.end - 1), number, single=True)
