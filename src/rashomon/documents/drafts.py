"""What a reader of one format hands on: kept text, and what the format itself tells of it, before zones and defects are found."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from ..records import DateEvidence, Defect, Hop, Span, Zone, ZoneKind

LONGEST_REPORT = 2_000_000  # characters: about a thousand pages; whatever is longer is no single report


class Outlet(Protocol):
    """What this room needs to know of an outlet."""

    @property
    def id(self) -> str: ...
    @property
    def name(self) -> str: ...


class OutletTable(Protocol):
    """Outlets by host ("asia.example.com") or by a name or alias ("Example Asia"); None where unknown."""

    def outlet_by_host(self, host: str) -> Outlet | None: ...
    def outlet_by_name(self, name: str) -> Outlet | None: ...


@dataclass(frozen=True, slots=True)
class Draft:
    """A report half made. `zones` holds only what the format itself tells; `evidence` dates outside the text or in `zones`."""

    raw: bytes
    source: str
    media_type: str
    encoding: str
    text: str
    zones: tuple[Zone, ...] = ()
    title: str = ""
    address: str | None = None
    site: str | None = None
    mastheads: tuple[str, ...] = ()  # words that may be the outlet's name: they count where the tables know them
    language: str = ""
    authors: tuple[str, ...] = ()
    evidence: tuple[DateEvidence, ...] = ()
    hops: tuple[Hop, ...] = ()
    defects: tuple[Defect, ...] = ()
    message_id: str | None = None
    is_page: bool = False
    modified: datetime | None = None  # the time of the file that it was read from


@dataclass(frozen=True, slots=True)
class Part:
    """One paragraph of a text to be laid out; `kind` None where only its wording can tell."""

    text: str
    kind: ZoneKind | None = None
    rule: str = ""


def lay_out(parts: list[Part]) -> tuple[str, tuple[Zone, ...]]:
    """The parts with a blank line between them, and the zones of those whose kind is known; halves of characters are "?"."""
    pieces: list[str] = []
    zones: list[Zone] = []
    at = 0
    for part in parts:
        piece = part.text.strip()
        if not piece:
            continue
        if part.kind is not None:
            zones.append(Zone(part.kind, Span(at, at + len(piece)), part.rule))
        pieces.append(piece)
        at += len(piece) + 2
    text = "\n\n".join(pieces)
    return text.encode("utf-8", "replace").decode("utf-8"), tuple(zones)
