"""Actor dictionaries of PETRARCH's users as names of a reading."""

from datetime import date
from pathlib import Path

import pytest

from conftest import make_document
from rashomon.errors import TableError
from rashomon.events.cameo import CameoCoder
from rashomon.models import load_parser
from rashomon.pipeline import read_parsed
from rashomon.sentences import parse_text
from rashomon.tables import load_tables

DICTIONARY = """; lands of a story
RURITANIA_ [RUR] ; kingdom
+STRELSAU_
BLACK_MICHAEL_
+DUKE_OF_STRELSAU_
\t[RURGOV 960101-011231]
\t[RURREB >020101]
KENYAN_NATIONAL_UNION_  [KENOPP]
"""


@pytest.fixture
def overlay(tmp_path: Path) -> Path:
    (tmp_path / "story.actors.txt").write_text(DICTIONARY, "utf-8")
    return tmp_path


def test_names_synonyms_codes_and_dates(overlay: Path) -> None:
    tables = load_tables(overlay)
    ids = [reading.actor for reading in tables.lexicon.readings("Strelsau")]
    assert [tables.event_code(i) for i in ids] == ["RUR"]
    michael = [tables.actors[reading.actor] for reading in tables.lexicon.readings("Duke of Strelsau")]
    assert [(g.event_code, g.sector, g.years.first, g.years.last) for g in michael] == [
        ("RURGOV", "GOV", date(1996, 1, 1), date(2001, 12, 31)),
        ("RURREB", "REB", date(2002, 1, 1), None),
    ]
    (union,) = tables.lexicon.readings("Kenyan National Union")
    assert tables.state_of(union.actor) == "iso3:KEN"


def test_they_are_coded_in_a_reading(overlay: Path) -> None:
    tables, text = load_tables(overlay), "Kenya accused Ruritania of spying. Black Michael criticized Kenya."
    reading = read_parsed(make_document(text), parse_text(text, load_parser(), make_document(text).id), tables)
    coder = CameoCoder(reading, tables, date(2022, 4, 6))
    rows = [f"{r.source} {r.target} {r.code}" for event in reading.events for r in coder.rows(event)]
    assert rows == ["KEN RUR 1125", "RURREB KEN 111"]


@pytest.mark.parametrize("bad", ["[RUR]\n", "RURITANIA_ [rur]\n", "RURITANIA_ [RUR 9613]\n", "+\n", "RURITANIA_ [RUR\n"])
def test_a_bad_line_is_named(bad: str, tmp_path: Path) -> None:
    (tmp_path / "bad.actors.txt").write_text("; a comment\n" + bad, "utf-8")
    with pytest.raises(TableError, match=r"bad\.actors\.txt:2"):
        load_tables(tmp_path)
