"""Times as written, against a document of Wednesday 6 April 2022 unless told otherwise."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.records import Precision, Timex, When
from rashomon.sentences import parse_text
from rashomon.times import combine, day, find_times, interval, month, read_date, when_of

ANCHOR = day(date(2022, 4, 6), "document date", "test")

# Forms that need no verb: text -> (words, value) of each time in it.
FORMS = {
    "the pact of 4 April 1949": [("4 April 1949", "1949-04-04")],
    "signed on the 4th of April, 1949": [("the 4th of April, 1949", "1949-04-04")],
    "between five and seven years": [("seven years", "P7Y")],
    "after a hundred and twenty days": [("a hundred and twenty days", "P120D")],
    "the fiscal year ended June 30, 2021": [("the fiscal year", "2021"), ("June 30, 2021", "2021-06-30")],
    "by the 5th of next month": [("the 5th of next month", "2022-05-05")],
    "on the 24th floor": [],
    "in the first week of May": [("the first week of May", "2022-W18")],
    "on the last Friday in March": [("the last Friday in March", "2022-03-25")],
    "on the last day of the month": [("the last day of the month", "2022-04-30")],
    "on the first Monday of each month": [("the first Monday of each month", "XXXX-WXX-1")],
    "in the final month of 2021": [("the final month of 2021", "2021-12")],
    "the fiscal year ending in June": [("the fiscal year", "2022"), ("June", "2022-06")],
    "the quarter ended Sept. 29": [("the quarter", "2021-Q3"), ("Sept. 29", "2021-09-29")],
    "in the 2020 second quarter": [("the 2020 second quarter", "2020-Q2")],
    "first-half profit": [("first-half", "2022-H1")],
    "over the past two quarters, over two quarters": [("the past two quarters", "P2Q"), ("over two quarters", "P2Q")],
    "a two-to-three-week delay": [("a two-to-three-week", "P3W")],
    "an hour and a half": [("an hour and a half", "PT1H30M")],
    "half an hour later": [("half an hour later", "PT30M")],
    "decades later, months ago": [("decades later", "PXDE"), ("months ago", "PAST_REF")],
    "days before the vote": [("days", "PXD")],
    "in recent weeks": [("recent weeks", "PXW")],
    "the other day; someday": [("the other day", "PAST_REF"), ("someday", "FUTURE_REF")],
    "the early hours of April 3": [("the early hours of April 3", "2022-04-03TMO")],
    "for the week of May 9": [("the week of May 9", "2022-W19")],
    "the year to March 31": [("the year", "P1Y"), ("March 31", "2022-03-31")],
    "on Tuesday, May 11": [("Tuesday, May 11", "2021-05-11")],
    "on April 3, by the evening of the same day": [("April 3", "2022-04-03"), ("the evening of the same day", "2022-04-03TEV")],
    "1998-08-07 10:38:57": [("1998-08-07 10:38:57", "1998-08-07T10:38")],
    "at dawn on April 3": [("dawn on April 3", "2022-04-03TMO")],
    "at 8:15 in the evening on April 3": [("8:15 in the evening on April 3", "2022-04-03T20:15")],
    "by mid-afternoon": [("mid-afternoon", "2022-04-06TAF")],
    "the Sept. 11 attacks": [("the Sept. 11", "2001-09-11")],
    "the class of '85": [("'85", "1985")],
    "they have until Friday": [("Friday", "2022-04-08")],
    "today, 20 years later": [("today", "2022-04-06"), ("20 years later", "P20Y")],
    "In January they met. Since then": [("January", "2022-01"), ("then", "2022-01")],
    "On March 3, down from the previous Friday": [("March 3", "2022-03-03"), ("previous Friday", "2022-02-25")],
    "since Feb. 24": [("Feb. 24", "2022-02-24")],
    "on 2022-03-24 and 13/04/2021": [("2022-03-24", "2022-03-24"), ("13/04/2021", "2021-04-13")],
    "in December 2020": [("December 2020", "2020-12")],
    "in late February": [("late February", "2022-02")],
    "by mid-2021": [("mid-2021", "2021")],
    "this week and last month": [("this week", "2022-W14"), ("last month", "2022-03")],
    "next year, not this year": [("next year", "2023"), ("this year", "2022")],
    "three weeks ago": [("three weeks ago", "2022-W11")],
    "two years ago": [("two years ago", "2020")],
    "ten days from today": [("ten days from today", "2022-04-16")],
    "over the next decade": [("the next decade", "P10Y")],
    "for the last few weeks": [("the last few weeks", "PXW")],
    "for two and a half years": [("two and a half years", "P2Y6M")],
    "within 48 hours": [("48 hours", "PT48H")],
    "a five-year low": [("a five-year", "P5Y")],
    "every two years": [("every two years", "P2Y")],
    "each Thursday": [("each Thursday", "XXXX-WXX-4")],
    "in the third quarter of 2020": [("the third quarter of 2020", "2020-Q3")],
    "in the first half of 2021": [("the first half of 2021", "2021-H1")],
    "in fiscal 2023": [("fiscal 2023", "2023")],
    "the winter of 2021": [("the winter of 2021", "2021-WI")],
    "in the 1990s": [("the 1990s", "199")],
    "in the nineteenth century": [("the nineteenth century", "18")],
    "in nineteen ninety-seven": [("nineteen ninety-seven", "1997")],
    "yesterday evening and tonight": [("yesterday evening", "2022-04-05TEV"), ("tonight", "2022-04-06TNI")],
    "at 5:30 p.m. on March 3": [("5:30 p.m. on March 3", "2022-03-03T17:30")],
    "the night of April 3": [("the night of April 3", "2022-04-03TNI")],
    "on Christmas Eve 2021": [("Christmas Eve 2021", "2021-12-24")],
    "on Easter Sunday": [("Easter Sunday", "2022-04-17")],
    "on 6-7 April": [("6-7 April", "2022-04-06/2022-04-07")],
    "between March and May": [("March and May", "2022-03/2022-05")],
    "from 2019 to 2021": [("2019 to 2021", "2019/2021")],
    "a quarter-century ago, half a century ago": [("a quarter-century ago", "1997"), ("half a century ago", "1972")],
    "the two-and-a-half-year inquiry of 10 and a half hours": [
        ("the two-and-a-half-year", "P2Y6M"),
        ("10 and a half hours", "PT10H30M"),
    ],
    "between 2 a.m. and 4 a.m. on Sunday": [("2 a.m.", "2022-04-03T02:00"), ("4 a.m. on Sunday", "2022-04-03T04:00")],
    "from 1:30 to 4:00 p.m.": [("1:30", "2022-04-06T13:30"), ("4:00 p.m.", "2022-04-06T16:00")],
    "in the mid-to-late 1990s": [("mid-to-late 1990s", "199")],
    "the week before last": [("the week before last", "2022-W12")],
    "by day's end, later in the week": [("day's end", "2022-04-06"), ("later in the week", "2022-W14")],
    "on Christmas morning": [("Christmas morning", "2021-12-25TMO")],
    "this past Sunday": [("this past Sunday", "2022-04-03")],
    "on Friday the 13th": [("Friday the 13th", "2022-05-13")],
    "in January 2009 and the following March": [("January 2009", "2009-01"), ("following March", "2009-03")],
    "in March 1996 and November of that year": [("March 1996", "1996-03"), ("November of that year", "1996-11")],
    "every Tuesday and Thursday": [("every Tuesday", "XXXX-WXX-2"), ("Thursday", "XXXX-WXX-4")],
    "months-long talks and years of war": [("months-long", "PXM"), ("years", "PXY")],
    "at 10:40 a.m. on April 3. Seven minutes later": [
        ("10:40 a.m. on April 3", "2022-04-03T10:40"),
        ("Seven minutes later", "2022-04-03T10:47"),
    ],
    "from November 30 to November 18": [("November 30", "2021-11-30"), ("November 18", "2021-11-18")],
    "in the winter of nineteen ninety-four": [("the winter of nineteen ninety-four", "1994-WI")],
    "the Hebrew year 5774, 1434 AH": [
        ("the Hebrew year 5774", "2013-09-05/2014-09-24"),
        ("1434 AH", "2012-11-15/2013-11-04"),
    ],
    "a short time ago": [("a short time ago", "PAST_REF")],
    "crude for June delivery": [("June", "2022-06")],
    "an eight-month-old truce": [("an eight-month-old", "P8M")],
    "at about 10 o'clock Friday night, April 1": [("10 o'clock Friday night, April 1", "2022-04-01T22:00")],
    "at 9:40 p.m. Friday night": [("9:40 p.m. Friday night", "2022-04-01T21:40")],
    "at 10:35 a.m. (3:35 a.m. EDT) Friday": [("10:35 a.m. (3:35 a.m. EDT) Friday", "2022-04-01T10:35")],
    "in the fall of 1996 and the next May": [("the fall of 1996", "1996-FA"), ("next May", "1997-05")],
    "on November 15 , 1957": [("November 15 , 1957", "1957-11-15")],
    "sent on 15 May 02": [("15 May 02", "2002-05-15")],
    "in 454 B.C.": [("454 B.C.", "BC0454")],
    "before dawn, by nightfall": [("dawn", "2022-04-06TMO"), ("nightfall", "2022-04-06TEV")],
    "mayor two years and four months ago": [("two years and four months ago", "2019-12")],
    "for two years, three months": [("two years, three months", "P2Y3M")],
    "in 7 minutes, 21 seconds": [("7 minutes, 21 seconds", "PT7M21S")],
    "three days earlier than planned": [("three days earlier", "P3D")],
    "up on the same period of last year": [("the same period of last year", "2021")],
    "a week since the raid": [("a week", "P1W")],
    "recently, now and soon": [("recently", "PAST_REF"), ("now", "PRESENT_REF"), ("soon", "FUTURE_REF")],
}


def told(text: str, timexes: tuple[Timex, ...]) -> list[tuple[str, str]]:
    return [(t.span.of(text), t.when.value) for t in timexes]


@pytest.mark.parametrize("text", FORMS)
def test_form(text: str) -> None:
    assert told(text, find_times(text, (), ANCHOR)) == FORMS[text]


@pytest.mark.parametrize(
    "text",
    [
        "she may march on; the sun sat low",
        "he paid $1999 for 2,000 tons",
        "three-quarters of the deputies",
        "a man 37 years old",
        "a 16-year-old boy, a six - year - old and the nine-month-old baby",
        "the decades-old feud",
        "in a weekend poll on Christmas Island",
        "for a second month",
        "they were turned away in their thirties and in fifties",
        "40 metres per second",
        "the second meeting",
        "the second in as many years",
    ],
)
def test_no_time(text: str) -> None:
    assert find_times(text, (), ANCHOR) == ()


# The verb decides which way an open date points.
DIRECTIONS = {
    "The envoy spoke to reporters on Tuesday.": "2022-04-05",
    "The envoy will speak to reporters on Tuesday.": "2022-04-12",
    "The envoy will speak to reporters on the 2nd.": "2022-05-02",
    "The envoy spoke to reporters on the 24th, but left early.": "2022-03-24",
    "Ministers attend the talks, which begin Thursday.": "2022-04-07",
    "The envoy who refused to testify on Tuesday left.": "2022-04-05",
    "The envoy agreed to testify on Tuesday.": "2022-04-12",
    "The union is expected to extend the measure in June.": "2022-06",
    "The army withdrew in June.": "2021-06",
    "The levy, due to take effect on May 1, was cut.": "2022-05-01",
    "The ban took effect on December 1.": "2021-12-01",
    "The panel gave them until mid-June.": "2022-06",
    "The offer had been due to expire on Tuesday.": "2022-04-05",
    "The town fell in 1309.": "1309",
    "It could happen if she rolls through the primaries on Monday.": "2022-04-11",
    "When he met the king on Tuesday he smiled.": "2022-04-05",
    "He noted a planned rally on Saturday in Sioux City.": "2022-04-09",
    "The chairwoman testifies before the Senate on Thursday.": "2022-04-07",
    "There is an election on Tuesday.": "2022-04-12",
    'He said on "Meet the Press" on Sunday that he was hurt.': "2022-04-03",
    "It earned a fee for helping Kenya sell the port in June.": "2021-06",
    "He raised twelve million during the third quarter of the year.": "2021-Q3",
    "The game was put back to Saturday.": "2022-04-09",
    "Talks were moved to Friday.": "2022-04-08",
    "They were given until Friday to leave.": "2022-04-08",
    "He stayed in Oslo until Friday.": "2022-04-01",
    "Storms are likely again Tuesday.": "2022-04-12",
    "They will fight unless the army withdrew by Tuesday.": "2022-04-12",
    "The court has 60 days to rule.": "P60D",
    "On Tuesday, the second day of the trial, he spoke.": "2022-04-05",
}


@pytest.mark.parametrize("text", DIRECTIONS)
def test_direction(text: str, parser: Any) -> None:
    assert [t.when.value for t in find_times(text, parse_text(text, parser), ANCHOR)] == [DIRECTIONS[text]]


def test_weekdays_side_by_side_lie_in_one_week(parser: Any) -> None:
    text = "They will confer next Tuesday and Wednesday."
    assert told(text, find_times(text, parse_text(text, parser), ANCHOR)) == [
        ("next Tuesday", "2022-04-12"),
        ("Wednesday", "2022-04-13"),
    ]


def test_a_clock_is_of_the_day_that_its_verb_tells(parser: Any) -> None:
    text = "The court will rule on Friday. The hearing ended at 6 p.m. and resumes at 9 a.m."
    values = [t.when.value for t in find_times(text, parse_text(text, parser), ANCHOR)]
    assert values == ["2022-04-08", "2022-04-06T18:00", "2022-04-06T09:00"]


def test_months_of_a_period_lie_in_one_year(parser: Any) -> None:
    text = "Output grew in the August-November period, the bureau said."
    sentences = parse_text(text, parser)
    assert told(text, find_times(text, sentences, ANCHOR)) == [("August-November", "2021-08/2021-11")]
    text = "Output grew in the January-June period, the bureau said."
    values = [t.when.value for t in find_times(text, parse_text(text, parser), ANCHOR, join=False)]
    assert values == ["2021-01", "2021-06"]


def test_a_feast_of_the_moon_is_known_to_a_day(parser: Any) -> None:
    (eid,) = find_times("after Eid al-Fitr", (), ANCHOR)
    assert (eid.when.earliest, eid.when.latest) == (date(2022, 5, 2), date(2022, 5, 4))


def test_names_are_no_times(parser: Any) -> None:
    text = "Britain's prime minister, Theresa May, told NBC's \"Today\" about debris that fall into the sea, and the Winter Games."
    assert find_times(text, parse_text(text, parser), ANCHOR) == ()
    text = '"Today, the senate votes," he said.'
    assert told(text, find_times(text, parse_text(text, parser), ANCHOR)) == [("Today", "2022-04-06")]


def test_the_days_of_a_length_to_come(parser: Any) -> None:
    days = {
        "The court will rule within 60 days.": (date(2022, 4, 6), date(2022, 6, 5)),
        "The court will rule in two weeks.": (date(2022, 4, 18), date(2022, 4, 24)),
        "It would be the first strike in 17 years.": (None, None),
        "The court ruled within 60 days.": (None, None),
    }
    for text, wanted in days.items():
        (timex,) = find_times(text, parse_text(text, parser), ANCHOR)
        assert (timex.when.earliest, timex.when.latest) == wanted, text


def test_text_anchors() -> None:
    text = "On March 3 they met. The next day they left. A week later they were back. At the time, rain fell."
    when = [t.when for t in find_times(text, (), ANCHOR)]
    assert [w.value for w in when] == ["2022-03-03", "2022-03-04", "2022-W10", "PAST_REF"]
    assert [w.basis for w in when[1:]] == ["text anchor"] * 3
    assert when[3].earliest == date(2022, 3, 7)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("signed on 31 April 2023, officials said", "31 April 2023"),
        ("an election on February 29, 2023", "February 29, 2023"),
        ("on Sunday, 30 February", "Sunday, 30 February"),
        ("on the 31st of June", "the 31st of June"),
        ("from 29-31 April 2023", "31 April 2023"),
    ],
)
def test_a_day_that_no_calendar_has_bounds_nothing(text: str, words: str) -> None:
    """It is a slip, and of which part of it nobody knows: not even the month is evidence."""
    (found,) = find_times(text, (), ANCHOR)
    assert (found.span.of(text), found.when.value) == (words, "XXXX-XX-XX")
    assert (found.when.earliest, found.when.latest, found.when.edtf) == (None, None, "")


def test_a_count_behind_a_month_is_no_day_of_it() -> None:
    (found,) = find_times("In June 31 people died.", (), ANCHOR)
    assert found.when.value.endswith("-06")


def test_days_after_an_undated_event_are_not_invented() -> None:
    text = "After the vote they met. Two days later they left. The next day it rained."
    assert [(t.when.value, t.when.earliest) for t in find_times(text, (), ANCHOR)] == [("XXXX-XX-XX", None)] * 2


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("in June", "XXXX-06"),
        ("on the 24th.", "XXXX-XX-24"),
        ("on Tuesday", "XXXX-WXX-2"),
        ("last month", "XXXX-XX"),
        ("yesterday", "XXXX-XX-XX"),
    ],
)
def test_without_a_document_date_nothing_is_invented(text: str, value: str) -> None:
    (timex,) = find_times(text, (), None)
    assert (timex.when.value, timex.when.earliest, timex.when.latest) == (value, None, None)


def test_a_document_date_known_as_an_interval() -> None:
    anchor = interval(date(2022, 4, 5), date(2022, 4, 8), "context", "test")
    text = "in late February, last year, on Monday"
    february, year, monday = (t.when for t in find_times(text, (), anchor))
    assert (february.value, february.edtf) == ("2022-02", "2022-02-21/2022-02-28")
    assert year.value == "2021"
    assert (monday.value, monday.earliest) == ("2022-04-04", date(2022, 4, 4))
    (wednesday,) = find_times("on Wednesday", (), anchor)
    assert (wednesday.when.value, wednesday.when.edtf) == ("XXXX-WXX-3", "2022-03-30/2022-04-06")


def test_intervals_of_parts_and_windows() -> None:
    (fiscal,) = find_times("in fiscal 2021", (), ANCHOR)  # that of Japan begins in April, that of the United States in October
    assert (fiscal.when.value, fiscal.when.edtf) == ("2021", "2020-04-01/2022-03-31")
    text = "the first half of June, the second half of the 1990s, the mid-to-late 1990s"
    edtf = [t.when.edtf for t in find_times(text, (), ANCHOR)]
    assert edtf == ["2022-06-01/2022-06-15", "1995-01-01/1999-12-31", "1994-01-01/1999-12-31"]
    text = "early April, the mid-1990s, the past two weeks, later this year"
    edtf = [t.when.edtf for t in find_times(text, (), ANCHOR)]
    assert edtf == ["2022-04-01/2022-04-10", "1994-01-01/1996-12-31", "2022-03-23/2022-04-06", "2022-04-06/2022-12-31"]


def test_ranges_can_be_told_apart() -> None:
    text = "on 6-7 April and between March and May"
    values = [("6", "2022-04-06"), ("7 April", "2022-04-07"), ("March", "2022-03"), ("May", "2022-05")]
    assert told(text, find_times(text, (), ANCHOR, join=False)) == values


def test_start_and_duration() -> None:
    gathering = combine(day(date(2022, 4, 6), "document date", "weekday alone"), when_of("P2D", "explicit", "length"))
    assert (gathering.value, gathering.earliest, gathering.latest) == ("2022-04-06/2022-04-07", date(2022, 4, 6), date(2022, 4, 7))
    assert gathering.precision is Precision.INTERVAL
    june = month(2022, 6, "explicit", "test")
    assert combine(june, when_of("PXD", "explicit", "length")) is june


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("April 6, 2022", "2022-04-06"),
        ("Wed, 6 Apr 2022 10:11:12 +0000", "2022-04-06T10:11"),
        ("2022-04-06T10:30:00Z", "2022-04-06T10:30"),
        ("Published Tuesday 5 April 2022 at 11.30", "2022-04-05"),
    ],
)
def test_read_date(text: str, value: str) -> None:
    when = read_date(text)
    assert when is not None and when.value == value


@pytest.mark.parametrize("text", ["April 6, 202", "April 31, 2022", "Wednesday", "no date", ""])
def test_read_date_invents_nothing(text: str) -> None:
    assert read_date(text) is None


def test_values_and_their_days() -> None:
    days = {
        "2022-W14": (date(2022, 4, 4), date(2022, 4, 10)),
        "2022-Q2": (date(2022, 4, 1), date(2022, 6, 30)),
        "2021-WI": (date(2021, 12, 1), date(2022, 2, 28)),
        "202": (date(2020, 1, 1), date(2029, 12, 31)),
    }
    for value, (earliest, latest) in days.items():
        when = when_of(value, "explicit", "test")
        assert (when.earliest, when.latest) == (earliest, latest), value
    assert when_of("2021-WI", "explicit", "test").edtf == "2021-24"


WORDS = (
    "the last next two three days weeks year years ago later Monday Tuesday night May March 31 30 2022 1999 0000 - , . ' to and "
    "between from early mid late first half quarter of decade century 12:30 p.m. GMT noon 99/99/9999 9999-12-31 0001-01-01 every "
    "each Christmas this past nine hundred thousand fiscal summer '90s 5th at on year-ago earlier "
    "Hebrew year 5774 9999 Ethiopian calendar 1434 AH BC Ramadan Passover Eid al-Fitr Chinese New Year o'clock 10:40 a.m. minutes "
    "seven half a.m. that before Friday 13th the second of mid-to-late period same than dawn within in"
).split()
ANCHORS = st.one_of(
    st.none(),
    st.dates().map(lambda d: day(d, "document date", "test")),
    st.tuples(st.dates(), st.dates()).map(lambda p: interval(min(p), max(p), "context", "test")),
    st.dates().map(lambda d: interval(None, d, "context", "test")),
)


@given(st.one_of(st.text(), st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join)), ANCHORS)
def test_any_text_reads_without_a_crash(text: str, anchor: When | None) -> None:
    for join in (True, False):
        reached = 0
        for timex in find_times(text, (), anchor, join=join):
            assert reached <= timex.span.start < timex.span.end <= len(text)
            reached = timex.span.end
            first, last = timex.when.earliest, timex.when.latest
            assert first is None or last is None or first <= last
            assert 0 < timex.when.score <= 1


def test_a_long_line_is_read_in_linear_time() -> None:
    text = "the last two may week " * 20_000
    assert len(find_times(text, (), ANCHOR)) < len(text)
