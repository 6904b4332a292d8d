"""documents/: heads of articles as people paste and pass them on: headline, outlet, date and writers in any order."""
# ruff: noqa: E501 (texts are kept whole)

from datetime import date

import pytest

from rashomon.documents import read_documents
from rashomon.records import Document, HopKind, Received, ZoneKind
from rashomon.tables import Tables

HEADLINE = "Coastal states back a joint patrol"
TOLD = (
    "The foreign ministers of nine coastal states agreed in Lisbon on Wednesday to send a joint patrol to the northern strait after two years of talks.",
    "“We have found what all of us can live with,” one of them told reporters, adding that inspectors would go on board from next month.",
)
BODY = "\n\n".join(TOLD)
POST = "From: Bob <bob@tank.example>\nTo: seas@lists.example\nSubject: [Seas] Fwd: ports\nDate: Fri, 6 May 2022 10:00:00 +0100\nMessage-ID: <f2@tank.example>\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\n"
HEADS = {
    "outlet, date, headline": (f"Reuters\nMay 4, 2022\n\n{HEADLINE}\n\n{BODY}", "outlet:reuters", ()),
    "headline, outlet, date": (f"{HEADLINE}\nReuters\n4 May 2022\n\n{BODY}", "outlet:reuters", ()),
    "outlet behind the headline": (f"{HEADLINE} - The Guardian\n\n4 May 2022\n\n{BODY}", "outlet:guardian", ()),
    "all on one line": (f"{HEADLINE}\n\nThe Guardian | 4 May 2022 | Jane Roe in Lisbon\n\n{BODY}", "outlet:guardian", ("Jane Roe",)),
    "outlet and date": (f"{HEADLINE}\nReuters, Wednesday 4 May 2022 15:20 GMT\n\n{BODY}", "outlet:reuters", ()),
    "outlet and place": (f"{HEADLINE}\n\nBBC News, Lisbon\n4 May 2022 Last updated at 15:20 GMT\n\n{BODY}", "outlet:bbc", ()),
    "byline, outlet, date": (f"{HEADLINE}\nBy JANE ROE\nThe New York Times\nPublished: May 4, 2022\n\n{BODY}", "outlet:new-york-times", ("JANE ROE",)),
    "source at the foot": (f"{HEADLINE}\n\n{BODY}\n\nSource: The Guardian, 4 May 2022", "outlet:guardian", ()),
    "deck, then a bare name": (f"{HEADLINE}\nInspectors of all nine are to go on board, and the ports want to pay less for it\n\nJane Roe\nWed 4 May 2022 15.20 GMT\n\n{BODY}", None, ("Jane Roe",)),
    "a name in a place": (f"{HEADLINE}\n\nBy Jane Roe in Lisbon\n4 May 2022\n\n{BODY}", None, ("Jane Roe",)),
    "an address with the date": (f"{HEADLINE}\nwww.patrols.example  2022-05-04 09:12:33\n\n{BODY}", None, ()),
    "a source that no table knows": (f"Lake Wire\nMay 4, 2022\n\n{HEADLINE}\n\n{BODY}", None, ()),
}  # fmt: skip


@pytest.mark.parametrize("name", HEADS)
@pytest.mark.parametrize("posted", (False, True))
def test_heads_in_any_order(name: str, posted: bool, tables: Tables) -> None:
    text, outlet, authors = HEADS[name]
    (found,) = read_documents([Received(((POST if posted else "") + text).encode(), "a.eml" if posted else "a.txt")], tables)
    assert isinstance(found, Document)
    assert (found.title, found.outlet, found.byline) == (HEADLINE, outlet, authors)
    assert found.published is not None and found.published.earliest == date(2022, 5, 4)
    assert [z.span.of(found.text).split()[0] for z in found.zones if z.kind is ZoneKind.BODY] == ["The", "“We"]


def test_an_unknown_source_is_told(tables: Tables) -> None:
    (found,) = read_documents([Received((POST + HEADS["a source that no table knows"][0]).encode(), "a.eml")], tables)
    assert isinstance(found, Document) and found.site == "Lake Wire"
    assert next((h.kind, h.name) for h in found.hops) == (HopKind.OUTLET, "Lake Wire")


def test_a_long_headline_that_a_mailer_broke_is_one(tables: Tables) -> None:
    wrapped = "Coastal states of the north back a joint patrol of the strait after\nTwo Years of talks"
    (found,) = read_documents([Received(f"{wrapped}\n\nMay 4, 2022\n\n{BODY}".encode(), "a.txt")], tables)
    assert isinstance(found, Document) and found.title == " ".join(wrapped.split())


def test_writers_of_a_wire_stand_at_the_end(tables: Tables) -> None:
    text = f"{HEADLINE}\n\n{BODY}\n\n(Reporting by Jane Roe and John Doe in Lisbon; Editing by Ann Poe)"
    (found,) = read_documents([Received(text.encode(), "a.txt")], tables)
    assert isinstance(found, Document) and found.byline == ("Jane Roe", "John Doe")


@pytest.mark.parametrize("line", ("Reuters says that trade fell.", "Times, they are changing", "United Nations"))
def test_lines_that_name_no_outlet(line: str, tables: Tables) -> None:
    (found,) = read_documents([Received(f"{HEADLINE}\n\n{line}\n\n4 May 2022\n\n{BODY}".encode(), "a.txt")], tables)
    assert isinstance(found, Document) and (found.outlet, found.byline) == (None, ())


def test_what_a_list_says_of_attachments_is_not_the_posts(tables: Tables) -> None:
    scrubbed = "An HTML attachment was scrubbed...\nURL: <http://lists.example/pipermail/seas/attachments/1/x.html>\n"
    month = (
        "From bob at tank.example  Fri May  6 10:00:00 2022\nFrom: bob at tank.example (Bob Poe)\nDate: Fri, 6 May 2022 10:00:00 +0100\n"
        f"Subject: [Seas] ports\nMessage-ID: <f2@tank.example>\n\n{HEADLINE}\n\n4 May 2022\n\n{BODY}\n-------------- next part --------------\n{scrubbed}"
    )
    (found,) = read_documents([Received(month.encode(), "2022-May.txt")], tables)
    assert isinstance(found, Document) and (found.address, found.site) == (None, None)
    footer = next(z for z in found.zones if z.kind is ZoneKind.LIST_FOOTER)
    assert footer.span.of(found.text) == scrubbed.strip() and found.zones[-1] == footer


def test_a_sender_as_outlook_writes_it(tables: Tables) -> None:
    inner = "-----Original Message-----\nFrom: Jane Roe [mailto:jane@herald.example]\nSent: 4 May 2022 16:02\nTo: Bob\nSubject: ports\n\n"
    (found,) = read_documents([Received(f"{POST}FYI\n\n{inner}{HEADLINE}\n\n{BODY}".encode(), "a.eml")], tables)
    assert isinstance(found, Document)
    hop = next(h for h in found.hops if h.kind is HopKind.POSTER)
    assert (hop.name, hop.address) == ("Jane Roe", "jane@herald.example")


def test_short_paragraphs_are_a_text_too(tables: Tables) -> None:
    told = ("The ministers of nine states signed a treaty on Wednesday.", "They will meet again in June.")
    (found,) = read_documents([Received(f"{HEADLINE}\nMay 4, 2022\n\n{told[0]}\n\n{told[1]}".encode(), "a.txt")], tables)
    assert isinstance(found, Document) and found.title == HEADLINE
    assert tuple(z.span.of(found.text) for z in found.zones if z.kind is ZoneKind.BODY) == told
