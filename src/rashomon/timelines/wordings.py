"""Steps -> the texts that pages will have encoded, so that their vectors can be kept while reports are read."""

from __future__ import annotations

from collections.abc import Iterable

from ..records import Affair, Step
from .commitments import CLOSING, PLEDGED
from .issues import plain
from .kinds import done_by
from .positions import AFFAIRS

DEEDS = PLEDGED | CLOSING - {Affair.POSITION, Affair.MEETING}


def wordings(steps: Iterable[Step]) -> tuple[str, ...]:
    """What stances are about, and what promises and deeds are done to, each text once."""
    found: dict[str, None] = {}
    for step in steps:
        if step.affair in AFFAIRS and step.matter:
            found[plain(step.matter)] = None
        if step.affair in DEEDS and (thing := done_by(step).thing):
            found[thing] = None
    return tuple(found)
