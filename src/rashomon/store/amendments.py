"""Reading + what humans said of its rows -> the reading as they have it.

A field is what the last correction says; a row that the last verdict rejects is taken out; a rejected candidate that is accepted
becomes an event. Ids stay. What was said in an attribution that is gone is said in what stood around it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import Any

from ..errors import QueryError
from ..records import (
    Attribution,
    Correction,
    Decision,
    Event,
    Mention,
    Participant,
    Reading,
    Rejection,
    Status,
    Step,
    Verdict,
    content_id,
)
from .matches import Word, find_homes
from .values import corrected_value

BY_HAND = "corrected by hand"
Derive = Callable[[Reading], Reading]
# The tables of rows in the order in which they are amended, by the prefixes of their ids: what is made from others comes later.
_STAGES = (("rej",), ("doc", "men", "att", "evt"), ("stp",))


@dataclass(frozen=True, slots=True)
class Amended:
    """A reading with the words of humans in it, and the row that each of them was said of (None: there is none)."""

    reading: Reading
    homes: dict[str, str | None]


def amend(
    reading: Reading,
    words: Sequence[Word],
    seen: Mapping[str, Any],
    earlier: Mapping[str, Sequence[str]],
    derive: Derive | None = None,
) -> Amended:
    """The reading with all `words`, oldest first, in it. `seen` and `earlier` as `find_homes` has them; `derive` finds the steps
    of a reading anew, once what they are made from has changed."""
    homes: dict[str, str | None] = {word.id: None for word in words}
    amended = reading
    for stage in _STAGES:
        if stage == ("stp",) and derive is not None and _sources(amended) != _sources(reading):
            amended = derive(amended)
        mine = [word for word in words if word.target.partition(":")[0] in stage]
        if mine:
            rows = {identity: row for identity, row in _rows(amended).items() if identity.partition(":")[0] in stage}
            found = find_homes(mine, seen, earlier, rows)
            amended = _apply(amended, mine, found)
            homes |= found
    return Amended(amended, homes)


def _sources(reading: Reading) -> tuple[Any, ...]:
    """What steps are made from."""
    return reading.document, reading.mentions, reading.attributions, reading.events


def _rows(reading: Reading) -> dict[str, Any]:
    tables = (reading.mentions, reading.attributions, reading.events, reading.rejections, reading.steps)
    return {reading.document.id: reading.document} | {row.id: row for rows in tables for row in rows}


def _apply(reading: Reading, words: Sequence[Word], homes: dict[str, str | None]) -> Reading:
    """The reading with these words in it. One whose value means nothing (any more) loses its home."""
    before = _rows(reading)
    rows, verdicts = dict(before), dict[str, Verdict]()
    for word in words:
        home = homes[word.id]
        if home is None:
            continue
        if isinstance(word, Decision):
            verdicts[home] = word.verdict
            continue
        homes[word.id] = None
        with suppress(QueryError):
            rows[home] = _corrected(rows[home], word)
            homes[word.id] = home
    amended = replace(
        reading,
        document=rows[reading.document.id],
        mentions=tuple(rows[m.id] for m in reading.mentions),
        attributions=tuple(rows[a.id] for a in reading.attributions),
        events=tuple(rows[e.id] for e in reading.events),
        rejections=tuple(rows[r.id] for r in reading.rejections),
        steps=tuple(rows[s.id] for s in reading.steps),
    )
    was = {m.id: m.actors for m in reading.mentions if rows[m.id].actors != m.actors}
    return _judged(_renamed(amended, was) if was else amended, verdicts)


def _corrected(row: Any, correction: Correction) -> Any:
    """The row with one field as the human has it; the rule that made it tells so."""
    changed = {correction.field: corrected_value(row, correction.field, correction.new)}
    if hasattr(row, "rule") and not row.rule.endswith(BY_HAND):
        changed["rule"] = f"{row.rule}; {BY_HAND}" if row.rule else BY_HAND
    return replace(row, **changed)


def _renamed(reading: Reading, was: Mapping[str, tuple[str, ...]]) -> Reading:
    """Who a mention is, is also who takes part where it is mentioned, and who is meant where another refers back to it. `was`
    are the actors that the corrected mentions had."""
    now = {mention.id: mention.actors for mention in reading.mentions if mention.id in was}
    mentions: list[Mention] = []
    for mention in reading.mentions:
        back = mention.antecedent
        if back is not None and back in was and mention.id not in now and mention.actors == was[back]:
            now[mention.id] = now[back]
        mentions.append(replace(mention, actors=now.get(mention.id, mention.actors)))

    def people(participants: tuple[Participant, ...]) -> tuple[Participant, ...]:
        return tuple(replace(p, actors=now[p.mention]) if p.mention in now else p for p in participants)

    return replace(
        reading,
        mentions=tuple(mentions),
        attributions=tuple(replace(a, holders=people(a.holders), addressees=people(a.addressees)) for a in reading.attributions),
        events=tuple(replace(e, actors=people(e.actors), recipients=people(e.recipients)) for e in reading.events),
        rejections=tuple(replace(r, actors=people(r.actors), recipients=people(r.recipients)) for r in reading.rejections),
    )


def _judged(reading: Reading, verdicts: Mapping[str, Verdict]) -> Reading:
    """The reading without the rows that were rejected; candidates that were accepted are events."""
    gone = {one for one, verdict in verdicts.items() if verdict is Verdict.REJECT}
    accepted = {r.id: _event(r, r.type) for r in reading.rejections if r.type is not None and r.id in verdicts.keys() - gone}
    around = {a.id: a.parent for a in reading.attributions if a.id in gone}
    events = [_outside(e, around) for e in reading.events if e.id not in gone]
    if accepted:
        events = sorted([*events, *accepted.values()], key=lambda event: event.sentence)
    return replace(
        reading,
        attributions=tuple(_standing_in(a, around) for a in reading.attributions if a.id not in gone),
        events=tuple(events),
        rejections=tuple(r for r in reading.rejections if r.id not in accepted and r.id not in gone),
        steps=tuple(_said_in(s, around) for s in reading.steps if s.id not in gone),
    )


def _next_out(identity: str | None, around: Mapping[str, str | None]) -> str | None:
    """An attribution, or the next one around it that was not rejected."""
    while identity is not None and identity in around:
        identity = around[identity]
    return identity


def _standing_in(attribution: Attribution, around: Mapping[str, str | None]) -> Attribution:
    return replace(attribution, parent=_next_out(attribution.parent, around)) if attribution.parent in around else attribution


def _outside(event: Event, around: Mapping[str, str | None]) -> Event:
    if event.attribution not in around and event.speech not in around:
        return event
    speech = None if event.speech in around else event.speech
    return replace(event, attribution=_next_out(event.attribution, around), speech=speech)


def _said_in(step: Step, around: Mapping[str, str | None]) -> Step:
    return replace(step, according_to=tuple(one for one in step.according_to if one not in around)) if around else step


def _event(rejection: Rejection, kind: Any) -> Event:
    r = rejection
    place = (r.document, r.sentence, r.span, r.trigger, kind, r.actors, r.recipients)
    rule = f"{r.rule}; accepted by hand" if r.rule else "accepted by hand"
    return Event(content_id("evt", r.id), *place, Status.DONE, Status.DONE, rule=rule)
