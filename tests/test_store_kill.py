"""kill -9 in mid-write, again and again, with two readers at once: nothing committed is lost, nothing is seen by halves."""

import os
import pickle
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from rashomon.store import open_store
from readings import AT, make_intake, make_reading

ROUNDS = 20
DOCUMENTS = 600
# The writer is the store's own: it tells the ids of what is committed, and only then goes on.
WRITER = """
import pickle, sys
from pathlib import Path
from rashomon.store import open_store
lots = pickle.loads(Path(sys.argv[2]).read_bytes())
at = pickle.loads(Path(sys.argv[3]).read_bytes())
with open_store(Path(sys.argv[1]), create=True) as store:
    for lot in lots:
        store.add(lot, "x-1", at)
        print(*(intake.sha256 for intake in lot), flush=True)
print("end", flush=True)
"""
# A reader looks, over and over, at one state of the ledger, and says what is wrong with it.
READER = """
import sys
from pathlib import Path
from rashomon.store import open_store
looks = 0
with open_store(Path(sys.argv[1]), writes=False) as store:
    seen = 0
    while not Path(sys.argv[2]).exists():
        problems = store.problems()
        listed = store.documents()
        hits = {hit.document for hit in store.search("Ardania", limit=100_000)}
        problems += [f"{k.document} not in the full text" for k in listed if k.document not in hits]
        problems += [] if len(listed) >= seen else [f"{seen} documents, then {len(listed)}"]
        whole = store.readings([listed[-1].document]) if listed else ()
        problems += [f"{r.document.id} in part" for r in whole if not len(r.events) == len(r.mentions) == len(r.sentences)]
        if problems:
            print(problems[:3], flush=True)
            sys.exit(1)
        seen, looks = len(listed), looks + 1
print(looks)
"""


def test_twenty_killed_writers_and_two_readers(tmp_path: Path) -> None:
    chance = random.Random(20220406)
    intakes = [make_intake(make_reading(n, sentences=chance.randint(1, 12))) for n in range(DOCUMENTS)]
    lots = [intakes[i : i + 3] for i in range(0, DOCUMENTS, 3)]
    (tmp_path / "lots").write_bytes(pickle.dumps(lots))
    (tmp_path / "at").write_bytes(pickle.dumps(AT))
    ledger, committed = tmp_path / "ledger", set[str]()
    open_store(ledger, create=True).close()
    with readers(ledger, tmp_path / "stop"):
        for _ in range(ROUNDS):
            committed |= killed_writer(tmp_path, chance)
            with open_store(ledger, writes=False) as store:
                assert store.problems() == []
                assert all(store.completed(sha256) for sha256 in committed), "a committed document is lost"
        assert 0 < len(committed) < DOCUMENTS, "the writers were killed too early or too late for this test to tell anything"
        last = subprocess.run(writer(tmp_path), capture_output=True, text=True, check=True)
        assert last.stdout.endswith("end\n")
    with open_store(ledger, writes=False) as store:
        assert store.problems() == []
        kept = [k.document for k in store.documents()]
        assert sorted(kept) == sorted(rows.document for intake in intakes for rows in intake.readings)


def writer(folder: Path) -> list[str]:
    return [sys.executable, "-c", WRITER, *(str(folder / name) for name in ("ledger", "lots", "at"))]


def killed_writer(folder: Path, chance: random.Random) -> set[str]:
    """Starts a writer, kills it at some moment after its first commits; what it said it had committed."""
    with subprocess.Popen(writer(folder), stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        lines = [process.stdout.readline() for _ in range(chance.randint(1, 4))]
        time.sleep(chance.random() * 0.01)  # so that some die inside a transaction
        process.send_signal(signal.SIGKILL)
        lines += process.stdout.readlines()
    assert process.returncode == -signal.SIGKILL, "the writer was done before it was killed"
    return {sha256 for line in lines if line.endswith("\n") for sha256 in line.split()} - {"end"}


@contextmanager
def readers(ledger: Path, stop: Path) -> Iterator[None]:
    command = [sys.executable, "-c", READER, str(ledger), str(stop)]
    both = [subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) for _ in range(2)]
    try:
        yield
    finally:
        stop.touch()
        said = [process.communicate()[0] for process in both]
    assert [process.returncode for process in both] == [0, 0], said
    assert all(int(looks) > 5 for looks in said), said


def test_two_writers_at_once_keep_each_document_once(tmp_path: Path) -> None:
    intakes = [make_intake(make_reading(n)) for n in range(60)]
    (tmp_path / "lots").write_bytes(pickle.dumps([intakes[i : i + 2] for i in range(0, 60, 2)]))
    (tmp_path / "at").write_bytes(pickle.dumps(AT))
    both = [subprocess.Popen(writer(tmp_path), stdout=subprocess.DEVNULL, env=os.environ) for _ in range(2)]
    assert [process.wait(120) for process in both] == [0, 0]
    with open_store(tmp_path / "ledger", writes=False) as store:
        assert len(store.documents()) == 60
        assert store.problems() == []
