"""Sentence -> Figure: numbers with their unit, the bound they are written with, and the verb they hang on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ..records import Sentence, Span
from ..sentences.trees import ancestors
from ..times.numbers import SMALL

SCALES = {"hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000, "trillion": 1_000_000_000_000}
_PARTS = {"half": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fifth": 5, "fifths": 5, "tenth": 10, "tenths": 10}
_NO_HALF = {"and", "a", "first", "second", "other", "-"}
_VAGUE = {"dozens": 24.0, "scores": 40.0, "hundreds": 200.0, "thousands": 2_000.0, "millions": 2_000_000.0, "several": 3.0}
_AT_LEAST = re.compile(
    r"\b(?:at least|more than|over|no fewer than|no less than|upwards of|above|in excess of|exceeding)\s+[$€£¥]?$", re.I
)
_AT_MOST = re.compile(
    r"\b(?:at most|up to|as many as|no more than|fewer than|less than|under|below|nearly|almost)\s+[$€£¥]?$", re.I
)
_ABOUT = re.compile(r"\b(?:about|around|some|roughly|approximately|an estimated|estimated|close to|near|circa)\s+[$€£¥]?$", re.I)
_NO_COUNT = re.compile(r"(?:\bno\.|#|\d ?:) ?$", re.I)  # "No. 2", "3: 33"
_PLAIN = re.compile(r"^[$€£¥]?(\d+(?:\.\d+)?)(?:k|m|bn)?$", re.I)
_DIGIT = re.compile(r"\d")
_TIME_UNITS = set("second minute hour day week month year decade century time a.m. p.m. am pm o'clock gmt et".split())
_HOURS = {"hour": 1.0, "day": 24.0, "week": 168.0}
_GIVING = {"give", "grant", "allow", "set"}
_TERMS = {"year": 1.0, "month": 1 / 12}
_PRISONS = {"prison", "jail", "imprisonment", "bar", "detention"}
_JAILING = {"jail", "imprison", "sentence"}
_TIME_LABELS = {"DATE", "TIME", "ORDINAL"}
CLOSE = 0.1  # figures that differ by less are one figure, if one of them is said to be about so many
ROUNDED = 0.02  # the same for large figures without such a word
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
    tokens = sentence.tokens
    i = 0
    while i < len(tokens):
        part = _share(sentence, i)
        if part is not None:
            end, share = part
            yield Figure(Span(tokens[i].span.start, tokens[end].span.end), round(share, 1), "%", "=", _verb(sentence, end))
            i = end + 1
            continue
        last, value = _number(sentence, i)
        if value is None:
            i += 1
            continue
        if (lasting := _lasting(sentence, last)) is not None:
            scale, unit = lasting
            span = Span(tokens[i].span.start, tokens[tokens[last].head].span.end)
            yield Figure(span, value * scale, unit, "=", _verb(sentence, last))
        elif tokens[i].entity not in _TIME_LABELS or _counted(sentence, i):
            figure = _figure(sentence, text, i, last, value)
            if figure is not None:
                yield figure
        i = last + 1


def _lasting(sentence: Sentence, last: int) -> tuple[float, str] | None:
    """The scale and unit of a time that is given to somebody ("gave the envoy 72 hours": hours), or that they are to spend in
    prison ("jailed for five years": years); None of other times."""
    tokens = sentence.tokens
    unit = tokens[tokens[last].head]
    word, above = unit.lemma.lower(), tokens[unit.head]
    if tokens[last].dep != "nummod":
        return None
    if word in _HOURS and unit.dep in {"dobj", "oprd"} and above.lemma.lower() in _GIVING:
        return _HOURS[word], "hour"
    behind = {tokens[c].lemma.lower() for k in unit.children if tokens[k].dep == "prep" for c in tokens[k].children}
    jailed = above.lemma.lower() in _JAILING or (
        above.text.lower() in {"to", "for"} and tokens[above.head].lemma.lower() in _JAILING
    )
    if word in _TERMS and (behind & _PRISONS or jailed):
        return _TERMS[word], "year of prison"
    return None


def _share(sentence: Sentence, i: int) -> tuple[int, float] | None:
    """A part of a whole that begins at token i ("half", "a third", "four of the ten", "two in three"): its last token, per cent."""
    words = [t.text.lower() for t in sentence.tokens[i : i + 4]]
    if words[0] == "half":
        beside = sentence.tokens[i - 1].text.lower() if i else ""
        return None if beside in _NO_HALF or words[1:2] == ["-"] else (i, 50.0)
    many = 1.0 if words[0] == "a" else _value(words[0])
    if many is None or len(words) < 2:
        return None
    if words[1] in _PARTS and many <= _PARTS[words[1]]:
        return i + 1, 100 * many / _PARTS[words[1]]
    odds = [k for k in range(i, min(i + 5, len(sentence.tokens))) if sentence.tokens[k].text != "-"]
    if len(odds) > 2 and sentence.tokens[odds[1]].text.lower() == "in" and words[0] != "a":
        most = _value(sentence.tokens[odds[2]].text.lower())
        return (odds[2], 100 * many / most) if most and many < most else None
    whole = _value(words[3]) if words[1:3] == ["of", "the"] and len(words) == 4 else None
    return (i + 3, 100 * many / whole) if whole and words[0] != "a" and many <= whole else None


def _verb(sentence: Sentence, i: int) -> str:
    tokens = sentence.tokens
    return next((tokens[k].lemma.lower() for k in ancestors(sentence, i) if tokens[k].pos in {"VERB", "AUX"}), "")


def find_values(sentence: Sentence) -> Iterator[str]:
    """All numbers of a sentence, years and dates too, as plain digits: "thirty-four" and "34" are one. A lone "one" is none."""
    tokens = sentence.tokens
    i = 0
    while i < len(tokens):
        last, value = _number(sentence, i)
        word = tokens[i].text.lower()
        if value is not None and not (word == "one" and last == i) and word not in _VAGUE:
            yield f"{value:.15g}"
        elif value is None and _DIGIT.search(word):
            yield word.replace(",", "")
        i = last + 1


def _number(sentence: Sentence, i: int) -> tuple[int, float | None]:
    """The number that begins at token i: its last token and value, or (i, None)."""
    tokens = sentence.tokens
    word = tokens[i].text.lower()
    if word in _VAGUE:
        return i, _VAGUE[word]
    total, part, last = 0.0, _value(word), i
    if part is None:
        return i, None
    for j in range(i + 1, len(tokens)):
        word = tokens[j].text.lower()
        value = _value(word)
        if word in SCALES:
            scale = SCALES[word]
            total, part, last = (total, part * scale, j) if scale == 100 else (total + part * scale, 0.0, j)
        elif word == "-" and part >= 20 and j + 1 < len(tokens) and tokens[j + 1].text.lower() in SMALL:
            continue
        elif value is not None and word in SMALL and part >= 20:
            part, last = part + value, j
        else:
            break
    return last, total + part


def _value(word: str) -> float | None:
    if word in SMALL:
        return float(SMALL[word])
    if "-" in word:
        parts = [SMALL.get(p) for p in word.split("-")]
        return float(sum(p for p in parts if p is not None)) if len(parts) == 2 and None not in parts else None
    plain = _PLAIN.match(word.replace(",", ""))
    if plain is None:
        return None
    scale = {"k": 1e3, "m": 1e6, "bn": 1e9}.get(word.lstrip("$€£¥0123456789.,"), 1.0)
    return float(plain[1]) * scale


def _figure(sentence: Sentence, text: str, first: int, last: int, value: float) -> Figure | None:
    tokens = sentence.tokens
    unit = _unit(sentence, first, last)
    if not unit or unit in _TIME_UNITS or tokens[first].text.lower() == "one" == tokens[last].text.lower():
        return None
    # "handed over 33 fighters": no bound
    begin = tokens[first - 1].span.end if first and tokens[first - 1].dep == "prt" else tokens[first].span.start - 24
    before = text[max(sentence.span.start, begin) : tokens[first].span.start]
    if _NO_COUNT.search(before):
        return None
    bound, lead = "=", 0
    for sign, pattern in ((">=", _AT_LEAST), ("<=", _AT_MOST), ("~", _ABOUT)):
        found = pattern.search(before)
        if found is not None:
            bound, lead = sign, len(before) - found.start()
            break
    if tokens[first].text.lower() in _VAGUE:
        bound = ">="
    return Figure(Span(tokens[first].span.start - lead, tokens[last].span.end), value, unit, bound, _verb(sentence, last))


def _unit(sentence: Sentence, first: int, last: int) -> str:
    """What is counted: a currency or per cent sign beside the number, else the noun that it modifies or "of" which it is."""
    tokens = sentence.tokens
    for k in (first - 1, last + 1):
        if 0 <= k < len(tokens) and (tokens[k].text in "$€£¥%" or tokens[k].lemma.lower() in {"percent", "dollar", "euro"}):
            return {"dollar": "$", "euro": "€", "percent": "%"}.get(tokens[k].lemma.lower(), tokens[k].text)
    if [t.text.lower() for t in tokens[last + 1 : last + 3]] == ["per", "cent"]:
        return "%"
    for prefix in "$€£¥":
        if tokens[first].text.startswith(prefix):
            return prefix
    if first and tokens[first - 1].pos == "PROPN" and tokens[first].head <= first - 1:
        return ""  # "the Sea Dragon 7"
    counted = _counted(sentence, last)
    if counted:
        return counted
    k = last
    while tokens[k].dep in {"nummod", "compound", "quantmod", "punct"} and tokens[k].head != k:
        k = tokens[k].head
        if tokens[k].pos in {"NOUN", "PROPN"}:
            break
    of = next((c for c in tokens[k].children if tokens[c].text.lower() == "of"), None)
    if of is not None and (k in range(first, last + 1)):
        k = next((c for c in tokens[of].children if tokens[c].pos in {"NOUN", "PROPN"}), k)
    inside = k in range(first, last + 1)
    return "" if inside or tokens[k].pos not in {"NOUN", "PROPN"} else tokens[k].lemma.lower()


def _counted(sentence: Sentence, i: int) -> str:
    """ "puts the number of boats at 11": what the number at token i counts; "" where it is not told so."""
    tokens = sentence.tokens
    if tokens[i].dep != "pobj" or tokens[tokens[i].head].text.lower() != "at":
        return ""
    for k in range(i - 1, 0, -1):
        if tokens[k].text.lower() == "of" and tokens[k - 1].lemma.lower() == "number":
            return next((tokens[c].lemma.lower() for c in tokens[k].children if tokens[c].dep == "pobj"), "")
    return ""


def compatible(left: Figure, right: Figure) -> bool:
    """Whether both figures can hold of one thing: "at least 2" and "4" can, so can 4.96 and 5 billion, but not 850 and "about
    1,000"."""
    if left.bound == right.bound == "=":
        apart = abs(left.value - right.value)
        large = min(left.value, right.value) >= LARGE
        return apart == 0 or (large and (apart <= ROUNDED * max(left.value, right.value) or _rounds(left.value, right.value)))
    low, high = sorted((_range(left), _range(right)))
    return low[1] >= high[0]


def _rounds(left: float, right: float) -> bool:
    """Whether one is the other to one digit: 700 and 716 billion."""
    return float(f"{right:.0e}") == left or float(f"{left:.0e}") == right


def _range(figure: Figure) -> tuple[float, float]:
    value = figure.value
    if figure.bound == ">=":
        return value, float("inf")
    if figure.bound == "<=":
        return 0.0, value
    return (value * (1 - CLOSE), value * (1 + CLOSE)) if figure.bound == "~" else (value, value)
