"""Small logistic models, and the weights of this room's own: from training/story_weights.py."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np


@dataclass(frozen=True, slots=True)
class Logistic:
    """`weights` on the features as they are (not standardised), and the intercept `bias`."""

    weights: tuple[float, ...]
    bias: float

    def probability(self, features: np.ndarray[Any, Any]) -> np.ndarray[Any, Any]:
        """Probabilities, one for each vector in the last axis of `features`."""
        logits = features @ np.array(self.weights, dtype=np.float32) + np.float32(self.bias)
        return np.asarray(1.0 / (1.0 + np.exp(-np.clip(logits, -30, 30))))


# cosine of words, of names, of the encoded leads, and the first times the third
SAME_STORY = Logistic((6.0, 3.0, 8.0, 6.0), -8.5)
