"""The attribution tagger: text -> sources, cues, contents and how they hang together."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np

from .decoding import FloatArray, best_path, lawful_transitions, softmax, spans_of
from .sessions import open_session, open_tokenizer
from .verify import verified
from .windows import Window, cut_windows

CONTENT_CUE, CUE_SOURCE, CONTENT_SOURCE = range(3)
LABELS = {"S": "source", "Q": "cue", "C": "content"}


@dataclass(frozen=True, slots=True)
class TaggedSpan:
    """Code points start..end of a text that are a "source", a "cue" or a "content"; `score` in 0..1."""

    label: str
    start: int
    end: int
    score: float


@dataclass(frozen=True, slots=True)
class TaggedLink:
    """One attribution: indices into `Tagged.spans`. `cue` or `source` is None where there is none in reach; `score` in 0..1."""

    contents: tuple[int, ...]
    cue: int | None
    source: int | None
    score: float


@dataclass(frozen=True, slots=True)
class TaggedWord:
    """A word by its first code point, and the chances that it is part of a source, a cue, a content."""

    start: int
    source: float
    cue: float
    content: float


@dataclass(frozen=True, slots=True)
class Tagged:
    """What the tagger finds in one text; spans, links and words in order of the text."""

    spans: tuple[TaggedSpan, ...]
    links: tuple[TaggedLink, ...]
    words: tuple[TaggedWord, ...] = ()


@dataclass(frozen=True, slots=True)
class _Span:
    label: str
    piece: int
    start: int
    end: int
    score: float


_Part = tuple[list[_Span], list[TaggedLink], list[TaggedWord]]


class AttributionTagger:
    """MiniLM (first layers) with heads for BIO tags and for links, as int8 ONNX; see training/attribution_tagger.py."""

    def __init__(self, folder: Path, tokenizer: Path, threads: int = 1) -> None:
        settings = json.loads((folder / "decoder.json").read_text("utf-8"))
        self._session = open_session(folder / "model.onnx", threads)
        self._tokenizer = open_tokenizer(tokenizer)
        self._limit: int = settings["limit"]
        self._tags: list[str] = settings["tags"]
        self._offset = np.array(settings["offsets"], dtype=np.float32)
        self._transitions = lawful_transitions(self._tags, np.array(settings["transitions"], dtype=np.float32))
        self._nearness = np.array(settings["nearness"], dtype=np.float32)

    def tag(self, texts: Sequence[str]) -> list[Tagged]:
        """The spans and links of each text (a whole document; its paragraphs are lines)."""
        return [_joined([self._read(w) for w in cut_windows(text, self._tokenizer, self._limit)]) for text in texts]

    def _read(self, window: Window) -> _Part:
        """One window at a time: the scale of int8 numbers is drawn from all that is read at once, so that windows read together
        would change one another's outcome."""
        ids = np.array([window.ids], dtype=np.int64)
        outputs = self._session.run(None, {"input_ids": ids, "attention_mask": np.ones_like(ids)})
        tags, origins, goals = (np.asarray(part[0], dtype=np.float32) for part in outputs)
        firsts = [i for i, first in enumerate(window.firsts) if first]
        known = tags[firsts] + self._offset
        chances = softmax(known)
        spans = self._spans(window, firsts, known, chances) if firsts else []
        columns = [[j for j, tag in enumerate(self._tags) if tag[2:] == label] for label in LABELS]
        parts = np.stack([chances[:, column].sum(1) for column in columns], 1).round(3).tolist()
        words = [TaggedWord(window.starts[i], *part) for i, part in zip(firsts, parts, strict=True)]
        return spans, self._links(spans, origins, goals), words

    def _spans(self, window: Window, words: list[int], known: FloatArray, chances: FloatArray) -> list[_Span]:
        path = best_path(known, self._transitions, self._tags)
        found = []
        for label, first, after in spans_of(path, self._tags):
            columns = [j for j, tag in enumerate(self._tags) if tag[2:] == label]
            last = (words[after] if after < len(words) else len(window.ids)) - 1
            while window.ends[last] < 0:
                last -= 1
            score = float(chances[first:after][:, columns].sum(1).mean())
            found.append(_Span(label, words[first], window.starts[words[first]], window.ends[last], round(score, 4)))
        return found

    def _links(self, spans: Sequence[_Span], origins: Any, goals: Any) -> list[TaggedLink]:
        """Each content goes to its cue, then each cue to its source; scores are those of the spans' first pieces."""
        cues = [i for i, s in enumerate(spans) if s.label == "Q"]
        sources = [i for i, s in enumerate(spans) if s.label == "S"]
        groups: dict[int | None, list[tuple[int, float]]] = {}
        for i, span in enumerate(spans):
            if span.label == "C":
                cue, chance = None, 1.0
                if cues:
                    chances = softmax(self._scores(CONTENT_CUE, span.piece, [spans[j].piece for j in cues], origins, goals))
                    cue, chance = cues[int(chances.argmax())], float(chances.max())
                groups.setdefault(cue, []).append((i, chance))
        links = []
        for cue, members in groups.items():
            for contents in [members] if cue is not None else [[m] for m in members]:
                source, sure = self._source(cue, [i for i, _ in contents], sources, spans, origins, goals)
                score = min([sure, *(chance * spans[i].score for i, chance in contents)])
                links.append(TaggedLink(tuple(i for i, _ in contents), cue, source, round(score, 4)))
        return sorted(links, key=lambda link: link.contents)

    def _source(
        self, cue: int | None, contents: list[int], sources: list[int], spans: Sequence[_Span], origins: Any, goals: Any
    ) -> tuple[int | None, float]:
        places = [0, *(spans[j].piece for j in sources)]
        total = np.mean([self._scores(CONTENT_SOURCE, spans[i].piece, places, origins, goals) for i in contents], axis=0)
        if cue is not None:
            total = total + self._scores(CUE_SOURCE, spans[cue].piece, places, origins, goals)
        chances = softmax(total)
        best = int(chances.argmax())
        return (sources[best - 1] if best else None), float(chances[best])

    def _scores(self, relation: int, origin: int, places: Sequence[int], origins: Any, goals: Any) -> Any:
        width = origins.shape[1] // len(self._nearness)
        part = slice(relation * width, (relation + 1) * width)
        buckets = distance_buckets(np.asarray(places) - origin, self._nearness.shape[1] // 2)
        return goals[list(places), part] @ origins[origin, part] + self._nearness[relation][buckets]


def distance_buckets(distances: Any, reach: int) -> Any:
    """Exact up to 4 pieces, then two buckets a doubling; those before the origin stand `reach` higher."""
    size = np.abs(distances)
    grown = 4 + np.maximum(np.log2(np.maximum(size, 1) / 4) * 2, 0).astype(np.int64)
    return np.minimum(np.where(size <= 4, size, grown), reach - 1) + np.where(distances < 0, reach, 0)


def _joined(parts: Sequence[_Part]) -> Tagged:
    """The windows of one text as one: indices of the links are moved on by the spans that stand before."""
    spans: list[TaggedSpan] = []
    links: list[TaggedLink] = []
    for found, joins, _ in parts:
        n = len(spans)
        for link in joins:
            cue = None if link.cue is None else link.cue + n
            source = None if link.source is None else link.source + n
            links.append(TaggedLink(tuple(i + n for i in link.contents), cue, source, link.score))
        spans.extend(TaggedSpan(LABELS[s.label], s.start, s.end, s.score) for s in found)
    return Tagged(tuple(spans), tuple(links), tuple(word for _, _, words in parts for word in words))


@cache
def load_attribution_tagger() -> AttributionTagger:
    """The tagger of models/attribution/; ModelError where a file is absent or altered."""
    for file in ("model.onnx", "decoder.json"):
        path = verified("attribution", file)
    return AttributionTagger(path.parent, verified("minilm", "tokenizer.json"))
