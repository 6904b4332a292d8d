"""The state of affairs on 6 April 2022 by the two acceptance reports, against a golden file of ids, stances and offsets."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from rashomon.cli.commands import cli

GOLDEN = Path(__file__).parent / "golden" / "affairs_seeds.json"
HALF = 0.5


@pytest.fixture(scope="module")
def state(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    folder = tmp_path_factory.mktemp("seeds") / "ledger"
    reports = [str(path) for path in sorted((shared / "seeds").glob("*.txt"))]
    assert CliRunner().invoke(cli, ["--ledger", str(folder), "read", *reports]).exit_code == 0
    done = CliRunner().invoke(cli, ["--ledger", str(folder), "state", "--on", "2022-04-06", "--json", "-"])
    assert done.exit_code == 0, done.output
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def golden() -> list[dict[str, Any]]:
    lines: list[dict[str, Any]] = json.loads(GOLDEN.read_text("utf-8"))
    return lines


def fits(line: dict[str, Any], row: dict[str, Any]) -> bool:
    """Whether a row says what a golden line says, with a span that covers at least half of the golden one."""
    same = all(row[name] == line[name] for name in ("stance", "status", "when", "due", "flag") if name in line)
    parties = set(line.get("actors", [])) <= set(row["actors"]) and set(line.get("counterparts", [])) <= set(row["counterparts"])
    notes = all(any(said in note for note in row["notes"]) for said in line.get("notes", []))
    according = line.get("according_to")
    return (
        same
        and parties
        and notes
        and any(
            _covers(line, e) and (according is None or any(according in who for who in e["according_to"])) for e in row["evidence"]
        )
    )


def _covers(line: dict[str, Any], evidence: dict[str, Any]) -> bool:
    common = min(line["end"], evidence["end"]) - max(line["start"], evidence["start"])
    return bool(evidence["sha256"] == line["sha256"] and common >= HALF * (line["end"] - line["start"]))


@pytest.mark.parametrize("line", golden(), ids=lambda line: line["what"])
def test_the_state_holds_what_the_reports_tell(state: dict[str, Any], line: dict[str, Any]) -> None:
    rows = [row for part in state["parts"] if part["name"] == line["part"] for row in part["rows"]]
    assert any(fits(line, row) for row in rows), [(r["who"], r["stance"], r["matter"], r["status"], r["notes"]) for r in rows]


def test_the_golden_file_holds_no_words_of_the_reports(shared: Path) -> None:
    """Ids, stances and offsets only: no run of five words of a report stands in it."""
    kept = GOLDEN.read_text("utf-8").casefold()
    for report in (shared / "seeds").glob("*.txt"):
        words = report.read_text("utf-8").casefold().split()
        assert not any(" ".join(words[i : i + 5]) in kept for i in range(len(words) - 4))
