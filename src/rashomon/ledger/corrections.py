"""A human's word on a row -> kept beside it, and in every answer from then on; and the rows that need one most."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from difflib import get_close_matches
from typing import Any

from ..errors import NotFoundError, QueryError
from ..events import recoded
from ..records import Correction, Decision, Event, Rejection, Verdict, content_id
from ..store import Store
from ..store.values import ACTORS, corrected_value, value_text
from ..tables import Tables

_ID = re.compile(r"[a-z0-9]+:[\w.-]+")


@dataclass(frozen=True, slots=True)
class Corrected:
    """What was kept, and what the human ought to know of it: actors that nobody knows, earlier words that say otherwise."""

    corrections: tuple[Correction, ...]
    notes: tuple[str, ...]


def correct(store: Store, tables: Tables, target: str, changes: Mapping[str, str], why: str, who: str) -> Corrected:
    """Keeps what the fields of a row should be, by name of field. All are kept, or none. With the type of an event go the mode and
    the CAMEO code that it has, unless they are given.

    QueryError for a field or a value that a row of this kind cannot have, or a row that holds no more; NotFoundError for an
    actor whom nobody knows by that name.
    """
    record, document = _held(store, target)
    known = set(tables.actors) | set(store.actors())
    notes: list[str] = []
    new: dict[str, str] = {}
    for field, text in _with_code(record, changes).items():
        if field in ACTORS:
            text, unknown = _actor_ids(text, tables, known)
            notes += [f"nobody known has the id {one}: it is kept as it is" for one in unknown]
        if field == "according_to":
            _statements(store, document, text)
        value = corrected_value(record, field, text)
        if value == getattr(record, field):
            notes.append(f"{field} is {text or 'empty'} already")
        new[field] = text
    for word in store.words_held([record.id]).get(record.id, ()):
        if isinstance(word, Correction) and word.field in new and word.new != new[word.field]:
            notes.append(
                f"{word.who} said {word.field}={word.new} on {word.at:%Y-%m-%d} ({word.why}): both are kept, this one holds"
            )
    at = datetime.now(UTC)
    corrections = tuple(
        Correction(
            content_id("cor", record.id, field, text, why, who, at.isoformat()),
            record.id, field, value_text(getattr(record, field)), text, why, who, at,
        )
        for field, text in new.items()
    )  # fmt: skip
    store.add_words(corrections, document, at)
    if any(one.row is None for one in store.words() if one.word in corrections):
        notes.append("the last reading of the document has no such row: kept, and taken up once a reading has one again")
    return Corrected(corrections, tuple(dict.fromkeys(notes)))


def _with_code(record: Any, changes: Mapping[str, str]) -> dict[str, str]:
    """The changes, and those of mode and code that follow from another type."""
    if not isinstance(record, Event) or "type" not in changes:
        return dict(changes)
    kind = corrected_value(record, "type", changes["type"])
    mode, code = recoded(record, kind) if kind is not record.type else (record.mode, record.cameo)
    follow = {"mode": (mode or "", record.mode), "cameo": (code or "", record.cameo)}
    return {**changes, **{field: new for field, (new, old) in follow.items() if field not in changes and new != (old or "")}}


def decide(store: Store, target: str, verdict: Verdict, why: str, who: str) -> Decision:
    """Keeps whether a row is so: one that is rejected is in no answer any more, a rejected candidate that is accepted is an
    event. QueryError for an accepted candidate of no type, and for a row that cannot be rejected."""
    at = datetime.now(UTC)
    if target.startswith(("cor:", "dec:")):
        said = next(one for one in store.words() if one.word.id == target)
        document = said.document
    else:
        record, document = _held(store, target)
        if isinstance(record, Rejection) and verdict is Verdict.ACCEPT and record.type is None:
            raise QueryError("of no type yet", target, f"say what it is first: rashomon correct {target} type=CONSULT --why ...")
        if target.startswith(("doc:", "men:")) and verdict is Verdict.REJECT:
            raise QueryError("only what is said, done or stepped can be rejected", target, "correct its fields instead")
    decision = Decision(content_id("dec", target, verdict.value, why, who, at.isoformat()), target, verdict, why, who, at)
    store.add_words((decision,), document, at)
    return decision


def _held(store: Store, target: str) -> tuple[Any, str]:
    """A row (as the last reading has it that has it) and the document that it stands in."""
    if target.startswith("doc:"):
        return store.document(target), target
    record: Any = store.row(target)
    return record, record.document


def _statements(store: Store, document: str, text: str) -> None:
    """QueryError unless these are ids of attributions of the document: according to whom, the outermost first."""
    known = {one.id for one in store.reading(document).attributions}
    for one in (part.strip() for part in re.split(r"[;,]", text)):
        if one and one not in known:
            raise QueryError("no such attribution in this report", one, f"see `rashomon show {document}`; empty: the outlet's own")


def _actor_ids(text: str, tables: Tables, known: set[str]) -> tuple[str, list[str]]:
    """Names and ids as ids, separated by ";", and those of them that nobody known has."""
    ids: list[str] = []
    for part in (one.strip() for one in re.split(r"[;,]", text)):
        if not part:
            continue
        found = [part] if part in known or _ID.fullmatch(part) else _named(part, tables)
        ids += [one for one in found if one not in ids]
    return ";".join(ids), [one for one in ids if one not in known]


def _named(name: str, tables: Tables) -> list[str]:
    """The one actor of the tables with that name."""
    found = list(dict.fromkeys(reading.actor for reading in tables.lexicon.readings(name)))
    if len(found) > 1:
        raise QueryError("several have that name", name, ", ".join(found))
    if not found:
        near = get_close_matches(name, [tables.name(actor) for actor in tables.actors], n=3)
        raise NotFoundError("nobody has that name", name, f"did you mean {', '.join(near)}?" if near else "give an id: iso3:UKR")
    return found
