"""Event -> the state or body that stands for a side which is not told or not known."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from ..records import Event, Mention, MentionKind, Participant, Reading, Span
from ..sentences.trees import subtree, token_at
from ..tables import Tables

UNNAMED = {MentionKind.PRONOUN, MentionKind.LIST}


def code_of(mention: Mention, tables: Tables, day: date | None = None) -> str:
    """The three letters of whom a mention means; of a capital or place that is only a place, those of its state; of somebody whom
    the tables do not know, those of whom he acts for ("Dutch envoy Ann Lee")."""
    actors = mention.actors[:1] or tuple(c.actor for c in mention.candidates[:1] if _is_place(mention, c.actor))
    own = tables.event_code(actors[0], day) if actors else ""
    return own or (tables.event_code(mention.organisation, day) if mention.organisation else "")


def _is_place(mention: Mention, actor: str) -> bool:
    return mention.kind is MentionKind.METONYM or actor.startswith("place:")


def codes_of(participant: Participant, reading: Reading, tables: Tables, day: date | None = None) -> list[str]:
    """Three-letter codes of a participant's actors; of one who is not resolved, of the first actor named in the phrase ("an
    Afghan army base", "rebels loyal to X")."""
    found = [code for actor in participant.actors if (code := tables.event_code(actor, day))]
    if not found:
        inside = [code for m in reading.mentions if participant.span.holds(m.span) and (code := code_of(m, tables, day))]
        found = inside[:1]
    return list(dict.fromkeys(found))


def setting_code(event: Event, reading: Reading, tables: Tables, known: Collection[str] = (), day: date | None = None) -> str:
    """The code of what an event concerns, where that is no party of it: its place, else the first name behind its trigger in
    the same clause ("a mission in A"), else any there; not one of the `known`. "" for none."""
    if event.place is not None and event.place.id and (code := tables.event_code(event.place.id, day)) and code not in known:
        return code
    near, far = _clause(event, reading)
    taken = [p.span for p in (*event.actors, *event.recipients)]
    for stretch in (near, far):
        for mention in sorted(reading.mentions, key=lambda m: m.span.start):
            if mention.kind in UNNAMED or not any(s.overlaps(mention.head) for s in stretch):
                continue
            code = code_of(mention, tables, day)
            if code and code not in known and not any(t.overlaps(mention.span) for t in taken):
                return code
    return ""


def _clause(event: Event, reading: Reading) -> tuple[list[Span], list[Span]]:
    """The words below the trigger: those of its own clause, and those of clauses that hang on it."""
    sentence = reading.sentences[event.sentence]
    i = token_at(sentence, event.trigger[0].start)
    if i is None:
        return [], []
    own = [sentence.tokens[k].span for k in subtree(sentence, i, without=("advcl", "relcl", "ccomp", "conj", "parataxis")) if k > i]
    return own, [sentence.tokens[k].span for k in subtree(sentence, i) if k > i]
