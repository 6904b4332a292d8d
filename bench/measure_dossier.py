#!/usr/bin/env python3
"""Measures comparisons on the natural stories of parts b and c; writes what the dossier says of its error (exports/measured.json).

usage: measure_dossier.py     prints the row for the table in README.md, which a test holds against the file
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from scoring import NATURAL, rows_of, with_texts

HERE = Path(__file__).resolve().parent
TARGET = HERE.parent / "src" / "rashomon" / "exports" / "measured.json"
SHARES = ("align", "only_one", "diff", "quotes")


def main() -> None:
    rows = list(with_texts(row for row in rows_of(NATURAL) if row["part"] != "a"))
    with tempfile.TemporaryDirectory() as folder:
        gold, blind, found = (Path(folder) / f"{name}.jsonl" for name in ("gold", "in", "out"))
        gold.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
        blind.write_text("".join(json.dumps({"story": r["story"], "docs": r["docs"]}) + "\n" for r in rows), "utf-8")
        subprocess.run([sys.executable, str(HERE / "predict.py"), "compare", str(blind), str(found)], check=True)
        scorer = [sys.executable, str(HERE / "score_stories.py"), str(gold), str(found)]
        printed = subprocess.run(scorer, check=True, capture_output=True, text=True).stdout
    print(printed)
    shares = {name: re.search(rf"\n  {name} +P ([\d.]+)  R ([\d.]+)", printed) for name in SHARES}
    told = {"day": datetime.now(UTC).date().isoformat(), "stories": len(rows), "reports": sum(len(r["docs"]) for r in rows)}
    told |= {n: {"right": _hundredths(x[1]), "found": _hundredths(x[2])} for n, x in shares.items() if x is not None}
    told["hard"] = _hits(printed)
    TARGET.write_text(json.dumps(told, indent=1) + "\n", "utf-8")
    print(readme_row(told))


def _hits(printed: str) -> dict[str, int]:
    """Of the differences of which both cannot hold: how many were shown, right, and there."""
    found = re.search(r"\n  diff_hard +P ([\d.]+) .*\(predicted (\d+), gold (\d+)\)", printed)
    if found is None:
        raise SystemExit("score_stories.py tells nothing of hard differences")
    return {"shown": int(found[2]), "right": round(float(found[1]) * int(found[2])), "were": int(found[3])}


def _hundredths(share: str) -> int:
    return round(100 * float(share))


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
