"""A ledger -> the same ledger as the program of schema 2 kept it: what later schemas added is not there."""

import sqlite3
from pathlib import Path

from rashomon.store.schema import FILE

SCHEMA_2 = Path(__file__).parent / "golden" / "ledger_schema2.sql"
FULL_TEXT = "full_text"


def as_schema_2(folder: Path, old: Path) -> None:
    """Writes into the folder `old` what the ledger in `folder` would be under schema 2; its rows and columns of today that schema 2
    did not have are left out."""
    old.mkdir()
    with sqlite3.connect(old / FILE) as raw:
        statements = SCHEMA_2.read_text("utf-8")
        triggers = statements.index("CREATE TRIGGER")
        raw.executescript(statements[:triggers])
        raw.execute("ATTACH ? AS now", (str(folder / FILE),))
        names = [name for (name,) in raw.execute("SELECT name FROM main.sqlite_master WHERE type = 'table'")]
        for name in (n for n in names if not n.startswith((FULL_TEXT, "sqlite_"))):
            columns = ", ".join(f'"{row[1]}"' for row in raw.execute(f"PRAGMA main.table_info({name})"))
            raw.execute(f"INSERT INTO main.{name} ({columns}) SELECT {columns} FROM now.{name} ORDER BY 1")
        raw.commit()
        raw.execute("DETACH now")
        raw.execute("INSERT INTO full_text (full_text) VALUES ('rebuild')")
        raw.executescript(statements[triggers:])
    raw.close()
