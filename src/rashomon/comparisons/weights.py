"""Weights of this room's logistic models; ALIGNMENT is on likeness.FEATURES (training/comparison_weights.py)."""

from __future__ import annotations

from ..stories.weights import Logistic

ALIGNMENT = Logistic(
    (2.310, 1.121, 3.811, 25.092, -7.160, 0.183, -0.255, 1.229, -0.261, 0.476, -0.136, 0.103, 0.427, -0.395, 1.072),
    -6.606,
)

# features: weakening.weakening_features. Trained on ClaimDiff pairs (training/comparison_weights.py).
WEAKENING = Logistic(
    (
        0.010,
        -0.635,
        -0.592,
        0.387,
        0.057,
        0.086,
        0.231,
        0.094,
        0.478,
        0.193,
        0.645,
        0.238,
        0.044,
        0.229,
        0.148,
        0.033,
        0.115,
        -0.053,
        -0.048,
        0.041,
        -0.109,
        -0.269,
        0.127,
        0.189,
        0.291,
        -0.112,
        0.125,
        0.057,
        0.274,
        -0.266,
        -0.175,
        0.079,
        -0.083,
        -0.272,
        0.035,
        0.057,
        0.045,
        -0.071,
        -0.292,
    ),
    -2.763,
)
