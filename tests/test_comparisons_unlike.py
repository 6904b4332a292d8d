"""Sentences that the judge of points holds for unlike: asked once, told where no words are told yet, each sentence once."""

from datetime import date
from typing import Any

import numpy as np

from rashomon.comparisons.opinions import POINT, WIDTH, asked_once
from rashomon.comparisons.phrases import SLOTS
from rashomon.comparisons.unlike import LEAST, MOST, WHOLE_SENTENCES, find_unlike
from rashomon.records import Difference, Variant
from tellings import tell

TEXTS = [
    "The council walked out before the vote on the bridge.",
    "The council cast its vote for the bridge.",
    "The council abstained when the bridge was put to the vote.",
]


def word_for(slot: str, value: float, point: float = 4.0) -> Any:
    def judge(pairs: Any) -> Any:
        rows = np.full((len(pairs), WIDTH), -6.0, dtype=np.float32)
        rows[:, POINT], rows[:, 1 + SLOTS.index(slot)] = point, value
        return rows

    return judge


def found(
    judge: Any, parser: Any, tables: Any, told: Any = ((),), groups: Any = ((0, 1, 2),), retold: Any = frozenset()
) -> list[tuple[Difference, ...]]:
    tellings = tell(TEXTS, parser, tables, date(2019, 6, 14))
    return find_unlike([t.unit for t in tellings], tellings.__getitem__, groups, {}, told, judge, retold)


def test_a_pair_is_asked_of_once() -> None:
    asked: list[tuple[str, str]] = []

    def judge(pairs: Any) -> Any:
        asked.extend(pairs)
        return np.full((len(pairs), WIDTH), float(len(asked)), dtype=np.float32)

    once = asked_once(judge)
    first = once([("a", "b"), ("a", "c"), ("a", "b")])
    assert once([("a", "c"), ("a", "b")]).tolist() == first[[1, 0]].tolist()
    assert once([]).shape == (0, WIDTH)
    assert asked == [("a", "b"), ("a", "c")]


def test_two_sentences_that_differ_are_told_with_the_slot(parser: Any, tables: Any) -> None:
    ((difference,),) = found(word_for("status", 3.0), parser, tables)
    assert (difference.slot, difference.hard, difference.rule) == ("status", False, WHOLE_SENTENCES)
    assert [v.text for v in difference.variants] == TEXTS[:2]
    assert LEAST <= difference.score <= 1


def test_what_hardly_differs_or_is_hardly_one_point_is_not_told(parser: Any, tables: Any) -> None:
    assert found(word_for("status", -4.0), parser, tables) == [()]
    assert found(word_for("status", 3.0, -6.0), parser, tables) == [()]
    assert found(word_for("status", 3.0), parser, tables, ((), ()), ((0,), (1,))) == [(), ()]


def test_a_sentence_with_a_difference_is_not_told_again(parser: Any, tables: Any) -> None:
    tellings = tell(TEXTS, parser, tables, date(2019, 6, 14))
    words = [Variant(t.reading.document.id, t.unit.sentence.tokens[1].span, "council") for t in tellings[:2]]
    known = Difference("actor", False, tuple(words), "who", "rule", 0.5)
    assert found(word_for("status", 3.0), parser, tables, ((known,),)) == [(known,)]


def test_a_report_does_not_differ_from_its_retelling(parser: Any, tables: Any) -> None:
    ((difference,),) = found(word_for("status", 3.0), parser, tables, retold=frozenset({frozenset({0, 1})}))
    assert TEXTS[2] in {v.text for v in difference.variants}


def test_of_many_pairs_the_likest_are_read(parser: Any, tables: Any) -> None:
    asked: list[tuple[str, str]] = []

    def judge(pairs: Any) -> Any:
        asked.extend(pairs)
        return np.full((len(pairs), WIDTH), -6.0, dtype=np.float32)

    found(judge, parser, tables)
    assert len(asked) == 3 <= MOST
