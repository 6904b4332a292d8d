"""Files, folders, "-" and lists of paths -> Received bytes: the only part of reading that touches the disk."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO

from .records import Failure, Received
from .store.schema import FILE

LARGEST = 900_000_000  # bytes of one file: it is taken into memory, and SQLite keeps no more than 10^9 in one field
_SKIPPED = {"__pycache__", "node_modules", "__MACOSX", "Thumbs.db", "desktop.ini"}  # and what is hidden


def receive(paths: Iterable[str], stdin: BinaryIO | None = None) -> Iterator[Received | Failure]:
    """The bytes of every path, in order; folders are walked in the order of their names. "-" reads standard input: a report,
    or a list of paths, one a line, where its first line is an existing path. What cannot be read becomes a Failure."""
    for path in paths:
        if path == "-":
            yield from _standard_input(stdin if stdin is not None else sys.stdin.buffer)
        else:
            yield from _path(Path(path))


def count_files(paths: Iterable[str]) -> int | None:
    """How many files `receive` will come upon, for a progress bar; None where standard input tells it."""
    count = 0
    for path in paths:
        if path == "-":
            return None
        with suppress(OSError, ValueError):
            count += sum(1 for _ in _names(Path(path))) if Path(path).is_dir() else Path(path).exists()
    return count


def _standard_input(stream: BinaryIO) -> Iterator[Received | Failure]:
    data = stream.read()
    listed = _listed(data)
    if listed:
        for path in listed:
            yield from _path(path)
    else:
        yield Received(data, "-")


def _listed(data: bytes) -> list[Path]:
    """The paths that standard input lists, [] where it holds a report."""
    head = data[:4096].split(b"\n", 1)[0].strip()
    if not head or b"\x00" in head:
        return []
    try:
        first = Path(os.fsdecode(head))
        if not first.exists():
            return []
    except (OSError, ValueError):
        return []
    return [Path(os.fsdecode(line.strip())) for line in data.split(b"\n") if line.strip()]


def _path(path: Path) -> Iterator[Received | Failure]:
    try:
        kind = path.stat().st_mode
    except FileNotFoundError:
        reason = "a link that leads nowhere" if path.is_symlink() else "no such file or folder"
        yield Failure(str(path), reason, "check the path")
        return
    except (OSError, ValueError) as error:
        yield _failure(path, error)
        return
    if stat.S_ISDIR(kind):
        yield from _folder(path)
    elif stat.S_ISREG(kind):
        yield _file(path)
    else:
        yield Failure(str(path), "neither a file nor a folder", "give files or folders, or pipe the report into '-'")


def _folder(folder: Path) -> Iterator[Received | Failure]:
    """All files below, links to folders not followed (no circles)."""
    count = 0
    failures: list[Failure] = []
    for path in _names(folder, lambda error: failures.append(_failure(Path(error.filename), error))):
        count += 1
        yield from _path(path)
    yield from failures
    if not count and not failures:
        yield Failure(str(folder), "a folder without files", "give a folder that holds reports")


def _names(folder: Path, failed: Callable[[OSError], object] | None = None) -> Iterator[Path]:
    for at, folders, files in os.walk(folder, onerror=failed):
        if FILE in files:
            folders.clear()  # a ledger: `rashomon read .` must not read its own
            continue
        folders[:] = sorted(f for f in folders if f not in _SKIPPED and not f.startswith("."))
        yield from (Path(at) / name for name in sorted(files) if name not in _SKIPPED and not name.startswith("."))


def _file(path: Path) -> Received | Failure:
    try:
        status = path.stat()
        if status.st_size > LARGEST:
            return Failure(str(path), f"{status.st_size / 1e9:.1f} GB: too large to be read at once", "split it")
        data = path.read_bytes()
    except (OSError, MemoryError) as error:
        return _failure(path, error)
    return Received(data, str(path), datetime.fromtimestamp(int(status.st_mtime), UTC))


def _failure(path: Path, error: BaseException) -> Failure:
    if isinstance(error, PermissionError):
        return Failure(str(path), "no permission to read it", "change its permissions or run as another user")
    if isinstance(error, FileNotFoundError):
        return Failure(str(path), "vanished before it was read", "run again if it is back")
    if isinstance(error, MemoryError):
        return Failure(str(path), "not enough memory to read it", "split it")
    detail = getattr(error, "strerror", None) or str(error)
    return Failure(str(path), f"cannot be read ({detail})", "check the path and the disk")
