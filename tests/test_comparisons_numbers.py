"""Differences of number and date, soft and hard: units of measurement, people without a noun, times told more and less exactly."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.comparisons.counts import number_difference, plural_difference
from rashomon.comparisons.differences import told_once
from rashomon.comparisons.exactness import time_exactness, times_apart
from rashomon.comparisons.figures import find_figures
from rashomon.comparisons.measures import SCALE, commensurable, in_unit_of
from rashomon.comparisons.tellings import Telling
from rashomon.records import Difference, Span, Variant
from rashomon.sentences import parse_text
from tellings import tell

Judge = Callable[[Telling, Telling], Difference | None]


def judged(judge: Judge, left: str, right: str, parser: Any, tables: Any) -> Difference | None:
    return judge(*tell([left, right], parser, tables, date(2019, 6, 14)))


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The flood left seven dead.", (7.0, "people", "=", "die")),
        ("The blast injured around 100.", (100.0, "people", "~", "injure")),
        ("The death toll rose to 12.", (12.0, "people", "=", "die")),
        ("The island has a population of more than 100,000.", (100_000.0, "people", ">=", "have")),
        ("Hundreds of thousands of villagers fled.", (200_000.0, "villager", ">=", "flee")),
        ("Two dozen villagers drowned.", (24.0, "villager", "=", "drown")),
        ("More than a million tonnes were sold.", (1_000_000.0, "tonne", ">=", "sell")),
        ("A magnitude 5.9 quake hit the coast.", (5.9, "magnitude", "=", "hit")),
        ("The clerk served four and a half months in prison.", (0.375, "year of prison", "=", "serve")),
        ("The trip took six hours.", (6.0, "hour", "=", "take")),
        ("Most of the boats sank.", (50.0, "%", ">=", "sink")),
        ("Several ministers resigned.", (3.0, "minister", ">=", "resign")),
        ("About 31, 000 people fled.", (31_000.0, "people", "~", "flee")),
    ],
)
def test_a_figure_is_found(text: str, wanted: tuple[float, str, str, str], parser: Any) -> None:
    (sentence,) = parse_text(text, parser)
    (figure,) = find_figures(sentence, text)
    assert (figure.value, figure.unit, figure.bound, figure.verb) == wanted


def test_a_part_and_its_whole_are_two_figures(parser: Any) -> None:
    text = "The guard fired three of the seven shots."
    (sentence,) = parse_text(text, parser)
    assert [(f.value, f.unit) for f in find_figures(sentence, text)] == [(42.9, "%"), (7.0, "shot")]


@given(st.sampled_from(sorted(SCALE)), st.sampled_from(sorted(SCALE)), st.floats(0.01, 1e6))
def test_a_measure_keeps_its_size_there_and_back(unit: str, other: str, value: float) -> None:
    there = in_unit_of(value, unit, other)
    assert in_unit_of(there, other, unit) == pytest.approx(value)
    assert there == value or commensurable(unit, other)


@pytest.mark.parametrize(
    ("left", "right", "hard"),
    [
        ("The drone weighs 8.5 tonnes.", "The drone weighs nearly 19,000 pounds.", False),
        ("The rocket fell 1,180 km from the cape.", "The rocket fell about 730 miles from the cape.", False),
        ("Several people were killed in the ferry fire.", "Seven people were killed in the ferry fire.", False),
        ("Dozens were injured in the stampede in Accra.", "At least 40 people were injured in the stampede in Accra.", False),
        ("Over 50 people were taken to hospital.", "At the scene 51 were taken to the hospital.", False),
        ("The mayor spent $3,418.55 on wine.", "The mayor bought $3,518.55 worth of wine.", True),
        ("Prosecutors say she served four months in jail.", "She served five months in jail, prosecutors say.", True),
    ],
)
def test_one_thing_counted_otherwise(left: str, right: str, hard: bool, parser: Any, tables: Any) -> None:
    found = judged(number_difference, left, right, parser, tables)
    assert found is not None and found.slot == "number" and found.hard is hard


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Five people were trapped in the lift.", "Five people were stuck in the lift."),
        ("Five people were arrested after the march.", "Six people were wounded at the march."),
        ("The minister bought a $43,000 watch.", "The minister bought a $4,600 hat."),
        ("Vega scored 20 points and Sanz added 12.", "Sanz scored 14 points and Vega had 20 points."),
        ("There is a one in three chance of losing the seat.", "There is a two in three chance of keeping the seat."),
    ],
)
def test_two_things_are_no_difference_of_number(left: str, right: str, parser: Any, tables: Any) -> None:
    found = judged(number_difference, left, right, parser, tables)
    assert found is None or {v.text for v in found.variants} == {"12", "14"}


def test_one_and_several_of_one_act(parser: Any, tables: Any) -> None:
    found = judged(plural_difference, "The army tested a ballistic missile.", "The army fired ballistic missiles.", parser, tables)
    assert found is not None and not found.hard


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("The court struck down the tax earlier this year.", "The court struck down the tax in March."),
        ("The senator resigned from the party this week.", "The senator resigned from the party on Thursday."),
        ("The village burnt down on June 11.", "The village burnt down on Tuesday."),
    ],
)
def test_one_time_told_in_two_ways_is_a_soft_difference(left: str, right: str, parser: Any, tables: Any) -> None:
    found = judged(time_exactness, left, right, parser, tables)
    assert found is not None and found.slot == "date" and not found.hard


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("The senator resigned from the party on Monday.", "The senator resigned from the party on Tuesday."),
        ("The ferry sank at 6am near the cape.", "The ferry sank at 6 a.m. near the cape."),
        ("The ferry sank on Tuesday.", "The ministers met last week."),
    ],
)
def test_other_times_and_the_same_words_are_no_such_difference(left: str, right: str, parser: Any, tables: Any) -> None:
    assert judged(time_exactness, left, right, parser, tables) is None


def test_two_years_of_one_act_exclude_one_another(parser: Any, tables: Any) -> None:
    left, right = "Okello has led the opposition party since 2002.", "Okello has led the opposition party since 2003."
    found = judged(times_apart, left, right, parser, tables)
    assert found is not None and found.hard
    counted = "In 2018 the police arrested 14 opposition members.", "In 2017 the police arrested 9 opposition members."
    assert judged(times_apart, *counted, parser, tables) is None


@pytest.mark.parametrize(
    ("left", "right", "hard"),
    [
        ("The clan sold its refinery at Ostrava in 1957.", "In 1967 the refinery at Ostrava was sold by the clan.", True),
        ("Okello pleaded guilty to fraud on June 27, 2003.", "Okello pleaded guilty to fraud in July 2003.", True),
        ("The clan sold its refinery at Ostrava in 1957.", "The refinery at Ostrava burnt down in 1957.", False),
        ("The clan sold its refinery at Ostrava in 1957.", "In 1972 the refinery at Ostrava was sold by the clan.", False),
        ("Okello pleaded guilty to fraud in 2001.", "Okello was freed from prison in July 2003.", False),
    ],
)
def test_a_slip_of_years_is_a_contradiction_and_what_lies_far_apart_is_another_act(
    left: str, right: str, hard: bool, parser: Any, tables: Any
) -> None:
    found = judged(times_apart, left, right, parser, tables)
    assert (found is not None and found.hard) is hard


def test_what_is_said_again_between_the_same_reports_is_told_once() -> None:
    def row(a: str, b: str, hard: bool = False) -> Difference:
        variants = (Variant("doc:a", Span(0, 1), a), Variant("doc:b", Span(0, 1), b))
        return Difference("number", hard, variants, "", "", 0.9 if hard else 0.5)

    weak, other, sure = row("dozens", "40"), row("two", "three"), row("36", "40", hard=True)
    assert told_once([(weak, other), (sure,)]) == [(other,), (sure,)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The fund paid between $140 and $150 million.", [140e6, 150e6]),
        ("Some 10 to 15 million voters are abroad.", [10e6, 15e6]),
        ("The army spent $8 or $9 billion.", [8e9, 9e9]),
        ("They freed 40 hostages and paid 3 million dollars.", [40, 3e6]),
        ("The clerk served 2 1/2 years in prison.", [2.5]),
        ("The ascent took 3-1/2 hours.", [3.5]),
        ("The trip took 6½ hours.", [6.5]),
    ],
)
def test_the_scale_of_a_range_and_parts_of_one_are_read(text: str, wanted: list[float], parser: Any) -> None:
    (sentence,) = parse_text(text, parser)
    assert [f.value for f in find_figures(sentence, text)] == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The rocket flew 125 to 155 miles.", [(125, "mile", ">="), (155, "mile", "<=")]),
        ("Between 30 and 40 people drowned.", [(30, "people", ">="), (40, "people", "<=")]),
        ("A group of 5-10 men fled.", [(5, "man", ">="), (10, "man", "<=")]),
        ("The toll rose from 10 to 15 people.", [(10, "people", "="), (15, "people", "=")]),
        ("They sank 10 ferries and 15 tugs.", [(10, "ferry", "="), (15, "tug", "=")]),
    ],
)
def test_the_ends_of_a_range_are_bounds(text: str, wanted: list[tuple[float, str, str]], parser: Any) -> None:
    (sentence,) = parse_text(text, parser)
    found = list(find_figures(sentence, text))
    assert [(f.value, f.unit, f.bound) for f in found] == wanted
    if found[0].bound == ">=":
        assert found[0].span == found[1].span


@pytest.mark.parametrize("other", ["140 miles", "125 to 155 miles", "125 miles"])
def test_a_figure_within_a_range_does_not_contradict_it(other: str, parser: Any, tables: Any) -> None:
    texts = [f"The rocket flew {distance} before it fell into the sea." for distance in ("125 to 155 miles", other)]
    found = number_difference(*tell(texts, parser, tables))
    assert found is None or not found.hard


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("In 2014 three people were killed.", [(3, "people")]),
        ("The club won two in 2014.", []),
        ("They killed two in three days.", []),
        ("One in three voters stayed at home.", [(33.3, "%")]),
        ("Twenty-one pupils and forty two teachers fled.", [(21, "pupil"), (42, "teacher")]),
        ("The envoys met to haggle over 52 prisoners.", [(52, "prisoner")]),
    ],
)
def test_a_number_is_not_added_to_the_year_before_it(text: str, wanted: list[tuple[float, str]], parser: Any) -> None:
    (sentence,) = parse_text(text, parser)
    found = list(find_figures(sentence, text))
    assert [(f.value, f.unit) for f in found if f.unit in {"people", "%", "pupil", "teacher", "prisoner"}] == wanted
    assert {f.bound for f in found} <= {"="}
