"""`rashomon origins`: what it tells people."""

from types import SimpleNamespace
from typing import Any, cast

import pytest

from conftest import make_document
from rashomon.cli.origins import _show
from rashomon.records import Derivation, Relation, Story


def test_why_a_report_is_called_a_rewrite_is_not_cut(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "400")
    documents = {d.id: d for d in (make_document("One report."), make_document("Another report."))}
    ids = tuple(documents)
    evidence = ("the same details " * 9, "only the other is damaged as copies are: lost-words")
    derivation = Derivation((ids[0], ids[1]), Relation.REWRITE, ids[0], evidence, 0.9)
    story = Story("sto:1", ids, "Talks", None, (), (derivation,), (ids,))
    _show(cast(Any, SimpleNamespace(document=documents.__getitem__)), story, [])
    assert "only B is damaged as copies are: lost-words" in capsys.readouterr().out
