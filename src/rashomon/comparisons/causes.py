"""Telling x Telling -> a difference of cause: what each report says one act was done for, over, against or after."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..records import Difference, Sentence, Span
from ..sentences.trees import span_of, subtree
from .acts import one_act
from .deeds import surely_one
from .frames import DATED, LIGHT
from .tellings import Telling
from .twins import make

# Words that bring in a cause wherever they stand, and those that do so before or below certain words only.
_CAUSES = {"because", "after", "following", "amid"}
_PHRASES = {
    *(("in", word) for word in ("response", "retaliation", "connection", "protest", "reaction", "return", "exchange")),
    *(("on", word) for word in ("suspicion", "charge", "ground")),
    *(("as", word) for word in ("part", "punishment", "result")),
    ("due", "to"),
}
_CERTAIN = {"because", "due"}
_CITING = {"cite", "blame", "fear"}
_AGAINST = set("protest demonstrate demonstration rally march riot strike uprising campaign".split())
_FOR = set(
    "arrest jail sentence convict fine punish sanction condemn criticise criticize blame praise thank try indict charge detain "
    "accuse prosecute expel dismiss sack hail".split()
)
_OVER = _AGAINST | _FOR | set("resign quit clash dispute row quarrel anger outrage tension concern war fight divide sue".split())
_OPEN = {"NOUN", "PROPN", "VERB", "ADJ", "NUM"}
PURPOSE = "to"
SAME = 0.67  # share of the lesser cause's words in common from which two causes may be one
# What one is for or against is named in few words: two causes are one only where neither has a word of its own.
_AIMS = {"against", "for"}
SCORE = 0.62
LEAST = 2  # content words of a cause


@dataclass(frozen=True, slots=True)
class Cause:
    """What a thing is put down to: the words behind `sign`, and their content lemmas. `act` is the word that the cause hangs on,
    `at` its token, `thing` the main noun of what is done: the object of that verb, "" where it has none."""

    span: Span
    sign: str
    lemmas: frozenset[str]
    act: str
    at: int
    thing: str


def find_causes(sentence: Sentence) -> Iterator[Cause]:
    """Causes told in a sentence: "because of X", "after X", "citing X", "protests against X"; and purposes, "to stop
    X"."""
    tokens = sentence.tokens
    for i, token in enumerate(tokens):
        sign, above = token.lemma.lower(), token.head
        if token.dep == "advcl" and any(tokens[k].text.lower() == "to" and tokens[k].dep == "aux" for k in token.children):
            yield from _cause(sentence, PURPOSE, above, subtree(sentence, i, ("punct",)), 1)
        elif token.tag == "VBG" and token.dep in {"advcl", "prep"} and sign in _CITING:
            yield from _cause(sentence, sign, above, [k for k in subtree(sentence, i, ("punct",)) if k > i])
        elif token.dep in {"prep", "mark", "agent"} and _brings(sentence, i, sign):
            top = above if token.dep == "mark" else i
            act = tokens[above].head if token.dep == "mark" else above
            sign = "after" if sign == "following" else sign
            yield from _cause(sentence, sign, act, [k for k in subtree(sentence, top, ("punct",)) if k > i])


def _cause(sentence: Sentence, sign: str, act: int, own: list[int], least: int = LEAST) -> Iterator[Cause]:
    tokens = sentence.tokens
    lemmas = frozenset(w for k in own if tokens[k].pos in _OPEN and (w := tokens[k].lemma.lower()) != "result")
    if own and len(lemmas) >= least:
        yield Cause(span_of(sentence, own[0], own[-1]), sign, lemmas, tokens[act].lemma.lower(), act, _thing(sentence, act))


def _thing(sentence: Sentence, i: int) -> str:
    tokens = sentence.tokens
    objects = [k for k in tokens[i].children if tokens[k].dep in {"dobj", "nsubjpass"} and tokens[k].pos in {"NOUN", "PROPN"}]
    return tokens[objects[0]].lemma.lower() if objects else ""


def _brings(sentence: Sentence, i: int, sign: str) -> bool:
    tokens = sentence.tokens
    head = tokens[tokens[i].head].lemma.lower()
    if sign == "against":
        return head in _AGAINST
    if sign == "for":
        return head in _FOR
    if sign == "over":
        return head in _OVER
    if tokens[i].entity in DATED or any(tokens[k].entity in DATED for k in tokens[i].children):
        return False
    return sign in _CAUSES or any((sign, tokens[k].lemma.lower()) in _PHRASES for k in tokens[i].children)


def cause_difference(left: Telling, right: Telling) -> Difference | None:
    """One act put down to two causes that have few words in common; hard where it is surely one, and both tell its cause for
    certain in words of their own."""
    theirs = list(find_causes(right.unit.sentence))
    for one in find_causes(left.unit.sentence):
        for other in theirs:
            if _held_alike(one, other) and _apart(one, other):
                sign = one.sign if one.sign == other.sign else f"{one.sign} / {other.sign}"
                hard = {one.sign, other.sign} <= _CERTAIN and not one.lemmas & other.lemmas and _one_thing(one, left, other, right)
                reason = f"{one.act} {sign}: put down to something else"
                return make("cause", left, one.span, right, other.span, reason, SCORE, hard, "causes")
    return None


def _one_thing(one: Cause, left: Telling, other: Cause, right: Telling) -> bool:
    """Whether the acts of two causes are surely one."""
    pairs = ((a, b) for a in left.deeds for b in right.deeds if (a.at, b.at) == (one.at, other.at))
    return any(a.done is not None and a.done is b.done and surely_one(a, b) for a, b in pairs)


def _held_alike(one: Cause, other: Cause) -> bool:
    """Causes of one act; or a purpose and a cause of what is done to one thing. What came after in both only tells when it was."""
    signs = {one.sign, other.sign}
    if PURPOSE in signs:
        return len(signs) > 1 and one.thing == other.thing != ""
    return one_act(one.act, other.act) and one.act not in LIGHT and ("after" not in signs or signs == {"after", "because"})


def _apart(one: Cause, other: Cause) -> bool:
    both, least = one.lemmas & other.lemmas, min(len(one.lemmas), len(other.lemmas))
    if one.sign in _AIMS:
        return len(both) < least
    return len(both) < SAME * least
