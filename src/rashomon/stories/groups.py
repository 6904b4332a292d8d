"""Readings -> Story: reports of one happening, by words, names and meaning; the same groups in whatever order they come."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

import numpy as np

from ..records import Derivation, Document, Precision, Reading, Relation, Story, When, content_id
from .derivations import find_derivations
from .gists import Gist, gists_of
from .grouping import Group, Grouping
from .origins import find_origins
from .phases import find_phases

Encode = Callable[[Sequence[str]], np.ndarray[Any, np.dtype[np.float32]]]
MOST_ACTORS = 12
_TAKEN = {Relation.COPY, Relation.REWRITE}


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
    first = _first(gists, derivations) or _central(gists)
    return Story(
        id=group.id,
        documents=group.documents,
        title=first.title,
        when=_when(gists),
        actors=_actors(gists),
        derivations=derivations,
        origins=find_origins(group.documents, derivations),
        linked=group.linked,
        score=group.score,
        phases=find_phases(gists),
    )


def _central(gists: Sequence[Gist]) -> Gist:
    """The report that the others are most like."""
    vectors = np.array([np.frombuffer(g.vector, "<f2") for g in gists], np.float32)
    return gists[int(np.argmax(vectors @ vectors.mean(axis=0)))]


def _first(gists: Sequence[Gist], derivations: Sequence[Derivation]) -> Gist | None:
    """The earliest dated report that has a title and took its text from no other; None where there is none."""
    takers = {d for v in derivations if v.source is not None and v.relation in _TAKEN for d in v.documents if d != v.source}
    named = [g for g in gists if g.title and g.published is not None]
    own = [g for g in named if g.document not in takers and not g.doubtful] or [g for g in named if g.document not in takers]
    return min(own, key=lambda g: (g.day or date.max, g.document), default=None)


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
