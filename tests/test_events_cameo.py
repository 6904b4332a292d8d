"""Rows of CAMEO: composed codes of actors, both directions of a meeting, words about violence, the older WEIS."""

from collections.abc import Callable
from datetime import date

import pytest

from conftest import make_document
from rashomon.events.cameo import CameoCoder, CameoRow, Scheme
from rashomon.models import load_parser
from rashomon.pipeline import read_parsed
from rashomon.sentences import parse_text
from rashomon.tables import Tables

Rows = Callable[..., list[str]]


@pytest.fixture
def rows(tables: Tables) -> Rows:
    def made(text: str, newcomers: bool = False, scheme: Scheme = Scheme.CAMEO) -> list[str]:
        document = make_document(text)
        reading = read_parsed(document, parse_text(text, load_parser(), document.id), tables)
        coder = CameoCoder(reading, tables, date(2022, 4, 6), newcomers, scheme)
        return [f"{r.source} {r.target} {r.code}" for e in reading.events for r in coder.rows(e)]

    return made


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("Kenyan police arrested Ugandan students.", "KENCOP UGAEDU 173"),
        ("The United Nations condemned Chad.", "IGOUNO TCD 111"),
        ("The European Union imposed sanctions on Belarus.", "IGOEUREEC BLR 163"),
        ("Protesters in Kenya attacked police in Nairobi.", "KENOPP KENCOP 190"),
        ("Peruvian lawmakers accused Chile of spying.", "PERLEG CHL 1125"),
        ("Hamas fighters attacked Israel.", "PSEREBHMS ISR 190"),
        ("Peru accused Bulgarian envoy Ilko Zzbodev of spying.", "PER BGRGOV 1125"),
        ("The Kenyan commander in Chad attacked Uganda.", "KENMIL UGA 190"),
    ],
)
def test_codes_of_actors(text: str, row: str, rows: Rows) -> None:
    assert row in rows(text)


def test_a_meeting_goes_both_ways_and_a_visit_is_received(rows: Rows) -> None:
    assert rows("Peru and Chile held talks.") == ["PER CHL 046", "CHL PER 046"]
    assert rows("Peru's president visited Chile.") == ["PERGOV CHL 042", "CHL PERGOV 043"]
    assert "PERGOV CHLGOV 042" in rows("Peru's president arrived in Chile for talks with the Chilean president.")


def test_violence_told_by_a_party_is_an_accusation_and_by_the_press_an_act(rows: Rows) -> None:
    assert "KEN UGA 112" in rows("Kenya said that Uganda attacked a village in Chad.")
    assert "UGA TCD 190" in rows("Uganda attacked a village in Chad, state media reported.")


def test_what_is_wanted_is_an_intent_and_what_will_be_is_coded_as_the_act(rows: Rows) -> None:
    assert "KEN UGA 138" in rows("Kenya wants to attack Uganda.")
    assert "KEN UGA 072" in rows("Kenya will supply arms to Uganda.")


def test_newcomers_get_letters_of_their_names(rows: Rows) -> None:
    text = "Lawmakers in Zubrowka and Syldavia condemned Borduria."
    assert "zubLEG bor 111" in rows(text, newcomers=True)
    assert not any("zub" in row for row in rows(text))


def test_weis_has_codes_of_its_own(rows: Rows) -> None:
    assert rows("Peru condemned Chile.", scheme=Scheme.WEIS) == ["PER CHL 122"]
    assert rows("Peru's president visited Chile.", scheme=Scheme.WEIS) == ["PERGOV CHL 032", "CHL PERGOV 033"]


def test_a_row_names_both_sides() -> None:
    assert CameoRow("PER", "CHL", "046") == CameoRow("PER", "CHL", "046") != CameoRow("CHL", "PER", "046")


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("Kenya asked Uganda for weapons.", "KEN UGA 0232"),
        ("Kenya urged Uganda to release the prisoners.", "KEN UGA 0253"),
        ("Kenya called on Uganda to hold new elections.", "KEN UGA 0241"),
        ("Kenyan jets bombed Uganda.", "KENMIL UGA 195"),
        ("A Kenyan suicide bomber killed Ugandan soldiers.", "KENREB UGAMIL 1831"),
        ("Kenya accused Uganda of war crimes.", "KEN UGA 1124"),
        ("Kenya's president spoke by telephone with Uganda's president.", "KENGOV UGAGOV 041"),
        ("Kenya rejected Uganda's plan.", "KEN UGA 127"),
        ("Kenya condemned Uganda.", "KEN UGA 111"),
    ],
)
def test_the_words_of_the_clause_decide_the_leaf_and_nothing_else_does(text: str, row: str, rows: Rows) -> None:
    assert row in rows(text)


def test_what_two_do_together_goes_both_ways(rows: Rows) -> None:
    assert {"KEN UGA 057", "UGA KEN 057"} <= set(rows("Kenya and Uganda signed an agreement on border patrols."))
    assert {"KENMIL UGAMIL 062", "UGAMIL KENMIL 062"} <= set(rows("Kenyan and Ugandan troops held joint exercises."))


def test_without_recipient_an_act_is_done_to_whom_its_purpose_names(rows: Rows) -> None:
    assert "KENOPP KENGOV 1411" in rows("Kenyan protesters marched to demand that Kenya's president resign.")


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("Kenya provided Uganda with missiles.", "KEN UGA 072"),
        ("Kenya supplied Uganda with grain.", "KEN UGA 073"),
        ("Kenya provided Uganda with evidence.", "KEN UGA 064"),
    ],
)
def test_whom_something_is_provided_with(text: str, row: str, rows: Rows) -> None:
    assert rows(text) == [row]
    assert rows("The hotel provided guests with towels.") == []
