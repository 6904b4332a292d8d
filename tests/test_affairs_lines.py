"""Four sets of our own reports from other regions against the lines that were written down before they were read."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from affairs_answers import Answer, asked, holds, read_examples

GOLDEN = Path(__file__).parent / "golden"
# The day of the last answer, and the rows that it has: rows beyond those that were looked at are likely to be wrong.
SETS = {
    "fonseca": ("2025-04-10", 64),
    "mereb": ("2025-07-07", 58),
    "tuna": ("2024-10-05", 42),
    "lipulekh": ("2023-11-05", 36),
}


@cache
def lines(name: str) -> tuple[dict[str, Any], ...]:
    return tuple(json.loads((GOLDEN / f"affairs_{name}.json").read_text("utf-8"))["lines"])


@pytest.fixture(scope="module")
def ledgers(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("lines")
    return {name: read_examples(folder / name, f"affairs-{name}") for name in SETS}


@pytest.fixture(scope="module")
def answers(ledgers: dict[str, Path]) -> Any:
    @cache
    def answer(name: str, *arguments: str) -> Answer:
        return asked(ledgers[name], *arguments)

    return answer


def _told(line: dict[str, Any]) -> str:
    return f"{line['section']} {' '.join(line['actors'])} {line['stance']} {line.get('words', '')}"


@pytest.mark.parametrize(
    ("name", "line"),
    [pytest.param(name, line, id=f"{name} {_told(line)}") for name in SETS for line in lines(name) if "unmet" not in line],
)
def test_the_answer_has_the_line(answers: Any, name: str, line: dict[str, Any]) -> None:
    answer = answers(name, *line["ask"])
    assert holds(line, answer), [
        (r["who"], r["stance"], r["matter"], r["when"], r["due"], r["flag"], r["notes"]) for p in answer["parts"] for r in p["rows"]
    ]


@pytest.mark.parametrize("name", SETS)
def test_most_lines_are_met_and_few_others_told(answers: Any, name: str) -> None:
    met = [line for line in lines(name) if "unmet" not in line]
    assert len(met) >= 0.8 * len(lines(name))
    day, most = SETS[name]
    assert sum(len(part["rows"]) for part in answers(name, "state", "--on", day)["parts"]) <= most


def test_a_notice_of_correction_is_no_statement(answers: Any) -> None:
    """What an earlier version of a report said, as its correction tells, is not what anybody plans."""
    state = answers("fonseca", "state", "--on", "2025-04-10")
    assert not any("300" in row["matter"] for part in state["parts"] for row in part["rows"])
    assert holds({"section": "commitments", "actors": ["iso3:MEX"], "stance": "will", "matter": "30 civilian observers"}, state)
