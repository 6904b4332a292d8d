"""Goldstein's scale and the rule which events count as acts between two actors: the one source for all series and networks."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from ..records import EventType, Status

REAL = {Status.DONE, Status.ONGOING}


def counts(kind: EventType, status: Status) -> bool:
    """Whether an event is an act that took place: statements and positions are none, nor is what is planned, denied, alleged."""
    return kind.quad is not None and status in REAL


def score_of(kind: EventType, cameo: str | None) -> float:
    """Goldstein's value of an act by the root of its CAMEO code, else by its PLOVER type (see goldstein.csv): -10 (conflict) ..
    10 (cooperation)."""
    roots, types = _values()
    root = (cameo or "")[:2]
    return roots[root] if root in roots else types.get(kind.value, 0.0)


def scale() -> str:
    """Where the values are from."""
    return "; ".join(dict.fromkeys(row["source"] for row in _rows()))


@cache
def _values() -> tuple[Mapping[str, float], Mapping[str, float]]:
    """Values by CAMEO root code and by PLOVER type."""
    return {r["root"]: float(r["score"]) for r in _rows()}, {r["type"]: float(r["score"]) for r in _rows() if r["type"]}


@cache
def _rows() -> tuple[Mapping[str, str], ...]:
    return tuple(csv.DictReader(files(__package__).joinpath("goldstein.csv").read_text("utf-8").splitlines()))
