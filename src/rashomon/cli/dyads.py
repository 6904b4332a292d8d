"""Who does how much of what to whom, period by period."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import click

from .group import Day, cli, jsonl_option, limit_option, opened

if TYPE_CHECKING:
    from ..ledger import Ledger

PERIODS = ("day", "week", "month", "quarter", "year")
COLUMNS = ("start", "actor", "recipient", "quad", "events", "reports", "score")


@cli.command()
@click.argument("actor", required=False)
@click.option("--with", "recipient", metavar="ACTOR", help="To whom it is done.")
@click.option("--by", type=click.Choice(PERIODS), default="week", show_default=True, help="Length of a period.")
@click.option("--since", type=Day(), metavar="DATE", help="From this day on.")
@click.option("--until", type=Day(), metavar="DATE", help="Until this day.")
@click.option("--no-stories", is_flag=True, help="Count every report: quicker, since the reports need not be grouped.")
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
    limit: int | None,
    jsonl: bool,
) -> None:
    """Count what actors do to one another in each period, by quad class, with Goldstein's score (-10 to 10).

    What took place alone counts, and of the reports that derive from one another one; "reports" tells how often it was told.
    """
    with opened(ctx, writes=not no_stories) as ledger:
        found = ledger.dyads(actor, recipient, by, since, until, not no_stories)
        rows = found.slice(0, limit).select(list(COLUMNS)).to_pylist()
        if jsonl:
            from . import lines

            lines.echo({**row, "start": row["start"].isoformat()} for row in rows)
        else:
            _table(ledger, rows)


def _table(ledger: Ledger, rows: list[dict[str, object]]) -> None:
    from . import views

    table = views.new_table(*COLUMNS)
    for row in rows:
        names = (ledger.tables.name(str(row[part])) for part in ("actor", "recipient"))
        table.add_row(str(row["start"]), *names, *(str(row[name]) for name in COLUMNS[3:]))
    views.print_table(table, "nothing was done to anybody")
