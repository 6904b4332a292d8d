"""Sentence -> Figure: numbers with their unit, the bound they are written with, and the verb they hang on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from ..records import Sentence, Span
from ..sentences.trees import ancestors
from .measures import CLOCK, commensurable, in_unit_of
from .numerals import VAGUE, number_at, share_at

_AT_LEAST = re.compile(
    r"\b(?:at least|more than|over|no fewer than|no less than|upwards of|above|in excess of|exceeding|a minimum of)\s+(?:a\s+)?[$€£¥]?$",
    re.I,
)
_AT_MOST = re.compile(
    r"\b(?:at most|up to|as many as|no more than|fewer than|less than|under|below|nearly|almost|a maximum of)\s+(?:a\s+)?[$€£¥]?$",
    re.I,
)
_ABOUT = re.compile(
    r"\b(?:about|around|some|roughly|approximately|an estimated|estimated|close to|near|circa)\s+(?:a\s+)?[$€£¥]?$", re.I
)
_DURING = re.compile(r"over\b", re.I)  # "over seven years", of a time, says no bound
_NO_COUNT = re.compile(r"(?:\bno\.|#|\d ?[:.]) ?$", re.I)  # "No. 2", "3: 33", the parts of "6. 4"
_NO_UNIT = {"time", "m.", "a.m.", "p.m.", "am", "pm", "o'clock", "gmt", "et"}
_NO_LENGTH = {"ago", "old", "later", "earlier", "-"}  # "five days ago" is a day
# Those whom something befell, counted without a noun ("seven dead", "51 were taken to hospital").
_FATES = {
    "dead": "die",
    "injured": "injure",
    "wounded": "wound",
    "hurt": "hurt",
    "missing": "disappear",
    "arrested": "arrest",
    "homeless": "displace",
}
_SUFFERED = {"die", "flee", "perish", "drown"}
_NEARLY = {"about", "around", "over"}
_BEFALLS = set("kill injure wound hurt arrest detain rescue evacuate displace hospitalize hospitalise".split())
_HOURS = {"hour": 1.0, "day": 24.0, "week": 168.0}
_GIVING = {"give", "grant", "allow", "set"}
_TERMS = {"year": 1.0, "month": 1 / 12}
_PRISONS = {"prison", "jail", "imprisonment", "bar", "detention"}
_JAILING = {"jail", "imprison", "sentence"}
_TIME_LABELS = {"DATE", "TIME", "ORDINAL"}
PEOPLE = "people"
_OF_PEOPLE = {"toll", "population"}
_CUT = re.compile(r" ?\. \d")
_QUAKES = {"magnitude", "richter"}
_MOST = {"most", "majority", "bulk"}
HALF = 50.0  # per cent
CLOSE = 0.1  # figures that differ by less are one figure, if one of them is said to be about so many
ROUNDED = 0.02  # the same for large figures without such a word
CONVERTED = 0.04  # the same for a figure in another unit of measurement
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
    figures = [Figure(Span(tokens[i].span.start, tokens[end].span.end), round(share, 1), "%", "=", _verb(sentence, end))]
    last, whole = number_at(sentence, end)
    if whole is not None and last == end and tokens[end - 1].text.lower() == "the":
        figures += [f for f in (_figure(sentence, text, end, last, whole),) if f is not None]
    return end, figures


def _number(sentence: Sentence, text: str, i: int) -> tuple[int, list[Figure]]:
    """The last token of the number that begins at token i, with its figure, if it is one."""
    tokens = sentence.tokens
    last, value = number_at(sentence, i)
    if value is None:
        return i, [Figure(tokens[i].span, HALF, "%", ">=", _verb(sentence, i))] if _most(sentence, i) else []
    at = i if tokens[last].text.lower() == "half" else last
    lasting = _lasting(sentence, at)
    if lasting is not None:
        scale, unit = lasting
        bound, lead = _bound(sentence, text, i)
        span = Span(tokens[i].span.start - lead, tokens[tokens[at].head].span.end)
        return last, [Figure(span, value * scale, unit, bound, _verb(sentence, last))]
    if tokens[i].entity in _TIME_LABELS and not (_counted(sentence, i) or _length(sentence, last)):
        return last, []
    figure = _figure(sentence, text, i, last, value)
    return last, [] if figure is None else [figure]


def _most(sentence: Sentence, i: int) -> bool:
    """Whether token i stands for more than half ("most of the men", "the majority of them")."""
    tokens = sentence.tokens
    word, beside = tokens[i].text.lower(), tokens[i + 1].text.lower() if i + 1 < len(tokens) else ""
    return word in _MOST and (beside == "of" or (word == "most" and tokens[i].dep == "amod" and tokens[i].pos == "ADJ"))


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
    behind = {t.lemma.lower() for t in tokens[tokens[last].head + 1 : tokens[last].head + 4]}
    jailed = above.lemma.lower() in _JAILING or (
        above.text.lower() in {"to", "for"} and tokens[above.head].lemma.lower() in _JAILING
    )
    if word in _TERMS and (behind & _PRISONS or jailed):
        return _TERMS[word], "year of prison"
    return None


def _verb(sentence: Sentence, i: int) -> str:
    tokens = sentence.tokens
    return next((tokens[k].lemma.lower() for k in ancestors(sentence, i) if tokens[k].pos in {"VERB", "AUX"}), "")


def _figure(sentence: Sentence, text: str, first: int, last: int, value: float) -> Figure | None:
    tokens = sentence.tokens
    unit = _unit(sentence, first, last)
    if not unit or unit in _NO_UNIT or tokens[first].text.lower() == "one" == tokens[last].text.lower():
        return None
    if unit in CLOCK and not _length(sentence, last):
        return None
    if _NO_COUNT.search(_before(sentence, text, first)) or _CUT.match(text, tokens[last].span.end):
        return None
    bound, lead = _bound(sentence, text, first, unit in CLOCK)
    verb = _verb(sentence, last)
    if last + 1 < len(tokens) and _befallen(sentence, last):
        verb = _FATES.get(tokens[last + 1].text.lower(), verb)
    if _heads(sentence, first) == "toll":
        verb = "die"
    return Figure(Span(tokens[first].span.start - lead, tokens[last].span.end), value, unit, bound, verb)


def _bound(sentence: Sentence, text: str, first: int, lasting: bool = False) -> tuple[str, int]:
    """The bound of the number that begins at token `first`, and how many characters before it say so; `lasting`: it counts a time,
    over which something goes on."""
    before = _before(sentence, text, first)
    for sign, pattern in ((">=", _AT_LEAST), ("<=", _AT_MOST), ("~", _ABOUT)):
        found = pattern.search(before)
        if found is not None and not (lasting and _DURING.match(found.group())):
            return sign, len(before) - found.start()
    return (">=" if sentence.tokens[first].text.lower() in VAGUE else "="), 0


def _before(sentence: Sentence, text: str, first: int) -> str:
    # "handed over 33 fighters": no bound
    tokens = sentence.tokens
    begin = tokens[first - 1].span.end if first and tokens[first - 1].dep == "prt" else tokens[first].span.start - 24
    return text[max(sentence.span.start, begin) : tokens[first].span.start]


def _length(sentence: Sentence, last: int) -> bool:
    """Whether the number is of a time that something takes ("six hours"), not of a day ("two years ago", "12 March")."""
    tokens = sentence.tokens
    head = tokens[last].head
    beside = tokens[head + 1].text.lower() if head + 1 < len(tokens) else ""
    return tokens[last].dep == "nummod" and tokens[head].lemma.lower() in CLOCK and beside not in _NO_LENGTH


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
    if {t.text.lower() for t in (*tokens[max(0, first - 3) : first], *tokens[last + 1 : last + 6])} & _QUAKES:
        return "magnitude"
    if _befallen(sentence, last) or (tokens[last].dep == "pobj" and _heads(sentence, first)):
        return PEOPLE
    k = last
    loose = {"amod"} if tokens[last].text.lower() in VAGUE else set[str]()
    while tokens[k].dep in {"nummod", "compound", "quantmod", "punct"} | loose and tokens[k].head != k:
        k = tokens[k].head
        if tokens[k].pos in {"NOUN", "PROPN"}:
            break
    of = next((c for c in tokens[k].children if tokens[c].text.lower() == "of" and tokens[c].dep == "prep"), None)
    if of is not None and (k in range(first, last + 1)):
        k = next((c for c in tokens[of].children if tokens[c].pos in {"NOUN", "PROPN"}), k)
    inside = k in range(first, last + 1)
    return "" if inside or tokens[k].pos not in {"NOUN", "PROPN"} else tokens[k].lemma.lower()


def _befallen(sentence: Sentence, last: int) -> bool:
    """Whether the number stands for people whom something befell, without a noun."""
    tokens = sentence.tokens
    number = tokens[last]
    if last + 1 < len(tokens) and tokens[last + 1].text.lower() in _FATES:
        return not any(t.pos == "NOUN" for t in tokens[last + 2 : last + 3])
    if any(tokens[k].text.lower() == "of" for k in number.children):
        return False
    above = tokens[number.head].head if number.dep == "pobj" and tokens[number.head].text.lower() in _NEARLY else number.head
    lemma = tokens[above].lemma.lower()
    if number.dep == "nsubj":
        return lemma in _SUFFERED
    to_hospital = any(t.lemma.lower() == "hospital" for t in tokens[above : above + 6])
    return number.dep in {"nsubjpass", "dobj", "pobj"} and tokens[above].pos == "VERB" and (lemma in _BEFALLS or to_hospital)


def _heads(sentence: Sentence, first: int) -> str:
    """The noun shortly before a number that makes it one of people ("the toll rose to 12", "a population of 9,000"), or ""."""
    return next((word for t in sentence.tokens[max(0, first - 6) : first] if (word := t.lemma.lower()) in _OF_PEOPLE), "")


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
    """Whether one is the other in round figures: 612 and 600, 4.96 and 5 billion; over LARGE also 700 and 716 billion."""
    rough, fine = sorted((left, right), key=_digits)
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
