"""Quote x Quote -> how likely it is that two reports give one utterance."""

from __future__ import annotations

import math
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

import numpy as np

from ..records import Reading, Span
from .likeness import Array, Encode
from .quotation_weights import BY_TREES, BY_WEIGHTS
from .quotes import EMPTY, Marks, Quote, find_quotes, held, words_of
from .unmarked import Bare, find_told
from .vocabularies import stem

FEATURES = (
    "held",
    "common_of_less",
    "common_of_more",
    "likeness",
    "margin",
    "run_of_less",
    "run_of_more",
    "run",
    "less",
    "more",
    "both_marked",
    "one_bare",
    "none_marked",
    "one_speaker",
    "two_speakers",
    "speaker_unknown",
    "holders_shared",
    "term",
    "common",
    "likeness_of_one_speaker",
    "likeness_unmarked",
    "one_word",
    "one_denied",
    "numbers_apart",
    "marks_within",
    "share_of_sentence",
)
MODELS = (BY_TREES, BY_WEIGHTS)
EDGE = 1e-5  # no chance is nearer to 0 or 1
NEAR = 0.4  # cosine of two utterances of one speaker that need have no word in common
FAR = 0.3  # cosine below which one word in common is too little
UNMARKED = 0.5  # cosine from which two speeches may be one of which neither has marks
SHORT = 4  # words of an utterance that one word makes
LEAST = 0.2  # weight below which that of all words of a quote is not taken
ALONE = 0.2  # margin of a pair that has no rival
WIDEST = 0.5
COVERED = 0.8  # share of a bare sentence's words that a told speech of not much more length already covers
_DENIED = {"not", "no", "never", "nothing", "nobody", "none", "without", "neither", "nor", "cannot"}

Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Utterances:
    """What all reports of a comparison give as somebody's words, pairs of them that may be one utterance, and numbers on
    these: (pairs, FEATURES)."""

    quotes: tuple[Quote, ...]
    pairs: tuple[Pair, ...]
    features: Array

    def chances(self) -> Any:
        """How likely each pair is one utterance that a reader would note, by two models in equal parts."""
        odds = [np.log(p / (1 - p)) for p in (np.clip(m.probability(self.features), EDGE, 1 - EDGE) for m in MODELS)]
        return 1 / (1 + np.exp(-sum(odds) / len(MODELS)))


def find_utterances(readings: Sequence[Reading], encode: Encode) -> Utterances:
    """All quotations and speeches, and the pairs of two reports that have words in common, or a speaker and the meaning."""
    quotes: list[Quote] = []
    for number, reading in enumerate(readings):
        marked = list(find_quotes(number, reading))
        quotes += marked + list(find_told(number, reading, marked))
    bare = _bare(readings, quotes)
    quotes += [quote for _, quote in bare]
    if len({q.report for q in quotes}) < 2:
        return Utterances((), (), np.zeros((0, len(FEATURES)), np.float32))
    vectors = encode([q.text for q in quotes])
    likeness = vectors @ vectors.T
    stems = [frozenset(map(stem, q.words)) - EMPTY for q in quotes]
    told = len(quotes) - len(bare)
    pairs = [*_pairs(quotes[:told], stems, likeness), *((i, told + k) for k, (i, _) in enumerate(bare))]
    return Utterances(tuple(quotes), tuple(pairs), _features(quotes, stems, pairs, likeness, readings))


def _bare(readings: Sequence[Reading], quotes: Sequence[Quote]) -> list[tuple[int, Quote]]:
    """(number of a quotation, the same words in a sentence without marks), but for what is told as speech already."""
    marked = [(i, q) for i, q in enumerate(quotes) if q.marks is Marks.QUOTED]
    sentences = Bare(readings, [q for _, q in marked])

    def is_told(part: Quote) -> bool:
        return any(
            q.report == part.report
            and q.span.common(part.span) > COVERED * len(part.span)
            and COVERED * len(q.span) < len(part.span)
            for q in quotes
        )

    return [(i, part) for i, quote in marked for part in sentences.word_for_word(quote) if not is_told(part)]


def _pairs(quotes: Sequence[Quote], stems: Sequence[frozenset[str]], likeness: Array) -> list[Pair]:
    names = [last_names(q.speakers) for q in quotes]
    out = []
    for i, one in enumerate(quotes):
        for j in range(i + 1, len(quotes)):
            other = quotes[j]
            near = float(likeness[i, j])
            marked = Marks.QUOTED in (one.marks, other.marks)
            if one.report == other.report or not (marked or near >= UNMARKED):
                continue
            common = len(stems[i] & stems[j])
            if names[i] & names[j]:
                enough = bool(common) or near > NEAR
            else:
                enough = common > 1 or (common == 1 and (near >= FAR or min(len(one.words), len(other.words)) <= SHORT))
            if enough:
                out.append((i, j))
    return out


@dataclass(frozen=True, slots=True)
class _Traits:
    """What is known of each quote by itself: its stems, what they weigh, its speakers, whether it is a speech with marks within,
    and its share of the sentence."""

    quotes: Sequence[Quote]
    stems: Sequence[frozenset[str]]
    weigh: Callable[[Iterable[str]], float]
    names: Sequence[set[str]]
    within: Sequence[bool]
    shares: Sequence[float]


def _features(
    quotes: Sequence[Quote], stems: Sequence[frozenset[str]], pairs: Sequence[Pair], likeness: Array, readings: Sequence[Reading]
) -> Array:
    traits = _Traits(
        quotes,
        stems,
        _weights(readings),
        [last_names(q.speakers) for q in quotes],
        [q.marks is Marks.TOLD and any(o.marks is Marks.QUOTED and _overlaps(o, q) for o in quotes) for q in quotes],
        _shares(quotes, readings),
    )
    margins = _margins(quotes, pairs, likeness)
    rows = [_of_pair(traits, i, j, float(likeness[i, j]), margin) for (i, j), margin in zip(pairs, margins, strict=True)]
    return np.array(rows, np.float32).reshape(-1, len(FEATURES))


def _overlaps(one: Quote, other: Quote) -> bool:
    return one.report == other.report and one.span.overlaps(other.span)


def _of_pair(traits: _Traits, i: int, j: int, near: float, margin: float) -> tuple[float, ...]:
    """The FEATURES of one pair."""
    one, other = traits.quotes[i], traits.quotes[j]
    less, more = sorted(traits.weigh(traits.stems[k]) for k in (i, j))
    short, long = sorted((len(one.words), len(other.words)))
    common = traits.weigh(traits.stems[i] & traits.stems[j])
    run = SequenceMatcher(None, one.words, other.words, autojunk=False).find_longest_match().size
    known = bool(one.speakers and other.speakers)
    same = bool(traits.names[i] & traits.names[j])
    marks = {one.marks, other.marks}
    return (
        held(one.words, other.words),
        common / max(less, LEAST),
        common / max(more, LEAST),
        near,
        margin,
        run / short,
        run / long,
        math.log1p(run),
        math.log(short),
        math.log(long),
        marks == {Marks.QUOTED},
        Marks.BARE in marks,
        marks == {Marks.TOLD},
        same,
        known and not same,
        not known,
        len(one.holders & other.holders) / max(1, min(len(one.holders), len(other.holders))),
        one.term or other.term,
        math.log1p(common),
        near * same,
        near * (marks == {Marks.TOLD}),
        short == 1,
        _is_denied(one) != _is_denied(other),
        _are_numbers_apart(one, other),
        traits.within[i] or traits.within[j],
        min(traits.shares[i], traits.shares[j]),
    )


def _weights(readings: Sequence[Reading]) -> Callable[[Iterable[str]], float]:
    """What stems weigh together: each the more, the fewer sentences of a report have it; 1 if only one."""
    sentences = [{stem(w) for w in words_of(s.span, r.document.text)} for r in readings for s in r.sentences]
    count = Counter(word for own in sentences for word in own)
    total = len(sentences)

    def weigh(words: Iterable[str]) -> float:
        rare = (total / max(1.0, count[word] / len(readings)) for word in sorted(words))
        return sum(math.log1p(r) / math.log1p(total) for r in rare)

    return weigh


def _margins(quotes: Sequence[Quote], pairs: Sequence[Pair], likeness: Array) -> list[float]:
    """How much more alike the two of a pair are than the next best of either with the other's report."""
    rivals: dict[tuple[int, int], list[float]] = {}
    for i, j in pairs:
        rivals.setdefault((i, quotes[j].report), []).append(float(likeness[i, j]))
        rivals.setdefault((j, quotes[i].report), []).append(float(likeness[i, j]))
    best = {key: sorted(own)[-2:] for key, own in rivals.items()}

    def beyond(near: float, own: list[float]) -> float:
        if len(own) == 1:
            return ALONE
        return near - (own[0] if near == own[1] else own[1])

    out = []
    for i, j in pairs:
        near = float(likeness[i, j])
        both = sum(beyond(near, best[key]) for key in ((i, quotes[j].report), (j, quotes[i].report)))
        out.append(max(-WIDEST, min(WIDEST, both)))
    return out


def _shares(quotes: Sequence[Quote], readings: Sequence[Reading]) -> list[float]:
    """How much of the sentence in which it begins a quote is."""
    spans: list[list[Span]] = [[s.span for s in r.sentences] for r in readings]
    starts = [[s.start for s in own] for own in spans]

    def share(quote: Quote) -> float:
        place = bisect_right(starts[quote.report], quote.span.start) - 1
        return len(quote.span) / max(1, len(spans[quote.report][place])) if place >= 0 else 1.0

    return [share(q) for q in quotes]


def _is_denied(quote: Quote) -> bool:
    return any(w in _DENIED or w.endswith("n't") for w in quote.words)


def _are_numbers_apart(one: Quote, other: Quote) -> bool:
    numbers = [{w for w in q.words if w.isdigit()} for q in (one, other)]
    return bool(numbers[0] and numbers[1]) and numbers[0] != numbers[1]


def last_names(speakers: frozenset[str]) -> set[str]:
    """The ids, and the last words of names: reports give one person's name in full and in part."""
    return set(speakers) | {s.replace("-", " ").replace(":", " ").split()[-1] for s in speakers if s.strip()}
