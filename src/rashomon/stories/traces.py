"""Document -> Trace: what tells of a text's descent."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..records import DefectKind, Document
from .passages import Wording, wording_of
from .rewrites import Outline, outline_of
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
_TWO_PARTS = {"co", "com", "org", "net", "ac", "gov", "edu"}
EDGE = 600  # characters at either end in which a release says that it is one
SHORTEST = 5  # letters of an outlet's name that is looked for in another's text


@dataclass(frozen=True, slots=True)
class Trace:
    """`wires` are agencies that credit lines name, `cited` any that are named, `own` the agency that the outlet is; `names` how
    another may credit the outlet, letters alone; `letters` the text's own letters, to look for such names."""

    document: Document
    wording: Wording
    outline: Outline
    wires: frozenset[str]
    cited: frozenset[str]
    own: str | None
    names: tuple[str, ...]
    letters: str
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
        _letters(document.text),
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


def _letters(text: str) -> str:
    return re.sub(r"[\W_]+", "", text.lower())
