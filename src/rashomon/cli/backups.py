"""Copies of a ledger."""

from __future__ import annotations

from pathlib import Path

import click

from .group import cli, opened


@cli.command()
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False), metavar="DIR")
@click.pass_context
def backup(ctx: click.Context, folder: Path) -> None:
    """Copy the ledger, checked, into a new or empty folder that is a ledger itself; others may read and write meanwhile."""
    with opened(ctx) as ledger:
        click.echo(f"{ledger.back_up(folder)} ({len(ledger.documents())} documents)")
