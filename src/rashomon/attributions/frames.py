"""Verb -> Frame: the ways in which a verb can take what is said, thought or wanted as its complement."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from ..records import Sentence
from ..sentences.trees import children, subtree
from . import clauses
from .inversions import inverted, is_inserted

# Prepositional phrases after an object that say what it is criticised, praised, compared or blamed for.
_WITH_OBJECT = {"for", "as", "to", "on", "of", "with", "from", "over", "about", "against"}


@dataclass(frozen=True, slots=True)
class Frame:
    """`name`: "that" (clause), "do" (clause of what should be done: "that he leave"), "wh" (question clause), "to" (infinitive),
    "ing", "obj", "obj-to" (object does what is asked), "as" (object is called something), "raise" (passive subject and
    infinitive), "prep:for", "obj-prep:of"; passive ones bear the prefix "p-". `content`, `addressee`, `topic` are token
    indices; `cue` tokens that belong to the cue."""

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
    objects = [k for k in children(sentence, verb, "dobj") if k > verb]
    hearer = next(iter([*objects, *children(sentence, verb, "dative")]), None)
    reported = children(sentence, verb, "ccomp")
    for k in reported:
        if k > verb:
            yield _clause(sentence, k, hearer)
        elif not any(j > verb and _finite(sentence, j) for j in reported):
            yield Frame("that", tuple(inverted(sentence, verb, k)), hearer)
    yield from _around(sentence, verb, hearer, bool(reported))
    for k in children(sentence, verb, "xcomp"):
        if k > verb:
            yield _open_clause(sentence, k, objects)
    if objects:
        yield from _called(sentence, verb, objects[0])
    preps = [k for k in children(sentence, verb, "prep") if k > verb and _complement(sentence, k)]
    if objects:
        yield from _with_object(sentence, verb, objects[0], [p for p in preps if p > objects[0]])
    for p in preps:
        if not objects or p < objects[0]:
            yield from _prepositional(sentence, p)


def _clause(sentence: Sentence, k: int, hearer: int | None) -> Frame:
    """What the parse has as a reported clause behind the verb: a real one, an infinitive with its subject, or a small clause."""
    inner = children(sentence, k, *clauses.SUBJECTS)
    if _to(sentence, k) and inner:
        return Frame("obj-to", tuple(clauses.clause(sentence, k, inner)), inner[0], topic=tuple(subtree(sentence, inner[0])))
    if not _finite(sentence, k) and inner and sentence.tokens[k].pos != "VERB":
        return Frame("as", tuple(subtree(sentence, k)))
    name = "wh" if _asks(sentence, k) else "do" if _bids(sentence, k) else "that"
    return Frame(name, tuple(_from_mark(sentence, k)), hearer)


def _around(sentence: Sentence, verb: int, hearer: int | None, reports: bool) -> Iterator[Frame]:
    """What is told before the verb or around it, in the other ways that the parse shows it."""
    tokens = sentence.tokens
    for k in children(sentence, verb, "parataxis"):
        if k < verb:
            yield Frame("that", tuple(inverted(sentence, verb, k)), hearer)
    fronted = [k for k in children(sentence, verb, "nsubj") if k < verb]
    if not reports and len(fronted) > 1:
        yield Frame("that", tuple(subtree(sentence, fronted[0])), hearer)
    if not reports and is_inserted(sentence, verb):
        inside = set(subtree(sentence, verb))
        governor = tokens[verb].head
        if tokens[governor].dep in {"aux", "auxpass"}:
            governor = tokens[governor].head
        yield Frame("that", tuple(k for k in subtree(sentence, governor) if k not in inside), hearer)


def _open_clause(sentence: Sentence, k: int, objects: Sequence[int]) -> Frame:
    """A clause without a subject of its own behind the verb."""
    words = tuple(subtree(sentence, k))
    if _to(sentence, k) and objects and objects[0] < k:
        return Frame("obj-to", words, objects[0], topic=tuple(subtree(sentence, objects[0])))
    if _to(sentence, k):
        return Frame("to", words)
    if sentence.tokens[k].tag == "VBG":
        return Frame("ing", words)
    return Frame("as", tuple(sorted({*words, *(subtree(sentence, objects[0]) if objects else ())})))


def _called(sentence: Sentence, verb: int, thing: int) -> Iterator[Frame]:
    """The object and what it is called."""
    for k in children(sentence, verb, "oprd"):
        yield Frame("as", tuple(sorted({*subtree(sentence, k), *subtree(sentence, thing)})))
    if any(k > thing for k in children(sentence, thing, "amod")):  # called the offer "insulting"
        yield Frame("as", tuple(subtree(sentence, thing)))


def _with_object(sentence: Sentence, verb: int, thing: int, preps: Sequence[int]) -> Iterator[Frame]:
    """The object, and the phrases behind it that say what it is blamed, praised or asked for."""
    tokens = sentence.tokens
    topic = tuple(subtree(sentence, thing))
    for p in preps:
        yield Frame(f"obj-prep:{tokens[p].lemma.lower()}", tuple(subtree(sentence, p)), thing, topic=topic)
    follow = [p for p in preps if tokens[p].lemma.lower() in _WITH_OBJECT]
    follow += [p for p in children(sentence, verb, "prep") if p > thing and _is_limit(sentence, p)]
    ends = [k for k in children(sentence, verb, "advcl", "xcomp") if k > thing and _to(sentence, k)]
    follow += [k for k in ends if _adjoins(sentence, thing, k)]
    yield Frame("obj", tuple(sorted({*topic, *(k for j in follow for k in subtree(sentence, j))})))


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
            yield Frame("p-that", tuple(inverted(sentence, verb, k)), None if empty else head)
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
