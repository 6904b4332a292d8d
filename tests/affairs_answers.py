"""What the tests of affairs ask a ledger by the command line, and how an expected line is held against the rows of an answer."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

from click.testing import CliRunner

from rashomon.cli.commands import cli

EXAMPLES = Path(__file__).parent.parent / "examples"
Answer = dict[str, Any]
Ask = Callable[..., Answer]


def read_examples(folder: Path, name: str) -> Path:
    """A ledger of one folder of our examples."""
    done = CliRunner().invoke(cli, ["--ledger", str(folder), "read", str(EXAMPLES / name)])
    assert done.exit_code == 0, done.output
    return folder


def asked(folder: Path, *arguments: str) -> Answer:
    """The answer of a command, as its JSON."""
    done = CliRunner().invoke(cli, ["--ledger", str(folder), *arguments, "--json", "-"])
    assert done.exit_code == 0, done.output
    answer: Answer = json.loads(done.stdout)
    return answer


def rows(answer: Answer, part: str) -> list[Answer]:
    return [row for p in answer["parts"] if p["name"] == part for row in p["rows"]]


def fits(line: Answer, row: Answer) -> bool:
    """Whether a row says what an expected line says (see "about" in the golden files)."""
    told = " ".join([row["matter"], *(e["sentence"] for e in row["evidence"])])
    wanted = [*line.get("notes", []), *(f"condition: .*{c}" for c in filter(None, [line.get("condition")]))]
    wanted += [f"(?:{line['outcome']})$"] if "outcome" in line else []
    return (
        set(line["actors"]) <= set(row["actors"])
        and set(line.get("counterparts", ())) <= set(row["counterparts"])
        and re.fullmatch(line["stance"], row["stance"]) is not None
        and re.search(line.get("words", ""), told) is not None
        and re.search(line.get("matter", ""), row["matter"]) is not None
        and all(re.fullmatch(line[name], row[name] or "") for name in ("when", "due", "status", "flag") if name in line)
        and all(any(re.match(note, said) for said in row["notes"]) for note in wanted)
        and line.get("origins", row["origins"]) == row["origins"]
        and re.search(line.get("according", ""), " ".join(w for e in row["evidence"] for w in e["according_to"])) is not None
    )


def holds(line: Answer, answer: Answer) -> bool:
    """Whether the parts of an answer that a line speaks of have a row that fits it, or none where it is to be absent."""
    parts = [p for p in answer["parts"] if re.match(line["section"], p["name"])]
    return any(fits(line, row) for part in parts for row in part["rows"]) is not line.get("absent", False)
