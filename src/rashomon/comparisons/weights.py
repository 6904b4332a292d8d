"""Weights of the alignment, as training/alignment_weights.py prints them; the features are those of likeness.FEATURES."""

from __future__ import annotations

from ..stories.weights import Logistic

ALIGNMENT = Logistic(
    (1.940, 1.235, 4.094, 23.443, -6.325, 0.675, -0.434, 1.095, -0.322, 0.718, 0.150, 0.144, 0.357, 0.188, 0.297),
    -7.402,
)
