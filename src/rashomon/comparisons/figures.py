"""Sentence -> Figure: numbers with their unit, the bound they are written with, and the verb they hang on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from ..records import Sentence, Span
from ..sentences.trees import span_of
from .countables import counted, fate, is_most, lasts, term, unit_of
from .frames import verb_above
from .measures import CLOCK, commensurable, in_unit_of
from .numerals import VAGUE, number_at, share_at, upper_end

_BEFORE = r"\s+(?:a\s+)?[$€£¥]?$"
_AT_LEAST = re.compile(
    r"\b(?:at least|(?<!no )(?<!not )more than|over|(?:no|not) (?:fewer|less) than|upwards of|above|in excess of|exceeding|"
    r"a minimum of)" + _BEFORE,
    re.I,
)
_AT_MOST = re.compile(
    r"\b(?:at most|up to|as many as|(?:no|not) more than|(?<!no )(?<!not )(?:fewer|less) than|under|below|nearly|almost|"
    r"a maximum of)" + _BEFORE,
    re.I,
)
_ABOUT = re.compile(r"\b(?:about|around|some|roughly|approximately|an estimated|estimated|close to|near|circa)" + _BEFORE, re.I)
_OVER = set("haggle argue quarrel row bicker negotiate differ clash fight feud preside rule".split())  # "haggled over 52 prisoners"
_DURING = re.compile(r"over\b", re.I)  # "over seven years", of a time, says no bound
_NO_COUNT = re.compile(r"(?:\bno\.|#|\d ?[:.]) ?$", re.I)  # "No. 2", "3: 33", the parts of "6. 4"
_NO_UNIT = {"time", "m.", "a.m.", "p.m.", "am", "pm", "o'clock", "gmt", "et"}
_TIME_LABELS = {"DATE", "TIME", "ORDINAL"}
_CUT = re.compile(r" ?\. \d")
HALF = 50.0  # per cent
CLOSE = 0.1  # figures that differ by less are one figure, if one of them is said to be about so many
ROUNDED = 0.02  # the same for large figures without such a word
CONVERTED = 0.04  # the same for a figure in another unit of measurement
HALF_STEP = 0.5  # by which a part of one is rounded to a whole
HUNDRED = 100  # from here on figures are told in round ones
LARGE = 1_000


@dataclass(frozen=True, slots=True)
class Figure:
    """`value` in `unit` (the lemma of what is counted, "$", "%"); `bound` "=", ">=", "<=" or "~"; `verb` what it hangs on."""

    span: Span
    value: float
    unit: str
    bound: str
    verb: str


def find_figures(sentence: Sentence, text: str) -> Iterator[Figure]:
    """The figures of a sentence but for dates, times and ordinals; parts of a whole ("half", "four of the ten") are per cents, the
    time that somebody is given is counted in hours, that of prison in years. `text` is the document's."""
    i = 0
    while i < len(sentence.tokens):
        part = share_at(sentence, i)
        end, figures = _share(sentence, text, i, *part) if part is not None else _number(sentence, text, i)
        yield from figures
        i = end + 1


def _share(sentence: Sentence, text: str, i: int, end: int, share: float) -> tuple[int, list[Figure]]:
    """The part of a whole from token i to `end`, and the whole where it is counted ("three of the seven shots")."""
    tokens = sentence.tokens
    figures = [Figure(span_of(sentence, i, end), round(share, 1), "%", "=", _verb(sentence, end))]
    last, whole = number_at(sentence, end)
    if whole is not None and last == end and tokens[end - 1].text.lower() == "the":
        figures += [f for f in (_figure(sentence, text, end, last, whole),) if f is not None]
    return end, figures


def _number(sentence: Sentence, text: str, i: int) -> tuple[int, list[Figure]]:
    """The last token of the number that begins at token i, with its figure, if it is one."""
    tokens = sentence.tokens
    last, value = number_at(sentence, i)
    if value is None:
        return i, [Figure(tokens[i].span, HALF, "%", ">=", _verb(sentence, i))] if is_most(sentence, i) else []
    if (top := upper_end(sentence, i, last, value)) is not None:
        return top[0], _ends(sentence, text, (i, last), (value, *top))
    at = i if tokens[last].text.lower() == "half" else last
    lasting = term(sentence, at)
    if lasting is not None:
        scale, unit = lasting
        bound, lead = _bound(sentence, text, i)
        span = Span(tokens[i].span.start - lead, tokens[tokens[at].head].span.end)
        return last, [Figure(span, value * scale, unit, bound, _verb(sentence, last))]
    if tokens[i].entity in _TIME_LABELS and not (counted(sentence, i) or lasts(sentence, last) or _mislabelled(sentence, last)):
        return last, []
    figure = _figure(sentence, text, i, last, value)
    return last, [] if figure is None else [figure]


def _mislabelled(sentence: Sentence, last: int) -> bool:
    """Whether a number in words was taken for part of the year before it ("In 2014 three people")."""
    number = sentence.tokens[last]
    return number.text.isalpha() and number.dep == "nummod" and not sentence.tokens[number.head].entity


def _ends(sentence: Sentence, text: str, lower: tuple[int, int], values: tuple[float, int, float]) -> list[Figure]:
    """Both ends of a range, each with the words of all of it: at least the one, at most the other. `lower`: the tokens of the
    smaller; `values`: its value, the last token of the larger, and the value of that."""
    least, last, most = values
    figure = _figure(sentence, text, lower[0], last, most) or _figure(sentence, text, *lower, least)
    if figure is None:
        return []
    span = Span(figure.span.start, sentence.tokens[last].span.end)
    return [replace(figure, span=span, value=value, bound=bound) for value, bound in ((least, ">="), (most, "<="))]


def _verb(sentence: Sentence, i: int) -> str:
    above = verb_above(sentence, i)
    return sentence.tokens[above].lemma.lower() if above is not None else ""


def _figure(sentence: Sentence, text: str, first: int, last: int, value: float) -> Figure | None:
    tokens = sentence.tokens
    unit = unit_of(sentence, first, last)
    if not unit or unit in _NO_UNIT or tokens[first].text.lower() == "one" == tokens[last].text.lower():
        return None
    if unit in CLOCK and not lasts(sentence, last):
        return None
    if _NO_COUNT.search(_before(sentence, text, first)) or _CUT.match(text, tokens[last].span.end):
        return None
    bound, lead = _bound(sentence, text, first, unit in CLOCK)
    verb = fate(sentence, first, last) or _verb(sentence, last)
    return Figure(Span(tokens[first].span.start - lead, tokens[last].span.end), value, unit, bound, verb)


def _bound(sentence: Sentence, text: str, first: int, lasting: bool = False) -> tuple[str, int]:
    """The bound of the number that begins at token `first`, and how many characters before it say so; `lasting`: it counts a time,
    over which something goes on."""
    before = _before(sentence, text, first)
    for sign, pattern in ((">=", _AT_LEAST), ("<=", _AT_MOST), ("~", _ABOUT)):
        found = pattern.search(before)
        if found is not None and not (_DURING.match(found.group()) and (lasting or _of_quarrel(sentence, first))):
            return sign, len(before) - found.start()
    return (">=" if sentence.tokens[first].text.lower() in VAGUE else "="), 0


def _of_quarrel(sentence: Sentence, first: int) -> bool:
    """Whether the "over" before the number says what is quarrelled over, not how many at least."""
    over = sentence.tokens[first - 1]
    return over.dep == "prep" and sentence.tokens[over.head].lemma.lower() in _OVER


def _before(sentence: Sentence, text: str, first: int) -> str:
    # "handed over 33 fighters": no bound
    tokens = sentence.tokens
    begin = tokens[first - 1].span.end if first and tokens[first - 1].dep == "prt" else tokens[first].span.start - 24
    return text[max(sentence.span.start, begin) : tokens[first].span.start]


def compatible(left: Figure, right: Figure) -> bool:
    """Whether both figures can hold of one thing: "at least 2" and "4" can, so can 4.96 and 5 billion, but not 850 and "about
    1,000"; nor 5,687 and 5,587, neither of which is the other in round figures."""
    exact = left.bound == right.bound == "="
    if left.unit != right.unit and commensurable(left.unit, right.unit):
        left = replace(left, value=in_unit_of(left.value, left.unit, right.unit), unit=right.unit)
        if exact:
            return abs(left.value - right.value) <= CONVERTED * max(left.value, right.value)
    if exact:
        return left.value == right.value or _rounds(left.value, right.value)
    low, high = sorted((_range(left), _range(right)))
    return low[1] >= high[0]


def _rounds(left: float, right: float) -> bool:
    """Whether one is the other in round figures: 52.1 and 52, 612 and 600, 4.96 and 5 billion; over LARGE also 700 and 716
    billion."""
    rough, fine = sorted((left, right), key=_digits)
    if rough % 1 == 0 < fine % 1 and abs(left - right) <= HALF_STEP:
        return True  # 52 and 52.1 per cent
    if min(left, right) < HUNDRED or _digits(rough) == _digits(fine):
        return False
    return abs(left - right) <= ROUNDED * max(left, right) or (min(left, right) >= LARGE and float(f"{fine:.0e}") == rough)


def _digits(value: float) -> int:
    """How many digits a value is written with, but for the noughts at its end."""
    return len(f"{value:.10g}".rstrip("0."))


def _range(figure: Figure) -> tuple[float, float]:
    value = figure.value
    if figure.bound == ">=":
        return value, float("inf")
    if figure.bound == "<=":
        return 0.0, value
    return (value * (1 - CLOSE), value * (1 + CLOSE)) if figure.bound == "~" else (value, value)
