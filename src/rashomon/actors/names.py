"""A bare name -> candidates (states, organisations, groups, persons, seats, places), scored by kind, date and use."""

from __future__ import annotations

from ..records import Candidate, Mention, Sentence
from ..tables.names import Name
from ..tables.rows import Organisation
from .settings import HALVES, Setting, is_place

KIND_SCORES = {"name": 0.95, "person": 0.95, "demonym": 0.9, "metonym": 0.85, "capital": 0.8, "place": 0.4, "outlet": 0.6}
OUT_OF_DATE = 0.6
OUT_OF_PLACE = 0.4
ACCEPTED = 0.5
CLEAR = 0.03  # a lead that makes the best candidate the answer


def name_candidates(mention: Mention, sentence: Sentence, setting: Setting) -> tuple[Candidate, ...]:
    """All readings of the mention's bare name, the best first."""
    readings = _spelled_so(mention.name, setting.tables.lexicon.readings(mention.name))
    is_city = any(r.kind in {"capital", "place"} for r in readings)
    place = is_place(sentence, mention) if is_city else ""
    found: dict[str, Candidate] = {}
    for reading in readings:
        candidate = _candidate(reading, mention, place, setting)
        if reading.kind == "metonym" and is_city and place:
            candidate = Candidate(candidate.actor, 0.34, (*candidate.reasons, f"a place here: {place}"))
        if candidate.actor not in found or found[candidate.actor].score < candidate.score:
            found[candidate.actor] = candidate
    return tuple(sorted(found.values(), key=lambda c: -c.score))


def half_candidates(mention: Mention, sentence: Sentence, setting: Setting) -> tuple[Candidate, ...]:
    """The state that "the North" or "the South" is in a report that names one of the two; none where the words say a place."""
    half = mention.name.casefold().removeprefix("the ")
    found = [state for state, (side, other) in HALVES.items() if side == half and {state, other} & setting.named]
    if len(found) != 1 or is_place(sentence, mention):
        return ()
    return (Candidate(found[0], 0.7, (f"the {half} of the two countries that the report names",)),)


def _spelled_so(name: str, readings: tuple[Name, ...]) -> tuple[Name, ...]:
    bare = name.replace(".", "").replace(" ", "")
    return tuple(r for r in readings if not r.exact or r.exact == bare)


def _candidate(reading: Name, mention: Mention, place: str, setting: Setting) -> Candidate:
    tables = setting.tables
    actor = _target(reading, mention, setting)
    score = KIND_SCORES[reading.kind]
    label = {"name": "name", "demonym": "demonym", "person": "name", "metonym": "seat or service", "outlet": "outlet"}.get(
        reading.kind, reading.kind
    )
    reasons = [f"a place in {tables.name(actor)}" if reading.kind == "place" else f"{label} of {actor}"]
    if reading.kind == "place" and not place and tables.state_of(actor):
        score = 0.5
        reasons.append("no preposition of place: stands for its state here")
    if reading.kind == "capital":
        reasons = [f"capital of {tables.name(reading.actor)}"]
        if place:
            score = 0.35
            reasons.append(f"a place here: {place}")
        else:
            reasons.append("stands for the government here")
    if reading.actor.startswith("fmt:") and not reading.exact and not _at_home(reading.actor, setting):
        score *= OUT_OF_PLACE
        reasons.append("its organisation is not named in the report")
    if not setting.holds(reading.years):
        score *= OUT_OF_DATE
        reasons.append(f"not in being on {setting.day()}")
    if reading.kind == "person" and (held := setting.offices(reading.actor)):
        score += 0.02
        reasons.append(f"holds {held[-1].id} on {setting.day()}")
    if mention.organisation and mention.organisation in {reading.actor, tables.state_of(reading.actor)}:
        score += 0.02
        reasons.append("fits the words before it")
    if reading.kind == "metonym" and mention.organisation and mention.organisation != actor:
        score = 0.3
        reasons.append(f"but the words before it name {tables.name(mention.organisation)}")
    if reading.kind == "metonym" and reading.others:
        others = (tables.name(o) for o in (reading.actor, *reading.others) if o != actor)
        reasons.append(f"may also stand for {', '.join(others)}")
    return Candidate(actor, round(min(score, 1.0), 3), tuple(reasons))


def _target(reading: Name, mention: Mention, setting: Setting) -> str:
    """Whom a seat of several stands for: the one that the phrase or the report names, else the likeliest."""
    targets = (reading.actor, *reading.others) if reading.kind == "metonym" else (reading.actor,)
    if mention.organisation in targets:
        return mention.organisation
    return next((t for t in targets if t in setting.named), reading.actor)


def _at_home(actor: str, setting: Setting) -> bool:
    """Whether a format that is called by common words ("Asia-Pacific partners") stands in a report on its organisation."""
    row = setting.tables.actors.get(actor)
    return not isinstance(row, Organisation) or not row.parent or row.parent in setting.named


def accepted(candidates: tuple[Candidate, ...]) -> tuple[str, ...]:
    """The best candidate's actor if it is good and clear enough, else nothing."""
    if not candidates or candidates[0].score < ACCEPTED:
        return ()
    if len(candidates) > 1 and candidates[0].score - candidates[1].score < CLEAR and candidates[1].score >= ACCEPTED:
        first, second = candidates[0].actor.partition(":")[0], candidates[1].actor.partition(":")[0]
        if first == second == "person":
            return ()
    return (candidates[0].actor,)
