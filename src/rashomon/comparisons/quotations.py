"""Readings -> SharedQuotation: the same quoted words in several reports: same, cut, reworded, translated, re-attributed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from itertools import pairwise

from ..records import Reading, SharedQuotation, Span, Variant, cover
from .likeness import Encode
from .units import TELLING

SHORTEST = 2  # words of a quotation worth following
LONGEST = 1_500  # characters between two marks that are still one quotation
CUT = 0.75  # share of the shorter quotation's words, in order, that the longer one holds
REWORDED = 0.70  # cosine of two quotations of one speaker in other words
_QUOTED = re.compile(r"“([^“”]{3,%d})[”\"]|(?<![\w])\"([^\"“”]{3,%d})[\"”]|«([^«»]{3,%d})»" % (LONGEST, LONGEST, LONGEST))  # noqa: UP031
_STOP = re.compile(r"[.!?]\s+(?=[A-Z0-9])")
_PRONOUNS = {"he", "she", "they", "it", "i", "we", "who"}
_WORD = re.compile(r"\w+(?:'\w+)?")


@dataclass(frozen=True, slots=True)
class Quote:
    """A sentence of quoted words of one report: its span (with the marks at the edges), the words in small letters, and who
    is said to speak. `whole` is the span of all that stands between the two marks."""

    report: int
    whole: Span
    span: Span
    text: str
    words: tuple[str, ...]
    speakers: frozenset[str]


def find_quotes(number: int, reading: Reading) -> Iterator[Quote]:
    """The quoted sentences of a report that are at least SHORTEST words long."""
    text = reading.document.text
    zones = [z.span for z in reading.document.zones if z.kind in TELLING] or [Span(0, len(text))]
    for zone in zones:
        for m in _QUOTED.finditer(text, zone.start, zone.end):
            whole = Span(*m.span())
            speakers = frozenset(_speakers(reading, whole))
            for span in _sentences(text, whole):
                words = tuple(_WORD.findall(span.of(text).lower().replace("’", "'")))
                if len(words) >= SHORTEST:
                    yield Quote(number, whole, span, span.of(text), words, speakers)


def _sentences(text: str, whole: Span) -> Iterator[Span]:
    """The sentences between two marks; pieces too short to follow go with what stands before them."""
    cuts = [whole.start]
    for m in _STOP.finditer(text, whole.start, whole.end - 1):
        if len(_WORD.findall(text, cuts[-1], m.start())) >= SHORTEST and len(_WORD.findall(text, m.end(), whole.end)) >= SHORTEST:
            cuts.append(m.end())
    for start, end in pairwise([*cuts, whole.end]):
        yield Span(start, start + len(text[start:end].rstrip()))


def _speakers(reading: Reading, span: Span) -> Iterator[str]:
    for attribution in reading.attributions:
        if any(c.overlaps(span) for c in attribution.content):
            for holder in attribution.holders:
                name = holder.span.of(reading.document.text).lower()
                if name not in _PRONOUNS:  # whom a pronoun means is too unsure to part two speakers
                    yield from holder.actors or (name,)


def shared_quotations(readings: Sequence[Reading], encode: Encode) -> tuple[SharedQuotation, ...]:
    """One row for each utterance that two or more reports quote; of several quotes of one report the longest. Sentences that
    the same quotations hold are one row."""
    quotes = [q for number, reading in enumerate(readings) for q in find_quotes(number, reading)]
    rows: dict[frozenset[tuple[int, Span]], list[dict[int, Quote]]] = {}
    for group in _groups(quotes, encode):
        longest: dict[int, Quote] = {}
        for quote in group:
            if quote.report not in longest or len(quote.words) > len(longest[quote.report].words):
                longest[quote.report] = quote
        if len(longest) > 1:
            rows.setdefault(frozenset((r, q.whole) for r, q in longest.items()), []).append(longest)
    joined = (
        [_one_quote([part[r] for part in parts], readings[r].document.text) for r in sorted(parts[0])] for parts in rows.values()
    )
    return tuple(sorted((_row(row, readings) for row in joined), key=lambda row: (-row.score, row.variants[0].span)))


def _one_quote(parts: Sequence[Quote], text: str) -> Quote:
    """Sentences of one quotation as one quote, from the first to the last."""
    ordered = sorted(parts, key=lambda q: q.span)
    span = cover([q.span for q in ordered])
    return replace(ordered[0], span=span, text=span.of(text), words=tuple(w for q in ordered for w in q.words))


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
    named = sorted({s for q in quotes for s in q.speakers if ":" in s})
    variants = tuple(Variant(readings[q.report].document.id, q.span, q.text) for q in quotes)
    closeness = min(held(quotes[0].words, q.words) for q in quotes[1:])
    # by the last name: reports give one person's name in full and in part
    persons = [{s.rsplit("-", 1)[-1] for s in q.speakers if s.startswith("person:")} for q in quotes if q.speakers]
    apart = len(persons) > 1 and all(persons) and not any(persons[0] & other for other in persons[1:])
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
