"""Readings -> SharedQuotation: the same quoted words in several reports: same, cut, reworded, translated, re-attributed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise

from ..records import Reading, SharedQuotation, Span, Variant
from .likeness import Encode
from .units import TELLING

SHORTEST = 2  # words of a quotation worth following
LONGEST = 1_500  # characters between two marks that are still one quotation
CUT = 0.75  # share of the shorter quotation's words, in order, that the longer one holds
REWORDED = 0.70  # cosine of two quotations of one speaker in other words
_QUOTED = re.compile(r"“([^“”]{3,%d})[”\"]|(?<![\w])\"([^\"“”]{3,%d})[\"”]|«([^«»]{3,%d})»" % (LONGEST, LONGEST, LONGEST))  # noqa: UP031
_WORD = re.compile(r"\w+(?:'\w+)?")


@dataclass(frozen=True, slots=True)
class Quote:
    """Quoted words of one report: the span with its marks, the words in small letters, and who is said to speak."""

    report: int
    span: Span
    text: str
    words: tuple[str, ...]
    speakers: frozenset[str]


def find_quotes(number: int, reading: Reading) -> Iterator[Quote]:
    """The quotations of a report that are at least SHORTEST words long."""
    text = reading.document.text
    zones = [z.span for z in reading.document.zones if z.kind in TELLING] or [Span(0, len(text))]
    for zone in zones:
        for m in _QUOTED.finditer(text, zone.start, zone.end):
            words = tuple(w.replace("’", "'") for w in _WORD.findall(m[0].lower().replace("’", "'")))
            if len(words) >= SHORTEST:
                span = Span(*m.span())
                yield Quote(number, span, m[0], words, frozenset(_speakers(reading, span)))


def _speakers(reading: Reading, span: Span) -> Iterator[str]:
    for attribution in reading.attributions:
        if any(c.overlaps(span) for c in attribution.content):
            for holder in attribution.holders:
                yield from holder.actors or (holder.span.of(reading.document.text).lower(),)


def shared_quotations(readings: Sequence[Reading], encode: Encode) -> tuple[SharedQuotation, ...]:
    """One row for each utterance that two or more reports quote; of several quotes of one report the longest."""
    quotes = [q for number, reading in enumerate(readings) for q in find_quotes(number, reading)]
    groups = _groups(quotes, encode)
    rows = []
    for group in groups:
        longest: dict[int, Quote] = {}
        for quote in group:
            if quote.report not in longest or len(quote.words) > len(longest[quote.report].words):
                longest[quote.report] = quote
        if len(longest) > 1:
            rows.append(_row([longest[r] for r in sorted(longest)], readings))
    return tuple(sorted(rows, key=lambda row: (-row.score, row.variants[0].span)))


def _groups(quotes: Sequence[Quote], encode: Encode) -> list[list[Quote]]:
    """Quotes joined where they share their words; what is said in other words is joined by meaning and speaker."""
    holders: dict[str, list[int]] = {}
    for i, quote in enumerate(quotes):
        for gram in _grams(quote.words):
            holders.setdefault(gram, []).append(i)
    parent = list(range(len(quotes)))

    def top(i: int) -> int:
        while parent[i] != i:
            i = parent[i]
        return i

    seen: set[tuple[int, int]] = set()
    for members in holders.values():
        for x, i in enumerate(members):
            for j in members[x + 1 :]:
                if quotes[i].report != quotes[j].report and (i, j) not in seen:
                    seen.add((i, j))
                    if held(quotes[i].words, quotes[j].words) >= CUT:
                        parent[max(top(i), top(j))] = min(top(i), top(j))
    _join_reworded(quotes, parent, encode)
    out: dict[int, list[Quote]] = {}
    for i, quote in enumerate(quotes):
        out.setdefault(top(i), []).append(quote)
    return list(out.values())


def _join_reworded(quotes: Sequence[Quote], parent: list[int], encode: Encode) -> None:
    """Joins quotes that stand alone, are whole sentences or nearly, have a speaker in common and mean the same."""
    tops = {parent[i] for i in range(len(quotes)) if parent[i] != i}
    alone = [i for i, q in enumerate(quotes) if parent[i] == i and i not in tops and len(q.words) >= 5 and q.speakers]
    if len({quotes[i].report for i in alone}) < 2:
        return
    vectors = encode([quotes[i].text for i in alone])
    likeness = vectors @ vectors.T
    for x, i in enumerate(alone):
        for y in range(x):
            j = alone[y]
            if quotes[i].report != quotes[j].report and quotes[i].speakers & quotes[j].speakers and likeness[x, y] >= REWORDED:
                parent[i] = parent[j]
                break


def _grams(words: tuple[str, ...]) -> set[str]:
    return {" ".join(pair) for pair in pairwise(words)}


def held(left: tuple[str, ...], right: tuple[str, ...]) -> float:
    """Share of the shorter quotation's words that stand, in order, in the longer one; short ones must run on unbroken."""
    short, long = sorted((left, right), key=len)
    blocks = SequenceMatcher(None, short, long, autojunk=False).get_matching_blocks()
    if len(short) < 6:
        return max(b.size for b in blocks) / len(short)
    return sum(b.size for b in blocks if b.size > 1) / len(short)


def _row(quotes: list[Quote], readings: Sequence[Reading]) -> SharedQuotation:
    speakers = [q.speakers for q in quotes if q.speakers]
    named = sorted({s for q in quotes for s in q.speakers if ":" in s})
    variants = tuple(Variant(readings[q.report].document.id, q.span, q.text) for q in quotes)
    closeness = min(held(quotes[0].words, q.words) for q in quotes[1:])
    ids = [{s for s in group if ":" in s} for group in speakers]
    apart = len(ids) > 1 and all(ids) and not any(ids[0] & other for other in ids[1:])
    return SharedQuotation(tuple(named), variants, "reattributed" if apart else _change(quotes), round(closeness, 3))


def _change(quotes: list[Quote]) -> str:
    longest = max(quotes, key=lambda q: len(q.words))
    changes = {_change_of(longest.words, q.words) for q in quotes if q is not longest}
    return next(c for c in ("translated", "reworded", "cut", "same") if c in changes)


def _change_of(long: tuple[str, ...], short: tuple[str, ...]) -> str:
    share = held(long, short)
    if share < 0.5:
        return "translated" if len(set(long) & set(short)) / len(set(short)) < 0.35 else "reworded"
    if share < 0.9 and len(short) >= 6:
        return "reworded"
    return "cut" if len(short) < len(long) - 1 else "same"
