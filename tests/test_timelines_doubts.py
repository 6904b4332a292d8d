"""What looks like a stance, a promise, a meeting or an accusation, and is none: no step, or none of that kind."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from conftest import make_document
from rashomon.pipeline import read_parsed
from rashomon.records import Affair, Status, Step
from rashomon.sentences import parse_documents


@pytest.fixture(scope="module")
def found(parser: Any, tables: Any) -> Any:
    def find(text: str) -> tuple[Step, ...]:
        document = make_document(text)
        [(_, sentences)] = parse_documents([document], parser)
        return read_parsed(document, sentences, tables).steps

    return find


@pytest.mark.parametrize(
    ("text", "affair"),
    [
        ("Nigeria freed the captives, raising hopes for the release of the others.", Affair.POSITION),
        ("Ghana then tested a rocket, inviting further condemnation and sanctions.", Affair.POSITION),
        ("If Norway were to close its border, it would be a disaster for the region.", Affair.COMMITMENT),
        ("Some believe Brazil will simply learn to live with the capability of its neighbour.", Affair.COMMITMENT),
        ("Kenyan minister Alfred Mutua speaks at a news conference about Sudan's missile launch in Nairobi.", Affair.MEETING),
        ("Rwanda's ambassador to Kampala, Joseph Rutabana, spoke on Saturday about negotiating with Uganda.", Affair.MEETING),
        ("Chile and Peru host tens of thousands of the Bolivian workers.", Affair.MEETING),
        ("The Pentagon was gathering further information on the missile that Iran fired.", Affair.MEETING),
        ("Officials welcomed the release of the girls kidnapped by Boko Haram.", Affair.CONDUCT),
        ("Kenya strongly condemned the latest missile launch by North Korea, the presidency said.", Affair.CONDUCT),
        ("The report said his hopes were high SECRET TERROR DEALS Kenya condemned the raid SHOCK VIDEO OUTRAGE", Affair.POSITION),
    ],
)
def test_no_step(found: Any, text: str, affair: Affair) -> None:
    assert [(s.stance, s.actors) for s in found(text) if s.affair is affair] == []


def test_what_one_objects_to_is_no_plan(found: Any) -> None:
    [step] = [s for s in found("Peru held drills off the coast, to which Chile strenuously objects.") if "iso3:CHL" in s.actors]
    assert step.status is not Status.PLANNED and not step.stance.startswith("plans")


def test_three_presidents_are_not_the_two_named_before(found: Any) -> None:
    text = (
        "Kenya's William Ruto met Uganda's Yoweri Museveni in Nairobi. Rwanda's president, Paul Kagame, urged the three "
        "presidents to publish the accord, and called on the parties to keep their word."
    )
    asked = [s for s in found(text) if s.affair is Affair.DEMAND]
    assert asked and all(not s.counterparts for s in asked)


def test_without_a_day_nobody_speaks_for_one_of_two_bodies(parser: Any, tables: Any) -> None:
    document = replace(make_document("Secretary General Mark Rutte condemned the attack on the cable."), published=None)
    [(_, sentences)] = parse_documents([document], parser)
    told = read_parsed(document, sentences, tables).steps
    assert not any("iso3:NLD" in s.actors for s in told)
