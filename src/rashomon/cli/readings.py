"""Reports into the ledger: `read`, its progress bar and the lines about what failed."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import click

from .group import cli, jobs_option, one_line, opened

if TYPE_CHECKING:
    from ..records import Failure


@cli.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@jobs_option
@click.option("--again", is_flag=True, help="Read known bytes again, with the program of today; the old rows stay beside the new.")
@click.option(
    "--bulk",
    is_flag=True,
    help="For archives of thousands of pages: take the text of plainly made pages by a quicker way (resiliparse), with a little "
    "more of what stands around it, and without lists of short items.",
)
@click.pass_context
def read(ctx: click.Context, paths: Sequence[str], jobs: int, again: bool, bulk: bool) -> None:
    """Read reports into the ledger: files, folders, or "-" for standard input.

    Plain text, HTML, PDF, DOCX, RTF, mail, mbox, Pipermail, MHonArc, Hypermail, RSS and Atom, JSON of news, WARC, exports of Nexis,
    Factiva and ProQuest, and zip or tar of any of these. Bytes that were read before add nothing.
    """
    with opened(ctx, create=True, writes=True) as ledger, progress_bar(paths) as progress:
        summary = ledger.read(paths, jobs=jobs, progress=progress, again=again, bulk=bulk)
    tell_failures(summary.failures)
    new, known, failed = len(summary.new), len(summary.known), sum(f.lost for f in summary.failures)
    empty = len(summary.failures) - failed
    renewed = len(summary.documents) - new if again else 0
    told = f"{new} document{'s'[: new != 1]} read, "
    told += f"{renewed} read again, " if renewed else ""
    told += f"{known} source{'s'[: known != 1]} known before, " if known or not renewed else ""
    told += f"{failed} failed"
    click.echo(told + (f", {empty} held no report" if empty else ""))
    ctx.exit(1 if failed else 0)


@contextmanager
def progress_bar(paths: Sequence[str]) -> Iterator[Any]:
    """A line on standard error that tells what is being read, how many sources a second and the time left; nothing where that
    is no terminal."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    from ..sources import count_files

    columns = (TextColumn("{task.description}"), BarColumn(20), MofNCompleteColumn(), TextColumn("{task.fields[pace]}"))
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("reading", total=count_files(paths), pace="")

        def progress(name: str, done: int) -> None:
            pace = pace_of(done, bar.tasks[0].elapsed or 0.0, bar.tasks[0].total)
            bar.update(task, description=f"read {name[-60:]}", completed=done, pace=pace)

        yield progress


def pace_of(done: int, seconds: float, total: float | None) -> str:
    """Sources a second since the start (they are kept in lots: the pace of the moment jumps), and the time left at that pace."""
    if not done or seconds <= 0:
        return ""
    rate = f"{done / seconds:.1f} a second"
    if total is None:
        return rate
    left = round(max(0.0, total - done) * seconds / done)
    return f"{rate}, {left // 3600}:{left // 60 % 60:02}:{left % 60:02} left"


def tell_failures(failures: Sequence[Failure]) -> None:
    for failure in failures:
        line = ": ".join(part for part in (failure.source, failure.reason, failure.hint) if part)
        click.echo(f"rashomon: {one_line(line)}", err=True)
