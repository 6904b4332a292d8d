"""Namings of two reports -> how likely they are rival ways to call one thing: a learnt chance on what both have in common."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from .likeness import Array
from .naming_traits import Traits
from .namings import Naming
from .rival_features import features
from .units import Unit
from .wording_weights import RIVALS

LEAST = 0.10  # likeness of two sentences from which their namings are held against one another
MANY = 2_000  # pairs of sentences whose namings are held against one another, the likeliest of a comparison


def find_pairs(namings: Sequence[Naming], units: Sequence[Unit], pairs: Mapping[tuple[int, int], float]) -> Any:
    """Array (n, 2) of numbers of namings of two reports in sentences alike by LEAST, of unlike words."""
    homes: dict[int, list[int]] = {}
    for number, naming in enumerate(namings):
        homes.setdefault(naming.unit, []).append(number)
    apart = [p for p in pairs.items() if p[1] >= LEAST and units[p[0][0]].report != units[p[0][1]].report]
    out = [
        (a, b)
        for (i, j), _ in sorted(sorted(apart, key=lambda p: (-p[1], p[0]))[:MANY])
        for a in homes.get(i, ())
        for b in homes.get(j, ())
        if namings[a].stems != namings[b].stems and not _bare(namings[a], namings[b])
    ]
    return np.array(out, dtype=np.int64).reshape(-1, 2)


def _bare(one: Naming, other: Naming) -> bool:
    """Two names with nothing beside them that are not known to be of one actor."""
    return one.named and other.named and len(one.words) == len(other.words) == 1 and not one.actors & other.actors


def chances(traits: Traits, pairs: Any, likeness: Mapping[tuple[int, int], float]) -> Array:
    """How likely each pair is one of rivals."""
    return RIVALS.probability(features(traits, pairs, likeness))
