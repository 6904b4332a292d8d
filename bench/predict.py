#!/usr/bin/env python3
"""Runs the shipped system on the rows of a gold file (gold fields absent) and writes what the task's scorer reads.

usage: predict.py TASK IN.jsonl OUT.jsonl

Each task is one module of bench/tasks/ with `predict(rows, folder)`: an iterator of output rows, made with the same code
paths as the product. `folder` is that of IN.jsonl, for paths relative to it.
"""

from __future__ import annotations

import importlib
import json
import os
import sys
from pathlib import Path

TASKS = "plv cameo_class cameo_ner gsr multicoder aw petr quotes timex extract story pairs claimdiff compare".split()
HERE = Path(__file__).resolve().parent


def main(arguments: list[str]) -> None:
    if len(arguments) != 3 or arguments[0] not in TASKS:
        sys.exit(f"usage: predict.py TASK IN.jsonl OUT.jsonl, where TASK is one of: {' '.join(TASKS)}")
    task, source, target = arguments[0], Path(arguments[1]), Path(arguments[2])
    module = importlib.import_module(f"tasks.{task}")
    rows = [json.loads(line) for line in source.read_text("utf-8").splitlines() if line.strip()]
    with target.open("w", encoding="utf-8") as out:
        for row in module.predict(rows, source.resolve().parent):
            out.write(json.dumps(row, ensure_ascii=False) + "\n")


def _in_project_environment() -> None:
    """Starts again with the project's own interpreter where ours lacks the package."""
    own = HERE.parent / ".venv" / "bin" / "python"
    if importlib.util.find_spec("rashomon") is None and own.exists() and Path(sys.executable) != own:
        os.execv(own, [str(own), __file__, *sys.argv[1:]])


if __name__ == "__main__":
    sys.path.insert(0, str(HERE))
    import importlib.util

    _in_project_environment()
    main(sys.argv[1:])
