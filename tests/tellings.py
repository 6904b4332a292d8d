"""Short texts, read and parsed, as what each of their sentences tells: for the tests of what is held against one another."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from conftest import make_document
from rashomon.comparisons.shelves import shelf_of
from rashomon.comparisons.tellings import Telling, telling_of
from rashomon.comparisons.units import find_units
from rashomon.pipeline import read_parsed
from rashomon.records import Reading
from rashomon.sentences import parse_documents

DAY = date(2022, 4, 5)


def read(texts: Sequence[str], parser: Any, tables: Any, days: date | Sequence[date] = DAY) -> list[Reading]:
    """The readings of texts, all published on one day or each on its own."""
    of_each = [days] * len(texts) if isinstance(days, date) else days
    documents = [make_document(text, day) for text, day in zip(texts, of_each, strict=True)]
    return [read_parsed(d, s, tables) for d, s in parse_documents(documents, parser)]


def tell(texts: Sequence[str], parser: Any, tables: Any, days: date | Sequence[date] = DAY) -> list[Telling]:
    """What the sentences of texts tell, in order."""
    readings = read(texts, parser, tables, days)
    shelves = [shelf_of(r) for r in readings]
    return [telling_of(u, shelves[u.report]) for u in find_units(readings)]
