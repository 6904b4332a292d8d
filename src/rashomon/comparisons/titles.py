"""Telling x Telling -> a difference of office: one person who holds it here, and held it, or has another rank, there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

from ..records import Difference, Sentence, Span
from ..sentences.trees import children, span_of, subtree
from .tellings import Telling
from .twins import make

SCORE = 0.62
ENOUGH = 2  # words in common from which two titles of unlike main nouns are of one office
LONGEST = 14  # tokens of a title
_NOUNS = {"NOUN", "PROPN"}
_OPEN = _NOUNS | {"ADJ"}
# Words that set a title apart from the plain one, by what they say: that it was held before, or for another.
_STANDING = {
    **dict.fromkeys(
        ("former", "ex", "then", "onetime", "retired", "late", "ousted", "oust", "deposed", "depose", "toppled"), "former"
    ),
    **dict.fromkeys(("deputy", "vice", "assistant", "associate", "sub", "under"), "deputy"),
    **dict.fromkeys(("acting", "interim", "caretaker"), "acting"),
    **dict.fromkeys(("elect", "designate", "incoming"), "to come"),
}
_PAST = {"administration", "era", "reign"}  # in which somebody held it
# Ranks that exclude one another in one body, a scale a line; of two words that are on no line the one may stand for the other.
_RANKS = """
manager director president chairman
lieutenant captain major colonel general corporal sergeant private
minister secretary ambassador envoy consul
mayor governor senator congressman
attorney judge clerk
spokesman chairman secretary treasurer
bishop archbishop cardinal priest
lecturer professor dean
"""
_SCALES = [set(line.split()) for line in _RANKS.strip().splitlines()]


@dataclass(frozen=True, slots=True)
class Title:
    """What a person is called: the names, in small letters, the last one last; the words, their main noun, and what sets them apart
    from the plain title ("former", "deputy")."""

    names: tuple[str, ...]
    span: Span
    head: str
    lemmas: frozenset[str]
    standing: frozenset[str]


def find_titles(sentence: Sentence) -> Iterator[Title]:
    """Titles before a name ("former Norwegian minister Anna Berg") and beside one ("Anna Berg, a minister of Norway")."""
    tokens = sentence.tokens
    for i, token in enumerate(tokens):
        if token.pos != "PROPN" or token.entity != "PERSON" or token.dep == "compound":
            continue
        first = i
        while first and tokens[first - 1].entity == "PERSON" and tokens[first - 1].pos == "PROPN":
            first -= 1
        names = tuple(t.text.lower() for t in tokens[first : i + 1])
        yield from _title(sentence, names, list(range(_first_before(sentence, first, i), first)))
        beside = [k for k in children(sentence, i, "appos") if tokens[k].entity != "PERSON"]
        beside += [token.head] if token.dep == "appos" else []
        for k in beside:
            yield from _title(sentence, names, subtree(sentence, k, ("relcl", "acl", "appos", "punct")))


def _first_before(sentence: Sentence, first: int, last: int) -> int:
    """The token where what is said of the name (tokens first..last) begins, in front of it."""
    tokens = sentence.tokens
    start = first
    while start:
        token = tokens[start - 1]
        if not (start - 1 <= token.head <= last and (token.pos in _OPEN | {"PUNCT"} or token.dep == "amod")):
            break
        start -= 1
    return start


def _title(sentence: Sentence, names: tuple[str, ...], own: list[int]) -> Iterator[Title]:
    """The title of these tokens, where they have a main noun, the last before "of" or "at", and no date that says when it was
    held."""
    tokens = sentence.tokens
    plain = own[: next((n for n, k in enumerate(own) if tokens[k].pos == "ADP"), len(own))]
    head = next((k for k in reversed(plain) if tokens[k].pos in _NOUNS), None)
    entities = {tokens[k].entity for k in own}, {tokens[k].entity for k in plain}
    if head is None or len(own) > LONGEST or "DATE" in entities[0] or "PERSON" in entities[1]:
        return
    standing = frozenset(_STANDING[w] for k in plain if (w := tokens[k].lemma.lower()) in _STANDING)
    words = (t.lemma.lower() for t in (tokens[k] for k in own) if t.pos in _OPEN)
    lemmas = frozenset(w for w in words if w not in _STANDING)
    if lemmas & _PAST:
        standing |= {"former"}
    yield Title(names, span_of(sentence, own[0], own[-1]), tokens[head].lemma.lower(), lemmas, standing)


def title_difference(left: Telling, right: Telling) -> Difference | None:
    """One person with titles of one office, who cannot hold it and have held it, be head and deputy, manager and director."""
    for one, other in product(find_titles(left.unit.sentence), find_titles(right.unit.sentence)):
        if not _one_person(one.names, other.names) or not one.lemmas & other.lemmas:
            continue
        reason = f"{' '.join(one.names)}: {left.words(one.span)} / {right.words(other.span)}"
        same = one.standing == other.standing
        if "former" in one.standing ^ other.standing:
            return make("status", left, one.span, right, other.span, reason, SCORE, hard=one.head == other.head)
        if (same and len(one.lemmas & other.lemmas) >= ENOUGH and _other_rank(one.head, other.head)) or (
            not same and one.head == other.head
        ):
            return make("actor", left, one.span, right, other.span, reason, SCORE, hard=True)
    return None


def _one_person(ours: tuple[str, ...], theirs: tuple[str, ...]) -> bool:
    """One last name, and first names of one letter where both have one."""
    return ours[-1] == theirs[-1] and (len(ours) == 1 or len(theirs) == 1 or ours[0][:1] == theirs[0][:1])


def _other_rank(one: str, other: str) -> bool:
    return one != other and any({one, other} <= scale for scale in _SCALES)
