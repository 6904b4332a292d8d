#!/usr/bin/env python3
"""Scores the shipped system on the gold data beside the checkout and prints a table.

usage: score.py [--sample N] [NAME ...]     NAME: a measure or a task (default: all)
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from scoring import MEASURES, SHARED, score


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sample", type=int)
    parser.add_argument("names", nargs="*")
    options = parser.parse_args()
    if not SHARED.is_dir():
        sys.exit("no gold data: there is no folder `shared` beside the checkout")
    chosen = [m for m in MEASURES if not options.names or m.name in options.names or m.task in options.names]
    with tempfile.TemporaryDirectory() as folder:
        figures = score(chosen, Path(folder), options.sample)
    for name, figure in figures.items():
        print(f"{name:40} {'-' if figure is None else figure}")


if __name__ == "__main__":
    main()
