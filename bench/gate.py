#!/usr/bin/env python3
"""The quality gate: scores a small fixed sample of each gold set and fails where a figure fell below its floor.

usage: gate.py [--lower]      --lower writes the figures of this run as the new floors, also where they are lower; without it
a floor is only ever raised by hand in floors.json. The sample's fingerprint is pinned with the floor.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from pathlib import Path

from scoring import MEASURES, SHARED, fingerprint, gold_rows, score

FLOORS = Path(__file__).resolve().parent / "floors.json"
MARGIN = 0.02  # of a figure's scale: floors stand this far below what was measured when they were set


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--lower", action="store_true")
    options = parser.parse_args()
    if not SHARED.is_dir():
        print("gate skipped: there is no folder `shared` with gold data beside the checkout")
        return
    failures = set_floors() if options.lower else check_floors()
    for line in failures:
        print("FAILED", line)
    sys.exit(1 if failures else 0)


def check_floors() -> list[str]:
    """What fell below its floor, a line each."""
    pinned = json.loads(FLOORS.read_text("utf-8"))
    failures = []
    for sample, names in _by_sample(pinned).items():
        measures = [m for m in MEASURES if m.name in names]
        for measure in measures:
            if fingerprint(gold_rows(measure, sample)) != pinned[measure.name]["fingerprint"]:
                failures.append(f"{measure.name}: the sample is not the one that the floor was set on")
        with tempfile.TemporaryDirectory() as folder:
            for name, figure in score(measures, Path(folder), sample).items():
                floor, most = pinned[name].get("floor"), pinned[name].get("ceiling")
                print(f"{name:40} {figure}  floor {floor}  ceiling {most}")
                if figure is None or (floor is not None and figure < floor) or (most is not None and figure > most):
                    failures.append(f"{name}: {figure}, floor {floor}, ceiling {most}")
    return failures


def set_floors() -> list[str]:
    pinned = json.loads(FLOORS.read_text("utf-8"))
    for sample, names in _by_sample(pinned).items():
        measures = [m for m in MEASURES if m.name in names]
        with tempfile.TemporaryDirectory() as folder:
            figures = score(measures, Path(folder), sample)
        for measure in measures:
            figure = figures[measure.name]
            row = pinned[measure.name]
            margin = MARGIN * (100 if measure.name.endswith("%") else 1)
            bound = "ceiling" if "ceiling" in row else "floor"
            row[bound] = None if figure is None else round(figure + (margin if bound == "ceiling" else -margin), 3)
            row["fingerprint"] = fingerprint(gold_rows(measure, sample))
    FLOORS.write_text(json.dumps(pinned, indent=1) + "\n", "utf-8")
    return []


def _by_sample(pinned: dict[str, dict[str, object]]) -> dict[int, list[str]]:
    groups: dict[int, list[str]] = {}
    for name, row in pinned.items():
        groups.setdefault(int(str(row["sample"])), []).append(name)
    return groups


if __name__ == "__main__":
    main()
