"""Telling -> its phrases: what stands in each slot of each clause, with what it hangs on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..records import Force, Sentence, Span, Timex
from ..sentences.trees import children, span_of, subtree, token_at
from .causes import find_causes
from .figures import Figure
from .frames import DATED, stage_span, verb_above
from .holders import source_span
from .tellings import Telling

SLOTS = ("number", "date", "place", "actor", "recipient", "status", "attribution", "cause")
LONGEST = 14  # tokens of a noun phrase, with what hangs on it
_ROLES = {"nsubj": "actor", "agent": "actor", "nsubjpass": "recipient", "dobj": "recipient", "dative": "recipient"}
_SCENES = set("in at near on outside inside around off across along over into".split())
_AIMED = set("to against for with at on of by about".split())
_SITES = {"GPE", "LOC", "FAC"}
_OPEN = {"NOUN", "PROPN", "VERB", "ADJ", "NUM", "ADV"}
_CUT = ("relcl", "acl", "appos", "cc", "conj", "advcl", "parataxis", "punct", "prep")
_CUT_LONG = ("relcl", "advcl", "parataxis", "punct", "appos")


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words in a slot. `at` is the main token, `above` the token of the verb that it hangs on (or is), None where none governs
    it; `role` its relation to that verb; `lemmas` the content words, `names` those that name, `rest` those of its clause besides.
    `figure` and `timex` where it is a number or a time."""

    slot: str
    span: Span
    text: str
    at: int
    above: int | None
    role: str
    lemmas: frozenset[str]
    names: frozenset[str]
    rest: frozenset[str]
    figure: Figure | None = None
    timex: Timex | None = None


def find_phrases(telling: Telling) -> tuple[Phrase, ...]:
    """The phrases of one telling; of two of one slot with the same span one."""
    found: dict[tuple[str, Span], Phrase] = {}
    for slot, span, at, role, figure, timex in _all(telling):
        if (slot, span) not in found:
            found[slot, span] = phrase_of(telling, slot, span, at, role, figure, timex)
    return tuple(found.values())


_Found = tuple[str, Span, int, str, Figure | None, Timex | None]


def _all(telling: Telling) -> Iterator[_Found]:
    sentence = telling.unit.sentence
    for figure in telling.figures:
        at = token_at(sentence, figure.span.start)
        if at is not None:
            yield "number", figure.span, at, sentence.tokens[at].dep, figure, None
    for timex in telling.shelf.timexes.get(sentence.index, ()):
        at = token_at(sentence, timex.span.start)
        if at is not None:
            yield "date", timex.span, at, "", None, timex
    for attribution in telling.shelf.spoken.get(sentence.index, ()):
        if attribution.holders and attribution.force is not Force.DENY:
            span = source_span(attribution)
            at = token_at(sentence, span.start)
            if at is not None and sentence.span.holds(span):
                yield "attribution", span, at, attribution.kind.value, None, None
    for cause in find_causes(sentence):
        at = token_at(sentence, cause.span.start)
        if at is not None:
            yield "cause", cause.span, at, cause.sign, None, None
    for slot, span, at, role in _parsed(sentence):
        yield slot, span, at, role, None, None


def _parsed(sentence: Sentence) -> Iterator[tuple[str, Span, int, str]]:
    tokens = sentence.tokens
    for i, token in enumerate(tokens):
        if token.pos == "VERB":
            yield "status", stage_span(sentence, i), i, token.dep
        elif token.pos == "AUX" and token.dep not in {"aux", "auxpass"}:
            below = children(sentence, i, "acomp", "attr", "neg")
            if below:
                span = _phrase_span(sentence, [i, *(k for b in below for k in subtree(sentence, b, _CUT))])
                yield "status", span, i, "be"
        elif token.pos in {"NOUN", "PROPN", "PRON", "NUM"} and token.entity not in DATED:
            yield from _noun(sentence, i)


def _noun(sentence: Sentence, i: int) -> Iterator[tuple[str, Span, int, str]]:
    tokens = sentence.tokens
    top = i
    while tokens[top].dep == "conj" and tokens[top].head != top:
        top = tokens[top].head
    dep, head = tokens[top].dep, tokens[tokens[top].head]
    sign = head.text.lower() if dep == "pobj" else ""
    if dep in {"compound", "poss", "nummod", "amod", "det", "quantmod"}:
        return
    site = tokens[i].entity in _SITES
    if dep == "pobj" and (sign in _SCENES or site) and tokens[i].pos != "PRON" and head.dep != "agent":
        yield "place", _noun_span(sentence, i, _CUT), i, sign
    slot = "actor" if dep == "pobj" and head.dep == "agent" else _ROLES.get(dep, "")
    if not slot and dep in {"attr", "oprd", "appos", "pobj"}:
        slot = "recipient" if dep == "pobj" and sign in _AIMED else "actor" if dep != "pobj" else ""
    if slot:
        yield slot, _noun_span(sentence, i, _CUT_LONG), i, dep
        if dep in {"attr", "appos"}:
            yield "recipient", _noun_span(sentence, i, _CUT), i, dep


def _noun_span(sentence: Sentence, i: int, cut: tuple[str, ...]) -> Span:
    own = subtree(sentence, i, cut)
    if len(own) > LONGEST:
        own = subtree(sentence, i, _CUT)
    return _phrase_span(sentence, own)


def _phrase_span(sentence: Sentence, own: list[int]) -> Span:
    return span_of(sentence, min(own), max(own))


def phrase_of(
    telling: Telling, slot: str, span: Span, at: int, role: str, figure: Figure | None = None, timex: Timex | None = None
) -> Phrase:
    """The phrase that a span of the telling's sentence makes."""
    sentence = telling.unit.sentence
    tokens = sentence.tokens
    inside = [t for t in tokens if span.holds(t.span)]
    lemmas = frozenset(t.lemma.lower() for t in inside if t.pos in _OPEN)
    names = frozenset(t.lemma.lower() for t in inside if t.pos == "PROPN")
    above = at if slot == "status" else verb_above(sentence, at)
    clause = subtree(sentence, above, ("advcl", "ccomp", "conj", "relcl", "parataxis")) if above is not None else range(len(tokens))
    rest = frozenset(tokens[k].lemma.lower() for k in clause if tokens[k].pos in _OPEN and not span.holds(tokens[k].span))
    return Phrase(slot, span, telling.words(span), at, above, role, lemmas, names, rest, figure, timex)
