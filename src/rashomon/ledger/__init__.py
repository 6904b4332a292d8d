"""Ledger: what a caller does with reports, from reading them to laying them side by side."""

from .ledgers import Ledger, open_ledger

__all__ = ["Ledger", "open_ledger"]
