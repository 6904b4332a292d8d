"""Parquet files -> tables by DuckDB: the rows of a ledger, and who did how much of what to whom in each week."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import Any

from ..errors import LedgerError, QueryError
from ..store import Store
from ..timelines.ties import scale
from .parquets import Parquets

PERIODS = ("day", "week", "month", "quarter", "year")
Origins = Callable[[], Iterable[tuple[str, str]]]
# Of the reports that derive from one another an act counts once, however often it is told; its score is Goldstein's.
_DYADS = """
WITH told AS (
    SELECT actor, recipient, quad, CAST(date_trunc($by, day) AS DATE) AS start, type, {origin} AS origin,
           list(DISTINCT document) AS documents, avg(ties.score) AS score
    FROM read_parquet($files) AS ties {joined}
    WHERE reading NOT IN (SELECT unnest($replaced)) {wanted}
    GROUP BY ALL
)
SELECT actor, recipient, quad, start, count(*)::INTEGER AS events,
    len(list_distinct(flatten(list(documents))))::INTEGER AS reports, round(avg(score), 3) AS score, $scale AS scale
FROM told GROUP BY ALL ORDER BY start, actor, recipient, quad
"""


class Analyses:
    """Questions about all rows of a ledger at once, answered as Arrow tables."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._parquets = Parquets(store)

    def table(self, name: str) -> Any:
        """All rows of a table as they hold today: events, attributions, steps, or ties (the acts that took place, once for each
        two who had to do with one another)."""
        query = "SELECT * EXCLUDE (reading) FROM read_parquet($files) WHERE reading NOT IN (SELECT unnest($replaced))"
        return self._answer(query, name, {})

    def dyads(
        self,
        actors: Sequence[str] = (),
        recipients: Sequence[str] = (),
        by: str = "week",
        since: date | None = None,
        until: date | None = None,
        origins: Origins | None = None,
    ) -> Any:
        """Columns actor, recipient, quad, start (first day of the period; none where the day is not known to a year), events
        (counted once for each origin), reports (those that tell of any), score (mean of Goldstein's values, -10 conflict ..
        10 cooperation), scale (the source of the values). Without `origins` every document is one of its own."""
        if by not in PERIODS:
            raise QueryError("no such period", by, f"one of {', '.join(PERIODS)}")
        asked: dict[str, Any] = {"by": by, "scale": scale()}
        wanted = []
        for condition, name, value in (
            ("actor IN (SELECT unnest($actors))", "actors", list(actors)),
            ("recipient IN (SELECT unnest($recipients))", "recipients", list(recipients)),
            ("day >= $since", "since", since),
            ("day <= $until", "until", until),
        ):
            if value:
                wanted.append(f"AND {condition}")
                asked[name] = value
        joined = ""
        if origins is not None:
            asked["origins"] = str(self._parquets.origins(origins))
            joined = "LEFT JOIN read_parquet($origins) AS o USING (document)"
        origin = "document" if origins is None else "coalesce(o.origin, document)"
        return self._answer(_DYADS.format(origin=origin, joined=joined, wanted=" ".join(wanted)), "ties", asked)

    def _answer(self, query: str, name: str, asked: dict[str, Any]) -> Any:
        import duckdb

        for attempt in range(3):
            files = self._parquets.files(name) or (self._parquets.empty(name),)
            values = asked | {"files": [str(file) for file in files], "replaced": list(self._store.replaced())}
            try:
                with duckdb.connect() as connection:
                    return connection.sql(query, params=values).to_arrow_table()
            except duckdb.IOException as cause:  # another process has just made one file of several
                if attempt == 2:
                    raise LedgerError("the Parquet files cannot be read", str(files[0].parent), str(cause)) from cause
        raise AssertionError
