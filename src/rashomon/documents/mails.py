"""A mail (.eml), a mailbox (mbox, mboxrd) or a month of a Pipermail archive -> one Draft a message."""

from __future__ import annotations

import email
import email.policy
import re
from collections.abc import Iterator
from email.message import Message
from email.utils import getaddresses, parseaddr

from ..records import DateEvidence, Defect, DefectKind, Failure, Hop, HopKind, Received, Span, When, Zone, ZoneKind
from .attachments import attachments
from .dates import read_header_date
from .drafts import Draft
from .encodings import decode
from .lines import split_subject
from .markup import markup_text

_FROM_LINE = re.compile(
    rb"^From (?:\S.{0,200}?)?\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)\s+[A-Z][a-z]{2}\s+\d{1,2}\s.*$|^From \S+@\S+\s.*$", re.MULTILINE
)
_STRICT_FROM = re.compile(rb"From \S+ .{0,80}\d\d:\d\d(?::\d\d)? .{0,30}\d{4}\s*$")
_PIPERMAIL = re.compile(rb"^From \S+ at \S+\s+(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)\s", re.MULTILINE)
_HEADER = re.compile(rb"[A-Za-z][A-Za-z0-9-]{0,60}:")
_QUOTED_FROM = re.compile(rb"^>(>*From )", re.MULTILINE)
_AT = re.compile(r"(?<=[\w.+-]) at (?=[\w-]+\.[\w.-]+)")
# What Mailman writes where it took an attachment off, and where that lies now: the list's words and address, not the post's.
_SCRUBBED = re.compile(
    r"^An? [\w/ -]{2,40} attachment was scrubbed\.{3}\n(?:[A-Za-z][\w -]{0,16} ?: ?\S.{0,500}(?:\n|\Z))*", re.MULTILINE
)
_NEXT_PART = re.compile(r"\n-{10,} next part -{10,}\n")


def is_mailbox(data: bytes) -> bool:
    first = data.lstrip(b"\r\n")[:2000]
    return first.startswith(b"From ") and _FROM_LINE.match(first) is not None


def is_pipermail(data: bytes) -> bool:
    return _PIPERMAIL.match(data.lstrip(b"\r\n")[:2000]) is not None


_MAIL_NAMES = {b"from", b"to", b"date", b"subject", b"message-id", b"received", b"return-path", b"mime-version", b"delivered-to"}


def is_mail(data: bytes) -> bool:
    """A block of header lines in front, three of them of a mail; a subject line and an address do not make one."""
    names = set()
    for line in data[:20_000].lstrip(b"\r\n").splitlines():
        if not line.strip():
            break
        if line[:1] in b" \t":
            continue
        if not _HEADER.match(line):
            return False
        names.add(line.split(b":", 1)[0].lower())
    return len(names & _MAIL_NAMES) >= 3 and bool({b"message-id", b"mime-version", b"received", b"date"} & names)


def read_mail(received: Received) -> Iterator[Draft | Failure | Received]:
    """The mail, then what is attached to it, which is for other readers."""
    yield _draft(received.data, received.name, "message/rfc822")
    yield from attachments(received.data, received.name)


def read_mailbox(received: Received) -> Iterator[Draft | Failure | Received]:
    """Messages one by one; one that cannot be read does not stop those behind it."""
    yield from _messages(received, "application/mbox")


def read_pipermail(received: Received) -> Iterator[Draft | Failure | Received]:
    """A month of a Mailman 2 list: "From user at host" lines, plain bodies, addresses with " at " for "@"."""
    yield from _messages(received, "text/x-pipermail")


def _messages(received: Received, media_type: str) -> Iterator[Draft | Failure | Received]:
    count = 0
    for number, raw in enumerate(_split(received.data), 1):
        count = number
        source = f"{received.name}#{number}"
        if not raw.strip():
            yield Failure(source, "an empty message", "nothing to read in it")
        else:
            yield _draft(raw, source, media_type)
            yield from attachments(raw, source)
    if not count:
        yield Failure(received.name, "a mailbox without messages", "nothing to read in it")


def _split(data: bytes) -> Iterator[bytes]:
    """The bytes of each message without its "From " line. Such a line counts at the start, where header lines follow it (some
    archives leave out the blank line in front), and after a blank line where it is written in full, with time and year."""
    starts: list[tuple[int, int]] = []
    for m in _FROM_LINE.finditer(data):
        blank = data[max(0, m.start() - 3) : m.start()].endswith((b"\n\n", b"\n\r\n"))
        first = not starts and not data[: min(m.start(), 100)].strip()
        headed = _HEADER.match(data, m.end() + 1 + (data[m.end() : m.end() + 1] == b"\r")) is not None
        if headed or first or (blank and _STRICT_FROM.match(m[0])):
            starts.append((m.start(), m.end()))
    for (_, begin), (end, _) in zip(starts, [*starts[1:], (len(data), 0)], strict=True):
        yield data[begin:end].lstrip(b"\r\n")


def _draft(raw: bytes, source: str, media_type: str) -> Draft | Failure:
    try:
        message = email.message_from_bytes(_QUOTED_FROM.sub(rb"\1", raw), policy=email.policy.compat32)
        body, encoding, kind, defects = _body(message)
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError, IndexError, AssertionError) as error:
        return Failure(source, f"a message that cannot be decoded ({type(error).__name__})", "look at it in a mail program")
    pipermail = media_type == "text/x-pipermail"
    subject = " ".join(_header(message, "Subject").split())
    sender = _header(message, "From")
    if not subject and not sender and not message.get("Date") and not body.strip():
        return Failure(source, "a broken message: no header and no text", "look at it in a mail program")
    posted = Post(
        subject=subject,
        sender=_AT.sub("@", sender) if pipermail else sender,
        receivers=", ".join(_header(message, name) for name in ("To", "Cc") if message.get(name)),
        date=_header(message, "Date"),
        message_id=_header(message, "Message-ID").strip(" <>") or None,
        list_id=_header(message, "List-Id"),
        archive="Pipermail" if pipermail else "",
    )
    if not message.get("Date") and not message.get("From"):
        defects = (
            *defects,
            Defect(DefectKind.MALFORMED, Span(0, 1), "a message without From and Date header", None, True, "mails.header"),
        )
    return post_draft(posted, body, raw, source, media_type, encoding, defects, html=kind == "text/html")


def _header(message: Message, name: str) -> str:
    """A header decoded (RFC 2047); raw 8-bit and broken encoded words are read as well as can be."""
    value = message.get(name)
    if value is None:
        return ""
    parts = []
    try:
        for piece, charset in email.header.decode_header(value):
            parts.append(piece if isinstance(piece, str) else decode(piece, charset)[0])
    except (ValueError, LookupError, email.errors.HeaderParseError):
        return str(value)
    return "".join(parts).encode("utf-8", "replace").decode("utf-8")


def _body(message: Message) -> tuple[str, str, str, tuple[Defect, ...]]:
    """(text, encoding, media type, defects) of the part to be read: plain text before HTML; attached mails are read too."""
    best: tuple[str, str, str, tuple[Defect, ...]] | None = None
    for part in message.walk():
        kind = part.get_content_type()
        if part.is_multipart() or kind not in ("text/plain", "text/html") or part.get_content_disposition() == "attachment":
            continue
        payload = part.get_payload(decode=True)
        text, encoding, defects = decode(payload if isinstance(payload, bytes) else b"", part.get_content_charset())
        if not text.strip():
            continue
        if best is None or (best[2] == "text/html" and kind == "text/plain"):
            best = (text, encoding, kind, defects)
    return best if best is not None else ("", "utf-8", "text/plain", ())


class Post:
    """The head of a post: decoded header texts ("" where absent)."""

    __slots__ = ("archive", "date", "list_id", "message_id", "receivers", "sender", "subject")

    def __init__(
        self, subject: str, sender: str, receivers: str, date: str, message_id: str | None, list_id: str, archive: str
    ) -> None:
        self.subject, self.sender, self.receivers, self.date = subject, sender, receivers, date
        self.message_id, self.list_id, self.archive = message_id, list_id, archive


def post_draft(
    post: Post, body: str, raw: bytes, source: str, media_type: str, encoding: str, defects: tuple[Defect, ...], html: bool = False
) -> Draft | Failure:
    """The kept text of a post is its subject, a blank line and its body; who sent it when to which list become hops."""
    if html:
        body = markup_text(body)
    body = _NEXT_PART.sub("\n\n", body).strip("\n")
    if not body.strip() and not post.subject.strip():
        return Failure(source, "a message without text", "attachments of other kinds are not read")
    text = f"{post.subject}\n\n{body}" if post.subject else body
    shift = len(text) - len(body)
    when = read_header_date(post.date, "mail header", "mails.date") if post.date else None
    evidence = (DateEvidence("mail-header", post.date, when),) if when else ()
    subject = (Zone(ZoneKind.SUBJECT, Span(0, len(post.subject)), "mails.subject"),) if post.subject else ()
    zones = (
        *subject,
        *(
            Zone(ZoneKind.LIST_FOOTER, Span(m.start(), m.start() + len(m[0].rstrip())), "mails.scrubbed")
            for m in _SCRUBBED.finditer(text, shift)
        ),
    )
    moved = tuple(_shifted(d, shift, len(text)) for d in defects)
    return Draft(
        raw, source, media_type, encoding, text, zones, evidence=evidence, hops=tuple(_hops(post, when)), defects=moved, message_id=post.message_id  # noqa: E501
    )  # fmt: skip


def _shifted(defect: Defect, shift: int, length: int) -> Defect:
    span = Span(min(defect.span.start + shift, length), min(defect.span.end + shift, length))
    return Defect(defect.kind, span, defect.evidence, defect.repair, defect.certain, defect.rule)


def _hops(post: Post, when: When | None) -> Iterator[Hop]:
    name, address = parseaddr(post.sender)
    if name or address:
        yield Hop(HopKind.POSTER, name or address, address=address or None, when=when, evidence=f"From: {post.sender}"[:300])
    tag = split_subject(post.subject)[0].strip("[] ")
    listed = re.match(r'\s*"?([^"<]*?)"?\s*<([^>]+)>', post.list_id)
    to = next((a for n, a in getaddresses([post.receivers]) if tag and tag.casefold() in (n + a).casefold()), None)
    if tag or listed:
        list_name = tag or (listed[1] or listed[2] if listed else "")
        evidence = f"subject tag [{tag}]" if tag else f"List-Id: {post.list_id}"[:300]
        yield Hop(HopKind.LIST, list_name, address=to or (listed[2] if listed else None), when=when, evidence=evidence)
    if post.archive:
        yield Hop(HopKind.ARCHIVE, post.archive, evidence="the archive's format")
