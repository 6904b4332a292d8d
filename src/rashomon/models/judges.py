"""The judge of points: two sentences of two reports -> how surely they tell one point, and where they differ."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from pathlib import Path

import numpy as np

from .decoding import FloatArray
from .sessions import open_session, open_tokenizer
from .verify import verified

START, END = 0, 2  # <s>, </s> of MPNet
BESIDE = 4  # by which its numbers of word pieces lie behind BERT's, whose tokenizer it has
LIMIT = 56  # word pieces of a sentence that are read
OPINION = 10  # numbers a pair


class PointJudge:
    """MPNet over both sentences at once (int8 ONNX); see training/point_judge.py. Reads `at_once` pairs, a thread each."""

    def __init__(self, model: Path, tokenizer: Path, at_once: int = 2) -> None:
        self._session = open_session(model, threads=1)
        self._at_once = at_once
        self._tokenizer = open_tokenizer(tokenizer)

    def judge(self, pairs: Sequence[tuple[str, str]]) -> FloatArray:
        """Array (pairs, 10) of log odds: that both tell one point, among pairs that look alike; if so, that they differ in each
        slot of comparisons.phrases.SLOTS; and that both cannot be true. Neither the order within a pair matters nor what else is
        judged: one run a pair, for the scale of int8 numbers is drawn from all that is read at once."""
        texts = list(dict.fromkeys(text for pair in pairs for text in pair))
        coded = self._tokenizer.encode_batch(texts, add_special_tokens=False)
        pieces = {text: [*(i + BESIDE for i in encoding.ids[:LIMIT]), END] for text, encoding in zip(texts, coded, strict=True)}
        with ThreadPoolExecutor(self._at_once) as readers:
            rows = list(readers.map(lambda pair: self._opinion(pieces[min(pair)], pieces[max(pair)]), pairs))
        return np.stack(rows) if rows else np.zeros((0, OPINION), dtype=np.float32)

    def _opinion(self, one: list[int], other: list[int]) -> FloatArray:
        feed = {
            "input_ids": np.array([[START, *one, *other]], dtype=np.int64),
            "sides": np.array([[0] * (len(one) + 1) + [1] * len(other)], dtype=np.int64),
        }
        opinion: FloatArray = self._session.run(None, feed)[0][0]
        return opinion


@cache
def load_point_judge() -> PointJudge:
    """The judge of models/points/; ModelError where a file is absent or altered."""
    return PointJudge(verified("points", "model.onnx"), verified("minilm", "tokenizer.json"))
