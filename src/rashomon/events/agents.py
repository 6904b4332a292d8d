"""Noun phrases -> who can act or be acted on behind them: names, people, bodies, the members of a list, whose a thing is."""

from __future__ import annotations

from ..records import Sentence
from .frames import is_class

NAMED = {"GPE", "NORP", "ORG", "PERSON"}
MISREAD = {"PRODUCT", "WORK_OF_ART", "FAC"}  # labels that the parser gives to states and bodies that it does not know
# "dozens of protesters", "the likes of France": the noun after "of" is the one that counts.
TRANSPARENT = set(
    "number majority dozen hundred thousand million score group series round wave string kind sort type part bit lot couple "
    "pair session hour set handful rest most some many all any several none one two three half minority like remnant spate "
    "campaign resumption act member representative possibility ton tonne barrel amount shipment batch t kg litre sack "
    "truckload crate box pallet lorryload shipload last bulk remainder contingent".split()
)
MASSES = {"hundred", "thousand", "million", "dozen", "score"}
RECEIVING = ("against", "on", "from", "with", "between", "to", "in", "for")
PERSONAL, LONG = ("man", "woman", "ist"), 7
IMPERSONAL = ("human", "talisman", "list", "twist", "gist", "mist", "catalyst", "consist")
WITHIN = {"inside": "in", "within": "in"}  # frames name the plain preposition
LISTING = {"including", "like", "as"}
DEEPEST = 12  # prepositions followed down in search of somebody


def prep_objects(sentence: Sentence, prep: int) -> list[tuple[str, int]]:
    """(preposition, its object) pairs, "inside" as "in"; "such as", "from within" and the like are followed down."""
    name = sentence.tokens[prep].text.lower()
    name = WITHIN.get(name, name)
    out: list[tuple[str, int]] = []
    for k in sentence.tokens[prep].children:
        t = sentence.tokens[k]
        if t.dep == "pobj":
            out.append((name, k))
        elif t.dep == "prep":
            out += [(name, j) for _, j in prep_objects(sentence, k)]
        elif t.dep == "conj" and t.pos == "ADP":  # "for the welcome and for the help"
            out += prep_objects(sentence, k)
    return out


def is_agent(sentence: Sentence, i: int) -> bool:
    """Whether the noun phrase headed by `i` can act: a name of a people, state, body or person, a pronoun, or a noun such as
    "police"."""
    t = sentence.tokens[i]
    if t.pos == "PRON":
        if t.text.lower().endswith(("self", "selves")):
            return False
        return t.tag in ("PRP", "PRP$", "WP") or t.lemma.lower() in (
            "who",
            "it",
            "both",
            "all",
            "many",
            "others",
            "several",
            "some",
        )
    if t.pos == "NUM" or t.text.lower() in ("former", "latter", "other"):
        return any(sentence.tokens[k].text.lower() in ("the", "these", "those") for k in t.children) and not t.entity.startswith(
            "DATE"
        )
    if t.entity in NAMED:
        return t.pos in ("PROPN", "ADJ", "NOUN")
    if t.tag == "NNS" and t.lemma.lower() in MASSES:
        return not any(sentence.tokens[k].text.lower() == "of" for k in t.children)  # "hailed by thousands"
    if t.pos == "PROPN" and (not t.entity or (t.entity in MISREAD and _stands_as_party(sentence, i))):
        return True
    return is_class(t.lemma.lower(), "agent") or (t.pos == "NOUN" and _is_person_by_form(t.lemma.lower()))


def _is_person_by_form(lemma: str) -> bool:
    """Whether a noun means people by how it is made: "ombudsman", "townswoman", "monarchist"."""
    return lemma.endswith(PERSONAL) and len(lemma) >= LONG and not lemma.endswith(IMPERSONAL)


def _stands_as_party(sentence: Sentence, i: int) -> bool:
    """Whether a name stands where only parties do: the subject, or what "with", "between" or "against" governs."""
    t = sentence.tokens[i]
    return t.dep in ("nsubj", "nsubjpass", "agent") or sentence.tokens[t.head].text.lower() in ("with", "between", "against")


def expand(sentence: Sentence, i: int) -> list[int]:
    """The heads that a noun phrase stands for: its conjuncts, the members of "the likes of A and B", "such as A and B"."""
    out: list[int] = []
    stack, seen = [i], set()
    while stack:
        j = stack.pop(0)
        if j in seen or len(out) > 200:
            continue
        seen.add(j)
        t = sentence.tokens[j]
        inner = _members(sentence, j)
        if t.lemma.lower() in TRANSPARENT and inner["of"]:
            stack = inner["of"] + stack
        else:
            out.append(j)
            stack = inner["list"] + stack
        stack += [k for k in t.children if sentence.tokens[k].dep == "conj" and sentence.tokens[k].pos not in ("VERB", "AUX")]
        stack += [k for k in t.children if _listed(sentence, j, k)]
    return out


def _listed(sentence: Sentence, i: int, k: int) -> bool:
    """Whether what the parser takes for an apposition is the second of a list of bare names: "Mali, Chad and Niger"."""
    one, other = sentence.tokens[i], sentence.tokens[k]
    bare = other.dep == "appos" and one.pos == other.pos == "PROPN" and k == i + 2 and sentence.tokens[i + 1].text == ","
    return bare and not one.entity == other.entity == "PERSON" and any(sentence.tokens[j].dep == "conj" for j in other.children)


def _members(sentence: Sentence, i: int) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {"of": [], "list": []}
    for k in sentence.tokens[i].children:
        t = sentence.tokens[k]
        if t.dep != "prep":
            continue
        objects = [j for _, j in prep_objects(sentence, k)]
        word = t.text.lower()
        if word == "of":
            found["of"] += objects
        elif word in LISTING or word == "such":
            found["list"] += objects
    return found


def party(sentence: Sentence, i: int, agentless: bool = False, giver: bool = False, depth: int = 0) -> list[int]:
    """The agents behind a noun phrase: itself, else whose it is ("Moscow's actions", "Israeli strikes", "the bombing by X");
    on the receiving side (not `giver`) also against whom. Empty where there is none; with `agentless` the phrase itself then."""
    if is_agent(sentence, i):
        return expand(sentence, i)
    token = sentence.tokens[i]
    if token.lemma.lower() in TRANSPARENT:
        inner = [j for j in expand(sentence, i) if j != i and is_agent(sentence, j)]
        if inner:
            return inner
    for k in token.children:
        t = sentence.tokens[k]
        if t.dep == "poss" and is_agent(sentence, k):
            return expand(sentence, k)
        if t.dep in ("amod", "compound", "nmod") and t.entity in ("GPE", "NORP", "ORG"):
            return [k]
    for wanted in (("by",), ("of",), () if giver else RECEIVING):
        for name, j in [
            pair for k in token.children if sentence.tokens[k].dep in ("prep", "agent") for pair in prep_objects(sentence, k)
        ]:
            if name not in wanted:
                continue
            if is_agent(sentence, j):
                return expand(sentence, j)
            if name == "of" and depth < DEEPEST and (deeper := party(sentence, j, giver=giver, depth=depth + 1)):
                return deeper
    return expand(sentence, i) if agentless else []
