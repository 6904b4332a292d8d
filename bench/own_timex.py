#!/usr/bin/env python3
"""Scores the times found in our own news reports (own_timex.jsonl), which were labelled before the system was run on them.

usage: own_timex.py [--half a|b] [--errors]

Spans and values by TimeML as TimeBank has it (no prepositions, no ages, no rates), scored as TempEval-3 did: an expression is
found where one of the product's overlaps it, right where the value is the same too. Half a (odd numbers) is there to learn
from, half b (even numbers) to judge on.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

from scoring import half_of, rows_of  # noqa: E402
from tasks.timex import predict  # noqa: E402

Row = dict[str, Any]
Pair = tuple[Row | None, Row | None]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--half", choices=["a", "b"])
    parser.add_argument("--errors", action="store_true", help="every expression missed, invented or misread, a line each")
    options = parser.parse_args()
    rows = [row for row in rows_of(HERE / "own_timex.jsonl") if options.half in (None, half_of(row))]
    pairs = [(row, pair) for row, found in zip(rows, predict(rows, HERE), strict=True) for pair in matched(row, found["timex"])]
    if options.errors:
        print("\n".join(told(row, *pair) for row, pair in pairs if not right(*pair)))
    print(figures(len(rows), [pair for _, pair in pairs]))


def matched(row: Row, found: list[Row]) -> Iterator[Pair]:
    """Each gold expression with that of the product which it shares most with, then what the product found besides."""
    left = sorted(found, key=lambda x: x["start"])
    for gold in row["timex"]:
        shared = [min(gold["end"], x["end"]) - max(gold["start"], x["start"]) for x in left]
        best = max(range(len(left)), key=lambda i: shared[i], default=None)
        yield gold, left.pop(best) if best is not None and shared[best] > 0 else None
    yield from ((None, x) for x in left)


def right(gold: Row | None, found: Row | None) -> bool:
    return gold is not None and found is not None and gold["value"] == found["value"]


def figures(reports: int, pairs: list[Pair]) -> str:
    """One line: counts, then F1 of spans that overlap, spans that are the same, types and values."""
    asked, given = sum(g is not None for g, _ in pairs), sum(f is not None for _, f in pairs)
    both = [(g, f) for g, f in pairs if g is not None and f is not None]

    def rate(n: int) -> str:
        return f"{2 * n / max(asked + given, 1):.3f}"

    strict = sum((g["start"], g["end"]) == (f["start"], f["end"]) for g, f in both)
    types, values = (sum(g[key] == f[key] for g, f in both) for key in ("type", "value"))
    counts = f"reports {reports}  gold {asked}  given {given}"
    return f"{counts}  F1: span {rate(len(both))}  same span {rate(strict)}  type {rate(types)}  value {rate(values)}"


def told(row: Row, gold: Row | None, found: Row | None) -> str:
    at = gold or found or {}
    start, end = at["start"], at["end"]
    words = f"{row['text'][max(0, start - 40) : start]}[{row['text'][start:end]}]{row['text'][end : end + 24]}".replace("\n", " ")
    sides = [f"{name} {x['type']} {x['value']}" if x else f"{name} -" for name, x in (("gold", gold), ("got", found))]
    return f"{row['id']} {row['dct']}  {words}  {'; '.join(sides)}"


if __name__ == "__main__":
    main()
