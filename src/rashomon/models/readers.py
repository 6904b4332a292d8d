"""The event reader: sentences -> classes and actor spans; pairs of actors -> PLOVER types."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np

from .decoding import best_path, lawful_transitions, softmax, spans_of
from .sessions import batches_by_length, open_session, open_tokenizer
from .verify import verified
from .windows import Window, cut_windows

LABELS = {"S": "source", "T": "target", "R": "reciprocal"}
Bounds = tuple[int, int]


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

    def __init__(self, folder: Path, tokenizer: Path, threads: int = 2) -> None:
        settings = json.loads((folder / "decoder.json").read_text("utf-8"))
        self._sentences = open_session(folder / "sentences.onnx", threads)
        self._pairs = open_session(folder / "pairs.onnx", threads)
        self._tokenizer = open_tokenizer(tokenizer)
        self._limit: int = settings["limit"]
        self._tags: list[str] = settings["tags"]
        self._roots: list[str] = settings["roots"]
        self._pentas: list[str] = settings["pentas"]
        self._sharpness: dict[str, float] = settings["sharpness"]
        self._transitions = lawful_transitions(self._tags)

    def read_sentences(self, texts: Sequence[str]) -> list[SentenceReading]:
        """One reading a text; only its first `limit` word pieces are read. A text without words reads as no event."""
        windows = [next(iter(cut_windows(text.replace("\n", " "), self._tokenizer, self._limit)), None) for text in texts]
        readings = [SentenceReading(dict.fromkeys(self._pentas, 0.0), 0.0, (), None, None) for _ in texts]
        present = [i for i, window in enumerate(windows) if window is not None]
        for rows in batches_by_length([len(windows[i].ids) for i in present]):  # type: ignore[union-attr]
            chosen = [present[row] for row in rows]
            for i, reading in zip(chosen, self._read([windows[i] for i in chosen]), strict=True):  # type: ignore[misc]
                readings[i] = reading
        return readings

    def _read(self, windows: Sequence[Window]) -> list[SentenceReading]:
        ids = _padded([w.ids for w in windows])
        states, pentas, codable, tags = self._sentences.run(None, {"input_ids": ids, "attention_mask": (ids != 0).astype(np.int64)})
        chances = softmax(pentas * self._sharpness["penta"])
        any_event = softmax(codable * self._sharpness["codable"])[:, 1]
        return [
            SentenceReading(
                dict(zip(self._pentas, map(float, chances[row]), strict=True)),
                float(any_event[row]),
                self._spans(window, tags[row]),
                window,
                states[row, : len(window.ids)].astype(np.float16),
            )
            for row, window in enumerate(windows)
        ]

    def _spans(self, window: Window, scores: Any) -> tuple[ActorSpan, ...]:
        words = [i for i, first in enumerate(window.firsts) if first]
        chances = softmax(scores[words])
        found = []
        for label, first, after in spans_of(best_path(scores[words], self._transitions, self._tags), self._tags):
            columns = [j for j, tag in enumerate(self._tags) if tag[2:] == label]
            last = (words[after] if after < len(words) else len(window.ids) - 1) - 1
            score = float(chances[first:after][:, columns].sum(1).mean())
            found.append(ActorSpan(LABELS[label], window.starts[words[first]], window.ends[last], round(score, 4)))
        return tuple(found)

    def read_pairs(
        self, readings: Sequence[SentenceReading], pairs: Sequence[tuple[int, Bounds, Bounds]]
    ) -> list[PairReading | None]:
        """One reading for each (index of the sentence, source, target); None where an actor stands beyond what was read."""
        found: list[PairReading | None] = [None] * len(pairs)
        roles = [_roles(readings[i].window, source, target) for i, source, target in pairs]
        present = [k for k, role in enumerate(roles) if 1 in role and 2 in role]
        for rows in batches_by_length([len(roles[k]) for k in present]):
            chosen = [present[row] for row in rows]
            role = _padded([roles[k] for k in chosen])
            states = np.zeros((*role.shape, readings[pairs[chosen[0]][0]].states.shape[1]), dtype=np.float32)
            mask = np.zeros_like(role)
            for row, k in enumerate(chosen):
                states[row, : len(roles[k])], mask[row, : len(roles[k])] = readings[pairs[k][0]].states, 1
            roots, conflict = self._pairs.run(None, {"states": states, "attention_mask": mask, "roles": role})
            types, conflicts = softmax(roots * self._sharpness["root"]), softmax(conflict * self._sharpness["conflict"])
            for row, k in enumerate(chosen):
                chances = dict(zip(self._roots, map(float, types[row]), strict=True))
                found[k] = PairReading(chances, float(conflicts[row, 1]))
        return found


def _roles(window: Window | None, source: Bounds, target: Bounds) -> list[int]:
    """1 for the pieces of the source, 2 for those of the target (which wins where they overlap)."""
    if window is None:
        return []
    return [
        2 if target[0] <= start < target[1] else 1 if source[0] <= start < source[1] else 0 for start in window.starts
    ]  # fmt: skip


def _padded(rows: Sequence[Sequence[int]]) -> Any:
    array = np.zeros((len(rows), max(map(len, rows))), dtype=np.int64)
    for i, row in enumerate(rows):
        array[i, : len(row)] = row
    return array


@cache
def load_event_reader() -> EventReader:
    """The reader of models/events/; ModelError where a file is absent or altered."""
    for file in ("sentences.onnx", "pairs.onnx", "decoder.json"):
        path = verified("events", file)
    return EventReader(path.parent, verified("minilm", "tokenizer.json"))
