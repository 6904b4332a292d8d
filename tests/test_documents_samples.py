"""documents/: a sample of every format, of our own making, in tests/samples: every document in it is accounted for."""

import io
from datetime import date
from pathlib import Path

import pytest

from rashomon.documents.rich import rtf_text
from rashomon.records import Document, Failure, HopKind, Received, ZoneKind
from rashomon.sources import receive
from test_documents_reading import read, zones

SAMPLES = Path(__file__).resolve().parent / "samples"
HERALD, NEWS = "outlet:herald", "outlet:example-news"
SETS, BACK, AGAIN = "Patrol sets sail", "Patrol is back in port", "Patrol leaves again"
ADDRESS = "https://herald.example.org/sea/patrol-sets-sail"
# What a reader would say that a file holds: headline, day, outlet, authors; or why there is nothing to read.
Told = tuple[str, date | None, str | None, tuple[str, ...]] | str
FOURTH, SIXTH = date(2022, 5, 4), date(2022, 5, 6)
EXPORT: list[Told] = [(SETS, FOURTH, HERALD, ("Jane Roe",)), ("Patrol left sail", SIXTH, HERALD, ("Jane Roe",))]
FACTIVA: list[Told] = [(SETS, FOURTH, HERALD, ()), ("Patrol left sail", SIXTH, HERALD, ())]
SCHEMA: Told = (SETS, FOURTH, HERALD, ("Jane Roe",))
NINJS: Told = ("Patrol comes home", SIXTH, NEWS, ("John Doe",))
AMP: Told = (SETS, FOURTH, NEWS, ("Jane Roe",))
LIST: list[Told] = [("Letter 1", date(2022, 5, 5), None, ()), (SETS, FOURTH, HERALD, ("John Doe",))]
WARC: list[Told] = [(AGAIN, date(2022, 5, 9), HERALD, ()), "the server answered 404"]
PACKED: list[Told] = [SCHEMA, *LIST, *FACTIVA, AMP]
EXPECTED: dict[str, list[Told]] = {
    "amp.html": [AMP],
    "print.html": [(SETS, FOURTH, HERALD, ("John Doe",))],
    "saved.html": [(BACK, SIXTH, NEWS, ("Jane Roe",))],
    "saved.mhtml": [(AGAIN, date(2022, 5, 9), NEWS, ())],
    "newsarticle.json": [SCHEMA],
    "ninjs.json": [NINJS],
    "articles.jsonl": [SCHEMA, NINJS],
    "rss.xml": [(SETS, FOURTH, NEWS, ()), "a feed entry without the article's text"],
    "atom.xml": [(BACK, SIXTH, HERALD, ("John Doe",))],
    "attachments.eml": [
        ("Papers on the patrol", date(2022, 5, 10), None, ()),
        (SETS, FOURTH, HERALD, ("John Doe",)),
        (AGAIN, date(2022, 5, 9), NEWS, ()),
        ("Note on the patrol", date(2022, 5, 9), None, ()),
    ],
    "list.mbox": LIST,
    "list-mboxrd.mbox": [("Letter 3", date(2022, 5, 5), None, ()), ("Letter 4", date(2022, 5, 5), None, ())],
    "2022-May.txt": [("First", date(2022, 5, 5), None, ()), ("Second", SIXTH, None, ())],
    "2022-June.txt.gz": [("First", date(2022, 6, 5), None, ()), ("Second", date(2022, 6, 6), None, ())],
    "mhonarc/msg00000.html": [("Patrol-boats", date(2022, 5, 5), None, ())],
    "mhonarc/msg00001.html": [(SETS, FOURTH, HERALD, ())],
    "mhonarc/maillist.html": ["an index page of a mail archive"],
    "pages.warc": WARC,
    "pages.warc.gz": WARC,
    "columns.pdf": [(SETS, FOURTH, HERALD, ())],
    "report.docx": [(SETS, FOURTH, None, ("Jane Roe",))],
    "nexis.txt": EXPORT,
    "nexis.rtf": EXPORT,
    "nexis.docx": EXPORT,
    "proquest.txt": EXPORT,
    "factiva.txt": FACTIVA,
    "factiva.html": [SCHEMA, (BACK, SIXTH, HERALD, ("Jane Roe",))],
    "all.zip": PACKED,
    "all.tar": PACKED,
    "all.tar.gz": PACKED,
}


def sample(name: str) -> list[Document | Failure]:
    return read((SAMPLES / name).read_bytes(), name)


def told(found: Document | Failure, expected: Told) -> Told:
    if isinstance(found, Failure):
        return expected if isinstance(expected, str) and found.reason.startswith(expected) else found.reason
    return found.title, found.published.earliest if found.published else None, found.outlet, found.byline


@pytest.mark.parametrize("name", EXPECTED)
def test_every_document_of_a_sample_is_accounted_for(name: str) -> None:
    found = sample(name)
    assert len(found) == len(EXPECTED[name]), [f.source for f in found]
    assert [told(f, e) for f, e in zip(found, EXPECTED[name], strict=True)] == EXPECTED[name]
    assert len({f.id for f in found if isinstance(f, Document)}) == sum(isinstance(f, Document) for f in found)
    for document in found:
        if isinstance(document, Document):
            body = " ".join(zones(document, ZoneKind.BODY))
            assert len(body) > 80 and not any(
                words in body for words in ("All rights reserved", "cookies", "Printed from", "\\par")
            )


def test_every_sample_is_expected() -> None:
    assert {str(path.relative_to(SAMPLES)) for path in SAMPLES.rglob("*") if path.is_file()} == EXPECTED.keys()


def test_a_post_that_forwards_an_article_keeps_both(tmp_path: Path) -> None:
    """Subject, poster, day of the post, message id; and the article's own address, day and outlet."""
    for name, number, poster in (
        ("list.mbox", 1, "ann@example.net"),
        ("mhonarc/msg00001.html", 0, "abb@example.net"),
        ("attachments.eml", 1, "ann@example.net"),
    ):
        found = sample(name)[number]
        assert isinstance(found, Document)
        assert (found.address, found.outlet) == (ADDRESS, HERALD)
        assert found.published is not None and found.published.earliest == FOURTH
        (hop,) = [h for h in found.hops if h.kind is HopKind.POSTER]
        assert hop.address == poster and hop.when is not None and hop.when.earliest == date(2022, 5, 5)
        assert found.message_id in {"m2@example.net", "h2@example.net", "inner1@example.net"}


def test_mboxrd_quoting_is_taken_off_once() -> None:
    first = sample("list-mboxrd.mbox")[0]
    assert isinstance(first, Document)
    assert "\nFrom here on the sea was calm.\n>From was written" in first.text


def test_columns_running_heads_and_hyphens_of_a_pdf() -> None:
    (found,) = sample("columns.pdf")
    assert isinstance(found, Document)
    assert "to the northern strait, a year later than they had planned it when the storms were over. The ports" in found.text
    assert "Herald" not in found.text and "\n2" not in found.text


def test_a_page_saved_as_one_file_tells_when() -> None:
    (found,) = sample("saved.mhtml")
    assert isinstance(found, Document)
    assert found.hops[-1].kind is HopKind.ARCHIVE and found.hops[-1].when is not None
    assert found.hops[-1].when.earliest == date(2022, 5, 10)


def test_paths_on_standard_input() -> None:
    listed = "\n".join(str(SAMPLES / name) for name in ("amp.html", "list.mbox")).encode()
    received = list(receive(["-"], io.BytesIO(listed)))
    assert [Path(one.name).name for one in received if isinstance(one, Received)] == ["amp.html", "list.mbox"]


@pytest.mark.parametrize(
    ("source", "text"),
    [
        (r"{\rtf1\ansi{\fonttbl{\f0 Arial;}}\pard One\'e9 \b two\b0\par three}", "Oneé two\nthree"),
        (r"{\rtf1\ansi\uc1 \u8220?quoted\u8221? \u-10179?\u-8704?\line next\~word}", "“quoted” \U0001f600\nnext\xa0word"),
        (r"{\rtf1{\*\hidden secret}{\header Head}\{braces\} \\ end", "{braces} \\ end"),
        (r"{\rtf1\ansicpg1251 \'cc\'e8\'f0}", "Мир"),
        ("{\\rtf1 " + "{" * 5000 + "deep" + "}" * 9000, "deep"),
        (r"{\rtf1 half \u-10179? sign}", "half \ufffd sign"),
    ],
)
def test_rtf(source: str, text: str) -> None:
    assert rtf_text(source).strip() == text
