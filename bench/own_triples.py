#!/usr/bin/env python3
"""CAMEO triples and first events on 64 sentences of our own (own_triples.jsonl: text, date, PLOVER type, triples), written before
the system was run on them. The reader never saw them; rules were mended with their errors in view.

usage: own_triples.py [--errors]
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from rashomon.events import plover_view
from rashomon.events.cameo import CameoCoder
from rashomon.events.votes import root
from rashomon.records import Event, EventType, Reading
from tasks.reading import SPOKEN, ranked, read_rows, tables

Triple = tuple[str, str, str]


def main(errors: bool) -> None:
    rows = [json.loads(line) for line in Path(__file__).with_suffix(".jsonl").read_text("utf-8").splitlines()]
    days = [date.fromisoformat(row["date"]) for row in rows]
    gold, found, types = [], [], []
    for row, day, reading in zip(rows, days, read_rows((r["text"] for r in rows), days), strict=True):
        event, triples = _first(reading, day)
        gold.append({(s, t, c) for s, t, c in row["gold"]})
        found.append(triples)
        types.append((_root(EventType(row["type"])) if row["type"] else "", _root(event) if event else ""))
        if errors and (gold[-1] != triples or types[-1][0] != types[-1][1]):
            print(row["id"], row["text"], *types[-1], *sorted(gold[-1]), "|", *sorted(triples), sep="\n    ")
    print(f"exact triples        {_f1(gold, found)}")
    print(f"country, two digits  {_f1(map(_coarse, gold), map(_coarse, found))}")
    print(f"actors alone         {_f1(map(_actors, gold), map(_actors, found))}")
    print(f"type of the first event right: {sum(g == p for g, p in types)} of {len(types)}")


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


def _coarse(triples: set[Triple]) -> set[Triple]:
    return {(s[:3], t[:3], c[:2]) for s, t, c in triples}


def _actors(triples: set[Triple]) -> set[Triple]:
    return {(s, t, "") for s, t, _ in triples}


def _f1(gold: Iterable[set[Triple]], found: Iterable[set[Triple]]) -> str:
    pairs = list(_zipped(gold, found))
    hits, owed, given = (sum(len(x) for x in column) for column in zip(*((g & f, g, f) for g, f in pairs), strict=True))
    precision, recall = hits / max(given, 1), hits / max(owed, 1)
    return f"P {precision:.3f} R {recall:.3f} F1 {2 * hits / max(owed + given, 1):.3f} ({hits} of {owed}, {given} given)"


def _zipped(gold: Iterable[set[Triple]], found: Iterable[set[Triple]]) -> Iterator[tuple[set[Triple], set[Triple]]]:
    return zip(gold, found, strict=True)


if __name__ == "__main__":
    main("--errors" in sys.argv[1:])
