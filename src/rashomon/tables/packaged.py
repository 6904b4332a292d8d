"""A CSV file that lies beside the code of a room -> its rows."""

from __future__ import annotations

import csv
from importlib.resources import files


def packaged_rows(package: str, name: str) -> list[dict[str, str]]:
    """The rows of a table that ships with a room (`package`: its `__package__`), a dict of its columns each."""
    return list(csv.DictReader(files(package).joinpath(name).read_text("utf-8").splitlines()))
