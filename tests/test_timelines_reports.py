"""Small reports -> meetings, promises and positions, by the rules alone: each case was written before any output was seen."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from conftest import make_document
from rashomon.models import load_encoder
from rashomon.pipeline import read_parsed
from rashomon.records import Header, KeptStep
from rashomon.sentences import parse_documents
from rashomon.timelines.commitments import find_commitments
from rashomon.timelines.meetings import Gathering, find_gatherings
from rashomon.timelines.positions import find_positions

CASES = json.loads((Path(__file__).parent / "golden" / "affairs_cases.json").read_text("utf-8"))
Reports = Sequence[Sequence[str]]  # day and text of each
Read = Callable[[Reports], list[KeptStep]]


@pytest.fixture(scope="module")
def read(parser: Any, tables: Any) -> Read:
    def kept(reports: Reports) -> list[KeptStep]:
        documents = [make_document(_body(text), date.fromisoformat(day)) for day, text in reports]
        found = []
        for document, sentences in parse_documents(documents, parser):
            header = Header(document.id, document.sha256, "", None, document.published, datetime(2026, 1, 1, tzinfo=UTC), "test")
            spans = {s.index: s.span for s in sentences}
            for step in read_parsed(document, sentences, tables).steps:
                around = spans[step.sentence]
                found.append(KeptStep(step, around.of(document.text), around, header))
        return found

    return kept


@pytest.fixture(scope="module")
def encode() -> Any:
    return load_encoder().encode


def _body(text: str) -> str:
    """Without a dateline, which is a zone of its own."""
    return re.sub(r"^[A-Z]{3,} - ", "", text)


def short(actor: str) -> str:
    return actor.partition(":")[2]


def fits(gathering: Gathering, wanted: dict[str, Any]) -> bool:
    parties = tuple(sorted(short(a) for a in gathering.parties if not a.startswith("person:")))
    when = gathering.when.edtf if gathering.when is not None else ""
    told: dict[str, Any] = {
        "place": gathering.place,
        "absent": sorted(map(short, gathering.absent)),
        "moved": [w.edtf for w in gathering.moved_from],
        "format": gathering.format,
        "fate": gathering.fate,
    }
    return (
        set(wanted["parties"]) <= set(parties) <= {*wanted["parties"], "QAT"}
        and when.startswith(wanted.get("when", ""))
        and gathering.status.value in wanted["status"]
        and all(told[name] == wanted[name] for name in told if name in wanted)
    )


@pytest.mark.parametrize("case", CASES["meetings"], ids=lambda case: case["name"])
def test_meetings(read: Read, tables: Any, case: dict[str, Any]) -> None:
    found, wanted = find_gatherings(read(case["reports"]), tables, date.fromisoformat(case["on"])), case["wanted"]
    shown = [(g.parties, g.when and g.when.edtf, g.place, g.status.value, g.fate, g.absent) for g in found]
    assert len(found) == len(wanted), shown
    for one in wanted:
        assert any(fits(gathering, one) for gathering in found), shown


@pytest.mark.parametrize("case", CASES["commitments"], ids=lambda case: case["name"])
def test_outcomes(read: Read, encode: Any, case: dict[str, Any]) -> None:
    found = find_commitments(read(case["reports"]), date.fromisoformat(case["on"]), encode)
    for actor, words, outcomes in case["wanted"]:
        mine = [c for c in found if actor in map(short, c.actors) and words.split()[0] in c.first.step.matter]
        assert mine, [(c.actors, c.first.step.matter) for c in found]
        assert {c.outcome.value for c in mine} <= set(outcomes)


@pytest.mark.parametrize("case", CASES["positions"], ids=lambda case: case["name"])
def test_positions(read: Read, encode: Any, case: dict[str, Any]) -> None:
    kept = read(case["reports"])
    turns = [(short(p.actor), t) for p in find_positions(kept, None, encode) for t in p.turns]
    said = [(short(a), k.step.stance, k.step.matter, k.step.own) for k in kept for a in k.step.actors]
    for sign, *rest in case["wanted"]:
        if sign == "~":
            actor, before, after = rest
            assert any(a == actor and re.search(before, t.changed_from or "-") and re.search(after, t.stance) for a, t in turns)
        elif sign == "!~":
            assert not any(a == rest[0] and t.changed_from for a, t in turns)
        elif sign == "holds":
            assert {t.stance for a, t in turns if a == rest[0] and t.holds} == {rest[1]}
        elif sign == "!":
            actor, stance, word = rest
            assert not any(a == actor and re.search(stance, s) and word in m for a, s, m, _ in said), said
        else:
            stance, word, own = rest
            assert any(a == sign and re.search(stance, s) and word in m and o is own for a, s, m, o in said), said
