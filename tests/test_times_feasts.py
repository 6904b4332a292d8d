"""Feasts and years of other calendars, against days known from almanacs."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.times.feasts import calendar_year, easter, feast_days, hebrew_new_year, islamic_day
from rashomon.times.lexicon import HOLIDAYS

KNOWN = {
    ("easter", 2000): "2000-04-23",
    ("good friday", 2013): "2013-03-29",
    ("orthodox easter", 2022): "2022-04-24",
    ("passover", 2013): "2013-03-26",
    ("passover", 2024): "2024-04-23",
    ("rosh hashanah", 1999): "1999-09-11",
    ("yom kippur", 2022): "2022-10-05",
    ("hanukkah", 2013): "2013-11-28",
    ("hanukkah", 2022): "2022-12-19",
    ("purim", 2022): "2022-03-17",
    ("chinese new year", 1998): "1998-01-28",
    ("lunar new year", 2033): "2033-01-31",
    ("thanksgiving", 1999): "1999-11-25",
    ("memorial day", 2013): "2013-05-27",
}


@pytest.mark.parametrize(("name", "year"), KNOWN)
def test_feast(name: str, year: int) -> None:
    assert [d.isoformat() for d in feast_days(HOLIDAYS[name], year)] == [KNOWN[name, year]]


@pytest.mark.parametrize(
    ("name", "year", "on"),
    [("eid al-fitr", 2013, "2013-08-08"), ("eid al-adha", 2000, "2000-03-16"), ("ramadan", 1998, "1998-12-20")],
)
def test_islamic_feasts_within_a_day(name: str, year: int, on: str) -> None:
    (found,) = feast_days(HOLIDAYS[name], year)
    assert abs(found - date.fromisoformat(on)) <= timedelta(days=1)


def test_a_year_has_two_ends_of_the_fast_or_none() -> None:
    assert [len(feast_days(HOLIDAYS["eid al-fitr"], y)) for y in (1999, 2000, 2001)] == [1, 2, 1]
    assert feast_days("chinese", 1700) == []


@pytest.mark.parametrize(
    ("calendar", "number", "first", "last"),
    [
        ("hebrew", 5774, "2013-09-05", "2014-09-24"),
        ("ethiopian", 2004, "2011-09-12", "2012-09-10"),
        ("ethiopian", 2005, "2012-09-11", "2013-09-10"),
        ("iranian", 1391, "2012-03-21", "2013-03-20"),
    ],
)
def test_years_of_other_calendars(calendar: str, number: int, first: str, last: str) -> None:
    assert calendar_year(calendar, number) == (date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize("calendar", ["hebrew", "islamic", "ethiopian", "persian"])
def test_a_year_that_ours_has_no_days_for(calendar: str) -> None:
    assert calendar_year(calendar, 99_999) is None


@given(st.integers(4000, 6000))
def test_hebrew_years_follow_each_other(year: int) -> None:
    first, following = hebrew_new_year(year), hebrew_new_year(year + 1)
    assert (following - first).days in {353, 354, 355, 383, 384, 385}
    assert first.isoweekday() not in {7, 3, 5}


@given(st.integers(1, 2000))
def test_islamic_years_follow_each_other(year: int) -> None:
    assert (islamic_day(year + 1, 1, 1) - islamic_day(year, 1, 1)).days in {354, 355}


@given(st.integers(1600, 4000))
def test_easter_is_a_sunday_in_spring(year: int) -> None:
    assert easter(year).isoweekday() == 7
    assert date(year, 3, 22) <= easter(year) <= date(year, 4, 25)
