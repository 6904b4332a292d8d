"""Gists of a story -> its title: the headline whose words most of its reports use, and not one side's alone."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from datetime import date
from math import log

from .bags import POSSESSIVE, TOO_COMMON, WORD
from .commonness import RAREST, SHARE
from .gists import Gist, word_number

LONGEST = 110  # characters of a headline; what is longer is the beginning of a text that has none
OWN = 0.25  # of a word's weight that counts against a headline if it alone uses the word
TELLING = 4  # weighty words of a headline that tells what happened
LESS = 0.6  # what a headline counts with fewer, cut, or in somebody's words ("Union: ...", "'We ran'", "Statement on ...")
_SPOKEN = re.compile(r"[:\"“”…]|\.\.\.|^['‘]|\b(?:statement|press release|communiqu|readout|transcript)", re.IGNORECASE)


def choose_title(gists: Sequence[Gist], origins: Sequence[Sequence[str]]) -> str:
    """The headline with most weight in words that the other reports use too, every origin weighing alike, so that copies do not
    outvote it; of equals the earliest. One of a text reworded by machine only where there is no other. `origins`: the documents,
    parted."""
    named = [g for g in gists if g.title and not g.doubtful] or [g for g in gists if g.title] or list(gists)
    named = [g for g in named if len(g.title) < LONGEST] or named
    use = _Use(gists, origins)
    return min(named, key=lambda gist: (-round(use.common(gist), 6), gist.day or date.max, gist.document)).title


class _Use:
    """Which words the reports of a story use, every origin weighing alike."""

    def __init__(self, gists: Sequence[Gist], origins: Sequence[Sequence[str]]) -> None:
        self._home = {document: number for number, group in enumerate(origins) for document in group}
        self._sizes = Counter(self._home[gist.document] for gist in gists)
        self._words = {gist.key: frozenset(gist.words.arrays()[0].tolist()) for gist in gists}
        self._counts = Counter((self._home[gist.document], word) for gist in gists for word in self._words[gist.key])
        self._shares: dict[int, float] = {}
        for (origin, word), count in self._counts.items():
            self._shares[word] = self._shares.get(word, 0.0) + count / self._sizes[origin]

    def common(self, gist: Gist) -> float:
        """The weight of the title's words, each by the share of the other reports that use it; less some for those that none
        uses."""
        weights = {word: weight for word, weight in map(_weighed, WORD.findall(gist.title)) if weight > 0}
        found = 0.0
        for word, weight in weights.items():
            share = self._share(word_number(word), gist)
            found += weight * share if share > 1e-9 else -OWN * weight
        return max(0.0, found * (LESS if len(weights) < TELLING or _SPOKEN.search(gist.title) else 1.0))

    def _share(self, word: int, gist: Gist) -> float:
        """Of the reports beside this one, each origin's share that uses the word, and the mean of these."""
        origin = self._home[gist.document]
        count, size = self._counts[origin, word], self._sizes[origin]
        others = self._shares.get(word, 0.0) - count / size
        if size == 1:
            return others / max(1, len(self._sizes) - 1)
        return (others + (count - (word in self._words[gist.key])) / (size - 1)) / len(self._sizes)


def _weighed(word: str) -> tuple[str, float]:
    word = POSSESSIVE.sub("", word.lower())
    share = SHARE.get(word, RAREST)
    return word, -log(share) if share < TOO_COMMON else 0.0
