"""Timelines: the line of an actor or of a story."""

from __future__ import annotations

import click

from .group import cli, jsonl_option, opened


@cli.command()
@click.argument("subject", metavar="ACTOR|STORY")
@jsonl_option
@click.pass_context
def timeline(ctx: click.Context, subject: str, jsonl: bool) -> None:
    """Show an actor's acts and words, or a story's events, in order of time."""
    from . import lines, views

    with opened(ctx, writes=subject.startswith("sto:")) as ledger:
        (lines.timeline if jsonl else views.timeline)(ledger, ledger.timeline(subject))
