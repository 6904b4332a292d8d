"""A verb's or noun's surroundings in the parse: subjects (also borrowed ones), phrases, voice, negation, the cue's own words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ..records import Sentence, Span
from ..sentences.trees import ancestors, children, subtree

SUBJECTS = ("nsubj", "nsubjpass", "csubj", "csubjpass")
RELATIVE = {"who", "which", "that", "whom"}
_NOT = {"not", "n't", "never", "no", "neither", "nor", "hardly", "rarely"}
_SIDE = {"relcl", "appos", "punct", "acl", "advcl", "parataxis"}  # what a holder's phrase does without


def phrase(sentence: Sentence, i: int) -> list[int]:
    """The noun phrase that `i` heads, without what follows a comma (appositions, relative clauses), with its coordination."""
    tokens = sentence.tokens
    out: set[int] = set()
    stack = [i]
    while stack:
        j = stack.pop()
        out.add(j)
        for k in tokens[j].children:
            if tokens[k].dep == "appos" and k > j and all(tokens[m].text not in {",", "(", "—", "–", "-"} for m in range(j, k)):
                stack.append(k)  # "the spokesman Jan Maas"
                continue
            if tokens[k].dep in _SIDE or (tokens[k].dep == "advmod" and j == i and k > i):
                continue
            if tokens[k].dep == "prep" and k > j and k > 0 and tokens[k - 1].text == ",":
                continue
            stack.append(k)
    return _run_around(sentence, sorted(out), i)


def _run_around(sentence: Sentence, wanted: list[int], head: int) -> list[int]:
    """The unbroken run of `wanted` that holds `head`; commas and quotation marks may stand inside it."""
    have = set(wanted)
    first = last = head
    while first - 1 in have or (first - 2 in have and sentence.tokens[first - 1].dep == "punct"):
        first -= 1
    while last + 1 in have or (last + 2 in have and sentence.tokens[last + 1].dep == "punct"):
        last += 1
    return list(range(first, last + 1))


def subject(sentence: Sentence, verb: int) -> int | None:
    """The token that heads the verb's own or borrowed subject: conjoined verbs, infinitives, participles and relative
    clauses take that of the verb or noun they hang on. None where none is expressed."""
    tokens = sentence.tokens
    at, seen = verb, set()
    while at not in seen:
        seen.add(at)
        own = children(sentence, at, "nsubj", "nsubjpass") or children(sentence, at, *SUBJECTS)
        if own:  # of two, as in `a "grave mistake", the minister said`, the nearer one
            return antecedent(sentence, min(own, key=lambda k: abs(k - at)))
        agent = _agent(sentence, at)
        if agent is not None and at != verb:
            return None
        dep, head = tokens[at].dep, tokens[at].head
        if dep == "acl":
            return head if tokens[at].tag == "VBG" else None
        if dep == "relcl":
            return head
        if dep == "xcomp":
            objects = children(sentence, head, "dobj")
            if objects and tokens[head].lemma not in _SUBJECT_CONTROL:
                return objects[0]
        if dep == "pcomp":
            as_object = children(sentence, tokens[head].head, "dobj") if tokens[head].lemma.lower() == "as" else []
            if as_object:  # "quoted the general as saying"
                return as_object[0]
            head = tokens[head].head
        if dep not in _BORROWING:
            return None
        at = head
    return None


_SUBJECT_CONTROL = {"promise", "vow", "threaten", "use", "take", "have", "make", "visit", "leave"}
_BORROWING = {"conj", "xcomp", "advcl", "pcomp", "parataxis", "ccomp"}


def _agent(sentence: Sentence, verb: int) -> int | None:
    for by in children(sentence, verb, "agent"):
        for k in children(sentence, by, "pobj"):
            return k
    return None


def agent(sentence: Sentence, verb: int) -> int | None:
    """The doer of a passive: the object of its "by"."""
    return _agent(sentence, verb)


def antecedent(sentence: Sentence, i: int) -> int:
    """The noun that a relative pronoun stands for, else the token itself."""
    tokens = sentence.tokens
    if tokens[i].lemma.lower() in RELATIVE and tokens[i].tag in {"WP", "WDT", "IN"}:
        for j in ancestors(sentence, i):
            if tokens[j].dep == "relcl":
                return tokens[j].head
    return i


def is_passive(sentence: Sentence, verb: int) -> bool:
    """Has a passive subject or auxiliary, or is a bare past participle after a noun."""
    token = sentence.tokens[verb]
    if children(sentence, verb, "auxpass", "nsubjpass", "csubjpass"):
        return True
    if token.tag == "VBN" and token.dep == "acl" and not children(sentence, verb, "nsubj", "aux"):
        return True
    # "Asked whether ..., the minister said": he was asked.
    asked = token.dep == "advcl" and token.tag in {"VBN", "VBD"} and token.lemma in {"ask", "press", "quiz", "question"}
    return asked and not children(sentence, verb, "nsubj")


def is_negated(sentence: Sentence, verb: int) -> bool:
    """The verb or its subject is negated ("did not say", "nobody believes")."""
    tokens = sentence.tokens
    for k in tokens[verb].children:
        if tokens[k].dep == "neg" or tokens[k].text.lower() in _NOT:
            return True
        if tokens[k].dep in SUBJECTS and (
            tokens[k].lemma.lower() in {"nobody", "none", "nothing"}
            or any(tokens[j].text.lower() in _NOT for j in tokens[k].children)
        ):
            return True
    # "neither confirmed nor denied"
    return tokens[verb].dep == "conj" and any(
        tokens[k].text.lower() in {"neither", "nor"} for k in tokens[tokens[verb].head].children
    )


_GROUP = {"aux", "auxpass", "neg", "prt"}


def verb_group(sentence: Sentence, verb: int, more: Iterable[int] = ()) -> list[int]:
    """The verb with its auxiliaries, negation, particle and the adverbs between them, and the tokens of `more`."""
    tokens = sentence.tokens
    group = {verb, *more} | {k for k in tokens[verb].children if tokens[k].dep in _GROUP}
    if any(tokens[k].dep == "aux" and tokens[k].text.lower() == "to" for k in tokens[verb].children):
        group = {k for k in group if k >= verb or tokens[k].dep == "neg"}
    first = min(group)
    group |= {k for k in tokens[verb].children if tokens[k].dep == "advmod" and first < k < max(group)}
    return sorted(group)


def spans(sentence: Sentence, wanted: Sequence[int]) -> tuple[Span, ...]:
    """One span for each run of tokens; runs parted only by punctuation are joined, punctuation at the edges is dropped
    (quotation marks stay)."""
    tokens = sentence.tokens
    runs: list[list[int]] = []
    for i in sorted(wanted):
        if runs and all(
            tokens[k].pos in {"PUNCT", "SPACE"} and tokens[k].text not in {"—", "–", "--"} for k in range(runs[-1][1] + 1, i)
        ):
            runs[-1][1] = i
        else:
            runs.append([i, i])
    out = []
    for first, last in runs:
        while first <= last and _is_edge(tokens[first].text):
            first += 1
        while last >= first and (_is_edge(tokens[last].text) or (tokens[last].dep == "cc" and last > first)):
            last -= 1
        if first <= last and any(c.isalnum() for i in range(first, last + 1) for c in tokens[i].text):
            out.append(Span(tokens[first].span.start, tokens[last].span.end))
    return tuple(out)


def _is_edge(text: str) -> bool:
    return text in {",", ";", ":", ".", "—", "–", "-", "--", "", "(", ")"} or text.isspace()


def clause(sentence: Sentence, i: int, without: Iterable[int] = ()) -> list[int]:
    """All tokens below `i` but those below a token of `without`."""
    drop = {k for j in without for k in subtree(sentence, j)}
    return [k for k in subtree(sentence, i) if k not in drop]
