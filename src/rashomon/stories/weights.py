"""Small logistic models, and the weights of this room's own: from training/comparison_weights.py."""

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


# cosine of words, of names, of the encoded leads. Set by hand: weights fitted to two of the three sets did worse on the third.
SAME_STORY = Logistic((10.0, 3.0, 8.0), -9.0)

# features: derivations.copied_features. Fitted on 258 pairs labelled by hand (bench/natural_copies.py --weights).
COPIED = Logistic((3.410, 1.373, 1.195), -8.180)

# features: retellings.retelling_features. Fitted by training/retelling_weights.py.
RETOLD = Logistic((3.49, 15.82, 5.53, 3.19, 1.85), -15.25)

# log odds of RETOLD, own words in common (logarithm). Fitted by training/origin_weights.py.
TOLD_AGAIN = Logistic((0.63, 0.52), -1.76)

# features: rewordings.PAIR_FEATURES. Trained on PAN and MSRP pairs together (training/comparison_weights.py).
REWORDED = Logistic(
    (-4.402, 5.140, -0.287, -3.072, -4.680, 4.732, -2.247, 1.233, -1.145, -0.292, -0.215, -9.340, 6.781, -2.786, -3.982, 5.199),
    9.934,
)
