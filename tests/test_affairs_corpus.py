"""Ten weeks of our own reports: positions, outcomes, origins and as-of answers come out exactly, by the command line."""

from __future__ import annotations

import shutil
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from affairs_answers import Ask, asked, read_examples, rows
from rashomon import open_ledger
from rashomon.cli.commands import cli
from rashomon.stories.origins import find_origins_of_words


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return read_examples(tmp_path_factory.mktemp("affairs") / "ledger", "affairs")


@pytest.fixture(scope="module")
def ask(folder: Path) -> Ask:
    return partial(asked, folder)


def told(answer: dict[str, Any], part: str) -> set[tuple[str, str]]:
    """Who and stance with matter."""
    return {(row["who"], f"{row['stance']} {row['matter']}".strip()) for row in rows(answer, part)}


def test_positions_on_the_last_day(ask: Ask) -> None:
    found = told(ask("state", "--on", "2023-05-14"), "positions")
    assert {
        ("Ecuador", "supports the Pacific fishing treaty"),
        ("Brazil", "does not support the Pacific fishing treaty"),
        ("Chile", "supports the Pacific fishing treaty"),
        ("Peru", "has not joined the Pacific fishing treaty"),
        ("Argentina", "condemns Bolivia's ban on gas exports to Chile"),
        ("Chile", "denies owing any money"),
    } <= found
    assert ("Ecuador", "opposes the Pacific fishing treaty") not in found
    assert ("Brazil", "supports the Pacific fishing treaty") not in found


def test_of_one_actor_its_own_stances_stand_apart_from_those_towards_it(ask: Ask) -> None:
    state = ask("state", "--on", "2023-05-14", "--actor", "Bolivia")
    assert ("Argentina", "condemns Bolivia's ban on gas exports to Chile") in told(state, "stances of others towards them")
    assert all(who == "Bolivia" for who, _ in told(state, "positions"))
    assert ("Argentina", "urges the government in La Paz to lift it") in told(state, "demands")
    assert ("Bolivia", "is a member of UN") in told(state, "memberships by the tables")


def test_a_reversed_position_is_marked_with_both_sentences(ask: Ask) -> None:
    turns = rows(ask("timeline", "Ecuador", "--issue", "fishing treaty", "--on", "2023-05-14"), "positions")
    assert [(t["stance"], t["flag"], t["when"]) for t in turns] == [
        ("opposes", None, "2023-03-10"),
        ("supports", "changed", "2023-05-02"),
        ("plans to sign", None, "2023-05-02"),
    ]
    assert all(t["evidence"][0]["exact"] for t in turns)
    assert "no longer holds" in turns[0]["notes"]


def test_promises_have_their_outcome_and_both_sentences(ask: Ask) -> None:
    promised = {
        row["who"]: row for row in rows(ask("timeline", "--due", "2023-04", "--on", "2023-05-14"), "commitments and expectations")
    }
    assert set(promised) == {"Chile", "Bolivia"}
    assert promised["Chile"]["notes"] == ["kept"]
    assert promised["Bolivia"]["notes"] == ["broken"]
    assert promised["Bolivia"]["flag"] == "broken"
    for row in promised.values():
        assert len({e["document"] for e in row["evidence"]}) == 2


@pytest.mark.parametrize(
    ("on", "chile", "bolivia"),
    [
        ("2023-03-20", "open", "open"),
        ("2023-03-31", "kept", "open"),
        ("2023-04-17", "kept", "overdue"),
        ("2023-04-21", "kept", "broken"),
    ],
)
def test_outcomes_as_they_stood(ask: Ask, on: str, chile: str, bolivia: str) -> None:
    found = {row["who"]: row["notes"][0] for row in rows(ask("state", "--on", on), "commitments")}
    assert found["Chile"] == chile
    assert found["Bolivia"] == bolivia


def test_a_moved_meeting_is_one_meeting(ask: Ask) -> None:
    meetings = rows(ask("state", "--on", "2023-05-14"), "meetings")
    assert [m["when"] for m in meetings] == ["July 2023", "25 April 2023"]
    held = meetings[1]
    assert set(held["actors"]) == {"iso3:CHL", "iso3:PER", "iso3:BOL", "iso3:ECU"}
    assert held["matter"] == "in Lima"
    assert held["flag"] == "moved"
    for note in (
        "moved from 18 April 2023",
        "also invited: Colombia",
        "absent or not invited: Argentina, Colombia",
        "agenda: the drought and the Pacific fishing treaty",
        "after it: ministers' meeting, July 2023",
    ):
        assert note in held["notes"]
    assert any(note.startswith("for the first time:") for note in held["notes"])
    assert any(note.startswith("outcome:") and "declaration" in note for note in held["notes"])


@pytest.mark.parametrize(("on", "when"), [("2023-04-01", "18 April 2023"), ("2023-04-13", "25 April 2023")])
def test_a_meeting_stands_on_the_day_that_was_known_then(ask: Ask, on: str, when: str) -> None:
    meetings = rows(ask("state", "--on", on, "--known", on), "meetings")
    assert [(m["when"], m["status"]) for m in meetings] == [(when, "planned")]


def test_a_wire_printed_by_five_papers_is_one_origin(ask: Ask) -> None:
    row = next(r for r in rows(ask("state", "--on", "2023-03-31"), "positions") if r["who"] == "Argentina")
    assert len({e["document"] for e in row["evidence"]}) == 6
    assert row["origins"] == 1


@pytest.mark.parametrize(
    ("known", "expected"),
    [
        ("2023-03-31", {("Ecuador", "opposes"), ("Chile", "supports"), ("Peru", "has not joined")}),
        ("2023-04-08", {("Ecuador", "opposes"), ("Chile", "supports"), ("Peru", "has not joined"), ("Brazil", "supports")}),
        (
            "2023-05-05",
            {("Ecuador", "supports"), ("Chile", "supports"), ("Peru", "has not joined"), ("Brazil", "does not support")},
        ),
    ],
)
def test_three_dates_of_knowledge_give_three_answers(ask: Ask, known: str, expected: set[tuple[str, str]]) -> None:
    found = rows(ask("state", "--on", "2023-05-14", "--known", known), "positions")
    assert {(r["who"], r["stance"]) for r in found if "treaty" in r["matter"]} == expected


def test_a_correction_by_hand_is_in_every_answer(folder: Path, tmp_path: Path) -> None:
    copy = tmp_path / "ledger"
    shutil.copytree(folder, copy)
    command = ["timeline", "Chile", "--issue", "fishing treaty", "--on", "2023-05-14"]
    before = rows(asked(copy, *command), "positions")
    assert [row["stance"] for row in before] == ["supports"]
    step = before[0]["evidence"][0]["step"]
    words = ["correct", step, "stance=opposes", "--why", "the report is ironic", "--who", "ada"]
    assert CliRunner().invoke(cli, ["--ledger", str(copy), *words]).exit_code == 0
    after = rows(asked(copy, *command), "positions")
    assert [row["stance"] for row in after] == ["opposes"]
    assert after[0]["evidence"][0]["corrected"] == "stance corrected by ada: the report is ironic"


def test_the_user_names_an_issue(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "issues.csv").write_text("words,name,source\nPacific fishing treaty,Tuna,ours\n", "utf-8")
    answer = asked(folder, "--tables", str(tmp_path), "timeline", "Ecuador", "--issue", "tuna", "--on", "2023-05-14")
    assert {row["matter"] for row in rows(answer, "positions")} == {"Tuna"}


def test_by_the_clock_of_reading_nothing_was_known_then(ask: Ask) -> None:
    assert ask("state", "--on", "2023-05-14", "--known", "2023-05-14", "--clock", "reading")["parts"] == []
    assert ask("state", "--on", "2023-05-14", "--known", date.today().isoformat(), "--clock", "reading")["parts"] != []


def test_a_timeline_tells_a_demand_once_with_its_origins(ask: Ask) -> None:
    demands = rows(ask("timeline", "Bolivia", "--on", "2023-05-14"), "demands")
    told_once = [(row["stance"], row["matter"]) for row in demands]
    assert len(told_once) == len(set(told_once))
    urged = next(row for row in demands if row["stance"] == "urges")
    assert (urged["origins"], len(urged["evidence"])) == (1, 6)


def test_what_is_new_is_only_what_is_new(ask: Ask) -> None:
    news = ask("diff", "--since", "2023-05-01", "--until", "2023-05-14")
    assert told(news, "changed position") == {("Ecuador", "supports the Pacific fishing treaty")}
    stated = {who for who, _ in told(news, "new statement")}
    assert stated == {"Ecuador", "Chile", "Bolivia", "Argentina"}
    assert ("Bolivia", "lifts its ban on gas exports to Chile") in told(news, "new statement")
    assert {who for who, _ in told(ask("diff", "--since", "2023-07-01", "--until", "2023-07-10"), "due date passed")} == {
        "Ecuador",
        "Chile",
    }
    assert ask("diff", "--since", "2023-05-13", "--until", "2023-05-14")["parts"] == []
    moved = rows(ask("diff", "--since", "2023-04-10", "--until", "2023-04-13"), "meeting set, moved or held")
    assert [(m["when"], m["flag"]) for m in moved] == [("25 April 2023", "moved")]


def test_every_passage_is_found_in_its_sentence(ask: Ask) -> None:
    state = ask("state", "--on", "2023-05-14")
    cited = [e for part in state["parts"] for row in part["rows"] for e in row["evidence"]]
    assert cited
    for one in cited:
        assert one["exact"]
        assert one["exact"] in one["sentence"]
        assert one["end"] - one["start"] == len(one["exact"])
        assert one["rule"]


def test_the_pages_need_no_script_and_no_network(folder: Path, tmp_path: Path) -> None:
    for name, arguments in (("state", ["state", "--on", "2023-05-14"]), ("course", ["timeline", "Chile", "--on", "2023-05-14"])):
        page = tmp_path / f"{name}.html"
        done = CliRunner().invoke(cli, ["--ledger", str(folder), *arguments, "--html", str(page)])
        assert done.exit_code == 0, done.output
        text = page.read_text("utf-8")
        assert "<script" not in text
        assert "src=" not in text
        assert text.count("<details") > 5
        assert ("<svg" in text) == (name == "course")


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["timeline", "Ecuadro"], 1, "did you mean Ecuador"),
        (["timeline", "Ecuador", "--issue", "whaling"], 1, "did you mean Pacific fishing treaty"),
        (["state", "--actor", "Atlantis"], 1, "no such actor"),
        (["state", "--on", "2023-02-30"], 2, "is no date"),
        (["timeline", "--due", "2023-13"], 2, "is no date"),
        (["timeline"], 2, "give an actor"),
        (["timeline", "Chile", "--due", "2023-04", "--issue", "treaty"], 2, "--due goes with"),
        (["diff", "--since", "2023-05-14", "--until", "2023-05-01"], 2, "is before"),
    ],
)
def test_bad_input_is_one_clear_line(folder: Path, arguments: list[str], code: int, said: str) -> None:
    done = CliRunner().invoke(cli, ["--ledger", str(folder), *arguments])
    assert done.exit_code == code
    assert said in done.output
    assert "Traceback" not in done.output


def test_origins_of_lines_are_those_of_the_stories(folder: Path, ask: Ask) -> None:
    """For every line whose reports are all of one story: as many origins as `rashomon origins` counts of the same words. (Of
    reports that stand more than half a month apart a ledger does not ask whether they are of one text.)"""
    with open_ledger(folder) as ledger:
        stories = ledger.stories()
        dates = {r.document.id: r.document.published for r in ledger.readings()}
    published = {document: when.latest if when is not None else None for document, when in dates.items()}
    answer = ask("state", "--on", "2023-05-14")
    checked = 0
    for row in (row for part in answer["parts"] for row in part["rows"]):
        words: dict[str, str] = {}
        for cited in row["evidence"]:
            words[cited["document"]] = f"{words.get(cited['document'], '')} {cited['sentence']}"
        story = next((s for s in stories if set(words) <= set(s.documents)), None)
        days = sorted(day for document in words for day in (published[document],) if day is not None)
        if len(words) > 1 and story is not None and days[-1] - days[0] <= timedelta(days=14):
            checked += 1
            assert row["origins"] == len(find_origins_of_words(words, story.derivations)), row
    assert checked >= 3
