"""documents/: the wire that a report credits and the outlet that had it first, wherever and however they are named."""

import pytest

from rashomon.records import HopKind
from test_documents_reading import document

BODY = (
    "Ministers of nine coastal states agreed on Monday to set up a joint patrol, which will begin its work in the spring of next "
    "year.\n\nThe plan was first told in March, when the ports of the north asked for help against smugglers on the open sea."
)
OPENINGS = {
    "BEIJING, April 5 (Xinhua) -- ": "Xinhua",
    "BEIJING (Reuters) - ": "Reuters",
    "(Reuters) - ": "Reuters",
    "MOSCOW, April 5. /TASS/. ": "TASS",
    "KYIV. April 5 (Interfax-Ukraine) – ": "Interfax-Ukraine",
    "WASHINGTON (AP) — ": "Associated Press",
    "New Delhi [India], April 5 (ANI): ": "ANI",
    "TEHRAN, (MNA) – ": "Mehr News Agency",
    "DUBAI, UAE, 5th April 2022 (WAM) -- ": "WAM",
    "MADRID, 5 Abr. (EUROPA PRESS) - ": "Europa Press",
    "BELGRADE (Tanjug) -- ": "Tanjug",
    "PARIS -- ": None,
    "LISBON (Harbour) -- ": None,
}
ENDS = {
    "-- AP": "Associated Press",
    "— AFP": "AFP",
    "Reporting by Jane Roe; Editing by John Doe": "Reuters",
    "(Reporting by Jane Roe in Paris; Editing by John Doe)": "Reuters",
    "Source: Xinhua": "Xinhua",
    "(Source: TASS)": "TASS",
    "With inputs from PTI": "PTI",
    "(With agency inputs from ANI)": "ANI",
    "The Associated Press contributed to this report.": "Associated Press",
    "© 2022 AFP": "AFP",
    "(AFP)": "AFP",
    "Reuters": "Reuters",
    "via Reuters": "Reuters",
    "Enditem": "Xinhua",
    "The ministers spoke with Reuters on Monday and were brief.": None,
    "A ship lies in the harbour, April 5, 2022. (Reuters)": None,
}
BYLINES = {
    "By Jane Roe, Associated Press": (("Jane Roe",), "Associated Press"),
    "By Jane Roe | Reuters": (("Jane Roe",), "Reuters"),
    "By Reuters": (("Reuters",), "Reuters"),
    "By Jane Roe and John Doe, The Associated Press": (("Jane Roe", "John Doe"), "Associated Press"),
}


def wire(text: str) -> str | None:
    return next((h.name for h in document(text).hops if h.kind is HopKind.WIRE), None)


@pytest.mark.parametrize("opening", OPENINGS)
def test_wires_in_datelines(opening: str) -> None:
    assert wire(f"Harbour ministers back a joint patrol\n\n{opening}{BODY}\n") == OPENINGS[opening]


@pytest.mark.parametrize("end", ENDS)
def test_wires_in_the_last_lines(end: str) -> None:
    assert wire(f"Harbour ministers back a joint patrol\n\n{BODY}\n\n{end}\n") == ENDS[end]


@pytest.mark.parametrize("line", BYLINES)
def test_wires_in_bylines_wrote_nothing(line: str) -> None:
    found = document(f"Harbour ministers back a joint patrol\n\n{line}\n\n{BODY}\n")
    assert (found.byline, next(h.name for h in found.hops if h.kind is HopKind.WIRE)) == BYLINES[line]


@pytest.mark.parametrize(
    ("end", "name", "outlet"),
    [
        ("This article was first published by Example News.", "Example News", "outlet:example-news"),
        ("The story originally appeared on https://news.example.com/a and is shared here.", "Example News", "outlet:example-news"),
        ("Republished with permission from Harbour Weekly.", "Harbour Weekly", None),
        ("Courtesy: Harbour Weekly", "Harbour Weekly", None),
    ],
)
def test_a_republisher_names_the_first_outlet(end: str, name: str, outlet: str | None) -> None:
    found = document(f"https://herald.example.org/sea\n\nHarbour ministers back a joint patrol\n\n{BODY}\n\n{end}\n")
    assert [(h.kind, h.name) for h in found.hops] == [(HopKind.OUTLET, name), (HopKind.REPUBLISHER, "The Herald")]
    assert found.hops[0].id == outlet and found.outlet == "outlet:herald"


@pytest.mark.parametrize(
    ("dateline", "line", "day"),
    [
        ("BEIJING, April 5 (Xinhua) -- ", "April 7, 2022", "2022-04-05"),
        ("MINSK, 30 December (BelTA) – ", "January 2, 2022", "2021-12-30"),
        ("LONDON, April 5, 2021 (Reuters) - ", "April 7, 2022", "2021-04-05"),
        ("BEIJING, April 5 (Xinhua) -- ", "", None),
        ("BEIJING (Xinhua) -- ", "April 7, 2022", None),
    ],
)
def test_the_dateline_tells_when_the_wire_sent_it(dateline: str, line: str, day: str | None) -> None:
    found = document(f"Harbour ministers back a joint patrol\n\n{line}\n\n{dateline}{BODY}\n")
    (hop,) = [h for h in found.hops if h.kind is HopKind.WIRE]
    assert (str(hop.when.earliest) if hop.when else None) == day
