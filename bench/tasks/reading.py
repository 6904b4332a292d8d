"""Rows of sentences -> the product's own reading of them: what the tasks on events share."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from functools import cache
from typing import Any

from rashomon.events.ranking import ranked as rank_events
from rashomon.models import PairReading, Readers, SentenceReading, load_parser, load_readers
from rashomon.pipeline import read_parsed, read_reports
from rashomon.records import (
    Document,
    Event,
    EventType,
    Precision,
    Reading,
    Received,
    Sentence,
    Span,
    When,
    Zone,
    ZoneKind,
    content_id,
)
from rashomon.sentences import parse_documents
from rashomon.tables import Tables, load_tables

SPOKEN = {EventType.STATEMENT, EventType.POSITION}


@cache
def tables() -> Tables:
    return load_tables()


def readers() -> Readers | None:
    """The trained readers, as the product has them; none with RASHOMON_NO_MODEL, as there."""
    return None if os.environ.get("RASHOMON_NO_MODEL") else load_readers()


def as_document(text: str, day: date | None = None) -> Document:
    """A text as a document of one body zone: offsets are those of the given text."""
    when = None if day is None else When(day.isoformat(), day.isoformat(), day, day, Precision.DAY, "metadata", "bench")
    zones = (Zone(ZoneKind.BODY, Span(0, len(text)), "whole text"),) if text else ()
    return Document(content_id("doc", text), "", "bench", "text/plain", "utf-8", "en", text, "", zones, published=when)


def parse_rows(texts: Iterable[str], days: Iterable[date | None] | None = None) -> Iterator[tuple[Document, tuple[Sentence, ...]]]:
    """Each text as a document with its sentences."""
    texts = list(texts)
    stamps = list(days) if days is not None else [None] * len(texts)
    return parse_documents([as_document(t, d) for t, d in zip(texts, stamps, strict=True)], load_parser())


def read_rows(texts: Iterable[str], days: Iterable[date | None] | None = None) -> Iterator[Reading]:
    """Each text read as the product reads a document."""
    return (read_parsed(document, sentences, tables(), readers()) for document, sentences in parse_rows(texts, days))


def read_report(name: str, text: str, modified: datetime | None = None) -> Reading:
    """A report as the product reads a file of it, with its trained readers."""
    received = Received(text.encode(), f"{name}.txt", modified)
    (reading,) = read_reports([received], load_parser(), load_tables(), load_readers())
    assert isinstance(reading, Reading), reading
    return reading


def sentence_reading(text: str) -> SentenceReading | None:
    """What the trained reader says of a whole text; None without a reader."""
    model = readers()
    return model.events.read_sentences([text])[0] if model is not None else None


def pair_reading(text: str, source: Span, target: Span) -> PairReading | None:
    """What the trained reader says of two phrases of a text; None without a reader, and where it does not reach them."""
    model = readers()
    if model is None:
        return None
    pair = (0, (source.start, source.end), (target.start, target.end))
    return model.events.read_pairs(model.events.read_sentences([text]), [pair])[0]


def ranked(reading: Reading) -> list[Event]:
    """The events of a reading, the one that the sentence is about first."""
    return rank_events(reading.events, reading.sentences)


def sentence_of(sentences: Iterable[Sentence], span: Span) -> Sentence | None:
    """The sentence in which a span begins."""
    return next((s for s in sentences if s.span.start <= span.start < s.span.end), None)


def marked_spans(row: dict[str, Any]) -> tuple[Span, Span]:
    """Spans of <s>source</s> and <t>target</t> of a marked row, in `row["text"]`."""
    marked, at, out = row["marked"], 0, {}
    for mark in ("s", "t"):
        start = marked.find(f"<{mark}>")
        end = marked.find(f"</{mark}>")
        tags = [marked.find(tag) for tag in ("<s>", "</s>", "<t>", "</t>")]
        widths = [3, 4, 3, 4]
        removed = sum(w for t, w in zip(tags, widths, strict=True) if 0 <= t < start)
        out[mark] = Span(start - removed + at, end - removed - 3 + at) if start >= 0 else _found(row, mark)
    return out["s"], out["t"]


def _found(row: dict[str, Any], mark: str) -> Span:
    phrase = row["source" if mark == "s" else "target"]
    start = max(row["text"].find(phrase), 0)
    return Span(start, start + len(phrase))
