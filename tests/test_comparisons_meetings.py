"""Meetings: whoever meets several people has several meetings, and what flies over a country meets nobody."""

from __future__ import annotations

from datetime import date
from typing import Any

from conftest import make_document
from rashomon.comparisons.meetings import find_meetings
from rashomon.pipeline import read_parsed
from rashomon.records import Meeting
from rashomon.sentences import parse_documents


def meetings(texts: list[str], parser: Any, tables: Any) -> tuple[Meeting, ...]:
    documents = [make_document(text, date(2022, 4, 5)) for text in texts]
    return find_meetings([read_parsed(d, s, tables) for d, s in parse_documents(documents, parser)])


def test_one_who_meets_two_has_two_meetings(parser: Any, tables: Any) -> None:
    text = (
        "The president of Chile met the president of Peru in Lima on Monday. Fish was on the table, and so was copper. "
        "Later that day the president of Chile met the prime minister of Japan."
    )
    assert [len(m.participants) for m in meetings([text], parser, tables)] == [2, 2]


def test_what_goes_on_in_the_next_sentence_is_the_same_meeting(parser: Any, tables: Any) -> None:
    text = "Delegations of Chile and Peru opened talks in Geneva on Monday. Switzerland hosted the talks."
    (meeting,) = meetings([text], parser, tables)
    assert meeting.participants == ("iso3:CHE", "iso3:CHL", "iso3:PER")


def test_a_thing_that_flies_over_a_country_meets_nobody(parser: Any, tables: Any) -> None:
    texts = [
        "The presidents of Japan and Chile will meet in Tokyo on Friday.",
        "A rocket frightened Japan. It flew over the country before it landed in the Pacific Ocean.",
    ]
    assert all(len(m.accounts) == 1 for m in meetings(texts, parser, tables))


def test_a_call_is_not_the_meeting_that_follows_it(parser: Any, tables: Any) -> None:
    texts = ["The president of Chile spoke by telephone to the president of Peru.", "The presidents of Chile and Peru met in Lima."]
    assert all(len(m.accounts) == 1 for m in meetings(texts, parser, tables))


def test_those_who_also_attend_the_gathering_belong_to_what_was_announced(parser: Any, tables: Any) -> None:
    text = (
        "The foreign ministers of Kenya and Uganda will meet in Nairobi this week. Traders hope for lower fees at the border.\n\n"
        "Envoys from Rwanda and Burundi will also attend the two-day gathering, which begins on Wednesday."
    )
    (meeting,) = meetings([text], parser, tables)
    assert {"iso3:BDI", "iso3:KEN", "iso3:RWA", "iso3:UGA"} <= set(meeting.participants)
