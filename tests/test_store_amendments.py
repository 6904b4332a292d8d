"""No sequence of reading, correcting, reading again and migrating loses a row, doubles one, or forgets what a human said."""

import json
import tempfile
from contextlib import ExitStack
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import text as statement

from older_ledgers import as_schema_2
from rashomon.errors import QueryError
from rashomon.ledger.corrections import decide
from rashomon.records import Correction, Decision, Event, EventType, Precision, Reading, Span, Status, Verdict, content_id
from rashomon.store import Store, open_store
from rashomon.store.amendments import amend
from rashomon.store.filters import Clock, Filter, Known, Order
from rashomon.store.matches import find_homes, likeness
from rashomon.store.values import corrected_value, read_when, value_text
from readings import AT, make_intake, make_reading

BASE = make_reading(1, sentences=4)
DOCUMENT = BASE.document.id
# How a newer program finds one event of the four: as before, with another trigger (and so another id), as another type, not.
CHANGES = ("same", "longer", "other type", "elsewhere", "gone")
read = st.tuples(st.just("read"), st.lists(st.sampled_from(CHANGES), min_size=4, max_size=4))
correct = st.tuples(st.just("correct"), st.tuples(st.integers(0, 3), st.sampled_from(list(Status))))
judge = st.tuples(st.just("judge"), st.tuples(st.integers(0, 3), st.sampled_from(list(Verdict))))


migrate = st.tuples(st.just("migrate"), st.none())


@settings(max_examples=30, deadline=None)
@given(st.lists(st.one_of(read, correct, judge, migrate), max_size=7))
def test_no_row_is_lost_or_doubled(steps: list[tuple[str, Any]]) -> None:
    with tempfile.TemporaryDirectory() as name, ExitStack() as open_now:
        folder = Path(name) / "0"
        store = open_now.enter_context(open_store(folder, create=True))
        made, said, at = BASE, 0, AT
        store.add([make_intake(made)], "x-0", at)
        for number, (step, what) in enumerate(steps, 1):
            at += timedelta(minutes=1)
            if step == "read":
                made = newer(what)
                store.add([make_intake(made)], f"x-{number}", at)
            elif step == "migrate":
                before = everything(store)
                open_now.pop_all().close()
                folder, old = Path(name) / str(number), folder
                as_schema_2(old, folder)
                store = open_now.enter_context(open_store(folder))
                assert everything(store) == before
                assert len(list(folder.glob("ledger-schema2-*.sqlite"))) == 1
            elif events := store.reading(DOCUMENT).events:
                target = events[what[0] % len(events)].id
                word: Any = Decision(f"dec:{number}", target, what[1], "so", "me", at)
                if step == "correct":
                    word = Correction(f"cor:{number}", target, "status", "", what[1].value, "so", "me", at)
                store.add_words([word], DOCUMENT, at)
                said += 1
            check(store, made, said)


def everything(store: Store) -> tuple[Any, ...]:
    """All that a ledger tells, today and as it was known."""
    days = [None, *(Known((AT + timedelta(days=n)).date(), Clock.READING) for n in (-1, 0))]
    steps = [store.kept_steps(Filter(known=known, order=Order.NEWEST)) for known in days]
    return steps, store.readings(), store.replaced(), store.documents(), rows_of(store, "replacements", "parts", "readings")


def rows_of(store: Store, *names: str) -> list[list[Any]]:
    with store._asking() as connection:
        found = [connection.execute(statement(f"SELECT * FROM {name}")).mappings().all() for name in names]
    kept = [[row | {"header": json.loads(row.get("header", "{}"))} for row in map(dict, rows)] for rows in found]
    return [sorted(rows, key=repr) for rows in kept]


def check(store: Any, made: Reading, said: int) -> None:
    """What holds is what the program made, with what was said of it; every word is there, and of one row at most."""
    words = store.words()
    assert len({one.word.id for one in words}) == len(words) == said
    found = {event.id: event for event in made.events}
    assert all(one.row is None or one.row in found for one in words)
    gone, status = set(), {}
    for one in words:
        if isinstance(one.word, Correction):
            status[one.row] = Status(one.word.new)
        else:
            (gone.add if one.word.verdict is Verdict.REJECT else gone.discard)(one.row)
        if one.word.target in found:
            assert one.row == one.word.target, "a row that is still there lost a word"
    held = store.reading(DOCUMENT)
    assert [event.id for event in held.events] == [one for one in found if one not in gone]
    assert all(event.status == status.get(event.id, found[event.id].status) for event in held.events)
    assert [event for event in held.events if event.id not in status] == [
        event for event in made.events if event.id not in gone | status.keys()
    ]
    assert store.events() == held.events
    assert held.mentions == made.mentions and held.attributions == made.attributions
    assert store.problems() == []
    assert len(store.documents()) == 1
    assert store.actors() == {"iso3:ARD": 1, "iso3:BEL": 1}


def newer(changes: list[str]) -> Reading:
    events = tuple(changed(event, change) for event, change in zip(BASE.events, changes, strict=True) if change != "gone")
    return replace(BASE, events=events)


def changed(event: Event, change: str) -> Event:
    if change == "longer":
        (trigger,) = event.trigger
        event = replace(event, trigger=(Span(trigger.start, trigger.end + 3),))
    elif change == "other type":
        event = replace(event, type=EventType.THREATEN)
    elif change == "elsewhere":
        event = replace(event, trigger=(Span(event.span.start, event.span.start + 7),))
    return event if change == "same" else replace(event, id=content_id("evt", event.id, change))


def test_a_word_goes_with_its_row_to_a_newer_reading() -> None:
    """Found under another id, by the same words; not to another row that is only near."""
    event = BASE.events[1]
    seen = {event.id: event}
    for change, found in (("longer", True), ("other type", True), ("elsewhere", False)):
        other = changed(event, change)
        rows = {one.id: one for one in (BASE.events[0], other, BASE.events[2])}
        word = Correction("cor:1", event.id, "status", "", "done", "", "", AT)
        assert find_homes([word], seen, {}, rows) == {"cor:1": other.id if found else None}


def test_two_rows_that_became_one_do_not_share_it() -> None:
    one, two = BASE.events[0], replace(BASE.events[0], id="evt:b", type=EventType.THREATEN)
    merged = replace(one, id="evt:c")
    words = [Decision(f"dec:{row.id}", row.id, Verdict.ACCEPT, "", "", AT) for row in (one, two)]
    homes = find_homes(words, {one.id: one, two.id: two}, {}, {merged.id: merged})
    assert homes == {f"dec:{one.id}": merged.id, "dec:evt:b": None}


def test_of_two_as_like_none_is_taken() -> None:
    event = BASE.events[0]
    twins = {name: replace(event, id=name) for name in ("evt:b", "evt:c")}
    assert find_homes([Decision("dec:1", event.id, Verdict.ACCEPT, "", "", AT)], {event.id: event}, {}, twins) == {"dec:1": None}


def test_likeness_is_of_rows_of_one_kind() -> None:
    for rows in (BASE.mentions, BASE.attributions, BASE.events, BASE.rejections, BASE.steps, (BASE.document,)):
        assert likeness(rows[0], replace(rows[0])) == pytest.approx(1, abs=0.01)  # type: ignore[type-var]
        assert len(rows) == 1 or likeness(rows[0], rows[1]) == 0
    assert likeness(BASE.events[0], BASE.steps[0]) == 0


def test_what_was_said_in_a_rejected_attribution_is_said_around_it() -> None:
    outer, inner = BASE.attributions[:2]
    reading = replace(
        BASE,
        attributions=(outer, replace(inner, parent=outer.id)),
        events=(replace(BASE.events[1], attribution=inner.id, speech=inner.id),),
        steps=(replace(BASE.steps[1], according_to=(outer.id, inner.id)),),
    )
    word = Decision("dec:1", inner.id, Verdict.REJECT, "", "", AT)
    amended = amend(reading, [word], {}, {}).reading
    assert amended.attributions == (outer,)
    assert (amended.events[0].attribution, amended.events[0].speech) == (outer.id, None)
    assert amended.steps[0].according_to == (outer.id,)


@pytest.mark.parametrize(
    ("text", "edtf", "precision"),
    [("2022-04-06", "2022-04-06", Precision.DAY), ("2022-04", "2022-04", Precision.MONTH), ("2022", "2022", Precision.YEAR),
     ("2022-04-01/2022-04-03", "2022-04-01/2022-04-03", Precision.INTERVAL), ("../2022-05", "/2022-05-31", Precision.INTERVAL),
     ("2022-05/..", "2022-05-01/", Precision.INTERVAL), ("2022-W14", "2022-04-04/2022-04-10", Precision.WEEK)],
)  # fmt: skip
def test_dates_as_humans_write_them(text: str, edtf: str, precision: Precision) -> None:
    when = read_when(text)
    assert (when.edtf, when.precision, when.basis) == (edtf, precision, "correction")


@pytest.mark.parametrize("text", ["2022-02-30", "2022-13", "/", "../..", "soon", "2022-05/2022-04", "a/b", "2022/2023/2024", ""])
def test_impossible_dates(text: str) -> None:
    with pytest.raises(QueryError, match="no such date"):
        read_when(text)


def test_values_there_and_back() -> None:
    event = BASE.events[0]
    pairs = ("status=denied", "contexts=military;diplomatic", "reciprocal=yes", "mode=", "mode=visit", "when=2022-04",
             "recipients=iso3:UGA;iso3:KEN", "place=iso3:UGA")  # fmt: skip
    for field, _, text in (pair.partition("=") for pair in pairs):
        assert value_text(corrected_value(event, field, text)) == text
    # Whoever is still meant keeps the words that name him.
    people = corrected_value(event, "recipients", "iso3:BEL;iso3:UGA")
    assert people[0] == event.recipients[0] and people[1].actors == ("iso3:UGA",)


def test_a_word_whose_value_means_nothing_any_more_is_of_no_row() -> None:
    """A status that a newer program does not know: the row stays as it was made, and the word is told as lost."""
    event = BASE.events[0]
    words = [
        Correction("cor:1", event.id, "status", "", "suspected", "", "", AT),
        Correction("cor:2", event.id, "mode", "", "visit", "", "", AT),
    ]
    amended = amend(BASE, words, {}, {})
    assert amended.homes == {"cor:1": None, "cor:2": event.id}
    assert (amended.reading.events[0].status, amended.reading.events[0].mode) == (event.status, "visit")


def test_a_row_that_shares_but_a_few_letters_is_another_one() -> None:
    event = BASE.events[0]
    (trigger,) = event.trigger
    third = max(1, len(trigger) // 3)
    near = replace(event, id="evt:near", trigger=(Span(trigger.end - third, trigger.end + len(trigger)),))
    assert 0 < likeness(event, near) < 0.5
    word = Decision("dec:1", event.id, Verdict.ACCEPT, "", "", AT)
    assert find_homes([word], {event.id: event}, {}, {near.id: near}) == {"dec:1": None}
    assert find_homes([word], {event.id: event}, {}, {"evt:same": replace(event, id="evt:same")}) == {"dec:1": "evt:same"}


def test_of_the_rows_that_a_word_was_of_the_last_one_counts() -> None:
    event = BASE.events[0]
    rows = {name: replace(event, id=name) for name in ("evt:b", "evt:c")}
    word = Decision("dec:1", event.id, Verdict.ACCEPT, "", "", AT)
    assert find_homes([word], {}, {"dec:1": ["evt:b", "evt:c"]}, rows) == {"dec:1": "evt:c"}


def test_a_candidate_of_no_type_is_accepted_only_once_it_has_one() -> None:
    nameless = replace(BASE, rejections=(replace(BASE.rejections[0], type=None), *BASE.rejections[1:]))
    with tempfile.TemporaryDirectory() as folder, open_store(Path(folder), create=True) as store:
        store.add([make_intake(nameless)], "x-0", AT)
        candidate = store.reading(DOCUMENT).rejections[0].id
        with pytest.raises(QueryError, match="of no type yet"):
            decide(store, candidate, Verdict.ACCEPT, "", "me")
        assert store.words() == ()
        assert decide(store, candidate, Verdict.REJECT, "", "me").verdict is Verdict.REJECT


def test_what_stood_in_a_rejected_attribution_stands_in_the_next_one_around_it() -> None:
    outer, middle, inner = BASE.attributions[:3]
    nested = (outer, replace(middle, parent=outer.id), replace(inner, parent=middle.id))
    word = Decision("dec:1", middle.id, Verdict.REJECT, "", "", AT)
    kept = amend(replace(BASE, attributions=nested), [word], {}, {}).reading.attributions
    assert [(a.id, a.parent) for a in kept] == [(outer.id, None), (inner.id, outer.id)]
