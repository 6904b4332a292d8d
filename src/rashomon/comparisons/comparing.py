"""Story + Readings -> Comparison: the whole room on one screen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache

from ..records import Comparison, Point, Reading, Relation, Story, ToldBy, content_id
from .alignment import align, judged, likenesses, sureness
from .clauses import told_spans
from .contradictions import find_contradictions
from .differences import find_differences, told_once
from .likeness import Encode, measure
from .meetings import find_meetings
from .opinions import Judge, asked_once
from .points import make_point
from .quotations import shared_quotations
from .repeats import told_alike
from .shelves import find_shelves
from .silences import find_echoes, with_silences
from .tellings import Telling, telling_of
from .threads import find_threads, parted, within
from .units import find_units
from .unlike import find_unlike
from .wordings import find_wordings


def compare(story: Story, readings: Sequence[Reading], encode: Encode, judge: Judge | None = None) -> Comparison:
    """Lays the accounts of `readings` side by side. `encode` gives unit vectors, one row a text (all sentences and clauses
    go through it in one call); `judge` reads pairs of sentences again, those that look alike
    and those of one point (models.PointJudge). Rows are ordered: told by all, by some, by one, each in the order of the first
    report.

    With one reading every point is told by one and nothing is left out."""
    units = find_units(readings)
    texts = [r.document.text for r in readings]
    measures = measure(units, readings, encode)
    pairs = likenesses(units, measures)
    judge = judge and asked_once(judge)
    aligned = told_alike(units, pairs if judge is None else judged(units, pairs, judge))
    shelves = find_shelves(readings)
    in_order = list(shelves.values())

    @cache
    def telling(i: int) -> Telling:
        return telling_of(units[i], in_order[units[i].report])

    groups = align(units, aligned)
    threads = find_threads(units, groups, aligned, len(readings))
    if len(threads) > 1:
        groups, pairs = parted(threads, units, groups), within(threads, units, pairs)
    groups = (*groups, *find_contradictions(units, telling, pairs, groups))
    rows = list(told_spans(groups, units, texts, measures))
    told_of = [group for group, _ in rows]
    retold = _retold(story, readings)
    differences = told_once(find_differences(units, telling, told_of, pairs, encode, retold))
    if judge is not None:
        differences = find_unlike(units, telling, told_of, aligned, differences, judge, retold)
    points = [
        make_point(story, shelves, units, told, sureness(group, aligned), own, measures.vectors)
        for (group, told), own in zip(rows, differences, strict=True)
    ]
    documents = tuple(r.document.id for r in readings)
    matters = tuple(tuple(documents[r] for r in thread) for thread in threads)
    echoes = find_echoes(units, measures.vectors, pairs, len(in_order))
    points = with_silences(points, [told for _, told in rows], shelves, matters, echoes)
    return Comparison(
        id=content_id("cmp", story.id, sorted(r.document.id for r in readings)),
        story=story,
        documents=documents,
        meetings=find_meetings(readings),
        points=tuple(sorted(points, key=_order(readings))),
        wordings=tuple(
            w for own in threads if len(own) > 1 for w in find_wordings(units, in_order, pairs, measures, encode, frozenset(own))
        ),
        quotations=shared_quotations(readings, encode),
        threads=matters,
    )


def _retold(story: Story, readings: Sequence[Reading]) -> frozenset[frozenset[int]]:
    """Numbers of two reports of which one is the other's text, copied or in other words."""
    number = {reading.document.id: i for i, reading in enumerate(readings)}
    whole = (d for d in story.derivations if d.relation is not Relation.INDEPENDENT and not d.partial)
    return frozenset(frozenset(number[i] for i in d.documents) for d in whole if all(i in number for i in d.documents))


def _order(readings: Sequence[Reading]) -> Callable[[Point], tuple[int, int, int]]:
    places = {r.document.id: i for i, r in enumerate(readings)}
    told = list(ToldBy)

    def key(point: Point) -> tuple[int, int, int]:
        first = point.accounts[0]
        return told.index(point.told_by), places[first.document], first.spans[0].start

    return key
