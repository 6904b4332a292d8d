"""Files and folders -> what the ledger keeps of them: reads what is new, keeps it lot by lot, and tells what became of each."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property
from itertools import chain
from pathlib import Path

import rashomon

from ..records import Failure, Received
from ..sources import receive
from ..store import Store
from ..store.keeping import Intake
from ..timelines.wordings import wordings
from .vectors import Encoding

Progress = Callable[[str, int], None]


@dataclass(frozen=True, slots=True)
class Summary:
    """What became of all inputs: `documents` holds every document of them in order, `new` those not kept before, `known` the
    names of sources that had been read before, `failures` what could not be read."""

    documents: tuple[str, ...]
    new: tuple[str, ...]
    known: tuple[str, ...]
    failures: tuple[Failure, ...]


class Reports:
    """The reading half of a ledger, with its parser, tables and trained readers."""

    def __init__(self, store: Store, encode: Encoding, parser: str | None, overlay: Path | None, model: bool) -> None:
        self._store, self._encode = store, encode
        self._parser, self._overlay, self._model = parser, overlay, model

    @cached_property
    def extractor(self) -> str:
        """What reads: version of the program, of the parser, and a hash of all tables and of the cards of the trained readers."""
        from ..models import DEFAULT_PARSER, parser_version, reader_cards

        folders = [Path(__file__).resolve().parent.parent / "tables", *([self._overlay] if self._overlay else [])]
        files = [file for folder in folders for file in sorted(folder.glob("*.csv"))]
        files += reader_cards() if self._model else []
        facts = hashlib.sha256(b"".join(hashlib.sha256(file.read_bytes()).digest() for file in files)).hexdigest()[:12]
        return f"rashomon-{rashomon.__version__} {parser_version(self._parser or DEFAULT_PARSER)} facts-{facts}" + " no-model" * (
            not self._model
        )

    def read(self, paths: Iterable[str | Path], jobs: int, progress: Progress | None, again: bool, bulk: bool) -> Summary:
        """Reads and keeps what is new, in the order of the sources (see `Ledger.read`)."""
        known: list[str] = []
        failures: list[Failure] = []
        order: dict[str, str] = {}
        twins: list[tuple[Received, str]] = []
        new: list[str] = []
        done = under_way = 0

        def keep(sources: Iterator[tuple[Received, str]]) -> None:
            nonlocal done, under_way
            for lot in self._lots(sources, jobs, bulk):
                made = self._store.add(lot, self.extractor, datetime.now(UTC))
                if made and self._model:
                    self._encode.prepare(wordings(step for intake in lot for rows in intake.readings for step in rows.steps))
                new.extend(made)
                for intake in lot:
                    failures.extend(intake.failures)
                    under_way += len(intake.readings)
                    name = intake.received.name if intake.ended else f"{intake.received.name} ({under_way} documents)"
                    if intake.ended:
                        done, under_way = done + 1, 0
                    if progress is not None:
                        progress(name, done + len(known))

        keep(self._sources(paths, order, known, twins, failures, again))
        late: dict[str, Received] = {}
        for received, sha256 in twins:
            if self._store.completed(sha256) or sha256 in late:
                known.append(received.name)
            else:
                late[sha256] = received
        keep((received, sha256) for sha256, received in late.items())
        self._store.add_failures(failures, datetime.now(UTC))
        return Summary(self._store.of_sources(list(order)), tuple(new), tuple(known), tuple(failures))

    def _lots(self, sources: Iterator[tuple[Received, str]], jobs: int, bulk: bool) -> Iterator[list[Intake]]:
        first = next(sources, None)
        if first is None:  # all is known: no need to wait for the rooms that read
            return
        from ..models import DEFAULT_PARSER
        from .intakes import Reader, read_sources

        reader = Reader(self._parser or DEFAULT_PARSER, self._overlay, self._model, bulk)
        yield from read_sources(chain([first], sources), reader, jobs)

    def _sources(
        self,
        paths: Iterable[str | Path],
        order: dict[str, str],
        known: list[str],
        twins: list[tuple[Received, str]],
        failures: list[Failure],
        again: bool,
    ) -> Iterator[tuple[Received, str]]:
        """What is still to be read, with its SHA-256; the rest is told to the lists. `twins` have the bytes of a file of another
        ending, by which those may have been taken for what they are not."""
        for received in receive([str(path) for path in paths]):
            if isinstance(received, Failure):
                failures.append(received)
                continue
            sha256, ending = hashlib.sha256(received.data).hexdigest(), Path(received.name).suffix
            if not again and self._store.completed(sha256):
                known.append(received.name)
            elif sha256 not in order:
                yield received, sha256
            elif order[sha256] == ending:
                known.append(received.name)
            else:
                twins.append((received, sha256))
            order.setdefault(sha256, ending)
