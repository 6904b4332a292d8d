"""Two sets of six reports of our own from other regions, with the state of affairs that was written down before they were read."""

from __future__ import annotations

from typing import Any

import pytest

from affairs_answers import Ask, asked, read_examples, rows


@pytest.fixture(scope="module")
def ask(tmp_path_factory: pytest.TempPathFactory) -> Ask:
    folder = tmp_path_factory.mktemp("regions")
    for name in ("sahel", "shoal"):
        read_examples(folder / name, f"affairs-{name}")
    return lambda name, *arguments: asked(folder / name, *arguments)


def told(answer: dict[str, Any], part: str) -> set[tuple[str, str, str]]:
    """Who, stance, and the first word or two of the matter."""
    return {(row["who"], row["stance"], " ".join(row["matter"].split()[:2])) for row in rows(answer, part)}


SAHEL = ("sahel", "state", "--on", "2024-03-20")
SHOAL = ("shoal", "state", "--on", "2023-09-20")


def test_positions_in_the_sahel(ask: Ask) -> None:
    assert {
        ("Togo", "takes no side in", "the dispute"),
        ("ECOWAS", "condemns", "the detention"),
        ("Niger", "condemns", "the decision"),
        ("Niger", "welcomes", "the announcement"),
        ("Benin", "denies", "the accusation"),
        ("Mali", "will not", "return to"),
    } <= told(ask(*SAHEL), "positions")


def test_a_reversal_in_other_words_is_marked(ask: Ask) -> None:
    turns = rows(ask("sahel", "timeline", "Nigeria", "--on", "2024-03-20"), "positions")
    assert ("does not oppose", "changed") in {(t["stance"], t["flag"]) for t in turns}


def test_promises_in_the_sahel(ask: Ask) -> None:
    promised = {(r["who"], " ".join(r["matter"].split()[:2])): r["notes"][0] for r in rows(ask(*SAHEL), "commitments")}
    assert promised["Benin", "reopen its"] == "kept"
    assert promised["Benin", "to let"] == "broken"


def test_meetings_in_the_sahel(ask: Ask) -> None:
    meetings = rows(ask(*SAHEL), "meetings")
    assert [(m["when"], m["matter"], m["flag"], m["status"]) for m in meetings] == [
        ("April 2024", "in Bamako", None, "planned"),
        ("29 February 2024", "in Accra", "moved", "done"),
    ]
    assert "moved from 22 February 2024" in meetings[1]["notes"]
    assert "absent or not invited: Nigeria" in meetings[1]["notes"]


def test_who_is_away_sees_when_they_met(ask: Ask) -> None:
    [meeting] = rows(ask("sahel", "timeline", "Nigeria", "--on", "2024-03-20"), "meetings")
    assert (meeting["when"], meeting["status"]) == ("29 February 2024", "done")


def test_lifted_sanctions_beside_the_tables(ask: Ask) -> None:
    [row] = rows(ask(*SAHEL), "sanctions")
    assert (row["who"], row["stance"]) == ("ECOWAS", "lifts")
    assert any(note.startswith("by the tables ECOWAS has sanctions on Niger") for note in row["notes"])


def test_positions_at_the_shoal(ask: Ask) -> None:
    assert {
        ("South Korea", "takes no side in", "the dispute"),
        ("Indonesia", "opposes", "any use"),
        ("Indonesia, Malaysia", "supports", "a binding"),
        ("Cambodia", "supports", "China's position"),
        ("Philippines", "will not", "remove the"),
    } <= told(ask(*SHOAL), "positions")
    assert not any(r["flag"] == "changed" for r in rows(ask(*SHOAL), "positions"))


def test_a_pledge_half_kept_and_a_meeting_called_off(ask: Ask) -> None:
    promised = {r["who"]: r["notes"][0] for r in rows(ask(*SHOAL), "commitments")}
    assert promised["United States"] == "partly kept"
    assert promised["Japan"] == "open"
    off = [m for m in rows(ask(*SHOAL), "meetings") if m["flag"] == "called off"]
    assert [(m["when"], m["matter"]) for m in off] == [("6 September 2023", "in Jakarta")]
