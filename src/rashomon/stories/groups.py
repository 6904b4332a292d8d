"""Readings -> Story: reports of one happening, by words, names and meaning; the same groups in whatever order they come."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

import numpy as np

from ..records import Document, Precision, Reading, Story, When, content_id
from .derivations import find_derivations
from .gists import Gist, gists_of
from .grouping import Group, Grouping
from .origins import find_origins
from .phases import find_phases
from .titles import choose_title

Encode = Callable[[Sequence[str]], np.ndarray[Any, np.dtype[np.float32]]]
MOST_ACTORS = 12


def group_stories(readings: Sequence[Reading], encode: Encode) -> tuple[Story, ...]:
    """Every reading in one story, a digest in one or more; stories in the order of their first reports. A story's id is that
    of its earliest report, so that it stays when later reports join."""
    gists = {gist.key: gist for own in gists_of(readings, encode) for gist in own}
    grouping = Grouping()
    grouping.add(gists.values())
    documents = {r.document.id: r.document for r in readings}
    return tuple(
        tell_story(group, [gists[key] for key in group.members], [documents[d] for d in group.documents])
        for group in grouping.groups()
    )


def one_story(readings: Sequence[Reading], encode: Encode) -> Story:
    """All readings (one at least) as one story, because the caller lays them side by side: with their derivations, an id of
    all documents, and score 0."""
    documents = {r.document.id: r.document for r in readings}
    gists = {gist.key: gist for own in gists_of(readings, encode) for gist in own}
    keys = tuple(sorted(gists, key=lambda key: (gists[key].day or date.max, key)))
    group = Group(content_id("sto", sorted(documents)), keys, (), 0.0)
    return tell_story(group, [gists[key] for key in keys], [documents[d] for d in group.documents])


def tell_story(group: Group, gists: Sequence[Gist], documents: Sequence[Document]) -> Story:
    """The story of a group, from the gists of its members and its documents, both in its order; of a report alone the document
    may be left out."""
    derivations = find_derivations(documents)
    origins = find_origins(group.documents, derivations)
    return Story(
        id=group.id,
        documents=group.documents,
        title=choose_title(gists, origins),
        when=_when(gists),
        actors=_actors(gists),
        derivations=derivations,
        origins=origins,
        linked=group.linked,
        score=group.score,
        phases=find_phases(gists),
    )


def _when(gists: Sequence[Gist]) -> When | None:
    """From the first publication to the last, of the reports that are dated; if none is, the day that most is told of."""
    days = [d for g in gists if g.published is not None for d in g.published]
    if days:
        return _span(min(days), max(days), "dates of publication")
    told = Counter(g.told for g in gists if g.told is not None)
    if not told:
        return None
    first, last = min(told, key=lambda span: (-told[span], span))
    return _span(first, last, "times of events")


def _span(first: date, last: date, basis: str) -> When:
    if first == last:
        return When(first.isoformat(), first.isoformat(), first, last, Precision.DAY, basis, "story span")
    value = f"{first.isoformat()}/{last.isoformat()}"
    return When(value, value, first, last, Precision.INTERVAL, basis, "story span")


def _actors(gists: Sequence[Gist]) -> tuple[str, ...]:
    """The actors that most reports name, those of most mentions first among equals."""
    reports: Counter[str] = Counter()
    mentions: Counter[str] = Counter()
    for gist in gists:
        mentions += Counter(dict(gist.actors))
        reports.update(actor for actor, _ in gist.actors)
    return tuple(sorted(reports, key=lambda a: (-reports[a], -mentions[a], a))[:MOST_ACTORS])
