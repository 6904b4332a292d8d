"""Phrases in their slots, phrases in one place, the chance that a difference is noted, which of them are told."""

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.comparisons.chances import HEARD, as_differences, candidates
from rashomon.comparisons.choices import LEAST, MOST, chosen
from rashomon.comparisons.counterparts import FEATURES, same_words
from rashomon.comparisons.difference_weights import NOTED
from rashomon.comparisons.phrases import SLOTS, find_phrases
from rashomon.records import Difference, Span, Variant
from tellings import tell

HARBOUR = "The port of Narvik will buy three cranes from a Finnish firm in March because of the thick winter ice."
QUAY = "The harbour of Narvik has bought two cranes from a Dutch firm in April because of a long strike."


def letters(texts: Any) -> Any:
    """A unit vector a text, by how often it has each letter."""
    rows = np.array([[1 + text.lower().count(c) for c in "abcdefghijklmnopqrstuvwxyz"] for text in texts], dtype=np.float32)
    return rows / np.linalg.norm(rows, axis=1, keepdims=True)


@pytest.mark.parametrize(
    ("slot", "words"),
    [
        ("number", "three"),
        ("date", "March"),
        ("actor", "The port of Narvik"),
        ("recipient", "three cranes"),
        ("status", "will buy"),
        ("cause", "the thick winter ice"),
    ],
)
def test_a_phrase_stands_in_its_slot(slot: str, words: str, parser: Any, tables: Any) -> None:
    (telling,) = tell([HARBOUR], parser, tables)
    found = [p.text for p in find_phrases(telling) if p.slot == slot]
    assert any(words in text or text in words for text in found), found


def test_phrases_in_one_place_are_held_against_one_another(parser: Any, tables: Any) -> None:
    tellings = tell([HARBOUR, QUAY], parser, tables)
    units = [t.unit for t in tellings]
    table = candidates(units, tellings.__getitem__, [(0, 1)], {(0, 1): 0.8}, {}, letters)
    found = {(two.left.text, two.right.text) for two, _, _ in table[0, 1]}
    assert ("March", "April") in found
    assert ("will buy", "has bought") in found
    assert {len(features) for _, _, features in table[0, 1]} == {len(FEATURES) + len(HEARD)}


def test_a_judge_is_heard_and_its_reason_kept(parser: Any, tables: Any) -> None:
    tellings = tell([HARBOUR, QUAY], parser, tables)
    spans = [next(p.span for p in find_phrases(t) if p.slot == "date") for t in tellings]
    variants = tuple(Variant(t.reading.document.id, s, t.words(s)) for t, s in zip(tellings, spans, strict=True))
    said = Difference("date", True, variants, "two months", "by a judge", 0.7)
    table = candidates([t.unit for t in tellings], tellings.__getitem__, [(0, 1)], {}, {(0, 1): [said]}, letters)
    (own,) = [d for d in as_differences(table[0, 1], tellings) if d.rule == "by a judge"]
    assert (own.reason, own.hard, own.variants) == ("two months", True, variants)
    assert 0 < own.score < 1
    agreed = [
        f[-2] for two, difference, f in table[0, 1] if difference is None and two.left.span == spans[0] and two.slot == "date"
    ]
    assert agreed == [1.0]


def test_every_slot_has_weights_for_every_feature() -> None:
    assert set(NOTED) == set(SLOTS)
    assert {len(model.weights) for model in NOTED.values()} == {len(FEATURES) + len(HEARD)}


@pytest.mark.parametrize(("one", "other", "same"), [("6am", "6 a.m.", True), ("12 mph", "12mph", True), ("six", "seven", False)])
def test_blanks_and_stops_make_no_other_words(one: str, other: str, same: bool) -> None:
    assert same_words(one, other) is same


spans = st.builds(lambda start, length: Span(start, start + length), st.integers(0, 40), st.integers(1, 12))
rated = st.lists(
    st.tuples(st.sampled_from(SLOTS), st.booleans(), spans, spans, st.sampled_from([(0, 1), (0, 2), (1, 2)]), st.floats(0, 1)),
    max_size=25,
)


@given(rated)
def test_what_is_told_of_a_point_has_no_words_in_common(rows: list[Any]) -> None:
    table: dict[tuple[int, int], list[Difference]] = {}
    for slot, hard, one, other, pair, score in rows:
        variants = tuple(Variant(f"d{i}", span, "x") for i, span in zip(pair, (one, other), strict=True))
        table.setdefault(pair, []).append(Difference(slot, hard, variants, "", "", score))
    out = chosen((0, 1, 2), table)
    assert all((d.hard or d.score >= LEAST) and len({v.document for v in d.variants}) == len(d.variants) > 1 for d in out)
    assert all(sum(d.slot == slot for d in out) <= MOST for slot in SLOTS)
    first = [d.variants[:2] for d in out]
    assert not any(
        v.document == w.document and v.span.overlaps(w.span)
        for k, a in enumerate(first)
        for b in first[k + 1 :]
        for v in a
        for w in b
    )


@pytest.mark.parametrize(("day", "differs"), [("Tuesday", False), ("Thursday", True)])
def test_one_day_in_two_wordings_is_no_difference(day: str, differs: bool, parser: Any, tables: Any) -> None:
    texts = [
        "The port of Narvik will close today because of thick ice.",
        f"The port of Narvik will close on {day} because of thick ice.",
    ]
    tellings = tell(texts, parser, tables)
    units = [t.unit for t in tellings]
    (rows,) = candidates(units, tellings.__getitem__, [(0, 1)], {(0, 1): 0.9}, {}, letters).values()
    assert any(d.slot == "date" for d in as_differences(rows, tellings)) == differs


def told_between(left: str, right: str, slot: str, parser: Any, tables: Any) -> list[str]:
    tellings = tell([left, right], parser, tables)
    units = [t.unit for t in tellings]
    (rows,) = candidates(units, tellings.__getitem__, [(0, 1)], {(0, 1): 0.9}, {}, letters).values()
    return [d.reason for d in as_differences(rows, tellings) if d.slot == slot]


def test_one_number_in_two_writings_is_no_difference(parser: Any, tables: Any) -> None:
    left, right = "Thirty-four ships left Narvik in the storm.", "34 ships left Narvik in the storm."
    assert told_between(left, right, "number", parser, tables) == []
    (reason,) = told_between(left, "More than 30 ships left Narvik in the storm.", "number", parser, tables)
    assert reason.endswith("the figures fit together")


@pytest.mark.parametrize(("name", "differs"), [("Jonas Gahr Store", False), ("Ine Eriksen Soreide", True)])
def test_one_person_in_two_offices_is_no_other_doer(name: str, differs: bool, parser: Any, tables: Any) -> None:
    left = "A government spokesman, Jonas Gahr Store, opened the harbour of Narvik on Monday."
    right = f"{name}, the minister, opened the harbour of Narvik on Monday."
    assert bool(told_between(left, right, "actor", parser, tables)) == differs
