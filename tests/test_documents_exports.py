"""documents/exports.py, factiva.py: layouts of the databases other than the plainest; ninjs 2."""
# ruff: noqa: E501 (texts are kept whole)

import json
from datetime import date

import pytest

from rashomon.documents import read_documents
from rashomon.records import Document, Received, ZoneKind
from test_documents_reading import Outlets

TOLD = (
    "Ministers of nine coastal states agreed on Wednesday to send a joint patrol to the northern strait, a year later than planned.",
    "The ports of the north have asked for such a patrol for years, because smugglers use the open sea between the islands at night.",
)
BODY = "\n\n".join(TOLD)
OLD_NEXIS = """                               {n} of 2 DOCUMENTS


                              The Herald (Lisbon)

                           May 4, 2022 Wednesday
                                Final Edition

Patrol sets sail for the northern
strait {n}

BYLINE: Jane Roe; João da Silva

SECTION: NEWS; Pg. A4

LENGTH: 180 words

DATELINE: LISBON

HIGHLIGHT: Nine states send ships

{body}

LOAD-DATE: May 5, 2022

LANGUAGE: ENGLISH

GRAPHIC: Photo, a ship

Copyright 2022 The Herald
All Rights Reserved

"""
FACTIVA = """World
Patrol sets sail for the northern strait {n}
Jane Roe
180 words
4 May 2022
09:15
The Herald
HERLD
English
Copyright 2022. The Herald.

{body}

Document HERLD00020220504ei540000{n}

"""
CODED = """SE   World
HD   Patrol sets sail for the northern strait {n}
BY   By Jane Roe
WC   180 words
PD   4 May 2022
ET   09:15
SN   The Herald
SC   HERLD
LA   English
CY   (c) 2022 The Herald
LP

{first}

TD

{second}

CO   herld : The Herald
AN   Document HERLD00020220504ei540000{n}

"""
PROQUEST = """____________________________________________________________

Patrol sets sail for the northern strait {n}

Author: Roe, Jane

Publication info: The Herald ; Lisbon [Lisbon]. 04 May 2022: A.4.

Full text: {body}

Title: Patrol sets sail for the northern strait {n}

Publication title: The Herald; Lisbon

Publication date: May 4, 2022

ProQuest document ID: 99{n}

"""


def export(template: str) -> bytes:
    return "".join(template.format(n=n, body=BODY, first=TOLD[0], second=TOLD[1]) for n in (1, 2)).encode()


@pytest.mark.parametrize(
    ("template", "site", "authors"),
    (
        (OLD_NEXIS, "The Herald (Lisbon)", ("Jane Roe", "João da Silva")),
        (FACTIVA, "The Herald", ("Jane Roe",)),
        (CODED, "The Herald", ("Jane Roe",)),
        (PROQUEST, "The Herald", ("Jane Roe",)),
    ),
)
def test_articles_of_exports(template: str, site: str, authors: tuple[str, ...]) -> None:
    found = list(read_documents([Received(export(template), "export.txt")], Outlets()))
    assert len(found) == 2
    for number, document in enumerate(found, 1):
        assert isinstance(document, Document)
        assert document.title == f"Patrol sets sail for the northern strait {number}"
        assert (document.site, document.byline) == (site, authors)
        assert document.published is not None and document.published.earliest == date(2022, 5, 4)
        assert tuple(z.span.of(document.text) for z in document.zones if z.kind is ZoneKind.BODY) == TOLD


def test_the_highlight_of_an_older_nexis_export_is_the_deck() -> None:
    document = next(iter(read_documents([Received(export(OLD_NEXIS), "export.txt")], Outlets())))
    assert isinstance(document, Document)
    assert [z.span.of(document.text) for z in document.zones if z.kind is ZoneKind.DECK] == ["Nine states send ships"]


def test_a_place_behind_the_publications_name_is_no_part_of_it() -> None:
    document = next(iter(read_documents([Received(export(OLD_NEXIS), "export.txt")], Outlets())))
    assert isinstance(document, Document) and document.outlet == "outlet:herald"


def test_ninjs_with_its_texts_in_lists() -> None:
    item = {
        "uri": "http://tag.example/4711",
        "standard": {"name": "ninjs", "version": "2.1"},
        "firstcreated": "2022-05-04T12:20:00Z",
        "byline": "Jane Roe",
        "headlines": [{"role": "short", "value": "Patrol"}, {"role": "main", "value": "Patrol sets sail"}],
        "bodies": [{"role": "main", "contenttype": "text/html", "value": f"<p>{TOLD[0]}</p><p>{TOLD[1]}</p>"}],
    }
    (found,) = read_documents([Received(json.dumps(item).encode(), "item.json")], Outlets())
    assert isinstance(found, Document) and (found.title, found.byline) == ("Patrol sets sail", ("Jane Roe",))
    assert tuple(z.span.of(found.text) for z in found.zones if z.kind is ZoneKind.BODY) == TOLD
    broken = item | {"bodies": [{"value": 3}, "x"], "headlines": {"a": 1}}
    list(read_documents([Received(json.dumps(broken).encode(), "item.json")], Outlets()))
