"""The lexicon finds names as they are written in texts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.ledger.names import named
from rashomon.tables import Tables, load_tables
from rashomon.tables.names import fold


def found(tables: Tables, text: str) -> list[tuple[str, str]]:
    words = text.split()
    return [(" ".join(words[f.first : f.last]), f.names[0].actor) for f in tables.lexicon.find(words)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the U.S. and the US", [("U.S.", "iso3:USA"), ("US", "iso3:USA")]),
        ("tell us who is in the house", []),
        ("the WHO and the who", [("WHO", "org:who")]),
        ("al - Qaeda in Iraq", [("al - Qaeda in Iraq", "group:aqi")]),
        ("Recep Tayyip Erdoğan", [("Recep Tayyip Erdoğan", "person:recep-tayyip-erdogan")]),
        ("South Korean troops", [("South Korean", "iso3:KOR")]),
        ("Soviet and Yugoslav leaders", [("Soviet", "iso3:SUN"), ("Yugoslav", "iso3:YUG")]),
        ("Zaire 's Mobutu Sese Seko", [("Zaire", "iso3:ZAR"), ("Mobutu Sese Seko", "person:mobutu-sese-seko")]),
        ("Nato and NATO", [("Nato", "org:nato"), ("NATO", "org:nato")]),
        ("Kyiv or Kiev", [("Kyiv", "iso3:UKR"), ("Kiev", "iso3:UKR")]),
    ],
)
def test_names_as_written(tables: Tables, text: str, expected: list[tuple[str, str]]) -> None:
    assert found(tables, text) == expected


@given(
    st.lists(
        st.text(min_size=1, max_size=12) | st.sampled_from(["U.S.", "South", "Korea", "al", "-", "Qaeda", "EU", "'s"]), max_size=30
    )
)
def test_finds_lie_within_and_do_not_overlap(words: list[str]) -> None:
    last = 0
    for f in load_tables().lexicon.find(words):
        assert last <= f.first < f.last <= len(words)
        assert f.names
        last = f.last


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("Łódź", ["lodz"]),
        ("Þórdís Ægisson", ["thordis", "aegisson"]),
        ("Große Œuvre", ["grosse", "oeuvre"]),
        ("IŞIK Işık", ["isik", "isik"]),
        ("İlham Əliyev", ["ilham", "aliyev"]),
        ("Erdoğan", ["erdogan"]),
    ],
)
def test_names_fold_to_plain_letters(written: str, plain: list[str]) -> None:
    assert fold(written) == plain


def test_a_name_is_found_with_its_letters_and_without(tables: Tables) -> None:
    held = {"person:lukasz-zal": 1, "person:oystein-djupedal": 1}
    assert named("Łukasz Żal", tables, held) == named("zal lukasz", tables, held) == ("person:lukasz-zal",)
    assert named("Øystein", tables, held) == ("person:oystein-djupedal",)
