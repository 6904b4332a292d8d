"""Event -> rows (source, target, code) as CAMEO has them: composed actor codes and three or four digits for the act."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache

from ..records import Attribution, Event, EventType, Force, Mention, Participant, Reading, Span, Status
from ..sentences.trees import token_at
from ..tables import Tables
from ..tables.codings import NO_CODE
from ..tables.packaged import packaged_rows
from ..tables.rows import ORGANISATIONS
from .codings import Coding, actors_in, agent_phrase, agents_in, coding_at, composed
from .leaves import leaf
from .sides import code_of
from .views import DEFAULTS, plover_view

UNKNOWN = "---"
VIOLENT = {EventType.ASSAULT, EventType.COERCE}
AHEAD = {Status.PLANNED, Status.EXPECTED}
ABSENT = {"", "UNK", "IGO", "NGO"}
MEDIA = {"JRN", "MED"}
WISHING = {Force.WANT, Force.HOPE, Force.INTEND, Force.PROMISE, Force.THREATEN, Force.OFFER, Force.DEMAND, Force.ASK}
# What the other side of a meeting does: who is visited, receives. In CAMEO, and in WEIS.
BACK = {"040": "040", "041": "041", "042": "043", "043": "042", "046": "046", "031": "031", "032": "033", "033": "032"}
# What several do is done with each other: what they sign, agree on, do jointly.
JOINT = {EventType.CONSULT, EventType.COOPERATE, EventType.AGREE}
JOINT_CODES = {"057", "0871"}
PURPOSES = {"xcomp", "advcl", "acl"}
ACCUSES, ADMITS = "112", "015"
TITLES = set(
    "the a an president prime premier minister foreign king queen prince general colonel senator secretary former chancellor mr "
    "mrs ms dr sir lord mayor governor ambassador pope sheikh ayatollah defence defense state interior north south east west "
    "northern southern eastern western".split()
)


class Scheme(StrEnum):
    """CAMEO (Gerner and Schrodt 2002) or WEIS (McClelland 1976), which event data were coded in before it."""

    CAMEO = "cameo"
    WEIS = "weis"


@dataclass(frozen=True, slots=True)
class CameoRow:
    """Who did what to whom; an unknown side is `---`."""

    source: str
    target: str
    code: str


class CameoCoder:
    """The rows of one reading's events. `day`: the day on which offices and states count. `newcomers`: an actor that the tables do
    not know gets the first three letters of its name, as coders give out new codes; provisional ones, hence in small letters, so
    that no known code is like them."""

    def __init__(
        self, reading: Reading, tables: Tables, day: date | None = None, newcomers: bool = False, scheme: Scheme = Scheme.CAMEO
    ) -> None:
        self._reading, self._tables, self._day = reading, tables, day
        self._newcomers, self._scheme = newcomers, scheme
        self._mentions = sorted(reading.mentions, key=lambda m: m.span)
        self._starts = [mention.span.start for mention in self._mentions]
        self._ends = [sentence.span.end for sentence in reading.sentences]
        self._by_sentence: dict[int, list[Event]] = {}
        for event in reading.events:
            self._by_sentence.setdefault(event.sentence, []).append(event)
        self._attributions: dict[str, Attribution] = {a.id: a for a in reading.attributions}

    def rows(self, event: Event) -> tuple[CameoRow, ...]:
        """Each source with each target; a reciprocal event and a meeting both ways. Violence that one party tells of another is an
        accusation (112), violence that it tells of itself an admission (015). Where no recipient is named, the place's state
        stands for it."""
        sources, targets = self._codes(event.actors), self._codes(event.recipients)
        code = self.code(event)
        coding = self._coding(event)
        back = coding.back if coding is not None else BACK.get(code) if event.type is EventType.CONSULT else None
        joint = coding is None and (event.type in JOINT or code in JOINT_CODES)
        if (event.reciprocal and not targets) or (joint and len(sources) > 1 and not _known(targets)):
            targets, back = sources, None
        if event.type is EventType.CONSULT:
            targets = self._hosts(event, targets)
        if not targets:
            targets = self._codes(self._implied(event))
        if not targets and event.place is not None and event.place.id:
            targets = [c for c in [self._tables.event_code(event.place.id, self._day)] if c]
        if coding is not None and not (_known(sources) and _known(targets)):
            sources, targets = self._around(event, sources, targets)
        tellers = self._tellers(event)
        if event.type in VIOLENT and tellers and self._scheme is Scheme.CAMEO:
            if set(tellers) & set(sources):
                code = ADMITS
            else:
                sources, targets, code = tellers, sources, ACCUSES
        there = [CameoRow(s, t, code) for s in sources for t in targets if s != t]
        return (*(row for row in there if code != NO_CODE), *(CameoRow(row.target, row.source, back) for row in there if back))

    def _coding(self, event: Event) -> Coding | None:
        """What a user's dictionary of verbs says of the event's first word; None where it codes it not at all."""
        codings = self._tables.codings
        if codings is None or not codings.verbs:
            return None
        sentence = self._reading.sentences[event.sentence]
        i = token_at(sentence, event.trigger[0].start)
        coding = None if i is None else coding_at(sentence, i, codings)
        return coding if coding is not None and coding.is_act else None

    def _around(self, event: Event, sources: list[str], targets: list[str]) -> tuple[list[str], list[str]]:
        """The sides of a dictionary's verb, a missing one as PETRARCH has it: the last actor before the verb, the first after."""
        sentence, at = self._reading.sentences[event.sentence], event.trigger[0].start
        inside = [m for m in self._mentions_from(sentence.span) if m.actors]
        if not _known(sources):
            near = [m for m in inside if m.span.end <= at][-1:]
            sources = [c for m in near for c in self.actor_codes(_party(m)) if c not in targets] or sources
        if not _known(targets):
            after = (self.actor_codes(_party(m)) for m in inside if m.span.start > at)
            targets = next(([c for c in codes if c not in sources] for codes in after if set(codes) - set(sources)), targets)
        return sources, targets

    def _hosts(self, event: Event, targets: list[str]) -> list[str]:
        """The targets of a meeting, a bare state as that part of it which another meeting of the same actors is with: "arrived in
        Oslo for talks with the king"."""
        siblings = (o for o in self._by_sentence.get(event.sentence, ()) if o.type is event.type and o.actors == event.actors)
        parts = [c for o in siblings if o is not event for c in self._codes(o.recipients) if len(c) > 3]
        return [next((part for part in parts if part[:3] == code), code) for code in targets]

    def _implied(self, event: Event) -> tuple[Participant, ...]:
        """The recipients of what an event without one is done for by the same actors: "marched to demand that the king resign"."""
        sentence = self._reading.sentences[event.sentence]
        own = {i for span in event.trigger if (i := token_at(sentence, span.start)) is not None}
        for other in self._by_sentence.get(event.sentence, ()):
            i = token_at(sentence, other.trigger[0].start)
            if i is None or i in own or not other.recipients or other.actors != event.actors:
                continue
            if sentence.tokens[i].dep in PURPOSES and sentence.tokens[i].head in own:
                return other.recipients
        return ()

    def code(self, event: Event, scheme: Scheme | None = None) -> str:
        """The code of what was done, in `scheme` or that of the coder. What lies ahead is coded as if done, unless it is only
        wanted or intended."""
        if scheme is None and (coding := self._coding(event)) is not None:
            return coding.code
        told = self._attributions.get(event.attribution or "")
        plain = event.cameo or DEFAULTS[event.type]
        simple = event.status in AHEAD and event.clause_status in AHEAD and (told is None or told.force not in WISHING)
        code = plain if simple else plover_view(event.type, event.cameo, event.status)[1]
        if (scheme or self._scheme) is Scheme.WEIS:
            return _weis_code(code, event.rule)
        return leaf(code, event, self._reading.sentences[event.sentence])

    def _tellers(self, event: Event) -> list[str]:
        """Codes of who tells of the event before it is told; media and words that follow ("..., medics said") do not count."""
        told = self._attributions.get(event.attribution or "")
        if told is None or told.force in WISHING or not told.cue or told.cue[0].start > event.trigger[0].start:
            return []
        return self._codes(h for h in told.holders if (h.sector or "") not in MEDIA)

    def _codes(self, participants: Iterable[Participant]) -> list[str]:
        """The codes of a side; a state beside a part of it ("to Seoul for talks with its president") is that part."""
        found = list(dict.fromkeys(code for p in participants for code in self.actor_codes(p)))
        return [code for code in found if len(code) > 3 or not any(len(other) > 3 and other[:3] == code for other in found)]

    def actor_codes(self, participant: Participant) -> list[str]:
        """Codes such as USAGOV, IGOUNO, ---REB; none where neither state nor part is known."""
        if named := self._named(participant):
            return named
        role = self._role(participant)
        known = [base for a in participant.actors if (base := self._base(a))]
        if not known:
            inside = [m for m in self._mentions_from(participant.span) if participant.span.holds(m.span)]
            known = [b for m in inside if (b := self._inner(m))][:1]
        if not known and self._newcomers:
            known = self._names(participant)
        if not known:
            return [UNKNOWN + role] if role else []
        return [base if base.endswith(role) or len(base) > 6 else base + role for base in dict.fromkeys(known)]

    def _named(self, participant: Participant) -> list[str]:
        """The codes that a user's dictionaries give a phrase: of each actor where it lists several, else of the first."""
        if self._tables.codings is None:
            return []
        words = tuple(text for _, _, text in self._words(participant))
        found = list(dict.fromkeys(actors_in(words, self._tables.codings, self._day)))
        if not found:
            return []
        agents = [agent for agent in agents_in(words, self._tables.codings) if agent[1]]
        listed = "and" in words or "," in words
        return [composed(base, [*agents, (self._role(participant), False)]) for base in (found if listed else found[:1])]

    def _inner(self, mention: Mention) -> str:
        own = next((base for actor in (*mention.actors[:1], mention.organisation) if actor and (base := self._base(actor))), "")
        return own or code_of(mention, self._tables, self._day)

    def _mentions_from(self, span: Span) -> list[Mention]:
        """The mentions that begin inside of a span."""
        return self._mentions[bisect_left(self._starts, span.start) : bisect_left(self._starts, span.end)]

    def _base(self, actor: str) -> str:
        if (own := _actors().get(actor)) is not None:
            return own
        if actor.startswith("person:"):
            home = self._tables.state_of(actor, self._day)
            return self._base(home) if home else ""
        code = self._tables.event_code(actor, self._day)
        organised = actor.startswith(ORGANISATIONS) and code not in ("", "IGO")
        parent = next((c for i, c in _actors().items() if i.startswith("org:") and c.endswith(code)), "") if organised else ""
        return parent or (f"IGO{code}" if organised else code)

    def _role(self, participant: Participant) -> str:
        """CAMEO's code of what somebody is: by the user's dictionary, by the phrase's own noun, else by the sector."""
        words = self._words(participant)
        if any(lemma == "former" for lemma, _, _ in words):
            return "ELI"
        if self._tables.codings is not None:
            given = agents_in(tuple(text for _, _, text in words), self._tables.codings)
            if any(not before for _, before in given):
                return composed("", [agent for agent in given if not agent[1]])
        own = next((code for lemma, _, _ in reversed(words) if (code := _agents().get(lemma))), None)
        sector = participant.sector or ""
        return own or ("MED" if sector in MEDIA else "" if sector in ABSENT else sector)

    def _words(self, participant: Participant) -> list[tuple[str, bool, str]]:
        """(lemma in small letters, is a proper noun, the word in small letters) of the words of a phrase."""
        after = bisect_right(self._ends, participant.span.start)
        for sentence in self._reading.sentences[after : after + 1]:
            if sentence.span.overlaps(participant.span):
                first = token_at(sentence, participant.span.start) or 0
                inside = [k for k, t in enumerate(sentence.tokens[first:], first) if t.span.overlaps(participant.span)]
                if self._tables.codings is not None and self._tables.codings.agents:
                    inside = list(agent_phrase(sentence, inside, self._tables.codings))
                tokens = [sentence.tokens[k] for k in inside]
                return [(t.lemma.lower(), t.pos == "PROPN", t.text.lower()) for t in tokens]
        return []

    def _names(self, participant: Participant) -> list[str]:
        """Three letters of the first name of a phrase, of each where it lists several ("lawmakers in A and B")."""
        out: list[str] = []
        before = False
        words = self._words(participant)
        for lemma, proper, _ in words:
            named = proper and lemma not in TITLES and len(lemma) > 2 and lemma.isalpha()
            if named and not before:
                out.append(lemma[:3])
            before = named
        listed = any(lemma in ("and", ",") for lemma, _, _ in words)
        return out if listed else out[:1]


def _party(mention: Mention) -> Participant:
    return Participant(mention.span, mention.id, mention.actors, mention.sector)


def _known(codes: Iterable[str]) -> bool:
    """Whether some code names a state or body, not only a part ("---MIL")."""
    return any(not code.startswith(UNKNOWN) for code in codes)


def _weis_code(code: str, rule: str) -> str:
    table, lemma = _weis(), next(iter(rule.split()[1:2]), "")
    for key in ((code, lemma), (code[:3], lemma), (code, ""), (code[:3], ""), (f"{code[:2]}0", "")):
        if key in table:
            return table[key]
    return code


@cache
def _actors() -> dict[str, str]:
    return {row["id"]: row["code"] for row in packaged_rows(__package__, "cameo_actors.csv")}


@cache
def _agents() -> dict[str, str]:
    return {row["lemma"]: row["code"] for row in packaged_rows(__package__, "cameo_agents.csv")}


@cache
def _weis() -> dict[tuple[str, str], str]:
    return {(row["cameo"], row["lemma"]): row["weis"] for row in packaged_rows(__package__, "weis.csv")}
