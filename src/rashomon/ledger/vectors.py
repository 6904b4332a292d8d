"""Texts -> unit vectors, each text encoded once in the life of a ledger."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from ..errors import LedgerError, ModelError
from ..store import Store

if TYPE_CHECKING:
    from numpy.typing import NDArray

MODEL = "all-MiniLM-L6-v2-int8"
DIMENSIONS = 384


class Encoding:
    """Callable: texts -> array (n, 384), rows of length 1. Keeps what it encodes, as 16-bit floats, and uses no others, so
    that a comparison comes out the same whether the vectors are new or kept. Loads the model only for texts that are new."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def __call__(self, texts: Sequence[str]) -> NDArray[Any]:
        import numpy as np

        if not texts:
            return np.zeros((0, DIMENSIONS), dtype=np.float32)
        keys = [hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest()[:16] for text in texts]
        kept = self._store.vectors(MODEL, list(dict.fromkeys(keys)))
        new = {key: text for key, text in zip(keys, texts, strict=True) if key not in kept}
        if new:
            kept |= self._encode(new)
        rows = np.frombuffer(b"".join(kept[key] for key in keys), dtype="<f2").reshape(len(keys), DIMENSIONS).astype(np.float32)
        lengths = np.linalg.norm(rows, axis=1, keepdims=True)
        unit: NDArray[Any] = rows / np.maximum(lengths, 1e-9)
        return unit

    def prepare(self, texts: Sequence[str]) -> None:
        """Keeps the vectors of texts that pages will ask for; where there is no model the pages will tell."""
        with suppress(ModelError):
            self(texts)

    def _encode(self, new: dict[bytes, str]) -> dict[bytes, bytes]:
        from ..models import load_encoder

        vectors = load_encoder().encode(list(new.values())).astype("<f2")
        made = {key: vector.tobytes() for key, vector in zip(new, vectors, strict=True)}
        with suppress(LedgerError):  # a ledger that may only be read is answered from all the same
            self._store.add_vectors(MODEL, made)
        return made
