"""Nouns as predicates: "talks between A and B", "Russia's invasion of Ukraine", "the bombing of X by Y"."""

from __future__ import annotations

from dataclasses import dataclass

from ..records import EventType, Sentence
from .agents import TRANSPARENT, expand, is_agent, party, prep_objects
from .frames import Frame, noun_frame
from .roles import LENGTHS, subjects_of

ARMED = set("air drone missile rocket artillery military cruise nuclear precision retaliatory surgical aerial pre-emptive".split())
LABOUR = set("union wage pay salary employer employee picket walkout pension overtime layoff redundancy".split())
BLAMING = {"blame": "on", "pin": "on", "attribute": "to", "ascribe": "to"}
JOURNEYS = {"visit", "trip", "tour"}
STAYING = {"be", "remain", "stay"}


@dataclass(frozen=True, slots=True)
class Act:
    """A predicate with its roles, all as token indices of its sentence. `clause` is the verb that carries tense and negation;
    `consumed` the nouns that the frame has taken in ("sanctions" of "imposed sanctions")."""

    token: int
    clause: int
    trigger: tuple[int, ...]
    frame: Frame
    fit: int
    actors: tuple[int, ...]
    recipients: tuple[int, ...]
    reciprocal: bool
    consumed: tuple[int, ...] = ()

    @property
    def is_bare_noun(self) -> bool:
        """Whether a noun tells it by itself, with no verb that lends it a subject."""
        return self.frame.noun and len(self.trigger) == 1


def is_noun(sentence: Sentence, i: int) -> bool:
    """Nouns, and gerunds that stand as one ("a foreign ministers meeting")."""
    token = sentence.tokens[i]
    return token.pos == "NOUN" or (
        token.tag == "VBG"
        and token.dep in ("pobj", "dobj", "nsubj", "nsubjpass")
        and any(sentence.tokens[k].dep == "det" for k in token.children)
    )


def frame_of_noun(sentence: Sentence, i: int) -> Frame | None:
    token = sentence.tokens[i]
    lemma = token.text.lower() if token.tag == "VBG" else token.lemma.lower()
    if lemma == "strike" and _is_of_labour(sentence, i):
        return noun_frame("strike", ["general"])
    modifiers = [sentence.tokens[k].lemma.lower() for k in token.children if sentence.tokens[k].dep in ("compound", "amod", "nmod")]
    if i and token.dep == "pobj" and token.head == i - 1:
        modifiers.append(sentence.tokens[i - 1].text.lower())  # "in charge"
    of = [j for name, j in noun_preps(sentence, i) if name == "of"]
    return noun_frame(lemma, [*modifiers, *(f"of {sentence.tokens[j].lemma.lower()}" for j in of)])


def _is_of_labour(sentence: Sentence, i: int) -> bool:
    """Whether a strike is one of workers: "on strike", or by the words about it."""
    before = sentence.tokens[i - 1].lemma.lower() if i else ""
    return before == "on" or (before not in ARMED | {"hunger"} and any(t.lemma.lower() in LABOUR for t in sentence.tokens))


def noun_act(sentence: Sentence, i: int) -> Act | None:
    """The event that a noun names by itself: "talks between A and B", "Russia's invasion of Ukraine", "the bombing of X by Y"."""
    frame = frame_of_noun(sentence, i)
    if frame is None or sentence.tokens[i].dep in ("compound", "amod"):
        return None
    preps = noun_preps(sentence, i)
    actors = noun_actors(sentence, i, preps, "of" not in frame.recipient)
    between = parties(sentence, tuple(j for name, j in preps if name in ("between", "among")))
    if between:
        return Act(i, _clause_of(sentence, i), (i,), frame, 0, between, (), len(between) > 1)
    recipients: tuple[int, ...] = ()
    for place in (*frame.recipient, "against", "with", "on"):
        recipients = tuple(
            j
            for j in parties(sentence, tuple(j for name, j in preps if name == place and not is_time(sentence, j)))
            if j not in actors
        )
        if recipients:
            break
    on = sentence.tokens[sentence.tokens[i].head]
    if frame.type is EventType.PROTEST and not actors and on.text.lower() == "on" and sentence.tokens[on.head].lemma in STAYING:
        actors = parties(sentence, subjects_of(sentence, on.head))  # "she had been on hunger strike"
    if frame.type is EventType.CONSULT and recipients and not actors:
        actors = tuple(j for j in _comers(sentence, i) if j not in recipients)
    if "p" in frame.recipient and not recipients and not any(name == "by" for name, _ in preps):
        actors, recipients = (), actors  # "the general's arrest": whose it is has suffered it
    return Act(i, _clause_of(sentence, i), (i,), frame, 0, actors, recipients, False)


def _comers(sentence: Sentence, i: int) -> tuple[int, ...]:
    """Who comes to a meeting: the subject of the verb that the noun hangs on ("flew in for a round of talks with")."""
    on = sentence.tokens[sentence.tokens[i].head]
    if on.text.lower() == "on" and sentence.tokens[i].lemma.lower() in JOURNEYS and is_agent(sentence, on.head):
        return parties(sentence, (on.head,))  # "the president, on a visit to Peru, offered help"
    j = i
    while sentence.tokens[j].dep in ("pobj", "prep") and sentence.tokens[j].text.lower() not in ("despite", "on", "about", "over"):
        j = sentence.tokens[j].head
    return parties(sentence, subjects_of(sentence, j)) if j != i and sentence.tokens[j].pos == "VERB" else ()


def noun_actors(sentence: Sentence, i: int, preps: list[tuple[str, int]], of_is_actor: bool) -> tuple[int, ...]:
    by = parties(sentence, tuple(j for name, j in preps if name == "by"))
    if by:
        return by
    for k in sentence.tokens[i].children:
        t = sentence.tokens[k]
        named = t.entity in ("GPE", "NORP", "ORG") or (t.dep == "poss" and is_agent(sentence, k))
        named = named or (t.dep == "compound" and t.tag == "NNS" and is_agent(sentence, k))
        if t.dep in ("poss", "amod", "compound", "nmod") and named:
            return tuple(expand(sentence, k)) if t.dep == "poss" else (k,)
    head = sentence.tokens[i].head
    if sentence.tokens[head].text.lower() == "for" and sentence.tokens[sentence.tokens[head].head].text.lower() == "responsible":
        return parties(sentence, subjects_of(sentence, sentence.tokens[head].head))
    if of_is_actor:
        return parties(sentence, tuple(j for name, j in preps if name == "of"))
    return ()


def noun_preps(sentence: Sentence, i: int) -> list[tuple[str, int]]:
    """Prepositions that hang on a noun; of participles ("imposed on Russia by") as well."""
    out: list[tuple[str, int]] = []
    measure = sentence.tokens[sentence.tokens[i].head].head
    if sentence.tokens[i].dep == "pobj" and sentence.tokens[measure].lemma.lower() in LENGTHS | TRANSPARENT:
        further = [k for k in sentence.tokens[measure].children if k > i and sentence.tokens[k].dep in ("prep", "agent")]
        out += [pair for k in further for pair in prep_objects(sentence, k)]  # "the third day of an offensive by the army"
    for k in sentence.tokens[i].children:
        t = sentence.tokens[k]
        if t.dep in ("prep", "agent"):
            out += prep_objects(sentence, k)
        elif t.dep == "acl" and t.tag in ("VBN", "VBG"):
            behind = [pair for j in t.children if sentence.tokens[j].dep in ("prep", "agent") for pair in prep_objects(sentence, j)]
            doer = BLAMING.get(t.lemma.lower())  # "two killings blamed on the militia"
            out += [("by" if name == doer else name, j) for name, j in behind]
    return out


def parties(sentence: Sentence, heads: tuple[int, ...], agentless: bool = False, giver: bool = False) -> tuple[int, ...]:
    out: list[int] = []
    for i in heads:
        out += party(sentence, i, agentless, giver)
    return tuple(dict.fromkeys(out))


def is_time(sentence: Sentence, i: int) -> bool:
    return sentence.tokens[i].entity in ("DATE", "TIME", "MONEY", "PERCENT", "QUANTITY")


def _clause_of(sentence: Sentence, i: int) -> int:
    """The verb of the clause in which a noun stands, or the noun itself."""
    j, steps = i, 0
    while sentence.tokens[j].pos not in ("VERB", "AUX") and sentence.tokens[j].head != j and steps < 60:
        j, steps = sentence.tokens[j].head, steps + 1
    return j if sentence.tokens[j].pos in ("VERB", "AUX") else i
