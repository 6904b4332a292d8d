"""Events as plain rows -> Tie: what one actor does to another in a week, counted by independent origin, and how kind it is."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from importlib.resources import files

from ..records import EventType, Status

REAL = {Status.DONE, Status.ONGOING}


@dataclass(frozen=True, slots=True)
class Deal:
    """One event between two actors, as a store can give it without opening a document. `origin`: whatever is the same for
    reports that derive from one another (a story's origin, or the document itself)."""

    actor: str
    recipient: str
    type: EventType
    cameo: str | None
    status: Status
    day: date
    origin: str


@dataclass(frozen=True, slots=True)
class Tie:
    """A dyad in a week (`week`: its Monday). `quad`: PLOVER's quad class. `events`: acts counted once an origin; `reports`: as
    often as they are told; `score`: mean of the Goldstein values of the acts counted, -10 (conflict) .. 10 (cooperation)."""

    actor: str
    recipient: str
    quad: str
    week: date
    events: int
    reports: int
    score: float


def find_ties(deals: Iterable[Deal]) -> tuple[Tie, ...]:
    """The ties of all dyads and weeks. Acts that did not happen, statements and positions count for nothing."""
    told: dict[tuple[str, str, str, date], dict[tuple[str, str], list[float]]] = {}
    for deal in deals:
        quad = deal.type.quad
        if quad is None or deal.status not in REAL or deal.actor == deal.recipient:
            continue
        key = (deal.actor, deal.recipient, quad, deal.day - timedelta(days=deal.day.weekday()))
        told.setdefault(key, {}).setdefault((deal.type.value, deal.origin), []).append(score_of(deal.type, deal.cameo))
    found = []
    for key, acts in told.items():
        scores = [values[0] for values in acts.values()]
        mean = round(sum(scores) / len(scores), 3)
        found.append(Tie(*key, events=len(acts), reports=sum(map(len, acts.values())), score=mean))
    return tuple(sorted(found, key=lambda t: (t.week, t.actor, t.recipient, t.quad)))


def score_of(kind: EventType, cameo: str | None) -> float:
    """Goldstein's value of an act by the root of its CAMEO code, else by its PLOVER type (see goldstein.csv)."""
    roots, types = scale()
    root = (cameo or "")[:2]
    return roots[root] if root in roots else types.get(kind.value, 0.0)


@cache
def scale() -> tuple[Mapping[str, float], Mapping[str, float]]:
    """Values by CAMEO root code and by PLOVER type."""
    rows = list(csv.DictReader(files(__package__).joinpath("goldstein.csv").read_text("utf-8").splitlines()))
    return {r["root"]: float(r["score"]) for r in rows}, {r["type"]: float(r["score"]) for r in rows if r["type"]}
