"""Marks: by which a text is found among many by one that has it, or tells it again."""

import subprocess
import sys
from pathlib import Path

from conftest import make_document
from rashomon.stories.sketches import LIKELY, likely, marks_of

HERE = Path(__file__).parent
REPORT = (
    "The ministry of fisheries in Tarvel said on Tuesday that forty trawlers had left the harbour of Osk before dawn. "
    "Governor Ilan Brede told reporters that the coast guard would follow them as far as the Merrin bank. "
    "Two of the trawlers were stopped near the lighthouse and their nets were taken away by officers. "
    "Skippers complained that the new licences cost four hundred crowns a month and called a strike. "
    "The cannery at Osk, which employs ninety people, will close on Friday unless herring is landed."
)
RETOLD = (
    "Forty trawlers sailed from the harbour at Osk in the early hours, according to the fisheries ministry of Tarvel. "
    "As far as the Merrin bank the coast guard is to shadow them, said the governor, Ilan Brede. "
    "Officers halted two trawlers off the lighthouse and seized the nets. "
    "Licences that now cost four hundred crowns monthly drove skippers to a strike, they complained. "
    "Without herring the Osk cannery and its ninety people face closure on Friday."
)
OTHER = (
    "Parliament in Lorn voted on Monday for a budget that raises pensions by three percent. "
    "The opposition walked out of the chamber before the vote and said that the sums did not add up. "
    "A new bridge over the Ternel will be paid for by a toll, the finance minister said. "
    "Teachers marched through the capital and asked for smaller classes and higher wages."
)


def holders(new: str, *kept: str) -> tuple[tuple[int, ...], dict[int, list[int]]]:
    """Marks of a new text, and which of the kept ones (1, 2, ...) have them."""
    marks, known = marks_of(make_document(new)), [set(marks_of(make_document(text))) for text in kept]
    held = {mark: [n for n, has in enumerate(known, 1) if mark in has] for mark in marks}
    return marks, {mark: those for mark, those in held.items() if those}


def test_a_copy_is_plain_to_see_and_a_retelling_is_likely() -> None:
    assert likely(*holders(REPORT, OTHER, REPORT, RETOLD)) == [(2, True), (3, False)]
    assert likely(*holders(f"OSK (Reuters) - {REPORT}", REPORT)) == [(1, True)]
    assert likely(*holders(REPORT, OTHER)) == []
    assert likely(*holders("", REPORT)) == []


def test_a_passage_of_thirteen_words_has_a_common_mark() -> None:
    words = REPORT.replace(".", "").split()
    for start in range(0, len(words) - 13, 7):
        passage = " ".join(words[start : start + 13])
        _, held = holders(f"Others wrote of a quarrel about fish: {passage} and of nothing else", REPORT)
        assert any(mark >= 0 for mark in held), passage


def test_what_many_have_says_little() -> None:
    marks = tuple(range(100, 112))
    assert likely(marks, {mark: list(range(1, 13)) for mark in marks[:3]}) == []
    assert likely(marks, {mark: [7] for mark in marks[:3]}) == [(7, False)]
    found = likely(marks, {mark: list(range(1, 13)) for mark in marks})
    assert len(found) == LIKELY and all(plain for _, plain in found)


def test_marks_are_the_same_in_every_process() -> None:
    code = (
        "from conftest import make_document; from rashomon.stories.sketches import marks_of; "
        f"print(list(marks_of(make_document({REPORT!r}))))"
    )
    for seed in ("1", "2"):
        told = subprocess.run(
            [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=HERE, env={"PYTHONHASHSEED": seed}
        )
        assert told.stdout.strip() == str(list(marks_of(make_document(REPORT))))
