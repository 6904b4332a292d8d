"""Wording: phrases quoted here and taken over there, contested names, words that are rival names of one thing."""

from typing import Any

import numpy as np
import pytest

from rashomon.comparisons.alignment import likenesses
from rashomon.comparisons.likeness import measure
from rashomon.comparisons.loaded import FIELDS, LOADS, Loads
from rashomon.comparisons.namings import find_namings
from rashomon.comparisons.shelves import shelf_of
from rashomon.comparisons.trees import Trees
from rashomon.comparisons.units import find_units
from rashomon.comparisons.wordings import Bounds, find_wordings, joined
from rashomon.models import load_encoder
from rashomon.records import Wording
from tellings import read


@pytest.fixture(scope="module")
def encode() -> Any:
    return load_encoder().encode


def worded(texts: list[str], parser: Any, tables: Any, encode: Any) -> list[Wording]:
    readings = read(texts, parser, tables)
    units = find_units(readings)
    measures = measure(units, readings, encode)
    return list(
        find_wordings(units, [shelf_of(r) for r in readings], [range(len(units))], likenesses(units, measures), measures, encode)
    )


def words(rows: list[Wording]) -> list[list[str]]:
    return [[v.text for v in row.variants] for row in rows]


def test_a_charge_is_quoted_here_and_taken_over_there(parser: Any, tables: Any, encode: Any) -> None:
    texts = ['The singer was jailed for "insulting the harbour police".', "The singer was jailed for insulting the harbour police."]
    rows = [r for r in worded(texts, parser, tables, encode) if r.rule == "quotation marks"]
    assert words(rows) == [['"insulting the harbour police"', "insulting the harbour police"]]


def test_a_quoted_sentence_is_no_term(parser: Any, tables: Any, encode: Any) -> None:
    texts = ['"The talks will go on," the envoy said.', "The talks will go on, the envoy said."]
    assert not [r for r in worded(texts, parser, tables, encode) if r.rule == "quotation marks"]


def test_who_quotes_a_phrase_once_has_not_taken_it_over(parser: Any, tables: Any, encode: Any) -> None:
    texts = [
        'The minister spoke of "foreign agents of chaos".',
        'He called them "foreign agents of chaos". The foreign agents of chaos denied it.',
    ]
    assert not [r for r in worded(texts, parser, tables, encode) if r.rule == "quotation marks"]


def test_verbs_of_saying_are_held_against_one_another_for_one_speaker(parser: Any, tables: Any, encode: Any) -> None:
    one, same, other = (
        "The governor said the dam was safe.",
        "The governor claimed the dam was safe.",
        "Engineers claimed the dam was safe.",
    )
    saying = [r for r in worded([one, same], parser, tables, encode) if r.concept == "verb of saying"]
    assert words(saying) == [["said", "claimed"]]
    assert not [r for r in worded([one, other], parser, tables, encode) if r.concept == "verb of saying"]


def test_a_verb_that_is_part_of_an_idiom_is_no_term(parser: Any, tables: Any, encode: Any) -> None:
    texts = ["The army held off on the attack.", "Rebels took part in the attack.", "Rebels seized the envoy."]
    assert not [r for r in worded(texts, parser, tables, encode) if r.concept in {"held", "taking of people"}]


STRONG = "Senator Mira Holt blasted the harbour deal on Monday, calling it a scam. The deal was signed in Port Ellis by the mayor."
PLAIN = "Senator Mira Holt criticised the harbour deal on Monday. The deal was signed in Port Ellis by the mayor."


def test_a_strong_and_a_plain_word_for_one_act(parser: Any, tables: Any, encode: Any) -> None:
    rows = [w for w in words(worded([STRONG, PLAIN], parser, tables, encode)) if "blasted" in w]
    assert rows and "criticised" in rows[0]


def test_reports_of_the_same_words_have_no_wording(parser: Any, tables: Any, encode: Any) -> None:
    assert worded([PLAIN, PLAIN], parser, tables, encode) == []


def test_one_report_or_none_has_no_wording(parser: Any, tables: Any, encode: Any) -> None:
    assert worded([STRONG], parser, tables, encode) == []
    assert worded([], parser, tables, encode) == []


def test_namings_are_noun_phrases_verbs_with_their_particle_and_predicates(parser: Any, tables: Any) -> None:
    (reading,) = read(["The angry envoy gave up on Monday. He was quite furious."], parser, tables)
    units = find_units([reading])
    found = [(n.kind, n.text) for i, unit in enumerate(units) for n in find_namings(i, unit, shelf_of(reading))]
    assert found == [("N", "angry envoy"), ("V", "gave up"), ("A", "quite furious")]


def test_the_table_rates_strong_words_above_plain_ones_and_joins_their_fields() -> None:
    assert LOADS["massacre", "V"] > LOADS["kill", "V"]
    assert LOADS["lash out", "V"] > LOADS["criticise", "V"] > LOADS["say", "V"]
    assert FIELDS["massacre", "V"] & FIELDS["kill", "V"]
    assert len(LOADS) > 3000


def test_a_word_that_the_table_lacks_is_rated_by_its_vector(encode: Any) -> None:
    loads = Loads(["vainglorious", "spoon", "Petrenko"], encode)
    assert loads.of("vainglorious", "ADJ") > loads.of("spoon", "NOUN")
    assert loads.of("Petrenko", "PROPN") == 0


def test_a_forest_adds_the_leaves_that_a_row_falls_into() -> None:
    forest = Trees("0 0.5 1 2;-1.0;2.0 | 1 3 1 2;0.5;0.0", 0.25)
    logits = np.log(1 / (1 / forest.probability(np.array([[0.5, 9.0], [0.6, 3.0]], dtype=np.float32)) - 1))
    assert np.allclose(logits, [-0.75, 2.75], atol=1e-5)


def test_the_likeliest_pair_makes_a_row_and_no_naming_is_in_two() -> None:
    pairs = np.array([[0, 1], [0, 2], [3, 2], [3, 4]])
    rows = joined(pairs, np.array([0.5, 0.2, 0.4, 0.01]), [0, 1, 1, 0, 1], Bounds(0.3, 0.1))
    assert [row.namings for row in rows] == [[0, 1], [3, 2]]
    alone = joined(pairs, np.array([0.5, 0.2, 0.1, 0.01]), [0, 1, 1, 0, 1], Bounds(0.3, 0.1))
    assert [row.namings for row in alone] == [[0, 1, 2, 3]]
