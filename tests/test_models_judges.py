"""The judge of points: alike in words is not enough, order and company do not matter, a comparison goes on without it."""

import shutil
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon import models
from rashomon.comparisons.alignment import A_SENTENCE, MOST, judged, likeliest
from rashomon.comparisons.opinions import DIFFERS, POINT, WIDTH
from rashomon.comparisons.phrases import SLOTS
from rashomon.comparisons.units import Unit
from rashomon.errors import ModelError
from rashomon.models import judges, verify

SANK = "A ferry with forty people on board sank off the coast of Vanmark on Sunday."
WENT_DOWN = "Forty passengers were on the boat that went down near Vanmark at the weekend."
MINISTER = "The transport minister of Vanmark opened a new road to the airport."


def test_what_tells_one_point_scores_above_what_does_not() -> None:
    same, other = models.load_point_judge().judge([(SANK, WENT_DOWN), (SANK, MINISTER)])[:, POINT]
    assert same > 0 > other


def test_where_two_sentences_differ_scores_above_where_they_do_not() -> None:
    pairs = [(SANK, SANK.replace("forty", "sixty")), (SANK, SANK.replace("Sunday", "Friday"))]
    many, when = (dict(zip(SLOTS, row, strict=True)) for row in models.load_point_judge().judge(pairs)[:, DIFFERS])
    assert many["number"] > when["number"] and when["date"] > many["date"]


def test_order_and_company_do_not_matter() -> None:
    judge = models.load_point_judge().judge
    together = judge([(MINISTER, SANK), (WENT_DOWN, SANK)])
    assert together.tolist() == [judge([pair])[0].tolist() for pair in ((SANK, MINISTER), (SANK, WENT_DOWN))]
    assert judge([]).shape == (0, WIDTH)


def test_any_text_can_be_judged() -> None:
    scores = models.load_point_judge().judge([("", ""), ("\n", "word " * 5_000), ("…", SANK)])
    assert np.isfinite(scores).all()


def test_an_altered_file_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(models.models_folder() / "points", tmp_path / "points")
    monkeypatch.setattr(verify, "models_folder", lambda: tmp_path)
    with (tmp_path / "points" / "model.onnx").open("ab") as file:
        file.write(b"\0")
    judges.load_point_judge.cache_clear()
    with pytest.raises(ModelError, match="altered"):
        judges.load_point_judge()
    judges.load_point_judge.cache_clear()


def units_of(reports: list[int]) -> list[Unit]:
    return [Unit(r, None, f"sentence {i}", *[frozenset[str]()] * 4, ()) for i, r in enumerate(reports)]  # type: ignore[arg-type]


@given(st.lists(st.floats(0.03, 1), min_size=28, max_size=28))
def test_only_the_likeliest_pairs_of_two_reports_are_asked_of(chances: list[float]) -> None:
    units = units_of([0, 1] * 4)
    numbers = iter(chances)
    pairs = {(i, j): next(numbers) for i in range(8) for j in range(i + 1, 8)}
    asked: list[tuple[str, str]] = []

    def judge(texts: Any) -> Any:
        asked.extend(texts)
        return np.zeros((len(texts), WIDTH), dtype=np.float32)

    after = judged(units, pairs, judge)
    across = sorted(((p, c) for p, c in pairs.items() if units[p[0]].report != units[p[1]].report), key=lambda x: -x[1])
    assert len(asked) == min(len(across), A_SENTENCE * len(units)) <= MOST
    assert {pairs[p] for p in likeliest(units, pairs)} == {c for _, c in across[: len(asked)]}
    assert after.keys() == pairs.keys() and all(0 <= c <= 1 for c in after.values())
    assert all(after[p] == c for p, c in pairs.items() if units[p[0]].report == units[p[1]].report)


def test_the_judge_moves_a_pair_both_ways() -> None:
    units = units_of([0, 1])
    up, down = (judged(units, {(0, 1): 0.3}, lambda texts, s=s: np.full((1, WIDTH), s))[0, 1] for s in (3.0, -3.0))
    assert up > 0.3 > down
    assert judged(units, {}, lambda texts: np.zeros((0, WIDTH))) == {}
