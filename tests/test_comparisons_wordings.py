"""Wording beyond the table: phrases quoted here and taken over there, loaded words, verbs of saying of one speaker."""

from datetime import date
from typing import Any

from conftest import make_document
from rashomon.comparisons.shelves import shelf_of
from rashomon.comparisons.units import find_units
from rashomon.comparisons.wordings import find_wordings
from rashomon.pipeline import read_parsed
from rashomon.records import Reading, Wording
from rashomon.sentences import parse_documents


def worded(texts: list[str], parser: Any, tables: Any) -> list[Wording]:
    """All sentences of all texts as one point."""
    documents = [make_document(text, date(2022, 4, 5)) for text in texts]
    readings: list[Reading] = [read_parsed(d, s, tables) for d, s in parse_documents(documents, parser)]
    units = find_units(readings)
    return list(find_wordings(units, [shelf_of(r) for r in readings], [range(len(units))]))


def words(rows: list[Wording]) -> list[list[str]]:
    return [[v.text for v in row.variants] for row in rows]


def test_a_charge_is_quoted_here_and_taken_over_there(parser: Any, tables: Any) -> None:
    texts = ['The singer was jailed for "insulting the harbour police".', "The singer was jailed for insulting the harbour police."]
    rows = [r for r in worded(texts, parser, tables) if r.rule == "quotation marks"]
    assert words(rows) == [['"insulting the harbour police"', "insulting the harbour police"]]


def test_a_quoted_sentence_is_no_term(parser: Any, tables: Any) -> None:
    texts = ['"The talks will go on," the envoy said.', "The talks will go on, the envoy said."]
    assert not [r for r in worded(texts, parser, tables) if r.rule == "quotation marks"]


def test_who_quotes_a_phrase_once_has_not_taken_it_over(parser: Any, tables: Any) -> None:
    texts = [
        'The minister spoke of "foreign agents of chaos".',
        'He called them "foreign agents of chaos". The foreign agents of chaos denied it.',
    ]
    assert not [r for r in worded(texts, parser, tables) if r.rule == "quotation marks"]


def test_loaded_words_for_one_thing(parser: Any, tables: Any) -> None:
    texts = [
        "A prominent lawyer was fined on Monday.",
        "A jailed lawyer was fined on Monday.",
        "A tall lawyer was fined on Monday.",
    ]
    rows = [r for r in worded(texts[:2], parser, tables) if r.rule == "loaded words"]
    assert words(rows) == [["A prominent lawyer", "A jailed lawyer"]]
    assert not [r for r in worded([texts[0], texts[2]], parser, tables) if r.rule == "loaded words"]
    assert not [r for r in worded([texts[0], texts[0]], parser, tables) if r.rule == "loaded words"]


def test_verbs_of_saying_are_held_against_one_another_for_one_speaker(parser: Any, tables: Any) -> None:
    one, same, other = (
        "The governor said the dam was safe.",
        "The governor claimed the dam was safe.",
        "Engineers claimed the dam was safe.",
    )
    saying = [r for r in worded([one, same], parser, tables) if r.concept == "verb of saying"]
    assert words(saying) == [["said", "claimed"]]
    assert not [r for r in worded([one, other], parser, tables) if r.concept == "verb of saying"]


def test_a_verb_that_is_part_of_an_idiom_is_no_term(parser: Any, tables: Any) -> None:
    texts = ["The army held off on the attack.", "Rebels took part in the attack.", "Rebels seized the envoy."]
    assert not [r for r in worded(texts, parser, tables) if r.concept in {"held", "taking of people"}]
