"""bench/own_stories.jsonl: the shape that score_compare.py reads, and every span on the words it means."""

from __future__ import annotations

import itertools
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

OWN = Path(__file__).resolve().parents[1] / "bench" / "own_stories.jsonl"
STORIES: list[dict[str, Any]] = [json.loads(line) for line in OWN.read_text("utf-8").splitlines()]
KINDS = {"act", "figure", "background", "statement", "plan"}
SLOTS = {"number", "date", "place", "actor", "recipient", "status", "attribution", "cause"}
CHANGES = {"same", "cut", "reworded", "translated", "reattributed"}
RELATIONS = {"copy", "rewrite", "shared_wire", "independent"}

each_story = pytest.mark.parametrize("story", STORIES, ids=lambda story: story["story"])


def spans_of(story: dict[str, Any]) -> list[tuple[str, list[int]]]:
    """(report, span) of everything that points at words."""
    accounts = [pair for point in story["points"] for pair in point["accounts"].items()]
    terms = [pair for wording in story["wording"] for pair in wording["terms"].items()]
    quotes = [pair for quote in story["quotes"] for pair in quote["accounts"].items()]
    return [(doc, span) for doc, spans in accounts + terms for span in spans] + quotes


@each_story
def test_every_span_begins_and_ends_with_a_whole_word(story: dict[str, Any]) -> None:
    texts = {report["doc"]: report["text"] for report in story["docs"]}
    for doc, (start, end) in spans_of(story):
        text = texts[doc]
        assert 0 <= start < end <= len(text)
        words = text[start:end]
        assert words == words.strip()
        assert not (words[0].isalnum() and text[start - 1 : start].isalnum()), words
        assert not (words[-1].isalnum() and text[end : end + 1].isalnum()), words


@each_story
def test_values_that_differ_are_quoted_from_their_reports(story: dict[str, Any]) -> None:
    texts = {report["doc"]: report["text"] for report in story["docs"]}
    for point in story["points"]:
        assert point["kind"] in KINDS
        for difference in point.get("difference", ()):
            assert difference["slot"] in SLOTS
            assert len(difference["values"]) > 1
            assert set(difference["values"]) <= set(point["accounts"])
            for doc, value in difference["values"].items():
                assert texts[doc][slice(*value["span"])] == value["text"]


@each_story
def test_origins_name_every_pair_of_reports_once(story: dict[str, Any]) -> None:
    named = sorted(tuple(sorted(origin["docs"])) for origin in story["origins"])
    assert named == sorted(itertools.combinations(sorted(report["doc"] for report in story["docs"]), 2))
    assert {origin["relation"] for origin in story["origins"]} <= RELATIONS
    assert {quote["change"] for quote in story["quotes"]} <= CHANGES


def scored(tmp_path: Path, scorer: Path, rows: list[dict[str, Any]]) -> list[str]:
    """What a scorer prints of the rows, from "align" on, the counts in brackets left out."""
    found = tmp_path / "found.jsonl"
    found.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    command = [sys.executable, str(scorer), str(OWN), str(found)]
    printed = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return [line.split("(")[0].rstrip() for line in printed.splitlines()[1:]]


def test_gold_scores_full_marks_against_itself(tmp_path: Path) -> None:
    lines = scored(tmp_path, OWN.parent / "score_stories.py", STORIES)
    assert len(lines) == 8
    assert all("1.000" in line and "0." not in line for line in lines), lines


def test_an_altered_prediction_scores_as_with_the_scorer_of_the_gold(tmp_path: Path) -> None:
    theirs = OWN.parents[2] / "shared" / "gold" / "stories" / "score_compare.py"
    if not theirs.exists():
        pytest.skip("no folder `shared` beside the checkout")
    rows = [shaken(json.loads(json.dumps(story))) for story in STORIES]
    lines = scored(tmp_path, OWN.parent / "score_stories.py", rows)
    reference = scored(tmp_path, theirs, rows)
    assert "1.000" not in lines[0]
    assert [line for line in lines if line not in reference] == []


def shaken(story: dict[str, Any]) -> dict[str, Any]:
    """A prediction that is right in part: points lost and joined, values moved, terms and quotations dropped."""
    points = story["points"]
    del points[::5]
    for first, second in zip(points[::4], points[1::4], strict=False):
        first["accounts"] |= second["accounts"]
    for point in points[::2]:
        for difference in point.get("difference", ()):
            difference["slot"] = "number"
            difference["hard"] = not difference["hard"]
            for value in difference["values"].values():
                value["span"] = [value["span"][0] + 5, value["span"][1] + 5]
    del story["wording"][::3]
    story["quotes"] = story["quotes"][1:]
    for origin in story["origins"][::3]:
        origin["relation"] = "copy"
    return story
