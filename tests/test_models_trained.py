"""The trained readers in the whole flow: on by default, off on demand, one clear error where a file of theirs is altered."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from rashomon import models
from rashomon.cli.commands import cli
from rashomon.errors import ModelError
from rashomon.ledger import open_ledger
from rashomon.models import readers, taggers, trained, verify
from rashomon.pipeline import read_reports
from rashomon.records import Reading, Received

PETITION = """Kenya hosts talks on the lake

NAIROBI, May 2, 2021 - Diplomats are under the impression that the talks will fail. "It drowns our fields," he told reporters.

Uganda's army shelled two camps of the Lake Front on Sunday, and Kenya sent food to the survivors."""
DENIAL = "Chile denied on Friday that its navy had stopped a trawler from Peru. Peru called the denial a disgrace."
LOADERS = (trained.load_readers, taggers.load_attribution_tagger, readers.load_event_reader)


def read(texts: list[str], parser: Any, tables: Any, model: Any) -> list[Reading]:
    received = [Received(text.encode(), f"{i}.txt") for i, text in enumerate(texts)]
    return [r for r in read_reports(received, parser, tables, model) if isinstance(r, Reading)]


def test_the_readers_find_what_no_rule_knows(parser: Any, tables: Any) -> None:
    (ruled,) = read([PETITION], parser, tables, None)
    (joined,) = read([PETITION], parser, tables, models.load_readers())
    assert "tagger" not in {a.rule for a in ruled.attributions}
    assert any("the talks will fail" in s.of(joined.document.text) for a in joined.attributions for s in a.content)
    assert {e.id: e.score for e in joined.events if e.type == "ASSAULT"} != {
        e.id: e.score for e in ruled.events if e.type == "ASSAULT"
    }


def test_neighbours_and_order_do_not_change_what_is_read(parser: Any, tables: Any) -> None:
    model = models.load_readers()
    alone = [read([text], parser, tables, model)[0] for text in (PETITION, DENIAL)]
    longer = DENIAL.replace("Friday", "Friday, in a long statement read to reporters in Santiago by a deputy minister,")
    together = read([DENIAL, longer, PETITION], parser, tables, model)
    assert [r.attributions for r in (together[2], together[0])] == [r.attributions for r in alone]
    assert [r.events for r in (together[2], together[0])] == [r.events for r in alone]


def test_a_ledger_tells_who_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(PETITION, "utf-8")
    with open_ledger(tmp_path / "with") as ledger, open_ledger(tmp_path / "without", model=False) as plain:
        ledger.read([tmp_path / "a.txt"])
        plain.read([tmp_path / "a.txt"])
        assert plain.extractor == plain.extractor.removesuffix(" no-model") + " no-model"
        assert ledger.extractor != plain.extractor.removesuffix(" no-model")
        assert "tagger" in {a.rule for a in ledger.attributions()}
        assert "tagger" not in {a.rule for a in plain.attributions()}


@pytest.fixture
def copied(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A copy of the folder of models, in use, that a test may damage."""
    shutil.copytree(models.models_folder(), tmp_path / "models")
    monkeypatch.setattr(verify, "models_folder", lambda: tmp_path / "models")
    for loader in LOADERS:
        loader.cache_clear()
    yield tmp_path / "models"
    for loader in LOADERS:
        loader.cache_clear()


def test_an_altered_card_changes_the_extractor(copied: Path, tmp_path: Path) -> None:
    with open_ledger(tmp_path / "before") as ledger:
        before = ledger.extractor
    card = copied / "events" / "card.json"
    card.write_text(card.read_text("utf-8") + "\n", "utf-8")
    with open_ledger(tmp_path / "after") as ledger:
        assert ledger.extractor != before


@pytest.mark.parametrize("file", ["attribution/model.onnx", "events/pairs.onnx", "events/card.json"])
def test_an_absent_file_is_one_line_that_tells_the_ways_out(file: str, copied: Path, tmp_path: Path) -> None:
    (copied / file).unlink()
    (tmp_path / "a.txt").write_text(DENIAL, "utf-8")
    with pytest.raises(ModelError, match="--no-model"):
        models.load_readers()
    done = CliRunner().invoke(cli, ["--ledger", str(tmp_path / "ledger"), "read", str(tmp_path / "a.txt")])
    assert done.exit_code == 1
    assert len(done.stderr.splitlines()) == 1 and "missing" in done.stderr and "--no-model" in done.stderr
    rules = CliRunner().invoke(cli, ["--no-model", "--ledger", str(tmp_path / "ledger"), "read", str(tmp_path / "a.txt")])
    assert rules.exit_code == 0, rules.stderr


def test_an_altered_file_is_refused_before_anything_is_kept(copied: Path, tmp_path: Path) -> None:
    with (copied / "events" / "sentences.onnx").open("ab") as file:
        file.write(b"\0")
    (tmp_path / "a.txt").write_text(DENIAL, "utf-8")
    with open_ledger(tmp_path / "ledger") as ledger:
        with pytest.raises(ModelError, match="altered"):
            ledger.read([tmp_path / "a.txt"])
        assert ledger.documents() == () and ledger.failures() == ()
