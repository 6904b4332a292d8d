"""WARC -> the pages in it, each with the address and time of its capture."""

from __future__ import annotations

import io
import zlib
from collections.abc import Iterator

from fastwarc.warc import ArchiveIterator, WarcRecord, WarcRecordType

from ..records import Failure, Hop, HopKind, Received
from .allowances import BOMB, Allowance
from .dates import read_stamp
from .pages import Page

_LARGEST_PAGE = 20_000_000


def is_warc(data: bytes) -> bool:
    """Plain, or packed by gzip (record by record, or whole): read as a stream, for what comes out is often too large to hold."""
    if data[:2] != b"\x1f\x8b":
        return data[:5] == b"WARC/"
    try:
        return zlib.decompressobj(31).decompress(data[:65_536], 5) == b"WARC/"
    except zlib.error:
        return False


def read_warc(received: Received) -> Iterator[Page | Failure]:
    """HTML responses and resources, their transfer and content encodings undone; what the head of a record tells to be something
    else (requests, redirections, images, scripts) holds no report and is passed over unread."""
    found = 0
    allowance = Allowance(len(received.data))
    try:
        for record in ArchiveIterator(io.BytesIO(received.data), record_types=WarcRecordType.any_type, parse_http=False):
            if not allowance.holds(record.content_length or 0):
                yield Failure(received.name, BOMB, "what stood before was read: unpack and split the rest")
                return
            if record.record_type not in (WarcRecordType.response, WarcRecordType.resource):
                continue
            if record.content_length > _LARGEST_PAGE:
                found += 1
                yield Failure(f"{received.name}#{found}", "a record of more than 20 MB", "no report is as long", lost=False)
                continue
            raw = record.reader.read()
            whole = len(raw) == record.content_length
            record.set_bytes_content(raw)
            record.parse_http(auto_decode="all")
            if _holds_page(record):
                found += 1
                yield _page(record, f"{received.name}#", found, whole)
    except (ValueError, OSError, EOFError, RuntimeError, UnicodeError, AttributeError) as error:
        yield Failure(received.name, f"a damaged WARC ({type(error).__name__})", "what stood before the damage was read")
        return
    if not found:
        yield Failure(received.name, "a WARC without a page", "nothing to read in it")


def _holds_page(record: WarcRecord) -> bool:
    """What its head tells: markup, and no redirection, whose page is another record."""
    kind = str((record.http_content_type if record.http_headers else record.headers.get("Content-Type")) or "")
    return "html" in kind and not 300 <= _answer(record) < 400


def _answer(record: WarcRecord) -> int:
    return (record.http_headers.status_code or 200) if record.http_headers is not None else 200


def _page(record: WarcRecord, name: str, number: int, whole: bool) -> Page | Failure:
    address = str(record.headers.get("WARC-Target-URI") or "").strip("<>") or None
    source = f"{name}{address or number}"
    if not whole:
        return Failure(source, "a page that is cut", "capture it again")
    if not 200 <= _answer(record) < 300:
        reason = f"the server answered {_answer(record)}: no report was captured"
        return Failure(source, reason, "capture it again if it is wanted", lost=False)
    data = record.reader.read(_LARGEST_PAGE)
    captured = str(record.headers.get("WARC-Date") or "")
    when = read_stamp(captured, "metadata", "captures.date") if captured else None
    hop = Hop(HopKind.ARCHIVE, "WARC", address=address, when=when, evidence=f"captured {captured}")
    return Page(data, data, source, address, "application/warc", None, (hop,))
