"""A document -> its versions: the same message, address or file read again with other bytes, and what changed each time."""

from __future__ import annotations

import difflib
from dataclasses import dataclass

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
    same = store.versions(identity)
    documents = [store.document(one) for one in same]
    before = [None, *documents[:-1]]
    return tuple(
        Version(document, same[document.id], changes(old, document)) for old, document in zip(before, documents, strict=True)
    )


def changes(old: Document | None, new: Document) -> str:
    """The unified diff of two kept texts, by paragraph; "" where there is nothing to compare."""
    if old is None:
        return ""
    names = (old.id, new.id)
    return "\n".join(difflib.unified_diff(old.text.splitlines(), new.text.splitlines(), *names, n=1, lineterm=""))
