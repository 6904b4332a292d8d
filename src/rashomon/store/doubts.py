"""The rows that a human had best look at: the likeliest to be wrong first, without those that were looked at."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, zip_longest
from typing import Any

from sqlalchemy import Connection, Select, func, select

from ..records import Correction, Defect, DefectKind, MentionKind
from . import schema
from .codec import from_json
from .selections import REPLACED, holding
from .words import Said, all_words

RECENT = 2000  # the last readings, in which conflicts with tables and names of nobody known are looked for


_SCORE = schema.SCORE.format(table="t.")
_UNSURE = (  # of two bounds on one side SQLite goes by the first
    f"SELECT t.id, r.document, {_SCORE} AS score FROM {{table}} AS t INDEXED BY {{table}}_unsure "
    f"CROSS JOIN readings AS r ON r.id = t.reading WHERE {_SCORE} {{side}} AND {{unsure}} "
    f"AND NOT {REPLACED.format(reading='t.reading', then='')} "
    f"ORDER BY {_SCORE}{{order}} LIMIT ?"
)


@dataclass(frozen=True, slots=True)
class Doubt:
    """A row, by its id, its document, and why it is doubtful."""

    target: str
    document: str
    reason: str


def find_doubts(connection: Connection, limit: int) -> tuple[Doubt, ...]:
    """At most `limit` rows: words of humans that hold for no row any more, then conflicts with tables, then by turns events and
    rejected candidates that may as well be as not be, and names of nobody known."""
    said = all_words(connection)
    seen = {one.row for one in said} | {one.word.target for one in said if one.word.target.startswith(("cor:", "dec:"))}
    most = limit + len(seen)
    found: dict[str, Doubt] = {}
    by_turns = chain.from_iterable(zip_longest(_unsure(connection, most), _unknown(connection, most)))
    for doubt in chain(_lost(said), _conflicts(connection), filter(None, by_turns)):
        if len(found) == limit:
            break
        if doubt.target not in seen:
            found.setdefault(doubt.target, doubt)
    return tuple(found.values())


def _lost(said: Iterable[Said]) -> Iterator[Doubt]:
    for one in said:
        word = one.word
        if one.row is None and not word.target.startswith(("cor:", "dec:")):
            told = f"{word.field}={word.new}" if isinstance(word, Correction) else word.verdict.value
            yield Doubt(word.id, one.document, f"{word.who} said {told} of {word.target}: no row is the same any more")


def _conflicts(connection: Connection) -> Iterator[Doubt]:
    d = schema.defects.c
    query = _recent(schema.defects, d.record).where(d.kind == DefectKind.WRONG_MEMBERSHIP.value)
    for row in connection.execute(query):
        yield Doubt(row.document, row.document, f"against the tables: {from_json(Defect, row.record).evidence}")


def _unsure(connection: Connection, most: int) -> Iterator[Doubt]:
    """Events and rejected candidates of a score about one half."""
    rows: list[tuple[float, Doubt]] = []
    for table, told, unsure in (
        ("events", "may be no event", schema.UNSURE_EVENT),
        ("rejections", "may be an event", schema.UNSURE_REJECTION),
    ):
        for side, order in ((">= 0.5", ""), ("< 0.5", " DESC")):  # outward from one half, in the order of the index
            statement = _UNSURE.format(table=table, unsure=unsure.format(table="t."), side=side, order=order)
            for row in connection.exec_driver_sql(statement, (most,)):
                rows.append((abs(row.score - 0.5), Doubt(row.id, row.document, f"{told}: score {row.score:.2f}")))
    yield from (doubt for _, doubt in sorted(rows, key=lambda row: (row[0], row[1].target)))


def _unknown(connection: Connection, most: int) -> Iterator[Doubt]:
    """Names that stand for nobody known, the most frequent first, each by one of its mentions."""
    m = schema.mentions.c
    nobody = func.json_extract(m.record, "$.actors").is_(None)
    named = func.json_extract(m.record, "$.kind") == MentionKind.NAME.value
    query = _recent(schema.mentions, m.name, func.min(m.id).label("id"), func.count().label("times")).where(nobody, named)
    for row in connection.execute(query.group_by(m.name).order_by(func.count().desc(), m.name).limit(most)):
        yield Doubt(row.id, row.document, f"nobody known by that name: {row.name} ({row.times} mention{'s'[: row.times != 1]})")


def _recent(table: Any, *columns: Any) -> Select[Any]:
    r = schema.readings.c
    last = select(func.max(r.id) - RECENT).scalar_subquery()
    query = select(r.document, *columns).select_from(schema.readings.join(table))
    return query.where(table.c.reading > last, *holding(r))
