"""Verbs of the parse -> steps: who supports, opposes, joins, leaves, recognises, signs; what "will" promises; what is done."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ..events.agents import expand, is_agent, party
from ..events.nominals import is_time
from ..events.roles import Arguments, verb_arguments
from ..events.statuses import Standing, verb_standing
from ..records import Affair, Attribution, Event, EventType, Force, Sentence, Span, Status, Step, cover
from ..sentences.trees import children, subtree
from .clauses import clause_of, condition_of, has_will, is_aside, is_main, is_outside, only_talked_of, told_in
from .drafts import bounded, make_step, run
from .matters import tells
from .refusals import QUARRELS
from .reports import Report
from .sequels import MEETINGS, OCCURS, takes_part
from .speeches import LEAST, TELLING, UNREAL, is_recognition
from .stances import SENDS, Deed, deeds, outcomes

TOLD = {Status.DONE, Status.ONGOING, Status.NOT_DONE, Status.REFUSED, Status.PLANNED, Status.ALLEGED, Status.DENIED}
# Verbs of which "will" says nothing that could be kept or broken.
EMPTY = set(
    "be have need seem remain continue become know see want like think feel say tell add appear face get mean let come go "
    "include depend tend speak talk know hear find believe understand look stay live sit stand deserve".split()
)
MEETING = {EventType.CONSULT, EventType.STATEMENT, EventType.POSITION}
# What a promise, plan or meeting is called; other things that are kept or dropped are mere acts.
PLEDGES = set(
    "promise pledge commitment word obligation vow plan deal agreement treaty undertaking offer meeting summit talk session round "
    "conference visit deadline date negotiation vote election withdrawal delivery deployment shipment launch opening closure "
    "mission payment project reform construction transfer release return".split()
)
MOVED = ("puts off", "brings forward")
ACTS = {Affair.ACT, Affair.SANCTION}
ARRIVES = {"arrive", "reach", "land", "dock"}
ASKING = {"apply", "ask", "request", "bid", "petition"}
VOTES = {"resolution", "motion", "text", "vote", "draft", "proposal", "statement", "declaration", "bill", "amendment", "measure"}
UNSAID = {"sign", "ratify"}
PUBLISHES = {"publish", "release", "disclose", "issue"}  # words given out are a deed as well
ACTED = {Force.ADMIT, Force.AGREE, Force.REPORT}  # forces of words that are also done
ALLEGING = {Force.CLAIM, Force.ACCUSE, Force.BELIEVE}


def deed_steps(report: Report) -> Iterator[Step]:
    """Steps by the verbs of deeds.csv, and by "will" with a known actor."""
    for sentence in report.sentences:
        if not report.plain(sentence.index):
            continue
        for v, token in enumerate(sentence.tokens):
            if token.pos == "VERB" or (token.lemma.lower() == "be" and children(sentence, v, "acomp")):
                yield from _of_verb(report, sentence, v)


def _of_verb(report: Report, sentence: Sentence, v: int) -> Iterator[Step]:
    rows = deeds().get(sentence.tokens[v].lemma.lower(), ()) if not only_talked_of(sentence, v) else ()
    will = has_will(sentence, v)
    if not rows and not will and not is_main(sentence, v):
        return
    chain = report.chains.around(sentence.tokens[v].span, sentence.index)
    speech = report.chains.speech_at((sentence.tokens[v].span,), sentence.index)
    spoken = speech is not None and speech.force in TELLING and speech.score >= LEAST and not is_recognition(report, speech)
    said = speech is not None and not rows and not (will and speech.force in ACTED)  # "would not allow", "will publish"
    if any(a.force in UNREAL for a in chain) or spoken or said:
        return
    arguments = verb_arguments(sentence, v)
    arguments = replace(arguments, preps=tuple((name, j) for name, j in arguments.preps if not is_time(sentence, j)))
    if rows and not arguments.objects:  # "remained neutral", "remains opposed to it"
        arguments = replace(arguments, objects=tuple(children(sentence, v, "acomp")))
    deed = next((d for d in rows if _fits(report, sentence, d, arguments)), None)
    asking = _asking(sentence, v) if deed is not None and deed.stance.name == "joins" else None
    if deed is not None and asking is not None:
        deed = replace(deed, stance=next(d.stance for d in deeds()["apply"]))
    standing = verb_standing(sentence, v if asking is None else asking)
    status = _status(standing, chain)
    if deed is not None and deed.lemma == "side" and _is_none(sentence, arguments):  # "sides with nobody"
        deed, arguments = next(d for d in deeds()["be"] if d.stance.side == 0), replace(arguments, preps=())
    if _is_none(sentence, arguments):  # "will recognise no change", "suspended aid to nobody"
        status = {Status.PLANNED: Status.REFUSED, Status.DONE: Status.NOT_DONE, Status.ONGOING: Status.NOT_DONE}.get(status, status)
    planned = status is Status.PLANNED or (will and status is Status.REFUSED)  # what is to be done is a promise, whatever the verb
    if deed is not None and status in TOLD and not (planned and deed.affair in ACTS):
        step = _deed(report, sentence, v, deed, arguments, status, standing, chain)
    elif (will or (deed is not None and planned)) and status in (Status.PLANNED, Status.REFUSED, Status.CONDITIONAL):
        step = _will(report, sentence, v, arguments, status, standing, chain)
    elif not will and status is Status.DONE and sentence.tokens[v].lemma.lower() in ARRIVES and is_main(sentence, v):
        step = _arrival(report, sentence, v, arguments, status, chain)
    elif not will and status in (Status.DONE, Status.ONGOING, Status.NOT_DONE) and is_main(sentence, v):
        step = _act(report, sentence, v, arguments, status, chain)
    else:
        return
    if step is not None:
        yield step


def _is_none(sentence: Sentence, arguments: Arguments) -> bool:
    """Whether what is acted upon is nothing or nobody."""
    heads = [*arguments.objects, *(j for name, j in arguments.preps if name in ("to", "with", "for"))]
    words = {sentence.tokens[k].text.lower() for h in heads for k in (h, *sentence.tokens[h].children) if k <= h}
    return bool(words & {"no", "nobody", "none", "nothing"})


def _asking(sentence: Sentence, v: int) -> int | None:
    """The verb that asks to do it: "applied to join"."""
    token = sentence.tokens[v]
    asks = token.dep in ("xcomp", "advcl") and token.tag == "VB" and sentence.tokens[token.head].lemma.lower() in ASKING
    return token.head if asks else None


def _status(standing: Standing, chain: Sequence[Attribution]) -> Status:
    """The status by the clause; what is only claimed or believed is alleged."""
    told = standing.whole in (Status.DONE, Status.ONGOING)
    alleged = told and any(a.force in ALLEGING and not a.factive for a in chain)
    return Status.ALLEGED if alleged else standing.whole


def _fits(report: Report, sentence: Sentence, deed: Deed, arguments: Arguments) -> bool:
    governing = {name for name, _ in arguments.preps}
    if deed.particle and deed.particle not in governing | arguments.particles:
        return False
    if deed.particle and deed.affair is Affair.MEMBERSHIP and arguments.objects:  # "withdrew its complaint from the court"
        return False
    if not deed.objects:
        return bool(deed.particle) or bool(arguments.objects) or deed.lemma == "abstain"
    heads = _objects(deed, arguments)
    if not heads and deed.lemma in UNSAID:
        return report.last_of(deed.objects, sentence.span.end) is not None
    if any(_head_meant(report, sentence, h) in deed.objects for h in heads):
        return True
    if any(sentence.tokens[i].lemma.lower() in deed.objects for h in heads for i in (h, *expand(sentence, h)[:4])):
        return True
    if "#person" in deed.objects and any(a.startswith("person:") for a in report.named(sentence, heads)):
        return True
    if "#body" in deed.objects:
        return bool(report.bodies(sentence, heads))
    return "#state" in deed.objects and any(a.startswith(("iso3:", "group:")) for a in report.named(sentence, heads))


def _head_meant(report: Report, sentence: Sentence, head: int) -> str:
    """The lemma of what a lone pronoun stands for: "accepted it" after "turned the offer down"; "" of other words."""
    meant = report.meant(sentence.tokens[head].span) if sentence.tokens[head].pos == "PRON" else None
    inside = report.tokens(meant) if meant is not None else None
    return inside[0].tokens[inside[1][-1]].lemma.lower() if inside is not None and inside[1] else ""


def _objects(deed: Deed, arguments: Arguments) -> list[int]:
    if not deed.particle:
        return list(arguments.objects)
    names = {deed.particle, "of"} if deed.particle == "out" else {deed.particle}
    return [j for name, j in arguments.preps if name in names] or list(arguments.objects)


def _actors(report: Report, sentence: Sentence, arguments: Arguments) -> tuple[str, ...]:
    heads = [j for i in arguments.subjects for j in party(sentence, i, giver=True) if is_agent(sentence, i)]
    named = report.named(sentence, heads, speaking=True)
    if not named and any(sentence.tokens[i].text.lower() in ("we", "i") for i in arguments.subjects):
        around = report.chains.around(sentence.tokens[arguments.subjects[0]].span, sentence.index)
        return next((h for a in around if (h := report.holders(a))), ())
    return named


def _deed(
    report: Report,
    sentence: Sentence,
    v: int,
    deed: Deed,
    arguments: Arguments,
    status: Status,
    standing: Standing,
    chain: Sequence[Attribution],
) -> Step | None:
    actors = _actors(report, sentence, arguments)
    if not report.standing(actors):
        return None
    heads = _objects(deed, arguments) or list(arguments.complements)
    if deed.objects and heads and sentence.tokens[heads[0]].dep == "acomp":  # "neutral in the conflict": it is about the conflict
        heads = [j for i in (*heads, v) for k in children(sentence, i, "prep") if k > v for j in children(sentence, k, "pobj")]
        heads = [j for j in heads if not is_time(sentence, j)][:1]
    if deed.affair is Affair.SANCTION:  # "lifted its sanctions | on two companies"
        heads = [*heads, *(j for name, j in arguments.preps if name in ("on", "against") and j > v)]
    words = [i for h in heads for i in subtree(sentence, h, without=("relcl", "advcl"))]
    bare = [i for h in heads for i in subtree(sentence, h, without=("relcl", "acl", "advcl"))]
    if deed.stance.side == 0 and status is Status.PLANNED:  # who "would stay neutral" is
        status = Status.ONGOING
    name = {
        Status.NOT_DONE: deed.stance.denied,
        Status.DENIED: f"denies: {deed.stance.name}",
        Status.REFUSED: f"will not {_base(deed, sentence, v)}",
        Status.PLANNED: f"plans to {_base(deed, sentence, v)}",
    }.get(status, deed.stance.name)
    span = told_in(sentence, v, arguments)
    whole = clause_of(sentence, v)
    events = report.events_at(sentence, v)
    matter = run(sentence, bounded(sentence, words))
    matter = report.untimed(matter) if matter is not None else None
    if matter is None and deed.lemma in UNSAID:  # "did not sign": what is told of before
        matter = report.last_of(deed.objects, sentence.span.end)
    if matter is None and deed.stance.side == 0:  # "abstained", "stayed neutral": in the vote, the quarrel told of before
        matter = report.last_of(VOTES if deed.lemma == "abstain" else QUARRELS, sentence.span.end)
    return make_step(
        report,
        sentence.index,
        deed.affair,
        name,
        actors,
        chain,
        span=span,
        counterparts=report.named(sentence, bare),
        status=status,
        matter=matter,
        when=next((e.when for e in events if e.when is not None and not _of_thing(sentence, e, matter, heads)), None),
        due=report.due(whole) if status is Status.PLANNED else None,
        condition=condition_of(sentence, standing),
        events=events[:1],
        rule=f"verb {deed.lemma} {deed.particle}".strip(),
        score=0.8,
    )


def _of_thing(sentence: Sentence, event: Event, matter: Span | None, heads: Sequence[int]) -> bool:
    """Whether a time is told with the thing: "suspended its 2019 agreement", "the pact that it signed in 2018"."""
    told = event.when_span
    if told is None:
        return False
    clauses = [i for h in heads for k in children(sentence, h, "relcl", "acl") for i in subtree(sentence, k)]
    if any(sentence.tokens[i].span.overlaps(told) for i in clauses):
        return True
    return matter is not None and matter.holds(told) and told.end < matter.end


def _base(deed: Deed, sentence: Sentence, v: int) -> str:
    return f"{deed.lemma} {deed.particle}".strip() if not deed.stance.name.startswith("applies") else "apply to join"


def _will(
    report: Report,
    sentence: Sentence,
    v: int,
    arguments: Arguments,
    status: Status,
    standing: Standing,
    chain: Sequence[Attribution],
) -> Step | None:
    """ "X will do Y", unless it is a meeting or mere talk, which are told elsewhere."""
    actors = _actors(report, sentence, arguments)
    token = sentence.tokens[v]
    known = report.events_at(sentence, v)
    if (
        not report.standing(actors)
        or arguments.passive
        or token.lemma.lower() in EMPTY
        or any(e.type in MEETING and token.lemma.lower() not in PUBLISHES for e in known)
    ):
        return None
    if not (arguments.objects or arguments.preps or arguments.complements) or takes_part(sentence, v) or _goes_on(sentence, v):
        return None
    condition = condition_of(sentence, standing)
    if condition is not None and condition.holds(token.span):  # "if they were to close the border"
        return None
    if any(a.force is Force.BELIEVE for a in chain) and not report.own(actors, chain):  # others believe that they will
        return None
    below = [i for i in subtree(sentence, v) if i >= v and not is_outside(sentence, i, v)]
    below = bounded(sentence, below)
    matter = run(sentence, below)
    bare = [i for i in below if not is_aside(sentence, i, v)]
    if not tells(sentence, [i for i in below if i != v]):
        return None
    return make_step(
        report,
        sentence.index,
        Affair.POSITION if status is Status.REFUSED else Affair.COMMITMENT,
        "will not" if status is Status.REFUSED else "is to" if token.dep == "xcomp" else "will",
        actors,
        chain,
        span=told_in(sentence, v, arguments),
        counterparts=report.named(sentence, bare),
        status=status,
        matter=matter,
        due=report.due_of(clause_of(sentence, v), condition),
        condition=condition,
        events=known[:1],
        rule="verb with will",
        score=0.7,
    )


def _goes_on(sentence: Sentence, v: int) -> bool:
    """ "They will resume in December": the talks will."""
    subjects = [sentence.tokens[k].text.lower() for k in children(sentence, v, "nsubj")]
    return sentence.tokens[v].lemma.lower() in OCCURS and subjects in (["they"], ["it"])


def _act(
    report: Report, sentence: Sentence, v: int, arguments: Arguments, status: Status, chain: Sequence[Attribution]
) -> Step | None:
    """What an actor did, or did not do, to something: it may keep a promise, or break one."""
    token = sentence.tokens[v]
    actors = _actors(report, sentence, arguments)
    known = report.events_at(sentence, v)
    if not report.standing(actors) or token.lemma.lower() in EMPTY or any(e.type in MEETING for e in known):
        return None
    if not arguments.objects or not tells(sentence, [i for o in arguments.objects for i in subtree(sentence, o)]):
        return None
    below = [i for i in subtree(sentence, v) if i >= v and not is_outside(sentence, i, v)]
    below += [i for o in arguments.objects for i in subtree(sentence, o, without=("relcl",)) if arguments.passive and i < v]
    objects = {sentence.tokens[i].lemma.lower() for i in arguments.objects}
    particles = sorted({"", *arguments.particles}, reverse=True)
    closing = next((s for p in particles if (s := outcomes().get((token.lemma.lower(), p))) is not None), None)
    if closing is not None and objects & MEETINGS:  # sequels.py tells of it
        return None
    if closing is not None and not objects & PLEDGES:
        closing = None
    name = closing or "does"
    if status is Status.NOT_DONE:
        name = f"has not done: {name}" if closing is not None else "has not done"
    return make_step(
        report,
        sentence.index,
        Affair.CONDUCT,
        name,
        actors,
        chain,
        span=told_in(sentence, v, arguments),
        counterparts=report.named(sentence, [i for i in below if not is_aside(sentence, i, v)]),
        status=status,
        matter=run(sentence, below),
        when=None if name in MOVED else next((e.when for e in known if e.when is not None), None),
        due=report.moved_to(clause_of(sentence, v)) if name in MOVED else None,
        events=known[:1],
        rule="verb of a main clause",
        score=0.6,
    )


def _arrival(
    report: Report, sentence: Sentence, v: int, arguments: Arguments, status: Status, chain: Sequence[Attribution]
) -> Step | None:
    """What an actor sent has arrived: "the trucks from Japan reached the port" closes Japan's promise."""
    things = [i for i in arguments.subjects if sentence.tokens[i].pos == "NOUN"]
    inside = [i for s in things for i in subtree(sentence, s, without=("relcl",))]
    actors = report.named(sentence, inside)
    matter = run(sentence, inside)
    if not report.standing(actors) or matter is None or not tells(sentence, inside):
        return None
    known = report.events_at(sentence, v)
    return make_step(
        report,
        sentence.index,
        Affair.CONDUCT,
        SENDS,
        actors,
        chain,
        span=cover([sentence.tokens[i].span for i in (v, *things)]),
        status=status,
        matter=matter,
        when=next((e.when for e in known if e.when is not None), None),
        events=known[:1],
        rule="verb of arrival",
        score=0.6,
    )
