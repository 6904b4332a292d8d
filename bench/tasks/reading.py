"""Rows of sentences -> the product's own reading of them: what the tasks on events share."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache
from typing import Any

from rashomon.models import PairReading, Readers, SentenceReading, load_parser, load_readers
from rashomon.pipeline import read_parsed
from rashomon.records import (
    Document,
    Event,
    EventType,
    Participant,
    Precision,
    Reading,
    Sentence,
    Span,
    When,
    Zone,
    ZoneKind,
    content_id,
)
from rashomon.sentences import parse_documents
from rashomon.sentences.trees import ancestors, token_at
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
    """The events of a reading, the one that the sentence is about first: main clause before subordinate, act before word."""
    return sorted(reading.events, key=lambda e: (-_salience(reading, e), e.trigger[0].start))


# What each step down the tree takes from an event's claim to be what the sentence is about.
STEPS = {"ccomp": 0.08, "xcomp": 0.4, "conj": 0.1, "parataxis": 0.1, "relcl": 0.35, "acl": 0.25, "advcl": 0.25, "pcomp": 0.2}


def _salience(reading: Reading, event: Event) -> float:
    value = 0.4 * event.score - 0.2 * event.sentence - (0.1 if event.rule.startswith("noun") else 0.0)
    sentence = reading.sentences[event.sentence]
    i = token_at(sentence, event.trigger[0].start)
    if i is not None:
        value -= sum(STEPS.get(sentence.tokens[j].dep, 0.0) for j in (i, *ancestors(sentence, i)))
    if event.type in SPOKEN:
        value -= 0.5 if event.cameo in (None, "010") else 0.05
    return value


def codes(participants: Iterable[Participant], reading: Reading, day: date | None = None) -> list[str]:
    """Three-letter event codes of the participants' actors; of one who is not resolved, of the first actor named in the phrase
    ("an Afghan army base", "rebels loyal to X")."""
    found = [code for p in participants for actor in p.actors if (code := tables().event_code(actor, day))]
    for p in participants if not found else ():
        inside = [m for m in reading.mentions if p.span.holds(m.span) and m.actors]
        found += [code for m in inside for actor in m.actors[:1] if (code := tables().event_code(actor, day))][:1]
    return list(dict.fromkeys(found))


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
