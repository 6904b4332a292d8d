"""Sentence -> the arguments of a verb or noun: who acts, on whom, and which prepositions, clauses and particles hang on it."""

from __future__ import annotations

from dataclasses import dataclass

from ..records import EventType, Sentence
from .agents import is_agent, prep_objects
from .frames import frames, is_class, operators

INHERITING = {"conj", "xcomp", "ccomp", "advcl", "prep", "dep", "parataxis", "acomp", "oprd"}
SUBJECTS = {"nsubj", "nsubjpass", "csubj"}
DEEPEST = 12  # governors climbed in search of a subject
# What is done to the subject where nothing is told to be its object: "seven civilians killed, three wounded".
UNDERGONE = set(
    "kill wound injure abduct kidnap arrest detain displace behead assassinate jail imprison execute hospitalise hospitalize "
    "evacuate torture rape maim extradite deport besiege".split()
)
PARTICLES = {"back", "away", "off", "down", "aside", "home", "through", "out", "up", "over"}
NAMING = {"call", "describe", "term", "say", "claim", "dub", "deem", "consider", "regard", "see", "allege", "believe"}
NOUNS = {"NOUN", "PROPN", "PRON"}
VERDICTS = {EventType.ACCUSE, EventType.COERCE, EventType.SANCTION, EventType.SUPPORT, EventType.ASSAULT}
CHARGES = {"charge", "suspicion", "accusation", "allegation", "count", "claim"}
LENGTHS = {"minute", "hour", "day", "week", "month", "year"}
ASIDE = {"after", "amid", "amidst", "following", "despite", "during", "before", "since"}
WHENS = {"when", "if", "once", "as", "unless", "until", "while", "though", "where", "than"}


@dataclass(frozen=True, slots=True)
class Arguments:
    """Token indices of the heads of the arguments; `preps` are (preposition, head of what it governs); `blamed`: what somebody is
    blamed for doing hangs on the verb ("attacked the president for declining")."""

    subjects: tuple[int, ...] = ()
    objects: tuple[int, ...] = ()
    preps: tuple[tuple[str, int], ...] = ()
    complements: tuple[int, ...] = ()
    particles: frozenset[str] = frozenset()
    passive: bool = False
    blamed: bool = False


def verb_arguments(sentence: Sentence, v: int) -> Arguments:
    """The arguments of the verb `v`, a passive one turned active."""
    passive = is_passive(sentence, v)
    objects: list[int] = []
    preps: list[tuple[str, int]] = []
    complements: list[int] = []
    particles: set[str] = set()
    agents: list[int] = []
    blamed = False
    for k in sentence.tokens[v].children:
        t = sentence.tokens[k]
        if t.dep in ("dobj", "oprd", "attr"):
            if t.entity != "DATE" or t.tag not in ("NNP", "CD"):  # "abducted 2 March"
                objects.append(antecedent(sentence, k))
        elif t.dep == "dative":
            inner = [j for j in t.children if sentence.tokens[j].dep == "pobj"]
            preps += [("dative", j) for j in inner or [k]]
        elif t.dep == "agent":
            agents += [j for j in t.children if sentence.tokens[j].dep == "pobj"]
        elif t.dep == "prt" or (t.dep == "advmod" and t.text.lower() in PARTICLES):
            particles.add(t.lemma.lower())
        elif t.dep == "prep":
            behind = prep_objects(sentence, k)
            preps += [(name, antecedent(sentence, j)) for name, j in behind]
            blamed = blamed or (t.text.lower() == "for" and any(sentence.tokens[j].dep == "pcomp" for j in t.children))
            if not behind or not all(_is_when(sentence, j) for _, j in behind):
                particles.add(t.text.lower())
        elif t.dep in ("ccomp", "xcomp"):
            if (named := named_by(sentence, k)) is not None:
                objects.append(named[0])
                preps += [at for j in named[1] for at in prep_objects(sentence, j)]
                continue
            complements.append(k)
            if t.pos in ("ADJ", "NOUN", "ADV"):  # "declared a ceasefire effective from Sunday": a small clause
                objects += [j for j in t.children if sentence.tokens[j].dep == "nsubj"]
    grammatical = subjects_of(sentence, v)
    if not objects and not complements and not passive and (left_out := _left_out(sentence, v)) is not None:
        objects.append(left_out)
    if passive:
        done_to = (*grammatical, *objects)
        return Arguments(tuple(agents), done_to, tuple(preps), tuple(complements), frozenset(particles), True, blamed)
    return Arguments(grammatical, tuple(objects), tuple(preps), tuple(complements), frozenset(particles), False, blamed)


def _left_out(sentence: Sentence, v: int) -> int | None:
    """The person or people that a clause tells of without a relative pronoun: "the envoy it expelled"."""
    token = sentence.tokens[v]
    below = [sentence.tokens[k] for k in token.children]
    if token.dep != "relcl" or token.head > v or not any(t.dep == "nsubj" for t in below):
        return None
    usual = ("nsubj", "advmod", "npadvmod", "prep", "neg", "aux", "punct", "cc", "conj", "advcl")
    plain = all(t.dep in usual and t.tag not in ("WDT", "WP", "WRB") for t in below)
    stranded = any(t.dep == "prep" and not t.children for t in below)  # "the ally it relied on"
    return token.head if plain and not stranded and is_agent(sentence, token.head) else None


def _is_when(sentence: Sentence, i: int) -> bool:
    """Whether a noun only tells the day or the hour: a preposition before it belongs to no verb ("marched on Thursday")."""
    return sentence.tokens[i].entity in ("DATE", "TIME")


def named_by(sentence: Sentence, v: int) -> tuple[int, tuple[int, ...]] | None:
    """What stands behind somebody's word for it, and the prepositions behind that: in "struck what it called camps inside Chad" the
    camps, in "shelled what it said were positions" the positions. None where `v` is no such verb."""
    below = sentence.tokens[v].children
    if sentence.tokens[v].lemma.lower() not in NAMING or not any(sentence.tokens[k].tag == "WP" and k < v for k in below):
        return None
    inner = [v, *(k for k in below if sentence.tokens[k].dep == "ccomp" and sentence.tokens[k].lemma.lower() == "be")]
    within = [k for j in inner for k in sentence.tokens[j].children if k > v]
    preps = tuple(k for k in within if sentence.tokens[k].dep == "prep")
    as_what = [j for k in preps if sentence.tokens[k].text.lower() == "as" for j in sentence.tokens[k].children]
    things = [*(k for k in within if sentence.tokens[k].dep in ("oprd", "attr", "dobj")), *as_what]
    named = next((k for k in things if sentence.tokens[k].pos in NOUNS), None)
    return None if named is None else (named, preps)


def is_passive(sentence: Sentence, v: int) -> bool:
    token = sentence.tokens[v]
    kinds = {sentence.tokens[k].dep for k in token.children}
    if kinds & {"nsubjpass", "auxpass", "agent"}:
        return True
    if token.lemma.lower() in UNDERGONE and token.tag in ("VBN", "VBD") and _lacks_object(sentence, v):
        return True
    if "nsubj" in kinds or token.tag != "VBN":
        return False
    if token.dep == "advcl" and "aux" not in kinds and any(sentence.tokens[k].text.lower() in WHENS for k in token.children):
        return True  # "when asked"
    if token.dep in ("acl", "advcl", "relcl", "amod") and not kinds & {"aux", "dobj"}:
        return True
    if token.dep in ("conj", "xcomp", "oprd"):  # "were reported killed"
        return not kinds & {"aux", "dobj"} and is_passive(sentence, token.head)
    return False


def describes(sentence: Sentence, v: int) -> bool:
    """Whether a passive participle without "be" only tells what a noun is like: "officers suspected of", "when asked"."""
    token = sentence.tokens[v]
    plain = not any(sentence.tokens[k].dep in ("auxpass", "nsubjpass") for k in token.children)
    return plain and token.dep in ("acl", "amod", "advcl") and is_passive(sentence, v)


def _lacks_object(sentence: Sentence, v: int) -> bool:
    """Whether a verb has a subject of its own and nothing that could be its object: no noun, clause, second verb or noun before."""
    token = sentence.tokens[v]
    below = [sentence.tokens[k] for k in token.children]
    if token.dep == "relcl" or any(t.dep in ("aux", "ccomp", "xcomp", "prt") for t in below):
        return False
    by_thing = any(t.dep == "nsubj" and is_class(t.lemma.lower(), "weapon") for t in below)  # "the bombs killed six"
    spare = ("DATE", "TIME") if by_thing else ("DATE", "TIME", "CARDINAL")
    if any(t.dep in ("dobj", "dative", "oprd") and t.entity not in spare for t in below):
        return False
    return any(t.dep == "nsubj" for t in below) and not any(
        t.dep == "conj" and t.pos == "VERB" and any(sentence.tokens[k].dep == "dobj" for k in t.children) for t in below
    )


def antecedent(sentence: Sentence, i: int) -> int:
    """What a relative pronoun stands for; any other token itself."""
    if sentence.tokens[i].tag not in ("WDT", "WP", "WP$") and sentence.tokens[i].text.lower() != "that":
        return i
    j = i
    for _ in range(DEEPEST):
        head = sentence.tokens[j].head
        if head == j:
            return i
        if sentence.tokens[j].dep == "relcl":
            return head
        if sentence.tokens[j].dep == "ccomp" and sentence.tokens[head].lemma == "be":  # "it was Iran that attacked"
            return next((k for k in sentence.tokens[head].children if sentence.tokens[k].dep == "attr" and k < i), i)
        j = head
    return i


def subjects_of(sentence: Sentence, v: int, depth: int = 0) -> tuple[int, ...]:
    """The grammatical subject of `v`: its own, or that of the clause which controls it."""
    token = sentence.tokens[v]
    own = [antecedent(sentence, k) for k in token.children if sentence.tokens[k].dep in SUBJECTS] or _below_mark(sentence, v)
    if own:
        return (*_listed_before(sentence, v, own[0]), *own)
    if depth > DEEPEST or token.head == v or is_order(sentence, v):
        return ()
    if (warned := _warned(sentence, v)) is not None:
        return (warned,)
    if token.dep in ("relcl", "acl"):
        return _modified(sentence, v, depth + 1)
    if token.dep == "advcl" and has_to(sentence, v) and (asked := asked_party(sentence, v)) is not None:
        return (asked,)
    if token.dep in ("xcomp", "ccomp") and (controller := _object_controller(sentence, v)) is not None:
        return (controller,)
    if token.dep == "pcomp":
        return _governor_subjects(sentence, token.head, depth + 1)
    return _inherited(sentence, v, depth + 1) if token.dep in INHERITING else ()


def is_order(sentence: Sentence, v: int) -> bool:
    """Whether a verb opens a quotation as an order, whose subject is whoever is spoken to: '"Stop the war," they chanted'."""
    token = sentence.tokens[v]
    quoted = v > 0 and sentence.tokens[v - 1].tag == "``"
    bare = token.tag == "VB" and not any(sentence.tokens[k].dep in ("aux", "mark", *SUBJECTS) for k in token.children)
    return quoted and bare and token.dep in ("ccomp", "advcl", "parataxis", "dep")


def _listed_before(sentence: Sentence, v: int, subject: int) -> tuple[int, ...]:
    """The first of two names that a headline joins by a comma: "Pakistan, Iran agree to talk"."""
    first, comma = sentence.tokens[subject - 2 : subject] if subject == 2 else (None, None)
    if first is None or comma is None or comma.text != "," or sentence.tokens[v].tag not in ("VBP", "VB"):
        return ()
    return (0,) if first.entity == sentence.tokens[subject].entity == "GPE" else ()


def _below_mark(sentence: Sentence, v: int) -> list[int]:
    """The subject that the parser hangs on the clause's own conjunction: "after" in "after Chad demanded that they leave" it takes
    for a conjunction and a preposition at once."""
    marks = [k for k in sentence.tokens[v].children if sentence.tokens[k].dep == "mark" and k < v]
    return [j for k in marks for j in sentence.tokens[k].children if sentence.tokens[j].dep == "pobj" and k < j < v]


def sets_time(sentence: Sentence, v: int) -> bool:
    """Whether a verb gives somebody a length of time to do something: "gave the envoy 48 hours to leave"."""
    below = [sentence.tokens[k] for k in sentence.tokens[v].children]
    return sentence.tokens[v].lemma.lower() in ("give", "allow") and any(
        (t.dep == "prep" and t.text.lower() == "until")
        or (t.dep in ("dobj", "oprd", "npadvmod") and (t.lemma.lower() in LENGTHS or t.entity in ("DATE", "TIME")))
        for t in below
    )


def _warned(sentence: Sentence, v: int) -> int | None:
    """Who is given time for what the infinitive `v` says."""
    head = sentence.tokens[v].head
    if sentence.tokens[head].lemma.lower() in LENGTHS:
        head = sentence.tokens[head].head
    if not has_to(sentence, v) or not sets_time(sentence, head):
        return None
    below = sentence.tokens[head].children
    given = [k for k in below if sentence.tokens[k].dep in ("dative", "nsubjpass", "dobj")]
    return next((k for k in given if sentence.tokens[k].lemma.lower() not in LENGTHS), None)


def asked_party(sentence: Sentence, v: int) -> int | None:
    """Who is asked for what the infinitive `v` says: "appealed to the army to", "called on Kenya to"."""
    head = sentence.tokens[sentence.tokens[v].head]
    if head.lemma.lower() not in ("call", "appeal", "plead", "cry"):
        return None
    behind = [pair for k in head.children if sentence.tokens[k].dep == "prep" and k < v for pair in prep_objects(sentence, k)]
    asked = next((j for name, j in behind if name in ("to", "on", "upon", "with")), None)
    if asked is not None or sentence.tokens[v].dep != "xcomp":
        return asked
    return next((j for name, j in behind if name == "for"), None)  # "called for the party to be barred"


def _modified(sentence: Sentence, v: int, depth: int) -> tuple[int, ...]:
    """The subject of a clause that hangs on a noun: the noun, or whose it is ("Kenya's plan to attack")."""
    token = sentence.tokens[v]
    if token.tag in ("VB", "TO") or any(sentence.tokens[k].tag == "TO" for k in token.children):
        return _owner(sentence, token.head, depth)
    if any(sentence.tokens[k].dep == "dobj" and sentence.tokens[k].tag in ("WDT", "WP") for k in token.children):
        return ()
    if token.tag != "VBG" or is_agent(sentence, token.head) or _is_aside(sentence, token.head):
        return (token.head,)
    return _owner(sentence, token.head, depth) or (token.head,)


def _is_aside(sentence: Sentence, noun: int) -> bool:
    """Whether a noun only tells the time or cause of its clause: in "ousted him after protests demanding it" they demand."""
    head = sentence.tokens[sentence.tokens[noun].head]
    return sentence.tokens[noun].dep == "pobj" and head.text.lower() in ASIDE


def _object_controller(sentence: Sentence, v: int) -> int | None:
    """The object of the governing verb, where it is the one who acts ("urged Kenya to", "called on Kenya to")."""
    head = sentence.tokens[sentence.tokens[v].head]
    rule = operators().get(head.lemma.lower())
    objects = [k for k in head.children if sentence.tokens[k].dep in ("dobj", "dative")]
    if objects and (is_agent(sentence, objects[0]) if rule is None else rule.control == "object"):
        return objects[0]
    return asked_party(sentence, v)


def _inherited(sentence: Sentence, v: int, depth: int) -> tuple[int, ...]:
    """The subject that a clause without one of its own shares with what it hangs on."""
    token = sentence.tokens[v]
    head = sentence.tokens[token.head]
    if head.pos in ("NOUN", "PROPN"):
        return _owner(sentence, token.head, depth)
    if head.pos not in ("VERB", "AUX"):
        return subjects_of(sentence, token.head, depth) if head.pos == "ADJ" else ()
    if (above := _finite_above(sentence, v)) is not None:
        return subjects_of(sentence, above, depth)
    if token.dep == "advcl" and token.tag == "VBG" and token.lemma.lower() in UNDERGONE:
        said = [k for k in head.children if sentence.tokens[k].dep == "ccomp" and token.head < k < v]
        if said:  # "said that jets hit the camp, killing ten"
            return subjects_of(sentence, said[-1], depth)
    if token.dep == "conj" and token.tag in ("VBZ", "VBP", "VBD") and head.head != token.head:
        infinite = head.tag == "VB" and _has(sentence, token.head, "aux") and sentence.tokens[head.head].pos == "VERB"
        if has_modal(sentence, token.head) or (infinite and token.tag != "VBP"):
            return subjects_of(sentence, head.head, depth)
    if token.dep == "conj" and token.tag in ("VBZ", "VBD") and (teller := _teller(sentence, token.head)) is not None:
        return subjects_of(sentence, teller, depth)
    told = head.dep == "ccomp" and sentence.tokens[head.head].pos == "VERB" and is_passive(sentence, token.head)
    if token.dep == "conj" and told and _has(sentence, v, "dobj") and not _has(sentence, v, "aux"):
        return subjects_of(sentence, head.head, depth)  # "Chad said that two were killed and condemned the raid"
    if token.dep == "conj" and token.tag == "VBN" and not _has(sentence, v, "aux"):
        return subjects_of(sentence, token.head, depth)
    return _active_subjects(sentence, token.head, token.dep, depth)


def _teller(sentence: Sentence, v: int) -> int | None:
    """The verb of saying above a bare verb with a subject of its own, which no finite verb can go on from: "said it was vital that
    Chad stop and called for talks"."""
    token = sentence.tokens[v]
    subject = next((sentence.tokens[k].tag for k in token.children if sentence.tokens[k].dep == "nsubj"), "")
    bare = token.tag == "VB" or (token.tag == "VBP" and subject in ("NN", "NNP"))
    if not subject or not bare or token.dep != "ccomp" or _has(sentence, v, "aux"):
        return None
    above = token.head
    while sentence.tokens[above].dep in ("ccomp", "prep", "pobj", "attr", "acomp", "acl") and sentence.tokens[above].lemma != "say":
        above = sentence.tokens[above].head
    return above if sentence.tokens[above].pos == "VERB" else None


def _finite_above(sentence: Sentence, v: int) -> int | None:
    """The verb that a finite verb really goes on from, where the parser joins it to a gerund behind a preposition, which no finite
    verb can follow: "accused Niger of arming rebels and expelled its envoy"."""
    token = sentence.tokens[v]
    gerund = sentence.tokens[token.head]
    if token.dep != "conj" or token.tag not in ("VBZ", "VBP", "VBD") or gerund.tag != "VBG" or gerund.dep != "pcomp":
        return None
    above = sentence.tokens[gerund.head].head
    return above if sentence.tokens[above].pos == "VERB" and above < token.head else None


def _active_subjects(sentence: Sentence, governor: int, dep: str, depth: int) -> tuple[int, ...]:
    """The one who acts in the governing clause; of a passive ("was invited to attend", "is expected to") its subject."""
    if dep == "advcl" and is_passive(sentence, governor):
        agents = [j for k in sentence.tokens[governor].children if sentence.tokens[k].dep == "agent"
                  for _, j in prep_objects(sentence, k)]  # fmt: skip
        if agents:
            return tuple(agents)
        above = sentence.tokens[governor].head
        if above != governor and sentence.tokens[above].pos == "VERB":
            return subjects_of(sentence, above, depth)
    return subjects_of(sentence, governor, depth)


def _governor_subjects(sentence: Sentence, prep: int, depth: int) -> tuple[int, ...]:
    """Subject of "by seizing", "after attacking", "accused X of seizing" through the preposition's head."""
    head = sentence.tokens[prep].head
    token = sentence.tokens[head]
    if token.pos in ("VERB", "AUX"):
        rule = operators().get(token.lemma.lower())
        objects = [k for k in token.children if sentence.tokens[k].dep in ("dobj", "nsubjpass")]
        name = sentence.tokens[prep].text.lower()
        kept = name == "from" or (name == "for" and _is_verdict(token.lemma.lower()))
        if objects and (kept or (rule is not None and rule.control == "object")):
            return (objects[0],)
        return _active_subjects(sentence, head, "advcl", depth)
    if token.lemma.lower() in CHARGES and token.dep == "pobj" and sentence.tokens[sentence.tokens[token.head].head].pos == "VERB":
        tried = sentence.tokens[sentence.tokens[token.head].head]  # "arrested two men on charges of spying"
        suspects = [k for k in tried.children if sentence.tokens[k].dep in ("dobj", "nsubjpass")]
        if suspects:
            return (suspects[0],)
    return _owner(sentence, head, depth)


def _is_verdict(lemma: str) -> bool:
    """Whether a verb praises, blames or punishes: what stands behind its "for" is what its object did."""
    bare = next((f for f in frames().get((lemma, False), ()) if not f.objects and not f.particle), None)
    return bare is not None and bare.type in VERDICTS


def _owner(sentence: Sentence, noun: int, depth: int) -> tuple[int, ...]:
    """Who has the "decision", "plan" or "threat" that an infinitive hangs on: its owner, else the subject of its clause."""
    for k in sentence.tokens[noun].children:
        if sentence.tokens[k].dep == "poss":
            return (k,)
        if sentence.tokens[k].dep == "prep" and sentence.tokens[k].text.lower() == "by":
            return tuple(j for _, j in prep_objects(sentence, k))
    head = sentence.tokens[noun].head
    if head == noun or depth > DEEPEST:
        return ()
    if sentence.tokens[head].pos in ("VERB", "AUX"):
        return subjects_of(sentence, head, depth + 1)
    return ()


def is_indicative(sentence: Sentence, v: int) -> bool:
    """Whether a clause says what is ("insisted that it had hit camps"), not what should be."""
    token = sentence.tokens[v]
    auxiliaries = [sentence.tokens[k] for k in token.children if sentence.tokens[k].dep in ("aux", "auxpass")]
    return token.tag in ("VBD", "VBZ") or any(t.tag in ("VBD", "VBZ", "VBP") or t.lemma == "will" for t in auxiliaries)


def has_to(sentence: Sentence, v: int) -> bool:
    """Whether a verb is a "to" infinitive; the "to" of "to which they object" makes none."""
    return any(sentence.tokens[k].tag == "TO" and sentence.tokens[k].dep != "prep" for k in sentence.tokens[v].children)


def has_modal(sentence: Sentence, i: int) -> bool:
    return any(sentence.tokens[k].tag == "MD" for k in sentence.tokens[i].children)


def _has(sentence: Sentence, i: int, dep: str) -> bool:
    return any(sentence.tokens[k].dep == dep for k in sentence.tokens[i].children)
