"""`rashomon compare` on many reports and on a very long one: a sensible dossier, in bounded time."""

import json
import time
from pathlib import Path

from click.testing import CliRunner

from rashomon.cli.commands import cli

TOWNS = "Bergen Oslo Narvik Hamar Molde Bodo Skien Moss Halden Voss".split()


def report(number: int, extra: str = "") -> str:
    town = TOWNS[number % len(TOWNS)]
    saved = 84 if number % 3 else 90
    return (
        f"Ferry sinks, says {town} paper {number}\n\nMarch 3, 2024\n\nThe ferry Aurora sank off Bergen on Friday night. "
        f"Rescuers saved {saved} passengers, the coast guard said.\n\nSchools in {town} will open {number} hours late.\n\n{extra}\n"
    )


def dossier(folder: Path, files: list[Path]) -> dict:
    done = CliRunner().invoke(
        cli, ["--ledger", str(folder / "ledger"), "compare", *map(str, files), "--json", str(folder / "d.json")]
    )
    assert done.exit_code == 0, done.output
    return json.loads((folder / "d.json").read_text("utf-8"))


def test_fifty_reports(tmp_path: Path) -> None:
    files = [tmp_path / f"{n}.txt" for n in range(50)]
    for n, file in enumerate(files):
        file.write_text(report(n), "utf-8")
    found = dossier(tmp_path, files)
    assert len(found["documents"]) == 50
    assert any(len(point["accounts"]) >= 45 for point in found["points"])
    assert {d["slot"] for p in found["points"] for d in p["differences"]} >= {"number"}


def test_a_report_of_eight_thousand_words_beside_a_short_one(tmp_path: Path) -> None:
    filler = "\n\n".join(f"Farmers in {town} sold {n} sheep at market number {n}." for n in range(90) for town in TOWNS)
    (tmp_path / "long.txt").write_text(report(1, filler), "utf-8")
    (tmp_path / "short.txt").write_text(report(2), "utf-8")
    began = time.process_time()
    found = dossier(tmp_path, [tmp_path / "long.txt", tmp_path / "short.txt"])
    assert time.process_time() - began < 60
    assert any("Aurora" in json.dumps(point) and len(point["accounts"]) == 2 for point in found["points"])


def test_a_report_of_which_no_sentence_can_be_read_stands_between_others(tmp_path: Path) -> None:
    texts = [report(1), "Die Fähre Aurora sank am 3. März 2024 vor Bergen. Die Küstenwache rettete neunzig Menschen.", report(4)]
    files = [tmp_path / f"{n}.txt" for n in range(3)]
    for file, text in zip(files, texts, strict=True):
        file.write_text(text, "utf-8")
    found = dossier(tmp_path, files)
    assert len(found["documents"]) == 3
    assert any(len(point["accounts"]) == 2 for point in found["points"])
