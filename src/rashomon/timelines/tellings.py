"""Kept steps: the day each counts for, who stands behind a list of actors, and which versions hold."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from ..records import Header, KeptStep

YEAR = timedelta(days=366)
FORGOTTEN = timedelta(days=400)  # without a day of its own: after this nobody knows what became of it


def told_on(header: Header) -> date:
    """The day on which a report was out: that of its publication at the latest, else that of its reading."""
    published = header.published
    if published is not None and is_dated(header) and (day := published.latest or published.earliest) is not None:
        return day
    return header.read_at.date()


def is_dated(header: Header) -> bool:
    """Whether the day of publication is known, at least to the year."""
    published = header.published
    if published is None or (published.earliest is None and published.latest is None):
        return False
    return published.earliest is None or published.latest is None or published.latest - published.earliest <= YEAR


def day_of(kept: KeptStep) -> date:
    """The day that a step counts for: when it happened, if that was before its report, else that of the report."""
    told, when = told_on(kept.header), kept.step.when
    if when is not None and when.earliest is not None and when.earliest < told:
        return when.earliest
    return told


def has_day(kept: KeptStep) -> bool:
    """Whether a text gives the day that a step counts for: the step's own, or that of its report. Else only the reading has one."""
    when = kept.step.when
    return is_dated(kept.header) or (when is not None and when.earliest is not None and when.earliest < told_on(kept.header))


def principals(actors: Iterable[str]) -> tuple[str, ...]:
    """The states, organisations and groups among the actors of a step; the persons where there is nobody else."""
    found = tuple(actors)
    bodies = tuple(a for a in found if not a.startswith(("person:", "outlet:", "place:")))
    return bodies or found


def in_order(kept: Iterable[KeptStep]) -> list[KeptStep]:
    """By the days that they count for; those that have none come last."""
    return sorted(kept, key=lambda k: (not has_day(k), day_of(k), told_on(k.header), k.header.document, k.step.span, k.step.id))


def latest_versions(kept: Sequence[KeptStep]) -> tuple[KeptStep, ...]:
    """Without the steps of a report of which a later version is among them: other bytes under the same address or message id."""
    last: dict[str, Header] = {}
    for header in {k.header.document: k.header for k in kept}.values():
        key = _carrier(header)
        if key not in last or (told_on(last[key]), last[key].read_at) < (told_on(header), header.read_at):
            last[key] = header
    return tuple(k for k in kept if last[_carrier(k.header)].document == k.header.document)


def _carrier(header: Header) -> str:
    return header.message_id or header.address or header.document
