"""Attribution -> the event that it is: a statement, a position, a demand, an accusation ..."""

from __future__ import annotations

from collections.abc import Iterable

from ..records import Attribution, AttributionKind, Event, EventType, Force, Span, Status, content_id, cover

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


class Chains:
    """Attributions by id, and the chain of those around a span, innermost first."""

    def __init__(self, attributions: Iterable[Attribution]) -> None:
        self._by_id: dict[str, Attribution] = {}
        self._by_sentence: dict[int, list[Attribution]] = {}
        self._wide: list[Attribution] = []
        for attribution in attributions:
            self._by_id[attribution.id] = attribution
            self._by_sentence.setdefault(attribution.sentence, []).append(attribution)
            if len(attribution.content) > 1 or any(len(s) > 400 for s in attribution.content):
                self._wide.append(attribution)

    def near(self, sentence: int) -> list[Attribution]:
        """Attributions whose cue or content may touch a sentence."""
        close = [a for i in (sentence - 1, sentence, sentence + 1) for a in self._by_sentence.get(i, ())]
        return close + [a for a in self._wide if a not in close]

    def around(self, trigger: Span, sentence: int) -> list[Attribution]:
        """The attributions in whose content the trigger stands and whose cue it is not, innermost first."""
        holding = [
            a
            for a in self.near(sentence)
            if a.kind is not AttributionKind.TERM
            and any(s.holds(trigger) for s in a.content)
            and not any(s.overlaps(trigger) for s in a.cue)
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
        for a in self._by_sentence.get(sentence, ()):
            if a.kind is not AttributionKind.TERM and any(c.overlaps(t) for c in a.cue for t in triggers[:1]):
                return a
        return None


def speech_event(attribution: Attribution, chains: Chains) -> Event | None:
    """The event that an attribution is by itself; None for scare quotes and for words of nobody."""
    spans = attribution.cue or attribution.content
    if attribution.kind is AttributionKind.TERM or not spans or not (attribution.holders or attribution.addressees):
        return None
    kind, cameo = TYPES[attribution.force]
    span = cover([*attribution.cue, *attribution.content, *(h.span for h in attribution.holders)])
    chain = chains.around(spans[0], attribution.sentence)
    chain = [a for a in chain if a.id != attribution.id]
    status = Status.NOT_DONE if attribution.negated else Status.DONE
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
