"""Reading <-> rows: an append-only ledger in SQLite, one folder, one writer at a time, any number of readers."""

from .ledgers import Store, open_store

__all__ = ["Store", "open_store"]
