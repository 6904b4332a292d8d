"""Who does how much of what to whom, period by period."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from .group import Day, cli, jsonl_option, limit_option, opened
from .outputs import Output, write_file

if TYPE_CHECKING:
    from ..ledger import Ledger

PERIODS = ("day", "week", "month", "quarter", "year")
ENDINGS = (".graphml", ".json", ".html")
COLUMNS = ("start", "actor", "recipient", "quad", "events", "reports", "score", "scale")


@cli.command()
@click.argument("actor", required=False)
@click.option("--with", "recipient", metavar="ACTOR", help="To whom it is done.")
@click.option("--by", type=click.Choice(PERIODS), default="week", show_default=True, help="Length of a period.")
@click.option("--since", type=Day(), metavar="DATE", help="From this day on.")
@click.option("--until", type=Day(), metavar="DATE", help="Until this day.")
@click.option("--no-stories", is_flag=True, help="Count every report: quicker, since the reports need not be grouped.")
@click.option(
    "--network",
    type=Output(*ENDINGS),
    metavar="FILE",
    help="Write all of it as a network of actors: .graphml (Gephi, networkx), .json (node-link) or .html (a drawing).",
)
@limit_option
@jsonl_option
@click.pass_context
def dyads(
    ctx: click.Context,
    actor: str | None,
    recipient: str | None,
    by: str,
    since: date | None,
    until: date | None,
    no_stories: bool,
    network: Path | None,
    limit: int | None,
    jsonl: bool,
) -> None:
    """Count what actors do to one another in each period, by quad class, with Goldstein's score (-10 to 10).

    What took place alone counts, and of the reports that derive from one another one; "reports" tells how many reports tell of any.
    Acts of which the day is not known to a year are undated, and left out with --since or --until.
    """
    if network is not None and network.suffix.lower() not in ENDINGS:
        raise click.UsageError(f"--network: the name must end in one of {', '.join(ENDINGS)}, not {network.suffix!r}")
    if since is not None and until is not None and until < since:
        raise click.UsageError(f"--until {until} is before --since {since}")
    with opened(ctx, writes=not no_stories) as ledger:
        found = ledger.dyads(actor, recipient, by, since, until, not no_stories)
        if network is not None:
            write_file(network, _network(ledger, network, found.to_pylist(), since, until))
        rows = found.slice(0, limit).select(list(COLUMNS)).to_pylist()
        if jsonl:
            from . import lines

            lines.echo({**row, "start": row["start"] and row["start"].isoformat()} for row in rows)
        else:
            _table(ledger, rows)


def _network(ledger: Ledger, file: Path, rows: list[dict[str, Any]], since: date | None, until: date | None) -> str:
    """The text of the file, by the ending of its name."""
    from ..exports.networks import graphml, make_network, node_link
    from ..exports.networks_html import network_html
    from ..timelines.ties import scale

    made = make_network(rows, ledger.tables, scale(), since, until)
    if file.suffix.lower() == ".json":
        return json.dumps(node_link(made), ensure_ascii=False, indent=1) + "\n"
    return graphml(made) if file.suffix.lower() == ".graphml" else network_html(made)


def _table(ledger: Ledger, rows: list[dict[str, object]]) -> None:
    from . import views

    shown = COLUMNS[:-1]
    table = views.new_table(*shown)
    for row in rows:
        names = (ledger.tables.name(str(row[part])) for part in ("actor", "recipient"))
        table.add_row(str(row["start"] or "undated"), *names, *(str(row[name]) for name in shown[3:]))
    views.print_table(table, "nothing was done to anybody")
    if rows:
        views.console().print(f"score: mean value by {rows[0]['scale']}", style="dim", markup=False)
