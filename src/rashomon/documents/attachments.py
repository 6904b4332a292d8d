"""A mail -> what is attached to it, as received of its own: mails, pages, papers. Pictures and signatures hold no report."""

from __future__ import annotations

import email
import email.policy
from collections.abc import Iterator
from email.message import Message

from ..records import Received

MOST = 200  # attachments of one mail
_NO_REPORT: tuple[str, ...] = (
    "image/",
    "audio/",
    "video/",
    "font/",
    "text/css",
    "text/calendar",
    "text/vcard",
    "text/x-vcard",
    "message/delivery-status",
)
_NO_REPORT += ("application/pgp-", "application/pkcs7-", "application/x-pkcs7-", "application/javascript", "text/rfc822-headers")


def attachments(raw: bytes, source: str) -> Iterator[Received]:
    """Attached files and mails, in order, named "mail/file". A mail that only carries another and says nothing itself has none:
    the other's text is read as its own."""
    if b"attachment" not in raw and b"message/rfc822" not in raw:
        return
    try:
        parts = list(_parts(email.message_from_bytes(raw, policy=email.policy.compat32), 0))
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
        return
    says = any(p.get_content_type() in ("text/plain", "text/html") and not _attached(p) and _payload(p).strip() for p in parts)
    carried = [p for p in parts if (_attached(p) or p.get_content_type() == "message/rfc822")]
    for number, part in enumerate(carried[:MOST], 1):
        kind = part.get_content_type()
        data = _payload(part)
        if kind.startswith(_NO_REPORT) or not data.strip() or (kind == "message/rfc822" and not says):
            continue
        yield Received(data, f"{source}/{_name(part, number)}")


def _parts(message: Message, depth: int) -> Iterator[Message]:
    """The parts of a mail, those of attached mails left inside these."""
    inner = message.get_payload() if message.is_multipart() else None
    if isinstance(inner, list) and message.get_content_type() != "message/rfc822" and depth < 20:
        for part in inner:
            if isinstance(part, Message):
                yield from _parts(part, depth + 1)
    else:
        yield message


def _attached(part: Message) -> bool:
    return part.get_content_disposition() == "attachment"


def _payload(part: Message) -> bytes:
    if part.get_content_type() == "message/rfc822":
        inner = part.get_payload()
        return inner[0].as_bytes() if isinstance(inner, list) and inner and isinstance(inner[0], Message) else b""
    data = part.get_payload(decode=True)
    return data if isinstance(data, bytes) else b""


def _name(part: Message, number: int) -> str:
    name = str(part.get_filename() or "").replace("\\", "/").rsplit("/", 1)[-1].strip(". ")
    shown = "".join(c for c in name if c.isprintable()).encode("utf-8", "replace").decode("utf-8")[:120]
    return shown or f"part-{number}{'.eml' if part.get_content_type() == 'message/rfc822' else ''}"
