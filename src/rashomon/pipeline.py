"""The whole flow: Received -> Document -> Sentence -> Timex, Mention -> Attribution -> Event -> Step -> Reading."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from .actors import check_memberships, resolve_actors
from .attributions import find_attributions
from .documents import open_source, read_documents
from .documents.reading import Opened, name_of
from .events import code_events
from .mentions import find_mentions
from .records import Document, Failure, Reading, Received, Sentence
from .sentences import parse_documents
from .tables import Tables
from .timelines import find_steps
from .times import find_times

if TYPE_CHECKING:
    from .models import Readers

BATCH = 40_000  # characters of documents that are parsed together
REPORT = "this is a fault of the program: please report it with the input"


def read_reports(
    received: Iterable[Received], parser: Any, tables: Tables, readers: Readers | None = None
) -> Iterator[Reading | Failure]:
    """Everything that can be read from what was received, in that order; what fails is a Failure, and the rest goes on.
    `readers` None: by the rules alone."""
    return (result for _, result in read_each(received, parser, tables, readers))


def read_each(
    received: Iterable[Opened], parser: Any, tables: Tables, readers: Readers | None = None, bulk: bool = False
) -> Iterator[tuple[int, Reading | Failure]]:
    """As `read_reports`, each result with the number of the input that it came from. `bulk`: see `read_documents`."""
    for batch in _batches(_documents(received, tables, bulk)):
        parsed = iter(_parse([d for _, d in batch if isinstance(d, Document)], parser))
        for number, document in batch:
            if isinstance(document, Failure):
                yield number, document
            else:
                yield number, _read(document, next(parsed), tables, readers)


def read_parsed(document: Document, sentences: tuple[Sentence, ...], tables: Tables, readers: Readers | None = None) -> Reading:
    """The steps after the parse, in their order."""
    timexes = find_times(document.text, sentences, document.published)
    mentions = find_mentions(document, sentences, tables)
    mentions = resolve_actors(document, sentences, mentions, tables)
    wrong = check_memberships(document, sentences, mentions, tables)
    document = dataclasses.replace(document, defects=(*document.defects, *wrong)) if wrong else document
    attributions = find_attributions(document, sentences, mentions, readers.tagger if readers else None, timexes)
    reader = readers.events if readers else None
    events, rejections = code_events(document, sentences, mentions, attributions, timexes, reader, tables.codings)
    steps = find_steps(document, sentences, mentions, attributions, events, tables, timexes)
    return Reading(document, sentences, timexes, mentions, attributions, events, rejections, steps)


# -- one broken document must not take the others with it: the only broad excepts of the program ------------------------


def open_each(received: Received) -> Iterator[Opened]:
    """What a source falls into (see `open_source`)."""
    try:
        yield from open_source(received)
    except Exception as cause:
        yield _failure(received.name, cause)


def _documents(received: Iterable[Opened], tables: Tables, bulk: bool) -> Iterator[tuple[int, Document | Failure]]:
    for number, one in enumerate(received):
        try:
            for document in read_documents([one], tables, bulk):
                yield number, document
        except Exception as cause:
            yield number, _failure(name_of(one), cause)


def _parse(documents: list[Document], parser: Any) -> list[tuple[Sentence, ...] | Exception]:
    """The parses of a batch; if the parser fails on it, each document alone, so that the damage stays with its cause."""
    try:
        return [sentences for _, sentences in parse_documents(documents, parser)]
    except Exception as cause:
        return [cause] if len(documents) == 1 else [p for document in documents for p in _parse([document], parser)]


def _read(
    document: Document, parsed: tuple[Sentence, ...] | Exception, tables: Tables, readers: Readers | None
) -> Reading | Failure:
    if isinstance(parsed, Exception):
        return _failure(document.source, parsed)
    try:
        return read_parsed(document, parsed, tables, readers)
    except Exception as cause:
        return _failure(document.source, cause)


def _failure(source: str, cause: Exception) -> Failure:
    return Failure(source, f"{type(cause).__name__}: {cause}"[:200], REPORT)


def _batches(documents: Iterable[tuple[int, Document | Failure]]) -> Iterator[list[tuple[int, Document | Failure]]]:
    batch: list[tuple[int, Document | Failure]] = []
    size = 0
    for number, document in documents:
        batch.append((number, document))
        size += len(document.text) if isinstance(document, Document) else 0
        if size >= BATCH or len(batch) >= BATCH // 100:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch
