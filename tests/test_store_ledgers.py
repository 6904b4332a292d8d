"""What is put into the store comes out again, once, whole, and for good."""

import sqlite3
import tempfile
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import text

from older_ledgers import as_schema_2
from rashomon.errors import LedgerError, NotFoundError, QueryError
from rashomon.records import Correction, Decision, Failure, Status, Verdict
from rashomon.store import Store, connections, migrations, open_store
from rashomon.store.codec import to_json
from rashomon.store.filters import Clock, Filter, Known, Order
from rashomon.store.schema import KEPT
from rashomon.store.searches import full_text_query
from readings import AT, make_intake, make_reading


@pytest.fixture
def store(tmp_path: Path) -> Any:
    with open_store(tmp_path / "ledger", create=True) as opened:
        yield opened


def test_readings_come_back_as_they_were(store: Store) -> None:
    readings = [make_reading(n) for n in range(3)]
    new = store.add([make_intake(r) for r in readings], "x-1", AT)
    assert new == [r.document.id for r in readings]
    assert store.readings() == tuple(readings)
    assert store.reading(new[1]) == readings[1]
    assert store.document(new[2]) == readings[2].document
    assert store.raw(new[0]) == readings[0].document.text.encode()
    assert [(k.title, k.events, k.sentences) for k in store.documents()] == [(f"Report {n}", 4, 4) for n in range(3)]
    assert store.problems() == []


def test_the_same_reading_twice_adds_nothing(store: Store) -> None:
    intake = make_intake(make_reading(1))
    assert len(store.add([intake], "x-1", AT)) == 1
    before = counts(store)
    assert store.add([intake, intake], "x-1", AT) == []
    assert counts(store) == before


def test_a_later_extractor_holds_and_the_earlier_rows_stay(store: Store) -> None:
    first = make_reading(1)
    second = replace(first, events=tuple(replace(e, status=Status.DONE) for e in first.events[:2]))
    store.add([make_intake(first)], "x-1", AT)
    store.add([make_intake(second)], "x-2", AT)
    assert store.readings() == (second,)
    assert len(store.events()) == 2
    assert store.events(Filter(status="planned")) == ()
    assert len(store.search("sanction")) == 1
    assert counts(store)["events"] == 6
    assert store.row(first.events[0].id) == second.events[0]


def test_a_source_is_complete_only_when_told_so(store: Store) -> None:
    one, two = make_reading(1), make_reading(2)
    source = make_intake(one, complete=False)
    store.add([source], "x-1", AT)
    assert not store.completed(source.sha256)
    store.add([replace(make_intake(two), received=source.received, sha256=source.sha256)], "x-1", AT)
    assert store.completed(source.sha256)
    assert store.of_sources([source.sha256, "none"]) == (one.document.id, two.document.id)


def test_the_database_itself_refuses_to_forget(store: Store) -> None:
    reading = make_reading(1)
    store.add([make_intake(reading)], "x-1", AT)
    store.add_words([Correction("cor:1", "evt:1", "status", "planned", "done", "it was held", "me", AT)], reading.document.id, AT)
    store.add_words([Decision("dec:1", "evt:1", Verdict.REJECT, "no event", "me", AT)], reading.document.id, AT)
    store.add([make_intake(reading)], "x-2", AT)
    for table in KEPT:
        for statement in (f"DELETE FROM {table.name}", f"UPDATE {table.name} SET {table.columns.keys()[0]} = '9'"):
            with pytest.raises(LedgerError, match="only grows"), store._writing() as connection:
                connection.execute(text(statement))


def test_events_are_found_by_who_what_and_when(store: Store) -> None:
    readings = [make_reading(n) for n in range(2)]
    store.add([make_intake(r) for r in readings], "x-1", AT)
    everything = readings[0].events + readings[1].events
    assert store.events() == everything
    assert store.events(Filter(actors=("iso3:ARD",), kinds=("SANCTION",), status="planned")) == everything
    assert store.events(Filter(actors=("iso3:BEL",))) == ()
    assert store.events(Filter(counterparts=("iso3:BEL", "iso3:XXX"), limit=3)) == everything[:3]
    assert store.events(Filter(actors=("iso3:ARD",), counterparts=("iso3:BEL",), limit=3)) == everything[:3]
    assert store.events(Filter(documents=(readings[1].document.id,))) == readings[1].events
    # These events have no day of their own: that of the report, 6 April 2022, counts.
    day = date(2022, 4, 6)
    for actors in ((), ("iso3:ARD",), ("iso3:ARD", "iso3:XXX")):
        assert store.events(Filter(actors, since=day, until=day)) == everything
        assert store.events(Filter(actors, since=date(2022, 4, 7))) == store.events(Filter(actors, until=date(2022, 4, 5))) == ()


def test_attributions_mentions_and_actors(store: Store) -> None:
    reading = make_reading(1)
    store.add([make_intake(reading)], "x-1", AT)
    assert store.attributions(Filter(("iso3:ARD",), kinds=("say",))) == reading.attributions
    assert store.attributions(Filter(("iso3:ARD",), kinds=("say",), limit=1)) == reading.attributions[:1]
    assert store.attributions(Filter(kinds=("deny",))) == store.attributions(Filter(("iso3:BEL",))) == ()
    assert store.mentions(Filter(("iso3:ARD",))) == reading.mentions
    assert store.actors() == {"iso3:ARD": 1, "iso3:BEL": 1}
    assert store.documents_of("iso3:BEL") == (reading.document.id,)
    assert store.documents_of("iso3:XXX") == ()


def test_steps_come_with_all_that_tells_them(store: Store) -> None:
    reading = make_reading(1)
    store.add([make_intake(reading)], "x-1", AT)
    ard, bel = ("iso3:ARD",), ("iso3:BEL",)
    assert store.steps() == store.steps(Filter(ard)) == store.steps(Filter(parties=bel)) == reading.steps
    assert store.steps(Filter(ard, bel, kinds=("commitment", "demand"))) == reading.steps
    assert store.steps(Filter(bel)) == store.steps(Filter(ard, kinds=("demand",))) == store.steps(Filter(kinds=("demand",))) == ()
    # Undated steps hold on every day, from that of their report on.
    assert store.steps(Filter(ard, until=date(2022, 4, 6))) == store.steps(Filter(until=date(2022, 4, 6))) == reading.steps
    assert store.steps(Filter(ard, until=date(2022, 4, 5))) == store.steps(Filter(until=date(2022, 4, 5))) == ()
    assert store.steps(Filter(ard, order=Order.NEWEST, limit=2)) == reading.steps[:1:-1]
    assert store.steps(Filter(due_since=date(2022, 1, 1))) == ()
    assert store.steps(Filter(told_since=date(2022, 4, 7))) == () != store.steps(Filter(told_since=date(2022, 4, 6)))
    kept = store.kept_steps(Filter(limit=1))[0]
    assert (kept.step, kept.around, kept.chain) == (reading.steps[0], reading.sentences[0].span, reading.attributions[:1])
    assert kept.words.startswith("Ardania said") and kept.cited == ("Ardania",)
    assert kept.header.document == reading.document.id and kept.header.read_at == AT
    assert kept.header.published == reading.document.published
    several = store.kept_steps(Filter(ard, order=Order.NEWEST, limit=2), Filter(documents=(reading.document.id,)), Filter(bel))
    assert [k.step for k in several] == [*reading.steps[:1:-1], *reading.steps[:2]]
    assert store.kept_steps() == store.kept_steps(Filter(documents=("doc:none",))) == ()
    assert store.rejections() == reading.rejections


def test_steps_are_counted_as_they_are_found(store: Store) -> None:
    readings = [make_reading(n) for n in range(4)]
    store.add([make_intake(r) for r in readings], "x-1", AT)
    actors = {actor for r in readings for s in r.steps for actor in (*s.actors, *s.counterparts)}
    days = (None, date(2022, 1, 1), date(2024, 1, 1))
    for asked in (
        *(Filter(parties=(actor,), until=day, order=order) for actor in actors for day in days for order in Order),
        *(Filter(until=day, known=Known(date(2022, 6, 1))) for day in days),
        Filter(documents=(readings[0].document.id,)),
    ):
        found = len(store.steps(asked))
        assert store.count_steps(asked, 1_000) == (found, False)
        if found > 1:
            assert store.count_steps(asked, found - 1) == (found - 1, True)
        assert store.count_steps(replace(asked, limit=1), 1_000) == (found, False)


def test_questions_wait_for_no_writer(store: Store) -> None:
    reading = make_reading(1)
    store.add([make_intake(reading)], "x-1", AT)
    other = connections.connect(store.file, "rw")
    other.execute("BEGIN IMMEDIATE")
    try:
        assert store.steps() == reading.steps
    finally:
        other.close()


def test_as_known_on_a_day_by_either_clock(store: Store) -> None:
    """The report is of 6 April 2022; it was read on 1 March 2026, and read otherwise a day later."""
    first = make_reading(1)
    second = replace(first, events=first.events[:2], steps=first.steps[:1])
    store.add([make_intake(first)], "x-1", AT)
    store.add([make_intake(second)], "x-2", AT.replace(day=2))

    def found(day: date, clock: Clock) -> list[int]:
        known = Known(day, clock)
        asked = [Filter(known=known), Filter(("iso3:ARD",), known=known), Filter(parties=("iso3:BEL",), known=known)]
        return [len(store.steps(one)) for one in asked] + [len(store.events(one)) for one in asked[:2]]

    assert found(date(2022, 4, 5), Clock.PUBLICATION) == [0, 0, 0, 0, 0]
    assert found(date(2022, 4, 6), Clock.PUBLICATION) == [1, 1, 1, 2, 2]
    assert found(date(2026, 2, 28), Clock.READING) == [0, 0, 0, 0, 0]
    assert found(date(2026, 3, 1), Clock.READING) == [4, 4, 4, 4, 4]
    assert found(date(2026, 3, 2), Clock.READING) == [1, 1, 1, 2, 2]


def test_gists_belong_to_the_reading_that_holds(store: Store) -> None:
    reading = make_reading(1)
    store.add([make_intake(reading)], "x-1", AT)
    one = reading.document.id
    assert store.extractors() == store.extractors([one, "doc:none"]) == {one: "x-1"}
    store.add_gists({(one, "x-1"): b"old"})
    store.add_gists({(one, "x-1"): b"gist"})
    assert store.gists() == store.gists([one]) == {one: b"gist"} and store.gists(["doc:none"]) == {}
    store.add([make_intake(replace(reading, events=()))], "x-2", AT)
    assert store.gists() == {}


def test_search_gives_the_very_spans(store: Store) -> None:
    readings = [make_reading(n, sentences=2) for n in range(3)]
    store.add([make_intake(r) for r in readings], "x-1", AT)
    assert {hit.document for hit in store.search("ARDANIA tuesday")} == {r.document.id for r in readings}
    (hit,) = store.search('"2-1 time"')
    text = readings[2].document.text
    assert [span.of(text) for span in hit.spans] == ["2-1 time"]
    assert store.search("sanct* NOT belmora") == ()
    assert len(store.search("nobody OR belm*", limit=2)) == 2
    assert store.documents_with("belmora") == tuple(r.document.id for r in readings)
    (by_title,) = store.search('"Report 1"')
    assert by_title.spans == ()


@pytest.mark.parametrize("words", ["", "  ", "***", "( )", "war OR", 'AND "x"', "(war"])
def test_a_search_that_means_nothing_is_told(store: Store, words: str) -> None:
    store.add([make_intake(make_reading(1))], "x-1", AT)
    with pytest.raises(QueryError):
        store.search(words)


@pytest.mark.parametrize("words", ["Kyiv's", "a-b", "x:y", "^x", "{z}", "NEAR(a b)", 'say "it', "\x00", "-x", "a+b"])
def test_signs_of_the_search_engine_are_only_words(store: Store, words: str) -> None:
    store.add([make_intake(make_reading(1))], "x-1", AT)
    try:
        assert store.search(words) == ()
    except QueryError as refused:
        assert words.strip("\x00") in str(refused)


def test_full_text_expression() -> None:
    assert full_text_query("Kyiv's defence* OR (aid NOT loans)") == '"Kyiv\'s" "defence" * OR ( "aid" NOT "loans" )'


def test_ids_by_their_first_characters(store: Store) -> None:
    reading = make_reading(1)
    store.add([make_intake(reading)], "x-1", AT)
    event = reading.events[0].id
    assert store.find(event) == store.find(event[:-3]) == event
    assert store.find(reading.document.id.removeprefix("doc:")) == reading.document.id
    with pytest.raises(QueryError, match="several"):
        store.find("evt:")
    for unknown in ("evt:zz", "zz", "", "%", "sto:1"):
        with pytest.raises((NotFoundError, QueryError)):
            store.find(unknown)
    with pytest.raises(NotFoundError):
        store.reading("doc:none")
    with pytest.raises(NotFoundError):
        store.row("evt:none")


def test_failures_are_kept_once(store: Store) -> None:
    failure = Failure("bad.bin", "no text in it", "nothing to read")
    store.add_failures([failure, failure], AT)
    store.add_failures([failure], AT)
    assert store.failures() == (failure,)


def test_vectors_are_kept_by_model_and_text(store: Store) -> None:
    store.add_vectors("m", {b"a": b"1", b"b": b"2"})
    store.add_vectors("m", {b"a": b"9"})
    assert store.vectors("m", [b"a", b"c"]) == {b"a": b"1"}
    assert store.vectors("other", [b"a"]) == {}
    assert store.vectors("m", [str(n).encode() for n in range(1200)]) == {}


def test_names_that_are_no_text_are_kept_readable(store: Store) -> None:
    intake = make_intake(make_reading(1))
    store.add([replace(intake, received=replace(intake.received, name="caf\udce9.txt"))], "x-1", AT)
    store.add_failures([Failure("caf\udce9.txt", "odd \udcff", "")], AT)
    assert store.failures()[0].source == "caf\\udce9.txt"


def test_a_reader_sees_one_state_and_may_not_write(tmp_path: Path, store: Store) -> None:
    store.add([make_intake(make_reading(1))], "x-1", AT)
    with open_store(tmp_path / "ledger", writes=False) as reader:
        assert reader.readings() == store.readings()
        with pytest.raises(LedgerError, match="readonly"):
            reader.add([make_intake(make_reading(2))], "x-1", AT)


def test_a_backup_goes_into_no_folder_that_holds_anything(tmp_path: Path, store: Store) -> None:
    (tmp_path / "kept").mkdir()
    (tmp_path / "kept" / "report.txt").write_text("words", "utf-8")
    with pytest.raises(LedgerError, match=r"not empty.*report\.txt"):
        store.back_up(tmp_path / "kept")
    assert [one.name for one in (tmp_path / "kept").iterdir()] == ["report.txt"]
    (tmp_path / "begun").mkdir()
    (tmp_path / "begun" / "ledger.sqlite.partial").write_bytes(b"half")
    assert store.back_up(tmp_path / "begun").is_file()


def test_a_backup_is_a_ledger(tmp_path: Path, store: Store) -> None:
    store.add([make_intake(make_reading(n)) for n in range(2)], "x-1", AT)
    store.back_up(tmp_path / "copy")
    store.add([make_intake(make_reading(2))], "x-1", AT)
    with open_store(tmp_path / "copy") as copy:
        assert copy.readings() == store.readings()[:2]
        assert copy.add([make_intake(make_reading(3))], "x-1", AT)
    with pytest.raises(LedgerError, match="there already"):
        store.back_up(tmp_path / "copy")
    (tmp_path / "file").write_text("")
    with pytest.raises(LedgerError, match="backup failed"):
        store.back_up(tmp_path / "file" / "under")


def test_missing_rows_are_seen(tmp_path: Path, store: Store) -> None:
    """The check that guards backups, and the crash test, must itself see a half-kept document."""
    store.add([make_intake(make_reading(1)), make_intake(make_reading(2))], "x-1", AT)
    with sqlite3.connect(store.file) as raw:
        raw.execute("DROP TRIGGER events_no_delete")
        raw.execute("DELETE FROM events WHERE reading = 1 AND n = 2")
    raw.close()
    assert store.problems() == ["reading 1: events missing"]
    with pytest.raises(LedgerError, match="not sound"):
        store.back_up(tmp_path / "copy")
    assert not (tmp_path / "copy" / "ledger.sqlite").exists()


# -- opening -------------------------------------------------------------------------------------------------------------


def test_no_ledger_is_one_line(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match="no ledger"):
        open_store(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_another_file_is_left_alone(tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "ledger.sqlite") as other:
        other.execute("CREATE TABLE mine (x)")
    other.close()
    with pytest.raises(LedgerError, match="not a ledger"):
        open_store(tmp_path, create=True)
    (tmp_path / "ledger.sqlite").write_bytes(b"no database at all" * 100)
    with pytest.raises(LedgerError, match="cannot be opened"):
        open_store(tmp_path, create=True)


def test_a_folder_that_cannot_be_made_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(LedgerError, match="cannot be opened"):
        open_store(tmp_path / "file" / "ledger", create=True)


def test_a_newer_ledger_is_refused(tmp_path: Path) -> None:
    open_store(tmp_path, create=True).close()
    with sqlite3.connect(tmp_path / "ledger.sqlite") as raw:
        raw.execute("PRAGMA user_version = 99")
    raw.close()
    with pytest.raises(LedgerError, match="schema 99"):
        open_store(tmp_path)


def test_an_older_ledger_is_migrated_after_a_backup(tmp_path: Path) -> None:
    reading = make_reading(1)
    with open_store(tmp_path, create=True) as store:
        store.add([make_intake(reading)], "x-1", AT)
    step = ("ALTER TABLE sources ADD COLUMN licence TEXT", "CREATE INDEX sources_by_licence ON sources (licence)")
    migrations.prepare(tmp_path / "ledger.sqlite", False, migrations=[*migrations.MIGRATIONS, step])
    with sqlite3.connect(tmp_path / "ledger.sqlite") as raw:
        assert raw.execute("SELECT count(licence), count(*) FROM sources").fetchone() == (0, 1)
        assert raw.execute("PRAGMA user_version").fetchone() == (len(migrations.MIGRATIONS) + 2,)
    raw.close()
    (copy,) = tmp_path.glob("ledger-schema*.sqlite")
    with Store(copy, writes=False) as before:
        assert before.readings() == (reading,)


def test_a_ledger_of_schema_1_opens_and_answers(tmp_path: Path) -> None:
    readings = [replace(make_reading(n), rejections=(), steps=()) for n in range(2)]
    old_ledger(tmp_path / "old", readings)
    with open_store(tmp_path / "old", create=True) as store, open_store(tmp_path / "new", create=True) as new:
        new.add([make_intake(r) for r in readings], "x-1", AT)
        assert store.readings() == new.readings() == tuple(readings)
        assert store.problems() == []
        assert [k.steps for k in store.documents()] == [None, None] and [k.steps for k in new.documents()] == [0, 0]
        assert store.actors() == new.actors() == {"iso3:ARD": 2, "iso3:BEL": 2}
        day = date(2022, 4, 6)
        for asked in (Filter(since=day, until=day), Filter(("iso3:ARD",), since=day, until=day), Filter(until=date(2022, 4, 5))):
            assert store.events(asked) == new.events(asked)
            assert store.attributions(asked) == new.attributions(asked)
        assert shape(store) == shape(new)
        assert tables_of(store, "parts", "events", "attributions") == tables_of(new, "parts", "events", "attributions")
        assert [k.steps for k in store.documents()] == [None, None]
        store.add([make_intake(make_reading(0))], "x-2", AT)
        assert [k.steps for k in store.documents()] == [None, 4]
    (copy,) = (tmp_path / "old").glob("ledger-schema1-*.sqlite")
    with sqlite3.connect(copy) as raw:
        assert raw.execute("PRAGMA user_version").fetchone() == (1,)
    raw.close()


def test_who_published_is_found_in_a_ledger_of_schema_2(tmp_path: Path) -> None:
    reading = make_reading(1)
    named = replace(reading, document=replace(reading.document, site="Lake Courier"))
    with open_store(tmp_path / "new", create=True) as store:
        store.add([make_intake(named)], "x-1", AT)
    as_schema_2(tmp_path / "new", tmp_path / "old")
    with open_store(tmp_path / "old") as store:
        assert [kept.site for kept in store.documents()] == ["Lake Courier"]
        assert {kept.header.site for kept in store.kept_steps(Filter())} == {"Lake Courier"}


def test_a_migration_that_fails_changes_nothing(tmp_path: Path) -> None:
    open_store(tmp_path, create=True).close()
    steps = [*migrations.MIGRATIONS, ("CREATE TABLE extra (x)", "no SQL at all")]
    with pytest.raises(LedgerError, match="cannot be opened"):
        migrations.prepare(tmp_path / "ledger.sqlite", False, migrations=steps)
    with open_store(tmp_path) as store, pytest.raises(LedgerError, match="no such table"), store._asking() as connection:
        connection.execute(text("SELECT * FROM extra"))


def test_an_old_sqlite_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connections.sqlite, "sqlite_version_info", (3, 40, 1))
    with pytest.raises(LedgerError, match="too old"):
        open_store(tmp_path, create=True)


def counts(store: Store) -> dict[str, int]:
    with store._asking() as connection:
        return {t.name: connection.execute(text(f"SELECT count(*) FROM {t.name}")).scalar_one() for t in KEPT}


SCHEMA_1 = Path(__file__).parent / "golden" / "ledger_schema1.sql"


def old_ledger(folder: Path, readings: list[Any]) -> None:
    """A ledger as the program of schema 1 made it: days of rows are their own, parts have none."""
    folder.mkdir()
    with sqlite3.connect(folder / "ledger.sqlite") as raw:
        raw.executescript(SCHEMA_1.read_text())
        for number, reading in enumerate(readings, 1):
            rows = make_intake(reading).readings[0]
            keep(raw, "sources", {"sha256": f"s{number}", "name": "a.txt", "size": 1, "bytes": b"", "received_at": AT.isoformat()})
            own = {"id": number, "document": rows.document, "extractor": "x-1", "read_at": AT.isoformat()}
            keep(raw, "readings", own | rows.counts)
            for name, its_rows in rows.tables.items():
                for row in its_rows:
                    days = {} if name == "documents" else {"earliest": None, "latest": None}
                    keep(raw, name, row | {"reading": number, "source": f"s{number}"} | days)
    raw.close()


def keep(raw: sqlite3.Connection, table: str, row: dict[str, Any]) -> None:
    columns = [name for _, name, *_ in raw.execute(f"PRAGMA table_info({table})") if name in row]
    if columns:
        names = ", ".join(f'"{name}"' for name in columns)
        raw.execute(f"INSERT INTO {table} ({names}) VALUES ({', '.join('?' * len(columns))})", [row[name] for name in columns])


def shape(store: Store) -> dict[str, Any]:
    """Columns, indexes and triggers of a ledger, in no order."""
    with store._asking() as connection:
        names = connection.execute(text("SELECT type, name, tbl_name FROM sqlite_master WHERE name NOT LIKE 'sqlite_%'")).all()
        tables = [name for kind, name, _ in names if kind == "table"]
        columns = {
            name: {tuple(row[1:4]) + tuple(row[5:]) for row in connection.execute(text(f"PRAGMA table_info({name})"))}
            for name in tables
        }
    return {"columns": columns, "things": {tuple(row) for row in names}}


def tables_of(store: Store, *names: str) -> list[Any]:
    with store._asking() as connection:
        rows = {n: connection.execute(text(f"SELECT * FROM {n}")).mappings() for n in names}
        return [sorted((sorted(row.items()) for row in found), key=repr) for found in rows.values()]


def test_words_kept_under_schema_1_hold_once_it_is_opened(tmp_path: Path) -> None:
    reading = replace(make_reading(0), rejections=(), steps=())
    old_ledger(tmp_path / "old", [reading])
    event, other = reading.events[:2]
    words = [
        Correction("cor:1", event.id, "status", event.status.value, "denied", "so", "me", AT),
        Correction("cor:2", event.id, "status", "denied", "refused", "so", "me", AT + timedelta(1)),
    ]
    with sqlite3.connect(tmp_path / "old" / "ledger.sqlite") as raw:
        for word in words:
            row = {"id": word.id, "target": word.target, "at": word.at.isoformat(), "record": to_json(word)}
            keep(raw, "corrections", row)
    raw.close()
    for writes in (False, True):
        with open_store(tmp_path / "old", writes=writes) as store:
            held = {e.id: e for e in store.events()}
            assert held[event.id].status is Status.REFUSED
            assert held[other.id] == other
            assert [one.row for one in store.words()] == [event.id, event.id]
            assert store.problems() == []


@settings(max_examples=25, deadline=None)
@given(
    st.lists(st.tuples(st.integers(0, 60), st.one_of(st.none(), st.integers(0, 40))), min_size=1, max_size=12),
    st.integers(0, 60),
    st.one_of(st.none(), st.integers(0, 60)),
)
def test_what_lasts_is_found_by_every_day_it_lasts(rows: list[tuple[int, int | None]], first: int, last: int | None) -> None:
    """Rows of (first day, days more that they last): by an index of their own where these are some."""
    base, begin = make_reading(1, sentences=len(rows)), date(2022, 1, 1)
    events = []
    for event, (start, more) in zip(base.events, rows, strict=True):
        day, end = begin + timedelta(start), begin + timedelta(start + (more or 0))
        assert event.when is not None
        events.append(replace(event, when=replace(event.when, earliest=day, latest=end)))
    since, until = begin + timedelta(first), None if last is None else begin + timedelta(last)
    with tempfile.TemporaryDirectory() as folder, open_store(Path(folder), create=True) as store:
        store.add([make_intake(replace(base, events=tuple(events)))], "x-1", AT)
        for who in ({"actors": ("iso3:ARD",)}, {"parties": ("iso3:BEL",)}, {}):
            found = {event.id for event in store.events(Filter(**who, since=since, until=until))}
            wanted = [e for e in events if e.when.latest >= since and (until is None or e.when.earliest <= until)]
            assert found == {event.id for event in wanted}
            begun = {event.id for event in store.events(Filter(**who, begun_since=since, until=until))}
            assert begun == {e.id for e in events if since <= e.when.earliest <= (until or date.max)}


def test_the_rows_nearest_to_one_half_are_looked_at_first(store: Store) -> None:
    base = make_reading(1, sentences=6)
    scores = (0.9, 0.52, 0.1, 0.49, 0.69, 0.45)
    events = tuple(replace(event, score=score) for event, score in zip(base.events, scores, strict=True))
    store.add([make_intake(replace(base, events=events, rejections=(), mentions=()))], "x-1", AT)
    order = [events[n].id for n in (3, 1, 5, 4, 2)]
    assert [doubt.target for doubt in store.doubts(5)] == order
    assert [doubt.target for doubt in store.doubts(2)] == order[:2]
    store.add([make_intake(replace(base, events=(), rejections=(), mentions=()))], "x-2", AT)
    assert store.doubts(5) == ()
