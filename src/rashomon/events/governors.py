"""Verb -> the word that governs its clause and what that makes of it: "refused to sign", "accused of seizing"."""

from __future__ import annotations

from ..records import Sentence, Status
from .clauses import is_finite
from .frames import governing_nouns, operators
from .predicates import WISHES
from .roles import LENGTHS, asked_party, has_modal, has_to, is_indicative, is_passive, sets_time, subjects_of

SCHEDULED = {"due", "scheduled", "set", "slated", "ready", "about", "prepared", "willing", "poised"}
LIKELY = {"likely", "expected", "bound", "sure", "supposed", "tipped", "certain"}
UNWILLING = {"unwilling", "reluctant"}
TRUE, FALSE = {"true", "correct"}, {"untrue", "false", "wrong"}
TOLD_OF = {"say", "think", "report", "rumour", "rumor", "understand", "presume"}
DISMISSING = {"dismiss", "reject", "rubbish", "ignore", "spurn", "rebuff", "defy", "resist", "refute", "rebut", "deny"}
INSISTING = {"insist", "suggest", "maintain"}  # asks for what should be, claims what is
# The preposition that belongs to a verb: "accused of seizing", "prevented from leaving"; "called for talks".
VERBS_BEFORE = {
    "of": ("accuse", "suspect"),
    "from": ("stop", "prevent", "bar", "ban", "keep", "discourage", "deter", "dissuade", "refrain", "abstain"),
    "for": ("blame", "call", "push"),
    "out": ("rule",),
    "with": ("charge",),
    "against": ("warn", "advise"),
}


def governor(sentence: Sentence, v: int) -> tuple[Status | None, int]:
    """The governing operator of a complement clause and its token."""
    token = sentence.tokens[v]
    at = token.head
    head = sentence.tokens[at]
    if token.dep == "pcomp":
        return _before(sentence, at)
    if token.dep in ("acl", "relcl") and head.pos == "NOUN":
        return _of_noun(sentence, v), at
    if token.dep == "advcl":
        return _asked(sentence, v), at
    if token.dep not in ("xcomp", "ccomp", "csubj") or head.pos not in ("VERB", "AUX", "ADJ"):
        return None, at
    if (by_adjective := _of_adjective(sentence, v)) is not None:
        return by_adjective, at
    if head.lemma.lower() in ("be", "have") and token.dep == "xcomp" and has_to(sentence, v):
        if any(sentence.tokens[k].text.lower() == "yet" for k in head.children):
            return Status.NOT_DONE, at
        if _came_about(sentence, at):
            return Status.DONE, at
        return (Status.PLANNED if head.lemma.lower() == "be" else Status.CALLED_FOR), at
    if sets_time(sentence, at) and has_to(sentence, v):
        return Status.CALLED_FOR, at
    return _of_verb(sentence, v), at


def _came_about(sentence: Sentence, have: int) -> bool:
    """ "The airport had to be shut": it was. In what somebody says, "had to" may be a "has to" put back: it is owed still."""
    token, kinds = sentence.tokens[have], [sentence.tokens[k] for k in sentence.tokens[have].children]
    if token.lemma.lower() != "have" or any(t.dep == "neg" or t.tag == "MD" for t in kinds):
        return False
    if token.tag != "VBD" and not (token.tag == "VBN" and any(t.lemma == "have" and t.dep == "aux" for t in kinds)):
        return False
    at = have
    while sentence.tokens[at].dep == "conj" and sentence.tokens[at].head != at:
        at = sentence.tokens[at].head
    told = any(t.dep in ("ccomp", "parataxis") for t in kinds)  # "the port had to close, he said": the parse may turn it round
    return sentence.tokens[at].dep not in ("ccomp", "csubj", "parataxis") and not told


def _before(sentence: Sentence, prep: int) -> tuple[Status | None, int]:
    """What the word with a preposition before a gerund makes of it: "accused of", "no intention of", "stopped short of"."""
    name, at = sentence.tokens[prep].text.lower(), sentence.tokens[prep].head
    if name == "without":
        return Status.NOT_DONE, at
    head = sentence.tokens[at]
    word = head.lemma.lower()
    if head.pos == "NOUN":
        status = governing_nouns().get(word)
        if status is not None and any(sentence.tokens[k].text.lower() == "no" for k in head.children):
            return (Status.REFUSED if status is Status.PLANNED else Status.NOT_DONE), at
        return status, at
    if word == "short" and name == "of":
        return Status.NOT_DONE, head.head
    rule = operators().get(word)
    if word in VERBS_BEFORE.get(name, ()):
        return (Status.NOT_DONE if name == "from" or (rule is None and name == "against") else rule.status if rule else None), at
    return (rule.status if rule and name == "on" else None), at


def _of_noun(sentence: Sentence, v: int) -> Status | None:
    """What a noun, and what is done to it, makes of the clause that hangs on it: "plans to", "dismissed claims that"."""
    noun = sentence.tokens[v].head
    token = sentence.tokens[noun]
    told = governing_nouns().get(token.lemma.lower())
    infinitive = has_to(sentence, v)
    if token.lemma.lower() in LENGTHS and sets_time(sentence, token.head):
        return Status.CALLED_FOR if infinitive else None
    if not infinitive and (told is None or not _opens_with_that(sentence, v)):
        return None
    verb = sentence.tokens[token.head]
    operator = operators().get(verb.lemma.lower()) if token.dep in ("dobj", "nsubjpass") and verb.pos == "VERB" else None
    against = verb.lemma.lower() in DISMISSING or (operator is not None and operator.status in (Status.REFUSED, Status.DENIED))
    if against and told is not None:
        return Status.DENIED if told is Status.ALLEGED else Status.REFUSED
    if operator is not None and operator.status is Status.NOT_DONE:
        return Status.NOT_DONE
    return told if told is not None else Status.PLANNED


def _opens_with_that(sentence: Sentence, v: int) -> bool:
    return any(sentence.tokens[k].dep == "mark" and sentence.tokens[k].text.lower() == "that" for k in sentence.tokens[v].children)


def _asked(sentence: Sentence, v: int) -> Status | None:
    """An infinitive behind the one who is asked: "appealed to the army to leave", "called for the army to leave"."""
    rule = operators().get(sentence.tokens[sentence.tokens[v].head].lemma.lower())
    if rule is None or rule.status is not Status.CALLED_FOR or not has_to(sentence, v):
        return None
    meant = any(sentence.tokens[k].dep == "mark" and sentence.tokens[k].text.lower() == "for" for k in sentence.tokens[v].children)
    return Status.CALLED_FOR if meant or asked_party(sentence, v) is not None else None


def _of_adjective(sentence: Sentence, v: int) -> Status | None:
    """What an adjective above a clause makes of it: "is likely to", "it is likely that", "it is not true that"."""
    token = sentence.tokens[v]
    head = sentence.tokens[token.head]
    if head.lemma == "be" and token.dep == "ccomp":
        told = [sentence.tokens[k] for k in head.children if sentence.tokens[k].dep == "acomp"]
        word = told[0].text.lower() if told else ""
        negated = any(sentence.tokens[k].dep == "neg" for k in head.children)
        if word in TRUE | FALSE:
            return Status.DENIED if negated != (word in FALSE) else None
        if word not in LIKELY | {"possible"}:
            return None
        return Status.EXPECTED if has_modal(sentence, v) else Status.ALLEGED
    word = head.text.lower()
    if word in UNWILLING:
        return Status.REFUSED
    if head.pos != "ADJ" and head.tag != "VBN":
        return None
    if word in SCHEDULED:
        return Status.PLANNED
    return Status.EXPECTED if word in LIKELY else None


def _of_verb(sentence: Sentence, v: int) -> Status | None:
    token = sentence.tokens[v]
    at = token.head
    word = sentence.tokens[at].lemma.lower()
    if token.dep == "xcomp" and word in TOLD_OF and is_passive(sentence, at) and has_to(sentence, v):
        return Status.ALLEGED  # "is said to have sent"
    rule = operators().get(word)
    if rule is None or (word == "tell" and not has_to(sentence, v)):
        return None
    if word in INSISTING and is_indicative(sentence, v):
        return Status.ALLEGED
    if word in WISHES and shares_subject(sentence, v, at):
        return Status.PLANNED
    if token.dep == "ccomp" and is_finite(sentence, v) and rule.status in (Status.REFUSED, Status.ONGOING, Status.DONE):
        return None
    return rule.status


def shares_subject(sentence: Sentence, v: int, governor: int) -> bool:
    return bool(set(subjects_of(sentence, v)) & set(subjects_of(sentence, governor)))
