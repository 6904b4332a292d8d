"""The state of affairs on a day, and what is new since a day."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from .group import Day, cli, known_options, opened
from .outputs import Output, write_file

if TYPE_CHECKING:
    from ..exports.affairs import Page
    from ..store.filters import Known


@cli.command()
@known_options
@click.option("--actor", metavar="ACTOR", help="Of one actor: a name, or an id such as iso3:CHN.")
@click.option("--html", type=Output(".html", ".htm"), metavar="FILE", help="Write one self-contained HTML file.")
@click.option("--json", "as_json", type=Output(".json", dash=True), metavar="FILE",
              help='Write JSON; "-" for standard output instead of the table.')  # fmt: skip
@click.pass_context
def state(
    ctx: click.Context, on: date | None, known: Known | None, actor: str | None, html: Path | None, as_json: Path | None
) -> None:
    """Show who stands how on a day: positions, demands, promises, meetings, sanctions, aid; each according to whom.

    Without --on: today.
    """
    from ..exports.affairs import state_page

    with opened(ctx) as ledger:
        found = ledger.affairs.state(on or date.today(), known, actor)
        put_page(state_page(found, ledger.tables), html, as_json)


@cli.command()
@click.option("--since", type=Day(), required=True, metavar="DATE", help="From this day on.")
@click.option("--until", type=Day(), metavar="DATE", help="Up to this day. Default: today.")
@click.option("--actor", metavar="ACTOR", help="Of one actor: a name, or an id such as iso3:CHN.")
@click.option("--html", type=Output(".html", ".htm"), metavar="FILE", help="Write one self-contained HTML file.")
@click.option("--json", "as_json", type=Output(".json", dash=True), metavar="FILE",
              help='Write JSON; "-" for standard output instead of the table.')  # fmt: skip
@click.pass_context
def diff(ctx: click.Context, since: date, until: date | None, actor: str | None, html: Path | None, as_json: Path | None) -> None:
    """Show only what is new: a new statement, a changed position, a conflict, a due date passed, a new origin."""
    from ..exports.affairs import news_page

    last = until or date.today()
    if last < since:
        raise click.UsageError(f"--until {last} is before --since {since}")
    with opened(ctx) as ledger:
        put_page(news_page(ledger.affairs.diff(since, last, actor), ledger.tables), html, as_json)


def put_page(page: Page, html: Path | None, as_json: Path | None) -> None:
    """The page as files, as asked, and in the terminal unless the JSON goes there."""
    from ..exports.affairs import page_json
    from ..exports.affairs_html import page_html
    from . import pages

    if html is not None:
        write_file(html, page_html(page))
    if as_json is not None:
        text = json.dumps(page_json(page), ensure_ascii=False, indent=1)
        if str(as_json) == "-":
            click.echo(text)
            return
        write_file(as_json, text + "\n")
    pages.show(page)
