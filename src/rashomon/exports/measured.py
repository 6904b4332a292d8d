"""How often a comparison errs, as last measured: what a dossier says of itself."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

FILE = "measured.json"


@dataclass(frozen=True, slots=True)
class Share:
    """Of 100 that the program shows, `right` are so; of 100 that there are, it shows `found`."""

    right: int
    found: int


@dataclass(frozen=True, slots=True)
class Hits:
    """`shown` by the program, `right` among them, and how many there `were`: too few to tell them by the hundred."""

    shown: int
    right: int
    were: int


@dataclass(frozen=True, slots=True)
class Measured:
    """Written by bench/measure_dossier.py on parts b and c of bench/natural_stories.jsonl."""

    day: str
    stories: int
    reports: int
    align: Share
    only_one: Share
    diff: Share
    quotes: Share
    hard: Hits


@cache
def measured() -> Measured:
    told: dict[str, Any] = json.loads(resources.files(__package__).joinpath(FILE).read_text("utf-8"))
    hard = Hits(**told.pop("hard"))
    return Measured(**told | {name: Share(**value) for name, value in told.items() if isinstance(value, dict)}, hard=hard)


def trust_phrase() -> str:
    """The measured error in words."""
    m, hard = measured(), measured().hard
    noted = f"{hard.right or 'none'} {'was' if hard.right < 2 else 'were'}"
    return (
        f"Measured on {m.stories} stories of the press in {m.reports} reports, compared by hand, from which the program has not "
        f"learnt. Of the passages that the program laid side by side, {m.align.right} in 100 belong together; "
        f"of those that belong together it found {m.align.found} in 100. "
        f"Of the differences that it showed, {m.diff.right} in 100 were there; of those that were there it found {m.diff.found} in "
        f"100. Of the passages that it said only one report tells, {m.only_one.right} in 100 were told by no other. Of the "
        f"quotations that reports share it found {m.quotes.found} in 100. Least of all trust what it says of contradictions: of "
        f"{hard.shown} differences of which it said that both cannot hold {noted} "
        f"so noted by hand, and of {hard.were} so noted it missed {hard.were - hard.right}. What is not shown here may still be in "
        f"the reports."
    )
