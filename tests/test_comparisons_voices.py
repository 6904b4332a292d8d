"""On whose word reports tell one thing: who counts as a source, who is the same, what is the outlet's own voice."""

from __future__ import annotations

from typing import Any

import pytest

from rashomon.comparisons.voices import attribution_difference
from rashomon.records import Difference
from tellings import tell

PLAIN = "The dam above Graz broke during the night."
VERY = 0.9  # likeness of the two sentences


def told(left: str, right: str, parser: Any, tables: Any) -> Difference | None:
    one, other = tell([left, right], parser, tables)
    return attribution_difference(one, other, VERY)


@pytest.mark.parametrize(
    ("left", "marked"),
    [
        ("The mayor of Graz said the dam above the town broke during the night.", "The mayor of Graz said"),
        ("Engineers have confirmed that the dam above Graz broke during the night.", "Engineers have confirmed"),
        ("The dam above Graz reportedly broke during the night.", "reportedly"),
        ("The dam above Graz is believed to have broken during the night.", "is believed"),
    ],
)
def test_a_source_here_and_the_own_voice_there(left: str, marked: str, parser: Any, tables: Any) -> None:
    found = told(left, PLAIN, parser, tables)
    assert found is not None and not found.hard
    assert [v.text for v in found.variants] == [marked, PLAIN]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        # what is confirmed or reported is not told in the outlet's own voice
        ("Engineers have confirmed that the dam above Graz broke during the night.", "Engineers said the dam above Graz broke."),
        # things that show something are no source
        ("A test of the dam above Graz showed that its gates open during the night.", "The dam above Graz has gates."),
        # one person under a longer name
        (
            "Mayor Oleh Petrenko said the dam above the town broke during the night.",
            "Petrenko told reporters the dam above the town broke during the night.",
        ),
        # two people in words of their own
        (
            '"The dam above Graz broke during the night," Oleh Petrenko said.',
            '"That dam above Graz broke, and during the night," Maria Bondar said.',
        ),
        # where the other tells of the source's own doings, they are no source of it
        ("Oleh Petrenko said the dam above Graz will be broken.", "Petrenko promised that the dam above Graz will be broken."),
        ("The council said it will break the dam above Graz.", "The council will break the dam above Graz."),
        # nobody is named in either
        ("The dam above Graz reportedly broke.", "The dam above Graz is believed to have broken."),
        # a view of the matter is no word on which it rests
        ("Oleh Petrenko criticised the gates of the dam above Graz.", "The gates of the dam above Graz broke."),
    ],
)
def test_no_difference_of_source(left: str, right: str, parser: Any, tables: Any) -> None:
    assert told(left, right, parser, tables) is None
    assert told(right, left, parser, tables) is None


def test_two_short_contents_of_one_holder_are_enough_to_tell_on_their_word(parser: Any, tables: Any) -> None:
    left = "Critics called the dam a danger, and said that its gates are rotten, in letters to the papers of Graz last winter."
    one, _ = tell([left, PLAIN], parser, tables)
    assert {h.span.of(one.reading.document.text) for a in one.sources for h in a.holders} == {"Critics"}


@pytest.mark.parametrize("slip", ["The water came from the upper gate at night", "The water came from the upper gates at night"])
def test_one_utterance_of_two_named_people_is_hard(slip: str, parser: Any, tables: Any) -> None:
    left = '"The water came from the upper gates at night," Oleh Petrenko said.'
    found = told(left, f'"{slip}," Maria Bondar said.', parser, tables)
    assert found is not None and found.hard


def test_who_says_the_opposite_says_something_else(parser: Any, tables: Any) -> None:
    left = '"The water came from the upper gates at night," Oleh Petrenko said.'
    found = told(left, '"The water never came from the upper gates at night," Maria Bondar said.', parser, tables)
    assert found is None or not found.hard
