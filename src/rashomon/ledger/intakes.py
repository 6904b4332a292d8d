"""Received -> rows, in this process or in several; the one that owns the ledger keeps them. Order never depends on `jobs`."""

from __future__ import annotations

import multiprocessing
import signal
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from pathlib import Path

from ..models import load_parser, load_readers
from ..pipeline import read_each
from ..records import Failure, Reading, Received
from ..store.ledgers import Intake
from ..store.rows import Rows, reading_rows
from ..tables import load_tables

CHUNK = 400_000  # bytes of sources that one worker takes at a time (of a page, a tenth is text)
MOST = 32  # documents that are kept in one transaction
Source = tuple[Received, str]  # what was received and its SHA-256
Result = tuple[int, Rows | Failure]


@dataclass(frozen=True, slots=True)
class Reader:
    """What a process needs to know in order to read: the names of a parser and of a folder of tables over our own, and whether
    the trained readers take part."""

    parser: str
    overlay: Path | None = None
    model: bool = True

    def read(self, sources: Iterable[Received]) -> Iterator[Result]:
        """The rows of everything in `sources`, each with the number of its source."""
        readers = load_readers() if self.model else None
        for number, result in read_each(sources, load_parser(self.parser), load_tables(self.overlay), readers):
            yield number, _rows(result)

    def read_all(self, sources: Sequence[Received]) -> list[Result]:
        return list(self.read(sources))


def read_sources(sources: Iterable[Source], reader: Reader, jobs: int) -> Iterator[list[Intake]]:
    """What was made of the sources, in their order, in lots that are to be kept in one transaction each."""
    chunks = _chunks(sources)
    done = _in_this_process(chunks, reader) if jobs == 1 else _in_processes(chunks, reader, jobs)
    for chunk, results in done:
        yield from _lots(chunk, results)


def _rows(result: Reading | Failure) -> Rows | Failure:
    if isinstance(result, Failure):
        return result
    try:
        return reading_rows(result)
    except UnicodeEncodeError as cause:
        return Failure(result.document.source, f"text that cannot be kept: {cause.reason}", "save it as UTF-8 and read it again")


def _chunks(sources: Iterable[Source]) -> Iterator[list[Source]]:
    chunk: list[Source] = []
    size = 0
    for source in sources:
        chunk.append(source)
        size += len(source[0].data)
        if size >= CHUNK or len(chunk) >= MOST:
            yield chunk
            chunk, size = [], 0
    if chunk:
        yield chunk


def _lots(chunk: list[Source], results: Iterable[Result]) -> Iterator[list[Intake]]:
    """Results gathered source by source; one that holds very many documents is kept piece by piece."""
    gathered: list[list[Rows | Failure]] = [[] for _ in chunk]
    failed, silent = set[int](), set(range(len(chunk)))
    first, waiting = 0, 0
    for number, result in results:
        gathered[number].append(result)
        silent.discard(number)
        failed |= {number} if isinstance(result, Failure) else set()
        waiting += 1
        if waiting >= MOST:
            yield [_intake(chunk[i], gathered[i], i < number and i not in failed | silent) for i in range(first, number + 1)]
            gathered[number] = []
            first, waiting = number, 0
    for i in silent:
        gathered[i].append(Failure(chunk[i][0].name, "no report in it", "name files that hold reports"))
    yield [_intake(chunk[i], gathered[i], i not in failed | silent) for i in range(first, len(chunk))]


def _intake(source: Source, results: list[Rows | Failure], complete: bool) -> Intake:
    readings = [r for r in results if isinstance(r, Rows)]
    failures = [r for r in results if isinstance(r, Failure)]
    return Intake(*source, readings, failures, complete)


def _in_this_process(chunks: Iterable[list[Source]], reader: Reader) -> Iterator[tuple[list[Source], Iterable[Result]]]:
    for chunk in chunks:
        yield chunk, reader.read(received for received, _ in chunk)


def _in_processes(chunks: Iterable[list[Source]], reader: Reader, jobs: int) -> Iterator[tuple[list[Source], Iterable[Result]]]:
    """Chunks read by `jobs` processes, given back in their order; no more are read ahead than keep all busy."""
    with _Crew(reader, jobs) as crew:
        for chunk in chunks:
            crew.submit(chunk)
            if len(crew.waiting) > 2 * jobs:
                yield crew.next()
        while crew.waiting:
            yield crew.next()


class _Crew:
    """Processes at work on chunks. If one dies, the others are replaced, and the chunk that it had is read source by source."""

    def __init__(self, reader: Reader, jobs: int) -> None:
        self.reader, self.jobs = reader, jobs
        self.pool = _pool(jobs)
        self.waiting: deque[tuple[list[Source], Future[list[Result]] | None]] = deque()

    def __enter__(self) -> _Crew:
        return self

    def __exit__(self, *_: object) -> None:
        self.pool.shutdown(cancel_futures=True)

    def submit(self, chunk: list[Source]) -> None:
        self.waiting.append((chunk, self._start(chunk)))

    def next(self) -> tuple[list[Source], Iterable[Result]]:
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
        return chunk, _one_by_one(chunk, self.reader)

    def _start(self, chunk: list[Source]) -> Future[list[Result]] | None:
        """None if the processes are dead already: `next` will see to it."""
        try:
            return self.pool.submit(self.reader.read_all, [received for received, _ in chunk])
        except BrokenProcessPool:
            return None


def _pool(jobs: int) -> ProcessPoolExecutor:
    # New interpreters, not forks: the same on every system, and no thread of a parent is torn in two.
    context = multiprocessing.get_context("spawn")
    return ProcessPoolExecutor(jobs, mp_context=context, initializer=signal.signal, initargs=(signal.SIGINT, signal.SIG_IGN))


def _one_by_one(chunk: list[Source], reader: Reader) -> Iterator[Result]:
    """A process died (out of memory, killed): the sources of its chunk one at a time, so that one is to blame."""
    pool = _pool(1)
    for number, (received, _) in enumerate(chunk):
        try:
            results = pool.submit(reader.read_all, [received]).result()
        except BrokenProcessPool:
            hint = "memory may be short: read it alone, with --jobs 1, or split it"
            results = [(0, Failure(received.name, "the process that read it died", hint))]
            pool = _pool(1)
        yield from ((number, result) for _, result in results)
    pool.shutdown()
