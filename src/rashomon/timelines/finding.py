"""Document, Sentence, Mention, Attribution, Event -> Step: what one report tells of who stands how."""

from __future__ import annotations

from collections.abc import Sequence

from ..records import Affair, Attribution, Document, Event, Mention, Sentence, Step, Timex
from ..tables import Tables
from .bonds import bond_steps
from .deeds import deed_steps
from .gatherings import meeting_steps
from .reports import Report
from .sequels import sequel_steps
from .speeches import spoken_steps


def find_steps(
    document: Document,
    sentences: Sequence[Sentence],
    mentions: Sequence[Mention],
    attributions: Sequence[Attribution],
    events: Sequence[Event],
    tables: Tables,
    timexes: Sequence[Timex] = (),
) -> tuple[Step, ...]:
    """The steps of one document in the order of its text; without `timexes` none is due on a day."""
    if not sentences:
        return ()
    report = Report(document, sentences, mentions, attributions, events, tables, timexes)
    met = tuple(meeting_steps(report))
    told = [*spoken_steps(report), *bond_steps(report), *met, *sequel_steps(report, met)]
    known = {event for step in told for event in step.events}
    deeds = (s for s in deed_steps(report) if s.affair not in (Affair.ACT, Affair.CONDUCT) or not known.intersection(s.events))
    found = [*told, *deeds]
    return tuple(sorted({step.id: step for step in found}.values(), key=lambda s: (s.sentence, s.span, s.id)))
