"""Whom a report credits with its text: the wire in its dateline, byline or last lines, and where it was published first."""
# ruff: noqa: E501 (patterns are kept whole)

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from urllib.parse import urlsplit

from ..records import Hop, HopKind, Span, When, Zone, ZoneKind
from .dates import day_when, find_day, find_open_day
from .drafts import OutletTable
from .lines import dateline_agency

# Name as credited -> the wire's name. Short forms count only where nothing but a credit can stand.
_WIRES = {
    "reuters": "Reuters", "thomson reuters": "Reuters", "ap": "Associated Press", "associated press": "Associated Press",
    "afp": "AFP", "agence france-presse": "AFP", "agence france presse": "AFP", "dpa": "dpa", "deutsche presse-agentur": "dpa", "xinhua": "Xinhua",
    "xinhua news agency": "Xinhua", "cns": "China News Service", "tass": "TASS", "itar-tass": "TASS", "ria novosti": "RIA Novosti", "ria": "RIA Novosti",
    "interfax": "Interfax", "interfax-ukraine": "Interfax-Ukraine", "sputnik": "Sputnik", "upi": "UPI", "united press international": "UPI", "ansa": "ANSA",
    "agi": "AGI", "adnkronos": "Adnkronos", "efe": "EFE", "europa press": "Europa Press", "lusa": "Lusa", "kyodo": "Kyodo News", "kyodo news": "Kyodo News",
    "jiji": "Jiji Press", "jiji press": "Jiji Press", "yonhap": "Yonhap", "yonhap news agency": "Yonhap", "kcna": "KCNA", "cna": "CNA", "vna": "VNA",
    "pti": "PTI", "press trust of india": "PTI", "ani": "ANI", "ians": "IANS", "uni": "UNI", "app": "APP", "bss": "BSS", "antara": "Antara",
    "bernama": "Bernama", "anadolu agency": "Anadolu Agency", "anadolu": "Anadolu Agency", "aa": "Anadolu Agency", "irna": "IRNA", "isna": "ISNA",
    "mna": "Mehr News Agency", "mehr": "Mehr News Agency", "mehr news agency": "Mehr News Agency", "fars": "Fars News Agency", "tasnim": "Tasnim",
    "sana": "SANA", "wam": "WAM", "spa": "SPA", "kuna": "KUNA", "qna": "QNA", "bna": "BNA", "petra": "Petra", "wafa": "WAFA", "mena": "MENA", "ina": "INA",
    "aps": "APS", "tap": "TAP", "lana": "LANA", "nan": "NAN", "sapa": "SAPA", "bloomberg": "Bloomberg", "bloomberg news": "Bloomberg",
    "ukrinform": "Ukrinform", "unian": "UNIAN", "belta": "BelTA", "trend": "Trend", "azertac": "Azertac", "armenpress": "Armenpress", "kazinform": "Kazinform",
    "tanjug": "Tanjug", "beta": "Beta", "hina": "Hina", "fena": "FENA", "sta": "STA", "bta": "BTA", "mia": "MIA", "ana": "ANA", "pap": "PAP", "ctk": "CTK",
    "čtk": "CTK", "tasr": "TASR", "mti": "MTI", "agerpres": "Agerpres", "elta": "ELTA", "leta": "LETA", "bns": "BNS", "ritzau": "Ritzau", "ntb": "NTB",
    "tt": "TT", "stt": "STT", "belga": "Belga", "anp": "ANP", "apa": "APA", "sda": "Keystone-SDA", "keystone-sda": "Keystone-SDA", "aap": "AAP",
    "canadian press": "The Canadian Press", "pa": "PA Media", "pa media": "PA Media", "press association": "PA Media",
}  # fmt: skip
# As they stand in running text: in their own capitals.
_NAMES = (
    "The Associated Press|Associated Press|Thomson Reuters|Reuters|Agence France[- ]Presse|Bloomberg News|Bloomberg|Xinhua News Agency|Xinhua|RIA Novosti|Interfax-Ukraine|Interfax|Kyodo News|Kyodo|"
    "Yonhap News Agency|Yonhap|Press Trust of India|Anadolu Agency|Anadolu|United Press International|Deutsche Presse-Agentur|The Canadian Press|Canadian Press|Press Association|PA Media|Europa Press|Jiji Press|"
    "Mehr News Agency|Ukrinform|Tanjug|Bernama|Sputnik|Antara|AFP|AP|dpa|DPA|UPI|PTI|ANI|IANS|TASS|EFE|ANSA|IRNA|WAM|KUNA|BelTA|KCNA|UNIAN|AAP|APA|PAP|CTK|MTI|SANA"
)
_AGENCY = rf"(?P<agency>{_NAMES})"
_SLASHED = r"(?:\s?[/&,]\s?[A-Z][\w. -]{1,25})?"  # "Reuters/Example"
_AT_AN_END = (
    re.compile(rf"(?:^|\n)\s*[—–-]{{1,2}}\s*{_AGENCY}{_SLASHED}\s*$"),
    re.compile(rf"\(\s?{_AGENCY}{_SLASHED}\s?\)\s*$"),
    re.compile(
        rf"^\s*\(?(?:(?:[Ss]ources?|[Vv]ia|[Cc]ourtesy(?: of)?|[Cc]redits?|[Aa]gency|[Ff]rom)\s*:?\s+)?(?:[Tt]he )?{_AGENCY}{_SLASHED}\)?\.?\s*$"
    ),
)
_ANYWHERE = (
    re.compile(
        rf"\b(?:[Ww]ith|[Aa]dditional)\s+(?:additional |agency |wire |some )?(?:inputs?|material|reporting|reports?|information|contributions?)?\s*(?:from|by)\s+(?:the )?{_AGENCY}\b"
    ),
    re.compile(rf"\b{_AGENCY}\s+(?:also )?contributed to this (?:report|story|article)"),
    re.compile(rf"(?:©|\([cC]\)|[Cc]opyright)\W{{0,3}}(?:\d{{4}}\W{{0,2}})?(?:by )?(?:[Tt]he )?{_AGENCY}\b"),
)
# Only Reuters closes with these words, only Xinhua with that one.
_REPORTED = re.compile(
    r"(?:^|[(\n])\s*(?:Additional )?(?:[Rr]eporting|[Ww]riting|[Ee]diting) by [^()\n]{3,300}(?:;|[Ee]diting by)[^()\n]{0,200}\)?\s*$"
)
_ENDITEM = re.compile(r"(?:^|\n|[.”\"]\s)\s*Enditem\s*$")
_REPUBLISHED = re.compile(
    r"(?:this|the) (?:article|story|piece|post|report|essay|commentary|column) (?:was |is |has been |originally |first )*(?:originally |first |also )*"
    r"(?:published|republished|appeared|posted|reprinted|reposted)(?: here)? (?:\w+ )?(?:in|on|by|at|from) (?:the )?(?P<a>https?://\S+|[A-Z][\w.&’' -]{1,50}?)(?=[.,;)]|\s+(?:and|under|on|with|at|in)\b|$)|"
    r"(?:originally|first) (?:published|posted|appeared) (?:in|on|by|at) (?:the )?(?P<b>https?://\S+|[A-Z][\w.&’' -]{1,50}?)(?=[.,;)]|\s+(?:and|under|on|with)\b|$)|"
    r"(?:re(?:published|printed|posted)|reproduced) (?:here )?(?:\w+ )?(?:with|by) (?:the )?(?:kind )?permission (?:from|of|by) (?:the )?(?P<c>[A-Z][\w.&’' -]{1,50}?)(?=[.,;)]|$)|"
    r"^\s*\(?(?:courtesy|source|via)(?: of)?\s*:\s*(?P<d>https?://\S+|[A-Z][\w.&’' -]{1,50}?)\)?\.?\s*$",
    re.IGNORECASE | re.MULTILINE,
)
_PARTS = re.compile(r"\s*[,/|&•·()]\s*|\s+and\s+|\s+[–—-]\s+")
_LATEST_PRINT = timedelta(60)  # a wire's report is not printed later
_LONGEST = 1500  # characters of a paragraph that may tell where a report was published first
_LAST = 6  # paragraphs at the end among which credits are looked for


def host_of(address: str) -> str:
    try:
        return (urlsplit(address).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def wire_name(words: str | None) -> str | None:
    """The wire's name, where words credit one and say nothing else."""
    folded = (words or "").strip(" .,").casefold()
    return _WIRES.get(folded.removeprefix("the "))


def find_wire(text: str, zones: tuple[Zone, ...], tables: OutletTable, published: When | None) -> Hop | None:
    """The wire that the report credits: in its dateline, its byline, else its first or last lines. The dateline's day is the
    wire's; its year is that of `published`, or the year before."""
    for name, span in _credits(text, zones):
        words = span.of(text).strip()
        return replace(credit_hop(HopKind.WIRE, name, span, words[:300], tables), when=_sent(words, published))
    return None


def _sent(dateline: str, published: When | None) -> When | None:
    found = find_day(dateline)
    if found is not None:
        return day_when(found[0], "explicit", "credits.dateline")
    partial = find_open_day(dateline)
    if partial is None or published is None or published.latest is None:
        return None
    days = (partial.on(y) for y in partial.years(published.latest.year - 1, published.latest.year))
    day = max((d for d in days if timedelta(-1) <= published.latest - d <= _LATEST_PRINT), default=None)
    return day_when(day, "context", "credits.dateline", 0.9) if day is not None else None


def _credits(text: str, zones: tuple[Zone, ...]) -> Iterator[tuple[str, Span]]:
    for zone in zones:
        if zone.kind is ZoneKind.DATELINE and (name := wire_name(dateline_agency(zone.span.of(text)))):
            yield name, zone.span
    for zone in zones:
        if zone.kind is ZoneKind.BYLINE:
            words = re.sub(r"^by\s+", "", zone.span.of(text), flags=re.IGNORECASE)
            yield from ((name, zone.span) for word in _PARTS.split(words) if (name := wire_name(word)))
    for zone in _ends(zones):
        piece = zone.span.of(text)[-600:]
        shift = zone.span.end - len(piece)
        for name, start, end in _told(piece):
            yield name, Span(shift + start, shift + end)


def _ends(zones: tuple[Zone, ...]) -> list[Zone]:
    """Where credits stand: the head's lone lines, the first and the last paragraphs; a picture's credit is not the text's."""
    first = next((n for n, z in enumerate(zones) if z.kind is ZoneKind.BODY), len(zones))
    head = [z for z in zones[:first] if z.kind in (ZoneKind.DECK, ZoneKind.SUBHEADING) and len(z.span) < 60]
    kinds = (ZoneKind.BODY, ZoneKind.BOILERPLATE, ZoneKind.SUBHEADING, ZoneKind.SIGNATURE)
    told = [z for z in zones[first:] if z.kind in kinds]
    last = [z for z in zones[-2:] if z.kind is ZoneKind.CREDIT]
    if last and any(z.kind is ZoneKind.CAPTION and z.span.end >= last[0].span.start - 4 for z in zones):
        last = []
    return [*head, *told[:1], *(z for z in told[-_LAST:] if z not in told[:1]), *last]


def _told(piece: str) -> Iterator[tuple[str, int, int]]:
    for pattern in (*_AT_AN_END, *_ANYWHERE):
        m = pattern.search(piece)
        name = wire_name(m["agency"]) if m else None
        if m and name:
            yield name, m.start(), m.end()
    for pattern, name in ((_REPORTED, "Reuters"), (_ENDITEM, "Xinhua")):
        if m := pattern.search(piece):
            yield name, m.start(), m.end()


def credit_hop(kind: HopKind, name: str, span: Span, evidence: str, tables: OutletTable) -> Hop:
    outlet = tables.outlet_by_name(name)
    return Hop(kind, outlet.name if outlet else name, outlet.id if outlet else None, span=span, evidence=evidence)


def find_first_outlet(text: str, zones: tuple[Zone, ...], tables: OutletTable) -> Hop | None:
    """Where the report says it was published before."""
    ends = [z for z in zones if z.kind in (ZoneKind.BODY, ZoneKind.BOILERPLATE, ZoneKind.LIST_FOOTER, ZoneKind.SUBHEADING)]
    for zone in (*ends[:2], *ends[-_LAST:]):
        m = _REPUBLISHED.search(zone.span.of(text)) if len(zone.span) <= _LONGEST else None
        if m is None:
            continue
        named = next(g for g in m.groups() if g).strip()
        span = Span(zone.span.start + m.start(), zone.span.start + m.end())
        if wire_name(named):
            continue
        if named.startswith("http"):
            outlet = tables.outlet_by_host(host_of(named))
            name, key = (outlet.name, outlet.id) if outlet else (host_of(named), None)
            return Hop(HopKind.OUTLET, name, key, named, span=span, evidence=m[0])
        return credit_hop(HopKind.OUTLET, named, span, m[0], tables)
    return None
