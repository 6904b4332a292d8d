"""What models make of texts, made once in the life of a ledger: unit vectors of texts, scores of pairs of sentences."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Any, TypeVar

from ..errors import LedgerError, ModelError
from ..store import Store

if TYPE_CHECKING:
    from numpy.typing import NDArray

MODEL = "all-MiniLM-L6-v2-int8"
DIMENSIONS = 384
T = TypeVar("T")


class Encoding:
    """Callable: texts -> array (n, 384), rows of length 1. Keeps what it encodes, as 16-bit floats, and uses no others, so
    that a comparison comes out the same whether the vectors are new or kept. Loads the model only for texts that are new."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def __call__(self, texts: Sequence[str]) -> NDArray[Any]:
        import numpy as np

        if not texts:
            return np.zeros((0, DIMENSIONS), dtype=np.float32)
        kept = _remembered(self._store, MODEL, {text: _key(text) for text in texts}, self._encode)
        rows = np.frombuffer(b"".join(kept[text] for text in texts), dtype="<f2").reshape(len(texts), DIMENSIONS).astype(np.float32)
        lengths = np.linalg.norm(rows, axis=1, keepdims=True)
        unit: NDArray[Any] = rows / np.maximum(lengths, 1e-9)
        return unit

    def prepare(self, texts: Sequence[str]) -> None:
        """Keeps the vectors of texts that pages will ask for; where there is no model the pages will tell."""
        with suppress(ModelError):
            self(texts)

    def _encode(self, new: Sequence[str]) -> list[bytes]:
        from ..models import load_encoder

        return [vector.tobytes() for vector in load_encoder().encode(new).astype("<f2")]


class Judging:
    """Callable: pairs of sentences -> array (n, 10), models.PointJudge's opinions. Loads the model only for pairs that are new."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def __call__(self, pairs: Sequence[tuple[str, str]]) -> NDArray[Any]:
        import numpy as np

        from ..comparisons.opinions import WIDTH
        from ..models import stated_sha256

        model = f"points-{stated_sha256('points', 'model.onnx')[:12]}"
        kept = _remembered(self._store, model, {pair: _key("\n".join(sorted(pair))) for pair in pairs}, self._judge)
        return np.frombuffer(b"".join(kept[pair] for pair in pairs), dtype="<f4").reshape(len(pairs), WIDTH)

    def _judge(self, new: Sequence[tuple[str, str]]) -> list[bytes]:
        from ..models import load_point_judge

        return [opinion.tobytes() for opinion in load_point_judge().judge(new).astype("<f4")]


def _key(text: str) -> bytes:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest()[:16]


def _remembered(store: Store, model: str, keys: dict[T, bytes], make: Callable[[Sequence[T]], list[bytes]]) -> dict[T, bytes]:
    """What the model makes of each: as kept, or made now and kept."""
    kept = store.vectors(model, list(dict.fromkeys(keys.values())))
    new = {key: one for one, key in keys.items() if key not in kept}
    if new:
        made = dict(zip(new, make(list(new.values())), strict=True))
        with suppress(LedgerError):  # a ledger that may only be read is answered from all the same
            store.add_vectors(model, made)
        kept |= made
    return {one: kept[key] for one, key in keys.items()}
