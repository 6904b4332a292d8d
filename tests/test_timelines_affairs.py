"""What is made of kept steps: origins, versions, issues, positions and their changes, commitments, meetings, checks, ties."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kept_steps import day_when, make_header, make_kept
from rashomon.exports.affairs import state_page
from rashomon.records import Affair, EventType, KeptStep, Status
from rashomon.timelines.checks import check
from rashomon.timelines.commitments import Outcome, find_commitments
from rashomon.timelines.issues import about, find_issues
from rashomon.timelines.meetings import find_gatherings
from rashomon.timelines.news import News, diff
from rashomon.timelines.origins import Origins
from rashomon.timelines.positions import find_positions
from rashomon.timelines.stances import side
from rashomon.timelines.states import Section, state_on
from rashomon.timelines.tellings import latest_versions
from rashomon.timelines.ties import counts, scale, score_of

ARD, BEL, COR = "iso3:ARD", "iso3:BEM", "iso3:COR"
START = date(2023, 3, 1)
STANCES = ("supports", "opposes", "abstains", "calls for", "refuses to condemn", "condemns")


def position(number: int, stance: str, matter: str = "the river treaty", actor: str = ARD, **more: Any) -> KeptStep:
    header = make_header(f"Report {number}", START + timedelta(number))
    return make_kept(header, Affair.POSITION, stance, (actor,), matter, **more)


# -- stances -----------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("stance", "expected"),
    [
        *(("supports", 1), ("does not support", -1), ("opposes", -1), ("condemns", -1), ("has not joined", -1)),
        *(("refuses to join", -1), ("refuses to condemn", 0), ("abstains", 0), ("takes no side in", 0)),
        *(("will join", 1), ("plans to support", 1), ("believes", None)),
    ],
)
def test_sides(stance: str, expected: int | None) -> None:
    assert side(stance) == expected


# -- origins and versions ----------------------------------------------------------------------------------------------------


def test_prints_of_one_wire_are_one_origin_and_a_report_of_its_own_another() -> None:
    words = "Ardania condemned the ban on gas exports on Tuesday and asked the government of Belmora to lift it at once."
    copies = [position(n, "condemns", words=words) for n in range(5)]
    other = position(
        9, "condemns", words="Belmora's gas ban met with anger in Ardania, where ministers spoke of blackmail by a neighbour."
    )
    origins = Origins([*copies, other])
    assert origins.count(copies) == 1
    assert origins.count([*copies, other]) == 2


def test_a_shared_quotation_makes_no_common_origin() -> None:
    quoted = '"We shall never in our lives agree to a treaty such as this one," the minister'
    one = position(1, "opposes", words=f"{quoted} told a crowd of farmers in the capital on Sunday evening.")
    other = position(2, "opposes", words=f"{quoted} wrote in a letter that his party published on Monday.")
    assert Origins([one, other]).count([one, other]) == 2


def test_only_the_latest_version_under_one_address_counts() -> None:
    first = make_header("first", START, "https://paper.example/a")
    second = make_header("second", START + timedelta(3), "https://paper.example/a")
    other = make_header("other", START, "https://paper.example/b")
    kept = [make_kept(h, Affair.POSITION, "supports", (ARD,), "the treaty") for h in (first, second, other)]
    assert {k.header.title for k in latest_versions(kept)} == {"second", "other"}


# -- issues ------------------------------------------------------------------------------------------------------------------


def test_wordings_of_one_matter_are_one_issue_named_by_the_commonest() -> None:
    kept = [
        position(n, "supports", m) for n, m in enumerate(["the river treaty", "the river treaty", "a new river treaty", "the port"])
    ]
    issues = find_issues(kept)
    assert [i.name for i in issues] == ["river treaty", "port"]
    assert len(issues[0].steps) == 3


def test_a_short_reference_joins_only_within_its_report() -> None:
    header = make_header("one", START)
    kept = [
        make_kept(header, Affair.POSITION, "supports", (ARD,), m, sentence=n)
        for n, m in enumerate(["the river treaty", "the treaty"])
    ]
    kept.append(position(5, "opposes", "the treaty", BEL))
    issues = find_issues(kept)
    assert sorted(len(i.steps) for i in issues) in ([1, 2], [3])
    assert {kept[0].step.id, kept[1].step.id} <= issues[0].steps


def test_the_user_names_and_merges_issues() -> None:
    kept = [position(1, "supports", "the river treaty"), position(2, "opposes", "the water accord", BEL)]
    names = {"the river treaty": "Water", "the water accord": "Water"}
    assert [i.name for i in find_issues(kept, names=names)] == ["Water"]
    assert [i.name for i in about("water", find_issues(kept, names=names))] == ["Water"]


def test_likeness_of_vectors_joins_what_words_do_not() -> None:
    import numpy as np

    kept = [position(1, "supports", "the river treaty"), position(2, "opposes", "an accord on streams", BEL)]
    assert len(find_issues(kept)) == 2
    assert len(find_issues(kept, lambda texts: np.ones((len(texts), 1)))) == 1


# -- positions ---------------------------------------------------------------------------------------------------------------


def test_a_reversal_is_marked_and_the_old_stance_no_longer_holds() -> None:
    kept = [position(1, "opposes"), position(5, "opposes"), position(9, "supports")]
    [found] = find_positions(kept)
    assert [(t.stance, len(t.told), t.changed_from, t.holds) for t in found.turns] == [
        ("opposes", 2, "", False),
        ("supports", 1, "opposes", True),
    ]


def test_what_others_say_stands_apart_and_changes_nothing() -> None:
    [found] = find_positions([position(1, "opposes"), position(5, "supports", own=False)])
    assert [t.stance for t in found.turns] == ["opposes"]
    assert found.turns[0].holds
    assert [k.step.stance for k in found.claims] == ["supports"]


@given(
    st.lists(
        st.tuples(st.integers(0, 60), st.sampled_from(STANCES), st.booleans()), min_size=1, max_size=14, unique_by=lambda t: t[0]
    )
)
def test_no_step_is_lost_or_doubled_and_turns_are_in_order(told: list[tuple[int, str, bool]]) -> None:
    kept = [position(day, stance, own=own) for day, stance, own in told]
    [found] = find_positions(kept)
    ids = [k.step.id for t in found.turns for k in t.told] + [k.step.id for k in found.claims]
    assert sorted(ids) == sorted(k.step.id for k in kept)
    for turn in found.turns:
        assert len({k.step.stance for k in turn.told}) == 1
    for before, after in zip(found.turns, found.turns[1:], strict=False):
        assert before.told[0].header.published is not None
        assert after.told[0].header.published is not None
        assert before.told[0].header.published.value <= after.told[0].header.published.value
    assert not found.turns or found.turns[-1].holds


def test_a_claim_against_an_actors_own_word_is_a_conflict(tables: Any) -> None:
    kept = [position(1, "opposes"), position(5, "supports", own=False), position(3, "opposes", actor=BEL)]
    lines = state_on(kept, tables, START + timedelta(9)).lines
    own = {line.actors[0]: line for line in lines if line.section is Section.POSITIONS}
    assert (own[ARD].stance, own[ARD].flag, own[ARD].note) == ("opposes", "conflict", "others say: supports")
    assert len(own[ARD].told) == 2
    assert own[BEL].flag == ""


def test_a_new_origin_is_news_and_a_print_of_the_old_report_is_not(tables: Any) -> None:
    words = "Ardania condemned the ban on gas exports on Tuesday and asked the government of Belmora to lift it at once."
    old = position(1, "condemns", words=words)
    printed, own = (
        position(5, "condemns", words=words),
        position(5, "condemns", words="Angry words came from Ardania over the gas."),
    )
    since, until = START + timedelta(3), START + timedelta(9)
    assert diff([old, printed], tables, since, until) == ()
    [item] = diff([old, own], tables, since, until)
    assert item.news is News.ORIGIN


# -- commitments -------------------------------------------------------------------------------------------------------------


def promise(number: int, matter: str = "to deliver 20 pumps to Belmora", due: int | None = 30, **more: Any) -> KeptStep:
    header = make_header(f"Promise {number}", START + timedelta(number))
    when = day_when(START + timedelta(due)) if due is not None else None
    return make_kept(header, Affair.COMMITMENT, "pledges", (ARD,), matter, status=Status.PLANNED, due=when, **more)


def deed(number: int, stance: str, matter: str, status: Status = Status.DONE, **more: Any) -> KeptStep:
    return make_kept(
        make_header(f"Deed {number}", START + timedelta(number)), Affair.CONDUCT, stance, (ARD,), matter, status=status, **more
    )


@pytest.mark.parametrize(
    ("closing", "on", "outcome"),
    [
        ([], 10, Outcome.OPEN),
        ([], 40, Outcome.OVERDUE),
        ([deed(20, "does", "delivered 20 pumps to Belmora")], 25, Outcome.KEPT),
        ([deed(35, "has not done", "delivered the pumps to Belmora", Status.NOT_DONE)], 40, Outcome.BROKEN),
        ([deed(20, "has not done", "delivered the pumps to Belmora", Status.NOT_DONE)], 25, Outcome.OPEN),
        ([deed(20, "goes back on", "its promise to deliver pumps to Belmora")], 25, Outcome.BROKEN),
        ([deed(20, "puts off", "the delivery of the pumps to Belmora", due=day_when(START + timedelta(60)))], 25, Outcome.CHANGED),
        ([deed(20, "does", "opened a school in Belmora")], 25, Outcome.OPEN),
    ],
)
def test_outcomes(closing: list[KeptStep], on: int, outcome: Outcome) -> None:
    [found] = find_commitments([promise(1), *closing], START + timedelta(on))
    assert found.outcome is outcome
    assert found.closed_by == (tuple(closing) if outcome in (Outcome.KEPT, Outcome.BROKEN, Outcome.CHANGED) else ())


def test_a_promise_with_a_new_day_has_changed() -> None:
    [found] = find_commitments([promise(1, due=30), promise(10, due=60)], START + timedelta(20))
    assert found.outcome is Outcome.CHANGED
    assert found.due is not None
    assert found.due.latest == START + timedelta(60)


def test_a_promise_without_a_day_is_unknown_in_the_end() -> None:
    [found] = find_commitments([promise(1, due=None)], START + timedelta(30))
    assert found.outcome is Outcome.OPEN
    [found] = find_commitments([promise(1, due=None)], START + timedelta(900))
    assert found.outcome is Outcome.UNKNOWN


def test_anothers_deed_keeps_no_promise() -> None:
    other = make_kept(make_header("other", START + timedelta(9)), Affair.CONDUCT, "does", (COR,), "delivered 20 pumps to Belmora")
    [found] = find_commitments([promise(1), other], START + timedelta(10))
    assert found.outcome is Outcome.OPEN


def test_one_sentence_on_two_actors_is_one_line(tables: Any) -> None:
    header = make_header("both", START)
    kept = make_kept(header, Affair.POSITION, "blocks", (ARD, BEL), "the statement")
    [line] = state_on([kept], tables, START + timedelta(3)).lines
    assert set(line.actors) == {ARD, BEL} and len(line.told) == 1
    [row] = state_page(state_on([kept], tables, START + timedelta(3)), tables).parts[0].rows
    assert (row.stance, row.said[0]) == ("block", "blocks")
    [line] = state_on([kept], tables, START + timedelta(3), actor=ARD).lines
    assert line.actors == (ARD,)


@pytest.mark.parametrize(("matter", "said"), [("the Lima accords", "are signed"), ("the peace process", "is signed")])
def test_agreements_without_a_party_agree_in_number(tables: Any, matter: str, said: str) -> None:
    kept = make_kept(make_header("accords", START), Affair.AGREEMENT, "is signed", (), matter)
    [row] = state_page(state_on([kept], tables, START + timedelta(3)), tables).parts[0].rows
    assert (row.who, row.stance) == (matter, said)


def test_what_became_of_a_forgotten_promise_is_told_in_words(tables: Any) -> None:
    page = state_page(state_on([promise(1, due=None)], tables, START + timedelta(900)), tables)
    assert page.parts[0].rows[0].notes[0].startswith("unknown: no report")


# -- sanctions and acts ------------------------------------------------------------------------------------------------------


def sanction(number: int, stance: str, matter: str, actor: str = ARD) -> KeptStep:
    header = make_header(f"Sanction {number}", START + timedelta(number))
    return make_kept(header, Affair.SANCTION, stance, (actor,), matter, counterparts=(BEL,))


def test_a_sanction_that_is_lifted_says_so_until_then_not(tables: Any) -> None:
    kept = [
        sanction(1, "sanctions", "a ban on fruit"),
        sanction(9, "lifts", "its ban on fruit"),
        sanction(9, "lifts", "a tax", COR),
    ]
    before = [n for n in state_on(kept, tables, START + timedelta(5)).lines if n.section is Section.SANCTIONS]
    assert [(n.stance, n.flag) for n in before] == [("sanctions", "")]
    after = [n for n in state_on(kept, tables, START + timedelta(10)).lines if n.section is Section.SANCTIONS]
    assert [(n.stance, n.flag, len(n.told)) for n in after] == [("sanctions", "lifted", 2), ("lifts", "", 1), ("lifts", "", 1)]
    assert "2023-03-10" in after[0].note


def test_an_act_stands_on_the_page_and_is_news_once(tables: Any) -> None:
    header = make_header("release", START + timedelta(9))
    kept = [make_kept(header, Affair.ACT, "releases", (ARD,), "12 prisoners"), deed(9, "does", "welcomed the step")]
    [line] = state_on(kept, tables, START + timedelta(10)).lines
    assert (line.section, line.stance, line.matter) == (Section.ACTS, "releases", "12 prisoners")
    assert [i.news for i in diff(kept, tables, START + timedelta(5), START + timedelta(10))] == [News.STATEMENT]
    assert diff(kept, tables, START + timedelta(10), START + timedelta(12)) == ()
    assert state_on(kept, tables, START + timedelta(900)).lines == ()


# -- meetings ----------------------------------------------------------------------------------------------------------------


def meets(
    number: int, day: int | None, actors: tuple[str, ...] = (ARD, BEL), status: Status = Status.PLANNED, **more: Any
) -> KeptStep:
    when = day_when(START + timedelta(day)) if day is not None else None
    header = make_header(f"Meeting {number}", START + timedelta(number))
    stance = more.pop("stance", "meets")
    return make_kept(header, Affair.MEETING, stance, actors, "talks in Tarn", status=status, when=when, **more)


def test_two_reports_of_one_day_are_one_meeting(tables: Any) -> None:
    found = find_gatherings([meets(1, 20, place="Tarn"), meets(2, 20, (ARD, BEL, COR)), meets(3, 40)], tables)
    assert [len(g.lines) for g in found] == [2, 1]
    assert set(found[0].parties) == {ARD, BEL, COR}
    assert found[0].place == "Tarn"
    assert (found[0].later, found[1].earlier) == (found[1].id, found[0].id)


def test_a_meeting_put_off_is_the_same_meeting(tables: Any) -> None:
    header = make_header("moved", START + timedelta(10))
    move = make_kept(
        header, Affair.CONDUCT, "puts off", (ARD,), "the talks", counterparts=(BEL,), due=day_when(START + timedelta(27))
    )
    kept = [meets(1, 20), move, meets(28, 27, status=Status.DONE)]
    [found] = find_gatherings(kept, tables)
    assert found.when is not None
    assert found.when.earliest == START + timedelta(27)
    assert [w.earliest for w in found.moved_from] == [START + timedelta(20)]
    assert found.status is Status.DONE
    assert len(find_gatherings([kept[0], kept[2]], tables)) == 2


def test_who_is_invited_and_who_is_not(tables: Any) -> None:
    header = make_header("one", START)
    kept = [
        make_kept(
            header,
            Affair.MEETING,
            stance,
            (actor,),
            "talks",
            status=status,
            when=day_when(START + timedelta(9)),
            sentence=n,
            events=(e,),
        )
        for n, (stance, actor, status, e) in enumerate(
            [
                ("meets", ARD, Status.PLANNED, "evt:1"),
                ("meets", BEL, Status.PLANNED, "evt:1"),
                ("is invited to", COR, Status.PLANNED, "evt:2"),
                ("is not invited to", "iso3:DAR", Status.NOT_DONE, "evt:3"),
            ]
        )
    ]
    [found] = find_gatherings(kept, tables)
    assert (set(found.parties), found.guests, found.absent) == ({ARD, BEL}, (COR,), ("iso3:DAR",))


# -- tables ------------------------------------------------------------------------------------------------------------------


def test_a_claim_against_the_tables_is_flagged_and_the_partnership_told(tables: Any) -> None:
    header = make_header("claim", date(2022, 4, 6))
    actors = ("iso3:FIN", "iso3:GEO", "iso3:NOR")
    claim = make_kept(header, Affair.MEMBERSHIP, "is called a member of", actors, "the bloc", counterparts=("org:nato",), own=False)
    facts = {f.actor: (f.standing, f.agrees) for f in check(claim, tables, date(2022, 4, 6))}
    assert facts == {"iso3:FIN": ("partner", False), "iso3:GEO": ("partner", False), "iso3:NOR": ("member", True)}
    assert {f.actor: f.agrees for f in check(claim, tables, date(2023, 5, 1))}["iso3:FIN"] is True


# -- ties --------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "status", "expected"),
    [
        (EventType.AID, Status.DONE, True),
        (EventType.ASSAULT, Status.ONGOING, True),
        *((EventType.AID, status, False) for status in (Status.PLANNED, Status.ALLEGED, Status.DENIED, Status.NOT_DONE)),
        (EventType.STATEMENT, Status.DONE, False),
    ],
)
def test_what_took_place_between_two_counts(kind: EventType, status: Status, expected: bool) -> None:
    assert counts(kind, status) is expected


def test_scores_by_code_else_by_type() -> None:
    published = {"01": 0, "02": 3, "03": 4, "04": 1, "05": 3.5, "06": 6, "07": 7, "08": 5, "09": -2, "10": -5, "11": -2, "12": -4,
                 "13": -6, "14": -6.5, "15": -7.2, "16": -4, "17": -7, "18": -9, "19": -10, "20": -10}  # fmt: skip
    assert {root: score_of(EventType.STATEMENT, root) for root in published} == published
    finer = {
        "163": -8,
        "1621": -5.6,
        "161": -4,
        "057": 8,
        "072": 8.3,
        "0241": -0.3,
        "0874": 10,
        "1823": -10,
        "1821": -9,
        "190": -10,
    }
    assert {code: score_of(EventType.STATEMENT, code) for code in finer} == finer
    assert score_of(EventType.ASSAULT, None) == -9.0
    assert score_of(EventType.STATEMENT, None) == 0.0
    assert scale().startswith("Goldstein (1992)")
    assert all(-10 <= score_of(kind, None) <= 10 for kind in EventType)


def test_one_who_is_told_of_alone_goes_on_about_the_meeting_before(tables: Any) -> None:
    header = make_header("ports", date(2021, 5, 3))
    told = make_kept(
        header,
        Affair.MEETING,
        "meets",
        ("iso3:MLI", "iso3:TCD"),
        status=Status.PLANNED,
        when=day_when(date(2021, 5, 9)),
        sentence=1,
    )
    first = make_kept(header, Affair.MEETING, "takes part for the first time in", ("iso3:TCD",), status=Status.EXPECTED, sentence=4)
    other = make_kept(header, Affair.MEETING, "visits", ("iso3:TGO", "iso3:BEN"), status=Status.PLANNED, sentence=6)
    uninvited = make_kept(header, Affair.MEETING, "is not invited to", ("iso3:NER",), status=Status.NOT_DONE, sentence=4)
    for kept in ([told, first, other, uninvited], [uninvited, other, first, told]):
        one, _ = find_gatherings(kept, tables)
        assert {k.step.id for k in one.lines} == {told.step.id, first.step.id, uninvited.step.id}
