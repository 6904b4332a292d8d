"""Which readings are of one text is found as they are kept, for every day that is asked about, and for ledgers of older schemas."""

import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from conftest import make_document
from older_ledgers import as_schema_2
from rashomon.records import Correction, Derivation, Document, Relation
from rashomon.store import Store, open_store
from rashomon.store.origins import HOLDERS, Origins
from readings import AT, make_intake, make_reading


class Letters:
    """Texts derive from one another that have capital letters in common: all of them, or some (then passages)."""

    def __init__(self) -> None:
        self.compared: list[tuple[str, str]] = []

    def marks(self, document: Document) -> Sequence[int]:
        return sorted(map(ord, letters(document)))

    def likely(self, marks: Sequence[int], holders: Mapping[int, Sequence[int]]) -> Sequence[tuple[int, bool]]:
        return [(reading, False) for reading in sorted({r for those in holders.values() for r in those})]

    def derivation(self, document: Document, other: Document) -> Derivation:
        self.compared.append((document.id, other.id))
        same, common = letters(document) == letters(other), letters(document) & letters(other)
        relation = Relation.COPY if common else Relation.INDEPENDENT
        return Derivation((other.id, document.id), relation, None, (), 1.0, not same)


def letters(document: Document) -> set[str]:
    return {letter for letter in document.text if letter.isupper()}


@pytest.fixture
def kin() -> Letters:
    return Letters()


@pytest.fixture
def store(tmp_path: Path, kin: Letters) -> Store:
    with open_store(tmp_path / "ledger", create=True) as store:
        store.kin = kin
        yield store


def keep(store: Store, *texts: str, by: str = "x-1", days: int = 0) -> list[str]:
    """Keeps a report of each text; the ids of the documents."""
    read = [replace(make_reading(0, 0), document=make_document(text)) for text in texts]
    store.add([make_intake(one) for one in read], by, AT + timedelta(days=days))
    return [one.document.id for one in read]


def test_copies_have_one_origin_and_passages_are_pairs(store: Store) -> None:
    keep(store, "AB first", "C", "AB again", "AD", "AB once more", "")
    found = store.origins_of(range(1, 7))
    assert found.origins == {1: 1, 2: 2, 3: 1, 4: 4, 5: 1, 6: 6}
    assert sorted(found.pairs) == [(4, 1, True), (5, 4, True)]
    assert store.origins_of((3, 4)) == Origins({3: 1, 4: 4}, [(4, 1, True)]), "the pair is of the texts"
    assert store.origins_of((2, 4)).pairs == []


def test_of_one_text_one_copy_is_compared(store: Store, kin: Letters) -> None:
    ids = keep(store, *(f"AB {n}" for n in range(3 * HOLDERS)))
    assert len(kin.compared) == len(ids) - 1
    assert set(store.origins_of(range(1, len(ids) + 1)).origins.values()) == {1}


def test_read_again_a_document_is_not_its_own_source(store: Store, kin: Letters) -> None:
    keep(store, "AB one", "AB two")
    kin.compared.clear()
    keep(store, "AB one", by="x-2", days=1)
    assert all(one != other for one, other in kin.compared)
    assert store.origins_of((2, 3)).origins == {2: 1, 3: 1}, "and has the origin that it had"
    assert store.replaced() == (1,)


def test_what_was_replaced_is_no_source(store: Store, kin: Letters) -> None:
    (document,) = keep(store, "AB one")
    word = Correction("cor:1", document, "title", "", "Another", "so", "me", AT)
    store.add_words([word], document, AT + timedelta(days=1))
    kin.compared.clear()
    keep(store, "AB two")
    assert len(kin.compared) == 1 and store.replaced() == (1,)
    assert set(store.origins_of((2, 3)).origins.values()) == {2}


def test_a_later_reading_that_was_read_earlier(store: Store) -> None:
    """A clock that was put back: every day has one reading of the document."""
    keep(store, "A", by="x-1", days=5)
    keep(store, "A", by="x-2", days=9)
    keep(store, "A", by="x-3", days=7)
    with store._asking() as connection:
        rows = connection.exec_driver_sql("SELECT reading, later FROM replacements ORDER BY 1, 2").all()
    assert [tuple(row) for row in rows] == [(1, 2), (1, 3), (2, 3)]


def test_a_ledger_of_schema_2_is_taken_up(tmp_path: Path, store: Store, kin: Letters) -> None:
    keep(store, "AB first", "C", "AB again", "AD")
    keep(store, "AB again", by="x-2", days=1)
    as_schema_2(store.file.parent, tmp_path / "old")
    with open_store(tmp_path / "old") as old:
        assert old.lacks_origins() and old.origins_of(range(1, 6)).origins == {}
        old.take_up_origins(kin)
        assert not old.lacks_origins()
        found = old.origins_of(range(1, 6))
        assert found.origins == {1: 1, 2: 2, 3: 1, 4: 4, 5: 1}
        assert old.problems() == []


def test_a_ledger_killed_while_it_was_taken_up_goes_on(tmp_path: Path, store: Store, kin: Letters) -> None:
    keep(store, "A", "B", "A and", "B and")
    with sqlite3.connect(store.file) as raw:
        for table in ("origins", "derivations", "marks"):
            raw.execute(f"DELETE FROM {table} WHERE reading > 2")
    raw.close()
    assert store.lacks_origins()
    store.take_up_origins(kin)
    assert store.origins_of(range(1, 5)).origins == {1: 1, 2: 2, 3: 1, 4: 2}


def test_texts_are_looked_for_in_the_months_next_to_their_days(store: Store) -> None:
    days = (date(2022, 1, 31), date(2022, 2, 1), date(2022, 4, 1), date(2021, 12, 31), date(1, 1, 1), date(9999, 12, 31))
    for number, day in enumerate(days):
        document = make_document(f"AB {number}", day)
        store.add([make_intake(replace(make_reading(0, 0), document=document))], "x-1", AT)
    assert store.origins_of(range(1, 7)).origins == {1: 1, 2: 1, 3: 3, 4: 1, 5: 5, 6: 6}


@pytest.mark.parametrize("days", [(date(2019, 3, 6), None), (None, date(2019, 3, 6))])
def test_a_copy_without_a_day_is_found_beside_a_report_read_with_it(store: Store, days: tuple[date | None, ...]) -> None:
    for number, day in enumerate(days):
        store.add([make_intake(replace(make_reading(0, 0), document=make_document(f"AB {number}", day)))], "x-1", AT)
    assert store.origins_of((1, 2)).origins == {1: 1, 2: 1}
