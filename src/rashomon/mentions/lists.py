"""Drafts -> drafts of lists: "Georgia, Sweden, Finland and the EU", and the parts that a phrase spells out after
"such as", "including", "the likes of"."""

from __future__ import annotations

from ..records import MentionKind, Sentence
from .drafts import PEOPLE, UNKNOWN, Draft

MISREAD = {"appos", "npadvmod"}
SPELLING_OUT = {"including", "include", "like", "as", "namely", "involving"}


def find_lists(sentence: Sentence, drafts: list[Draft]) -> list[Draft]:
    """Lists in the order of their first parts; the phrase that a list spells out gets the list's parts as its members."""
    by_head = {d.head: d for d in drafts if d.kind is not MentionKind.PRONOUN}
    lists: list[Draft] = []
    for head in sorted(by_head):
        token = sentence.tokens[head]
        if token.dep == "conj" and _chain_start(sentence, head, by_head) is not None:
            continue
        if token.dep == "npadvmod" and any(by_head[head] in known.members for known in lists):
            continue
        parts = _parts(sentence, head, by_head)
        if len(parts) > 1:
            lists.append(_list(sentence, parts))
    for spelled in lists:
        _spell_out(sentence, spelled.members, by_head)
    for head, draft in by_head.items():
        if not any(draft in spelled.members for spelled in lists):
            _spell_out(sentence, [by_head[head]], by_head)
    return lists


def _chain_start(sentence: Sentence, i: int, by_head: dict[int, Draft]) -> int | None:
    """The draft that a conjunct hangs on, directly or through other conjuncts."""
    while sentence.tokens[i].dep == "conj" and sentence.tokens[i].head != i:
        i = sentence.tokens[i].head
        if i in by_head:
            return i
    return None


def _parts(sentence: Sentence, head: int, by_head: dict[int, Draft]) -> list[Draft]:
    parts, stack = [by_head[head]], [head]
    while stack:
        j = stack.pop()
        for k in sentence.tokens[j].children:
            dep = sentence.tokens[k].dep
            if k > j and dep in {"conj", *MISREAD} and _same_sort(by_head.get(k), by_head[head], dep):
                parts.append(by_head[k])
                stack.append(k)
    return sorted(parts, key=lambda d: d.head)


def _same_sort(draft: Draft | None, first: Draft, dep: str) -> bool:
    """Whether a phrase goes on a list: any conjunct; what the parser takes for an apposition, or a measure, only if both are plain
    names."""
    if draft is None:
        return False
    if dep == "conj":
        return True
    if draft.first and draft.sentence.tokens[draft.first - 1].text == "(":
        return False
    return draft.kind is MentionKind.NAME is first.kind and draft.genus == first.genus != "person" and not draft.role


def _list(sentence: Sentence, parts: list[Draft]) -> Draft:
    """A list's head is the head of its first part: of the two, the list is the one of kind LIST."""
    genus = parts[0].genus if len({p.genus for p in parts}) == 1 else UNKNOWN
    first, last = min(p.first for p in parts), max(p.last for p in parts)
    draft = Draft(
        sentence, first, last, parts[0].head, MentionKind.LIST, genus=genus or PEOPLE, plural=True, count=len(parts), rule="list"
    )
    draft.members = parts
    return draft


def _spell_out(sentence: Sentence, parts: list[Draft], by_head: dict[int, Draft]) -> None:
    """Hangs the parts on the phrase before "such as", "including", "the likes of" that they spell out."""
    before = sentence.tokens[parts[0].head].head
    word = sentence.tokens[before].text.casefold()
    if sentence.tokens[parts[0].head].dep not in {"pobj", "dobj"} or before >= parts[0].head:
        return
    above = sentence.tokens[before].head
    if word in {"of", "from"} and len(parts) > 1 and above in by_head and by_head[above].plural and by_head[above].role is not None:
        by_head[above].members += [p for p in parts if p not in by_head[above].members]
        by_head[above].kind = MentionKind.GROUP
        return
    if word not in SPELLING_OUT and sentence.tokens[before].lemma != "include":
        return
    seen = 0
    while seen < 4:
        whole = by_head.get(above)
        if whole is not None and whole.plural and whole not in parts:
            whole.members = [*whole.members, *(p for p in parts if p not in whole.members)]
            whole.kind = MentionKind.GROUP
            return
        verb_children = [k for k in sentence.tokens[above].children if sentence.tokens[k].dep in {"nsubj", "nsubjpass"}]
        if sentence.tokens[above].pos in {"VERB", "AUX"} and verb_children:
            above = verb_children[0]
        elif sentence.tokens[above].head == above:
            return
        else:
            above = sentence.tokens[above].head
        seen += 1
