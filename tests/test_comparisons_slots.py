"""Figures and their bounds, quotations followed, wording, meetings: one small report each."""

from dataclasses import replace
from datetime import date
from functools import cache
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conftest import make_document
from lake_reports import encode
from rashomon.comparisons.alignment import likenesses
from rashomon.comparisons.causes import cause_difference
from rashomon.comparisons.circumstances import date_difference
from rashomon.comparisons.contested import CONCEPTS
from rashomon.comparisons.counts import number_difference, plural_difference
from rashomon.comparisons.differences import find_differences
from rashomon.comparisons.figures import Figure, compatible, find_figures
from rashomon.comparisons.likeness import measure
from rashomon.comparisons.meetings import find_meetings
from rashomon.comparisons.parties import actor_difference, recipient_difference
from rashomon.comparisons.quotations import shared_quotations
from rashomon.comparisons.shelves import shelf_of
from rashomon.comparisons.stages import status_difference
from rashomon.comparisons.substitutions import substitution
from rashomon.comparisons.tellings import telling_of
from rashomon.comparisons.titles import title_difference
from rashomon.comparisons.units import find_units
from rashomon.comparisons.voices import attribution_difference
from rashomon.comparisons.wordings import find_wordings
from rashomon.models import load_encoder, load_parser
from rashomon.pipeline import read_parsed
from rashomon.records import Reading, Span, Status
from rashomon.sentences import parse_documents, parse_text
from tellings import read, tell


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("More than 20 sailors drowned.", (20.0, "sailor", ">=")),
        ("About 1,500 houses were flooded.", (1500.0, "house", "~")),
        ("Up to forty trucks crossed the border.", (40.0, "truck", "<=")),
        ("The state paid $3.5 million for it.", (3_500_000.0, "$", "=")),
        ("Twenty-one pupils came home.", (21.0, "pupil", "=")),
        ("Police arrested two hundred people.", (200.0, "people", "=")),
        ("Chile gave the envoy 72 hours to leave.", (72.0, "hour", "=")),
        ("The envoy was given three days to pack.", (72.0, "hour", "=")),
    ],
)
def test_a_figure_has_value_unit_and_bound(text: str, wanted: tuple[float, str, str], parser: Any) -> None:
    (sentence,) = parse_text(text, parser)
    (figure,) = find_figures(sentence, text)
    assert (figure.value, figure.unit, figure.bound) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "It happened on May 3, 2021.",
        "The talks began at 9 a.m.",
        "The third man fled.",
        "One of them fled.",
        "He left two days ago.",
    ],
)
def test_dates_times_and_ordinals_are_no_figures(text: str, parser: Any) -> None:
    (sentence,) = parse_text(text, parser)
    assert list(find_figures(sentence, text)) == []


def figure(value: float, bound: str = "=") -> Figure:
    return Figure(Span(0, 1), value, "man", bound, "die")


def test_bounds_that_fit_are_no_contradiction() -> None:
    assert compatible(figure(2, ">="), figure(4))
    assert compatible(figure(1000, "~"), figure(950))
    assert not compatible(figure(850), figure(1000, "~"))
    assert not compatible(figure(5), figure(7, ">="))
    assert not compatible(figure(5), figure(4))


@given(st.floats(0, 1e6), st.floats(0, 1e6), st.sampled_from(["=", ">=", "<=", "~"]), st.sampled_from(["=", ">=", "<=", "~"]))
def test_compatible_is_symmetric_and_a_figure_fits_itself(a: float, b: float, one: str, other: str) -> None:
    assert compatible(figure(a, one), figure(b, other)) == compatible(figure(b, other), figure(a, one))
    assert compatible(figure(a, one), figure(a, one))


def test_a_quotation_is_followed_and_its_cut_seen(parser: Any, tables: Any) -> None:
    readings = read(
        [
            '"We shall rebuild the harbour before winter comes to the coast," the mayor of Odesa said on Monday.',
            "The mayor promised to “rebuild the harbour before winter comes.”",
            "The mayor spoke of “a long winter” to come.",
        ],
        parser,
        tables,
    )
    (row,) = shared_quotations(readings, load_encoder().encode)
    assert row.change == "cut"
    assert [v.document for v in row.variants] == [r.document.id for r in readings[:2]]


def test_one_sentence_of_a_longer_quotation_is_the_same_and_the_speaker_too(parser: Any, tables: Any) -> None:
    readings = read(
        [
            '"The harbour is ours. The dredging will go on until spring," Mayor Oleh Petrenko said.',
            'Petrenko wrote: "The dredging will go on until spring."',
        ],
        parser,
        tables,
    )
    (row,) = shared_quotations(readings, encode)
    assert row.change == "same"
    assert "harbour" not in row.variants[0].text


def test_rival_names_stand_side_by_side_but_quoted_words_do_not(parser: Any, tables: Any) -> None:
    readings = read(
        [
            "Shells fell on Kiev as the military operation went on.",
            'Shells fell on Kyiv as the invasion went on. "This military operation is just," a general said.',
        ],
        parser,
        tables,
    )
    rows = {w.concept: [v.text for v in w.variants] for w in worded(readings)}
    assert rows["Ukrainian capital"] == ["Kiev", "Kyiv"]
    assert rows["armed conflict"] == ["military operation", "invasion"]


def test_the_same_name_everywhere_is_no_wording(parser: Any, tables: Any) -> None:
    readings = read(["The war went on near Kyiv.", "Kyiv spoke of the war."], parser, tables)
    assert not [w for w in worded(readings) if w.rule.startswith("contested")]


def worded(readings: Any) -> Any:
    units = find_units(readings)
    measures = measure(units, readings, encode)
    return find_wordings(units, [shelf_of(r) for r in readings], likenesses(units, measures), measures, encode)


def test_every_concept_has_rivals_and_a_source() -> None:
    assert all(len(c.groups) > 1 and c.source for c in CONCEPTS)
    assert len({c.name for c in CONCEPTS}) == len(CONCEPTS)


def test_two_reports_of_one_meeting_make_one(parser: Any, tables: Any) -> None:
    readings = read(
        [
            "The foreign ministers of Japan and Australia will meet in Brussels on Wednesday.",
            "Australia and Japan will hold talks on Wednesday. In June 2019 the leaders of Japan and France met in Osaka.",
        ],
        parser,
        tables,
    )
    first, *others = find_meetings(readings)
    assert {a.document for a in first.accounts} == {r.document.id for r in readings}
    assert {"iso3:AUS", "iso3:JPN"} <= set(first.participants)
    assert first.status in {Status.PLANNED, Status.EXPECTED}
    assert all("iso3:FRA" in m.participants for m in others)


def test_an_earlier_meeting_told_of_beside_the_coming_one_stays_apart(parser: Any, tables: Any) -> None:
    readings = read(
        [
            "The foreign ministers of Japan and Australia will meet in Brussels on Wednesday. "
            "In December 2020 the foreign ministers of Japan and Australia met in Brussels.",
            "Japan and Australia will hold talks.",
        ],
        parser,
        tables,
    )
    meetings = find_meetings(readings)
    assert all(len({a.document for a in m.accounts}) == len(m.accounts) for m in meetings)
    assert {m.status for m in meetings} >= {Status.DONE}


def test_a_bloc_that_a_state_leads_is_not_that_state_and_states_come_before_organisations(parser: Any, tables: Any) -> None:
    (reading,) = read(
        ["Members of the US-led bloc held talks with Japan in Geneva.\nNATO ministers met with Japan and Norway in Oslo."],
        parser,
        tables,
    )
    meetings = find_meetings([reading])
    assert not any("iso3:USA" in m.participants for m in meetings)
    mixed = [m.participants for m in meetings if "org:nato" in m.participants]
    assert [p[-1] for p in mixed] == ["org:nato"]


def test_a_bloc_led_by_a_state_takes_part_under_its_own_name(parser: Any, tables: Any) -> None:
    (reading,) = read(["NATO is in trouble. The US-led bloc held talks with Japan in Geneva."], parser, tables)
    (meeting,) = find_meetings([reading])
    assert "iso3:JPN" in meeting.participants and "iso3:USA" not in meeting.participants


def test_two_days_of_one_sentence_are_one_meeting(parser: Any, tables: Any) -> None:
    text = "The presidents of Chile and Peru will meet in Quito on Thursday and Friday to discuss trade."
    (meeting,) = find_meetings(read([text], parser, tables))
    assert meeting.when is not None and meeting.when.edtf == "2022-04-07/2022-04-08"


def test_talks_that_somebody_calls_for_are_no_meeting_and_bring_nobody_to_one(parser: Any, tables: Any) -> None:
    text = "The presidents of Chile and Peru will meet in Quito on Thursday. Brazil has called for talks between Kenya and Uganda."
    (meeting,) = find_meetings(read([text], parser, tables))
    assert meeting.participants == ("iso3:CHL", "iso3:PER")


def test_a_summit_dated_after_its_report_is_to_come(parser: Any, tables: Any) -> None:
    text = "Leaders of the European Union want to sign the pact at their summit in Porto in May."
    assert {m.status for m in find_meetings(read([text], parser, tables))} == {Status.PLANNED}


def test_invited_guests_are_told_with_where_they_come_from_and_what_is_to_come(parser: Any, tables: Any) -> None:
    readings = read(
        [
            "The foreign ministers of Japan and Chile will meet with Peru in Lima on Thursday.",
            "Ministers have been invited from Chile, Peru and Japan.",
        ],
        parser,
        tables,
    )
    (meeting,) = find_meetings(readings)
    invited = next(a for a in meeting.accounts if a.document == readings[1].document.id)
    assert {actor for p in invited.participants for actor in p.actors} == {"iso3:CHL", "iso3:PER", "iso3:JPN"}
    assert invited.status is meeting.status is Status.PLANNED


def judged(left: str, right: str, judge: Any, parser: Any, tables: Any) -> Any:
    return judge(*tell([left, right], parser, tables))


def test_a_sum_paid_to_another_is_a_hard_difference_of_recipient(parser: Any, tables: Any) -> None:
    found = judged(
        "The firm paid 3 million euros to the widow of the pilot.",
        "The firm paid 3 million euros to a sailors' union.",
        recipient_difference,
        parser,
        tables,
    )
    assert found is not None and found.hard
    assert "widow" in found.variants[0].text and "union" in found.variants[1].text


def test_what_can_be_and_what_will_be_are_two_stages(parser: Any, tables: Any) -> None:
    found = judged("The treaty can be cancelled.", "Norway would cancel the treaty.", status_difference, parser, tables)
    assert found is not None and found.slot == "status" and not found.hard


@pytest.mark.parametrize(
    ("left", "right", "hard"),
    [
        ('"We reject his visit to our port," Ana Lopez said.', '"We reject his message to our port," Ana Lopez said.', True),
        ('"They want to sell the boats of the crew," she said.', '"They want to sell the boat of the crew," she said.', False),
        ("They want to sell the trawler in Oslo at once.", "They want to sell the ferry in Oslo at once.", None),
        ('"We agreed on cooperation in the port," she said.', '"We agreed on co-operation in the port," she said.', None),
    ],
)
def test_another_noun_among_the_same_words(left: str, right: str, hard: bool | None, parser: Any, tables: Any) -> None:
    found = judged(left, right, substitution, parser, tables)
    assert (found.hard if found is not None else None) is hard


@pytest.mark.parametrize(
    ("left", "right", "hard"),
    [
        ("Anna Berg, a former Norwegian envoy, was late.", "The Norwegian envoy Anna Berg was late.", True),
        ("Anna Berg, sales manager of Tema Lines, was late.", "Anna Berg, sales director of Tema Lines, was late.", True),
        ("Deputy Foreign Minister Anna Berg was late.", "Foreign Minister Anna Berg was late.", True),
        ("Former Norwegian president Anna Berg was late.", "Ousted Norwegian president Anna Berg was late.", None),
        ("Anna Berg, an envoy in the Lund administration, was late.", "Former envoy Anna Berg was late.", None),
        ("Anna Berg, head of Tema Lines, was late.", "Anna Berg, chairman of Tema Lines, was late.", None),
        ("Anna Berg, a former Norwegian envoy, was late.", "The Norwegian envoy Peter Lund was late.", None),
    ],
)
def test_one_person_by_two_titles(left: str, right: str, hard: bool | None, parser: Any, tables: Any) -> None:
    found = judged(left, right, title_difference, parser, tables)
    assert (found.hard if found is not None else None) is hard


@pytest.mark.parametrize(
    ("left", "right", "stages"),
    [
        ("The envoy will meet the rebels in Oslo.", "The envoy met the rebels in Oslo.", "to come / done"),
        ("The miners are expected to strike.", "The miners struck.", "to come / done"),
        ("Couples are allowed to file together.", "Couples must file together.", "allowed / called for"),
        ("The envoy plans to meet with Ana Lopez.", "The envoy met with Marta Ruiz.", None),
        ("The ship hoped to land at Tema.", "The ship, landing at Tema, was late.", None),
        ("The farmers spend too much.", "The farmers will spend more.", None),
    ],
)
def test_one_act_at_two_stages(left: str, right: str, stages: str | None, parser: Any, tables: Any) -> None:
    found = judged(left, right, status_difference, parser, tables)
    assert (found.reason.partition(": ")[2] if found is not None else None) == stages


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("A Norwegian court charged two Danish sailors.", "Norway charged two Danish sailors."),
        ("Anna Berg condemned the raid.", "Norway condemned the raid."),
        ("The Norwegian army did not try to sink the trawler.", "The Norwegian government did not try to sink the trawler."),
    ],
)
def test_who_acts_in_the_name_of_another_is_another_actor(left: str, right: str, parser: Any, tables: Any) -> None:
    found = judged(left, right, actor_difference, parser, tables)
    assert found is not None and not found.hard


@pytest.mark.parametrize(
    ("left", "right", "parts"),
    [
        ("Farmers protested against the price of diesel.", "Farmers protested against plans for a motorway.", True),
        ("Farmers protested against high diesel prices.", "Farmers protested against diesel prices.", False),
        ("Villagers left because the river had risen.", "Villagers left on Monday.", False),
        (
            "The king widened the harbour because of floods at the mill.",
            "The king widened the harbour to please the Danes.",
            True,
        ),
        ("The king widened the harbour because of floods at the mill.", "The king sold a ship to please the Danes.", False),
        ("The envoy resigned amid a row over fish.", "The envoy resigned, citing his poor health.", True),
        ("Police arrested the pilot in connection with the crash.", "The pilot was held on suspicion of manslaughter.", True),
        ("The envoy resigned amid a row over fish.", "The envoy resigned after eleven years in Oslo.", False),
        ("A missile flew over the northern islands.", "A missile flew over fishing grounds.", False),
        ("Farmers left because of the drought in Chad.", "Envoys ate fish because of the feast in Accra.", False),
    ],
)
def test_causes_are_held_against_one_another(left: str, right: str, parts: bool, parser: Any, tables: Any) -> None:
    assert (judged(left, right, cause_difference, parser, tables) is not None) is parts


def test_counts_of_other_weeks_differ_only_where_both_name_the_time(parser: Any, tables: Any) -> None:
    plain = ["The rebels released 21 sailors.", "The rebels released 82 sailors."]
    dated = ["The rebels seized 21 sailors in May 2021.", "The rebels seized 82 sailors in May 2021."]
    for texts, other_week, wanted in ((plain, False, True), (plain, True, None), (dated, True, False)):
        days = (date(2022, 4, 5), date(2022, 6, 5) if other_week else date(2022, 4, 5))
        found = number_difference(*tell(texts, parser, tables, days))
        assert (found.hard if found is not None else None) is wanted


@pytest.mark.parametrize(
    ("left", "right", "hard"),
    [
        ("Customs men impounded nine boats.", "The owners put the number of vessels taken at 11.", False),
        ("The mill cut its output by half.", "The mill reduced its output by 30 per cent.", True),
        ("The mill shut a third of its ovens.", "At the mill four of the ten ovens were shut.", True),
        ("At least nine miners died.", "Two miners died.", False),
        ("The mill cut its output by half.", "The mill reduced its output by 50 per cent.", None),
        ("Three trawlers were impounded.", "Five ferries were impounded.", None),
        ("Chile gave the envoy 72 hours to leave.", "The envoy was given 48 hours to leave.", True),
        ("Chile gave the envoy 72 hours to leave.", "The envoy was given three days to leave.", None),
        ("Chile sent 900 troops to Haiti.", "Chile sent 700 soldiers to Haiti.", True),
        ("The Sea Dragon 7 sank.", "The Sea Dragon 9 sank.", None),
        ("Officials said 40 bodies were found in villages near Paris.", "Soldiers killed 31 civilians in Berlin.", False),
    ],
)
def test_counts_of_one_kind(left: str, right: str, hard: bool | None, parser: Any, tables: Any) -> None:
    found = judged(left, right, number_difference, parser, tables)
    assert (found.hard if found is not None else None) is hard


@pytest.mark.parametrize(
    ("left", "right", "hard"),
    [
        ("Troops seized the harbour on Monday.", "Soldiers captured the harbour on Sunday night.", True),
        ("The minister will visit Oslo on Monday.", "The minister will visit Oslo on Tuesday.", False),
        ("Troops seized the harbour, the mayor said on Monday.", "Troops seized the harbour, the mayor said on Sunday.", None),
        ("Troops seized the harbour on Monday.", "The harbour must be handed over by Sunday.", None),
        ("Troops seized the harbour on Monday.", "Troops seized the harbour on Monday and left on Sunday.", None),
    ],
)
def test_one_act_on_two_days(left: str, right: str, hard: bool | None, parser: Any, tables: Any) -> None:
    found = date_difference(*tell([left, right], parser, tables), 0.5)
    assert (found.hard if found is not None else None) is hard


def test_each_did_it_to_the_other(parser: Any, tables: Any) -> None:
    found = judged(
        "The Norwegian trawler rammed the Danish ferry.", "The Danish ferry rammed the trawler.", actor_difference, parser, tables
    )
    assert found is not None and found.hard


@pytest.mark.parametrize(
    ("left", "right", "parts"),
    [
        ("The ministers will sign a new transit treaty.", "The ministers will sign new transit treaties.", True),
        ("The ministers will sign a treaty.", "The ministers will sign treaties.", False),
        ("The ministers will sign a new transit treaty.", "The ministers will sign the new transit treaty.", False),
    ],
)
def test_one_here_and_several_there(left: str, right: str, parts: bool, parser: Any, tables: Any) -> None:
    assert (judged(left, right, plural_difference, parser, tables) is not None) is parts


@pytest.mark.parametrize(
    ("left", "right", "likeness", "parts"),
    [
        (
            "The army said the old bridge had been mined by rebels.",
            "Engineers from Graz said charges lay hidden under the old bridge.",
            0.9,
            True,
        ),
        (
            "The army said the old bridge had been mined by rebels.",
            "Engineers from Graz said charges lay hidden under the old bridge.",
            0.3,
            False,
        ),
        ("The mayor of Graz said the dam would hold the flood.", "The dam would hold the flood of May.", 0.9, True),
        ("The mayor of Graz said the dam would hold the flood.", "The dam is going to hold.", 0.9, True),
        ("The mayor of Graz said the dam would hold the flood.", "Trains to Linz run again.", 0.9, False),
        ("The mayor of Graz said the dam would hold.", "We are sure that our barrier will resist.", 0.9, False),
    ],
)
def test_very_like_sentences_may_rest_on_other_words(
    left: str, right: str, likeness: float, parts: bool, parser: Any, tables: Any
) -> None:
    one, other = tell([left, right], parser, tables)
    assert (attribution_difference(one, other, likeness) is not None) is parts


@pytest.mark.parametrize(
    ("left", "right", "judge"),
    [
        ("Russian troops killed 280 villagers.", "Russian soldiers killed 280 villagers.", actor_difference),
        ("The men repaired the bridge.", "The two men repaired the bridge.", actor_difference),
        ("Norwegians deserve the truth.", "The Norwegian parliament deserves the truth.", actor_difference),
        ("The bloc is expected to approve a treaty.", "The bloc will approve a treaty.", status_difference),
        ("China has not joined the sanctions.", "China has refused to take sides in the war.", status_difference),
        ("It is the first time that Japan attends a meeting of NATO.", "Japan will attend a meeting of NATO.", status_difference),
    ],
)
def test_other_words_are_no_difference(left: str, right: str, judge: Any, parser: Any, tables: Any) -> None:
    assert judged(left, right, judge, parser, tables) is None
    assert judged(right, left, judge, parser, tables) is None


@given(st.integers(2, 4), st.integers(0, 3))
def test_the_same_words_never_differ(reports: int, which: int) -> None:
    text = (
        "The army said on Monday that 21 sailors had been freed.",
        "Farmers protested against the price of diesel near Linz.",
        "The court ordered the firm to pay 3 million euros to the head of the union.",
        "It can be appealed, his lawyer told reporters.",
    )[which]
    readings = _same_reading(text, reports)
    units = find_units(readings)
    pairs = {(i, j): 1.0 for j in range(len(units)) for i in range(j)}
    shelves = [shelf_of(r) for r in readings]
    assert find_differences(
        units, lambda i: telling_of(units[i], shelves[units[i].report]), [range(len(units))], pairs, encode
    ) == [()]


@cache
def _same_reading(text: str, reports: int) -> tuple[Reading, ...]:
    from rashomon.tables import load_tables

    documents = [replace(make_document(text), id=f"doc:{n}") for n in range(reports)]
    return tuple(read_parsed(d, s, load_tables()) for d, s in parse_documents(documents, load_parser()))
