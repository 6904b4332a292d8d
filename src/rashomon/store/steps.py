"""Filters -> the steps that answer to them, each with all that is needed to tell it without opening its document."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from functools import lru_cache
from typing import Any

from sqlalchemy import Connection

from ..records import Attribution, Correction, Decision, Header, HopKind, KeptStep, Span, Step, When
from . import schema
from .codec import from_json
from .filters import Filter
from .matches import Word
from .rows import row_record
from .selections import Selection
from .words import words_on

Report = tuple[Header, str]  # with the document's text
_REPORTS = (
    "SELECT d.reading, d.id, d.sha256, d.name, d.title, d.outlet, d.text, d.record -> '$.published' AS published, "
    "d.record ->> '$.address' AS address, d.record ->> '$.message_id' AS message_id, d.record -> '$.hops' AS hops, "
    "(SELECT min(first.read_at) FROM readings AS first WHERE first.document = d.id) AS read_at "
    "FROM documents AS d WHERE d.reading IN ({keys})"
)
_CHAINS = (
    "SELECT a.reading, a.record, r.document FROM attributions AS a JOIN readings AS r ON r.id = a.reading WHERE a.id IN ({keys})"
)


def kept_steps(connection: Connection, asked: Iterable[Filter]) -> tuple[KeptStep, ...]:
    """The steps that answer to any of the filters, each once, with their sentences, headers, chains, and the words of humans on
    them."""
    rows = tuple({(row.reading, row.n): row for one in asked for row in _rows(connection, one)}.values())
    steps = [row_record(Step, row.record, row.document) for row in rows]
    reports = {row.reading: (_header(row), row.text) for row in _each(connection, _REPORTS, {row.reading for row in rows})}
    chains = _chains(connection, {one for step in steps for one in step.according_to})
    said = words_on(connection, [(row.reading, step.id) for row, step in zip(rows, steps, strict=True)])
    kept = []
    for row, step in zip(rows, steps, strict=True):
        chain = tuple(chains[key] for one in step.according_to if (key := (row.reading, one)) in chains)
        around, words = Span(row.around_start, row.around_end), said.get((row.reading, step.id), ())
        kept.append(_kept_step(step, around, reports[row.reading], chain, words))
    return tuple(kept)


def _rows(connection: Connection, asked: Filter) -> Sequence[Any]:
    selection = Selection(schema.steps, asked, ("t.reading", "t.n", "t.around_start", "t.around_end"))
    return connection.exec_driver_sql(selection.sql, selection.values).all()


def _kept_step(step: Step, around: Span, report: Report, chain: tuple[Attribution, ...], said: Sequence[Word]) -> KeptStep:
    header, text = report
    cited = tuple(", ".join(p.span.of(text) for p in link.holders) for link in chain)
    corrections = tuple(word for word in said if isinstance(word, Correction))
    verdicts = [word.verdict for word in said if isinstance(word, Decision)]
    return KeptStep(step, around.of(text), around, header, chain, cited, corrections, verdicts[-1] if verdicts else None)


def _chains(connection: Connection, ids: set[str]) -> dict[tuple[int, str], Attribution]:
    """Attributions by (reading, id)."""
    found = [(row.reading, row_record(Attribution, row.record, row.document)) for row in _each(connection, _CHAINS, ids)]
    return {(reading, one.id): one for reading, one in found}


def _each(connection: Connection, statement: str, keys: Iterable[int | str]) -> Iterator[Any]:
    """The rows of a statement that asks for some keys at a time."""
    asked = tuple(keys)
    for start in range(0, len(asked), 500):
        some = asked[start : start + 500]
        yield from connection.exec_driver_sql(statement.format(keys=", ".join("?" * len(some))), some).all()


def _header(row: Any) -> Header:
    hops = json.loads(row.hops) if row.hops is not None else ()
    return Header(
        document=row.id,
        sha256=row.sha256,
        title=row.title,
        outlet=row.outlet,
        published=None if row.published is None else _when(row.published),
        read_at=datetime.fromisoformat(row.read_at),
        source=row.name,
        address=row.address,
        message_id=row.message_id,
        wires=tuple(hop["name"] for hop in hops if hop["kind"] == HopKind.WIRE),
    )


@lru_cache(maxsize=1_000)
def _when(published: str) -> When:
    return from_json(When, published)
