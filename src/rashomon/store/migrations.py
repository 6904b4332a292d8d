"""Makes a ledger file, or brings an older one to the schema of today: in one transaction, after a backup."""

from __future__ import annotations

import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite
from sqlalchemy.schema import CreateIndex, CreateTable

from ..errors import LedgerError
from .carriers import carrier_key
from .connections import DriverError, connect, copy_into
from .schema import APPEND_ONLY, APPLICATION, FULL_TEXT, metadata
from .upgrades import TO_SCHEMA_2, TO_SCHEMA_3, TO_SCHEMA_4

# MIGRATIONS[n] holds the statements that bring schema n + 1 to n + 2; a new one is only ever appended.
MIGRATIONS: tuple[tuple[str, ...], ...] = (TO_SCHEMA_2, TO_SCHEMA_3, TO_SCHEMA_4)


def prepare(file: Path, create: bool, migrations: Sequence[Sequence[str]] = MIGRATIONS) -> bool:
    """Leaves `file` a ledger of schema `1 + len(migrations)`: made if absent and `create`, migrated if older. Whether it was.

    LedgerError if it is absent, no ledger, newer than this program, or cannot be opened.
    """
    today = 1 + len(migrations)
    try:
        if not file.is_file() and not create:
            hint = "make one with `rashomon read FILE ...`, or name another with --ledger"
            raise LedgerError("no ledger", str(file.parent), hint)
        found = _schema(file)
        if found == today:
            return False
        if found > today:
            hint = f"it has schema {found}, this program knows {today}: install the newer rashomon"
            raise LedgerError("the ledger is newer than this program", str(file.parent), hint)
        if found:
            _back_up(file, found)
        _bring_to(file, today, migrations)
        return found > 0
    except DriverError as cause:
        raise LedgerError("the ledger cannot be opened", str(file.parent), str(cause)) from cause
    except OSError as cause:
        raise LedgerError("the ledger cannot be opened", str(file.parent), cause.strerror or str(cause)) from cause


def _schema(file: Path) -> int:
    """The schema version of a ledger file; 0 where there is none yet. LedgerError if it is another kind of file."""
    if not file.exists() or not file.stat().st_size:
        return 0
    connection = connect(file, "ro")
    try:
        (application,), (version,) = (connection.execute(f"PRAGMA {p}").fetchone() for p in ("application_id", "user_version"))
        (tables,) = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    finally:
        connection.close()
    if application != APPLICATION and tables:
        raise LedgerError("not a ledger of Rashomon", str(file), "choose another folder with --ledger")
    return int(version) if application == APPLICATION else 0


def _back_up(file: Path, schema: int) -> None:
    """A copy of the whole ledger beside it, before its schema changes."""
    copy_into(file, file.with_name(f"{file.stem}-schema{schema}-{time.strftime('%Y%m%dT%H%M%S')}{file.suffix}"))


def _bring_to(file: Path, today: int, migrations: Sequence[Sequence[str]]) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    connection = connect(file, "rwc")
    try:
        _write_ahead(connection)
        connection.execute("BEGIN IMMEDIATE")
        connection.create_function("carrier_key", 3, carrier_key, deterministic=True)
        (found,) = connection.execute("PRAGMA user_version").fetchone()  # another process may have been faster
        if not found:
            for statement in _creation():
                connection.execute(statement)
            connection.execute(f"PRAGMA application_id = {APPLICATION}")
        for step in migrations[found - 1 :] if found else ():
            for statement in step:
                connection.execute(statement)
        connection.execute(f"PRAGMA user_version = {today}")
        connection.execute("COMMIT")
    finally:
        connection.close()


def _write_ahead(connection: Any) -> None:
    """Switches to WAL, which SQLite refuses at once, without waiting, while another process does the same."""
    for attempt in range(100):
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            return
        except DriverError:
            if attempt == 99:
                raise
            time.sleep(0.05)


def _creation() -> list[str]:
    """All statements that make an empty ledger of the schema of today, in order."""
    dialect = SQLiteDialect_pysqlite()
    tables = [str(CreateTable(table).compile(dialect=dialect)) for table in metadata.sorted_tables]
    indexes = [
        str(CreateIndex(index).compile(dialect=dialect))
        for table in metadata.sorted_tables
        for index in sorted(table.indexes, key=lambda index: str(index.name))
    ]
    return [*tables, *indexes, *FULL_TEXT, *APPEND_ONLY]
