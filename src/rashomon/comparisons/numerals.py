"""Sentence -> numbers: in digits, in words ("thirty-four", "hundreds of thousands"), as parts of a whole ("four of the ten")."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..records import Sentence
from ..sentences.trees import ancestors
from ..times.numbers import SCALES as _SCALES
from ..times.numbers import SMALL
from .frames import DATED

SCALES = _SCALES | {"dozen": 12, "billion": 1_000_000_000, "trillion": 1_000_000_000_000, "bn": 1_000_000_000}
_OF_MONEY = {"k": 1_000, "m": 1_000_000, "mn": 1_000_000}  # behind a sum alone: "500 m" are metres
# Words that leave open how many, with the least they can be taken for.
VAGUE = {
    "several": 3.0,
    "many": 3.0,
    "numerous": 3.0,
    "multiple": 2.0,
    "couple": 2.0,
    "handful": 3.0,
    "few": 2.0,
    "tens": 20.0,
    "dozens": 24.0,
    "scores": 40.0,
    "hundreds": 200.0,
    "thousands": 2_000.0,
    "millions": 2_000_000.0,
    "billions": 2_000_000_000.0,
}
_OF_SCALES = {"tens", "dozens", "hundreds"}  # "hundreds of millions"
_TIMES = {"thousands": 1_000, "millions": 1_000_000, "billions": 1_000_000_000}
_PARTS = {"half": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fifth": 5, "fifths": 5, "tenth": 10, "tenths": 10}
_PARTS_OF_SCALE = [
    (begin.split(), parts) for begin, parts in (("half a", 2), ("half of a", 2), ("a quarter of a", 4), ("quarter of a", 4))
]
_PARTS_BEGIN = {begin[0] for begin, _ in _PARTS_OF_SCALE}
_NO_HALF = {"and", "a", "first", "second", "other", "-"}
_PLAIN = re.compile(r"^[$€£¥]?(\d+(?:\.\d+)?)(?:k|m|bn)?$", re.I)
_FRACTION = re.compile(r"(\d)/(\d)$")  # "2 1/2"
_GLYPHS = {"½": 0.5, "¼": 0.25, "¾": 0.75}
_RANGE = {"and", "to", "or", "-", "–"}
_CHANGING = set(
    "rise fall increase decrease grow drop climb jump cut reduce raise lower go soar surge decline slip expand extend change "
    "double swell shrink up down move hike slash trim growth".split()
)
_CURRENCY = set("$€£¥")
_SPACED = re.compile(r"\d{1,3}(?: , \d{3}){1,2}(?!\d)(?! ,)")  # "31, 000" of texts that were cut into words
_DIGIT = re.compile(r"\d")


def number_at(sentence: Sentence, i: int) -> tuple[int, float | None]:
    """The number that begins at token i: its last token and value, or (i, None)."""
    tokens = sentence.tokens
    word = tokens[i].text.lower()
    if word in VAGUE:
        scale = _TIMES.get(tokens[i + 2].text.lower()) if i + 2 < len(tokens) and tokens[i + 1].text.lower() == "of" else None
        return (i, VAGUE[word]) if scale is None or word not in _OF_SCALES else (i + 2, VAGUE[word] * scale)
    if (spaced := _SPACED.match(" ".join(t.text for t in tokens[i : i + 5]))) is not None:
        groups = spaced.group().count(",")
        return i + 2 * groups, float(spaced.group().replace(" , ", ""))
    if (some := _part_of_scale(sentence, i)) is not None:
        return some
    total, part, last = 0.0, _value(word), i
    spelled = _DIGIT.search(word) is None  # "In 2014 three people" is no 2,017 people
    if part is None:
        return i, float(SCALES[word]) if word in SCALES and i and tokens[i - 1].text.lower() == "a" else None
    for j in range(i + 1, len(tokens)):
        word = tokens[j].text.lower()
        value = _value(word)
        scale = SCALES.get(word) or (_OF_MONEY.get(word, 0) if i and tokens[i - 1].text in _CURRENCY else 0)
        if scale:
            total, part, last = (total, part * scale, j) if scale <= 100 else (total + part * scale, 0.0, j)
        elif word == "-" and spelled and part >= 20 and j + 1 < len(tokens) and tokens[j + 1].text.lower() in SMALL:
            continue
        elif value is not None and spelled and word in SMALL and part >= 20:
            part, last = part + value, j
        else:
            break
    if total == 0 and part.is_integer():
        part *= _scale_of_range(sentence, last, part)
    after, more = _fraction(sentence, last)
    scale = SCALES.get(tokens[after + 1].text.lower(), 1) if more and after + 1 < len(tokens) else 1
    return after + (scale > 1), (total + part + more) * scale  # "one and a half million"


def _part_of_scale(sentence: Sentence, i: int) -> tuple[int, float] | None:
    """ "Half a million", "a quarter of a million", from token i: the last token and the value."""
    if sentence.tokens[i].text.lower() not in _PARTS_BEGIN:  # asked of every token
        return None
    words = [t.text.lower() for t in sentence.tokens[i : i + 5]]
    for begin, parts in _PARTS_OF_SCALE:
        many = len(begin)
        if words[:many] == begin and len(words) > many and SCALES.get(words[many], 0) > 2:
            return i + many, SCALES[words[many]] / parts
    return None


def _fraction(sentence: Sentence, last: int) -> tuple[int, float]:
    """What is told after the number that ends at token `last`, of one more: its last token, and the part of one."""
    words = [t.text.lower() for t in sentence.tokens[last + 1 : last + 4]]
    if words == ["and", "a", "half"]:
        return last + 3, 0.5
    skipped = words[:1] == ["-"]
    found = _FRACTION.match(words[skipped]) if len(words) > skipped else None
    if found is None or not 0 < int(found[1]) < int(found[2]):
        return last, 0.0
    return last + 1 + skipped, int(found[1]) / int(found[2])


def _scale_of_range(sentence: Sentence, last: int, value: float) -> float:
    """The scale that the larger end of a range has, and the smaller, `value`, means too ("between $3 and $5 million"); else 1."""
    words = [t.text.lower() for t in sentence.tokens[last + 1 : last + 6] if t.text not in _CURRENCY]
    if len(words) < 3 or words[0] not in _RANGE or SCALES.get(words[2], 0) <= 100:
        return 1.0
    end = _value(words[1])
    return float(SCALES[words[2]]) if end is not None and value < end else 1.0


def upper_end(sentence: Sentence, first: int, last: int, value: float) -> tuple[int, float] | None:
    """The larger end of the range whose smaller end is the number of tokens `first` to `last` ("125 to 155 miles", "between 30
    and 40"): its last token and value. What rises "from 10 to 15" has been both."""
    tokens = sentence.tokens
    before = next((t.text.lower() for t in reversed(tokens[:first]) if t.text not in _CURRENCY), "")
    joint = tokens[last + 1].text.lower() if last + 1 < len(tokens) else ""
    if (before == "from" and _changes(sentence, first)) or joint not in ({"and"} if before == "between" else _RANGE - {"and"}):
        return None
    begin = next((k for k in range(last + 2, len(tokens)) if tokens[k].text not in _CURRENCY), None)
    end, top = (0, None) if begin is None else number_at(sentence, begin)
    return None if top is None or top <= value else (end, top)


def _changes(sentence: Sentence, i: int) -> bool:
    """Whether the number at token i is one that something rose or fell from."""
    return any(sentence.tokens[k].lemma.lower() in _CHANGING for k in ancestors(sentence, i))


def share_at(sentence: Sentence, i: int) -> tuple[int, float] | None:
    """A part of a whole that begins at token i ("half", "a third", "four of the ten", "two in three"): its last token, per cent."""
    words = [t.text.lower() for t in sentence.tokens[i : i + 4]]
    if _part_of_scale(sentence, i) is not None:
        return None
    if words[0] == "half":
        beside = sentence.tokens[i - 1].text.lower() if i else ""
        return None if beside in _NO_HALF or words[1:2] == ["-"] else (i, 50.0)
    many = 1.0 if words[0] == "a" else _value(words[0])
    if many is None or len(words) < 2:
        return None
    if words[1] in _PARTS and many <= _PARTS[words[1]]:
        return i + 1, 100 * many / _PARTS[words[1]]
    odds = [k for k in range(i, min(i + 5, len(sentence.tokens))) if sentence.tokens[k].text != "-"]
    in_some = len(odds) > 2 and sentence.tokens[odds[1]].text.lower() == "in" and words[0] != "a"
    if in_some and sentence.tokens[odds[2]].entity not in DATED:  # "won two in 2014"
        most = _value(sentence.tokens[odds[2]].text.lower())
        return (odds[2], 100 * many / most) if most and many < most else None
    whole = _value(words[3]) if words[1:3] == ["of", "the"] and len(words) == 4 else None
    return (i + 3, 100 * many / whole) if whole and words[0] != "a" and many <= whole else None


def find_values(sentence: Sentence) -> Iterator[str]:
    """All numbers of a sentence, years and dates too, as plain digits: "thirty-four" and "34" are one. A lone "one" is none."""
    tokens = sentence.tokens
    i = 0
    while i < len(tokens):
        last, value = number_at(sentence, i)
        word = tokens[i].text.lower()
        if value is not None and not (word == "one" and last == i) and word not in VAGUE:
            yield f"{value:.15g}"
        elif value is None and _DIGIT.search(word):
            yield word.replace(",", "")
        i = last + 1


def _value(word: str) -> float | None:
    if word in SMALL:
        return float(SMALL[word])
    if "-" in word:
        parts = [SMALL.get(p) for p in word.split("-")]
        return float(sum(p for p in parts if p is not None)) if len(parts) == 2 and None not in parts else None
    if word[-1:] in _GLYPHS:
        whole = _value(word[:-1]) if len(word) > 1 else 0.0
        return None if whole is None else whole + _GLYPHS[word[-1]]
    plain = _PLAIN.match(word.replace(",", ""))
    if plain is None:
        return None
    scale = {"k": 1e3, "m": 1e6, "bn": 1e9}.get(word.lstrip("$€£¥0123456789.,"), 1.0)
    return float(plain[1]) * scale
