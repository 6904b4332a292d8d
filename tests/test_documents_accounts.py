"""Reading a folder of sound and damaged files of every format: each is in the summary, and in the line that a user sees."""

import random
import re
import shutil
from pathlib import Path

from click.testing import CliRunner

from rashomon.cli.commands import cli
from rashomon.ledger import open_ledger
from test_documents_fuzz import damaged
from test_documents_samples import SAMPLES

STEPS = ("flip", "cut", "repeat", "swap", "insert")


def folder(place: Path) -> list[Path]:
    """Every sample and a damaged copy of it, an empty file, one that is no text."""
    chance = random.Random(7)
    paths = []
    for number, sample in enumerate(sorted(p for p in SAMPLES.rglob("*") if p.is_file())):
        whole, broken = place / f"{number:02}-{sample.name}", place / f"{number:02}-broken-{sample.name}"
        shutil.copy(sample, whole)
        steps = [(chance.choice(STEPS), chance.random(), chance.randrange(256), chance.randint(1, 60)) for _ in range(4)]
        broken.write_bytes(damaged(sample.read_bytes(), steps))
        paths += [whole, broken]
    for name, data in (("empty.txt", b""), ("noise.bin", bytes(range(256)) * 40)):
        (place / name).write_bytes(data)
        paths.append(place / name)
    return paths


def test_every_file_of_a_folder_is_accounted_for(tmp_path: Path) -> None:
    reports = tmp_path / "reports"
    reports.mkdir()
    paths = folder(reports)
    run = CliRunner().invoke(cli, ["--ledger", str(tmp_path / "ledger"), "read", str(reports)])
    assert run.exit_code == 1 and "Traceback" not in run.output
    line = run.output.splitlines()[-1]
    new, known, failed = (
        int(n) for n in re.match(r"(\d+) documents? read, (\d+) sources? known before, (\d+) failed", line).groups()
    )  # type: ignore[union-attr]
    with open_ledger(tmp_path / "ledger") as ledger:
        summary = ledger.read([reports])
        assert len(ledger.documents()) == new > 30
        told = [kept.source for kept in ledger.documents()] + [f.source for f in summary.failures]
        told += list(summary.known)
        silent = [path.name for path in paths if not any(name.startswith(str(path)) for name in told)]
        assert silent == []
        assert known == 0 and failed == sum(f.lost for f in summary.failures)
        assert not summary.new
