"""ledger/intakes: a large archive is the work of all processes, and neither order nor rows depend on how many there are."""

import io
import mailbox
import os
import tarfile
import zipfile
from email.message import EmailMessage
from pathlib import Path

import pytest

from rashomon import open_ledger
from rashomon.ledger.intakes import MOST, Part, Reader, _chunks, _Gathering, _parts, read_sources
from rashomon.models import DEFAULT_PARSER
from rashomon.records import Failure, Received

STATES = ("Kenya", "Norway", "Japan", "Chile", "Ghana")


def report(number: int) -> str:
    state, other = STATES[number % 5], STATES[(number + 2) % 5]
    told = f"OSLO, May 4, 2022 - {state} agreed on Wednesday to send {number + 3} envoys to {other}."
    return f"{state} and {other} sign accord {number}\n\n{told}"


def zipped(texts: dict[str, bytes]) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as opened:
        for name, data in texts.items():
            opened.writestr(name, data)
    return held.getvalue()


def sized(name: str, data: bytes) -> tarfile.TarInfo:
    info = tarfile.TarInfo(name)
    info.size = len(data)
    return info


def parts_of(*sources: Received) -> list[Part]:
    return list(_parts((source, f"hash of {source.name}") for source in sources))


def test_an_archive_falls_into_its_files() -> None:
    inner = zipped({f"in{n}.txt": report(n).encode() for n in range(3)})
    outer = zipped({"a.txt": report(7).encode(), "inner.zip": inner, "b.txt": report(8).encode()})
    parts = parts_of(Received(outer, "outer.zip"), Received(report(9).encode(), "c.txt"))
    names = [part.opened.name for part in parts if isinstance(part.opened, Received)]
    assert names == ["outer.zip/a.txt", *(f"outer.zip/inner.zip/in{n}.txt" for n in range(3)), "outer.zip/b.txt", "c.txt"]
    assert [part.last for part in parts] == [False] * 4 + [True, True]


@pytest.mark.parametrize("kind", ["mbox", "feed", "tar of an mbox"])
def test_what_holds_many_reports_falls_into_them(kind: str, tmp_path: Path) -> None:
    if kind == "feed":
        entries = "".join(f"<item><title>Accord {n}</title><description>{report(n) * 12}</description></item>" for n in range(90))
        data = f"<?xml version='1.0'?><rss version='2.0'><channel><title>News</title>{entries}</channel></rss>".encode()
    else:
        box = mailbox.mbox(tmp_path / "box")
        for n in range(90):
            message = EmailMessage()
            message["From"], message["Subject"], message["Date"] = "a@example.org", f"accord {n}", "Wed, 4 May 2022 10:00:00 +0000"
            message.set_content(report(n) * 6)
            box.add(message)
        box.close()
        data = (tmp_path / "box").read_bytes()
    if kind.startswith("tar"):
        held = io.BytesIO()
        with tarfile.open(fileobj=held, mode="w") as opened:
            opened.addfile(sized("box", data), io.BytesIO(data))
        data = held.getvalue()
    parts = parts_of(Received(data, "many"))
    assert len(parts) == 90
    assert [len(chunk) for chunk in _chunks(parts)] == [MOST, MOST, 90 - 2 * MOST]


def test_a_damaged_archive_tells_its_failure_as_a_part() -> None:
    data = zipped({f"{n}.txt": report(n).encode() for n in range(4)})
    (part,) = parts_of(Received(data[: len(data) // 2], "cut.zip"))
    assert isinstance(part.opened, Failure) and part.last and part.size == 0


def test_a_source_is_complete_once_its_last_part_is_in_and_none_failed() -> None:
    sources = [(Received(b"", name), name) for name in ("sound", "flawed", "silent")]
    parts = [Part(n, source, Failure("x", "y"), last) for n, source in enumerate(sources) for last in (False, False, True)]
    gathering = _Gathering()
    flaw = Failure("flawed#1", "cut")
    lots = [
        gathering.intakes(parts[:4], [(3, flaw)]),  # nothing yet of "sound" but its three parts, and the first of "flawed"
        gathering.intakes(parts[4:7], []),
        gathering.intakes(parts[7:], []),
    ]
    told = [[(i.sha256, [f.reason for f in i.failures], i.complete, i.ended) for i in lot] for lot in lots]
    assert told == [
        [("sound", ["no report in it"], False, True), ("flawed", ["cut"], False, False)],
        [("flawed", [], False, True), ("silent", [], False, False)],
        [("silent", ["no report in it"], False, True)],
    ]


def test_one_archive_is_read_by_several_processes_into_the_same_ledger(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    site = tmp_path / "site"
    site.mkdir()
    (site / "sitecustomize.py").write_text(
        "import rashomon.ledger.intakes as intakes, os\n"
        "real = intakes.Reader.read_all\n"
        "def read_all(self, opened):\n"
        f"    open({str(tmp_path)!r} + '/' + f'{{os.getpid()}}.pid', 'a').write(f'{{len(opened)}} ')\n"
        "    return real(self, opened)\n"
        "intakes.Reader.read_all = read_all\n"
    )
    monkeypatch.setenv("PYTHONPATH", f"{site}{os.pathsep}{os.environ.get('PYTHONPATH', '')}")
    archive = tmp_path / "reports.zip"
    archive.write_bytes(zipped({f"{n:03}.txt": report(n).encode() for n in range(4 * MOST)} | {"empty.txt": b""}))
    told: list[tuple[str, int]] = []
    kept = []
    for jobs in (1, 2):
        with open_ledger(tmp_path / f"ledger-{jobs}", model=False) as ledger:
            summary = ledger.read([archive], jobs=jobs, progress=lambda name, done: told.append((name, done)))
            assert [f.source for f in summary.failures] == [f"{archive}/empty.txt"]
            kept.append((summary.documents, [(k.document, k.title) for k in ledger.documents()], ledger.readings()))
    assert kept[0] == kept[1]
    assert len(kept[0][0]) == 4 * MOST
    shares = [[int(size) for size in file.read_text().split()] for file in tmp_path.glob("*.pid")]
    assert len(shares) == 2 and sum(map(sum, shares)) == 4 * MOST + 1
    assert [done for _, done in told] == [0, 0, 0, 0, 1] * 2  # under way it is not done
    assert told[0][0].endswith(f"reports.zip ({MOST} documents)") and told[4][0].endswith("reports.zip")


def test_lots_are_the_same_in_this_process() -> None:
    data = zipped({f"{n:03}.txt": report(n).encode() for n in range(MOST + 3)})
    lots = list(read_sources([(Received(data, "a.zip"), "a")], Reader(DEFAULT_PARSER, model=False), 1))
    assert [[len(intake.readings) for intake in lot] for lot in lots] == [[MOST], [3]]
    assert [lot[0].complete for lot in lots] == [False, True]
