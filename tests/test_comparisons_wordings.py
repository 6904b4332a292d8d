"""Wording: phrases quoted here and taken over there, contested names, words that are rival names of one thing."""

from typing import Any

import numpy as np
import pytest

from rashomon.comparisons.alignment import likenesses
from rashomon.comparisons.contested import CONCEPTS
from rashomon.comparisons.contested_uses import find_uses
from rashomon.comparisons.likeness import measure
from rashomon.comparisons.loaded import FIELDS, LOADS, Loads
from rashomon.comparisons.namings import find_namings
from rashomon.comparisons.rival_features import BLOCK, FEATURES, features
from rashomon.comparisons.rivals import chances
from rashomon.comparisons.shelves import shelf_of
from rashomon.comparisons.trees import Trees
from rashomon.comparisons.units import find_units
from rashomon.comparisons.wording_weights import RIVALS
from rashomon.comparisons.wordings import Bounds, Names, _is_most, find_wordings, first_use, held, joined, names_of
from rashomon.models import load_encoder
from rashomon.records import Span, Variant, Wording
from tellings import read


@pytest.fixture(scope="module")
def encode() -> Any:
    return load_encoder().encode


def worded(texts: list[str], parser: Any, tables: Any, encode: Any) -> list[Wording]:
    readings = read(texts, parser, tables)
    units = find_units(readings)
    measures = measure(units, readings, encode)
    return list(find_wordings(units, [shelf_of(r) for r in readings], likenesses(units, measures), measures, encode))


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


LONG = '"We shall answer. This is economic banditry, and we have seen economic banditry before," the minister said.'


def test_words_inside_a_quotation_of_several_sentences_are_not_taken_over(parser: Any, tables: Any, encode: Any) -> None:
    texts = ['The minister spoke of "economic banditry" on Monday.', LONG]
    assert not [r for r in worded(texts, parser, tables, encode) if r.rule == "quotation marks"]


def test_what_is_quoted_over_several_sentences_is_not_in_the_outlets_own_voice(parser: Any, tables: Any) -> None:
    (reading,) = read(
        ['"The raid was ours. It was a massacre. We saw it," the envoy said. The army denied the slaughter.'], parser, tables
    )
    units, shelf = find_units([reading]), shelf_of(reading)
    own = [n.text for i, unit in enumerate(units) for n in find_namings(i, unit, shelf) if not n.quoted]
    assert {"slaughter", "army"} <= set(own) and not {"raid", "massacre"} & set(own)
    assert "massacre" not in [use.text for i, unit in enumerate(units) for use in find_uses(i, unit, shelf)]


def concepts(text: str, parser: Any, tables: Any) -> list[tuple[str, str]]:
    (reading,) = read([text], parser, tables)
    units = find_units([reading])
    uses = [use for i, unit in enumerate(units) for use in find_uses(i, unit, shelf_of(reading))]
    return [(CONCEPTS[use.concept].name, use.text) for use in uses]


def test_a_verb_of_saying_is_a_term_where_it_brings_in_words(parser: Any, tables: Any) -> None:
    assert ("verb of saying", "claimed") in concepts("The governor claimed the dam was safe.", parser, tables)
    assert concepts("The dam was said to be safe.", parser, tables) == []


def test_a_verb_that_is_part_of_an_idiom_is_no_term(parser: Any, tables: Any) -> None:
    for text in ("The army held off on the attack.", "Rebels took part in the attack."):
        assert not {"held", "taking of people"} & {concept for concept, _ in concepts(text, parser, tables)}
    assert ("taking of people", "seized") in concepts("Rebels seized the envoy.", parser, tables)


def test_an_adjective_of_another_thing_is_no_name(parser: Any, tables: Any) -> None:
    assert "migrants" not in dict(concepts("The union imposed illegal restrictions on the traders.", parser, tables))
    assert ("armed group", "paramilitary") in concepts("The paramilitary Rapid Support Forces took the town.", parser, tables)


def test_rival_names_of_a_place_make_a_row_wherever_they_stand(parser: Any, tables: Any, encode: Any) -> None:
    texts = ["Talks began in Kiev on Monday.", "Snow fell on the roofs of Kyiv, and the trams stood still."]
    assert [r.concept for r in worded(texts, parser, tables, encode)] == ["Ukrainian capital"]


def test_two_terms_of_a_concept_about_unlike_things_make_no_row(parser: Any, tables: Any, encode: Any) -> None:
    texts = ["Police arrested a baker over stolen flour.", "The museum held two paintings back from the auction in spring."]
    assert worded(texts, parser, tables, encode) == []


def test_a_pair_is_rated_alike_in_whatever_block_it_stands(parser: Any, tables: Any, encode: Any, monkeypatch: Any) -> None:
    readings = read([STRONG, PLAIN], parser, tables)
    units = find_units(readings)
    measures = measure(units, readings, encode)
    likeness = likenesses(units, measures)
    found = held(units, [shelf_of(r) for r in readings], [], likeness, measures, encode)
    assert found is not None
    _, pairs, traits = found
    whole = features(traits, pairs, likeness)
    assert whole.shape == (len(pairs), len(FEATURES)) and len(pairs) < BLOCK
    monkeypatch.setattr("rashomon.comparisons.rival_features.BLOCK", 3)
    assert np.allclose(features(traits, pairs, likeness), whole)


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


def names_in(reports: list[int], kinds: str) -> Names:
    return Names(np.arange(len(reports)), reports, list(range(len(reports))), list(kinds))


def test_the_likeliest_pair_makes_a_row_and_no_name_is_in_two() -> None:
    pairs, names = np.array([[0, 1], [0, 2], [3, 2], [3, 4]]), names_in([0, 1, 1, 0, 1], "NNNNN")
    rows = joined(pairs, np.array([0.5, 0.2, 0.4, 0.01]), names, Bounds(0.3, 0.1))
    assert [row.names for row in rows] == [[0, 1], [3, 2]]
    alone = joined(pairs, np.array([0.5, 0.2, 0.15, 0.01]), names, Bounds(0.3, 0.1))
    assert [row.names for row in alone] == [[0, 1, 2, 3]]


def test_a_name_far_less_likely_than_the_first_two_joins_no_row() -> None:
    pairs, names = np.array([[0, 1], [0, 2], [3, 4], [3, 5]]), names_in([0, 1, 2, 0, 1, 2], "NNNNNN")
    rows = joined(pairs, np.array([0.9, 0.02, 0.3, 0.019]), names, Bounds(0.1, 0.01))
    assert [row.names for row in rows] == [[0, 1], [3, 4, 5]]


def test_a_verb_joins_nouns_where_it_is_likelier_than_a_noun_must_be() -> None:
    pairs, names = np.array([[0, 1], [0, 2], [1, 2]]), names_in([0, 1, 2], "NNV")
    assert [row.names for row in joined(pairs, np.array([0.5, 0.2, 0.2]), names, Bounds(0.3, 0.1))] == [[0, 1]]
    assert [row.names for row in joined(pairs, np.array([0.5, 0.2, 0.2]), names, Bounds(0.3, 0.02))] == [[0, 1, 2]]


def test_verbs_and_nouns_that_two_reports_have_are_rows_of_their_own() -> None:
    pairs = np.array([[0, 2], [0, 1], [1, 2], [2, 3], [0, 3], [1, 3]])
    rows = joined(pairs, np.array([0.9, 0.8, 0.8, 0.7, 0.6, 0.6]), names_in([0, 0, 1, 1], "NVNV"), Bounds(0.3, 0.05))
    assert [row.names for row in rows] == [[1, 3], [0, 2]]


TWICE = "The Ferry dispute began in May. Nobody in town spoke of the ferry dispute again."
PLAINLY = "The ferry quarrel began in May."


def test_the_same_words_of_one_report_are_one_name(parser: Any, tables: Any) -> None:
    readings = read([TWICE, PLAINLY], parser, tables)
    units = find_units(readings)
    namings = [n for i, unit in enumerate(units) for n in find_namings(i, unit, shelf_of(readings[unit.report]))]
    names = names_of(namings, units)
    own = [names.of_naming[k] for k, n in enumerate(namings) if n.text.lower().split() == ["ferry", "dispute"]]
    assert len(own) == 2 and len(set(own)) == 1
    began = [k for k, n in enumerate(namings) if n.text == "began"]
    assert len({names.of_naming[k] for k in began}) == len(began) == 2
    assert [names.reports[names.of_naming[k]] for k in began] == [0, 1]
    assert all(names.of_naming[first] == number for number, first in enumerate(names.firsts))


def test_a_name_is_shown_where_its_report_first_has_it(parser: Any, tables: Any) -> None:
    readings = read([TWICE, PLAINLY], parser, tables)
    units, shelves = find_units(readings), [shelf_of(r) for r in readings]
    later = next(n for n in find_namings(1, units[1], shelves[0]) if n.text == "ferry dispute")
    assert first_use(later, units, shelves) == Span(4, 17)
    alone = next(n for n in find_namings(1, units[1], shelves[0]) if n.text == "town")
    assert first_use(alone, units, shelves) == alone.span


def test_a_name_is_shown_where_it_is_the_outlets_own(parser: Any, tables: Any) -> None:
    text = '"It was a massacre. We saw it all that night, and so did they," a witness said. The massacre was over by dawn.'
    readings = read([text], parser, tables)
    units, shelves = find_units(readings), [shelf_of(r) for r in readings]
    own = next(n for i, unit in enumerate(units) for n in find_namings(i, unit, shelves[0]) if n.text == "massacre")
    assert own.spoken and first_use(own, units, shelves).start == text.rindex("massacre")


def test_a_row_is_headed_by_the_name_as_it_is_written(parser: Any, tables: Any) -> None:
    (reading,) = read(["American envoy Daniel Haskell met the new governors."], parser, tables)
    (unit,) = find_units([reading])
    assert [n.title for n in find_namings(0, unit, shelf_of(reading))] == ["Daniel Haskell", "governors", "meet"]


def test_a_row_needs_two_reports_that_do_not_use_the_same_words(parser: Any, tables: Any, encode: Any) -> None:
    texts = [
        "The army denied bombing the town.",
        "The army was accused of bombing the town.",
        "The army was accused of shelling the town.",
    ]
    for row in worded(texts, parser, tables, encode):
        said: dict[str, set[str]] = {}
        for v in row.variants:
            said.setdefault(v.document, set()).add(v.text.lower())
        assert len(set(map(frozenset, said.values()))) > 1


def test_a_term_has_a_name_of_which_it_is_half() -> None:
    def variant(start: int, end: int, document: str = "doc:a") -> Variant:
        return Variant(document, Span(start, end), "")

    assert _is_most(variant(10, 17), variant(10, 21))
    assert not _is_most(variant(10, 17), variant(10, 30))
    assert not _is_most(variant(10, 17), variant(18, 30)) and not _is_most(variant(10, 17, "doc:b"), variant(10, 17))


def test_two_verbs_that_bring_in_words_are_less_likely_rivals(parser: Any, tables: Any, encode: Any) -> None:
    readings = read(["The governor claimed the dam was safe.", "The governor noted the dam was safe."], parser, tables)
    units, shelves = find_units(readings), [shelf_of(r) for r in readings]
    measures = measure(units, readings, encode)
    likeness = likenesses(units, measures)
    found = held(units, shelves, [], likeness, measures, encode)
    assert found is not None
    namings, pairs, traits = found
    plain = RIVALS.probability(features(traits, pairs, likeness))
    doubted = chances(traits, pairs, likeness)
    for (a, b), before, after in zip(pairs, plain, doubted, strict=True):
        both_say = {namings[a].text, namings[b].text} == {"claimed", "noted"}
        assert after == pytest.approx(before * (0.5 if both_say else 1.0))


def test_a_name_stands_once_in_a_row(parser: Any, tables: Any, encode: Any) -> None:
    texts = [STRONG + " Holt blasted the mayor, too.", PLAIN + " Holt criticised the mayor, too."]
    for row in worded(texts, parser, tables, encode):
        own = [(v.document, v.text.lower()) for v in row.variants]
        assert len(own) == len(set(own))
