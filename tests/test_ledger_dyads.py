"""The Parquet files follow the ledger, and DuckDB counts in them what plain Python counts in the records."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from rashomon.errors import QueryError
from rashomon.ledger import Ledger
from rashomon.ledger.parquets import MOST
from rashomon.records import Correction, EventType, Participant, Precision, Reading, Span, Status, When
from rashomon.store import Store, open_store
from rashomon.timelines.ties import counts, scale, score_of
from readings import AT, make_intake, make_reading


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path / "ledger", create=True) as opened:
        yield opened


def done(number: int, days: int = 3) -> Reading:
    """A report of four acts that took place, `days` days apart."""
    reading = make_reading(number)
    events = tuple(
        replace(event, status=Status.DONE, type=EventType.SANCTION if i % 2 else EventType.AID, when=day(6 + i * days))
        for i, event in enumerate(reading.events)
    )
    return replace(reading, events=events)


def day(number: int) -> When:
    on = date(2022, 4, number)
    return When(on.isoformat(), on.isoformat(), on, on, Precision.DAY, "explicit", "test")


def series(store: Store) -> list[tuple[object, ...]]:
    """The weekly series as plain Python counts it: every report is an origin of its own."""
    told: dict[tuple[date, str, str, str], dict[tuple[str, EventType], list[float]]] = {}
    for e in store.events():
        if e.when is not None and e.when.earliest is not None and counts(e.type, e.status):
            monday = e.when.earliest - timedelta(e.when.earliest.weekday())
            acts = told.setdefault((monday, "iso3:ARD", "iso3:BEL", str(e.type.quad)), {})
            acts.setdefault((e.document, e.type), []).append(score_of(e.type, e.cameo))
    rows = []
    for (monday, actor, recipient, quad), acts in sorted(told.items()):
        scores = [sum(values) / len(values) for values in acts.values()]
        mean = round(sum(scores) / len(scores), 3)
        rows.append((actor, recipient, quad, monday, len(acts), sum(map(len, acts.values())), mean, scale()))
    return rows


def test_the_series_is_that_of_the_records(store: Store) -> None:
    ledger = Ledger(store)
    assert ledger.dyads(stories=False).num_rows == ledger.table("events").num_rows == 0
    for number in range(3):  # the files grow with the ledger
        store.add([make_intake(done(number))], "x-1", AT)
        rows = ledger.dyads(stories=False).to_pylist()
        assert [tuple(row.values()) for row in rows] == series(store) and rows
    assert len(list((store.file.parent / "parquet").glob("ties-*"))) == 3
    assert ledger.dyads("iso3:BEL", stories=False).num_rows == 0
    month = ledger.dyads(
        "iso3:ARD", "iso3:BEL", by="month", since=date(2022, 4, 9), until=date(2022, 4, 30), stories=False
    ).to_pylist()
    assert [(row["start"], row["quad"], row["events"]) for row in month] == [
        (date(2022, 4, 1), "M-CONF", 3), (date(2022, 4, 1), "M-COOP", 3)
    ]  # fmt: skip
    with pytest.raises(QueryError, match="no such period"):
        ledger.dyads(by="decade", stories=False)
    with pytest.raises(QueryError, match="no such table"):
        ledger.table("sentences")


def test_an_act_without_a_day_is_in_no_week(store: Store) -> None:
    reading = done(1)
    long = When("", "", date(2014, 1, 1), date(2022, 4, 6), Precision.INTERVAL, "explicit", "test")
    events = (replace(reading.events[0], when=long), *reading.events[1:])
    store.add([make_intake(replace(reading, events=events))], "x-1", AT)
    rows = Ledger(store).dyads(stories=False).to_pylist()
    assert [row["events"] for row in rows if row["start"] is None] == [1]
    assert all(row["start"] >= date(2022, 4, 4) for row in rows if row["start"] is not None)
    bounded = Ledger(store).dyads(since=date(2010, 1, 1), stories=False).to_pylist()
    assert sum(row["reports"] for row in bounded) == 3


def test_one_origin_counts_once(store: Store) -> None:
    store.add([make_intake(done(number)) for number in range(3)], "x-1", AT)
    ledger = Ledger(store)
    documents = [kept.document for kept in store.documents()]
    copies = [(document, "sto:1/0") for document in documents[:2]]
    by_origin = ledger._analyses.dyads(origins=lambda: copies).to_pylist()
    assert {(row["events"], row["reports"]) for row in by_origin} == {(2, 3)}
    ledger.close()


def test_what_no_longer_holds_is_left_out(store: Store) -> None:
    reading = done(1)
    store.add([make_intake(reading)], "x-1", AT)
    ledger = Ledger(store)
    assert ledger.table("events").num_rows == 4
    one = reading.events[0]
    store.derive = None
    store.add_words([Correction("cor:1", one.id, "status", "done", "denied", "", "me", AT)], one.document, AT)
    events = ledger.table("events").to_pylist()
    assert sorted(row["status"] for row in events) == ["denied", "done", "done", "done"]
    assert sum(row["reports"] for row in ledger.dyads(stories=False).to_pylist()) == 3
    assert ledger.table("steps")["affair"].to_pylist() == ["commitment"] * 4
    assert ledger.table("attributions")["holders"].to_pylist() == [["iso3:ARD"]] * 4


def test_many_files_become_one(store: Store) -> None:
    ledger = Ledger(store)
    for number in range(MOST + 2):
        store.add([make_intake(done(number))], "x-1", AT)
        assert ledger.table("ties").num_rows == 4 * (number + 1)
    files = sorted((store.file.parent / "parquet").glob("ties-*"))
    assert len(files) < MOST
    # A file that another process left, of readings that a longer one holds too, counts for nothing.
    files[0].with_name("ties-000000000001-000000000001.parquet").write_bytes(files[0].read_bytes())
    assert ledger.table("ties").num_rows == 4 * (MOST + 2)
    for file in (store.file.parent / "parquet").iterdir():
        file.unlink()
    assert ledger.table("ties").num_rows == 4 * (MOST + 2)


def test_those_who_act_together_are_dyads_both_ways(store: Store) -> None:
    reading = done(1)
    both = (Participant(Span(0, 7), None, ("iso3:ARD", "iso3:BEL")),)
    event = replace(reading.events[0], actors=both, recipients=(), reciprocal=True)
    store.add([make_intake(replace(reading, events=(event,)))], "x-1", AT)
    rows = Ledger(store).table("ties").to_pylist()
    assert {(row["actor"], row["recipient"]) for row in rows} == {("iso3:ARD", "iso3:BEL"), ("iso3:BEL", "iso3:ARD")}


def test_one_report_that_tells_an_act_twice_is_one_report(store: Store) -> None:
    reading = done(1)
    act, *others = reading.events
    again = replace(act, id="evt:again", when=day(7))
    store.add([make_intake(replace(reading, events=(act, again, *others)))], "x-1", AT)
    with Ledger(store) as ledger:
        rows = ledger.dyads(stories=False).to_pylist()
    assert {row["reports"] for row in rows} == {1}
