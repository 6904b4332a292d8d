"""Where training reads and writes. With TINY=1 in the environment it runs on a few rows, into training/out/tiny alone: that shows
that the whole chain runs and touches nothing that is shipped."""

import os
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
GOLD = ROOT.parent / "shared" / "gold"
TINY = bool(os.environ.get("TINY"))
OUT = ROOT / "training" / "out" / ("tiny" if TINY else "")
MODELS = OUT / "models" if TINY else ROOT / "models"
ROWS = 8


def some(rows):
    """All rows, or the first few in a trial."""
    return rows[:ROWS] if TINY else rows
