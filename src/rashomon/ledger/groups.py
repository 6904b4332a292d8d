"""Documents of a ledger -> its stories, from gists that are kept: no reading is loaded twice to be grouped."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from ..errors import LedgerError, NotFoundError
from ..records import Reading, Story
from ..store import Store
from .publishers import publisher

if TYPE_CHECKING:
    from ..stories.gists import Gist
    from ..stories.grouping import Group, Grouping

LOT = 64  # documents whose readings are loaded at once to make gists of them


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which stories are asked for: one of whose reports names one of `actors`, is of one of `outlets`, and that were told of
    between `since` and `until`; None asks for nothing. Undated stories are left out where a day is asked for. Of reports the
    same, each by itself."""

    actors: Sequence[str] | None = None
    outlets: Sequence[str] | None = None
    since: date | None = None
    until: date | None = None


class Groups:
    """The stories of a ledger. Grouped when first asked for; after that only what is new is taken in."""

    def __init__(self, store: Store, encode: Callable[[Sequence[str]], Any]) -> None:
        self._store = store
        self._encode = encode
        self._made: dict[str, str] = {}  # by which extractor the reading was made that a document is grouped by
        self._unkept: dict[str, bytes] = {}
        self._grouping: Grouping | None = None

    def groups(self) -> tuple[Group, ...]:
        """All stories as groups of documents, in the order of their first reports."""
        from ..stories.grouping import Grouping

        extractors = self._store.extractors()
        if self._grouping is None or any(extractors.get(document) != by for document, by in self._made.items()):
            self._grouping, self._made = Grouping(), {}
        new = [document for document in extractors if document not in self._made]
        for gists in self._gists(new, extractors):
            self._grouping.add(gists)
        self._made = extractors
        return self._grouping.groups()

    def stories(self, wanted: Wanted, limit: int | None = None) -> tuple[Story, ...]:
        """Stories that are asked for, those of most reports first."""
        ranked = sorted(self.groups(), key=lambda group: (-len(group.documents), group.id))
        outlets = {kept.document: publisher(kept) for kept in self._store.documents()} if wanted.outlets is not None else {}
        found: list[Story] = []
        for group in ranked:
            if wanted.outlets is not None and not any(outlets.get(d) in wanted.outlets for d in group.documents):
                continue
            gists = self._members(group)
            if _matches(gists, wanted):
                found.append(self._told(group, gists))
                if len(found) == limit:
                    break
        return tuple(found)

    def story(self, identity: str) -> Story:
        """The story whose id begins so. NotFoundError if there is none, or several."""
        found = [group for group in self.groups() if group.id.startswith(identity)]
        if len(found) != 1:
            raise NotFoundError("no such story" if not found else "several stories begin so", identity, "see `rashomon stories`")
        return self._told(found[0], self._members(found[0]))

    def _told(self, group: Group, gists: Sequence[Gist]) -> Story:
        from ..stories.groups import tell_story

        alone = len(group.documents) == 1  # nothing to derive from: its text is not needed
        return tell_story(group, gists, () if alone else [self._store.document(document) for document in group.documents])

    def _members(self, group: Group) -> list[Gist]:
        from ..stories.gists import unpack

        packed = self._store.gists(group.documents) | {d: self._unkept[d] for d in group.documents if d in self._unkept}
        gists = {gist.key: gist for record in packed.values() for gist in unpack(record)}
        return [gists[key] for key in group.members]

    def _gists(self, documents: Sequence[str], extractors: Mapping[str, str]) -> Iterator[tuple[Gist, ...]]:
        """The gists of these documents, made and kept where there are none, or of an earlier make."""
        from ..stories.gists import gists_of, pack, unpack

        for start in range(0, len(documents), LOT):
            lot = documents[start : start + LOT]
            known = {d: gists for d, record in self._store.gists(lot).items() if (gists := unpack(record))}
            missing = [document for document in lot if document not in known]
            made = dict(zip(missing, gists_of(self._store.readings(missing), self._encode), strict=True)) if missing else {}
            packed = {document: pack(gists) for document, gists in made.items()}
            try:
                self._store.add_gists({(document, extractors[document]): record for document, record in packed.items()})
            except LedgerError:  # a ledger that may only be read is answered from all the same
                self._unkept |= packed
            yield from ((known | made)[document] for document in lot)


def wanted_reports(readings: Sequence[Reading], wanted: Wanted) -> tuple[str, ...]:
    """Ids of the reports that are asked for."""
    return tuple(r.document.id for r in readings if _is_wanted(r, wanted))


def _is_wanted(reading: Reading, wanted: Wanted) -> bool:
    if wanted.actors is not None and not any(actor in wanted.actors for m in reading.mentions for actor in m.actors):
        return False
    if wanted.outlets is not None and publisher(reading.document) not in wanted.outlets:
        return False
    when = reading.document.published
    days = [day for day in (when.earliest, when.latest) if day is not None] if when is not None else []
    return _within(days, wanted)


def _matches(gists: Sequence[Gist], wanted: Wanted) -> bool:
    if wanted.actors is not None and not any(actor in wanted.actors for gist in gists for actor, _ in gist.actors):
        return False
    return _within([day for gist in gists for span in (gist.published or gist.told,) if span is not None for day in span], wanted)


def _within(days: Sequence[date], wanted: Wanted) -> bool:
    if wanted.since is None and wanted.until is None:
        return True
    if not days or (wanted.since is not None and max(days) < wanted.since):
        return False
    return wanted.until is None or min(days) <= wanted.until
