"""Mention -> who that is on the document's date; every candidate says why. Claims of membership held against the tables."""

from .memberships import check_memberships
from .resolve import resolve_actors

__all__ = ["check_memberships", "resolve_actors"]
