"""Sentences that a report repeats."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from rashomon.comparisons.repeats import find_repeats, told_alike


def units_of(*lines: tuple[int, str]) -> list[Any]:
    return [SimpleNamespace(report=report, text=text) for report, text in lines]


MAIL = units_of(
    (0, "[wire] Dockers in Antwerp walk out."),
    (0, "Dockers in Antwerp walk out"),
    (0, "The port is shut."),
    (1, "Antwerp's dockers strike."),
    (1, "The port is shut."),
)


def test_a_subject_and_its_headline_are_one_sentence() -> None:
    assert list(find_repeats(MAIL)) == [(0, 1)]
    pairs = {(0, 3): 0.5, (1, 3): 0.2, (1, 4): 0.1, (2, 4): 0.9}
    assert told_alike(MAIL, pairs) == {(0, 1): 1.0, (0, 3): 0.5, (1, 3): 0.5, (0, 4): 0.1, (1, 4): 0.1, (2, 4): 0.9}


def test_lines_without_a_word_and_the_lines_of_another_report_are_no_repeats() -> None:
    assert not list(find_repeats(units_of((0, "***"), (0, "***"), (0, "[wire]"), (1, "Talks end."), (2, "Talks end."))))


@given(st.dictionaries(st.tuples(st.integers(0, 4), st.integers(0, 4)).filter(lambda p: p[0] < p[1]), st.floats(0, 1)))
def test_nothing_gets_less_likely_and_what_is_not_repeated_stays(pairs: dict[tuple[int, int], float]) -> None:
    after = told_alike(MAIL, pairs)
    assert all(after[pair] >= value for pair, value in pairs.items())
    assert {p: v for p, v in after.items() if not {0, 1} & set(p)} == {p: v for p, v in pairs.items() if not {0, 1} & set(p)}
    assert told_alike(MAIL, after) == after
