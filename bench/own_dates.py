#!/usr/bin/env python3
"""Scores when the product says that an act was, on our own small reports (own_dates.jsonl), labelled before it was run on them.

usage: own_dates.py [--half a|b] [--errors]

Each labelled word has the days that are right for it: "2022-04", "2022-04-04..2022-04-10", "..2022-04-08" (up to that day, from
whenever), "2014.." (from that day on), "-" (no day told), "XX" (told, but the report's date is not known). An act that the
product has no event for is counted apart. Half a was read for errors, half b is there to judge on.
"""

from __future__ import annotations

import argparse
from calendar import monthrange
from datetime import date
from pathlib import Path

from rashomon.records import Span, When
from scoring import rows_of
from tasks.reading import read_report

HERE = Path(__file__).resolve().parent
Days = tuple[date | None, date | None]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--half", choices=["a", "b"])
    parser.add_argument("--errors", action="store_true", help="every act with other days than it should have, a line each")
    options = parser.parse_args()
    rows = [row for row in rows_of(HERE / "own_dates.jsonl") if options.half in (None, row["half"])]
    asked = told = right = 0
    for row in rows:
        reading = read_report(row["id"], row["text"])
        assert reading.document.text == row["text"], row["id"]
        today = date.fromisoformat(row["date"]) if row["date"] else None
        for act in row["acts"]:
            asked += 1
            place = Span(act["start"], act["end"])
            event = next((e for e in reading.events if any(t.overlaps(place) for t in e.trigger)), None)
            if event is None:
                continue
            told += 1
            good = any(fits(days, event.when, today) for days in act["when"])
            right += good
            if options.errors and not good:
                got = f"{event.when.earliest}..{event.when.latest} ({event.when.rule})" if event.when else "-"
                around = row["text"][max(0, place.start - 50) : place.end + 60].replace("\n", " ")
                print(f"{row['id']} {act['text']}: gold {' or '.join(act['when'])}, got {got}: {around}")
    print(f"reports {len(rows)}  acts {asked}  with an event {told}  right days {right} = {right / max(told, 1):.3f}")


def fits(gold: str, when: When | None, today: date | None) -> bool:
    """Whether the days of an event are those of the label; what is open may end with the report's day."""
    first, last = (when.earliest, when.latest) if when is not None else (None, None)
    if gold == "XX":
        return when is not None and first is None and last is None
    if gold == "-":
        return first is None and (last is None or last == today)
    begin, dots, end = gold.partition("..")
    if not dots:
        return (first, last) == days_of(gold)
    if begin and end:
        return (first, last) == (days_of(begin)[0], days_of(end)[1])
    if begin:
        return first == days_of(begin)[0] and first != last and last in (None, today)
    return last == days_of(end)[1] and first != last


def days_of(label: str) -> Days:
    year, *rest = (int(part) for part in label.split("-"))
    if len(rest) == 2:
        return date(year, *rest), date(year, *rest)
    months = rest * 2 or [1, 12]
    return date(year, months[0], 1), date(year, months[1], monthrange(year, months[1])[1])


if __name__ == "__main__":
    main()
