"""A page of a MHonArc or Pipermail archive -> the post it shows, no navigation; an index page -> a Failure that says so."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from ..records import Failure, Received
from .drafts import Draft
from .encodings import decode
from .mails import Post, post_draft
from .markup import markup_text

_COMMENT = re.compile(r"<!--X-([A-Za-z0-9-]+):\s*(.*?)\s*-->", re.DOTALL)
_BODY = re.compile(r"<!--X-Body-of-Message-->(.*?)(?:<!--X-Body-of-Message-End-->|<!--X-MsgBody-End-->|\Z)", re.DOTALL)
_HEAD = re.compile(r"<!--X-Head-of-Message-->(.*?)<!--X-Head-of-Message-End-->", re.DOTALL)
_HEAD_FIELD = re.compile(r"<li>\s*<(?:em|strong|b)>\s*([\w-]+)\s*</(?:em|strong|b)>\s*:\s*(.*?)</li>", re.DOTALL | re.IGNORECASE)
_TAG = re.compile(r"<[^>]{0,400}>")
_ARCHIVER = re.compile(r"<!--\s*MHonArc|<!--X-Subject:|mhonarc\.org", re.IGNORECASE)
# MHonArc turns "@A-Z[" and "a-z" by half their length, so that it is its own inverse ("@" <-> "N").
_CAPITALS, _SMALL = "@ABCDEFGHIJKLMNOPQRSTUVWXYZ[", "abcdefghijklmnopqrstuvwxyz"
_TURNED = str.maketrans(_CAPITALS + _SMALL, _CAPITALS[14:] + _CAPITALS[:14] + _SMALL[13:] + _SMALL[:13])


def is_mhonarc(data: bytes) -> bool:
    head = data[:4000].decode("latin-1")
    return "<!--X-Head-End-->" in head or _ARCHIVER.search(head) is not None


_ARTICLE = re.compile(r"<!--beginarticle-->(.*?)(?:<!--endarticle-->|\Z)", re.DOTALL | re.IGNORECASE)
_PIPER_HEAD = re.compile(
    r"<h1>(?P<subject>.*?)</h1>.{0,200}?<b>(?P<name>.*?)</b>.{0,400}?title=\"[^\"]{0,400}\">\s*(?P<address>[^<]{0,200}?)\s*</a>.{0,100}?<i>(?P<date>.*?)</i>",
    re.DOTALL | re.IGNORECASE,
)


def is_pipermail_page(data: bytes) -> bool:
    return b"<!--beginarticle-->" in data[:20_000]


def read_pipermail_page(received: Received) -> Iterator[Draft | Failure]:
    text, encoding, defects = decode(received.data, declared_charset(received.data))
    body, head = _ARTICLE.search(text), _PIPER_HEAD.search(text[:20_000])
    told = {k: html.unescape(_TAG.sub("", v)).strip() for k, v in head.groupdict().items()} if head else {}
    address = told.get("address", "").replace(" at ", "@")
    post = Post(
        subject=" ".join(told.get("subject", "").split()),
        sender=f"{told['name']} <{address}>" if told else "",
        receivers="",
        date=told.get("date", ""),
        message_id=None,
        list_id="",
        archive="Pipermail",
    )
    yield post_draft(post, markup_text(body[1]) if body else "", received.data, received.name, "text/html", encoding, defects)


def read_mhonarc(received: Received) -> Iterator[Draft | Failure]:
    text, encoding, defects = decode(received.data, declared_charset(received.data))
    fields = {name.lower(): html.unescape(value) for name, value in _COMMENT.findall(text)}
    body = _BODY.search(text)
    if body is None and "subject" not in fields:
        yield Failure(
            received.name, "an index page of a mail archive: it holds no report", "give the message pages it links to", lost=False
        )
        return
    shown = _shown(text)
    sender = (
        html.unescape(fields["from-r13"].translate(_TURNED)) if "from-r13" in fields else fields.get("from", shown.get("from", ""))
    )
    post = Post(
        subject=" ".join((fields.get("subject") or shown.get("subject", "")).split()),
        sender=sender,
        receivers=shown.get("to", ""),
        date=fields.get("date") or shown.get("date", ""),
        message_id=fields.get("message-id"),
        list_id="",
        archive="MHonArc",
    )
    yield post_draft(post, markup_text(body[1]) if body else "", received.data, received.name, "text/html", encoding, defects)


def _shown(text: str) -> dict[str, str]:
    head = _HEAD.search(text)
    return {n.lower(): html.unescape(_TAG.sub("", v)).strip() for n, v in _HEAD_FIELD.findall(head[1])} if head else {}


_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]{2,40})", re.IGNORECASE)


def declared_charset(data: bytes) -> str | None:
    """The charset that a page's head declares."""
    m = _CHARSET.search(data[:8000])
    return m[1].decode("ascii") if m else None
