"""Pages count origins by what was found when reports were read; ledgers of older schemas are taken up when they are opened."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from conftest import make_document
from kept_steps import make_header, make_kept
from older_ledgers import as_schema_2
from rashomon.ledger.affairs import OF_ACTOR
from rashomon.ledger.kin import Texts, derivations_among
from rashomon.ledger.ledgers import open_ledger
from rashomon.records import Affair, KeptStep, Reading
from rashomon.store import open_store
from rashomon.store.filters import Filter
from rashomon.store.origins import Origins
from rashomon.timelines.origins import Origins as Counted
from readings import AT, make_intake, make_reading
from test_stories_sketches import OTHER, REPORT, RETOLD


class Found:
    """A store that knows of readings 1 to 4 that 1 and 3 are one text, that 4 has passages of it, and nothing of 5."""

    def origins_of(self, readings: tuple[int, ...]) -> Origins:
        return Origins({1: 1, 2: 2, 3: 1, 4: 4}, [(4, 1, True)])


def told(number: int, words: str) -> KeptStep:
    header = make_header(f"report {number}", date(2022, 4, 6))
    kept = make_kept(header, Affair.DEMAND, "demands", ("iso3:KEN",), "talks", words=words)
    return replace(kept, header=replace(kept.header, reading=number))


def test_origins_of_a_line_are_counted_by_what_was_kept() -> None:
    steps = [told(n, " ".join(f"word{n}{i}" for i in range(8))) for n in range(1, 6)]
    origins = Counted(steps, derivations_among(Found(), steps))  # type: ignore[arg-type]
    assert origins.count(steps[:2]) == 2 and origins.count(steps[::2]) == 2 and origins.count(steps) == 4
    same = replace(steps[3], words=steps[2].words)
    assert origins.count([steps[2], same]) == 1, "passages count where they stand in both"


def report(text: str, day: date = date(2022, 4, 6)) -> Reading:
    """A reading of a text that takes one step, in its first sentence."""
    made = make_reading(0, 1)
    document = make_document(text, day)
    step = replace(made.steps[0], id=f"stp:{document.id[4:]}", document=document.id, according_to=(), events=())
    return replace(made, document=document, mentions=(), attributions=(), events=(), rejections=(), timexes=(), steps=(step,))


@pytest.mark.parametrize("writes", [False, True])
def test_a_ledger_of_schema_2_knows_its_origins_once_it_is_opened(tmp_path: Path, writes: bool) -> None:
    texts = (REPORT, OTHER, f"OSK (Reuters) - {REPORT}", RETOLD)
    with open_store(tmp_path / "new", create=True) as store:
        store.kin = Texts()
        store.add([make_intake(report(text)) for text in texts], "x-1", AT)
        kept, found = store.kept_steps(Filter()), store.origins_of((1, 2, 3, 4))
    assert found.origins[3] == 1 and found.origins[2] == 2
    as_schema_2(tmp_path / "new", tmp_path / "old")
    with open_ledger(tmp_path / "old", writes=writes, model=False) as ledger:
        assert ledger._store.origins_of((1, 2, 3, 4)) == found
        assert ledger._store.kept_steps(Filter()) == kept


def test_what_is_new_tells_of_how_many_steps_it_is_made(tmp_path: Path) -> None:
    with open_store(tmp_path, create=True) as store:
        readings = [report(f"{REPORT} {n}", date(2022, 4, 1 + n % 28)) for n in range(OF_ACTOR + 40)]
        store.add([make_intake(one) for one in readings], "x-1", AT)
    with open_ledger(tmp_path, writes=False, model=False) as ledger:
        few = ledger.affairs.diff(date(2022, 4, 28), date(2022, 4, 30), "iso3:ARD")
        assert few.excerpt is None
        many = ledger.affairs.diff(date(2022, 4, 1), date(2022, 4, 30), "iso3:ARD")
        assert many.items and many.excerpt is not None
        assert (many.excerpt.shown, many.excerpt.held, many.excerpt.more) == (OF_ACTOR, OF_ACTOR + 40, False)
