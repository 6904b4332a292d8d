"""The head lines of messages inside a message -> who passed the text on, and when."""

from __future__ import annotations

import re
from collections.abc import Iterator
from email.utils import parseaddr

from ..records import Hop, HopKind, Span, When, Zone, ZoneKind
from .dates import read_header_date
from .lines import MAIL_HEADER, SENDER_FIELDS, SENT_FIELDS

_MAILTO = re.compile(r"[<\[(]\s*mailto:\s*([^\s<>\[\]()]+)\s*[>\])]", re.IGNORECASE)  # as Outlook writes addresses


def find_forwards(text: str, zones: tuple[Zone, ...]) -> tuple[Hop, ...]:
    """The senders of the messages that were passed on, the first of them first (it stands last in the text)."""
    return tuple(_forwards(text, zones))[::-1]


def _forwards(text: str, zones: tuple[Zone, ...]) -> Iterator[Hop]:
    """A hop for each run of head lines that names a sender."""
    run: list[tuple[str, str, Span]] = []
    for zone in (*zones, None):
        if zone is not None and zone.kind is ZoneKind.LIST_HEADER:
            run += _fields(text, zone.span)
        elif run:
            hop = _hop(run)
            if hop is not None:
                yield hop
            run = []


def _fields(text: str, span: Span) -> Iterator[tuple[str, str, Span]]:
    at = span.start
    for line in span.of(text).split("\n"):
        m = MAIL_HEADER.fullmatch(line.strip())
        if m:
            yield m[1].casefold(), m[2].strip(), Span(at, at + len(line))
        at += len(line) + 1


def _hop(run: list[tuple[str, str, Span]]) -> Hop | None:
    sender = next(((value, span) for name, value, span in run if name in SENDER_FIELDS), None)
    if sender is None:
        return None
    name, address = parseaddr(_MAILTO.sub(r"<\1>", sender[0].replace(" at ", "@") if "@" not in sender[0] else sender[0]))
    whens: Iterator[When | None] = (read_header_date(v, "mail header", "forwards.date") for n, v, _ in run if n in SENT_FIELDS)
    when = next((w for w in whens if w is not None), None)
    shown = name or address or sender[0]
    return Hop(HopKind.POSTER, shown, address=address or None, when=when, span=sender[1], evidence=f"From: {sender[0]}"[:300])
