"""documents/: archives of many pages: found quickly, taken apart where they are read, `--bulk` by the quick way."""
# ruff: noqa: E501 (pages are kept whole)

import gzip
import io
import pickle
import zipfile
from pathlib import Path

from click.testing import CliRunner

from rashomon import open_ledger
from rashomon.cli.commands import cli
from rashomon.documents import open_source, read_documents
from rashomon.documents.pages import Page
from rashomon.records import Document, Failure, Received, ZoneKind
from test_documents_formats import capture
from test_documents_page_dates import BODY, TITLE, page
from test_documents_reading import Outlets

LONG = page(below="<p class='byline'>By Jane Roe</p><time datetime='2022-05-04'>4 May 2022</time>", head="<style>" + ".a{}" * 4000 + "</style>")  # fmt: skip
PROSE = [p.removeprefix("<p>") for p in BODY.split("</p>") if p]


def bodies(found: Document) -> list[str]:
    return [z.span.of(found.text) for z in found.zones if z.kind is ZoneKind.BODY]


def read_bulk(markup: str) -> Document:
    (found,) = read_documents([Received(markup.encode(), "page.html")], Outlets(), bulk=True)
    assert isinstance(found, Document), found
    return found


def test_the_quick_way_finds_the_same_report() -> None:
    tail = "<div class='related'><p>An older report tells at some length of the harbour dues and of what became of them.</p></div>"
    quick, (whole,) = read_bulk(LONG), read_documents([Received(LONG.encode(), "page.html")], Outlets())
    assert isinstance(whole, Document)
    assert bodies(quick) == PROSE == bodies(whole)
    assert (quick.title, quick.published, quick.byline) == (whole.title, whole.published, whole.byline) and quick.title == TITLE
    assert bodies(read_bulk(LONG.replace("</main>", tail + "</main>"))) == PROSE


def test_headings_between_paragraphs_stay() -> None:
    first, *rest = PROSE
    inner = f"<p>{first}</p><h2>What they asked for</h2>" + "".join(f"<p>{p}</p>" for p in rest)
    found = read_bulk(page(body=inner))
    assert [z.span.of(found.text) for z in found.zones if z.kind is ZoneKind.SUBHEADING] == ["What they asked for"]
    assert bodies(found) == PROSE


def test_a_page_of_another_make_is_read_in_full() -> None:
    loose = "<br><br>".join(PROSE)
    found = read_bulk(f"<html><head><title>{TITLE}</title></head><body><h1>{TITLE}</h1><div>{loose}</div></body></html>")
    assert all(p in found.text for p in PROSE)
    short = read_bulk(page(body=f"<p>{PROSE[0]}</p>"))
    assert bodies(short) == PROSE[:1]


def test_records_that_hold_no_report_are_passed_over() -> None:
    moved = capture("https://a.example/old", b"<html><body>Moved</body></html>", "301 Moved Permanently")
    gone = capture("https://a.example/gone", b"<html></html>", "404 Not Found")
    picture = capture("https://a.example/p.png", b"\x89PNG", headers="").replace(
        b"text/html; charset=utf-8", b"image/png" + b" " * 15
    )
    data = moved + picture + gone + capture("https://a.example/1", LONG.encode())
    failed, found = read_documents([Received(gzip.compress(data), "pages.warc.gz")], Outlets())
    assert isinstance(failed, Failure) and "404" in failed.reason and not failed.lost
    assert isinstance(found, Document) and bodies(found) == PROSE


def test_a_web_archive_is_opened_without_taking_its_pages_apart() -> None:
    data = b"".join(capture(f"https://a.example/{n}", LONG.replace(TITLE, f"{TITLE} {n}").encode()) for n in range(8))
    parts = list(open_source(Received(data, "pages.warc")))
    assert len(parts) == 8 and all(isinstance(p, Page) for p in parts)
    alone = [d for part in pickle.loads(pickle.dumps(parts)) for d in read_documents([part], Outlets())]
    assert alone == list(read_documents([Received(data, "pages.warc")], Outlets()))
    assert [d.address for d in alone if isinstance(d, Document)] == [f"https://a.example/{n}" for n in range(8)]


def test_bulk_through_the_command_line(tmp_path: Path) -> None:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as opened:
        for n in range(3):
            opened.writestr(f"{n}.html", LONG.replace(TITLE, f"{TITLE} {n}"))
    (tmp_path / "pages.zip").write_bytes(held.getvalue())
    web = b"".join(capture(f"https://a.example/{n}", LONG.replace(TITLE, f"{TITLE} {n + 3}").encode()) for n in range(2))
    (tmp_path / "pages.warc.gz").write_bytes(
        gzip.compress(web + capture("https://a.example/gone", b"<html></html>", "404 Not Found"))
    )
    asked = ["--ledger", str(tmp_path / "kept"), "--no-model", "read", "--bulk", str(tmp_path / "pages.zip"), str(tmp_path / "pages.warc.gz")]  # fmt: skip
    result = CliRunner().invoke(cli, asked)
    assert result.exit_code == 0 and "5 documents read, 0 sources known before, 0 failed, 1 held no report" in result.output
    again = CliRunner().invoke(cli, asked)
    assert "0 documents read, 2 sources known before, 0 failed" in again.output
    with open_ledger(tmp_path / "kept") as ledger:
        readings = ledger.readings()
    assert [r.document.title for r in readings] == [f"{TITLE} {n}" for n in range(5)]
    assert all(bodies(r.document) == PROSE and r.sentences for r in readings)


def test_what_is_written_in_another_language_is_kept_and_not_analysed(tmp_path: Path) -> None:
    """An English parse of French made people and deeds of it."""
    told = (
        "Le ministre a déclaré mardi que le port serait fermé aux navires, et que la mesure est prise pour des raisons de sécurité. "
        * 3
    )
    (tmp_path / "a.txt").write_text(told)
    CliRunner().invoke(cli, ["--ledger", str(tmp_path / "kept"), "--no-model", "read", str(tmp_path / "a.txt")])
    with open_ledger(tmp_path / "kept") as ledger:
        (reading,) = ledger.readings()
    assert reading.document.language == "fr" and reading.document.text.strip() == told.strip()
    assert (reading.sentences, reading.mentions, reading.attributions, reading.events) == ((), (), (), ())
    assert any("only English is analysed" in d.evidence for d in reading.document.defects)
