"""Sentence -> the field of life other than politics that most of its words belong to (topics.csv)."""

from __future__ import annotations

import csv
from collections import Counter
from functools import cache
from importlib.resources import files

from ..records import Sentence


@cache
def _topics() -> dict[str, str]:
    rows = csv.DictReader(files(__package__).joinpath("topics.csv").read_text("utf-8").splitlines())
    return {row["lemma"]: row["topic"] for row in rows}


def off_topic(sentence: Sentence) -> tuple[str, int]:
    """The topic ("sport", "weather" ...) with the most different words in the sentence, and their number; ("", 0) for none."""
    known = _topics()
    lemmas = {t.lemma.lower() for t in sentence.tokens}
    found = Counter(known[lemma] for lemma in lemmas if lemma in known)
    return min(found.items(), key=lambda item: (-item[1], item[0])) if found else ("", 0)
