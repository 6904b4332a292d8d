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
TELLING = 4  # weighty words of a headline that tells what happened
LESS = 0.6  # what a headline counts with fewer, cut, or in somebody's words ("Union: ...", "'We ran'", "Statement on ...")
_SPOKEN = re.compile(r"[:\"“”…]|\.\.\.|^['‘]|\b(?:statement|press release|communiqu|readout|transcript)", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|\d[\d,.:]*")
_POSSESSIVE = re.compile(r"['’]s?$")


def choose_title(gists: Sequence[Gist], origins: Sequence[Sequence[str]]) -> str:
    """The headline with most weight in words that the other reports use too, every origin weighing alike, so that copies do not
    outvote it; of equals the earliest. One of a text reworded by machine only where there is no other. `origins`: the documents,
    parted."""
    named = [g for g in gists if g.title and not g.doubtful] or [g for g in gists if g.title] or list(gists)
    named = [g for g in named if len(g.title) < LONGEST] or named
    home = {document: number for number, group in enumerate(origins) for document in group}
    told = [(g.document, home[g.document], frozenset(g.words.arrays()[0].tolist())) for g in gists]

    def rank(gist: Gist) -> tuple[float, date, str]:
        others: dict[int, list[frozenset[int]]] = {}
        for document, origin, words in told:
            if document != gist.document:
                others.setdefault(origin, []).append(words)
        return -round(max(0.0, _shared(gist.title, list(others.values()))), 6), gist.day or date.max, gist.document

    return min(named, key=rank).title


def _shared(title: str, others: Sequence[Sequence[frozenset[int]]]) -> float:
    """The weight of the title's words, each by the share of the others (parted by origin) that use it; less some for those that
    none uses."""
    shared = 0.0
    weights = {word: weight for word, weight in map(_weighed, _WORD.findall(title)) if weight > 0}
    for word, weight in weights.items():
        number = zlib.crc32(word.encode("utf-8", "replace")) % FEATURES
        using = sum(sum(number in words for words in reports) / len(reports) for reports in others)
        shared += weight * using / len(others) if using else -OWN * weight
    if shared > 0 and (len(weights) < TELLING or _SPOKEN.search(title)):
        shared *= LESS
    return shared


def _weighed(word: str) -> tuple[str, float]:
    word = _POSSESSIVE.sub("", word.lower())
    share = SHARE.get(word, RAREST)
    return word, -log(share) if share < TOO_COMMON else 0.0
