"""Paragraphs -> Sentence records, through a spaCy pipeline that is handed in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from ..records import ANALYSED, SILENT_ZONES, Document, Sentence, Token, ZoneKind
from .normalise import Normalised, normalise

# Verbs whose forms ("staged", "fined") the lemmatiser of spaCy's English models takes back to another word.
MISREAD = {
    "stag": "stage",
    "wag": "wage",
    "fin": "fine",
    "rap": "rape",
    "hop": "hope",
    "din": "dine",
    "slat": "slate",
    "fee": "feel",
}
MISREAD |= {"lambast": "lambaste", "resupplie": "resupply", "resupplye": "resupply", "unbane": "unban"}
LONGEST = 6_000  # characters given to the parser at once: its memory grows with the length
BATCH = 64
_PARAGRAPH = re.compile(r"\S(?:.*?\S)?(?=\s*\n\s*\n|\s*\Z)", re.DOTALL)
_CUT = re.compile(r"[.!?][\"'”’)]*\s+|\s+")
_LINE = re.compile(r"[^\n]*\S[^\n]*")


def parse_documents(documents: Iterable[Document], parser: Any) -> Iterator[tuple[Document, tuple[Sentence, ...]]]:
    """Yields each document with its sentences, in order. Pieces of many documents go through the parser in one batch."""

    def pieces() -> Iterator[tuple[str, tuple[Document, int, ZoneKind | None, Normalised, bool]]]:
        for document in documents:
            blocks = list(_blocks(document))
            if not blocks:
                yield "", (document, 0, None, normalise(document.text, 0, 0), True)
            for number, (start, end, zone, paragraph) in enumerate(blocks):
                normal = normalise(document.text, start, end)
                yield normal.text, (document, paragraph, zone, normal, number == len(blocks) - 1)

    gathered: list[Sentence] = []
    for parsed, (document, paragraph, zone, normal, last) in parser.pipe(pieces(), as_tuples=True, batch_size=BATCH):
        gathered += _sentences(parsed, document.id, len(gathered), paragraph, zone, normal)
        if last:
            yield document, tuple(gathered)
            gathered = []


def parse_text(text: str, parser: Any, document: str = "doc:none") -> tuple[Sentence, ...]:
    """The sentences of a bare text (no zones), as one paragraph after another."""
    gathered: list[Sentence] = []
    for number, m in enumerate(_PARAGRAPH.finditer(text)):
        for start, end in _cuts(text, *m.span()):
            normal = normalise(text, start, end)
            gathered += _sentences(parser(normal.text), document, len(gathered), number, ZoneKind.BODY, normal)
    return tuple(gathered)


def _blocks(document: Document) -> Iterator[tuple[int, int, ZoneKind | None, int]]:
    """(start, end, zone, paragraph number) of what is worth parsing; a paragraph never crosses a zone. Nothing of a document in
    another language, of which an English parse would make people and deeds that it does not tell."""
    if document.language not in ANALYSED:
        return
    number = 0
    for zone in document.zones:
        if zone.kind in SILENT_ZONES:
            continue
        for m in _PARAGRAPH.finditer(document.text, zone.span.start, zone.span.end):
            for start, end in _cuts(document.text, *m.span()):
                yield start, end, zone.kind, number
            number += 1


def _cuts(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Pieces of at most LONGEST characters, cut after a sentence if there is one, else at white space, else hard."""
    while end - start > LONGEST:
        ends = [m.end() for m in _CUT.finditer(text, start + LONGEST // 2, start + LONGEST)]
        stops = [e for e in ends if not text[e - 2].isalnum()]
        cut = (stops or ends or [start + LONGEST])[-1]
        yield start, cut
        start = cut
    if start < end:
        yield start, end


def _sentences(
    parsed: Any, document: str, index: int, paragraph: int, zone: ZoneKind | None, normal: Normalised
) -> Iterator[Sentence]:
    words = list(parsed)
    if not words:
        return
    chunk_ends = [(c.start, c.end, c.root.i) for c in parsed.noun_chunks]
    for start, end in _bounds(parsed):
        first, last = _trim(words, start, end)
        if first >= last:
            continue
        yield Sentence(
            document=document,
            index=index,
            paragraph=paragraph,
            zone=zone,
            span=normal.span(words[first].idx, words[last - 1].idx + len(words[last - 1])),
            tokens=tuple(_tokens(words, first, last, normal)),
            chunks=tuple((a - first, b - first, r - first) for a, b, r in chunk_ends if first <= a and b <= last),
        )
        index += 1


def _bounds(parsed: Any) -> list[tuple[int, int]]:
    """Token bounds of the parser's sentences, with wrong cuts undone: a piece without letters, or one that goes on in
    small letters after no full stop, belongs to the piece before."""
    bounds: list[tuple[int, int]] = []
    for sentence in parsed.sents:
        words = [t for t in sentence if not t.is_space]
        first = next((t for t in words if t.is_alpha or t.like_num), None)
        before = parsed[bounds[-1][0] : bounds[-1][1]].text.rstrip() if bounds else ""
        goes_on = first is not None and first.text[:1].islower() and not re.search(r"[.!?:;][\"'”’)\]]*$", before)
        if bounds and (first is None or goes_on):
            bounds[-1] = (bounds[-1][0], sentence.end)
        else:
            bounds.append((sentence.start, sentence.end))
    return bounds


def _trim(words: Sequence[Any], start: int, end: int) -> tuple[int, int]:
    while start < end and words[start].is_space:
        start += 1
    while end > start and words[end - 1].is_space:
        end -= 1
    return start, end


def _tokens(words: Sequence[Any], first: int, last: int, normal: Normalised) -> Iterator[Token]:
    """Token records with sentence-local indices. Where two of the parser's sentences were joined, the later root hangs on
    the first, so that every sentence is one tree."""
    root = next((t.i for t in words[first:last] if t.head is t or t.head.i == t.i or not first <= t.head.i < last), first)
    heads = [t.head.i if first <= t.head.i < last and t.head.i != t.i else root for t in words[first:last]]
    children: list[list[int]] = [[] for _ in heads]
    for i, head in enumerate(heads):
        if head - first != i:
            children[head - first].append(i)
    for i, t in enumerate(words[first:last]):
        joined = (t.dep_ == "ROOT" and t.i != root) or (t.dep_ == "ccomp" and _apart(t))
        yield Token(
            span=normal.span(t.idx, t.idx + len(t)),
            text=normal.written[t.idx : t.idx + len(t)],
            lemma=MISREAD.get(t.lemma_, t.lemma_) if t.pos_ == "VERB" else t.lemma_,
            pos=t.pos_,
            tag=t.tag_,
            dep="parataxis" if joined else t.dep_,
            head=heads[i] - first,
            children=tuple(children[i]),
            entity=t.ent_type_,
            entity_begin=t.ent_iob_ == "B",
            morph=str(t.morph),
        )


def _apart(word: Any) -> bool:
    """Whether what the parser takes for the object of the verb behind it is a clause before a semicolon."""
    return any(t.text == ";" and word.i < t.i < word.head.i for t in word.head.lefts)
