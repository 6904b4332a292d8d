"""Sentence -> Frame: verbs and states with who does it and whom it befalls, by the parse; and the words that say how far it is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..records import Sentence, Span
from ..sentences.trees import ancestors, children, span_of, subtree

LIGHT = set("be have do say tell add make take get go come see include call give put know become".split())
_PARTICLES = {"back", "over", "away", "out", "up", "down", "off", "in", "part"}
_INTO_FORCE = {"come", "enter", "go"}
_COPULAS = {"be", "remain", "stay", "keep", "find", "stand"}
_BODIES = {"body", "corpse", "remains"}
DATED = {"DATE", "TIME"}
_BETWEEN = {"for", "at", "into", "against"}
_GOVERNORS = {"xcomp", "acomp"}
_CUT = ("relcl", "acl", "appos", "punct", "cc", "advcl", "parataxis")
MODALS = set("will would wo shall can could may might must should".split())
_UNDONE = MODALS | {"to", "not", "n't", "never"}
_HYPHENS = {"-", "–", "’s", "'s"}
VERBS = {"VERB", "AUX"}
NEAR = {"near", "outside", "off", "beside"}


@dataclass(frozen=True, slots=True)
class Role:
    """A noun phrase that plays a part: its span and its content lemmas; `head` is its main noun, `at` that noun's token."""

    span: Span
    head: str
    lemmas: frozenset[str]
    at: int


@dataclass(frozen=True, slots=True)
class Frame:
    """A verb's lemma with its agent, its patient, and to whom, where the clause names them; `at` is the verb's token. Of a state
    ("remained closed") the word for it, with who is in it as patient."""

    verb: str
    agent: Role | None
    patient: Role | None
    target: Role | None
    at: int


def find_frames(sentence: Sentence) -> Iterator[Frame]:
    """Frames of verbs, active and passive; a pronoun is no role. A verb without a subject has that of the verb that it is
    coordinated with, or that it depends on ("failed to reach")."""
    for i, token in enumerate(sentence.tokens):
        if token.pos != "VERB":
            continue
        by = next((p for a in children(sentence, i, "agent") for p in children(sentence, a, "pobj")), None)
        passive = next((_antecedent(sentence, k) for k in children(sentence, i, "nsubjpass")), None)
        obj = next(iter(children(sentence, i, "dobj")), None) or next(_object_behind(sentence, i), None)
        to = next(_to_whom(sentence, i), None)
        whom = next(iter(children(sentence, i, "dative")), None)
        if whom is not None and sentence.tokens[whom].dep == "dative" and sentence.tokens[whom].pos != "ADP":
            to, obj = (whom, obj) if obj is not None else (to, whom)
        agent, patient = (by, passive) if passive is not None or by is not None else (_subject(sentence, i), obj)
        if agent is not None or patient is not None:
            yield Frame(_verb(sentence, i), _role(sentence, agent), _role(sentence, patient), _role(sentence, to), i)


def _verb(sentence: Sentence, i: int) -> str:
    """The lemma; of a verb that says little the word with it that says more ("take back")."""
    lemma = sentence.tokens[i].lemma.lower()
    if lemma == "vote":
        sides = (sentence.tokens[k].lemma.lower() for k in children(sentence, i, "prep"))
        return next((f"vote {side}" for side in sides if side in {"for", "against"}), lemma)
    more = [sentence.tokens[k].text.lower() for k in children(sentence, i, "prt", "advmod")] if lemma in LIGHT else []
    return next((f"{lemma} {word}" for word in more if word in _PARTICLES), lemma)


def act_name(sentence: Sentence, i: int) -> str:
    """The lemma of the verb at token i, with the words that make another act of it ("break out", "take effect")."""
    tokens = sentence.tokens
    lemma = tokens[i].lemma.lower()
    if lemma == "break":
        return "break out" if any(tokens[k].lemma == "out" for k in children(sentence, i, "prt")) else lemma
    if lemma not in _INTO_FORCE | {"take"}:
        return lemma
    things = [k for p in children(sentence, i, "prep") if tokens[p].lemma == "into" for k in children(sentence, p, "pobj")]
    things += children(sentence, i, "dobj") if lemma == "take" else []
    wanted = {"effect"} if lemma == "take" else {"force", "effect"}
    return "take effect" if any(tokens[k].lemma.lower() in wanted for k in things) else lemma


def _subject(sentence: Sentence, i: int) -> int | None:
    """The subject of the verb at token i, or of what it hangs on ("failed to reach", "won, beating", "is close to naming")."""
    tokens = sentence.tokens
    while True:
        found = next((_antecedent(sentence, k) for k in children(sentence, i, "nsubj")), None)
        if found is not None or not (tokens[i].dep in {"xcomp", "conj", "pcomp"} or participial(sentence, i)):
            return found
        above = tokens[i].head
        while tokens[i].dep == "pcomp" and tokens[above].dep in {"prep", "acomp"}:
            above = tokens[above].head
        if tokens[above].pos not in VERBS:
            return None
        i = above


def _antecedent(sentence: Sentence, i: int) -> int:
    """What "who" or "which" at token i stands for; any other word for itself."""
    tokens = sentence.tokens
    verb = tokens[i].head
    return tokens[verb].head if tokens[i].tag in {"WDT", "WP"} and tokens[verb].dep == "relcl" else i


def participial(sentence: Sentence, i: int) -> bool:
    """Whether the verb at token i tells what the subject of the verb above it does by that, or then (", killing three")."""
    token = sentence.tokens[i]
    return token.dep == "advcl" and token.tag == "VBG" and not children(sentence, i, "mark", "nsubjpass")


def find_states(sentence: Sentence) -> Iterator[Frame]:
    """What somebody or something is said to be or to remain ("was absent", "remains in force", "were still in the town": "still"),
    and the dead whose body is told of."""
    tokens = sentence.tokens
    for i, token in enumerate(tokens):
        if token.lemma.lower() in _COPULAS:
            subject = next(iter(children(sentence, i, "nsubj", "nsubjpass")), None)
            below = children(sentence, i, "acomp", "attr", "oprd", "advmod")
            below += [k for p in children(sentence, i, "prep") if tokens[p].lemma == "in" for k in children(sentence, p, "pobj")]
            role = _role(sentence, subject)
            if role is not None:
                yield from (Frame(tokens[k].lemma.lower(), None, role, None, i) for k in below)
                if token.lemma.lower() in {"remain", "stay"}:
                    yield Frame("remain", role, None, None, i)
        elif token.pos == "VERB" and any(tokens[k].text.lower() == "dead" for k in children(sentence, i, "acomp", "oprd")):
            whom = children(sentence, i, "nsubjpass") or children(sentence, i, "dobj")
            role = _role(sentence, next(iter(whom), None))
            if role is not None:
                yield Frame("dead", None, role, None, i)
        elif token.lemma.lower() in _BODIES:
            of = (k for p in children(sentence, i, "prep") if tokens[p].lemma == "of" for k in children(sentence, p, "pobj"))
            role = _role(sentence, next(of, None))
            if role is not None:
                yield Frame("dead", None, role, None, token.head)


def _to_whom(sentence: Sentence, i: int) -> Iterator[int]:
    for p in [k for top in (i, *children(sentence, i, "prt", "prep")) for k in children(sentence, top, "prep", "dative")]:
        if sentence.tokens[p].lemma.lower() == "to":
            yield from children(sentence, p, "pobj")


def _object_behind(sentence: Sentence, i: int) -> Iterator[int]:
    """What the verb at token i is done to, where a preposition stands between ("paid for the bridge", "crashed into a bus")."""
    for p in children(sentence, i, "prep"):
        if sentence.tokens[p].lemma.lower() in _BETWEEN:
            yield from children(sentence, p, "pobj")


def _role(sentence: Sentence, i: int | None) -> Role | None:
    if i is None or not (sentence.tokens[i].pos in {"NOUN", "PROPN"} or _is_sum(sentence, i)):
        return None
    own = set(subtree(sentence, i, _CUT))
    own |= {k for k in range(1, i) if k - 1 in own and k + 1 in own and sentence.tokens[k].text in _HYPHENS}
    first = max((k for k in range(i, -1, -1) if k not in own), default=-1) + 1
    last = min((k for k in range(i, len(sentence.tokens)) if k not in own), default=len(sentence.tokens)) - 1
    inside = (t for t in sentence.tokens[first : last + 1] if t.pos in {"NOUN", "PROPN"} and t.entity not in DATED)
    lemmas = frozenset(t.lemma.lower() for t in inside)
    return Role(span_of(sentence, first, last), sentence.tokens[i].lemma.lower(), lemmas, i)


def _is_sum(sentence: Sentence, i: int) -> bool:
    """ "$9 million": a number with the sign of a currency."""
    tokens = sentence.tokens
    return tokens[i].pos == "NUM" and any(tokens[k].tag == "$" for k in tokens[i].children)


def verb_above(sentence: Sentence, i: int) -> int | None:
    """The nearest verb that token i stands below."""
    return next((k for k in ancestors(sentence, i) if sentence.tokens[k].pos in VERBS), None)


def stage_span(sentence: Sentence, i: int) -> Span:
    """The group of the verb at token i, with the verbs above it that say whether it is sought, planned or tried ("looks to
    deepen", "have been invited")."""
    group = _verb_group(sentence, i, _GOVERNORS)
    return span_of(sentence, min(group), max(group))


def _verb_group(sentence: Sentence, i: int, below: set[str]) -> list[int]:
    """The verb at token i, the first of the verbs before it that it stands below by these relations, and that one's auxiliaries."""
    tokens = sentence.tokens
    first = i
    while tokens[first].dep in below and tokens[first].head < first:
        first = tokens[first].head
    return [first, i, *children(sentence, first, "aux", "auxpass", "neg")]


def deed_span(sentence: Sentence, i: int) -> Span:
    """The verb at token i with the words that say whether it is done ("failed to reach", "remained closed", "no deal was made")."""
    tokens = sentence.tokens
    group = _verb_group(sentence, i, {"xcomp"})
    if tokens[i].lemma.lower() in _COPULAS:
        group += children(sentence, i, "acomp", "oprd", "attr", "advmod")
    if tokens[i].lemma.lower() == "vote":
        group += children(sentence, i, "prep")[:1]
    parts = children(sentence, i, "nsubj", "nsubjpass", "dobj")
    parts += [k for p in children(sentence, i, "prep") for k in children(sentence, p, "pobj")]
    group += [k for part in parts for k in children(sentence, part, "det") if tokens[k].lemma.lower() == "no"]
    return span_of(sentence, min(group), max(group))


def happened(sentence: Sentence, i: int) -> bool:
    """Whether the verb at token i is told as done: no modal, no negation, no infinitive."""
    tokens = sentence.tokens
    words = {tokens[k].text.lower() for k in children(sentence, i, "aux", "auxpass", "neg")}
    return tokens[i].tag != "VB" and not words & _UNDONE


def near_places(sentence: Sentence) -> Iterator[tuple[str, Role]]:
    """What stands near what: (lemma of the thing placed, the place). The thing is the noun right before: what a parser hangs such
    a phrase on is a matter of chance."""
    tokens = sentence.tokens
    for i, token in enumerate(tokens):
        if token.lemma.lower() in NEAR and token.dep == "prep":
            before = next((t for t in reversed(tokens[max(0, i - 2) : i]) if t.text != ","), None)
            for place in children(sentence, i, "pobj"):
                role = _role(sentence, place)
                if role is not None and before is not None and before.pos in {"NOUN", "PROPN"}:
                    yield before.lemma.lower(), role
