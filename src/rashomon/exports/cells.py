"""What the rows of a dossier are made of: cells of citations, one report each."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from .citations import Citation
from .excerpts import Excerpt

_WORD = re.compile(r"\w+")
SLOTS = {
    "number": "How many",
    "date": "When",
    "place": "Where",
    "actor": "Who",
    "recipient": "To whom",
    "status": "How far it has come",
    "attribution": "On whose word",
    "cause": "Why",
}


@dataclass(frozen=True, slots=True)
class Cell:
    """What one report has in one row; `also` are the citations of those that have the same words."""

    letter: str
    citations: tuple[Citation, ...]
    note: str = ""
    also: tuple[Citation, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """`origins`: how many independent origins the `reports` reports of the row have; 0 where that was not counted."""

    title: str
    cells: tuple[Cell, ...]
    label: str = ""
    origins: int = 0
    reports: int = 0


@dataclass(frozen=True, slots=True)
class Telling:
    """What one report tells of a point; `same` are the first excerpts of those that tell it in the same words."""

    letter: str
    excerpts: tuple[Excerpt, ...]
    same: tuple[Excerpt, ...] = ()


@dataclass(frozen=True, slots=True)
class Choice:
    """One of the wordings between which reports differ, and where it stands, once a report."""

    words: str
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class Dispute:
    """In what the reports of a point differ. `hard`: both cannot hold; `whole`: whole sentences seem to differ, no words were found
    that do. `about`: words in which they differ, in the sentence that tells what it is about."""

    label: str
    reason: str
    hard: bool
    slot: str
    whole: bool = False
    score: float = 0.0
    choices: tuple[Choice, ...] = ()
    about: Citation | None = None

    @property
    def matters(self) -> bool:
        """Whether it is about the matter, not about whose word it rests on."""
        return self.slot != "attribution"

    @property
    def note(self) -> str:
        """The reason as far as it says more than the words between which they differ."""
        words = {plain_words(choice.words) for choice in self.choices}
        return "" if words.issuperset(plain_words(part) for part in self.reason.split(" / ")) else self.reason


@dataclass(frozen=True, slots=True)
class Gist:
    """A point in the plain words of one report, the letters of those that tell it, and of how many origins these are."""

    citation: Citation
    letters: tuple[str, ...]
    origins: int


@dataclass(frozen=True, slots=True)
class PointRow:
    """A point that several reports tell. `reports` of them tell it, of `origins` independent origins; `silent` are the letters
    of those that could have told it and do not, where at least two origins tell it; `unsure` where they may tell two things.
    `gist` is that of what is surest in the row, which fewer may tell."""

    tellings: tuple[Telling, ...]
    disputes: tuple[Dispute, ...]
    told_by: str
    reports: int
    origins: int
    silent: tuple[str, ...]
    unsure: bool
    gist: Gist

    @property
    def disputed(self) -> bool:
        """Whether they differ in the matter, not only in whose word they have for it."""
        return any(d.matters for d in self.disputes)

    @property
    def worded(self) -> bool:
        """Whether words were found in which they differ."""
        return any(d.matters and not d.whole for d in self.disputes)

    @property
    def hard(self) -> bool:
        return any(d.hard for d in self.disputes)


@dataclass(frozen=True, slots=True)
class Statement:
    """`chain` are those on whose word the speaker is quoted, the outermost first."""

    speaker: str
    force: str
    content: Citation
    chain: tuple[str, ...]


def unlike(citations: Iterable[Citation]) -> tuple[Citation, ...]:
    """Without those that repeat the words of one before: a headline that comes again, the same phrase twice."""
    kept: dict[str, Citation] = {}
    for citation in citations:
        kept.setdefault(" ".join(citation.exact.split()), citation)
    return tuple(kept.values())


def folded(tellings: Iterable[Telling]) -> tuple[Telling, ...]:
    """With those that tell a thing in the same words as one: copies say it once."""
    kept: dict[str, Telling] = {}
    for telling in tellings:
        key = plain_words(" ".join(p.text for e in telling.excerpts for p in e.pieces))
        first = kept.setdefault(key, telling)
        if first is not telling:
            kept[key] = replace(first, same=(*first.same, telling.excerpts[0]))
    return tuple(kept.values())


def plain_words(text: str) -> str:
    """The words alone, in small letters: what is the same whatever the marks around it."""
    return " ".join(_WORD.findall(text.lower()))


def origin(rule: str, score: float) -> str:
    """The rule or model behind a citation, with its score; "" where there is none."""
    return f"{rule}, {score:.2f}" if rule else ""
