"""Sentence -> Deed: an act with who has part in it, when, where, and whether it was done; whether two deeds can be one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum

from ..records import Force, Sentence, Span, Timex
from ..sentences.trees import ancestors, children, subtree
from .dated import SAYING, same_time
from .frames import DATED, MODALS, Frame, Role, find_frames, find_states, participial, verb_above
from .numerals import SCALES
from .shelves import Shelf

# Nouns that say nothing of who it is: two of them with other words beside are two phrases.
ANYBODY = set("group people man woman force member person official fighter other one number some".split())
_ORDER = set(
    "first second third fourth last new old earlier previous later next changed revised amended initial final original other "
    "another former future separate different".split()
)
_DEFINITE = {"the", "this", "that", "these", "those", "both", "all"}
_IN = {"in", "at", "near", "outside", "inside"}
_PLACES = {"GPE", "LOC", "FAC"}
_FAILING = set("refuse fail decline omit neglect forbear".split())
_UNDONE = {"not", "n't", "never", "nobody", "none", "no"}
# Under these nobody vouches that it was done, nor after "if", "whether" and in a question ("where he was born").
_BELIEVING = set("believe think doubt question wonder suspect assume imagine dispute contest feel hope fear expect".split())
_CLAIMS = set("charge claim allegation accusation rumour rumor suspicion fear idea notion suggestion possibility belief".split())
_ASKING = {"if", "whether", "unless", "where", "how", "why", "when", "who", "what"}
_TO_COME = MODALS | {"to"}
_WILL = {"will", "wo", "'ll", "’ll"}
# Words by which a sentence tells that it speaks of another time than now.
_BEFORE = set("earlier previously initially originally formerly before until once yet later then afterwards already".split())


class Fit(IntEnum):
    """Whether two phrases stand for one thing: they cannot, nothing speaks for it or against it, they do."""

    APART = -1
    OPEN = 0
    ONE = 1


@dataclass(frozen=True, slots=True)
class Party:
    """Who or what has a part in a deed. `own` are the ids of the actor that the main noun names, `actors` those of all that the
    phrase names; `core` the names that tell who it is ("Polish", "Mopti"), `names` all names in it, `kind` what the main noun is
    described by ("foreign" of a minister), `order` words such as "first", `numbers` how many. `many`: several are named;
    `definite`: a name, or "the", "this", "her" before the noun."""

    role: Role
    own: frozenset[str]
    actors: frozenset[str]
    core: frozenset[str]
    names: frozenset[str]
    kind: frozenset[str]
    order: frozenset[str]
    numbers: frozenset[str]
    many: bool
    definite: bool

    @property
    def span(self) -> Span:
        return self.role.span


@dataclass(frozen=True, slots=True)
class Where:
    """A place named after "in", "at", "near": its words in small letters, the states it may lie in, whether it is one itself, and
    whether it is a building or the like."""

    span: Span
    name: str
    states: frozenset[str]
    is_state: bool
    is_site: bool


@dataclass(frozen=True, slots=True)
class Deed:
    """`done` is True, False (did not, refused to, failed to), or None where it is to come, possible, denied, or of another time;
    `will` is True or False where it is told that it will, or will not, be done; `state` where it is no act, `particle` where the
    verb has one ("back up")."""

    verb: str
    at: int
    agent: Party | None
    patient: Party | None
    target: Party | None
    done: bool | None
    will: bool | None
    times: tuple[Timex, ...]
    places: tuple[Where, ...]
    state: bool
    particle: bool

    @property
    def theme(self) -> Party | None:
        """Whom or what it befalls; of an act that befalls nobody, who does it, and who survives something, not what."""
        return self.agent if self.verb == "survive" and self.agent else self.patient or self.agent


def find_deeds(sentence: Sentence, shelf: Shelf, dated: Sequence[tuple[int | None, Timex]]) -> Iterator[Deed]:
    """The acts and states that a sentence tells; `dated` are its times with their verbs (dated.py)."""
    placed = list(_places(sentence, shelf))
    denied = [c for a in shelf.spoken.get(sentence.index, ()) if a.force is Force.DENY for c in a.content]
    for state, frames in ((False, find_frames(sentence)), (True, find_states(sentence))):
        for frame in frames:
            if _governs(frame, sentence):
                continue
            agent, patient, target = (_party(role, sentence, shelf) for role in (frame.agent, frame.patient, frame.target))
            done, will = _done(frame, sentence), _will(frame, sentence)
            if _doubtful(frame.at, sentence) or any(span.holds(sentence.tokens[frame.at].span) for span in denied):
                done = will = None
            times = tuple(timex for k, timex in dated if k == frame.at)
            places = tuple(place for k, place in placed if k == frame.at)
            yield Deed(
                frame.verb,
                frame.at,
                agent,
                patient,
                target,
                done,
                will,
                times,
                places,
                state,
                bool(children(sentence, frame.at, "prt")),
            )


def _governs(frame: Frame, sentence: Sentence) -> bool:
    """Whether the verb only tells that another is not done ("declined to say")."""
    return frame.verb in _FAILING and bool(children(sentence, frame.at, "xcomp"))


def _doubtful(i: int, sentence: Sentence) -> bool:
    """Whether the verb at token i is asked for, or is what somebody only believes or is charged with, or so is what it stands
    below."""
    tokens = sentence.tokens
    for k in (i, *ancestors(sentence, i)):
        if tokens[k].dep in {"ccomp", "pcomp", "advcl"}:
            asked = {tokens[c].text.lower() for c in children(sentence, k, "mark", "advmod", "nsubj", "dobj")} & _ASKING
            if asked - ({"when", "where"} if tokens[k].dep == "advcl" else set()):
                return True
            if tokens[k].dep == "ccomp" and tokens[tokens[k].head].lemma.lower() in _BELIEVING:
                return True
        if tokens[k].dep in {"acl", "ccomp", "pcomp"} and tokens[tokens[k].head].lemma.lower() in _CLAIMS:
            return True
    return False


def _done(frame: Frame, sentence: Sentence) -> bool | None:
    tokens = sentence.tokens
    i, undone = frame.at, False
    while True:
        words = {tokens[k].text.lower() for k in children(sentence, i, "aux", "auxpass", "neg", "advmod")}
        above = tokens[i].head
        below = tokens[i].dep == "xcomp" and above != i
        if participial(sentence, i) and above != i:
            i = above
            continue
        if words & _BEFORE or (words & _TO_COME and not (below and words & _TO_COME == {"to"})):
            return None
        undone |= bool(words & _UNDONE)
        if not below:
            break
        if tokens[above].lemma.lower() in _FAILING:
            undone = True
        elif "to" in words:
            return None
        i = above
    undone |= _of_none(frame, sentence)
    bare = tokens[frame.at].tag in {"VB", "VBG"} and tokens[frame.at].dep != "xcomp" and not participial(sentence, frame.at)
    return None if bare and not undone else not undone


def _will(frame: Frame, sentence: Sentence) -> bool | None:
    """Whether it is told that it will be done, or will not; None where that is not told without an if."""
    tokens = sentence.tokens
    words = {tokens[k].text.lower() for k in children(sentence, frame.at, "aux", "neg")}
    if tokens[frame.at].dep == "ccomp" and tokens[tokens[frame.at].head].lemma.lower() in SAYING:
        words = {"will" if word == "would" else word for word in words}  # "said that it would leave"
    on_terms = any(tokens[k].dep == "advcl" for k in (frame.at, *tokens[frame.at].children))
    if on_terms or not words & _WILL or words & (MODALS - _WILL):
        return None
    return not (words & _UNDONE or _of_none(frame, sentence))


def _of_none(frame: Frame, sentence: Sentence) -> bool:
    """Whether nobody does it, or it befalls nothing ("signed no document", "agreed to no truce")."""
    roles = (role for role in (frame.agent, frame.patient, frame.target) if role is not None)
    return any(sentence.tokens[k].text.lower() in _UNDONE for role in roles for k in children(sentence, role.at, "det"))


def _party(role: Role | None, sentence: Sentence, shelf: Shelf) -> Party | None:
    if role is None:
        return None
    tokens = sentence.tokens
    mentions = [m for m in shelf.mentions.get(sentence.index, ()) if m.span.overlaps(role.span)]
    own = {a for m in mentions if m.head.overlaps(tokens[role.at].span) for a in m.actors}
    inside = [i for i in subtree(sentence, role.at) if role.span.holds(tokens[i].span)]
    scenes = {k for i in inside if tokens[i].dep == "prep" and tokens[i].text.lower() in _IN for k in subtree(sentence, i)}
    below = [tokens[k] for k in tokens[role.at].children]
    words = [t for t in below if t.pos != "PROPN" and t.entity != "NORP"]
    undated = [i for i in inside if tokens[i].entity not in DATED]
    named = [i for i in undated if tokens[i].pos == "PROPN" or tokens[i].entity == "NORP"]
    return Party(
        role,
        frozenset(own),
        frozenset(a for m in mentions for a in m.actors),
        frozenset(tokens[i].lemma.lower() for i in named if i not in scenes),
        frozenset(tokens[i].lemma.lower() for i in named),
        frozenset(t.lemma.lower() for t in words if t.dep in {"amod", "compound"} and t.text.lower() not in _ORDER),
        frozenset(t.text.lower() for t in words) & _ORDER,
        frozenset(w for i in inside if tokens[i].pos == "NUM" and (w := tokens[i].lemma.lower()) not in SCALES),
        any(tokens[i].dep == "conj" and tokens[i].pos in {"NOUN", "PROPN"} for i in inside),
        tokens[role.at].pos == "PROPN" or any(t.dep == "poss" or t.text.lower() in _DEFINITE for t in below),
    )


def _places(sentence: Sentence, shelf: Shelf) -> Iterator[tuple[int, Where]]:
    """The places, each with the token of the verb of its clause: what hangs on it, or on a noun below it."""
    tokens = sentence.tokens
    for i, token in enumerate(tokens):
        if token.pos == "PROPN" and _scene(sentence, i):
            above = verb_above(sentence, i)
            mention = next((m for m in shelf.mentions.get(sentence.index, ()) if m.head.overlaps(token.span)), None)
            found = [c.actor for c in mention.candidates if c.actor.startswith("iso3:")] if mention is not None else []
            if above is not None and (found or token.entity in _PLACES):
                whole = mention.span if mention is not None else token.span
                name = whole.of(shelf.reading.document.text).lower().removeprefix("the ")
                is_state = mention is not None and bool(mention.actors)
                yield above, Where(whole, name, frozenset(found), is_state, token.entity in {"FAC", "ORG"})


def _scene(sentence: Sentence, i: int) -> bool:
    """Whether token i stands behind "in", "at", "near", also through "of" ("in the north of Chad")."""
    tokens = sentence.tokens
    sign = tokens[tokens[i].head]
    if tokens[i].dep != "pobj" or sign.text.lower() != "of":
        return tokens[i].dep == "pobj" and sign.text.lower() in _IN
    return _scene(sentence, sign.head)


def fit(one: Party | None, other: Party | None) -> Fit:
    """Whether two phrases are of one thing, by ids, by names, by their words."""
    if one is None or other is None:
        return Fit.OPEN
    if _other_kind(one, other) or (one.order and other.order and not one.order & other.order):
        return Fit.APART
    words = bool((one.role.lemmas & other.role.lemmas) - ANYBODY)
    if one.own & other.own or (words and one.actors & other.actors):
        return Fit.ONE
    if one.own and other.own and one.core and other.core:  # without a name, whose they are is a guess
        return Fit.OPEN if one.actors & other.actors else Fit.APART
    if one.core and other.core and not (one.core & other.core or one.actors & other.actors):
        return Fit.APART
    return Fit.ONE if words and not (one.numbers and other.numbers and not one.numbers & other.numbers) else Fit.OPEN


def _other_kind(one: Party, other: Party) -> bool:
    """ "The foreign minister" and "the defence minister" are two, whatever state they are of."""
    return one.role.head == other.role.head and bool(one.kind and other.kind) and not one.kind & other.kind


def places_fit(ours: Sequence[Where], theirs: Sequence[Where]) -> Fit:
    """ONE where a place is in both, APART where none of one side can be, or hold, one of the other's."""
    if not ours or not theirs:
        return Fit.OPEN
    pairs = [(a, b) for a in ours for b in theirs]
    if any(a.name == b.name for a, b in pairs):
        return Fit.ONE
    return Fit.APART if all(_elsewhere(a, b) for a, b in pairs) else Fit.OPEN


def _elsewhere(one: Where, other: Where) -> bool:
    if one.name in other.name or other.name in one.name:
        return False
    if one.is_state or other.is_state:
        return bool(one.states and other.states) and not one.states & other.states
    return one.is_site is other.is_site  # a palace may stand in the town


def times_fit(ours: Sequence[Timex], theirs: Sequence[Timex]) -> Fit:
    """ONE where a time is the same or part of the other's, APART where none can be."""
    if not ours or not theirs:
        return Fit.OPEN
    return Fit.ONE if any(same_time(a.when, b.when) for a in ours for b in theirs) else Fit.APART


def circumstances_fit(one: Deed, other: Deed, *but: str) -> tuple[Fit, ...]:
    """The fits of agents, patients, targets, times and places, without those named in `but`."""
    fits = {
        "agent": fit(one.agent, other.agent),
        "patient": fit(one.patient, other.patient),
        "target": fit(one.target, other.target),
        "times": times_fit(one.times, other.times),
        "places": places_fit(one.places, other.places),
    }
    return tuple(f for name, f in fits.items() if name not in but)


def surely_one(one: Deed, other: Deed, *but: str) -> bool:
    """Whether two deeds must be one, leaving out what is in `but`: nothing speaks against it, and somebody or something is in both
    that is named, or is definite ("the truce") and not the only thing they have in common."""
    fits = circumstances_fit(one, other, *but)
    if Fit.APART in fits:
        return False
    parties = [(one.agent, other.agent, "agent"), (one.patient, other.patient, "patient"), (one.target, other.target, "target")]
    met = [(a, b) for a, b, name in parties if a and b and name not in but and fit(a, b) is Fit.ONE]
    named = any(a.own & b.own or a.names & b.names for a, b in met)
    return named or (any(a.definite and b.definite for a, b in met) and fits.count(Fit.ONE) > 1)
