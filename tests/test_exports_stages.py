"""The label of a line of the chronology is that of the act that has the day."""

from pathlib import Path

import pytest

from rashomon.exports.stages import told_stage
from rashomon.ledger import open_ledger
from rashomon.records import Status

CASES = (
    ("The Peruvian envoy sat with the Chilean president in Lima on Wednesday to haggle over 52 prisoners.", "haggle", Status.DONE),
    ("The Peruvian envoy will sit with the Chilean president on Friday to haggle over 52 prisoners.", "haggle", Status.PLANNED),
    ("Peru plans to send troops to Chile on Friday.", "send", Status.PLANNED),
    ("Peru said on Monday that it would send troops to Chile.", "send", Status.PLANNED),
    ("Peru flew troops to the border on Monday to attack Chile.", "attack", Status.DONE),
)


@pytest.mark.parametrize(("text", "act", "stage"), CASES)
def test_a_purpose_does_not_make_a_plan_of_what_was_done(text: str, act: str, stage: Status, tmp_path: Path) -> None:
    (tmp_path / "talks.txt").write_text(f"Talks in Lima\n\nJune 9, 2022\n\n{text}\n", "utf-8")
    with open_ledger(tmp_path / "kept", model=False) as ledger:
        ledger.read([tmp_path / "talks.txt"])
        (reading,) = ledger.readings()
    events = [e for e in reading.events if any(t.of(reading.document.text) == act for t in e.trigger)]
    assert [told_stage(reading, e.id) for e in events] == [stage]
