"""A document -> its versions: the same message, address or file read again with other bytes, and what changed each time."""

from __future__ import annotations

import difflib
from dataclasses import dataclass
from urllib.parse import urlsplit

from ..records import Document
from ..store import Store


@dataclass(frozen=True, slots=True)
class Version:
    """One version: the document, when it was first read, and the unified diff of the kept text to the version before ("" for the
    first, and where only bytes differ that the text does not show)."""

    document: Document
    read_at: str
    changes: str


def versions(store: Store, identity: str) -> tuple[Version, ...]:
    """All versions of a document in order of reading, itself among them."""
    lines = {kept.document: kept for kept in store.documents()}
    keys = {one: version_key(lines[one].source, address, message) for one, address, message in store.carriers() if one in lines}
    own = keys.get(identity)
    same = [one for one in lines if one == identity or (own is not None and keys.get(one) == own)]
    documents = [store.document(one) for one in same]
    before = [None, *documents[:-1]]
    return tuple(
        Version(document, lines[document.id].read_at, changes(old, document))
        for old, document in zip(before, documents, strict=True)
    )


def version_key(source: str, address: str | None, message_id: str | None) -> tuple[str, str] | None:
    """What two versions of a document share: the message id of a mail, else the address, else the file's path; None for what
    came through a pipe. Scheme, "www.", fragment and a last slash of an address do not matter."""
    if message_id:
        return "message", message_id
    if address:
        try:
            parts = urlsplit(address)
            host = (parts.hostname or "").removeprefix("www.")
        except ValueError:
            return "address", address
        return "address", f"{host}{parts.path.rstrip('/')}{f'?{parts.query}' if parts.query else ''}"
    return None if source == "-" else ("file", source)


def changes(old: Document | None, new: Document) -> str:
    """The unified diff of two kept texts, by paragraph; "" where there is nothing to compare."""
    if old is None:
        return ""
    names = (old.id, new.id)
    return "\n".join(difflib.unified_diff(old.text.splitlines(), new.text.splitlines(), *names, n=1, lineterm=""))
