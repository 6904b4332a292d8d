"""Document -> marks, by which it is found among all that are kept by a report that has its text, or retells it."""

from __future__ import annotations

import re
import zlib
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from ..records import Document
from .bags import STEM, telling_text
from .commonness import RAREST, SHARE

RUN = 5  # words of a run, as of a passage
WINDOW = 8  # of so many runs on end one is a mark: RUN + WINDOW - 1 words on end in two texts give a common one
WEIGHTY = 4  # words of a sentence of which each two are a mark
SENTENCES = 24  # whose weightiest words are marks
RUNS = 200  # marks by runs
COMMON = 0.12  # a word that a greater share of reports have marks no sentence
BY_RUNS, BY_WORDS = 2, 3  # marks in common from which two reports may have one text, word for word or in other words
LEAST = 0.4  # weight of these marks: what twelve reports have counts a twelfth
NEARLY, ENOUGH = 0.8, 12  # share of all marks by runs, of so many at least, from which two texts need not be laid side by side
LIKELY = 8  # reports that a new one is laid beside at most
_WORD = re.compile(r"\w+")
_SENTENCE = re.compile(r"[^\n.!?]+(?:[.!?](?!\s|$)[^\n.!?]*)*")


def marks_of(document: Document) -> tuple[int, ...]:
    """Numbers of 32 bits by runs of words, and negative ones by the weightiest words of each sentence; each once, the same in every
    process."""
    text = telling_text(document)
    runs = list(dict.fromkeys(_winnowed(_WORD.findall(text.lower()))))[:RUNS]
    matters = dict.fromkeys(~mark for words in _sentences(text) for mark in _pairs(words))
    return (*runs, *matters)


def likely(marks: Sequence[int], holders: Mapping[int, Sequence[int]]) -> list[tuple[int, bool]]:
    """The reports that may have the text of a new one with these marks, the likeliest first, and whether that is plain to see: they
    have nearly all of its runs. `holders`: which reports have a mark."""
    runs, words, weight = defaultdict[int, int](int), defaultdict[int, int](int), defaultdict[int, float](float)
    for mark, reports in holders.items():
        counted = runs if mark >= 0 else words
        for report in reports:
            counted[report] += 1
            weight[report] += 1 / len(reports)  # what many have says little
    own = sum(mark >= 0 for mark in marks)
    plain = {report for report, count in runs.items() if own >= ENOUGH and count >= NEARLY * own}
    some = (r for r in weight if runs[r] >= BY_RUNS or words[r] >= BY_WORDS)
    found = [report for report in some if weight[report] >= LEAST and report not in plain]
    best = [*sorted(plain), *sorted(found, key=lambda report: (-weight[report], report))]
    return [(report, report in plain) for report in best[:LIKELY]]


def _winnowed(words: Sequence[str]) -> Iterator[int]:
    """Of every WINDOW runs on end the one of the least number (Schleimer, Wilkerson and Aiken 2003)."""
    marks = [zlib.crc32(" ".join(run).encode()) for run in zip(*(words[n:] for n in range(RUN)), strict=False)]
    for start in range(max(min(1, len(marks)), len(marks) - WINDOW + 1)):
        yield min(marks[start : start + WINDOW])


def _sentences(text: str) -> Iterator[list[str]]:
    for n, m in enumerate(_SENTENCE.finditer(text)):
        if n == SENTENCES:
            return
        yield _WORD.findall(m[0].lower())


def _pairs(words: Sequence[str]) -> Iterator[int]:
    """The weightiest words of a sentence, the rarest and of these the longest, two at a time."""
    stems = {STEM.sub("", word): (share, -len(word), word) for word in words if (share := SHARE.get(word, RAREST)) < COMMON}
    chosen = sorted(sorted(stems, key=stems.__getitem__)[:WEIGHTY])
    for i, one in enumerate(chosen):
        for other in chosen[i + 1 :]:
            yield zlib.crc32(f"{one} {other}".encode())
