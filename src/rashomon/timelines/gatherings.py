"""Events of one report -> steps of meetings: who meets, is invited, attends for the first time, discusses what, where and when."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from ..comparisons.encounters import Told, invites
from ..comparisons.meetings import find_meetings
from ..records import (
    Affair,
    Attribution,
    Event,
    EventType,
    Force,
    Participant,
    Precision,
    Reading,
    Sentence,
    Span,
    Status,
    Step,
    When,
    cover,
)
from ..sentences.trees import ancestors, children, subtree
from .drafts import make_step
from .reports import Report
from .tellings import principals

NEAR = 6  # sentences from which an account of a meeting lends its time and place to a line without
STANCES = {"discuss": "discusses", "attend": "takes part in", "take": "takes part in", "participate": "takes part in",
           "join": "takes part in", "host": "hosts", "visit": "visits"}  # fmt: skip
ABSENT = {Status.NOT_DONE: "does not take part in", Status.REFUSED: "will not take part in"}
# What a state hosts without meeting anybody, and verbs whose talks are only wished for, or not.
GUESTS = set(
    "soldier troop force base missile refugee migrant militant fighter rebel exile company plant event game office worker "
    "student national citizen ten tens dozen hundred thousand million".split()
)
WISHES = set(
    "support back favour favor oppose reject welcome want seek propose offer demand urge suggest rule discuss consider refuse "
    "prefer await need advocate".split()
)
SPEAKS_OF = {"about", "of", "on", "against", "without"}
WITHIN = {"pcomp", "pobj", "prep", "advcl", "acl"}
CHAIRS = {"chairmanship", "chair", "auspices", "aegis", "mediation", "patronage", "leadership", "presidency", "umbrella"}
FIRST_EVER = {"meeting", "summit", "visit", "talk", "encounter", "call"}  # "the first meeting in years"; a first round is none


def meeting_steps(report: Report) -> Iterator[Step]:
    """One step for every line that tells of a meeting; `Step.events` begins with its own event and goes on with those of the
    lines that tell of the same meeting."""
    reading = Reading(
        report.document, report.sentences, tuple(report.timexes), tuple(report.mentions), tuple(report.attributions),
        _with_purposes(report),
    )  # fmt: skip
    by_id = {e.id: e for e in reading.events if not _is_idle(report, e)}
    done: set[str] = set()
    for events in _meetings(report, reading, by_id):
        done |= {e.id for e in events}
        for one in _parted(report, reading, events):
            people = _principals(report, reading, one)
            if len(people) > 1 or any(a.startswith("org:") for a in people):
                for event in one:
                    yield from _line(report, reading, event, one)
    for event in by_id.values():
        if event.id not in done and (invites(event, reading) or (event.type is EventType.CONSULT and event.status in ABSENT)):
            yield from _line(report, reading, event, [event])


def _meetings(report: Report, reading: Reading, by_id: Mapping[str, Event]) -> list[list[Event]]:
    """The events of each meeting; what is told within the clause of another's belongs to it."""
    found: list[list[Event]] = []
    for meeting in find_meetings([reading]):
        events = [by_id[i] for a in meeting.accounts for i in a.events if i in by_id]
        home = next((known for known in found if _one_below(report, events, known) or _one_below(report, known, events)), None)
        if home is None:
            found.append(events)
        else:
            home += events
    return found


def _with_purposes(report: Report) -> tuple[Event, ...]:
    """The events; what people meet for ("met to discuss the dam") is as much past, or to come, as that they meet."""
    out = []
    for event in report.events:
        above = _governor(report, event) if event.type is EventType.CONSULT and event.status is Status.PLANNED else None
        if above is not None:
            event = replace(event, status=above.status, when=above.when, when_span=above.when_span, place=above.place)
        out.append(event)
    return tuple(out)


def _governor(report: Report, event: Event) -> Event | None:
    """The meeting whose purpose an event is."""
    sentence = report.sentence(event.sentence)
    for i in _tokens(sentence, event):
        if sentence.tokens[i].dep in ("advcl", "xcomp") and sentence.tokens[i].tag == "VB":
            return next((e for e in report.events_at(sentence, sentence.tokens[i].head) if e.type is EventType.CONSULT), None)
    return None


def _is_idle(report: Report, event: Event) -> bool:
    """Whether nobody meets: soldiers are hosted, talks are supported."""
    sentence = report.sentence(event.sentence)
    for i in _tokens(sentence, event):
        token = sentence.tokens[i]
        if token.lemma.lower() == "host" and token.pos == "VERB":
            return any(sentence.tokens[k].lemma.lower() in GUESTS for k in children(sentence, i, "dobj"))
        if token.lemma.lower() == "gather" and children(sentence, i, "dobj"):  # information, evidence, signatures
            return True
        if token.dep == "pcomp" and sentence.tokens[token.head].text.lower() in SPEAKS_OF:  # "spoke about negotiating with"
            return True
        if token.pos == "NOUN" and token.dep == "dobj" and sentence.tokens[token.head].lemma.lower() in WISHES:
            return event.status in (Status.DONE, Status.ONGOING)
    return False


def _parted(report: Report, reading: Reading, events: Sequence[Event]) -> list[list[Event]]:
    """The events of one account as so many meetings as they tell of: who met one neighbour and then another met twice, unless
    both pairs have the same day and place. Where more than two take part it is one."""
    groups: list[tuple[set[str], list[Event]]] = []
    rest: list[Event] = []
    for event in events:
        people = _principals(report, reading, [event])
        if len(people) > 2:
            return [list(events)]
        home = next(
            (found for pair, found in groups if people == pair or _beside(event, found) or _below(report, event, found)), None
        )
        if home is not None:
            home.append(event)
        elif len(people) == 2 and not invites(event, reading):
            groups.append((people, [event]))
        else:
            rest.append(event)
    if len(groups) < 2:
        return [list(events)]
    for event in rest:  # of one party, or of nobody named: of the pair told of last before it
        before = [found for _, found in groups if found[0].span < event.span]
        (before[-1] if before else groups[0][1]).append(event)
    return [sorted(found, key=lambda e: e.span) for _, found in groups]


def _beside(event: Event, others: Sequence[Event]) -> bool:
    """Whether an event has the day and the place of one of the others."""
    place = event.place
    return place is not None and any(_same_day(event, o) and o.place is not None and o.place.id == place.id for o in others)


def _one_below(report: Report, events: Sequence[Event], others: Sequence[Event]) -> bool:
    return any(_below(report, event, others) for event in events)


def _below(report: Report, event: Event, others: Sequence[Event]) -> bool:
    """Whether an event is told within the clause of one of the others: "will hold talks, with Kenya taking part"."""
    sentence = report.sentence(event.sentence)
    tops = {i for o in others if o.sentence == event.sentence for i in _tokens(sentence, o)}
    for i in _tokens(sentence, event)[:1]:
        while i not in tops and sentence.tokens[i].dep in WITHIN and sentence.tokens[i].head != i:
            i = sentence.tokens[i].head
        return i in tops
    return False


def _same_day(one: Event, other: Event) -> bool:
    return one.when is not None and other.when is not None and one.when.edtf == other.when.edtf


def _principals(report: Report, reading: Reading, events: Sequence[Event]) -> set[str]:
    """The states, bodies and groups that take part; a person without office is none."""
    return {a for e in events for a in principals(report.parties(_guests(e, reading))) if not a.startswith(("person:", "outlet:"))}


def _guests(event: Event, reading: Reading) -> tuple[Participant, ...]:
    """Who takes part in what an event tells of; of an invitation those who are invited."""
    told = tuple(Told(reading, 0, (event,)).participants(event))
    if not invites(event, reading):
        return told
    hosts = {p.span for p in event.actors}
    return tuple(p for p in told if p.span not in hosts)


def _line(report: Report, reading: Reading, event: Event, events: Sequence[Event]) -> Iterator[Step]:
    if not report.plain(event.sentence) or event.rule.endswith("; reader"):
        return
    told, guests = Told(reading, 0, (event,)), _guests(event, reading)
    sentence = report.sentence(event.sentence)
    actors = report.parties(guests)
    actors = tuple(dict.fromkeys((*actors, *_chairs(report, sentence, event)))) if actors else actors
    if not actors and any(_first_ever(sentence, i) for i in _tokens(sentence, event)):  # "the first meeting in a decade"
        actors = report.parties(p for e in events for p in _guests(e, reading))
    if not report.standing(actors):
        return
    chain = report.chains.around(event.trigger[0], event.sentence)
    chain = [a for a in chain if a.id != event.speech]
    if any(a.force is Force.OFFER for a in chain):  # "offered to host talks": nobody has agreed to come
        return
    near = [e for e in events if abs(e.sentence - event.sentence) <= NEAR]
    when = told.when() or next((w for e in near if (w := Told(reading, 0, (e,)).when()) is not None), None)
    group = Told(reading, 0, tuple(near))
    when = when or _lone_day(report, sentence, event)
    if when is not None and (_within(when, group.when()) or _within(group.when(), when)):
        when = group.when()
    speech = report.by_id.get(event.speech or "")
    status = told.stages()[0] if told.coming() is not None or len(events) == 1 else Told(reading, 0, tuple(events)).stages()[0]
    own_status = event.status if event.status in ABSENT else status
    if own_status is Status.DONE and when is None and _is_present(sentence, event):
        own_status = Status.ONGOING  # "Indonesia, which hosts the summit"
    yield make_step(
        report,
        event.sentence,
        Affair.MEETING,
        _stance(sentence, event, reading, own_status),
        actors,
        chain,
        span=cover([event.span, *(p.span for p in guests)]),
        counterparts=_hosts(report, event, sentence) if invites(event, reading) else (),
        status=own_status,
        matter=_agenda(sentence, speech) or event.span,
        when=when,
        due=when if own_status in (Status.PLANNED, Status.EXPECTED) else None,
        place=group.place(),
        events=(event, *(e for e in near if e.id != event.id)),
        attributions=(speech,) if speech is not None else (),
        rule=f"meeting; {event.rule}",
        score=event.score,
    )


def _chairs(report: Report, sentence: Sentence, event: Event) -> tuple[str, ...]:
    """Under whom they meet: "under the chairmanship of the Forum", "under Qatari mediation"."""
    nouns = [
        j
        for v in _tokens(sentence, event)
        for k in children(sentence, v, "prep")
        if sentence.tokens[k].text.lower() == "under"
        for j in children(sentence, k, "pobj")
    ]
    inside = [i for j in nouns if sentence.tokens[j].lemma.lower() in CHAIRS for i in subtree(sentence, j)]
    return report.named(sentence, inside)


def _is_present(sentence: Sentence, event: Event) -> bool:
    """Whether it is told in the present tense."""
    return any(sentence.tokens[i].tag in ("VBZ", "VBP") for i in _tokens(sentence, event))


def _lone_day(report: Report, sentence: Sentence, event: Event) -> When | None:
    """The one day that the sentence of a meeting names ("will hold talks on reopening the border on 5 July")."""
    if any(e.when is not None for e in report.events_in(sentence) if e.type is EventType.CONSULT):
        return None
    below = [i for v in _tokens(sentence, event)[:1] for i in subtree(sentence, v)]
    spans = [sentence.tokens[i].span for i in below]
    days = [t.when for t in report.dates(cover(spans)) if t.when.precision is Precision.DAY] if spans else []
    return days[0] if len(days) == 1 else None


def _agenda(sentence: Sentence, speech: Attribution | None) -> Span | None:
    """What they talk about, as far as its own sentence goes."""
    inside = (
        [s for s in speech.content if s.start < sentence.span.end and s.start >= sentence.span.start] if speech is not None else []
    )
    return Span(inside[0].start, min(inside[0].end, sentence.span.end)) if inside else None


def _hosts(report: Report, event: Event, sentence: Sentence) -> tuple[str, ...]:
    """Who invites: the one who does, or the body to whose meeting people are asked."""
    towards = [
        k for i in _tokens(sentence, event) for k in children(sentence, i, "prep") if sentence.tokens[k].text.lower() == "to"
    ]
    below = [j for k in towards for j in subtree(sentence, k)]
    named = tuple(a for a in report.named(sentence, below) if a.startswith("org:"))
    return report.parties(event.actors) or named


def _within(when: When | None, whole: When | None) -> bool:
    if when is None or whole is None or None in (when.earliest, when.latest, whole.earliest, whole.latest):
        return False
    assert when.earliest and when.latest and whole.earliest and whole.latest
    return whole.earliest <= when.earliest and when.latest <= whole.latest


def _stance(sentence: Sentence, event: Event, reading: Reading, status: Status) -> str:
    trigger = _tokens(sentence, event)
    if invites(event, reading):
        return "is not invited to" if status in ABSENT else "is invited to"
    if status in ABSENT:
        return ABSENT[status]
    if any(_first_time(sentence, i) for i in trigger):
        return "takes part for the first time in"
    if any(_first_ever(sentence, i) for i in trigger):
        return "meets for the first time in"
    words = (sentence.tokens[i].lemma.lower() for i in trigger)
    return next((STANCES[w] for w in words if w in STANCES), "meets")


def _first_time(sentence: Sentence, i: int) -> bool:
    """ "the first time that she attends", "attends for the first time", "the first minister to attend"."""
    tokens = sentence.tokens
    above = next(ancestors(sentence, i), i)
    owner = tokens[i].dep in ("relcl", "acl", "ccomp") and tokens[above].pos == "NOUN" and _is_first(sentence, above)
    times = [j for k in children(sentence, i, "prep") for j in children(sentence, k, "pobj")]
    return owner or any(tokens[j].lemma.lower() == "time" and _is_first(sentence, j) for j in times)


def _first_ever(sentence: Sentence, i: int) -> bool:
    """ "the first meeting of the two leaders in a decade", "their first visit since the war"."""
    token = sentence.tokens[i]
    return token.pos == "NOUN" and token.lemma.lower() in FIRST_EVER and _is_first(sentence, i)


def _tokens(sentence: Sentence, event: Event) -> list[int]:
    """The tokens of an event's trigger."""
    return [i for i, t in enumerate(sentence.tokens) if any(s.holds(t.span) for s in event.trigger)]


def _is_first(sentence: Sentence, noun: int) -> bool:
    return any(sentence.tokens[k].text.lower() == "first" for k in children(sentence, noun))
