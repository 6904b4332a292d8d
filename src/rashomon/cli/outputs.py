"""Files that a command writes: which are refused before any work is done, and how one is written whole or not at all."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from shutil import copymode
from typing import Any

import click

from ..errors import RashomonError

_TAKEN = "rashomon.outputs"  # in a context: the files that options of this command name
_DATABASE = b"SQLite format 3\0"
# How what this program writes begins: in a folder of reports the former dossier lies among the inputs.
_OURS = re.compile(
    rb' \xc2\xb7 Rashomon</title>|"format": "rashomon-|\n- Sources: \d+ reports? of \d+ independent origin'
    rb"|SHA-256 of the bytes received: [0-9a-f]{64}"
)


class Output(click.Path):
    """A file to be written. Refused: "-" unless `dash`, the file of another option, what is no ordinary file, is a ledger or may
    not be written; and one that is there already with none of the `endings`: it may be a report, named in this place by mistake.
    """

    def __init__(self, *endings: str, dash: bool = False) -> None:
        super().__init__(path_type=Path, dir_okay=False, readable=False, allow_dash=True)
        self._endings, self._dash = endings, dash

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        path = Path(os.fsdecode(super().convert(value, param, ctx)))
        if str(path) == "-":
            return path if self._dash else self.fail("'-' is no file, and standard output is taken: name a file", param, ctx)
        if reason := _refusal(path, self._endings) or _clash(path, param, ctx):
            self.fail(f"{str(path)!r} {reason}", param, ctx)
        return path


def _refusal(path: Path, endings: Sequence[str]) -> str:
    """Why a file that is there already must not be written over; "" where it may."""
    target = path.resolve()
    try:
        mode = target.stat().st_mode
    except (FileNotFoundError, NotADirectoryError):
        return ""
    except OSError as cause:
        return f"cannot be written: {cause.strerror}"
    if not stat.S_ISREG(mode):
        return "is no ordinary file: name another"
    # To take its place asks for no right to write it, and root has every right: a file without the bit is meant to stay.
    if not mode & 0o222 or not os.access(target, os.W_OK):
        return "is there already and may not be written: name a new file, or change its permissions"
    if _head(target).startswith(_DATABASE):
        return "is a ledger: name a new file"
    if endings and path.suffix.lower() not in endings:
        return f"is there already and ends in none of {', '.join(endings)}: name a new file"
    return ""


def _clash(path: Path, param: click.Parameter | None, ctx: click.Context | None) -> str:
    """That another option of the command names the same file."""
    if ctx is None or param is None:
        return ""
    taken: dict[Path, str] = ctx.meta.setdefault(_TAKEN, {})
    other = taken.setdefault(path.resolve(), param.opts[0])
    return "" if other == param.opts[0] else f"is the file of {other} too: name another"


def keep_inputs(inputs: Sequence[str], outputs: Sequence[Path | None]) -> None:
    """A usage error where an output would take the place of a report that is to be read; a dossier of ours that lies among the
    reports is written anew."""
    for path in outputs:
        if path is None or not path.is_file() or _OURS.search(_head(path)):
            continue
        if any(_holds(Path(one), path) for one in inputs):
            raise click.UsageError(f"{str(path)!r} is one of the reports to be read: name another file to write")


def _holds(one: Path, path: Path) -> bool:
    """Whether an input is a file, or a folder above it."""
    with suppress(OSError):
        return one.samefile(path) or (one.is_dir() and path.resolve().is_relative_to(one.resolve()))
    return False


def _head(path: Path) -> bytes:
    with suppress(OSError), path.open("rb") as lines:
        return lines.read(8192)
    return b""


def write_file(path: Path, text: str) -> None:
    """Whole or not at all: a reader never sees half a dossier."""
    with replaced(path) as partial:
        partial.write_text(text, "utf-8", errors="backslashreplace")


@contextmanager
def replaced(file: Path) -> Iterator[Path]:
    """A file beside `file` to write to, which takes its name when all went well and is gone when not. What a link leads to is
    replaced, not the link."""
    target = file.resolve()
    partial = target.with_name(f".{target.name}.{os.getpid()}.partial")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        yield partial
        if target.exists():
            copymode(target, partial)
        partial.replace(target)
    except OSError as cause:
        raise RashomonError("cannot be written", str(file), cause.strerror or str(cause)) from cause
    finally:
        with suppress(OSError):
            partial.unlink()
