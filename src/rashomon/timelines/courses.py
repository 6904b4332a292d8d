"""Kept steps -> Course: one actor's line through its affairs: positions by issue, commitments, meetings, bonds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from ..errors import NotFoundError
from ..records import Affair, KeptStep
from ..tables import Tables
from .commitments import Commitment, find_commitments
from .issues import Encode, Issue, about, nearest
from .meetings import Gathering, find_gatherings
from .origins import Derive, Origins
from .positions import AFFAIRS, Position, find_positions
from .states import BONDS, Excerpt, Line, Section, alike, make_line
from .tellings import day_of, has_day, latest_versions, principals


@dataclass(frozen=True, slots=True)
class Course:
    """What became of an actor's affairs (`other`: those with that actor; `issue`: those of that name), up to a day and as known
    on a day. `positions` are the actor's own, one an issue; `lines` all the rest that has a day, oldest first; `excerpt` as that
    of a State."""

    actor: str | None
    other: str | None
    issue: str | None
    on: date | None
    known: date | None
    positions: tuple[Position, ...]
    commitments: tuple[Commitment, ...]
    gatherings: tuple[Gathering, ...]
    lines: tuple[Line, ...]
    excerpt: Excerpt | None = None

    @property
    def issues(self) -> tuple[Issue, ...]:
        return tuple(p.issue for p in self.positions)


def find_course(
    kept: Sequence[KeptStep],
    tables: Tables,
    actor: str,
    on: date,
    *,
    other: str | None = None,
    issue: str | None = None,
    known: date | None = None,
    encode: Encode | None = None,
    names: Mapping[str, str] | None = None,
    derive: Derive | None = None,
) -> Course:
    """The course of an actor. NotFoundError, with the nearest names, where no issue answers to `issue`."""
    latest = latest_versions(kept)
    held = tuple(k for k in latest if actor in (*k.step.actors, *k.step.counterparts))
    held = tuple(k for k in held if other is None or other in (*k.step.actors, *k.step.counterparts))
    stances = [k for k in held if k.step.affair in AFFAIRS]
    origins = Origins(latest, derive)
    positions = find_positions(stances, actor, encode, names, origins)
    commitments = find_commitments([k for k in held if actor in k.step.actors], on, encode, origins)
    sought = {actor, *((other,) if other is not None else ())}
    gatherings = tuple(g for g in find_gatherings(latest, tables, on, origins) if sought <= {*g.parties, *g.guests, *g.absent})
    if issue is not None:
        return _on_issue(issue, Course(actor, other, issue, on, known, positions, commitments, gatherings, ()))
    return Course(actor, other, None, on, known, positions, commitments, gatherings, _lines(held, actor, commitments, origins))


def _on_issue(text: str, course: Course) -> Course:
    meant = about(text, course.issues)
    ids = {i.id for i in meant}
    steps = frozenset().union(*(i.steps for i in meant))
    commitments = tuple(c for c in course.commitments if any(k.step.id in steps for k in c.told) or about(text, [_as_issue(c)]))
    if not meant and not commitments:
        near = nearest(text, course.issues)
        hint = f"did you mean {'; '.join(near)}?" if near else "the actor has no position on any issue here"
        raise NotFoundError("no such issue", text, hint)
    positions = tuple(p for p in course.positions if p.issue.id in ids)
    return Course(course.actor, course.other, text, course.on, course.known, positions, commitments, (), ())


def _as_issue(commitment: Commitment) -> Issue:
    matter = commitment.first.step.matter
    return Issue("", matter, (matter.casefold(),), frozenset())


def _lines(held: Sequence[KeptStep], actor: str, commitments: Sequence[Commitment], origins: Origins) -> tuple[Line, ...]:
    """Deeds towards others and from others, what others demand, and what they say, told by however many reports; positions and
    promises stand elsewhere."""
    used = {k.step.id for c in commitments for k in (*c.told, *c.closed_by)}
    sections: dict[Section, list[KeptStep]] = {}
    for one in held:
        section = _section(one, actor)
        if section is not None and one.step.id not in used:
            sections.setdefault(section, []).append(one)
    found = [
        make_line(section, group, origins, principals(group[-1].step.actors), "", "")
        for section, kept in sections.items()
        for group in alike(kept)
    ]
    return tuple(sorted(found, key=lambda n: (not has_day(n.told[0]), day_of(n.told[0]))))


def _section(kept: KeptStep, actor: str) -> Section | None:
    step = kept.step
    mine = actor in step.actors
    if step.affair is Affair.MEETING or (mine and step.own and step.affair in AFFAIRS):
        return None
    if step.affair is Affair.DEMAND:
        return Section.DEMANDS
    if step.affair is Affair.ACT and step.own:
        return Section.ACTS
    if step.affair in BONDS:
        return BONDS[step.affair]
    if mine and not step.own and step.affair is not Affair.EXPECTATION:
        return Section.CLAIMS
    return None
