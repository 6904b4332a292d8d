"""Readings -> SharedQuotation: one utterance in several reports: same, cut, reworded, translated, re-attributed."""

from __future__ import annotations

from collections.abc import Sequence

from ..records import Reading, SharedQuotation, Span, Variant
from .likeness import Encode
from .quotes import UNBROKEN, Marks, Quote, held
from .utterances import Utterances, find_utterances

WITHIN = 0.75  # share of the words between the marks within a speech that another report's quote must have
HALF = 0.5  # share of the shorter of two quotes that the longer must hold to be the same words at all
SAME = 0.95  # the same where not a word is another
SHORTER = 0.85  # length of a quote, of the longest one's, below which something is left out
TRANSLATED = 0.35  # share of words in common below which two quotations were put into English each by itself
AROUND = 300  # characters on either side of a quotation within which another person named may be the one who speaks
TOGETHER = 0.4  # mean chance of the pairs of two rows that are joined
LIKELY = 0.55  # chance from which two quotes are shown as one utterance

Row = dict[int, Quote]  # by report


def shared_quotations(readings: Sequence[Reading], encode: Encode) -> tuple[SharedQuotation, ...]:
    """One row for each utterance that two or more reports give, at least one of them between marks or as speech."""
    utterances = find_utterances(readings, encode)
    rows = joined(utterances, utterances.chances(), LIKELY)
    rows = [_between_marks(row, utterances.quotes) for row in rows]
    shared = [_row([row[r] for r in sorted(row)], readings) for row in _told_once(rows)]
    return tuple(sorted(shared, key=lambda row: (-row.score, row.variants[0].span)))


def joined(utterances: Utterances, chances: Sequence[float], least: float) -> list[Row]:
    """Rows of at most one quote a report, the likeliest pairs joined first, where all that meet are likely enough on the whole;
    none over places that another row has."""
    chance_of = dict(zip(utterances.pairs, chances, strict=True))
    rows: dict[int, tuple[int, ...]] = {i: (i,) for i in range(len(utterances.quotes))}
    row_of = list(rows)

    def quotes_of(numbers: Sequence[int]) -> Row:
        return {utterances.quotes[i].report: utterances.quotes[i] for i in numbers}

    for pair in sorted((p for p, chance in chance_of.items() if chance >= least), key=lambda p: (-chance_of[p], p)):
        one, other = (row_of[i] for i in pair)
        both = (*rows[one], *rows[other])
        met = [chance_of.get((min(i, j), max(i, j)), 0.0) for i in rows[one] for j in rows[other]]
        apart = len(quotes_of(both)) == len(both) and sum(met) >= TOGETHER * len(met)
        others = (quotes_of(row) for r, row in rows.items() if r not in (one, other) and len(row) > 1)
        if apart and not any(_overlap(quotes_of(both), row) for row in others):
            rows[one] = both
            del rows[other]
            for i in both:
                row_of[i] = one
    return [quotes_of(row) for row in rows.values() if len(row) > 1]


def _overlap(one: Row, other: Row) -> bool:
    """Whether the rows have half of the shorter of two quotes of one report in common."""
    return any(_is_half(one[r].span, other[r].span) for r in one.keys() & other.keys())


def _is_half(one: Span, other: Span) -> bool:
    return 2 * one.common(other) >= min(len(one), len(other))


def _between_marks(row: Row, quotes: Sequence[Quote]) -> Row:
    """The row with what stands between marks within a speech in the place of the speech, where it is that which is said again."""
    out = dict(row)
    for report, told in row.items():
        if told.marks is Marks.TOLD:
            others = [q for r, q in row.items() if r != report]
            within = [q for q in quotes if q.report == report and q.marks is Marks.QUOTED and q.span.overlaps(told.span)]
            again = [q for q in within if any(held(q.words, o.words) >= WITHIN for o in others)]
            out[report] = max(again, key=lambda q: len(q.words), default=told)
    return out


def _told_once(rows: Sequence[Row]) -> list[Row]:
    """The rows, but for those whose words all stand in rows of more words (a term that is quoted again)."""
    told: dict[int, str] = {}
    out = []
    for row in sorted(rows, key=lambda row: -min(len(q.words) for q in row.values())):
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
    change = "reattributed" if _are_apart(quotes, readings) else _change(quotes)
    return SharedQuotation(tuple(named), variants, change, round(closeness, 3))


def _are_apart(quotes: Sequence[Quote], readings: Sequence[Reading]) -> bool:
    """Whether other persons say it elsewhere than in the first report, each without the others named near."""
    # by the last name: reports give one person's name in full and in part
    named = [(q, {s.rsplit("-", 1)[-1] for s in q.speakers if s.startswith("person:")}) for q in quotes if q.speakers]
    if len(named) < 2 or not all(own for _, own in named) or any(named[0][1] & other for _, other in named[1:]):
        return False
    around = [readings[q.report].document.text[max(0, q.span.start - AROUND) : q.span.end + AROUND].lower() for q, _ in named]
    return not any(
        name in text for k, text in enumerate(around) for n, (_, own) in enumerate(named) if n != k for name in own - named[k][1]
    )


def _change(quotes: list[Quote]) -> str:
    longest = max(quotes, key=lambda q: len(q.words))
    changes = {_change_of(longest, q) for q in quotes if q is not longest}
    return next(c for c in ("translated", "reworded", "cut", "same") if c in changes)


def _change_of(longest: Quote, quote: Quote) -> str:
    long, short = _without_endings(longest.words), _without_endings(quote.words)
    share = held(long, short)
    if share < HALF:
        both_marked = longest.marks is quote.marks is Marks.QUOTED
        return "translated" if both_marked and len(set(long) & set(short)) < TRANSLATED * len(set(short)) else "reworded"
    if share < SAME and len(short) >= UNBROKEN:
        return "reworded"
    return "cut" if len(short) < SHORTER * len(long) else "same"


def _without_endings(words: tuple[str, ...]) -> tuple[str, ...]:
    """A slip in the number of a noun is no other wording."""
    return tuple(w[:-1] if len(w) > 4 and w.endswith("s") else w for w in words)
