"""Damage to characters: mojibake, no-break spaces, words glued together."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..records import Defect, DefectKind, Document, Span

# What UTF-8 looks like when read as cp1252: a lead byte as a letter, its continuation bytes as signs.
_CONTINUATION = "\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ"
_MOJIBAKE = re.compile(f"(?:[\xc2-\xdf][{_CONTINUATION}]|[\xe0-\xef][{_CONTINUATION}]{{2}}|[\xf0-\xf4][{_CONTINUATION}]{{3}})+")
_NO_BREAK = re.compile("[\u00a0\u202f]+")
_GLUED = re.compile(
    r"(?P<closing>(?<!\w)(?=[\w.,!?…])\w{0,40}[.,!?…]{0,3}[”»])(?P<after>[^\W\d_]{2,40}|[A-Z]\b)|(?P<closing2>\b[^\W\d_]{2,40}[.,!?]\")(?P<after2>[A-Z][a-z]+)|"
    r"(?P<word>\b(?:a|[a-z]{2,}))(?P<opening>[“«][^\W\d_]+)|(?P<first>\b(?:of|in|to|and|for|with|by|from|at|that|on))(?P<article>the)\b|"
    r"(?P<clause>\b[a-z]{2,},)(?P<goes_on>[a-z]{2,}\b)(?![.\w]*[/@])|(?P<end>\b[a-z]{3,}[.!?])(?P<next>[A-Z][a-z]{2,}\b)(?!\.\w)|"
    r"(?P<end2>\b[a-z]{2}[.!?])(?P<next2>(?:The|He|She|It|They|But|We|This|That|There|His|Her|Their|As|And|If)\b)(?!\.\w)"
)
# What each way of `_GLUED` has at its heart: sound texts are through in a tenth of the time.
_MAY_BE_GLUED = re.compile(
    r"[a-z][,.!?][A-Za-z]|[\w.,!?…][”»][^\W\d_]|[.,!?]\"[A-Z]|[a-z][“«]|\b(?:of|in|to|and|for|with|by|from|at|that|on)the\b"
)
_ADDRESS_NEAR = re.compile(r"(?:https?://|www\.|@)\S*$")


def sign_defects(document: Document) -> Iterator[Defect]:
    text = document.text
    for m in _MOJIBAKE.finditer(text):
        repair = _repaired(m[0])
        if repair is not None:
            yield Defect(DefectKind.ENCODING, Span(*m.span()), f"UTF-8 read as cp1252: {m[0]!r}", repair, True, "defects.mojibake")
    lost = text.find("\ufffd")
    if lost >= 0:
        evidence = f"{text.count(chr(0xFFFD))} characters could not be decoded"
        yield Defect(DefectKind.ENCODING, Span(lost, lost + 1), evidence, None, True, "defects.undecoded")
    runs = _NO_BREAK.findall(text)
    first = _NO_BREAK.search(text)
    if first is not None:
        evidence = f"{len(runs)} runs of no-break spaces" if len(runs) > 1 else "a no-break space"
        yield Defect(DefectKind.NO_BREAK_SPACE, Span(*first.span()), evidence, " ", True, "defects.no-break-space")
    yield from _glued(text)


def _repaired(run: str) -> str | None:
    """The run as it was before the wrong decoding; None where it is no such thing."""
    try:
        data = b"".join(c.encode("latin-1") if "\x80" <= c <= "\x9f" else c.encode("cp1252") for c in run)
        repair = data.decode("utf-8")
    except (UnicodeEncodeError, UnicodeDecodeError):
        return None
    return repair if all(c.isprintable() or c.isspace() for c in repair) else None


def _glued(text: str) -> Iterator[Defect]:
    if _MAY_BE_GLUED.search(text) is None:
        return
    for m in _GLUED.finditer(text):
        closing, after = m["closing"] or m["closing2"], m["after"] or m["after2"]
        if closing:
            evidence, repair, certain = "no space after a closing quotation mark", f"{closing} {after}", m["closing"] is not None
        elif m["opening"]:
            evidence, repair, certain = "no space before an opening quotation mark", f"{m['word']} {m['opening']}", True
        elif m["first"]:
            evidence, repair, certain = "two small words run together", f"{m['first']} {m['article']}", True
        elif _ADDRESS_NEAR.search(text, max(0, m.start() - 80), m.start() + 1):
            continue
        elif m["clause"]:
            evidence, repair, certain = "no space after a comma", f"{m['clause']} {m['goes_on']}", False
        else:
            pair = f"{m['end'] or m['end2']} {m['next'] or m['next2']}"
            evidence, repair, certain = "no space between two sentences", pair, False
        yield Defect(DefectKind.MISSING_SPACE, Span(*m.span()), evidence, repair, certain, "defects.glued")
