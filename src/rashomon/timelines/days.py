"""The days of one report: which its words name, by when something is to be done, and to when it was put off."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from ..records import Document, Mention, Precision, Sentence, Span, Timex, TimexType, When
from .tellings import YEAR
from .words import Words

AT = re.compile(r"[\s,]+(?:(?:on|in|at|during|since|by|before|until|from)\s+)?$", re.IGNORECASE)
TO = re.compile(r"\b(?:to|until|till)\s+(?:the\s+)?$", re.IGNORECASE)
SET = re.compile(r"\b(?:from|(?:planned|set|scheduled|due) (?:for|on))\s+(?:the\s+)?$", re.IGNORECASE)
DEADLINES = {"by", "before", "until", "till", "within"}


class Days(Words):
    """Look-ups over the times of one report; `day`: that of its publication, None where it is not known to the year."""

    def __init__(
        self, document: Document, sentences: Sequence[Sentence], mentions: Sequence[Mention], timexes: Sequence[Timex]
    ) -> None:
        super().__init__(document, sentences, mentions)
        self.timexes = timexes
        self.day = _day(document.published)

    def dates(self, span: Span) -> list[Timex]:
        """Days, months and years named within the span."""
        return [t for t in self.timexes if t.type in (TimexType.DATE, TimexType.TIME) and span.holds(t.span)]

    def untimed(self, span: Span) -> Span:
        """The span without a day at its end ("the ban on exports on Tuesday"), which tells when, not what."""
        text = self.document.text
        for timex in self.dates(span):
            before = AT.search(text[span.start : timex.span.start])
            if before is not None and before.start() > 0 and not text[timex.span.end : span.end].strip(" ,.;"):
                return Span(span.start, span.start + before.start())
        return span

    def due(self, span: Span) -> When | None:
        """By when, or when, something is to be done: a day after a word such as "by", else a time that lies ahead; "within 60
        days" too."""
        ahead = None
        for timex in self.timexes:
            length = timex.type is TimexType.DURATION and _lasts_past(timex.when, self.day)
            if not span.holds(timex.span) or not (length or timex.type in (TimexType.DATE, TimexType.TIME)):
                continue
            before = self.document.text[max(span.start, timex.span.start - 24) : timex.span.start].lower().split()
            if (
                timex.when.value.endswith("_REF")
                or timex.when.latest is None
                or (self.day is not None and timex.when.latest < self.day)
            ):
                continue
            if set(before[-3:]) & DEADLINES:
                return timex.when
            ahead = ahead or timex.when
        return ahead if self.day is not None else None

    def due_of(self, span: Span, condition: Span | None) -> When | None:
        """As `due`; a day within the condition is that of the condition."""
        if condition is None or not span.holds(condition):
            return self.due(span)
        before, after = Span(span.start, condition.start), Span(condition.end, span.end)
        return self.due(before) or self.due(after)

    def moved_to(self, clause: Span) -> When | None:
        """The new day of what is put off or brought forward: the one behind "to" or "until" that lies ahead, else the last one."""
        found = [t for t in self.dates(clause) if t.when.latest is not None and (self.day is None or self.day <= t.when.latest)]
        to = [t for t in found if TO.search(self.document.text[max(clause.start, t.span.start - 12) : t.span.start])]
        ahead = [t.when for t in to or found]
        days = [replace(w, earliest=w.latest, value=w.latest.isoformat(), edtf=w.latest.isoformat()) for w in ahead if w.latest]
        return max(days, key=lambda w: w.latest or date.min, default=None)

    def set_for(self, clause: Span) -> When | None:
        """The day for which what is put off or called off had been set: "from March 6", "planned for April 9"."""
        text = self.document.text
        found = [t for t in self.dates(clause) if SET.search(text[max(clause.start, t.span.start - 16) : t.span.start])]
        when = found[0].when if found else None
        if when is not None and when.precision is Precision.INTERVAL and when.earliest is not None:  # "from 6 to 13 March"
            day = when.earliest.isoformat()
            return replace(when, value=day, edtf=day, latest=when.earliest, precision=Precision.DAY)
        return when

    def is_ahead(self, when: When | None) -> bool:
        """Whether a time begins after the day of the report."""
        return self.day is not None and when is not None and when.earliest is not None and when.earliest > self.day


def _day(published: When | None) -> date | None:
    """The day of publication where it is known to the year; a span of years says as little as none."""
    if published is None or published.latest is None or published.earliest is None:
        return None
    return published.latest if published.latest - published.earliest <= YEAR else None


def _lasts_past(length: When, day: date | None) -> bool:
    """Whether a length that has days ends after the report's."""
    return day is not None and length.latest is not None and length.latest > day
