"""Readings made by hand, without a parser: for tests of what is kept, not of what is found."""

import hashlib
from datetime import UTC, datetime

from conftest import make_document
from rashomon.records import (
    Affair,
    Attribution,
    AttributionKind,
    Defect,
    DefectKind,
    Event,
    EventType,
    Force,
    Mention,
    MentionKind,
    Participant,
    Precision,
    Reading,
    Received,
    Rejection,
    Sentence,
    Span,
    Status,
    Step,
    Timex,
    TimexType,
    Token,
    When,
    ZoneKind,
    content_id,
)
from rashomon.store.keeping import Intake
from rashomon.store.rows import reading_rows

AT = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)


def make_reading(number: int, sentences: int = 4) -> Reading:
    """A report of `sentences` like sentences, each with a mention, an attribution, an event, a rejected one, a step, a time and
    a defect."""
    words = [f"Ardania said on Tuesday that it would sanction Belmora for the {number}-{i} time." for i in range(sentences)]
    document = make_document("\n\n".join(words), title=f"Report {number}")
    found, timexes, mentions, attributions, events, rejections, steps, defects = [], [], [], [], [], [], [], []
    at = 0
    for i, line in enumerate(words):
        span = Span(at, at + len(line))
        actor, other = Span(at, at + 7), Span(at + line.index("Belmora"), at + line.index("Belmora") + 7)
        token = Token(actor, "Ardania", "Ardania", "PROPN", "NNP", "nsubj", 0, (), "GPE", True, "Number=Sing")
        found.append(Sentence(document.id, i, i, ZoneKind.BODY, span, (token,), ((0, 1, 0),)))
        tuesday = Span(at + line.index("Tuesday"), at + line.index("Tuesday") + 7)
        when = When("2022-04-05", "2022-04-05", None, None, Precision.DAY, "document date", "weekday")
        timexes.append(Timex(tuesday, TimexType.DATE, when))
        who = Mention(
            content_id("men", document.id, actor), document.id, i, actor, actor, MentionKind.NAME, ("iso3:ARD",), name="Ardania"
        )
        mentions.append(who)
        holder = Participant(actor, who.id, ("iso3:ARD",))
        said = Attribution(
            content_id("att", document.id, span), document.id, i, (holder,), (Span(at + 8, at + 12),),
            (Span(at + line.index("it"), span.end),), AttributionKind.INDIRECT, Force.SAY,
        )  # fmt: skip
        attributions.append(said)
        act = Event(
            content_id("evt", document.id, span), document.id, i, span, (other,), EventType.SANCTION, (holder,),
            (Participant(other, None, ("iso3:BEL",)),), Status.PLANNED, Status.PLANNED, when=when, attribution=said.id,
        )  # fmt: skip
        events.append(act)
        time = Span(at + line.index("time"), at + line.index("time") + 4)
        reason = "nobody known takes part"
        rejections.append(Rejection(content_id("rej", document.id, time), document.id, i, span, (time,), reason, score=0.2))
        steps.append(Step(
            content_id("stp", document.id, span), document.id, i, span, Affair.COMMITMENT, "announces", ("iso3:ARD",),
            ("iso3:BEL",), Status.PLANNED, True, matter="sanctions", according_to=(said.id,), events=(act.id,),
        ))  # fmt: skip
        defects.append(Defect(DefectKind.DUPLICATED_WORDS, tuesday, "made by hand", None, False, "test"))
        at += len(line) + 2
    kept = type(document)(**{name: getattr(document, name) for name in document.__slots__} | {"defects": tuple(defects)})
    rows = (tuple(rows) for rows in (found, timexes, mentions, attributions, events, rejections, steps))
    return Reading(kept, *rows)


def make_intake(reading: Reading, complete: bool = True) -> Intake:
    received = Received(reading.document.text.encode(), f"{reading.document.title}.txt")
    return Intake(received, hashlib.sha256(received.data).hexdigest(), [reading_rows(reading)], (), complete)
