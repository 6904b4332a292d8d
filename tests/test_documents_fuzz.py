"""documents/: whatever the bytes, reading never raises, accounts for its input, and every zone and defect lies inside its text."""

import bz2
import gzip
import io
import lzma
import os
import resource
import tarfile
import time
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rashomon.documents.feeds import is_feed
from rashomon.records import Document
from test_documents_formats import capture
from test_documents_reading import ARTICLE, MESSAGE, MHONARC, PAGE, POSTED, read
from test_documents_samples import SAMPLES

MORE = int(os.environ.get("RASHOMON_FUZZ", "1"))  # times as many examples: `RASHOMON_FUZZ=100 pytest tests/test_documents_fuzz.py`
SEEDS = [
    ARTICLE.encode(),
    POSTED.encode("utf-16"),
    PAGE.encode(),
    MHONARC.encode(),
    (MESSAGE.format(n=1) + MESSAGE.format(n=2)).encode(),
    MESSAGE.format(n=3).split("\n", 1)[1].encode(),
    "“”„\"'’«»".encode() * 60,
]
cuts = st.tuples(
    st.sampled_from(["flip", "cut", "repeat", "swap", "insert"]), st.floats(0, 1), st.integers(0, 255), st.integers(1, 60)
)


def damaged(data: bytes, steps: list[tuple[str, float, int, int]]) -> bytes:
    for kind, where, byte, length in steps:
        at = int(where * len(data))
        if kind == "flip":
            data = data[:at] + bytes([byte]) + data[at + 1 :]
        elif kind == "cut":
            data = data[:at] + data[at + length * 3 :]
        elif kind == "repeat":
            data = data[:at] + data[at : at + length] * 5 + data[at:]
        elif kind == "insert":
            data = data[:at] + bytes([byte]) * length + data[at:]
        else:
            data = data[at:] + data[:at]
    return data


def check(data: bytes, name: str) -> None:
    found = read(data, name)
    assert found
    for document in found:
        if not isinstance(document, Document):
            assert document.reason and document.source.startswith(name)
            continue
        at = 0
        for zone in document.zones:
            assert at <= zone.span.start < zone.span.end <= len(document.text)
            assert not document.text[at : zone.span.start].strip()
            at = zone.span.end
        assert not document.text[at:].strip()
        assert all(0 <= d.span.start <= d.span.end <= len(document.text) for d in document.defects)
        document.text.encode("utf-8")


@settings(max_examples=150 * MORE, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from(SEEDS), st.lists(cuts, max_size=6), st.sampled_from(["a.txt", "a.html", "a.eml", "a.mbox", "a.json", "a"]))
def test_damaged_bytes_are_read_or_refused(data: bytes, steps: list[tuple[str, float, int, int]], name: str) -> None:
    check(damaged(data, steps), name)


@settings(max_examples=120 * MORE, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from(sorted(p for p in SAMPLES.rglob("*") if p.is_file())), st.lists(cuts, min_size=1, max_size=6))
def test_damaged_files_of_every_format_are_read_or_refused(path: Path, steps: list[tuple[str, float, int, int]]) -> None:
    begun = time.process_time()
    check(damaged(path.read_bytes(), steps), path.name)
    assert time.process_time() - begun < 30


@settings(max_examples=80 * MORE, deadline=None)
@given(
    st.binary(max_size=400), st.sampled_from(["a.txt", "a.html", "a.eml", "a.mbox", "a.zip", "a.json", "a.docx", "a.pdf", "a.warc"])
)
def test_any_bytes_are_read_or_refused(data: bytes, name: str) -> None:
    check(data, name)


@pytest.mark.parametrize(
    "data",
    [
        b"x" * 5_000_000,
        b"word " * 300_000,
        ("“" * 200_000).encode(),
        b"a.\n" * 100_000,
        b"<div>" * 50_000 + b"text",
        b"<p>" + b"A" * 1_000_000,
        b"By " + b"A" * 150 + b"\n\n" + b"A " * 70 + b"\n\nBody text of the letter.",
        b"(" * 20_000 + b"\n" + b"[" * 20_000,
        b"From a@b Thu May  5 09:00:00 2022\n\n" * 20_000,
        b"was " * 50_000 + b"2019",
    ],
    ids=["line", "words", "quotes", "lines", "nesting", "paragraph", "capitals", "brackets", "empty-mails", "past"],
)
def test_hostile_lengths_do_not_hang(data: bytes) -> None:
    begun = time.process_time()
    check(data, "hostile")
    assert time.process_time() - begun < 20


def test_blank_lines_in_front_cost_nothing() -> None:
    """Seconds went into the many ways to part them between two patterns."""
    begun = time.process_time()
    assert not is_feed(b"\n \n" * 5_000)
    assert time.process_time() - begun < 0.5
    assert is_feed(b"\n\xef\xbb\xbf\n<?xml version='1.0'?>\n<rss>") and is_feed(b" \n<feed>")


def archive(members: dict[str, bytes]) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as opened:
        for name, data in members.items():
            opened.writestr(name, data)
    return held.getvalue()


def test_archives_are_opened_and_bounded() -> None:
    members = {"one.txt": ARTICLE.encode(), "../../etc/two.html": PAGE.encode(), "in.zip": archive({"three.txt": POSTED.encode()})}
    found = read(archive(members), "all.zip")
    assert [type(f) for f in found] == [Document] * 3
    assert all(f.source.startswith("all.zip/") and ".." not in f.source for f in found)
    (bomb,) = read(archive({"zeros.txt": b"0" * 400_000_000}), "bomb.zip")
    assert not isinstance(bomb, Document) and "bomb" in bomb.source
    (packed,) = read(gzip.compress(ARTICLE.encode()), "one.txt.gz")
    assert isinstance(packed, Document)


def tarred(members: dict[str, bytes], kind: bytes = tarfile.REGTYPE) -> bytes:
    held = io.BytesIO()
    with tarfile.open(fileobj=held, mode="w") as opened:
        for name, data in members.items():
            member = tarfile.TarInfo(name)
            member.size, member.type, member.linkname = len(data), kind, "/etc/passwd"
            opened.addfile(member, io.BytesIO(data))
    return held.getvalue()


PACKERS = {
    "zip": lambda name, data: archive({name: data}),
    "tar": lambda name, data: tarred({name: data}),
    "gz": lambda name, data: gzip.compress(data, mtime=0),
    "bz2": lambda name, data: bz2.compress(data),
    "xz": lambda name, data: lzma.compress(data),
}
NAMES = ["a.txt", "../../../etc/passwd", "/root/a.html", "..\\..\\a.eml", "a/./b/../c.mbox", "\x00.txt", "ü" * 90, "-"]


@settings(max_examples=80 * MORE, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.sampled_from(SEEDS),
    st.lists(st.tuples(st.sampled_from(sorted(PACKERS)), st.sampled_from(NAMES)), min_size=1, max_size=6),
    st.lists(cuts, max_size=3),
)
def test_archives_in_archives_damaged_or_not(
    data: bytes, layers: list[tuple[str, str]], steps: list[tuple[str, float, int, int]]
) -> None:
    for packer, name in layers:
        data = PACKERS[packer](name.replace("\x00", "n"), data)
    found = read(damaged(data, steps), "packed")
    assert found
    assert all(f.source.startswith("packed") and ".." not in f.source and "\\" not in f.source for f in found)


def test_no_way_out_of_an_archive() -> None:
    for name in NAMES[1:5]:
        for data in (archive({name: ARTICLE.encode()}), tarred({name: ARTICLE.encode()})):
            (found,) = read(data, "a.zip")
            assert found.source.startswith("a.zip/") and ".." not in found.source and "//" not in found.source
    for kind in (tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.CHRTYPE, tarfile.FIFOTYPE):
        (link,) = read(tarred({"a.txt": b""}, kind), "a.tar")
        assert not isinstance(link, Document) and "without files" in link.reason


def test_bombs_of_many_small_charges() -> None:
    """No member is suspicious alone, and the charge that is copied lies deep; what comes out in all is bounded."""
    layer = archive({"a.txt": b"0" * 15_000_000})
    for _ in range(3):
        layer = archive({f"{n}.zip": layer for n in range(40)})
    begun, before = time.process_time(), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    found = read(layer, "bomb.zip")
    assert time.process_time() - begun < 30
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 1_000_000  # kB
    assert any(not isinstance(f, Document) and "bomb" in f.reason for f in found) and len(found) < 100


def test_a_hundred_thousand_empty_mails() -> None:
    begun = time.process_time()
    found = read(b"From a@b Thu May  5 09:00:00 2022\n\n" * 100_000, "empty.mbox")
    assert time.process_time() - begun < 30
    assert len(found) == 100_000 and not any(isinstance(f, Document) for f in found)


def test_mails_in_mails_end() -> None:
    mail = MESSAGE.format(n=1).split("\n", 1)[1]
    for depth in range(40):
        head = f"From: a@b.example\nDate: Thu, 05 May 2022 09:00:00 +0200\nSubject: Nr {depth}\nMIME-Version: 1.0\n"
        text = (
            f"Content-Type: text/plain\n\nThe letter of the day before is attached.\n--b{depth}\nContent-Type: message/rfc822\n\n"
        )
        mail = f"{head}Content-Type: multipart/mixed; boundary=b{depth}\n\n--b{depth}\n{text}{mail}\n--b{depth}--\n"
    found = read(mail, "deep.eml")
    assert 2 <= len(found) <= 10 and not isinstance(found[-1], Document)


def test_truncated_archives_say_so() -> None:
    whole = archive({"one.txt": ARTICLE.encode()})
    for data in (whole[: len(whole) // 2], gzip.compress(ARTICLE.encode())[:40]):
        assert all(not isinstance(f, Document) for f in read(data, "cut"))


def test_bombs_in_web_archives() -> None:
    """A record too large to hold is cut, and what all records hold together is bounded."""
    page = b"<html><body><p>" + b"0" * 150_000_000
    packed = gzip.compress(capture("https://news.example.com/0", page), 1) * 8
    begun, before = time.process_time(), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    found = read(packed, "bomb.warc.gz")
    assert time.process_time() - begun < 30
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 1_000_000  # kB
    assert any(not isinstance(f, Document) and "bomb" in f.reason for f in found) and len(found) < 8


def test_memory_stays_bounded_over_many_inputs() -> None:
    """What was read is let go: a thousand pages one after the other cost no more than a few."""
    for _ in range(20):
        check(PAGE.encode(), "a.html")
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    for _ in range(300):
        check(PAGE.encode(), "a.html")
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 50_000  # kB
