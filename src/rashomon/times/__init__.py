"""A time as written in a text -> When: TIMEX3 value, EDTF interval, precision, basis."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .values import combine, day, interval, month, when_of

if TYPE_CHECKING:
    from .timexes import find_times, read_date

__all__ = ["combine", "day", "find_times", "interval", "month", "read_date", "when_of"]


def __getattr__(name: str) -> Any:
    """Imports what searches a text when it is first asked for: to compile its patterns takes longer than to show a page."""
    if name in {"find_times", "read_date"}:
        from . import timexes

        return getattr(timexes, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
