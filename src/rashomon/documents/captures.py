"""WARC -> the pages in it, each with the address and time of its capture."""

from __future__ import annotations

import io
from collections.abc import Iterator

from fastwarc.warc import ArchiveIterator, WarcRecordType

from ..records import Failure, Hop, HopKind, Received
from .dates import read_stamp
from .drafts import Draft
from .encodings import decode
from .mhonarc import declared_charset
from .pages import page_draft

_LARGEST_PAGE = 20_000_000


def is_warc(data: bytes) -> bool:
    return data[:5] == b"WARC/"


def read_warc(received: Received) -> Iterator[Draft | Failure]:
    """HTML responses and resources; records of other kinds (requests, images, scripts) hold no report."""
    found = 0
    try:
        for record in ArchiveIterator(
            io.BytesIO(received.data), record_types=WarcRecordType.response | WarcRecordType.resource, parse_http=True
        ):
            kind = str((record.http_content_type if record.http_headers else record.headers.get("Content-Type")) or "")
            if "html" not in kind:
                continue
            found += 1
            address = str(record.headers.get("WARC-Target-URI") or "").strip("<>") or None
            source = f"{received.name}#{address or found}"
            if record.http_headers is not None and not 200 <= (record.http_headers.status_code or 200) < 300:
                yield Failure(
                    source, f"the server answered {record.http_headers.status_code}: no report was captured", "capture it again"
                )
                continue
            yield _page(record.reader.read(_LARGEST_PAGE), source, address, str(record.headers.get("WARC-Date") or ""))
    except (ValueError, OSError, EOFError, RuntimeError, UnicodeError, AttributeError) as error:
        yield Failure(received.name, f"a damaged WARC ({type(error).__name__})", "what stood before the damage was read")
    if not found:
        yield Failure(received.name, "a WARC without a page", "nothing to read in it")


def _page(data: bytes, source: str, address: str | None, captured: str) -> Draft | Failure:
    markup, encoding, _ = decode(data, declared_charset(data))
    when = read_stamp(captured, "metadata", "captures.date") if captured else None
    hop = Hop(HopKind.ARCHIVE, "WARC", address=address, when=when, evidence=f"captured {captured}")
    return page_draft(markup, data, source, encoding, address, "application/warc", (hop,))
