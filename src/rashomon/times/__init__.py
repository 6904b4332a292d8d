"""A time as written in a text -> When: TIMEX3 value, EDTF interval, precision, basis."""

from .timexes import find_times, read_date
from .values import combine, day, interval, month, when_of

__all__ = ["combine", "day", "find_times", "interval", "month", "read_date", "when_of"]
