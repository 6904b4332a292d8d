"""Stories and comparisons."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ..errors import InputError
from ..records import Received
from .group import HERE, Day, cli, jobs_option, jsonl_option, limit_option, opened, reports_options
from .outputs import Output, keep_inputs, write_file
from .readings import progress_bar, tell_failures

if TYPE_CHECKING:
    from ..ledger import Ledger
    from ..records import Comparison, Reading

CITATIONS = (".json", ".bib")


@cli.command()
@click.option("--actor", metavar="NAME", help="Stories of which a report names this actor (name or id).")
@click.option("--outlet", metavar="NAME", help="Stories that this outlet tells (name, id or host).")
@click.option("--since", type=Day(), metavar="DATE", help="Stories that were told on or after this day.")
@click.option("--until", type=Day(), metavar="DATE", help="Stories that were told on or before this day.")
@limit_option
@jsonl_option
@click.pass_context
def stories(ctx: click.Context, /, jsonl: bool, **wanted: Any) -> None:
    """Group the documents by what they tell of, and count independent origins; stories of most reports first."""
    from . import lines, views

    with opened(ctx, writes=True) as ledger:
        (lines.stories if jsonl else views.stories)(ledger, ledger.stories(**wanted))


@cli.command()
@click.argument("which", nargs=-1, required=True, metavar="FILE|FOLDER|ID...")
@click.option("--html", type=Output(".html", ".htm"), metavar="FILE", help="Write one self-contained HTML file.")
@click.option("--json", "as_json", type=Output(".json", dash=True), metavar="FILE",
              help='Write JSON; "-" for standard output instead of the table.')  # fmt: skip
@click.option("--markdown", type=Output(".md", ".markdown"), metavar="FILE", help="Write Markdown with footnotes.")
@click.option("--citations", type=Output(*CITATIONS), metavar="FILE.json|FILE.bib",
              help="Write references to the reports: CSL-JSON, or BibTeX by the file's ending.")  # fmt: skip
@click.option("--points", type=click.IntRange(0), default=12, show_default=True, metavar="N",
              help="Rows to print of each kind; 0 for all.")  # fmt: skip
@reports_options
@jobs_option
@click.pass_context
def compare(
    ctx: click.Context,
    /,
    which: Sequence[str],
    html: Path | None,
    as_json: Path | None,
    markdown: Path | None,
    citations: Path | None,
    points: int,
    jobs: int,
    **wanted: Any,
) -> None:
    """Lay reports side by side: told by all, by some, by one; differences, omissions, wording, quotations, damage.

    Files and folders are read first. Reports of several matters are told apart, each matter by itself. Without --ledger (or
    ./rashomon-ledger) a temporary ledger serves.
    """
    from . import sides

    if citations is not None and citations.suffix.lower() not in CITATIONS:
        raise click.BadParameter(f"ends in none of {', '.join(CITATIONS)}: {citations}", param_hint="--citations")
    keep_inputs(which, (html, as_json, markdown, citations))
    with ledger_or_temporary(ctx) as ledger, progress_bar(which) as progress:
        documents, failures = ledger.gather(which, jobs, progress)
        tell_failures(failures)
        comparison = ledger.compare(_two_or_more(which, documents, ledger.chosen(documents, **wanted), wanted))
        readings = ledger.readings(comparison.documents)
        write_dossier(comparison, readings, html, as_json)
        write_texts(ledger, comparison, readings, markdown, citations)
        if str(as_json) != "-":
            sides.comparison(ledger, comparison, readings, points)
    ctx.exit(1 if any(f.lost for f in failures) else 0)


def _two_or_more(which: Sequence[str], documents: Sequence[str], chosen: Sequence[str], wanted: dict[str, Any]) -> Sequence[str]:
    """The reports chosen. InputError if they are too few because of a filter, or because two files are one."""
    number = f"{len(chosen) or 'no'} report{'s'[: len(chosen) != 1]}"
    if len(chosen) < 2 <= len(documents):
        filters = [f"--{name}" for name, value in wanted.items() if value is not None]
        told = f"{', '.join(filters)} leave{'s'[: len(filters) == 1]} {len(chosen)} of {len(documents)}"
        raise InputError(f"{number} to compare", told, "widen the filters")
    if len(chosen) < 2 and (twins := _twins(which)):
        raise InputError(f"{number} to compare", twins, "name two different reports or more")
    return chosen


def _twins(which: Sequence[str]) -> str:
    """The first two of the files named that hold the same bytes."""
    from ..sources import receive

    seen: dict[bytes, str] = {}
    for received in receive(one for one in which if one != "-" and not one.startswith(("doc:", "sto:"))):
        if isinstance(received, Received):
            first = seen.setdefault(received.data, received.name)
            if first != received.name:
                return f"{received.name} is the same text as {first}"
    return ""


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


def write_dossier(comparison: Comparison, readings: Sequence[Reading], html: Path | None, as_json: Path | None) -> None:
    from ..exports import dossier_html, dossier_json

    if html is not None:
        write_file(html, dossier_html(comparison, readings))
    if as_json is not None:
        text = json.dumps(dossier_json(comparison, readings), ensure_ascii=False, indent=1) + "\n"
        if str(as_json) == "-":
            click.echo(text, nl=False)
        else:
            write_file(as_json, text)


def write_texts(
    ledger: Ledger, comparison: Comparison, readings: Sequence[Reading], markdown: Path | None, citations: Path | None
) -> None:
    from ..exports import citations_bibtex, citations_json, dossier_markdown

    if markdown is not None:
        write_file(markdown, dossier_markdown(comparison, readings, ledger.tables))
    if citations is not None:
        made = citations_bibtex if citations.suffix.lower() == ".bib" else citations_json
        write_file(citations, made(readings, ledger.tables))
