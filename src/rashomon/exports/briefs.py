"""Rows of a dossier -> the few that a reader in haste needs: what all tell, on what they part, what each has alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from .cells import Dispute, PointRow, plain_words
from .citations import Citation
from .excerpts import Excerpt
from .lone_points import Lone

MOST = 3  # points, differences
PLAIN = 120  # characters of a sentence that tells a thing in full and no more
FIT = "fit together"
STAGE = "status"  # the least of differences
REPORTS = 4  # from how many reports on a passage of each would be too long a list


@dataclass(frozen=True, slots=True)
class Gist:
    """A point in the plainest of its sentences, with the letters of those that tell it."""

    excerpt: Excerpt
    letters: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Parting:
    """A difference in the matter, and where the words stand in which they differ."""

    dispute: Dispute
    excerpts: tuple[Excerpt, ...]


@dataclass(frozen=True, slots=True)
class Brief:
    told: tuple[Gist, ...]
    parting: tuple[Parting, ...]
    alone: tuple[Citation, ...]

    def __len__(self) -> int:
        return len(self.told) + len(self.parting) + len(self.alone)


def find_brief(rows: Sequence[PointRow], only: Sequence[Lone], reports: int) -> Brief:
    """Of `rows` in their order; of what each of `reports` reports alone tells the chief passage."""
    sure = [row for row in rows if not row.unsure]
    common = sorted((r for r in sure if r.reports > 1 and r.origins > 1), key=lambda r: (-r.reports, _first(r)))
    gists: dict[str, Gist] = {}
    for gist in map(_gist, [row for row in common if row.reports == common[0].reports]):
        gists.setdefault(plain_words(gist.excerpt.text), gist)
    parted = sorted(
        (p for row in sure if (p := _parting(row)) is not None), key=lambda p: (not p.dispute.hard, p.dispute.slot == STAGE)
    )
    alone = [lone.chief for lone in only if lone.chief is not None] if reports <= REPORTS else []
    return Brief(tuple(gists.values())[:MOST], tuple(parted[:MOST]), tuple(alone))


def _first(row: PointRow) -> int:
    """Where the first of the reports tells it: what matters stands at the head."""
    return min(e.start for t in row.tellings for e in t.excerpts)


def _gist(row: PointRow) -> Gist:
    """The first sentence that is nearest to a plain length."""
    first = min((t.excerpts[0] for t in row.tellings), key=lambda e: abs(PLAIN - len(e.text)))
    letters = [letter for t in row.tellings for letter in (t.letter, *(e.letter for e in t.same))]
    return Gist(first, tuple(sorted(letters, key=lambda x: (len(x), x))))


def _parting(row: PointRow) -> Parting | None:
    """The first difference of the row in the matter; None where no words differ, or one is merely more exact than the other."""
    dispute = next((d for d in row.disputes if d.matters and not d.whole and not d.reason.endswith(FIT)), None)
    if dispute is None:
        return None
    first: dict[str, Excerpt] = {}  # of each report the first that has the words; a letter that stood twice would look like two
    for excerpt in (e for t in row.tellings for e in t.excerpts if any(p.mark == "lit" for p in e.pieces)):
        first.setdefault(excerpt.letter, excerpt)
    return Parting(dispute, tuple(first.values() or (t.excerpts[0] for t in row.tellings)))
