"""Sentence -> Frame: full verbs with who does it and whom it befalls, by the parse; and the words that say how far it has come."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..records import Sentence, Span
from ..sentences.trees import children, span_of, subtree

_LIGHT = set("be have do say tell add make take get go come see include call give put know become".split())
_GOVERNORS = {"xcomp", "acomp"}
_CUT = ("relcl", "acl", "appos", "punct", "cc", "advcl", "parataxis")
_MODALS = dict.fromkeys(("can", "could", "may", "might"), "possible") | dict.fromkeys(("will", "would", "shall"), "to come")
_UNDONE = set("to will would wo shall can could may might must should not n't never".split())
_HYPHENS = {"-", "–", "’s", "'s"}
NEAR = {"near", "outside", "off", "beside"}


@dataclass(frozen=True, slots=True)
class Role:
    """A noun phrase that plays a part: its span and its content lemmas; `head` is its main noun."""

    span: Span
    head: str
    lemmas: frozenset[str]


@dataclass(frozen=True, slots=True)
class Frame:
    """A verb's lemma with its agent, its patient, and to whom, where the clause names them."""

    verb: str
    agent: Role | None
    patient: Role | None
    target: Role | None


def find_frames(sentence: Sentence) -> Iterator[Frame]:
    """Frames of full verbs, active and passive; a pronoun is no role."""
    tokens = sentence.tokens
    for i, token in enumerate(tokens):
        if token.pos != "VERB" or token.lemma.lower() in _LIGHT:
            continue
        by = next((p for a in children(sentence, i, "agent") for p in children(sentence, a, "pobj")), None)
        subject = next(iter(children(sentence, i, "nsubj")), None)
        passive = next(iter(children(sentence, i, "nsubjpass")), None)
        obj = next(iter(children(sentence, i, "dobj", "dative")), None)
        agent, patient = (by, passive) if passive is not None or by is not None else (subject, obj)
        if agent is not None or patient is not None:
            to = next(_to_whom(sentence, i), None)
            yield Frame(token.lemma.lower(), _role(sentence, agent), _role(sentence, patient), _role(sentence, to))


def _to_whom(sentence: Sentence, i: int) -> Iterator[int]:
    for p in children(sentence, i, "prep", "dative"):
        if sentence.tokens[p].lemma.lower() == "to":
            yield from children(sentence, p, "pobj")


def _role(sentence: Sentence, i: int | None) -> Role | None:
    if i is None or sentence.tokens[i].pos not in {"NOUN", "PROPN"}:
        return None
    own = set(subtree(sentence, i, _CUT))
    own |= {k for k in range(1, i) if k - 1 in own and k + 1 in own and sentence.tokens[k].text in _HYPHENS}
    first = max((k for k in range(i, -1, -1) if k not in own), default=-1) + 1
    last = min((k for k in range(i, len(sentence.tokens)) if k not in own), default=len(sentence.tokens)) - 1
    lemmas = frozenset(t.lemma.lower() for t in sentence.tokens[first : last + 1] if t.pos in {"NOUN", "PROPN"})
    return Role(span_of(sentence, first, last), sentence.tokens[i].lemma.lower(), lemmas)


def stage_span(sentence: Sentence, offset: int) -> Span | None:
    """The verb group round `offset`, with the verbs above it that say whether it is sought, planned or tried ("looks to
    deepen", "have been invited"); None where no verb stands there."""
    tokens = sentence.tokens
    i = next((k for k, t in enumerate(tokens) if t.span.start <= offset < t.span.end), None)
    if i is None or tokens[i].pos not in {"VERB", "AUX"}:
        return None
    first = i
    while tokens[first].dep in _GOVERNORS and tokens[first].head < first:
        first = tokens[first].head
    group = [first, i, *children(sentence, first, "aux", "auxpass", "neg")]
    return span_of(sentence, min(group), max(group))


def happened(sentence: Sentence, i: int) -> bool:
    """Whether the verb at token i is told as done: no modal, no negation, no infinitive."""
    tokens = sentence.tokens
    words = {tokens[k].text.lower() for k in children(sentence, i, "aux", "auxpass", "neg")}
    return tokens[i].tag != "VB" and not words & _UNDONE


def modal_stages(sentence: Sentence) -> dict[str, tuple[str, Span]]:
    """Full verbs that stand once in the sentence: whether the act is possible, to come or not done by its auxiliaries, and
    the verb group; those without such a word are left out."""
    tokens = sentence.tokens
    lemmas = [t.lemma.lower() for t in tokens if t.pos == "VERB"]
    out: dict[str, tuple[str, Span]] = {}
    for i, token in enumerate(tokens):
        verb = token.lemma.lower()
        if token.pos != "VERB" or verb in _LIGHT or lemmas.count(verb) > 1:
            continue
        words = children(sentence, i, "aux", "auxpass", "neg")
        stage = next((_MODALS[w] for k in words if (w := tokens[k].lemma.lower()) in _MODALS), None)
        if stage is not None:
            out[verb] = (stage, span_of(sentence, min(*words, i), max(*words, i)))
    return out


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
