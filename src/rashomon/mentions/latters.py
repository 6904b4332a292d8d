"""Sentence -> drafts of "the latter three", "the former", "the four": phrases without a noun that pick from the last list."""

from __future__ import annotations

from collections.abc import Iterator

from ..records import MentionKind, Sentence
from .drafts import PEOPLE, Draft
from .phrases import NUMBERS

REACH = 3
FAR = 6  # sentences to a list of exactly so many
ARGUMENTS = {"nsubj", "nsubjpass", "dobj", "pobj"}


def find_latters(sentence: Sentence, heads: set[int], lists: list[Draft]) -> list[Draft]:
    """Drafts of kind GROUP whose members are taken from the nearest list of at most REACH sentences before."""
    drafts = list(_counted(sentence, heads, lists))
    tokens = sentence.tokens
    for i, token in enumerate(tokens):
        word = token.text.casefold()
        if word not in {"latter", "former"} or i == 0 or tokens[i - 1].text.casefold() != "the":
            continue
        count = NUMBERS.get(tokens[i + 1].text.casefold(), 0) if i + 1 < len(tokens) else 0
        head = i + 1 if count else i
        if not count and tokens[i].dep in {"amod", "nmod", "compound"}:
            continue  # "the former president", "the latter country"
        before = [d for d in lists if d.position < (sentence.index, i) and sentence.index - d.sentence.index <= REACH]
        if not before or head in heads:
            continue
        parts = before[-1].members
        taken = parts[-(count or 1) :] if word == "latter" else parts[: count or 1]
        draft = Draft(
            sentence, i - 1, head + 1, head, MentionKind.GROUP, genus=PEOPLE, plural=count > 1, count=count, rule=f"the {word}"
        )
        draft.members = list(taken)
        drafts.append(draft)
    return drafts


def _counted(sentence: Sentence, heads: set[int], lists: list[Draft]) -> Iterator[Draft]:
    """ "The four agreed", "all three": the last list of exactly so many."""
    tokens = sentence.tokens
    for i, token in enumerate(tokens):
        count = NUMBERS.get(token.text.casefold(), 0)
        if count < 2 or i == 0 or i in heads or tokens[i - 1].text.casefold() not in {"the", "all"} or token.dep not in ARGUMENTS:
            continue
        before = [d for d in lists if d.position < (sentence.index, i) and len(d.members) == count]
        if before and sentence.index - before[-1].sentence.index <= FAR:
            draft = Draft(sentence, i - 1, i + 1, i, MentionKind.GROUP, genus=PEOPLE, plural=True, count=count, rule="the so many")
            draft.members = list(before[-1].members)
            yield draft
