"""times/: some 270 times in sentences of our own (golden/times.txt), each against its value; nothing else in them is a time."""

import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from rashomon.records import When
from rashomon.sentences import parse_text
from rashomon.times import day, find_times

TOLD = re.compile(r"\{([^|{}]*)\|([^{}]*)\}")
Case = tuple[str, str, list[tuple[str, str]]]


def cases() -> list[Case]:
    """(day of publication, sentence, its times with their values)."""
    found: list[Case] = []
    on = ""
    for line in (Path(__file__).parent / "golden" / "times.txt").read_text("utf-8").splitlines():
        if line.startswith("= "):
            on = line[2:]
        elif not line.startswith("#"):
            found.append((on, TOLD.sub(r"\1", line), TOLD.findall(line)))
    return found


CASES = cases()


def published(on: str) -> When:
    return day(date.fromisoformat(on), "document date", "test")


@pytest.mark.parametrize(("on", "sentence", "told"), CASES, ids=[f"{on} {sentence}" for on, sentence, _ in CASES])
def test_times_of_a_sentence(on: str, sentence: str, told: list[tuple[str, str]], parser: Any) -> None:
    found = [(t.span.of(sentence), t.when.value) for t in find_times(sentence, parse_text(sentence, parser), published(on))]
    assert [value for _, value in found] == [value for _, value in told]
    for (words, _), (wanted, _) in zip(found, told, strict=True):
        assert words in wanted or wanted in words
