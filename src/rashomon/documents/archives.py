"""zip, tar, gz, bz2, xz -> the files inside, as Received: bounded in size, number and depth, never written to disk."""

from __future__ import annotations

import bz2
import io
import lzma
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from datetime import datetime

from ..records import Failure, Received
from .allowances import BOMB, LARGEST_MEMBER, RATIO
from .captures import is_warc

_SUSPECT = 20_000_000  # bytes, unpacked, from which the ratio tells
MOST_MEMBERS = 200_000
DEEPEST = 4
_HINT = "unpack it yourself and give the reports"
_CUT = "a damaged or cut archive"
_SKIPPED = ("__MACOSX/", ".DS_Store", "Thumbs.db")


def is_archive(data: bytes) -> bool:
    return _kind(data) is not None


def unpack(received: Received) -> Iterator[Received | Failure]:
    """The files in an archive, in its own order, named "archive/member"; what cannot be unpacked as a Failure."""
    kind = _kind(received.data)
    try:
        if kind == "zip":
            yield from _zip(received)
        elif kind == "tar":
            yield from _tar(received)
        elif kind is not None:
            yield _stream(received, kind)
    except (
        zipfile.BadZipFile,
        tarfile.TarError,
        zlib.error,
        lzma.LZMAError,
        EOFError,
        OSError,
        ValueError,
        RuntimeError,
        NotImplementedError,
        KeyError,
    ) as error:
        yield Failure(received.name, f"{_CUT} ({type(error).__name__})", "fetch or pack it again")


def _kind(data: bytes) -> str | None:
    if data.startswith(b"PK\x03\x04"):
        return None if _is_office(data) else "zip"
    for name, magic in (("gz", b"\x1f\x8b\x08"), ("bz2", b"BZh"), ("xz", b"\xfd7zXZ\x00")):
        if data.startswith(magic):
            return None if name == "gz" and is_warc(data) else name
    return "tar" if data[257:262] == b"ustar" else None


def _is_office(data: bytes) -> bool:
    """A DOCX is a zip too; its reader takes it whole."""
    head = data[:4096]
    return b"[Content_Types].xml" in head or b"word/" in head or b"word/document.xml" in data[-65_536:]


def _zip(received: Received) -> Iterator[Received | Failure]:
    with zipfile.ZipFile(io.BytesIO(received.data)) as opened:
        members = [m for m in opened.infolist() if not m.is_dir()]
        if len(members) > MOST_MEMBERS:
            yield Failure(received.name, f"more than {MOST_MEMBERS} files in one archive", _HINT)
            return
        if not members:
            yield Failure(received.name, "an archive without files", "nothing to read in it")
        for member in members:
            name = _inside(received.name, member.filename)
            if name is None:
                continue
            if member.flag_bits & 1:
                yield Failure(name, "encrypted", "unpack it with its password and give the reports")
            elif member.file_size > LARGEST_MEMBER or (
                member.file_size > _SUSPECT and member.file_size > RATIO * max(1, member.compress_size)
            ):
                yield Failure(name, BOMB, _HINT)
            else:
                yield _zip_member(opened, member, name)


def _zip_member(opened: zipfile.ZipFile, member: zipfile.ZipInfo, name: str) -> Received | Failure:
    try:
        with opened.open(member) as stream:
            data = stream.read(member.file_size + 1)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, NotImplementedError, ValueError) as error:
        return Failure(name, f"a damaged member of the archive ({type(error).__name__})", "the others are read; fetch it again")
    try:
        modified = datetime(*member.date_time)
    except ValueError:
        modified = None
    return Received(data, name, modified)


def _tar(received: Received) -> Iterator[Received | Failure]:
    with tarfile.open(fileobj=io.BytesIO(received.data), mode="r:") as opened:
        count = 0
        for member in opened:
            name = _inside(received.name, member.name) if member.isreg() else None
            if name is None:
                continue
            count += 1
            if count > MOST_MEMBERS:
                yield Failure(received.name, f"more than {MOST_MEMBERS} files in one archive", _HINT)
                return
            stream = opened.extractfile(member) if member.size <= LARGEST_MEMBER else None
            yield Received(stream.read(), name) if stream is not None else Failure(name, BOMB, _HINT)
        if not count:
            yield Failure(received.name, "an archive without files", "nothing to read in it")


_OPENERS: dict[str, Callable[[], zlib._Decompress | bz2.BZ2Decompressor | lzma.LZMADecompressor]] = {
    "gz": lambda: zlib.decompressobj(31),
    "bz2": bz2.BZ2Decompressor,
    "xz": lzma.LZMADecompressor,
}


def _stream(received: Received, kind: str) -> Received | Failure:
    """One packed file; a gzip may hold several streams one behind the other (WARC.GZ does)."""
    pieces: list[bytes] = []
    size = 0
    rest = received.data
    while rest:
        opener = _OPENERS[kind]()
        piece = opener.decompress(rest, LARGEST_MEMBER - size + 1)
        pieces.append(piece)
        size += len(piece)
        if size > LARGEST_MEMBER or (size > _SUSPECT and size > RATIO * len(received.data)):
            return Failure(received.name, BOMB, _HINT)
        if not opener.eof:
            return Failure(received.name, _CUT, "fetch or pack it again")
        rest = opener.unused_data.lstrip(b"\x00")
        if rest and _kind(rest) != kind:
            break
    name = received.name
    return Received(b"".join(pieces), name[: -len(kind) - 1] if name.lower().endswith(f".{kind}") else name, received.modified)


def _inside(archive: str, member: str) -> str | None:
    """A name for a member under its archive's: no way up, none from the root; None for what systems leave behind."""
    parts = [p for p in member.replace("\\", "/").split("/") if p not in ("", ".", "..")]
    if not parts or any(s.rstrip("/") in parts for s in _SKIPPED):
        return None
    return f"{archive}/{'/'.join(parts)}".encode("utf-8", "replace").decode("utf-8")
