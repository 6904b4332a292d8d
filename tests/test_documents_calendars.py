"""documents/: days of publication in other scripts and calendars."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.documents.calendars import jalali_day
from rashomon.documents.date_lines import read_date_line
from rashomon.documents.dates import find_day, read_day
from rashomon.documents.lines import is_date_line

SAME_DAY = {  # each is 4 May 2022
    "ar": "4 مايو 2022",
    "ar, own digits": "٤ مايو ٢٠٢٢",
    "ar, both names": "4 أيار/مايو 2022",
    "ar, Levant": "الأربعاء 4 أيار 2022",
    "ar, Maghreb": "الأربعاء، 4 ماي 2022",
    "ar, published": "نشر في: 4 مايو، 2022 - 10:15",
    "fa, Jalali": "۱۴ اردیبهشت ۱۴۰۱",
    "fa, with weekday": "چهارشنبه ۱۴ اردیبهشت ۱۴۰۱ - ۱۰:۱۵",
    "fa, numbers": "۱۴۰۱/۰۲/۱۴",
    "fa, western": "۴ مه ۲۰۲۲",
    "ur": "4 مئی 2022",
    "he": "4 במאי 2022",
    "he, published": "פורסם: 4 במאי 2022, 10:15",
    "hi": "4 मई 2022",
    "hi, published": "प्रकाशित: 04 मई, 2022, 10:15 पूर्वाह्न",
    "bn": "৪ মে ২০২২",
    "th": "4 พฤษภาคม 2565",
    "th, short": "4 พ.ค. 2565",
    "th, western": "4 พฤษภาคม 2022",
    "vi": "ngày 4 tháng 5 năm 2022",
    "vi, short": "4 tháng 5, 2022",
    "zh": "2022年5月4日 10:15",
    "zh, Taiwan": "民國111年5月4日",
    "ja": "2022年5月4日(水) 10時15分",
    "ja, era": "令和4年5月4日",
    "ko": "입력 2022년 5월 4일 오전 10:15",
    "ko, dots": "2022.05.04. 10:15",
    "ru": "4 мая 2022 г.",
    "ru, year": "Опубликовано: 4 мая 2022 года, 10:15",
    "uk": "4 травня 2022 р.",
    "be": "4 мая 2022",
    "mk": "4 мај 2022",
    "sr": "4. мај 2022.",
    "kk": "4 мамыр 2022",
    "ka": "4 მაისი, 2022",
    "hy": "4 մայիսի, 2022",
    "tr": "4 Mayıs 2022 Çarşamba",
    "az": "4 may 2022",
    "sq": "4 maj 2022",
    "sw": "Mei 4, 2022",
}


@pytest.mark.parametrize("name", SAME_DAY)
def test_days_in_other_languages(name: str) -> None:
    assert read_day(SAME_DAY[name]) == date(2022, 5, 4)
    told = read_date_line(SAME_DAY[name])
    assert told is not None and not told.changed


@pytest.mark.parametrize("name", ["ar", "ar, both names", "fa, Jalali", "he", "hi", "th", "zh", "ja, era", "ru, year"])
def test_a_line_of_just_the_day_is_a_date_line(name: str) -> None:
    assert is_date_line(SAME_DAY[name])


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("15 كانون الثاني 2022", date(2022, 1, 15)),
        ("15 تشرين الأول 2021", date(2021, 10, 15)),
        ("15 تشرين الثاني/نوفمبر 2021", date(2021, 11, 15)),
        ("۲۹ اسفند ۱۴۰۰", date(2022, 3, 20)),
        ("۳۰ اسفند ۱۳۹۹", date(2021, 3, 20)),
        ("1 فروردین 1403", date(2024, 3, 20)),
        ("平成元年1月8日", date(1989, 1, 8)),
        ("15 फ़रवरी 2021", date(2021, 2, 15)),
    ],
)
def test_other_days(text: str, day: date) -> None:
    assert read_day(text) == day


@pytest.mark.parametrize("text", ["۳۰ اسفند ۱۴۰۰", "1401/13/01", "4 noises 2022", "4 at 2022", "32 мая 2022", "1/2/1401-5"])
def test_no_such_day(text: str) -> None:
    assert read_day(text) is None


def test_a_change_is_told_apart() -> None:
    for line in ("آخر تحديث: 4 مايو 2022", "עודכן: 4 במאי 2022", "更新：2022年5月4日", "अपडेट: 4 मई 2022"):
        told = read_date_line(line)
        assert told is not None and told.changed and told.day == date(2022, 5, 4)


def test_where_the_day_stands() -> None:
    text = "نشر في 4 أيار/مايو 2022 في بيروت"
    found = find_day(text)
    assert found is not None and text[found[1] : found[2]] == "4 أيار/مايو 2022"


@given(st.integers(1280, 1479), st.integers(1, 12), st.integers(1, 30))
def test_jalali_days_follow_one_another(year: int, month: int, number: int) -> None:
    day = jalali_day(year, month, number)
    if day is None:
        assert month == 12 and number == 30
        return
    following = jalali_day(year, month, number + 1) or (
        jalali_day(year, month + 1, 1) if month < 12 else jalali_day(year + 1, 1, 1)
    )
    assert following == day + timedelta(days=1)
    assert (day.month, day.day) >= (3, 19) if (month, number) == (1, 1) else True
