"""Where the story of a dossier happened."""

from pathlib import Path

from rashomon.exports.places import find_where
from rashomon.ledger import open_ledger

SUMMIT = (
    "VILNIUS - European leaders agreed on Thursday at a summit in Vilnius to impose sanctions on Belarus. Hungary agreed. "
    "The American envoy met President Alexander Lukashenko in Minsk on Tuesday.",
    "MINSK - The European Union imposed sanctions on Belarus on Thursday at a meeting in Vilnius. Peru protested. "
    "President Alexander Lukashenko received the American envoy in Minsk on Tuesday.",
)
STRIKE = (
    "EL OBEID - A drone struck the town of Abu Rakba on Saturday, killing 47 people. The army denied it.",
    "The army held a meeting. The RSF shelled the village of Abu Rakba on Saturday and killed 21 people.",
)

CRASH = (
    "A family from the village of Scarsdale died on Sunday when a plane crashed in Costa Rica. The police found the plane.",
    "The family lived in Scarsdale. It died on Sunday in Costa Rica, where its plane crashed and ten others died too.",
    "Twelve people were killed on Sunday when a plane crashed in Costa Rica. The police found the plane in a forest.",
)


def where(texts: tuple[str, ...], folder: Path) -> str:
    for number, text in enumerate(texts):
        (folder / f"{number}.txt").write_text(f"The news\n\nJune 10, 2022\n\n{text}\n", "utf-8")
    with open_ledger(folder / "kept", model=False) as ledger:
        ledger.read(sorted(folder.glob("*.txt")))
        readings = list(ledger.readings())
        return find_where(ledger.compare([r.document.id for r in readings]), readings, ledger.tables)


def test_the_town_in_which_the_reports_open_is_the_place_of_the_story(tmp_path: Path) -> None:
    assert where(SUMMIT, tmp_path) == "Vilnius"


def test_a_town_that_no_table_holds_is_a_place_too(tmp_path: Path) -> None:
    assert where(STRIKE, tmp_path) == "Abu Rakba"


def test_a_state_that_more_reports_name_outweighs_a_town(tmp_path: Path) -> None:
    assert where(CRASH, tmp_path) != "Scarsdale"
