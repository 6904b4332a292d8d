"""Candidates that are no events are kept with the reason; the score is a chance."""

from dataclasses import replace
from typing import Any

import pytest

from conftest import make_document
from rashomon.events import code_events
from rashomon.events.confidence import Signs, chance
from rashomon.records import Event, Rejection
from rashomon.sentences import parse_text


def code(text: str, parser: Any) -> tuple[tuple[Event, ...], tuple[Rejection, ...]]:
    return code_events(make_document(text), parse_text(text, parser), (), (), ())


def test_words_of_sport_are_a_reason(parser: Any) -> None:
    text = "The striker attacked the goal of Kenya twice before halftime in the final of the tournament."
    events, rejections = code(text, parser)
    assert events == ()
    (rejection,) = [r for r in rejections if r.trigger[0].of(text) == "attacked"]
    assert "sport" in rejection.reason and rejection.type == "ASSAULT" and 0 < rejection.score < 0.3
    assert rejection.id.startswith("rej:")


def test_an_act_of_nobody_is_a_rejection(parser: Any) -> None:
    _, rejections = code("Heavy shelling went on through the night.", parser)
    assert [(r.type, r.reason) for r in rejections] == [("ASSAULT", "nobody is told to do it or to suffer it")]


def test_words_that_make_no_act_are_told(parser: Any) -> None:
    events, rejections = code("Kenya released its annual report.", parser)
    assert [e.type for e in events] == []
    assert rejections and rejections[0].type is None and rejections[0].reason.startswith("the words that stand with it")


@pytest.mark.parametrize(
    "text",
    [
        "Two men claim to be in charge of the militia.",
        "The king hails from the north of Peru.",
        "Ghana will hold seminars for members of the party.",
        "The mayor warned residents to stay indoors.",
        "The minister offered a remark on the film.",
        "The general spent years in Peru.",
        "His words hurt relations with Peru.",
        "The police officer was treated at a hospital.",
    ],
)
def test_words_that_only_look_like_acts_make_none(text: str, parser: Any) -> None:
    events, rejections = code(text, parser)
    assert [e for e in events if e.type not in ("STATEMENT", "POSITION")] == []
    assert "the words that stand with it make it no act between actors" in [r.reason for r in rejections]


def test_the_same_text_gives_the_same_rejections_in_its_order(parser: Any) -> None:
    text = "Shelling went on. In 1812 an emperor invaded a neighbour. The film attacked the novel."
    first, again = code(text, parser)[1], code(text, parser)[1]
    assert first == again and [r.trigger[0] for r in first] == sorted(r.trigger[0] for r in first)
    assert len({r.id for r in first}) == len(first)


def test_clashes_say_nothing(parser: Any) -> None:
    events, rejections = code("The clashes said much about the state of the truce.", parser)
    assert [e for e in events if e.type == "STATEMENT"] == []
    assert "nobody is told to say it" in [r.reason for r in rejections]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("The storm killed nine pilgrims.", "what is told to do it cannot act"),
        ("No one was hurt.", "nobody suffers it"),
        ("It would be a relief for the families.", "a noun names it, and nobody is told to do it"),
        ("Rates will be set at its meeting.", "it takes two, and one is told of"),
    ],
)
def test_what_nobody_does_is_told_with_the_reason(text: str, reason: str, parser: Any) -> None:
    events, rejections = code(text, parser)
    assert events == () and reason in [r.reason for r in rejections]


@pytest.mark.parametrize("text", ["A rocket killed nine pilgrims.", "The bombing of Peru killed nine pilgrims."])
def test_weapons_and_events_stand_for_whoever_uses_them(text: str, parser: Any) -> None:
    assert "killed" in [e.trigger[0].of(text) for e in code(text, parser)[0]]


SIGNS = Signs(
    noun=False,
    fit=2,
    actor=True,
    recipient=True,
    known_actor=True,
    known_recipient=True,
    named=True,
    public=False,
    topic="",
    off_topic=0,
    long_ago=False,
    open=False,
)


@pytest.mark.parametrize(
    "worse",
    [
        replace(SIGNS, topic="sport", off_topic=2),
        replace(SIGNS, long_ago=True),
        replace(SIGNS, open=True),
        replace(SIGNS, actor=False, known_actor=False),
    ],
)
def test_each_sign_against_lowers_the_chance(worse: Signs) -> None:
    assert 0 < chance(worse) < chance(SIGNS) < 1
    assert 0 < chance(worse, 0.9, 0.8) < chance(SIGNS, 0.9, 0.8) < 1


def test_a_reader_that_sees_no_event_lowers_the_chance() -> None:
    assert chance(SIGNS, 0.1, 0.1) < chance(SIGNS, 0.5, 0.5) < chance(SIGNS, 0.99, 0.9)


def test_of_two_strangers_the_reader_is_no_judge() -> None:
    strangers = replace(SIGNS, fit=4, known_actor=False, known_recipient=False, strangers=True)
    assert chance(strangers, 0.01, 0.01) == chance(strangers) > 0.3


@pytest.mark.parametrize("row", ["Kenya | 1,200 | 4 | seized | Uganda", "Kenya\t1,200\t4\tseized\tUganda"])
def test_cells_of_a_table_are_no_act(parser: Any, row: str) -> None:
    events, rejections = code(row, parser)
    assert events == ()
    assert "it would join cells of a table" in [r.reason for r in rejections]


def test_a_sentence_among_cells_is_an_act(parser: Any) -> None:
    events, _ = code("Chad expels envoy of Niger | World | The Courier", parser)
    assert [e.type for e in events] == ["SANCTION"]
