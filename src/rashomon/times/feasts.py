"""Feasts and years of other calendars -> days of ours: Easter of both churches, Jewish, Islamic, Chinese, Ethiopian and Persian."""

from __future__ import annotations

from datetime import date, timedelta

from .values import Days, month_end

_HEBREW_EPOCH, _ISLAMIC_EPOCH = -1373427, 227014  # as date.toordinal counts
# First day of the Chinese year (month and day) from 1980 on, by the Purple Mountain Observatory's calendar.
_CHINESE_FROM = 1980
_CHINESE = (
    "0216 0205 0125 0213 0202 0220 0209 0129 0217 0206 0127 0215 0204 0123 0210 0131 0219 0207 0128 0216 "
    "0205 0124 0212 0201 0122 0209 0129 0218 0207 0126 0214 0203 0123 0210 0131 0219 0208 0128 0216 0205 "
    "0125 0212 0201 0122 0210 0129 0217 0206 0126 0213 0203 0123 0211 0131 0219 0208 0128 0215 0204 0124 0212"
).split()


def feast_days(rule: str, year: int) -> list[date]:
    """The days in `year` on which a feast of the lexicon falls: one, and of the Islamic year none or two at times."""
    kind, _, rest = rule.partition(" ")
    if kind == "easter":
        return [easter(year) + timedelta(days=int(rest))]
    if kind == "pascha":
        return [orthodox_easter(year) + timedelta(days=int(rest))]
    if kind == "hebrew":
        return [hebrew_new_year(year + 3761) + timedelta(days=int(rest))]
    if kind == "hanukkah":
        return [hanukkah(year)]
    if kind == "islamic":
        month, day = map(int, rest.split("-"))
        near = (year - 622) * 33 // 32
        return [on for y in range(near - 1, near + 4) if y > 0 and (on := islamic_day(y, month, day)).year == year]
    if kind == "chinese":
        n = year - _CHINESE_FROM
        return [date(year, int(_CHINESE[n][:2]), int(_CHINESE[n][2:]))] if 0 <= n < len(_CHINESE) else []
    if ":" in rule:
        return [_nth_weekday(year, *map(int, rule.split(":")))]
    return [date.fromisoformat(f"{year:04d}-{rule}")]


def _nth_weekday(year: int, number: int, weekday: int, n: int) -> date:
    if n < 0:
        end = month_end(year, number)
        return end - timedelta(days=(end.isoweekday() - weekday) % 7)
    first = date(year, number, 1)
    return first + timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (n - 1))


def calendar_year(calendar: str, number: int) -> Days | None:
    """The days of a year of another calendar, those of the Islamic and the Persian to within a day; None outside ours."""
    try:
        if calendar in {"hebrew", "jewish"}:
            return hebrew_new_year(number), hebrew_new_year(number + 1) - timedelta(days=1)
        if calendar == "ethiopian":
            return _ethiopian_new_year(number), _ethiopian_new_year(number + 1) - timedelta(days=1)
        if calendar in {"persian", "iranian"}:
            return date(number + 621, 3, 21), date(number + 622, 3, 20)
        return islamic_day(number, 1, 1), islamic_day(number + 1, 1, 1) - timedelta(days=1)
    except (ValueError, OverflowError):
        return None


def easter(year: int) -> date:
    """Western Easter Sunday (the Gregorian algorithm of Meeus, Jones and Butcher)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    weekday = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * weekday) // 451
    number, before = divmod(h + weekday - 7 * m + 114, 31)
    return date(year, number, before + 1)


def orthodox_easter(year: int) -> date:
    """Orthodox Easter Sunday in our calendar (Meeus's Julian algorithm, and the days by which the calendars differ)."""
    d = (19 * (year % 19) + 15) % 30
    e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7
    number, before = divmod(d + e + 114, 31)
    return date(year, number, before + 1) + timedelta(days=year // 100 - year // 400 - 2)


def hebrew_new_year(year: int) -> date:
    """The first of Tishri of a Hebrew year (the fixed calendar with its four postponements)."""
    before, own, after = (_molad_day(y) for y in (year - 1, year, year + 1))
    late = 2 if after - own == 356 else 1 if own - before == 382 else 0
    return date.fromordinal(_HEBREW_EPOCH + own + late)


def _molad_day(year: int) -> int:
    """Days from the calendar's beginning to the mean new moon of Tishri, put off from Sunday, Wednesday and Friday."""
    months = (235 * year - 234) // 19
    day = 29 * months + (12084 + 13753 * months) // 25920
    return day + 1 if 3 * (day + 1) % 7 < 3 else day


def hanukkah(year: int) -> date:
    """The 25th of Kislev, a day later in years with a long Marheshvan."""
    first, following = hebrew_new_year(year + 3761), hebrew_new_year(year + 3762)
    return first + timedelta(days=84 if (following - first).days in {355, 385} else 83)


def islamic_day(year: int, month: int, day: int) -> date:
    """A day of the tabular Islamic calendar, which the sighting of the moon moves by a day here and there."""
    months = 29 * (month - 1) + (6 * month - 1) // 11
    return date.fromordinal(_ISLAMIC_EPOCH + day + months + (year - 1) * 354 + (3 + 11 * year) // 30)


def _ethiopian_new_year(year: int) -> date:
    """September 11 of the seventh or eighth year after, the 12th before our leap years (1900 to 2099)."""
    return date(year + 7, 9, 12 if year % 4 == 0 else 11)
