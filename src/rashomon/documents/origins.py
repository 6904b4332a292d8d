"""Who published a report and how it came: outlet, wire credit, republisher, and the hops in order."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import parse_qs, unquote, urlsplit

from ..records import Hop, HopKind, Span, When, Zone, ZoneKind
from .credits import find_first_outlet, find_wire, host_of
from .drafts import Draft, Outlet, OutletTable
from .lines import address_of, split_subject
from .outlet_lines import Source, outlet_named, source_of, without_outlet
from .zones import OUTLET_LINE, SOURCE_LINE

_FOOTER_ARCHIVE = re.compile(r"\b(pipermail|mhonarc|hypermail|public-inbox|hyperkitty)\b", re.IGNORECASE)
_TRACKING = ("utm_", "fbclid", "gclid", "mc_cid", "mc_eid", "ref", "smid", "cmpid")


@dataclass(frozen=True, slots=True)
class Origin:
    """Where the report comes from. `is_forwarded`: someone posted a text that is not (only) their own."""

    address: str | None
    outlet: str | None
    site: str | None
    is_forwarded: bool


def clean_address(address: str) -> str:
    """The address behind mail filters' wrappers, without campaign parameters."""
    try:
        parts = urlsplit(address)
        query = parse_qs(parts.query)
        host = parts.hostname or ""
    except ValueError:
        return address
    if host.endswith("urldefense.com") and "__" in address:
        return address.split("__", 1)[1].split("__;", 1)[0]
    for wrapper, name in (
        ("safelinks.protection.outlook.com", "url"),
        ("google.", "q"),
        ("google.", "url"),
        ("urldefense.proofpoint.com", "u"),
    ):
        if wrapper in host and query.get(name) and "://" in unquote(query[name][0]):
            return unquote(query[name][0])
    kept = [p for p in parts.query.split("&") if p and not p.lower().startswith(_TRACKING)]
    return parts._replace(query="&".join(kept)).geturl() if len(kept) != len(parts.query.split("&")) else address


def find_origin(draft: Draft, zones: tuple[Zone, ...], tables: OutletTable) -> Origin:
    """The report's own address and outlet; a list's or archive's are not the report's."""
    own = draft.address
    if own is None:
        own = next((address_of(z.span.of(draft.text)) for z in zones if z.kind is ZoneKind.ADDRESS), None)
    own = clean_address(own) if own else None
    host = host_of(own) if own else ""
    named = (outlet_named(name, tables) for name in ((draft.site,) if draft.site else ()) + draft.mastheads)
    found: Outlet | Source | None = tables.outlet_by_host(host) if host else None
    found = found or next((source for source in named if source is not None), None)
    if found is None and own is None and draft.site is None:
        found = min(_told_sources(draft.text, zones, tables), key=lambda source: source.id is None, default=None)
    outlet, name = (found.id, found.name) if found is not None else (None, None)
    posted = any(h.kind is HopKind.POSTER for h in draft.hops)
    titled = any(z.kind is ZoneKind.TITLE for z in zones)
    site = (draft.site or name or host).encode("utf-8", "replace").decode("utf-8")  # JSON may name half a character
    return Origin(own, outlet, site or None, posted and (own is not None or titled))


def _told_sources(text: str, zones: tuple[Zone, ...], tables: OutletTable) -> Iterator[Source]:
    """What lines of the head and the foot, and the end of the headline, name; of those that the tables do not know, the head's."""
    in_head = True
    for zone in zones:
        in_head = in_head and zone.kind is not ZoneKind.BODY
        words = zone.span.of(text)
        if zone.rule.endswith(OUTLET_LINE) or zone.kind in (ZoneKind.DATE, ZoneKind.BOILERPLATE):
            told = source_of(words, tables)
            if told is not None and (in_head or told.id is not None):
                yield told
        elif zone.rule.endswith(SOURCE_LINE):
            yield Source(" ".join(words.split()))
        elif zone.kind is ZoneKind.TITLE and (named := without_outlet(words, tables)[1]) is not None:
            yield named


def find_hops(
    draft: Draft,
    zones: tuple[Zone, ...],
    origin: Origin,
    published: When | None,
    tables: OutletTable,
    forwards: tuple[Hop, ...] = (),
) -> tuple[Hop, ...]:
    """From the origin to the last carrier; `forwards` are those who passed the text on before the message at hand."""
    hops: list[Hop] = []
    wire = find_wire(draft.text, zones, tables, published)
    if wire is not None and (wire.id is None or wire.id != origin.outlet):
        hops.append(wire)
    credited = find_first_outlet(draft.text, zones, tables)
    if credited is not None and credited.name != origin.site and (credited.id is None or credited.id != origin.outlet):
        hops.append(credited)
    if origin.site:
        kind = HopKind.REPUBLISHER if credited in hops and credited is not None else HopKind.OUTLET
        hops.append(
            Hop(
                kind,
                origin.site,
                origin.outlet,
                origin.address,
                published,
                evidence="the report's own address" if origin.address else "the page" if draft.is_page else "a line of the text",
            )
        )
    hops += [*forwards, *draft.hops]
    if not any(h.kind is HopKind.LIST for h in draft.hops):
        hops += _list_hop(draft, zones)
    return (*hops, *_archive(draft.text, zones, hops))


def _list_hop(draft: Draft, zones: tuple[Zone, ...]) -> list[Hop]:
    subject = next((z for z in zones if z.kind is ZoneKind.SUBJECT), None)
    tag = split_subject(subject.span.of(draft.text))[0] if subject else ""
    if not subject or not tag:
        return []
    at = subject.span.start + subject.span.of(draft.text).find(tag)
    return [Hop(HopKind.LIST, tag.strip("[] "), span=Span(at, at + len(tag)), evidence=f"subject tag {tag}")]


def _archive(text: str, zones: tuple[Zone, ...], hops: list[Hop]) -> list[Hop]:
    if any(h.kind is HopKind.ARCHIVE for h in hops):
        return []
    for zone in zones:
        if zone.kind is ZoneKind.LIST_FOOTER:
            names = list(dict.fromkeys(m[1] for m in _FOOTER_ARCHIVE.finditer(zone.span.of(text)[:400])))
            if names and re.search(r"archive|generated|converted", zone.span.of(text)[:400], re.IGNORECASE):
                return [Hop(HopKind.ARCHIVE, " and ".join(names), span=zone.span, evidence=zone.span.of(text)[:300])]
    return []
