#!/usr/bin/env python3
"""CAMEO triples and first events on 104 sentences of our own (own_triples.jsonl: text, date, PLOVER type, triples), written before
the system was run on them. The reader never saw them; rules were mended with errors of the first 64 in view.

usage: own_triples.py [--errors]
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from rashomon.events import plover_view
from rashomon.events.cameo import CameoCoder
from rashomon.events.votes import root
from rashomon.records import Event, EventType, Reading
from scoring import rates, rows_of
from tasks.reading import SPOKEN, ranked, read_rows, tables

Triple = tuple[str, str, str]
Scored = tuple[set[Triple], set[Triple], bool]  # gold and found triples, whether the type is right
SEEN = 64


def main(errors: bool) -> None:
    rows = rows_of(Path(__file__).with_suffix(".jsonl"))
    days = [date.fromisoformat(row["date"]) for row in rows]
    scored: list[Scored] = []
    for row, day, reading in zip(rows, days, read_rows((r["text"] for r in rows), days), strict=True):
        event, triples = _first(reading, day)
        gold = {(s, t, c) for s, t, c in row["gold"]}
        types = _root(EventType(row["type"])) if row["type"] else "", _root(event) if event else ""
        scored.append((gold, triples, types[0] == types[1]))
        if errors and (gold != triples or types[0] != types[1]):
            print(row["id"], row["text"], *types, *sorted(gold), "|", *sorted(triples), sep="\n    ")
    for name, part in (("first 64", scored[:SEEN]), ("others", scored[SEEN:])):
        print(name)
        for figure, view in VIEWS.items():
            print(f"  {figure:22}{_f1([(view(g), view(f)) for g, f, _ in part])}")
        print(f"  type of the first event right: {sum(right for _, _, right in part)} of {len(part)}")


def _first(reading: Reading, day: date) -> tuple[Event | None, set[Triple]]:
    """The event that the sentence is about, and its rows in the CAMEO export."""
    coder = CameoCoder(reading, tables(), day, newcomers=True)
    events = [event for event in ranked(reading) if event.type not in SPOKEN]
    for event in events:
        if found := coder.rows(event):
            return event, {(row.source, row.target, row.code) for row in found}
    return next(iter(events), None), set()


def _root(what: Event | EventType) -> str:
    return root(what if isinstance(what, EventType) else plover_view(what.type, what.cameo, what.status)[0])


VIEWS: dict[str, Callable[[set[Triple]], set[Triple]]] = {
    "exact": set,
    "code of three digits": lambda triples: {(s, t, c[:3]) for s, t, c in triples},
    "country, two digits": lambda triples: {(s[:3], t[:3], c[:2]) for s, t, c in triples},
    "actors alone": lambda triples: {(s, t, "") for s, t, _ in triples},
    "countries alone": lambda triples: {(s[:3], t[:3], "") for s, t, _ in triples},
}


def _f1(pairs: Sequence[tuple[set[Triple], set[Triple]]]) -> str:
    hits, owed, given = (sum(len(x) for x in column) for column in zip(*((g & f, g, f) for g, f in pairs), strict=True))
    return f"{rates(hits, given, owed)} ({hits} of {owed}, {given} given)"


if __name__ == "__main__":
    main("--errors" in sys.argv[1:])
