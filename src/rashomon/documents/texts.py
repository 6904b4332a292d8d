"""Plain text, also a pasted mail or forwarded article -> Draft. The kept text is the decoded bytes, newlines apart unchanged."""

from __future__ import annotations

from collections.abc import Iterator

from ..records import Failure, Received
from .drafts import Draft
from .encodings import decode, is_binary
from .exports import is_export, split_export


def read_text(received: Received) -> Iterator[Draft | Failure]:
    if is_binary(received.data):
        yield Failure(received.name, "not a text: binary data of no known format", "give the text, page or mail itself")
        return
    text, encoding, defects = decode(received.data)
    if is_export(text):
        yield from split_export(text, received.name, encoding)
        return
    yield Draft(received.data, received.name, "text/plain", encoding, text, defects=defects)
