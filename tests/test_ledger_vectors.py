"""Vectors of wordings are kept while reports are read, so that no page has to encode any."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest

from rashomon import models
from rashomon.errors import ModelError
from rashomon.ledger import open_ledger
from rashomon.ledger.vectors import Encoding, Judging
from rashomon.timelines.wordings import wordings

REPORT = """Norway opposes the fishing treaty

OSLO, March 3, 2021 - Norway opposes the fishing treaty. Canada supports the fishing treaty. Norway called on Japan to
withdraw its vessels from the northern waters. Japan rejected the demand.
"""


def _no_model() -> models.Encoder:
    raise ModelError("no model", "none is wanted here")


def test_a_page_encodes_nothing_that_was_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "report.txt").write_text(REPORT, "utf-8")
    with open_ledger(tmp_path / "ledger") as ledger:
        ledger.read([tmp_path / "report.txt"])
        (reading,) = ledger.readings()
        assert len(wordings(reading.steps)) > 1
    with open_ledger(tmp_path / "ledger", writes=False) as ledger:
        monkeypatch.setattr(models, "load_encoder", _no_model)
        assert ledger.affairs.course("Norway", date(2021, 4, 1)).positions


def test_reading_goes_on_without_a_model(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(models, "load_encoder", _no_model)
    with open_ledger(tmp_path / "ledger") as ledger:
        encoding = Encoding(ledger._store)
        encoding.prepare(["the fishing treaty"])
        with pytest.raises(ModelError):
            encoding(["the fishing treaty"])


def test_a_text_is_encoded_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    real = models.load_encoder()

    class Counting:
        def encode(self, texts: Sequence[str]) -> object:
            asked.extend(texts)
            return real.encode(texts)

    monkeypatch.setattr(models, "load_encoder", Counting)
    with open_ledger(tmp_path / "ledger") as ledger:
        encoding = Encoding(ledger._store)
        encoding.prepare(["grain", "grain", "pumps"])
        assert encoding(["pumps", "grain"]).shape == (2, 384)
    assert asked == ["grain", "pumps"]


def test_a_pair_of_sentences_is_judged_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pair, other = ("The port is closed.", "Ships may not enter the harbour."), ("The port is closed.", "Rice is dear.")
    with open_ledger(tmp_path / "ledger") as ledger:
        first = Judging(ledger._store)([pair, other, pair])
    monkeypatch.setattr(models, "load_point_judge", _no_model)
    with open_ledger(tmp_path / "ledger", writes=False) as ledger:
        again = Judging(ledger._store)([other, (pair[1], pair[0])])
    assert again.tolist() == [first[1].tolist(), first[0].tolist()] and first[0].tolist() == first[2].tolist() != first[1].tolist()
