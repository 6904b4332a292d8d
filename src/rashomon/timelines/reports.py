"""One report with what the finders of steps look up in it: who its words name, chains of attributions, events."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cached_property
from itertools import islice

from ..events.agents import expand
from ..events.speech import Chains
from ..records import (
    Attribution,
    Document,
    Event,
    Force,
    Mention,
    MentionKind,
    Participant,
    Sentence,
    Span,
    Timex,
)
from ..sentences.trees import children
from ..tables import Tables
from ..tables.facts import OFFICE_SECTORS
from ..tables.rows import ORGANISATIONS
from ..times.numbers import SMALL
from .days import Days
from .tellings import principals

POSSESSIVES = {"his", "her", "their", "its", "our", "my"}
SPEAKER = {"we", "i", "us", "our", "me", "my"}
UNNAMED = {Force.ACCUSE, Force.CLAIM, Force.REPORT, Force.BELIEVE}  # without a holder: somebody's word, not the outlet's
PUBLIC = {"GOV", "MIL", "IGO"}  # sectors of those who speak for a state or a body
PRIVATE = {"LEG", "OPP", "JUD", "REB"}
STATELY = PUBLIC | {"COP", "SPY", ""}
PEOPLE = {MentionKind.OFFICE, MentionKind.DESCRIPTION, MentionKind.GROUP, MentionKind.PRONOUN}
FORMER = re.compile(r"\b(?:former|ex|late|onetime|then|candidate|nominee|elect)\b", re.IGNORECASE)
OPENING = 3  # sentences in which a report says of whom it tells
PAIR = re.compile(r"(?:both|either|neither|(?:the )?two|each of the two)\b", re.IGNORECASE)
COUNT = re.compile(r"(?:(?:the|all|its|these|those|other) )?(two|three|four|five|six|seven|eight|nine|ten)\b", re.IGNORECASE)
PLURAL_NOUNS = re.compile(
    r"(?:(?:all|the|other) ){1,2}(?:parties|sides|governments|countries|nations|neighbou?rs|leaders)$", re.IGNORECASE
)
POSSESSED = re.compile(r"(?:[A-Z][\w-]+ ){0,2}[A-Z][\w-]+['’]s (?:[A-Z][\w'’-]+ ?){2,4}$")
SOURCES = {"diplomat", "diplomats", "official", "officials", "source", "sources", "people", "witnesses", "staff"}
BARE = {"country", "government", "nation", "administration", "ministry", "state", "side", "delegation", "navy", "army"}


def _held_by(mention: Mention, holder: Participant) -> Participant:
    """A holder that is another mention than the one it was taken for."""
    return replace(holder, span=mention.span, mention=mention.id, actors=mention.actors, sector=mention.sector)


class Report(Days):
    """Look-ups over the reading of one document."""

    def __init__(
        self,
        document: Document,
        sentences: Sequence[Sentence],
        mentions: Sequence[Mention],
        attributions: Sequence[Attribution],
        events: Sequence[Event],
        tables: Tables,
        timexes: Sequence[Timex],
    ) -> None:
        super().__init__(document, sentences, mentions, timexes)
        self.tables, self.mentions, self.attributions, self.events = tables, mentions, attributions, events
        self.chains = Chains(attributions, sentences)
        self.by_id = {a.id: a for a in attributions}
        self.spoken = {e.speech: e for e in events if e.speech is not None}
        self._mentions = {m.id: m for m in mentions}
        self._events: dict[int, list[Event]] = {}
        for event in events:
            self._events.setdefault(event.sentence, []).append(event)
        self._attributions: dict[int, list[Attribution]] = {}
        for attribution in attributions:
            self._attributions.setdefault(attribution.sentence, []).append(attribution)

    # -- events ---------------------------------------------------------------------------------------------------------

    def events_in(self, sentence: Sentence) -> list[Event]:
        return self._events.get(sentence.index, [])

    def events_at(self, sentence: Sentence, token: int) -> list[Event]:
        """The events that this word tells, or helps to tell."""
        span = sentence.tokens[token].span
        return [e for e in self.events_in(sentence) if any(t.overlaps(span) for t in e.trigger)]

    def spoken_in(self, sentence: int) -> list[Attribution]:
        """The attributions whose cue stands in a sentence."""
        return self._attributions.get(sentence, [])

    # -- who ---------------------------------------------------------------------------------------------------------

    def principal(self, mention: Mention | None, actor: str) -> str | None:
        """The state or organisation that a person speaks and acts for on the day of the report, by an office of government or
        by the words of the text; None for members of parliament, candidates, former office holders, and all others."""
        if not actor.startswith("person:"):
            return None
        held = {o.actor for o in self.tables.offices_of(actor, self.day) if OFFICE_SECTORS.get(o.role) not in PRIVATE}
        if len(held) == 1:
            return held.pop()
        if len(held) > 1 and self.day is None:  # minister of one, later secretary general of another: nobody knows which
            return None
        if mention is not None and mention.organisation in self.tables.actors and mention.sector in PUBLIC:
            former = FORMER.search(mention.span.of(self.document.text))
            return mention.organisation if not former else None
        if mention is not None and mention.sector is None and POSSESSED.match(mention.span.of(self.document.text)):
            return mention.organisation if mention.organisation in self.tables.actors else None  # "Kenya's Musalia Mudavadi"
        if actor in self._serving and not self.tables.offices_of(actor):
            return self._serving[actor]
        if self.tables.offices_of(actor) or self.tables.sector(actor) not in PUBLIC:
            return None
        return self.tables.state_of(actor) or None

    @cached_property
    def _serving(self) -> dict[str, str]:
        """Persons that the tables do not know -> the state or body for which the report once says that they speak."""
        found: dict[str, str] = {}
        for one in self.mentions:
            person = one.actors[0] if len(one.actors) == 1 and one.actors[0].startswith("person:") else None
            former = FORMER.search(one.span.of(self.document.text))
            if person is not None and one.sector in PUBLIC and one.organisation in self.tables.actors and former is None:
                found.setdefault(person, one.organisation or "")
        return found

    def acting(self, actors: Iterable[str], mention: str | None) -> tuple[str, ...]:
        """The actors, each office holder followed by whom the office is of."""
        found = self._mentions.get(mention) if mention is not None else None
        out: list[str] = []
        for actor in actors:
            out.append(actor)
            if (principal := self.principal(found, actor)) is not None:
                out.append(principal)
        return tuple(dict.fromkeys(out))

    def parties(self, participants: Iterable[Participant], besides: Sequence[str] = ()) -> tuple[str, ...]:
        """The actors of some participants; "the US-led bloc" is not the United States. Who urges "both sides" (`besides`) is
        neither of them."""
        known = (p for p in participants if not self._is_lone_pair(p.span, [a for a in p.actors if a not in besides]))
        return tuple(dict.fromkeys(a for p in known for a in self.acting(p.actors, p.mention)))

    def _is_lone_pair(self, span: Span, actors: Sequence[str]) -> bool:
        """Whether words for two ("both sides") stand for one actor: then nobody knows who is meant."""
        words = span.of(self.document.text)
        if any(w[0].isupper() for w in words.split()[1:]):
            return False
        if (count := COUNT.match(words)) is not None and len(principals(self.acting(actors, None))) != SMALL[count[1].lower()]:
            return bool(actors)
        return len(actors) == 1 and (PAIR.match(words) or PLURAL_NOUNS.match(words)) is not None

    def _speaking(self, mention: Mention | None, actors: Iterable[str]) -> tuple[str, ...]:
        """The actors without the state of those who do not speak for it: professors, newspapers, companies, lawmakers; a whole
        parliament does."""
        if mention is None or mention.kind not in PEOPLE or (mention.sector or "") in STATELY:
            return tuple(actors)
        role = self.tables.role_nouns.get(mention.role)
        if mention.sector == "LEG" and role is not None and role.type == "collective":
            return tuple(actors)
        return tuple(a for a in actors if not a.startswith(("iso3:", "org:")))

    def speakers(self, participants: Iterable[Participant]) -> tuple[str, ...]:
        """As `parties`, of those who speak and act for themselves or for a state or body."""
        found: list[str] = []
        for one in participants:
            mention = self._mentions.get(one.mention) if one.mention is not None else None
            found += self._speaking(mention, self.parties([one]))
        return tuple(dict.fromkeys(found))

    def _subjects(self, attribution: Attribution) -> tuple[Participant, ...]:
        """The holders; the cue's own subject where the only holder is the subject of another verb behind it ("Tanzania opposes the
        plan, while Kenya ...")."""
        holders = attribution.holders
        if len(holders) != 1 or not attribution.cue or holders[0].span.start < attribution.cue[0].end:
            return holders
        sentence, inside = self.tokens(attribution.cue[0])
        verbs = [i for i in inside if sentence.tokens[i].pos == "VERB" and sentence.tokens[i].tag != "VBN"]
        subjects = [sentence.tokens[k].span for v in verbs[:1] for k in children(sentence, v, "nsubj")]
        for mention in self.index.inside(sentence):
            if mention.actors and mention.head in subjects and not holders[0].span.overlaps(mention.span):
                return (_held_by(mention, holders[0]),)
        return holders

    def _named_holder(self, holder: Participant) -> Participant:
        """A holder whose words run on from a dateline or from words of time ("Hours before the vote Ghana promised") with the name
        that bears the verb."""
        if holder.actors:
            return holder
        last = self._sentence_at(holder.span.end - 1)
        for mention in self.index.inside(last):
            token = next((t for t in last.tokens if t.span == mention.head), None)
            if mention.actors and holder.span.holds(mention.span) and token is not None and token.dep in ("nsubj", "nsubjpass"):
                return _held_by(mention, holder)
        return holder

    def holders(self, attribution: Attribution) -> tuple[str, ...]:
        """Who holds an attribution; "we" within somebody's words are his."""
        found = self.speakers(self._named_holder(h) for h in self._subjects(attribution))
        said = {h.span.of(self.document.text).lower() for h in attribution.holders}
        above = self.by_id.get(attribution.parent or "")
        return self.holders(above) if not found and above is not None and said & SPEAKER else found

    def named(
        self, sentence: Sentence, inside: Iterable[int], besides: Sequence[str] = (), speaking: bool = False
    ) -> tuple[str, ...]:
        """The actors whose names' heads are among the tokens; `besides` as in `parties`, `speaking` as in `speakers`."""
        spans = sorted(sentence.tokens[i].span for i in set(inside))
        ends = [s.end for s in spans]
        found: list[str] = []
        for mention in self.index.inside(sentence):
            first = bisect_right(ends, mention.head.start)
            if first == len(spans) or spans[first].start >= mention.head.end:
                continue
            others = [a for a in mention.actors if a not in besides]
            if mention.kind is MentionKind.LIST or self._is_lone_pair(mention.span, others):
                continue
            acting = self.acting(mention.actors, mention.id) or self._owned(mention)
            found += self._speaking(mention, acting) if speaking else acting
        return tuple(dict.fromkeys(found))

    @cached_property
    def told_of(self) -> tuple[str, ...]:
        """Two or more who are together the subject of one of the first sentences: those of whom the report tells."""
        for sentence in islice((s for s in self.sentences if self.plain(s.index)), OPENING):
            for head in (i for i, t in enumerate(sentence.tokens) if t.dep == "nsubj" and sentence.tokens[t.head].pos == "VERB"):
                if len(together := expand(sentence, head)) > 1:
                    people = self.named(sentence, together)
                    if len(principals(people)) > 1:
                        return people
        return ()

    def _owned(self, mention: Mention) -> tuple[str, ...]:
        """Whom "his country", "her government" means: whom the person of the pronoun speaks for."""
        words = self.words(mention.span).lower().split()
        if len(words) != 2 or words[0] not in POSSESSIVES or words[1] not in BARE:
            return ()
        owner = next((m for m in self.mentions if m.span.start == mention.span.start and m.span.end < mention.span.end), None)
        owners = owner.actors if owner is not None else ()
        if not owners and words[0] in ("our", "my"):
            chain = self.chains.around(mention.span, mention.sentence)
            owners = next((h for a in chain if (h := self.holders(a))), ())
        return tuple(a for a in self.acting(owners, None) if not a.startswith("person:"))

    def standing(self, actors: Iterable[str]) -> bool:
        """Whether anyone of them acts in world affairs: a state, a body, an armed group, or a person in office on the day."""
        return any(not a.startswith(("person:", "outlet:", "place:")) or self.tables.offices_of(a, self.day) for a in actors)

    def judges(self, participants: Iterable[Participant]) -> bool:
        """Whether they are courts, whose charges and orders are no positions."""
        return any(p.sector == "JUD" for p in participants)

    def bodies(self, sentence: Sentence, inside: Iterable[int]) -> tuple[str, ...]:
        """Organisations named as such among the tokens: "the bloc", but not "the ministers" of one."""
        spans = [sentence.tokens[i].span for i in inside]
        found = [m for m in self.index.inside(sentence) if m.sector != "GOV" and any(m.head.overlaps(s) for s in spans)]
        return tuple(dict.fromkeys(a for m in found for a in m.actors if a.startswith(ORGANISATIONS)))

    def behind(self, attribution: Attribution) -> tuple[str, ...]:
        """Who holds an attribution, else whoever its holder's words name: "the secretariat of the Forum"."""
        return self.holders(attribution) or self._within(attribution)

    def _within(self, attribution: Attribution) -> tuple[str, ...]:
        """The actors named within the words for a holder that is not resolved: "the foreign ministry in Santiago"."""
        spans = [h.span for h in attribution.holders]
        inside = self.index.inside(self.sentence(attribution.sentence)) if spans else []
        return tuple(a for m in inside if any(s.holds(m.span) for s in spans) for a in self._speaking(m, m.actors))

    # -- according to whom -------------------------------------------------------------------------------------------

    def above(self, attribution: Attribution) -> list[Attribution]:
        """The attributions that one stands in, innermost first."""
        chain: list[Attribution] = []
        at = self.by_id.get(attribution.parent or "")
        while at is not None and at not in chain:
            chain.append(at)
            at = self.by_id.get(at.parent or "")
        return chain

    def _is_source(self, attribution: Attribution) -> bool:
        """Whether the holders are somebody unnamed through whom the outlet knows ("diplomats said"), and no other side."""
        words = {w for h in attribution.holders for w in h.span.of(self.document.text).casefold().split()}
        return bool(words & SOURCES)

    def own(self, actors: Sequence[str], chain: Iterable[Attribution]) -> bool:
        """Whether nobody but the actors themselves and the outlet says so."""
        for attribution in chain:
            holders = self.behind(attribution)
            if not holders and attribution.force is Force.SAY and self._is_source(attribution):
                continue
            if (holders or attribution.holders) and not set(holders) & set(actors):
                return False
            if not attribution.holders and attribution.force in UNNAMED:
                return False
        return True
