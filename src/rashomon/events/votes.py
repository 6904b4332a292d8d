"""What the rules and a trained reader say together of one choice."""

from __future__ import annotations

from collections.abc import Mapping

from ..records import EventType

# What the rules' word weighs beside the reader's chances, which add up to 1. On sentences kept out of the reader's training
# (a fifth of PLV, AW and the CAMEO classes) anything from .2 to .4 did better than either alone.
RULE = 0.25
SPECIFIC = 0.5  # that of a frame which met a word of its own ("seize control"); four folds of PLV gain .01 by it, none loses
YIELD = {EventType.CONCEDE, EventType.RETREAT}


def vote(chances: Mapping[str, float], ruled: str | None, specific: bool = False) -> str:
    """The choice of greatest chance, after the rules' own has been raised; `chances` may not be empty. `specific`: the rules
    went by more than the bare verb."""
    weight = SPECIFIC if specific else RULE
    return max(chances, key=lambda choice: (chances[choice] + weight * (choice == ruled), choice == ruled))


def root(kind: EventType) -> str:
    """A PLOVER type as the reader names it: CONCEDE and RETREAT are YIELD."""
    return "YIELD" if kind in YIELD else kind.value
