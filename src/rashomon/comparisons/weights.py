"""Weights of this room's logistic models; ALIGNMENT is on likeness.FEATURES (training/alignment_weights.py)."""

from __future__ import annotations

from ..stories.weights import Logistic

ALIGNMENT = Logistic((3.133, 1.626, 1.047, 1.291, 1.536, 1.502, 2.440, 1.985, -1.115, 0.949, -0.221, -1.056), -1.498)

# features: alignment.judged_features. Set between what training/alignment_weights.py fits and the odds as they are, (1, 0) and 0:
# few stories are left that the judge never saw, and on those written by ourselves a fit trusts it too much.
JUDGED = Logistic((0.85, 0.7), 0.2)

# features: weakening.pair_features; those on the sum of the claims' vectors in hundredths. Trained on ClaimDiff pairs
# (training/comparison_weights.py).
_MATTERS = """
4 3 1 -10 13 -21 5 2 -3 8 1 -2 15 -1 9 -12 -14 -13 0 7 2 5 15 -9 2 5 8 -6 8 -2 -2 -5 -5 -3 -16 3 0 -4 10 3 -3 2 7 -5 0 4 -15
-4 -13 8 -11 3 0 -10 -11 -1 -1 -1 0 2 10 10 5 1 -6 -6 8 13 -8 4 5 13 -7 12 -4 -2 17 -4 -10 7 -3 3 9 3 -9 -10 -1 -8 6 4 2 -12
-7 0 3 -3 -3 3 -12 -15 -8 4 -11 -5 -3 10 13 1 -6 12 -9 -2 -2 -6 17 -5 5 -10 -4 0 3 0 17 23 2 -32 3 0 8 -1 -6 -3 10 13 -13 5 3
0 -8 3 3 -5 3 21 2 -10 -2 -19 7 -7 12 -8 -1 2 0 2 -3 -12 -13 -8 0 8 15 19 -8 7 4 9 -6 1 -5 -8 0 3 -7 -10 -6 -5 6 3 8 -5 12 7
-11 -1 6 20 5 11 -10 -1 -4 -2 -2 -11 4 1 6 -6 4 13 -9 -20 -17 -2 -6 3 4 -9 0 0 -19 5 -5 8 -4 8 0 1 -12 -2 -11 0 -10 -1 10 -1
-2 20 16 0 7 -2 0 0 0 -4 19 -1 1 0 -9 4 8 2 -9 0 -4 -10 -1 9 -6 -6 -3 9 0 -14 1 -6 -4 4 13 -5 8 1 -1 -17 10 12 1 1 7 -6 9 1
-15 -6 10 0 -14 4 -4 -11 11 0 -3 -4 3 0 6 -2 17 3 0 -1 5 -5 3 7 -11 -6 6 -9 21 3 14 -1 -2 10 3 -12 -13 -12 10 -15 -1 -5 6
-2373 11 -10 21 -12 -4 19 6 -10 -3 8 0 0 -21 11 1 2 11 -3 5 -8 6 7 -2 -4 -2 -2 -3 -9 2 -7 -7 -10 -1 -10 -3 2 10 -6 3 -14 3 6
23 7 -1 1 9 -11 6 8 -2 3 -6 -13 2 -13 -5 -8 -4 -4 16 4 1 6
"""
WEAKENING = Logistic(
    (
        -0.020,
        -0.068,
        -0.065,
        0.037,
        -0.005,
        0.012,
        0.024,
        0.019,
        0.087,
        0.048,
        0.079,
        0.027,
        0.010,
        0.025,
        0.013,
        0.002,
        0.011,
        -0.008,
        -0.006,
        -0.001,
        -0.005,
        -0.013,
        0.006,
        0.015,
        0.024,
        -0.001,
        0.017,
        0.013,
        0.025,
        -0.018,
        -0.012,
        -0.001,
        -0.005,
        -0.021,
        -0.007,
        -0.001,
        -0.002,
        -0.007,
        -0.027,
        *(int(n) / 100 for n in _MATTERS.split()),
    ),
    -2.341,
)
