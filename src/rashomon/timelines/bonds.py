"""Events and noun phrases -> steps: sanctions, aid, partnerships, recognitions, agreements, memberships, conduct told of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..events.agents import party, prep_objects
from ..events.nominals import noun_preps
from ..events.roles import verb_arguments
from ..records import (
    Affair,
    Attribution,
    DefectKind,
    Event,
    EventType,
    Force,
    Mention,
    MentionKind,
    Sentence,
    Span,
    Status,
    Step,
    cover,
)
from ..sentences.trees import children, subtree
from .drafts import bounded, make_step, run
from .reports import Report
from .speeches import UNREAL
from .stances import deeds
from .tellings import principals

SANCTIONS = set("sanction embargo tariff blacklist ban freeze boycott expel restriction restrict duty visa asset".split())
PARTNERS = set("cooperate cooperation work partner partnership alliance ally tie collaborate collaboration".split())
HELP = set(
    "aid assistance assist help supply deliver send provide give donate grant weapon arm money loan fund finance equip train "
    "support relief equipment ammunition missile tank food medicine".split()
)
AGREEMENTS = {"agreement", "treaty", "accord", "pact", "protocol", "memorandum", "deal", "convention"}
IMPOSED = {"impose", "introduce", "levy", "adopt", "slap", "announce"}
SIGNED = {"sign", "conclude", "reach", "broker", "strike"}
CONDUCT = {
    EventType.ASSAULT: "is said to use force",
    EventType.COERCE: "is said to use pressure",
    EventType.MOBILIZE: "is said to mobilise",
}
ALLEGED = {Status.DONE, Status.ONGOING, Status.ALLEGED, Status.DENIED}
FORMS = {
    Affair.SANCTION: ("sanctions", "sanction", "sanctioned"),
    Affair.AID: ("aids", "aid", "aided"),
    Affair.PARTNERSHIP: ("works with", "work with", "worked with"),
}
ALLEGING = {Force.ACCUSE, Force.CLAIM, Force.REPORT, Force.BELIEVE}
REAL = {Status.DONE, Status.ONGOING, Status.ALLEGED, Status.DENIED, Status.NOT_DONE, Status.REFUSED, Status.PLANNED}


def bond_steps(report: Report) -> Iterator[Step]:
    """Steps that events and noun phrases of the running text are."""
    for event in report.events:
        if report.plain(event.sentence) and (step := _of_event(report, event)) is not None:
            yield step
    for sentence in report.sentences:
        if report.plain(sentence.index):
            for i, token in enumerate(sentence.tokens):
                if token.pos in ("NOUN", "PROPN"):
                    yield from _of_noun(report, sentence, i)
    yield from _claimed(report)


def _of_event(report: Report, event: Event) -> Step | None:
    sentence = report.sentence(event.sentence)
    actors, recipients = report.parties(event.actors), report.parties(event.recipients)
    around = [a for a in report.chains.around(event.trigger[0], event.sentence) if a.id != event.speech]
    if not actors or (event.speech is not None and not (event.type.quad or "").startswith("M")):  # "sanctioned" is no speech
        return None
    chain = [a for a in around if a.force not in UNREAL]
    if len(chain) < len(around) and event.status not in (Status.DONE, Status.ONGOING, Status.ALLEGED):
        granted = _granted(sentence, event)
        if not granted:
            return None
    affair = _affair(sentence, event)
    status = event.clause_status if _granted(sentence, event) else event.status
    if affair is Affair.PARTNERSHIP and event.status not in (Status.DONE, Status.ONGOING):
        return None
    if affair is not None:
        if not recipients or status not in REAL or not set(principals(recipients)) - set(actors):
            return None
        stance = _called(affair, status)
        return _step(report, event, affair, stance, actors, recipients, chain, status, None)
    told = CONDUCT.get(event.type)
    if told is None or not chain or len(chain) < len(around) or event.status not in ALLEGED or report.own(actors, chain):
        return None
    if not _says(sentence, event) and not (set(recipients) - set(actors) and any(a.force in ALLEGING for a in chain)):
        return None
    return _step(report, event, Affair.CONDUCT, told, actors, recipients, chain, event.status, False)


def _says(sentence: Sentence, event: Event) -> bool:
    """Whether a clause says what was done: not a noun ("the launch by X"), nor what the words take for granted ("the girls whom X
    seized")."""
    first = next((t for t in sentence.tokens if event.trigger[0].holds(t.span)), None)
    return first is not None and first.pos == "VERB" and first.dep not in ("acl", "relcl", "amod", "compound")


def _step(
    report: Report,
    event: Event,
    affair: Affair,
    stance: str,
    actors: Sequence[str],
    recipients: Sequence[str],
    chain: Sequence[Attribution],
    status: Status,
    own: bool | None,
) -> Step:
    return make_step(
        report, event.sentence, affair, stance, actors, chain, span=event.span, counterparts=recipients, status=status,
        matter=_thing(report, event), when=event.when, due=report.due(event.span) if status is Status.PLANNED else None,
        place=event.place, condition=event.condition, events=(event,), own=own, rule=event.rule, score=event.score,
    )  # fmt: skip


def _granted(sentence: Sentence, event: Event) -> bool:
    """Whether the act stands in a relative or participial clause, which whoever speaks takes for given: "rejects the sanctions
    that X imposed"."""
    inside = [i for i, t in enumerate(sentence.tokens) if any(s.holds(t.span) for s in event.trigger)]
    return any(sentence.tokens[i].dep in ("relcl", "acl") for i in inside)


def _lemmas(sentence: Sentence, event: Event) -> set[str]:
    return {t.lemma.lower() for t in sentence.tokens if any(s.holds(t.span) for s in event.trigger)}


def _affair(sentence: Sentence, event: Event) -> Affair | None:
    """The affair of an event whose own words bear it out."""
    words = _lemmas(sentence, event)
    common = {t.lemma.lower() for t in sentence.tokens if t.pos != "PROPN" and any(s.holds(t.span) for s in event.trigger)}
    near = {t.lemma.lower() for t in sentence.tokens if event.span.holds(t.span)} | words
    if event.type is EventType.SANCTION and near & SANCTIONS:
        told = {d.affair for lemma in words for d in deeds().get(lemma, ())}  # "lifts", "expels": told by the verb
        return None if told & {Affair.ACT, Affair.SANCTION} else Affair.SANCTION
    if event.type is EventType.AID and near & HELP:
        return Affair.AID
    if event.type in (EventType.COOPERATE, EventType.SUPPORT) and common & PARTNERS:
        return Affair.PARTNERSHIP
    return None


def _called(affair: Affair, status: Status) -> str:
    does, base, done = FORMS[affair]
    return {
        Status.NOT_DONE: f"has not {done}",
        Status.REFUSED: f"will not {base}",
        Status.PLANNED: f"plans to {base}",
    }.get(status, does)


def _thing(report: Report, event: Event) -> Span:
    """What an event is about: its noun with what hangs on it, else its verb with all that follows in its clause."""
    sentence, inside = report.tokens(event.span)
    trigger = [i for i in inside if any(s.holds(sentence.tokens[i].span) for s in event.trigger)]
    nouns = [i for i in trigger if sentence.tokens[i].pos == "NOUN"]
    if nouns:
        return run(sentence, subtree(sentence, nouns[-1], without=("relcl", "acl", "conj", "cc"))) or event.span
    below = [i for v in trigger[:1] for i in subtree(sentence, v, without=("conj", "cc", "relcl")) if i >= v]
    return run(sentence, bounded(sentence, below)) or event.span


# -- nouns ---------------------------------------------------------------------------------------------------------------


def _of_noun(report: Report, sentence: Sentence, i: int) -> Iterator[Step]:
    lemma = sentence.tokens[i].lemma.lower()
    if lemma == "recognition":
        yield from _recognition(report, sentence, i)
    elif lemma in ("sanction", "embargo", "tariff"):
        yield from _sanctions(report, sentence, i)
    elif lemma in AGREEMENTS or lemma.rstrip("s") in AGREEMENTS:
        yield from _agreement(report, sentence, i)


def _recognition(report: Report, sentence: Sentence, i: int) -> Iterator[Step]:
    owners = children(sentence, i, "poss") + [j for name, j in noun_preps(sentence, i) if name == "by"]
    recognised = [j for name, j in noun_preps(sentence, i) if name == "of"]
    actors = report.named(sentence, [k for o in owners for k in party(sentence, o)])
    of = report.named(sentence, [k for r in recognised for k in party(sentence, r, agentless=True)])
    of = tuple(a for a in of if a.startswith(("iso3:", "group:")))
    chain = [a for a in report.chains.around(sentence.tokens[i].span, sentence.index) if a.force not in UNREAL]
    if actors and of:
        span = cover([sentence.tokens[k].span for k in subtree(sentence, i, without=("relcl", "conj", "cc"))])
        matter = run(sentence, [k for r in recognised for k in subtree(sentence, r, without=("relcl",))])
        yield make_step(report, sentence.index, Affair.RECOGNITION, "recognises", actors, chain, span=span, counterparts=of,
                        matter=matter, rule="noun recognition", score=0.8)  # fmt: skip


def _sanctions(report: Report, sentence: Sentence, i: int) -> Iterator[Step]:
    """ "Sanctions imposed on X by Y", "sanctions that Y imposed on X", where no event tells of them."""
    told = any(e.type is EventType.SANCTION for e in report.events_in(sentence))
    imposing = [k for k in children(sentence, i, "acl", "relcl") if sentence.tokens[k].lemma.lower() in IMPOSED]
    if told or not imposing:
        return
    arguments = verb_arguments(sentence, imposing[0])
    actors = report.named(sentence, [k for s in arguments.subjects for k in party(sentence, s)])
    targets = [j for name, j in arguments.preps if name in ("on", "against", "upon")]
    against = report.named(sentence, [k for t in targets for k in party(sentence, t)])
    chain = [a for a in report.chains.around(sentence.tokens[i].span, sentence.index) if a.force not in UNREAL]
    if actors and against:
        matter = run(sentence, subtree(sentence, i, without=("acl", "relcl", "conj", "cc")))
        span = cover([sentence.tokens[k].span for k in subtree(sentence, i, without=("conj", "cc"))])
        yield make_step(report, sentence.index, Affair.SANCTION, "sanctions", actors, chain, span=span, counterparts=against,
                        matter=matter, rule="noun sanctions", score=0.8)  # fmt: skip


def _agreement(report: Report, sentence: Sentence, i: int) -> Iterator[Step]:
    """An agreement with a name of its own, or one that is said to be signed: "the Minsk agreements signed in 2014"."""
    signing = [k for k in children(sentence, i, "acl", "relcl") if sentence.tokens[k].lemma.lower() in SIGNED]
    signing = [k for k in signing if sentence.tokens[k].dep == "acl" or not children(sentence, k, "nsubj")]
    if not signing:  # "a pact that it signed": told by the verb
        return
    named = [k for k in children(sentence, i, "compound", "amod", "nmod") if sentence.tokens[k].pos == "PROPN"]
    between = [j for name, j in noun_preps(sentence, i) if name in ("between", "with", "by")]
    agents = [
        j
        for k in signing
        for p in children(sentence, k, "agent", "prep")
        for name, j in prep_objects(sentence, p)
        if name in ("by", "between", "with")
    ]
    actors = report.named(sentence, [k for j in (*between, *agents) for k in party(sentence, j)])
    if not (named or actors):
        return
    whole = subtree(sentence, i, without=("conj", "cc"))
    span = cover([sentence.tokens[k].span for k in whole])
    clause = cover([sentence.tokens[k].span for s in signing for k in subtree(sentence, s)])
    dates = report.dates(clause) or report.dates(span)
    chain = [a for a in report.chains.around(sentence.tokens[i].span, sentence.index) if a.force not in UNREAL]
    matter = run(sentence, subtree(sentence, i, without=("acl", "relcl", "conj", "cc")))
    yield make_step(report, sentence.index, Affair.AGREEMENT, "is signed", actors, chain, span=span, matter=matter,
                    when=dates[0].when if dates else None, rule="noun agreement", score=0.75)  # fmt: skip


# -- memberships ---------------------------------------------------------------------------------------------------------


def _claimed(report: Report) -> Iterator[Step]:
    """Memberships that the text claims and the tables do not know (see actors/memberships.py)."""
    for defect in report.document.defects:
        if defect.kind is not DefectKind.WRONG_MEMBERSHIP:
            continue
        sentence, _ = report.tokens(defect.span)
        inside = sorted((m for m in report.index.inside(sentence) if defect.span.holds(m.span) and m.actors), key=lambda m: m.span)
        bodies = [m for m in inside if m.actors[0].startswith("org:")]
        if not bodies or not report.plain(sentence.index):
            continue
        body = bodies[-1] if bodies[-1] is inside[-1] else bodies[0]
        others = (a for m in inside if m is not body and _single(m) for a in m.actors)
        members = tuple(dict.fromkeys(a for a in others if a not in body.actors))
        chain = report.chains.around(inside[0].span, sentence.index)
        if members:
            yield make_step(report, sentence.index, Affair.MEMBERSHIP, "is called a member of", members, chain,
                            span=defect.span, counterparts=body.actors, matter=_name(report, body), own=False,
                            rule=defect.rule, score=0.9)  # fmt: skip


def _name(report: Report, body: Mention) -> Span:
    """The name of a body alone: "the OAS", not "other OAS member states"."""
    sentence, inside = report.tokens(body.span)
    names = [sentence.tokens[i].span for i in inside if sentence.tokens[i].pos == "PROPN"]
    return cover(names) if body.kind is not MentionKind.NAME and names else body.span


def _single(mention: Mention) -> bool:
    return len(mention.actors) == 1
