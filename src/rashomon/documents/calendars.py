"""Years and days of other calendars than ours, as dates of publication use them -> date."""

from __future__ import annotations

from datetime import date, timedelta

# Days of publication are of the last century and a half: Jalali years below this are no years of one.
_FIRST_JALALI, _LAST_JALALI = 1280, 1480
BUDDHIST = 543  # Thailand's years run this far ahead
ERAS = {"明治": 1867, "大正": 1911, "昭和": 1925, "平成": 1988, "令和": 2018, "民國": 1911, "民国": 1911}
# The months of the Solar Hijri (Jalali) calendar of Iran and, under other names, Afghanistan.
JALALI_MONTHS = {
    name: number
    for names in (
        "فروردین اردیبهشت خرداد تیر مرداد شهریور مهر آبان آذر دی بهمن اسفند",
        "حمل ثور جوزا سرطان اسد سنبله میزان عقرب قوس جدی دلو حوت",
    )
    for number, name in enumerate(names.split(), 1)
}


def is_jalali_year(year: int) -> bool:
    return _FIRST_JALALI <= year <= _LAST_JALALI


def jalali_day(year: int, month: int, day: int) -> date | None:
    """The day of a Jalali date; None where there is no such day. By the 33-year cycle of leap years, which holds from 1244 to
    1472 (K. M. Borkowski, "The Persian calendar for 3000 years", 1996)."""
    longest = 31 if month <= 6 else 30
    if not (is_jalali_year(year) and 1 <= month <= 12 and 1 <= day <= longest):
        return None
    if (month, day) == (12, 30) and not _is_leap(year):
        return None
    new_year = date(2022, 3, 21) + timedelta(days=sum(map(_length, range(1401, year))) - sum(map(_length, range(year, 1401))))
    return new_year + timedelta(days=31 * (month - 1) - max(0, month - 7) + day - 1)


def _is_leap(year: int) -> bool:
    return year % 33 in (1, 5, 9, 13, 17, 22, 26, 30)


def _length(year: int) -> int:
    return 366 if _is_leap(year) else 365


def western_year(year: int, era: str = "") -> int:
    """Our year for one of a Japanese or Chinese era, or of the Buddhist calendar (years of more than a century to come)."""
    return year + ERAS[era] if era else year - BUDDHIST if year > 2400 else year
