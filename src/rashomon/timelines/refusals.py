"""Attributions of refusal -> steps: "refused to sign ... or join ...", "declined to take sides", "rejected the plan"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ..records import Affair, Attribution, Sentence, Status, Step, cover
from ..sentences.trees import children, subtree
from .drafts import make_step, run
from .matters import cue_lemmas, stands_aside, tells
from .reports import Report
from .stances import third_person

# Who refuses to do this has only kept silent.
SILENCE = set("say comment answer respond speak talk tell disclose name identify elaborate discuss confirm reveal".split())
SIDES = {"side", "stance", "position"}
ON = {"in", "on", "over", "between"}
AGAINST = {"object": "opposes", "objection": "opposes", "reject": "rejects", "veto": "vetoes"}
QUARRELS = {"war", "conflict", "dispute", "quarrel", "crisis", "row", "standoff", "feud", "fighting", "confrontation"}


def refused_steps(
    report: Report, attribution: Attribution, holders: tuple[str, ...], chain: Sequence[Attribution]
) -> Iterator[Step]:
    """A step for each verb refused: "refusing to condemn ... or join ...". A thing refused is one step."""
    sentence, inside = report.tokens(cover(attribution.content))
    above = {sentence.tokens[i].head for i in inside} - set(inside)
    swallowed = [i for i in above if sentence.tokens[i].tag == "VB"]  # "refused to sign | a declaration"
    event = report.spoken.get(attribution.id)
    cue = cue_lemmas(report, attribution)
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
            counterparts=report.named(sentence, [i for i in refusal.names if not stands_aside(sentence, i, refusal.names)]),
            status=Status.DONE if attribution.negated else Status.REFUSED,
            matter=matter,
            when=attribution.when,
            events=(event,) if event is not None else (),
            attributions=(attribution,),
            rule="attribution refuse",
            score=attribution.score,
        )


@dataclass(frozen=True, slots=True)
class _Refusal:
    """One thing refused: how it is called, the verb (None: a thing), the words about it and those of them that carry names."""

    stance: str
    verb: int | None
    words: list[int]
    names: list[int]


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
