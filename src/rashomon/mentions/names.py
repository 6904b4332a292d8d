"""Sentence -> names in it: the tables' lexicon first, the parser's entities where they know more."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..records import Sentence
from ..tables import Tables
from ..tables.names import Name

ENTITIES = {"PERSON", "ORG", "GPE", "NORP", "LOC", "FAC"}
NAMELIKE = {"PROPN", "ADJ", "NOUN"}
# Kinds of names that are seldom common words too; of others a single word counts only where the parser sees a proper noun.
SURE = {"name", "demonym", "metonym"}
BODIES = {"ministry", "minister", "department", "secretary", "committee", "council", "office", "institute", "school", "bureau"}


@dataclass(frozen=True, slots=True)
class Hit:
    """A name over tokens first..last (`last` excluded) with its syntactic head; `label` is the parser's, "" if it saw none."""

    first: int
    last: int
    head: int
    text: str
    label: str
    readings: tuple[Name, ...]


def find_names(sentence: Sentence, tables: Tables) -> list[Hit]:
    """Names in order, none overlapping. An entity of the parser that is longer than the names within it wins if it is a
    person's; a longer organisation's name wins too, and keeps the names within it as separate hits out of the result."""
    tokens = sentence.tokens
    entities = list(_entities(sentence))
    found = [
        Hit(f.first, f.last, _head(sentence, f.first, f.last), _text(sentence, f.first, f.last), tokens[f.last - 1].entity, f.names)
        for f in tables.lexicon.find([t.text for t in tokens])
        if _is_name(sentence, f.first, f.last, f.names)
    ]
    taken = [False] * len(tokens)
    hits = []
    for first, last, label in entities:
        inside = [h for h in found if first <= h.first and h.last <= last]
        if not inside and any(h.first < last and first < h.last for h in found):
            continue
        if _wins(sentence, first, last, label, inside):
            hits.append(Hit(first, last, _head(sentence, first, last), _text(sentence, first, last), label, ()))
            taken[first:last] = [True] * (last - first)
    hits += [h for h in found if not any(taken[h.first : h.last])]
    return sorted(hits, key=lambda h: h.first)


def _entities(sentence: Sentence) -> Iterator[tuple[int, int, str]]:
    tokens = sentence.tokens
    i = 0
    while i < len(tokens):
        label = tokens[i].entity
        if label not in ENTITIES:
            i += 1
            continue
        j = i + 1
        while j < len(tokens) and tokens[j].entity == label and not tokens[j].entity_begin:
            j += 1
        first, last = i, j
        while first < last and (tokens[first].pos in {"DET", "PUNCT"} or tokens[first].text.casefold() == "the"):
            first += 1
        while last > first and (tokens[last - 1].tag == "POS" or tokens[last - 1].pos == "PUNCT" or tokens[last - 1].text == "’s"):
            last -= 1
        if first < last:
            yield first, last, label
        i = j


def _wins(sentence: Sentence, first: int, last: int, label: str, inside: list[Hit]) -> bool:
    """Whether the parser's entity stands instead of the table names within it."""
    if label in {"LOC", "FAC"}:
        return not inside
    if not inside:
        return any(t.text[:1].isupper() for t in sentence.tokens[first:last])
    covered = sum(h.last - h.first for h in inside)
    if covered == last - first:
        return False
    if label == "PERSON":
        return last - first - covered == 1 and inside[-1].last == last and not any(n.kind == "person" for n in inside[-1].readings)
    return False


def _is_name(sentence: Sentence, first: int, last: int, names: tuple[Name, ...]) -> bool:
    """Whether tokens first..last are used as a name: not "turkey", "may"; nor "Time", "Nice", "Male" as common words, nor the
    "Foreign Affairs" of a ministry."""
    tokens, kinds = sentence.tokens, {n.kind for n in names}
    if last - first > 1:
        after_body = first > 1 and tokens[first - 1].text in {"of", "for", "on"} and tokens[first - 2].lemma.lower() in BODIES
        return not (after_body and kinds == {"outlet"})
    token = tokens[first]
    if kinds == {"outlet"}:
        return bool(token.entity) or token.text.isupper()
    if not SURE & kinds:
        return token.pos == "PROPN" or bool(token.entity)
    return token.pos in NAMELIKE or bool(token.entity) or token.text.isupper()


def _head(sentence: Sentence, first: int, last: int) -> int:
    for i in range(last - 1, first - 1, -1):
        if not first <= sentence.tokens[i].head < last or sentence.tokens[i].head == i:
            return i
    return last - 1


def _text(sentence: Sentence, first: int, last: int) -> str:
    return " ".join(t.text for t in sentence.tokens[first:last])
