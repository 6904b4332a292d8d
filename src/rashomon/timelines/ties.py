"""Goldstein's scale and the rule which events count as acts between two actors: the one source for all series and networks."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from ..records import EventType, Status
from ..tables.packaged import packaged_rows

REAL = {Status.DONE, Status.ONGOING}
SOURCE = (
    "Goldstein (1992), carried to CAMEO codes by the KEDS project; values as in the CAMEO.goldsteinscale.txt that GDELT publishes, "
    "compared November 2026"
)


def counts(kind: EventType, status: Status) -> bool:
    """Whether an event is an act that took place: statements and positions are none, nor is what is planned, denied, alleged."""
    return kind.quad is not None and status in REAL


def score_of(kind: EventType, cameo: str | None) -> float:
    """Goldstein's value of an act by its CAMEO code, or the nearest code above it that has a value of its own; of an act without
    a code by its PLOVER type: -10 (conflict) .. 10 (cooperation)."""
    codes, types = _values()
    prefixes = (cameo[:length] for length in range(len(cameo or ""), 1, -1)) if cameo else ()
    code = next((prefix for prefix in prefixes if prefix in codes), None)
    return codes[code] if code is not None else types.get(kind.value, 0.0)


def scale() -> str:
    """Where the values are from."""
    return SOURCE


@cache
def _values() -> tuple[Mapping[str, float], Mapping[str, float]]:
    """Values by CAMEO code (a code that has that of the code above it is left out) and by PLOVER type."""
    rows = packaged_rows(__package__, "goldstein.csv")
    values = {row["code"]: float(row["score"]) for row in rows}
    return values, {kind: values[row["code"]] for row in rows for kind in row["types"].split(";") if kind}
