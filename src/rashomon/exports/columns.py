"""Column: one field of a table of events, with its meaning; and the cells that several tables share."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from ..events import plover_view
from ..records import Attribution, EventType, Quantity, Span, When
from .told import Party, Told

Cell = str | int | float | bool | date | None
MANY = ";"


class Kind(StrEnum):
    """What a cell holds. Codes are strings, always: CAMEO 036 keeps its zero."""

    STRING = "string"
    INTEGER = "integer"
    NUMBER = "number"
    BOOLEAN = "boolean"
    DATE = "date"


@dataclass(frozen=True, slots=True)
class Column:
    """`words`: the cell holds words of a report or the name of a user's file, and is left out of a table made to be shared.
    `values`: the name of the list of values (see values.py) that the cell is one of, or several parted by MANY."""

    name: str
    kind: Kind
    meaning: str
    cell: Callable[[Told], Any]
    words: bool = False
    values: str = ""


def string(name: str, meaning: str, cell: Callable[[Told], str | None], words: bool = False, values: str = "") -> Column:
    return Column(name, Kind.STRING, meaning, cell, words, values)


def integer(name: str, meaning: str, cell: Callable[[Told], int | None]) -> Column:
    return Column(name, Kind.INTEGER, meaning, cell)


def day(name: str, meaning: str, cell: Callable[[Told], date | None]) -> Column:
    return Column(name, Kind.DATE, meaning, cell)


# -- cells ---------------------------------------------------------------------------------------------------------------


def listed(values: Iterable[str | None]) -> str | None:
    """Values in one cell, in order, empty where unknown; None where there is nothing at all. A separator inside of a value
    becomes a comma."""
    cells = [(value or "").replace(MANY, ",") for value in values]
    return MANY.join(cells) if any(cells) else None


def once(values: Iterable[str]) -> str | None:
    """Values in one cell, each once."""
    return listed(dict.fromkeys(value for value in values if value))


def words(told: Told, span: Span) -> str:
    """The words of a span on one line."""
    return " ".join(span.of(told.text).split())


def offsets(spans: Iterable[Span]) -> str | None:
    return listed(f"{span.start}-{span.end}" for span in spans)


def plover(told: Told) -> tuple[EventType, str]:
    """Type and CAMEO code as a coder without status gives them."""
    event = told.event
    return plover_view(event.type, event.cameo, event.status)


def plover_type(told: Told) -> str | None:
    """The PLOVER type; None for statements and positions, which PLOVER drops."""
    kind = plover(told)[0]
    return kind.value if kind.quad is not None else None


def plover_mode(told: Told) -> str | None:
    """The mode, where PLOVER sees the act itself and not a promise, threat or refusal of it."""
    return told.event.mode if plover(told)[0] is told.event.type else None


def counted_day(told: Told) -> date | None:
    """The first day of the event; where it has none, that of publication."""
    return first_day(told.event.when) or first_day(told.document.published)


def first_day(when: When | None) -> date | None:
    return when.earliest if when is not None else None


def last_day(when: When | None) -> date | None:
    return when.latest if when is not None else None


def state_field(party: Party, field: str) -> str:
    return str(getattr(party.state, field)) if party.state is not None else ""


def quantity(found: Quantity) -> str:
    """Such as "3 killed", ">= 500 troops"."""
    bound = "" if found.bound == "=" else f"{found.bound} "
    return f"{bound}{found.value:.12g} {found.unit}"


def holders(attribution: Attribution) -> str:
    """Ids of who says so; "unresolved" where only words are known, "?" where nobody is named."""
    ids = [actor for holder in attribution.holders for actor in holder.actors]
    return "+".join(dict.fromkeys(ids)) or ("unresolved" if attribution.holders else "?")
