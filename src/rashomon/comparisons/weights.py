"""Weights of the alignment, as training/alignment_weights.py prints them; the features are those of likeness.FEATURES."""

from __future__ import annotations

from ..stories.weights import Logistic

ALIGNMENT = Logistic(
    (2.201, 1.016, 3.903, 24.355, -6.944, 0.873, -0.502, 1.269, -0.217, 0.498, -0.098, 0.044, 0.444, -0.344, 0.983),
    -6.624,
)
