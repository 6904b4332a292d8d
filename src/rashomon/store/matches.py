"""What humans said of rows + a new reading of the same document -> the rows of it that they said it of.

A newer program may find the same thing under another id: its id is a hash of what it was made from. The same row is then the
one made from the same words: cue and content of an attribution, trigger of an event, sentence and affair of a step.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from ..records import Attribution, Correction, Decision, Document, Event, Mention, Rejection, Span, Step

Word = Correction | Decision
LIKE = 0.5  # less, and two rows are not made from the same words


def find_homes(
    words: Sequence[Word], seen: Mapping[str, Any], earlier: Mapping[str, Sequence[str]], rows: Mapping[str, Any]
) -> dict[str, str | None]:
    """The id of the row that each word is said of in a reading, by the word's id; None where there is none.

    `seen` are the rows that the humans saw, by id; `earlier` the ids of rows that a word was taken to be said of in readings
    before, oldest first; `rows` all rows of the reading by id. A row that is still there keeps its words; no row is taken for
    two that were seen apart.
    """
    homes = {word.id: _kept(word.target, earlier.get(word.id, ()), rows) for word in words}
    taken = {home for home in homes.values() if home is not None}
    lost = dict.fromkeys(word.target for word in words if homes[word.id] is None and word.target in seen)
    free = [row for identity, row in rows.items() if identity not in taken]
    found = _pair([seen[target] for target in lost], free)
    return {word.id: homes[word.id] or found.get(word.target) for word in words}


def likeness(one: Any, other: Any) -> float:
    """How far two rows are made from the same words: 0 (they are not) to 1."""
    if type(one) is not type(other):
        return 0.0
    if isinstance(one, Document):
        return float(one.id == other.id)
    if isinstance(one, Mention):
        return max(_shared([one.span], [other.span]), _shared([one.head], [other.head]) - 0.1)
    if isinstance(one, Attribution):
        content, cue = _shared(one.content, other.content), _shared(one.cue, other.cue)
        return (content + cue) / 2 if one.cue and other.cue else content
    if isinstance(one, Event | Rejection):
        same = float(one.type == other.type) + _shared([one.span], [other.span])
        return _shared(one.trigger, other.trigger) * (0.8 + 0.1 * same)
    assert isinstance(one, Step)
    if one.affair != other.affair:
        return 0.0
    alike: int = (one.stance == other.stance) + (set(one.actors) == set(other.actors)) + (one.matter == other.matter)
    return _shared([one.span], [other.span]) * (0.7 + 0.1 * alike)


def _kept(target: str, earlier: Sequence[str], rows: Mapping[str, Any]) -> str | None:
    """The row itself, else the one that it was last taken to be."""
    return next((one for one in (target, *reversed(earlier)) if one in rows), None)


def _pair(lost: Sequence[Any], free: Iterable[Any]) -> dict[str, str]:
    """Each lost row with the free one most like it, the likest first; none where two are as like as each other."""
    by_kind: dict[type, list[Any]] = {}
    for row in free:
        by_kind.setdefault(type(row), []).append(row)
    pairs = [(likeness(one, other), one.id, other.id) for one in lost for other in by_kind.get(type(one), ())]
    best = sorted((pair for pair in pairs if pair[0] >= LIKE), key=lambda pair: (-pair[0], pair[1:]))
    found: dict[str, str] = {}
    undecided = set[str]()
    for like, one, other in best:
        if one in found or one in undecided or other in found.values():
            continue
        if any(rival[0] == like and rival[1] == one and rival[2] not in {other, *found.values()} for rival in best):
            undecided.add(one)
        else:
            found[one] = other
    return found


def _shared(one: Iterable[Span], other: Iterable[Span]) -> float:
    """Characters that both cover, of those that either does."""
    left, right = ({i for span in spans for i in range(span.start, span.end)} for spans in (one, other))
    return len(left & right) / len(left | right) if left and right else 0.0
