"""Weights of this room's logistic models; ALIGNMENT is on likeness.FEATURES (training/alignment_weights.py)."""

from __future__ import annotations

from ..stories.weights import Logistic

ALIGNMENT = Logistic((3.133, 1.626, 1.047, 1.291, 1.536, 1.502, 2.440, 1.985, -1.115, 0.949, -0.221, -1.056), -1.498)

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
