#!/usr/bin/env python3
"""Measures comparisons on the natural stories of parts b and c; writes what the dossier says of its error (exports/measured.json).

usage: measure_dossier.py     prints the row for the table in README.md, which a test holds against the file
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

from score_stories import f1, totals
from scoring import NATURAL, rows_of, with_texts

HERE = Path(__file__).resolve().parent
TARGET = HERE.parent / "src" / "rashomon" / "exports" / "measured.json"
SHARES = ("align", "only_one", "diff", "quotes")


def main() -> None:
    rows = list(with_texts(row for row in rows_of(NATURAL) if row["part"] != "a"))
    with tempfile.TemporaryDirectory() as folder:
        blind, found = (Path(folder) / f"{name}.jsonl" for name in ("in", "out"))
        blind.write_text("".join(json.dumps({"story": r["story"], "docs": r["docs"]}) + "\n" for r in rows), "utf-8")
        subprocess.run([sys.executable, str(HERE / "predict.py"), "compare", str(blind), str(found)], check=True)
        counted = totals(rows, {row["story"]: row for row in rows_of(found)})
    print("  ".join(f"{name} {f1(*n)[2]:.3f}" for name, n in counted.items()))
    told = {"day": datetime.now(UTC).date().isoformat(), "stories": len(rows), "reports": sum(len(r["docs"]) for r in rows)}
    TARGET.write_text(json.dumps(told | figures(counted), indent=1) + "\n", "utf-8")
    print(readme_row(told | figures(counted)))


def figures(counted: Mapping[str, tuple[int, int, int, int]]) -> dict[str, dict[str, int]]:
    """What the dossier tells of the scorer's counts: hundredths, and contradictions one by one, since they are few."""
    shares = {name: counted[name] for name in SHARES}
    told = {
        name: {"right": _hundredths(right, shown), "found": _hundredths(had, were)}
        for name, (right, shown, had, were) in shares.items()
    }
    right, shown, _, were = counted["diff_hard"]
    return {**told, "hard": {"shown": shown, "right": right, "were": were}}


def _hundredths(part: int, whole: int) -> int:
    return round(100 * part / max(whole, 1))


def readme_row(told: dict[str, object]) -> str:
    """The row of the quality table in README.md that tells the same figures."""
    shares = [told[name] for name in SHARES]
    figures = " / ".join(f"{s['right'] / 100:.2f} ({s['found'] / 100:.2f})" for s in shares if isinstance(s, dict))
    return (
        f"| aligned / only one / differences / quotations, precision (recall) | `compare` | natural_stories.jsonl, parts b and c, "
        f"{told['stories']} stories, {told['reports']} reports | **{figures}** |"
    )


if __name__ == "__main__":
    main()
