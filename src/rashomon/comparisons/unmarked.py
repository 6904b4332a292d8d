"""Reading, Quote -> what stands without quotation marks and may be the same utterance: somebody's speech, or word for word."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from ..records import AttributionKind, Reading, Span
from .quotes import Marks, Quote, find_words, grams, held, quote_of, words_of
from .units import TELLING

LONG = 6  # words that are not said alike by chance
BARE = 0.8  # share of the shorter of a quotation and a sentence that the other has word for word
FEWEST, MOST = 3, 60  # words of speech without marks that can be held against a quotation
BETWEEN = 0.8  # share of a speech between marks from which on it is no other than the quotation


def find_told(number: int, reading: Reading, quotes: Sequence[Quote]) -> Iterator[Quote]:
    """What a report tells as somebody's speech, with less than all of it between the marks of its `quotes`."""
    for attribution in reading.attributions:
        if attribution.kind is not AttributionKind.TERM:
            for span in attribution.content:
                told = FEWEST <= len(words_of(span, reading.document.text)) <= MOST
                if told and sum(span.common(q.span) for q in quotes) <= BETWEEN * len(span):
                    yield quote_of(number, reading, span, span, Marks.TOLD)


class Bare:
    """The sentences without quotation marks of all reports of a comparison."""

    def __init__(self, readings: Sequence[Reading], quotes: Sequence[Quote]) -> None:
        self.readings = readings
        self.places: dict[str, list[tuple[int, Span]]] = {}
        marked: dict[int, list[Span]] = {}
        for quote in quotes:
            marked.setdefault(quote.report, []).append(quote.span)
        for number, reading in enumerate(readings):
            for sentence in reading.sentences:
                if sentence.zone in TELLING and not any(m.overlaps(sentence.span) for m in marked.get(number, ())):
                    for gram in grams(self._words(number, sentence.span)):
                        self.places.setdefault(gram, []).append((number, sentence.span))

    def word_for_word(self, quote: Quote) -> Iterator[Quote]:
        """In each other report the words of a sentence that are the quotation's, where it has most of them."""
        if len(quote.words) < LONG:
            return
        common = Counter(place for gram in grams(quote.words) for place in self.places.get(gram, ()) if place[0] != quote.report)
        best: dict[int, tuple[float, Span]] = {}
        for (number, span), shared in common.items():
            if shared >= LONG // 2:
                words = self._words(number, span)
                share = held(quote.words, words) if len(words) >= LONG else 0.0
                if share >= BARE:
                    best[number] = max(best.get(number, (0.0, span)), (share, span))
        for number, (_, span) in best.items():
            yield self._part(number, span, quote)

    def _words(self, number: int, span: Span) -> tuple[str, ...]:
        return words_of(span, self.readings[number].document.text)

    def _part(self, number: int, span: Span, quote: Quote) -> Quote:
        """The sentence from the first to the last word that it has from the quotation."""
        reading = self.readings[number]
        words, places = zip(*find_words(span, reading.document.text), strict=True)
        blocks = SequenceMatcher(None, quote.words, words, autojunk=False).get_matching_blocks()
        runs = [b for b in blocks if b.size > 1]
        part = Span(places[runs[0].b].start, places[runs[-1].b + runs[-1].size - 1].end)
        return quote_of(number, reading, part, span, Marks.BARE)
