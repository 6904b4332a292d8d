"""Speed of a large ledger beside one of a tenth of its size: pages of one actor, the state of affairs as known on a day, the
dyads of all actors.

    python bench/ledgers.py [--documents 100000] [--folder DIR] [--keep]

Makes two ledgers of synthetic readings straight through the store: 30 events, 12 attributions, 24 mentions, 10 steps a document.
Actors are drawn so that a few take part in most, every tenth event lasts a month, and each text of 420 words (of 30,000) is that of
four reports on successive days. Every question goes to both in turn, so that other work on the machine slows both: its growth is
the median of the large ledger beside that of the small one. As actors are drawn, those of the large ledger have fuller pages;
"full" asks only about actors whose pages are full in both, which is the growth of a page; "asked again" is that of a second round,
when no page waits for the disk. Prints one JSON object. 100,000
documents take about 6 GB and, of a quiet core, twenty minutes.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import math
import pickle
import random
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import accumulate
from pathlib import Path
from typing import Any

from rashomon.ledger import Ledger
from rashomon.ledger.kin import Texts
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
from rashomon.store.filters import Known
from rashomon.store.keeping import Intake, keep
from rashomon.store.rows import Rows, reading_rows
from rashomon.tables import Tables, load_tables
from rashomon.timelines.wordings import wordings

TEMPLATES = 500  # readings that all documents are made from, with other ids and days
FIRST, DAYS = date(2015, 1, 1), 3650
LAST = FIRST + timedelta(days=DAYS)
LOT, AT_ONCE = 200, 10_000  # documents that are kept together, and in one transaction
AT = datetime(2026, 1, 1, tzinfo=UTC)
SERIAL, DAY, LATER = "@@@@@@@@", date(1900, 1, 1), date(1900, 1, 31)  # what is replaced in a template
COPIES = 4  # reports that have one text
WORDS = "government talks border treaty grain council minister summit energy army vote court aid ship bank strike".split()
SENTENCES, WORDY, LETTERS = 30, 14, 6  # of a report; words of a sentence; letters of a word: spans are the same in every text
ASKED = 100  # pages of each kind
Question = Callable[[Ledger, str, date], Any]
PAGES: dict[str, Question] = {
    "state of an actor": lambda ledger, actor, day: ledger.affairs.state(day, actor=actor),
    "state of all": lambda ledger, _, day: ledger.affairs.state(day),
    "timeline of an actor": lambda ledger, actor, day: ledger.affairs.course(actor, day),
    "50 newest events of an actor": lambda ledger, actor, day: ledger.events(actor=actor, until=day, limit=50, newest=True),
    "state of an actor, as known on the day": lambda ledger, actor, day: ledger.affairs.state(day, Known(day), actor),
    "events of an actor on a day, as known then": lambda ledger, actor, day: ledger.events(
        actor=actor, since=day, until=day, known=Known(day)
    ),
    "what is new of an actor in a week": lambda ledger, actor, day: ledger.affairs.diff(day - timedelta(days=7), day, actor),
    "what is new of all in a week": lambda ledger, _, day: ledger.affairs.diff(day - timedelta(days=7), day),
    "20 rows of all to review": lambda ledger, *_: ledger.doubts(20),
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, default=100_000)
    parser.add_argument("--folder", type=Path)
    parser.add_argument("--keep", action="store_true", help="Leave the ledgers there; those that are there already are asked only.")
    arguments = parser.parse_args()
    folder = arguments.folder or Path(tempfile.mkdtemp(prefix="rashomon-bench-"))
    try:
        print(json.dumps(measure(folder, arguments.documents), indent=1))
    finally:
        if not arguments.keep:
            shutil.rmtree(folder, ignore_errors=True)


def measure(folder: Path, documents: int) -> dict[str, Any]:
    tables = load_tables()
    with open_store(folder / "small", create=True) as small, open_store(folder / "large", create=True) as large:
        sizes = {"small": (small, documents // 10), "large": (large, documents)}
        made = {name: {"documents": size} | fill(store, tables, size) for name, (store, size) in sizes.items()}
        print(json.dumps(made), file=sys.stderr)
        pages = asked(small, large)
        dyads = {name: dyad_series(Ledger(store, model=False)) for name, (store, _) in sizes.items()}
        return {"making": made, "pages": pages, "dyads of all by week": dyads}


# -- making --------------------------------------------------------------------------------------------------------------


def fill(store: Store, tables: Tables, size: int) -> dict[str, Any]:
    """Brings a ledger to its size; what that cost, if anything."""
    store.kin = Texts()
    made, maker = store.last_reading(), synthetic(tables, random.Random(20220406))
    Encoding(store).prepare(wordings(step for number in range(TEMPLATES) for step in maker(number).steps))
    if made >= size:
        return {}
    started, cpu = time.perf_counter(), time.process_time()
    for first in range(made, size, AT_ONCE):
        with store._writing() as connection:
            connection.exec_driver_sql("PRAGMA cache_size = -4000000")  # what is not read in the order of time is written all over
            for start in range(first, min(first + AT_ONCE, size), LOT):
                lot = [intake(maker(number), number) for number in range(start, min(start + LOT, size))]
                keep(connection, lot, "synthetic", AT.isoformat(), store.kin)
    seconds = time.process_time() - cpu
    return {
        "CPU ms a document": round(1000 * seconds / (size - made), 2),
        "seconds": round(time.perf_counter() - started),
        "bytes a document": round(store.file.stat().st_size / size),
    }


def intake(rows: Rows, number: int) -> Intake:
    received = Received(str(number).encode(), f"{number}.txt")
    return Intake(received, hashlib.sha256(received.data).hexdigest(), [rows])


def synthetic(tables: Tables, chance: random.Random) -> Callable[[int], Rows]:
    """A function from the number of a document to its rows."""
    actors = [row.id for row in (*tables.states, *tables.organisations, *tables.persons)]
    chance.shuffle(actors)
    weights = [1 / (rank + 2) for rank in range(len(actors))]
    templates = [pickle.dumps(reading_rows(template(actors, weights, chance))) for _ in range(TEMPLATES)]

    vocabulary = ["".join(chance.choices("abcdefghijklmnopqrstuvwxyz", k=LETTERS)) for _ in range(30_000)]
    frequent = list(accumulate(1 / (rank + 10) for rank in range(len(vocabulary))))

    def make(number: int) -> Rows:
        """The same for a number whatever was made before it."""
        text, copy = number // (COPIES * TEMPLATES) * TEMPLATES + number % TEMPLATES, number // TEMPLATES % COPIES
        words = random.Random(text).choices(vocabulary, cum_weights=frequent, k=SENTENCES * WORDY)
        day = FIRST + timedelta(days=(text * 7919 + copy) % DAYS)
        return worded(stamped(templates[number % TEMPLATES], f"{number:08x}", day), words)

    return make


def template(actors: list[str], weights: list[float], chance: random.Random) -> Reading:
    """A report of thirty like sentences; SERIAL stands for its number, DAY for its day, LATER for a month later."""
    here = chance.choices(actors, weights, k=12)
    text = text_of(["x" * LETTERS] * (SENTENCES * WORDY))
    lines = text.split("\n\n")
    document = f"doc:{SERIAL}"
    when = When(DAY.isoformat(), DAY.isoformat(), DAY, DAY, Precision.DAY, "document date", "synthetic")
    month = When(f"{DAY}/{LATER}", f"{DAY}/{LATER}", DAY, LATER, Precision.DAY, "document date", "synthetic")
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
                  when=month if n % 10 == 9 else when, rule="synthetic", score=round(chance.uniform(0.4, 1), 3))
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


def stamped(template: bytes, serial: str, day: date) -> Rows:
    """The rows of a pickled template as those of another document; what is replaced is as long as what it is replaced by."""
    later = day + (LATER - DAY)
    for old, new in ((SERIAL, serial), (DAY.isoformat(), day.isoformat()), (LATER.isoformat(), later.isoformat())):
        template = template.replace(old.encode(), new.encode())
    rows: Rows = pickle.loads(template)
    return rows


def worded(rows: Rows, words: Sequence[str]) -> Rows:
    """The rows with a text of other words."""
    text = text_of(words)
    documents = [row | {"text": text} for row in rows.tables["documents"]]
    steps = [row | {"words": text[row["around_start"] : row["around_end"]]} for row in rows.tables["steps"]]
    return replace(rows, tables=rows.tables | {"documents": documents, "steps": steps})


def text_of(words: Sequence[str]) -> str:
    return "\n\n".join(f"{' '.join(words[start : start + WORDY])}." for start in range(0, len(words), WORDY))


# -- asking --------------------------------------------------------------------------------------------------------------


def asked(small: Store, large: Store) -> dict[str, Any]:
    """Milliseconds of each kind of page in both ledgers: of actors as they occur in the small one and any days, and of actors and
    days of which the pages are full in both."""
    chance = random.Random(7)
    held = small.actors()
    names = chance.choices(list(held), list(held.values()), k=ASKED)
    days = [FIRST + timedelta(days=chance.randrange(DAYS)) for _ in range(ASKED)]
    common = sorted(held, key=lambda actor: -held[actor])[:20]
    often, late = chance.choices(common, k=ASKED), [LAST - timedelta(days=chance.randrange(DAYS // 10)) for _ in range(ASKED)]
    results: dict[str, Any] = {}
    for name, question in PAGES.items():
        results[name] = both(small, large, question, names, days)
        if "all" not in name:
            results[f"{name}, full"] = both(small, large, question, often, late)
        print(name, json.dumps(results[name]), file=sys.stderr)
    return results


def both(small: Store, large: Store, question: Question, names: Sequence[str], days: Sequence[date]) -> dict[str, Any]:
    ledgers = [Ledger(store, model=False) for store in (small, large)]
    for ledger in ledgers:
        for i in range(3):
            question(ledger, names[i], days[i])

    def asked_once() -> list[dict[str, float]]:
        pairs = zip(names, days, strict=True)
        took = [[costs(lambda: question(ledger, actor, day)) for ledger in ledgers] for actor, day in pairs]  # noqa: B023
        return [timed([pair[n] for pair in took]) for n in (0, 1)]

    cold, warm = asked_once(), asked_once()
    return {"small": cold[0], "large": cold[1], "growth": grown(*cold), "growth, asked again": grown(*warm)}


def grown(small: dict[str, float], large: dict[str, float]) -> float:
    return round(large["CPU p50"] / max(small["CPU p50"], 0.1), 2)


def dyad_series(ledger: Ledger) -> dict[str, Any]:
    """The series of all actors by week: once, which makes the Parquet files that are not there, and again."""
    times = [costs(lambda: ledger.dyads(stories=False)) for _ in range(6)]
    rows = ledger.dyads(stories=False).num_rows
    return {"first, ms": times[0][0], "then": timed(times[1:]), "rows": rows, "ties": ledger.table("ties").num_rows}


def timed(took: Sequence[tuple[float, float]]) -> dict[str, float]:
    """Milliseconds by the clock, and of processor time, which other work on the machine does not lengthen as much."""
    clock, cpu = sorted(wall for wall, _ in took), sorted(used for _, used in took)
    last = math.ceil(len(took) * 0.99) - 1  # the nearest rank
    return {"p50": middle(clock), "p99": clock[last], "CPU p50": middle(cpu), "CPU p99": cpu[last]}


def middle(values: list[float]) -> float:
    return values[len(values) // 2]


def costs(question: Callable[[], Any]) -> tuple[float, float]:
    wall, cpu = time.perf_counter(), time.process_time()
    question()
    return round(1000 * (time.perf_counter() - wall), 1), round(1000 * (time.process_time() - cpu), 1)


if __name__ == "__main__":
    main()
