"""Course -> SVG: the turns of its positions by issue, its commitments and its meetings, as far as they have a day."""

from __future__ import annotations

from collections.abc import Iterator

from ..timelines.courses import Course
from ..timelines.tellings import day_of, has_day
from .plots import Mark, plot


def draw_course(course: Course) -> str:
    """The drawing; "" where there is too little to draw."""
    return plot(list(_marks(course)))


def _marks(course: Course) -> Iterator[Mark]:
    for position in course.positions:
        for turn in position.turns:
            first = turn.told[0]
            if has_day(first):
                label = f"{turn.stance} ({day_of(first).isoformat()})"
                yield Mark(position.issue.name, day_of(first), None, turn.side, label)
    for one in course.commitments:
        if has_day(one.first):
            step, last = one.first.step, one.due.latest if one.due is not None else None
            yield Mark("commitments", day_of(one.first), last, None, f"{step.stance} {step.matter}: {one.outcome.value}")
    for gathering in course.gatherings:
        when = gathering.when
        if when is not None and when.earliest is not None:
            yield Mark("meetings", when.earliest, when.latest, None, f"{gathering.format} {gathering.place or ''}")
