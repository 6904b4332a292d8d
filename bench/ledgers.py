"""Speed of a large ledger: pages of one actor, the state of affairs as known on a day, the dyads of all actors.

    python bench/ledgers.py [--documents 100000] [--folder DIR] [--keep]

Makes a ledger of synthetic readings (30 events, 12 attributions, 24 mentions, 10 steps a document; actors and days are drawn so
that a few actors take part in most) straight through the store, and asks it at a tenth of its size and at its full size. Prints
one JSON object. 100,000 documents take about 6 GB and an hour of one core.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from copy import copy
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from rashomon.ledger import Ledger
from rashomon.ledger.vectors import Encoding
from rashomon.records import (
    Affair,
    Attribution,
    AttributionKind,
    Document,
    Event,
    EventType,
    Force,
    Mention,
    MentionKind,
    Participant,
    Precision,
    Reading,
    Received,
    Sentence,
    Span,
    Status,
    Step,
    When,
    Zone,
    ZoneKind,
)
from rashomon.store import Store, open_store
from rashomon.store.filters import Clock, Known
from rashomon.store.keeping import Intake
from rashomon.store.rows import Rows, reading_rows
from rashomon.tables import Tables, load_tables
from rashomon.timelines.wordings import wordings

TEMPLATES = 500  # readings that all documents are made from, with other ids and days
FIRST, DAYS = date(2015, 1, 1), 3650
AT = datetime(2026, 1, 1, tzinfo=UTC)
SERIAL, DAY = "@@@@@@@@", date(1900, 1, 1)  # what is replaced in a template
WORDS = "government talks border treaty grain council minister summit energy army vote court aid ship bank strike".split()
ASKED = 100  # pages of each kind
FEWER = {"page: state of all": 10, "page: timeline of an actor": 40}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, default=100_000)
    parser.add_argument("--folder", type=Path)
    parser.add_argument("--keep", action="store_true", help="Leave the ledger there; one that is there already is asked only.")
    arguments = parser.parse_args()
    folder = arguments.folder or Path(tempfile.mkdtemp(prefix="rashomon-bench-"))
    try:
        print(json.dumps(measure(folder, arguments.documents), indent=1))
    finally:
        if not arguments.keep:
            shutil.rmtree(folder, ignore_errors=True)


def measure(folder: Path, documents: int) -> dict[str, Any]:
    tables, chance = load_tables(), random.Random(20220406)
    with open_store(folder, create=True) as store:
        made = len(store.extractors())
        results: dict[str, Any] = {}
        maker = synthetic(tables, chance)
        for size in (documents // 10, documents):
            if made <= size:
                results[f"{size} documents"] = {"making": fill(store, maker, made, size)} | asked(store, tables, size)
                print(json.dumps(results), file=sys.stderr)
                made = size
        if documents // 10 * 10 == documents and len(results) == 2:
            small, large = results.values()
            pages = [name for name in small if name.startswith("page")]
            results["growth"] = {name: round(large[name]["CPU p50"] / small[name]["CPU p50"], 2) for name in pages}
        return results


# -- making --------------------------------------------------------------------------------------------------------------


def fill(store: Store, maker: Callable[[int], Rows], made: int, size: int) -> dict[str, Any]:
    started, cpu = time.perf_counter(), time.process_time()
    for first in range(made, size, 32):
        lot = [intake(maker(number), number) for number in range(first, min(first + 32, size))]
        store.add(lot, "synthetic", AT)
        Encoding(store).prepare(wordings(step for one in lot for rows in one.readings for step in rows.steps))
    seconds = time.process_time() - cpu
    bytes_each = round(store.file.stat().st_size / max(size, 1))
    return {
        "CPU ms a document": round(1000 * seconds / max(size - made, 1), 2),
        "seconds": round(time.perf_counter() - started),
        "bytes a document": bytes_each,
    }


def intake(rows: Rows, number: int) -> Intake:
    received = Received(str(number).encode(), f"{number}.txt")
    return Intake(received, hashlib.sha256(received.data).hexdigest(), [rows])


def synthetic(tables: Tables, chance: random.Random) -> Callable[[int], Rows]:
    """A function from the number of a document to its rows."""
    actors = [row.id for row in (*tables.states, *tables.organisations, *tables.persons)]
    chance.shuffle(actors)
    weights = [1 / (rank + 2) for rank in range(len(actors))]
    templates = [reading_rows(template(actors, weights, chance)) for _ in range(TEMPLATES)]

    def make(number: int) -> Rows:
        day = FIRST + timedelta(days=number * 7919 % DAYS)
        return stamped(templates[number % TEMPLATES], f"{number:08x}", day)

    return make


def template(actors: list[str], weights: list[float], chance: random.Random) -> Reading:
    """A report of thirty like sentences; SERIAL stands for its number, DAY for its day."""
    here = chance.choices(actors, weights, k=12)
    lines = [f"{' '.join(chance.choices(WORDS, k=14))}." for _ in range(30)]
    text = "\n\n".join(lines)
    document = f"doc:{SERIAL}"
    when = When(DAY.isoformat(), DAY.isoformat(), DAY, DAY, Precision.DAY, "document date", "synthetic")
    mentions, attributions, events, steps, sentences = [], [], [], [], []
    start = 0
    for n, line in enumerate(lines):
        span, word = Span(start, start + len(line)), Span(start, start + len(line.split()[0]))
        one, other = chance.sample(here, 2) if len(set(here)) > 1 else (here[0], actors[0])
        who = Participant(word, f"men:{SERIAL}{n:02}", (one,))
        whom = Participant(word, None, (other,))
        sentences.append(Sentence(document, n, n, ZoneKind.BODY, span, (), ()))
        if n < 24:
            mentions.append(Mention(f"men:{SERIAL}{n:02}", document, n, word, word, MentionKind.NAME, (one,), name=line.split()[0]))
        if n < 12:
            force = chance.choice(list(Force))
            attributions.append(
                Attribution(
                    f"att:{SERIAL}{n:02}", document, n, (who,), (word,), (span,), AttributionKind.INDIRECT, force, when=when
                )
            )
        kind, status = chance.choice(list(EventType)), chance.choice(list(Status))
        events.append(
            Event(f"evt:{SERIAL}{n:02}", document, n, span, (word,), kind, (who,), (whom,), status, status, cameo="040",
                  when=when, rule="synthetic", score=round(chance.uniform(0.4, 1), 3))
        )  # fmt: skip
        if n < 10:
            affair, matter = chance.choice(list(Affair)), " ".join(chance.choices(WORDS, k=2))
            steps.append(
                Step(f"stp:{SERIAL}{n:02}", document, n, span, affair, "supports", (one,), (other,), status, n % 2 == 0,
                     matter=matter, when=when, according_to=(f"att:{SERIAL}{n:02}",), events=(f"evt:{SERIAL}{n:02}",),
                     rule="synthetic", score=0.8)
            )  # fmt: skip
        start += len(line) + 2
    zones = (Zone(ZoneKind.BODY, Span(0, len(text)), "synthetic"),)
    title = " ".join(chance.choices(WORDS, k=6))
    body = Document(document, SERIAL, f"{SERIAL}.txt", "text/plain", "utf-8", "en", text, title, zones, published=when)
    return Reading(body, tuple(sentences), (), tuple(mentions), tuple(attributions), tuple(events), (), tuple(steps))


def stamped(rows: Rows, serial: str, day: date) -> Rows:
    """The rows of a template as those of another document."""
    old, new = DAY.isoformat(), day.isoformat()

    def stamp(value: Any) -> Any:
        return value.replace(SERIAL, serial).replace(old, new) if isinstance(value, str) else value

    tables = {name: [{key: stamp(value) for key, value in row.items()} for row in its] for name, its in rows.tables.items()}
    made = copy(rows)
    return replace(made, document=stamp(rows.document), tables=tables, known=new, carrier=stamp(rows.carrier))


# -- asking --------------------------------------------------------------------------------------------------------------


def asked(store: Store, tables: Tables, size: int) -> dict[str, Any]:
    """Milliseconds of each kind of question, over actors drawn as they occur, and days."""
    chance = random.Random(size)
    held = store.actors()
    names = chance.choices(list(held), list(held.values()), k=ASKED)
    days = [FIRST + timedelta(days=chance.randrange(DAYS)) for _ in range(ASKED)]
    ledger = Ledger(store, model=False)
    known = [Known(day, Clock.PUBLICATION) for day in days]
    pages: dict[str, Callable[[int], Any]] = {
        "page: state of an actor": lambda i: ledger.affairs.state(days[i], actor=names[i]),
        "page: state of all": lambda i: ledger.affairs.state(days[i]),
        "page: timeline of an actor": lambda i: ledger.affairs.course(names[i], days[i]),
        "page: events of an actor, 50": lambda i: ledger.events(actor=names[i], until=days[i], limit=50, newest=True),
        "as of: state of an actor": lambda i: ledger.affairs.state(days[i], known[i], names[i]),
        "as of: events of an actor on a day": lambda i: ledger.events(actor=names[i], since=days[i], until=days[i], known=known[i]),
    }
    times = {name: timed(question, FEWER.get(name, ASKED)) for name, question in pages.items()}
    first = seconds(lambda: ledger.dyads(stories=False))
    rest = statistics.median(seconds(lambda: ledger.dyads(stories=False)) for _ in range(3))
    rows = ledger.dyads(stories=False).num_rows
    return times | {"dyads of all by week": {"first (makes the Parquet files), s": first, "then, s": rest, "rows": rows}}


def timed(question: Callable[[int], Any], times: int) -> dict[str, float]:
    """Milliseconds by the clock, and of processor time, which other work on the machine does not lengthen."""
    for i in range(3):
        question(i)
    took = [costs(lambda i=i: question(i)) for i in range(times)]
    clock, cpu = sorted(wall for wall, _ in took), sorted(cpu for _, cpu in took)
    last = int(times * 0.99)
    return {"p50": middle(clock), "p99": clock[last], "CPU p50": middle(cpu), "CPU p99": cpu[last]}


def middle(values: list[float]) -> float:
    return values[len(values) // 2]


def costs(question: Callable[[], Any]) -> tuple[float, float]:
    wall, cpu = time.perf_counter(), time.process_time()
    question()
    return round(1000 * (time.perf_counter() - wall), 1), round(1000 * (time.process_time() - cpu), 1)


def seconds(question: Callable[[], Any]) -> float:
    started = time.perf_counter()
    question()
    return round(time.perf_counter() - started, 4)


if __name__ == "__main__":
    main()
