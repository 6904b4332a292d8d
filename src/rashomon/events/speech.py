"""Attribution -> the event that it is: a statement, a position, a demand, an accusation ..."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from ..records import Attribution, AttributionKind, Event, EventType, Force, Participant, Sentence, Span, Status, content_id, cover
from .agents import is_agent, party
from .roles import describes, named_by
from .statuses import UNREAL, Standing, verb_standing

TYPES = {
    Force.AGREE: (EventType.AGREE, "030"),
    Force.ACCUSE: (EventType.ACCUSE, "112"),
    Force.CRITICISE: (EventType.ACCUSE, "111"),
    Force.PRAISE: (EventType.SUPPORT, "051"),
    Force.DEMAND: (EventType.REQUEST, "100"),
    Force.ASK: (EventType.REQUEST, "020"),
    Force.WARN: (EventType.THREATEN, "130"),
    Force.THREATEN: (EventType.THREATEN, "130"),
    Force.PROMISE: (EventType.AGREE, "030"),
    Force.OFFER: (EventType.AGREE, "030"),
    Force.REFUSE: (EventType.REJECT, "120"),
    Force.DENY: (EventType.STATEMENT, "016"),
    Force.ADMIT: (EventType.STATEMENT, "015"),
    **dict.fromkeys((Force.SAY, Force.REPORT, Force.CLAIM, Force.ASK_WHETHER, Force.DISCUSS), (EventType.STATEMENT, "010")),
    **dict.fromkeys(
        (Force.BELIEVE, Force.KNOW, Force.DOUBT, Force.EXPECT, Force.HOPE, Force.WANT, Force.INTEND, Force.WORRY),
        (EventType.POSITION, None),
    ),
}

# What a holder's stance makes of an act that he speaks of.
CHAIN = {
    Force.CLAIM: Status.ALLEGED,
    Force.ACCUSE: Status.ALLEGED,
    Force.BELIEVE: Status.ALLEGED,
    Force.DOUBT: Status.ALLEGED,
    Force.DENY: Status.DENIED,
    Force.EXPECT: Status.EXPECTED,
    Force.WORRY: Status.EXPECTED,
    Force.DEMAND: Status.CALLED_FOR,
    Force.ASK: Status.CALLED_FOR,
    Force.WANT: Status.CALLED_FOR,
    Force.HOPE: Status.CALLED_FOR,
    Force.PROMISE: Status.PLANNED,
    Force.OFFER: Status.PLANNED,
    Force.INTEND: Status.PLANNED,
    Force.THREATEN: Status.PLANNED,
}


# Texts that speak for whoever wrote them.
TEXTS = set(
    "statement letter report text resolution paper note communique declaration decree document editorial verdict ruling bill law "
    "treaty memo message press television radio source website post tweet broadcast article motion petition plan "
    "proposal point".split()
)

# Of these a speech takes the status from its own verb; other readings of a verb of speech are the attribution's to tell.
SPEECH_TO_COME = {Status.CALLED_FOR, Status.PLANNED, Status.EXPECTED, Status.CONDITIONAL}


class Chains:
    """Attributions by id, and the chain of those around a span, innermost first."""

    def __init__(self, attributions: Iterable[Attribution], sentences: Sequence[Sentence]) -> None:
        self._by_id: dict[str, Attribution] = {}
        self._cues: dict[int, list[Attribution]] = {}
        self._holding: dict[int, list[Attribution]] = {}
        starts = [s.span.start for s in sentences]
        for attribution in attributions:
            self._by_id[attribution.id] = attribution
            if attribution.kind is AttributionKind.TERM:
                continue
            self._cues.setdefault(attribution.sentence, []).append(attribution)
            touched = {
                i
                for span in attribution.content
                for i in range(max(0, bisect_right(starts, span.start) - 1), bisect_right(starts, max(span.start, span.end - 1)))
            }
            for i in touched:
                self._holding.setdefault(sentences[i].index, []).append(attribution)

    def around(self, trigger: Span, sentence: int) -> list[Attribution]:
        """The attributions in whose content the trigger stands and whose cue it is not, innermost first."""
        holding = [
            a
            for a in self._holding.get(sentence, ())
            if any(s.holds(trigger) for s in a.content) and not any(s.overlaps(trigger) for s in a.cue)
        ]
        if not holding:
            return []
        innermost = min(holding, key=lambda a: sum(map(len, a.content)))
        chain, seen = [], set()
        at: Attribution | None = innermost
        while at is not None and at.id not in seen:
            seen.add(at.id)
            chain.append(at)
            at = self._by_id.get(at.parent) if at.parent else None
        return chain

    def speech_at(self, triggers: tuple[Span, ...], sentence: int) -> Attribution | None:
        """The attribution whose cue is one of the trigger's words."""
        for a in self._cues.get(sentence, ()):
            if any(c.overlaps(t) for c in a.cue for t in triggers[:1]):
                return a
        return None

    def is_repeated(self, attribution: Attribution) -> bool:
        """Whether an earlier attribution has the same cue and force: two contents of one speech."""
        for a in self._cues.get(attribution.sentence, ()):
            if a.id == attribution.id:
                return False
            if a.force is attribution.force and any(one.overlaps(other) for one in a.cue for other in attribution.cue):
                return True
        return False


def speech_event(attribution: Attribution, chains: Chains, sentence: Sentence) -> Event | None:
    """The event that an attribution is by itself; None for scare quotes and for words of nobody. `sentence` is its own."""
    spans = attribution.cue or attribution.content
    if attribution.kind is AttributionKind.TERM or not spans or not (attribution.holders or attribution.addressees):
        return None
    if chains.is_repeated(attribution) or _is_of_whom_it_describes(attribution, sentence) or _only_names(attribution, sentence):
        return None
    kind, cameo = TYPES[attribution.force] if _is_speaker(attribution, sentence) else TYPES[Force.SAY]
    span = cover([*attribution.cue, *attribution.content, *(h.span for h in attribution.holders)])
    chain = chains.around(spans[0], attribution.sentence)
    chain = [a for a in chain if a.id != attribution.id]
    status = Status.NOT_DONE if attribution.negated else _status(attribution, sentence)
    return Event(
        id=content_id("evt", attribution.document, attribution.id, kind.value),
        document=attribution.document,
        sentence=attribution.sentence,
        span=span,
        trigger=spans,
        type=kind,
        actors=attribution.holders,
        recipients=attribution.addressees,
        status=status,
        clause_status=status,
        cameo=cameo,
        when=attribution.when,
        attribution=chain[0].id if chain else attribution.parent,
        speech=attribution.id,
        rule="attribution",
        score=attribution.score,
    )


def _is_speaker(attribution: Attribution, sentence: Sentence) -> bool:
    """Whether a holder, if the sentence has one, can do more than be quoted: somebody, or a text that somebody speaks by."""
    inside = [i for i, t in enumerate(sentence.tokens) if any(h.span.holds(t.span) for h in attribution.holders)]
    heads = [i for i in inside if sentence.tokens[i].head not in inside or sentence.tokens[i].head == i]
    return not heads or any(is_agent(sentence, i) or sentence.tokens[i].lemma.lower() in TEXTS or party(sentence, i) for i in heads)


def _is_of_whom_it_describes(attribution: Attribution, sentence: Sentence) -> bool:
    """Whether the cue only tells what its holder is like: in "officers suspected of theft" the officers suspect nobody."""
    return any(
        any(h.span.holds(sentence.tokens[sentence.tokens[i].head].span) for h in attribution.holders) and describes(sentence, i)
        for i in _cue_verbs(attribution, sentence)
    )


def _only_names(attribution: Attribution, sentence: Sentence) -> bool:
    """Whether the cue only hedges a word: "struck what it called camps" states nothing by itself."""
    return any(named_by(sentence, i) is not None for i in _cue_verbs(attribution, sentence))


def _status(attribution: Attribution, sentence: Sentence) -> Status:
    """What the verb of the cue says of the speech itself: asked for in "demanded that Chile be declared neutral by Spain"."""
    first = next(_cue_verbs(attribution, sentence), None)
    whole = verb_standing(sentence, first).whole if first is not None else Status.DONE
    return whole if whole in SPEECH_TO_COME else Status.DONE


def _cue_verbs(attribution: Attribution, sentence: Sentence) -> Iterator[int]:
    for i, token in enumerate(sentence.tokens):
        if token.pos == "VERB" and any(token.span.overlaps(c) for c in attribution.cue):
            yield i


def chained(standing: Standing, chain: list[Attribution], actors: Sequence[Participant]) -> Status:
    """The standing's status as the attributions around it leave it; the innermost that has a say decides, a denial always.
    What the words take for given ("the invasion") stays as it is, whoever speaks of it; what a speaker (one of the `actors`)
    wants to do himself is planned."""
    status = standing.whole
    if standing.given:
        return status
    decided = False
    for attribution in chain:
        force = CHAIN.get(attribution.force)
        if force is Status.DENIED:
            return Status.DENIED
        if force is None or decided or (attribution.factive and force is Status.ALLEGED):
            continue
        if attribution.force is Force.WANT and any(h.span.overlaps(a.span) for h in attribution.holders for a in actors):
            force = Status.PLANNED
        open_ended = status in (Status.PLANNED, Status.EXPECTED)
        told = status in (Status.DONE, Status.ONGOING)
        if (told and force in (Status.ALLEGED, Status.EXPECTED)) or (open_ended and force is not Status.ALLEGED):
            status, decided = force, True
        elif status is not standing.clause or status in UNREAL:
            decided = True
    return status


def plainly_said(event: Event) -> Event:
    """A speech that is hardly an act of politics ("declared war on salt", a coach who accuses) as what it is in any case: words."""
    if event.type in (EventType.STATEMENT, EventType.POSITION):
        return event
    kind = EventType.STATEMENT
    parties = ([p.span for p in event.actors], [p.span for p in event.recipients])
    identity = content_id("evt", event.document, list(event.trigger), kind.value, *parties)
    return replace(event, id=identity, type=kind, mode=None, cameo="010")
