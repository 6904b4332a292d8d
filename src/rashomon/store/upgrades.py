"""The statements that bring a ledger from one schema to the next; written once, and never changed when schema.py is."""

from __future__ import annotations

# What a row counts for: its own days; where an end is open, that of its document, but never so that it ends before it begins.
_EARLIEST = "coalesce({row}, min(coalesce({doc}, {other}), coalesce({other}, {doc})))"
_LATEST = "coalesce({row}, max(coalesce({doc}, {other}), coalesce({other}, {doc})))"
_OF = "(SELECT {column} FROM documents WHERE documents.reading = {table}.reading)"


def _counted_days(table: str, earliest: str, latest: str) -> str:
    """UPDATE of the days of a table to those that its rows count for."""
    first = _EARLIEST.format(row=earliest, other=latest, doc=_OF.format(column="earliest", table=table))
    last = _LATEST.format(row=latest, other=earliest, doc=_OF.format(column="latest", table=table))
    return f"UPDATE {table} SET earliest = {first}, latest = {last}"


def _only_grows(table: str, *verbs: str) -> tuple[str, ...]:
    return tuple(
        f"CREATE TRIGGER {table}_no_{verb.lower()} BEFORE {verb} ON {table} BEGIN SELECT RAISE(ABORT, 'a ledger only grows'); END"
        for verb in verbs
    )


_ROWS = (
    'reading INTEGER NOT NULL, n INTEGER NOT NULL, {columns}, start INTEGER NOT NULL, "end" INTEGER NOT NULL, '
    "record TEXT NOT NULL, PRIMARY KEY (reading, n), FOREIGN KEY(reading) REFERENCES readings (id)"
)
_STEP = (
    "id TEXT NOT NULL, affair TEXT NOT NULL, status TEXT NOT NULL, earliest TEXT, latest TEXT, due_earliest TEXT, due_latest TEXT, "
    "around_start INTEGER NOT NULL, around_end INTEGER NOT NULL"
)
_WORDS = "id TEXT NOT NULL, target TEXT NOT NULL, at TEXT NOT NULL, record TEXT NOT NULL, document TEXT NOT NULL, PRIMARY KEY (id)"

TO_SCHEMA_2: tuple[str, ...] = (
    # readings: what was not looked for is not there; by when the report was out; what its versions share
    "DROP TRIGGER readings_no_update",
    "ALTER TABLE readings ADD COLUMN rejections INTEGER",
    "ALTER TABLE readings ADD COLUMN steps INTEGER",
    "ALTER TABLE readings ADD COLUMN known TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE readings ADD COLUMN carrier TEXT",
    "ALTER TABLE readings ADD COLUMN amends INTEGER REFERENCES readings (id)",
    "UPDATE readings SET known = coalesce((SELECT coalesce(latest, earliest) FROM documents WHERE reading = readings.id), "
    "(SELECT substr(min(first.read_at), 1, 10) FROM readings AS first WHERE first.document = readings.document)), "
    "carrier = (SELECT carrier_key(name, json_extract(record, '$.address'), json_extract(record, '$.message_id')) "
    "FROM documents WHERE reading = readings.id)",
    "CREATE INDEX ix_readings_carrier ON readings (carrier)",
    *_only_grows("readings", "UPDATE"),
    # days that rows count for
    "DROP TRIGGER attributions_no_update",
    "ALTER TABLE attributions ADD COLUMN earliest TEXT",
    "ALTER TABLE attributions ADD COLUMN latest TEXT",
    _counted_days("attributions", "json_extract(record, '$.when.earliest')", "json_extract(record, '$.when.latest')"),
    *_only_grows("attributions", "UPDATE"),
    "DROP TRIGGER events_no_update",
    _counted_days("events", "earliest", "latest"),
    *_only_grows("events", "UPDATE"),
    "CREATE INDEX events_unsure ON events (json_extract(record, '$.score')) WHERE json_extract(record, '$.score') < 0.7",
    # parts in order of time
    "CREATE TABLE parts_2 (actor TEXT NOT NULL, role TEXT NOT NULL, day TEXT NOT NULL, reading INTEGER NOT NULL, "
    "n INTEGER NOT NULL, latest TEXT, PRIMARY KEY (actor, role, day, reading, n), "
    "FOREIGN KEY(reading) REFERENCES readings (id)) WITHOUT ROWID",
    "INSERT INTO parts_2 SELECT p.actor, p.role, coalesce(e.earliest, a.earliest, ''), p.reading, p.n, "
    "coalesce(nullif(e.latest, e.earliest), nullif(a.latest, a.earliest)) FROM parts AS p "
    "LEFT JOIN events AS e ON e.reading = p.reading AND e.n = p.n AND p.role IN ('actor', 'recipient') "
    "LEFT JOIN attributions AS a ON a.reading = p.reading AND a.n = p.n AND p.role IN ('holder', 'addressee') "
    "ORDER BY 1, 2, 3, 4, 5",
    "DROP TABLE parts",
    "ALTER TABLE parts_2 RENAME TO parts",
    *_only_grows("parts", "UPDATE", "DELETE"),
    "CREATE TABLE actors (actor TEXT NOT NULL, documents INTEGER NOT NULL, PRIMARY KEY (actor)) WITHOUT ROWID",
    "INSERT INTO actors SELECT p.actor, count(DISTINCT r.document) FROM parts AS p JOIN readings AS r ON r.id = p.reading "
    "WHERE NOT EXISTS (SELECT 1 FROM readings AS later WHERE later.document = r.document AND later.id > r.id) GROUP BY p.actor",
    # rows that schema 1 did not know
    f"CREATE TABLE rejections ({_ROWS.format(columns='id TEXT NOT NULL, type TEXT')}) WITHOUT ROWID",
    "CREATE INDEX ix_rejections_id ON rejections (id)",
    "CREATE INDEX rejections_unsure ON rejections (json_extract(record, '$.score')) WHERE json_extract(record, '$.score') > 0.25",
    *_only_grows("rejections", "UPDATE", "DELETE"),
    f"CREATE TABLE steps ({_ROWS.format(columns=_STEP)}) WITHOUT ROWID",
    "CREATE INDEX ix_steps_id ON steps (id)",
    "CREATE INDEX ix_steps_due_latest ON steps (due_latest)",
    "CREATE INDEX steps_by_affair ON steps (affair, earliest)",
    *_only_grows("steps", "UPDATE", "DELETE"),
    "CREATE TABLE gists (document TEXT NOT NULL, extractor TEXT NOT NULL, record BLOB NOT NULL, PRIMARY KEY (document, extractor))",
    # the words of humans
    "DROP TRIGGER corrections_no_update",
    "ALTER TABLE corrections ADD COLUMN document TEXT NOT NULL DEFAULT ''",
    "UPDATE corrections SET document = coalesce("
    "(SELECT id FROM documents WHERE id = corrections.target), "
    + ", ".join(
        f"(SELECT r.document FROM {table} AS t JOIN readings AS r ON r.id = t.reading WHERE t.id = corrections.target)"
        for table in ("events", "attributions", "mentions")
    )
    + ", '')",
    "CREATE INDEX ix_corrections_document ON corrections (document)",
    *_only_grows("corrections", "UPDATE"),
    f"CREATE TABLE decisions ({_WORDS})",
    "CREATE INDEX ix_decisions_target ON decisions (target)",
    "CREATE INDEX ix_decisions_document ON decisions (document)",
    *_only_grows("decisions", "UPDATE", "DELETE"),
    "CREATE TABLE applications (reading INTEGER NOT NULL, word TEXT NOT NULL, target TEXT, PRIMARY KEY (reading, word), "
    "FOREIGN KEY(reading) REFERENCES readings (id)) WITHOUT ROWID",
    "CREATE INDEX ix_applications_target ON applications (target)",
    *_only_grows("applications", "UPDATE", "DELETE"),
)

_CITED = (
    "SELECT a.n, coalesce((SELECT group_concat(substr(d.text, (h.value ->> '$.span[0]') + 1, "
    "(h.value ->> '$.span[1]') - (h.value ->> '$.span[0]')), ', ') FROM json_each(a.record, '$.holders') AS h), '') AS name "
    "FROM json_each(steps.record, '$.according_to') AS s JOIN attributions AS a ON a.id = s.value AND a.reading = steps.reading "
    "JOIN documents AS d ON d.reading = steps.reading ORDER BY s.key"
)
_HEADER = (
    "SELECT json_object('sha256', d.sha256, 'title', d.title, 'outlet', d.outlet, 'published', d.record -> '$.published', "
    "'source', d.name, 'address', d.record ->> '$.address', 'message_id', d.record ->> '$.message_id', 'wires', "
    "(SELECT json_group_array(h.value ->> '$.name') FROM json_each(d.record, '$.hops') AS h WHERE h.value ->> '$.kind' = 'wire'), "
    "'read_at', (SELECT min(first.read_at) FROM readings AS first WHERE first.document = d.id)) "
    "FROM documents AS d WHERE d.reading = readings.id"
)

TO_SCHEMA_3: tuple[str, ...] = (
    # which reading replaced which
    "CREATE TABLE replacements (reading INTEGER NOT NULL, later INTEGER NOT NULL, read_at TEXT NOT NULL, "
    "PRIMARY KEY (reading, later), FOREIGN KEY(reading) REFERENCES readings (id), FOREIGN KEY(later) REFERENCES readings (id)) "
    "WITHOUT ROWID",
    "INSERT INTO replacements SELECT r.id, later.id, later.read_at FROM readings AS r JOIN readings AS later "
    "ON later.document = r.document AND later.id > r.id WHERE NOT EXISTS (SELECT 1 FROM readings AS middle WHERE "
    "middle.document = r.document AND middle.id > r.id AND middle.id < later.id AND middle.read_at <= later.read_at)",
    *_only_grows("replacements", "UPDATE", "DELETE"),
    # what a page tells of a report and of a step
    "DROP TRIGGER readings_no_update",
    "ALTER TABLE readings ADD COLUMN header TEXT NOT NULL DEFAULT '{}'",
    f"UPDATE readings SET header = ({_HEADER})",
    "CREATE INDEX readings_known ON readings (id, known)",
    *_only_grows("readings", "UPDATE"),
    "DROP TRIGGER steps_no_update",
    "ALTER TABLE steps ADD COLUMN words TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE steps ADD COLUMN chain TEXT NOT NULL DEFAULT '[]'",
    "UPDATE steps SET words = (SELECT substr(d.text, around_start + 1, around_end - around_start) FROM documents AS d "
    f"WHERE d.reading = steps.reading), chain = (SELECT json_group_array(json_array(c.n, c.name)) FROM ({_CITED}) AS c)",
    *_only_grows("steps", "UPDATE"),
    "CREATE INDEX parts_lasting ON parts (actor, role, latest) WHERE latest IS NOT NULL",
    # which readings have one text: found anew, once the ledger is opened
    "CREATE TABLE origins (reading INTEGER NOT NULL, origin INTEGER NOT NULL, PRIMARY KEY (reading), "
    "FOREIGN KEY(reading) REFERENCES readings (id))",
    "CREATE TABLE derivations (reading INTEGER NOT NULL, other INTEGER NOT NULL, partial INTEGER NOT NULL, "
    "PRIMARY KEY (reading, other), FOREIGN KEY(reading) REFERENCES readings (id), FOREIGN KEY(other) REFERENCES readings (id)) "
    "WITHOUT ROWID",
    "CREATE TABLE marks (mark INTEGER NOT NULL, reading INTEGER NOT NULL, PRIMARY KEY (mark, reading)) WITHOUT ROWID",
)

TO_SCHEMA_4: tuple[str, ...] = (
    # who published a report that no table knows
    "DROP TRIGGER readings_no_update",
    "UPDATE readings SET header = json_set(header, '$.site', "
    "(SELECT json(record -> '$.site') FROM documents WHERE reading = readings.id))",
    *_only_grows("readings", "UPDATE"),
)
