"""Rows of the ledger, listed, searched and shown."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import click

from .group import Day, cli, jsonl_option, known_options, limit_option, one_of, opened

if TYPE_CHECKING:
    from ..store.filters import Known


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
@known_options
@limit_option
@jsonl_option
@click.pass_context
def attributions(
    ctx: click.Context,
    by: str | None,
    about: str | None,
    force: str | None,
    document: str | None,
    on: date | None,
    known: Known | None,
    limit: int | None,
    jsonl: bool,
) -> None:
    """List who said, believed, demanded ... what."""
    from ..records import Force
    from . import entries, lines

    force = one_of(force, Force, "--force")
    with opened(ctx) as ledger:
        found = ledger.attributions(by, about, force, document, limit, on, known)
        (lines.attributions if jsonl else entries.attributions)(ledger, found)


@cli.command()
@click.option("--actor", metavar="ACTOR", help="Who does it: a name or an id.")
@click.option("--recipient", metavar="ACTOR", help="To whom it is done.")
@click.option("--type", "kind", metavar="TYPE", help="PLOVER type: AGREE, CONSULT, AID, SANCTION ...; STATEMENT, POSITION.")
@click.option("--status", metavar="STATUS", help="done, ongoing, planned, expected, called-for, conditional, refused, denied ...")
@click.option("--since", type=Day(), metavar="DATE", help="Not over before this day.")
@click.option("--until", type=Day(), metavar="DATE", help="Begun by this day.")
@click.option("--document", metavar="ID", help="In one document.")
@click.option("--newest", is_flag=True, help="By day, the newest first, instead of in order of reading.")
@click.option("--rejected", is_flag=True, help="What was not taken for an event, and why; by --type and --document alone.")
@known_options
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
    newest: bool,
    rejected: bool,
    on: date | None,
    known: Known | None,
    limit: int | None,
    jsonl: bool,
) -> None:
    """List who did what to whom. Undated events count from the day of their document."""
    from ..records import EventType, Status
    from . import entries, lines

    kind, status = one_of(kind, EventType, "--type"), one_of(status, Status, "--status")
    if rejected and (actor or recipient or status or since or until or on):
        raise click.UsageError("--rejected goes with --type, --document, --known and --limit alone")
    with opened(ctx) as ledger:
        if rejected:
            candidates = ledger.rejections(kind, document, known, limit)
            (lines.rejections if jsonl else entries.rejections)(ledger, candidates)
            return
        found = ledger.events(actor, recipient, kind, status, on or since, on or until, document, limit, known, newest)
        (lines.events if jsonl else entries.events)(ledger, found)


@cli.command()
@click.argument("words", metavar="TEXT")
@click.option("--limit", "-n", type=click.IntRange(1), default=20, show_default=True, metavar="N", help="At most N documents.")
@jsonl_option
@click.pass_context
def search(ctx: click.Context, words: str, limit: int, jsonl: bool) -> None:
    """Search the texts: words, "a phrase", start*, AND, OR, NOT, parentheses."""
    from . import entries, lines

    with opened(ctx) as ledger:
        (lines.hits if jsonl else entries.hits)(ledger, ledger.search(words, limit))


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
