"""A field of a row <-> the text in which a human corrects it: `status=done`, `actors=iso3:UKR;iso3:POL`, `when=2022-04-06`."""

from __future__ import annotations

import re
from contextlib import suppress
from enum import Enum
from typing import Any, get_type_hints

from ..errors import QueryError
from ..records import Attribution, Document, Event, Mention, Participant, Place, Rejection, Span, Step, When
from ..times.values import interval, when_of

# The fields that a human may correct. Spans, ids and scores are what was found where: they stay.
CORRECTABLE: dict[type, tuple[str, ...]] = {
    Document: ("title", "outlet", "published"),
    Mention: ("kind", "actors", "name", "role", "organisation", "sector"),
    Attribution: ("holders", "addressees", "kind", "force", "negated", "factive", "when"),
    Event: (
        "type", "mode", "contexts", "cameo", "status", "clause_status", "reciprocal", "actors", "recipients", "when", "place"
    ),
    Rejection: ("type", "actors", "recipients"),
    Step: ("affair", "stance", "actors", "counterparts", "status", "own", "matter", "when", "due", "place", "according_to"),
}  # fmt: skip
# The fields that name actors.
ACTORS = frozenset({"actors", "recipients", "counterparts", "holders", "addressees"})
_TRUE, _FALSE = {"yes", "true", "1"}, {"no", "false", "0"}
_POINT = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?|-W\d\d|-Q[1-4]|-H[12])?")


def value_text(value: Any) -> str:
    """The value of a field as a human would write it; "" for none."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, When):
        return value.edtf or value.value
    if isinstance(value, Place):
        return value.id or ""
    if isinstance(value, tuple):
        return ";".join(one for part in value for one in (part.actors if isinstance(part, Participant) else (part,)))
    return str(value.value if isinstance(value, Enum) else value)


def corrected_value(record: Any, field: str, text: str) -> Any:
    """The value that `field` of `record` has once it is corrected to `text`. QueryError where it can have none such."""
    kind = type(record)
    if field not in CORRECTABLE.get(kind, ()):
        known = ", ".join(CORRECTABLE.get(kind, ()))
        raise QueryError("no such field to correct", field, f"of a row of this kind: {known}")
    hint, text = get_type_hints(kind)[field], text.strip()
    if field in ACTORS:
        ids = _ids(text)
        return ids if hint == tuple[str, ...] else _participants(getattr(record, field), ids, _home(record))
    if hint == tuple[str, ...]:
        return _ids(text)
    if hint == Place | None:
        return Place(record.place.span if record.place else record.span, text) if text else None
    if hint == When | None:
        return read_when(text) if text else None
    return _plain(hint, field, text)


def read_when(text: str) -> When:
    """A day, week, month, quarter or year, or an interval "FIRST/LAST" of which ".." leaves a side open. QueryError where the
    calendar has none such."""
    sides = [side.strip() for side in text.split("/")]
    if len(sides) == 1 and (when := _point(sides[0])) is not None:
        return when
    if len(sides) == 2:
        first, last = (_point(side) for side in sides)
        told = all(when is not None or side in {"", ".."} for when, side in zip((first, last), sides, strict=True))
        earliest, latest = first.earliest if first else None, last.latest if last else None
        if told and (first or last) and (earliest is None or latest is None or earliest <= latest):
            return interval(earliest, latest, "correction", "by hand")
    raise QueryError("no such date", text, "write 2022-04-06, 2022-04, 2022-W14, 2022, or FIRST/LAST with .. for an open side")


def _point(text: str) -> When | None:
    when = when_of(text, "correction", "by hand") if _POINT.fullmatch(text) else None
    return when if when is not None and when.earliest is not None else None


def _plain(hint: Any, field: str, text: str) -> Any:
    optional = type(None) in getattr(hint, "__args__", ())
    if optional and not text:
        return None
    if optional:
        (hint,) = (one for one in hint.__args__ if one is not type(None))
    if hint is bool:
        if text.casefold() not in _TRUE | _FALSE:
            raise QueryError("neither yes nor no", text, field)
        return text.casefold() in _TRUE
    if isinstance(hint, type) and issubclass(hint, Enum):
        with suppress(StopIteration):
            return next(member for member in hint if member.value.casefold() == text.casefold())
        raise QueryError(f"no such {field}", text, f"one of {', '.join(member.value for member in hint)}")
    return text


def _ids(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one.strip() for one in re.split(r"[;,]", text) if one.strip()))


def _participants(before: tuple[Participant, ...], ids: tuple[str, ...], home: Span) -> tuple[Participant, ...]:
    """Those of the participants who are still meant, and the new ones where the first that is not stood."""
    meant = tuple(p for p in before if p.actors and set(p.actors) <= set(ids))
    new = tuple(one for one in ids if not any(one in p.actors for p in meant))
    gone = next((p.span for p in before if p not in meant), home)
    return (*meant, Participant(gone, None, new)) if new else meant


def _home(record: Any) -> Span:
    span: Span = record.span if hasattr(record, "span") else record.content[0] if record.content else Span(0, 0)
    return span
