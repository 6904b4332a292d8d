"""Act -> the act within its own cell of a line that bars or tabs part: a row of a table tells of no act."""

from __future__ import annotations

import re
from bisect import bisect
from dataclasses import replace

from ..records import Sentence
from .nominals import Act

ROW = "it would join cells of a table"
_BORDER = re.compile(r"[\t|]")
_FEWEST = 2  # borders of a row


def within_cell(text: str, sentence: Sentence, act: Act) -> Act | None:
    """None where who acts stands in another cell than the verb ("Kenya | 4 | seized | Uganda"), or nobody in its own; a headline
    beside other cells keeps who takes part in it ("Chad expels envoy | World | The Courier")."""
    borders = [m.start() for m in _BORDER.finditer(text, sentence.span.start, sentence.span.end)]
    if len(borders) < _FEWEST:
        return act

    def is_inside(i: int) -> bool:
        return bisect(borders, sentence.tokens[i].span.start) == bisect(borders, sentence.tokens[act.token].span.start)

    recipients = tuple(filter(is_inside, act.recipients))
    if all(map(is_inside, act.actors)) and (act.actors or recipients or not act.recipients):
        return replace(act, recipients=recipients)
    return None
