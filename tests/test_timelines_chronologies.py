"""A chronology is in order of time, dated before undated, and loses nothing."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from rashomon.records import (
    Attribution,
    AttributionKind,
    Document,
    Event,
    EventType,
    Force,
    Participant,
    Precision,
    Reading,
    Span,
    Status,
    Story,
    When,
)
from rashomon.timelines import actor_timeline, story_timeline

START = date(2022, 1, 1)


def when(first: int, last: int) -> When:
    a, b = START + timedelta(first), START + timedelta(last)
    return When(a.isoformat(), f"{a}/{b}", a, b, Precision.INTERVAL, "test", "test")


def event(number: int, time: When | None, actor: str = "iso3:UKR", speech: str | None = None) -> Event:
    span = Span(number * 10, number * 10 + 5)
    who = (Participant(span, actors=(actor,)),)
    return Event(
        f"evt:{number}", "doc:1", 0, span, (span,), EventType.CONSULT, who, (), Status.DONE, Status.DONE, when=time, speech=speech
    )


def attribution(number: int) -> Attribution:
    span = Span(number * 10, number * 10 + 5)
    who = (Participant(span, actors=("iso3:CHN",)),)
    return Attribution(f"att:{number}", "doc:1", 0, who, (span,), (span,), AttributionKind.INDIRECT, Force.SAY)


def reading(events: list[Event], attributions: list[Attribution]) -> Reading:
    document = Document("doc:1", "0" * 64, "t", "text/plain", "utf-8", "en", "x" * 2000, "", ())
    return Reading(document, (), (), (), tuple(attributions), tuple(events))


STORY = Story("sto:1", ("doc:1",), "", None, (), (), ())


@given(st.lists(st.none() | st.tuples(st.integers(0, 400), st.integers(0, 30)), max_size=12))
def test_a_chronology_is_in_order_and_whole(times: list[tuple[int, int] | None]) -> None:
    events = [event(i, when(t[0], t[0] + t[1]) if t is not None else None) for i, t in enumerate(times)]
    entries = story_timeline(STORY, [reading(events, [])]).entries
    assert sorted(e.record for e in entries) == sorted(e.id for e in events)
    days = [e.when.earliest for e in entries if e.when is not None]
    assert days == sorted(d for d in days if d is not None)
    assert [e.when is None for e in entries] == sorted(e.when is None for e in entries)


def test_an_attribution_that_is_an_event_stands_once() -> None:
    told = reading([event(1, None, speech="att:1")], [attribution(1), attribution(2)])
    assert [e.record for e in story_timeline(STORY, [told]).entries] == ["evt:1", "att:2"]


def test_an_actors_line_holds_what_names_the_actor() -> None:
    told = reading([event(1, when(3, 3)), event(2, when(1, 1), "iso3:RUS")], [attribution(3)])
    assert [e.record for e in actor_timeline("iso3:UKR", told.events, told.attributions).entries] == ["evt:1"]
    assert [e.record for e in actor_timeline("iso3:CHN", told.events, told.attributions).entries] == ["att:3"]
    assert actor_timeline("iso3:UKR", told.events, told.attributions, other="iso3:RUS").entries == ()


def test_reports_of_another_story_are_left_out() -> None:
    other = Story("sto:2", ("doc:2",), "", None, (), (), ())
    assert story_timeline(other, [reading([event(1, None)], [])]).entries == ()
