"""Attributions -> steps: what an actor condemns, calls for, refuses, promises, expects; according to whom."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ..events.conditions import condition_at
from ..events.statuses import verb_standing
from ..records import Affair, Attribution, AttributionKind, Event, EventType, Force, Sentence, Span, Status, Step, When, cover
from ..sentences.trees import ancestors, children, subtree
from .drafts import make_step, run
from .reports import Report
from .stances import Stance, speeches, third_person

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
OBJECTS = {Force.WANT, Force.DEMAND, Force.ASK, Force.CRITICISE, Force.PRAISE}  # what they are about is no sentence of "we"
# Said of nobody known, these are no positions in world affairs.
RELATED = {Force.BELIEVE, Force.CLAIM, Force.DOUBT, Force.ACCUSE}
# Who refuses to do this has only kept silent.
SILENCE = set("say comment answer respond speak talk tell disclose name identify elaborate discuss confirm reveal".split())
SIDES = {"side", "stance", "position"}
ON = {"in", "on", "over", "between"}
ALOOF = re.compile(r"\b(?:h[eo]ld(?:s|ing)? off|neutral|no (?:clear |public |firm )?(?:position|stance|side)|sidelines)\b", re.I)
AGAINST = {"object": "opposes", "objection": "opposes", "reject": "rejects", "veto": "vetoes"}
TAKES_SIDES = re.compile(r"to (?:take|pick|choose) (?:a )?sides?\b", re.IGNORECASE)
NO_LONGER = re.compile(r"\b(?:no longer|not any ?more)\s+(?:\w+ly\s+)?$", re.IGNORECASE)
RECOGNISES = re.compile(r"\brecogni[sz](?:e|es|ed|ing)\b", re.IGNORECASE)
TEXTS = set("resolution statement declaration communique communiqué letter motion text note appeal joint".split())
ISSUED = set("adopt issue pass approve sign release publish endorse send make back".split())
QUARRELS = {"war", "conflict", "dispute", "quarrel", "crisis", "row", "standoff", "feud", "fighting", "confrontation"}
LEGAL = re.compile(r"\b(?:charg|indict|arraign|prosecut|su(?:ed|ing|es)\b)", re.IGNORECASE)
OPENING = {'"', "“", "„", "«", "``", "'", "‘"}
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
            yield from _refused(report, attribution, holders, chain)
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
    lemmas = _cue_lemmas(report, attribution)
    if lemmas & SEEMS:
        return True
    if attribution.force in (Force.HOPE, Force.WORRY):
        return bool(lemmas & RAISES)
    return attribution.force is Force.ASK and "invite" in lemmas and not attribution.addressees


def _cue_lemmas(report: Report, attribution: Attribution) -> set[str]:
    cue = (report.tokens(span) for span in attribution.cue)
    return {sentence.tokens[i].lemma.lower() for sentence, inside in cue for i in inside}


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
    sentence, matter, inside = _matter(report, attribution)
    if matter is None or _legal(report, attribution):
        return None
    if not tells(sentence, inside):
        matter = _meant(report, attribution, matter)
        if matter is None:
            return None
    if attribution.force in (Force.CRITICISE, Force.PRAISE) and (
        report.words(matter).startswith("to have ") or _is_clause(sentence, inside)
    ):
        return None  # what somebody is said to have done, or another headline that has run in, is no object of blame
    if attribution.force in OBJECTS and _is_quoted_word(sentence, inside):
        return None
    if AFFAIRS[attribution.force] is Affair.COMMITMENT and _is_name(report, sentence, inside):
        return None
    if AFFAIRS[attribution.force] is not Affair.POSITION and _asserts(sentence, inside):
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
        and _is_noun(sentence, inside)
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


def _is_name(report: Report, sentence: Sentence, inside: Sequence[int]) -> bool:
    """Whether the words are but the name of an actor."""
    span = run(sentence, inside)
    return span is not None and any(m.span.holds(span) for m in report.index.inside(sentence))


def stance_of(report: Report, attribution: Attribution) -> Stance:
    """The stance that the words of the cue stand for."""
    known = speeches()
    for span in reversed(attribution.cue):
        sentence, inside = report.tokens(span)
        for i in inside:
            if (found := known.get((attribution.force, sentence.tokens[i].lemma.lower()))) is not None:
                return found
    return known[attribution.force, "*"]


def _matter(report: Report, attribution: Attribution) -> tuple[Sentence, Span | None, list[int]]:
    """The content as one span within the sentence of the cue (else its first one), and the tokens that carry its names: those
    outside relative and participial clauses."""
    spans = [s for s in attribution.content if not any(s.overlaps(c) for c in attribution.cue)] or list(attribution.content)
    spans = [s for s in spans if not _of_another(report, attribution, s)] or spans
    near = [s for s in spans if report.sentence(attribution.sentence).span.overlaps(s)] or spans[:1]
    behind = [s for s in near if s.start > attribution.cue[0].start]
    # A demand stands behind its verb; a quotation before it that the cue has swallowed is another sentence.
    whole = max(behind if attribution.force in (Force.DEMAND, Force.ASK) and behind else near, key=len)
    sentence, inside = report.tokens(whole)
    if attribution.force in OBJECTS:
        inside = _before_next_verb(sentence, attribution, _before_quotation(sentence, inside))
    bare = [i for i in inside if not _aside(sentence, i, inside)]
    return sentence, run(sentence, inside), bare


def _of_another(report: Report, attribution: Attribution, content: Span) -> bool:
    """Whether words stand behind the cue of another verb beside this one: "called for restraint and pledged 8 million"."""
    own = attribution.cue[-1]
    beside = (a for a in report.spoken_in(attribution.sentence) if a.parent == attribution.parent)
    return any(own.end <= a.cue[0].start and a.cue[0].end <= content.start for a in beside if a.cue)


def _asserts(sentence: Sentence, inside: Sequence[int]) -> bool:
    """Whether the words are a clause that says what is or was ("insisted that the plan is sound"): no demand, no promise."""
    held = set(inside)
    tops = [i for i in inside if sentence.tokens[i].head not in held or sentence.tokens[i].head == i]
    heads = [sentence.tokens[i] for i in tops if sentence.tokens[i].pos in ("VERB", "AUX")]
    modal = any(sentence.tokens[k].tag == "MD" for t in heads for k in t.children)
    return bool(heads) and not modal and all(t.tag in ("VBD", "VBZ") for t in heads)


def _is_clause(sentence: Sentence, inside: Sequence[int]) -> bool:
    """Whether the words are a whole sentence with its own subject in front, which no word such as "that" or "what" opens."""
    held = set(inside)
    first = sentence.tokens[min(inside)] if inside else None
    if first is None or first.tag in ("WP", "WDT", "WRB", "IN"):
        return False
    tops = [i for i in inside if (sentence.tokens[i].head not in held or sentence.tokens[i].head == i) and _is_finite(sentence, i)]
    return any(k in held and k < i for i in tops for k in children(sentence, i, "nsubj", "nsubjpass"))


def _is_finite(sentence: Sentence, i: int) -> bool:
    token = sentence.tokens[i]
    return token.pos in ("VERB", "AUX") and token.tag in ("VBZ", "VBP", "VBD", "VB")  # "Iran seizes": a parser may say VB


def _before_next_verb(sentence: Sentence, attribution: Attribution, inside: list[int]) -> list[int]:
    """Without what stands behind a verb beside that of the cue: "condemned the attack | and recalled its envoy"."""
    cue = [i for i, t in enumerate(sentence.tokens) if any(c.holds(t.span) for c in attribution.cue) and t.pos == "VERB"]
    verbs = [
        k for i in cue for k in children(sentence, i, "conj") if k in inside and sentence.tokens[k].tag == sentence.tokens[i].tag
    ]
    return [i for i in inside if i < min(verbs)] if verbs and min(verbs) > inside[0] else inside


def _before_quotation(sentence: Sentence, inside: list[int]) -> list[int]:
    """Without a quotation that a colon opens: 'demanded an apology: "We ..."'."""
    colons = [
        n
        for n, i in enumerate(inside)
        if sentence.tokens[i].text == ":" and sentence.tokens[min(i + 1, inside[-1])].text in OPENING
    ]
    return inside[: colons[0]] if colons and colons[0] > 0 else inside


def _is_quoted_word(sentence: Sentence, inside: Sequence[int]) -> bool:
    """Whether the words are a sentence of the speaker's own, quoted behind the verb: 'demanded respect: "We will not ..."'."""
    held = set(inside)
    tops = [i for i in inside if sentence.tokens[i].head not in held or sentence.tokens[i].head == i]
    subjects = [k for i in tops for k in children(sentence, i, "nsubj", "nsubjpass") if k in held]
    return any(sentence.tokens[k].text.lower() in ("we", "i") for k in subjects)


def tells(sentence: Sentence, inside: Sequence[int]) -> bool:
    """Whether the words say what they are about: a noun or a name of some length, not "that" or "them"."""
    nouns = [i for i in inside if sentence.tokens[i].pos in ("NOUN", "PROPN", "VERB")]
    if any(sentence.tokens[i].text.lower() in ("one", "ones") and children(sentence, i, "amod") for i in inside):
        return True  # "a limited one"
    return any(sentence.tokens[i].pos != "VERB" and len(sentence.tokens[i].text) > 2 for i in nouns) or len(nouns) > 1


def _aside(sentence: Sentence, i: int, inside: Sequence[int]) -> bool:
    """Whether a token stands in a relative or adverbial clause within the words, or behind the "by" of a participle."""
    held = set(inside)
    while i in held:
        if sentence.tokens[i].dep in ("relcl", "advcl", "agent"):
            return sentence.tokens[i].head in held
        if sentence.tokens[i].head == i:
            return False
        i = sentence.tokens[i].head
    return False


def _is_noun(sentence: Sentence, inside: Sequence[int]) -> bool:
    """Whether the words are one noun phrase ("a peaceful resolution")."""
    held = set(inside)
    tops = [i for i in inside if sentence.tokens[i].head not in held or sentence.tokens[i].head == i]
    return bool(tops) and sentence.tokens[tops[0]].pos in ("NOUN", "PROPN")


def _condition(report: Report, matter: Span, attribution: Attribution) -> Span | None:
    if attribution.force not in (Force.WARN, Force.THREATEN, Force.PROMISE, Force.OFFER, Force.INTEND):
        return None
    sentence, inside = report.tokens(matter)
    for i in inside:
        if (found := condition_at(sentence, i)) is not None:
            return Span(sentence.tokens[found[0]].span.start, sentence.tokens[found[1]].span.end)
    return None


@dataclass(frozen=True, slots=True)
class _Refusal:
    """One thing refused: how it is called, the verb (None: a thing), the words about it and those of them that carry names."""

    stance: str
    verb: int | None
    words: list[int]
    names: list[int]


def _refused(report: Report, attribution: Attribution, holders: tuple[str, ...], chain: Sequence[Attribution]) -> Iterator[Step]:
    """A step for each verb refused: "refusing to condemn ... or join ...". A thing refused is one step."""
    sentence, inside = report.tokens(cover(attribution.content))
    above = {sentence.tokens[i].head for i in inside} - set(inside)
    swallowed = [i for i in above if sentence.tokens[i].tag == "VB"]  # "refused to sign | a declaration"
    event = report.spoken.get(attribution.id)
    cue = _cue_lemmas(report, attribution)
    against = next((AGAINST[w] for w in AGAINST if w in cue), None)
    for refusal in _refusals(sentence, sorted({*inside, *swallowed})):
        matter = run(sentence, _without_end(sentence, refusal.words))
        if matter is None or not tells(sentence, refusal.words):
            continue
        if refusal.verb is None and against is not None:
            refusal = replace(refusal, stance=against)
        if refusal.stance == "takes no side in" and len(refusal.words) <= 2:  # "declined to take a position"
            matter = report.last_of(QUARRELS, matter.start) or matter
        spans = [*attribution.cue, *(h.span for h in attribution.holders)]
        spans += [sentence.tokens[refusal.verb].span] if refusal.verb is not None else []
        done = third_person(refusal.stance.removeprefix("refuses to ")) if refusal.verb is not None else "does not refuse"
        yield make_step(
            report,
            attribution.sentence,
            Affair.POSITION,
            done if attribution.negated else refusal.stance,
            holders,
            chain,
            span=cover(spans),
            counterparts=report.named(sentence, [i for i in refusal.names if not _aside(sentence, i, refusal.names)]),
            status=Status.DONE if attribution.negated else Status.REFUSED,
            matter=matter,
            when=attribution.when,
            events=(event,) if event is not None else (),
            attributions=(attribution,),
            rule="attribution refuse",
            score=attribution.score,
        )


def _refusals(sentence: Sentence, inside: list[int]) -> Iterator[_Refusal]:
    held = set(inside)
    verbs = [i for i in inside if sentence.tokens[i].tag == "VB" and sentence.tokens[i].pos in ("VERB", "AUX")][:1]
    for w in verbs:
        verbs += [k for k in children(sentence, w, "conj") if k in held and sentence.tokens[k].pos == "VERB"]
    if not verbs:
        yield _Refusal("refuses", None, inside, inside)
    for v in verbs:
        lemma = sentence.tokens[v].lemma.lower()
        if lemma in SILENCE:
            continue
        particles = children(sentence, v, "prt")
        next_verb = min((w for w in verbs if w > v), default=len(sentence.tokens))
        words = [i for i in subtree(sentence, v) if i in held and v < i < next_verb and i not in particles]
        names = [i for i in subtree(sentence, v, without=("conj", "cc", "prt")) if i in held and i > v]
        side = next((i for i in names if sentence.tokens[i].lemma.lower() in SIDES), None)
        if lemma in ("take", "pick", "choose") and side is not None:
            behind = [k for i in (side, v) for k in children(sentence, i, "prep") if k > side]
            on = [k for k in behind if sentence.tokens[k].text.lower() in ON]
            matter = [i for k in on for i in subtree(sentence, k) if i != k]
            yield _Refusal("takes no side in", v, matter or words, names)
        else:
            called = " ".join([lemma, *(sentence.tokens[k].lemma.lower() for k in particles)])
            yield _Refusal(f"refuses to {called}", v, words, names)


def _without_end(sentence: Sentence, inside: Sequence[int]) -> list[int]:
    """Without a conjunction at the end, which opened what follows."""
    found = sorted(inside)
    while found and sentence.tokens[found[-1]].dep in ("cc", "punct"):
        found.pop()
    return found


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
        counterparts=report.named(sentence, [i for i in below if not _aside(sentence, i, below)]),
        status=Status.EXPECTED,
        matter=matter,
        when=attribution.when,
        due=report.due(sentence.span),
        attributions=(attribution,),
        rule="attribution expect",
        score=attribution.score,
    )
