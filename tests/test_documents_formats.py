"""documents/: feeds, JSON, WARC, DOCX and the text exports of news databases: every article with its own date, outlet and authors."""
# ruff: noqa: E501 (reports are kept whole)

import gzip
import io
import json
import time
import zipfile
from datetime import date

from rashomon.documents.readers import reader_for
from rashomon.records import Document, Failure, HopKind, Received, ZoneKind
from test_documents_reading import PAGE, document, read, zones

BODY = (
    "The first boats of the joint patrol left the harbour on Wednesday, a year later than the nine states had planned it.\n\n"
    "The ports of the north have asked for such a patrol for years, because smugglers use the open sea between the islands."
)


def days(found: list[Document | Failure]) -> list[date | None]:
    return [f.published.earliest if isinstance(f, Document) and f.published else None for f in found]


def test_schema_org_and_ninjs() -> None:
    article = {
        "@type": "NewsArticle",
        "headline": "Patrol sets sail",
        "articleBody": BODY,
        "datePublished": "2022-05-04",
        "author": [{"name": "Jane Roe"}],
        "publisher": {"name": "The Herald"},
    }
    ninjs = {
        "uri": "https://news.example.com/a1",
        "headline": "Patrol comes home",
        "body_xhtml": f"<p>{BODY.replace(chr(10) * 2, '</p><p>')}</p>",
        "versioncreated": "2022-05-06T08:00:00Z",
        "byline": "By John Doe",
    }
    found = read(json.dumps([article, ninjs]), "articles.json")
    assert days(found) == [date(2022, 5, 4), date(2022, 5, 6)]
    first, second = found
    assert isinstance(first, Document) and (first.outlet, first.byline) == ("outlet:herald", ("Jane Roe",))
    assert isinstance(second, Document) and (second.outlet, second.byline) == ("outlet:example-news", ("John Doe",))
    assert len(zones(second, ZoneKind.BODY)) == 2
    assert days(read("\n".join(map(json.dumps, [article, ninjs])), "articles.jsonl")) == days(found)


def test_json_without_article_is_told() -> None:
    (found,) = read('{"a": [1, 2, 3]}', "x.json")
    assert isinstance(found, Failure) and "without a news article" in found.reason


FEED = f"""<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Example News</title>
<link>https://news.example.com/</link>
<item><title>Patrol sets sail</title><link>https://news.example.com/a1</link><pubDate>Wed, 04 May 2022 10:00:00 +0200</pubDate>
<content:encoded><![CDATA[<p>{BODY.replace(chr(10) * 2, "</p><p>")}</p>]]></content:encoded></item>
<item><title>Only a teaser</title><link>https://news.example.com/a2</link><description>Read the rest on our page.</description></item>
</channel></rss>"""


def test_feed_entries_with_and_without_text() -> None:
    full, teaser = read(FEED, "feed.xml")
    assert isinstance(full, Document) and full.address == "https://news.example.com/a1" and full.outlet == "outlet:example-news"
    assert full.published is not None and full.published.earliest == date(2022, 5, 4)
    assert HopKind.FEED in [h.kind for h in full.hops]
    assert isinstance(teaser, Failure) and "https://news.example.com/a2" in teaser.hint


def capture(address: str, page: bytes, status: str = "200 OK", headers: str = "") -> bytes:
    head = f"HTTP/1.1 {status}\r\nContent-Type: text/html; charset=utf-8\r\n{headers}\r\n"
    http = head.encode() + page
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {address}\r\nWARC-Date: 2022-06-01T12:00:00Z\r\n"
        f"WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-{abs(hash(address)) % 10**12:012}>\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n"
    )
    return head.encode() + http + b"\r\n\r\n"


def test_warc_pages_keep_address_and_capture() -> None:
    bare = PAGE.replace('<link rel="canonical" href="https://news.example.com/patrol-sets-sail">', "").encode()
    data = capture("https://herald.example.org/sea", bare) + capture(
        "https://herald.example.org/gone", b"<html></html>", "404 Not Found"
    )
    for packed in (data, gzip.compress(data)):
        page, gone = read(packed, "pages.warc")
        assert isinstance(page, Document) and page.address == "https://herald.example.org/sea"
        assert page.outlet == "outlet:herald" and page.hops[-1].kind is HopKind.ARCHIVE
        assert page.published is not None and page.published.earliest == date(2022, 5, 4)
        assert isinstance(gone, Failure) and "404" in gone.reason


def test_captured_pages_are_unpacked_as_browsers_do() -> None:
    packed = gzip.compress(PAGE.encode())
    parts = b"".join(b"%x\r\n%s\r\n" % (len(packed[i : i + 99]), packed[i : i + 99]) for i in range(0, len(packed), 99))
    whole = capture("https://a.example/1", packed, headers="Content-Encoding: gzip\r\n")
    chunked = capture(
        "https://a.example/2", parts + b"0\r\n\r\n", headers="Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n"
    )
    found = read(whole + chunked, "pages.warc")
    assert [f.text for f in found if isinstance(f, Document)] == [document(PAGE, "page.html").text] * 2


def test_a_cut_web_archive_is_read_up_to_the_cut() -> None:
    data = gzip.compress(capture("https://a.example/1", PAGE.encode())) + gzip.compress(
        capture("https://a.example/2", PAGE.encode())
    )
    page, cut = read(data[:-200], "pages.warc.gz")
    assert isinstance(page, Document) and isinstance(cut, Failure) and "cut" in cut.reason


def docx(paragraphs: list[str]) -> bytes:
    body = "".join(f"<w:p><w:r><w:t>{p}</w:t></w:r></w:p>" for p in paragraphs)
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as opened:
        opened.writestr("[Content_Types].xml", "<Types/>")
        opened.writestr(
            "word/document.xml",
            f'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>{body}</w:body></w:document>',
        )
    return held.getvalue()


def test_docx_is_one_report() -> None:
    found = document(docx(["Patrol sets sail", "By Jane Roe", "4 May 2022", *BODY.split("\n\n")]), "report.docx")
    assert (found.title, found.byline) == ("Patrol sets sail", ("Jane Roe",))
    assert found.published is not None and found.published.earliest == date(2022, 5, 4)


NEXIS = """Patrol sets sail

The Herald

May 4, 2022 Wednesday

Copyright 2022 The Herald Ltd

Section: NEWS; Pg. 4
Length: 180 words
Byline: Jane Roe

Body

{body}

Load-Date: May 5, 2022

End of Document
"""
FACTIVA = """Patrol sets sail

180 words
4 May 2022
09:15
The Herald
HERLD
English
(c) 2022 The Herald Ltd

{body}

Document HERLD00020220504ei5400001
"""
PROQUEST = """____________________________________________________________

Document 1 of 2

Title: Patrol sets sail
Author: Roe, Jane
Publication title: The Herald
Publication date: May 4, 2022
ProQuest document ID: 1234567890
Full text: {body}

____________________________________________________________
"""


def test_exports_hold_many_articles() -> None:
    for template, name in ((NEXIS, "nexis.txt"), (FACTIVA, "factiva.txt"), (PROQUEST, "proquest.txt")):
        found = read(
            template.format(body=BODY)
            + template.format(body=BODY).replace("May 4", "May 6").replace("4 May", "6 May").replace("sets", "left"),
            name,
        )
        assert days(found) == [date(2022, 5, 4), date(2022, 5, 6)], name
        for article in found:
            assert isinstance(article, Document)
            assert article.outlet == "outlet:herald" and article.title.startswith("Patrol"), name
            assert [z.strip() for z in zones(article, ZoneKind.BODY)] == BODY.split("\n\n"), name
        assert len({f.id for f in found if isinstance(f, Document)}) == 2


def test_nexis_in_a_docx() -> None:
    found = read(docx([p for p in NEXIS.format(body=BODY).split("\n") if p]), "nexis.docx")
    assert days(found) == [date(2022, 5, 4)]


def pdf(pages: list[list[str]]) -> bytes:
    """A PDF of one font; a line of a page is a line of text."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", "", "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"]
    kids = []
    for lines in pages:
        drawn = "BT /F1 11 Tf 14 TL 50 780 Td " + " ".join(f"({line}) Tj T*" for line in lines) + " ET"
        objects.append(f"<< /Length {len(drawn)} >>\nstream\n{drawn}\nendstream")
        kids.append(f"{len(objects) + 1} 0 R")
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {len(objects)} 0 R /Resources << /Font << /F1 3 0 R >> >> >>"
        )
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    data, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(data))
        data += f"{number} 0 obj\n{body}\nendobj\n".encode()
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    size = len(objects) + 1
    return (
        data
        + f"xref\n0 {size}\n0000000000 65535 f \n{table}trailer << /Size {size} /Root 1 0 R >>\nstartxref\n{len(data)}\n%%EOF".encode()
    )


def test_pdf_without_running_heads() -> None:
    pages = [
        [
            "The Herald",
            f"The boats of the {nth} patrol left the harbour early on the {nth} day, as the minis-",
            f"ters had asked the {nth} crew.",
            "7",
        ]
        for nth in ("first", "second", "third")
    ]
    found = document(pdf(pages), "a.pdf")
    assert (
        found.text.split("\n\n")[0]
        == "The boats of the first patrol left the harbour early on the first day, as the ministers had asked the first crew."
    )
    assert found.text.count("\n\n") == 2


def test_pdf_without_text_or_cut() -> None:
    (empty,) = read(pdf([[]]), "scan.pdf")
    assert isinstance(empty, Failure) and "text layer" in empty.reason
    (cut,) = read(pdf([["Some text of a report"]])[:80], "cut.pdf")
    assert isinstance(cut, Failure)


def rows(left: list[str], right: list[str], headline: str) -> str:
    """Two columns drawn row by row, as printing programs do."""
    drawn = [f"BT /F1 14 Tf 50 800 Td ({headline}) Tj ET"]
    for number, (a, b) in enumerate(zip(left, right, strict=True)):
        y = 760 - 14 * number
        drawn.append(f"BT /F1 10 Tf 50 {y} Td ({a}) Tj ET BT /F1 10 Tf 310 {y} Td ({b}) Tj ET")
    return " ".join(drawn)


def test_pdf_columns_drawn_row_by_row() -> None:
    left = ["The boats of the patrol left the har-", "bour early on the first day, as the", "ministers had asked the first crew.", "The ports of the north have asked", "for such a patrol for many years."]  # fmt: skip
    right = ["Fishermen fear that the patrol will", "close the best of their grounds in", "the spring of the year to come.", "The commander told reporters that", "he was ready for the open sea."]  # fmt: skip
    data = pdf([[]]).replace(b"BT /F1 11 Tf 14 TL 50 780 Td  ET", rows(left, right, "Patrol sets sail").encode())
    size = len(rows(left, right, "Patrol sets sail"))
    found = document(data.replace(b"/Length 32", f"/Length {size}".encode()), "a.pdf")
    body = " ".join(zones(found, ZoneKind.BODY))
    assert "left the harbour early on the first day, as the ministers had asked" in body
    assert body.index("for many years.") < body.index("Fishermen fear") < body.index("open sea.")
    assert found.title == "Patrol sets sail"


def test_the_running_heads_of_a_pdf_tell_day_and_outlet() -> None:
    pages = [
        ["The Herald | Wednesday, 4 May 2022 | 7", *(f"The boats of the {nth} patrol left the harbour early on the {nth} day." for _ in range(8))]
        for nth in ("first", "second", "third")
    ]  # fmt: skip
    found = document(pdf(pages), "a.pdf")
    assert found.published is not None and found.published.earliest == date(2022, 5, 4)
    assert found.outlet == "outlet:herald" and "Herald" not in found.text


def test_many_comments_in_front_cost_nothing() -> None:
    """A mail archive's page opens with a comment for each header: telling that it is no feed took time by the power of their count."""
    page = b"<!-- MHonArc v2 -->\n" + b"<!--X-Reference: a@b.example -->\n" * 60 + PAGE.encode()
    begun = time.process_time()
    assert reader_for(Received(page, "page.html")).name != "feed" and time.process_time() - begun < 1
