"""Pairs of sentences that contradict one another, that differ, and that only seem to: what all judges together say."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from rashomon.comparisons.differences import heard
from tellings import tell

MONDAY, TUESDAY = date(2022, 4, 4), date(2022, 4, 5)
HARD = [
    ("status", "Arcadia has agreed to no ceasefire in Port Sel.", "Arcadia and Borea agreed on Monday to a ceasefire in Port Sel."),
    ("status", "The president will attend the summit in Port Sel.", "The president will not attend the summit in Port Sel."),
    ("status", "Ministers said the envoy would leave Port Sel.", "Ministers said the envoy would not leave Port Sel."),
    ("status", "The crossing at Port Sel will reopen on Friday.", "The crossing at Port Sel will stay shut."),
    ("status", "Arcadia voted for the resolution on Monday.", "Arcadia voted against the resolution on Monday."),
    ("status", "Arcadia welcomed the ruling of the court.", "Arcadia rejected the ruling of the court."),
    ("status", "Emil Koch was shot dead in Port Sel.", "Emil Koch survived a shooting in Port Sel."),
    ("date", "The war broke out on February 17, 2022.", "The war began on 16 February 2022."),
    ("date", "The tariffs take effect on Friday.", "The tariffs come into force on 1 December."),
    ("date", "Twelve guards were killed near Port Sel on Saturday.", "Twelve guards were killed near Port Sel on Sunday."),
    ("number", "Eleven of the dead were children.", "Seventeen of the dead were children."),
    ("number", "No more than 50 people died in the fire.", "80 people died in the fire."),
    ("number", "20 to 30 people died in the fire.", "45 people died in the fire."),
    ("number", "In 2014 three people were killed in Port Sel.", "Five people were killed in Port Sel in 2014."),
]
SOFT = [
    ("number", "At least 47 people were killed and over 60 wounded in the raid.", "The raid killed 21 citizens and wounded 34.", 2),
    ("date", "The ministers signed the pact in Geneva on Friday.", "The ministers signed the pact in Vienna on Saturday.", 1),
    ("place", "The ministers signed the pact in Geneva on Friday.", "The ministers signed the pact in Vienna on Saturday.", 1),
    ("status", "The envoy will visit Port Sel.", "The envoy will not visit Port Sel.", 1),
]
ALIKE = [
    ("Half a million people fled the town.", "500,000 people fled the town."),
    ("A quarter of a million people fled the town.", "250,000 people fled the town."),
    ("Arcadia paid half a billion dollars for the port.", "Arcadia paid $500 million for the port."),
    ("Arcadia paid $500 million for the port.", "Arcadia paid $500m for the port."),
    ("Arcadia paid $2.1 bn for the port.", "Arcadia paid $2.1 billion for the port."),
    ("One and a half million voters are abroad.", "Some 1.5 million voters are abroad."),
    ("The party won 52 percent of the vote.", "The party won 52.1 per cent of the vote."),
    ("The rocket flew from 125 to 155 miles.", "The rocket flew 140 miles."),
    ("From 20 to 30 guards were killed.", "25 guards were killed."),
    ("Three marines were killed in the ambush.", "Four soldiers were killed in the ambush."),
    ("The club won two in 2014.", "The club won four in 2014."),
    ("Arcadia accused Borea of shelling the plant.", "Borea accused Arcadia of shelling the plant."),
    ("The leaders met in Beijing on Friday.", "The leaders met at the Diaoyutai State Guesthouse on Friday."),
    ("The bridge collapsed overnight on Sunday.", "The bridge collapsed on Monday morning."),
    ("The envoys met to haggle over 52 prisoners.", "The envoys spoke about the release of 52 prisoners."),
    ("Borea would leave the pact if Arcadia stayed.", "Borea will not leave the pact."),
]


def said(left: str, right: str, parser: Any, tables: Any, days: Any = TUESDAY) -> list[Any]:
    return heard(*tell([left, right], parser, tables, days), 0.5)


@pytest.mark.parametrize(("slot", "left", "right"), HARD)
def test_what_cannot_both_hold_is_found(slot: str, left: str, right: str, parser: Any, tables: Any) -> None:
    assert slot in {d.slot for d in said(left, right, parser, tables) if d.hard}
    assert slot in {d.slot for d in said(right, left, parser, tables) if d.hard}


@pytest.mark.parametrize(("slot", "left", "right", "many"), SOFT)
def test_what_may_be_of_two_acts_differs_and_is_no_contradiction(
    slot: str, left: str, right: str, many: int, parser: Any, tables: Any
) -> None:
    found = said(left, right, parser, tables, [MONDAY, TUESDAY])
    assert sum(d.slot == slot for d in found) == many and not any(d.hard for d in found)


@pytest.mark.parametrize(("left", "right"), ALIKE)
def test_what_can_both_hold_is_no_contradiction(left: str, right: str, parser: Any, tables: Any) -> None:
    assert not any(d.hard for d in said(left, right, parser, tables))


def test_what_happens_day_after_day_happens_on_each(parser: Any, tables: Any) -> None:
    texts = "Twelve guards were killed near Port Sel on Sunday.", "The army killed 31 guards near Port Sel on Monday."
    assert not any(d.hard for d in said(*texts, parser, tables, [MONDAY, TUESDAY]))
    for gradual in ("The toll of the quake rose to", "The rouble fell in value to"):
        texts = f"{gradual} 5,300 on Sunday.", f"{gradual} 11,300 on Monday."
        assert not any(
            d.hard for days in (TUESDAY, [MONDAY, TUESDAY]) for d in said(*texts, parser, tables, days) if d.slot == "date"
        )
