"""Attribution -> the source on which a sentence rests: whether it is one, what is marked as it, who it is."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..records import Attribution, Force, Span, Token, cover
from .matters import is_word
from .shelves import Shelf

APART = 12  # characters between a holder and the cue that still stand together
# What is said with no word of who says it, as far as it puts off the statement.
_UNNAMED = re.compile(
    r"\b(?:reportedly|allegedly|supposedly|believed|thought|considered|estimated|determined|reported|alleged|deemed|presumed|"
    r"suspected|expected|feared|(?:is|are|was|were) said)\b",
    re.IGNORECASE,
)
_CONFIRMING = re.compile(r"\bconfirm", re.IGNORECASE)
# Whoever says so in these words is somebody, or a record of something.
_SAYING = re.compile(
    r"\b(?:sa(?:id|ys?|ying)|confirm|t(?:ells?|old|elling)|according|add(?:s|ed|ing)|wr(?:ites?|ote|iting)|tweeted|replied|:)",
    re.IGNORECASE,
)
# What things do, too: a test shows, a siren signals.
_SHOWING = re.compile(r"\b(?:show|indicat|signal|identif|prompt|titl|describ|post|serv)", re.IGNORECASE)
_PRONOUNS = set("he she they it i we who you that which this".split())
_PEOPLE = set(
    "official expert witness critic analyst source some many other several people resident authority survivor supporter "
    "opponent observer aide insider police investigator scientist researcher activist lawyer leader member officer spokesman "
    "spokeswoman spokesperson prosecutor lawmaker government ministry army military company group party office department "
    "court union bank agency church council committee man woman passenger parent family father mother rabbi president "
    "minister secretary chief director professor founder general judge mayor governor senator medium newspaper".split()
)
_RECORDS = set(
    "statement letter report document tweet post memo study survey poll record release announcement filing complaint "
    "affidavit book transcript figure law indictment email message data article".split()
)
# Whose views are told is of one mind with them, or not: no word on which a fact rests.
_VIEWS = {Force.CRITICISE, Force.KNOW, Force.DOUBT, Force.WORRY}


def is_source(attribution: Attribution, text: str) -> bool:
    """Whether what it tells rests on somebody's word, be it nobody's who is named ("reportedly"). `text` is the report's."""
    cue = " ".join(span.of(text) for span in attribution.cue)
    if not attribution.holders:
        return is_word(attribution) and _UNNAMED.search(cue) is not None
    return is_word(attribution) or (attribution.force is Force.AGREE and _CONFIRMING.search(cue) is not None)


def can_tell(attribution: Attribution, shelf: Shelf) -> bool:
    """Whether the holder is somebody, or a record of something, that tells facts: no pronoun, no view, no thing that shows."""
    if not attribution.holders:
        return True
    tokens = list(_holder_tokens(attribution, shelf))
    words = {t.lemma.lower() for t in tokens}
    if attribution.force in _VIEWS or words <= _PRONOUNS:
        return False
    cue = " ".join(span.of(shelf.reading.document.text) for span in attribution.cue)
    if words & (_PEOPLE | _RECORDS) or _SAYING.search(cue):
        return True
    entities = {t.entity for t in tokens}
    if _SHOWING.search(cue):
        return "PERSON" in entities
    return bool(source_actors(attribution)) or bool(entities & {"PERSON", "ORG", "GPE", "NORP"})


def last_names(attribution: Attribution, shelf: Shelf) -> set[str]:
    """The last names of the persons who hold it, in small letters, as written and as known."""
    persons = [a for a in source_actors(attribution) if a.startswith("person:")]
    written = (t.text.lower() for t in _holder_tokens(attribution, shelf) if t.entity == "PERSON" and t.pos == "PROPN")
    return {a.removeprefix("person:").rsplit("-", 1)[-1] for a in persons} | set(written)


def _holder_tokens(attribution: Attribution, shelf: Shelf) -> Iterator[Token]:
    for holder in attribution.holders:
        sentence = shelf.sentence(holder.span)
        if sentence is not None:
            yield from (t for t in sentence.tokens if holder.span.holds(t.span))


def holder_span(attribution: Attribution) -> Span:
    """The holders; the cue where none is named."""
    return cover([h.span for h in attribution.holders] or list(attribution.cue))


def source_span(attribution: Attribution) -> Span:
    """The holder with the cue where they stand together, else the holder alone."""
    parts = [*(h.span for h in attribution.holders), *attribution.cue]
    whole = cover(parts)
    return whole if len(whole) <= sum(map(len, parts)) + APART else holder_span(attribution)


def source_actors(attribution: Attribution) -> set[str]:
    """Ids of the holders, empty where none is known."""
    return {a for h in attribution.holders for a in h.actors}
