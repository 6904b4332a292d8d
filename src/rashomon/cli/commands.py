"""The command `rashomon`: every module of commands, and its entry point."""

from __future__ import annotations

from . import backups, readings, rows, stories, timelines  # each adds its commands to the group
from .group import cli

__all__ = ["backups", "cli", "main", "readings", "rows", "stories", "timelines"]


def main() -> None:
    """The entry point of the command `rashomon`."""
    cli(prog_name="rashomon")
