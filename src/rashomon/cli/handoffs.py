"""Events as tables for other programs, and the codebook that goes with them."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from io import TextIOWrapper
from pathlib import Path
from typing import IO, Any

import click

from .group import Day, cli, limit_option, one_of, opened
from .outputs import Output, replaced

FORMATS = ("csv", "parquet", "plover", "cameo")


def event_filters(command: Any) -> Any:
    """The options that say which events are meant."""
    options: tuple[Callable[[Any], Any], ...] = (
        click.option("--actor", metavar="ACTOR", help="Who does it: a name or an id."),
        click.option("--recipient", metavar="ACTOR", help="To whom it is done."),
        click.option("--type", "kind", metavar="TYPE", help="PLOVER type: AGREE, CONSULT, AID ...; STATEMENT, POSITION."),
        click.option("--status", metavar="STATUS", help="done, ongoing, planned, expected, called-for, conditional ..."),
        click.option("--since", type=Day(), metavar="DATE", help="Not over before this day."),
        click.option("--until", type=Day(), metavar="DATE", help="Begun by this day."),
        click.option("--document", metavar="ID", help="In one document."),
    )
    for option in reversed(options):
        command = option(command)
    return command


@cli.command()
@click.option("--format", "form", type=click.Choice(FORMATS), default="csv", show_default=True,
              help="csv and parquet: all columns; plover: POLECAT's, tab-separated; cameo: GDELT's, tab-separated.")  # fmt: skip
@click.option("--out", type=Output(dash=True), metavar="FILE",
              help="Where to. Default: standard output (not for parquet).")  # fmt: skip
@click.option("--excel", is_flag=True, help="csv for a spreadsheet: codes keep their zeros, one line a cell, no cell is a formula.")
@click.option("--no-text", is_flag=True, help="Without the reports' words: offsets and hashes only, to be shared.")
@click.option("--stories", is_flag=True, help="Group all documents first, to tell independent origins.")
@event_filters
@limit_option
@click.pass_context
def export(
    ctx: click.Context, /, form: str, out: Path | None, excel: bool, no_text: bool, stories: bool, limit: int | None, **asked: Any
) -> None:
    """Write the events as a table, one row an event, for other programs.

    `rashomon codebook` tells what every column and value means. Undated events count from the day of their document.
    """
    from ..exports.handoffs import Format, event_sheet
    from ..exports.sheets import Layout, write_lines, write_parquet
    from ..records import EventType, Status

    asked["type"] = one_of(asked.pop("kind"), EventType, "--type")
    asked["status"] = one_of(asked["status"], Status, "--status")
    file = None if out is None or str(out) == "-" else out
    if file is None and form == Format.PARQUET:
        raise click.UsageError("--format parquet needs --out FILE")
    if excel and form != Format.CSV:
        raise click.UsageError("--excel goes with --format csv alone")
    layout = Layout.EXCEL if excel else Layout.COMMAS if form == Format.CSV else Layout.TABS
    with opened(ctx) as ledger:
        sheet = event_sheet(ledger, Format(form), text=not no_text, stories=stories, limit=limit, **asked)
        if file is None:
            with standard_output() as lines:
                write_lines(sheet, lines, layout)
            return
        with replaced(file) as partial:
            if form == Format.PARQUET:
                count = write_parquet(sheet, partial)
            else:
                with partial.open("w", encoding="utf-8", newline="") as lines:
                    count = write_lines(sheet, lines, layout)
    click.echo(f"{file} ({count} event{'s'[: count != 1]})")


@cli.command()
@click.pass_context
def codebook(ctx: click.Context) -> None:
    """Print what every column and value of `rashomon export` means, as Markdown."""
    from ..exports.codebooks import codebook as written
    from ..tables import load_tables

    overlay = ctx.obj[1]["overlay"]
    click.echo(written(load_tables(overlay) if overlay else load_tables()), nl=False)


@contextmanager
def standard_output() -> Iterator[IO[str]]:
    """Standard output in UTF-8, whatever the terminal's encoding: what is written is data."""
    lines = TextIOWrapper(sys.stdout.buffer, encoding="utf-8", newline="")
    try:
        yield lines
    finally:
        lines.detach()
