"""The sentences told in several ways that the judge of points learns from: what is noted as different stands in both texts."""

from __future__ import annotations

import json
from pathlib import Path

from rashomon.comparisons.phrases import SLOTS

ROWS = [
    json.loads(line)
    for line in (Path(__file__).resolve().parents[1] / "training" / "contrasts.jsonl").read_text("utf-8").splitlines()
]


def test_what_differs_stands_in_both_texts() -> None:
    for row in ROWS:
        for other in row["others"]:
            assert other["point"] or not other.get("differs"), other["text"]
            for difference in other.get("differs", ()):
                assert difference["slot"] in SLOTS and isinstance(difference["hard"], bool)
                assert difference["one"] in row["anchor"] and difference["other"] in other["text"], other["text"]


def test_no_text_comes_twice_and_every_slot_has_both_kinds() -> None:
    texts = [text for row in ROWS for text in (row["anchor"], *(other["text"] for other in row["others"]))]
    assert len(texts) == len(set(texts))
    noted = {(d["slot"], d["hard"]) for row in ROWS for other in row["others"] for d in other.get("differs", ())}
    assert noted >= {(slot, hard) for slot in SLOTS for hard in (False, True) if slot != "attribution"}
    assert {row["set"] for row in ROWS} == set(range(1, 9))
