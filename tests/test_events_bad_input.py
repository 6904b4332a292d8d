"""Odd sentences: no crash, no event out of nothing, and in good time."""

import time
from typing import Any

import pytest

from conftest import make_document
from rashomon.pipeline import read_parsed
from rashomon.records import Reading
from rashomon.sentences import parse_text


def read(text: str, parser: Any, tables: Any) -> Reading:
    document = make_document(text)
    return read_parsed(document, parse_text(text, parser, document.id), tables)


def told(reading: Reading) -> list[str]:
    text = reading.document.text
    return [
        f"{e.type} {e.trigger[0].of(text)}: {', '.join(p.span.of(text) for p in e.actors)} -> "
        f"{', '.join(p.span.of(text) for p in e.recipients)}"
        for e in reading.events
    ]


LONG = "Kenya accused Uganda, and " + ", and ".join(f"envoy {n} of Chad said that talks went on" for n in range(300)) + "."


def test_a_sentence_of_three_thousand_words(parser: Any, tables: Any) -> None:
    assert len(LONG.split()) > 2_900
    begun = time.process_time()
    reading = read(LONG, parser, tables)
    assert "ACCUSE accused: Kenya -> Uganda" in told(reading)
    assert time.process_time() - begun < 30


@pytest.mark.parametrize(
    "text",
    [
        "Peace and a better tomorrow.",
        "Kenya, Uganda, Rwanda and Burundi.",
        "Monday 12 | Nairobi | 14:30 | 3-1 | 25,000",
        "Country\tTroops\tDeaths\nKenya\t1,200\t4\nUganda\t900\t0",
        "1. 2. 3. 4. 5. 6. 7. 8. 9.",
        "((((((((((((((((((((",
        "Le président kényan a reçu mardi le ministre ougandais à Nairobi.",
        "Der Minister reiste am Montag nach Nairobi.",
        "Президент Кении встретился с министром Уганды.",
        "肯尼亚总统会见了乌干达部长。",
        "\u200f\u200b\ufeff\x00\x01",
    ],
)
def test_no_event_out_of_nothing(text: str, parser: Any, tables: Any) -> None:
    assert [e for e in told(read(text, parser, tables)) if not e.startswith("STATEMENT")] == []


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("KENYA ACCUSES UGANDA OF ARMING REBELS", "ACCUSE ACCUSES: KENYA -> UGANDA"),
        ("PRESIDENT OF KENYA MEETS UGANDAN MINISTERS IN NAIROBI", "CONSULT MEETS: PRESIDENT OF KENYA -> UGANDAN MINISTERS"),
        ("UN IMPOSES SANCTIONS ON NORTH KOREA", "SANCTION IMPOSES: UN -> NORTH KOREA"),
        ("Kenya Accuses Uganda of Arming Rebels", "ACCUSE Accuses: Kenya -> Uganda"),
    ],
)
def test_headlines_in_capitals(text: str, event: str, parser: Any, tables: Any) -> None:
    assert told(read(text, parser, tables))[0] == event


QUIET = """
The champions were put to the sword by a side that had not won since October.
The Kenyan held off a challenge from two Ethiopians to win the marathon in Berlin.
Her new novel takes aim at the vanity of critics and at the men who love them.
The retailer sold its Polish arm to a fund for 900 million euros.
The dollar retreated against the yen as traders took profits.
The storm tore roofs from houses in Mozambique and cut off several villages.
Heavy rain forced the closure of the airport at Lima for six hours.
The volcano threw ash four kilometres into the sky above the island.
The university opened a campus in Vietnam and plans another in Laos.
Farmers here have fought drought with ponds dug by hand.
The driver had blacked out at the wheel.
""".strip().splitlines()


@pytest.mark.parametrize("text", QUIET)
def test_words_of_conflict_that_tell_of_none(text: str, parser: Any, tables: Any) -> None:
    assert [line for line in told(read(text, parser, tables)) if not line.startswith(("STATEMENT", "POSITION"))] == []
