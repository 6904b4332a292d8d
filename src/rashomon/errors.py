"""What can go wrong for a caller. A flaw in a *text* is no error but data (`Document.defects`).

RashomonError
├── InputError      a path or standard input that cannot be read
├── LedgerError     a ledger that cannot be opened, is of another schema, or is busy
├── ModelError      a model that is absent or altered
├── TableError      a table of facts (ours or a user's overlay) with a bad row
├── NotFoundError   an id, actor or story that the ledger does not hold
└── QueryError      a filter or search expression that cannot be understood
"""

from __future__ import annotations


class RashomonError(Exception):
    """Base of all errors raised for a caller; renders as "message: thing: hint"."""

    def __init__(self, message: str, thing: str = "", hint: str = "") -> None:
        super().__init__(message)
        self.message, self.thing, self.hint = message, thing, hint

    def __str__(self) -> str:
        return ": ".join(part for part in (self.message, self.thing, self.hint) if part)


class InputError(RashomonError):
    """A path or standard input that cannot be read."""


class LedgerError(RashomonError):
    """A ledger that cannot be opened, is of another schema, or is busy."""


class ModelError(RashomonError):
    """A model that is absent or altered."""


class TableError(RashomonError):
    """A table of facts with a bad row."""


class NotFoundError(RashomonError):
    """An id, actor or story that the ledger does not hold."""


class QueryError(RashomonError):
    """A filter or search expression that cannot be understood."""
