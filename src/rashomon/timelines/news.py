"""Kept steps of two times -> Item: what a later look has that an earlier one had not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from ..records import KeptStep, Status
from ..tables import Tables
from .issues import Encode, plain
from .meetings import Gathering
from .origins import Derive
from .states import Excerpt, Line, state_on
from .tellings import told_on


class News(StrEnum):
    STATEMENT = "new statement"
    CHANGED = "changed position"
    CONFLICT = "conflict"
    DUE = "due date passed"
    MEETING = "meeting set, moved or held"
    ORIGIN = "new origin"


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that is new: what kind of news, and the line, or the meeting, that tells it."""

    news: News
    line: Line | None = None
    gathering: Gathering | None = None


@dataclass(frozen=True, slots=True)
class Diff:
    """All that is new from one day to another, of one actor or all; `excerpt`: of how many steps of these days it is made, where
    not of all."""

    since: date
    until: date
    actor: str | None
    items: tuple[Item, ...]
    excerpt: Excerpt | None = None


def diff(
    kept: Sequence[KeptStep],
    tables: Tables,
    since: date,
    until: date,
    encode: Encode | None = None,
    derive: Derive | None = None,
) -> tuple[Item, ...]:
    """What the reports published from `since` to `until` have that the earlier ones had not: statements nobody had told,
    positions that changed, claims against the tables or against an actor's own word, due days that passed, meetings, and
    independent origins for what was known. A report without date counts from the day it was read."""
    then = state_on([k for k in kept if told_on(k.header) < since], tables, since - timedelta(days=1), encode=encode, derive=derive)
    now = state_on([k for k in kept if told_on(k.header) <= until], tables, until, encode=encode, derive=derive)
    known = {_key(line): line for line in then.lines}
    items = []
    for line in now.lines:
        fresh = any(told_on(k.header) >= since for k in line.told)
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
    items += [Item(News.MEETING, gathering=g) for g in now.gatherings if not any(_no_news(g, old) for old in then.gatherings)]
    order = list(News)
    return tuple(sorted(items, key=lambda i: order.index(i.news)))


def _no_news(gathering: Gathering, old: Gathering) -> bool:
    """Whether an earlier look had the meeting on the same day, at the same stage, with the same parties."""
    same_day = (gathering.when and gathering.when.edtf) == (old.when and old.when.edtf)
    came = set(gathering.parties) <= set(old.parties)
    return same_day and came and (gathering.status is old.status or gathering.status is Status.EXPECTED)


def _key(line: Line) -> tuple[object, ...]:
    return line.section, frozenset(line.actors), line.stance, plain(line.told[0].step.matter)
