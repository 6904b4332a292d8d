"""documents/: heads of pasted and saved texts, `golden/heads.txt`: what is the headline, who published it, when."""
# ruff: noqa: E501 (texts are kept whole)

import re
from datetime import date
from pathlib import Path

import pytest

from rashomon.documents import read_documents
from rashomon.documents.outlet_lines import source_of
from rashomon.documents.press_names import is_press_name
from rashomon.records import Document, Precision, Received, ZoneKind
from rashomon.tables import Tables

HEADS = [
    block.split("\n", 1)
    for block in (Path(__file__).parent / "golden" / "heads.txt").read_text(encoding="utf-8").strip().split("\n== ")[1:]
]
BODIES = (
    (
        "The ministers of both sides met for three hours in a village hall and agreed to meet again before the winter, officials said.",
        "“Nobody left the room angry,” one delegate told reporters, adding that maps would be exchanged in the coming weeks.",
    ),
    (
        "LISBON - Officials of four governments said on Wednesday that they had settled most of what divides them after months of talks.",
        "A spokesman said that the rest would be put before the ministers, who are to gather in the same place within a month.",
    ),
    (
        "More than two hundred people stood at the gates when the news came out. The foreign ministry called it a first step.",
        "The neighbouring government denied that it had given way, and said that its terms had not changed at all since the spring.",
    ),
)


def read(head: str, body: tuple[str, ...], tables: Tables) -> Document:
    text = "\n\n".join((head.strip(), *body))
    (found,) = read_documents([Received(text.encode(), "folder/report.txt")], tables)
    assert isinstance(found, Document)
    return found


def answers(found: Document) -> tuple[str, str, str]:
    exact = found.published is not None and found.published.precision in (Precision.DAY, Precision.TIME)
    day = found.published.earliest if found.published is not None and exact else None
    return found.title, found.outlet or found.site or "-", day.isoformat() if day else "-"


@pytest.mark.parametrize(("name", "head"), HEADS, ids=[re.split(r" \| ", name)[0] for name, _ in HEADS])
def test_heads_of_pasted_texts(name: str, head: str, tables: Tables) -> None:
    number, *expected = name.split(" | ")
    body = BODIES[int(number) % len(BODIES)]
    found = read(head, body, tables)
    assert answers(found) == tuple(expected)
    told = found.text[next(z.span.start for z in found.zones if z.kind in (ZoneKind.DATELINE, ZoneKind.BODY)) :]
    assert told == "\n\n".join(body)


ENVOYS = "The envoys of Portugal met in Geneva on Monday."  # as short as a headline, or as long as a paragraph
TALKS = "The envoys of Portugal met those of Spain in Geneva on Monday and agreed to meet there again before the winter."


@pytest.mark.parametrize("body", [(ENVOYS,), (TALKS,), (ENVOYS, BODIES[0][0]), (TALKS, *BODIES[0])], ids=len)
@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("Harbour Post\n9 May 2023", ("", "Harbour Post", "2023-05-09")),
        ("Harbour Post\n9 May 2023\n\nPortugal and Spain talk", ("Portugal and Spain talk", "Harbour Post", "2023-05-09")),
        ("Opposition Leader\n9 May 2023\nHarbour Post", ("Opposition Leader", "Harbour Post", "2023-05-09")),
        ("Truce Talks\n9 May 2023", ("Truce Talks", "-", "2023-05-09")),
    ],
)
def test_a_head_is_read_alike_whatever_follows(
    head: str, expected: tuple[str, str, str], body: tuple[str, ...], tables: Tables
) -> None:
    assert answers(read(head, body, tables)) == expected


@pytest.mark.parametrize(
    "words", ("Lake Courier", "The Times of Malta", "Radio Lisbon", "Evening Standard", "Agence Atlas", "Tashkent Daily")
)
def test_names_such_as_the_press_bears(words: str) -> None:
    assert is_press_name(words)


@pytest.mark.parametrize(
    "words", ("World News", "Press Review", "Latest News Today", "Lake Courier reports", "Herald", "Post-war Talks", "Jane Roe")
)
def test_headings_and_people_are_none(words: str) -> None:
    assert not is_press_name(words)


@pytest.mark.parametrize(
    ("line", "name"),
    (
        ("www.lakes.example", "lakes.example"),
        ("Lakes.com", "lakes.com"),
        ("theguardian.com", "Guardian"),
        ("news.bbc.co.uk", "BBC"),
        ("U.S", None),
        ("St.Petersburg", None),
        ("Meet at lakes.com on Friday", None),
        ("By Jane Roe, Reuters", None),
    ),
)
def test_lines_that_are_hosts(line: str, name: str | None, tables: Tables) -> None:
    found = source_of(line, tables)
    assert (found and found.name) == name


def test_a_correction_below_only_bounds_the_day(tables: Tables) -> None:
    found = read("Envoys leave the lake town", (*BODIES[0], "Correction: December 1, 2010"), tables)
    assert found.published is not None and (found.published.earliest, found.published.latest) == (None, date(2010, 12, 1))


def test_credits_of_pictures_in_brackets_are_lines_of_their_own(tables: Tables) -> None:
    found = read("Envoys leave the lake town", (*BODIES[0], f"(Image: Reuters)\n{BODIES[2][0]}"), tables)
    assert [z.span.of(found.text) for z in found.zones if z.kind is ZoneKind.CREDIT] == ["(Image: Reuters)"]
