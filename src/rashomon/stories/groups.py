"""Readings -> Story: reports of one happening, by words, names and meaning; the same groups in whatever order they come."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import numpy as np

from ..records import DefectKind, Derivation, Document, Precision, Reading, Relation, Story, When, content_id
from .bags import Bag, bag_of, cosine, lead, telling_text
from .derivations import find_derivations
from .linkage import link
from .origins import find_origins
from .weights import SAME_STORY

Encode = Callable[[Sequence[str]], np.ndarray[Any, np.dtype[np.float32]]]
MERGE = 0.30  # mean likeness of two groups that are still one story
LINK = 0.12  # likeness from which a story is linked with another's report: background, a sequel, a neighbour
NEAR = 0.35  # cosine of the leads below which two reports are not looked at
MOST = 100  # neighbours of a report that are looked at
BLOCK = 1_024  # rows of the cosine table held at once
SAME_DAYS = 4  # publication dates this far apart are one story's, all else being equal
DECAY = 120.0  # days more that bring the likeness down to a third
MOST_ACTORS = 12
VAGUE = timedelta(days=31)  # publication dates less exact than this date nothing
_TAKEN = {Relation.COPY, Relation.REWRITE}
_CLEAR = {Precision.TIME, Precision.DAY, Precision.WEEK, Precision.MONTH}


def group_stories(readings: Sequence[Reading], encode: Encode) -> tuple[Story, ...]:
    """Every reading in one story; stories in the order of their first reports. A story's id is that of its earliest report,
    so that it stays when later reports join."""
    ordered = _in_order(readings)
    vectors = lead_vectors([r.document for r in ordered], encode)
    pairs = likenesses([r.document for r in ordered], vectors)
    groups = link(len(ordered), {p: v for p, v in pairs.items() if v > 0.02}, MERGE)
    linked = _linked(groups, pairs)
    return tuple(_story(group, ordered, vectors, pairs, linked.get(number, ())) for number, group in enumerate(groups))


def one_story(readings: Sequence[Reading], encode: Encode) -> Story:
    """All readings (one at least) as one story, because the caller lays them side by side: with their derivations, an id of
    all documents, and score 0."""
    ordered = _in_order(readings)
    vectors = lead_vectors([r.document for r in ordered], encode)
    story = _story(range(len(ordered)), ordered, vectors, {}, ())
    return replace(story, id=content_id("sto", sorted(story.documents)), score=0.0)


def _in_order(readings: Sequence[Reading]) -> list[Reading]:
    """The earliest first, each once."""
    ordered = sorted(readings, key=lambda r: (_day(r.document) or date.max, r.document.id))
    return [r for i, r in enumerate(ordered) if i == 0 or r.document.id != ordered[i - 1].document.id]


def lead_vectors(documents: Sequence[Document], encode: Encode) -> np.ndarray[Any, np.dtype[np.float32]]:
    """The encoded beginnings of reports, one row of length 1 each."""
    if not documents:
        return np.zeros((0, 1), dtype=np.float32)
    return encode([lead(d, telling_text(d)) for d in documents])


def likenesses(documents: Sequence[Document], vectors: Any) -> dict[tuple[int, int], float]:
    """Probability that two reports tell of one happening, for all pairs (i < j) whose leads are near enough."""
    bags = [bag_of(d, telling_text(d)) for d in documents]
    days = [_day(d) for d in documents]
    keys = list(_neighbours(vectors))
    features = np.array([_features(bags[i], bags[j], c) for i, j, c in keys], dtype=np.float32).reshape(len(keys), 3)
    values = SAME_STORY.probability(features)
    return {(i, j): float(p) * _closeness(days[i], days[j]) for (i, j, _), p in zip(keys, values, strict=True)}


def _neighbours(vectors: Any) -> Iterator[tuple[int, int, float]]:
    """(i, j, cosine) with i < j, of each report its MOST nearest above NEAR; the table is made in blocks of rows."""
    seen: set[tuple[int, int]] = set()
    for start in range(0, len(vectors), BLOCK):
        table = vectors[start : start + BLOCK] @ vectors.T
        for row, values in enumerate(table):
            i = start + row
            near = np.flatnonzero(values >= NEAR)
            if len(near) > MOST:
                near = near[np.argsort(-values[near], kind="stable")[:MOST]]
            for j in near.tolist():
                key = (min(i, j), max(i, j))
                if i != j and key not in seen:
                    seen.add(key)
                    yield *key, float(values[j])


def _features(left: Bag, right: Bag, leads: float) -> tuple[float, float, float]:
    return cosine(left.words, right.words), cosine(left.names, right.names), leads


def _day(document: Document) -> date | None:
    """The day of publication if it is known to a month: a wider span says nothing."""
    when = document.published
    if when is None or when.earliest is None or when.latest is None or when.latest - when.earliest > VAGUE:
        return None
    return when.earliest


def _closeness(one: date | None, other: date | None) -> float:
    """1 for reports of the same days, less the further apart they were published; unknown dates do not part."""
    if one is None or other is None:
        return 1.0
    apart = abs((one - other).days)
    return float(np.exp(-max(0, apart - SAME_DAYS) / DECAY))


def _linked(groups: Sequence[Sequence[int]], pairs: dict[tuple[int, int], float]) -> dict[int, tuple[int, ...]]:
    """For each group the reports of other groups that come near it."""
    home = {i: number for number, group in enumerate(groups) for i in group}
    near: dict[int, dict[int, float]] = {}
    for (i, j), p in pairs.items():
        if home[i] != home[j] and p >= LINK:
            for inside, outside in ((i, j), (j, i)):
                own = near.setdefault(home[inside], {})
                own[outside] = max(p, own.get(outside, 0.0))
    return {number: tuple(sorted(own, key=lambda k: (-own[k], k))) for number, own in near.items()}


def _story(
    group: Sequence[int], readings: Sequence[Reading], vectors: Any, pairs: dict[tuple[int, int], float], linked: Sequence[int]
) -> Story:
    own = [readings[i] for i in group]
    known = [pairs[i, j] for x, i in enumerate(group) for j in group[x + 1 :] if (i, j) in pairs]
    derivations = find_derivations([r.document for r in own], vectors[list(group)])
    central = own[int(np.argmax(vectors[list(group)] @ vectors[list(group)].mean(axis=0)))].document
    first = _first(own, derivations) or central
    return Story(
        id=content_id("sto", own[0].document.id),
        documents=tuple(r.document.id for r in own),
        title=first.title or lead(first, telling_text(first))[:120],
        when=_when(own),
        actors=_actors(own),
        derivations=derivations,
        origins=find_origins([r.document.id for r in own], derivations),
        linked=tuple(readings[i].document.id for i in linked),
        score=round(sum(known) / len(known), 3) if known else 1.0,
    )


def _first(readings: Sequence[Reading], derivations: Sequence[Derivation]) -> Document | None:
    """The earliest dated report that has a title and took its text from no other; None where there is none."""
    takers = {d for v in derivations if v.source is not None and v.relation in _TAKEN for d in v.documents if d != v.source}
    doubtful = {r.document.id for r in readings if any(f.kind is DefectKind.REWORDED for f in r.document.defects)}
    named = [r.document for r in readings if r.document.title and _day(r.document) is not None]
    own = [d for d in named if d.id not in takers | doubtful] or [d for d in named if d.id not in takers]
    return min(own, key=lambda d: (_day(d) or date.max, d.id), default=None)


def _when(readings: Sequence[Reading]) -> When | None:
    """From the first publication to the last, of the reports that are dated; if none is, the day that most is told of."""
    dated = [r.document.published for r in readings if _day(r.document) is not None]
    days = [d for when in dated if when is not None for d in (when.earliest, when.latest) if d is not None]
    if not days:
        return _told_of(readings)
    first, last = min(days), max(days)
    if first == last:
        return When(first.isoformat(), first.isoformat(), first, last, Precision.DAY, "dates of publication", "story span")
    value = f"{first.isoformat()}/{last.isoformat()}"
    return When(value, value, first, last, Precision.INTERVAL, "dates of publication", "story span")


def _told_of(readings: Sequence[Reading]) -> When | None:
    """The time, known to a month or better, that most events have; of several the first."""
    times = Counter(e.when for r in readings for e in r.events if e.when is not None and e.when.precision in _CLEAR)
    if not times:
        return None
    best = min(times, key=lambda w: (-times[w], w.earliest or date.max, w.value))
    return replace(best, basis="times of events", rule="story span")


def _actors(readings: Sequence[Reading]) -> tuple[str, ...]:
    """The actors that most reports name, those of most mentions first among equals."""
    reports: Counter[str] = Counter()
    mentions: Counter[str] = Counter()
    for reading in readings:
        named = Counter(a for m in reading.mentions for a in m.actors)
        mentions += named
        reports.update(set(named))
    return tuple(sorted(reports, key=lambda a: (-reports[a], -mentions[a], a))[:MOST_ACTORS])
