"""`rashomon compare`: what it writes, and the inputs that are no story."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from rashomon.cli.commands import cli

FERRY = """Ferry sinks off Bergen

March 3, 2024

The ferry Aurora sank off Bergen on Friday night with 112 people aboard. Rescuers saved 84 of them, the coast guard said.
Prime Minister Anna Solberg called for an inquiry.
"""
AGAIN = """Aurora goes down

March 4, 2024

The ferry Aurora went down near Bergen on Friday night; 120 people were aboard. Prime Minister Anna Solberg demanded an inquiry.
The captain was arrested in Oslo.
"""
ALMONDS = """Almond harvest fails

May 6, 2024

Almond growers in Extremadura expect their smallest harvest in two decades after a night of frost. Insurers will visit the
orchards next week.
"""
GERMAN = """Fähre sinkt vor Bergen

3. März 2024

Die Fähre Aurora sank am Freitag in der Nacht vor Bergen mit 112 Menschen an Bord. Die Küstenwache sagte, dass 84 Fahrgäste
gerettet worden seien. Der Kapitän wurde am Sonntag in Oslo festgenommen, und die Taucher suchen nach dem Wrack.
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in (("ferry", FERRY), ("again", AGAIN), ("almonds", ALMONDS), ("german", GERMAN), ("twin", FERRY)):
        (tmp_path / f"{name}.txt").write_text(text, "utf-8")
    return tmp_path


def compare(folder: Path, *names: str, options: tuple[str, ...] = ()) -> Result:
    files = [str(folder / f"{name}.txt") for name in names]
    return CliRunner().invoke(cli, ["--ledger", str(folder / "ledger"), "compare", *files, *options])


def test_the_dossier_as_markdown_and_its_references(folder: Path) -> None:
    options = ("--markdown", str(folder / "d.md"), "--citations", str(folder / "d.json"))
    assert compare(folder, "ferry", "again", options=options).exit_code == 0
    text = (folder / "d.md").read_text("utf-8")
    keys = [item["id"] for item in json.loads((folder / "d.json").read_text("utf-8"))]
    assert len(keys) == 2 and all(f"[@{key}]" in text for key in keys)
    assert "**112**" in text and "**120**" in text
    assert compare(folder, "ferry", "again", options=("--citations", str(folder / "d.bib"))).exit_code == 0
    assert (folder / "d.bib").read_text("utf-8").count("@misc{") == 2


def test_references_need_a_known_ending(folder: Path) -> None:
    found = compare(folder, "ferry", "again", options=("--citations", str(folder / "d.ris")))
    assert found.exit_code == 2 and ".json, .bib" in found.output
    assert not (folder / "ledger").exists()


@pytest.mark.parametrize("names", [("ferry",), ("ferry", "twin")])
def test_one_report_is_no_comparison(folder: Path, names: tuple[str, ...]) -> None:
    found = compare(folder, *names)
    assert found.exit_code == 1
    assert "name two different reports" in found.output and "Traceback" not in found.output


def test_unrelated_reports_are_not_compared(folder: Path) -> None:
    found = compare(folder, "ferry", "almonds")
    assert found.exit_code == 0
    assert "tell nothing in common" in found.output and "Told by" not in found.output


def test_one_text_in_two_files_is_one_origin(folder: Path) -> None:
    (folder / "spaced.txt").write_text(FERRY.replace(". ", ".  ") + "\n\n", "utf-8")
    found = compare(folder, "ferry", "spaced")
    assert found.exit_code == 0 and "2 reports, 1 independent origin;" in found.output


def test_a_report_in_another_language_leaves_nothing_out(folder: Path) -> None:
    options = ("--json", str(folder / "d.json"), "--html", str(folder / "d.html"))
    assert compare(folder, "ferry", "german", options=options).exit_code == 0
    dossier = json.loads((folder / "d.json").read_text("utf-8"))
    (german,) = [d["id"] for d in dossier["documents"] if d["language"] == "de"]
    assert not any(german in point["left_out"] for point in dossier["points"])
    assert "only English is analysed" in (folder / "d.html").read_text("utf-8").split('id="points"')[0]


@pytest.mark.parametrize("option", ["--json", "--html", "--markdown"])
def test_a_report_named_in_the_place_of_the_output_is_not_written_over(folder: Path, option: str) -> None:
    report = folder / "ferry.txt"
    refused = compare(folder, "again", "almonds", options=(option, str(report)))
    assert refused.exit_code == 2 and "is there already" in refused.output
    assert report.read_text("utf-8") == FERRY
    ending = {"--json": "json", "--html": "html", "--markdown": "md"}[option]
    for _ in range(2):  # what was written before is written anew
        assert compare(folder, "ferry", "again", options=(option, str(folder / f"out.{ending}"))).exit_code == 0


@pytest.mark.parametrize("since", ["2024-03-04", "2030-01-01"])
def test_filters_that_leave_too_few_are_named(folder: Path, since: str) -> None:
    found = compare(folder, "ferry", "again", options=("--since", since))
    left = 1 if since < "2030" else 0
    assert found.exit_code == 1 and f"--since leaves {left} of 2" in found.output
    stories = CliRunner().invoke(cli, ["--ledger", str(folder / "ledger"), "stories", "--since", "2030-01-01"])
    assert stories.exit_code == 0 and "leave out a filter" in stories.output and "no documents" not in stories.output


def test_two_files_of_one_text_are_named(folder: Path) -> None:
    found = compare(folder, "ferry", "twin")
    assert found.exit_code == 1
    assert f"1 report to compare: {folder}/twin.txt is the same text as {folder}/ferry.txt: name two" in found.output


@pytest.mark.parametrize("name", ["Nosuch", "iso3:UKR"])
def test_the_outlets_of_the_ledger_are_named_where_there_is_none_such(folder: Path, name: str) -> None:
    (folder / "ferry.txt").write_text(f"Fjord Courier\n\n{FERRY}")
    assert compare(folder, "ferry", "again").exit_code == 0
    found = CliRunner().invoke(cli, ["--ledger", str(folder / "ledger"), "stories", "--outlet", name])
    assert found.exit_code == 1 and f"no such outlet in the ledger: {name}: it holds Fjord Courier" in found.output


def test_a_ledger_that_may_only_be_read_is_answered_from(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As a user without the right to write: root has it everywhere."""
    ledger = ["--ledger", str(folder / "ledger")]
    assert CliRunner().invoke(cli, [*ledger, "read", str(folder / "ferry.txt")]).exit_code == 0
    before = (folder / "ledger" / "ledger.sqlite").read_bytes()
    monkeypatch.setattr("rashomon.store.connections._may_write", lambda file: False)
    assert "Solberg" in CliRunner().invoke(cli, [*ledger, "stories"]).output
    refused = CliRunner().invoke(cli, [*ledger, "read", str(folder / "again.txt")])
    assert refused.exit_code == 1 and "the ledger cannot be written" in refused.output
    assert (folder / "ledger" / "ledger.sqlite").read_bytes() == before


def test_a_ledger_that_cannot_be_looked_for_is_one_line(tmp_path: Path) -> None:
    """A name too long; where a folder may not be entered it is the same."""
    found = CliRunner().invoke(cli, ["--ledger", str(tmp_path / ("x" * 300)), "stories"])
    assert found.exit_code == 1 and found.output.startswith("rashomon: the ledger cannot be opened")
