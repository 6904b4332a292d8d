"""The dated tables beside the memberships: sanctions, agreements, recognitions, pledges; each row once, its days in order."""

from __future__ import annotations

from collections import Counter
from datetime import date
from itertools import combinations
from pathlib import Path

import pytest

from rashomon.errors import TableError
from rashomon.records import Affair
from rashomon.tables import Tables, load_tables
from rashomon.tables.rows import Years
from rashomon.timelines.facts import facts_of

TODAY = date(2026, 11, 22)


def overlap(one: Years, other: Years) -> bool:
    return (one.first or date.min) <= (other.last or date.max) and (other.first or date.min) <= (one.last or date.max)


def test_every_row_has_a_source_of_its_own(tables: Tables) -> None:
    for rows in (tables.sanctions, tables.agreements, tables.recognitions, tables.pledges):
        assert len(rows) >= 10
        for row in rows:
            assert row.source.startswith("own compilation")
            assert len(row.source.partition(": ")[2]) > 5


def test_no_row_lies_in_the_future_or_ends_before_it_begins(tables: Tables) -> None:
    for row in (*tables.sanctions, *tables.agreements, *tables.recognitions, *tables.pledges):
        assert row.years.first is None or row.years.first <= TODAY
        assert row.years.first is None or row.years.last is None or row.years.first <= row.years.last
    for row in tables.agreements:
        assert row.signed.first is not None and row.signed.first <= TODAY
        assert row.years.last is None or row.signed.first <= row.years.last
        assert all(last >= row.signed.first for _, last in row.left)


def test_nothing_stands_there_twice(tables: Tables) -> None:
    for one, other in combinations(tables.sanctions, 2):
        same = set(one.senders) & set(other.senders) and set(one.targets) & set(other.targets) and one.kind == other.kind
        assert not same or one.matter != other.matter or not overlap(one.years, other.years), (one, other)
    for recognition, again in combinations(tables.recognitions, 2):
        same_pair = (recognition.who, recognition.what) == (again.who, again.what)
        assert not same_pair or not overlap(recognition.years, again.years), (recognition, again)
    names = Counter(row.name for row in tables.agreements)
    assert [name for name, count in names.items() if count > 1] == []


def test_nobody_recognises_both_governments_of_china_at_a_time(tables: Tables) -> None:
    for one, other in combinations([r for r in tables.recognitions if r.what in ("iso3:CHN", "iso3:TWN")], 2):
        assert one.who != other.who or one.what == other.what or not overlap(one.years, other.years), (one, other)


def test_nobody_is_party_to_himself(tables: Tables) -> None:
    assert all(not set(row.senders) & set(row.targets) for row in tables.sanctions)
    assert all(len(row.parties) > 1 for row in tables.agreements)
    assert all(row.who != row.what for row in tables.recognitions)


@pytest.mark.parametrize(
    ("actor", "day", "affair", "told"),
    [
        ("iso3:QAT", date(2019, 1, 1), Affair.SANCTION, ("iso3:SAU", "sanctions", "iso3:QAT")),
        ("iso3:FRA", date(2022, 4, 6), Affair.SANCTION, ("iso3:FRA", "sanctions", "iso3:RUS")),
        ("iso3:USA", date(2018, 5, 8), Affair.AGREEMENT, ("iso3:USA", "party", "iso3:IRN")),
        ("iso3:MLI", date(2022, 2, 1), Affair.SANCTION, ("org:ecowas", "sanctions", "iso3:MLI")),
        ("iso3:SRB", date(2020, 1, 1), Affair.PARTNERSHIP, ("iso3:SRB", "partner", "fmt:nato-pfp")),
        ("iso3:SRB", date(2020, 1, 1), Affair.PARTNERSHIP, ("iso3:SRB", "candidate", "fmt:eu-candidate")),
        ("iso3:NIC", date(2020, 1, 1), Affair.RECOGNITION, ("iso3:NIC", "recognises", "iso3:TWN")),
        ("iso3:NIC", date(2022, 1, 1), Affair.RECOGNITION, ("iso3:NIC", "recognises", "iso3:CHN")),
        ("iso3:EGY", date(2013, 9, 1), Affair.AID, ("iso3:SAU", "aids", "iso3:EGY")),
    ],
)
def test_what_holds_on_a_day(tables: Tables, actor: str, day: date, affair: Affair, told: tuple[str, str, str]) -> None:
    assert told in {(f.actor, f.standing, f.body) for f in facts_of(actor, tables, day) if f.affair is affair}


@pytest.mark.parametrize(
    ("actor", "day", "affair", "other"),
    [
        ("iso3:QAT", date(2021, 1, 6), Affair.SANCTION, "iso3:SAU"),
        ("iso3:GBR", date(2020, 2, 2), Affair.MEMBERSHIP, "org:eu"),
        ("iso3:FIN", date(2023, 4, 5), Affair.PARTNERSHIP, "fmt:nato-pfp"),
        ("iso3:NIC", date(2022, 1, 1), Affair.RECOGNITION, "iso3:TWN"),
    ],
)
def test_what_no_longer_holds(tables: Tables, actor: str, day: date, affair: Affair, other: str) -> None:
    found = [f for f in facts_of(actor, tables, day) if f.affair is affair]
    assert all(other not in (f.actor, f.body) for f in found)


def test_who_left_an_agreement_is_bound_to_its_last_day(tables: Tables) -> None:
    [deal] = [row for row in tables.agreements if row.name == "Joint Comprehensive Plan of Action"]
    assert "iso3:USA" in deal.bound(date(2018, 5, 8))
    assert "iso3:USA" not in deal.bound(date(2018, 5, 9))
    assert "iso3:IRN" in deal.bound(date(2018, 5, 9))
    assert deal.bound(date(2025, 10, 19)) == ()


@pytest.mark.parametrize(
    ("file", "text", "reason"),
    [
        ("sanctions.csv", "senders,targets,kind,valid_from,valid_to,matter,source\niso3:USA,iso3:CUB,harsh,1962,,x,y\n", "kind"),
        ("sanctions.csv", "senders,targets,kind,valid_from,valid_to,matter,source\niso3:USA,iso3:CUB,arms,1962,1950,x,y\n", "ends"),
        ("sanctions.csv", "senders,targets,kind,valid_from,valid_to,matter,source\n,iso3:CUB,arms,1962,,x,y\n", "nobody"),
        ("recognitions.csv", "who,what,valid_from,valid_to,matter,source\niso3:USA,iso3:QQQ,1962,,x,y\n", "unknown id"),
        (
            "agreements.csv",
            "name,aliases,kind,parties,signed,valid_from,valid_to,left,source\nX,,y,iso3:PER;iso3:CHL,1950,,,iso3:BOL=1960,z\n",
            "no party",
        ),
    ],
)
def test_a_bad_row_is_one_line(tmp_path: Path, file: str, text: str, reason: str) -> None:
    (tmp_path / file).write_text(text, "utf-8")
    with pytest.raises(TableError, match=reason):
        load_tables(tmp_path)
