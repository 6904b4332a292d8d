"""Received -> rows, in this process or in several; the one that owns the ledger keeps them. Order never depends on `jobs`."""

from __future__ import annotations

import multiprocessing
import signal
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from ..documents.reading import Opened, name_of
from ..models import load_parser, load_readers
from ..pipeline import open_each, read_each
from ..records import Failure, Reading, Received
from ..store.keeping import Intake
from ..store.rows import Rows, reading_rows
from ..tables import load_tables

CHUNK = 400_000  # bytes that one worker takes at a time (of a page, a tenth is text)
MOST = 32  # parts of sources that are kept in one transaction
Source = tuple[Received, str]  # what was received and its SHA-256
Result = tuple[int, Rows | Failure]


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a source that is read by itself: the `number`-th source, what it is, and whether it is the last of that source."""

    number: int
    source: Source
    opened: Opened
    last: bool

    @property
    def size(self) -> int:
        """Bytes."""
        held = (
            b"" if isinstance(self.opened, Failure) else self.opened.data if isinstance(self.opened, Received) else self.opened.raw
        )
        return len(held)


@dataclass(frozen=True, slots=True)
class Reader:
    """What a process needs to know in order to read: the names of a parser and of a folder of tables over our own, and whether
    the trained readers take part; `bulk`: the texts of pages by the quick way."""

    parser: str
    overlay: Path | None = None
    model: bool = True
    bulk: bool = False

    def read_all(self, opened: Sequence[Opened]) -> list[Result]:
        """The rows of everything in `opened`, each with the number of what it came from."""
        readers = load_readers() if self.model else None
        results = read_each(opened, load_parser(self.parser), load_tables(self.overlay), readers, self.bulk)
        return [(number, _rows(result)) for number, result in results]


def read_sources(sources: Iterable[Source], reader: Reader, jobs: int) -> Iterator[list[Intake]]:
    """What was made of the sources, in their order, in lots that are to be kept in one transaction each."""
    chunks = _chunks(_parts(sources))
    done = _in_this_process(chunks, reader) if jobs == 1 else _in_processes(chunks, reader, jobs)
    gathering = _Gathering()
    for chunk, results in done:
        yield gathering.intakes(chunk, results)


def _rows(result: Reading | Failure) -> Rows | Failure:
    if isinstance(result, Failure):
        return result
    try:
        return reading_rows(result)
    except UnicodeEncodeError as cause:
        return Failure(result.document.source, f"text that cannot be kept: {cause.reason}", "save it as UTF-8 and read it again")


def _parts(sources: Iterable[Source]) -> Iterator[Part]:
    """Sources as they fall into parts: a large archive is the work of all processes."""
    for number, source in enumerate(sources):
        held: Opened | None = None
        for opened in open_each(source[0]):
            if held is not None:
                yield Part(number, source, held, False)
            held = opened
        yield Part(number, source, held if held is not None else _nothing_in(source), True)


def _nothing_in(source: Source) -> Failure:
    return Failure(source[0].name, "no report in it", "name files that hold reports")


def _chunks(parts: Iterable[Part]) -> Iterator[list[Part]]:
    chunk: list[Part] = []
    size = 0
    for part in parts:
        chunk.append(part)
        size += part.size
        if size >= CHUNK or len(chunk) >= MOST:
            yield chunk
            chunk, size = [], 0
    if chunk:
        yield chunk


class _Gathering:
    """Puts results together source by source; what stood in the chunks before is remembered of the source that goes on."""

    def __init__(self) -> None:
        self.number, self.failed, self.silent = -1, False, True

    def intakes(self, chunk: Sequence[Part], results: Iterable[Result]) -> list[Intake]:
        made: list[list[Rows | Failure]] = [[] for _ in chunk]
        for at, result in results:
            made[at].append(result)
        by_source = groupby(zip(chunk, made, strict=True), key=lambda pair: pair[0].number)
        return [self._intake(list(pairs)) for _, pairs in by_source]

    def _intake(self, pairs: Sequence[tuple[Part, list[Rows | Failure]]]) -> Intake:
        last = pairs[-1][0]
        if last.number != self.number:
            self.number, self.failed, self.silent = last.number, False, True
        results = [result for _, made in pairs for result in made]
        self.silent &= not results
        if last.last and self.silent:
            results = [_nothing_in(last.source)]
        failures = [r for r in results if isinstance(r, Failure)]
        self.failed |= any(failure.lost for failure in failures)
        readings = [r for r in results if isinstance(r, Rows)]
        return Intake(*last.source, readings, failures, complete=last.last and not self.failed, ended=last.last)


def _in_this_process(chunks: Iterable[list[Part]], reader: Reader) -> Iterator[tuple[list[Part], list[Result]]]:
    for chunk in chunks:
        yield chunk, reader.read_all([part.opened for part in chunk])


def _in_processes(chunks: Iterable[list[Part]], reader: Reader, jobs: int) -> Iterator[tuple[list[Part], list[Result]]]:
    """Chunks read by `jobs` processes, given back in their order; no more are read ahead than keep all busy."""
    with _Crew(reader, jobs) as crew:
        for chunk in chunks:
            crew.submit(chunk)
            if len(crew.waiting) > 2 * jobs:
                yield crew.next()
        while crew.waiting:
            yield crew.next()


class _Crew:
    """Processes at work on chunks. If one dies, the others are replaced, and the chunk that it had is read part by part."""

    def __init__(self, reader: Reader, jobs: int) -> None:
        self.reader, self.jobs = reader, jobs
        self.pool = _pool(jobs)
        self.waiting: deque[tuple[list[Part], Future[list[Result]] | None]] = deque()

    def __enter__(self) -> _Crew:
        return self

    def __exit__(self, *_: object) -> None:
        self.pool.shutdown(cancel_futures=True)

    def submit(self, chunk: list[Part]) -> None:
        self.waiting.append((chunk, self._start(chunk)))

    def next(self) -> tuple[list[Part], list[Result]]:
        """The oldest chunk, once its results are there."""
        chunk, future = self.waiting.popleft()
        try:
            if future is not None:
                return chunk, future.result()
        except BrokenProcessPool:
            pass
        self.pool.shutdown(cancel_futures=True)
        self.pool = _pool(self.jobs)
        self.waiting = deque((other, self._start(other)) for other, _ in self.waiting)
        return chunk, list(_one_by_one(chunk, self.reader))

    def _start(self, chunk: list[Part]) -> Future[list[Result]] | None:
        """None if the processes are dead already: `next` will see to it."""
        try:
            return self.pool.submit(self.reader.read_all, [part.opened for part in chunk])
        except BrokenProcessPool:
            return None


def _pool(jobs: int) -> ProcessPoolExecutor:
    # New interpreters, not forks: the same on every system, and no thread of a parent is torn in two.
    context = multiprocessing.get_context("spawn")
    return ProcessPoolExecutor(jobs, mp_context=context, initializer=signal.signal, initargs=(signal.SIGINT, signal.SIG_IGN))


def _one_by_one(chunk: list[Part], reader: Reader) -> Iterator[Result]:
    """A process died (out of memory, killed): the parts of its chunk one at a time, so that one is to blame."""
    pool = _pool(1)
    for number, part in enumerate(chunk):
        try:
            results = pool.submit(reader.read_all, [part.opened]).result()
        except BrokenProcessPool:
            hint = "memory may be short: read it alone, with --jobs 1, or split it"
            results = [(0, Failure(name_of(part.opened), "the process that read it died", hint))]
            pool = _pool(1)
        yield from ((number, result) for _, result in results)
    pool.shutdown()
