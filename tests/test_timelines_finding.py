"""What one report tells of affairs: stances, status, own word or another's, due days, conditions, according to whom."""

from __future__ import annotations

from typing import Any

import pytest

from conftest import make_document
from rashomon.pipeline import read_parsed
from rashomon.records import Affair, Document, Status, Step
from rashomon.sentences import parse_documents


@pytest.fixture(scope="module")
def found(parser: Any, tables: Any) -> Any:
    def find(report: Document | str) -> tuple[Step, ...]:
        document = make_document(report) if isinstance(report, str) else report
        [(_, sentences)] = parse_documents([document], parser)
        return read_parsed(document, sentences, tables).steps

    return find


def stances(steps: tuple[Step, ...], actor: str) -> set[str]:
    return {s.stance for s in steps if actor in s.actors}


@pytest.mark.parametrize(
    ("text", "actor", "stance", "status"),
    [
        ("Norway supports the treaty on the high seas.", "iso3:NOR", "supports", Status.DONE),
        ("Norway does not support the treaty on the high seas.", "iso3:NOR", "does not support", Status.NOT_DONE),
        ("Brazil refused to condemn the coup in Niger.", "iso3:BRA", "refuses to condemn", Status.REFUSED),
        ("Kenya has not joined the sanctions against Uganda.", "iso3:KEN", "has not joined", Status.NOT_DONE),
        ("Chile abstained from the vote on the ban.", "iso3:CHL", "abstains", Status.DONE),
        ("India refused to take sides in the dispute over the dam.", "iso3:IND", "takes no side in", Status.REFUSED),
        ("Peru called for a peaceful solution to the crisis.", "iso3:PER", "calls for", Status.DONE),
        ("Ghana condemned the attack on the pipeline.", "iso3:GHA", "condemns", Status.DONE),
    ],
)
def test_positions(found: Any, text: str, actor: str, stance: str, status: Status) -> None:
    steps = [s for s in found(text) if s.affair is Affair.POSITION and actor in s.actors]
    assert [(s.stance, s.status, s.own) for s in steps] == [(stance, status, True)]


@pytest.mark.parametrize(
    ("text", "actor", "told"),
    [
        (
            "Bolivia lifted its ban on gas exports to Chile.",
            "iso3:BOL",
            (Affair.SANCTION, "lifts", "its ban on gas exports to Chile"),
        ),
        ("Peru has not lifted the embargo on Chile.", "iso3:PER", (Affair.SANCTION, "has not lifted", "the embargo on Chile")),
        ("Kenya released 12 prisoners of war on Friday.", "iso3:KEN", (Affair.ACT, "releases", "12 prisoners of war")),
        ("Ghana reopened its border with Togo.", "iso3:GHA", (Affair.ACT, "reopens", "its border with Togo")),
        ("Norway expelled three Russian diplomats.", "iso3:NOR", (Affair.ACT, "expels", "three Russian diplomats")),
        ("India recalled its ambassador from Canada.", "iso3:IND", (Affair.ACT, "recalls", "its ambassador from Canada")),
        ("Mexico resumed flights to Cuba.", "iso3:MEX", (Affair.ACT, "resumes", "flights to Cuba")),
    ],
)
def test_acts_are_told_by_their_verb_once(found: Any, text: str, actor: str, told: tuple[Affair, str, str]) -> None:
    assert [(s.affair, s.stance, s.matter) for s in found(text) if actor in s.actors] == [told]


@pytest.mark.parametrize(
    "text",
    [
        "Chad will release 12 prisoners of war by Friday.",
        "Peru plans to lift the embargo on Chile next month.",
    ],
)
def test_an_act_to_come_is_a_promise(found: Any, text: str) -> None:
    assert [s.affair for s in found(text)] == [Affair.COMMITMENT]


def test_a_quoted_sentence_is_not_what_is_demanded(found: Any) -> None:
    steps = found('Ghana\'s foreign minister demanded an apology: "We will not accept that a neighbour insults us."')
    assert [s.matter for s in steps if "iso3:GHA" in s.actors and s.affair in (Affair.POSITION, Affair.DEMAND)] == ["an apology"]


def test_both_sides_are_not_one_side(found: Any) -> None:
    steps = found("Chad attacked a camp of Boko Haram. Kenya urged both sides to stop the fighting in the north.")
    assert [s.counterparts for s in steps if s.stance == "urges"] == [()]


def test_a_short_phrase_goes_by_the_fuller_one_before_it(found: Any) -> None:
    steps = found("Norway signed the treaty on the high seas. Iceland opposes the nuclear test treaty. Chile supports the treaty.")
    step = next(s for s in steps if s.stance == "supports")
    assert step.matter == "the nuclear test treaty"


def test_two_verbs_refused_are_two_steps(found: Any) -> None:
    steps = found("Mexico refused to condemn the raid or join the sanctions imposed on Cuba by the United States and Canada.")
    assert {"refuses to condemn", "refuses to join"} <= stances(steps, "iso3:MEX")
    imposed = next(s for s in steps if s.affair is Affair.SANCTION)
    assert set(imposed.actors) == {"iso3:USA", "iso3:CAN"}
    assert imposed.counterparts == ("iso3:CUB",)
    assert imposed.own


def test_what_others_say_is_not_the_actors_own_word(found: Any) -> None:
    steps = found("Kenya said that Ethiopia opposes the water treaty.")
    step = next(s for s in steps if s.stance == "opposes")
    assert step.actors == ("iso3:ETH",)
    assert not step.own
    assert len(step.according_to) == 1


def test_an_actors_own_office_is_its_own_word(found: Any) -> None:
    step = next(
        s for s in found("Ecuador opposes the fishing treaty, its foreign ministry said on Friday.") if s.stance == "opposes"
    )
    assert step.own


def test_an_office_holder_is_followed_by_whom_he_acts_for(found: Any) -> None:
    """NATO Secretary-General Jens Stoltenberg criticised Russia's missile tests."""
    step = next(
        s for s in found("NATO Secretary-General Jens Stoltenberg condemned Russia's missile tests.") if s.stance == "condemns"
    )
    assert step.actors == ("person:jens-stoltenberg", "org:nato")
    assert "iso3:RUS" in step.counterparts


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("Germany pledged to deliver 20 generators to Moldova by May 1.", ("2022-05-01", "2022-05-01")),
        ("Germany promised to open the bridge in June.", ("2022-06-01", "2022-06-30")),
        ("Germany will send 20 generators to Moldova by the end of May.", None),
        ("Germany promised to open the bridge within 60 days.", ("2022-04-06", "2022-06-05")),
        ("Germany promised to open the bridge in two weeks.", ("2022-04-18", "2022-04-24")),
    ],
)
def test_commitments_are_due(found: Any, text: str, due: tuple[str, str] | None) -> None:
    step = next(s for s in found(text) if s.affair is Affair.COMMITMENT)
    assert step.actors == ("iso3:DEU",)
    assert step.status is Status.PLANNED
    assert step.due is not None
    assert step.due.earliest is not None
    assert step.due.latest is not None
    if due is not None:
        assert (step.due.earliest.isoformat(), step.due.latest.isoformat()) == due


def test_a_promise_under_a_demand_is_no_promise(found: Any) -> None:
    steps = found("Poland demanded that Belarus promise to release the prisoners.")
    assert "promises" not in stances(steps, "iso3:BLR")
    assert Affair.DEMAND in {s.affair for s in steps}


def test_a_warning_has_its_condition(found: Any) -> None:
    text = "Japan warned North Korea of consequences should it launch another missile."
    step = next(s for s in found(text) if s.stance.startswith("warns"))
    assert step.status is Status.CONDITIONAL
    assert step.condition is not None
    assert step.condition.of(text).startswith("should it launch")


def test_expectations_belong_to_those_who_are_to_act(found: Any) -> None:
    step = next(s for s in found("Canada is expected to lift the tariffs on steel in June.") if s.affair is Affair.EXPECTATION)
    assert step.actors == ("iso3:CAN",)
    assert step.status is Status.EXPECTED
    assert step.due is not None


def test_meetings_guests_and_firsts(found: Any, report: Document) -> None:
    """The foreign ministers of Kenya, Uganda and Rwanda will meet in Nairobi on April 20. Burundi has been invited to the meeting.
    Somalia has not been invited to the meeting. It is the first time that a Rwandan minister attends the talks."""
    steps = [s for s in found(report) if s.affair is Affair.MEETING]
    assert {"meets", "is invited to", "is not invited to", "takes part for the first time in"} == {s.stance for s in steps}
    meets = next(s for s in steps if s.stance == "meets")
    assert set(meets.actors) == {"iso3:KEN", "iso3:UGA", "iso3:RWA"}
    assert meets.when is not None
    assert meets.when.value == "2022-04-20"


def test_a_wrong_membership_is_a_claim(found: Any) -> None:
    steps = found("NATO works with Finland, Sweden and other member states of the alliance, the minister said.")
    claim = [s for s in steps if s.stance == "is called a member of"]
    assert all(not s.own and s.counterparts == ("org:nato",) for s in claim)


@pytest.mark.parametrize(
    "text",
    [
        "The court accused a man of stealing a car.",
        "He said that they supported him.",
        "Everybody agreed with that.",
        "The team will play in Madrid on Sunday.",
    ],
)
def test_what_is_no_affair_gives_no_position(found: Any, text: str) -> None:
    assert not [s for s in found(text) if s.affair in (Affair.POSITION, Affair.DEMAND, Affair.COMMITMENT)]


def test_spans_lie_in_their_text_and_ids_are_stable(found: Any) -> None:
    text = "France pledged to send aid to Chad by May 1. Chad welcomed the promise. France and Chad signed an agreement on trade."
    steps = found(text)
    assert steps
    assert steps == found(text)
    assert len({s.id for s in steps}) == len(steps)
    for step in steps:
        assert 0 <= step.span.start < step.span.end <= len(text)
        if step.matter_span is not None:
            assert step.span.holds(step.matter_span)


def test_a_possessive_before_title_and_name_hides_nobody(found: Any) -> None:
    steps = found("Kenya's President William Ruto met Ugandan President Yoweri Museveni in Kampala on Tuesday.")
    [meeting] = [s for s in steps if s.affair is Affair.MEETING]
    assert {"iso3:KEN", "iso3:UGA"} <= set(meeting.actors)


HEADLINES = (
    "China condemns Iran Seizes Tanker In Disputed Strait",
    "China condemns Iran seizes tanker in the strait.",
)


@pytest.mark.parametrize("line", HEADLINES)
def test_a_headline_that_has_run_in_is_no_object(found: Any, line: str) -> None:
    steps = found(f"Ministers met for two hours in the capital on Friday and agreed on a short text.\n\n{line}")
    assert "condemns" not in stances(steps, "iso3:CHN")


def test_a_thing_is_called_by_the_text_and_not_by_the_headline(found: Any) -> None:
    report = make_document("China Condemns Iran Satellite Launch\n\nThe rocket rose at dawn. China condemned the launch on Friday.")
    assert {s.matter for s in found(report) if s.stance == "condemns"} == {"the launch"}


def test_what_somebody_did_can_be_condemned(found: Any) -> None:
    assert "condemns" in stances(found("China condemned what Iran did in the strait."), "iso3:CHN")
    assert "condemns" in stances(found("China condemned the seizure that Iran ordered."), "iso3:CHN")
