"""Mention -> who that is on the document's date; every candidate says why."""

from .resolve import resolve_actors

__all__ = ["resolve_actors"]
