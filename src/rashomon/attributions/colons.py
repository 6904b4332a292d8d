"""Paragraphs -> Draft: the forms of transcripts, press releases and headlines: "Minister Ito: ...", "Q: ..."."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ..records import Force, Sentence, Span
from .drafts import MARKS, Draft, Holder

_SPEAKER = re.compile(r"([A-Z][\w.’'-]*(?:[ ,]+(?:of|the|for|and|de|van|von|al-\w+|[A-Z(][\w.’')-]*)){0,7}) ?: (?=\S)")
# Before quoted words any phrase will do that ends in a name: `Former minister Lena Dahl: "..."`.
_QUOTED = re.compile(r"([A-Z][^\n:“\"]{2,90}?) ?: ?(?=[“\"])")
_NO_SPEAKER = re.compile(
    r"(?:note|photo|image|video|caption|source|updated?|editor|correction|read more|related|breaking|watch|listen|subject|"
    r"from|to|date|"
    r"re|fw|fwd|tel|phone|email|contact|address|exclusive|analysis|opinion|live|file|copyright|tags|topics?|also|here|why|how|what|who|when|where)\b",
    re.IGNORECASE,
)
_TURNS = {"Q": Force.ASK_WHETHER, "Question": Force.ASK_WHETHER, "QUESTION": Force.ASK_WHETHER, "A": Force.SAY, "Answer": Force.SAY}


def colon_drafts(text: str, sentences: Sequence[Sentence], paragraphs: Sequence[Span], firsts: Sequence[int]) -> Iterator[Draft]:
    """One draft for each paragraph that opens with a speaker and a colon; the content is the rest of the paragraph."""
    for span, place in zip(paragraphs, firsts, strict=True):
        sentence = sentences[place]
        m = _speaker(text, span, sentence)
        if m is None:
            continue
        speaker = Span(m.start(1), m.end(1))
        heads = [t.span.start for t in sentence.tokens if t.span.end <= speaker.end]
        force = _TURNS.get(m.group(1), Force.SAY)
        colon = Span(m.end(1) + text[m.end(1) : m.end()].index(":"), m.end(1) + text[m.end(1) : m.end()].index(":") + 1)
        holder = Holder(speaker, heads[-1] if heads else speaker.start)
        yield Draft(sentence.index, (colon,), (Span(m.end(), span.end),), force, "colon", (holder,), score=0.7)


def _speaker(text: str, span: Span, sentence: Sentence) -> re.Match[str] | None:
    """The label of a paragraph and its colon, if it names somebody who can speak."""
    start, end = span.start, min(span.end, span.start + 120)
    if text[start] in MARKS:  # a transcript quoted as a whole opens every paragraph with a mark
        m = _SPEAKER.match(text, start + 1, end)
        return m if m is not None and m.end() < span.end and (m.group(1) in _TURNS or _is_capital(m.group(1))) else None
    m = _SPEAKER.match(text, start, end)
    if m is None:
        m = _QUOTED.match(text, start, end)
        label = [t for t in sentence.tokens if m is not None and t.span.end <= m.end(1)]
        return m if label and label[-1].entity in {"PERSON", "ORG"} and all(t.pos != "VERB" for t in label) else None
    if _NO_SPEAKER.match(m.group(1)) or m.end() >= span.end:
        return None
    entities = {t.entity for t in sentence.tokens if t.span.end <= m.end()}
    if m.group(1) in _TURNS or "PERSON" in entities:
        return m
    # A headline's colon parts off a topic as often as a speaker; "ISLAMABAD: The foreign office said" is a dateline.
    if sentence.paragraph == 0 or entities & {"GPE", "LOC"}:
        return None
    return m if _is_capital(m.group(1)) or entities & {"ORG", "NORP"} else None


def _is_capital(label: str) -> bool:
    return label.isupper() and not _NO_SPEAKER.match(label)
