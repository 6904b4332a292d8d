"""Reports told again in other words: details in their places, official words left out, both ways alike."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lake_reports import HARVEST, SUMMIT, reading
from rashomon.stories.retellings import Outline, outline_of, retelling_features, retold_probability

FIRE = """The pilgrims' ship Santa Rita burned to the waterline off Sorsogon at dawn, the coast guard said.
A deckhand had dropped a lantern among sacks of copra in the forward hold.
Twenty-six passengers swam to a sandbank and sang there until fishermen came.
The captain, 71, went back for the ship's cat and lost his eyebrows."""
RETOLD = """They stood on a sandbank and sang, all 26 of them, and then the fishermen came.
It had been a lantern: a deckhand let it fall on copra, which filled sacks in the hold forward.
By dawn nothing of the Santa Rita showed above the waterline off Sorsogon, according to the coast guard.
For the cat of the ship her captain turned round, at 71. It cost him both eyebrows."""
QUOTED = '"{}," the minister said in the harbour.'


def outline(text: str) -> Outline:
    return outline_of(reading("doc:a", text).document)


def test_details_in_other_words_and_another_order_are_told_again() -> None:
    assert retold_probability(outline(FIRE), outline(RETOLD)) > 0.5
    assert retold_probability(outline(FIRE), outline(HARVEST + "\n" + SUMMIT)) < 0.1


def test_a_statement_quoted_by_both_tells_nothing() -> None:
    said = [line.rstrip(".").replace("\n", " ") for line in FIRE.split("\n")]
    quoted = "\n".join(QUOTED.format(line) for line in said)
    assert retold_probability(outline(quoted), outline(quoted.replace("harbour", "town hall"))) < 0.5


@pytest.mark.parametrize("text", ["", "Rain.", "One. Two. Three. Four.", "\n\n\n", '"" "'])
def test_of_next_to_nothing_nothing_is_said(text: str) -> None:
    assert retelling_features(outline(text), outline(FIRE)) is None
    assert retold_probability(outline(text), outline(text)) == 0.0


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from([*FIRE.split("\n"), *RETOLD.split("\n"), *SUMMIT.split("\n"), "Yes.", ""]), max_size=8), st.data())
def test_it_is_the_same_both_ways(lines: list[str], data: st.DataObject) -> None:
    left, right = outline("\n".join(lines)), outline("\n".join(data.draw(st.permutations(FIRE.split("\n")))))
    forth, back = retold_probability(left, right), retold_probability(right, left)
    assert 0.0 <= forth <= 1.0
    assert forth == pytest.approx(back, abs=1e-6)
