"""Deeds: acts with their parts, and what of two of them cannot both hold."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from rashomon.comparisons.causes import cause_difference
from rashomon.comparisons.circumstances import date_difference, place_difference
from rashomon.comparisons.contradictions import find_contradictions
from rashomon.comparisons.counts import number_difference
from rashomon.comparisons.deeds import Deed, Fit, fit
from rashomon.comparisons.parties import actor_difference, recipient_difference
from rashomon.comparisons.stages import status_difference
from rashomon.comparisons.tellings import Telling
from rashomon.comparisons.voices import attribution_difference
from rashomon.records import Difference
from tellings import tell

DAY = date(2019, 6, 14)
Judge = Callable[[Telling, Telling], Difference | None]


def judged(judge: Judge, texts: list[str], parser: Any, tables: Any, days: date | list[date] = DAY) -> Difference | None:
    return judge(*tell(texts, parser, tables, days)[:2])


def dated(left: Telling, right: Telling) -> Difference | None:
    return date_difference(left, right, 0.5)


def voiced(left: Telling, right: Telling) -> Difference | None:
    return attribution_difference(left, right, 0.5)


@pytest.mark.parametrize(
    ("judge", "left", "right"),
    [
        (
            place_difference,
            "The two envoys signed the truce in Nairobi on Tuesday.",
            "The truce was signed in Maputo on Tuesday by the envoys.",
        ),
        (actor_difference, "Malian troops took back the town of Kidal.", "Chadian troops took back the town of Kidal."),
        (
            actor_difference,
            "Ana Lopez won the vote in Lugo, defeating Mayor Marta Ruiz.",
            "Ines Gil defeated Mayor Marta Ruiz in Lugo.",
        ),
        (actor_difference, "Togo paid for the bridge in Lome.", "Benin paid for the bridge in Lome."),
        (actor_difference, "Turkish jets bombed the bridge at Tell Rifaat.", "Syrian jets bombed the bridge at Tell Rifaat."),
        (
            recipient_difference,
            "Ghana handed the suspect over to Togo on Monday.",
            "Ghana handed the suspect over to Benin on Monday.",
        ),
        (status_difference, "Peru's parliament approved the port law.", "Peru's parliament rejected the port law."),
        (status_difference, "Malta and Libya reached a deal on fuel.", "Malta and Libya failed to reach a deal on fuel."),
        (status_difference, "Kenya's border with Somalia was reopened.", "Kenya's border with Somalia remained closed."),
        (status_difference, "The Omani king attended the feast.", "The Omani king was absent from the feast."),
        (number_difference, "The judge jailed the editor for six years.", "The editor was sentenced to nine years in prison."),
        (
            cause_difference,
            "The ferry Ines sank because of an open hatch, police said.",
            "The ferry Ines sank because its hull was rotten, police said.",
        ),
        (voiced, '"We will bury this treaty for good," said Ana Lopez.', '"We will bury this treaty for good," said Marta Ruiz.'),
    ],
)
def test_what_cannot_both_hold_is_hard(judge: Judge, left: str, right: str, parser: Any, tables: Any) -> None:
    found = judged(judge, [left, right], parser, tables)
    assert found is not None and found.hard


@pytest.mark.parametrize(
    ("judge", "left", "right"),
    [
        (place_difference, "The envoys signed the truce in Nairobi.", "The envoys signed the truce in Kenya."),
        (place_difference, "Crowds marched in Accra on Monday.", "Crowds marched in Tema on Monday."),
        (actor_difference, "The mediator urged both armies to leave the town.", "Moscow urged both armies to leave the town."),
        (actor_difference, "China backed the plan for Mali.", "Beijing backed the plan for Mali."),
        (actor_difference, "Chile expelled two Bolivian envoys.", "Peru expelled two Bolivian envoys."),
        (recipient_difference, "Norway gave 40 million euros to Malawi.", "Norway gave 15 million euros to Zambia."),
        (status_difference, "Peru's parliament rejected the first port law.", "Peru's parliament approved the changed port law."),
        (status_difference, "The governor denied that his men had killed the herders.", "The governor's men killed the herders."),
        (status_difference, "Talks on Mali were held in Oslo.", "Talks on Mali in Oslo collapsed."),
        (status_difference, "Kenya closed its border with Somalia.", "Kenya reopened its border with Somalia."),
        (status_difference, "Filipino sailors were rescued.", "A Filipino sailor died."),
        (status_difference, "Morocco withdrew its troops from the pass.", "Morocco remained the largest buyer of grain."),
        (status_difference, "The minister declined to name the port.", "The minister backed the plan for the port up."),
        (status_difference, "The rebels did not attack the town of Mopti.", "The rebels attacked the town of Konna."),
        (
            number_difference,
            "The flood hit 40,000 people in the north of Chad.",
            "The flood hit 90,000 people in the whole of Niger.",
        ),
        (number_difference, "Japan pledged 4.96 billion yen.", "Japan pledged 5 billion yen."),
        (number_difference, "Chad gets a loan of $120 million.", "Chad gets a loan of more than $100 million."),
        (
            number_difference,
            "Dario Sanz scored 24 points for Lugo in the game in Vigo.",
            "In the game in Vigo, Abel Prieto had 19 points.",
        ),
        (number_difference, "Police in Lome arrested three people.", "Police in Lome said that two people were injured."),
        (number_difference, "Three people died in the fire in Accra.", "Two women and a man died in the fire in Accra."),
        (number_difference, "Mr Okello kept the No. 2 position.", "Mr Okello was given the No. 3 position."),
        (number_difference, "The ship lay 7 - mile runs off Aden.", "The ship lay 9 - mile runs off Aden."),
        (status_difference, "Mr Sanz did not say that Malta had paid.", '"Malta has paid Libya," Mr Sanz said.'),
        (status_difference, "Some believe that Malta did not pay Libya for oil.", "Malta paid Libya for oil."),
        (status_difference, "Kenya asked whether Malta had paid Libya for oil.", "Malta did not pay Libya for oil."),
        (actor_difference, "Togo's army and Ghana: Togo's army took the town of Bawku.", "Ghana took the town of Bawku."),
        (cause_difference, "Ships sank because of an open hatch.", "Ships sank because their hulls were rotten."),
        (cause_difference, "The ferry Ines sank amid a storm.", "The ferry Ines sank because its hull was rotten."),
        (actor_difference, "The charge that Togo raided the fund was false.", "Benin raided the fund in Lome."),
        (dated, "The dockers began the strike on Monday.", "The dockers ended the strike on Thursday."),
        (dated, "The Polish minister flew to Minsk on Monday.", "The Lithuanian minister flew to Minsk on Thursday."),
    ],
)
def test_what_both_may_hold_is_not(judge: Judge, left: str, right: str, parser: Any, tables: Any) -> None:
    found = judged(judge, [left, right], parser, tables)
    assert found is None or not found.hard


@pytest.mark.parametrize(
    ("judge", "texts"),
    [
        (number_difference, ["The blast in Kano killed 14 people.", "The blast in Kano killed 19 people."]),
        (dated, ["Ana Lopez met Marta Ruiz on Tuesday.", "Ana Lopez met Marta Ruiz on Wednesday."]),
    ],
)
def test_a_toll_grows_and_a_meeting_is_repeated_from_day_to_day(judge: Judge, texts: list[str], parser: Any, tables: Any) -> None:
    one_day, two_days = [date(2019, 6, 14)] * 2, [date(2019, 6, 13), date(2019, 6, 14)]
    for days, hard in ((one_day, True), (two_days, False)):
        found = judged(judge, texts, parser, tables, days)
        assert found is not None and found.hard is hard


def test_a_toll_that_fell_in_a_later_report_cannot_both_hold(parser: Any, tables: Any) -> None:
    texts = ["The blast in Kano killed 19 people.", "The blast in Kano killed 14 people."]
    found = judged(number_difference, texts, parser, tables, [date(2019, 6, 13), date(2019, 6, 14)])
    assert found is not None and found.hard


def test_the_date_of_the_page_is_no_day_of_an_act(parser: Any, tables: Any) -> None:
    texts = ["Ana Lopez died on Wednesday.", "Ana Lopez dies, Friday, June 14, 2019."]
    found = judged(dated, texts, parser, tables)
    assert found is None or not found.hard


def deed(text: str, parser: Any, tables: Any) -> Deed:
    """The last deed of a sentence."""
    return tell([text], parser, tables, DAY)[0].deeds[-1]


@pytest.mark.parametrize(
    ("text", "done"),
    [
        ("The envoys signed the truce.", True),
        ("The envoys did not sign the truce.", False),
        ("No envoy signed the truce.", False),
        ("The envoys will sign the truce.", None),
        ("The envoys had earlier signed the truce.", None),
        ("The envoys left, signing the truce.", True),
        ("The envoys will leave, signing the truce.", None),
    ],
)
def test_a_deed_is_done_or_not_or_open(text: str, done: bool | None, parser: Any, tables: Any) -> None:
    assert deed(text, parser, tables).done is done


@pytest.mark.parametrize(
    ("left", "right", "wanted"),
    [
        ("Turkish troops left.", "The Turkish army left.", Fit.ONE),
        ("Turkish troops left.", "Syrian troops left.", Fit.APART),
        ("The foreign minister left.", "The defence minister left.", Fit.APART),
        ("The first plan failed.", "The second plan failed.", Fit.APART),
        ("Three ships sank.", "Five ships sank.", Fit.OPEN),
    ],
)
def test_parties_are_one_or_apart_by_names_and_kinds(left: str, right: str, wanted: Fit, parser: Any, tables: Any) -> None:
    one, other = deed(left, parser, tables), deed(right, parser, tables)
    assert fit(one.agent, other.agent) is wanted


@pytest.mark.parametrize(
    "text",
    [
        "Togolese troops took the town, killing the mayor.",
        "Togolese troops, who killed the mayor, left.",
        "Togolese troops were close to killing the mayor.",
        "Togolese troops took the town and killed the mayor.",
    ],
)
def test_who_acts_is_found_beyond_the_clause(text: str, parser: Any, tables: Any) -> None:
    telling = tell([text], parser, tables, DAY)[0]
    (killing,) = (d for d in telling.deeds if d.verb == "kill")
    assert killing.agent is not None and killing.agent.role.head == "troop"


def test_what_contradicts_in_sentences_that_are_not_aligned_is_found(parser: Any, tables: Any) -> None:
    texts = ["Marines seized nine boats off the island.", "The union puts the number of canoes taken at 11.", "The sea was calm."]
    tellings = tell(texts, parser, tables, DAY)
    units, telling = [t.unit for t in tellings], tellings.__getitem__
    pairs = {(0, 1): 0.25, (0, 2): 0.25, (1, 2): 0.25}
    alone = [(0,), (1,), (2,)]
    assert find_contradictions(units, telling, pairs, alone) == [(0, 1)]
    assert find_contradictions(units, telling, {(0, 1): 0.1}, alone) == []
    assert find_contradictions(units, telling, pairs, [(0, 1), (2,)]) == []
