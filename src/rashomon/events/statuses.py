"""Act -> its status: what tense, modality, negation, conditions and governing verbs make of it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from ..records import EventType, Sentence, Span, Status, ZoneKind
from ..sentences.trees import ancestors, span_of
from .clauses import is_bare, is_finite, own_status
from .conditions import condition_at
from .frames import adjectives, governing_nouns, operators
from .governors import governor, shares_subject
from .nominals import Act
from .predicates import LIGHT
from .roles import has_to, sets_time

UNREAL = {Status.PLANNED, Status.EXPECTED, Status.CALLED_FOR, Status.CONDITIONAL, Status.REFUSED, Status.NOT_DONE}
# What the present tense tells of these goes on; of the others it is a headline's or a reporter's past.
LASTING = {EventType.COOPERATE, EventType.AID, EventType.POSITION, EventType.MOBILIZE, EventType.PROTEST}
# Verbs that take the event of their object for given, even when they lie ahead: "will discuss the invasion".
FACTIVE = set(
    "discuss condemn criticize criticise debate denounce mark commemorate investigate address answer cover regret deplore mention "
    "protest welcome praise report follow precede cause explain justify remember describe".split()
)
PREPOSITIONS = {
    "call": ("for", "on"),
    "agree": ("on", "to"),
    **dict.fromkeys(("push", "press", "appeal", "blame", "plan", "prepare"), ("for",)),
    "accuse": ("of",),
    "charge": ("with",),
    "rule": ("out",),
    "commit": ("to",),
}
VOICED = {EventType.REQUEST, EventType.ACCUSE, EventType.REJECT, EventType.SUPPORT, EventType.PROTEST}
CONDITIONAL_SPEECH = {EventType.THREATEN, EventType.AGREE, EventType.REQUEST, EventType.REJECT}
DEEPEST = 8


@dataclass(frozen=True, slots=True)
class Standing:
    """`clause` what the clause says of its act, `whole` with all governing verbs reckoned in; `condition` the token range of
    the condition (first, last) if there is one; `given`: a noun whose event the words take for granted."""

    clause: Status
    whole: Status
    condition: tuple[int, int] | None = None
    given: bool = False


def find_standing(sentence: Sentence, act: Act) -> Standing:
    """The standing of an act by the words of its own sentence."""
    if act.token != act.clause or act.is_bare_noun:
        return _noun_standing(sentence, act.token)
    if act.frame.noun and (marked := _marked(sentence, act.trigger[-1])) is not None:
        return Standing(marked, marked)
    if any(sentence.tokens[i].dep in ("dobj", "nsubjpass") and _is_none(sentence, i) for i in act.consumed):
        return Standing(Status.NOT_DONE, Status.NOT_DONE)  # "signed no treaty"
    standing = verb_standing(sentence, act.clause)
    token = sentence.tokens[act.clause]
    if token.dep == "advcl" and standing.whole is Status.PLANNED and act.frame.type in VOICED and has_to(sentence, act.clause):
        standing = verb_standing(sentence, token.head)  # "blocked the road to demand": with the one the other is done
    lasting = act.frame.type in LASTING and sentence.tokens[act.clause].tag in ("VBZ", "VBP") and sentence.zone is ZoneKind.BODY
    if lasting and standing.clause is Status.DONE:
        return Standing(Status.ONGOING, Status.ONGOING if standing.whole is Status.DONE else standing.whole, standing.condition)
    return standing


def verb_standing(sentence: Sentence, v: int, depth: int = 0) -> Standing:
    """The standing of what the verb `v` says."""
    own, condition = own_status(sentence, v)
    token = sentence.tokens[v]
    head = sentence.tokens[token.head]
    if token.head == v or depth > DEEPEST:
        return Standing(own, own, condition)
    operator, above_it = governor(sentence, v)
    if operator is None:
        return _ungoverned(sentence, v, own, condition, depth)
    plain = head.lemma == "be" and token.dep == "ccomp"  # "it is not true that": the adjective has told all of it
    above = Standing(Status.DONE, Status.DONE) if plain else verb_standing(sentence, above_it, depth + 1)
    status = _combine(operator, above.whole, own)
    same_clause = not is_finite(sentence, v) and shares_subject(sentence, v, above_it) and head.pos != "NOUN"
    clause = status if same_clause and operator not in (Status.ALLEGED, Status.DENIED) else own
    return Standing(clause, status, condition or above.condition)


def _ungoverned(sentence: Sentence, v: int, own: Status, condition: tuple[int, int] | None, depth: int) -> Standing:
    """A verb without operator above it: a conjunct, an infinitive of purpose, a participle, or a clause of its own."""
    token = sentence.tokens[v]
    head = sentence.tokens[token.head]
    plain = own in (Status.DONE, Status.ONGOING)
    if token.dep == "conj" and head.pos in ("VERB", "AUX") and not _finite_conjunct(sentence, v):
        return verb_standing(sentence, token.head, depth + 1) if plain else Standing(own, own, condition)
    if token.dep == "advcl" and token.tag == "VB" and has_to(sentence, v):
        if sets_time(sentence, token.head):
            return Standing(Status.CALLED_FOR, Status.CALLED_FOR, condition)
        if _goes_on(sentence, token.head):
            return verb_standing(sentence, token.head, depth + 1)
        return Standing(Status.PLANNED, Status.PLANNED, condition)
    if token.dep in ("acl", "relcl") and head.lemma.lower() == "time" and head.dep == "attr" and plain:
        return verb_standing(sentence, head.head, depth + 1)  # "this will be the first time that he attends"
    own_subject = any(sentence.tokens[k].dep in ("nsubj", "nsubjpass") for k in token.children)
    if (
        plain
        and not own_subject
        and not is_finite(sentence, v)
        and (token.dep in ("xcomp", "ccomp", "pcomp") or token.tag == "VBG")
    ):
        at = token.head
        while sentence.tokens[at].pos in ("ADJ", "ADP", "SCONJ") and sentence.tokens[at].head != at:
            at = sentence.tokens[at].head
        if sentence.tokens[at].pos in ("VERB", "AUX") and at != v:
            above = verb_standing(sentence, at, depth + 1)
            if head.text.lower() == "unable":
                return Standing(Status.NOT_DONE, Status.NOT_DONE, condition)
            if above.whole in UNREAL:
                return Standing(above.clause, above.whole, condition or above.condition)
    return Standing(own, own, condition)


def _goes_on(sentence: Sentence, v: int) -> bool:
    """Whether a verb is "go on", whose infinitive is what comes next ("went on to dissolve it")."""
    return sentence.tokens[v].lemma == "go" and any(sentence.tokens[k].text.lower() == "on" for k in sentence.tokens[v].children)


def _finite_conjunct(sentence: Sentence, v: int) -> bool:
    """As `_finite`, but a bare form after an infinitive ("expected to urge ... and agree") goes with it whatever its tag."""
    token = sentence.tokens[v]
    bare = token.tag in ("VB", "VBP") and not any(sentence.tokens[k].dep in ("nsubj", "nsubjpass", "aux") for k in token.children)
    return is_finite(sentence, v) and not (bare and is_bare(sentence, token.head))


def _combine(operator: Status, governor: Status, own: Status) -> Status:
    """What `operator` makes of its complement when the governing act itself is refused or negated: "did not agree to"."""
    if governor is Status.CONDITIONAL and operator is Status.PLANNED:
        return governor
    if operator is Status.ONGOING or operator is Status.DONE:
        return own if own in UNREAL else (governor if governor in UNREAL else operator)
    if own in UNREAL and operator is Status.ALLEGED:
        return own
    if own is Status.NOT_DONE and operator in (Status.PLANNED, Status.CALLED_FOR):
        return Status.REFUSED if operator is Status.PLANNED else own
    if governor in (Status.NOT_DONE, Status.REFUSED) and operator in (Status.PLANNED,):
        return Status.REFUSED
    if governor is Status.NOT_DONE and operator in (Status.DENIED, Status.NOT_DONE, Status.REFUSED):
        return Status.DONE
    return operator


def _noun_standing(sentence: Sentence, i: int) -> Standing:
    """A noun's event is taken as given unless an adjective or what governs it says otherwise."""
    token = sentence.tokens[i]
    if (marked := _marked(sentence, i)) is not None:
        return Standing(marked, marked)
    for j in list(ancestors(sentence, i))[:3]:
        head = sentence.tokens[j]
        word = head.lemma.lower()
        if head.pos == "NOUN" and (marked := governing_nouns().get(word)) is not None:
            return Standing(marked, marked)
        if head.pos in ("VERB", "AUX"):
            if word == "be" and _definite(sentence, i):
                return Standing(Status.DONE, Status.DONE, given=True)
            if word in LIGHT or word in ("be", "take", "occur", "happen"):
                standing = verb_standing(sentence, j)
                return replace(standing, given=standing.whole is Status.DONE and _definite(sentence, i))
            if word in FACTIVE:
                break
            rule = operators().get(word)
            if rule is None and token.dep == "dobj":
                above = verb_standing(sentence, j)
                return above if above.whole in UNREAL else Standing(Status.DONE, Status.DONE)
            if rule is not None and token.dep in ("dobj", "pobj", "nsubjpass") and not _adjunct(sentence, i, word):
                status = (
                    Status.DONE
                    if rule.status in (Status.ONGOING, Status.REFUSED)
                    and word not in ("reject", "refuse", "decline", "oppose", "rule")
                    else rule.status
                )
                return Standing(Status.DONE, status)
            break
    return Standing(Status.DONE, Status.DONE, given=_definite(sentence, i))


def _marked(sentence: Sentence, i: int) -> Status | None:
    """What a noun's own adjective or "no" says of it: "the planned summit", "no attack"."""
    for k in sentence.tokens[i].children:
        word = sentence.tokens[k].text.lower()
        if (marked := adjectives().get(word)) is not None:
            return marked
    return Status.NOT_DONE if _is_none(sentence, i) else None


def _is_none(sentence: Sentence, i: int) -> bool:
    """Whether there is none of what a noun names: "no attack"."""
    return any(sentence.tokens[k].dep == "det" and sentence.tokens[k].text.lower() == "no" for k in sentence.tokens[i].children)


def _definite(sentence: Sentence, i: int) -> bool:
    """Whether a noun phrase takes its event for granted: "the attack", "Russia's invasion", "the Russian invasion"."""
    below = [sentence.tokens[k] for k in sentence.tokens[i].children]
    return any(t.dep == "poss" or t.text.lower() in ("the", "this", "that", "these", "those") for t in below) or (
        sentence.tokens[i].dep in ("pobj", "nsubj") and any(t.entity in ("NORP", "GPE") for t in below)
    )


def _adjunct(sentence: Sentence, i: int, verb: str) -> bool:
    """Whether the noun hangs on the verb by a preposition that is not the verb's own ("called for talks" is, "after" is not)."""
    head = sentence.tokens[sentence.tokens[i].head]
    if head.dep not in ("prep", "agent"):
        return False
    return head.text.lower() not in PREPOSITIONS.get(verb, ())


def condition_span(sentence: Sentence, standing: Standing, act: Act) -> Span | None:
    """The words of the condition; that of a threat or warning may hang anywhere behind it."""
    found = standing.condition if standing.whole in UNREAL or act.frame.type in CONDITIONAL_SPEECH else None
    if found is None and act.frame.type is EventType.THREATEN:
        found = next((c for i in range(act.token + 1, len(sentence.tokens)) if (c := condition_at(sentence, i))), None)
    return span_of(sentence, *found) if found else None
