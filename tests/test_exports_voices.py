"""Who is spoken about and given no word."""

from pathlib import Path

import pytest

from rashomon.exports.voices import find_silent, find_voices
from rashomon.ledger import open_ledger

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
