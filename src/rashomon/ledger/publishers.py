"""An outlet as a user names it -> ids of outlets; of those that no table knows the names or hosts that their reports give."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from ..records import Document
from ..store.queries import Kept
from ..tables import Tables
from .names import resolve

SHOWN = 8  # outlets that are named where the one asked for is not held


def publisher(report: Kept | Document) -> str | None:
    """Who published a report: an outlet's id, else its name or host."""
    return report.outlet or report.site


def find_outlets(name: str, tables: Tables, kept: Iterable[Kept]) -> tuple[str, ...]:
    """The publishers among the documents of a ledger that a name, id or host may mean. NotFoundError with the nearest names if
    there is none."""
    held = Counter(found for one in kept if (found := publisher(one)) is not None)
    known = tables.outlet_by_name(name) or tables.outlet_by_host(name.removeprefix("www."))
    if known is not None and known.id in held:
        return (known.id,)
    told = name.casefold().removeprefix("www.")
    return tuple(one for one in held if one.casefold() == told) or resolve(name, tables, held, "outlet", _some_of(held, tables))


def _some_of(held: Counter[str], tables: Tables) -> str:
    """The outlets of most reports, as an example of what may be asked for."""
    if not held:
        return "none of its reports tells its outlet"
    names = [tables.name(one) if one in tables.actors else one for one, _ in held.most_common(SHOWN)]
    more = f" and {len(held) - SHOWN} more" if len(held) > SHOWN else ""
    return f"it holds {', '.join(names)}{more}"
