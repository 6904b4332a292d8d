"""*.csv -> Tables, checked row by row; a bad row is a TableError that names file and line."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import TypeVar

from ..errors import TableError
from .codings import read_codings
from .dictionaries import read_dictionary
from .facts import Tables
from .rows import (
    ALWAYS,
    ORGANISATIONS,
    Agreement,
    Group,
    IssueName,
    Location,
    Membership,
    Metonym,
    Office,
    Organisation,
    Outlet,
    Person,
    Pledge,
    Recognition,
    Role,
    Sanction,
    State,
    Years,
    earliest,
    latest,
)

Row = dict[str, str]
T = TypeVar("T")
HERE = Path(__file__).resolve().parent
SANCTIONS = ("comprehensive", "sectoral", "arms", "persons", "trade", "tariffs")
ROLE_TYPES = ("person", "collective", "state", "group", "reference")
# A row of an overlay replaces the row of ours that agrees with it in these columns.
KEYS = {
    "states": ("id",),
    "organisations": ("id",),
    "memberships": ("org", "member", "valid_from"),
    "persons": ("id",),
    "offices": ("actor", "role", "person", "valid_from"),
    "outlets": ("id",),
    "metonyms": ("surface",),
    "groups": ("id",),
    "places": ("id",),
    "roles": ("phrase",),
    "issues": ("words",),
    "sanctions": ("senders", "targets", "kind", "valid_from"),
    "agreements": ("name", "signed"),
    "recognitions": ("who", "what", "valid_from"),
    "pledges": ("donors", "recipients", "valid_from"),
}


@cache
def load_tables(overlay: Path | None = None) -> Tables:
    """The tables, read once. `overlay` is a folder with any of our files (same names, same columns): its rows win over ours;
    and with dictionaries of PETRARCH: the names of `*.actors.txt` are added; these, agents, verbs and discard lists are `codings`.

    Raises TableError, with file and line, for a missing column, a date that is none, an inverted span or an unknown id.
    """
    if overlay is not None and not overlay.is_dir():
        raise TableError("no such folder of tables", str(overlay), "give a folder with files such as states.csv")
    if overlay is not None:
        _check_names(overlay)
    states = _load("states", overlay, _state)
    loaded = Tables(
        states=states,
        organisations=_load("organisations", overlay, _organisation),
        memberships=_load("memberships", overlay, _membership),
        persons=_load("persons", overlay, _person),
        offices=_load("offices", overlay, _office),
        outlets=_load("outlets", overlay, _outlet),
        metonyms=_load("metonyms", overlay, _metonym),
        groups=(*_load("groups", overlay, _group), *_dictionaries(overlay, states)),
        places=_load("places", overlay, _place),
        roles=_load("roles", overlay, _role),
        issues=_load("issues", overlay, _issue),
        sanctions=_load("sanctions", overlay, _sanction),
        agreements=_load("agreements", overlay, _agreement),
        recognitions=_load("recognitions", overlay, _recognition),
        pledges=_load("pledges", overlay, _pledge),
        codings=read_codings(overlay) if overlay is not None else None,
    )
    _check_references(loaded)
    return loaded


def _dictionaries(overlay: Path | None, states: tuple[State, ...]) -> Iterator[Group]:
    by_code = {state.code: state for state in states}
    for path in sorted(overlay.glob("*.actors.txt")) if overlay is not None else ():
        yield from read_dictionary(path, by_code)


def _check_names(overlay: Path) -> None:
    for path in sorted(overlay.glob("*.csv")):
        if path.stem not in KEYS:
            raise TableError("not a table of ours", str(path), f"expected one of {', '.join(k + '.csv' for k in KEYS)}")


def _load(table: str, overlay: Path | None, make: Callable[[Row], T]) -> tuple[T, ...]:
    keys = KEYS[table]
    rows: dict[tuple[str, ...], T] = {}
    paths = [HERE / f"{table}.csv"]
    if overlay is not None and (overlay / f"{table}.csv").is_file():
        paths.append(overlay / f"{table}.csv")
    for path in paths:
        for line, row in _rows(path, keys):
            try:
                rows[tuple(row[k] for k in keys)] = make(row)
            except (KeyError, ValueError) as cause:
                raise TableError(f"bad row ({_reason(cause)})", f"{path}:{line}", "mend or delete that line") from cause
    return tuple(rows.values())


def _reason(cause: Exception) -> str:
    return f"no column {cause}" if isinstance(cause, KeyError) else str(cause)


def _rows(path: Path, keys: tuple[str, ...]) -> Iterator[tuple[int, Row]]:
    try:
        with path.open(encoding="utf-8-sig", newline="") as handle:
            reader = csv.reader(handle, strict=True)
            header = next(reader, [])
            if missing := [k for k in (*keys, "source") if k not in header]:
                raise TableError(f"column missing: {', '.join(missing)}", f"{path}:1", "use the columns of our table")
            for cells in reader:
                if not cells:
                    continue
                if len(cells) != len(header):
                    raise TableError(f"{len(cells)} cells instead of {len(header)}", f"{path}:{reader.line_num}")
                yield reader.line_num, dict(zip(header, cells, strict=True))
    except (OSError, UnicodeDecodeError, csv.Error) as cause:
        raise TableError("table cannot be read", str(path), str(cause)) from cause


def _many(row: Row, column: str) -> tuple[str, ...]:
    cell = row.get(column, "")
    return tuple(part.strip() for part in cell.split(";") if part.strip()) if cell else ()


def _years(row: Row) -> Years:
    start, end = row.get("valid_from", ""), row.get("valid_to", "")
    if not start and not end:
        return ALWAYS
    try:
        first, last = earliest(start) if start else None, latest(end) if end else None
    except ValueError as cause:
        raise ValueError(f"not a date: {start!r} or {end!r}") from cause
    if first is not None and last is not None and first > last:
        raise ValueError(f"ends before it begins: {start} .. {end}")
    return Years(first, last)


def _id(row: Row, *prefixes: str) -> str:
    if not row["id"].startswith(prefixes):
        raise ValueError(f"id {row['id']!r} does not start with {' or '.join(prefixes)}")
    if row["id"] in prefixes:
        raise ValueError(f"id {row['id']!r} names nothing")
    return row["id"]


def _state(row: Row) -> State:
    code = row["id"]
    if len(code) != 3 or not code.isupper():
        raise ValueError(f"not a code of three capitals: {code!r}")
    names = (_many(row, "aliases"), _many(row, "capitals"), _many(row, "demonyms"))
    rest = (row.get(c, "") for c in ("successor", "iso2", "qid", "cow", "gw", "source"))
    return State(f"iso3:{code}", code, row["name"], *names, _years(row), row.get("event_code") or code, *rest)


def _organisation(row: Row) -> Organisation:
    rest = (row.get("parent", ""), row.get("sector", "") or "IGO", row.get("event_code", "") or "IGO", row["source"])
    return Organisation(_id(row, *ORGANISATIONS), row["name"], row["type"], _many(row, "aliases"), _years(row), *rest)


def _membership(row: Row) -> Membership:
    return Membership(row["org"], row["member"], _years(row), row["status"], row["source"])


def _person(row: Row) -> Person:
    rest = (row.get(c, "") for c in ("gender", "state", "sector", "qid", "source"))
    return Person(_id(row, "person:"), row["name"], _many(row, "aliases"), *rest)


def _office(row: Row) -> Office:
    return Office(row["actor"], row["role"], row.get("title", ""), row["person"], _years(row), row["source"])


def _outlet(row: Row) -> Outlet:
    country, owner, ownership, kind = (row.get(c, "") for c in ("country", "owner", "ownership", "kind"))
    names = (_many(row, "aliases"), row["source"])
    return Outlet(_id(row, "outlet:"), row["name"], _many(row, "domains"), country, owner, ownership, kind, *names)


def _metonym(row: Row) -> Metonym:
    targets = _many(row, "targets")
    if not targets:
        raise ValueError("no target")
    return Metonym(row["surface"], row["kind"], targets, row.get("sector", ""), _years(row), row["source"])


def _group(row: Row) -> Group:
    rest = (row.get("sector", "") or "REB", row.get("event_code", ""), _many(row, "aliases"), row.get("note", ""), row["source"])
    return Group(_id(row, "group:"), row["name"], row["type"], _many(row, "states"), _years(row), *rest)


def _place(row: Row) -> Location:
    return Location(_id(row, "place:"), row["name"], _many(row, "aliases"), row["kind"], _many(row, "states"), row["source"])


def _role(row: Row) -> Role:
    if row["type"] not in ROLE_TYPES:
        raise ValueError(f"type {row['type']!r} is none of {', '.join(ROLE_TYPES)}")
    return Role(row["phrase"], row["role"], row.get("sector", ""), row["type"], row["source"])


def _issue(row: Row) -> IssueName:
    if not row["words"].strip() or not row["name"].strip():
        raise ValueError("no words, or no name")
    return IssueName(row["words"], row["name"], row["source"])


def _parties(row: Row, column: str) -> tuple[str, ...]:
    found = _many(row, column)
    if not found or len(set(found)) < len(found):
        raise ValueError(f"nobody, or somebody twice, in {column}")
    return found


def _sanction(row: Row) -> Sanction:
    if row["kind"] not in SANCTIONS:
        raise ValueError(f"kind {row['kind']!r} is none of {', '.join(SANCTIONS)}")
    return Sanction(_parties(row, "senders"), _parties(row, "targets"), row["kind"], _years(row), row["matter"], row["source"])


def _agreement(row: Row) -> Agreement:
    signed = Years(earliest(row["signed"]), latest(row["signed"]))
    years = _years(row | {"valid_from": row["valid_from"] or row["signed"]})
    left = tuple((party, latest(day)) for party, _, day in (one.partition("=") for one in _many(row, "left")))
    parties = _parties(row, "parties")
    if stranger := next((party for party, _ in left if party not in parties), None):
        raise ValueError(f"{stranger} left what it is no party to")
    return Agreement(row["name"], _many(row, "aliases"), row["kind"], parties, signed, years, left, row["source"])


def _recognition(row: Row) -> Recognition:
    return Recognition(row["who"], row["what"], _years(row), row["matter"], row["source"])


def _pledge(row: Row) -> Pledge:
    return Pledge(_parties(row, "donors"), _parties(row, "recipients"), _years(row), row["amount"], row["matter"], row["source"])


def _check_references(tables: Tables) -> None:
    """Every id that a row names must be a row; else the first unknown one is a TableError."""
    named = [("memberships.csv", i) for m in tables.memberships for i in (m.org, m.member)]
    named += [("offices.csv", i) for o in tables.offices for i in (o.actor, o.person)]
    named += [("metonyms.csv", i) for m in tables.metonyms for i in m.targets]
    named += [("groups.csv", i) for g in tables.groups for i in g.states]
    named += [("places.csv", i) for place in tables.places for i in place.states]
    named += [("organisations.csv", o.parent) for o in tables.organisations if o.parent]
    named += [("persons.csv", p.state) for p in tables.persons if p.state]
    named += [("outlets.csv", o.country) for o in tables.outlets if o.country]
    named += [("sanctions.csv", i) for s in tables.sanctions for i in (*s.senders, *s.targets)]
    named += [("agreements.csv", i) for a in tables.agreements for i in a.parties]
    named += [("recognitions.csv", i) for r in tables.recognitions for i in (r.who, r.what)]
    named += [("pledges.csv", i) for p in tables.pledges for i in (*p.donors, *p.recipients)]
    for file, actor in named:
        if actor not in tables.actors:
            raise TableError("unknown id", f"{file}: {actor}", "add a row for it, or mend the id")
