"""Drafts -> parents: the innermost attribution whose content holds another's cue and content."""

from __future__ import annotations

from collections.abc import Sequence

from ..records import Span, cover
from .drafts import Draft, within


def find_parents(drafts: Sequence[Draft]) -> list[int | None]:
    """For each draft the position of its parent; no cycle can arise, a parent's content being larger or standing earlier."""
    sizes = [sum(map(len, d.content)) for d in drafts]
    reach = [cover(d.content) for d in drafts]
    order = sorted(range(len(drafts)), key=lambda i: (reach[i].start, -reach[i].end))
    parents: list[int | None] = [None] * len(drafts)
    open_ones: list[int] = []
    for i in order:
        open_ones = [j for j in open_ones if reach[j].end > reach[i].start]
        inside: list[Span] = [*drafts[i].cue, *drafts[i].content]
        holding = [
            j for j in open_ones if (sizes[j], -j) > (sizes[i], -i) and not drafts[j].term and within(inside, (*drafts[j].content,))
        ]
        if holding:
            parents[i] = min(holding, key=lambda j: (sizes[j], -j))
        open_ones.append(i)
    return parents
