"""The event reader: sentences -> classes and actor spans; pairs of actors -> PLOVER types."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np

from .decoding import FloatArray, best_paths, lawful_transitions, softmax, spans_of
from .parties import whole_phrases
from .sessions import open_session, open_tokenizer
from .verify import verified
from .windows import Window, cut_windows

LABELS = {"S": "source", "T": "target", "R": "reciprocal"}
Bounds = tuple[int, int]
_TOGETHER = 32  # sentences decoded side by side


@dataclass(frozen=True, slots=True)
class ActorSpan:
    """Code points start..end of a sentence that name a "source", a "target" or one of a "reciprocal" pair; `score` in 0..1."""

    label: str
    start: int
    end: int
    score: float


@dataclass(frozen=True, slots=True)
class SentenceReading:
    """What one sentence holds. `penta`: chances of STATEMENT, V-COOP, M-COOP, V-CONF, M-CONF; `codable`: chance of any event.

    `window` and `states` are what `EventReader.read_pairs` goes on from (4 kB a word: read long texts in portions)."""

    penta: dict[str, float]
    codable: float
    spans: tuple[ActorSpan, ...]
    window: Window | None
    states: Any


@dataclass(frozen=True, slots=True)
class PairReading:
    """Chances of the 15 PLOVER types (YIELD is CONCEDE or RETREAT) and of conflict, for source -> target."""

    roots: dict[str, float]
    conflict: float


class EventReader:
    """MiniLM in two graphs (int8 ONNX): one a sentence, one a pair that goes on from its states; see training/event_reader.py."""

    def __init__(self, folder: Path, tokenizer: Path, threads: int = 1) -> None:
        settings = json.loads((folder / "decoder.json").read_text("utf-8"))
        self._sentences = open_session(folder / "sentences.onnx", threads)
        self._pairs = open_session(folder / "pairs.onnx", threads)
        self._tokenizer = open_tokenizer(tokenizer)
        self._limit: int = settings["limit"]
        self._tags: list[str] = settings["tags"]
        self._roots: list[str] = settings["roots"]
        self._pentas: list[str] = settings["pentas"]
        self._sharpness: dict[str, float] = settings["sharpness"]
        self._transitions = lawful_transitions(self._tags, np.array(settings["transitions"]))
        self._no_scores = np.zeros((0, len(self._tags)), dtype=np.float32)

    def read_sentences(self, texts: Sequence[str]) -> list[SentenceReading]:
        """One reading a text; only its first `limit` word pieces are read. A text without words reads as no event."""
        return [r for at in range(0, len(texts), _TOGETHER) for r in self._read_texts(texts[at : at + _TOGETHER])]

    def _read_texts(self, texts: Sequence[str]) -> list[SentenceReading]:
        """One run a sentence: the scale of int8 numbers is drawn from all that is read at once, so that sentences read together
        would change one another's outcome. Only their tags are decoded side by side."""
        plain = [text.replace("\n", " ") for text in texts]
        cut = (cut_windows(text, self._tokenizer, self._limit) for text in plain)
        windows = [found[0] if found else None for found in cut]
        outputs = [
            None if w is None else self._sentences.run(None, {"input_ids": np.array([w.ids], dtype=np.int64)}) for w in windows
        ]
        places = [[i for i, first in enumerate(w.firsts) if first] if w is not None else [] for w in windows]
        scores = [self._no_scores if found is None else found[3][0][at] for found, at in zip(outputs, places, strict=True)]
        paths = best_paths(scores, self._transitions, self._tags)
        return [self._reading(*row) for row in zip(plain, windows, outputs, places, scores, paths, strict=True)]

    def _reading(
        self, text: str, window: Window | None, outputs: Any, places: list[int], scores: FloatArray, path: list[int]
    ) -> SentenceReading:
        if window is None:
            return SentenceReading(dict.fromkeys(self._pentas, 0.0), 0.0, (), None, None)
        states, pentas, codable, _ = outputs
        chances = softmax(pentas[0] * self._sharpness["penta"])
        any_event = softmax(codable[0] * self._sharpness["codable"])[1]
        penta = dict(zip(self._pentas, map(float, chances), strict=True))
        spans = self._spans(text, window, places, scores, path)
        return SentenceReading(penta, float(any_event), spans, window, states.astype(np.float16))

    def _spans(self, text: str, window: Window, places: list[int], scores: FloatArray, path: list[int]) -> tuple[ActorSpan, ...]:
        marked = spans_of(path, self._tags)
        if not marked:
            return ()
        ends = [window.ends[i - 1] for i in (*places[1:], len(window.ids) - 1)]
        words = [text[window.starts[i] : end] for i, end in zip(places, ends, strict=True)]
        chances = softmax(scores)
        found = []
        for label, first, after in whole_phrases(marked, words):
            columns = [j for j, tag in enumerate(self._tags) if tag[2:] == label]
            score = float(chances[first:after][:, columns].sum(1).mean())
            found.append(ActorSpan(LABELS[label], window.starts[places[first]], ends[after - 1], round(score, 4)))
        return tuple(found)

    def read_pairs(
        self, readings: Sequence[SentenceReading], pairs: Sequence[tuple[int, Bounds | None, Bounds | None]]
    ) -> list[PairReading | None]:
        """One reading for each (index of the sentence, source, target); an actor that is not named is None.

        The reading is None where a named actor stands beyond what was read. Any pair gets a type: whether the two have to do
        with one another at all is not told here."""
        return [self._read_pair(readings[i], source, target) for i, source, target in pairs]

    def _read_pair(self, reading: SentenceReading, source: Bounds | None, target: Bounds | None) -> PairReading | None:
        roles = _roles(reading.window, source, target)
        if not any(roles) or (source is not None and 1 not in roles) or (target is not None and 2 not in roles):
            return None
        role = np.array([roles], dtype=np.int64)
        feed = {"states": reading.states.astype(np.float32), "roles": role}
        root, conflict = self._pairs.run(None, feed)
        types, conflicts = softmax(root[0] * self._sharpness["root"]), softmax(conflict[0] * self._sharpness["conflict"])
        return PairReading(dict(zip(self._roots, map(float, types), strict=True)), float(conflicts[1]))


def _roles(window: Window | None, source: Bounds | None, target: Bounds | None) -> list[int]:
    """1 for the pieces of the source, 2 for those of the target (which wins where they overlap)."""
    (low, high), (first, last) = source or (0, 0), target or (0, 0)
    starts = window.starts if window else ()
    return [2 if first <= start < last else 1 if low <= start < high else 0 for start in starts]


@cache
def load_event_reader() -> EventReader:
    """The reader of models/events/; ModelError where a file is absent or altered."""
    for file in ("sentences.onnx", "pairs.onnx", "decoder.json"):
        path = verified("events", file)
    return EventReader(path.parent, verified("minilm", "tokenizer.json"))
