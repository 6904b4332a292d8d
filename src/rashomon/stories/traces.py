"""Document -> Trace: what tells of a text's descent."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..records import DefectKind, Document
from .commonness import SHARE
from .passages import Wording, wording_of
from .retellings import Outline, outline_of
from .wires import cited_wires, credited_wires, own_wire

# Damage that comes from copying: words go lost, pages leave their labels behind, letters break.
_DAMAGE = {
    DefectKind.REWORDED,
    DefectKind.LOST_WORDS,
    DefectKind.CUT_SENTENCE,
    DefectKind.ENCODING,
    DefectKind.DUPLICATED_PASSAGE,
    DefectKind.LABEL_APPENDED,
    DefectKind.LIST_TAG,
}
# Where people put up what others wrote.
_REPUBLISHERS = re.compile(
    r"blogspot|wordpress|typepad|livejournal|tumblr|medium\.com|substack|reddit\.|freerepublic|democraticunderground|forum|"
    r"discuss|mailman|groups\.(?:google|yahoo)|listserv|aggregat|newspage|newsnow|beforeitsnews|nowpublic|yardbarker|"
    r"topix|newslocker|headlines|commondreams\.org/newswire",
    re.IGNORECASE,
)
_RELEASES = re.compile(
    r"press[-_ ]?release|newsroom|prnewswire|businesswire|globenewswire|eurekalert|//(?:www\.)?[\w.-]+\.(?:gov|mil)(?:\.\w\w)?/|"
    r"//blog\.[\w-]+",
    re.IGNORECASE,
)
_RELEASED = re.compile(r"\b(?:for immediate release|press release|(?:media|news) contact|release:\s*\d)", re.IGNORECASE)
_NAMED = re.compile(r"(?:\b([Tt]he)\s+)?((?:\b[A-Z][\w&'’-]*\s?){1,5})")
_SITE = re.compile(r"\b([\w-]{3,})\.(?:com|org|net|info|news|eu|int|co|gov|[a-z]{2})\b")
_TWO_PARTS = {"co", "com", "org", "net", "ac", "gov", "edu"}
EDGE = 600  # characters at either end in which a release says that it is one
SHORTEST = 5  # letters of an outlet's name that is looked for in another's text
LONGEST = 60_000  # characters in which it is looked for


@dataclass(frozen=True, slots=True)
class Trace:
    """`wires` are agencies that credit lines name, `cited` any that are named, `own` the agency that the outlet is; `names` how
    another may credit the outlet, letters alone; `credits` what the text names so ("dailymail", "thetimes")."""

    document: Document
    wording: Wording
    outline: Outline
    wires: frozenset[str]
    cited: frozenset[str]
    own: str | None
    names: tuple[str, ...]
    credits: frozenset[str]
    republished: bool
    released: bool
    damage: tuple[str, ...]


def trace_of(document: Document) -> Trace:
    """The trace of one document."""
    address = document.address or (f"//{document.site}/" if document.site else "")
    edges = f"{document.text[:EDGE]}\n{document.text[-EDGE:]}"
    return Trace(
        document,
        wording_of(document),
        outline_of(document),
        credited_wires(document),
        cited_wires(document),
        own_wire(document),
        tuple(_names(document)),
        _credits(document.text[:LONGEST]),
        bool(_REPUBLISHERS.search(address)),
        bool(_RELEASES.search(address) or _RELEASED.search(edges)),
        tuple(dict.fromkeys(d.kind.value for d in document.defects if d.kind in _DAMAGE)),
    )


def _names(document: Document) -> list[str]:
    """The outlet's id and its site's own label, letters alone ("dailymail")."""
    found = []
    for name in (document.outlet, document.site):
        stem = (name or "").lower().removeprefix("outlet:").removeprefix("the-").removeprefix("www.")
        labels = stem.split("/")[0].split(".")
        if len(labels) > 1:
            labels = labels[:-1]
            if len(labels) > 1 and labels[-1] in _TWO_PARTS:
                labels = labels[:-1]
        found.append(_letters(labels[-1]))
    return [name for name in dict.fromkeys(found) if len(name) >= SHORTEST]


def _credits(text: str) -> frozenset[str]:
    """Names of up to four words and sites, letters alone; a name of one common word only with its article."""
    found = {_letters(m[1]) for m in _SITE.finditer(text.lower())}
    for m in _NAMED.finditer(text):
        words = [_letters(word) for word in m[2].split()]
        for start in range(len(words)):
            for end in range(start + 1, min(len(words), start + 4) + 1):
                name = "".join(words[start:end])
                if end - start > 1 or name not in SHARE or (start == 0 and m[1]):
                    found.add(name)
    return frozenset(name for name in found if len(name) >= SHORTEST)


def _letters(text: str) -> str:
    return re.sub(r"[\W_]+", "", text.lower())
