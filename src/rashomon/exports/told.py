"""Reading -> Told: an event with all that its row in a table is made from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from ..events.cameo import CameoCoder, Scheme
from ..ledger.rows import chain
from ..records import Attribution, Document, Event, Mention, Participant, Reading, Sentence, Span, Story
from ..tables import Tables
from ..tables.rows import State


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a document stands: its story, the number of its origin there (from 1), how many independent ones that story has."""

    story: str
    number: int
    count: int


@dataclass(frozen=True, slots=True)
class Party:
    """One actor of one side. `actor` is "" where the words are not resolved; `state` the one that the actor is or acts for."""

    span: Span
    actor: str
    state: State | None
    sector: str
    title: str
    codes: tuple[str, ...]


@dataclass(frozen=True)
class Told:
    """An event, who takes part, and according to whom (`chain`: the innermost attribution first)."""

    document: Document
    sentence: Sentence
    event: Event
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    chain: tuple[Attribution, ...]
    speech: Attribution | None
    origin: Origin | None
    coder: CameoCoder
    tables: Tables

    @property
    def text(self) -> str:
        return self.document.text

    @property
    def weis(self) -> str:
        """The code of the act in WEIS, the scheme before CAMEO."""
        return self.coder.code(self.event, Scheme.WEIS)

    @cached_property
    def cameo(self) -> tuple[tuple[str, ...], tuple[str, ...], str]:
        """CAMEO codes of the sources and of the targets, and of the act. Where one party tells of another's violence, or of its
        own, that is an accusation or admission (see `CameoCoder.rows`). A reciprocal event's first actor is its source."""
        rows = self.coder.rows(self.event)
        both_ways = {(row.source, row.target) for row in rows} & {(row.target, row.source) for row in rows}
        rows = tuple(row for row in rows if row.source == rows[0].source) if both_ways else rows
        sources = [row.source for row in rows] or [c for party in self.actors for c in party.codes]
        targets = [row.target for row in rows] or [c for party in self.recipients for c in party.codes]
        code = rows[0].code if rows else self.coder.code(self.event)
        return tuple(dict.fromkeys(sources)), tuple(dict.fromkeys(targets)), code


def told_events(reading: Reading, events: Sequence[Event], tables: Tables, origin: Origin | None = None) -> Iterator[Told]:
    """`events` of one reading, in their order. Offices and states count as on the day of publication."""
    published = reading.document.published
    day = published.earliest if published is not None else None
    coder = CameoCoder(reading, tables, day)
    namer = CameoCoder(reading, tables, day, newcomers=True)
    attributions = {attribution.id: attribution for attribution in reading.attributions}
    mentions = {mention.id: mention for mention in reading.mentions}
    for event in events:
        yield Told(
            document=reading.document,
            sentence=reading.sentences[event.sentence],
            event=event,
            actors=tuple(_parties(event.actors, mentions, coder, tables, day)),
            recipients=tuple(_parties(event.recipients, mentions, coder, tables, day)),
            chain=chain(event, attributions),
            speech=attributions.get(event.speech or ""),
            origin=origin,
            coder=namer,
            tables=tables,
        )


def origins_of(stories: Sequence[Story]) -> dict[str, Origin]:
    """document -> its origin; the stories as `Ledger.stories` gives them."""
    return {
        document: Origin(story.id, number, len(story.origins))
        for story in stories
        for number, group in enumerate(story.origins, 1)
        for document in group
    }


def _parties(
    participants: Sequence[Participant], mentions: Mapping[str, Mention], coder: CameoCoder, tables: Tables, day: date | None
) -> Iterator[Party]:
    for participant in participants:
        codes = tuple(coder.actor_codes(participant))
        mention = mentions.get(participant.mention or "")
        for actor in participant.actors or ("",):
            yield Party(
                span=participant.span,
                actor=actor,
                state=_state(actor, codes, tables, day),
                sector=participant.sector or tables.sector(actor, day),
                title=_title(actor, mention, tables, day),
                codes=codes,
            )


def _state(actor: str, codes: Sequence[str], tables: Tables, day: date | None) -> State | None:
    """By the tables; of one whom these do not know, the state that the words for him name ("Peruvian minister": PERGOV)."""
    named = f"iso3:{codes[0][:3]}" if len(codes) == 1 and not tables.actors.get(actor) else ""
    state = tables.actors.get(tables.state_of(actor, day) or named)
    return state if isinstance(state, State) else None


def _title(actor: str, mention: Mention | None, tables: Tables, day: date | None) -> str:
    """The office that a person is named by, else the first held on that day."""
    if not actor.startswith("person:"):
        return ""
    offices = mention.offices if mention is not None and mention.offices else [o.id for o in tables.offices_of(actor, day)]
    return offices[0].partition("/")[2].replace("_", " ") if offices else ""
