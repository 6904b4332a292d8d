"""Aligned units -> Telling: what a report has in each slot of a point, ready to be held against the others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta

from ..records import Attribution, Event, Reading, Sentence, Span, Timex, ZoneKind
from .dated import acts_dated
from .deeds import Deed, find_deeds
from .figures import Figure, find_figures
from .holders import is_source
from .shelves import Shelf
from .units import Unit

HEADINGS = {ZoneKind.SUBJECT, ZoneKind.TITLE, ZoneKind.DECK, ZoneKind.SUBHEADING, ZoneKind.CAPTION}
_FIRST_PERSON = {"i", "we", "my", "our", "us"}
_WEEK = timedelta(days=7)
COVERED = 0.25  # share of a sentence that a holder's contents must take up for the sentence to be told on their word


@dataclass(frozen=True, slots=True)
class Telling:
    """One unit of a point with its report; `dated` are its times (dated.py), `deeds` the acts it tells, `sources` the outermost
    attributions that the sentence rests on; `own_voice` where no part of it is anybody's word, and it is no headline (which leave
    out on whose word they stand)."""

    unit: Unit
    shelf: Shelf
    figures: tuple[Figure, ...]
    events: tuple[Event, ...]
    dated: tuple[tuple[int | None, Timex], ...]
    deeds: tuple[Deed, ...]
    sources: tuple[Attribution, ...]
    own_voice: bool

    @property
    def reading(self) -> Reading:
        return self.shelf.reading

    def actors(self, span: Span) -> set[str]:
        """Ids of the actors that mentions inside `span` name."""
        mentions = self.shelf.mentions.get(self.unit.sentence.index, ())
        return {a for m in mentions if m.span.overlaps(span) for a in m.actors}

    def named(self) -> set[str]:
        """Ids of all actors that the sentence names."""
        return self.actors(self.unit.sentence.span)

    def content(self, spans: Sequence[Span]) -> set[str]:
        """The telling words of the sentence that stand inside the spans."""
        tokens = self.unit.sentence.tokens
        inside = {t.lemma.lower() for t in tokens if any(s.holds(t.span) for s in spans)}
        return inside & self.unit.words

    def dates(self) -> list[Timex]:
        """The dates and times of day of what the sentence tells, as `dated` has them."""
        return list(dict.fromkeys(timex for _, timex in self.dated))

    def times_of(self, verb: str) -> list[str]:
        """The TIMEX values of the dates that hang on a verb (lemma)."""
        tokens = self.unit.sentence.tokens
        return [t.when.value for i, t in self.dated if i is not None and tokens[i].lemma.lower() == verb]

    def words(self, span: Span) -> str:
        return " ".join(span.of(self.reading.document.text).split())


def of_one_week(left: Telling, right: Telling) -> bool:
    """Whether the two reports came out in one week: those of other weeks may tell of another time. Unknown days do not speak
    against it."""
    one, other = left.reading.document.published, right.reading.document.published
    if one is None or other is None or not (one.earliest and one.latest and other.earliest and other.latest):
        return True
    return max(one.earliest, other.earliest) - min(one.latest, other.latest) <= _WEEK


def of_one_day(left: Telling, right: Telling) -> bool:
    """Whether the two reports came out on one day, or nothing is known of one of them."""
    one, other = left.reading.document.published, right.reading.document.published
    return one is None or other is None or one.latest == other.latest


def of_one_time(left: Telling, right: Telling, verb: str, other: str) -> bool:
    """Whether the times that hang on these verbs are one, one of them perhaps more exact ("2014-04" and "2014-04-14")."""
    ours, theirs = (x.times_of(v) for x, v in ((left, verb), (right, other)))
    return any(a.startswith(b) or b.startswith(a) for a in ours for b in theirs)


def telling_of(unit: Unit, shelf: Shelf) -> Telling:
    """All that one unit tells."""
    sentence, text = unit.sentence, shelf.reading.document.text
    dated = tuple(acts_dated(sentence, shelf))
    spoken = [a for a in shelf.spoken.get(sentence.index, ()) if is_source(a, text)]
    return Telling(
        unit,
        shelf,
        tuple(find_figures(sentence, text)),
        shelf.told.get(sentence.index, ()),
        dated,
        tuple(find_deeds(sentence, shelf, dated)),
        tuple(_sources(sentence.span, spoken)),
        _own_voice(sentence, spoken),
    )


def _own_voice(sentence: Sentence, spoken: Sequence[Attribution]) -> bool:
    """No part on anybody's word (what "is not known" is on nobody's), no first person, and no headline."""
    return sentence.zone not in HEADINGS and not spoken and not any(t.text.lower() in _FIRST_PERSON for t in sentence.tokens)


def _sources(sentence: Span, spoken: Sequence[Attribution]) -> Iterator[Attribution]:
    """The outermost, each holder's contents taken together."""
    outer = [a for a in spoken if a.parent is None]
    held: Counter[tuple[Span, ...]] = Counter()
    for attribution in outer:
        inside = (c for c in attribution.content if c.overlaps(sentence))
        held[_holders(attribution)] += sum(min(c.end, sentence.end) - max(c.start, sentence.start) for c in inside)
    yield from (a for a in outer if held[_holders(a)] >= COVERED * len(sentence))


def _holders(attribution: Attribution) -> tuple[Span, ...]:
    return tuple(h.span for h in attribution.holders)
