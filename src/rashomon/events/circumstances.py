"""Act -> where and how many: the place and the numbers that stand nearest to it in its sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..actors.towns import TOWNS
from ..records import Mention, MentionKind, Place, Quantity, Sentence
from ..sentences.trees import children
from ..times import numbers
from .agents import prep_objects
from .nominals import Act

PLACED = {"in", "at", "near", "outside", "inside", "across", "around", "throughout", "off"}
KILLED = {"kill", "die", "slay", "murder", "execute", "massacre", "behead", "claim"}
WOUNDED = {"wound", "injure", "maim", "hurt"}
COUNTED = {"arrest": "arrested", "detain": "arrested", "jail": "arrested", "kidnap": "abducted", "abduct": "abducted"}
COUNTED |= {"release": "released", "free": "released", "expel": "expelled", "deport": "deported", "displace": "displaced"}
DEAD = {"dead", "death", "casualty", "fatality"}
HURT = {"wounded", "injured", "injury"}
TROOPS = {"troop", "soldier", "marine", "peacekeeper", "policeman", "reservist", "personnel"}
BOUNDS = {"least": ">=", "than": ">", "over": ">", "most": "<=", "to": "<=", "estimated": "~", "some": "~"} | dict.fromkeys(
    ("about", "around", "nearly", "almost", "approximately", "roughly"), "~"
)
SCALES = {
    "hundred": 1e2,
    "thousand": 1e3,
    "million": 1e6,
    "m": 1e6,
    "mn": 1e6,
    "billion": 1e9,
    "bn": 1e9,
    "trillion": 1e12,
    "dozen": 12.0,
}
SMALL = {word: float(n) for word, n in numbers.SMALL.items() if n} | {"a": 1.0}
CURRENCIES = {"us$": "USD", "usd": "USD", "eur": "EUR", "gbp": "GBP", "$": "USD", "dollar": "USD", "€": "EUR", "euro": "EUR"}
CURRENCIES |= {"£": "GBP", "pound": "GBP", "yen": "JPY", "¥": "JPY", "yuan": "CNY", "ruble": "RUB", "rouble": "RUB", "rupee": "INR"}
_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")


def find_place(sentence: Sentence, act: Act, mentions: list[Mention]) -> Place | None:
    """Where the act took place: a named place behind a preposition of place, on the verb or on the event's noun."""
    members = (j for i in act.trigger for k in children(sentence, i, "prep") for _, j in prep_objects(sentence, k))
    within = (j for j in members if sentence.tokens[j].pos == "NOUN")  # "a meeting of ministers in Suva"
    for i in dict.fromkeys((*act.trigger, act.clause, *act.recipients, *within)):
        for k in sentence.tokens[i].children:
            t = sentence.tokens[k]
            if t.dep != "prep" or t.text.lower() not in PLACED:
                continue
            for _, j in _named_towns(sentence, k):
                named = sentence.tokens[j].pos == "PROPN" and sentence.tokens[j].entity in ("GPE", "LOC", "FAC", "", "PERSON")
                if named and j not in act.recipients:
                    return _place(sentence, j, mentions)
    return None


def _named_towns(sentence: Sentence, k: int) -> Iterator[tuple[str, int]]:
    """The objects of a preposition; of "the port city of Varna" the name."""
    for name, j in prep_objects(sentence, k):
        of = [c for c in children(sentence, j, "prep") if sentence.tokens[c].text.lower() == "of"]
        if sentence.tokens[j].lemma.lower() in TOWNS and of:
            yield from prep_objects(sentence, of[0])
        else:
            yield name, j


def _place(sentence: Sentence, i: int, mentions: list[Mention]) -> Place:
    last = first = i
    while first > 0 and sentence.tokens[first - 1].head == i and sentence.tokens[first - 1].entity == sentence.tokens[i].entity:
        first -= 1
    span = sentence.tokens[first].span
    span = type(span)(span.start, sentence.tokens[last].span.end)
    known = next((m for m in mentions if m.head.overlaps(span) and m.kind in (MentionKind.NAME, MentionKind.METONYM)), None)
    named = known.actors[0] if known is not None and len(known.actors) == 1 else None
    if known is not None and not known.actors and known.candidates:
        named = known.candidates[0].actor  # a capital as the place where it lies is no actor, yet its state is known
    return Place(span, named if named is not None and named.split(":")[0] in ("iso3", "place") else None)


def find_quantities(sentence: Sentence, act: Act) -> tuple[Quantity, ...]:
    """Numbers of killed and wounded, of troops and of money in the act's own clause."""
    found: list[Quantity] = []
    for i in sorted({*_own_words(sentence, act.clause), *act.trigger}):
        token = sentence.tokens[i]
        if token.tag != "CD" or (i > 0 and sentence.tokens[i - 1].tag == "CD" and sentence.tokens[i - 1].head in (i, token.head)):
            continue
        unit = _unit(sentence, i)
        value, last = _value(sentence, i)
        if unit is None or value is None:
            continue
        span = type(token.span)(token.span.start, sentence.tokens[last].span.end)
        found.append(Quantity(span, value, unit, _bound(sentence, i)))
    return tuple(found)


def _own_words(sentence: Sentence, clause: int) -> list[int]:
    """The words of a clause without those of coordinated and relative clauses."""
    out, stack = [], [clause]
    while stack:
        i = stack.pop()
        out.append(i)
        stack += [
            k
            for k in sentence.tokens[i].children
            if sentence.tokens[k].dep != "relcl"
            and not (sentence.tokens[k].dep == "conj" and sentence.tokens[k].pos in ("VERB", "AUX"))
        ]
    return out


def _unit(sentence: Sentence, i: int) -> str | None:
    token = sentence.tokens[i]
    before = sentence.tokens[i - 1].text.lower() if i else ""
    if before in CURRENCIES:
        return CURRENCIES[before]
    for j in (i, token.head, sentence.tokens[token.head].head):
        if (lemma := sentence.tokens[j].lemma.lower()) in CURRENCIES:
            return CURRENCIES[lemma]
    noun = token.head if token.dep in ("nummod", "quantmod", "compound") else i
    for word in (sentence.tokens[i + 1].text.lower() if i + 1 < len(sentence.tokens) else "", sentence.tokens[noun].lemma.lower()):
        if word in DEAD:
            return "killed"
        if word in HURT:
            return "wounded"
    verb = sentence.tokens[sentence.tokens[noun].head].lemma.lower()
    if sentence.tokens[noun].dep in ("dobj", "nsubjpass", "nsubj", "conj"):
        if verb in KILLED and not (verb == "claim" and sentence.tokens[noun].lemma != "life"):
            return "killed"
        if verb in WOUNDED:
            return "wounded"
        if verb in COUNTED:
            return COUNTED[verb]
    return "troops" if sentence.tokens[noun].lemma.lower() in TROOPS else None


def _value(sentence: Sentence, i: int) -> tuple[float | None, int]:
    text = sentence.tokens[i].text.lower()
    match = _NUMBER.match(text)
    value = float(match.group().replace(",", "")) if match else SMALL.get(text, SCALES.get(text))
    last = i
    if value is not None and text not in SCALES:
        while last + 1 < len(sentence.tokens) and (scale := SCALES.get(sentence.tokens[last + 1].text.lower())) is not None:
            value, last = value * scale, last + 1
    return value, last


def _bound(sentence: Sentence, i: int) -> str:
    for j in range(max(0, i - 3), i):
        if ((bound := BOUNDS.get(sentence.tokens[j].text.lower())) is not None and sentence.tokens[j].tag != "IN") or (
            sentence.tokens[j].text.lower() in ("over", "than", "about", "around")
        ):
            return BOUNDS[sentence.tokens[j].text.lower()] if bound is None else bound
    return "="
