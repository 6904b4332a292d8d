"""The columns of event data that others made: POLECAT's (PLOVER) and GDELT's (CAMEO). Names and order are theirs; what we do not
hold is "None" or empty as in theirs; ours follow at the end."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from .columns import Column, counted_day, first_day, integer, once, plover, plover_mode, plover_type, state_field, string, words
from .told import Party, Told

QUADS = {
    "V-COOP": ("VERBAL COOPERATION", "1"),
    "M-COOP": ("MATERIAL COOPERATION", "2"),
    "V-CONF": ("VERBAL CONFLICT", "3"),
    "M-CONF": ("MATERIAL CONFLICT", "4"),
}
UNTOLD = "None"


def _polecat(name: str, meaning: str, cell: Callable[[Told], str | None], words: bool = False, values: str = "") -> Column:
    """POLECAT writes "None" where nothing is known, and parts values by "; "."""
    return string(name, meaning, lambda t: (cell(t) or UNTOLD).replace(";", "; "), words, values)


def _unheld(*names: str) -> Iterator[Column]:
    for name in names:
        yield string(name, "Not held: always None.", lambda t: UNTOLD)


def _party(name: str, side: Callable[[Told], tuple[Party, ...]]) -> Iterator[Column]:
    def each(value: Callable[[Told, Party], str]) -> Callable[[Told], str | None]:
        return lambda t: once(value(t, p) for p in side(t))

    yield _polecat(f"{name} Name", "Names in our tables.", each(lambda t, p: t.tables.name(p.actor) if p.actor else ""))
    yield _polecat(f"{name} Country", "ISO 3166-1 alpha-3 of the states they are or act for.", each(_country))
    yield _polecat(f"{name} COW", "Correlates of War numbers of these states.", each(lambda t, p: state_field(p, "cow")))
    yield _polecat(f"Primary {name} Sector", "Sector of the first.", lambda t: _first_sector(side(t)), values="sectors")
    yield _polecat(f"{name} Sectors", "Sectors of all.", each(lambda t, p: p.sector), values="sectors")
    yield _polecat(f"{name} Title", "Offices of persons.", each(lambda t, p: p.title))
    yield _polecat(f"{name} Name Raw", "The report's words.", each(lambda t, p: words(t, p.span)), words=True)
    yield from _unheld(f"Wikipedia {name} ID")


def _first_sector(parties: Iterable[Party]) -> str | None:
    return next((party.sector for party in parties), None)


def _country(told: Told, party: Party) -> str:
    return state_field(party, "code")


def _place_name(told: Told) -> str | None:
    place = told.event.place
    return told.tables.name(place.id) if place is not None and place.id else None


def _place_state(told: Told) -> str | None:
    place = told.event.place
    state = told.tables.state_of(place.id) if place is not None and place.id else ""
    return told.tables.name(state) if state else None


def _own() -> Iterator[Column]:
    """What makes the row open its sentence, and what the schemes do not know."""
    yield string("Act", "Type of the act apart from its status.", lambda t: t.event.type.value, values="types")
    yield string("Status", "done, ongoing, planned, called-for, denied ...", lambda t: t.event.status.value, values="statuses")
    yield string("According To", "Ids of who says so, the innermost holders; empty in the outlet's own voice.",
                 lambda t: once(a for h in t.chain[0].holders for a in h.actors) if t.chain else None)  # fmt: skip
    yield string("Document ID", "Id of the document.", lambda t: t.document.id)
    yield string("Document SHA-256", "SHA-256 of its bytes as received.", lambda t: t.document.sha256)
    yield integer("Start", "Where the event's words begin: code points into the document's text.", lambda t: t.event.span.start)
    yield integer("End", "Where they end.", lambda t: t.event.span.end)
    yield string("Score", "The chance that a coder would enter the event so.", lambda t: f"{t.event.score:.3f}")


PLOVER: tuple[Column, ...] = (
    _polecat("Event ID", "Id of the event.", lambda t: t.event.id),
    _polecat("Event Date", "First day of the event; where the text gives none, the day of publication.", lambda t: _iso(t)),
    _polecat("Event Type", "PLOVER type, as a coder without status gives it.", plover_type, values="PLOVER types"),
    _polecat("Event Mode", "PLOVER mode, where the type is that of the act itself.", plover_mode, values="modes"),
    *_unheld("Intensity"),
    _polecat("Quad Code", "PLOVER quad class.", lambda t: QUADS[plover(t)[0].quad or ""][0]),
    _polecat("Contexts", "PLOVER contexts.", lambda t: once(t.event.contexts), values="contexts"),
    *_party("Actor", lambda t: t.actors),
    *_party("Recipient", lambda t: t.recipients),
    _polecat("Placename", "Name of the place in our tables.", _place_name),
    *_unheld("City", "District", "Province"),
    _polecat("Country", "Name of the state that the place lies in.", _place_state),
    *_unheld("Latitude", "Longitude", "GeoNames ID"),
    _polecat("Raw Placename", "The report's words for the place.",
             lambda t: words(t, t.event.place.span) if t.event.place else None, words=True),
    *_unheld("Feature Type"),
    _polecat("Source", "Address of the document, else its outlet.", lambda t: t.document.address or t.document.outlet),
    _polecat("Publication Date", "Day of publication.", lambda t: _published(t)),
    *_unheld("Story People", "Story Organizations", "Story Locations"),
    _polecat("Language", "Language of the document.", lambda t: t.document.language),
    _polecat("Version", "The rule or model that made the row.", lambda t: t.event.rule),
    *_own(),
)  # fmt: skip


def _iso(told: Told) -> str | None:
    day = counted_day(told)
    return day.isoformat() if day is not None else None


def _published(told: Told) -> str | None:
    day = first_day(told.document.published)
    return day.isoformat() if day is not None else None


# -- CAMEO ---------------------------------------------------------------------------------------------------------------


CODES = "CAMEO actor codes, such as USAGOV, IGOUNO. Small letters open a provisional one: those of a name that no table holds."


def _side(number: int, side: Callable[[Told], Iterable[Party]]) -> Iterator[Column]:
    name = f"Actor{number}"
    yield string(f"{name}Code", CODES, lambda t: once(t.cameo[number - 1]))
    yield string(f"{name}Name", "Names in our tables.", lambda t: once(t.tables.name(p.actor) for p in side(t) if p.actor))
    yield string(f"{name}CountryCode", "ISO 3166-1 alpha-3 of the states they are or act for.",
                 lambda t: once(_country(t, p) for p in side(t)))  # fmt: skip
    yield string(f"{name}Type1Code", "Sector of the first.", lambda t: _first_sector(side(t)), values="sectors")


def _quad(told: Told) -> str:
    """GDELT's number of the class by CAMEO root: 01-05 verbal and 06-08 material cooperation, 09-13 and 14-20 conflict."""
    root = int(told.cameo[2][:2])
    return "1" if root <= 5 else "2" if root <= 8 else "3" if root <= 13 else "4"


CAMEO: tuple[Column, ...] = (
    string("GLOBALEVENTID", "Id of the event.", lambda t: t.event.id),
    string("SQLDATE", "YYYYMMDD of the event's first day; where the text gives none, that of publication.", lambda t: _stamp(t, 8)),
    string("MonthYear", "YYYYMM.", lambda t: _stamp(t, 6)),
    string("Year", "YYYY.", lambda t: _stamp(t, 4)),
    *_side(1, lambda t: t.actors),
    *_side(2, lambda t: t.recipients),
    string("EventCode", "CAMEO code of three or four digits.", lambda t: t.cameo[2]),
    string("EventBaseCode", "Its first three digits.", lambda t: t.cameo[2][:3]),
    string("EventRootCode", "Its first two digits.", lambda t: t.cameo[2][:2]),
    string("QuadClass", "1 verbal, 2 material cooperation; 3 verbal, 4 material conflict.", _quad),
    string("SOURCEURL", "Address of the document, else its outlet.", lambda t: t.document.address or t.document.outlet),
    *_own(),
    string("WeisCode", "The act in WEIS (McClelland 1976), the scheme that event data before 2002 are in.", lambda t: t.weis),
)


def _stamp(told: Told, digits: int) -> str | None:
    day = counted_day(told)
    return day.strftime("%Y%m%d")[:digits] if day is not None else None
