"""Who is spoken about and given no word."""

from dataclasses import replace
from pathlib import Path

import pytest

from conftest import make_document
from rashomon.exports.citations import Citations
from rashomon.exports.speakers import speakers_of
from rashomon.exports.spellings import spelt
from rashomon.exports.statements import find_statements, pieces
from rashomon.exports.voices import find_silent, find_voices
from rashomon.ledger import open_ledger
from rashomon.records import (
    Attribution,
    AttributionKind,
    Force,
    Mention,
    MentionKind,
    Participant,
    Reading,
    Span,
    Zone,
    ZoneKind,
)
from rashomon.tables import Tables

ARMY = "Peru's army said on Monday that Chile had closed a port. Chile and Peru share the port, and Chile guards it for Peru."
UNKNOWN = "Colonel Ann Leeson said on Monday that Chile had closed a port. Chile guards the port."


@pytest.mark.parametrize(("text", "silent"), [(ARMY, ("Chile",)), (UNKNOWN, ())])
def test_a_state_is_silent_only_where_nobody_may_speak_for_it(text: str, silent: tuple[str, ...], tmp_path: Path) -> None:
    (tmp_path / "port.txt").write_text(f"A port is closed\n\nJune 7, 2022\n\n{text}\n", "utf-8")
    with open_ledger(tmp_path / "kept", model=False) as ledger:
        ledger.read([tmp_path / "port.txt"])
        (reading,) = ledger.readings()
        assert find_silent(reading, ledger.tables) == silent


def test_a_short_name_and_the_full_one_are_one_speaker(tmp_path: Path) -> None:
    text = 'Laura Quispe said the port was closed. "We wait," Ms Quispe said. Peruvian police said nobody was hurt.'
    (tmp_path / "port.txt").write_text(f"A port is closed\n\nJune 7, 2022\n\n{text}\n", "utf-8")
    with open_ledger(tmp_path / "kept", model=False) as ledger:
        ledger.read([tmp_path / "port.txt"])
        voices = find_voices(ledger.readings(), ledger.tables)
    assert [(v.speaker, v.counts) for v in voices if "Quispe" in v.speaker] == [("Laura Quispe", (2,))]
    assert [v.words for v in voices if v.speaker == "Peru"] == [("Peruvian police",)]


def read(text: str, folder: Path, model: bool = False) -> tuple[Reading, Tables]:
    (folder / "port.txt").write_text(f"A port is closed\n\nJune 7, 2022\n\n{text}\n", "utf-8")
    with open_ledger(folder / "kept", model=model) as ledger:
        ledger.read([folder / "port.txt"])
        (reading,) = ledger.readings()
        return reading, ledger.tables


def test_a_body_in_a_state_does_not_speak_for_the_state(tmp_path: Path) -> None:
    text = (
        "The Sudan Doctors' Network blamed the Rapid Support Forces. The RSF denied that it shelled the port. "
        "The Sudanese army said that it would answer."
    )
    voices = find_voices([(found := read(text, tmp_path))[0]], found[1])
    assert {(v.speaker, v.side, v.words) for v in voices} == {
        ("Rapid Support Forces", "", ()),
        ("Sudan", "", ("Sudanese army",)),
    }


def test_the_words_around_a_name_say_for_whom_a_speaker_speaks(tmp_path: Path) -> None:
    text = (
        "Kenyan Foreign Minister Grace Wanjala said the talks were over. Peruvian opposition leader Laura Quispe welcomed it. "
        "In Uganda, Foreign Minister Ann Leeson said the port was closed."
    )
    reading, tables = read(text, tmp_path)
    assert {(v.speaker, v.side) for v in find_voices([reading], tables)} == {
        ("Grace Wanjala", "Kenya"),
        ("Laura Quispe", ""),
        ("Ann Leeson", ""),  # where she is does not say whose minister she is
    }


def test_an_act_is_no_statement(tmp_path: Path) -> None:
    text = "Hungary voted against the decision. The EU imposed illegal duties on trade. Peru said that it would leave."
    reading, _ = read(text, tmp_path)
    said = next(a for a in reading.attributions if a.cue[0].of(reading.document.text) == "said")
    start = reading.document.text.index("voted against")
    voted = Attribution(
        "att:1", reading.document.id, 0, (), (Span(start, start + 13),), (Span(start + 14, start + 26),), AttributionKind.INDIRECT,
        Force.SAY, rule="tagger", score=0.9,
    )  # fmt: skip
    assert list(find_statements(replace(reading, attributions=(voted, said)))) == [said]
    assert list(find_statements(replace(reading, attributions=(replace(voted, kind=AttributionKind.DIRECT),))))


def test_a_headline_is_not_said_with_the_first_words_of_the_report() -> None:
    text = "Port shut, doctors say\nLIMA - The port"
    zones = (Zone(ZoneKind.TITLE, Span(0, 22), "test"), Zone(ZoneKind.BODY, Span(23, len(text)), "test"))
    reading = Reading(replace(make_document(text), zones=zones), (), (), (), (), ())
    spans = (Span(0, 9), Span(23, len(text)))
    said = Attribution("att:1", reading.document.id, 0, (), (Span(19, 22),), spans, AttributionKind.INDIRECT, Force.SAY)
    assert pieces(said, reading) == spans[:1]
    cited = Citations([reading]).cite_pieces(reading.document.id, (Span(0, 4), Span(11, 18)))
    assert (cited.before, cited.exact, cited.after) == ("", "Port … doctors", " say")


def test_a_name_is_shown_as_the_texts_write_it(tmp_path: Path) -> None:
    text = "Osman al-Tijani said the port was closed. Chile said that Mehmet Çelik said it was open. OSMAN AL-TIJANI said so again."
    reading, tables = read(text, tmp_path)
    names = {v.speaker for v in find_voices([reading], spelt(tables, [reading]))}
    assert names == {"Osman al-Tijani", "Chile", "Mehmet Çelik"}
    assert tables.name("person:osman-al-tijani") == "Osman Al Tijani"


@pytest.mark.parametrize(
    ("organisation", "sector", "speaking"),
    [("iso3:USA", "BUS", ()), (None, "BUS", ("iso3:USA",)), ("iso3:USA", "MIL", ("iso3:USA",)), (None, None, ("iso3:USA",))],
)
def test_a_firm_in_a_state_is_not_the_state(organisation: str | None, sector: str | None, speaking: tuple[str, ...]) -> None:
    span = Span(0, 9)
    kind, actors = MentionKind.NAME, ("iso3:USA",)
    mention = Mention("men:1", "doc:1", 0, span, span, kind, actors, name="Acme", organisation=organisation, sector=sector)
    assert speakers_of(Participant(span, "men:1", actors), {"men:1": mention}) == speaking
