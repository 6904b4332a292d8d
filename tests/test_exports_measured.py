"""What a dossier says of its own error is what the bench measured and publishes."""

import importlib.util
import json
from pathlib import Path
from typing import Any

import pytest

from rashomon.exports.measured import measured, trust_phrase

BENCH = Path(__file__).resolve().parents[1] / "bench"


def script_of(monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.syspath_prepend(str(BENCH))
    spec = importlib.util.spec_from_file_location("measure_dossier", BENCH / "measure_dossier.py")
    assert spec is not None and spec.loader is not None
    script = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(script)
    return script


def test_the_figures_are_those_of_the_bench(monkeypatch: pytest.MonkeyPatch) -> None:
    script = script_of(monkeypatch)
    told = json.loads(script.TARGET.read_text("utf-8"))
    assert script.readme_row(told) in (BENCH / "README.md").read_text("utf-8")
    assert measured().align.right == told["align"]["right"]


def test_shares_are_told_by_the_hundred_and_contradictions_one_by_one(monkeypatch: pytest.MonkeyPatch) -> None:
    counted = dict.fromkeys(("align", "only_one", "diff", "quotes"), (2, 3, 2, 8)) | {"diff_hard": (2, 7, 2, 19)}
    told = script_of(monkeypatch).figures(counted)
    assert told["align"] == told["quotes"] == {"right": 67, "found": 25}
    assert told["hard"] == {"shown": 7, "right": 2, "were": 19}


def test_the_error_is_told_in_words() -> None:
    m = measured()
    assert f"{m.align.right} in 100 belong together" in trust_phrase()
    assert f"{m.stories} stories of the press in {m.reports} reports" in trust_phrase()
    assert all(0 < share <= 100 for one in (m.align, m.only_one, m.diff, m.quotes) for share in (one.right, one.found))
    assert m.hard.shown > 0 and m.hard.were > 0
    assert m.hard.right <= min(m.hard.shown, m.hard.were) and f"of {m.hard.were} so noted" in trust_phrase()
