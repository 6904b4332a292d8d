"""Events of one report -> Told: one report's account of a meeting, with who takes part, where, when, and at what stage."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise

from ..records import Event, EventType, Participant, Place, Precision, Reading, Sentence, Span, Status, Timex, When, ZoneKind
from ..sentences.trees import ancestors, subtree
from .tellings import HEADINGS

COMING = {Status.PLANNED, Status.EXPECTED, Status.ONGOING, Status.CALLED_FOR, Status.CONDITIONAL}
_LEAD = 1_500  # characters of a report in which a meeting without a place is where the dateline is
_THESE_DAYS = 10
_LONGEST = timedelta(days=45)  # times vaguer than this say nothing of which meeting is meant
_INVITING = re.compile(r"\binvit(?:e|es|ed|ing|ation|ations)\b", re.IGNORECASE)
_ALSO = re.compile(  # guests of a meeting that was told of before
    r"\b(?:attend|join|tak\w+ part in|took part in|participat\w+ in)\w* the (?:[\w'’-]+ ){0,3}"
    r"(?:gathering|summit|meeting|conference|talks|session|forum|event)\b",
    re.IGNORECASE,
)
_NAME = re.compile(r"[A-Z][A-Za-z.' -]+")
_DURATION = re.compile(r"P(\d{1,2})D")
_LED = re.compile(r"[-‑](?:led|backed|brokered|mediated|sponsored|dominated|aligned|allied)\b", re.IGNORECASE)
_PRESENT = {"VBZ", "VBP"}
_THINGS = {"it", "its", "itself"}
_WILL = {"will", "shall"}


@dataclass(frozen=True, slots=True)
class Told:
    """Events of one report that are one meeting."""

    reading: Reading
    report: int
    events: tuple[Event, ...]

    def actors(self) -> set[str]:
        return {a for e in self.events for a in self.people(e)}

    def people(self, event: Event) -> set[str]:
        return {a for p in self.participants(event) for a in p.actors}

    def participants(self, event: Event) -> Iterator[Participant]:
        """Who takes part: not the town where they meet. "The US-led bloc" is not the United States."""
        for participant in (*event.actors, *event.recipients, *_invited_from(event, self.reading)):
            if event.place is not None and not participant.actors and participant.span.overlaps(event.place.span):
                continue
            if _LED.search(participant.span.of(self.reading.document.text)):
                participant = replace(participant, actors=tuple(a for a in participant.actors if not a.startswith("iso3:")))
            yield participant

    def when(self) -> When | None:
        known = [_stretched(e, self.reading) for e in self.events if e.when is not None and e.when.earliest is not None]
        known = [w for w in known if length(w) <= _LONGEST] or known  # "for the first time since 2019" is no day
        whole = _joined_days(known)
        return min([*known, *whole], key=lambda w: (length(w) == timedelta(), length(w)), default=None)

    def place(self) -> Place | None:
        own = next((e.place for e in self.events if e.place is not None), None)
        return _named(own, self.reading) if own is not None else _dateline(self.reading, self.events[0])

    def anchored(self) -> bool:
        return any(e.when is not None or e.place is not None for e in self.events)

    def by_phone(self) -> bool:
        return all(e.mode == "phone" for e in self.events)

    def stages(self) -> list[Status]:
        """The stages that the events tell: of those that say it plainly, else of those that leave it open, else of invitations."""
        firm = [e for e in self.events if not invites(e, self.reading)]
        return [_stage(e, self.reading) for e in self._clear() or firm or self.events]

    def coming(self) -> bool | None:
        """Whether it is still to come; None where nothing told speaks of it plainly."""
        return self.stages()[0] in COMING if self._clear() else None

    def _clear(self) -> list[Event]:
        """Events that say when or at what stage: no undated invitations, nothing told in the present without a time."""
        dated = (e for e in self.events if e.when is not None or not invites(e, self.reading))
        return [e for e in dated if not _timeless(e, self.reading)]


def meeting_events(reading: Reading) -> list[Event]:
    """CONSULT events and invitations in the order of the text; those of headings only where nothing else tells of any. Talks that
    somebody only calls for are no meeting."""
    found = [e for e in reading.events if _consults(e, reading) or invites(e, reading)]
    found.sort(key=lambda e: e.span)
    headings = {s.index for s in reading.sentences if s.zone in HEADINGS}
    return [e for e in found if e.sentence not in headings] or found


def _consults(event: Event, reading: Reading) -> bool:
    """What somebody only calls for is no meeting, nor is what a thing does ("it flew over the country before landing")."""
    if event.type is not EventType.CONSULT or event.status is Status.CALLED_FOR:
        return False
    doers = [p.span.of(reading.document.text).lower() for p in event.actors]
    return event.mode != "visit" or any(doer not in _THINGS for doer in doers)


def invites(event: Event, reading: Reading) -> bool:
    return any(_INVITING.search(t.of(reading.document.text)) for t in event.trigger)


def refers_back(event: Event, reading: Reading) -> bool:
    """ "Envoys from Chad will also attend the two-day gathering": whose guests, it was said before."""
    return _ALSO.search(event.span.of(reading.document.text)) is not None


def days(when: When | None) -> tuple[date, date] | None:
    """First and last day of a time exact enough to tell one meeting from another."""
    if when is None or when.earliest is None or when.latest is None or length(when) > _LONGEST:
        return None
    return when.earliest, when.latest


def length(when: When) -> timedelta:
    if when.earliest is None or when.latest is None:
        return timedelta.max
    return when.latest - when.earliest


def one_run(one: Told, other: Told) -> bool:
    """Whether two accounts in one sentence of one report are of the same or adjacent days ("on Wednesday and Thursday")."""
    if not {e.sentence for e in one.events} & {e.sentence for e in other.events}:
        return False
    first, second = days(one.when()), days(other.when())
    return first is None or second is None or _adjacent(first, second)


def _adjacent(first: tuple[date, date], second: tuple[date, date]) -> bool:
    day = timedelta(days=1)
    return first[0] <= second[1] + day and second[0] <= first[1] + day


def _sentence(event: Event, reading: Reading) -> Sentence | None:
    place = bisect_left(reading.sentences, event.sentence, key=lambda s: s.index)
    return reading.sentences[place] if place < len(reading.sentences) else None


def _stage(event: Event, reading: Reading) -> Status:
    """The event's status; what is dated after its report is to come, and so is what people "have been invited" to and what
    "will be the first time that she attends"."""
    published, when = reading.document.published, event.when
    if event.status is not Status.DONE:
        return event.status
    if _below_will(event, reading):
        return Status.PLANNED
    if published is not None and when is not None and when.earliest and when.latest and published.earliest and published.latest:
        if when.earliest > published.latest:
            return Status.PLANNED
        if when.latest < published.earliest:
            return Status.DONE
    return Status.PLANNED if invites(event, reading) and when is None else Status.DONE


def _timeless(event: Event, reading: Reading) -> bool:
    """Told in the present tense without a time ("it is the first time that she attends"): neither past nor to come."""
    sentence = _sentence(event, reading)
    if sentence is None or event.status is not Status.DONE or event.when is not None or _below_will(event, reading):
        return False
    return any(sentence.tokens[i].tag in _PRESENT for i in _trigger(event, sentence))


def _below_will(event: Event, reading: Reading) -> bool:
    """Whether a present-tense trigger stands below a verb with "will"."""
    sentence = _sentence(event, reading)
    if sentence is None:
        return False
    tokens = sentence.tokens
    present = [i for i in _trigger(event, sentence) if tokens[i].tag in _PRESENT]
    above = [k for i in present for top in ancestors(sentence, i) for k in tokens[top].children]
    return any(tokens[k].lemma.lower() in _WILL and tokens[k].dep == "aux" for k in above)


def _trigger(event: Event, sentence: Sentence) -> list[int]:
    return [i for i, t in enumerate(sentence.tokens) if any(span.holds(t.span) for span in event.trigger)]


def _invited_from(event: Event, reading: Reading) -> Iterator[Participant]:
    """Those from whom guests come: "ministers have been invited from Peru and Chile"."""
    sentence = _sentence(event, reading)
    if sentence is None or not invites(event, reading):
        return
    tokens = sentence.tokens
    heads = [
        k
        for i in _trigger(event, sentence)
        for k in tokens[i].children
        if tokens[k].dep == "prep" and tokens[k].lemma.lower() == "from"
    ]
    below = [tokens[k].span for head in heads for k in subtree(sentence, head)]
    known = [p.span for p in (*event.actors, *event.recipients)]
    for mention in (m for m in reading.mentions if m.sentence == event.sentence and m.actors):
        if any(mention.span.overlaps(s) for s in below) and not any(mention.span.overlaps(s) for s in known):
            yield Participant(mention.span, mention.id, mention.actors)


def _joined_days(known: Sequence[When]) -> list[When]:
    """Two adjacent single days as one span of time."""
    single = {w.earliest: w for w in known if w.earliest is not None and w.precision is Precision.DAY}
    return [
        _interval(single[first], first, last, "adjacent days")
        for first, last in pairwise(sorted(single))
        if last - first == timedelta(days=1)
    ]


def _interval(when: When, first: date, last: date, rule: str) -> When:
    value = f"{first.isoformat()}/{last.isoformat()}"
    return replace(when, value=value, edtf=value, earliest=first, latest=last, precision=Precision.INTERVAL, rule=rule)


def _stretched(event: Event, reading: Reading) -> When:
    """The event's time, drawn out over the days that its sentence gives it ("the two-day gathering, which begins Wednesday", "on
    Thursday and Friday")."""
    when, sentence = event.when, _sentence(event, reading)
    assert when is not None
    if when.precision is not Precision.DAY or when.earliest is None:
        return when
    whole = sentence.span if sentence is not None else event.span
    for timex in reading.timexes:
        found = _DURATION.fullmatch(timex.when.value)
        if found is not None and whole.holds(timex.span) and int(found[1]) > 1:
            return _interval(when, when.earliest, when.earliest + timedelta(days=int(found[1]) - 1), "day and duration")
        morrow = when.earliest + timedelta(days=1)
        if timex.when.earliest == timex.when.latest == morrow and _coordinated(event, timex, reading):
            return _interval(when, when.earliest, morrow, "adjacent days")
    return when


def _coordinated(event: Event, timex: Timex, reading: Reading) -> bool:
    """Whether a time follows the event's own behind an "and"."""
    own = event.when_span
    return own is not None and reading.document.text[own.end : timex.span.start].strip() == "and"


def _named(place: Place, reading: Reading) -> Place:
    """A place that no table knows goes by its name, and so does a capital, whose id is that of its state: a meeting is in the
    town."""
    words = place.span.of(reading.document.text)
    town = any(m.span.overlaps(place.span) and m.candidates and not m.actors for m in reading.mentions)
    known = (place.id is not None and not town) or _NAME.fullmatch(words) is None
    return place if known else Place(place.span, _place_id(words))


def _place_id(name: str) -> str:
    return f"place:{'-'.join(name.lower().split())}"


def _of_these_days(event: Event, reading: Reading) -> bool:
    published = reading.document.published
    if event.when is None or event.when.earliest is None or published is None or published.earliest is None:
        return False
    return abs((event.when.earliest - published.earliest).days) <= _THESE_DAYS


def _dateline(reading: Reading, event: Event) -> Place | None:
    """The town of the dateline, for a meeting of these days told of at the head of the report."""
    zone = next((z for z in reading.document.zones if z.kind is ZoneKind.DATELINE), None)
    if zone is None or event.span.start - zone.span.end > _LEAD or not _of_these_days(event, reading):
        return None
    town = _NAME.match(zone.span.of(reading.document.text))
    if town is None:
        return None
    name = town[0].strip(" -.")
    return Place(Span(zone.span.start, zone.span.start + len(name)), _place_id(name))
