"""Gists of a story -> its title: the headline whose words most of its reports use, and not one side's alone."""

from __future__ import annotations

import re
import zlib
from collections.abc import Sequence
from datetime import date
from math import log

from .bags import TOO_COMMON
from .commonness import RAREST, SHARE
from .gists import FEATURES, Gist

LONGEST = 110  # characters of a headline; what is longer is the beginning of a text that has none
OWN = 0.25  # of a word's weight that counts against a headline if it alone uses the word
SPOKEN = 0.75  # what a headline counts in somebody's words ("Union: ...", "'We ran'", "Statement on ..."), or cut
_SPOKEN = re.compile(r"[:\"“”…]|\.\.\.|^['‘]|\b(?:statement|press release|communiqu|readout|transcript)", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|\d[\d,.:]*")
_POSSESSIVE = re.compile(r"['’]s?$")


def choose_title(gists: Sequence[Gist], origins: Sequence[Sequence[str]]) -> str:
    """The headline with most weight in words that the reports of other origins use too, so that copies do not outvote them; of
    equals the earliest. One of a text reworded by machine only where there is no other. `origins`: documents, as parted."""
    named = [g for g in gists if g.title and not g.doubtful] or [g for g in gists if g.title] or list(gists)
    named = [g for g in named if len(g.title) < LONGEST] or named
    home = {document: number for number, group in enumerate(origins) for document in group}
    told: dict[int, set[int]] = {}
    for gist in gists:
        told.setdefault(home[gist.document], set()).update(gist.words.arrays()[0].tolist())

    def rank(gist: Gist) -> tuple[float, date, str]:
        others = [words for origin, words in told.items() if origin != home[gist.document]]
        return -round(max(0.0, _shared(gist.title, others)), 6), gist.day or date.max, gist.document

    return min(named, key=rank).title


def _shared(title: str, others: Sequence[set[int]]) -> float:
    """The weight of the title's words, each by the share of the other reports that use it, less some for those that none does."""
    shared = 0.0
    for word, weight in {_weighed(word) for word in _WORD.findall(title)}:
        number = zlib.crc32(word.encode("utf-8", "replace")) % FEATURES
        using = sum(number in words for words in others)
        shared += weight * using / len(others) if using else -OWN * weight
    return shared * (SPOKEN if shared > 0 and _SPOKEN.search(title) else 1.0)


def _weighed(word: str) -> tuple[str, float]:
    word = _POSSESSIVE.sub("", word.lower())
    share = SHARE.get(word, RAREST)
    return word, -log(share) if share < TOO_COMMON else 0.0
