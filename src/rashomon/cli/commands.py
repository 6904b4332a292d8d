"""The command `rashomon`: every module of commands, and its entry point."""

from __future__ import annotations

import gc

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
    # What a command loads lives until its end: Python's collector, which goes through all of it again and again, took a tenth of
    # the time of a page.
    gc.set_threshold(50_000, 20, 50)
    cli(prog_name="rashomon")
