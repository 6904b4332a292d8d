"""Readings -> Story: reports of one happening, and which of them derive from which."""

from .groups import group_stories, one_story

__all__ = ["group_stories", "one_story"]
