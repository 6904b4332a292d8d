"""Attributions -> steps: what an actor condemns, calls for, refuses, promises, expects; according to whom."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ..events.conditions import condition_at
from ..events.statuses import verb_standing
from ..records import Affair, Attribution, AttributionKind, Event, EventType, Force, Span, Status, Step, When, cover
from ..sentences.trees import ancestors, children, span_of, subtree
from .drafts import make_step, run
from .matters import OBJECTS, asserts, cue_lemmas, is_clause, is_name, is_noun, is_quoted_word, matter_of, stands_aside, tells
from .refusals import QUARRELS, refused_steps
from .reports import Report
from .stances import Stance, speeches

AFFAIRS = {
    **dict.fromkeys(
        (Force.CRITICISE, Force.PRAISE, Force.DOUBT, Force.BELIEVE, Force.HOPE, Force.WANT, Force.WORRY, Force.WARN, Force.DENY,
         Force.ACCUSE, Force.CLAIM, Force.AGREE),
        Affair.POSITION,
    ),
    **dict.fromkeys((Force.PROMISE, Force.OFFER, Force.INTEND, Force.THREATEN), Affair.COMMITMENT),
    **dict.fromkeys((Force.DEMAND, Force.ASK), Affair.DEMAND),
}  # fmt: skip
TELLING = {*AFFAIRS, Force.REFUSE, Force.EXPECT}  # forces that make steps of their own
# What stands inside one of these is not (yet) a step: the outer one is.
UNREAL = {Force.DEMAND, Force.ASK, Force.WANT, Force.HOPE, Force.INTEND, Force.PROMISE, Force.OFFER, Force.EXPECT, Force.WARN,
          Force.THREATEN, Force.REFUSE, Force.ASK_WHETHER, Force.DENY, Force.DOUBT, Force.WORRY, Force.DISCUSS}  # fmt: skip
# Said of nobody known, these are no positions in world affairs.
RELATED = {Force.BELIEVE, Force.CLAIM, Force.DOUBT, Force.ACCUSE}
ALOOF = re.compile(r"\b(?:h[eo]ld(?:s|ing)? off|neutral|no (?:clear |public |firm )?(?:position|stance|side)|sidelines)\b", re.I)
TAKES_SIDES = re.compile(r"to (?:take|pick|choose) (?:a )?sides?\b", re.IGNORECASE)
NO_LONGER = re.compile(r"\b(?:no longer|not any ?more)\s+(?:\w+ly\s+)?$", re.IGNORECASE)
RECOGNISES = re.compile(r"\brecogni[sz](?:e|es|ed|ing)\b", re.IGNORECASE)
TEXTS = set("resolution statement declaration communique communiqué letter motion text note appeal joint".split())
ISSUED = set("adopt issue pass approve sign release publish endorse send make back".split())
LEGAL = re.compile(r"\b(?:charg|indict|arraign|prosecut|su(?:ed|ing|es)\b)", re.IGNORECASE)
# Who does this to hopes has not said that he hopes.
RAISES = set("raise boost dash fuel stoke renew revive spark kindle feed".split())
SEEMS = {"seem", "appear"}  # the writer's impression
ALLEGATIONS = {Force.ACCUSE, Force.CLAIM}
NEAR = 2  # sentences from a denial back to what it denies
LEAST = 0.5  # score of an attribution


def spoken_steps(report: Report) -> Iterator[Step]:
    """The steps that attributions of the running text are by themselves."""
    for attribution in _once(report.attributions):
        if attribution.kind is AttributionKind.TERM or attribution.score < LEAST or not report.plain(attribution.sentence):
            continue
        chain = report.above(attribution)
        if not attribution.cue or not attribution.content or any(a.force in UNREAL for a in chain):
            continue
        if attribution.force is Force.EXPECT:
            yield from _expected(report, attribution, chain)
            continue
        holders = report.holders(attribution) or _issuers(report, attribution)
        if not report.standing(holders) or report.judges(attribution.holders) or is_recognition(report, attribution):
            continue
        if _of_something_undone(report, attribution) or _is_caused(report, attribution):
            continue
        if attribution.force is Force.REFUSE:
            yield from refused_steps(report, attribution, holders, chain)
        elif attribution.force in AFFAIRS:
            step = _spoken(report, attribution, holders, chain)
            if step is not None:
                yield step


def _issuers(report: Report, attribution: Attribution) -> tuple[str, ...]:
    """Who adopts, signs or issues the text that speaks: "the council adopted a resolution that condemns ..."."""
    for holder in attribution.holders:
        sentence, inside = report.tokens(holder.span)
        noun = next((i for i in inside if sentence.tokens[i].lemma.lower() in TEXTS and sentence.tokens[i].dep == "dobj"), None)
        if noun is not None and sentence.tokens[sentence.tokens[noun].head].lemma.lower() in ISSUED:
            verb = sentence.tokens[noun].head
            while sentence.tokens[verb].dep == "conj" and not children(sentence, verb, "nsubj"):
                verb = sentence.tokens[verb].head
            subjects = [i for s in children(sentence, verb, "nsubj") for i in subtree(sentence, s, without=("relcl", "appos"))]
            return report.named(sentence, subjects, speaking=True)
    return ()


def is_recognition(report: Report, attribution: Attribution) -> bool:
    """Whether what reads as a belief is an act: "recognised him as president"."""
    words = " ".join(span.of(report.document.text) for span in attribution.cue)
    return attribution.force in (Force.BELIEVE, Force.AGREE, Force.ADMIT) and RECOGNISES.search(words) is not None


def _of_something_undone(report: Report, attribution: Attribution) -> bool:
    """Whether the cue only tells what a thing says that was not made or signed: "did not sign a statement that criticised"."""
    sentence, inside = report.tokens(attribution.cue[0])
    for i in inside:
        if sentence.tokens[i].dep in ("relcl", "acl"):
            above = next((k for k in ancestors(sentence, i) if sentence.tokens[k].pos == "VERB"), None)
            return above is not None and verb_standing(sentence, above).whole in (Status.NOT_DONE, Status.REFUSED)
    return False


def _is_caused(report: Report, attribution: Attribution) -> bool:
    """Whether the words are no stance of their subject: it seems, it raises the hopes of others, it invites condemnation."""
    lemmas = cue_lemmas(report, attribution)
    if lemmas & SEEMS:
        return True
    if attribution.force in (Force.HOPE, Force.WORRY):
        return bool(lemmas & RAISES)
    return attribution.force is Force.ASK and "invite" in lemmas and not attribution.addressees


def _once(attributions: Sequence[Attribution]) -> Iterator[Attribution]:
    """Of those that share cue and force the one of the least content: the other has swallowed a quotation beside it."""
    least: dict[tuple[object, ...], Attribution] = {}
    for attribution in attributions:
        key = (attribution.cue or attribution.content, attribution.force)
        other = least.get(key)
        if other is None or sum(map(len, attribution.content)) < sum(map(len, other.content)):
            least[key] = attribution
    yield from least.values()


def _spoken(report: Report, attribution: Attribution, holders: tuple[str, ...], chain: Sequence[Attribution]) -> Step | None:
    sentence, matter, inside = matter_of(report, attribution)
    if matter is None or _legal(report, attribution):
        return None
    if not tells(sentence, inside):
        matter = _meant(report, attribution, matter)
        if matter is None:
            return None
    if attribution.force in (Force.CRITICISE, Force.PRAISE) and (
        report.words(matter).startswith("to have ") or is_clause(sentence, inside)
    ):
        return None  # what somebody is said to have done, or another headline that has run in, is no object of blame
    if attribution.force in OBJECTS and is_quoted_word(sentence, inside):
        return None
    if AFFAIRS[attribution.force] is Affair.COMMITMENT and is_name(report, sentence, inside):
        return None
    if AFFAIRS[attribution.force] is not Affair.POSITION and asserts(sentence, inside):
        return None
    if AFFAIRS[attribution.force] is Affair.POSITION:
        matter = report.untimed(matter)
    stance, affair = stance_of(report, attribution), AFFAIRS[attribution.force]
    if stance.name == "confirms":
        return None
    denied = attribution.negated or _none(report, attribution) or _no_longer(report, attribution)
    name = stance.denied if denied else stance.name
    if denied and attribution.force is Force.WANT and TAKES_SIDES.match(report.words(matter)):
        quarrel = report.last_of(QUARRELS, matter.start)
        name, matter = ("takes no side in", quarrel) if quarrel is not None else (name, matter)
    if attribution.force is Force.BELIEVE and ALOOF.search(report.words(cover(attribution.cue))):
        name = "takes no position on"
    if affair is Affair.DEMAND and attribution.addressees:
        name = {"calls for": "calls on", "asks for": "asks"}.get(name, name)
    affair = {"demands": Affair.DEMAND, "considers": Affair.POSITION}.get(name, affair)
    addressees = report.parties(attribution.addressees, besides=holders)
    counterparts = (*addressees, *report.named(sentence, inside, besides=holders))
    if attribution.force in RELATED and name != "takes no position on" and not set(counterparts) - set(holders):
        return None
    if (
        affair is Affair.DEMAND
        and not addressees
        and stance.name in ("calls for", "appeals for", "asks for")
        and is_noun(sentence, inside)
    ):
        affair = Affair.POSITION
    if denied and affair is Affair.COMMITMENT:
        affair = Affair.POSITION  # what somebody does not plan is no promise
    event = report.spoken.get(attribution.id)
    condition = event.condition if event is not None and event.condition is not None else _condition(report, matter, attribution)
    if condition is not None and any(condition.holds(span) for span in attribution.cue):  # "if they ever threatened"
        return None
    planned = affair is Affair.COMMITMENT
    return make_step(
        report,
        attribution.sentence,
        affair,
        name,
        holders,
        chain,
        span=cover([*attribution.cue, *(h.span for h in attribution.holders)]),
        counterparts=counterparts,
        status=Status.NOT_DONE if denied else _status(attribution, planned, condition is not None),
        matter=matter,
        when=_said_on(report, attribution, event),
        due=report.due_of(matter, condition) if planned or affair is Affair.DEMAND else None,
        condition=condition,
        events=(event,) if event is not None else (),
        attributions=(attribution,),
        rule=f"attribution {attribution.force.value}",
        score=attribution.score,
    )


def _meant(report: Report, attribution: Attribution, matter: Span) -> Span | None:
    """What a lone pronoun means: "denied it" goes back to what was alleged, "welcomed it" to the thing told of before."""
    if AFFAIRS[attribution.force] is not Affair.POSITION or not report.is_pronoun(matter):
        return None
    if stance_of(report, attribution).name == "denies":
        alleged = (a for a in report.attributions if a.force in ALLEGATIONS and a.content and a.content[0].end <= matter.start)
        last = max(alleged, key=lambda a: a.content[0], default=None)
        if last is not None and attribution.sentence - last.sentence <= NEAR:
            return max(last.content, key=len)
    return matter if report.meant(matter) is not None else None


def _status(attribution: Attribution, planned: bool, conditional: bool) -> Status:
    if planned:
        return Status.CONDITIONAL if conditional else Status.PLANNED
    return Status.CONDITIONAL if conditional and attribution.force is Force.WARN else Status.DONE


def _said_on(report: Report, attribution: Attribution, event: Event | None) -> When | None:
    """When it was said: no day after the report's ("pledged help by March")."""
    when = attribution.when or (event.when if event is not None else None)
    return None if report.is_ahead(when) else when


def _none(report: Report, attribution: Attribution) -> bool:
    """Whether the cue itself says that there is none: "had no plans to", "without any intention"."""
    words = {word for span in attribution.cue for word in span.of(report.document.text).casefold().split()}
    return bool(words & {"no", "without", "never"})


def _no_longer(report: Report, attribution: Attribution) -> bool:
    """Whether the words before the cue say that it has ended: "no longer opposes"."""
    first = min(span.start for span in attribution.cue)
    return NO_LONGER.search(report.document.text[max(0, first - 24) : first]) is not None


def _legal(report: Report, attribution: Attribution) -> bool:
    """Whether the accusation is that of a court or a prosecutor ("charged", "indicted")."""
    words = " ".join(span.of(report.document.text) for span in attribution.cue)
    return attribution.force is Force.ACCUSE and LEGAL.search(words) is not None


def stance_of(report: Report, attribution: Attribution) -> Stance:
    """The stance that the words of the cue stand for."""
    known = speeches()
    for span in reversed(attribution.cue):
        sentence, inside = report.tokens(span)
        for i in inside:
            if (found := known.get((attribution.force, sentence.tokens[i].lemma.lower()))) is not None:
                return found
    return known[attribution.force, "*"]


def _condition(report: Report, matter: Span, attribution: Attribution) -> Span | None:
    if attribution.force not in (Force.WARN, Force.THREATEN, Force.PROMISE, Force.OFFER, Force.INTEND):
        return None
    sentence, inside = report.tokens(matter)
    for i in inside:
        if (found := condition_at(sentence, i)) is not None:
            return span_of(sentence, *found)
    return None


def _expected(report: Report, attribution: Attribution, chain: Sequence[Attribution]) -> Iterator[Step]:
    """ "X is expected to do Y", or a holder that expects it: a step of X, by the words of whoever expects it."""
    _, cue = report.tokens(cover(attribution.cue))
    sentence, inside = report.tokens(cover(attribution.content))
    verb = next((i for i in inside if sentence.tokens[i].tag == "VB"), None)
    head = sentence.tokens[verb].head if verb is not None else None
    if verb is None or head is None:
        return
    subjects = [k for top in (verb, head) for k in children(sentence, top, "nsubj", "nsubjpass")]
    names = [i for s in subjects[:1] for i in subtree(sentence, s, without=("relcl", "acl", "appos"))]
    actors = report.named(sentence, names)
    if not report.standing(actors):
        return
    below = [i for i in subtree(sentence, verb) if i >= verb and i not in cue]
    matter = run(sentence, below)
    span = sentence.tokens[verb].span
    meets = any(e.type is EventType.CONSULT and e.trigger[0] == span for e in report.events_in(sentence))
    if matter is None or meets or not tells(sentence, below):
        return
    holders = report.holders(attribution)
    yield make_step(
        report,
        attribution.sentence,
        Affair.EXPECTATION,
        "is not expected to" if attribution.negated else "is expected to",
        actors,
        [attribution, *chain] if holders else chain,
        span=cover([*attribution.cue, *(sentence.tokens[i].span for i in names[:1])]),
        counterparts=report.named(sentence, [i for i in below if not stands_aside(sentence, i, below)]),
        status=Status.EXPECTED,
        matter=matter,
        when=attribution.when,
        due=report.due(sentence.span),
        attributions=(attribution,),
        rule="attribution expect",
        score=attribution.score,
    )
