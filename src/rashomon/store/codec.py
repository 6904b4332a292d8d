"""Record <-> plain JSON values, written once for all records from their type hints.

A record becomes an object without the fields that hold their default, a `Span` becomes `[start, end]`. Unknown keys are
passed over and missing ones take their default, so that a record may grow a field without a new schema.
"""

from __future__ import annotations

import dataclasses
import json
import types
from collections.abc import Callable
from datetime import date, datetime
from enum import Enum
from functools import cache
from operator import attrgetter
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

from ..records import Span

R = TypeVar("R")
Coder = Callable[[Any], Any]
PLAIN = (str, int, float, bool)
_MISSING = object()
_read_json = json.JSONDecoder().raw_decode  # `json.loads` looks at the text twice more
write_json: Callable[[Any], str] = json.JSONEncoder(separators=(",", ":")).encode  # `json.dumps` makes an encoder for every record


def to_json(record: Any, without: frozenset[str] = frozenset()) -> str:
    """A record as JSON text, without the named fields."""
    plain = to_plain(record)
    for name in without & plain.keys():
        del plain[name]
    return write_json(plain)


def from_json(kind: type[R], text: str, /, **more: Any) -> R:
    """The record of type `kind` that `to_json` wrote; `more` gives fields that were left out, plain."""
    value, _ = _read_json(text)
    value.update(more)
    return from_plain(kind, value)


def to_plain(record: Any) -> Any:
    """A record as nested dicts, lists, strings, numbers and None."""
    kind: Any = type(record)
    code = encoder(kind)
    return record if code is None else code(record)


def from_plain(kind: type[R], value: Any) -> R:
    """The record of type `kind` from what `to_plain` made of it."""
    hint: Any = kind
    record: R = _record_decoder(hint)(value)
    return record


@cache
def encoder(hint: Any) -> Coder | None:
    """What turns a value of this type into plain JSON values; None where it is plain already."""
    if hint in PLAIN or hint is type(None):
        return None
    if hint is Span:
        return _span_to_list
    if hint in (date, datetime):
        return _isoformat
    if isinstance(hint, type) and issubclass(hint, Enum):
        return attrgetter("value")
    if dataclasses.is_dataclass(hint):
        return _record_encoder(hint)
    inner, several = _inner(hint)
    code = encoder(inner)
    if several:
        return list if code is None else _each(code, list)
    return None if code is None else _unless_none(code)


@cache
def decoder(hint: Any) -> Coder | None:
    """What turns plain JSON values into a value of this type; None where there is nothing to do."""
    if hint in PLAIN or hint is type(None):
        return None
    if hint is Span:
        return lambda value: Span(value[0], value[1])
    if hint in (date, datetime):
        read: Coder = hint.fromisoformat
        return read
    if isinstance(hint, type) and issubclass(hint, Enum):
        return {member.value: member for member in hint}.__getitem__
    if dataclasses.is_dataclass(hint):
        record: Any = hint
        return _record_decoder(record)
    inner, several = _inner(hint)
    code = decoder(inner)
    if several:
        return tuple if code is None else _each(code, tuple)
    return None if code is None else _unless_none(code)


def _each(code: Coder, gather: Coder) -> Coder:
    return lambda values: gather([code(value) for value in values])


def _unless_none(code: Coder) -> Coder:
    return lambda value: None if value is None else code(value)


def _inner(hint: Any) -> tuple[Any, bool]:
    """The type inside an optional, or the one type inside a tuple (then True)."""
    if get_origin(hint) is tuple:
        inner = [part for part in get_args(hint) if part is not Ellipsis]
        if len(set(inner)) == 1:
            return inner[0], True
    elif get_origin(hint) in (types.UnionType, Union):
        inner = [part for part in get_args(hint) if part is not type(None)]
        if len(inner) == 1:
            return inner[0], False
    raise TypeError(f"no way to store {hint!r}")


def _record_encoder(kind: Any) -> Coder:
    hints = get_type_hints(kind)
    fields = [(f.name, encoder(hints[f.name]), _default(f)) for f in dataclasses.fields(kind)]

    def encode(record: Any) -> dict[str, Any]:
        out = {}
        for name, code, default in fields:
            value = getattr(record, name)
            if default is _MISSING or value != default:
                out[name] = value if code is None else code(value)
        return out

    return encode


def _default(field: dataclasses.Field[Any]) -> Any:
    return _MISSING if field.default is dataclasses.MISSING else field.default


@cache
def _record_decoder(kind: Any) -> Coder:
    """A function of plain values to the record. Its text is put together here, as
    `dataclasses` does with `__init__`: one call with a place for each field takes half the time of a loop over names, and
    a page decodes a thousand records."""
    hints = get_type_hints(kind)
    known: dict[str, Any] = {"kind": kind}
    parts = []
    for n, field in enumerate(dataclasses.fields(kind)):
        name, code = field.name, decoder(hints[field.name])
        known |= {f"code{n}": code, f"default{n}": field.default}
        part = f"value[{name!r}]" if code is None else f"code{n}(value[{name!r}])"
        parts.append(part if field.default is dataclasses.MISSING else f"{part} if {name!r} in value else default{n}")
    exec(f"def decode(value):\n    return kind({', '.join(parts)})", known)
    decode: Coder = known["decode"]
    return decode


def _isoformat(value: date) -> str:
    return value.isoformat()


def _span_to_list(span: Span) -> list[int]:
    return [span.start, span.end]
