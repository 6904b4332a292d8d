"""The tables load fast, hold what they must, and say where a row is bad."""

import shutil
import time
from collections import defaultdict
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

from rashomon.errors import TableError
from rashomon.tables import Tables, load_tables
from rashomon.tables.loader import HERE, KEYS
from rashomon.tables.rows import Office, earliest, latest

DAY = date(2022, 4, 6)


@pytest.mark.parametrize(
    ("org", "day", "count"),
    [
        ("org:nato", date(2022, 4, 6), 30),
        ("org:nato", date(2023, 4, 4), 31),
        ("org:nato", date(2024, 3, 7), 32),
        ("org:nato", date(2003, 1, 1), 19),
        ("org:nato", date(1990, 6, 1), 16),
        ("org:eu", date(2022, 4, 6), 27),
        ("org:eu", date(2019, 1, 1), 28),
        ("org:eu", date(1994, 6, 1), 12),
        ("fmt:g7", DAY, 7),
        ("fmt:nato-ap4", DAY, 4),
        ("fmt:brics", DAY, 5),
        ("fmt:unsc-p5", DAY, 5),
        ("org:asean", DAY, 10),
        ("org:sco", DAY, 8),
        ("org:un", DAY, 193),
    ],
)
def test_member_counts_on_a_day(tables: Tables, org: str, day: date, count: int) -> None:
    states = [m for m in tables.members(org, day) if m.startswith("iso3:")]
    assert len(states) == count, sorted(states)


def test_accessions_are_dated_to_the_day(tables: Tables) -> None:
    assert not tables.is_member("org:nato", "iso3:FIN", date(2023, 4, 3))
    assert tables.is_member("org:nato", "iso3:FIN", date(2023, 4, 4))
    assert not tables.is_member("org:nato", "iso3:SWE", date(2024, 3, 6))
    assert tables.is_member("org:nato", "iso3:SWE", date(2024, 3, 7))
    assert tables.members("fmt:nato-ap4", DAY) == {"iso3:AUS", "iso3:JPN", "iso3:KOR", "iso3:NZL"}


def test_nobody_shares_an_office_for_more_than_the_day_of_the_handover(tables: Tables) -> None:
    held: defaultdict[tuple[str, str], list[Office]] = defaultdict(list)
    for office in tables.offices:
        if not office.role.startswith("spokesperson"):
            held[office.actor, office.role].append(office)
    for offices in held.values():
        offices.sort(key=lambda o: o.years.first or date.min)
        for before, after in pairwise(offices):
            assert (before.years.last or date.max) <= (after.years.first or date.min), (before, after)


def test_every_row_has_a_source(tables: Tables) -> None:
    kinds = (tables.states, tables.organisations, tables.memberships, tables.persons, tables.offices, tables.outlets,
             tables.metonyms, tables.groups, tables.places, tables.roles)  # fmt: skip
    for rows in kinds:
        assert rows
        assert all(row.source for row in rows)


def test_office_holders_on_a_day(tables: Tables) -> None:
    assert [o.person for o in tables.holders("iso3:RUS", "foreign_minister", DAY)] == ["person:sergei-lavrov"]
    assert [o.person for o in tables.holders("iso3:DEU", "prime_minister", date(2021, 12, 1))] == ["person:angela-merkel"]
    assert [o.person for o in tables.holders("org:nato", "secretary_general", DAY)] == ["person:jens-stoltenberg"]
    held = {o.role for o in tables.offices_of("person:vladimir-putin", date(2010, 1, 1))}
    assert held == {"prime_minister"}


def test_codes_names_and_sectors(tables: Tables) -> None:
    assert tables.event_code("iso3:UKR") == "UKR"
    assert tables.event_code("person:sergei-lavrov", DAY) == "RUS"
    assert tables.event_code("org:nato") == "NAT"
    assert tables.event_code("iso3:SUN") == "RUS"
    assert tables.event_code("group:hamas") == "PSE"
    assert tables.event_code("person:nobody-at-all") == ""
    assert tables.name("org:eu") == "EU"
    assert tables.name("person:some-body") == "Some Body"
    assert tables.sector("group:hamas") == "REB"
    assert tables.sector("person:sergei-shoigu", DAY) == "MIL"


def test_outlets_by_host_and_name(tables: Tables) -> None:
    nikkei = tables.outlet_by_host("www.asia.nikkei.com:443")
    assert nikkei is not None
    assert nikkei.id == "outlet:nikkei"
    assert tables.outlet_by_host("example.org") is None
    assert tables.outlet_by_host("com") is None
    guardian = tables.outlet_by_name("THE  Guardian")
    assert guardian is not None
    assert guardian.country == "iso3:GBR"
    assert tables.outlet_by_name("no such paper") is None


def test_partial_dates() -> None:
    assert earliest("2020") == date(2020, 1, 1)
    assert latest("2020") == date(2020, 12, 31)
    assert latest("2020-02") == date(2020, 2, 29)


def overlay(folder: Path, table: str, *lines: str) -> Path:
    (folder / f"{table}.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return folder


def test_a_row_of_the_overlay_wins(tmp_path: Path) -> None:
    folder = overlay(tmp_path, "outlets", "id,name,domains,country,source", "outlet:nikkei,My Nikkei,mine.example,iso3:JPN,me")
    overlay(folder, "groups", "id,name,type,states,source", "group:blue-hand,Blue Hand,armed_group,iso3:UKR,me")
    mine = load_tables(folder)
    assert mine.outlet_by_host("mine.example") == mine.outlet_by_name("my nikkei")
    assert mine.event_code("group:blue-hand") == "UKR"
    assert len(mine.states) == len(load_tables().states)


@pytest.mark.parametrize(
    ("table", "lines", "message"),
    [
        ("memberships", ["org,member,valid_from,valid_to,status,source", "org:nato,iso3:FRA,2020,2010,member,me"], "ends before"),
        ("memberships", ["org,member,valid_from,valid_to,status,source", "org:nato,iso3:QQQ,2020,,member,me"], "iso3:QQQ"),
        ("memberships", ["org,member,valid_from,valid_to,status,source", "org:nato,iso3:FRA,soon,,member,me"], "not a date"),
        ("memberships", ["org,member,source", "org:nato,iso3:FRA,me"], "valid_from"),
        ("offices", ["actor,role,person,valid_from,source", "iso3:FRA,president,person:no-one,2020,me"], "person:no-one"),
        ("groups", ["id,name,type,states,source", "blue,Blue Hand,armed_group,iso3:UKR,me"], "group:"),
        ("groups", ["id,name,type,states,source", "group:blue,Blue Hand,armed_group"], "cells"),
        ("outlets", ["id,name,source", "outlet:,,me"], "names nothing"),
        ("states", ["id,name,source", "Ukr,Ukraine,me"], "three capitals"),
        ("wombats", ["id,source", "x,me"], "not a table of ours"),
    ],
)
def test_a_bad_row_names_its_file(tmp_path: Path, table: str, lines: list[str], message: str) -> None:
    with pytest.raises(TableError) as error:
        load_tables(overlay(tmp_path, table, *lines))
    assert message in str(error.value)
    assert table in str(error.value)


def test_a_bad_row_names_its_line(tmp_path: Path) -> None:
    good = "org:nato,iso3:FRA,1949,,member,me"
    folder = overlay(tmp_path, "memberships", "org,member,valid_from,valid_to,status,source", good, good.replace("1949", "never"))
    with pytest.raises(TableError, match=r"memberships\.csv:3"):
        load_tables(folder)


def test_an_overlay_that_is_no_text_or_no_folder(tmp_path: Path) -> None:
    (tmp_path / "states.csv").write_bytes(b"\xff\xfe\x00\x01")
    with pytest.raises(TableError, match="cannot be read"):
        load_tables(tmp_path)
    with pytest.raises(TableError, match="no such folder"):
        load_tables(tmp_path / "nowhere")


def test_our_own_files_serve_as_an_overlay(tmp_path: Path) -> None:
    for table in KEYS:
        shutil.copy(HERE / f"{table}.csv", tmp_path)
    same = load_tables(tmp_path)
    ours = load_tables()
    assert (same.states, same.offices, same.groups) == (ours.states, ours.offices, ours.groups)


def test_loading_is_quick() -> None:
    start = time.process_time()
    fresh = load_tables.__wrapped__()
    assert fresh.lexicon.names
    assert time.process_time() - start < 1.5  # about 0.2 s on an idle machine


@pytest.mark.parametrize(
    ("person", "day", "home"),
    [
        ("person:javier-solana", date(1994, 1, 1), "iso3:ESP"),
        ("person:javier-solana", date(1997, 1, 1), "org:nato"),
        ("person:javier-solana", date(2004, 1, 1), "org:eu"),
        ("person:elizabeth-ii", date(2000, 1, 1), "iso3:GBR"),
        ("person:emmanuel-macron", date(2020, 1, 1), "iso3:FRA"),
        ("person:sergei-lavrov", None, "iso3:RUS"),
    ],
)
def test_somebody_acts_for_whose_office_he_holds_that_day(person: str, day: date | None, home: str, tables: Tables) -> None:
    assert tables.state_of(person, day) == home


def test_no_name_of_a_person_is_a_title_or_a_common_word(tables: Tables) -> None:
    titles = {"Governor", "President", "Minister", "Acting", "President-elect", "President-Elect"}
    assert [p.name for p in tables.persons if titles & set(p.name.split())] == []
    assert not {"Meta", "Santa", "Francis", "Philippe"} & {p.name for p in tables.persons}
