"""Who is spoken about and given no word."""

from pathlib import Path

import pytest

from rashomon.exports.voices import find_silent
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
