"""Points -> differences of whole sentences: where the judge of points sees two accounts part, and no words were found that do."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence, Set

import numpy as np

from ..records import Difference, Variant
from .chances import ASKED
from .choices import meet
from .differences import across
from .likeness import Array, likest_first
from .opinions import DIFFERS, POINT, Judge
from .phrases import SLOTS
from .tellings import Telling
from .units import Unit

WHOLE_SENTENCES = "two sentences, read together"
LEAST = 0.18  # chance that two sentences tell one point and differ
MOST = 300  # pairs of a comparison that are read, the likest first: each takes some milliseconds
Pair = tuple[int, int]
Told = Sequence[tuple[Difference, ...]]


def find_unlike(
    units: Sequence[Unit],
    telling: Callable[[int], Telling],
    groups: Sequence[Sequence[int]],
    likeness: Mapping[Pair, float],
    told: Told,
    judge: Judge,
    retold: Set[frozenset[int]] = frozenset(),
) -> list[tuple[Difference, ...]]:
    """The differences of each point, `told` and besides them one for each two of its sentences that seem to differ and of which no
    words stand in a difference yet: in the slot that the judge names, the sentences for passages. Not between two reports of which
    one has the other's text (`retold`): other words are no other account there."""
    homes: dict[Pair, int] = {}
    for number, group in enumerate(groups):
        for i, j in across(units, group):
            if {units[i].report, units[j].report} not in retold:
                homes.setdefault((i, j), number)
    read = likest_first(homes, likeness)[:MOST]
    opinions = judge([(units[i].text, units[j].text) for i, j in read])
    out = [list(own) for own in told]
    taken = [d for own in told for d in own]
    for chance, k in sorted(((float(c), k) for k, c in enumerate(_chances(opinions))), key=lambda x: (-x[0], x[1])):
        if chance < LEAST:
            break
        slot = SLOTS[int(np.argmax(opinions[k][DIFFERS]))]
        tellings = [telling(i) for i in read[k]]
        if _alike(slot, *tellings):
            continue
        passages = tuple(_passage(t) for t in tellings)
        found = Difference(slot, False, passages, f"{ASKED[slot]}: seems told otherwise", WHOLE_SENTENCES, round(chance, 3))
        if not any(meet(found, other) for other in taken):
            taken.append(found)
            out[homes[read[k]]].append(found)
    return [tuple(own) for own in out]


def _alike(slot: str, left: Telling, right: Telling) -> bool:
    """Whether all figures of two sentences, or all their days, are the same, so that it is not in these that they differ."""
    ours, theirs = (_told(slot, t) for t in (left, right))
    return bool(ours) and ours == theirs


def _told(slot: str, telling: Telling) -> set[object]:
    if slot == "number":
        return {figure.value for figure in telling.figures}
    return {timex.when.earliest for timex in telling.dates()} if slot == "date" else set()


def _chances(opinions: Array) -> Array:
    """Chance of each pair that both tell one point and that they differ in some slot. The log odds of one point are halved: what is
    asked of here was aligned already, and is told apart better by the slots."""
    odds = 1 / (1 + np.exp(-opinions.astype(np.float64)))
    one_point = 1 / (1 + np.exp(-opinions[:, POINT].astype(np.float64) / 2))
    chances: Array = one_point * (1 - np.prod(1 - odds[:, DIFFERS], axis=1))
    return chances


def _passage(telling: Telling) -> Variant:
    return Variant(telling.reading.document.id, telling.unit.sentence.span, telling.unit.text)
