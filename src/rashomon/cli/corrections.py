"""The words of humans: fields of rows corrected, rows accepted and rejected, and the log of it all."""

from __future__ import annotations

import getpass
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import click

from .group import cli, jsonl_option, one_line, opened

if TYPE_CHECKING:
    from ..ledger import Ledger
    from ..records import Correction, Decision
    from ..store.doubts import Doubt
    from ..store.words import Said


def _login() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):  # a user without a name
        return "unknown"


def who_option(command: Any) -> Any:
    return click.option(
        "--who", envvar="RASHOMON_WHO", default=_login, metavar="NAME", help="Who says so. [$RASHOMON_WHO, else the login name]"
    )(command)


@cli.command()
@click.argument("identity", metavar="ID")
@click.argument("changes", nargs=-1, required=True, metavar="FIELD=VALUE...")
@click.option("--why", required=True, metavar="TEXT", help="Why it is so.")
@who_option
@click.pass_context
def correct(ctx: click.Context, identity: str, changes: Sequence[str], why: str, who: str) -> None:
    """Correct fields of a row; every answer has them from then on, also after the report is read again.

    The row as it was stays, and so does every earlier correction: the last one holds. Lists are separated by ";", dates are
    written 2022-04-06, 2022-04 or FIRST/LAST, "FIELD=" empties a field. A wrong name of a field tells those that there are.
    """
    pairs = [change.partition("=") for change in changes]
    for name, sign, _ in pairs:
        if not (name and sign):
            raise click.UsageError(f"{name or sign!r} is no FIELD=VALUE")
    if len({name for name, _, _ in pairs}) < len(pairs):
        raise click.UsageError("one field is named twice")
    with opened(ctx, writes=True) as ledger:
        done = ledger.correct(identity, {name: value for name, _, value in pairs}, why, who)
    for note in done.notes:
        click.echo(f"rashomon: {one_line(note)}", err=True)
    for c in done.corrections:
        click.echo(one_line(f"{c.target}: {c.field} {c.old or 'nothing'} -> {c.new or 'nothing'}"))


@cli.command()
@click.argument("identity", metavar="[ID]", required=False)
@click.argument("verdict", type=click.Choice(["accept", "reject"]), required=False)
@click.option("--why", metavar="TEXT", help="Why it is so.")
@who_option
@click.option("--limit", "-n", type=click.IntRange(1), default=20, show_default=True, metavar="N", help="At most N rows.")
@jsonl_option
@click.pass_context
def review(
    ctx: click.Context, identity: str | None, verdict: str | None, why: str | None, who: str, limit: int, jsonl: bool
) -> None:
    """List the rows that had best be looked at, or say of one that it is so (accept) or not (reject).

    First come corrections that fit no row any more, then what goes against the tables, events and rejected candidates of a
    middling score, names of nobody known. A rejected row is in no answer from then on; a rejected candidate of an event
    that is accepted becomes one.
    """
    if identity is None:
        with opened(ctx) as ledger:
            (_doubt_lines if jsonl else _doubt_table)(ledger, ledger.doubts(limit))
        return
    from ..records import Verdict

    if verdict is None or not why:
        raise click.UsageError("say `review ID accept --why TEXT` or `review ID reject --why TEXT`")
    with opened(ctx, writes=True) as ledger:
        decision = ledger.decide(identity, Verdict(verdict), why, who)
    click.echo(one_line(f"{decision.target}: {decision.verdict.value}ed"))


@cli.command()
@jsonl_option
@click.pass_context
def decisions(ctx: click.Context, jsonl: bool) -> None:
    """List all corrections and verdicts, oldest first: who, when, why, and the row that each holds for today."""
    with opened(ctx) as ledger:
        (_said_lines if jsonl else _said_table)(ledger.decisions())


def _doubt_table(ledger: Ledger, doubts: Sequence[Doubt]) -> None:
    from . import views

    table = views.new_table("row", "why", "words", "in")
    for doubt in doubts:
        source = views.source_name(ledger, ledger.document(doubt.document))
        table.add_row(doubt.target, views.cell(doubt.reason), views.cell(_words(ledger, doubt)), source)
    views.print_table(table, "nothing to review")


def _doubt_lines(ledger: Ledger, doubts: Sequence[Doubt]) -> None:
    from . import lines

    lines.echo(
        {"target": d.target, "document": d.document, "reason": d.reason, "words": _words(ledger, d)} for d in doubts
    )  # fmt: skip


def _words(ledger: Ledger, doubt: Doubt) -> str:
    """The words of the row; of a correction, what it says; of a document, its title."""
    if doubt.target.startswith(("cor:", "dec:")):
        return ""
    shown = ledger.show(doubt.target)
    if shown.document is None or doubt.target == doubt.document:
        return shown.document.title if shown.document else ""
    return " … ".join(span.of(shown.document.text) for span in shown.spans)


def _said_table(said: Sequence[Said]) -> None:
    from . import views

    table = views.new_table("row", "when", "who", "said", "why")
    for one in said:
        word = one.word
        row = one.row or f"{word.target} (holds for no row)"
        table.add_row(row, f"{word.at:%Y-%m-%d %H:%M}", views.cell(word.who, 40), views.cell(_told(word)), views.cell(word.why))
    views.print_table(table, "no corrections or verdicts yet")


def _said_lines(said: Sequence[Said]) -> None:
    from ..store.codec import to_plain
    from . import lines

    lines.echo({**to_plain(one.word), "document": one.document, "row": one.row} for one in said)


def _told(word: Correction | Decision) -> str:
    from ..records import Decision

    if isinstance(word, Decision):
        return word.verdict.value
    return f"{word.field}: {word.old or 'nothing'} -> {word.new or 'nothing'}"
