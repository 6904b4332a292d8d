"""Numbers as written, spelled out or in digits -> int, float or None where the writer leaves them open ("several")."""

from __future__ import annotations

import re

_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve "
    "thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
SMALL = {word: n for n, word in enumerate(_ONES.split())} | {word: n * 10 for n, word in enumerate(_TENS.split(), start=2)}
SCALES = {"hundred": 100, "thousand": 1000, "million": 1_000_000}
ORDINALS = {
    word: n
    for n, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth "
        "sixteenth seventeenth eighteenth nineteenth twentieth".split(),
        start=1,
    )
} | {"twenty-first": 21, "twenty-second": 22, "twenty-third": 23, "thirtieth": 30, "thirty-first": 31}

_WORD = "|".join(sorted([*SMALL, *SCALES], key=len, reverse=True))
_AND = r"(?:(?<=hundred )|(?<=thousand )|(?<=million ))and\s+"  # "five and seven years" are no twelve
_HALF = r"[\s-]+and[\s-]+a[\s-]+half"
# "24", "2.5", "2 1/2", "twenty-four", "one and a half", "two hundred"
CARDINAL = (
    rf"(?:\d{{1,4}}(?:,\d{{3}})*(?:\.\d+)?(?:[ -]\d/\d)?(?:{_HALF})?|half"
    rf"|(?:a\s+)?(?:{_WORD})(?:[\s-]+(?:{_AND})?(?:{_WORD}))*(?:{_HALF})?)"
)
OPEN = r"(?:(?:a\s+)?few|several|many|some|numerous|dozens\s+of|hundreds\s+of|thousands\s+of|a\s+number\s+of)"
COUPLE = r"(?:a\s+)?couple(?:\s+of)?|(?:a\s+)?pair\s+of"
ORDINAL = rf"(?:\d{{1,2}}(?:st|nd|rd|th)|{'|'.join(sorted(ORDINALS, key=len, reverse=True))})"


def read_cardinal(words: str) -> float | None:
    """The value of a number that CARDINAL, OPEN or COUPLE matched; "a", "an", "one" and "" count one, open ones None."""
    text = " ".join(words.lower().replace("-", " ").split())
    if text in {"", "a", "an", "the", "another"}:
        return 1
    if "couple" in text or "pair" in text:
        return 2
    if re.fullmatch(OPEN, text):
        return None
    if text == "half":
        return 0.5
    half = 0.5 if text.endswith(" and a half") else 0
    text = text.removesuffix(" and a half")
    return (_digits(text) if text[0].isdigit() else _spelled(text.split())) + half


def _digits(text: str) -> float:
    whole, _, fraction = text.replace(",", "").partition(" ")
    above, _, below = fraction.partition("/")
    return float(whole) + (int(above) / int(below) if below and int(below) else 0)


def _spelled(words: list[str]) -> float:
    total = part = 0
    for word in words:
        if word in SMALL:
            part += SMALL[word]
        elif word == "hundred":
            part = max(part, 1) * 100
        elif word in SCALES:
            total += max(part, 1) * SCALES[word]
            part = 0
    return total + part


def read_ordinal(word: str) -> int:
    """ "third", "3rd" -> 3."""
    text = word.lower()
    return int(text[:-2]) if text[0].isdigit() else ORDINALS[text.replace(" ", "-")]


def read_short_year(digits: str) -> int:
    """ "98" -> 1998, "02" -> 2002."""
    return int(digits) + (1900 if int(digits) > 50 else 2000)


def read_spelled_year(words: str) -> int | None:
    """ "nineteen ninety-seven" -> 1997, "two thousand and three" -> 2003; None where it is no year."""
    parts = [w for w in words.lower().replace("-", " ").split() if w != "and"]
    if "thousand" in parts:
        year = int(_spelled(parts))
    else:
        rest = _spelled(parts[1:])
        year = SMALL.get(parts[0], 0) * 100 + int(rest)
        if rest < 10:
            return None
    return year if 1000 <= year < 2100 else None
