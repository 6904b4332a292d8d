"""The group that all commands belong to, their common options, and our errors as one line.

Exit codes: 0 done; 1 an error, or an input that could not be read (the others are kept); 2 wrong usage; 130 interrupted.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import date, datetime
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

import rashomon

from ..errors import RashomonError

if TYPE_CHECKING:
    from ..ledger import Ledger

HERE = "rashomon-ledger"
INTERRUPTED = 130


class Problem(click.ClickException):
    """One of our errors as one line on standard error; exit code 1."""

    def show(self, file: Any = None) -> None:
        click.echo(f"rashomon: {one_line(self.message)}", err=True)


class Commands(click.Group):
    """Turns our errors, and an interruption, into one line."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except RashomonError as error:
            raise Problem(str(error)) from error
        except KeyboardInterrupt:
            click.echo("\nrashomon: interrupted; what was read so far is kept: give the same command again to go on", err=True)
            ctx.exit(INTERRUPTED)


class Day(click.ParamType[date]):
    """A day, month or year: 2022-04-06, 2022-04, 2022 (its first day)."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        if isinstance(value, date):
            return value
        for form in ("%Y-%m-%d", "%Y-%m", "%Y"):
            with suppress(ValueError):
                return datetime.strptime(str(value), form).date()
        return self.fail(f"{value!r} is no date: write 2022-04-06, 2022-04 or 2022", param, ctx)


class Days(click.ParamType[tuple[date, date]]):
    """The days of a day, month or year: 2022-06 is its first and its last day."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> tuple[date, date]:
        from ..tables.rows import earliest, latest

        if isinstance(value, tuple):
            return value
        try:
            return earliest(str(value)), latest(str(value))
        except ValueError:
            return self.fail(f"{value!r} is no date: write 2022-04-06, 2022-04 or 2022", param, ctx)


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110})
@click.option("--ledger", "folder", type=click.Path(path_type=Path, file_okay=False), envvar="RASHOMON_LEDGER", metavar="DIR",
              help=f"Folder of the ledger. Default: $RASHOMON_LEDGER, else ./{HERE}")  # fmt: skip
@click.option("--parser", envvar="RASHOMON_PARSER", metavar="NAME",
              help="A spaCy pipeline for English, by package or path, instead of ours. [$RASHOMON_PARSER]")  # fmt: skip
@click.option("--tables", "overlay", type=click.Path(path_type=Path), envvar="RASHOMON_TABLES", metavar="DIR",
              help="Folder of tables (states.csv ...) whose rows win over ours, and of PETRARCH's dictionaries "
                   "(*.actors.txt, *.agents.txt, *.verbs.txt, *.discard.txt). [$RASHOMON_TABLES]")  # fmt: skip
@click.option("--no-model", is_flag=True, envvar="RASHOMON_NO_MODEL",
              help="Read by rules alone, without the trained readers: faster, finds less. [$RASHOMON_NO_MODEL]")  # fmt: skip
@click.version_option(rashomon.__version__, prog_name="rashomon")
@click.pass_context
def cli(ctx: click.Context, folder: Path | None, parser: str | None, overlay: Path | None, no_model: bool) -> None:
    """Reports of world affairs as a sourced ledger: who did or said what to whom, when, where, according to whom."""
    ctx.obj = (folder, {"parser": parser, "overlay": overlay, "model": not no_model})


@contextmanager
def opened(ctx: click.Context, *, create: bool = False, writes: bool = False) -> Iterator[Ledger]:
    """The ledger that the command line names."""
    from ..ledger import open_ledger

    folder, options = ctx.obj
    with open_ledger(folder or Path(HERE), create=create, writes=writes, **options) as ledger:
        yield ledger


def jobs_option(command: Any) -> Any:
    return click.option("--jobs", "-j", type=click.IntRange(1, 64), default=1, show_default=True, help="Processes to read with.")(
        command
    )


def jsonl_option(command: Any) -> Any:
    return click.option("--jsonl", is_flag=True, help="One JSON object a line, for programs, instead of a table.")(command)


def limit_option(command: Any) -> Any:
    return click.option("--limit", "-n", type=click.IntRange(1), metavar="N", help="At most N rows.")(command)


def reports_options(command: Any) -> Any:
    """--actor, --outlet, --since and --until, which narrow reports; the command gets them by these names."""
    options = (
        click.option("--actor", metavar="NAME", help="Only reports that name this actor (name or id)."),
        click.option("--outlet", metavar="NAME", help="Only reports of this outlet (name, id or host)."),
        click.option("--since", type=Day(), metavar="DATE", help="Only reports published on or after this day."),
        click.option("--until", type=Day(), metavar="DATE", help="Only reports published on or before this day."),
    )
    for option in reversed(options):
        command = option(command)
    return command


def known_options(command: Any) -> Any:
    """--on, and --known with --clock, which the command gets as `known`: what the ledger knew on a day, by one of two clocks."""

    @wraps(command)
    def with_known(*args: Any, known: date | None, clock: str, **options: Any) -> Any:
        from ..store.filters import Clock, Known

        return command(*args, known=None if known is None else Known(known, Clock(clock)), **options)

    options = (
        click.option("--on", type=Day(), metavar="DATE", help="Holds on this day."),
        click.option("--known", type=Day(), metavar="DATE", help="As the ledger knew it at the end of this day."),
        click.option("--clock", type=click.Choice(["publication", "reading"]), default="publication", show_default=True,
                     help="Whether a report is known once it was published, or once it was read here."),
    )  # fmt: skip
    made: Any = with_known
    for option in reversed(options):
        made = option(made)
    return made


def one_of(value: str | None, kind: Any, option: str) -> str | None:
    """The member of an enumeration that the user means, in any case; a usage error that lists all if there is none."""
    if value is None:
        return None
    known = {member.value.casefold(): member.value for member in kind}
    if value.casefold() not in known:
        raise click.UsageError(f"{option}: {value!r} is none of {', '.join(known.values())}")
    return str(known[value.casefold()])


def one_line(text: str) -> str:
    """A message on one line; a file may be named with line breaks and escape sequences too."""
    from .views import harmless

    return harmless(" ".join(text.split()))
