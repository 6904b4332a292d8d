"""Text -> windows of word pieces: whole paragraphs packed together, so that a reader sees the paragraphs beside its own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

START, END = 101, 102  # [CLS], [SEP] of the BERT vocabulary; [SEP] also parts the paragraphs of a window
PIECE_LENGTH = 20_000  # code points handed to the tokenizer at once: a text may be one line of megabytes
LINE = re.compile(r"[^\n]+")
SENTENCE_ENDS = frozenset(".?!")


@dataclass(frozen=True, slots=True)
class Window:
    """Word pieces of a stretch of text. `starts`/`ends` are code points into the text (-1 for the model's own marks);
    `firsts` tells the first piece of each word: only these bear labels."""

    ids: tuple[int, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    firsts: tuple[bool, ...]


Piece = tuple[int, int, int, bool]


def cut_windows(text: str, tokenizer: Any, limit: int) -> list[Window]:
    """Windows of at most `limit` word pieces; paragraphs (lines) are kept whole where they fit."""
    windows: list[Window] = []
    filled: list[Piece] = []
    for stretch in _stretches(text, tokenizer, limit - 2):
        if filled and len(filled) + len(stretch) + 3 > limit:
            windows.append(_window(filled))
            filled = []
        if filled:
            filled.append((END, -1, -1, False))
        filled.extend(stretch)
    if filled:
        windows.append(_window(filled))
    return windows


def _window(pieces: list[Piece]) -> Window:
    ids, starts, ends, firsts = zip((START, -1, -1, False), *pieces, (END, -1, -1, False), strict=True)
    return Window(ids, starts, ends, firsts)


def _stretches(text: str, tokenizer: Any, limit: int) -> Iterator[list[Piece]]:
    """The pieces of each paragraph; a paragraph of more than `limit` pieces is parted, after a sentence where there is one."""
    spans = list(_lines(text))
    for first in range(0, len(spans), 256):
        part = spans[first : first + 256]
        coded = tokenizer.encode_batch([text[start:end] for start, end in part], add_special_tokens=False)
        for (base, _), encoding in zip(part, coded, strict=True):
            pieces = _pieces(encoding, base)
            while len(pieces) > limit:
                cut = _cut(text, pieces, limit)
                yield pieces[:cut]
                pieces = pieces[cut:]
            if pieces:
                yield pieces


def _lines(text: str) -> Iterator[tuple[int, int]]:
    for match in LINE.finditer(text):
        start, end = match.span()
        while end - start > PIECE_LENGTH:
            blank = text.rfind(" ", start + 1, start + PIECE_LENGTH)
            cut = blank if blank > start else start + PIECE_LENGTH
            yield start, cut
            start = cut
        yield start, end


def _pieces(encoding: Any, base: int) -> list[Piece]:
    words = encoding.word_ids
    return [
        (number, base + start, base + end, i == 0 or words[i] != words[i - 1])
        for i, (number, (start, end)) in enumerate(zip(encoding.ids, encoding.offsets, strict=True))
    ]


def _cut(text: str, pieces: list[Piece], limit: int) -> int:
    for i in range(limit, limit // 3, -1):
        if text[pieces[i - 1][1]] in SENTENCE_ENDS and pieces[i][3] and pieces[i][1] > pieces[i - 1][2]:
            return i
    for i in range(limit, limit // 3, -1):
        if pieces[i][3]:
            return i
    return limit
