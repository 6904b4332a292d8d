"""A report of another field of life: what its words and its acts are taken for."""

from typing import Any

import pytest

from conftest import make_document
from rashomon.events import code_events
from rashomon.events.topics import field_of, off_topic
from rashomon.records import Event
from rashomon.sentences import parse_text

MATCH = (
    "The winger hit the crossbar in the first half. The goalkeeper was beaten by a header from a corner. "
    "Aalto attacked the far post and the crossbar shook. The referee blew for offside. Police arrested two men outside."
)
CRISIS = (
    "The army shelled the port on Monday. The rebels answered with rockets. "
    "A football stadium was hit. The governor asked for help."
)


def events_of(text: str, parser: Any) -> tuple[Event, ...]:
    return code_events(make_document(text), parse_text(text, parser), (), (), ())[0]


@pytest.mark.parametrize(("text", "field"), [(MATCH, "sport"), (CRISIS, ""), ("", "")])
def test_the_field_of_a_report(text: str, field: str, parser: Any) -> None:
    assert field_of(parse_text(text, parser)) == field


def test_a_sentence_is_of_the_field_of_most_of_its_words(parser: Any) -> None:
    (sentence,) = parse_text("The film tells of a goalkeeper who loses his place in the squad.", parser)
    assert off_topic(sentence) == ("sport", 2)


def test_in_a_report_of_sport_only_public_bodies_act(parser: Any) -> None:
    assert [str(e.type) for e in events_of(MATCH, parser)] == ["COERCE"]


def test_a_word_of_sport_does_not_make_a_report_one_of_sport(parser: Any) -> None:
    assert {"ASSAULT", "REQUEST"} <= {str(e.type) for e in events_of(CRISIS, parser)}
