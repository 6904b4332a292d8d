"""Speed and memory, as ratios within one run: `make bench`, or `python bench/speed.py --documents 2000` for a shorter one.

CPU seconds where work is compared with work (a busy machine does not change them much), wall seconds where a user waits.
"""

from __future__ import annotations

import argparse
import os
import random
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from rashomon import open_ledger, pipeline
from rashomon.models import Readers, load_parser, load_readers
from rashomon.records import Reading, Received
from rashomon.store.rows import reading_rows
from rashomon.tables import load_tables

ROOT = Path(__file__).resolve().parent.parent
SEEDS = ROOT.parent / "shared" / "seeds"
ROUNDS = 3

NAMES = "Norway Japan Kenya Chile Poland Egypt India Canada Turkey Brazil Serbia Georgia Vietnam Ghana Latvia Qatar".split()
PLACES = "Oslo Geneva Nairobi Vienna Doha Lima Hanoi Riga Brussels Cairo".split()
LEADS = (
    "{a}'s foreign minister will meet officials from {b} in {p} on {d}, the ministry said.",
    "{a} accused {b} on {d} of breaking the terms of a truce signed in {p} last year.",
    "Troops from {a} crossed into {b} on {d}, according to witnesses near {p}.",
    "{a} agreed on {d} to send {n} tonnes of grain to {b} after talks in {p}.",
    "The government of {a} imposed sanctions on {n} companies from {b} on {d}.",
)
BODIES = (
    '"We will not accept threats," the minister said. "{b} knows what it has to do."',
    "{b} denied the report and warned that it would respond if {a} went ahead with the plan.",
    "Diplomats in {p} expect a second round of talks next week, although {b} has not confirmed that it will attend.",
    "The European Union called on both sides to return to the agreement, which has not been ratified by {a}.",
    "Analysts say that {a} is believed to want a longer deal, while {b} demands guarantees before June.",
    "At least {n} people were killed, a spokesman for {a} claimed; officials in {b} put the figure at {m}.",
)
DAYS = "Monday Tuesday Wednesday Thursday Friday".split()


def short_reports(count: int, seed: int = 7) -> Iterator[str]:
    """`count` different short reports of about 90 words, of our own making."""
    chance = random.Random(seed)
    for number in range(count):
        a, b = chance.sample(NAMES, 2)
        facts = {"a": a, "b": b, "p": chance.choice(PLACES), "d": chance.choice(DAYS), "n": chance.randint(3, 900), "m": number}
        body = "\n\n".join(line.format(**facts) for line in chance.sample(BODIES, 4))
        day = f"{chance.choice(('January', 'March', 'May', 'June'))} {chance.randint(1, 28)}, 2021"
        yield f"{a} and {b}: day {number}\n\n{facts['p'].upper()}, {day} - {chance.choice(LEADS).format(**facts)}\n\n{body}\n"


def reading_cost(received: Sequence[Received]) -> None:
    """What reading and keeping cost beside the bare parse of the same paragraphs."""
    parser, tables, readers = load_parser(), load_tables(), load_readers()

    def read() -> list[Reading]:
        return [r for r in pipeline.read_reports(received, parser, tables, readers) if isinstance(r, Reading)]

    readings = read()
    paragraphs = [s for r in readings for s in r.document.text.split("\n\n") if s.strip()]
    words = sum(len(p.split()) for p in paragraphs)
    bare, whole = [], []
    for _ in range(ROUNDS):
        bare.append(cpu(lambda: list(parser.pipe(paragraphs, batch_size=64))))
        whole.append(
            cpu(
                lambda: [
                    reading_rows(r) for r in pipeline.read_reports(received, parser, tables, readers) if isinstance(r, Reading)
                ]
            )
        )
    row("bare parse", f"{words / min(bare):,.0f} words a CPU second", f"{len(readings)} reports, {words:,} words")
    row("reading, rows made", f"{words / min(whole):,.0f} words a CPU second")
    row("reading / bare parse", f"{min(whole) / min(bare):.2f}", "asked: <= 3; trained readers included")
    for name, seconds in sorted(step_times(received, parser, tables, readers).items(), key=lambda item: -item[1]):
        row(f"  {name}", f"{seconds / min(bare):.2f} of the bare parse")


def step_times(received: Sequence[Received], parser: Any, tables: Any, readers: Readers) -> dict[str, float]:
    """CPU seconds of each step of the pipeline over the same reports."""
    spent: defaultdict[str, float] = defaultdict(float)
    steps = (
        "read_documents",
        "parse_documents",
        "find_times",
        "find_mentions",
        "resolve_actors",
        "find_attributions",
        "code_events",
    )
    real = {name: getattr(pipeline, name) for name in steps}

    def timed(name: str) -> Any:
        def step(*arguments: Any) -> Any:
            start = time.process_time()
            out = real[name](*arguments)
            out = out if isinstance(out, tuple) else list(out)
            spent[name] += time.process_time() - start
            return out

        return step

    try:
        for name in steps:
            setattr(pipeline, name, timed(name))
        readings = [r for r in pipeline.read_reports(received, parser, tables, readers) if isinstance(r, Reading)]
    finally:
        for name in steps:
            setattr(pipeline, name, real[name])
    spent["rows for the store"] = cpu(lambda: [reading_rows(r) for r in readings])
    return spent


def dossiers(reports: Sequence[Path]) -> None:
    """`rashomon compare` as a user runs it: a new ledger, then the same again."""
    with tempfile.TemporaryDirectory() as folder:
        cold = [compare(reports, Path(folder) / str(i)) for i in range(ROUNDS)]
        warm = [compare(reports, Path(folder) / "0") for i in range(ROUNDS)]
    told = f"{len(reports)} reports, process start and HTML and JSON included"
    for name, runs, asked in (("cold", cold, "asked: < 15 s"), ("warm", warm, "asked: < 1.5 s")):
        wall, used, peak = min(r[0] for r in runs), min(r[1] for r in runs), max(r[2] for r in runs)
        row(f"dossier, {name}", f"{wall:.2f} s", f"{used:.2f} CPU s; {asked}; {told}")
        row(f"peak memory, {name}", f"{peak / 1e9:.2f} GB", "asked: < 1.5 GB")


def compare(reports: Sequence[Path], ledger: Path) -> tuple[float, float, int]:
    """(wall seconds, CPU seconds, peak bytes) of one whole process."""
    out = ledger.with_suffix(".html"), ledger.with_suffix(".json")
    command = [sys.executable, "-m", "rashomon", "--ledger", ledger, "compare", *reports, "--html", out[0], "--json", out[1]]
    start = time.perf_counter()
    process = subprocess.Popen([str(part) for part in command], stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"compare failed with {process.returncode}")
    return seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024


def growth(count: int) -> None:
    """Cost of a document as the ledger grows: the last tenth of `count` beside the first."""
    part = max(1, count // 10)
    folder = Path(tempfile.mkdtemp())
    try:
        for i, text in enumerate(short_reports(count)):
            (folder / f"{i:06}.txt").write_text(text, "utf-8")
        files = sorted(folder.glob("*.txt"))
        with open_ledger(folder / "warm-up") as ledger:
            ledger.read(files[: min(100, part)])
        costs = []
        with open_ledger(folder / "ledger") as ledger:
            for start in range(0, count, part):
                begun = time.perf_counter()
                costs.append((cpu(lambda start=start: ledger.read(files[start : start + part])), time.perf_counter() - begun))
            seconds = time.perf_counter()
            ledger.search("sanctions OR truce", limit=20)
            searched = time.perf_counter() - seconds
            kept = len(ledger.documents())
        size = (folder / "ledger" / "ledger.sqlite").stat().st_size
    finally:
        shutil.rmtree(folder)
    (first, first_wall), (last, last_wall) = costs[0], costs[-1]
    row(f"a document, first {part:,}", f"{1000 * first / part:.1f} CPU ms", f"{1000 * first_wall / part:.1f} ms by the clock")
    row(f"a document, last {part:,}", f"{1000 * last / part:.1f} CPU ms", f"{1000 * last_wall / part:.1f} ms by the clock")
    row("last / first", f"{last / first:.3f}", f"{kept:,} documents; asked: <= 1.15")
    row("a kept document", f"{size / kept / 1000:.1f} kB")
    row("search, best 20", f"{1000 * searched:.1f} ms")


def cpu(work: Any) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def row(name: str, value: str, note: str = "") -> None:
    print(f"{name:<28} {value:>28}   {note}", flush=True)


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--documents", type=int, default=10_000, help="short reports for the growth of the ledger; 0: none")
    chosen = arguments.parse_args()
    examples = sorted((ROOT / "examples" / "reports").iterdir())
    reports = sorted(SEEDS.glob("*.txt")) if SEEDS.is_dir() else examples
    received = [Received(path.read_bytes(), path.name) for path in dict.fromkeys([*reports, *examples])]
    dossiers(reports)  # first: a process reports at least the memory of the one that started it
    reading_cost([*received, *(Received(text.encode(), f"{i}.txt") for i, text in enumerate(short_reports(150)))])
    if chosen.documents:
        growth(chosen.documents)
    row("peak memory of this run", f"{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 / 1e9:.2f} GB", "asked: < 1.5 GB")


if __name__ == "__main__":
    main()
