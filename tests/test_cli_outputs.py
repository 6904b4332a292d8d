"""Files that commands write: what is refused before any work is done, what a link leads to, what is written again."""

import os
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from rashomon.cli.commands import cli

ONE = """<html><head><title>Tolls on the Karst bridge</title></head><body><article><h1>Tolls on the Karst bridge</h1>
<p>LISBON, June 7, 2022 - Portugal said on Tuesday that lorries will pay 12 euros on the Karst bridge from July.</p>
<p>Spain's transport minister called the toll unfair and asked for talks.</p></article></body></html>"""
TWO = ONE.replace("12 euros", "14 euros").replace("said on Tuesday that", "announced:")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "reports").mkdir()
    for name, text in (("one", ONE), ("two", TWO)):
        (tmp_path / "reports" / f"{name}.html").write_text(text, "utf-8")
    return tmp_path


def compare(*arguments: str | Path) -> Result:
    return CliRunner().invoke(cli, ["--no-model", "--ledger", "ledger", "compare", *map(str, arguments)])


@pytest.mark.parametrize("inputs", [("reports/one.html", "reports/two.html"), ("reports",)])
@pytest.mark.parametrize("output", ["reports/one.html", "reports/../reports/one.html", "link.html"])
def test_an_output_that_is_an_input_is_refused(folder: Path, inputs: tuple[str, ...], output: str) -> None:
    (folder / "link.html").symlink_to(folder / "reports" / "one.html")
    found = compare(*inputs, "--html", output)
    assert found.exit_code == 2 and "is one of the reports to be read" in found.output
    assert (folder / "reports" / "one.html").read_text("utf-8") == ONE and not (folder / "ledger").exists()


def test_a_former_dossier_is_written_anew_also_among_the_reports(folder: Path) -> None:
    files = {"--html": "reports/d.html", "--json": "reports/d.json", "--markdown": "reports/d.md", "--citations": "reports/c.json"}
    options = [word for pair in files.items() for word in pair]
    for _ in range(2):
        assert compare("reports/one.html", "reports/two.html", *options).exit_code == 0
    made = [folder / path for path in files.values()]
    for path in made:
        path.write_bytes(path.read_bytes() + b" ")
    assert compare("reports", *options).exit_code == 1  # a dossier in JSON is no report, which is told
    assert not any(path.read_bytes().endswith(b" ") for path in made)


def test_a_report_with_a_list_of_sources_is_no_dossier(folder: Path) -> None:
    (folder / "own.md").write_text("Tolls on the Karst bridge\n\n- Sources: two officials\n")
    found = compare("own.md", "reports", "--markdown", "own.md")
    assert found.exit_code == 2 and "is one of the reports" in found.output


def test_two_outputs_of_one_name_are_refused(folder: Path) -> None:
    (folder / "here").symlink_to(folder)
    found = compare("reports", "--json", "x.out", "--html", "here/x.out")
    assert found.exit_code == 2 and "is the file of --json too" in found.output
    assert not (folder / "x.out").exists()


@pytest.mark.parametrize("option", ["--html", "--json", "--markdown", "--citations"])
def test_what_is_no_ordinary_file_is_refused(folder: Path, option: str) -> None:
    os.mkfifo(folder / "pipe.json")
    for path in ("/dev/null", "pipe.json"):
        found = compare("reports", option, path)
        assert found.exit_code == 2 and "is no ordinary file" in found.output
    assert Path("/dev/null").is_char_device() and (folder / "pipe.json").is_fifo()


@pytest.mark.parametrize("option", ["--html", "--markdown", "--citations"])
def test_a_dash_is_no_name_of_a_file(folder: Path, option: str) -> None:
    found = compare("reports", option, "-")
    assert found.exit_code == 2 and "'-' is no file" in found.output and not (folder / "-").exists()


def test_a_link_is_written_through_and_stays(folder: Path) -> None:
    (folder / "far").mkdir()
    for name in ("there.html", "new.html"):
        (folder / f"to-{name}").symlink_to(folder / "far" / name)
    (folder / "far" / "there.html").write_text("old")
    (folder / "far" / "there.html").chmod(0o600)
    assert compare("reports", "--html", "to-there.html").exit_code == 0
    assert compare("reports", "--html", "to-new.html").exit_code == 0
    for name in ("there.html", "new.html"):
        assert (folder / f"to-{name}").is_symlink() and "Karst" in (folder / "far" / name).read_text("utf-8")
    assert (folder / "far" / "there.html").stat().st_mode & 0o777 == 0o600


def test_a_file_that_may_not_be_written_stays(folder: Path) -> None:
    (folder / "kept.html").write_text("kept")
    (folder / "kept.html").chmod(0o444)
    found = compare("reports", "--html", "kept.html")
    assert found.exit_code == 2 and "may not be written" in found.output
    assert (folder / "kept.html").read_text() == "kept"


def test_a_ledger_is_not_written_over(folder: Path) -> None:
    assert compare("reports").exit_code == 0
    before = (folder / "ledger" / "ledger.sqlite").read_bytes()
    found = CliRunner().invoke(cli, ["--ledger", "ledger", "export", "--out", "ledger/ledger.sqlite"])
    assert found.exit_code == 2 and "is a ledger" in found.output
    assert (folder / "ledger" / "ledger.sqlite").read_bytes() == before
