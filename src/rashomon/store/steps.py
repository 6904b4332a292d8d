"""Filter -> the steps that answer to it, each with all that is needed to tell it without opening its document."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, func, select

from ..records import Attribution, Correction, Decision, Header, HopKind, KeptStep, Span, Step, When
from . import schema
from .codec import from_plain
from .filters import Filter
from .matches import Word
from .rows import row_record
from .selections import rows_query
from .words import words_on


@dataclass(frozen=True, slots=True)
class _Report:
    """What the steps of one reading share."""

    header: Header
    text: str
    attributions: dict[str, Attribution]


def kept_steps(connection: Connection, asked: Filter) -> tuple[KeptStep, ...]:
    """The steps with their sentences, headers, chains, and the words of humans on them."""
    c = schema.steps.c
    rows = connection.execute(rows_query(schema.steps, asked, c.reading, c.around_start, c.around_end)).all()
    steps = [row_record(Step, row.record, row.document) for row in rows]
    cited: dict[int, set[str]] = {}
    for row, step in zip(rows, steps, strict=True):
        cited.setdefault(row.reading, set()).update(step.according_to)
    reports = {reading: _report(connection, reading, ids) for reading, ids in cited.items()}
    said = words_on(connection, [(row.reading, step.id) for row, step in zip(rows, steps, strict=True)])
    return tuple(
        _kept_step(step, Span(row.around_start, row.around_end), reports[row.reading], said.get((row.reading, step.id), ()))
        for row, step in zip(rows, steps, strict=True)
    )


def _kept_step(step: Step, around: Span, report: _Report, said: Iterable[Word]) -> KeptStep:
    chain = tuple(report.attributions[one] for one in step.according_to if one in report.attributions)
    cited = tuple(", ".join(p.span.of(report.text) for p in link.holders) for link in chain)
    corrections = tuple(word for word in said if isinstance(word, Correction))
    verdicts = [word.verdict for word in said if isinstance(word, Decision)]
    words = around.of(report.text)
    return KeptStep(step, words, around, report.header, chain, cited, corrections, verdicts[-1] if verdicts else None)


def _report(connection: Connection, reading: int, attributions: set[str]) -> _Report:
    d, a = schema.documents.c, schema.attributions.c
    first = schema.readings.alias("first").c
    read_at = select(func.min(first.read_at)).where(first.document == d.id).scalar_subquery()
    row = connection.execute(
        select(d.id, d.sha256, d.name, d.title, d.outlet, d.text, d.record, read_at.label("read_at")).where(d.reading == reading)
    ).one()
    query = select(a.record).where(a.reading == reading, a.id.in_(attributions))
    found = [row_record(Attribution, record, row.id) for record in connection.execute(query).scalars()] if attributions else []
    return _Report(_header(row), row.text, {one.id: one for one in found})


def _header(row: Any) -> Header:
    record = json.loads(row.record)
    published = record.get("published")
    return Header(
        document=row.id,
        sha256=row.sha256,
        title=row.title,
        outlet=row.outlet,
        published=None if published is None else from_plain(When, published),
        read_at=datetime.fromisoformat(row.read_at),
        source=row.name,
        address=record.get("address"),
        message_id=record.get("message_id"),
        wires=tuple(hop["name"] for hop in record.get("hops", ()) if hop["kind"] == HopKind.WIRE),
    )
