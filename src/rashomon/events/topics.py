"""Sentence or report -> the field of life other than politics that its words belong to (topics.csv)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cache

from ..records import SILENT_ZONES, Sentence
from ..tables.packaged import packaged_rows

# A report is of another field where so many of its sentences, and this share of them, have a word of that field.
SENTENCES, SHARE = 3, 0.4


@cache
def _topics(report: bool) -> dict[str, str]:
    """Lemma -> its topic. Words that politics knows as well ("director", "plot") tell a topic only where many words are seen: those
    of a whole `report`."""
    rows = packaged_rows(__package__, "topics.csv")
    return {row["lemma"]: row["topic"] for row in rows if report or not row["where"]}


def off_topic(sentence: Sentence) -> tuple[str, int]:
    """The topic ("sport", "weather" ...) with the most different words in the sentence, and their number; ("", 0) for none."""
    found = _words(sentence, report=False)
    return min(found.items(), key=lambda item: (-item[1], item[0])) if found else ("", 0)


def field_of(sentences: Sequence[Sentence]) -> str:
    """The topic of a whole report; "" where it is of none, as reports of politics are."""
    told = [s for s in sentences if s.zone not in SILENT_ZONES]
    found = Counter(topic for s in told for topic in _words(s, report=True))
    topic, number = min(found.items(), key=lambda item: (-item[1], item[0]), default=("", 0))
    return topic if number >= SENTENCES and number >= SHARE * len(told) else ""


def _words(sentence: Sentence, report: bool) -> Counter[str]:
    known = _topics(report)
    return Counter(known[lemma] for lemma in {t.lemma.lower() for t in sentence.tokens} if lemma in known)
