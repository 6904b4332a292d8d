"""Kept steps of two times -> Item: what a later look has that an earlier one had not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from ..records import KeptStep
from ..tables import Tables
from .issues import Encode, plain
from .states import Line, state_on
from .tellings import is_dated, told_on


class News(StrEnum):
    STATEMENT = "new statement"
    CHANGED = "changed position"
    CONFLICT = "conflict"
    DUE = "due date passed"
    ORIGIN = "new origin"


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that is new: what kind of news, and the line that tells it."""

    news: News
    line: Line


def diff(kept: Sequence[KeptStep], tables: Tables, since: date, until: date, encode: Encode | None = None) -> tuple[Item, ...]:
    """What the reports published from `since` to `until` have that the earlier ones had not: statements nobody had told,
    positions that changed, claims against the tables, due days that passed, and independent origins for what was known."""
    before = [k for k in kept if is_dated(k.header) and told_on(k.header) < since]
    then = state_on(before, tables, since - timedelta(days=1), encode=encode)
    now = state_on([k for k in kept if not is_dated(k.header) or told_on(k.header) <= until], tables, until, encode=encode)
    known = {_key(line): line for line in then.lines}
    items = []
    for line in now.lines:
        fresh = [k for k in line.told if not is_dated(k.header) or told_on(k.header) >= since]
        old = known.get(_key(line))
        passed = line.flag == "overdue" and (old is None or old.flag != "overdue")
        if passed:
            items.append(Item(News.DUE, line))
        elif not fresh:
            continue
        elif line.flag == "changed" and (old is None or old.flag != "changed"):
            items.append(Item(News.CHANGED, line))
        elif line.flag == "conflict" and (old is None or old.flag != "conflict"):
            items.append(Item(News.CONFLICT, line))
        elif old is None or old.note != line.note:
            items.append(Item(News.STATEMENT, line))
        elif line.origins > old.origins:
            items.append(Item(News.ORIGIN, line))
    order = list(News)
    return tuple(sorted(items, key=lambda i: order.index(i.news)))


def _key(line: Line) -> tuple[object, ...]:
    return line.section, frozenset(line.actors), line.stance, plain(line.told[0].step.matter)
