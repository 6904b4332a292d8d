"""Rows -> a table: CSV, tab-separated text or Parquet, written a batch at a time."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice
from pathlib import Path
from typing import IO

from .columns import Cell, Column, Kind

FORMULA = ("=", "+", "-", "@")  # what a spreadsheet takes a cell for that begins so
BATCH = 5_000  # rows of Parquet held at once


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table to be: columns in order, and rows with a cell for each."""

    columns: tuple[Column, ...]
    rows: Iterable[Sequence[Cell]]


class Layout(StrEnum):
    """How lines of text are written. COMMAS: RFC 4180. TABS: one line a row, nothing quoted; tabs and line breaks inside of a
    cell become blanks. EXCEL: with commas, for spreadsheets that open the file by a click: it begins with the mark of UTF-8, a
    cell is one line, codes keep their zeros (="036") and no words of a report are taken for a formula."""

    COMMAS = "commas"
    TABS = "tabs"
    EXCEL = "excel"


def write_lines(sheet: Sheet, out: IO[str], layout: Layout = Layout.COMMAS) -> int:
    """The table with a header line; the number of rows."""
    writer = csv.writer(out, lineterminator="\n")
    if layout is Layout.TABS:
        writer = csv.writer(out, delimiter="\t", quoting=csv.QUOTE_NONE, quotechar=None, lineterminator="\n")
    if layout is Layout.EXCEL:
        out.write("\ufeff")
    writer.writerow(column.name for column in sheet.columns)
    count = 0
    for row in sheet.rows:
        writer.writerow(_written(cell, layout) for cell in row)
        count += 1
    return count


def _written(cell: Cell, layout: Layout) -> Cell:
    if not isinstance(cell, str):
        return str(cell).lower() if isinstance(cell, bool) else cell
    text = _sound(cell)
    if layout is Layout.COMMAS:
        return text
    line = " ".join(text.split())
    return _for_excel(line) if layout is Layout.EXCEL else line


def _for_excel(line: str) -> str:
    if line.isdigit():
        return f'="{line}"'
    return f"'{line}" if line.startswith(FORMULA) else line


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
