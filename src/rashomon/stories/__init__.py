"""Readings -> Story: reports of one happening, and which of them derive from which."""

from .groups import group_stories

__all__ = ["group_stories"]
