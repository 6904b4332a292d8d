"""Sentence -> Act: each verb or event noun that evokes a frame, with who acts and on whom."""

from __future__ import annotations

from dataclasses import replace

from ..records import EventType, Sentence, Status
from ..sentences.trees import subtree
from .agents import expand, is_agent, party
from .endings import ended
from .frames import Frame, is_class, match_frame, operators
from .nominals import Act, frame_of_noun, is_noun, is_time, noun_act, noun_actors, noun_preps, parties
from .objects import object_words
from .roles import UNDERGONE, Arguments, is_indicative, named_by, subjects_of, verb_arguments
from .views import finer_code

# Types whose recipient may be a thing ("burned the flag"); elsewhere a thing is only what the act is about.
# Verbs that lend a noun their subject, tense and negation and add nothing to its meaning ("carried out a raid").
HARMFUL = {EventType.ASSAULT, EventType.COERCE, EventType.AID, EventType.RETREAT}
LIGHT = set(
    "launch hold carry conduct make have stage impose issue give offer provide send mount wage undertake perform begin start "
    "continue resume open deliver commit unleash initiate intensify escalate step express convey announce order face suffer do "
    "lead perpetrate pursue execute lodge file raise see extend renew complete take engage".split()
)
PEACEKEEPING = {"peacekeeping", "peacekeeper"}
WISHES = {"want", "wish"}
CLAIMING = {"insist", "suggest"}
INVERTED = {"face", "suffer", "endure", "undergo", "sustain", "receive", "experience", "see"}
GENERIC = ("against", "on", "with", "to", "dative", "toward", "towards", "at", "from", "for", "into", "over", "about")
VIOLENT = {EventType.ASSAULT, EventType.COERCE}
# With whom one talks, agrees and works; "on migrants" only says on what.
PARTNERS = ("with", "to", "dative", "toward", "towards", "between")
GOVERNING = {EventType.AGREE, EventType.REJECT, EventType.THREATEN, EventType.REQUEST}
MODES = {
    **dict.fromkeys((EventType.AID, EventType.COOPERATE), "assist"),
    **dict.fromkeys((EventType.CONCEDE, EventType.RETREAT), "yield"),
    EventType.CONSULT: "meet",
}
SPOKEN = {EventType.STATEMENT, EventType.POSITION}
SWORN = {"vow", "swear", "threaten"}  # a promise of harm is a threat, by these words also where the harm is a move of troops
PLEDGED = {"promise", "pledge", "undertake", *SWORN}
TALKING = {EventType.CONSULT, EventType.AGREE, EventType.SUPPORT, EventType.COOPERATE}
HARM = {EventType.ASSAULT, EventType.COERCE, EventType.SANCTION}
RECIPROCAL = {EventType.CONSULT, EventType.COOPERATE, EventType.SUPPORT, EventType.AGREE, EventType.ASSAULT}
MUTUAL = set(
    "meet talk confer negotiate clash cooperate collaborate sign agree discuss hold gather fight trade resume begin launch "
    "conclude reach exchange restore establish normalize convene start speak conduct".split()
)


def find_acts(sentence: Sentence) -> list[Act]:
    """The acts of a sentence in the order of its words, those without event type among them (they consume their nouns)."""
    acts: list[Act] = []
    consumed: set[int] = set()
    for i, token in enumerate(sentence.tokens):
        if is_noun(sentence, i):
            continue
        verbal = token.pos == "VERB" or (token.pos in ("NOUN", "PROPN", "ADJ", "ADV") and token.tag.startswith("VB"))
        if verbal and i not in consumed:
            act = _verb_act(sentence, i)
            if act is not None:
                acts.append(act)
                consumed.update(act.consumed)
    for i, token in enumerate(sentence.tokens):
        if i not in consumed and (is_noun(sentence, i) or (token.pos == "PROPN" and token.entity not in ("PERSON", "GPE"))):
            act = noun_act(sentence, i)
            if act is not None:
                acts.append(act)
    acts = [ended(sentence, act) for act in acts]
    return _completed(sentence, sorted(acts, key=lambda a: a.token))


def _completed(sentence: Sentence, acts: list[Act]) -> list[Act]:
    """Acts that govern another act ("refused to condemn Russia") and have no recipient share its recipient."""
    by_token = {a.token: a for a in acts}
    out = []
    for act in acts:
        if _is_told_by_complement(sentence, act, by_token) or _repeats(sentence, act, by_token):
            continue
        if act.frame.type in GOVERNING and not act.frame.noun and not act.recipients and "-" not in act.frame.recipient:
            below = [
                by_token[k] for k in sentence.tokens[act.token].children if k in by_token and sentence.tokens[k].dep == "xcomp"
            ]
            shared = next((b.recipients for b in below if b.recipients), ())
            act = replace(act, recipients=tuple(i for i in shared if i not in act.actors))
        out.append(_refined(sentence, _threatening(sentence, act, by_token), by_token))
    return out


def _threatening(sentence: Sentence, act: Act, by_token: dict[int, Act]) -> Act:
    """A promise to harm is a threat: "vowed to shoot down the aircraft"."""
    lemma = sentence.tokens[act.token].lemma.lower()
    if act.frame.type is not EventType.AGREE or lemma not in PLEDGED or act.frame.noun:
        return act
    below = [
        by_token[k] for k in sentence.tokens[act.token].children if k in by_token and sentence.tokens[k].dep in ("xcomp", "ccomp")
    ]
    harms = HARM | {EventType.MOBILIZE} if lemma in SWORN else HARM | {EventType.THREATEN}
    if not any(b.frame.type in harms and set(b.actors) & set(act.actors) and not _is_negated(sentence, b.token) for b in below):
        return act
    return replace(act, frame=replace(act.frame, type=EventType.THREATEN, mode=None, cameo="130"))


def _is_negated(sentence: Sentence, v: int) -> bool:
    return any(sentence.tokens[k].dep == "neg" for k in sentence.tokens[v].children)


def _repeats(sentence: Sentence, act: Act, by_token: dict[int, Act]) -> bool:
    """Whether an infinitive only says what a meeting was for: "met to discuss trade"."""
    token = sentence.tokens[act.token]
    above = by_token.get(token.head) if token.dep in ("advcl", "xcomp") and token.tag == "VB" else None
    return above is not None and act.frame.type is above.frame.type is EventType.CONSULT and set(act.actors) <= set(above.actors)


def _is_told_by_complement(sentence: Sentence, act: Act, by_token: dict[int, Act]) -> bool:
    """Whether a refusal is the same as its complement's act, which is then a refused one: "refused to condemn Russia"."""
    token = sentence.tokens[act.token]
    operator = operators().get(token.lemma.lower())
    failed = token.lemma.lower() == "fail"  # of what two sides failed to do together neither is said to have refused it
    if act.frame.type is not EventType.REJECT or act.frame.noun or operator is None:
        return False
    if operator.status is not Status.REFUSED and not failed:
        return False
    below = [b for k in token.children if sentence.tokens[k].dep == "xcomp" and (b := by_token.get(k)) is not None and b.actors]
    return any(b.frame.type in TALKING if failed else b.frame.type not in (None, *SPOKEN) for b in below)


def _refined(sentence: Sentence, act: Act, by_token: dict[int, Act]) -> Act:
    """An agreement, request, refusal or threat with the code of its matter: what the clause or noun that it governs tells."""
    kind, code = act.frame.type, act.frame.cameo
    if kind not in GOVERNING or kind is None or code is None:
        return act
    for k in (*sentence.tokens[act.token].children, *act.consumed):
        t = sentence.tokens[k]
        below = by_token.get(k) if t.dep in ("xcomp", "ccomp") else None
        frame = below.frame if below is not None else frame_of_noun(sentence, k) if t.dep == "dobj" else None
        if frame is not None and frame.type is not None and (finer := finer_code(kind, code, frame.type)) != code:
            mode = act.frame.mode or (MODES.get(frame.type) if kind in (EventType.REQUEST, EventType.REJECT) else None)
            return replace(act, frame=replace(act.frame, cameo=finer, mode=mode))
    return act


def _verb_act(sentence: Sentence, v: int) -> Act | None:
    if named_by(sentence, v) is not None:
        return None  # "what it called a provocation" only hedges the word
    lemma = sentence.tokens[v].lemma.lower()
    arguments = verb_arguments(sentence, v)
    heads, modifiers, nouns = object_words(sentence, arguments)
    governed: dict[str, set[str]] = {}
    for name, j in arguments.preps:
        governed.setdefault(name, set()).add(sentence.tokens[j].lemma.lower())
    matched = match_frame(lemma, arguments.particles, heads, modifiers, governed)
    if lemma in LIGHT and (matched is None or matched[1] < 4):
        light = _light_act(sentence, v, arguments, lemma)
        if light is not None:
            return light
    if matched is None or (matched[0].cameo == "010" and arguments.passive):
        return None
    if lemma == "ask" and any(_is_question(sentence, i) for i in arguments.complements):
        matched = match_frame("say", (), (), (), {})
    if matched is None:
        return None
    if lemma in CLAIMING and any(is_indicative(sentence, i) for i in arguments.complements):
        return None  # "insists that it complies" asks for nothing
    if lemma in WISHES and not any(_own_subject(sentence, i) for i in arguments.complements) and not arguments.objects:
        return None  # "wants to attack" asks nobody: the attack itself is what is planned
    frame, fit = matched
    given = frame.particle and "o" in frame.recipient  # "provided Kenya with arms": the object is whom it is done to
    taken = [j for name, j in arguments.preps if name == frame.particle] if given else nouns
    consumed = tuple(taken) if fit >= 2 or frame.type is None else ()
    spoken = tuple(i for i in arguments.complements if f"~{sentence.tokens[i].lemma.lower()}" in frame.objects)
    if frame.cameo == "010" and any(_obliges(sentence, i) for i in arguments.complements):
        frame = replace(frame, type=EventType.REQUEST, cameo="100", recipient=("c",))
    frame, noun = _sharpen(sentence, frame, consumed)
    if frame.type is EventType.MOBILIZE and _speaks_of(sentence, v, PEACEKEEPING):
        frame = replace(frame, type=EventType.AID, mode=None, cameo="074")
    act = Act(v, v, (v, *((noun,) if noun is not None else ())), frame, fit, (), (), False, consumed)
    act = _with_roles(sentence, act, arguments, lemma)
    act = replace(act, consumed=(*act.consumed, *spoken))
    alone = not act.reciprocal and not any(is_agent(sentence, i) for i in act.recipients)
    if "*" not in frame.recipient or not alone:
        return act
    if frame.type is not EventType.CONSULT:
        return None
    return replace(act, frame=replace(frame, type=EventType.STATEMENT, mode=None, cameo="010"))  # "spoke in Rome"


def _is_question(sentence: Sentence, v: int) -> bool:
    """Whether a clause is what somebody would know ("asked whether he knew"), not what he would have done."""
    openers = [sentence.tokens[k] for k in sentence.tokens[v].children if k < v]
    return any(t.text.lower() in ("whether", "if") or t.tag in ("WRB", "WP", "WDT") for t in openers)


def _own_subject(sentence: Sentence, v: int) -> bool:
    return any(sentence.tokens[k].dep in ("nsubj", "nsubjpass") for k in sentence.tokens[v].children)


def _obliges(sentence: Sentence, i: int) -> bool:
    """Whether a clause says what somebody must do ("said that all sides should lay down their arms")."""
    return any(
        sentence.tokens[k].text.lower() in ("must", "should") and sentence.tokens[k].dep == "aux"
        for k in sentence.tokens[i].children
    )


def _speaks_of(sentence: Sentence, v: int, lemmas: set[str]) -> bool:
    return any(sentence.tokens[i].lemma.lower() in lemmas for i in subtree(sentence, v, without=("relcl", "conj", "advcl")))


def _sharpen(sentence: Sentence, frame: Frame, consumed: tuple[int, ...]) -> tuple[Frame, int | None]:
    """Mode and CAMEO code of the consumed noun where the noun knows more ("carried out an air strike")."""
    for i in consumed:
        inner = frame_of_noun(sentence, i)
        if inner is not None and inner.type is frame.type:
            if inner.mode and (not frame.mode or " " in inner.lemma):
                return replace(frame, mode=inner.mode, cameo=inner.cameo), i
            return frame, i
    named = consumed and sentence.tokens[consumed[0]].pos == "PROPN"  # "called on Lula": he is no part of the words
    return frame, (consumed[0] if consumed and not named else None)


def _light_act(sentence: Sentence, v: int, arguments: Arguments, lemma: str) -> Act | None:
    for i in arguments.objects:
        if lemma == "do" and i < v and sentence.tokens[i].dep != "nsubjpass":
            continue  # "the source of the shooting, which she refused to do"
        for noun in (i, *expand(sentence, i)[:4]):
            frame = frame_of_noun(sentence, noun)
            if frame is None:
                continue
            act = Act(v, v, (v, noun), frame, 3, (), (), False, (noun,))
            if lemma in INVERTED or (lemma == "have" and frame.type is EventType.SUPPORT):
                return replace(act, actors=tuple(party(sentence, noun)), recipients=parties(sentence, arguments.subjects))
            return _with_roles(sentence, act, arguments, lemma)
    return None


def _givers(sentence: Sentence, heads: tuple[int, ...]) -> tuple[int, ...]:
    """Who acts where the subject is an event itself ("the bombing of X by Y killed ten"): the one who did that."""
    out: list[int] = []
    for i in heads:
        frame = None if is_agent(sentence, i) else frame_of_noun(sentence, i)
        if frame is None or frame.type is None:
            out += party(sentence, i, giver=True)
        else:
            out += noun_actors(sentence, i, noun_preps(sentence, i), "of" not in frame.recipient)
    return tuple(dict.fromkeys(out))


def _with_roles(sentence: Sentence, act: Act, arguments: Arguments, lemma: str) -> Act:
    """Fills actors and recipients from the arguments as the frame says, then from what usually holds them."""
    if act.frame.type is None:
        return act
    preps = list(arguments.preps)
    for i in dict.fromkeys((*arguments.objects, *act.consumed)):
        preps += noun_preps(sentence, i)
    if "s" in act.frame.recipient:
        givers = tuple(j for name, j in preps if name in ("from", "by"))
        owners = parties(sentence, tuple(i for i in arguments.objects))
        return replace(act, actors=parties(sentence, givers) or owners, recipients=parties(sentence, arguments.subjects))
    actors = _givers(sentence, arguments.subjects)
    if arguments.passive and not actors and act.frame.type in VIOLENT:
        actors = _givers(sentence, tuple(j for name, j in preps if name in ("in", "during", "from") and _is_violent(sentence, j)))
    if arguments.passive and not actors and act.frame.type is EventType.MOBILIZE:
        actors = parties(sentence, arguments.objects)  # "the army was sent in"
    if actors:
        named = [i for name, j in preps if name == "including" for i in expand(sentence, j) if is_agent(sentence, i)]
        actors = tuple(dict.fromkeys((*actors, *named)))
    between = tuple(j for name, j in preps if name == "between")
    recipients = () if between and not actors else _recipients(sentence, act, arguments, preps, set(actors))
    if not recipients and between:
        pair = parties(sentence, between)
        if not actors and arguments.passive and act.frame.type in HARMFUL:
            return replace(act, recipients=pair)  # "flights between A and B were cut"
        if actors and not set(actors) & set(pair):
            return replace(act, actors=actors, recipients=pair)
        return replace(act, actors=pair, recipients=(), reciprocal=len(pair) > 1)
    if act.frame.type is EventType.MOBILIZE and any(sentence.tokens[i].lemma.lower() in PEACEKEEPING for i in actors):
        act = replace(act, frame=replace(act.frame, type=EventType.AID, mode=None, cameo="074"))
    shared = len(actors) > 1 or any(name == "with" for name, _ in preps) or _are_joint(sentence, act.consumed)
    if act.frame.cameo == "152" and shared:
        act = replace(act, frame=replace(act.frame, type=EventType.COOPERATE, mode=None, cameo="062"))
    if act.frame.cameo == "141" and actors and all(sentence.tokens[i].entity in ("GPE", "ORG", "PERSON") for i in actors):
        act = replace(act, frame=replace(act.frame, type=EventType.ACCUSE, mode="disapprove", cameo="111"))
    mutual = (
        len(actors) > 1
        and not recipients
        and ((act.frame.type in RECIPROCAL and lemma in MUTUAL) or _is_theirs(sentence, arguments))
    )
    return replace(act, actors=actors, recipients=recipients, reciprocal=mutual)


def act_of_verb(sentence: Sentence, v: int, frame: Frame, fit: int) -> Act:
    """The act of a verb by a given frame, with whoever its arguments and the frame name."""
    lemma = sentence.tokens[v].lemma.lower()
    return _with_roles(sentence, Act(v, v, (v,), frame, fit, (), (), False), verb_arguments(sentence, v), lemma)


def _are_joint(sentence: Sentence, nouns: tuple[int, ...]) -> bool:
    return any(sentence.tokens[k].lemma.lower() == "joint" for i in nouns for k in sentence.tokens[i].children)


def _is_violent(sentence: Sentence, i: int) -> bool:
    """Whether a noun names violence itself: killed "in Israeli shelling"."""
    frame = frame_of_noun(sentence, i)
    return frame is not None and frame.type in VIOLENT


def _is_theirs(sentence: Sentence, arguments: Arguments) -> bool:
    """Whether the object is what several have in common: "their meeting", "diplomatic ties"."""
    return any(
        is_class(sentence.tokens[i].lemma.lower(), "tie")
        or (
            is_class(sentence.tokens[i].lemma.lower(), "talks")
            and any(sentence.tokens[k].text.lower() == "their" for k in sentence.tokens[i].children)
        )
        for i in arguments.objects
    )


def _recipients(
    sentence: Sentence, act: Act, arguments: Arguments, preps: list[tuple[str, int]], actors: set[int]
) -> tuple[int, ...]:
    wanted = act.frame.recipient
    if "-" in wanted:
        return ()
    closed = "!" in wanted or act.frame.type in SPOKEN
    usual = PARTNERS if act.frame.type in TALKING else GENERIC
    for place in wanted if closed else (*wanted, *usual):
        heads: tuple[int, ...]
        if place == "o":
            heads = tuple(i for i in arguments.objects if i not in act.consumed or is_agent(sentence, i))
        elif place == "c":
            heads = tuple(j for i in arguments.complements for j in subjects_of(sentence, i))
        elif place == "p":
            heads = tuple(arguments.objects)
        else:
            heads = tuple(j for name, j in preps if name == place and not is_time(sentence, j) and (name != "in" or j > act.token))
        found = tuple(i for i in parties(sentence, heads) if i not in actors)
        if found:
            return found
    if act.frame.type in HARMFUL:
        for place in (p for p in wanted if p not in ("in", "to", "from", "for")):
            things = arguments.objects if place == "o" else tuple(j for name, j in preps if name == place)
            found = tuple(
                i for i in parties(sentence, things, agentless=True) if i not in actors and (place == "o" or i not in act.consumed)
            )
            if found:
                return tuple(i for i in found if _can_suffer(sentence, act.token, i) and not is_time(sentence, i))
    return ()


def _can_suffer(sentence: Sentence, v: int, i: int) -> bool:
    """Whether something without will can be what a verb is done to: a noun, or how many people ("killed six")."""
    counted = sentence.tokens[i].pos == "NUM" and i > v and sentence.tokens[v].lemma.lower() in UNDERGONE
    return counted or sentence.tokens[i].pos in ("NOUN", "PROPN")
