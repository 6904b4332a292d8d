"""Rashomon: reports of world affairs as a sourced ledger, and the accounts of one event side by side."""

__version__ = "0.1.0"
