"""A page saved as one file (MHTML, as browsers write it) -> Page, with the address it was saved from."""

from __future__ import annotations

import email
import email.policy
import re
from collections.abc import Iterator

from ..records import Failure, Hop, HopKind, Received
from .dates import read_header_date
from .pages import Page

_HEAD = re.compile(rb"^Content-Type:\s*multipart/related\b", re.IGNORECASE | re.MULTILINE)
_SAVED = re.compile(rb"^(?:Snapshot-Content-Location:|From: <Saved by |X-MimeOLE:|Content-Location:)", re.IGNORECASE | re.MULTILINE)


def is_snapshot(data: bytes) -> bool:
    head = re.split(rb"\r?\n\r?\n", data[:8000].lstrip(), maxsplit=1)[0]
    return _HEAD.search(head) is not None and _SAVED.search(head) is not None


def read_snapshot(received: Received) -> Iterator[Page | Failure]:
    """The first HTML part; its pictures, styles and frames hold no report. The day of saving is that of a hop, not the page's."""
    try:
        message = email.message_from_bytes(received.data, policy=email.policy.compat32)
        part = next((p for p in message.walk() if p.get_content_type() in ("text/html", "application/xhtml+xml")), None)
        data = part.get_payload(decode=True) if part is not None else None
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError) as error:
        yield Failure(received.name, f"a damaged saved page ({type(error).__name__})", "save it anew")
        return
    if part is None or not isinstance(data, bytes):
        yield Failure(received.name, "a saved page without HTML", "save the page itself")
        return
    address = str(message.get("Snapshot-Content-Location") or part.get("Content-Location") or "").strip()
    day = str(message.get("Date") or "")
    saved = read_header_date(day, "metadata", "snapshots.saved") if day else None
    hop = Hop(HopKind.ARCHIVE, "saved page", address=address or None, when=saved, evidence=f"saved {day}".strip())
    known = address if address.startswith(("http://", "https://")) else None
    yield Page(received.data, data, received.name, known, "multipart/related", part.get_content_charset(), (hop,))
