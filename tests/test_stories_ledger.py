"""Stories of a ledger: from kept gists alone, new reports taken in, by actor, outlet and day; the command `origins`."""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

import rashomon
from rashomon.cli.commands import cli
from rashomon.errors import NotFoundError
from rashomon.ledger import Ledger, open_ledger

OSLO = """Norway hosts talks on Arctic shipping

OSLO, March 3, 2021 - Norway's foreign minister said on Wednesday that ministers from Canada and Japan will meet in Oslo
on March 10 to discuss Arctic shipping. Tankers have waited off Kirkenes since January for a common rule on ice classes.

"We want rules that protect the sea," the minister said. Russia has denied that it blocked an earlier draft."""
REPORTS = {
    "a.txt": OSLO,
    "b.txt": OSLO.replace("Norway hosts talks", "Ice, oil and talks:").replace("March 3, 2021", "March 5, 2021"),
    "c.txt": """Kenya signs water treaty

NAIROBI, May 2, 2021 - Kenya and Uganda signed a treaty on the waters of Lake Victoria on Sunday. Tanzania warned that it would
not accept the treaty.""",
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    reports, ledger = tmp_path_factory.mktemp("reports"), tmp_path_factory.mktemp("ledger")
    for name, text in REPORTS.items():
        (reports / name).write_text(text, "utf-8")
    with rashomon.open_ledger(ledger, model=False) as opened:
        opened.read([reports])
        opened.stories()
    return ledger


@pytest.fixture
def ledger(folder: Path) -> Iterator[Ledger]:
    with open_ledger(folder, model=False) as opened:
        yield opened


def test_no_reading_is_loaded_once_gists_are_kept(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("a reading was loaded")

    monkeypatch.setattr(ledger._store, "readings", refuse)
    monkeypatch.setattr(ledger._store, "reading", refuse)
    stories = ledger.stories()
    assert [len(story.documents) for story in stories] == [2, 1]
    assert ledger.story(stories[0].id[:-4]) == stories[0]
    assert [d.relation.value for d in stories[0].derivations] == ["copy"]


def test_stories_by_actor_outlet_and_day(ledger: Ledger) -> None:
    def titles(**wanted: object) -> list[str]:
        return [story.title for story in ledger.stories(**wanted)]  # type: ignore[arg-type]

    assert len(titles()) == 2
    assert titles(actor="Kenya") == ["Kenya signs water treaty"]
    assert titles(since=date(2021, 4, 1)) == ["Kenya signs water treaty"]
    assert titles(until=date(2021, 4, 1), limit=5) == ["Norway hosts talks on Arctic shipping"]
    assert titles(actor="Kenya", until=date(2021, 4, 1)) == []
    assert len(titles(limit=1)) == 1
    with pytest.raises(NotFoundError, match="no such outlet"):
        titles(outlet="The Daily Nowhere")


def test_an_unknown_story_is_told_in_one_line(ledger: Ledger) -> None:
    with pytest.raises(NotFoundError, match="no such story"):
        ledger.story("sto:0000")
    with pytest.raises(NotFoundError, match="several stories begin so"):
        ledger.story("sto:")


def test_new_reports_join_and_ids_stay(folder: Path, tmp_path: Path) -> None:
    with rashomon.open_ledger(tmp_path / "ledger", model=False) as ledger:
        for name, text in REPORTS.items():
            (tmp_path / name).write_text(text, "utf-8")
        ledger.read([tmp_path / "b.txt"])
        (alone,) = ledger.stories()
        ledger.read([tmp_path / "c.txt", tmp_path / "a.txt"])
        together = ledger.stories()
        with open_ledger(folder, model=False) as other:
            assert {story.id for story in together} == {story.id for story in other.stories()}
        assert alone.documents[0] in together[0].documents


def test_a_ledger_that_may_only_be_read_has_stories(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(OSLO, "utf-8")
    with rashomon.open_ledger(tmp_path / "ledger", model=False) as ledger:
        ledger.read([tmp_path / "a.txt"])
    with open_ledger(tmp_path / "ledger", writes=False, model=False) as ledger:
        assert len(ledger.stories()) == 1
        assert len(ledger.stories()) == 1


def ask(folder: Path, *arguments: str) -> str:
    result = CliRunner().invoke(cli, ["--ledger", str(folder), "--no-model", *arguments])
    assert result.exit_code == 0, result.output
    return result.output


def test_origins_tells_who_took_from_whom(folder: Path) -> None:
    (story,) = [json.loads(line) for line in ask(folder, "stories", "--actor", "Norway", "--jsonl").splitlines()]
    rows = [json.loads(line) for line in ask(folder, "origins", story["id"], "--jsonl").splitlines()]
    by_kind = {row["record"]: row for row in rows}
    assert by_kind["story"]["origins"] == 1
    assert by_kind["derivation"]["source"] == story["documents"][0]
    assert all(row["origins"] == 1 for row in rows if row["record"] == "point")
    assert any(row["kind"] == "quotation" for row in rows if row["record"] == "point")
    table = ask(folder, "origins", story["id"])
    assert "B is a copy of A" in table
    assert "1 independent origin;" in table
    assert "B is a copy of A" in ask(folder, "origins", story["id"], "--points", "0")


def test_origins_of_a_report_alone(folder: Path) -> None:
    (story,) = [json.loads(line) for line in ask(folder, "stories", "--actor", "Kenya", "--jsonl").splitlines()]
    assert "1 report, 1 independent origin" in ask(folder, "origins", story["id"])


OF_A_HOST = """Chad reopens its border with Libya
www.fjordpost.example
2021-06-04

The government of Chad reopened the border with Libya on Friday after two years. Libya welcomed the move and promised to send
customs officers. Sudan had asked both sides in May to let its lorries pass."""
OF_A_PAPER = OF_A_HOST.replace("www.fjordpost.example\n2021-06-04", "Lake Courier, 5 June 2021").replace(" after two years", "")


@pytest.fixture
def told(tmp_path: Path) -> Iterator[Ledger]:
    for name, text in {"a.txt": OF_A_HOST, "b.txt": OF_A_PAPER, "c.txt": REPORTS["c.txt"]}.items():
        (tmp_path / name).write_text(text, "utf-8")
    with rashomon.open_ledger(tmp_path / "ledger", model=False) as opened:
        opened.read([tmp_path / name for name in ("a.txt", "b.txt", "c.txt")])
        yield opened


@pytest.mark.parametrize("name", ("fjordpost.example", "www.FjordPost.example", "lake courier", "Courier"))
def test_an_outlet_that_only_its_report_names_is_known(told: Ledger, name: str) -> None:
    assert [s.title for s in told.stories(outlet=name)] == ["Chad reopens its border with Libya"]


def test_reports_are_chosen_by_what_is_kept(told: Ledger) -> None:
    of_host, of_paper, treaty = (kept.document for kept in told.documents())
    documents = (of_host, of_paper, treaty)
    assert [kept.site for kept in told.documents()] == ["fjordpost.example", "Lake Courier", None]
    assert told.chosen(documents) == documents
    assert told.chosen(documents, actor="Sudan") == (of_host, of_paper)
    assert told.chosen(documents, outlet="Lake Courier") == (of_paper,)
    assert told.chosen(documents, since=date(2021, 6, 5)) == (of_paper,)
    assert told.chosen(documents, until=date(2021, 6, 4)) == (of_host, treaty)
    with pytest.raises(NotFoundError, match="no such outlet"):
        told.chosen(documents, outlet="fjordpost")


def test_filters_of_compare_and_origins(told: Ledger, tmp_path: Path) -> None:
    (story,) = told.stories(outlet="Lake Courier")

    def run(*words: str) -> tuple[int, str]:
        result = CliRunner().invoke(cli, ["--ledger", str(tmp_path / "ledger"), "--no-model", *words])
        return result.exit_code, result.output

    code, out = run("origins", story.id, "--outlet", "lake courier", "--jsonl")
    assert code == 0 and json.loads(out.splitlines()[0])["reports"] == 1
    code, out = run("origins", story.id, "--actor", "Kenya")
    assert code == 1 and "no such report in the story" in out
    code, out = run("compare", story.id, "--since", "2021-06-05")
    assert code == 1 and "1 report to compare" in out
    code, out = run("compare", story.id, "--actor", "Sudan", "--json", "-")
    assert code == 0 and len(json.loads(out)["documents"]) == 2


def test_half_a_character_in_a_publishers_name_keeps_no_ledger_from_being_read(told: Ledger, tmp_path: Path) -> None:
    page = {
        "@type": "NewsArticle",
        "headline": "Patrol sets sail",
        "articleBody": OF_A_HOST,
        "publisher": {"name": "Lake \ud800 Press"},
    }
    (tmp_path / "page.jsonl").write_text(json.dumps(page), "ascii")
    told.read([tmp_path / "page.jsonl"])
    assert [kept.site for kept in told.documents()][-1] == "Lake ? Press"
    assert len(told.chosen([kept.document for kept in told.documents()], outlet="Lake ? Press")) == 1
