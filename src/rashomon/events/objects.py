"""Arguments of a verb -> the words by which its frame is known: what it is done to, and by what sort of people."""

from __future__ import annotations

from ..records import Sentence
from .agents import expand, prep_objects
from .frames import is_class
from .nominals import ARMED
from .roles import Arguments, sets_time

# Prepositions whose noun is as good as an object ("go on strike"); others only say when, why or with whom.
PHRASAL = {"on", "in", "into", "to", "at", "under", "out", "from", "of"}
# Who strikes by not working and walks out of a workplace; others strike at somebody and walk out of talks.
CIVIL = set(
    "worker teacher student pupil doctor nurse miner driver pilot employee staff farmer resident union unionist striker "
    "civilian people protester demonstrator prisoner inmate detainee lawyer journalist trucker docker crew clerk railwayman "
    "labourer laborer picker servant steward trader shopkeeper lecturer professor cook cleaner judge magistrate firefighter "
    "postman fisherman actor writer".split()
)


def object_words(sentence: Sentence, arguments: Arguments) -> tuple[set[str], set[str], list[int]]:
    """Lemmas of the heads of the objects, of their modifiers, and the heads' tokens; prepositional objects count as objects
    of phrasal verbs ("go on strike")."""
    nouns: list[int] = []
    for i in arguments.objects:
        nouns += expand(sentence, i)[:6]
        nouns.append(i)
    if not arguments.objects:
        nouns += [j for name, j in arguments.preps if name in PHRASAL]
    heads = {_compound(sentence, i) for i in nouns}
    matters = [k for i in arguments.complements for k in (i, *_nouns_of(sentence, i))]
    heads |= {f"~{sentence.tokens[k].lemma.lower()}" for k in matters}
    if arguments.complements:
        heads.add("#clause")
    if arguments.blamed:
        heads.add("#for")
    if arguments.objects:
        heads.add("#any")
    if any(sets_time(sentence, sentence.tokens[i].head) for i in arguments.objects):
        heads.add("#time")
    if any(sentence.tokens[i].entity == "PERSON" for i in arguments.objects):
        heads.add("#person")
    if any(_is_people(sentence, i) for i in nouns):
        heads.add("#people")
    if any(sentence.tokens[i].dep == "oprd" for i in arguments.objects):
        heads.add("#oprd")
    modifiers = {
        sentence.tokens[k].lemma.lower()
        for i in nouns
        for k in sentence.tokens[i].children
        if sentence.tokens[k].dep in ("compound", "amod")
    }
    if _all_civil(sentence, arguments.subjects):
        modifiers.add("#civil")
    for name, kind in (("troops", "#armed"), ("crowd", "#crowd")):
        if _all_of(sentence, arguments.subjects, name):
            modifiers.add(kind)
    return heads, modifiers, list(dict.fromkeys(nouns))


def _is_people(sentence: Sentence, i: int) -> bool:
    """Whether a noun means people: by its class, or as the name of a people ("120,000 Sudanese")."""
    t = sentence.tokens[i]
    return (t.entity == "NORP" and t.pos in ("NOUN", "PROPN", "ADJ")) or is_class(t.lemma.lower(), "person")


def _nouns_of(sentence: Sentence, v: int) -> list[int]:
    """The nouns that stand by the verb of a clause: its subject, object, and what its prepositions govern."""
    own = [k for k in sentence.tokens[v].children if sentence.tokens[k].dep in ("dobj", "nsubj", "nsubjpass")]
    behind = [j for k in sentence.tokens[v].children if sentence.tokens[k].dep == "prep" for _, j in prep_objects(sentence, k)]
    return own + behind


def _compound(sentence: Sentence, i: int) -> str:
    """The lemma of a noun; a "press conference" is no conference, an "air strike" no strike of workers."""
    before = sentence.tokens[i - 1].text.lower() if i else ""
    lemma = sentence.tokens[i].lemma.lower()
    if lemma == "strike" and before in ARMED:
        return "airstrike"
    if lemma == "arm" and sentence.tokens[i].tag == "NN":
        return "limb"  # "sold its Polish arm"
    if sentence.tokens[i].text.lower() == "bases":
        return "base"  # the lemmatiser takes all bases for a "basis"
    return f"press-{lemma}" if before in ("press", "news") else lemma


def _all_of(sentence: Sentence, heads: tuple[int, ...], name: str) -> bool:
    nouns = [j for i in heads for j in expand(sentence, i)]
    return bool(nouns) and all(is_class(sentence.tokens[j].lemma.lower(), name) for j in nouns)


def _all_civil(sentence: Sentence, heads: tuple[int, ...]) -> bool:
    """Whether all subjects are people who work, study or live there; False without a subject."""
    nouns = [j for i in heads for j in expand(sentence, i)]
    return bool(nouns) and all(sentence.tokens[j].lemma.lower() in CIVIL for j in nouns)
