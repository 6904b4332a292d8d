#!/usr/bin/env python3
"""Who did what to whom in 64 leads of our own (own_leads.jsonl: text, type, codes and sectors of both sides), four of each PLOVER
type, written before the system was run on them, with the answers of the gsr task: the first event, right if its type is and if on
each side some code is.

usage: own_leads.py [--half a|b] [--errors]
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from scoring import half_of, rows_of
from tasks import gsr

HERE = Path(__file__).resolve().parent


def main(half: str | None, errors: bool) -> None:
    """Half a: the odd rows, whose errors may be read; b: the even ones, only counted."""
    rows = [row for row in rows_of(HERE / "own_leads.jsonl") if half in (None, half_of(row))]
    marks = []
    for row, answer in zip(rows, gsr.predict(rows, HERE), strict=True):
        first = next(iter(answer["events"]), {})
        marks.append(_marks(row, first))
        if errors and not all(marks[-1]):
            told = [
                f"{p.get('code')} {p.get('sector')} ({p.get('text')})" for side in ("source", "target") for p in first.get(side, ())
            ]
            gold = [f"{p['code']} {p['sector']}" for side in ("source", "target") for p in row[side]]
            print(row["id"], row["text"], f"{row['event']} {gold}", f"{first.get('type')} {told}", sep="\n    ")
    types, sources, targets, sectors = (sum(column) for column in zip(*marks, strict=True))
    whole = sum(all(mark[:3]) for mark in marks)
    print(f"type {_share(types, rows)}, source {_share(sources, rows)}", end=", ")
    print(f"target {_share(targets, rows)}, sectors {_share(sectors, rows)}")
    print(f"type macro-F1 {_macro(rows, marks):.3f}; type and both codes {_share(whole, rows)}")


def _marks(row: dict[str, Any], event: dict[str, Any]) -> tuple[bool, bool, bool, bool]:
    """Whether the type, a code of the source, one of the target, and every sector that is asked for are right."""
    codes = [_shared(row[side], event.get(side, ()), "code") for side in ("source", "target")]
    sectors = all(_shared(row[side], event.get(side, ()), "sector") for side in ("source", "target"))
    return event.get("type") == row["event"], codes[0], codes[1], sectors


def _shared(gold: Sequence[dict[str, str]], told: Sequence[dict[str, str]], key: str) -> bool:
    asked = {p[key] for p in gold} - {"", "---"}
    return not asked or bool(asked & {p.get(key) or "" for p in told})


def _macro(rows: Sequence[dict[str, Any]], marks: Sequence[tuple[bool, ...]]) -> float:
    """Recall of each type, averaged: the rows have as many of each."""
    types = sorted({row["event"] for row in rows})
    by_type = [[mark[0] for row, mark in zip(rows, marks, strict=True) if row["event"] == kind] for kind in types]
    return sum(sum(hits) / len(hits) for hits in by_type) / len(types)


def _share(count: int, rows: Sequence[object]) -> str:
    return f"{count / len(rows):.3f} ({count} of {len(rows)})"


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--half", choices=("a", "b"))
    parser.add_argument("--errors", action="store_true")
    given = parser.parse_args()
    main(given.half, given.errors)
