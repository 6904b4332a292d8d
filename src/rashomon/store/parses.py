"""Sentences <-> one compressed blob a document, so that a ledger is read without a parser.

Columns over all tokens of the document instead of a record a token; strings once, in a list. Children follow from heads.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Any

from ..records import Sentence, Span, Token, ZoneKind

STRINGS = ("text", "lemma", "pos", "tag", "dep", "entity", "morph")
_ZONES = {zone.value: zone for zone in ZoneKind}


def pack_sentences(sentences: Iterable[Sentence]) -> bytes:
    """All sentences of one document as a blob (JSON columns, zlib)."""
    sentences = list(sentences)
    tokens = [token for sentence in sentences for token in sentence.tokens]
    words: dict[str, int] = {}
    columns: dict[str, Any] = {
        "sentences": [
            [s.index, s.paragraph, s.zone and s.zone.value, s.span.start, s.span.end, len(s.tokens), list(chain(*s.chunks))]
            for s in sentences
        ],
        "start": _steps([t.span.start for t in tokens]),
        "length": [len(t.span) for t in tokens],
        "head": [t.head - i for s in sentences for i, t in enumerate(s.tokens)],
        "begin": [int(t.entity_begin) for t in tokens],
    }
    for name in STRINGS:
        columns[name] = [words.setdefault(getattr(t, name), len(words)) for t in tokens]
    columns["words"] = list(words)
    return zlib.compress(json.dumps(columns, separators=(",", ":")).encode("ascii"), 6)


def unpack_sentences(blob: bytes, document: str) -> tuple[Sentence, ...]:
    """The sentences that `pack_sentences` packed, as those of `document`."""
    columns = json.loads(zlib.decompress(blob))
    words = columns["words"]
    strings = [[words[i] for i in columns[name]] for name in STRINGS]
    tokens = zip(_sums(columns["start"]), columns["length"], columns["head"], columns["begin"], *strings, strict=True)
    return tuple(_sentence(row, document, tokens) for row in columns["sentences"])


def _sentence(row: list[Any], document: str, tokens: Iterator[tuple[Any, ...]]) -> Sentence:
    index, paragraph, zone, start, end, count, chunks = row
    mine = [next(tokens) for _ in range(count)]
    children: list[list[int]] = [[] for _ in mine]
    for i, token in enumerate(mine):
        if token[2]:
            children[i + token[2]].append(i)
    return Sentence(
        document=document,
        index=index,
        paragraph=paragraph,
        zone=zone and _ZONES[zone],
        span=Span(start, end),
        tokens=tuple(_token(i, token, children[i]) for i, token in enumerate(mine)),
        chunks=tuple(zip(chunks[::3], chunks[1::3], chunks[2::3], strict=True)),
    )


def _token(i: int, columns: tuple[Any, ...], children: list[int]) -> Token:
    start, length, head, begin, text, lemma, pos, tag, dep, entity, morph = columns
    return Token(Span(start, start + length), text, lemma, pos, tag, dep, i + head, tuple(children), entity, bool(begin), morph)


def _steps(numbers: list[int]) -> list[int]:
    return [b - a for a, b in zip([0, *numbers], numbers, strict=False)]


def _sums(steps: list[int]) -> Iterator[int]:
    total = 0
    for step in steps:
        total += step
        yield total
