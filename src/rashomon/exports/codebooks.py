"""The columns and values themselves -> a codebook in Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import fields

from ..events.contexts import known_contexts
from ..events.views import DEFAULTS
from ..records import EventType, Force, Precision
from ..tables import Tables
from .columns import Column
from .handoffs import COLUMNS, Format
from .values import SECTORS, STATUSES, TYPES, modes, sector_rows

HEAD = """# Codebook

Written by `rashomon codebook` from the columns and tables themselves.

`rashomon export` writes one row an event, document by document in the order of reading, always the same bytes for the same
ledger. Codes are strings: CAMEO 036 keeps its zero. Several values in one cell are parted by `;` (in `plover` by `; `), in the
order of the parties: the k-th entry of every `actor_` column belongs to the same actor; an entry may be empty. An unknown cell
is empty (in `plover`: None). Offsets are code points into the text of the document that `document_sha256` names, from the first
to the one after the last; `12-20` is such a pair. Columns marked *words* hold words of the report, or the name of a file of
yours; `--no-text` leaves them out, so that the table may be shared where the texts may not.

CSV has no types, and programs that guess make 36 of 036. Read it so that they do not, or take Parquet:

    pandas.read_csv("events.csv", dtype=str, keep_default_na=False)     # Python
    read.csv("events.csv", colClasses = "character")                    # R
    SELECT * FROM read_csv('events.csv', all_varchar = true)            -- DuckDB
    SELECT * FROM 'events.parquet'                                      -- DuckDB, with types

`--excel` writes a CSV that a spreadsheet opens by a click without harm to codes, accents or dates; programs should not read it.

What a report promises, threatens, asks for, refuses or denies is no deed. `act` and `status` tell the two apart; `event_type`,
`quad_code` and `cameo_code` are what PLOVER and CAMEO, which know no status, call the same (a promised delivery is AGREE, one
called for REQUEST). Whoever counts deeds should count rows whose `status` is done or ongoing.
"""
TITLES = {
    Format.CSV: ("`csv` and `parquet`", "All that is known of an event. CSV has no types: read codes as text."),
    Format.PLOVER: ("`plover`", "POLECAT's columns (PLOVER), tab-separated, then ours. Statements and positions, which PLOVER "
                    "drops, are not there."),
    Format.CAMEO: ("`cameo`", "GDELT's names for CAMEO columns, tab-separated, then ours. Violence that one party tells of another "
                   "is an accusation (112), as CAMEO's coders have it."),
}  # fmt: skip


def codebook(tables: Tables | None = None) -> str:
    """Every column with type and meaning, every value with its meaning; of `tables`, how many rows there are."""
    parts = [HEAD]
    for form, (title, words) in TITLES.items():
        parts += [f"## {title}\n\n{words}\n", _columns(COLUMNS[form])]
    parts += ["## Values\n", *_values()]
    parts += ["## Tables\n", *_counts(tables)] if tables is not None else []
    return "\n".join(parts)


def _table(heads: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    lines = [heads, ["---"] * len(heads), *rows]
    return "".join("| " + " | ".join(str(cell).replace("|", "\\|") for cell in line) + " |\n" for line in lines)


def _columns(columns: Sequence[Column]) -> str:
    rows = [(f"`{c.name}`", c.kind.value, c.meaning + " *words*" * c.words, c.values) for c in columns]
    return _table(("column", "type", "meaning", "values"), rows)


def _values() -> Iterator[str]:
    kinds = [(k.value, k.quad or "", DEFAULTS[k], ", ".join(modes()[k]), TYPES[k]) for k in EventType]
    yield "### types, PLOVER types, quad classes, modes\n\n" + _table(("type", "quad class", "CAMEO", "modes", "meaning"), kinds)
    yield "### statuses\n\n" + _table(("status", "meaning"), [(s.value, meaning) for s, meaning in STATUSES.items()])
    yield f"### contexts\n\n{', '.join(known_contexts())}\n"
    yield f"### forces\n\n{', '.join(force.value for force in Force)}\n"
    yield f"### precisions\n\n{', '.join(precision.value for precision in Precision)}\n"
    yield "### sectors\n\n" + _table(("sector", "meaning"), SECTORS.items())


def _counts(tables: Tables) -> Iterator[str]:
    rows = ((field.name, getattr(tables, field.name)) for field in fields(tables))
    yield _table(("table", "rows"), [(name, len(found)) for name, found in rows if isinstance(found, tuple)])
    yield _table(("sector", "rows of all tables"), sector_rows(tables).items())
