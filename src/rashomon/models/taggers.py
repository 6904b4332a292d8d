"""The attribution tagger: text -> sources, cues, contents and how they hang together."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain
from pathlib import Path
from typing import Any

import numpy as np

from .decoding import FloatArray, best_paths, lawful_transitions, softmax, spans_of
from .sessions import open_session, open_tokenizer
from .verify import verified
from .windows import Window, cut_windows

CONTENT_CUE, CUE_SOURCE, CONTENT_SOURCE = range(3)
LABELS = {"S": "source", "Q": "cue", "C": "content"}
_LETTERS = tuple(LABELS)
IntArray = np.ndarray[Any, np.dtype[np.int64]]
_TOGETHER = 32  # windows decoded side by side


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
class TaggedWords:
    """The words by their first code points, and for each the chances that it is part of a cue, of a content."""

    starts: tuple[int, ...] = ()
    cues: tuple[float, ...] = ()
    contents: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Tagged:
    """What the tagger finds in one text; spans, links and words in order of the text."""

    spans: tuple[TaggedSpan, ...]
    links: tuple[TaggedLink, ...]
    words: TaggedWords = TaggedWords()


@dataclass(frozen=True, slots=True)
class _Span:
    label: str
    piece: int
    start: int
    end: int
    score: float


_Part = tuple[list[_Span], list[TaggedLink], TaggedWords]


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
        nearness = np.array(settings["nearness"], dtype=np.float32)  # of each relation: a score for each bucket of distance
        self._near = nearness[:, distance_buckets(np.arange(-self._limit, self._limit + 1), nearness.shape[1] // 2)]

    def tag(self, texts: Sequence[str]) -> list[Tagged]:
        """The spans and links of each text (a whole document; its paragraphs are lines)."""
        return [_joined(self._parts(cut_windows(text, self._tokenizer, self._limit))) for text in texts]

    def _parts(self, windows: Sequence[Window]) -> list[_Part]:
        return [part for at in range(0, len(windows), _TOGETHER) for part in self._read(windows[at : at + _TOGETHER])]

    def _read(self, windows: Sequence[Window]) -> list[_Part]:
        """One window at a time: the scale of int8 numbers is drawn from all that is read at once, so that windows read together
        would change one another's outcome."""
        outputs = [self._session.run(None, {"input_ids": np.array([w.ids], dtype=np.int64)}) for w in windows]
        firsts = [[i for i, first in enumerate(w.firsts) if first] for w in windows]
        known = [output[0][0][places] + self._offset for output, places in zip(outputs, firsts, strict=True)]
        paths = best_paths(known, self._transitions, self._tags)
        return [self._part(*row) for row in zip(windows, firsts, known, paths, outputs, strict=True)]

    def _part(self, window: Window, firsts: list[int], known: FloatArray, path: list[int], outputs: Sequence[FloatArray]) -> _Part:
        if not firsts:
            return [], [], TaggedWords()
        chances = softmax(known)
        columns = [[j for j, tag in enumerate(self._tags) if tag[2:] == label] for label in LABELS]
        parts = np.stack([chances[:, column].sum(1) for column in columns], 1)
        spans = self._spans(window, firsts, path, parts)
        starts = tuple(window.starts[i] for i in firsts)
        cues, inside = (tuple(parts[:, _LETTERS.index(label)].tolist()) for label in "QC")
        words = TaggedWords(starts, cues, inside)
        return spans, self._links(spans, outputs[1][0], outputs[2][0]), words

    def _spans(self, window: Window, words: list[int], path: list[int], parts: FloatArray) -> list[_Span]:
        found = []
        sums = np.cumsum(parts, axis=0, dtype=np.float64).tolist()
        for label, first, after in spans_of(path, self._tags):
            last = (words[after] if after < len(words) else len(window.ids)) - 1
            while window.ends[last] < 0:
                last -= 1
            column = _LETTERS.index(label)
            score = (sums[after - 1][column] - (sums[first - 1][column] if first else 0.0)) / (after - first)
            found.append(_Span(label, words[first], window.starts[words[first]], window.ends[last], round(score, 4)))
        return found

    def _links(self, spans: Sequence[_Span], origins: FloatArray, goals: FloatArray) -> list[TaggedLink]:
        """Each content goes to its cue, then each cue to its source; scores are those of the spans' first pieces."""
        contents, cues, sources = ([i for i, s in enumerate(spans) if s.label == label] for label in "CQS")
        if not contents:
            return []
        pieces = np.array([s.piece for s in spans])
        places = np.concatenate([[0], pieces[sources]])  # the first piece stands for nobody
        to_source = self._scores(CONTENT_SOURCE, pieces[contents], places, origins, goals)
        to_cue = np.ones((len(contents), 1), dtype=np.float32)
        cue_source = np.zeros((1, len(places)), dtype=np.float32)
        if cues:
            to_cue = softmax(self._scores(CONTENT_CUE, pieces[contents], pieces[cues], origins, goals))
            cue_source = self._scores(CUE_SOURCE, pieces[cues], places, origins, goals)
        chosen = to_cue.argmax(1)
        links = []
        for at in sorted(set(chosen.tolist())):
            members = np.flatnonzero(chosen == at).tolist()
            chances = softmax(to_source[members].mean(0) + cue_source[at])
            best = int(chances.argmax())
            sure = [spans[contents[row]].score * float(to_cue[row, at]) for row in members]
            score = round(min([float(chances[best]), *sure]), 4)
            own = tuple(contents[row] for row in members)
            links.append(TaggedLink(own, cues[at] if cues else None, sources[best - 1] if best else None, score))
        return sorted(links, key=lambda link: link.contents)

    def _scores(self, relation: int, rows: IntArray, places: IntArray, origins: FloatArray, goals: FloatArray) -> FloatArray:
        """Scores (origins, goals) of a relation."""
        width = origins.shape[1] // len(self._near)
        part = slice(relation * width, (relation + 1) * width)
        near = self._near[relation][places - rows[:, None] + self._limit]
        linked: FloatArray = origins[rows, part] @ goals[places, part].T + near
        return linked


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
    flat = chain.from_iterable
    words = [w for _, _, w in parts]
    starts = tuple(flat(w.starts for w in words))
    chances = TaggedWords(starts, tuple(flat(w.cues for w in words)), tuple(flat(w.contents for w in words)))
    return Tagged(tuple(spans), tuple(links), chances)


@cache
def load_attribution_tagger() -> AttributionTagger:
    """The tagger of models/attribution/; ModelError where a file is absent or altered."""
    for file in ("model.onnx", "decoder.json"):
        path = verified("attribution", file)
    return AttributionTagger(path.parent, verified("minilm", "tokenizer.json"))
