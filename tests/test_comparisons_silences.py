"""What reports leave out: not what they tell in other words, nor what came about after them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from conftest import make_document
from rashomon.comparisons import compare
from rashomon.models import load_encoder
from rashomon.pipeline import read_parsed
from rashomon.records import Comparison, Point, Story
from rashomon.sentences import parse_documents
from tellings import read

MONDAY = date(2024, 3, 4)
HERALD = """A dam above Kotor burst on Sunday and flooded two villages.
Eleven people drowned, the governor said.
Divers looked for a bus that had been swept off the coast road.
An orchestra from Split cancelled its concert in the town hall."""
COURIER = """Two villages were flooded on Sunday when a dam above Kotor burst.
The governor said that eleven people had drowned.
A bus vanished from the coast road and was sought by divers."""


def laid(texts: list[str], days: list[date], parser: Any, tables: Any) -> Comparison:
    readings = read(texts, parser, tables, days)
    story = Story("sto:test", tuple(r.document.id for r in readings), "", None, (), (), ())
    return compare(story, readings, load_encoder().encode)


def with_words(comparison: Comparison, words: str) -> list[Point]:
    return [p for p in comparison.points if words in p.gist.text]


def test_what_no_other_is_like_is_left_out(parser: Any, tables: Any) -> None:
    comparison = laid([HERALD, COURIER], [MONDAY, MONDAY], parser, tables)
    (concert,) = with_words(comparison, "orchestra")
    assert concert.left_out == comparison.documents[1:] and concert.perhaps == ()


def test_what_may_stand_there_in_other_words_is_not_left_out(parser: Any, tables: Any) -> None:
    comparison = laid([HERALD, COURIER], [MONDAY, MONDAY], parser, tables)
    for point in with_words(comparison, "coast road"):
        assert point.left_out == () and {*(a.document for a in point.accounts), *point.perhaps} == set(comparison.documents)


def test_a_report_of_the_day_before_leaves_nothing_out(parser: Any, tables: Any) -> None:
    later = HERALD.replace("on Sunday ", "")
    comparison = laid([later, COURIER.replace("on Sunday ", "")], [MONDAY, date(2024, 3, 3)], parser, tables)
    assert not any(p.left_out for p in with_words(comparison, "orchestra"))


def test_a_report_that_cannot_be_read_may_tell_it(parser: Any, tables: Any) -> None:
    readings = read((HERALD, COURIER), parser, tables, MONDAY)
    foreign = make_document("Ein Damm über Kotor brach am Sonntag und überflutete zwei Dörfer.", MONDAY)
    (other,) = parse_documents([replace(foreign, language="de")], parser)
    readings.append(read_parsed(other[0], other[1], tables))
    story = Story("sto:test", tuple(r.document.id for r in readings), "", None, (), (), ())
    comparison = compare(story, readings, load_encoder().encode)
    (concert,) = with_words(comparison, "orchestra")
    assert readings[2].document.id in concert.perhaps and readings[2].document.id not in concert.left_out
