"""Reading by two processes against one: 500 pages of our own making, as files or in one archive, the same rows asked of both."""

from __future__ import annotations

import argparse
import os
import random
import sqlite3
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path

from speed import BODIES, DAYS, LEADS, NAMES, PLACES, row

PARAGRAPHS = 14  # of a page: about 300 words
PAGE = """<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{title} | Example News</title>
<meta property="article:published_time" content="2021-{month:02}-{day:02}T10:00:00Z">
<link rel="canonical" href="https://news.example.com/{number}">
<style>{style}</style></head><body><header><nav><ul>{links}</ul></nav></header><main><article><h1>{title}</h1>
<p class="byline">By Jane Roe</p><time datetime="2021-{month:02}-{day:02}">2021-{month:02}-{day:02}</time>{body}</article></main>
<aside class="related"><h3>More news</h3><ul>{links}</ul></aside>
<footer><p>Copyright 2021 Example News. All rights reserved.</p></footer>
<script>{script}</script></body></html>
"""


def pages(count: int, seed: int = 11) -> Iterator[str]:
    """`count` different pages of about 300 words and 30 kB, with navigation, related links, styles and scripts."""
    chance = random.Random(seed)
    for number in range(count):
        a, b = chance.sample(NAMES, 2)
        facts = {"a": a, "b": b, "p": chance.choice(PLACES), "d": chance.choice(DAYS), "n": chance.randint(3, 900), "m": number}
        told = [chance.choice(LEADS), *(chance.choice(BODIES) for _ in range(PARAGRAPHS - 1))]
        body = "".join(f"<p>{line.format(**facts)} It was report {number} of day {i}.</p>" for i, line in enumerate(told))
        links = "".join(
            f'<li><a href="/{i}">{chance.choice(NAMES)} and {chance.choice(NAMES)}: story {i}</a></li>' for i in range(60)
        )
        filling = {"style": ".a{margin:0}" * 900, "script": "var a=1;" * 1200, "links": links, "body": body}
        title = f"{a} and {b} at odds over truce {number}"
        yield PAGE.format(title=title, month=chance.randint(1, 12), day=chance.randint(1, 28), number=number, **filling)


def packed(pages: Iterator[str], archive: Path) -> Path:
    """All pages in one zip."""
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as opened:
        for number, page in enumerate(pages):
            opened.writestr(f"{number:05}.html", page)
    return archive


def unpacked(pages: Iterator[str], folder: Path) -> Path:
    folder.mkdir()
    for number, page in enumerate(pages):
        (folder / f"{number:05}.html").write_text(page, "utf-8")
    return folder


def read(source: Path, ledger: Path, jobs: int) -> tuple[float, float]:
    """Seconds by the clock and of the processors, of one run of the command, its start included."""
    command = [sys.executable, "-m", "rashomon", "--ledger", str(ledger), "read", str(source), "--jobs", str(jobs)]
    before, begun = os.times(), time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    seconds, after = time.perf_counter() - begun, os.times()
    return seconds, after.children_user + after.children_system - before.children_user - before.children_system


def kept(ledger: Path) -> list[tuple[str, ...]]:
    """All that a ledger holds of its documents, in its order."""
    with sqlite3.connect(ledger / "ledger.sqlite") as opened:
        tables = ("documents", "mentions", "attributions", "events", "timexes", "defects")
        rows = (r for table in tables for r in opened.execute(f"SELECT reading, record FROM {table} ORDER BY 1, 2"))
        return [tuple(map(str, r)) for r in rows]


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--pages", type=int, default=500)
    arguments.add_argument("--archive", action="store_true", help="all pages in one zip")
    chosen = arguments.parse_args()
    with tempfile.TemporaryDirectory() as place:
        made = pages(chosen.pages)
        source = packed(made, Path(place) / "pages.zip") if chosen.archive else unpacked(made, Path(place) / "pages")
        took = {jobs: read(source, Path(place) / f"ledger-{jobs}", jobs) for jobs in (1, 2)}
        same = kept(Path(place) / "ledger-1") == kept(Path(place) / "ledger-2")
    for jobs, (clock, processor) in took.items():
        row(
            f"{chosen.pages} pages, --jobs {jobs}",
            f"{clock:.1f} s by the clock",
            f"{processor:.1f} CPU s; load {os.getloadavg()[0]:.1f}",
        )
    row("two processes against one", f"{took[1][0] / took[2][0]:.2f} times as fast", "asked: >= 1.7 on two free cores")
    row("work added by the second", f"{took[2][1] / took[1][1]:.2f} of the CPU time of one")
    row("same rows in the same order", "yes" if same else "NO")


if __name__ == "__main__":
    main()
