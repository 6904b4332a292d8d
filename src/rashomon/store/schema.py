"""The tables of a ledger. Append-only: a second reading of a document adds rows beside the first, and the last one holds.

Every table of rows is clustered by (reading, n): what was read from one document lies together, in the order in which it
was read. `record` is the whole record as JSON (see codec.py); the other columns are there to be searched: `earliest` and
`latest` are the days that a row counts for, those of its document where it names none itself (see rows.py).

Schema 2 added steps, rejections, verdicts on rows, and what corrections did to which reading. Schema 3 (this one) keeps what a
page of steps tells beside them, which reading replaced which, and which texts derive from one another: a page opens no text.
upgrades.py brings older schemas here.
"""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Index, Integer, LargeBinary, MetaData, Table, Text, UniqueConstraint, text

APPLICATION = 0x52534D4E  # "RSMN", SQLite's application_id of a ledger
FILE = "ledger.sqlite"
metadata = MetaData()
# Rows that may as well be as not be (see doubts.py), which have indexes of their own.
SCORE = "json_extract({table}record, '$.score')"
UNSURE_EVENT = f"{SCORE} < 0.7"
UNSURE_REJECTION = f"{SCORE} > 0.25"

# What was received: bytes as they came (zlib). One source may hold many documents (an mbox, an archive).
sources = Table(
    "sources",
    metadata,
    Column("sha256", Text, primary_key=True),
    Column("name", Text, nullable=False),
    Column("size", Integer, nullable=False),
    Column("bytes", LargeBinary, nullable=False),
    Column("received_at", Text, nullable=False),
)
# A source of which all documents are kept. Without this row a source is read again (a killed process, a broken disk).
completions = Table(
    "completions",
    metadata,
    Column("source", Text, ForeignKey("sources.sha256"), primary_key=True),
    Column("extractor", Text, primary_key=True),
    Column("completed_at", Text, nullable=False),
    sqlite_with_rowid=False,
)
# Who read which document when, and how many rows that gave: a reading is whole or it is not there. `rejections` and `steps` are
# NULL where the program of that time did not look for any. `known` is the day by which the report was published (of an undated
# one: first read); `carrier` is what the versions of one document share. `amends`: made from that reading by the words of humans.
# `header` is the Header of the document as JSON, without its ids.
readings = Table(
    "readings",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("document", Text, nullable=False),
    Column("extractor", Text, nullable=False),
    Column("read_at", Text, nullable=False),
    *(Column(name, Integer, nullable=False) for name in ("sentences", "defects", "timexes", "mentions", "attributions", "events")),
    Column("rejections", Integer),
    Column("steps", Integer),
    Column("known", Text, nullable=False, server_default=""),
    Column("carrier", Text, index=True),
    Column("amends", Integer, ForeignKey("readings.id")),
    Column("header", Text, nullable=False, server_default="{}"),
    UniqueConstraint("document", "extractor"),
    Index("readings_known", "id", "known"),
)
# The readings that a later one of the same document (`later`, read at `read_at`) has replaced. Of several later ones the first, and
# any that was read earlier than those kept before it, so that it is told for every day whether one had come by then.
replacements = Table(
    "replacements",
    metadata,
    Column("reading", Integer, ForeignKey("readings.id"), primary_key=True),
    Column("later", Integer, ForeignKey("readings.id"), primary_key=True),
    Column("read_at", Text, nullable=False),
    sqlite_with_rowid=False,
)
documents = Table(
    "documents",
    metadata,
    Column("reading", Integer, ForeignKey("readings.id"), primary_key=True),
    Column("id", Text, nullable=False, index=True),
    Column("source", Text, ForeignKey("sources.sha256"), nullable=False, index=True),
    Column("sha256", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("title", Text, nullable=False),
    Column("outlet", Text),
    Column("earliest", Text, index=True),
    Column("latest", Text),
    Column("text", Text, nullable=False),
    Column("parse", LargeBinary, nullable=False),
    Column("record", Text, nullable=False),
)


def _rows(name: str, *columns: Column[object] | Index) -> Table:
    return Table(
        name,
        metadata,
        Column("reading", Integer, ForeignKey("readings.id"), primary_key=True),
        Column("n", Integer, primary_key=True),
        *columns,
        Column("start", Integer, nullable=False),
        Column("end", Integer, nullable=False),
        Column("record", Text, nullable=False),
        sqlite_with_rowid=False,
    )


defects = _rows("defects", Column("kind", Text, nullable=False))
timexes = _rows("timexes", Column("value", Text, nullable=False))
mentions = _rows("mentions", Column("id", Text, nullable=False, index=True), Column("name", Text, nullable=False))
attributions = _rows(
    "attributions",
    Column("id", Text, nullable=False, index=True),
    Column("force", Text, nullable=False, index=True),
    Column("earliest", Text),
    Column("latest", Text),
)
events = _rows(
    "events",
    Column("id", Text, nullable=False, index=True),
    Column("type", Text, nullable=False),
    Column("status", Text, nullable=False),
    Column("earliest", Text, index=True),
    Column("latest", Text),
    Index("events_by_type", "type", "status"),
    Index("events_unsure", text(SCORE.format(table="")), sqlite_where=text(UNSURE_EVENT.format(table=""))),
)
rejections = _rows(
    "rejections",
    Column("id", Text, nullable=False, index=True),
    Column("type", Text),
    Index("rejections_unsure", text(SCORE.format(table="")), sqlite_where=text(UNSURE_REJECTION.format(table=""))),
)
# `words` is the text from `around_start` to `around_end`, the whole sentence; `chain` a JSON list of [n, name]: the rows of
# `attributions` of the same reading that the step is according to, and who is named there.
steps = _rows(
    "steps",
    Column("id", Text, nullable=False, index=True),
    Column("affair", Text, nullable=False),
    Column("status", Text, nullable=False),
    Column("earliest", Text),
    Column("latest", Text),
    Column("due_earliest", Text),
    Column("due_latest", Text, index=True),
    Column("around_start", Integer, nullable=False),
    Column("around_end", Integer, nullable=False),
    Column("words", Text, nullable=False, server_default=""),
    Column("chain", Text, nullable=False, server_default="[]"),
    Index("steps_by_affair", "affair", "earliest"),
)
# Which actor plays which part in which row: `role` is mention, holder, addressee, actor, recipient, or "AFFAIR party" and
# "AFFAIR counterpart" of a step; `day` the row's earliest day ("" where unknown, and for mentions), so that an actor's rows lie
# in order of time; `latest` its latest where that is another: such rows have an index, by which those that last are found.
parts = Table(
    "parts",
    metadata,
    Column("actor", Text, primary_key=True),
    Column("role", Text, primary_key=True),
    Column("day", Text, primary_key=True),
    Column("reading", Integer, ForeignKey("readings.id"), primary_key=True),
    Column("n", Integer, primary_key=True),
    Column("latest", Text),
    Index("parts_lasting", "actor", "role", "latest", sqlite_where=text("latest IS NOT NULL")),
    sqlite_with_rowid=False,
)
# What humans said of a field of a row, and of a row as a whole.
corrections = Table(
    "corrections",
    metadata,
    Column("id", Text, primary_key=True),
    Column("target", Text, nullable=False, index=True),
    Column("at", Text, nullable=False),
    Column("record", Text, nullable=False),
    Column("document", Text, nullable=False, server_default="", index=True),
)
decisions = Table(
    "decisions",
    metadata,
    Column("id", Text, primary_key=True),
    Column("target", Text, nullable=False, index=True),
    Column("at", Text, nullable=False),
    Column("record", Text, nullable=False),
    Column("document", Text, nullable=False, index=True),
)
# Which word of a human (correction or decision) a reading takes into account, and in which of its rows; NULL where it has none
# that is the same.
applications = Table(
    "applications",
    metadata,
    Column("reading", Integer, ForeignKey("readings.id"), primary_key=True),
    Column("word", Text, primary_key=True),
    Column("target", Text, index=True),
    sqlite_with_rowid=False,
)
failures = Table(
    "failures",
    metadata,
    Column("source", Text, primary_key=True),
    Column("reason", Text, primary_key=True),
    Column("hint", Text, nullable=False),
    Column("failed_at", Text, nullable=False),
    sqlite_with_rowid=False,
)
# Six that can be made again from the others. Of each reading the first one of the same text, word for word or in other words; and
# of which other origins it has passages (`partial`), or, as it turned out to stand between two groups, the text.
origins = Table(
    "origins",
    metadata,
    Column("reading", Integer, ForeignKey("readings.id"), primary_key=True),
    Column("origin", Integer, nullable=False),
)
derivations = Table(
    "derivations",
    metadata,
    Column("reading", Integer, ForeignKey("readings.id"), primary_key=True),
    Column("other", Integer, ForeignKey("readings.id"), primary_key=True),
    Column("partial", Integer, nullable=False),
    sqlite_with_rowid=False,
)
# By which marks of its text, in its month, a reading is found by another that may derive from it (see origins.py).
marks = Table(
    "marks",
    metadata,
    Column("mark", Integer, primary_key=True),
    Column("reading", Integer, primary_key=True),
    sqlite_with_rowid=False,
)
# In how many documents each actor occurs.
actors = Table(
    "actors",
    metadata,
    Column("actor", Text, primary_key=True),
    Column("documents", Integer, nullable=False),
    sqlite_with_rowid=False,
)
# Sentence vectors by (model, SHA-256 of the text): a cache that may be emptied at any time.
vectors = Table(
    "vectors",
    metadata,
    Column("model", Text, primary_key=True),
    Column("hash", LargeBinary, primary_key=True),
    Column("vector", LargeBinary, nullable=False),
    sqlite_with_rowid=False,
)
# What is needed of a reading to group it into stories: a cache too.
gists = Table(
    "gists",
    metadata,
    Column("document", Text, primary_key=True),
    Column("extractor", Text, primary_key=True),
    Column("record", LargeBinary, nullable=False),
)

# Full text over `documents`, which keeps the words itself (external content). Diacritics do not matter.
FULL_TEXT = (
    "CREATE VIRTUAL TABLE full_text USING fts5(title, text, content='documents', content_rowid='reading', "
    'tokenize="unicode61 remove_diacritics 2")',
    "CREATE TRIGGER documents_full_text AFTER INSERT ON documents BEGIN "
    "INSERT INTO full_text(rowid, title, text) VALUES (new.reading, new.title, new.text); END",
)
# Nothing kept is ever changed or taken away: the database itself refuses.
KEPT = (
    sources,
    completions,
    readings,
    replacements,
    documents,
    defects,
    timexes,
    mentions,
    attributions,
    events,
    rejections,
    steps,
    parts,
    corrections,
    decisions,
    applications,
)
APPEND_ONLY = tuple(
    f"CREATE TRIGGER {table.name}_no_{verb.lower()} BEFORE {verb} ON {table.name} "
    f"BEGIN SELECT RAISE(ABORT, 'a ledger only grows'); END"
    for table in KEPT
    for verb in ("UPDATE", "DELETE")
)
