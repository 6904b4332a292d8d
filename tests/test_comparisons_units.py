"""What of a report is laid side by side."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from conftest import make_document
from rashomon.comparisons.units import find_units
from rashomon.pipeline import read_parsed
from rashomon.records import Span, Zone, ZoneKind
from rashomon.sentences import parse_documents
from tellings import read

LINES = (
    "the ferry Aurora lies on the rocks off Bergen.",
    "divers search the wreck on Sunday.",
    "the captain is led to a police car in Oslo.",
    "relatives wait at the quay for news.",
)


def texts_of(text: str, parser: Any, tables: Any) -> list[str]:
    return [unit.text for unit in find_units(read([text], parser, tables))]


def test_a_label_before_every_caption_is_not_laid_side_by_side(parser: Any, tables: Any) -> None:
    assert texts_of("\n".join(f"Pictures of the day: {line}" for line in LINES), parser, tables) == list(LINES)


def test_what_three_sentences_begin_with_is_no_label(parser: Any, tables: Any) -> None:
    labelled = [f"Pictures of the day: {line}" for line in LINES[:3]]
    assert texts_of("\n".join((*labelled, LINES[3])), parser, tables) == [*labelled, LINES[3]]


def test_a_sentence_that_stands_often_is_kept_whole(parser: Any, tables: Any) -> None:
    song = "We shall never be moved."
    assert texts_of("\n".join(["The ferry sank off Bergen on Sunday.", *[song] * 4]), parser, tables)[1:] == [song] * 4


def test_a_day_is_that_of_the_sentence_that_holds_it(parser: Any, tables: Any) -> None:
    head, line, body = "Ships collide off Bergen.", "5 April 2022", "Two ships collided at night. Both sank on 3 April 2022."
    document = make_document("\n\n".join((head, line, body)))
    places = [(ZoneKind.TITLE, head), (ZoneKind.DATE, line), (ZoneKind.BODY, body)]
    starts = [document.text.index(words) for _, words in places]
    zones = tuple(Zone(kind, Span(n, n + len(words)), "test") for n, (kind, words) in zip(starts, places, strict=True))
    ((document, sentences),) = parse_documents([replace(document, zones=zones)], parser)
    days = {unit.text: unit.days for unit in find_units([read_parsed(document, sentences, tables)])}
    assert days["Both sank on 3 April 2022."] == {"2022-04-03"}
    assert days[head] == days["Two ships collided at night."] == frozenset()


def test_a_report_that_cannot_be_read_has_no_units_though_it_names_days(parser: Any, tables: Any) -> None:
    german = replace(make_document("Zwei Schiffe stießen am 5. April 2022 vor Bergen zusammen."), language="de")
    ((document, sentences),) = parse_documents([german], parser)
    reading = read_parsed(document, sentences, tables)
    assert reading.timexes and not reading.sentences
    assert find_units([reading]) == ()
