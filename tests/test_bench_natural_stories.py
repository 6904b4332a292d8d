"""bench/natural_stories.jsonl: labels by ids and places alone, each place within its report."""

from __future__ import annotations

import itertools
import json
import sys
from pathlib import Path
from typing import Any

import pytest

BENCH = Path(__file__).resolve().parents[1] / "bench"
STORIES: list[dict[str, Any]] = [json.loads(line) for line in (BENCH / "natural_stories.jsonl").read_text("utf-8").splitlines()]
SLOTS = {"number", "date", "place", "actor", "recipient", "status", "attribution", "cause"}

each_story = pytest.mark.parametrize("story", STORIES, ids=lambda story: story["story"])


@each_story
def test_no_words_of_others_and_every_pair_of_origins(story: dict[str, Any]) -> None:
    assert story["part"] in {"a", "b", "c"}
    assert all(isinstance(doc, str) for doc in story["docs"])
    named = sorted(tuple(sorted(origin["docs"])) for origin in story["origins"])
    assert named == sorted(itertools.combinations(sorted(story["docs"]), 2))
    for difference in (d for point in story["points"] for d in point.get("difference", ())):
        assert difference["slot"] in SLOTS
        assert all(set(value) == {"span"} for value in difference["values"].values())
        assert set(difference["values"]) <= set(story["docs"])


@pytest.mark.usefixtures("shared")
def test_every_place_lies_within_its_report(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(BENCH))
    scoring = pytest.importorskip("scoring")
    for story in scoring.with_texts(STORIES):
        texts = {report["doc"]: report["text"] for report in story["docs"]}
        accounts = [pair for point in story["points"] for pair in point["accounts"].items()]
        terms = [pair for wording in story["wording"] for pair in wording["terms"].items()]
        quotes = [(doc, [span]) for quote in story["quotes"] for doc, span in quote["accounts"].items()]
        for doc, spans in accounts + terms + quotes:
            for start, end in spans:
                words = texts[doc][start:end]
                assert words and words == words.strip()
    sys.modules.pop("scoring", None)
