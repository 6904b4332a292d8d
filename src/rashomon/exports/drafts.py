"""Points of a comparison -> drafts of rows: what tells one thing, or the same thing again, is one row."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ..records import Account, Comparison, Difference, Document, Point, Reading, Span, ToldBy, ZoneKind
from .cells import plain_words
from .citations import surroundings

Told = dict[str, tuple[Span, ...]]  # document -> what it has of a row
FEWEST = 4  # words: what a report tells in fewer is a scrap of a sentence
UNSURE = 0.5  # score of the likeliest point of a row, below which it is as likely as not that the reports tell two things
# A headline says shortly what the report tells below; the others say nothing of the event.
ASIDE = {ZoneKind.SUBJECT, ZoneKind.TITLE, ZoneKind.BYLINE, ZoneKind.CREDIT, ZoneKind.BOILERPLATE}


@dataclass(frozen=True, slots=True)
class Draft:
    """Points that are shown as one row: by document the spans that it has of them (`told`) and the words of the sentences around
    these (`said`; of all, `sentences`). The documents are those of one of the points, and such as print a sentence of the row
    word for word."""

    points: tuple[Point, ...]
    told: Told
    said: Mapping[str, frozenset[str]]
    sentences: frozenset[str]

    @property
    def surest(self) -> Point:
        """Of equals the one that most tell."""
        return max(self.points, key=lambda p: (p.score, len(p.accounts)))

    @property
    def differences(self) -> list[Difference]:
        return [d for p in self.points for d in p.differences]

    @property
    def disputes(self) -> list[Difference]:
        """The differences in the matter, not in whose word it rests on."""
        return [d for d in self.differences if d.slot != "attribution"]

    @property
    def unsure(self) -> bool:
        """Whether perhaps nothing joins the reports."""
        return not any(_is_sure(p) for p in self.points)

    @property
    def score(self) -> float:
        return self.surest.score


def _is_sure(point: Point) -> bool:
    """Whether the reports tell one thing more likely than not; what cannot both hold is judged by its deeds, not by likeness."""
    return point.score >= UNSURE or any(d.hard for d in point.differences)


def find_drafts(comparison: Comparison, by_id: Mapping[str, Reading]) -> list[Draft]:
    """A draft for each point that several reports tell, headlines and scraps aside."""
    return list(_drafts(comparison, by_id))


def as_rows(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts with those as one that have two sentences in common, disputed ones apart; of the others those alone that bring a
    sentence which no likelier one has."""
    disputed = _joined([d for d in drafts if d.disputes])
    seen = {sentence for d in disputed for sentence in d.sentences}
    kept = []
    for draft in sorted(_joined([d for d in drafts if not d.disputes]), key=lambda d: (-d.score, -len(d.told))):
        if draft.sentences - seen:
            seen |= draft.sentences
            kept.append(draft)
    return [*disputed, *kept]


def _drafts(comparison: Comparison, by_id: Mapping[str, Reading]) -> Iterator[Draft]:
    for point in comparison.points:
        if point.told_by is ToldBy.ONE or _is_house_text(point, by_id):
            continue
        told = {a.document: spans for a in point.accounts if (spans := told_spans(by_id[a.document].document, a))}
        if len(told) > 1:
            # What all tell, one of them in its headline alone, is told by all.
            told |= {a.document: a.spans[:1] for a in point.accounts if a.document not in told}
            said = {d: frozenset(sentence_words(by_id[d], span) for span in spans) for d, spans in told.items()}
            yield _draft((point,), told, said)


def _draft(points: tuple[Point, ...], told: Told, said: Mapping[str, frozenset[str]]) -> Draft:
    return Draft(points, told, said, frozenset[str]().union(*said.values()))


def _is_house_text(point: Point, by_id: Mapping[str, Reading]) -> bool:
    """Whether an outlet prints the same words below all that it prints: nobody does or says anything in them."""
    documents = [by_id[a.document].document for a in point.accounts]
    houses = {d.outlet or d.site for d in documents}
    words = {" ".join(s.of(d.text) for s in a.spans) for d, a in zip(documents, point.accounts, strict=True)}
    return len(houses) == len(words) == 1 and not any(a.events or a.attributions for a in point.accounts) and houses != {None}


def sentence_words(reading: Reading, span: Span) -> str:
    """The plain words of the sentences around a span: two reports that have them alike print one sentence."""
    return plain_words(surroundings(reading, span).of(reading.document.text))


def told_spans(document: Document, account: Account) -> tuple[Span, ...]:
    """What an account tells beside the headline, where it comes again too, and beside scraps."""
    title = plain_words(document.title).split()
    own = {s: s.of(document.text) for s in account.spans if document.zone_at(s.start) not in ASIDE}
    long = (s for s, words in own.items() if len(words.split()) >= FEWEST)
    return tuple(s for s in long if not _repeats(plain_words(own[s]).split(), title))


def _repeats(words: list[str], title: list[str]) -> bool:
    """Whether words begin with the whole headline, or are more than half of it on end."""
    if len(title) >= FEWEST and words[: len(title)] == title:
        return True
    return 2 * len(words) > len(title) and f" {' '.join(words)} " in f" {' '.join(title)} "


def _joined(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts with those as one that have two sentences in common, until there are none."""
    out: list[Draft] = []
    for draft in drafts:
        while (other := next((d for d in out if _are_one(d, draft)), None)) is not None:
            out.remove(other)
            draft = _one(other, draft)
        out.append(draft)
    return out


def _are_one(one: Draft, other: Draft) -> bool:
    """Whether they have two sentences in common, and one of them has the reports of both: what A and B tell, and B and C,
    A, B and C need not tell."""
    return len(one.sentences & other.sentences) > 1 and (_holds(one, other) or _holds(other, one))


def _holds(one: Draft, other: Draft) -> bool:
    """Whether each report of `other` tells `one` too, or prints a sentence of it word for word; what is unsure holds nothing
    that is sure, or it would make it seem more widely told."""
    alike = (d in one.told or not words.isdisjoint(one.sentences) for d, words in other.said.items())
    return (other.unsure or not one.unsure) and all(alike)


def _one(one: Draft, other: Draft) -> Draft:
    told, said = dict(one.told), dict(one.said)
    for document, spans in other.told.items():
        told[document] = tuple(dict.fromkeys((*told.get(document, ()), *spans)))
        said[document] = said.get(document, frozenset()) | other.said[document]
    return _draft((*one.points, *other.points), told, said)
