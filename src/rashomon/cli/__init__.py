"""The command line: one short command a method of Ledger."""

from .commands import main

__all__ = ["main"]
