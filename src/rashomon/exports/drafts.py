"""Points of a comparison -> drafts of rows: what tells one thing, or the same thing again, is one row."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ..records import Account, Comparison, Document, Point, Reading, Span, ToldBy, ZoneKind
from .citations import surroundings

Told = dict[str, tuple[Span, ...]]  # document -> what it has of a row
FEWEST = 4  # words: what a report tells in fewer is a scrap of a sentence
AGAIN = 3  # words more than the headline that a line may have which repeats it
UNSURE = 0.5  # score of the likeliest point of a row, below which it is as likely as not that the reports tell two things
# A headline says shortly what the report tells below; the others say nothing of the event.
ASIDE = {ZoneKind.SUBJECT, ZoneKind.TITLE, ZoneKind.BYLINE, ZoneKind.CREDIT, ZoneKind.BOILERPLATE}
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Draft:
    """Points that are shown as one row: the spans that each document has of them, and the words of the sentences around these."""

    points: tuple[Point, ...]
    told: Told
    sentences: frozenset[str]

    @property
    def disputed(self) -> bool:
        return any(d.slot != "attribution" for p in self.points for d in p.differences)

    @property
    def unsure(self) -> bool:
        """Whether perhaps nothing joins the reports; what cannot both hold is judged by its deeds, not by likeness."""
        return self.score < UNSURE and not any(d.hard for p in self.points for d in p.differences)

    @property
    def score(self) -> float:
        return max(p.score for p in self.points)


def find_drafts(comparison: Comparison, by_id: Mapping[str, Reading]) -> list[Draft]:
    """A draft for each point that several reports tell, headlines and scraps aside."""
    return list(_drafts(comparison, by_id))


def as_rows(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts with those as one that have two sentences in common, disputed ones apart; of the others those alone that bring a
    sentence which no likelier one has."""
    disputed = _joined([d for d in drafts if d.disputed])
    seen = [d.sentences for d in disputed]
    kept = []
    for draft in sorted(_joined([d for d in drafts if not d.disputed]), key=lambda d: (-d.score, -len(d.told))):
        if draft.sentences - frozenset().union(*seen):
            seen.append(draft.sentences)
            kept.append(draft)
    return [*disputed, *kept]


def _drafts(comparison: Comparison, by_id: Mapping[str, Reading]) -> Iterator[Draft]:
    for point in comparison.points:
        if point.told_by is ToldBy.ONE:
            continue
        told = {a.document: spans for a in point.accounts if (spans := told_spans(by_id[a.document].document, a))}
        if len(told) > 1:
            yield Draft((point,), told, frozenset(_sentence(by_id[d], span) for d, spans in told.items() for span in spans))


def _sentence(reading: Reading, span: Span) -> str:
    return " ".join(_words(surroundings(reading, span).of(reading.document.text)))


def told_spans(document: Document, account: Account) -> tuple[Span, ...]:
    """What an account tells beside the headline, where it comes again too, and beside scraps."""
    title = _words(document.title)
    spans = (s for s in account.spans if document.zone_at(s.start) not in ASIDE)
    return tuple(
        s for s in spans if len(s.of(document.text).split()) >= FEWEST and not _repeats(_words(s.of(document.text)), title)
    )


def _repeats(words: list[str], title: list[str]) -> bool:
    """Whether words are those of the headline, or some of them on end, or little more than them."""
    if not title or len(words) > len(title) + AGAIN:
        return False
    short, long = sorted((words, title), key=len)
    return 2 * len(short) > len(long) and f" {' '.join(short)} " in f" {' '.join(long)} "


def _words(text: str) -> list[str]:
    return _WORD.findall(text.lower())


def _joined(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts with those as one that have two sentences in common, until there are none."""
    out: list[Draft] = []
    for draft in drafts:
        while (other := next((d for d in out if len(d.sentences & draft.sentences) > 1), None)) is not None:
            out.remove(other)
            draft = _one([other, draft])
        out.append(draft)
    return out


def _one(drafts: list[Draft]) -> Draft:
    told: Told = {}
    for draft in drafts:
        for document, spans in draft.told.items():
            told[document] = tuple(dict.fromkeys((*told.get(document, ()), *spans)))
    return Draft(tuple(p for d in drafts for p in d.points), told, frozenset().union(*(d.sentences for d in drafts)))
