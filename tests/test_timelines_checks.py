"""Reports held against the dated tables: what agrees, what contradicts, and what nobody can tell."""

from __future__ import annotations

from datetime import date

import pytest

from kept_steps import day_when, make_header, make_kept
from rashomon.exports.affairs import state_page
from rashomon.records import Affair, KeptStep, Status
from rashomon.tables import Tables
from rashomon.timelines.checks import check
from rashomon.timelines.states import state_on


def told(
    affair: Affair,
    stance: str,
    actor: str,
    other: str,
    day: date,
    status: Status = Status.DONE,
    matter: str = "",
    when: date | None = None,
) -> KeptStep:
    at = day_when(when) if when is not None else None
    return make_kept(make_header("Courier", day), affair, stance, (actor,), matter, counterparts=(other,), status=status, when=at)


@pytest.mark.parametrize(
    ("kept", "agrees"),
    [
        # the embargo on Qatar ended on 5 January 2021
        (told(Affair.SANCTION, "sanctions", "iso3:SAU", "iso3:QAT", date(2019, 5, 1)), True),
        (told(Affair.SANCTION, "sanctions", "iso3:SAU", "iso3:QAT", date(2022, 5, 1)), False),
        (told(Affair.SANCTION, "has not sanctioned", "iso3:SAU", "iso3:QAT", date(2019, 5, 1), Status.NOT_DONE), False),
        (told(Affair.SANCTION, "has not sanctioned", "iso3:SAU", "iso3:QAT", date(2022, 5, 1), Status.NOT_DONE), True),
        (told(Affair.SANCTION, "lifts", "iso3:SAU", "iso3:QAT", date(2021, 1, 7)), None),
        # France as a member of the European Union
        (told(Affair.SANCTION, "sanctions", "iso3:FRA", "iso3:RUS", date(2022, 4, 6)), True),
        (told(Affair.RECOGNITION, "has not recognised", "iso3:ESP", "iso3:PSE", date(2024, 6, 30), Status.NOT_DONE), False),
        (told(Affair.RECOGNITION, "recognises", "iso3:NIC", "iso3:TWN", date(2023, 6, 30)), False),
        (told(Affair.RECOGNITION, "recognises", "iso3:NIC", "iso3:CHN", date(2023, 6, 30)), True),
    ],
)
def test_a_report_against_the_tables(kept: KeptStep, agrees: bool | None, tables: Tables) -> None:
    [fact] = check(kept, tables, date(2026, 1, 1))
    assert fact.agrees is agrees
    assert fact.source


@pytest.mark.parametrize(
    "kept",
    [
        told(Affair.SANCTION, "sanctions", "iso3:PER", "iso3:CHL", date(2022, 4, 6)),  # the tables hold what is sure, not all
        told(Affair.RECOGNITION, "recognises", "iso3:PER", "group:somaliland", date(2022, 4, 6)),
        told(Affair.AGREEMENT, "signs", "iso3:PER", "iso3:CHL", date(2022, 4, 6), matter="a fishing agreement"),
        told(Affair.ACT, "expels", "iso3:SAU", "iso3:QAT", date(2022, 4, 6)),
    ],
)
def test_what_the_tables_do_not_tell_is_no_fact(kept: KeptStep, tables: Tables) -> None:
    assert check(kept, tables, date(2026, 1, 1)) == ()


@pytest.mark.parametrize(("when", "agrees"), [(date(2018, 6, 17), True), (date(2016, 6, 17), False), (None, None)])
def test_a_signing_on_another_day_is_told(when: date | None, agrees: bool | None, tables: Tables) -> None:
    kept = told(Affair.AGREEMENT, "signs", "iso3:GRC", "iso3:MKD", date(2019, 1, 1), matter="the Prespa Agreement", when=when)
    [fact] = check(kept, tables, date(2019, 1, 1))
    assert (fact.through, fact.agrees) == ("Prespa Agreement", agrees)


def test_the_page_flags_the_contradiction_and_keeps_tables_apart(tables: Tables) -> None:
    kept = told(Affair.RECOGNITION, "recognises", "iso3:NIC", "iso3:TWN", date(2023, 6, 30), matter="Taiwan")
    state = state_on([kept], tables, date(2023, 7, 1), actor="iso3:NIC")
    page = state_page(state, tables)
    parts = {part.name: part.rows for part in page.parts}
    [row] = parts["recognitions"]
    assert (row.flag, row.notes[0]) == ("conflict", "the tables say otherwise")
    assert "by the tables Nicaragua recognises Taiwan as the Republic of China since 1990 until 2021-12-09" in row.notes
    by_tables = {(r.who, r.stance, r.what) for r in parts["recognitions by the tables"]}
    assert ("Nicaragua", "recognises", "China as the government of China") in by_tables
    assert all(not r.evidence and r.origins == 0 for r in parts["recognitions by the tables"])
