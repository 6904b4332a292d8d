"""Mentions -> the same mentions with `actors`, `candidates` and `offices` filled, on the document's date."""

from __future__ import annotations

import dataclasses
from collections.abc import Collection, Iterable, Sequence

from ..records import Candidate, Document, Mention, MentionKind, Sentence
from ..tables import Tables
from .names import accepted, half_candidates, name_candidates
from .persons import UNIQUE, new_person, office_candidates, surname_candidates
from .settings import SUBJECTS, Setting, head_token, is_place, setting_of
from .towns import find_towns

NAMED = {MentionKind.NAME, MentionKind.DEMONYM, MentionKind.METONYM}
# Bodies of which every state has its own: an unnamed one is that of the state where the sentence is set.
DOMESTIC = {"GOV", "MIL", "COP", "JUD", "LEG", "OPP"}
DOMESTIC_ROLES = {"official", "soldier", "officer", "police", "judge", "legislator"}
SET_IN = ("after 'in'", "after 'at'", "after 'near'", "after 'outside'", "after 'across'", "dateline")
SOLE = {"pope": "iso3:VAT", "pontiff": "iso3:VAT"}  # offices that only one state has
NOT_NOW = {"former", "ex", "late", "then", "next", "incoming", "future", "deposed", "ousted", "previous", "designate"}
NEAR, FAR = 3, 8  # sentences in which the state of a minister, the body of a secretary general is looked for
DEEPEST = 40  # antecedents of antecedents: more than that is damage
POINTERS = {MentionKind.PRONOUN, MentionKind.DESCRIPTION, MentionKind.GROUP, MentionKind.OFFICE}


def resolve_actors(
    document: Document, sentences: Sequence[Sentence], mentions: Sequence[Mention], tables: Tables
) -> tuple[Mention, ...]:
    """The same mentions in the same order, resolved. A person's `organisation` is the state or body that the person acts for.

    `actors` stays empty where no candidate is good and clear enough, and where a capital or region is meant as a place;
    `candidates` then tell what was weighed.
    """
    named = _by_sentence(m for m in mentions if m.kind in NAMED)
    owners = {(m.sentence, m.span.start): m for m in mentions if m.kind is MentionKind.PRONOUN}
    setting = setting_of(document, mentions, tables)
    by_index = {s.index: s for s in sentences}
    towns = find_towns(by_index, mentions)
    step = _Step(setting, by_index, {m.id: m for m in mentions}, named, owners, towns, {}, {})
    return tuple(step.resolved(m, 0) for m in mentions)


def _by_sentence(mentions: Iterable[Mention]) -> dict[int, list[Mention]]:
    gathered: dict[int, list[Mention]] = {}
    for mention in mentions:
        gathered.setdefault(mention.sentence, []).append(mention)
    return gathered


@dataclasses.dataclass(slots=True)
class _Step:
    setting: Setting
    sentences: dict[int, Sentence]
    mentions: dict[str, Mention]
    named: dict[int, list[Mention]]
    owners: dict[tuple[int, int], Mention]
    towns: frozenset[str]
    homes: dict[int, frozenset[str]]
    done: dict[str, Mention]

    def resolved(self, mention: Mention, depth: int) -> Mention:
        """The mention with its actors; what it points to is resolved first."""
        if mention.id in self.done:
            return self.done[mention.id]
        if depth > DEEPEST:
            return mention
        self.done[mention.id] = mention  # a circle of references ends here
        self.done[mention.id] = self._filled(mention, depth)
        return self.done[mention.id]

    def _filled(self, mention: Mention, depth: int) -> Mention:
        if mention.members:
            return self._gathered(mention, depth)
        if mention.antecedent in self.mentions and (mention.kind in POINTERS or mention.kind is MentionKind.NAME):
            return self._pointed(mention, self.resolved(self.mentions[mention.antecedent], depth + 1))
        if mention.kind in NAMED:
            return self._named(mention)
        if mention.role in SOLE and mention.organisation is None:
            mention = dataclasses.replace(mention, organisation=SOLE[mention.role])
        mention, role = self._owned(mention, depth)
        if mention.organisation is not None:
            return self._described(mention, role)
        return self._domestic(mention, depth)

    def _gathered(self, mention: Mention, depth: int) -> Mention:
        """A list, or a group whose parts are spelled out: all that its parts are."""
        parts = [self.resolved(self.mentions[m], depth + 1) for m in mention.members if m in self.mentions]
        actors = tuple(dict.fromkeys(a for p in parts for a in p.actors))
        if not actors and mention.organisation:
            return self._described(mention)
        unresolved = [p for p in parts if not p.actors]
        reasons = (f"{len(parts)} parts", *((f"{len(unresolved)} of them unresolved",) if unresolved else ()))
        return dataclasses.replace(mention, actors=actors, candidates=tuple(Candidate(a, 0.8, reasons) for a in actors))

    def _pointed(self, mention: Mention, antecedent: Mention) -> Mention:
        shown = self.sentences[antecedent.sentence].index if antecedent.sentence in self.sentences else antecedent.sentence
        reason = f"refers to '{antecedent.name or antecedent.role or antecedent.kind.value}' in sentence {shown}"
        candidates = tuple(Candidate(c.actor, round(c.score * 0.9, 3), (reason, *c.reasons)) for c in antecedent.candidates)
        return dataclasses.replace(
            mention,
            actors=antecedent.actors,
            candidates=candidates,
            offices=antecedent.offices,
            organisation=mention.organisation or antecedent.organisation,
            sector=mention.sector or antecedent.sector,
            role=mention.role or antecedent.role,
        )

    def _named(self, mention: Mention) -> Mention:
        tables, role = self.setting.tables, self._role(mention)
        candidates = name_candidates(mention, self.sentences[mention.sentence], self.setting)
        candidates = candidates or half_candidates(mention, self.sentences[mention.sentence], self.setting)
        if not candidates:
            candidates = surname_candidates(mention, role, self.setting) if " " not in mention.name else ()
            if not candidates and mention.rule == "name" and (own := self._new(mention)):
                candidates = (own,)
            if not candidates and mention.organisation is not None and mention.sector:
                return self._described(mention)
        actors = accepted(candidates)
        seat = self._seat_sector(mention)
        if not actors and mention.organisation and seat:
            return self._described(dataclasses.replace(mention, sector=mention.sector or seat))
        best = actors[0] if actors else ""
        held = self.setting.offices(best) if best.startswith("person:") else ()
        organisation = mention.organisation
        if best.startswith("person:") and organisation is None:
            organisation = held[-1].actor if held else tables.state_of(best) or self._served(mention, role) or None
        sector = mention.sector or (tables.sector(best, self.setting.last) if best else "") or seat or None
        if best.startswith("iso3:") and mention.sector:
            sector = mention.sector
        return dataclasses.replace(
            mention,
            actors=actors,
            candidates=candidates,
            offices=tuple(o.id for o in held),
            organisation=organisation,
            sector=sector,
        )

    def _owned(self, mention: Mention, depth: int) -> tuple[Mention, str]:
        """ "Its forces", "his foreign minister": of the state of whoever the pronoun means; "his Russian counterpart" has the
        role of whoever the pronoun means. The mention, with its organisation if that is told so, and the role."""
        role = self._role(mention)
        owner = self.owners.get((mention.sentence, mention.span.start))
        row = self.setting.tables.role_nouns.get(mention.role)
        if owner is None or row is None:
            return mention, role
        who = self.resolved(owner, depth + 1)
        if role == "counterpart":
            return mention, self._role(who)
        if mention.organisation is None and (row.type == "collective" or role in DOMESTIC_ROLES | UNIQUE) and len(who.actors) == 1:
            home = self.setting.tables.state_of(who.actors[0], self.setting.last) or who.organisation
            mention = dataclasses.replace(mention, organisation=home or None)
        return mention, role

    def _served(self, mention: Mention, role: str) -> str:
        """The state of a minister of whom only the title is told ("Foreign Minister Ana Ruiz said"): the one where the sentence, or
        the report, is set, if it is one of those that act in it; else the subject of the words before; "" if nobody can tell."""
        if role == "secretary_general" and mention.rule == "name":
            return next((a for a in self._acting(mention, "org:", SUBJECTS | {"pobj"})), "")
        titled = len(mention.span) > len(mention.name) and (role in UNIQUE or role.endswith("minister"))
        if mention.rule != "name" or not titled or self._is_past(mention):
            return ""
        here = self._homes(mention.sentence, 0)
        if len(here) == 1:
            return next(iter(here))
        acting = self._acting(mention, "iso3:", {"nsubj"})
        opening = self._homes(min(self.sentences), 0) if self.sentences else frozenset()
        return next((state for state in acting if state in opening), acting[0] if acting else "")

    def _acting(self, mention: Mention, sort: str, places: Collection[str]) -> list[str]:
        """The states, or bodies, named in such places of a clause before a mention, in its sentence or those of the report before
        it, the nearest first."""
        found = []
        for index in range(mention.sentence, mention.sentence - (NEAR if sort == "iso3:" else FAR), -1):
            for other in reversed(self.named.get(index, ())):
                token = head_token(self.sentences[index], other) if index in self.sentences else None
                if other.kind is MentionKind.NAME and token is not None and token.dep in places and other.span < mention.span:
                    found += [a for a in self.resolved(other, 0).actors if a.startswith(sort)]
        return found

    def _domestic(self, mention: Mention, depth: int) -> Mention:
        """ "Police", "the army", "a court" without a name: those of the one state in which the sentence is set."""
        row = self.setting.tables.role_nouns.get(mention.role)
        if row is None or row.sector not in DOMESTIC or not (row.type == "collective" or row.role in DOMESTIC_ROLES):
            return mention
        homes = self._homes(mention.sentence, depth)
        if len(homes) != 1:
            return mention
        (home,) = homes
        reason = f"{mention.role} in {self.setting.tables.name(home)}, where the sentence is set"
        return dataclasses.replace(mention, actors=(home,), organisation=home, candidates=(Candidate(home, 0.5, (reason,)),))

    def _homes(self, sentence: int, depth: int) -> frozenset[str]:
        """Ids of the states in which a sentence says that it is set: "in Lagos", "KABUL, Afghanistan (AP) - "."""
        if sentence not in self.homes:
            states = set()
            for other in self.named.get(sentence, ()):
                if is_place(self.sentences[sentence], other).startswith(SET_IN):
                    who = self.resolved(other, depth + 1)
                    states |= {self.setting.tables.state_of(a) for a in who.actors or tuple(c.actor for c in who.candidates[:1])}
            self.homes[sentence] = frozenset(s for s in states if s.startswith("iso3:"))
        return self.homes[sentence]

    def _is_past(self, mention: Mention) -> bool:
        """Whether the phrase says that somebody holds the office no more or not yet: "the *former* Russian foreign minister"."""
        tokens = self.sentences[mention.sentence].tokens
        return any(t.text.casefold() in NOT_NOW for t in tokens if mention.span.start <= t.span.start < mention.head.start)

    def _new(self, mention: Mention) -> Candidate | None:
        tokens = self.sentences[mention.sentence].tokens
        head = next((t for t in tokens if t.span.start == mention.head.start), None)
        person = head is not None and head.entity == "PERSON" and mention.name.casefold() not in self.towns
        return new_person(mention) if person else None

    def _seat_sector(self, mention: Mention) -> str:
        readings = self.setting.tables.lexicon.readings(mention.name)
        return next((r.sector for r in readings if r.sector and r.kind == "metonym"), "")

    def _role(self, mention: Mention) -> str:
        row = self.setting.tables.role_nouns.get(mention.role)
        return row.role if row else ""

    def _described(self, mention: Mention, role: str = "") -> Mention:
        """A role noun with its state or organisation: the holder of the office if there is one, else the state itself."""
        assert mention.organisation is not None
        tables, role = self.setting.tables, role or self._role(mention)
        candidates: tuple[Candidate, ...] = ()
        if mention.kind in {MentionKind.OFFICE, MentionKind.DESCRIPTION} and not self._is_past(mention):
            candidates, rows = office_candidates(mention, role, self.setting)
            if rows:
                return dataclasses.replace(
                    mention, actors=(candidates[0].actor,), candidates=candidates, offices=tuple(o.id for o in rows)
                )
        whole: tuple[str, ...] = (mention.organisation,)
        if mention.kind is MentionKind.GROUP and mention.organisation.startswith("fmt:"):
            whole = tuple(sorted(tables.members(mention.organisation, self.setting.last))) or whole
        reason = f"{mention.role or mention.name} of {tables.name(mention.organisation)}"
        own = tuple(Candidate(a, 0.7, (reason,)) for a in whole)
        return dataclasses.replace(mention, actors=whole, candidates=(*own, *candidates))
