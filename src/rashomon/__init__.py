"""Rashomon: reports of world affairs as a sourced ledger, and the accounts of one event side by side."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any

__version__ = "0.5.0"
__all__ = ["Ledger", "__version__", "errors", "open_ledger", "records"]

if TYPE_CHECKING:
    from . import errors, records
    from .ledger import Ledger, open_ledger

logging.getLogger(__name__).addHandler(logging.NullHandler())


def __getattr__(name: str) -> Any:
    """Imports a public name when it is first asked for: `rashomon --version` must not wait for a database or a model."""
    import importlib

    if name in {"errors", "records"}:
        return importlib.import_module(f".{name}", __name__)
    if name in {"Ledger", "open_ledger"}:
        return getattr(importlib.import_module(".ledger", __name__), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
