"""Absolute dates in metadata, mail headers, addresses and date lines -> When; dates that lost a part -> Partial."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from email.utils import parsedate_to_datetime

from ..records import Precision, When
from .calendars import ERAS, JALALI_MONTHS, is_jalali_year, jalali_day, western_year
from .months import MONTHS

OLDEST, YOUNGEST = 1900, 2099
# A month's name: of letters and the signs of Indic and Thai scripts that are none; Arabic ones of two words, Thai ones of letters.
_WORD = (
    r"(?:(?:كانون|تشرين)\s(?:الأول|الثاني)|[\u0e01-\u0e3a]{1,3}\.[\u0e01-\u0e2e]\."
    r"|(?:[^\W\d_]|[\u0900-\u0903\u093a-\u094f\u0981-\u0983\u09bc-\u09cd\u0e31-\u0e3a\u0e47-\u0e4e]){2,14})"
)
_TWIN = rf"(?:\s*/\s*{_WORD})?"  # "4 أيار/مايو 2022"
_NUMBERS = re.compile(r"(?<![\d/.:-])(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?![\d])")
_COMPACT = re.compile(r"(?<!\d)((?:19|20)\d\d)([01]\d)([0-3]\d)(?:T?\d{4,6})?(?!\d)")
_EAST_ASIAN = re.compile(r"(?<!\d)(\d{4})\s*[年년]\s*(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日일]")
_ERA = re.compile(rf"({'|'.join(ERAS)})\s*(\d{{1,3}}|元)\s*年\s*(\d{{1,2}})\s*月\s*(\d{{1,2}})\s*日")
_VIETNAMESE = re.compile(r"(?<!\d)(\d{1,2})\s+tháng\s+(\d{1,2})(?:,?\s+năm|,)?\s+(\d{4})(?!\d)", re.IGNORECASE)
_JALALI = re.compile(r"(?<![\d/.:-])(1[34]\d\d|[۱١][۳۴٣٤][۰-۹٠-٩]{2})[/-](\d{1,2})[/-](\d{1,2})(?!\d)")
_YEAR_FIRST = re.compile(rf"(?<!\d)(\d{{4}})\.?\s+(?:m\.\s+)?({_WORD})\s+(\d{{1,2}})(?!\d)")  # Hungarian, Lithuanian
_MONTH_FIRST = re.compile(rf"\b({_WORD})\.?,?\s+(\d{{1,2}})(?:st|nd|rd|th)?(?:,\s*|\s+)(\d{{4}})(?!\d)")
_DAY_FIRST = re.compile(
    rf"(?<![\d.:])(\d{{1,2}})(?:(?:st|nd|rd|th|er|\.|º|ª)?[\s-]+|\.)(?:de\s+|of\s+|d[’'])?({_WORD}){_TWIN}\.?[,،]?[\s-]+(?:de\s+|del\s+)?(\d{{4}})(?!\d)"
)
_SLASHED = re.compile(r"(?<![\d/.-])(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d\d)(?![\d/]|[.-]\d)")
_WAYS = (
    (_NUMBERS, "ymd"),
    (_EAST_ASIAN, "ymd"),
    (_COMPACT, "ymd"),
    (_YEAR_FIRST, "ymd"),
    (_MONTH_FIRST, "mdy"),
    (_DAY_FIRST, "dmy"),
    (_VIETNAMESE, "dmy"),
    (_JALALI, "ymd"),
    (_ERA, "eymd"),
)
_NUMBERED = re.compile(r"\d\D{1,30}\d|\d{8}")  # what any whole date has
_CLOCK = re.compile(r"^\s*\d{4}-\d\d-\d\d[T ]\d\d:\d\d")
_SECONDS = re.compile(r"1\d{9}(?:\d{3})?")  # since 1970, as machines count, maybe in thousandths
_NO_YEAR = re.compile(
    rf"^\W*(?:{_WORD},?\s+)?(?:({_WORD})\.?\s+(\d{{1,2}})|(\d{{1,2}})\.?\s+({_WORD}))\.?(?:,?\s+(\d{{1,3}}|\d{{5,6}}))?(?:,?\s+\d{{1,2}}[:.]\d\d(?:\s*[A-Z]{{2,4}})?)?\W*$"
)
_OPEN_DAY = re.compile(
    rf"\b(?P<month>{_WORD})\.?\s+(?P<day>\d{{1,2}})\b|\b(?P<day2>\d{{1,2}})(?:st|nd|rd|th|\.)?\s+(?P<month2>{_WORD})\b"
)
_MONTH_YEAR = re.compile(rf"\b({_WORD})\.?,?\s+(?:de\s+)?((?:19|20)\d\d)(?!\d)")


@dataclass(frozen=True, slots=True)
class Partial:
    """A day whose year is lost or cut: `digits` is what is left of it ("202", "" where none was written)."""

    month: int
    day: int
    digits: str

    def years(self, first: int, last: int) -> list[int]:
        """The years of `first`..`last` that have this day and can have lost digits to leave these."""
        kept = [y for y in range(first, last + 1) if _remains(self.digits, str(y))]
        return [y for y in kept if make_day(y, self.month, self.day) is not None]

    def on(self, year: int) -> date:
        return date(year, self.month, self.day)


def _remains(digits: str, year: str) -> bool:
    """`digits` is the year with characters left out, or doubled ("202", "20022")."""
    short, long = sorted((digits, year), key=len)
    rest = iter(long)
    return not digits or all(c in rest for c in short)


def month_number(word: str) -> int:
    """Of "4", "04", "April"; 0 of a word that is no month's name."""
    return int(word) if word.isdecimal() else MONTHS.get(word.casefold(), 0)


def make_day(year: int, month: int, day: int) -> date | None:
    """The day; None where there is no such day, or its year lies outside OLDEST to YOUNGEST."""
    try:
        return date(year, month, day) if OLDEST <= year <= YOUNGEST else None
    except ValueError:
        return None


def read_day(text: str, day_first: bool | None = None) -> date | None:
    """The first full date in a short text, in any of the usual ways of writing and some thirty languages; None where there is none
    or where day and month cannot be told apart (01/02/2022) and `day_first` does not say."""
    found = find_day(text, day_first)
    return found[0] if found else None


def find_day(text: str, day_first: bool | None = None) -> tuple[date, int, int] | None:
    """As `read_day`, with where it stands: (day, start, end)."""
    return next(iter(find_days(text, day_first)), None)


def find_days(text: str, day_first: bool | None = None) -> list[tuple[date, int, int]]:
    """All full dates in a short text, in order, as (day, start, end)."""
    if _NUMBERED.search(text) is None:
        return []
    hits: list[tuple[int, int, date]] = []
    for pattern, order in _WAYS:
        for m in pattern.finditer(text):
            day = _of_parts(m.groups(), order)
            if day is not None:
                hits.append((m.start(), m.end(), day))
    for m in _SLASHED.finditer(text):
        day = _of_slashes(int(m[1]), int(m[3]), m[4], True if m[2] == "." else day_first)
        if day is not None:
            hits.append((m.start(), m.end(), day))
    found: list[tuple[date, int, int]] = []
    for start, end, day in sorted(hits):
        if not found or start >= found[-1][2]:
            found.append((day, start, end))
    return found


def slashed_order(text: str) -> bool | None:
    """Whether days come before months in the text's slashed dates ("25/04/2022": True); None where these do not tell."""
    told = {int(m[1]) > 12 for m in _SLASHED.finditer(text) if m[2] == "/" and (int(m[1]) > 12) != (int(m[3]) > 12)}
    return told.pop() if len(told) == 1 else None


def _of_parts(parts: tuple[str | None, ...], order: str) -> date | None:
    named = dict(zip(order, parts, strict=False))
    month = " ".join((named["m"] or "").split()).casefold()
    year, day = int((named["y"] or "0").replace("元", "1")), int(named["d"] or 0)
    if is_jalali_year(year) and (month.isdecimal() or month in JALALI_MONTHS):
        return jalali_day(year, int(month) if month.isdecimal() else JALALI_MONTHS[month], day)
    return make_day(western_year(year, named.get("e") or ""), month_number(month), day)


def _of_slashes(first: int, second: int, year: str, day_first: bool | None) -> date | None:
    full = int(year) if len(year) == 4 else 2000 + int(year)
    if first > 12 or second > 12:
        day_first = first > 12
    if day_first is None and first != second:
        return None
    return make_day(full, second, first) if day_first else make_day(full, first, second)


def read_month(text: str) -> tuple[int, int] | None:
    """(year, month) of "April 2022"."""
    for m in _MONTH_YEAR.finditer(text):
        if m[1].casefold() in MONTHS:
            return int(m[2]), MONTHS[m[1].casefold()]
    return None


def read_partial(text: str) -> Partial | None:
    """A date line without a whole year: "April 6, 202", "Wednesday, 6 April"."""
    m = _NO_YEAR.match(text)
    if not m:
        return None
    month = MONTHS.get((m[1] or m[4]).casefold(), 0)
    day = int(m[2] or m[3])
    digits = m[5] or ""
    return Partial(month, day, digits) if month and make_day(2000, month, day) else None


def find_open_day(text: str) -> Partial | None:
    """The first day and month without a year in a short text ("BEIJING, April 5 (Xinhua)"); None where a year stands with it."""
    for m in _OPEN_DAY.finditer(text):
        month = MONTHS.get((m["month"] or m["month2"]).casefold(), 0)
        day = int(m["day"] or m["day2"])
        if month and make_day(2000, month, day) and not find_day(text):
            return Partial(month, day, "")
    return None


def day_when(day: date, basis: str, rule: str, score: float = 1.0) -> When:
    """A When of one day; `basis` and `rule` say what it rests on, `score` (0 to 1) how sure it is."""
    return When(day.isoformat(), day.isoformat(), day, day, Precision.DAY, basis, rule, score)


def moment_when(moment: datetime, basis: str, rule: str, score: float = 1.0) -> When:
    """To the minute, in the time zone as written; the day is the one that the writer's calendar showed."""
    value = moment.isoformat(timespec="minutes")
    day = moment.date()
    return When(value, moment.isoformat(timespec="seconds"), day, day, Precision.TIME, basis, rule, score)


def month_when(year: int, month: int, basis: str, rule: str, score: float = 1.0) -> When:
    """A When of one month, from its first day to its last; the rest as `day_when`."""
    first = date(year, month, 1)
    last = (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    return When(f"{year}-{month:02}", f"{year}-{month:02}", first, last, Precision.MONTH, basis, rule, score)


def interval_when(earliest: date | None, latest: date | None, basis: str, rule: str, score: float = 1.0) -> When:
    """A When from one day to another, both included, None where an end is open; the rest as `day_when`."""
    edtf = f"{earliest.isoformat() if earliest else '..'}/{latest.isoformat() if latest else '..'}"
    return When("", edtf, earliest, latest, Precision.INTERVAL, basis, rule, score)


def read_header_date(text: str, basis: str, rule: str) -> When | None:
    """A mail header's or feed's date (RFC 5322, RFC 822, ISO 8601; a trailing comment or a missing zone is forgiven)."""
    try:
        moment = parsedate_to_datetime(text.strip())
    except (ValueError, TypeError, IndexError, OverflowError):
        return read_stamp(text, basis, rule)
    return moment_when(moment, basis, rule) if OLDEST <= moment.year <= YOUNGEST else None


def read_stamp(text: str, basis: str, rule: str) -> When | None:
    """A machine-written date: ISO 8601 with or without time, else any full date."""
    text = text.strip()[:80]
    if _CLOCK.match(text):
        try:
            moment = datetime.fromisoformat(re.sub(r"\s+(?=[+-]\d\d:?\d\d$)", "", text).replace(" ", "T", 1))
        except ValueError:
            pass
        else:
            return moment_when(moment, basis, rule) if OLDEST <= moment.year <= YOUNGEST else None
    if _SECONDS.fullmatch(text):
        return moment_when(datetime.fromtimestamp(int(text[:10]), UTC), basis, rule)
    day = read_day(text)
    if day is not None:
        return day_when(day, basis, rule)
    month = re.fullmatch(r"((?:19|20)\d\d)-(0[1-9]|1[0-2])", text)
    return month_when(int(month[1]), int(month[2]), basis, rule) if month else None


# A folder or file that begins with its day is what programs of publishers make: "/2022/04/06/", "/20220406/", "/2022-04-06-title".
_ADDRESS_DAY = re.compile(
    r"/((?:19|20)\d\d)[/_-](\d{1,2}|[a-z]{3})[/_-](\d{1,2})(?=[/._-]|$)|/((?:19|20)\d\d)(\d\d)(\d\d)(?=[/._-]|$)", re.IGNORECASE
)
PUBLISHERS_DAY = 0.95  # its score
# Behind words it is a publisher's or that of what the words name: "/fee-is-cut-2022-04-06", "/treaty-1994-11-16".
_ADDRESS_SLUG = re.compile(r"(?<!\d)((?:19|20)\d\d)[-_](0[1-9]|1[0-2])[-_](0[1-9]|[12]\d|3[01])(?!\d)")
_OF_EVENTS = re.compile(
    r"/(?:events?|calend[ae]r|kalender|termine?|veranstaltung(?:en)?|agenda|[ée]v[ée]nements?|eventos?|eventi|etkinlik(?:ler)?|afisha|schedule)/",
    re.IGNORECASE,
)
# The day on which an archive captured a page is not the page's.
_CAPTURED = re.compile(
    r"^(?:https?://)?(?:web\.archive\.org/web|archive\.(?:today|ph|is|li|md|vn|fo))/\d{4,14}[^/]{0,20}/", re.IGNORECASE
)


def address_date(address: str) -> When | None:
    """The day that an address carries, None where it carries none, or that of an event; a score of .5 where it may be that of what
    the report is about."""
    own = _CAPTURED.sub("", address)
    if _OF_EVENTS.search(own):
        return None
    for pattern, score in ((_ADDRESS_DAY, PUBLISHERS_DAY), (_ADDRESS_SLUG, 0.5)):
        for m in pattern.finditer(own):
            year, named, number = (part for part in m.groups() if part)
            day = make_day(int(year), month_number(named), int(number))
            if day is not None:
                return day_when(day, "address", "dates.address", score)
    return None
