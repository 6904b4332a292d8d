"""Namings of two reports -> how likely they are rival ways to call one thing: a learnt chance on what both have in common."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from .likeness import Array
from .naming_traits import FLAGS, Traits
from .namings import Naming
from .rival_features import FEATURES, features
from .units import Unit
from .wording_weights import RIVALS

LEAST = 0.10  # likeness of two sentences from which their namings are held against one another
SPOKEN = 0.8  # of a name within a speech: the speaker's way to put it
BESIDE = 0.5  # of two verbs that bring in words, and of two of which one sentence has both: these tell of acts side by side
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
    found = features(traits, pairs, likeness)
    return np.asarray(RIVALS.probability(found) * _doubts(traits, pairs, found))


def _doubts(traits: Traits, pairs: Any, found: Array) -> Array:
    """What the chances of pairs are lowered by, which the forests, learnt from labels of whatever has a name, do not see."""
    verbs, sayings, in_both = (found[:, FEATURES.index(name)] > 0 for name in ("verbs", "sayings", "in_both"))
    spoken = traits.flags[pairs, FLAGS.index("spoken")].any(axis=1)
    return np.asarray(
        np.where(spoken, SPOKEN, 1.0) * np.where(verbs & sayings, BESIDE, 1.0) * np.where(verbs & in_both, BESIDE, 1.0)
    )
