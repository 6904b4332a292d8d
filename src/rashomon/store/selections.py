"""Filter -> the SELECT of the rows that answer to it, as the ledger knows it or knew it.

What an actor does is found through `parts`, where an actor's rows lie in order of time: a page of them costs the same in a
small ledger and in a large one. "As known on a day" is an anti-join: a reading holds unless a later one of the same document,
known by then, has replaced it.
"""

from __future__ import annotations

from datetime import timedelta
from itertools import product
from typing import Any

from sqlalchemy import ColumnElement, Select, Table, and_, exists, func, or_, select, union

from ..records import Affair, Attribution, Event, Mention, Rejection, Step
from . import schema
from .filters import Clock, Filter, Known, Order

TABLES: dict[type, Table] = {
    Mention: schema.mentions,
    Attribution: schema.attributions,
    Event: schema.events,
    Rejection: schema.rejections,
    Step: schema.steps,
}
# The parts that `Filter.actors` and `Filter.counterparts` ask for, by name of table.
_ROLES = {
    "mentions": (("mention",), ()),
    "attributions": (("holder",), ("addressee",)),
    "events": (("actor",), ("recipient",)),
    "steps": (tuple(f"{a.value} party" for a in Affair), tuple(f"{a.value} counterpart" for a in Affair)),
}
_KINDS = {"attributions": "force", "events": "type", "steps": "affair", "rejections": "type"}


def holding(readings: Any, known: Known | None = None) -> list[ColumnElement[bool]]:
    """True of a reading that no later one of the same document has replaced: by now; or, where the clock is that of reading, by
    what was known then. By the clock of publication the reports of a day are told as they are read today."""
    later = schema.readings.alias("later")
    replaced = [later.c.document == readings.document, later.c.id > readings.id]
    if known is None:
        return [~exists().where(*replaced)]
    if known.clock is Clock.PUBLICATION:
        return [readings.known <= known.day.isoformat(), ~exists().where(*replaced)]
    after = (known.day + timedelta(1)).isoformat()
    return [readings.read_at < after, ~exists().where(*replaced, later.c.read_at < after)]


def rows_query(table: Table, asked: Filter, *more: Any) -> Select[Any]:
    """SELECT record, document and `more` columns of the rows of a table and of `readings`."""
    r = schema.readings.c
    columns = (table.c.record, r.document, *more)
    streams = [(actor, role) for actor, role in product(asked.actors, _roles(table, asked, 0))]
    streams += [(actor, role) for actor, role in product(asked.parties, _roles(table, asked, 0, 1))]
    if not streams:
        return _all_rows(table, asked, columns)
    keys = [_limited(_parts_query(table, asked, *stream), asked) for stream in streams]
    found = keys[0] if len(keys) == 1 else union(*(select(key.subquery()) for key in keys))
    key = found.subquery("found")
    source = key.join(table, and_(table.c.reading == key.c.reading, table.c.n == key.c.n))
    query = select(*columns).select_from(source.join(schema.readings, r.id == key.c.reading))
    return query.order_by(*_order(asked, key.c.day, key.c.reading, key.c.n)).limit(asked.limit)


def _all_rows(table: Table, asked: Filter, columns: tuple[Any, ...]) -> Select[Any]:
    r, c = schema.readings.c, table.c
    wanted = [*_reports(asked), *_columns(table, asked), *_days(table, asked)]
    wanted += [_counterpart(table, asked, c.reading, c.n)] if asked.counterparts else []
    day = c.earliest if "earliest" in c else r.known
    query = select(*columns).select_from(schema.readings.join(table)).where(*wanted)
    return query.order_by(*_order(asked, day, c.reading, c.n)).limit(asked.limit)


def _parts_query(table: Table, asked: Filter, actor: str, role: str) -> Select[Any]:
    """SELECT reading, n, day of the rows in which one actor plays one part."""
    p, r = schema.parts.c, schema.readings.c
    wanted = [p.actor == actor, p.role == role, *_reports(asked)]
    wanted += [func.coalesce(p.latest, p.day) >= asked.since.isoformat()] if asked.since else []
    wanted += [p.day <= asked.until.isoformat()] if asked.until else []
    wanted += [p.day != ""] if asked.until and table is not schema.steps else []
    wanted += [_counterpart(table, asked, p.reading, p.n, p.day)] if asked.counterparts else []
    source = schema.parts.join(schema.readings, r.id == p.reading)
    columns = _columns(table, asked)
    if columns:
        source = source.join(table, and_(table.c.reading == p.reading, table.c.n == p.n))
    return select(p.reading, p.n, p.day).select_from(source).where(*wanted, *columns)


def _limited(query: Select[Any], asked: Filter) -> Select[Any]:
    p = schema.parts.c
    return query.order_by(*_order(asked, p.day, p.reading, p.n)).limit(asked.limit) if asked.limit is not None else query


def _reports(asked: Filter) -> list[ColumnElement[bool]]:
    """What is asked of the report that a row stands in."""
    r = schema.readings.c
    wanted = [*holding(r, asked.known), *([r.document == asked.document] if asked.document else [])]
    return wanted + ([r.known >= asked.told_since.isoformat()] if asked.told_since else [])


def _counterpart(table: Table, asked: Filter, reading: Any, n: Any, day: Any = None) -> ColumnElement[bool]:
    p = schema.parts.alias("towards").c
    same = [p.actor.in_(asked.counterparts), p.role.in_(_roles(table, asked, 1)), p.reading == reading, p.n == n]
    return exists().where(*same, *([p.day == day] if day is not None else []))


def _columns(table: Table, asked: Filter) -> list[ColumnElement[bool]]:
    """What is asked of the columns of a row itself."""
    c = table.c
    # The affair of a step of an actor is told by the part that the actor plays.
    told = table is schema.steps and (asked.actors or asked.parties)
    wanted: list[ColumnElement[bool]] = [c[_KINDS[table.name]].in_(asked.kinds)] if asked.kinds and not told else []
    wanted += [c.status == asked.status] if asked.status else []
    wanted += [c.due_latest >= asked.due_since.isoformat()] if asked.due_since else []
    wanted += [c.due_earliest <= asked.due_until.isoformat()] if asked.due_until else []
    return wanted


def _days(table: Table, asked: Filter) -> list[ColumnElement[bool]]:
    c = table.c
    wanted: list[ColumnElement[bool]] = [c.latest >= asked.since.isoformat()] if asked.since else []
    if asked.until:
        begun = c.earliest <= asked.until.isoformat()
        wanted.append(or_(c.earliest.is_(None), begun) if table is schema.steps else begun)
    return wanted


def _roles(table: Table, asked: Filter, *sides: int) -> list[str]:
    roles = [role for side in sides for role in _ROLES.get(table.name, ((), ()))[side]]
    if table is not schema.steps or not asked.kinds:
        return roles
    return [role for role in roles if role.split()[0] in asked.kinds]


def _order(asked: Filter, day: Any, reading: Any, n: Any) -> tuple[Any, ...]:
    if asked.order is Order.NEWEST:
        return day.desc(), reading.desc(), n.desc()
    return (day, reading, n) if asked.order is Order.OLDEST else (reading, n)
