"""Verb -> Frame: the ways in which a verb can take what is said, thought or wanted as its complement."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from ..records import Sentence
from ..sentences.trees import children, subtree
from . import clauses

# Prepositional phrases after an object that say what it is criticised, praised, compared or blamed for.
_WITH_OBJECT = {"for", "as", "to", "on", "of", "with", "from", "over", "about", "against"}


_MARKS = {"“", '"', "''", "``", "«", "„"}


@dataclass(frozen=True, slots=True)
class Frame:
    """`name`: "that" (clause), "do" (clause of what should be done: "that he leave"), "wh" (question clause), "to" (infinitive), "ing", "obj", "obj-to" (object does what is
    asked), "as" (object is called something), "raise" (passive subject + infinitive), "prep:for", "obj-prep:of"; passive
    ones bear the prefix "p-". `content`, `addressee` are token indices; `cue` tokens that belong to the cue."""

    name: str
    content: tuple[int, ...]
    addressee: int | None = None
    cue: tuple[int, ...] = ()
    topic: tuple[int, ...] = field(default=())


def key_of(sentence: Sentence, verb: int) -> str:
    """Lemma with its particle: "point out"."""
    particle = children(sentence, verb, "prt")
    lemma = sentence.tokens[verb].lemma.lower()
    return f"{lemma} {sentence.tokens[particle[0]].text.lower()}" if particle else lemma


def frames_of(sentence: Sentence, verb: int) -> Iterator[Frame]:
    """All frames that the parse gives for the verb, the most telling first."""
    if clauses.is_passive(sentence, verb):
        yield from _passive(sentence, verb)
    else:
        yield from _active(sentence, verb)


def _active(sentence: Sentence, verb: int) -> Iterator[Frame]:
    tokens = sentence.tokens
    objects = [k for k in children(sentence, verb, "dobj") if k > verb]
    datives = children(sentence, verb, "dative")
    other = next(iter([*objects, *datives]), None)
    reported = children(sentence, verb, "ccomp")
    for k in reported:
        if k < verb:
            if not any(j > verb and _finite(sentence, j) for j in reported):
                yield Frame("that", tuple(_inverted(sentence, verb, k)), other)
            continue
        inner = children(sentence, k, *clauses.SUBJECTS)
        if _to(sentence, k) and inner:
            yield Frame("obj-to", tuple(clauses.clause(sentence, k, inner)), inner[0], topic=tuple(subtree(sentence, inner[0])))
        elif not _finite(sentence, k) and inner and tokens[k].pos != "VERB":
            yield Frame("as", tuple(subtree(sentence, k)))
        else:
            name = "wh" if _asks(sentence, k) else "do" if _bids(sentence, k) else "that"
            yield Frame(name, tuple(_from_mark(sentence, k)), other)
    for k in children(sentence, verb, "parataxis"):
        if k < verb:
            yield Frame("that", tuple(_inverted(sentence, verb, k)), other)
    fronted = [k for k in children(sentence, verb, "nsubj") if k < verb]
    if not reported and len(fronted) > 1:
        yield Frame("that", tuple(subtree(sentence, fronted[0])), other)
    if not reported and _is_inserted(sentence, verb):
        inside = set(subtree(sentence, verb))
        governor = tokens[verb].head
        if tokens[governor].dep in {"aux", "auxpass"}:
            governor = tokens[governor].head
        yield Frame("that", tuple(k for k in subtree(sentence, governor) if k not in inside), other)
    for k in children(sentence, verb, "xcomp"):
        if k < verb:
            continue
        if _to(sentence, k):
            if objects and objects[0] < k:
                yield Frame("obj-to", tuple(subtree(sentence, k)), objects[0], topic=tuple(subtree(sentence, objects[0])))
            else:
                yield Frame("to", tuple(subtree(sentence, k)))
        elif tokens[k].tag == "VBG":
            yield Frame("ing", tuple(subtree(sentence, k)))
        else:
            yield Frame("as", tuple(sorted({*subtree(sentence, k), *(subtree(sentence, objects[0]) if objects else ())})))
    for k in children(sentence, verb, "oprd"):
        if objects:
            yield Frame("as", tuple(sorted({*subtree(sentence, k), *subtree(sentence, objects[0])})))
    if objects and any(k > objects[0] for k in children(sentence, objects[0], "amod")):  # called the offer "insulting"
        yield Frame("as", tuple(subtree(sentence, objects[0])))
    preps = [k for k in children(sentence, verb, "prep") if k > verb and _complement(sentence, k)]
    if objects:
        for p in preps:
            if p > objects[0]:
                lemma = tokens[p].lemma.lower()
                yield Frame(
                    f"obj-prep:{lemma}", tuple(subtree(sentence, p)), objects[0], topic=tuple(subtree(sentence, objects[0]))
                )
        follow = [p for p in preps if p > objects[0] and tokens[p].lemma.lower() in _WITH_OBJECT]
        follow += [p for p in children(sentence, verb, "prep") if p > objects[0] and _is_limit(sentence, p)]
        follow += [
            k
            for k in children(sentence, verb, "advcl", "xcomp")
            if k > objects[0] and _to(sentence, k) and _adjoins(sentence, objects[0], k)
        ]
        yield Frame("obj", tuple(sorted({k for j in (objects[0], *follow) for k in subtree(sentence, j)})))
    for p in preps:
        if objects and p > objects[0]:
            continue
        yield from _prepositional(sentence, p)


def _prepositional(sentence: Sentence, p: int) -> Iterator[Frame]:
    tokens = sentence.tokens
    lemma = tokens[p].lemma.lower()
    verb = tokens[p].head
    inner = children(sentence, p, "pobj", "pcomp")
    infinitives = [k for k in children(sentence, verb, "xcomp", "advcl") if k > p and _to(sentence, k)]
    for k in inner:
        to = [j for j in children(sentence, k, "acl", "relcl") if _to(sentence, j)] or infinitives
        if to and tokens[k].dep == "pobj":
            yield Frame(f"prep-to:{lemma}", tuple(subtree(sentence, to[0])), k, (p,), tuple(clauses.clause(sentence, k, to)))
        called = [j for j in children(sentence, verb, "prep") if j > p and tokens[j].lemma.lower() == "as"] if lemma == "to" else []
        words = {j for q in (p, *called) for j in subtree(sentence, q)} - {p}
        yield Frame(f"prep:{lemma}", tuple(sorted(words)), None, (p,))
    for k in children(sentence, p, "prep"):
        for j in children(sentence, k, "pobj", "pcomp"):
            yield Frame(f"prep:{lemma} {tokens[k].lemma.lower()}", tuple(subtree(sentence, j)), None, (p, k))


def _passive(sentence: Sentence, verb: int) -> Iterator[Frame]:
    tokens = sentence.tokens
    subjects = children(sentence, verb, "nsubjpass", "nsubj", "csubjpass")
    if not subjects and tokens[verb].dep == "acl":
        whole = [k for k in clauses.phrase(sentence, tokens[verb].head) if k < verb]
    elif subjects:
        whole = subtree(sentence, subjects[0])
    else:
        borrowed = clauses.subject(sentence, verb)
        whole = clauses.phrase(sentence, borrowed) if borrowed is not None else []
    head = subjects[0] if subjects else None
    empty = head is not None and tokens[head].lemma.lower() == "it"
    for k in children(sentence, verb, "ccomp"):
        if k > verb:
            yield Frame("p-wh" if _asks(sentence, k) else "p-that", tuple(subtree(sentence, k)), None if empty else head)
        else:
            yield Frame("p-that", tuple(_inverted(sentence, verb, k)), None if empty else head)
    for k in children(sentence, verb, "xcomp", "advcl"):
        if k > verb and _to(sentence, k):
            yield Frame("p-to", tuple(subtree(sentence, k)), head, topic=tuple(whole))
    for k in children(sentence, verb, "oprd", "xcomp", "attr"):
        if k > verb and not _to(sentence, k):
            yield Frame("p-as", tuple(sorted({*whole, *subtree(sentence, k)})))
    for p in children(sentence, verb, "prep"):
        if p > verb and _complement(sentence, p) and children(sentence, p, "pobj", "pcomp", "prep", "amod"):
            lemma = tokens[p].lemma.lower()
            inner = [j for j in subtree(sentence, p) if j != p]
            yield Frame(f"p-prep:{lemma}", tuple(inner), head, (p,), tuple(whole))
    if whole and not children(sentence, verb, "oprd"):  # of "was declared open" the subject is but a half
        yield Frame("p-obj", tuple(whole))


_INSERTED = {"parataxis", "ccomp", "conj", "advcl", "dep", "appos"}


def _is_inserted(sentence: Sentence, verb: int) -> bool:
    """ "The deal, he said, is dead": a short clause with its own subject, set off by commas on both sides."""
    tokens = sentence.tokens
    if tokens[verb].dep not in _INSERTED or tokens[verb].tag not in {"VBD", "VBZ", "VBP", "VBN"}:
        return False
    if not children(sentence, verb, "nsubj"):
        return False
    inside = [k for k in subtree(sentence, verb) if tokens[k].pos != "PUNCT"]
    first, last = inside[0], inside[-1]
    if last - first > 14 or any(tokens[k].dep == "mark" for k in tokens[verb].children):
        return False
    before = tokens[first - 1].text if first else ""
    after = tokens[last + 1].text if last + 1 < len(tokens) else "."
    return before in {",", "—", "–", "--", "”", '"', "''"} and after in {",", ".", "—", "–", "--", ":", "“", '"', "''", ";"}


def _inverted(sentence: Sentence, verb: int, k: int) -> list[int]:
    """Content before its verb ("..., he said"): all from the clause's start to the verb's own words, and what of the clause
    stands after them."""
    tokens = sentence.tokens
    own = {
        verb,
        *(j for c in children(sentence, verb, *clauses.SUBJECTS, "aux", "neg", "advmod") if c > k for j in subtree(sentence, c)),
    }
    inside = set(subtree(sentence, k))
    start = min(inside)
    left = {
        j
        for c in tokens[verb].children
        if c < min(own) and tokens[c].dep not in {"cc", "mark"} and tokens[c].dep not in clauses.SUBJECTS
        for j in subtree(sentence, c)
    }
    content = sorted((inside | {j for j in left if start > j or j < min(own)}) - own)
    # `The envoy fired back: "A," he wrote`: what stands before the colon brings the quotation in.
    for at in range(len(content) - 2, -1, -1):
        if tokens[content[at]].text == ":" and tokens[content[at + 1]].text in _MARKS:
            return content[at + 1 :]
    return content


def _complement(sentence: Sentence, p: int) -> bool:
    """A preposition that opens neither a time nor a bare circumstance."""
    tokens = sentence.tokens
    return all(tokens[k].entity not in {"DATE", "TIME"} for k in children(sentence, p, "pobj"))


def _is_limit(sentence: Sentence, p: int) -> bool:
    """ "rain by Friday", "an answer within a week": the time of what is expected, not of expecting."""
    tokens = sentence.tokens
    limits = tokens[p].lemma.lower() in {"by", "within", "until", "before"}
    return limits and any(tokens[k].entity in {"DATE", "TIME"} for k in children(sentence, p, "pobj"))


def _adjoins(sentence: Sentence, first: int, second: int) -> bool:
    """No comma or other mark stands between the two phrases."""
    end, start = subtree(sentence, first)[-1], subtree(sentence, second)[0]
    return all(sentence.tokens[k].text != "," for k in range(end + 1, start))


def _to(sentence: Sentence, k: int) -> bool:
    return any(sentence.tokens[j].text.lower() == "to" and sentence.tokens[j].dep == "aux" for j in sentence.tokens[k].children)


def _finite(sentence: Sentence, k: int) -> bool:
    tokens = sentence.tokens
    if tokens[k].tag in {"VBD", "VBZ", "VBP", "MD"}:
        return True
    return any(tokens[j].tag in {"VBD", "VBZ", "VBP", "MD"} for j in tokens[k].children if tokens[j].dep in {"aux", "auxpass"})


def _from_mark(sentence: Sentence, k: int) -> list[int]:
    """The clause without an adverb before its "that" ("said only that")."""
    words = subtree(sentence, k)
    marks = [j for j in sentence.tokens[k].children if sentence.tokens[j].dep == "mark" and j < k]
    return [j for j in words if j >= marks[0]] if marks and marks[0] - words[0] == 1 else words


def _asks(sentence: Sentence, k: int) -> bool:
    """The clause opens with "if", "whether" or a question word."""
    tokens = sentence.tokens
    if any(tokens[j].dep == "mark" and tokens[j].lemma.lower() in {"if", "whether"} for j in tokens[k].children):
        return True
    return tokens[subtree(sentence, k)[0]].tag in {"WRB", "WP", "WDT", "WP$"}


def _bids(sentence: Sentence, k: int) -> bool:
    """A bare verb or "should" in a that-clause: "insisted that the guard leave", "that it be closed"."""
    tokens = sentence.tokens
    verbs = [k, *children(sentence, k, "aux", "auxpass")]
    if any(tokens[j].lemma.lower() == "should" for j in verbs):
        return True
    one = any(tokens[j].tag in {"NN", "NNP"} or tokens[j].text.lower() in _ONE for j in children(sentence, k, "nsubj"))
    bare = {"VB", "VBP"} if one and len(verbs) == 1 else {"VB"}  # "that the guard leave" is taken for a plural
    return tokens[min(verbs)].tag in bare


_ONE = {"he", "she", "it"}
