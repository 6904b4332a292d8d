"""The command `rashomon`: every module of commands, and its entry point."""

from __future__ import annotations

from . import (  # each adds its commands to the group
    backups,
    corrections,
    dyads,
    handoffs,
    origins,
    readings,
    rows,
    states,
    stories,
    timelines,
)
from .group import cli

__all__ = [
    "backups",
    "cli",
    "corrections",
    "dyads",
    "handoffs",
    "main",
    "origins",
    "readings",
    "rows",
    "states",
    "stories",
    "timelines",
]


def main() -> None:
    """The entry point of the command `rashomon`."""
    cli(prog_name="rashomon")
