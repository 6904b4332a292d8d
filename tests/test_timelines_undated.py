"""Reports of which no text tells the day: they stand apart, last, and nothing on a page has the day of their reading."""

import re
from datetime import date

import pytest

from kept_steps import day_when, make_header, make_kept
from rashomon.cli.pages import show
from rashomon.exports.affairs import Page, course_page, page_json, standing, state_page
from rashomon.exports.affairs_html import page_html
from rashomon.records import Affair, KeptStep, Status
from rashomon.tables import Tables
from rashomon.timelines.courses import find_course
from rashomon.timelines.meetings import find_gatherings
from rashomon.timelines.positions import find_positions
from rashomon.timelines.states import state_on

MALI, CHAD, NIGER, TOGO = "iso3:MLI", "iso3:TCD", "iso3:NER", "iso3:TGO"
DATED, UNDATED = make_header("dated", date(2021, 5, 3)), make_header("undated", None)  # read on 1 January 2024
ON = date(2024, 6, 1)


def position(header: object, stance: str, matter: str = "the joint patrol", **more: object) -> KeptStep:
    return make_kept(header, Affair.POSITION, stance, (MALI,), matter, **more)  # type: ignore[arg-type]


def parts(page: Page) -> list[tuple[str, list[str]]]:
    return [(part.heading, [row.when for row in part.rows]) for part in page.parts]


@pytest.fixture
def kept() -> list[KeptStep]:
    return [
        position(UNDATED, "opposes", "the joint patrol"),
        position(DATED, "supports"),
        make_kept(UNDATED, Affair.AID, "aids", (MALI,), "ten lorries", counterparts=(CHAD,), sentence=1),
        make_kept(
            DATED, Affair.AID, "aids", (MALI,), "two boats", counterparts=(NIGER,), sentence=2, when=day_when(date(2021, 5, 1))
        ),
    ]


def test_on_a_timeline_they_stand_last_and_undated(kept: list[KeptStep], tables: Tables) -> None:
    page = course_page(find_course(kept, tables, MALI, ON), tables)
    assert parts(page) == [
        ("positions", ["2021-05-03"]),
        ("aid", ["1 May 2021"]),
        ("positions, undated", ["undated; read on 1 January 2024"]),
        ("aid, undated", ["undated; read on 1 January 2024"]),
    ]
    assert "2024" not in page.plot


def test_in_a_state_they_stand_last_too(kept: list[KeptStep], tables: Tables) -> None:
    page = state_page(state_on(kept, tables, ON, actor=MALI), tables)
    told = [part.heading for part in page.parts if not part.name.endswith("by the tables")]
    assert told == ["positions", "aid", "positions, undated", "aid, undated"]
    assert page.parts[-1].undated


def test_json_and_html_claim_no_day_for_them(kept: list[KeptStep], tables: Tables) -> None:
    page = course_page(find_course([k for k in kept if k.header is UNDATED], tables, MALI, ON), tables)
    rows = [
        (part["undated"], row["when"], row["evidence"][0]["published"]) for part in page_json(page)["parts"] for row in part["rows"]
    ]
    assert rows == [(True, None, "undated; read on 1 January 2024")] * 2
    body = page_html(page).split("<main>")[1].split("</main>")[0]
    assert not re.search(r"(?<!read on )(?:1 January 2024|2024-01-01)", body)
    assert "Positions, undated" in body


def test_an_undated_stance_neither_follows_nor_ends_another() -> None:
    (found,) = find_positions([position(UNDATED, "opposes"), position(DATED, "supports")], MALI)
    assert [(t.stance, t.changed_from, t.holds) for t in found.turns] == [("supports", "", True), ("opposes", "", True)]
    later = make_header("later", date(2022, 1, 1))
    (found,) = find_positions([position(UNDATED, "supports"), position(DATED, "supports"), position(later, "opposes")], MALI)
    assert [(t.stance, t.changed_from, t.holds, len(t.told)) for t in found.turns] == [
        ("supports", "", False, 2),
        ("opposes", "supports", True, 1),
    ]


def test_a_step_with_its_own_day_is_dated(tables: Tables) -> None:
    own = position(UNDATED, "supports", when=day_when(date(2020, 2, 2)))
    assert parts(course_page(find_course([own], tables, MALI, ON), tables)) == [("positions", ["2020-02-02"])]


def test_a_meeting_without_any_day_does_not_join_one_of_two_years_before(tables: Tables) -> None:
    then = make_kept(DATED, Affair.MEETING, "meets", (MALI, CHAD), when=day_when(date(2021, 5, 2)))
    some = make_kept(UNDATED, Affair.MEETING, "meets", (MALI, CHAD))
    assert len(find_gatherings([then, some], tables, ON)) == 2
    many = [
        make_kept(h, Affair.MEETING, "meets", (MALI, CHAD, NIGER), when=k.step.when) for h, k in ((DATED, then), (UNDATED, some))
    ]
    assert len(find_gatherings(many, tables, ON)) == 1


def test_what_was_to_come_and_is_past_is_not_said_to_be_expected(tables: Tables) -> None:
    coming = make_kept(DATED, Affair.MEETING, "meets", (MALI, CHAD), status=Status.EXPECTED, when=day_when(date(2024, 5, 10)))
    dayless = make_kept(DATED, Affair.MEETING, "meets", (MALI, TOGO), status=Status.PLANNED, sentence=3)
    page = state_page(state_on([coming, dayless], tables, ON), tables)
    (part,) = page.parts
    assert [(standing(part, row), row.notes) for row in part.rows] == [("was expected", ("no report tells whether it was held",))]
    later = state_page(state_on([coming], tables, date(2024, 5, 9)), tables)
    assert [standing(part, row) for part in later.parts for row in part.rows] == ["expected"]


def test_no_line_of_a_page_begins_at_the_edge_but_its_rows(
    kept: list[KeptStep], tables: Tables, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    page = course_page(find_course(kept, tables, MALI, ON), tables)
    show(page)
    out = capsys.readouterr().out.splitlines()
    rows = out[out.index("Positions") :]
    assert {line[:2] for line in rows if line} <= {"- ", "  ", *(part.heading.capitalize()[:2] for part in page.parts)}
    assert all(len(line) <= 60 and line == line.rstrip() for line in rows)
    assert any(line.startswith("  ") and not line.startswith("    ") for line in rows), "a row that is broken is set in"
