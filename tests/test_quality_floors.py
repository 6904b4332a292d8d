"""Quality does not fall: a small fixed sample of each gold set beside the checkout against the floors in bench/floors.json."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

BENCH = Path(__file__).resolve().parent.parent / "bench"


@pytest.mark.shared
def test_no_figure_falls_below_its_floor(shared: Path) -> None:
    run = subprocess.run([sys.executable, str(BENCH / "gate.py")], capture_output=True, text=True)
    assert run.returncode == 0, run.stdout[-3000:] + run.stderr[-3000:]
    assert run.stdout.count(" floor ") == len(json.loads((BENCH / "floors.json").read_text("utf-8")))


def test_every_floor_is_set() -> None:
    for name, row in json.loads((BENCH / "floors.json").read_text("utf-8")).items():
        assert row["fingerprint"] and (row.get("floor") is not None or row.get("ceiling") is not None), name
