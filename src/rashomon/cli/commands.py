"""The commands. Tables for people, JSON lines for programs; what was not asked for goes to standard error.

Exit codes: 0 done; 1 an error, or an input that could not be read (the others are kept); 2 wrong usage; 130 interrupted.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

import rashomon

from ..errors import RashomonError

if TYPE_CHECKING:
    from ..ledger import Ledger
    from ..records import Comparison, Failure, Reading

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


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110})
@click.option("--ledger", "folder", type=click.Path(path_type=Path, file_okay=False), envvar="RASHOMON_LEDGER", metavar="DIR",
              help=f"Folder of the ledger. Default: $RASHOMON_LEDGER, else ./{HERE}")  # fmt: skip
@click.option("--parser", envvar="RASHOMON_PARSER", metavar="NAME",
              help="A spaCy pipeline for English, by package or path, instead of ours. [$RASHOMON_PARSER]")  # fmt: skip
@click.option("--tables", "overlay", type=click.Path(path_type=Path), envvar="RASHOMON_TABLES", metavar="DIR",
              help="Folder of tables (states.csv ...) whose rows win over ours. [$RASHOMON_TABLES]")  # fmt: skip
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


# -- reading -------------------------------------------------------------------------------------------------------------


@cli.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@jobs_option
@click.option("--again", is_flag=True, help="Read known bytes again, with the program of today; the old rows stay beside the new.")
@click.pass_context
def read(ctx: click.Context, paths: Sequence[str], jobs: int, again: bool) -> None:
    """Read reports into the ledger: files, folders, or "-" for standard input.

    Plain text, HTML, mail, mbox, Pipermail, MHonArc. Bytes that were read before add nothing.
    """
    with opened(ctx, create=True, writes=True) as ledger, progress_bar(paths) as progress:
        summary = ledger.read(paths, jobs=jobs, progress=progress, again=again)
    tell_failures(summary.failures)
    new, known, failed = len(summary.new), len(summary.known), sum(f.lost for f in summary.failures)
    empty = len(summary.failures) - failed
    told = f"{new} document{'s'[: new != 1]} read, {known} source{'s'[: known != 1]} known before, {failed} failed"
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


def one_line(text: str) -> str:
    """A message on one line; a file may be named with line breaks and escape sequences too."""
    from .views import harmless

    return harmless(" ".join(text.split()))


# -- lists ---------------------------------------------------------------------------------------------------------------


@cli.command()
@jsonl_option
@click.pass_context
def documents(ctx: click.Context, jsonl: bool) -> None:
    """List the documents of the ledger, in order of reading."""
    from . import lines, views

    with opened(ctx) as ledger:
        (lines.documents if jsonl else views.documents)(ledger)


@cli.command()
@click.option("--by", metavar="ACTOR", help="Who holds it: a name or an id such as iso3:UKR.")
@click.option("--about", metavar="TEXT", help="Words, or an actor, in what is said.")
@click.option("--force", metavar="FORCE", help="say, claim, deny, accuse, believe, expect, demand, warn, promise ...")
@click.option("--document", metavar="ID", help="In one document.")
@limit_option
@jsonl_option
@click.pass_context
def attributions(
    ctx: click.Context, by: str | None, about: str | None, force: str | None, document: str | None, limit: int | None, jsonl: bool
) -> None:
    """List who said, believed, demanded ... what."""
    from ..records import Force
    from . import lines, views

    force = one_of(force, Force, "--force")
    with opened(ctx) as ledger:
        found = ledger.attributions(by=by, about=about, force=force, document=document, limit=limit)
        (lines.attributions if jsonl else views.attributions)(ledger, found)


@cli.command()
@click.option("--actor", metavar="ACTOR", help="Who does it: a name or an id.")
@click.option("--recipient", metavar="ACTOR", help="To whom it is done.")
@click.option("--type", "kind", metavar="TYPE", help="PLOVER type: AGREE, CONSULT, AID, SANCTION ...; STATEMENT, POSITION.")
@click.option("--status", metavar="STATUS", help="done, ongoing, planned, expected, called-for, conditional, refused, denied ...")
@click.option("--since", type=Day(), metavar="DATE", help="Not over before this day.")
@click.option("--until", type=Day(), metavar="DATE", help="Begun by this day.")
@click.option("--document", metavar="ID", help="In one document.")
@limit_option
@jsonl_option
@click.pass_context
def events(
    ctx: click.Context,
    actor: str | None,
    recipient: str | None,
    kind: str | None,
    status: str | None,
    since: date | None,
    until: date | None,
    document: str | None,
    limit: int | None,
    jsonl: bool,
) -> None:
    """List who did what to whom. Undated events count from the day of their document."""
    from ..records import EventType, Status
    from . import lines, views

    kind, status = one_of(kind, EventType, "--type"), one_of(status, Status, "--status")
    with opened(ctx) as ledger:
        found = ledger.events(actor, recipient, kind, status, since, until, document, limit)
        (lines.events if jsonl else views.events)(ledger, found)


def one_of(value: str | None, kind: Any, option: str) -> str | None:
    """The member of an enumeration that the user means, in any case; a usage error that lists all if there is none."""
    if value is None:
        return None
    known = {member.value.casefold(): member.value for member in kind}
    if value.casefold() not in known:
        raise click.UsageError(f"{option}: {value!r} is none of {', '.join(known.values())}")
    return str(known[value.casefold()])


@cli.command()
@click.argument("words", metavar="TEXT")
@click.option("--limit", "-n", type=click.IntRange(1), default=20, show_default=True, metavar="N", help="At most N documents.")
@jsonl_option
@click.pass_context
def search(ctx: click.Context, words: str, limit: int, jsonl: bool) -> None:
    """Search the texts: words, "a phrase", start*, AND, OR, NOT, parentheses."""
    from . import lines, views

    with opened(ctx) as ledger:
        (lines.hits if jsonl else views.hits)(ledger, ledger.search(words, limit))


@cli.command()
@click.argument("identity", metavar="ID")
@click.option("--json", "as_json", is_flag=True, help="As one JSON object.")
@click.option("--versions", "all_versions", is_flag=True, help="The versions of a document, and what changed from one to the next.")
@click.pass_context
def show(ctx: click.Context, identity: str, as_json: bool, all_versions: bool) -> None:
    """Show one row with its sentence, its span marked, and the chain of who says so.

    ID is that of a document, mention, attribution, event or story; its first characters are enough where only one begins so.
    The same message, address or file read again with other bytes is a new version of the document.
    """
    from . import lines, views

    with opened(ctx) as ledger:
        if all_versions:
            (lines.versions if as_json else views.versions)(ledger, ledger.versions(identity))
        else:
            (lines.show if as_json else views.show)(ledger, ledger.show(identity))


# -- stories, comparisons, timelines -------------------------------------------------------------------------------------


@cli.command()
@jsonl_option
@click.pass_context
def stories(ctx: click.Context, jsonl: bool) -> None:
    """Group the documents by what they tell of, and count independent origins."""
    from . import lines, views

    with opened(ctx, writes=True) as ledger:
        (lines.stories if jsonl else views.stories)(ledger, ledger.stories())


@cli.command()
@click.argument("which", nargs=-1, required=True, metavar="FILE|FOLDER|ID...")
@click.option("--html", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE", help="Write one self-contained HTML file.")
@click.option("--json", "as_json", metavar="FILE", help='Write JSON; "-" for standard output instead of the table.')
@click.option("--points", type=click.IntRange(0), default=12, show_default=True, metavar="N",
              help="Rows to print of each kind; 0 for all.")  # fmt: skip
@jobs_option
@click.pass_context
def compare(ctx: click.Context, which: Sequence[str], html: Path | None, as_json: str | None, points: int, jobs: int) -> None:
    """Lay reports side by side: told by all, by some, by one; differences, omissions, wording, quotations, damage.

    Files and folders are read first. Without --ledger (or ./rashomon-ledger) a temporary ledger serves.
    """
    from . import sides

    with ledger_or_temporary(ctx) as ledger, progress_bar(which) as progress:
        documents, failures = ledger.gather(which, jobs, progress)
        tell_failures(failures)
        comparison = ledger.compare(documents)
        readings = ledger.readings(comparison.documents)
        write_dossier(comparison, readings, html, as_json)
        if as_json != "-":
            sides.comparison(ledger, comparison, readings, points)
    ctx.exit(1 if any(f.lost for f in failures) else 0)


@contextmanager
def ledger_or_temporary(ctx: click.Context) -> Iterator[Ledger]:
    """The ledger named, or the one that lies here, or one that is thrown away."""
    if ctx.obj[0] is not None or Path(HERE).is_dir():
        with opened(ctx, create=True, writes=True) as ledger:
            yield ledger
        return
    with tempfile.TemporaryDirectory(prefix="rashomon-") as folder:
        ctx.obj = (Path(folder), ctx.obj[1])
        with opened(ctx, create=True, writes=True) as ledger:
            yield ledger


def write_dossier(comparison: Comparison, readings: Sequence[Reading], html: Path | None, as_json: str | None) -> None:
    from ..exports import dossier_html, dossier_json

    if html is not None:
        write_file(html, dossier_html(comparison, readings))
    if as_json is not None:
        text = json.dumps(dossier_json(comparison, readings), ensure_ascii=False, indent=1) + "\n"
        if as_json == "-":
            click.echo(text, nl=False)
        else:
            write_file(Path(as_json), text)


def write_file(path: Path, text: str) -> None:
    """Whole or not at all: a reader never sees half a dossier."""
    partial = path.with_name(f".{path.name}.{os.getpid()}.partial")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        partial.write_text(text, "utf-8", errors="backslashreplace")
        partial.replace(path)
    except OSError as cause:
        with suppress(OSError):
            partial.unlink()
        raise RashomonError("cannot be written", str(path), cause.strerror or str(cause)) from cause


@cli.command()
@click.argument("subject", metavar="ACTOR|STORY")
@jsonl_option
@click.pass_context
def timeline(ctx: click.Context, subject: str, jsonl: bool) -> None:
    """Show an actor's acts and words, or a story's events, in order of time."""
    from . import lines, views

    with opened(ctx, writes=subject.startswith("sto:")) as ledger:
        (lines.timeline if jsonl else views.timeline)(ledger, ledger.timeline(subject))


@cli.command()
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False), metavar="DIR")
@click.pass_context
def backup(ctx: click.Context, folder: Path) -> None:
    """Copy the ledger, checked, into a new folder that is a ledger itself; others may read and write meanwhile."""
    with opened(ctx) as ledger:
        click.echo(f"{ledger.back_up(folder)} ({len(ledger.documents())} documents)")


def main() -> None:
    """The entry point of the command `rashomon`."""
    cli(prog_name="rashomon")
