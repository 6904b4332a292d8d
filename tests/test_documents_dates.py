"""documents/: dates as headers, addresses and date lines write them."""

from datetime import date

import pytest

from rashomon.documents.dates import Partial, address_date, read_day, read_header_date, read_partial


@pytest.mark.parametrize(
    ("address", "day"),
    [
        ("https://news.example.com/2019/11/18/story", date(2019, 11, 18)),
        ("https://news.example.com/2019/nov/08/story", date(2019, 11, 8)),
        ("https://news.example.com/a/20191118/story", date(2019, 11, 18)),
        ("https://news.example.com/story-2019-11-18.html", date(2019, 11, 18)),
        ("https://news.example.com/2019/11/story-201911", None),
        ("https://news.example.com/id/20194518", None),
        ("https://web.archive.org/web/20191118/http://news.example.com/story", None),
        ("https://web.archive.org/web/20191118100000/http://news.example.com/2019/11/08/story", date(2019, 11, 8)),
    ],
)
def test_addresses(address: str, day: date | None) -> None:
    found = address_date(address)
    assert (found.earliest if found else None) == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Updated: Wednesday, April 6, 2022 10:15 GMT", date(2022, 4, 6)),
        ("6. April 2022", date(2022, 4, 6)),
        ("8.Dezember 2010 um 09:43", date(2010, 12, 8)),
        ("le 6 avril 2022", date(2022, 4, 6)),
        ("6 de abril de 2022", date(2022, 4, 6)),
        ("2022年4月6日", date(2022, 4, 6)),
        ("25/12/2022", date(2022, 12, 25)),
        ("06.04.2022", date(2022, 4, 6)),
        ("04/06/2022", None),
        ("31 February 2022", None),
        ("version 1.2.2022.4", None),
    ],
)
def test_dates_as_written(text: str, day: date | None) -> None:
    assert read_day(text) == day


def test_partial_dates_keep_what_is_left() -> None:
    partial = read_partial("April 6, 202")
    assert partial == Partial(4, 6, "202")
    assert partial is not None and partial.years(2018, 2023) == [2020, 2021, 2022, 2023]
    assert read_partial("April 66, 202") is None and read_partial("Paris 6, 202") is None


@pytest.mark.parametrize("text", ["Wed, 06 Apr 2022 08:10:00 -0400", "Wed Apr  6 08:10:00 2022", "2022-04-06T08:10:00Z"])
def test_header_dates(text: str) -> None:
    found = read_header_date(text, "mail header", "test")
    assert found is not None and found.earliest == date(2022, 4, 6)
