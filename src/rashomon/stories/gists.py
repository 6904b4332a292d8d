"""Reading -> Gist: the little of a report that grouping needs, small enough to keep a hundred thousand of them at hand."""

from __future__ import annotations

import json
import zlib
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..records import DefectKind, Document, Precision, Reading
from .bags import LEAD, bag_of, lead, telling_text
from .digests import sections

Encode = Callable[[Sequence[str]], NDArray[np.float32]]
MAKE = b"g3"  # changes whenever gists of an earlier make would be grouped otherwise
FEATURES = 1 << 20  # words are told apart by 20 bits of their CRC-32
WORDS = 128  # weightiest words of a report that are kept
NAMES = 48
MOST_ACTORS = 24
TITLE = 120  # characters of the beginning that stand for a missing title
VAGUE = timedelta(days=31)  # publication dates less exact than this date nothing
_CLEAR = {Precision.TIME, Precision.DAY, Precision.WEEK, Precision.MONTH}


LOOKS_BACK = timedelta(days=60)  # from what a report tells of to its publication: from there on it is background


@dataclass(frozen=True, slots=True)
class Weights:
    """A bag of unit length: `ids` (below FEATURES, each once) as 32-bit, `values` as 16-bit numbers, the heaviest first."""

    ids: bytes
    values: bytes

    def arrays(self) -> tuple[NDArray[np.int32], NDArray[np.float32]]:
        return np.frombuffer(self.ids, "<i4"), np.frombuffer(self.values, "<f2").astype(np.float32)


@dataclass(frozen=True, slots=True)
class Gist:
    """What a report, or one section of a digest (`section` from 1), tells of.

    `published` are its first and last day if they are known to a month, `told` those of the time that half of its events have,
    if any; `actors` with the number of their mentions, the most mentioned first; `doubtful`: another's text reworded; `vector`
    the encoded lead (16-bit numbers, length 1)."""

    document: str
    section: int
    title: str
    published: tuple[date, date] | None
    told: tuple[date, date] | None
    actors: tuple[tuple[str, int], ...]
    doubtful: bool
    words: Weights
    names: Weights
    vector: bytes

    @property
    def key(self) -> tuple[str, int]:
        """The document's id, and which section of it."""
        return self.document, self.section

    @property
    def background(self) -> bool:
        """It tells of times long before its publication: a look back at what the news is about, not the news."""
        return self.published is not None and self.told is not None and self.published[0] - self.told[1] > LOOKS_BACK

    @property
    def day(self) -> date | None:
        """The day that the report stands at: that of its publication, else of what it tells."""
        days = self.published or self.told
        return None if days is None else days[0]


def gists_of(readings: Sequence[Reading], encode: Encode) -> list[tuple[Gist, ...]]:
    """For each reading its gists: one, or for a digest one a section. All leads are encoded in one call."""
    texts = [_texts(r.document) for r in readings]
    leads = []
    for reading, own in zip(readings, texts, strict=True):
        leads += [lead(reading.document, own[0]), *(text[:LEAD] for text in own[1:])]
    vectors = iter(encode(leads))
    found = []
    for reading, own in zip(readings, texts, strict=True):
        whole = _gist(reading, 0, own[0], next(vectors))
        parts = tuple(_gist(reading, n, text, next(vectors)) for n, text in enumerate(own[1:], 1))
        found.append(parts or (whole,))
    return found


def _texts(document: Document) -> list[str]:
    """The telling text, and after it those of the sections of a digest."""
    return [telling_text(document), *sections(document)]


def _gist(reading: Reading, section: int, text: str, vector: NDArray[np.float32]) -> Gist:
    document = reading.document
    bag = bag_of("" if section else document.title, text)
    actors = Counter(a for m in reading.mentions for a in m.actors)
    title = (text if section else document.title.strip() or lead(document, text))[:TITLE]
    return Gist(
        document.id,
        section,
        " ".join(title.split()),
        published_days(document),
        _told_days(reading),
        tuple(sorted(actors.items(), key=lambda pair: (-pair[1], pair[0]))[:MOST_ACTORS]),
        any(d.kind is DefectKind.REWORDED for d in document.defects),
        weights(bag.words, WORDS),
        weights(bag.names, NAMES),
        np.asarray(vector, "<f2").tobytes(),
    )


def word_number(word: str) -> int:
    """By which a gist knows a word: the same in every process."""
    return zlib.crc32(word.encode("utf-8", "replace")) % FEATURES


def weights(bag: Mapping[str, float], most: int) -> Weights:
    """The `most` heaviest words of a bag, brought to unit length again. Words of one number are one word ("deter", "quell")."""
    added: dict[int, float] = {}
    for word, value in sorted(bag.items()):  # so that equal weights are cut alike
        number = word_number(word)
        added[number] = added.get(number, 0.0) + value
    heaviest = sorted(added.items(), key=lambda pair: -pair[1])[:most]
    ids = np.array([number for number, _ in heaviest], "<i4")
    values = np.array([v for _, v in heaviest], np.float32)
    length = float(np.linalg.norm(values)) or 1.0
    return Weights(ids.tobytes(), (values / length).astype("<f2").tobytes())


def published_days(document: Document) -> tuple[date, date] | None:
    """First and last day of publication if they are known to a month: a wider span says nothing."""
    when = document.published
    if when is None or when.earliest is None or when.latest is None or when.latest - when.earliest > VAGUE:
        return None
    return when.earliest, when.latest


def _told_days(reading: Reading) -> tuple[date, date] | None:
    """The time, known to a month or better, that half of all dated events have, two at least."""
    times = Counter(
        (e.when.earliest, e.when.latest)
        for e in reading.events
        if e.when is not None and e.when.precision in _CLEAR and e.when.earliest is not None and e.when.latest is not None
    )
    best = min(times, key=lambda days: (-times[days], days), default=None)
    return best if best is not None and times[best] >= max(2, times.total() / 2) else None


def pack(gists: Sequence[Gist]) -> bytes:
    """The gists of one document as bytes; `unpack` gives them back."""
    arrays: list[bytes] = []
    heads = []
    for g in gists:
        parts = (g.words.ids, g.words.values, g.names.ids, g.names.values, g.vector)
        days = [[d.isoformat() for d in span] if span else None for span in (g.published, g.told)]
        heads.append([g.document, g.section, g.title, *days, g.actors, g.doubtful, [len(p) for p in parts]])
        arrays += parts
    head = json.dumps(heads, ensure_ascii=False).encode("utf-8", "replace")
    return MAKE + len(head).to_bytes(4, "little") + head + b"".join(arrays)


def unpack(packed: bytes) -> tuple[Gist, ...]:
    """The gists that `pack` made into bytes; none if it was one of another make of gists."""
    if not packed.startswith(MAKE):
        return ()
    start = len(MAKE) + 4
    at = start + int.from_bytes(packed[len(MAKE) : start], "little")
    found = []
    for document, section, title, published, told, actors, doubtful, lengths in json.loads(packed[start:at]):
        parts = []
        for length in lengths:
            parts.append(packed[at : at + length])
            at += length
        known = tuple((actor, count) for actor, count in actors)
        days = (_days(published), _days(told))
        bags = (Weights(parts[0], parts[1]), Weights(parts[2], parts[3]))
        found.append(Gist(document, section, title, *days, known, doubtful, *bags, parts[4]))
    return tuple(found)


def _days(written: Any) -> tuple[date, date] | None:
    return None if written is None else (date.fromisoformat(written[0]), date.fromisoformat(written[1]))
