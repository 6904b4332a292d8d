"""Telling x Telling -> a difference of who does it, or to whom."""

from __future__ import annotations

from collections.abc import Iterator

from ..records import Difference, Span
from .acts import one_act
from .dated import SAYING
from .deeds import ANYBODY, Deed, Fit, Party, circumstances_fit, fit, surely_one
from .frames import LIGHT, Role
from .tellings import Telling, of_one_week
from .twins import ids, make, span_of_all, twins, verb_of

# Nouns for the same people: by them and one name, two phrases are one.
_SAME = tuple(
    frozenset(group.split())
    for group in (
        "army military troop force soldier",
        "police officer policeman cop",
        "chief boss head leader director secretary-general",
        "protester demonstrator marcher crowd",
        "government cabinet administration authority official",
        "firm company corporation business",
    )
)
# What any number of people may do of one thing at one time, so that two who do it are two acts.
_ANYBODYS = set(
    "urge call ask demand request appeal condemn denounce criticise criticize slam blast rebuke deplore praise welcome hail "
    "congratulate thank support back oppose reject refuse decline accept accuse blame warn threaten vow pledge promise offer want "
    "hope seek try expect fear believe think know see hear say tell claim allege report confirm deny acknowledge admit announce "
    "declare insist stress note add describe suggest visit attend join meet discuss hold host leave enter reach arrive "
    "return vote abstain recognise recognize express voice reiterate sanction help need use have get receive lose win face follow "
    "share mourn protest demonstrate rally march invite contribute consider plan agree send face include mark celebrate "
    "sign ratify approve adopt endorse".split()
)
# Bodies of a state, and those that act in its name.
_BODIES = set(
    "court government military army navy ministry police force forces department parliament congress senate council cabinet agency "
    "authority authorities administration president minister premier chancellor king chief commander general prosecutor office "
    "bureau commission committee treasury official troop soldier guard embassy judge jury tribunal".split()
)
# Whom an act may befall without a name; our own compilation.
_PEOPLE = ANYBODY | set(
    "girl boy child soldier troop worker civilian resident villager refugee migrant student pupil teacher journalist reporter "
    "activist protester minister leader militant rebel fighter prisoner hostage detainee victim passenger tourist family spouse "
    "couple wife husband son daughter doctor nurse farmer fisherman sailor pilot driver lawmaker candidate voter judge union "
    "player fan crowd supporter opponent ally guard gunman attacker suspect".split()
)


def actor_difference(left: Telling, right: Telling) -> Difference | None:
    """One act, done by others: surely one act, or one by the events, else by the clauses' own subjects."""
    for one, other in _acts(left, right):
        if not (one.agent and other.agent and _done_by_another(one, other) and of_one_week(left, right)):
            continue
        if not (_named_in(one.agent, right) or _named_in(other.agent, left)):
            reason = f"{one.verb} by {left.words(one.agent.span)} / by {right.words(other.agent.span)}: only one of them can have"
            return make("actor", left, one.agent.span, right, other.agent.span, reason, 0.7, hard=True)
    for a, b in twins(left, right):
        ours, theirs = ids(a.actors), ids(b.actors)
        if (
            verb_of(a, left) != verb_of(b, right)
            or verb_of(a, left) in _ANYBODYS
            or not (ours and theirs)
            or ours & theirs
            or not ids(a.recipients) & ids(b.recipients)
        ):
            continue
        names = [_names(span_of_all(e.actors), t) for e, t in ((a, left), (b, right))]
        if all(names) and not names[0] & names[1]:  # "the League" in "the League chief" does not tell who else it is, nor "he"
            reason = f"{verb_of(a, left)} by {', '.join(sorted(ours))} / {', '.join(sorted(theirs))}"
            return make("actor", left, span_of_all(a.actors), right, span_of_all(b.actors), reason, 0.5)
    for one, other in _acts(left, right):
        a_role, b_role = one.agent, other.agent
        if a_role and b_role and _turned_round(one, other):
            reason = f"{one.verb} by {left.words(a_role.span)} / by {right.words(b_role.span)}: each to the other"
            return make("actor", left, a_role.span, right, b_role.span, reason, 0.7, hard=True)
        if not (a_role and b_role) or _one_people(a_role, b_role) or Fit.APART in circumstances_fit(one, other, "agent"):
            continue
        if one.verb not in SAYING and _one_for_another(one, left, other, right):
            reason = f"{one.verb} by {left.words(a_role.span)} / by {right.words(b_role.span)}"
            return make("actor", left, a_role.span, right, b_role.span, reason, 0.62)
        if one.verb not in _ANYBODYS and fit(a_role, b_role) is Fit.APART and _meet(one.patient, other.patient):
            reason = f"{one.verb}: {left.words(a_role.span)} / {right.words(b_role.span)}"
            return make("actor", left, a_role.span, right, b_role.span, reason, 0.4 if a_role.actors & b_role.actors else 0.45)
    return None


def _one_for_another(one: Deed, left: Telling, other: Deed, right: Telling) -> bool:
    """Whether one of two doers acts in the name of the other, or both of one state: a body of it ("Togo", "a court of Togo", "the
    Togolese army"), or somebody by name and a state, or a body where what they do it to is one."""
    if one.agent is None or other.agent is None:
        return False
    parties = (one.agent, other.agent)
    bare = [t.unit.sentence.tokens[p.role.at].entity == "GPE" and bool(p.own) for p, t in zip(parties, (left, right), strict=True)]
    bodies = [p.role.head in _BODIES for p in parties]
    named = [any(i.startswith("person:") for i in p.own) for p in parties]
    whole = [a or b for a, b in zip(bare, bodies, strict=True)]
    if named[0] is not named[1] and not parties[0].core & parties[1].core:
        stands = bare if fit(one.patient, other.patient) is not Fit.ONE else whole
        return stands[0] is named[1] and stands[1] is named[0]
    alike = parties[0].role.head == parties[1].role.head or not parties[0].own & parties[1].own
    return not alike and any(bodies) and all(whole)


def _done_by_another(one: Deed, other: Deed) -> bool:
    """Whether one act that only one can have done, on one certain thing, has two doers, each alone."""
    if one.verb in _ANYBODYS or not (one.done and other.done) or fit(one.agent, other.agent) is not Fit.APART:
        return False
    for agent, patient in ((one.agent, one.patient), (other.agent, other.patient)):
        if agent is None or agent.many or not (agent.own or agent.core) or patient is None or not patient.definite:
            return False
    return fit(one.patient, other.patient) is Fit.ONE and surely_one(one, other, "agent")


def _named_in(party: Party, telling: Telling) -> bool:
    """Whether the party's own name, or of an unnamed one a name of it, stands in the sentence, in whatever part."""
    names = {party.role.head} & party.core or party.core
    return bool(names & {t.lemma.lower() for t in telling.unit.sentence.tokens if t.pos == "PROPN"})


def _turned_round(one: Deed, other: Deed) -> bool:
    """Whether who does it here is whom it befalls there, and the other way round; both may accuse, thank or expect the other."""
    if one.verb in _ANYBODYS or _meet(one.agent, other.agent) or _meet(one.patient, other.patient):
        return False
    return _meet(one.agent, other.patient) and _meet(one.patient, other.agent)


def recipient_difference(left: Telling, right: Telling) -> Difference | None:
    """One act by one actor, done to others."""
    for one, other in _acts(left, right):
        a_role, b_role = one.target, other.target
        if a_role and b_role and _apart(a_role, b_role) and _meet(one.patient, other.patient):
            reason = f"{one.verb} to {left.words(a_role.span)} / {right.words(b_role.span)}"
            sum_ = one.verb == other.verb and _one_sum(one.patient, left, other.patient, right)
            apart = fit(a_role, b_role) is Fit.APART and one.done is other.done and fit(one.patient, other.patient) is Fit.ONE
            apart = apart and surely_one(one, other, "target")
            return make("recipient", left, a_role.span, right, b_role.span, reason, 0.5, hard=sum_ or apart)
        a_role, b_role = one.patient, other.patient
        if Fit.APART in circumstances_fit(one, other, "patient"):
            continue
        if a_role and b_role and _others(a_role, b_role) and _meet(one.agent, other.agent):
            reason = f"{one.verb}: {left.words(a_role.span)} / {right.words(b_role.span)}"
            return make("recipient", left, a_role.span, right, b_role.span, reason, 0.4)
    return None


def _others(one: Party, other: Party) -> bool:
    """Two whom an act befalls, by other names or as other people; things by other nouns may be one ("the bill", "the law")."""
    people = not (one.core or other.core) and one.role.lemmas & _PEOPLE and other.role.lemmas & _PEOPLE
    return _apart(one, other) and bool(people or fit(one, other) is Fit.APART)


def _acts(left: Telling, right: Telling) -> Iterator[tuple[Deed, Deed]]:
    """Deeds that may be one, apart from states and from verbs that say too little; what is given to somebody says enough."""
    ours, theirs = (
        [d for d in t.deeds if not d.state and (d.verb not in LIGHT or (d.verb == "give" and d.target))] for t in (left, right)
    )
    for one in ours:
        yield from ((one, other) for other in theirs if one_act(one.verb, other.verb))


def _one_sum(one: Party | None, left: Telling, other: Party | None, right: Telling) -> bool:
    """Whether both phrases hold the same figure of the same unit."""
    if one is None or other is None:
        return False
    ours = {(f.value, f.unit) for f in left.figures if f.span.overlaps(one.span)}
    return any((f.value, f.unit) in ours for f in right.figures if f.span.overlaps(other.span))


def _meet(one: Party | None, other: Party | None) -> bool:
    """Two phrases of one thing: a word or an actor in common; an unnamed one meets none."""
    return bool(one and other and (one.role.lemmas & other.role.lemmas or one.actors & other.actors))


def _apart(one: Party, other: Party) -> bool:
    """Two phrases with no telling word and no actor in common."""
    return not _words_shared(one.role, other.role) and not one.actors & other.actors


def apart(one: Role, left: Telling, other: Role, right: Telling) -> bool:
    """The same of two phrases of which only the words are known."""
    return not _words_shared(one, other) and not left.actors(one.span) & right.actors(other.span)


def _one_people(one: Party, other: Party) -> bool:
    """A telling word in common, two bare names of one actor ("China", "Beijing"), or one name and two nouns for the same people
    ("Ruritanian troops", "Ruritanian soldiers")."""
    same = bool(one.actors & other.actors)
    bare = one.role.lemmas == one.core and other.role.lemmas == other.core
    return _words_shared(one.role, other.role) or (same and (bare or _one_kind(one.role, other.role)))


def _one_kind(one: Role, other: Role) -> bool:
    return one.head == other.head or any({one.head, other.head} <= group for group in _SAME)


def _names(span: Span, telling: Telling) -> set[str]:
    return {t.lemma.lower() for t in telling.unit.sentence.tokens if span.holds(t.span) and t.pos == "PROPN"}


def _words_shared(one: Role, other: Role) -> bool:
    return one.lemmas == other.lemmas or bool((one.lemmas - ANYBODY) & (other.lemmas - ANYBODY))
