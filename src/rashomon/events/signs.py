"""An act in its sentence, with its event -> the signs for and against its being one."""

from __future__ import annotations

from ..records import Document, Event, Participant, Sentence
from .agents import is_agent
from .confidence import Signs
from .nominals import Act

LONG_AGO = 15  # years before the report from which an event is history
UNDATED = 1960  # the year that an undated report is reckoned from
# Who acts for a state, a movement or a crowd, by the noun alone: what such people do is politics wherever it stands.
PUBLIC = set(
    "government minister president premier cabinet parliament senate congress assembly court judge prosecutor police army "
    "military navy troop soldier force militia rebel insurgent guerrilla militant gunman fighter paramilitary separatist "
    "terrorist junta regime ministry authority council mayor governor general colonel commander officer diplomat ambassador "
    "envoy embassy delegation lawmaker deputy senator party opposition protester demonstrator union activist "
    "dissident refugee migrant detainee prisoner hostage civilian villager official king queen prince sultan emir "
    "chancellor spokesman spokeswoman tribunal commission state nation country bloc alliance coalition peacekeeper settler "
    "militiaman policeman jihadist islamist warlord leader leadership authorities gendarme commando paratrooper marine "
    "warplane warship".split()
)


def read_signs(document: Document, sentence: Sentence, topic: tuple[str, int], field: str, act: Act, event: Event) -> Signs:
    """The signs that the rules see. `topic`: the field of life that words of the sentence are of, and how many; `field`: that
    of the whole report, "" for politics."""
    day = event.when.latest if event.when else None
    published = document.published.latest if document.published is not None else None
    year = published.year if published is not None else UNDATED
    parties = (*act.actors, *act.recipients)
    public = any(sentence.tokens[i].lemma.lower() in PUBLIC for i in parties)
    return Signs(
        noun=act.frame.noun and act.fit == 0,
        fit=min(act.fit, 4),
        actor=any(is_agent(sentence, i) for i in act.actors),
        recipient=any(is_agent(sentence, i) for i in act.recipients),
        known_actor=any(map(_is_known, event.actors)),
        known_recipient=any(map(_is_known, event.recipients)),
        named=any(sentence.tokens[i].pos == "PROPN" for i in parties),
        public=public,
        strangers=_are_strangers(sentence, event.actors) and _are_strangers(sentence, event.recipients),
        topic=topic[0],
        off_topic=min(topic[1], 3),
        elsewhere=bool(field) and not public,
        long_ago=day is not None and day.year < year - LONG_AGO,
        open=event.condition is not None,
    )


def _is_known(party: Participant) -> bool:
    """Whether somebody is in the tables, or holds an office; a person who only has a name is not."""
    return party.sector is not None or any(not actor.startswith("person:") for actor in party.actors)


def _are_strangers(sentence: Sentence, parties: tuple[Participant, ...]) -> bool:
    """Whether a side is told by names, none of them in the tables."""
    named = any(t.pos == "PROPN" for p in parties for t in sentence.tokens if p.span.holds(t.span))
    return named and not any(p.actors for p in parties)
