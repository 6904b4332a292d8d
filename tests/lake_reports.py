"""Short reports of our own on a ferry quarrel, and a stand-in for the sentence encoder: what the tests of stories share."""

import zlib
from collections.abc import Sequence
from datetime import date
from typing import Any

import numpy as np

from rashomon.records import Document, Precision, Reading, Span, When, Zone, ZoneKind

SUMMIT = """Ministers of the Alpine League gathered in Bregenz on Monday to settle the quarrel over the Lake Constance ferries.
The host, Chancellor Ruth Amann, said the ferries would sail again before the summer.
Delegates from Ticino and Tyrol asked for a common fund of 40 million francs.
A vote on the fund is planned for the second day of the meeting in Bregenz."""
SUMMIT_TOLD_AGAIN = """The Lake Constance ferries could sail again before the summer, Chancellor Ruth Amann told ministers of the
Alpine League in Bregenz. Tyrol and Ticino want a fund of 40 million francs for the ferries;
the League votes on the fund on Tuesday."""
HARVEST = """Almond growers in Extremadura expect their smallest harvest in two decades after a night of frost in March.
Cooperatives around Badajoz spoke of losses of two thirds and called on Madrid for help.
Insurers will send their assessors to the orchards next week."""
OWN = """The ferries are also a matter of pride, as anybody who has stood on the quay at Lindau on a summer evening knows.
Shopkeepers along the promenade count their losses since March and blame the towns upstream for every idle week.
An inspector found rust under the paint of both ships last autumn, and nobody has said who is to pay for new plates.
In the yard behind the station two engines wait under tarpaulin until lawyers have done with each other."""
WEATHER = """Nobody on the quay expects a ship before June, and few care: a storm has torn the awnings from the cafes.
Fishermen counted nineteen boats adrift on Sunday and towed all but one of them into harbour before dark.
The weather service in Zurich speaks of the strongest gusts over the lake since the winter of 1999."""
BAKERY = """A bakery in Arbon has begun to sell bread by weight again, since coins are scarce and so are customers.
Its owner, who learnt the trade in Vienna, says that rye keeps longer and that tourists never asked for it anyway.
Two schools buy what is left in the afternoon; the rest goes to a farm for pigs on the hill behind the church."""


def encode(texts: Sequence[str]) -> Any:
    """A stand-in for the sentence encoder: hashed bags of words, rows of length 1."""
    out = np.zeros((len(texts), 384), dtype=np.float32)
    for row, text in enumerate(texts):
        for word in text.lower().split():
            if len(word) > 4:
                out[row, zlib.crc32(word.strip(".,;\"'").encode()) % 384] += 1
    return out / np.maximum(np.linalg.norm(out, axis=1, keepdims=True), 1e-9)


def reading(name: str, text: str, day: date | None = date(2024, 5, 6)) -> Reading:
    when = None if day is None else When(day.isoformat(), day.isoformat(), day, day, Precision.DAY, "explicit", "test")
    zones = (Zone(ZoneKind.BODY, Span(0, len(text)), "test"),) if text else ()
    return Reading(Document(name, "", name, "text/plain", "utf-8", "en", text, "", zones, published=when), (), (), (), (), ())
