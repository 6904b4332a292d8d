"""Rows -> a table: CSV, tab-separated text or Parquet, written a batch at a time."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import IO

from .columns import Cell, Column, Kind

BATCH = 5_000  # rows of Parquet held at once


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table to be: columns in order, and rows with a cell for each."""

    columns: tuple[Column, ...]
    rows: Iterable[Sequence[Cell]]


def write_lines(sheet: Sheet, out: IO[str], *, tabs: bool = False) -> int:
    """Comma-separated (RFC 4180) with a header. With `tabs` tab-separated, one line a row, nothing quoted: tabs and line breaks
    inside of a cell become blanks. The number of rows."""
    writer = csv.writer(out, lineterminator="\n")
    if tabs:
        writer = csv.writer(out, delimiter="\t", quoting=csv.QUOTE_NONE, quotechar=None, lineterminator="\n")
    writer.writerow(column.name for column in sheet.columns)
    count = 0
    for row in sheet.rows:
        writer.writerow(_written(cell, tabs) for cell in row)
        count += 1
    return count


def _written(cell: Cell, one_line: bool) -> Cell:
    if isinstance(cell, str):
        return " ".join(_sound(cell).split()) if one_line else _sound(cell)
    return str(cell).lower() if isinstance(cell, bool) else cell


def write_parquet(sheet: Sheet, file: Path) -> int:
    """Parquet (zstd), each column of its own type. The number of rows."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    types = {
        Kind.STRING: pa.string(),
        Kind.INTEGER: pa.int64(),
        Kind.NUMBER: pa.float64(),
        Kind.BOOLEAN: pa.bool_(),
        Kind.DATE: pa.date32(),
    }
    schema = pa.schema([(column.name, types[column.kind]) for column in sheet.columns])
    count = 0
    with pq.ParquetWriter(file, schema, compression="zstd") as writer:
        for rows in _batches(sheet.rows):
            cells = [[_sound(cell) if isinstance(cell, str) else cell for cell in column] for column in zip(*rows, strict=True)]
            writer.write_batch(pa.record_batch([pa.array(c, t) for c, t in zip(cells, schema.types, strict=True)], schema=schema))
            count += len(rows)
    return count


def _batches(rows: Iterable[Sequence[Cell]]) -> Iterator[list[Sequence[Cell]]]:
    left = iter(rows)
    while batch := list(islice(left, BATCH)):
        yield batch


def _sound(text: str) -> str:
    """Half a surrogate pair, which damaged text may hold, is no Unicode: written as an escape."""
    return text.encode("utf-8", "backslashreplace").decode()
