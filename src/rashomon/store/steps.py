"""Filters -> the steps that answer to them, each with all that is needed to tell it without opening its document."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from typing import Any

from sqlalchemy import Connection

from ..records import Attribution, Correction, Decision, Header, KeptStep, Span, Step
from . import schema
from .codec import from_json
from .filters import Filter
from .rows import row_record
from .selections import Selection, lots
from .words import words_on

# By (reading, number): the rows of one reading lie together, and no index of ids is gone through.
_CHAINS = (
    "SELECT a.reading, a.n, a.record FROM (VALUES {keys}) AS k CROSS JOIN attributions AS a "
    "ON a.reading = k.column1 AND a.n = k.column2"
)
_LOT = 400  # attributions that one statement asks for
Place = tuple[int, int]  # of an attribution: its reading, and its number there


def kept_steps(connection: Connection, asked: Iterable[Filter]) -> tuple[KeptStep, ...]:
    """The steps that answer to any of the filters, each once, with their sentences, headers, chains, and the words of humans on
    them."""
    rows = tuple({(row.reading, row.n): row for one in asked for row in _rows(connection, one)}.values())
    steps = [row_record(Step, row.record, row.document) for row in rows]
    first = {row.reading: row for row in rows}
    headers = {reading: from_json(Header, row.header, document=row.document, reading=reading) for reading, row in first.items()}
    cited = [[((row.reading, n), name) for n, name in json.loads(row.chain)] if row.chain != "[]" else [] for row in rows]
    chains = _chains(connection, {place for links in cited for place, _ in links}, headers)
    said = words_on(connection, [(row.reading, step.id) for row, step in zip(rows, steps, strict=True)])
    kept = []
    for row, step, links in zip(rows, steps, cited, strict=True):
        words = said.get((row.reading, step.id), ())
        verdicts = [word.verdict for word in words if isinstance(word, Decision)]
        kept.append(
            KeptStep(
                step,
                row.words,
                Span(row.around_start, row.around_end),
                headers[row.reading],
                tuple(chains[place] for place, _ in links),
                tuple(name for _, name in links),
                tuple(word for word in words if isinstance(word, Correction)),
                verdicts[-1] if verdicts else None,
            )
        )
    return tuple(kept)


def _rows(connection: Connection, asked: Filter) -> Sequence[Any]:
    columns = ("t.reading", "t.n", "t.around_start", "t.around_end", "t.words", "t.chain", "r.header")
    selection = Selection(schema.steps, asked, columns)
    return connection.exec_driver_sql(selection.sql, selection.values).all()


def _chains(connection: Connection, places: Iterable[Place], headers: Mapping[int, Header]) -> dict[Place, Attribution]:
    asked, found = sorted(places), {}
    for some in lots(asked, _LOT):
        statement = _CHAINS.format(keys=", ".join(["(?, ?)"] * len(some)))
        for row in connection.exec_driver_sql(statement, tuple(chain(*some))):
            found[row.reading, row.n] = row_record(Attribution, row.record, headers[row.reading].document)
    return found
