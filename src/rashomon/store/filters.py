"""What rows are asked for, and as of when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Clock(StrEnum):
    """What makes a report known: that it was published, or that this ledger read it (then also the words of humans count from
    their day on)."""

    PUBLICATION = "publication"
    READING = "reading"


class Order(StrEnum):
    """By reading and place, or by the day that a row counts for."""

    READING = "reading"
    OLDEST = "oldest"
    NEWEST = "newest"


@dataclass(frozen=True, slots=True)
class Known:
    """What the ledger knew at the end of a day, by one of the two clocks."""

    day: date
    clock: Clock = Clock.PUBLICATION


@dataclass(frozen=True, slots=True)
class Filter:
    """What rows must answer to, all of it; what is not given does not matter.

    `actors`, `counterparts` and `parties` are ids of which one must match: who does it, holds it or takes the step; who is the
    recipient, addressee or counterpart; either. `kinds` are types of events, forces of attributions or affairs of steps.
    A row counts for the days from its earliest to its latest, one without any for those of its document (a step without any
    for every day): `since`: not over before this day; `begun_since`: begun on it or later; `until`: begun by it. `due_since` and
    `due_until` ask the same of the days by which a step is to be done. `told_since`: the report was published on this day or later.
    `documents`: ids, of which the report must be one.
    """

    actors: tuple[str, ...] = ()
    counterparts: tuple[str, ...] = ()
    parties: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    status: str | None = None
    since: date | None = None
    begun_since: date | None = None
    until: date | None = None
    due_since: date | None = None
    due_until: date | None = None
    told_since: date | None = None
    known: Known | None = None
    documents: tuple[str, ...] = ()
    order: Order = Order.READING
    limit: int | None = None


EVERYTHING = Filter()
