"""Rows of a dossier -> the few that a reader in haste needs: what all tell, on what they part, what each has alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..comparisons.choices import FIT
from .cells import Dispute, Gist, PointRow, plain_words
from .citations import Citation
from .excerpts import Excerpt
from .lone_points import Lone

MOST = 3  # points, differences
STAGE = "status"  # the least of differences that may both hold
REPORTS = 4  # from how many reports on a passage of each would be too long a list


@dataclass(frozen=True, slots=True)
class Brief:
    """`parting` are differences in the matter."""

    told: tuple[Gist, ...]
    parting: tuple[Dispute, ...]
    alone: tuple[Citation, ...]

    def __len__(self) -> int:
        return len(self.told) + len(self.parting) + len(self.alone)


def find_brief(rows: Sequence[PointRow], only: Sequence[Lone], reports: int) -> Brief:
    """Of `rows` in their order; of what each of `reports` reports alone tells the chief passage. What is disputed, in its own
    row or in another, is told by nobody in common."""
    sure = [row for row in rows if not row.unsure]
    disputed = [e for row in sure if row.disputed for t in row.tellings for e in (*t.excerpts, *t.same)]
    agreed = [r for r in sure if not r.disputed and r.gist.origins > 1 and not any(_holds(e, r.gist.citation) for e in disputed)]
    common = [r.gist for r in sorted(agreed, key=lambda r: (-len(r.gist.letters), _first(r)))]
    gists: dict[str, Gist] = {}
    for gist in common:
        if len(gist.letters) == len(common[0].letters):
            gists.setdefault(plain_words(gist.citation.exact), gist)
    parted = sorted((d for row in sure if (d := _parting(row)) is not None), key=_weight)
    alone = [lone.chief for lone in only if lone.chief is not None] if reports <= REPORTS else []
    return Brief(tuple(gists.values())[:MOST], tuple(parted[:MOST]), tuple(alone))


def _holds(excerpt: Excerpt, words: Citation) -> bool:
    return excerpt.letter == words.letter and excerpt.start < words.end and words.start < excerpt.end


def _first(row: PointRow) -> int:
    """Where the first of the reports tells it: what matters stands at the head."""
    return min(e.start for t in row.tellings for e in t.excerpts)


def _weight(dispute: Dispute) -> tuple[bool, bool, float]:
    """What cannot both hold first, the surest of it before the rest; what else differs in the order of the rows."""
    return (False, False, -dispute.score) if dispute.hard else (True, dispute.slot == STAGE, 0.0)


def _parting(row: PointRow) -> Dispute | None:
    """The first difference of the row in the matter; None where no words differ, or one is merely more exact than the other."""
    return next((d for d in row.disputes if d.matters and not d.whole and not d.reason.endswith(FIT)), None)
