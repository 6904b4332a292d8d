#!/usr/bin/env python3
"""Scores the shipped system on our own stories and on the gold data beside the checkout, where it is, and prints a table.

usage: score.py [--sample N] [NAME ...]     NAME: a measure, a set or a task (default: all)
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from scoring import MEASURES, NATURAL, NATURAL_TEXTS, score


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sample", type=int)
    parser.add_argument("names", nargs="*")
    options = parser.parse_args()
    asked = [m for m in MEASURES if not options.names or {m.name, m.task, m.name.partition(":")[0]} & set(options.names)]
    chosen = [m for m in asked if m.gold.exists() and (m.gold != NATURAL or NATURAL_TEXTS.exists())]
    if not chosen:
        sys.exit("no gold data: no such name, or there is no folder `shared` beside the checkout")
    with tempfile.TemporaryDirectory() as folder:
        figures = score(chosen, Path(folder), options.sample)
    for name, figure in figures.items():
        print(f"{name:40} {'-' if figure is None else figure}")


if __name__ == "__main__":
    main()
