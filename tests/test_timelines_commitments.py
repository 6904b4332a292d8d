"""Promises and their vectors: only what words leave open is encoded, and that decides."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from kept_steps import make_header, make_kept
from rashomon.records import Affair, KeptStep
from rashomon.timelines.commitments import find_commitments

DAY = date(2023, 3, 1)
WORDS = ("pumps", "grain", "bridge", "harbour", "visas")


class Encoder:
    """Texts of one first letter are alike; remembers what it was asked."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def __call__(self, texts: Sequence[str]) -> Any:
        self.asked += texts
        return np.array([np.eye(26)[ord(text[0]) - ord("a")] for text in texts])


def promise(day: int, matter: str, affair: Affair = Affair.COMMITMENT, stance: str = "promises") -> KeptStep:
    return make_kept(make_header(f"{day} {matter} {affair}", DAY + timedelta(day)), affair, stance, ("iso3:ARD",), matter)


def test_words_alone_decide_where_they_can() -> None:
    encoder = Encoder()
    found = find_commitments([promise(1, "grain and pumps"), promise(2, "pumps and grain"), promise(3, "visas")], DAY, encoder)
    assert (len(found), encoder.asked) == (2, [])


def test_vectors_decide_where_words_do_not() -> None:
    one, like, other = "blue harbour bridge roads", "big harbour bridge roads", "mend harbour bridge roads"
    for second, groups in ((like, 2), (other, 3)):
        encoder = Encoder()
        assert len(find_commitments([promise(1, one), promise(2, second), promise(3, "visas")], DAY, encoder)) == groups
        assert sorted(encoder.asked) == sorted((one, second))


matters = st.lists(st.sampled_from(WORDS), min_size=1, max_size=5).map(" ".join)
told = st.lists(st.tuples(st.integers(0, 9), matters, st.booleans()), max_size=12)


@given(told)
def test_every_vector_that_is_needed_is_there(steps: list[tuple[int, str, bool]]) -> None:
    kept = [
        promise(day, matter, Affair.CONDUCT, "does") if closes else promise(day, matter)
        for day, matter, closes in dict.fromkeys(steps)
    ]
    encoder = Encoder()
    found = find_commitments(kept, DAY + timedelta(20), encoder)
    assert len(encoder.asked) == len(set(encoder.asked))
    assert sum(len(c.told) for c in found) == sum(k.step.affair is Affair.COMMITMENT for k in kept)
