#!/usr/bin/env python3
"""Hard differences between pairs of short reports of our own: found of those that cannot both hold, false among look-alikes.

usage: own_contradictions.py [--set N] [--errors]

own_contradictions.jsonl has a pair a line: {set, hard, slot, texts, values}; `values` are the words of either text that exclude one
another. A pair counts as found where a hard difference overlaps both values, as false where a look-alike has any hard difference.
Each set was written before the program was run on it; the errors of sets 1 and 2 have been read since.
"""

from __future__ import annotations

import argparse
from collections import Counter
from pathlib import Path
from typing import Any

from rashomon.records import Difference
from score_stories import overlap
from scoring import rows_of
from tasks.compare import compared

PAIRS = Path(__file__).resolve().parent / "own_contradictions.jsonl"
DAY = "2019-06-14"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--set", type=int)
    parser.add_argument("--errors", action="store_true")
    options = parser.parse_args()
    rows = [row for row in rows_of(PAIRS) if options.set in {None, row["set"]}]
    counts: Counter[str] = Counter()
    for number, row in enumerate(rows):
        reports = [{"doc": f"{number}:{k}", "date": DAY, "text": text} for k, text in enumerate(row["texts"])]
        hard = [d for point in compared(str(number), reports).points for d in point.differences if d.hard]
        right = any(excludes(d, row) for d in hard) if row["hard"] else not hard
        kind = "hard" if row["hard"] else "alike"
        counts[kind] += 1
        counts[f"{kind} right"] += right
        counts[f"{kind} {row['slot']}"] += 1
        counts[f"{kind} {row['slot']} right"] += right
        if options.errors and not right:
            print(row["hard"], row["slot"], *row["texts"], [(d.slot, d.hard, d.reason) for d in hard], sep="\n   ")
    for name in sorted(counts):
        if not name.endswith("right"):
            print(f"{name:18} {counts[name + ' right']:3} right of {counts[name]}")


def excludes(difference: Difference, row: dict[str, Any]) -> bool:
    """Whether the difference is between the two values of the row, by half of the shorter words."""
    met = 0
    for variant in difference.variants:
        name, k = variant.document, int(variant.document.rsplit(":", 1)[1])
        start = row["texts"][k].index(row["values"][k])
        met += overlap((name, start, start + len(row["values"][k])), (name, variant.span.start, variant.span.end))
    return met > 1


if __name__ == "__main__":
    main()
