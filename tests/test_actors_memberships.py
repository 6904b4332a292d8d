"""actors/memberships.py: states called members of a body are held against the tables, on the days of the report."""

from typing import Any

import pytest

from rashomon.pipeline import read_reports
from rashomon.records import Defect, DefectKind, Reading, Received
from rashomon.tables import load_tables

REPORT = "Talks in the north\n\n{dateline}{sentence} Officials met for two days.\n"


def wrong(parser: Any, sentence: str, dateline: str = "OSLO, April 6, 2022 (Reuters) - ") -> list[tuple[str, Defect]]:
    text = REPORT.format(dateline=dateline, sentence=sentence)
    (reading,) = read_reports([Received(text.encode(), "report.txt")], parser, load_tables())
    assert isinstance(reading, Reading)
    return [(d.span.of(text), d) for d in reading.document.defects if d.kind is DefectKind.WRONG_MEMBERSHIP]


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("Envoys of Albania, Serbia and other NATO member states will come.", "Albania, Serbia and other NATO member states"),
        (
            "NATO said that Latvia, Moldova and other member states to the bloc agree.",
            "Latvia, Moldova and other member states to the bloc",
        ),
        ("NATO member Serbia closed the border on Monday.", "NATO member Serbia"),
        ("EU members such as Norway and Sweden protested.", "EU members such as Norway and Sweden"),
        ("Norway, a member of the European Union, agreed.", "Norway, a member of the European Union"),
        ("Switzerland, which is a member of the EU, agreed.", "Switzerland, which is a member of the EU"),
        ("Officials say that Switzerland is a member of NATO.", "Switzerland is a member of NATO"),
        ("EU member Britain raised its tariffs.", "EU member Britain"),
        ("G7 member China rejected the text.", "G7 member China"),
        ("Australia, a member of the G7, backed the text.", "Australia, a member of the G7"),
        ("GCC members Qatar, Oman and Yemen cut their output.", "GCC members Qatar, Oman and Yemen"),
        ("CSTO member Georgia asked for help.", "CSTO member Georgia"),
        ("Papua New Guinea, an ASEAN member, hosted the talks.", "Papua New Guinea, an ASEAN member"),
    ],
)
def test_wrong_members_are_told(parser: Any, sentence: str, words: str) -> None:
    ((span, defect),) = wrong(parser, sentence)
    assert span == words
    assert defect.certain and defect.rule == "memberships.tables" and "2022-04-06" in defect.evidence


@pytest.mark.parametrize(
    "sentence",
    [
        "NATO members Norway and Turkey signed the treaty.",
        "The EU and other member states to the bloc signed the treaty.",
        "Poland, Latvia and other members of the European Union protested.",
        "Serbia is not a member of NATO.",
        "GCC members Qatar, Oman and Kuwait cut their output.",
        "Australia, a guest of the G7, backed the text.",
        "SCO observers such as Mongolia watched the drill.",
        "G7 members Japan, Canada and Italy agreed.",
        "Envoys asked whether Serbia is a member of NATO.",
        "Serbia would like to become a member of NATO.",
        "Serbia, a former member of the Non-Aligned Movement, agreed.",
        "Serbia, which hopes to be a NATO member, agreed.",
        "Members of the EU delegation in Serbia protested.",
        "Serbia met members of NATO in Oslo.",
        "The candidate for NATO membership, Georgia, agreed.",
        "Members of the Norwegian parliament praised the EU.",
    ],
)
def test_what_is_true_or_not_claimed_is_left_alone(parser: Any, sentence: str) -> None:
    assert wrong(parser, sentence) == []


def test_only_the_days_of_the_report_count(parser: Any) -> None:
    sentence = "NATO member Finland closed the border on Monday."
    ((_, defect),) = wrong(parser, sentence)
    assert "2023-04-04" in defect.evidence
    assert wrong(parser, sentence, "OSLO, April 6, 2024 (Reuters) - ") == []
    assert wrong(parser, sentence, "") == []  # without a date it may be true
    assert wrong(parser, "NATO member Serbia closed the border.", "")[0][1].certain  # it never was
