"""A ledger file -> SQLAlchemy engine: the driver, its version, pragmas, and who may write.

One writer at a time (BEGIN IMMEDIATE), any number of readers (mode=ro, or execution option writes=False) that see the last
commit before their own begin.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pysqlite3.dbapi2 as sqlite
from sqlalchemy import Engine, create_engine, event

from ..errors import LedgerError

OLDEST_SQLITE = (3, 51, 3)  # 3.7.0 to 3.51.2 may lose committed writes in WAL mode (the "WAL-reset bug")
PATIENCE = 60.0  # seconds that a connection waits for another writer
CACHE = 262_144  # KiB at most: a page of an actor takes some thousand leaves from all over a large ledger
DriverError = sqlite.Error


def require_sqlite() -> None:
    """LedgerError if the SQLite inside the driver is too old to keep what it has committed."""
    if sqlite.sqlite_version_info < OLDEST_SQLITE:
        oldest = ".".join(map(str, OLDEST_SQLITE))
        raise LedgerError("SQLite is too old", sqlite.sqlite_version, f"{oldest} or newer is needed: install pysqlite3>=0.6.1")


def connect(file: Path, mode: str) -> Any:
    """A bare driver connection; `mode` is "ro", "rw" or "rwc"."""
    # A ledger on a read-only disk, with no write-ahead log beside it, can only be opened as immutable.
    frozen = mode == "ro" and not _may_write(file.parent) and not Path(f"{file}-wal").exists()
    address = f"file:{quote(str(file.absolute()))}?mode={mode}{'&immutable=1' if frozen else ''}"
    connection = sqlite.connect(address, uri=True, timeout=PATIENCE, isolation_level=None, check_same_thread=False)
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute(f"PRAGMA cache_size = -{CACHE}")
    return connection


def _may_write(file: Path) -> bool:
    return os.access(file, os.W_OK)


def copy_into(file: Path, copy: Path) -> None:
    """A sound copy of a ledger as of now, also while others write; `copy` must not exist."""
    connection = connect(file, "ro")
    try:
        connection.execute("VACUUM INTO ?", (str(copy),))
    finally:
        connection.close()


def make_engine(file: Path, writes: bool) -> Engine:
    """The engine of a ledger that exists, for writing or for reading only. What may not be written is opened for reading all the
    same: to open its write-ahead log would fail, and what only keeps what it has found can do without."""
    mode = "rw" if writes and _may_write(file) and _may_write(file.parent) else "ro"
    engine = create_engine("sqlite://", module=sqlite, creator=lambda: connect(file, mode))

    @event.listens_for(engine, "begin")
    def _(connection: Any) -> None:
        writing = connection.get_execution_options().get("writes", writes)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")

    return engine
