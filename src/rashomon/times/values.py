"""TIMEX3 values -> When: the days they cover, their EDTF form and precision. And the small constructors other rooms use."""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta

from ..records import Precision, When

SEASON_MONTHS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
_EDTF_SEASON = {"SP": "21", "SU": "22", "FA": "23", "WI": "24"}
_POINT = re.compile(r"(\d{4})-(\d\d)-(\d\d)(T.*)?")
_OTHER = re.compile(r"(\d{4})-(?:W(\d\d)(-WE)?|(Q|H)(\d)|(SP|SU|FA|WI)|(\d\d))")
_LENGTH = re.compile(r"P(T?)(\d+(?:\.\d+)?)(H|D|W|M|Q|Y)")
Days = tuple[date, date]


def day(on: date, basis: str, rule: str, score: float = 1.0) -> When:
    """One calendar day."""
    return When(on.isoformat(), on.isoformat(), on, on, Precision.DAY, basis, rule, score)


def month(year: int, number: int, basis: str, rule: str, score: float = 1.0) -> When:
    """One calendar month, `number` in 1..12."""
    return when_of(f"{year:04d}-{number:02d}", basis, rule, score)


def interval(earliest: date | None, latest: date | None, basis: str, rule: str, score: float = 1.0) -> When:
    """All days from `earliest` to `latest`, both included; None leaves a side open."""
    if earliest is not None and earliest == latest:
        return day(earliest, basis, rule, score)
    edtf = edtf_interval(earliest, latest)
    return When(edtf, edtf, earliest, latest, Precision.INTERVAL, basis, rule, score)


def combine(start: When, duration: When, rule: str = "start and duration") -> When:
    """What begins at `start` and lasts `duration`: "the two-day gathering, which begins Wednesday" is Wednesday and Thursday.

    Returns `start` unchanged where either is not known in days.
    """
    days = length_in_days(duration.value)
    if days is None or start.earliest is None or start.latest is None:
        return start
    latest = shift(start.latest, days=max(0, round(days) - 1))
    return interval(start.earliest, latest or start.latest, start.basis, rule, min(start.score, duration.score))


def when_of(
    value: str, basis: str, rule: str, score: float = 1.0, part: str = "", known: tuple[date | None, date | None] | None = None
) -> When:
    """The When of a TIMEX3 value. `part` ("START", "MID", "END") narrows the days ("early April"); `known` are the days known from
    elsewhere, for values that do not tell them (durations, vague and underspecified ones)."""
    days = days_of(value)
    if days is None:
        earliest, latest = known or (None, None)
        return When(value, _loose_edtf(value, earliest, latest), earliest, latest, _precision(value), basis, rule, score)
    if part or (known and known != (None, None)):
        days = _cut(narrow(days, part) if part else days, known or (None, None))
        return When(value, edtf_interval(*days), *days, _precision(value), basis, rule, score)
    return When(value, edtf_of(value, days), *days, _precision(value), basis, rule, score)


def _cut(days: Days, known: tuple[date | None, date | None]) -> Days:
    """What of `days` lies within `known`; all of them where nothing does."""
    first, last = max(days[0], known[0] or days[0]), min(days[1], known[1] or days[1])
    return (first, last) if first <= last else days


def days_of(value: str) -> Days | None:
    """First and last day that a calendar value covers; None for durations, sets, vague and underspecified values."""
    try:
        return _days_of(value)
    except (ValueError, OverflowError):
        return None


def _days_of(value: str) -> Days | None:
    if "/" in value:
        first, last = (days_of(v) for v in value.split("/", 1))
        return (first[0], last[1]) if first and last and first[0] <= last[1] else None
    if m := _POINT.fullmatch(value):
        on = date(int(m[1]), int(m[2]), int(m[3]))
        return on, on
    if m := _OTHER.fullmatch(value):
        return _part_of_year(m)
    if re.fullmatch(r"\d{2,4}", value):
        size = 10 ** (4 - len(value))
        first_year = int(value) * size
        return date(max(1, first_year), 1, 1), date(first_year + size - 1, 12, 31)
    return None


def _part_of_year(m: re.Match[str]) -> Days:
    year = int(m[1])
    if m[2]:
        monday = date.fromisocalendar(year, int(m[2]), 1)
        return monday + timedelta(days=5 if m[3] else 0), monday + timedelta(days=6)
    if m[4]:
        months = 3 if m[4] == "Q" else 6
        first = months * (int(m[5]) - 1) + 1
        return date(year, first, 1), month_end(year, first + months - 1)
    if m[6]:
        first = SEASON_MONTHS[m[6]]
        return date(year, first, 1), month_end(year + (first + 2 > 12), (first + 1) % 12 + 1)
    return date(year, int(m[7]), 1), month_end(year, int(m[7]))


def month_end(year: int, number: int) -> date:
    """The last day of a month."""
    return date(year, number, calendar.monthrange(year, number)[1])


def narrow(days: Days, part: str) -> Days:
    """The first ("START"), middle or last third: days 1-10, 11-20, 21-end of a month, four months of a year. "EARLIER" and "LATER"
    are two thirds, "FIRST" and "SECOND" halves; "ABOUT" adds a day on each side; "FISCAL" is from the earliest day on which a
    state or a company begins that year to the latest on which one ends it."""
    first, last = days
    if part == "FISCAL":
        return shift(first, months=-9) or first, shift(last + timedelta(days=1), months=3, days=-1) or last
    if part == "ABOUT":
        return shift(first, days=-1) or first, shift(last, days=1) or last
    if part in {"FIRST", "SECOND"}:
        middle = first + (last - first + timedelta(days=1)) // 2
        if first.month == 1 and first.day == 1:  # whole years: by years or at the month
            years = last.year - first.year + 1
            middle = date(first.year + years // 2, 1 if years > 1 else 7, 1)
        return (first, middle - timedelta(days=1)) if part == "FIRST" else (middle, last)
    if part in {"EARLIER", "LATER"}:
        return (first, narrow(days, "MID")[1]) if part == "EARLIER" else (narrow(days, "MID")[0], last)
    if first.day == 1 and (last - first).days in range(360, 367):
        month_numbers = {"START": (1, 4), "MID": (5, 8), "END": (9, 12)}[part]
        return date(first.year, month_numbers[0], 1), month_end(first.year, month_numbers[1])
    years = last.year - first.year + 1
    if years >= 10:
        cuts = [0, years * 4 // 10, years * 7 // 10, years]
        n = ("START", "MID", "END").index(part)
        return date(first.year + cuts[n], 1, 1), date(first.year + cuts[n + 1] - 1, 12, 31)
    third = 10 if first.day == 1 and (last - first).days in range(27, 31) else ((last - first).days + 1) // 3
    if part == "START":
        return first, first + timedelta(days=max(third - 1, 0))
    if part == "MID":
        return first + timedelta(days=third), first + timedelta(days=max(2 * third - 1, third))
    return first + timedelta(days=2 * third), last


def edtf_of(value: str, days: Days) -> str:
    """The EDTF form (level 1) of a calendar value; `days` are those it covers."""
    if m := _POINT.fullmatch(value):
        return value[:10]
    if re.fullmatch(r"\d{4}(-\d\d)?", value):
        return value
    if re.fullmatch(r"\d{2,3}", value):
        return value.ljust(4, "X")
    if m := re.fullmatch(r"(\d{4})-(SP|SU|FA|WI)", value):
        return f"{m[1]}-{_EDTF_SEASON[m[2]]}"
    return edtf_interval(*days)


def edtf_interval(earliest: date | None, latest: date | None) -> str:
    """ "2022-02-21/2022-02-28"; an unknown side is empty, "" where both are."""
    if earliest is None and latest is None:
        return ""
    if earliest == latest and earliest is not None:
        return earliest.isoformat()
    return f"{earliest.isoformat() if earliest else ''}/{latest.isoformat() if latest else ''}"


def _loose_edtf(value: str, earliest: date | None, latest: date | None) -> str:
    if earliest is not None or latest is not None:
        return edtf_interval(earliest, latest) + ("~" if value == "PRESENT_REF" else "")
    return value if re.fullmatch(r"XXXX(-\d\d(-\d\d)?)?", value) and value != "XXXX" else ""


def _precision(value: str) -> Precision:
    for pattern, precision in _PRECISIONS:
        if pattern.fullmatch(value):
            return precision
    return Precision.VAGUE


_PRECISIONS = tuple(
    (re.compile(pattern), precision)
    for pattern, precision in (
        (r".*/.*|P.*\d.*", Precision.INTERVAL),
        (r"T\d.*|[\dX]{4}-[\dX]{2}-[\dX]{2}T.*", Precision.TIME),
        (r"[\dX]{4}-[\dX]{2}-[\dX]{2}|XXXX-WXX-\d", Precision.DAY),
        (r"[\dX]{4}-W[\dX]{2}(-WE)?", Precision.WEEK),
        (r"[\dX]{4}-[\dX]{2}", Precision.MONTH),
        (r"[\dX]{4}-[QH][\dX]", Precision.QUARTER),
        (r"[\dX]{4}-(SP|SU|FA|WI)", Precision.SEASON),
        (r"\d{4}", Precision.YEAR),
        (r"\d{3}", Precision.DECADE),
        (r"\d{2}", Precision.CENTURY),
    )
)


def length_in_days(value: str) -> float | None:
    """The length of a TIMEX3 duration in days, months and years as their mean; None where it is open or no duration."""
    m = _LENGTH.fullmatch(value)
    if m is None or (m[1] and m[3] != "H"):
        return None
    return float(m[2]) * {"H": 1 / 24, "D": 1.0, "W": 7.0, "M": 30.4375, "Q": 91.3125, "Y": 365.25}[m[3]]


def shift(on: date, years: int = 0, months: int = 0, days: int = 0) -> date | None:
    """`on` moved by whole years, months and days (a 31st becomes the month's last day); None outside years 1..9999."""
    total = on.year * 12 + on.month - 1 + years * 12 + months
    year, number = divmod(total, 12)
    if not 1 <= year <= 9999:
        return None
    try:
        return date(year, number + 1, min(on.day, calendar.monthrange(year, number + 1)[1])) + timedelta(days=days)
    except OverflowError:
        return None
