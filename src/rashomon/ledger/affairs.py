"""The state of affairs of a ledger: its kept steps, asked for by index, put together by the room of timelines."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import wraps
from typing import ParamSpec, TypeVar

from ..records import Affair, KeptStep
from ..store import Store
from ..store.filters import Filter, Known, Order
from ..tables import Tables
from ..timelines.accounts import is_loose
from ..timelines.commitments import Commitment, find_commitments
from ..timelines.courses import Course, find_course
from ..timelines.meetings import Gathering, find_gatherings
from ..timelines.news import Diff, diff
from ..timelines.origins import Derive, Origins
from ..timelines.states import Excerpt, State, state_on
from ..timelines.tellings import latest_versions, principals
from .kin import derivations_among
from .names import find_actors
from .vectors import Encoding

OF_ACTOR = 200  # steps of one actor that a page is made of, the newest
OF_DEEDS = 100  # deeds beside them, which may close promises
OF_AFFAIR = 40  # steps of one affair that a page on all actors is made of
OF_AWAY = 60  # steps of those who meet without the actor
OF_MEETINGS = 24  # reports of which all lines on meetings are read
OF_OLDER = 1_000  # steps that are counted to tell of how many a page shows the newest
DUE = 2_000
DEEDS = (Affair.CONDUCT.value,)
AFFAIRS = tuple(a.value for a in Affair if a is not Affair.CONDUCT)
P = ParamSpec("P")
R = TypeVar("R")
Made = tuple[tuple[KeptStep, ...], Excerpt | None]  # what a page is made of, and what of


def _uncollected(page: Callable[P, R]) -> Callable[P, R]:
    """Python's collector waits until a page is put together: of what a page makes nothing is garbage before its end, and to go
    through all that is loaded (tables, a parser) takes longer than the page."""

    @wraps(page)
    def quietly(*arguments: P.args, **named: P.kwargs) -> R:
        collects = gc.isenabled()
        gc.disable()
        try:
            return page(*arguments, **named)
        finally:
            if collects:
                gc.enable()

    return quietly


class Affairs:
    """Answers about positions, commitments, meetings and bonds, on any day, as known on any day."""

    def __init__(self, store: Store, tables: Tables, encode: Encoding) -> None:
        self._store, self._tables, self._encode = store, tables, encode
        self._names = {row.words: row.name for row in tables.issues}

    @_uncollected
    def state(self, on: date, known: Known | None = None, actor: str | None = None) -> State:
        """Who stands how on a day, as known on a day (by publication, or by this ledger's reading); of one actor (name or id)
        or of all."""
        who = self._actor(actor) if actor is not None else None
        asked = Filter(until=on, known=known)
        kept, excerpt = self._of_actor(who, asked) if who is not None else self._of_all(asked)
        derive = self._derive(kept)
        state = state_on(kept, self._tables, on, _day(known), who, self._encode, self._names, derive)
        return replace(state, excerpt=excerpt)

    @_uncollected
    def course(
        self,
        actor: str,
        on: date,
        *,
        other: str | None = None,
        issue: str | None = None,
        known: Known | None = None,
    ) -> Course:
        """What became of an actor's affairs up to a day: those with `other`, those on an issue, or all."""
        who, second = self._actor(actor), self._actor(other) if other is not None else None
        kept, excerpt = self._of_actor(who, Filter(until=on, known=known))
        course = find_course(
            kept,
            self._tables,
            who,
            on,
            other=second,
            issue=issue,
            known=_day(known),
            encode=self._encode,
            names=self._names,
            derive=self._derive(kept),
        )
        return replace(course, excerpt=excerpt)

    @_uncollected
    def due(
        self, first: date, last: date, on: date, actor: str | None = None, known: Known | None = None
    ) -> tuple[tuple[Commitment, ...], tuple[Gathering, ...]]:
        """Commitments, expectations and meetings that fall due between two days, with what became of them by `on`."""
        who = self._actor(actor) if actor is not None else None
        asked = Filter(due_since=first, due_until=last, known=known, limit=DUE)
        due = self._store.kept_steps(replace(asked, parties=(who,)) if who is not None else asked)
        actors = tuple(dict.fromkeys(a for k in due for a in k.step.actors))
        later = self._store.kept_steps(Filter(actors=actors, until=on, known=known, limit=DUE)) if actors else ()
        kept = latest_versions(_once((*due, *later)))
        ids = {k.step.id for k in due}
        origins = Origins(kept, self._derive(kept))
        found = tuple(c for c in find_commitments(kept, on, self._encode, origins) if any(k.step.id in ids for k in c.told))
        meetings = tuple(g for g in find_gatherings(kept, self._tables, on, origins) if any(k.step.id in ids for k in g.lines))
        return found, meetings

    @_uncollected
    def diff(self, since: date, until: date, actor: str | None = None) -> Diff:
        """What the reports published from one day to another have that was not known before."""
        who = self._actor(actor) if actor is not None else None
        asked = Filter(known=Known(until), until=until, begun_since=since)
        earlier = replace(asked, until=since - timedelta(days=1), begun_since=None)
        new, excerpt = self._of_actor(who, asked) if who is not None else self._of_all(asked)
        old, _ = self._of_actor(who, earlier) if who is not None else self._of_all(earlier)
        kept = _once((*new, *old))
        items = diff(kept, self._tables, since, until, self._encode, self._derive(kept))
        return Diff(since, until, who, items, excerpt)

    # -- what is asked of the store ----------------------------------------------------------------------------------------

    def _derive(self, kept: Sequence[KeptStep]) -> Derive:
        return derivations_among(self._store, kept)

    def _actor(self, name: str) -> str:
        """The actor that a name means; NotFoundError, with the nearest names, if the ledger holds none."""
        return find_actors(name, self._tables, self._store)[0]

    def _of_actor(self, actor: str, asked: Filter) -> Made:
        """An actor's newest steps; of the reports that tell of its meetings all lines on these, whoever they are about."""
        newest = replace(asked, parties=(actor,), order=Order.NEWEST, limit=OF_ACTOR)
        kept, excerpt = self._newest(OF_OLDER, replace(newest, kinds=AFFAIRS), replace(newest, kinds=DEEDS, limit=OF_DEEDS))
        reports = dict.fromkeys(k.header.document for k in kept if k.step.affair is Affair.MEETING)
        if not reports:
            return kept, excerpt
        told = replace(asked, documents=tuple(reports)[:OF_MEETINGS], kinds=(Affair.MEETING.value,))
        met = self._store.kept_steps(told)
        if others := _those_without(actor, met):  # whether and when they met is told in reports that do not name the actor
            away = replace(newest, parties=others, kinds=(Affair.MEETING.value, *DEEDS), limit=OF_AWAY)
            met = (*met, *self._store.kept_steps(away))
        return _once((*kept, *met)), excerpt

    def _of_all(self, asked: Filter) -> Made:
        newest = replace(asked, order=Order.NEWEST, limit=OF_AFFAIR)
        return self._newest(OF_OLDER // len(Affair), *(replace(newest, kinds=(affair.value,)) for affair in Affair))

    def _newest(self, most: int, *asked: Filter) -> Made:
        """The steps that filters of different affairs ask for, and of how many they are the newest; of each no more than `most` are
        counted, so that a page costs the same in a large ledger."""
        kept = self._store.kept_steps(*asked)
        found = [sum(k.step.affair.value in one.kinds for k in kept) for one in asked]
        counts = [
            self._store.count_steps(one, most) if count == one.limit else (count, False)
            for one, count in zip(asked, found, strict=True)
        ]
        held, more = sum(count for count, _ in counts), any(more for _, more in counts)
        return kept, Excerpt(len(kept), held, more) if more or held > len(kept) else None


def _day(known: Known | None) -> date | None:
    return known.day if known is not None else None


def _those_without(actor: str, met: Sequence[KeptStep]) -> tuple[str, ...]:
    """Who meets where the actor is only said to be invited, or away."""
    away = {k.header.document for k in met if actor in k.step.actors and is_loose(k)}
    others = (a for k in met if k.header.document in away and not is_loose(k) for a in principals(k.step.actors))
    return tuple(dict.fromkeys(a for a in others if a != actor))[:8]


def _once(kept: Iterable[KeptStep]) -> tuple[KeptStep, ...]:
    return tuple({k.step.id: k for k in kept}.values())
