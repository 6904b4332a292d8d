"""The commands -> docs/cli.md, the columns of exports -> docs/codebook.md. Tests fail where a page is not current."""

from collections.abc import Iterator
from pathlib import Path

import click

from rashomon.cli.commands import cli
from rashomon.exports.codebooks import codebook

PAGE = Path(__file__).resolve().parent / "cli.md"
CODEBOOK = PAGE.with_name("codebook.md")
HEAD = """# The command line

Written by `python docs/generate.py` from the commands themselves.

The ledger is the folder given with `--ledger`, else `$RASHOMON_LEDGER`, else `./rashomon-ledger`. Wherever an id is asked for,
its first characters are enough as long as only one id begins so. Tables go to standard output, one line for each input that
could not be read to standard error. Files are written whole or not at all; their folders are made, a link is followed. A file that
is there already is written over only if it has an ending that the option names, and is no report that is to be read.

| exit code | |
|---|---|
| 0 | done |
| 1 | an error, or an input that could not be read (all others are kept) |
| 2 | wrong usage |
| 130 | interrupted; what was read so far is kept, the same command goes on from there |
"""


def page() -> str:
    """The whole page."""
    context = click.Context(cli, info_name="rashomon", **cli.context_settings)
    parts = [HEAD, *_command("rashomon", cli, context)]
    for name in sorted(cli.commands):
        command = cli.commands[name]
        parts += _command(f"rashomon {name}", command, click.Context(command, info_name=name, parent=context))
    return "\n".join(parts)


def _command(title: str, command: click.Command, context: click.Context) -> Iterator[str]:
    usage = " ".join(command.collect_usage_pieces(context))
    paragraphs = [" ".join(p.split()) for p in (command.help or "").split("\n\n")]
    yield f"## {title}\n\n" + "\n\n".join(paragraphs) + f"\n\n    {title} {usage}\n"
    options = [p for p in command.get_params(context) if isinstance(p, click.Option)]
    rows = [record for option in options if (record := option.get_help_record(context)) is not None]
    if rows:
        yield "| option | |\n|---|---|"
        yield "\n".join(f"| `{_cell(names)}` | {_cell(text)} |" for names, text in rows) + "\n"


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")


if __name__ == "__main__":
    PAGE.write_text(page(), "utf-8")
    CODEBOOK.write_text(codebook(), "utf-8")
