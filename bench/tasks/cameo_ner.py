"""cameo_ner: {id, tokens, text} -> {id, tags}: BIO tags of actor (S), recipient (T) and reciprocal pair (R) of the main event."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from rashomon.models import SentenceReading
from rashomon.records import Event, EventType, Participant, Span

from .reading import ranked, read_rows, sentence_reading

SURE = 0.7  # a span of the reader's that the rules do not touch
CLOSING = set(". , ; : ? ! ) % ' 's n't ’ ” -".split())
OPENING = set("( $ ’ “ -".split())
_LINK = re.compile(r"\s*(?:,|and|, and)\s*")


def predict(rows: list[dict[str, Any]], folder: Path) -> Iterator[dict[str, Any]]:
    written = [_write(r["tokens"]) for r in rows]
    for row, (_, spans), reading in zip(rows, written, read_rows(text for text, _ in written), strict=True):
        tags = ["O"] * len(spans)
        events = ranked(reading)
        ruled = _event_spans(events[0], reading.document.text) if events else []
        said = sentence_reading(" ".join(row["tokens"]))
        for found, label in ruled if said is None else _joint(ruled, said, row["tokens"], spans):
            _tag(tags, spans, [found], label)
        yield {"id": row["id"], "tags": tags}


def _joint(
    ruled: list[tuple[Span, str]], said: SentenceReading, tokens: list[str], spans: list[Span]
) -> Iterator[tuple[Span, str]]:
    """The reader's spans; where it is not sure of one, with the bounds that the rules give the same party."""
    ends = list(itertools.accumulate(len(token) + 1 for token in tokens))
    for actor in said.spans:
        inside = [
            s for s, token, end in zip(spans, tokens, ends, strict=True) if end - len(token) <= actor.end and actor.start < end
        ]
        found, label = Span(inside[0].start, inside[-1].end), actor.label[0].upper()
        same = [span for span, role in ruled if role == label and span.overlaps(found)]
        yield (same[0] if actor.score < SURE and len(same) == 1 else found), label


def _write(tokens: list[str]) -> tuple[str, list[Span]]:
    """The tokens as a text a parser knows ("state - of - the - art" with its hyphens closed), and where each of them stands."""
    text, spans, before = "", [], ""
    for token in tokens:
        if text and token not in CLOSING and before not in OPENING:
            text += " "
        spans.append(Span(len(text), len(text) + len(token)))
        text, before = text + token, token
    return text, spans


def _event_spans(event: Event, text: str) -> list[tuple[Span, str]]:
    """The annotators call both sides of a meeting reciprocal, and take coordinated reciprocal actors for one span."""
    both = event.type is EventType.CONSULT and event.cameo != "042" and bool(event.actors)
    actors = _joined(event.actors, text) if event.reciprocal else [p.span for p in event.actors]
    found = [(span, "R" if both or event.reciprocal else "S") for span in actors]
    return found + [(p.span, "R" if both else "T") for p in event.recipients]


def _joined(participants: tuple[Participant, ...], text: str) -> list[Span]:
    """The spans of the participants; those that only "and" or a comma parts are one, as the annotators have it."""
    out: list[Span] = []
    for span in sorted(p.span for p in participants):
        if out and _LINK.fullmatch(text, out[-1].end, span.start):
            out[-1] = Span(out[-1].start, span.end)
        else:
            out.append(span)
    return out


def _tag(tags: list[str], spans: list[Span], found: list[Span], label: str) -> None:
    for span in found:
        inside = [i for i, s in enumerate(spans) if s.overlaps(span)]
        if inside and all(tags[i] == "O" for i in inside):
            for i in inside:
                tags[i] = f"{'B' if i == inside[0] else 'I'}-{label}"
