"""Who published a report and how it came: outlet, wire credit, republisher, and the hops in order."""
# ruff: noqa: E501 (patterns are kept whole)

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import parse_qs, unquote, urlsplit

from ..records import Hop, HopKind, Span, When, Zone, ZoneKind
from .drafts import Draft, Outlet, OutletTable
from .lines import address_of, dateline_agency, split_subject

_WIRES = {
    "reuters": "Reuters", "ap": "Associated Press", "associated press": "Associated Press", "afp": "AFP", "dpa": "dpa", "xinhua": "Xinhua", "tass": "TASS",
    "itar-tass": "TASS", "ria novosti": "RIA Novosti", "interfax": "Interfax", "upi": "UPI", "ansa": "ANSA", "efe": "EFE", "kyodo": "Kyodo News",
    "kyodo news": "Kyodo News", "yonhap": "Yonhap", "pti": "PTI", "ani": "ANI", "ians": "IANS", "anadolu agency": "Anadolu Agency", "aa": "Anadolu Agency",
    "bloomberg": "Bloomberg", "ukrinform": "Ukrinform", "unian": "UNIAN", "belta": "BelTA", "irna": "IRNA", "sana": "SANA", "kcna": "KCNA", "apa": "APA",
    "aap": "AAP", "cna": "CNA", "mti": "MTI", "pap": "PAP", "ctk": "CTK", "jiji": "Jiji Press", "sputnik": "Sputnik", "wam": "WAM", "bernama": "Bernama",
}  # fmt: skip
_CREDIT = re.compile(
    r"\((?:additional )?(?:reporting|writing|editing) by [^()]{3,300}?;?[^()]{0,200}\)|(?:^|\n)\s*[—–-]{1,2}\s*([A-Z][\w ]{1,25})\s*$|"
    r"\(with (?:inputs|agency inputs|material|reporting)? ?from ([A-Z][\w ]{1,25})[^()]{0,60}\)|©\s*(?:\d{4} )?(?:The )?(Associated Press|Reuters|AFP|Thomson Reuters|Agence France-Presse)\b"
)
_REPUBLISHED = re.compile(
    r"(?:this|the) (?:article|story|piece|post|report|essay|commentary|column) (?:was |is |has been |originally |first )*(?:originally |first |also )*"
    r"(?:published|republished|appeared|posted|reprinted|reposted)(?: here)? (?:\w+ )?(?:in|on|by|at|from) (?:the )?(https?://\S+|[A-Z][\w.&’' -]{1,50}?)(?=[.,;)]|\s+(?:and|under|on|with|at|in)\b|$)|"
    r"(?:originally|first) (?:published|posted|appeared) (?:in|on|by|at) (?:the )?(https?://\S+|[A-Z][\w.&’' -]{1,50}?)(?=[.,;)]|\s+(?:and|under|on|with)\b|$)",
    re.IGNORECASE | re.MULTILINE,
)
_FOOTER_ARCHIVE = re.compile(r"\b(pipermail|mhonarc|hypermail|public-inbox|hyperkitty)\b", re.IGNORECASE)
_TRACKING = ("utm_", "fbclid", "gclid", "mc_cid", "mc_eid", "ref", "smid", "cmpid")


@dataclass(frozen=True, slots=True)
class Origin:
    """Where the report comes from. `is_forwarded`: someone posted a text that is not (only) their own."""

    address: str | None
    outlet: str | None
    site: str | None
    is_forwarded: bool


def host_of(address: str) -> str:
    try:
        return (urlsplit(address).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


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
    outlet = (tables.outlet_by_host(host) if host else None) or (tables.outlet_by_name(draft.site) if draft.site else None)
    posted = any(h.kind is HopKind.POSTER for h in draft.hops)
    titled = any(z.kind is ZoneKind.TITLE for z in zones)
    site = draft.site or (outlet.name if outlet else None) or host or None
    return Origin(own, outlet.id if outlet else None, site, posted and (own is not None or titled))


def find_hops(
    draft: Draft, zones: tuple[Zone, ...], origin: Origin, published: When | None, tables: OutletTable
) -> tuple[Hop, ...]:
    """From the origin to the last carrier."""
    hops: list[Hop] = []
    wire = _wire(draft.text, zones, tables)
    if wire is not None and (wire.id is None or wire.id != origin.outlet):
        hops.append(wire)
    credited = _republished(draft.text, zones, tables)
    if credited is not None and credited.name != origin.site and (credited.id is None or credited.id != origin.outlet):
        hops.append(credited)
    if origin.site and (origin.outlet or origin.address or draft.is_page):
        kind = HopKind.REPUBLISHER if credited in hops and credited is not None else HopKind.OUTLET
        hops.append(
            Hop(
                kind,
                origin.site,
                origin.outlet,
                origin.address,
                published,
                evidence="the report's own address" if origin.address else "the page",
            )
        )
    hops += draft.hops
    if not any(h.kind is HopKind.LIST for h in draft.hops):
        hops += _list_hop(draft, zones)
    return (*hops, *_archive(draft.text, zones, hops))


def _wire(text: str, zones: tuple[Zone, ...], tables: OutletTable) -> Hop | None:
    for zone in zones:
        if zone.kind is ZoneKind.DATELINE:
            name = _wire_name(dateline_agency(zone.span.of(text)))
            if name:
                return _credit(HopKind.WIRE, name, zone.span, zone.span.of(text), tables)
    bodies = [z for z in zones if z.kind in (ZoneKind.BODY, ZoneKind.BYLINE, ZoneKind.BOILERPLATE)]
    for zone in (*bodies[:1], *bodies[-6:]):
        piece = zone.span.of(text)[-600:]
        for m in _CREDIT.finditer(piece):
            shift = zone.span.end - len(piece)
            name = next((_wire_name(g) for g in m.groups() if g), "Reuters" if "ting by" in m[0] else None)
            if name:
                return _credit(HopKind.WIRE, name, Span(shift + m.start(), shift + m.end()), m[0].strip(), tables)
    for zone in zones:
        if zone.kind is ZoneKind.BYLINE:
            name = next(
                (
                    _wire_name(word)
                    for word in re.split(r"[,/|&]| and ", re.sub(r"^by ", "", zone.span.of(text), flags=re.IGNORECASE))
                    if word
                ),
                None,
            )
            if name:
                return _credit(HopKind.WIRE, name, zone.span, zone.span.of(text), tables)
    return None


def _wire_name(words: str | None) -> str | None:
    return _WIRES.get(words.strip().casefold()) if words else None


def _credit(kind: HopKind, name: str, span: Span, evidence: str, tables: OutletTable) -> Hop:
    outlet: Outlet | None = tables.outlet_by_name(name)
    return Hop(kind, outlet.name if outlet else name, outlet.id if outlet else None, span=span, evidence=evidence)


def _republished(text: str, zones: tuple[Zone, ...], tables: OutletTable) -> Hop | None:
    ends = [z for z in zones if z.kind in (ZoneKind.BODY, ZoneKind.BOILERPLATE, ZoneKind.LIST_FOOTER)]
    for zone in (*ends[:2], *ends[-6:]):
        if len(zone.span) > 1500:
            continue
        m = _REPUBLISHED.search(zone.span.of(text))
        if m:
            named = (m[1] or m[2]).strip()
            span = Span(zone.span.start + m.start(), zone.span.start + m.end())
            if named.startswith("http"):
                outlet = tables.outlet_by_host(host_of(named))
                return Hop(
                    HopKind.OUTLET,
                    outlet.name if outlet else host_of(named),
                    outlet.id if outlet else None,
                    named,
                    span=span,
                    evidence=m[0],
                )
            return _credit(HopKind.OUTLET, named, span, m[0], tables)
    return None


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
