"""Quote -> the same utterance without quotation marks in another report: word for word, or as indirect speech of its speaker."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from ..records import Attribution, AttributionKind, Reading, Span
from .likeness import Encode
from .quotes import Quote, find_words, grams, held, speakers_of, words_of
from .units import TELLING

LONG = 6  # words that are not said alike by chance
BARE = 0.8  # share of the shorter of a quotation and a sentence that the other has word for word
FEWEST, MOST = 4, 40  # words of indirect speech that can be held against a quotation
MEANT = 0.7  # least cosine of a quotation and indirect speech of one speaker
COMMON = 0.4  # share of the lesser one's words that both have


class Unmarked:
    """What stands without quotation marks in all reports of a comparison."""

    def __init__(self, readings: Sequence[Reading], quotes: Sequence[Quote]) -> None:
        self.readings = readings
        self.places: dict[str, list[tuple[int, Span]]] = {}
        self.marked: dict[int, list[Span]] = {}
        for quote in quotes:
            self.marked.setdefault(quote.report, []).append(quote.span)
        for number, reading in enumerate(readings):
            for sentence in reading.sentences:
                if sentence.zone in TELLING and self._is_bare(number, sentence.span):
                    for gram in grams(self._words(number, sentence.span)):
                        self.places.setdefault(gram, []).append((number, sentence.span))

    def word_for_word(self, quote: Quote, known: set[int]) -> Iterator[Quote]:
        """In each report but the `known` ones the words of a sentence that are the quotation's, where it has most of them."""
        if len(quote.words) < LONG:
            return
        common = Counter(place for gram in grams(quote.words) for place in self.places.get(gram, ()) if place[0] not in known)
        best: dict[int, tuple[float, Span]] = {}
        for (number, span), shared in common.items():
            if shared >= LONG // 2:
                words = self._words(number, span)
                share = held(quote.words, words) if len(words) >= LONG else 0.0
                if share >= BARE:
                    best[number] = max(best.get(number, (0.0, span)), (share, span))
        for number, (_, span) in best.items():
            yield self._part(number, span, quote)

    def _is_bare(self, number: int, span: Span) -> bool:
        return not any(m.overlaps(span) for m in self.marked.get(number, ()))

    def _words(self, number: int, span: Span) -> tuple[str, ...]:
        return words_of(span, self.readings[number].document.text)

    def _part(self, number: int, span: Span, quote: Quote) -> Quote:
        """The sentence from the first to the last word that it has from the quotation."""
        reading = self.readings[number]
        words, places = zip(*find_words(span, reading.document.text), strict=True)
        blocks = SequenceMatcher(None, quote.words, words, autojunk=False).get_matching_blocks()
        runs = [b for b in blocks if b.size > 1]
        first, last = runs[0].b, runs[-1].b + runs[-1].size
        part = Span(places[first].start, places[last - 1].end)
        return Quote(number, part, part.of(reading.document.text), words[first:last], speakers_of(reading, span))

    def as_indirect_speech(self, quotes: Sequence[Quote], encode: Encode) -> Iterator[tuple[Quote, Quote]]:
        """(quotation, indirect speech of the same speaker in another report that means the same and shares words), the surest
        first."""
        quotes = [q for q in quotes if q.speakers and len(q.words) >= FEWEST]
        speakers = {one for q in quotes for one in _last_names(q.speakers)}
        told = [t for number in range(len(self.readings)) for t in self._indirect(number) if _last_names(t.speakers) & speakers]
        if not quotes or not told:
            return
        vectors = encode([*(q.text for q in quotes), *(t.text for t in told)])
        likeness = vectors[: len(quotes)] @ vectors[len(quotes) :].T
        pairs = [(i, j) for i in range(len(quotes)) for j in range(len(told)) if likeness[i, j] >= MEANT]
        for i, j in sorted(pairs, key=lambda pair: -likeness[pair]):
            quote, other = quotes[i], told[j]
            words = set(quote.words), set(other.words)
            common = len(words[0] & words[1]) >= COMMON * min(map(len, words))
            if quote.report != other.report and common and _last_names(quote.speakers) & _last_names(other.speakers):
                yield quote, other

    def _indirect(self, number: int) -> Iterator[Quote]:
        reading = self.readings[number]
        text = reading.document.text
        for attribution in filter(_is_told, reading.attributions):
            for span in attribution.content:
                words = self._words(number, span)
                if FEWEST <= len(words) <= MOST:
                    yield Quote(number, span, span.of(text), words, speakers_of(reading, span))


def _is_told(attribution: Attribution) -> bool:
    return bool(attribution.holders) and attribution.kind in {AttributionKind.INDIRECT, AttributionKind.MIXED}


def _last_names(speakers: frozenset[str]) -> set[str]:
    """The ids, and the last words of names: reports give one person's name in full and in part."""
    return set(speakers) | {s.replace("-", " ").replace(":", " ").split()[-1] for s in speakers if s.strip()}
