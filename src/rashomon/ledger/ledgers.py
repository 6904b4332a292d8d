"""Ledger: one method a command. Reads through the pipeline, keeps in the store, asks the stories, comparisons and timelines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import date
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any

from ..errors import InputError, LedgerError, QueryError
from ..records import (
    Attribution,
    Comparison,
    Correction,
    Decision,
    Document,
    Event,
    Failure,
    Reading,
    Rejection,
    Story,
    Timeline,
    Verdict,
)
from ..store import Store, open_store
from ..store.doubts import Doubt
from ..store.filters import Filter, Known, Order
from ..store.queries import Kept
from ..store.searches import Hit
from ..store.words import Said
from ..tables import Tables, load_tables
from ..timelines import actor_timeline, story_timeline
from . import corrections, names, rows
from .affairs import Affairs
from .corrections import Corrected
from .groups import Groups, Wanted, wanted_reports
from .kin import Texts
from .publishers import find_outlets
from .reports import Progress, Reports, Summary
from .vectors import Encoding, Judging
from .versions import Version, versions

if TYPE_CHECKING:
    from .dyads import Analyses


class Ledger:
    """A ledger of reports. Use as a context manager, or `close()` it."""

    def __init__(self, store: Store, parser: str | None = None, overlay: Path | None = None, model: bool = True) -> None:
        self._store = store
        self._overlay, self._model = overlay, model
        self._encode = Encoding(store)
        self._judge = Judging(store)
        self._reports = Reports(store, self._encode, parser, overlay, model)
        store.derive, store.kin = self._with_steps, Texts()
        self._groups = Groups(store, self._encode)

    def __enter__(self) -> Ledger:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        self._store.close()

    @cached_property
    def tables(self) -> Tables:
        return load_tables(self._overlay) if self._overlay else load_tables()

    @property
    def extractor(self) -> str:
        """What reads: version of the program, of the parser, and a hash of all tables and of the cards of the trained readers."""
        return self._reports.extractor

    # -- reading ---------------------------------------------------------------------------------------------------------

    def read(
        self,
        paths: Iterable[str | Path],
        jobs: int = 1,
        progress: Progress | None = None,
        again: bool = False,
        bulk: bool = False,
    ) -> Summary:
        """Reads files and folders ("-": standard input) and keeps what they hold; bytes that are known are passed over.

        `jobs` processes share the work; documents and rows are the same for any number (a script that asks for several needs
        `if __name__ == "__main__"`). `progress` is called with the name of a source and the number of sources done. `again`
        reads known bytes with the extractor of today, beside the old. `bulk` takes the texts of pages by a quicker way that
        keeps a little more of what stands around them.
        """
        return self._reports.read(paths, jobs, progress, again, bulk)

    # -- asking ----------------------------------------------------------------------------------------------------------

    def documents(self) -> tuple[Kept, ...]:
        """A line about each document, in order of reading."""
        return self._store.documents()

    def reading(self, document: str) -> Reading:
        """All that was read from one document; the id may be shortened as long as it is unique."""
        return self._store.reading(self._store.find(document))

    def readings(self, documents: Sequence[str] | None = None) -> tuple[Reading, ...]:
        """All that was read from these documents (full ids), or from all."""
        return self._store.readings(documents)

    def document(self, document: str) -> Document:
        """One document, without what was found in it."""
        return self._store.document(document)

    def events(
        self,
        actor: str | None = None,
        recipient: str | None = None,
        type: str | None = None,
        status: str | None = None,
        since: date | None = None,
        until: date | None = None,
        document: str | None = None,
        limit: int | None = None,
        known: Known | None = None,
        newest: bool = False,
    ) -> tuple[Event, ...]:
        """Events by actor and recipient (name or id), type, status and day, as known today or on a day; undated ones count from
        their document's day. In order of reading, or the newest first."""
        asked = Filter(
            actors=self.actors(actor) if actor else (),
            counterparts=self.actors(recipient) if recipient else (),
            kinds=(type,) if type else (),
            status=status,
            since=since,
            until=until,
            known=known,
            documents=self._found(document),
            order=Order.NEWEST if newest else Order.READING,
            limit=limit,
        )
        return self._store.events(asked)

    def rejections(
        self, type: str | None = None, document: str | None = None, known: Known | None = None, limit: int | None = None
    ) -> tuple[Rejection, ...]:
        """What was not taken for an event, and why, by the type that it would have had."""
        kinds = (type,) if type else ()
        return self._store.rejections(Filter(kinds=kinds, documents=self._found(document), known=known, limit=limit))

    def attributions(
        self,
        by: str | None = None,
        about: str | None = None,
        force: str | None = None,
        document: str | None = None,
        limit: int | None = None,
        on: date | None = None,
        known: Known | None = None,
    ) -> tuple[Attribution, ...]:
        """Who said, believed, demanded ...: by whom (name or id), about what (words or an actor in the content), how; on a day,
        as known today or on a day."""
        holders = self.actors(by) if by else ()
        found, kinds = self._found(document), (force,) if force else ()
        asked = Filter(holders, kinds=kinds, since=on, until=on, documents=found, known=known, limit=limit)
        if about is None:
            return self._store.attributions(asked)
        return rows.attributions_about(self._store, about, names.named(about, self.tables, self._store.actors()), asked)

    def _found(self, document: str | None) -> tuple[str, ...]:
        """The full id of the document that is asked for, if one is."""
        return (self._store.find(document),) if document else ()

    def search(self, words: str, limit: int = 20) -> tuple[Hit, ...]:
        """Documents that hold the words, the best first; "a phrase", start*, AND, OR, NOT and parentheses are understood."""
        return self._store.search(words, limit)

    def show(self, identity: str) -> rows.Shown:
        """A row with all that it stands on; the id may be shortened as long as it is unique."""
        if identity.startswith("sto:"):
            return rows.Shown(self.story(identity))
        return rows.shown(self._store, self._store.find(identity))

    def versions(self, document: str) -> tuple[Version, ...]:
        """All versions of a document, in order of reading: what was read under the same message id, address or file name with
        other bytes. The id may be shortened as long as it is unique; QueryError if it is not that of a document."""
        identity = self._store.find(document)
        if not identity.startswith("doc:"):
            raise QueryError("only documents have versions", identity, "`rashomon documents` lists their ids")
        return versions(self._store, identity)

    def actors(self, name: str) -> tuple[str, ...]:
        """Ids of the actors of this ledger that a name may mean, those of most documents first. NotFoundError, with the
        nearest names, if there is none."""
        return names.find_actors(name, self.tables, self._store)

    def failures(self) -> tuple[Failure, ...]:
        """All inputs that could not be read so far."""
        return self._store.failures()

    # -- stories, comparisons, timelines -----------------------------------------------------------------------------------

    def stories(
        self,
        actor: str | None = None,
        outlet: str | None = None,
        since: date | None = None,
        until: date | None = None,
        limit: int | None = None,
    ) -> tuple[Story, ...]:
        """The documents of the ledger, grouped by what they tell of; stories by actor and outlet (name or id) and days, those
        of most reports first."""
        return self._groups.stories(self._wanted(actor, outlet, since, until), limit)

    def chosen(
        self,
        documents: Sequence[str],
        actor: str | None = None,
        outlet: str | None = None,
        since: date | None = None,
        until: date | None = None,
    ) -> tuple[str, ...]:
        """Those of some reports that name an actor, are of an outlet (name, id or host), and were published from one day to
        another; of undated ones it is not known when."""
        if (actor, outlet, since, until) == (None, None, None, None):
            return tuple(documents)
        return wanted_reports(self.readings(documents), self._wanted(actor, outlet, since, until))

    def _wanted(self, actor: str | None, outlet: str | None, since: date | None, until: date | None) -> Wanted:
        outlets = find_outlets(outlet, self.tables, self.documents()) if outlet else None
        return Wanted(self.actors(actor) if actor else None, outlets, since, until)

    def story(self, identity: str) -> Story:
        """One story; the id may be shortened as long as it is unique."""
        return self._groups.story(identity)

    def _group(self, readings: Sequence[Reading]) -> tuple[Story, ...]:
        from ..stories import group_stories

        return group_stories(readings, self._encode)

    def compare(self, which: Iterable[str | Path], jobs: int = 1, progress: Progress | None = None) -> Comparison:
        """Lays reports side by side: files and folders (read if they are new), ids of documents or of stories.

        InputError if these are fewer than two reports, with the first failure if there is one.
        """
        from ..comparisons import compare
        from ..stories import one_story

        documents, failures = self.gather(which, jobs, progress)
        if len(documents) < 2:
            told = f"{failures[0].source}: {failures[0].reason}" if failures else "name two different reports or more"
            raise InputError(f"{len(documents) or 'no'} report{'s'[: len(documents) != 1]} to compare", told)
        readings = self.readings(documents)
        stories = self._group(readings)
        story = stories[0] if len(stories) == 1 else one_story(readings, self._encode)
        return compare(story, readings, self._encode, self._judge if self._model else None)

    def gather(
        self, which: Iterable[str | Path], jobs: int = 1, progress: Progress | None = None
    ) -> tuple[tuple[str, ...], tuple[Failure, ...]]:
        """Ids of the documents behind files and folders (read if they are new), ids of documents and of stories; and what
        could not be read."""
        names = [str(one) for one in which]
        ids = [name for name in names if name.startswith(("doc:", "sto:"))]
        paths = [name for name in names if name not in ids]
        summary = self.read(paths, jobs, progress) if paths else Summary((), (), (), ())
        found = dict.fromkeys(summary.documents)
        for name in ids:
            found |= dict.fromkeys(self.story(name).documents if name.startswith("sto:") else [self._store.find(name)])
        return tuple(found), summary.failures

    def timeline(self, subject: str) -> Timeline:
        """The chronology of a story (its id), or the line of an actor (name or id) through all documents."""
        if subject.startswith("sto:"):
            story = self.story(subject)
            return story_timeline(story, self.readings(story.documents))
        actor = self.actors(subject)[0]
        acts, words = self._store.events(Filter(parties=(actor,))), self._store.attributions(Filter(actors=(actor,)))
        return actor_timeline(actor, acts, words)

    @cached_property
    def affairs(self) -> Affairs:
        """Positions, commitments, meetings and bonds: who stands how on a day, as known on a day."""
        return Affairs(self._store, self.tables, self._encode)

    # -- analyses ----------------------------------------------------------------------------------------------------------

    def table(self, name: str) -> Any:
        """All rows of "events", "attributions", "steps" or "ties" (the acts that took place, once for each two who had to do
        with one another) as they hold today: a pyarrow.Table, of which `.to_pandas()` makes a data frame."""
        return self._analyses.table(name)

    def dyads(
        self,
        actor: str | None = None,
        recipient: str | None = None,
        by: str = "week",
        since: date | None = None,
        until: date | None = None,
        stories: bool = True,
    ) -> Any:
        """Who did how much of what to whom in each day, week, month, quarter or year: a pyarrow.Table (see dyads.py).

        An act counts once for each independent origin; without `stories`, which need all reports to be grouped, for each
        report."""
        return self._analyses.dyads(
            self.actors(actor) if actor else (),
            self.actors(recipient) if recipient else (),
            by,
            since,
            until,
            self._origins if stories else None,
        )

    @cached_property
    def _analyses(self) -> Analyses:
        from .dyads import Analyses

        return Analyses(self._store)

    def _origins(self) -> Iterator[tuple[str, str]]:
        for story in self.stories():
            for number, documents in enumerate(story.origins):
                yield from ((document, f"{story.id}/{number}") for document in documents)

    # -- keeping -----------------------------------------------------------------------------------------------------------

    def correct(self, target: str, changes: Mapping[str, str], why: str, who: str) -> Corrected:
        """Keeps what fields of a row should be, by name of field, beside the row. From then on every answer has them, also once
        the document is read again; the last word on a field holds."""
        return corrections.correct(self._store, self.tables, self._store.find(target), changes, why, who)

    def decide(self, target: str, verdict: Verdict, why: str, who: str) -> Decision:
        """Keeps whether a row is so: one that is rejected is in no answer from then on, a rejected candidate that is accepted is
        an event. The last verdict on a row holds."""
        return corrections.decide(self._store, self._store.find(target), verdict, why, who)

    def doubts(self, limit: int = 20) -> tuple[Doubt, ...]:
        """The rows that a human had best look at, the likeliest to be wrong first, without those that were looked at."""
        return self._store.doubts(limit)

    def decisions(self) -> tuple[Said, ...]:
        """All corrections and verdicts, oldest first, and the row that each holds for today."""
        return self._store.words()

    def corrected(self, ids: Sequence[str]) -> dict[str, tuple[Correction, ...]]:
        """The corrections that hold for rows, by id, oldest first; rows without any are left out."""
        words = self._store.words_held(ids)
        found = {row: tuple(word for word in said if isinstance(word, Correction)) for row, said in words.items()}
        return {row: said for row, said in found.items() if said}

    def _with_steps(self, reading: Reading) -> Reading:
        """The reading with the steps that follow from its rows as they are."""
        from ..timelines import find_steps

        found = (reading.document, reading.sentences, reading.mentions, reading.attributions, reading.events)
        return replace(reading, steps=find_steps(*found, self.tables, reading.timexes))

    def back_up(self, folder: str | Path) -> Path:
        """A copy of the ledger that is a ledger itself, checked before it gets its name."""
        return self._store.back_up(Path(folder))


def open_ledger(
    folder: str | Path,
    *,
    create: bool = True,
    writes: bool = True,
    parser: str | None = None,
    overlay: Path | None = None,
    model: bool = True,
) -> Ledger:
    """The ledger in `folder`, made if there is none and `create`. `parser` is a spaCy pipeline for English instead of ours,
    `overlay` a folder of tables whose rows win over ours; without `model` the rules read alone.

    LedgerError if it cannot be opened; TableError and ModelError come with the first reading.
    """
    store = open_store(Path(folder), create=create, writes=writes)
    if store.lacks_origins():
        _take_up_origins(store, Path(folder), writes)
    return Ledger(store, parser, overlay, model)


def _take_up_origins(store: Store, folder: Path, writes: bool) -> None:
    """What a ledger of an older schema did not know of its texts is found once, whatever it is opened for, if it may be written."""
    if writes:
        store.take_up_origins(Texts())
        return
    with suppress(LedgerError), open_store(folder) as other:
        other.take_up_origins(Texts())
