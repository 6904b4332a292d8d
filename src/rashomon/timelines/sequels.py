"""Meetings told of as things -> steps: "the next round will be held in Cairo", "the talks were put off to May", "called off"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..events.agents import expand
from ..events.nominals import is_time
from ..events.roles import Arguments, verb_arguments
from ..events.statuses import verb_standing
from ..records import Affair, Force, Place, Sentence, Span, Status, Step, When, cover
from ..sentences.trees import ancestors, children, subtree
from .drafts import make_step, run
from .reports import Report
from .speeches import UNREAL
from .stances import outcomes
from .tellings import principals

MEETINGS = {"meeting", "round", "talk", "summit", "session", "negotiation", "conference", "dialogue", "visit", "gathering", "trip"}
HELD = {"hold", "schedule", "plan", "convene", "set", "slate"}  # "a round was held"
OCCURS = {"take", "begin", "start", "open", "follow", "convene", "resume"}  # "a round takes place"
FATES = {"puts off": "puts off", "brings forward": "brings forward", "goes back on": "calls off", "calls off": "calls off"}
AHEAD = {Status.PLANNED, Status.EXPECTED}
ORDERS = set("next first second third fourth fifth another new last previous earlier final further follow-up fresh similar".split())
COMES = {"attend", "come", "participate", "go"}
SHUNS = {"skip", "boycott", "shun", "miss"}
NEAR = 3  # sentences back to the meeting at which somebody is said to take part, or not
VISITS = {"visit", "trip"}
AFTER = {"after", "following", "at", "during"}
STATUSES = {Status.DONE, Status.ONGOING, Status.PLANNED, Status.EXPECTED}


def sequel_steps(report: Report, told: Sequence[Step]) -> Iterator[Step]:
    """`told`: the steps of meetings found in this report by who meets; a meeting without parties of its own has those of the
    last one told of before it."""
    every = sorted((s for s in told if s.affair is Affair.MEETING), key=lambda s: s.span)
    met = [s for s in every if len(principals(s.actors)) > 1]
    known = [(s.sentence, s.span) for s in told if s.affair is Affair.MEETING]
    for sentence in report.sentences:
        if not report.plain(sentence.index):
            continue
        for v, token in enumerate(sentence.tokens):
            if _is_meeting(sentence, v) and not any(n == sentence.index for n, _ in known):
                yield from _after(report, sentence, v)
            if token.pos != "VERB":
                continue
            verb_told = any(n == sentence.index and span.holds(token.span) for n, span in known)
            if not verb_told:
                yield from _away(report, sentence, v)
                yield from _comers(report, sentence, v, every)
                yield from _met(report, sentence, v)
            if (found := _meeting_of(report, sentence, v)) is not None:
                yield from _of_verb(report, sentence, v, *found, met, verb_told)


def _after(report: Report, sentence: Sentence, noun: int) -> Iterator[Step]:
    """Talks after which, or at which, people did something together: "signed a declaration after a day of talks in Riga"."""
    preps = [i for i in ancestors(sentence, noun) if sentence.tokens[i].dep == "prep" and sentence.tokens[i].text.lower() in AFTER]
    verb = next((i for p in preps[:1] for i in ancestors(sentence, p) if sentence.tokens[i].pos == "VERB"), None)
    if verb is None or verb_standing(sentence, verb).whole is not Status.DONE:
        return
    chain = report.chains.around(sentence.tokens[verb].span, sentence.index)
    heads = [i for s in verb_arguments(sentence, verb).subjects for i in expand(sentence, s)]
    people = report.named(sentence, [*heads, *subtree(sentence, noun, without=("relcl", "acl"))])
    people = tuple(a for a in people if not a.startswith("place:"))
    if any(a.force in UNREAL for a in chain) or len(principals(people)) < 2:
        return
    day = next((e.when for e in report.events_at(sentence, verb) if e.when is not None), None)
    when = _when(report, cover([sentence.tokens[i].span for i in subtree(sentence, preps[0])])) or day
    span = cover([sentence.tokens[i].span for i in (verb, noun, *heads)])
    yield make_step(report, sentence.index, Affair.MEETING, "meets", people, chain, span=span, matter=None, when=when,
                    place=_place(report, sentence, verb, noun), rule="meeting; talks before an act", score=0.6)  # fmt: skip


def _away(report: Report, sentence: Sentence, v: int) -> Iterator[Step]:
    """Who stays away from a meeting that is told of nearby: "Costa Rica said it would not attend", "Peru stayed away"."""
    lemma = sentence.tokens[v].lemma.lower()
    if lemma not in COMES | SHUNS | {"stay"}:
        return
    arguments, status = verb_arguments(sentence, v), verb_standing(sentence, v).whole
    beside = {sentence.tokens[k].text.lower() for k in children(sentence, v, "advmod")} | arguments.particles
    stays = lemma == "stay" and "away" in beside
    meets = any(_is_meeting(sentence, i) for i in arguments.objects)
    shuns = lemma in SHUNS and meets
    may = any(sentence.tokens[k].text.lower() in ("may", "might", "could") for k in children(sentence, v, "aux"))
    absent = not may and lemma in COMES and status in (Status.NOT_DONE, Status.REFUSED) and (meets or not arguments.objects)
    if not (stays or shuns or absent) or not (meets or _meeting_near(report, sentence)):
        return
    chain = report.chains.around(sentence.tokens[v].span, sentence.index)
    people = report.named(sentence, [i for s in arguments.subjects for i in expand(sentence, s)], speaking=True)
    if any(a.force in UNREAL for a in chain) or not report.standing(people):
        return
    ahead = status in (Status.PLANNED, Status.REFUSED)
    yield make_step(report, sentence.index, Affair.MEETING, "will not take part in" if ahead else "does not take part in", people,
                    chain, span=cover([sentence.tokens[i].span for i in (v, *arguments.subjects)]),
                    status=Status.REFUSED if ahead else Status.NOT_DONE, rule="meeting; verb of absence", score=0.6)  # fmt: skip


def _comers(report: Report, sentence: Sentence, v: int, met: Sequence[Step]) -> Iterator[Step]:
    """ "Ministers from five states are expected", "will take part": at the meeting told of just before."""
    expected = sentence.tokens[v].lemma.lower() == "expect"
    if not expected and not takes_part(sentence, v):
        return
    arguments = verb_arguments(sentence, v)
    if expected and (not arguments.passive or arguments.complements):
        return
    status = Status.EXPECTED if expected else verb_standing(sentence, v).whole
    before = _last_before(sentence, v, met)
    if status not in STATUSES:
        return
    if before is None or (before.status in AHEAD) != (status in AHEAD) or sentence.index - before.sentence > NEAR:
        return
    who = arguments.objects if expected else arguments.subjects
    people = report.named(sentence, [i for o in who for i in (o, *expand(sentence, o))])
    known = [e for e in report.events if e.id in before.events]
    if report.standing(people):
        chain = [a for a in report.chains.around(sentence.tokens[v].span, sentence.index) if a.force is not Force.EXPECT]
        span = cover([sentence.tokens[i].span for i in subtree(sentence, v, without=("relcl", "ccomp", "advcl", "punct"))])
        yield make_step(report, sentence.index, Affair.MEETING, "takes part in", people, chain, span=span, status=status,
                        when=before.when, place=before.place, events=known, rule="meeting; comes to it", score=0.6)  # fmt: skip


def _met(report: Report, sentence: Sentence, v: int) -> Iterator[Step]:
    """ "Peru's minister Ana Ruiz and her Chilean counterpart met in Lima", where no event tells who: all whom the subject names."""
    if sentence.tokens[v].lemma.lower() != "meet":
        return
    arguments, status = verb_arguments(sentence, v), verb_standing(sentence, v).whole
    if arguments.passive or arguments.objects or status not in STATUSES:
        return
    heads = [i for s in arguments.subjects for i in subtree(sentence, s, without=("relcl",))]
    chain = report.chains.around(sentence.tokens[v].span, sentence.index)
    people = report.named(sentence, heads)
    if any(a.force in UNREAL for a in chain) or len(principals(people)) < 2:
        return
    span = cover([sentence.tokens[i].span for i in (v, *heads)])
    when = _when(report, _clause(sentence, v, v))
    yield make_step(report, sentence.index, Affair.MEETING, "meets", people, chain, span=span, status=status, when=when,
                    due=when if status in AHEAD else None, place=_place(report, sentence, v, v),
                    rule="meeting; verb meet", score=0.6)  # fmt: skip


def _last_before(sentence: Sentence, v: int, met: Sequence[Step]) -> Step | None:
    """The last meeting told of before a verb."""
    return next((s for s in reversed(met) if s.span.start < sentence.tokens[v].span.start), None)


def takes_part(sentence: Sentence, v: int) -> bool:
    """ "Will take part", without a word of what in."""
    objects = [sentence.tokens[k].lemma.lower() for k in children(sentence, v, "dobj")]
    lemma = sentence.tokens[v].lemma.lower()
    return (lemma == "take" and objects == ["part"]) or (lemma in ("participate", "attend") and not objects)


def _meeting_near(report: Report, sentence: Sentence) -> bool:
    """Whether a meeting is told of in the sentence or the three before it."""
    near = (s for s in report.sentences if sentence.index - NEAR <= s.index <= sentence.index)
    return any(_is_meeting(s, i) for s in near for i in range(len(s.tokens)))


def _meeting_of(report: Report, sentence: Sentence, v: int) -> tuple[Arguments, int] | None:
    """The arguments of a verb, and the noun for a meeting that it is about."""
    arguments = verb_arguments(sentence, v)
    place = any(sentence.tokens[i].lemma == "place" for i in arguments.objects)  # "takes place"
    heads = arguments.objects if arguments.objects and not place else arguments.subjects
    noun = next((i for h in heads for i in (h, *expand(sentence, h)[:4]) if _is_meeting(sentence, i)), None)
    if noun is None and sentence.tokens[v].lemma.lower() in OCCURS | HELD:  # "They will resume in May": the talks
        told = next((s for s in report.sentences if s.index == sentence.index - 1), None)
        before = told is not None and any(t.dep == "nsubj" and _is_meeting(told, i) for i, t in enumerate(told.tokens))
        noun = next((h for h in heads if before and sentence.tokens[h].text.lower() in ("they", "it")), None)
    return (arguments, noun) if noun is not None else None


def _is_meeting(sentence: Sentence, i: int) -> bool:
    """Whether a noun is one for a meeting; at a news conference nobody meets."""
    before = sentence.tokens[i - 1].text.lower() if i else ""
    return sentence.tokens[i].pos == "NOUN" and sentence.tokens[i].lemma.lower() in MEETINGS and before not in ("news", "press")


def _of_verb(
    report: Report, sentence: Sentence, v: int, arguments: Arguments, noun: int, met: Sequence[Step], told: bool
) -> Iterator[Step]:
    chain = report.chains.around(sentence.tokens[v].span, sentence.index)
    if any(a.force in UNREAL for a in chain):
        return
    status = verb_standing(sentence, v).whole
    people = _parties(report, sentence, arguments, noun)
    before = _last_before(sentence, v, met)
    body = any(a.startswith("org:") for a in people)
    if sentence.tokens[noun].lemma.lower() in VISITS and len(principals(people)) == 1:
        people = (*people, *_visited(report, sentence, noun))
    if len(principals(people)) < 2 and not body:
        told_of = (*before.actors, *before.counterparts) if before is not None else report.told_of
        people = tuple(dict.fromkeys(told_of)) or people
    fate = _fate(sentence, v, arguments)
    if fate is not None and not report.standing(people):  # "the talks were moved", by the word of one who knows
        people = next((h for a in chain if (h := report.behind(a))), ())
    if not report.standing(people):
        return
    span, matter = _clause(sentence, v, noun), run(sentence, subtree(sentence, noun, without=("relcl", "acl")))
    if fate is not None and status in (Status.DONE, Status.ONGOING):
        due = None if fate == "calls off" else report.moved_to(span)
        set_for = report.set_for(span)
        if fate == "calls off" and set_for is not None and len(principals(people)) > 1 and not any(s.when == set_for for s in met):
            yield make_step(report, sentence.index, Affair.MEETING, "meets", people, chain, span=sentence.tokens[noun].span,
                            status=Status.PLANNED, when=set_for, place=_place(report, sentence, v, noun),
                            rule="meeting; set before", score=0.6)  # fmt: skip
        yield make_step(report, sentence.index, Affair.CONDUCT, fate, people, chain, span=span, status=status, matter=matter,
                        when=set_for, due=due, rule="verb about a meeting", score=0.7)  # fmt: skip
    elif (
        fate is None
        and not told
        and (len(principals(people)) > 1 or body)
        and status in STATUSES
        and _takes_place(sentence, v, arguments)
    ):
        yield from _held(report, sentence, v, noun, people, status, before)


def _held(
    report: Report, sentence: Sentence, v: int, noun: int, people: tuple[str, ...], status: Status, before: Step | None
) -> Iterator[Step]:
    """The meeting that takes place; "the talks will be held in Cairo" goes on about those told of before."""
    chain = report.chains.around(sentence.tokens[v].span, sentence.index)
    span, matter = _clause(sentence, v, noun), run(sentence, subtree(sentence, noun, without=("relcl", "acl")))
    when = _when(report, span)
    stage = Status.PLANNED if report.is_ahead(when) else status
    known: tuple[str, ...] = ()
    if _known(sentence, noun):
        if before is None or (before.status in AHEAD) != (stage in AHEAD):
            return
        known = before.events
    events = [e for e in report.events if e.id in known]
    yield make_step(report, sentence.index, Affair.MEETING, "meets", people, chain, span=span, status=stage, matter=matter,
                    when=when, due=when if stage in AHEAD else None, place=_place(report, sentence, v, noun), events=events,
                    rule="meeting; verb about a meeting", score=0.6)  # fmt: skip


def _parties(report: Report, sentence: Sentence, arguments: Arguments, noun: int) -> tuple[str, ...]:
    """Who is named with the noun, and who acts: "India called off the meeting with Pakistan"."""
    below = subtree(sentence, noun, without=("relcl", "acl"))
    heads = [i for s in arguments.subjects for i in expand(sentence, s)] if not arguments.passive else []
    return tuple(a for a in report.named(sentence, [*heads, *below]) if not a.startswith("place:"))


def _visited(report: Report, sentence: Sentence, noun: int) -> tuple[str, ...]:
    """The state of the place to which a visit leads."""
    below = [i for k in children(sentence, noun, "prep") if sentence.tokens[k].text.lower() == "to" for i in subtree(sentence, k)]
    spans = [sentence.tokens[i].span for i in below]
    towns = [m for m in report.index.inside(sentence) if m.candidates and any(m.head == s for s in spans)]
    return tuple(dict.fromkeys(s for m in towns if (s := report.tables.state_of(m.candidates[0].actor)).startswith("iso3:")))


def _fate(sentence: Sentence, v: int, arguments: Arguments) -> str | None:
    """What becomes of the meeting: "puts off", "brings forward", "calls off"; None where it is held."""
    lemma = sentence.tokens[v].lemma.lower()
    particles = ("", *arguments.particles, *(sentence.tokens[k].text.lower() for k in children(sentence, v, "prt", "advmod")))
    return next((FATES[s] for p in reversed(particles) if (s := outcomes().get((lemma, p))) in FATES), None)


def _takes_place(sentence: Sentence, v: int, arguments: Arguments) -> bool:
    """Whether the verb of a main clause says that the meeting is held."""
    token = sentence.tokens[v]
    lemma = token.lemma.lower()
    if token.dep in ("relcl", "acl"):
        return False
    if arguments.passive:
        return lemma in HELD
    return lemma in OCCURS and (lemma != "take" or any(sentence.tokens[i].lemma == "place" for i in arguments.objects))


def _known(sentence: Sentence, noun: int) -> bool:
    """Whether the noun points back to a meeting told of: "the talks", not "the next round of talks"."""
    before = {sentence.tokens[k].text.lower() for k in sentence.tokens[noun].children if k < noun}
    return bool(before & {"the", "this", "that", "these", "both"}) and not before & ORDERS


def _clause(sentence: Sentence, v: int, noun: int) -> Span:
    inside = [i for i in subtree(sentence, v, without=("conj", "cc", "ccomp", "parataxis", "advcl")) if not _is_mark(sentence, i)]
    return cover([sentence.tokens[i].span for i in (*inside, v, noun)])


def _is_mark(sentence: Sentence, i: int) -> bool:
    return sentence.tokens[i].dep == "punct"


def _when(report: Report, span: Span) -> When | None:
    days = [t.when for t in report.dates(span) if t.when.earliest is not None]
    return days[0] if len(days) == 1 else None


def _place(report: Report, sentence: Sentence, v: int, noun: int) -> Place | None:
    """The place named behind "in" or "at", of a visit "to", with the verb, or with the noun."""
    words = ("in", "at", "to") if sentence.tokens[noun].lemma.lower() in VISITS else ("in", "at")
    for k in [*children(sentence, v, "prep"), *children(sentence, noun, "prep")]:
        if sentence.tokens[k].text.lower() in words:
            for j in children(sentence, k, "pobj"):
                if not is_time(sentence, j) and sentence.tokens[j].pos == "PROPN":
                    inside = subtree(sentence, j, without=("prep", "appos", "relcl", "acl", "punct", "conj", "cc"))
                    return Place(cover([sentence.tokens[i].span for i in inside]))
    return None
