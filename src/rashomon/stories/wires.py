"""Document -> the wire services that it is credited to, and whether its outlet is itself one."""

from __future__ import annotations

import re

from ..records import Document, HopKind

# News agencies that sell their text; the same house under several names is one.
_WIRES = {
    "reuters": "reuters", "thomson reuters": "reuters", "associated press": "ap", "the associated press": "ap", "ap": "ap",
    "apnews": "ap", "afp": "afp", "agence france-presse": "afp", "agence france presse": "afp", "xinhua": "xinhua",
    "tass": "tass", "itar-tass": "tass", "ria novosti": "ria", "interfax": "interfax", "dpa": "dpa", "upi": "upi",
    "united press international": "upi", "ansa": "ansa", "efe": "efe", "kyodo": "kyodo", "kyodo news": "kyodo",
    "yonhap": "yonhap", "press association": "pa", "pa media": "pa", "pti": "pti", "press trust of india": "pti", "ani": "ani",
    "ians": "ians", "anadolu agency": "anadolu", "anadolu": "anadolu", "bloomberg": "bloomberg", "cna": "cna",
    "ukrinform": "ukrinform", "kcna": "kcna", "canadian press": "cp", "the canadian press": "cp", "aap": "aap",
}  # fmt: skip
_NAME = "|".join(sorted((re.escape(n) for n in _WIRES), key=len, reverse=True))
# A house that signs as an agency, known to the table or not: "Indus Press Agency", "Lagoon Wire".
_HOUSE_NAME = r"(?:[A-Z][\w-]+ ){1,3}(?:News Agency|Press Agency|News ?wire|Press Association|Wire(?: Service)?)"
_GIVEN = r"(?:reporting|reports?|inputs?|files?|material)"
_CREDITS = re.compile(
    rf"\((?P<a>{_NAME})\)\s*[-–—]|(?:©|copyright)\s*(?:\d{{4}}\s*)?(?P<b>{_NAME})\b|^\W*(?:(?:by|source:|from)\s+)?(?P<c>{_NAME})\W*$|"
    rf"\b(?:told|seen by|reported by)\s+(?P<d>{_NAME})\b|/(?P<e>{_NAME})\)|"
    rf"(?:\(|^\W*)(?:additional |with )?{_GIVEN}\s+(?:by|from)\s+(?P<f>{_NAME})\b",
    re.IGNORECASE | re.MULTILINE,
)
_HOUSE_CREDITS = re.compile(
    rf"\((?P<a>{_HOUSE_NAME})\)|^\W*(?:(?:[Bb]y|[Ss]ource:|[Ff]rom) )?(?P<b>{_HOUSE_NAME})(?: and [\w ]{{2,30}})?\W*$|"
    rf"\b[Ww]ith (?:additional )?(?:{_GIVEN} (?:by|from) )?(?P<c>{_HOUSE_NAME})\W*$|"
    rf"(?:\(|^\W*)(?:[Aa]dditional )?(?i:{_GIVEN}) (?:by|from) (?P<d>{_HOUSE_NAME})",
    re.MULTILINE,
)
_AGENCY_STYLE = re.compile(r"\((?:Additional )?Reporting by [^()]{3,200}; ?(?:Writing|Editing|Edtitng) by ", re.IGNORECASE)
# A dateline's own house ("OSLO, May 3 (NW) -"): whoever signs in that style then is not taken for Reuters.
_HOUSE = re.compile(rf"\((?!(?:{_NAME})\))[A-Z][\w. ]{{1,30}}\)\s*[-–—]")
# Outlets that are agencies by their own name ("outlet:meridian-news-agency", "lagoonwire.example").
_AGENCY = re.compile(r"(?:news|press|telegraph)[ -]?agency|wire$|press[ -]association|wire[ -]service", re.IGNORECASE)
DATELINE = 300  # characters in which the first dateline stands
EDGE = 3_000  # characters at either end of a report in which credits stand
CITED = re.compile(rf"\b(?P<a>{_NAME})\b", re.IGNORECASE)


def credited_wires(document: Document) -> frozenset[str]:
    """Wires that the report's credit lines, datelines and hops name (not those that it merely cites)."""
    text = document.text
    edges = text if len(text) <= 2 * EDGE else f"{text[:EDGE]}\n{text[-EDGE:]}"
    found = {_WIRES[g.lower()] for m in _CREDITS.finditer(edges) for g in m.groups() if g}
    found |= {_letters(g) for m in _HOUSE_CREDITS.finditer(edges) for g in m.groups() if g}
    if _AGENCY_STYLE.search(edges) and _HOUSE.search(text[:DATELINE]) is None:
        found.add("reuters")
    found |= {_WIRES[h.name.lower()] for h in document.hops if h.kind is HopKind.WIRE and h.name.lower() in _WIRES}
    found |= {_WIRES[b.lower()] for b in document.byline if b.lower() in _WIRES}
    return frozenset(found | ({own} if (own := own_wire(document)) else set()))


def cited_wires(document: Document) -> frozenset[str]:
    """Wires that are named anywhere in the report."""
    return frozenset(_WIRES[m["a"].lower()] for m in CITED.finditer(document.text[: 10 * EDGE]) if m["a"][0].isupper())


def own_wire(document: Document) -> str | None:
    """The wire that the report's outlet is, if it is one ("www.reuters.com", "bigstory.ap.org", "outlet:reuters")."""
    for name in (document.outlet, document.site):
        stem = (name or "").lower().removeprefix("outlet:")
        labels = stem.split(".")
        own = labels[-2] if len(labels) > 1 else stem
        if found := _WIRES.get(own) or _WIRES.get(own.replace("-", " ")):
            return found
        if _AGENCY.search(own):
            return _letters(own)
        signed = _HOUSE_CREDITS.search(document.text[:DATELINE])
        if own and signed is not None and (house := _letters(next(filter(None, signed.groups())))).startswith(_letters(own)):
            return house
    return None


def _letters(name: str) -> str:
    return re.sub(r"[\W_]+", "", name.lower())
