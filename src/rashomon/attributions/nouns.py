"""Sentence -> Draft: nouns as cues ("his warning that", "a pledge to", "reports of"), and "alleged"."""

from __future__ import annotations

from collections.abc import Iterator

from ..records import Sentence
from ..sentences.trees import children, subtree
from . import clauses
from .cues import ALLEGED, HEARSAY_NOUNS, LIGHT, NOUN_CUES, Cue
from .drafts import Draft, Holder, cue_spans, holder_of

# "The fear is that ...", "fears grow that ...": verbs behind which what a noun tells may stand.
_STIRS = set("be grow mount rise spread emerge circulate surface arise increase swirl abound persist fade intensify".split())
_SOURCES = {"from", "by", "among", "amongst"}


def noun_drafts(sentence: Sentence) -> Iterator[Draft]:
    """One draft for each noun that is a cue and has its content beside it."""
    for i, token in enumerate(sentence.tokens):
        if token.pos == "NOUN" and (cues := NOUN_CUES.get(token.lemma.lower())):
            found = _complement(sentence, i, cues)
            if found is not None:
                yield from _draft(sentence, i, *found)
        elif token.text.lower() in ALLEGED and token.dep == "amod" and sentence.tokens[token.head].pos in {"NOUN", "PROPN"}:
            yield from _alleged(sentence, i)


def _complement(sentence: Sentence, i: int, cues: dict[str, Cue]) -> tuple[Cue, list[int], list[int]] | None:
    """The cue, the tokens of its content, and those of the preposition between them."""
    tokens = sentence.tokens
    for k in [*children(sentence, i, "acl", "ccomp", "relcl", "xcomp"), *_pressing(sentence, i)]:
        if k < i:
            continue
        words = {tokens[j].text.lower(): tokens[j] for j in tokens[k].children if j < k}
        if "to" in words and words["to"].dep == "aux" and "to" in cues:
            return cues["to"], subtree(sentence, k), []
        if "that" in words and words["that"].dep == "mark" and "that" in cues:
            return cues["that"], subtree(sentence, k), []
    head = tokens[i].head
    if tokens[i].dep == "nsubj" and tokens[head].lemma.lower() in _STIRS and "that" in cues:
        for k in children(sentence, head, "ccomp", "advcl"):
            if k > head and any(tokens[j].text.lower() == "that" and tokens[j].dep == "mark" for j in tokens[k].children):
                return cues["that"], subtree(sentence, k), [head]
    for p in children(sentence, i, "prep"):
        if p > i and (cue := cues.get(tokens[p].lemma.lower())):
            if tokens[p].lemma.lower() == "of" and _is_holder(sentence, p):
                continue
            return cue, [j for j in subtree(sentence, p) if j != p], [p]
    return None


def _pressing(sentence: Sentence, i: int) -> list[int]:
    """ "put pressure on X to ...": the infinitive hangs on the verb or on X."""
    if sentence.tokens[i].dep != "dobj" or sentence.tokens[sentence.tokens[i].head].lemma.lower() not in LIGHT:
        return []
    onto = [
        x
        for p in children(sentence, i, "prep") + children(sentence, sentence.tokens[i].head, "prep")
        for x in children(sentence, p, "pobj")
    ]
    return [k for j in (sentence.tokens[i].head, *onto) for k in children(sentence, j, "advcl", "xcomp", "acl", "relcl")]


def _is_holder(sentence: Sentence, p: int) -> bool:
    """ "the claims of the ministry": the object of "of" holds the claim."""
    tokens = sentence.tokens
    return any(tokens[k].entity in {"PERSON", "ORG", "NORP"} for k in children(sentence, p, "pobj")) and tokens[
        tokens[p].head
    ].lemma.lower() not in {
        "criticism",
        "endorsement",
        "support",
        "praise",
        "condemnation",
        "rebuke",
        "view",
        "mockery",
        "critique",
    }


def _draft(sentence: Sentence, i: int, cue: Cue, content: list[int], link: list[int]) -> Iterator[Draft]:
    tokens = sentence.tokens
    words = [i, *link, *children(sentence, i, "amod")]
    holders = possessor(sentence, i) or _source(sentence, i)
    head = tokens[i].head
    rule = "noun"
    drop = {k for p in children(sentence, i, "prep") if tokens[p].lemma.lower() in _SOURCES for k in subtree(sentence, p)}
    if tokens[i].dep == "dobj" and tokens[head].lemma.lower() in LIGHT:
        own = holder_of(sentence, clauses.subject(sentence, head))
        between = [k for k in range(head, i) if k in set(subtree(sentence, i))]
        words = [*clauses.verb_group(sentence, head), *between, i, *link]
        holders, rule = own or holders, "light verb"
    negated = rule == "light verb" and clauses.is_negated(sentence, head)
    spans = clauses.spans(sentence, [k for k in content if k not in drop])
    if not holders and tokens[i].lemma.lower() not in HEARSAY_NOUNS:
        return
    if spans:
        cues = cue_spans(sentence, words)
        score = 0.7 if holders else 0.5
        yield Draft(sentence.index, cues, spans, cue.force, rule, holders, negated=negated, score=score)


def possessor(sentence: Sentence, i: int) -> tuple[Holder, ...]:
    """Whose a noun is: "his warning", "the ministry's warning", "the Cuban warning"."""
    for k in children(sentence, i, "poss"):
        return holder_of(sentence, k)
    tokens = sentence.tokens
    for k in children(sentence, i, "compound", "amod", "nmod"):
        if tokens[k].entity in {"GPE", "NORP", "ORG", "PERSON"}:
            return (Holder(tokens[k].span, tokens[k].span.start),)
    return ()


def _source(sentence: Sentence, i: int) -> tuple[Holder, ...]:
    tokens = sentence.tokens
    for p in children(sentence, i, "prep"):
        if tokens[p].lemma.lower() in _SOURCES or (tokens[p].lemma.lower() == "of" and _is_holder(sentence, p)):
            for k in children(sentence, p, "pobj"):
                return holder_of(sentence, k)
    return ()


def _alleged(sentence: Sentence, i: int) -> Iterator[Draft]:
    """ "alleged war crimes by ...": the noun phrase without the adjective is what somebody alleges."""
    token = sentence.tokens[i]
    content = [k for k in subtree(sentence, token.head) if k > i and _not_clause(sentence, token.head, k)]
    spans = clauses.spans(sentence, content)
    if spans:
        yield Draft(sentence.index, (token.span,), spans, ALLEGED[token.text.lower()], "alleged", score=0.6)


def _not_clause(sentence: Sentence, head: int, k: int) -> bool:
    """Not in a relative clause of the noun."""
    tokens = sentence.tokens
    at = k
    while at != head and tokens[at].head != at:
        if tokens[at].dep == "relcl":
            return False
        at = tokens[at].head
    return True
