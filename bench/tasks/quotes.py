"""quotes: attributions of a document. Rows {doc, text}; one attribution a line: {doc, quote, speaker, cue, kind, id, nested_in}."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from rashomon.attributions import find_attributions
from rashomon.models import load_parser
from rashomon.records import Attribution, AttributionKind, Document, Sentence, Span, Zone, ZoneKind, content_id
from rashomon.sentences import parse_documents

from .reading import readers

# The scorer asks for the mention as used; a relative pronoun ("China, which refuses ...") is given with its antecedent.
_RELATIVE = re.compile(r"[\s,]*\b(who|which|that)\b", re.IGNORECASE)


def predict(rows: list[dict[str, Any]], folder: Path) -> Iterator[dict[str, Any]]:
    """The attributions of each row's text; terms (scare quotes, titles) are no attributions and are left out."""
    documents = [_document(row) for row in rows]
    for row, (document, sentences) in zip(rows, parse_documents(documents, load_parser()), strict=True):
        yield from attribution_rows(row["doc"], document, sentences)


def attribution_rows(name: Any, document: Document, sentences: Sequence[Sentence]) -> Iterator[dict[str, Any]]:
    """One output row for each attribution of one document."""
    model = readers()
    for attribution in find_attributions(document, sentences, (), model.tagger if model else None):
        if attribution.kind is not AttributionKind.TERM:
            yield {
                "doc": name,
                "id": attribution.id,
                "quote": _pairs(attribution.content),
                "speaker": _speaker(document.text, attribution),
                "cue": _pairs(attribution.cue),
                "kind": attribution.kind.value,
                "force": attribution.force.value,
                "nested_in": attribution.parent,
                "conf": attribution.score,
                "rule": attribution.rule,
            }


def _document(row: dict[str, Any]) -> Document:
    """The row's text as a document of one body zone: the offsets must be those of the given text."""
    text = row["text"]
    return Document(
        id=content_id("doc", text),
        sha256="",
        source=str(row["doc"]),
        media_type="text/plain",
        encoding="utf-8",
        language="en",
        text=text,
        title="",
        zones=(Zone(ZoneKind.BODY, Span(0, len(text)), "whole text"),),
    )


def _pairs(spans: Sequence[Span]) -> list[list[int]]:
    return [[s.start, s.end] for s in spans]


def _speaker(text: str, attribution: Attribution) -> list[list[int]]:
    out = [[h.span.start, h.span.end] for h in attribution.holders]
    for start, end in list(out):
        m = _RELATIVE.match(text, end)
        if m and attribution.cue and m.end() <= attribution.cue[0].start <= m.end() + 40 and start < end:
            out.append([m.start(1), m.end(1)])
    return out
