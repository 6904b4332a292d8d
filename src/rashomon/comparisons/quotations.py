"""Readings -> SharedQuotation: one utterance in several reports: same, cut, reworded, translated, re-attributed."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from ..records import Reading, SharedQuotation, Variant
from .likeness import Encode
from .quotes import UNBROKEN, Quote, find_quotes, grams, held
from .unmarked import Unmarked

CUT = 0.75  # share of the shorter quotation's words, in order, that the longer one holds
CUT_SHORT = 0.8  # the same of one that must run on unbroken
REWORDED = 0.70  # cosine of two quotations of one speaker in other words
WHOLE = 5  # words of a quotation that can be told in other words

Row = dict[int, Quote]  # by report


def shared_quotations(readings: Sequence[Reading], encode: Encode) -> tuple[SharedQuotation, ...]:
    """One row for each sentence that two or more reports quote, or that one quotes and others tell without marks."""
    quotes = [q for number, reading in enumerate(readings) for q in find_quotes(number, reading)]
    rows = _joined(quotes, encode)
    unmarked = Unmarked(readings, quotes)
    for row in rows:
        for quote in unmarked.word_for_word(max(row.values(), key=lambda q: len(q.words)), set(row)):
            row[quote.report] = quote
    of_quote = {id(q): row for row in rows for q in row.values()}
    for quote, told in unmarked.as_indirect_speech(quotes, encode):
        of_quote[id(quote)].setdefault(told.report, told)
    shared = [_row([row[r] for r in sorted(row)], readings) for row in _told_once(rows)]
    return tuple(sorted(shared, key=lambda row: (-row.score, row.variants[0].span)))


def _joined(quotes: Sequence[Quote], encode: Encode) -> list[Row]:
    """Every quote in a row of at most one a report, joined, the most alike first, where they share their words, or their meaning
    and speaker."""
    rows: list[Row] = [{q.report: q} for q in quotes]
    members = [[i] for i in range(len(quotes))]
    row_of = list(range(len(quotes)))
    alike = _alike(quotes)
    for i, j in (*alike, *_reworded(quotes, {i for pair in alike for i in pair}, encode)):
        one, other = row_of[i], row_of[j]
        if not rows[one].keys() & rows[other].keys():
            rows[one] |= rows[other]
            members[one] += members[other]
            for k in members[other]:
                row_of[k] = one
    return [rows[k] for k in sorted(set(row_of))]


def _alike(quotes: Sequence[Quote]) -> list[tuple[int, int]]:
    """Pairs of quotes of two reports that share their words, the most alike first."""
    holders: dict[str, list[int]] = {}
    for i, quote in enumerate(quotes):
        for gram in grams(quote.words):
            holders.setdefault(gram, []).append(i)
    near = {p for own in holders.values() for p in combinations(own, 2) if quotes[p[0]].report != quotes[p[1]].report}
    shares = {(i, j): held(quotes[i].words, quotes[j].words) for i, j in near}

    def order(pair: tuple[int, int]) -> tuple[float, int, int]:
        short, long = sorted(len(quotes[i].words) for i in pair)
        return (-shares[pair] * short / (short + long), *pair)

    def is_cut(pair: tuple[int, int]) -> bool:
        return shares[pair] >= (CUT_SHORT if min(len(quotes[i].words) for i in pair) < UNBROKEN else CUT)

    return sorted(filter(is_cut, shares), key=order)


def _reworded(quotes: Sequence[Quote], met: set[int], encode: Encode) -> list[tuple[int, int]]:
    """Pairs of quotes that share their words with none, are whole sentences or nearly, have a speaker in common and mean the
    same."""
    alone = [i for i, q in enumerate(quotes) if i not in met and len(q.words) >= WHOLE and q.speakers]
    if len({quotes[i].report for i in alone}) < 2:
        return []
    vectors = encode([quotes[i].text for i in alone])
    likeness = vectors @ vectors.T
    return [
        (alone[x], alone[y])
        for x, y in combinations(range(len(alone)), 2)
        if likeness[x, y] >= REWORDED and quotes[alone[x]].speakers & quotes[alone[y]].speakers
    ]


def _told_once(rows: Sequence[Row]) -> list[Row]:
    """The rows of two reports and more; not those whose words all stand in rows of more words (a term that is quoted again)."""
    told: dict[int, str] = {}
    out = []
    for row in sorted((r for r in rows if len(r) > 1), key=lambda row: -min(len(q.words) for q in row.values())):
        words = {report: f" {' '.join(quote.words)} " for report, quote in row.items()}
        if not all(own in told.get(report, "") for report, own in words.items()):
            out.append(row)
            for report, own in words.items():
                told[report] = f"{told.get(report, '')}|{own}"
    return out


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
    long, short = _without_endings(long), _without_endings(short)
    share = held(long, short)
    if share < 0.5:
        return "translated" if len(set(long) & set(short)) / len(set(short)) < 0.35 else "reworded"
    if share < 0.9 and len(short) >= UNBROKEN:
        return "reworded"
    return "cut" if len(short) < len(long) - 1 else "same"


def _without_endings(words: tuple[str, ...]) -> tuple[str, ...]:
    """A slip in the number of a noun is no other wording."""
    return tuple(w[:-1] if len(w) > 4 and w.endswith("s") else w for w in words)
