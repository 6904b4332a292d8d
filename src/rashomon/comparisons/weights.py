"""Weights of the small logistic models of this room, as training/comparison_weights.py prints them."""

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


ALIGNMENT = Logistic(
    (1.940, 1.235, 4.094, 23.443, -6.325, 0.675, -0.434, 1.095, -0.322, 0.718, 0.150, 0.144, 0.357, 0.188, 0.297),
    -7.402,
)
