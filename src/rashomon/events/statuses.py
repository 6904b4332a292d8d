"""Act -> its status: what tense, modality, negation, conditions and governing verbs make of it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from ..records import EventType, Sentence, Span, Status, ZoneKind
from ..sentences.trees import ancestors, subtree
from .conditions import HYPOTHETICAL, condition_at, condition_of
from .frames import adjectives, governing_nouns, operators
from .nominals import Act
from .predicates import LIGHT, WISHES
from .roles import is_agent, is_indicative, sets_time, subjects_of

NEGATIONS = {"not", "n't", "never", "no", "neither", "nor", "hardly", "barely"}
SCHEDULED = {"due", "scheduled", "set", "slated", "ready", "about", "prepared", "willing", "poised"}
LIKELY = {"likely", "expected", "bound", "sure", "supposed", "tipped", "certain"}
UNWILLING = {"unwilling", "reluctant"}
ALLEGED = {"allegedly", "reportedly", "purportedly", "supposedly", "apparently"}
UNREAL = {Status.PLANNED, Status.EXPECTED, Status.CALLED_FOR, Status.CONDITIONAL, Status.REFUSED, Status.NOT_DONE}
# What the present tense tells of these goes on; of the others it is a headline's or a reporter's past.
LASTING = {EventType.COOPERATE, EventType.AID, EventType.POSITION, EventType.MOBILIZE, EventType.PROTEST}
# Verbs that take the event of their object for given, even when they lie ahead: "will discuss the invasion".
INSISTING = {"insist", "suggest", "maintain"}  # asks for what should be, claims what is
FACTIVE = set(
    "discuss condemn criticize criticise debate denounce mark commemorate investigate address answer cover regret deplore mention "
    "protest welcome praise report follow precede cause explain justify remember describe".split()
)
# The preposition that belongs to a verb: "accused of seizing", "prevented from leaving"; "called for talks".
VERBS_BEFORE = {
    "of": ("accuse", "suspect"),
    "from": ("stop", "prevent", "bar", "ban", "discourage", "deter", "dissuade", "refrain", "abstain"),
    "for": ("blame", "call", "push"),
    "out": ("rule",),
    "with": ("charge",),
    "against": ("warn", "advise"),
}
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
    if act.token != act.clause or (act.frame.noun and len(act.trigger) == 1):
        return _noun_standing(sentence, act.token)
    if act.frame.noun and (marked := _marked(sentence, act.trigger[-1])) is not None:
        return Standing(marked, marked)
    standing = verb_standing(sentence, act.clause)
    token = sentence.tokens[act.clause]
    if token.dep == "advcl" and standing.whole is Status.PLANNED and act.frame.type in VOICED and _has_to(sentence, act.clause):
        standing = verb_standing(sentence, token.head)  # "blocked the road to demand": with the one the other is done
    lasting = act.frame.type in LASTING and sentence.tokens[act.clause].tag in ("VBZ", "VBP") and sentence.zone is ZoneKind.BODY
    if lasting and standing.clause is Status.DONE:
        return Standing(Status.ONGOING, Status.ONGOING if standing.whole is Status.DONE else standing.whole, standing.condition)
    return standing


def verb_standing(sentence: Sentence, v: int, depth: int = 0) -> Standing:
    """The standing of what the verb `v` says."""
    own, condition = _own_status(sentence, v)
    token = sentence.tokens[v]
    head = sentence.tokens[token.head]
    if token.head == v or depth > DEEPEST:
        return Standing(own, own, condition)
    operator, governor = _governor(sentence, v)
    if operator is None:
        return _ungoverned(sentence, v, own, condition, depth)
    above = verb_standing(sentence, governor, depth + 1)
    status = _combine(operator, above.whole, own)
    same_clause = not _finite(sentence, v) and _shares_subject(sentence, v, governor) and head.pos != "NOUN"
    clause = status if same_clause and operator not in (Status.ALLEGED, Status.DENIED) else own
    return Standing(clause, status, condition or above.condition)


def _ungoverned(sentence: Sentence, v: int, own: Status, condition: tuple[int, int] | None, depth: int) -> Standing:
    """A verb without operator above it: a conjunct, an infinitive of purpose, a participle, or a clause of its own."""
    token = sentence.tokens[v]
    head = sentence.tokens[token.head]
    plain = own in (Status.DONE, Status.ONGOING)
    if token.dep == "conj" and head.pos in ("VERB", "AUX") and not _finite_conjunct(sentence, v):
        return verb_standing(sentence, token.head, depth + 1) if plain else Standing(own, own, condition)
    if token.dep == "advcl" and token.tag == "VB" and _has_to(sentence, v):
        if sets_time(sentence, token.head):
            return Standing(Status.CALLED_FOR, Status.CALLED_FOR, condition)
        return Standing(Status.PLANNED, Status.PLANNED, condition)
    if token.dep in ("acl", "relcl") and head.lemma.lower() == "time" and head.dep == "attr" and plain:
        return verb_standing(sentence, head.head, depth + 1)  # "this will be the first time that he attends"
    if token.dep in ("acl", "relcl") and _has_to(sentence, v):
        status = governing_nouns().get(head.lemma.lower(), Status.PLANNED)
        return Standing(status, status, condition)
    own_subject = any(sentence.tokens[k].dep in ("nsubj", "nsubjpass") for k in token.children)
    if plain and not own_subject and not _finite(sentence, v) and (token.dep in ("xcomp", "ccomp", "pcomp") or token.tag == "VBG"):
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


def _finite_conjunct(sentence: Sentence, v: int) -> bool:
    """As `_finite`, but a bare form after an infinitive ("expected to urge ... and agree") goes with it whatever its tag."""
    token = sentence.tokens[v]
    bare = token.tag in ("VB", "VBP") and not any(sentence.tokens[k].dep in ("nsubj", "nsubjpass", "aux") for k in token.children)
    return _finite(sentence, v) and not (bare and _is_bare(sentence, token.head))


def _is_bare(sentence: Sentence, v: int) -> bool:
    """Whether a verb is in its bare form, or passive with a bare "be" ("demanded that it be freed")."""
    token = sentence.tokens[v]
    return token.tag == "VB" or any(sentence.tokens[k].dep == "auxpass" and sentence.tokens[k].tag == "VB" for k in token.children)


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


def _governor(sentence: Sentence, v: int) -> tuple[Status | None, int]:
    """The governing operator of a complement clause and its token."""
    token = sentence.tokens[v]
    at = token.head
    if token.dep == "pcomp":
        prep = sentence.tokens[at]
        at = prep.head
        word = sentence.tokens[at].lemma.lower()
        if prep.text.lower() == "without":
            return Status.NOT_DONE, at
        if sentence.tokens[at].pos == "NOUN":
            return governing_nouns().get(word), at
        rule = operators().get(word)
        name = prep.text.lower()
        if word in VERBS_BEFORE.get(name, ()):
            return (rule.status if rule else Status.NOT_DONE if name in ("from", "against") else None), at
        return (rule.status if rule and name == "on" else None), at
    if token.dep not in ("xcomp", "ccomp", "csubj") or sentence.tokens[at].pos not in ("VERB", "AUX", "ADJ"):
        return None, at
    word = sentence.tokens[at].text.lower() if sentence.tokens[at].pos == "ADJ" else sentence.tokens[at].lemma.lower()
    if word in SCHEDULED or (word == "be" and token.dep == "xcomp" and _has_to(sentence, v)):
        return Status.PLANNED, at
    if word in LIKELY:
        return Status.EXPECTED, at
    if word in UNWILLING:
        return Status.REFUSED, at
    rule = operators().get(word)
    if sets_time(sentence, at) and _has_to(sentence, v):
        return Status.CALLED_FOR, at
    if rule is None:
        return None, at
    if word == "tell" and not _has_to(sentence, v):
        return None, at
    if word in INSISTING and is_indicative(sentence, v):
        return Status.ALLEGED, at
    if word in WISHES and _shares_subject(sentence, v, at):
        return Status.PLANNED, at
    if token.dep == "ccomp" and _finite(sentence, v) and rule.status in (Status.REFUSED, Status.ONGOING, Status.DONE):
        return None, at
    return rule.status, at


def _shares_subject(sentence: Sentence, v: int, governor: int) -> bool:
    return bool(set(subjects_of(sentence, v)) & set(subjects_of(sentence, governor)))


def _own_status(sentence: Sentence, v: int) -> tuple[Status, tuple[int, int] | None]:
    """Tense, modality, negation, conditions and adverbs of the verb's own clause."""
    token = sentence.tokens[v]
    words = {
        sentence.tokens[k].text.lower(): k
        for k in token.children
        if sentence.tokens[k].dep in ("aux", "auxpass", "neg", "mark", "advmod", "acomp")
    }
    auxiliaries = {sentence.tokens[k].lemma.lower() for k in token.children if sentence.tokens[k].dep in ("aux", "auxpass")}
    marks = {sentence.tokens[k].text.lower() for k in token.children if sentence.tokens[k].dep == "mark"}
    negative = any(sentence.tokens[k].dep == "neg" or sentence.tokens[k].text.lower() in NEGATIONS for k in token.children
                   if sentence.tokens[k].dep in ("neg", "advmod", "preconj", "cc")) or _negative_subject(sentence, v)  # fmt: skip
    future = bool(auxiliaries & {"will", "shall", "'ll", "wo", "would", "'d"} or {"will", "wo", "'ll", "would"} & set(words))
    condition = condition_of(sentence, v)
    if marks & HYPOTHETICAL or (
        token.dep == "advcl" and "should" in words and sentence.tokens[words["should"]].span.start == _first(sentence, v)
    ):
        below = subtree(sentence, v)
        return Status.CONDITIONAL, (below[0], below[-1])
    if negative:
        volitional = any(is_agent(sentence, i) for i in subjects_of(sentence, v))
        return (Status.REFUSED if future and volitional else Status.NOT_DONE), condition
    if condition is not None and (future or auxiliaries & {"can", "could", "may", "might", "must", "should"}):
        return Status.CONDITIONAL, condition
    if ALLEGED & set(words):
        return Status.ALLEGED, condition
    if auxiliaries & {"must", "should", "ought"}:
        return Status.CALLED_FOR, condition
    if future:
        return Status.PLANNED if any(is_agent(sentence, i) for i in subjects_of(sentence, v)) else Status.EXPECTED, condition
    if auxiliaries & {"may", "might", "could"} and "have" in auxiliaries and token.tag == "VBN":
        return Status.ALLEGED, condition
    if auxiliaries & {"may", "might", "could", "can"}:
        return Status.EXPECTED, condition
    if "to" in auxiliaries and token.dep in ("ROOT", "parataxis", "ccomp") and token.tag == "VB":
        return Status.PLANNED, condition
    if token.tag == "VBG":
        present = any(sentence.tokens[k].tag in ("VBZ", "VBP", "VBN") for k in token.children if sentence.tokens[k].dep == "aux")
        return (Status.ONGOING if present else Status.DONE), condition
    return Status.DONE, condition


def _first(sentence: Sentence, v: int) -> int:
    return sentence.tokens[min(sentence.tokens[v].children, default=v)].span.start


def _negative_subject(sentence: Sentence, v: int) -> bool:
    for i in subjects_of(sentence, v):
        for k in (i, *sentence.tokens[i].children):
            if sentence.tokens[k].text.lower() in ("no", "neither", "none", "nobody"):
                return True
    return False


def _finite(sentence: Sentence, v: int) -> bool:
    token = sentence.tokens[v]
    kinds = [sentence.tokens[k] for k in token.children]
    if any(t.dep == "aux" and t.tag in ("MD", "VBD", "VBZ", "VBP") for t in kinds):
        return True
    if any(t.dep in ("nsubj", "nsubjpass") for t in kinds) and token.tag in ("VBD", "VBZ", "VBP", "VBN"):
        return True
    return token.tag in ("VBD", "VBZ", "VBP")


def _has_to(sentence: Sentence, v: int) -> bool:
    return any(sentence.tokens[k].tag == "TO" for k in sentence.tokens[v].children)


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
        if sentence.tokens[k].dep == "det" and word == "no":
            return Status.NOT_DONE
    return None


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
    return Span(sentence.tokens[found[0]].span.start, sentence.tokens[found[1]].span.end) if found else None
