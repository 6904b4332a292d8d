"""The tables of events for other programs: the same ledger as CSV, Parquet, POLECAT's and GDELT's columns; the codebook."""

import csv
import io
import tracemalloc
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import pyarrow.parquet as pq
import pytest
from click.testing import CliRunner

from rashomon.cli.commands import cli
from rashomon.exports import handoffs
from rashomon.exports.codebooks import codebook
from rashomon.exports.columns import MANY
from rashomon.exports.handoffs import COLUMNS, Format, event_sheet
from rashomon.exports.sheets import BATCH, Layout, Sheet, write_lines, write_parquet
from rashomon.exports.values import SECTORS, STATUSES, TYPES, allowed, modes, sector_rows
from rashomon.ledger import Ledger, open_ledger
from rashomon.records import EventType, Status, Verdict

ROOT = Path(__file__).resolve().parent.parent
BORDER = """Chile and Peru agree on border talks

SANTIAGO, June 7, 2022 - Envoys from Peru will meet Chilean ministers in Santiago on June 20. Peru promised to send 40 tonnes
of food. It then arrested two fishermen. "We do not expect a treaty this year," Chile's foreign minister said.

Bolivia accused Chile of shelling a camp of the "Lake; Front". Ecuador denied that its army had attacked Peru."""
COPY = """Peru's envoys to visit Chile

LIMA, June 8, 2022 - Peru sent food to Bolivia on Monday. Envoys from Peru will travel to Santiago on June 20 for talks with
Chile about the border."""


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    """A ledger of two reports."""
    folder = tmp_path_factory.mktemp("handoffs")
    (folder / "border.txt").write_text(BORDER, "utf-8")
    (folder / "copy.txt").write_text(COPY, "utf-8")
    with open_ledger(folder / "kept", model=False) as ledger:
        ledger.read([folder / "border.txt", folder / "copy.txt"])
        yield ledger


@pytest.fixture
def run(kept: Ledger, tmp_path: Path) -> Any:
    """Runs a command on that ledger; gives standard output."""
    folder = Path(kept._store.file).parent

    def asked(*arguments: str, code: int = 0) -> str:
        result = CliRunner().invoke(cli, ["--ledger", str(folder), *arguments])
        assert result.exit_code == code, result.output
        assert "Traceback" not in result.output
        return result.output

    return asked


def rows_of(text: str, delimiter: str = ",") -> list[dict[str, str]]:
    quoting = csv.QUOTE_NONE if delimiter == "\t" else csv.QUOTE_MINIMAL
    return list(csv.DictReader(io.StringIO(text), delimiter=delimiter, quoting=quoting))


def test_every_row_opens_its_sentence(kept: Ledger, run: Any) -> None:
    rows = rows_of(run("export"))
    assert [row["event_id"] for row in rows] == [event.id for r in kept.readings() for event in r.events]
    for row in rows:
        document = kept.document(row["document_id"])
        text, start, end = document.text, int(row["start"]), int(row["end"])
        assert document.sha256 == row["document_sha256"]
        assert text[start:end] == row["exact"]
        assert text[:start].endswith(row["prefix"]) and text[end:].startswith(row["suffix"])
        assert text[int(row["sentence_start"]) : int(row["sentence_end"])] == row["sentence"]
        for side in ("actor", "recipient"):
            spans = [tuple(map(int, cell.split("-"))) for cell in row[f"{side}_offsets"].split(MANY) if cell]
            raw = row[f"{side}_name_raw"].split(MANY) if spans else []
            assert [" ".join(text[a:b].split()).replace(MANY, ",") for a, b in spans] == raw


def test_codes_stay_strings_and_parties_stay_in_step(run: Any, tmp_path: Path) -> None:
    run("export", "--format", "parquet", "--out", str(tmp_path / "events.parquet"))
    schema = pq.read_schema(tmp_path / "events.parquet")
    types = {field.name: str(field.type) for field in schema}
    for name in ("cameo_code", "cameo_root", "actor_cow", "actor_gw", "actor_country", "actor_qid"):
        assert types[name] == "string"
    assert (types["start"], types["score"], types["event_date"]) == ("int64", "double", "date32[day]")
    found = duckdb.sql(f"select * from '{tmp_path / 'events.parquet'}'").fetchall()
    names = list(types)
    meeting = next(row for row in (dict(zip(names, r, strict=True)) for r in found) if row["event_date"] == date(2022, 6, 20))
    assert (meeting["act"], meeting["status"]) == ("CONSULT", "planned")
    assert (meeting["event_type"], meeting["cameo_code"]) == ("AGREE", "036")
    sides = [name for name in names if name.startswith(("actor_", "recipient_"))]
    for row in found:
        cells = dict(zip(names, row, strict=True))
        for side in ("actor", "recipient"):
            assert len({cells[name].count(MANY) for name in sides if name.startswith(side) and cells[name] is not None}) <= 1


def test_csv_and_parquet_tell_the_same(run: Any, tmp_path: Path) -> None:
    run("export", "--format", "parquet", "--out", str(tmp_path / "events.parquet"))
    table = pq.read_table(tmp_path / "events.parquet").to_pylist()
    for written, row in zip(rows_of(run("export")), table, strict=True):
        told = {k: "" if v is None else str(v).lower() if isinstance(v, bool) else str(v) for k, v in row.items()}
        assert written == told


@pytest.mark.parametrize("form", ["csv", "plover", "cameo", "parquet"])
def test_the_same_ledger_gives_the_same_bytes(run: Any, tmp_path: Path, form: str) -> None:
    for name in ("a", "b"):
        told = run("export", "--format", form, "--out", str(tmp_path / name))
        assert told.startswith(f"{tmp_path / name} (") and told.endswith(" events)\n")
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a", "b"]
    if form != "parquet":
        assert run("export", "--format", form) == (tmp_path / "a").read_bytes().decode()


@pytest.mark.parametrize("form", list(Format))
def test_a_table_to_be_shared_holds_no_words_of_a_report(kept: Ledger, form: Format) -> None:
    sheet = event_sheet(kept, form, text=False)
    assert not any(column.words for column in sheet.columns)
    cells = [str(cell) for row in sheet.rows for cell in row]
    assert cells
    for words in ("fishermen", "Lake", "treaty", "border.txt", "foreign minister said", "envoys"):
        assert not any(words in cell for cell in cells), words
    assert any(sha in cells for sha in {r.document.sha256 for r in kept.readings()})


@pytest.mark.parametrize("form", list(Format))
def test_coded_cells_hold_what_the_codebook_allows(kept: Ledger, form: Format) -> None:
    sheet = event_sheet(kept, form)
    for row in sheet.rows:
        for column, cell in zip(sheet.columns, row, strict=True):
            if column.values and cell not in (None, "None"):
                values = {value.strip() for value in str(cell).split(MANY)} - {""}
                assert values <= allowed(column.values), column.name


def test_plover_has_polecats_columns(run: Any) -> None:
    rows = rows_of(run("export", "--format", "plover"), "\t")
    assert list(rows[0])[:10] == [
        "Event ID", "Event Date", "Event Type", "Event Mode", "Intensity", "Quad Code", "Contexts", "Actor Name", "Actor Country",
        "Actor COW",
    ]  # fmt: skip
    assert not {row["Event Type"] for row in rows} & {"STATEMENT", "POSITION", "None"}
    promise = next(row for row in rows if row["Event Date"] == "2022-06-20")
    assert (promise["Act"], promise["Status"], promise["Event Mode"]) == ("CONSULT", "planned", "None")
    assert (promise["Event Type"], promise["Quad Code"], promise["Country"]) == ("AGREE", "VERBAL COOPERATION", "Chile")
    given = next(row for row in rows if row["Act"] == "AID" and row["Status"] == "done")
    assert (given["Event Type"], given["Actor COW"], given["Recipient Country"]) == ("AID", "135", "BOL")
    assert given["Event Date"] == "2022-06-06"


def test_cameo_has_gdelts_columns(run: Any) -> None:
    rows = rows_of(run("export", "--format", "cameo"), "\t")
    given = next(row for row in rows if row["Act"] == "AID" and row["Status"] == "done")
    assert (given["Actor1Code"], given["Actor2Code"], given["EventRootCode"], given["QuadClass"]) == ("PER", "BOL", "07", "2")
    assert (given["SQLDATE"], given["MonthYear"], given["Year"]) == ("20220606", "202206", "2022")
    assert all(row["EventCode"].startswith(row["EventRootCode"]) and len(row["EventBaseCode"]) == 3 for row in rows)


def test_who_says_so_is_told(run: Any) -> None:
    rows = rows_of(run("export", "--status", "denied"))
    assert rows
    assert all(row["according_to_ids"] == "iso3:ECU" and row["according_to_force"] == "deny" for row in rows)
    assert all(row["attribution_chain"] == "deny:iso3:ECU" for row in rows)


def test_filters_are_those_of_events(kept: Ledger, run: Any) -> None:
    for asked in (
        ["--actor", "Peru"],
        ["--type", "aid"],
        ["--status", "done"],
        ["--since", "2022-06-08"],
        ["--recipient", "iso3:BOL"],
    ):
        listed = [line.split('"')[3] for line in run("events", "--jsonl", *asked).splitlines()]
        assert sorted(row["event_id"] for row in rows_of(run("export", *asked))) == sorted(listed)
    assert len(rows_of(run("export", "--limit", "3"))) == 3
    assert len(rows_of(run("export", "--format", "plover", "--limit", "3"), "\t")) == 3
    assert "is none of" in run("export", "--type", "WAR", code=2)
    assert "needs --out" in run("export", "--format", "parquet", code=2)


def test_stories_tell_independent_origins(run: Any) -> None:
    assert {row["origins"] for row in rows_of(run("export"))} == {""}
    rows = rows_of(run("export", "--stories"))
    assert {row["story_id"][:4] for row in rows} == {"sto:"}
    assert all(1 <= int(row["origin"]) <= int(row["origins"]) for row in rows)


def test_a_table_that_cannot_be_written_leaves_nothing(run: Any, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    assert "cannot be written" in run("export", "--out", str(tmp_path / "file" / "x.csv"), code=1)
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


def test_odd_words_stay_in_their_cells() -> None:
    column = next(c for c in COLUMNS[Format.CSV] if c.name == "exact")
    sheet = Sheet((column, column), [('a "b", c\td\r\ne\u2028f', "\ud800\0;=1+1"), (None, "")])
    out = io.StringIO()
    assert write_lines(sheet, out) == 2
    assert list(csv.reader(io.StringIO(out.getvalue(), newline="")))[1:] == [
        ['a "b", c\td\r\ne\u2028f', "\\ud800\0;=1+1"],
        ["", ""],
    ]
    out = io.StringIO()
    write_lines(sheet, out, Layout.TABS)
    assert out.getvalue().splitlines()[1] == 'a "b", c d e f\t\\ud800\0;=1+1'


def test_a_spreadsheet_keeps_zeros_and_runs_no_formula() -> None:
    column = next(c for c in COLUMNS[Format.CSV] if c.name == "exact")
    out = io.StringIO()
    write_lines(Sheet((column,) * 4, [("036", "=HYPERLINK(1)", "-1\nline", "Å 3"), (None, True, 0.5, "")]), out, Layout.EXCEL)
    assert out.getvalue()[0] == "\ufeff"
    rows = list(csv.reader(io.StringIO(out.getvalue()[1:], newline="")))
    assert rows[1:] == [['="036"', "'=HYPERLINK(1)", "'-1 line", "Å 3"], ["", "true", "0.5", ""]]


def test_only_csv_is_written_for_a_spreadsheet(run: Any) -> None:
    assert run("export", "--excel").startswith("\ufeffevent_id,")
    assert "--format csv" in run("export", "--excel", "--format", "plover", code=2)


def test_the_outlet_is_named_where_no_table_knows_it(run: Any) -> None:
    assert {row["outlet_name"] for row in rows_of(run("export"))} == {""}  # plain text that names nobody


def test_the_state_of_somebody_unknown_is_that_of_the_words_for_him(tmp_path: Path) -> None:
    page = "<html><head><title>Talks</title><meta property='og:site_name' content='Lake Courier'></head><body><h1>Talks</h1>"
    page += "<p>LIMA, June 8, 2022 - Peruvian minister Ann Leeson accused Chile of shelling a camp on Monday.</p></body></html>"
    (tmp_path / "page.html").write_text(page, "utf-8")
    with open_ledger(tmp_path / "kept", model=False) as ledger:
        ledger.read([tmp_path / "page.html"])
        sheet = event_sheet(ledger, Format.CSV)
        names = [column.name for column in sheet.columns]
        rows = [dict(zip(names, row, strict=True)) for row in sheet.rows]
    accused = next(row for row in rows if row["act"] == "ACCUSE")
    assert (accused["actor_country"], accused["actor_cow"], accused["recipient_country"]) == ("PER", "135", "CHL")
    assert accused["outlet_name"] == "Lake Courier"


def test_parquet_takes_what_is_no_unicode(tmp_path: Path) -> None:
    column = next(c for c in COLUMNS[Format.CSV] if c.name == "exact")
    write_parquet(Sheet((column,), [("\ud800x",), (None,)]), tmp_path / "x.parquet")
    assert pq.read_table(tmp_path / "x.parquet").to_pylist() == [{"exact": "\\ud800x"}, {"exact": None}]


def test_no_rows_make_a_table_without_rows(tmp_path: Path) -> None:
    sheet = Sheet(COLUMNS[Format.PARQUET], [])
    assert write_parquet(sheet, tmp_path / "none.parquet") == 0
    assert pq.read_table(tmp_path / "none.parquet").num_rows == 0


def test_a_large_ledger_is_not_held_whole(kept: Ledger, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Ten times the documents take no more memory than the few batches that Parquet holds."""
    document = kept.documents()[0].document
    reading = kept.reading(document)
    monkeypatch.setattr(Ledger, "reading", lambda self, _: reading)

    def peak(times: int) -> int:
        monkeypatch.setattr(handoffs, "_documents", lambda ledger, asked: ((document, None) for _ in range(times)))
        sheet = event_sheet(kept, Format.CSV)
        tracemalloc.start()
        with (tmp_path / "large.csv").open("w", encoding="utf-8") as out:
            count = write_lines(sheet, out)
        size = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        assert count == times * len(reading.events)
        return size

    peak(2)
    assert peak(200) < 1.5 * peak(20) + 100_000


def test_batches_add_up(tmp_path: Path) -> None:
    column = next(c for c in COLUMNS[Format.CSV] if c.name == "start")
    assert write_parquet(Sheet((column,), ((i,) for i in range(BATCH + 1))), tmp_path / "x.parquet") == BATCH + 1
    assert pq.read_table(tmp_path / "x.parquet")["start"].to_pylist() == list(range(BATCH + 1))


# -- the codebook ----------------------------------------------------------------------------------------------------------


def test_the_codebook_tells_every_column_and_value(tables: Any, run: Any) -> None:
    page = codebook(tables)
    assert run("codebook") == page
    for columns in COLUMNS.values():
        assert len({c.name for c in columns}) == len(columns)
        for column in columns:
            assert f"| `{column.name}` | {column.kind.value} | {column.meaning}" in page
            assert column.values == "" or any(column.values in line for line in page.splitlines() if line.startswith("### "))
    assert set(TYPES) == set(EventType) and set(STATUSES) == set(Status)
    for kind in EventType:
        assert f"| {kind.value} | {kind.quad or ''} |" in page
    assert f"| states | {len(tables.states)} |" in page


def test_the_codebook_knows_all_sectors_of_the_tables(tables: Any) -> None:
    assert set(sector_rows(tables)) == set(SECTORS)


def test_modes_are_told_of_the_types_that_have_them() -> None:
    assert "visit" in modes()[EventType.CONSULT]
    assert modes()[EventType.AGREE] == ()
    assert set(modes()[EventType.REQUEST]) >= {"assist", "yield", "meet"}


def test_the_page_of_the_codebook_is_current() -> None:
    assert (ROOT / "docs" / "codebook.md").read_text("utf-8") == codebook(), "run `python docs/generate.py`"


def test_a_place_without_state_has_no_country(kept: Ledger) -> None:
    """Seas and continents lie in no state; an event without place has no place cells."""
    column = next(c for c in COLUMNS[Format.CSV] if c.name == "place_country")
    reading = kept.readings()[0]
    told = next(iter(handoffs.told_events(reading, reading.events, kept.tables)))
    assert column.cell(replace(told, event=replace(told.event, place=None))) is None


def test_the_word_of_a_human_holds_in_the_table(tmp_path: Path) -> None:
    (tmp_path / "border.txt").write_text(BORDER, "utf-8")
    with open_ledger(tmp_path / "kept", model=False) as ledger:
        ledger.read([tmp_path / "border.txt"])
        arrest, accusation = (next(e for e in ledger.events() if e.type == kind) for kind in ("COERCE", "ACCUSE"))
        ledger.correct(arrest.id, {"status": "alleged"}, "the fishermen say so", "a reader")
        ledger.decide(accusation.id, Verdict.REJECT, "a headline", "a reader")
        sheet = event_sheet(ledger, Format.CSV)
        names = [column.name for column in sheet.columns]
        rows = {row[0]: dict(zip(names, row, strict=True)) for row in sheet.rows}
    assert rows[arrest.id]["status"] == "alleged"
    assert accusation.id not in rows


def test_somebody_whom_no_table_holds_has_a_code_in_small_letters(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Peru accuses Ruritania\n\nLIMA, June 8, 2022 - Peru accused Ruritania of spying.", "utf-8")
    with open_ledger(tmp_path / "kept", model=False) as ledger:
        ledger.read([tmp_path / "a.txt"])
    told = CliRunner().invoke(cli, ["--ledger", str(tmp_path / "kept"), "export", "--format", "cameo"]).output
    found = {(row["Actor1Code"], row["Actor2Code"], row["EventCode"], row["WeisCode"]) for row in rows_of(told, "\t")}
    assert ("PER", "rur", "1125", "121") in found
