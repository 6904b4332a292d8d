"""Which texts derive from one another: told to the store as it keeps readings, and to pages from what the store keeps."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from ..records import Derivation, Document, KeptStep, Relation
from ..store import Store

if TYPE_CHECKING:
    from ..stories.traces import Trace

TRACES = 256  # of the last texts that were compared: copies of one text come close to one another


class Texts:
    """What the store asks of texts (see store/origins.py), answered by the room of stories."""

    def marks(self, document: Document) -> Sequence[int]:
        from ..stories.sketches import marks_of

        return marks_of(document)

    def likely(self, marks: Sequence[int], holders: Mapping[int, Sequence[int]]) -> Sequence[tuple[int, bool]]:
        from ..stories.sketches import likely

        return likely(marks, holders)

    def derivation(self, document: Document, other: Document) -> Derivation:
        from ..stories.derivations import derive

        return derive(_trace(other), _trace(document))


@lru_cache(maxsize=TRACES)
def _trace(document: Document) -> Trace:
    from ..stories.traces import trace_of

    return trace_of(document)


def derivations_among(store: Store, kept: Iterable[KeptStep]) -> Callable[[Sequence[str]], Iterator[Derivation]]:
    """A function from any of the documents behind some steps to how they hang together, as it was found when they were read."""
    readings = {k.header.document: k.header.reading for k in kept}
    found = store.origins_of(tuple(readings.values()))
    others: dict[int, list[tuple[int, bool]]] = defaultdict(list)
    for reading, origin, partial in found.pairs:
        others[reading].append((origin, partial))

    def derive(asked: Sequence[str]) -> Iterator[Derivation]:
        texts: dict[int, list[str]] = defaultdict(list)
        for document in asked:
            texts[found.origins.get(readings[document], readings[document])].append(document)
        for copies in texts.values():
            yield from (_derivation(copies[0], copy, partial=False) for copy in copies[1:])
        for document in asked:
            for origin, partial in others.get(readings[document], ()):
                yield from (_derivation(other, document, partial) for other in texts.get(origin, ()))

    return derive


def _derivation(one: str, other: str, partial: bool) -> Derivation:
    return Derivation((one, other), Relation.COPY, None, ("found when it was read",), 1.0, partial)
