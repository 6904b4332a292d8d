"""Text -> its language, by its commonest small words; enough to tell English from the rest."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

_COMMON = {
    "en": "the of and to in that is was for on with as by it at from has have are his be said which not he they this",
    "de": "der die das und in den von zu mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass",
    "fr": "le la les de des et en un une du que qui dans pour est sur au par plus pas ce ne se il sont avec son aux",
    "es": "el la los de que en las del se por con una para es su al lo como más pero sus le ha un este entre",
    "it": "il di che la e per un del una con non sono della si le da nel alla anche gli dei più ha è come",
    "pt": "o de a que do da em um para com não uma os no se na por mais as dos como mas foi ao das",
    "nl": "de van het een en in is dat op te zijn voor met die niet aan er om ook als bij maar door naar",
    "pl": "i w z na do się nie że to jest o jak po od przez dla za oraz który są ale tym ma został",
    "tr": "ve bir bu da de için ile olarak olan daha çok gibi kadar sonra en ne ise var oldu",
    "sv": "och i att det som en på är av för med till den har inte om ett han de var från",
    "ru": "и в на не что с по как он это из к у за от для его но так о был после также",
    "uk": "і в на не що з за до та як у про для від це його але був також під",
    "ar": "في من على إلى أن عن التي الذي مع هذا هذه ما كان بعد لا قد",
    "fa": "و در به از که این را با است برای آن یک خود تا",
}
_WORDS = re.compile(r"[^\W\d_]+")
_SETS = {code: frozenset(words.split()) for code, words in _COMMON.items()}
_CODES = {word: tuple(code for code, common in _SETS.items() if word in common) for word in frozenset().union(*_SETS.values())}
_LATIN = frozenset("de fr es it pt nl pl tr sv".split())
# What names have between or before their parts; "UN".
_PARTICLES = frozenset(
    "al da das de del den der des di die do dos du e el en es het il la las le les los o os ten ter un und van von y".split()
)
_SCRIPTS = (
    ("zh", re.compile("[\u4e00-\u9fff]")),
    ("ja", re.compile("[\u3040-\u30ff]")),
    ("ko", re.compile("[\uac00-\ud7a3]")),
    ("he", re.compile("[\u0590-\u05ff]")),
    ("el", re.compile("[\u0370-\u03ff]")),
    ("hi", re.compile("[\u0900-\u097f]")),
)  # fmt: skip, noqa: E501

# Arabic is written by others too, whose words are known, or whose letters and figures it does not have (Persian, Urdu, Pashto ...).
_ARABIC = re.compile("[\u0621-\u064a]")
_NOT_ARABIC = re.compile("[\u0672-\u06d3\u06d5\u06ee-\u06ff\u0750-\u077f]")


def common_words(text: str, code: str) -> int:
    """How many words of the text are among the commonest of a language; 0 for a language that is told by its script."""
    common = _SETS.get(code, frozenset())
    return sum(w.lower() in common for w in _WORDS.findall(text[:20_000]))


def language_of(text: str) -> str:
    """ISO 639-1 code, or "und" where too little of the text tells: fewer than four common words, or, for another language than
    English in its letters, fewer than three different ones; some languages are told by their script."""
    sample = text[:20_000]
    if not sample.isascii():
        for code, script in _SCRIPTS:
            if len(script.findall(sample)) * 5 > len(sample):
                return "ja" if code == "zh" and _SCRIPTS[1][1].search(sample) else code
    words = _WORDS.findall(sample)
    shares = dict.fromkeys(_SETS, 0)
    kinds: dict[str, set[str]] = {code: set() for code in _SETS}
    for word in _plain(sample, words):
        for code in _CODES.get(word, ()):
            shares[code] += 1
            kinds[code].add(word)
    best = max(shares, key=lambda code: shares[code])
    told = shares[best] >= 4 and shares[best] * 20 >= len(words) and (len(kinds[best]) >= 3 or best not in _LATIN)
    return best if told else "ar" if _is_arabic(sample) else "und"


def _is_arabic(sample: str) -> bool:
    """Whether a text too short for words to tell is in the letters of Arabic alone."""
    return len(_ARABIC.findall(sample)) * 5 > len(sample) and _NOT_ARABIC.search(sample) is None


def _plain(sample: str, words: list[str]) -> Iterator[str]:
    """The words that can tell a language, small: not those of names ("Los Angeles", "van der Bellen", "UN", "Al Jazeera"), which
    English texts take from everywhere. What is all in capitals shows no names."""
    if sample.isupper():
        yield from map(str.lower, words)
        return
    for word, after in pairwise([*words, ""]):
        small = word.lower()
        named = small in _PARTICLES and (word != small or after[:1].isupper())
        if not named and (word == small or word.istitle()):
            yield small
