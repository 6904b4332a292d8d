"""Received -> Drafts and Pages: the one list that tells which reader takes what, by content first, by name second."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from ..records import Failure, Received
from .captures import is_warc, read_warc
from .drafts import Draft
from .exports import is_export_page, read_export_page
from .feeds import is_feed, read_feed
from .hypermail import is_hypermail, read_hypermail
from .mails import is_mail, is_mailbox, is_pipermail, read_mail, read_mailbox, read_pipermail
from .mhonarc import is_mhonarc, is_pipermail_page, read_mhonarc, read_pipermail_page
from .office import is_docx, read_docx
from .pages import Page, read_page
from .prints import is_pdf, read_pdf
from .rich import is_rtf, read_rtf
from .snapshots import is_snapshot, read_snapshot
from .structured import is_json, read_json
from .texts import read_text

Reads = Callable[[Received], Iterator[Draft | Page | Failure | Received]]  # Received: what another reader has to read
_PAGE = re.compile(
    rb"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:(?><!--.{0,2000}?-->)\s*)*<(?:!doctype\s+html|html|head|body|article)\b",
    re.IGNORECASE | re.DOTALL,
)
_TAGS = re.compile(rb"</(?:p|div|body|html|head|title|article|span|a|li)>", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Reader:
    """`takes(data)` looks at the content; `suffixes` count only where no content test holds; `many`: one file may hold many
    reports."""

    name: str
    takes: Callable[[bytes], bool]
    suffixes: tuple[str, ...]
    read: Reads
    many: bool = False


def is_page(data: bytes) -> bool:
    """Markup in front, or many closing tags near the front (a page that begins with text or was cut)."""
    head = data[:20_000].replace(b"\x00", b"")  # UTF-16 too
    head = head.removeprefix(b"\xef\xbb\xbf").removeprefix(b"\xff\xfe").removeprefix(b"\xfe\xff")
    return _PAGE.match(head) is not None or len(_TAGS.findall(head)) >= 5


READERS = (
    Reader("docx", is_docx, (), read_docx, many=True),
    Reader("pdf", is_pdf, (), read_pdf),
    Reader("rtf", is_rtf, (), read_rtf, many=True),
    Reader("warc", is_warc, (), read_warc, many=True),
    Reader("feed", is_feed, (), read_feed, many=True),
    Reader("mhonarc", is_mhonarc, (), read_mhonarc),
    Reader("hypermail", is_hypermail, (), read_hypermail),
    Reader("pipermail page", is_pipermail_page, (), read_pipermail_page),
    Reader("pipermail", is_pipermail, (), read_pipermail, many=True),
    Reader("mailbox", is_mailbox, (), read_mailbox, many=True),
    Reader("saved page", is_snapshot, (), read_snapshot),
    Reader("mail", is_mail, (".eml",), read_mail),
    Reader("json", is_json, (), read_json, many=True),
    Reader("factiva page", is_export_page, (), read_export_page, many=True),
    Reader("page", is_page, (".html", ".htm", ".xhtml", ".shtml"), read_page),
    Reader("text", lambda data: True, (), read_text, many=True),
)


def reader_for(received: Received) -> Reader:
    for reader in READERS[:-1]:
        if reader.takes(received.data):
            return reader
    name = received.name.lower()
    return next((r for r in READERS if r.suffixes and name.endswith(r.suffixes)), READERS[-1])
