"""Timelines: the line of an actor through its affairs, or of a story; and what falls due."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from .group import Days, cli, jsonl_option, known_options, opened
from .outputs import Output
from .states import put_page

if TYPE_CHECKING:
    from ..exports.affairs import Page
    from ..ledger import Ledger
    from ..store.filters import Known


@cli.command()
@click.argument("subject", metavar="ACTOR|STORY", required=False)
@click.option("--with", "other", metavar="ACTOR", help="Only what is between the two.")
@click.option("--issue", metavar="TEXT", help="Only this issue: its name, or words of it.")
@click.option("--due", type=Days(), metavar="DATE", help="Only what falls due then: a day, a month or a year.")
@known_options
@click.option("--acts", is_flag=True, help="All acts and words of the actor one by one, instead of its affairs.")
@click.option("--html", type=Output(".html", ".htm"), metavar="FILE", help="Write one self-contained HTML file.")
@click.option("--json", "as_json", type=Output(".json", dash=True), metavar="FILE",
              help='Write JSON; "-" for standard output instead of the table.')  # fmt: skip
@jsonl_option
@click.pass_context
def timeline(
    ctx: click.Context,
    subject: str | None,
    other: str | None,
    issue: str | None,
    due: tuple[date, date] | None,
    on: date | None,
    known: Known | None,
    acts: bool,
    html: Path | None,
    as_json: Path | None,
    jsonl: bool,
) -> None:
    """Show what became of an actor's affairs: positions and their changes, promises and their outcome, meetings, bonds.

    With --due alone: what all actors have promised, planned or called together for that time. Of a story (sto:...), or with
    --acts or --jsonl: its events in order of time.
    """
    from . import lines, views

    chosen: dict[str, Any] = {"--with": other, "--issue": issue, "--due": due, "--on": on, "--known": known, "--html": html,
                              "--json": as_json}  # fmt: skip
    if subject is not None and (acts or jsonl or subject.startswith("sto:")):
        if given := [name for name, value in chosen.items() if value is not None]:
            raise click.UsageError(f"{given[0]} goes with the affairs of an actor, not with acts one by one")
        with opened(ctx, writes=subject.startswith("sto:")) as ledger:
            (lines.timeline if jsonl else views.timeline)(ledger, ledger.timeline(subject))
        return
    if subject is None and due is None:
        raise click.UsageError("give an actor, a story, or --due")
    if due is not None and (other is not None or issue is not None):
        raise click.UsageError("--due goes with an actor or alone, not with --with or --issue")
    with opened(ctx) as ledger:
        put_page(_page(ledger, subject, other, issue, due, on or date.today(), known), html, as_json)


def _page(
    ledger: Ledger,
    subject: str | None,
    other: str | None,
    issue: str | None,
    due: tuple[date, date] | None,
    on: date,
    known: Known | None,
) -> Page:
    from ..exports.affairs import course_page, due_page

    if due is not None:
        found, meetings = ledger.affairs.due(*due, on, subject, known)
        return due_page(found, meetings, *due, on, ledger.tables)
    assert subject is not None
    return course_page(ledger.affairs.course(subject, on, other=other, issue=issue, known=known), ledger.tables)
