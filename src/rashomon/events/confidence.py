"""The signs for and against an event -> the chance that a coder would enter it so (confidence.csv)."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cache

from ..tables.packaged import packaged_rows


@dataclass(frozen=True, slots=True)
class Signs:
    """What the rules saw. `fit`: how many of its own words the frame met, 0..4; `noun`: a noun alone names the event;
    `actor`, `recipient`: somebody who can act stands there; `known_...`: and is in the tables; `named`: one of them by a name;
    `public`: one of them is told by a noun for those who act in politics;
    `off_topic`: words of another field of life in the sentence, at most 3, `topic` that field; `long_ago`: dated well before
    the report; `open`: hangs on a condition; `strangers`: both told by names that the tables do not hold;
    `elsewhere`: the whole report is of another field, and nobody public takes part."""

    noun: bool
    fit: int
    actor: bool
    recipient: bool
    known_actor: bool
    known_recipient: bool
    named: bool
    public: bool
    topic: str
    off_topic: int
    long_ago: bool
    open: bool
    strangers: bool = False
    elsewhere: bool = False

    def numbers(self) -> dict[str, float]:
        """The signs by the names of confidence.csv."""
        return {
            "constant": 1.0,
            "noun": float(self.noun),
            "fit": self.fit / 4,
            "actor": float(self.actor),
            "recipient": float(self.recipient),
            "known_actor": float(self.known_actor),
            "known_recipient": float(self.known_recipient),
            "named": float(self.named),
            "public": float(self.public),
            "off_topic": self.off_topic / 3,
            "long_ago": float(self.long_ago),
            "open": float(self.open),
            "elsewhere": float(self.elsewhere),
        }


@cache
def _weights(column: str) -> dict[str, float]:
    rows = packaged_rows(__package__, "confidence.csv")
    return {row["sign"]: float(row[column]) for row in rows if row[column]}


def chance(signs: Signs, codable: float | None = None, own: float | None = None) -> float:
    """0..1. `codable` is the trained reader's chance that the sentence holds an event, `own` its chance of the event's type;
    without them, and of two parties whose names nobody knows, the rules' signs decide alone: the reader learnt what states and
    known bodies do, and doubts all that strangers do. The weights were fitted by training/event_confidence.py."""
    numbers = signs.numbers()
    if codable is None or own is None or signs.strangers:
        weights = _weights("rules")
    else:
        weights = _weights("reader")
        numbers |= {"codable": logit(codable), "own": logit(own)}
    total = sum(weights[sign] * number for sign, number in numbers.items())
    return round(1 / (1 + math.exp(-total)), 3)


def logit(probability: float) -> float:
    """Log odds, kept within -5..5."""
    kept = min(max(probability, 1e-6), 1 - 1e-6)
    return min(max(math.log(kept / (1 - kept)), -5.0), 5.0)
