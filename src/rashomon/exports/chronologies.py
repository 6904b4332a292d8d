"""Story + Readings -> the lines of the chronology: each sentence once, what several reports tell of one day as one line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..records import Comparison, Entry, Reading, Span, Status, ToldBy, When
from ..timelines import story_timeline
from .citations import Citation, Citations, surroundings
from .drafts import ASIDE
from .phrases import is_wide, when_phrase
from .stages import told_stage

SPOKEN = ("statement", "position")  # labels of the chronology: that somebody spoke is no event of it


@dataclass(frozen=True, slots=True)
class Line:
    """`also` are the letters of the reports that tell it too; `label` is the stage of what is not done."""

    when: str
    label: str
    citation: Citation
    also: tuple[str, ...] = ()


def find_chronology(comparison: Comparison, readings: Sequence[Reading], citations: Citations) -> list[Line]:
    """A line for each dated sentence that tells an act; those dated only to within years come last, or they would stand before
    all others. Of two times of one sentence that fit together the more exact one counts."""
    by_id = {r.document.id: r for r in readings}
    shared = _shared(comparison)
    lines: dict[tuple[bool, str, str], list[tuple[str, Span, str]]] = {}
    for when, entry, sentence in _exact(list(_dated(comparison, readings))):
        words = " ".join(sentence.of(by_id[entry.document].document.text).split())
        points = (point for point in shared.get(entry.document, ()) if any(sentence.overlaps(s) for s in point[1]))
        key = is_wide(when), when_phrase(when), max(points, default=(0.0, (), words))[2]
        stage = told_stage(by_id[entry.document], entry.record).replace("-", " ")
        lines.setdefault(key, []).append((entry.document, sentence, stage))
    return [_line(key[1], told, comparison, citations) for key, told in sorted(lines.items(), key=lambda line: line[0][0])]


def _line(when: str, told: Sequence[tuple[str, Span, str]], comparison: Comparison, citations: Citations) -> Line:
    """In the words of the first of the reports that has them from none of the others."""
    documents = {document for document, _, _ in told}
    takers = {d for x in comparison.story.derivations if x.source in documents for d in x.documents if d != x.source} & documents
    place = {d: (d in takers, n) for n, d in enumerate(comparison.documents)}
    first = min(documents, key=place.__getitem__)
    cited = citations.cite(first, next(sentence for document, sentence, _ in told if document == first))
    stages = [stage for _, _, stage in told]
    also = tuple(citations.letters[d] for d in sorted(documents - {first}, key=place.__getitem__))
    return Line(when, "" if Status.DONE in stages else stages[0], cited, also)


def _shared(comparison: Comparison) -> dict[str, list[tuple[float, tuple[Span, ...], str]]]:
    """By document: score, spans and id of the points that it shares with others."""
    out: dict[str, list[tuple[float, tuple[Span, ...], str]]] = {}
    for point in comparison.points:
        for account in point.accounts if point.told_by is not ToldBy.ONE else ():
            out.setdefault(account.document, []).append((point.score, account.spans, point.id))
    return out


def _dated(comparison: Comparison, readings: Sequence[Reading]) -> Iterator[tuple[When, Entry, Span]]:
    by_id = {r.document.id: r for r in readings}
    acts = {e.id for r in readings for e in r.events}
    for entry in story_timeline(comparison.story, readings).entries:
        headed = by_id[entry.document].document.zone_at(entry.span.start) in ASIDE
        if headed or entry.record not in acts or entry.label.lower().startswith(SPOKEN):
            continue
        if entry.when is not None and (entry.when.earliest or entry.when.latest):
            yield entry.when, entry, surroundings(by_id[entry.document], entry.span)


def _exact(rows: list[tuple[When, Entry, Span]]) -> Iterator[tuple[When, Entry, Span]]:
    """Without the times of a sentence that hold another time of it: "November" beside "13 November"."""
    times: dict[tuple[str, Span], list[When]] = {}
    for when, entry, sentence in rows:
        times.setdefault((entry.document, sentence), []).append(when)
    for when, entry, sentence in rows:
        if not any(_within(other, when) for other in times[entry.document, sentence]):
            yield when, entry, sentence


def _within(one: When, other: When) -> bool:
    """Whether `one` is the more exact of two times that fit together."""
    if one.earliest is None or one.latest is None:
        return False
    first, last = other.earliest or one.earliest, other.latest or one.latest
    shorter = None in (other.earliest, other.latest) or one.latest - one.earliest < last - first
    return shorter and first <= one.earliest and one.latest <= last
